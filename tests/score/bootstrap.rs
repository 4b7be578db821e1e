//! How sure a difference is: the paired bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13
//! and 16). The pages are drawn anew with replacement many times, each with both scores; the middle 95 % of the mean
//! differences are the interval. The draws come from a fixed seed, so the same scores give the same interval.

/// Times the pages are drawn anew.
const ROUNDS: usize = 2_000;
/// Any number does; it is fixed so that figures can be repeated.
const SEED: u64 = 0x6d61_6c67_6575_6e21;
/// Share of the draws that lie outside the interval at each end, for 95 %.
const TAIL: f64 = 0.025;

/// A mean difference and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Difference {
    pub(crate) mean: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// First minus second of each pair of scores of the same page; `None` without pages.
pub(crate) fn paired(pairs: &[(f64, f64)]) -> Option<Difference> {
    let differences: Vec<f64> = pairs.iter().map(|(ours, theirs)| ours - theirs).collect();
    let count = differences.len();
    if count == 0 {
        return None;
    }
    let mut random = SplitMix(SEED);
    let draw = |_| (0..count).map(|_| differences[random.below(count)]).sum::<f64>() / count as f64;
    let mut means: Vec<f64> = (0..ROUNDS).map(draw).collect();
    means.sort_by(f64::total_cmp);
    let outside = (ROUNDS as f64 * TAIL) as usize;
    let mean = differences.iter().sum::<f64>() / count as f64;
    Some(Difference { mean, low: means[outside], high: means[ROUNDS - 1 - outside] })
}

/// SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014).
pub(crate) struct SplitMix(pub(crate) u64);

impl SplitMix {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`; the bias of the remainder is below 2⁻⁴⁰ for any list of pages.
    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers after the seed 1234567 as the authors' code gives them.
    #[test]
    fn the_numbers_are_those_of_split_mix() {
        let mut random = SplitMix(1_234_567);
        let found = [random.next(), random.next(), random.next()];
        assert_eq!(found, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_steady_difference_is_sure_and_a_wavering_one_is_not() {
        let steady: Vec<_> = (0..50).map(|i| (0.75 + f64::from(i % 5) / 64.0, 0.5 + f64::from(i % 5) / 64.0)).collect();
        assert_eq!(paired(&steady), Some(Difference { mean: 0.25, low: 0.25, high: 0.25 }));
        let wavering: Vec<_> = (0..50).map(|i| if i % 2 == 0 { (1.0, 0.0) } else { (0.0, 1.0) }).collect();
        let difference = paired(&wavering).expect("there are pages");
        // The standard error is 1/√50 = .141, so the interval is about ±.277.
        assert!(difference.mean == 0.0 && (-0.35..-0.2).contains(&difference.low) && (0.2..0.35).contains(&difference.high));
        assert_eq!(paired(&wavering), Some(difference), "the same scores give the same interval");
        assert_eq!(paired(&[]), None);
    }
}
