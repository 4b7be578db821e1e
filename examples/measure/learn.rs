//! Learns the weights: the likelihood of the right candidates among all, by stochastic gradients with a step for each weight
//! (Duchi, Hazan, Singer, "Adaptive subgradient methods", JMLR 2011). Deterministic: the order and the features left out come
//! from a fixed seed. The weights of the last rounds are averaged.

use crate::random::Random;
use malgeun::facts::measure::features::KEY_BITS;

/// Rounds over all numbers.
const ROUNDS: usize = 16;
/// Rounds at the end whose weights are averaged.
const AVERAGED: usize = 8;
/// Length of the first steps.
const RATE: f32 = 0.02;
/// Features left out each time, in a thousand: the others learn to stand without them.
const LEFT_OUT: u64 = 500;
/// A feature must stand with so many numbers.
const OFTEN: u32 = 3;
/// How much being often counts for a feature to be kept.
const POWER: f32 = 0.5;
/// Seed of the order.
const SEED: u64 = 0x6d65_6173_7572_6521;

/// A candidate of a number.
pub(crate) struct Choice {
    /// Whether it says what is measured.
    pub(crate) fits: bool,
    /// Whether it is to be chosen: what fits, or, where a candidate is the very phrase, that one.
    pub(crate) is_wanted: bool,
    /// The keys of its features.
    pub(crate) keys: Vec<u32>,
}

/// A number: whether the rules alone are right, and its candidates.
#[derive(Default)]
pub(crate) struct Example {
    pub(crate) by_rules: bool,
    pub(crate) candidates: Vec<Choice>,
}

/// A weight of each key.
pub(crate) struct Table(pub(crate) Vec<f32>);

impl Table {
    /// Learns twice: from all features, then from the `most` that said most.
    pub(crate) fn learn(examples: &[&Example], most: usize) -> Self {
        let often = often(examples);
        let all = Self::run(examples, often.iter().map(|often| *often >= OFTEN).collect());
        let rank = |key: usize| all[key].abs() * (often[key] as f32).powf(POWER);
        let mut kept: Vec<usize> = (0..all.len()).filter(|key| all[*key] != 0.0).collect();
        kept.sort_by(|a, b| rank(*b).total_cmp(&rank(*a)).then(a.cmp(b)));
        let mut used = vec![false; all.len()];
        kept.iter().take(most).for_each(|key| used[*key] = true);
        Self(Self::run(examples, used))
    }

    /// The weights of the features that are used, from the numbers that have both right and wrong candidates.
    fn run(examples: &[&Example], used: Vec<bool>) -> Vec<f32> {
        let keys = 1 << KEY_BITS;
        let (mut weights, mut moved, mut sums) = (vec![0.0f32; keys], vec![0.0f32; keys], vec![0.0f32; keys]);
        let mut random = Random(SEED);
        let known = |example: &&&Example| {
            let right = example.candidates.iter().filter(|candidate| candidate.is_wanted).count();
            right > 0 && right < example.candidates.len()
        };
        let mut order: Vec<&Example> = examples.iter().filter(known).copied().collect();
        let scale = 1000.0 / (1000 - LEFT_OUT) as f32;
        for round in 0..ROUNDS {
            for at in (1..order.len()).rev() {
                order.swap(at, (random.next() % (at as u64 + 1)) as usize);
            }
            for example in &order {
                // A template is heard of all candidates or of none.
                let salt = random.next();
                let heard = |key: &&u32| used[**key as usize] && Random(salt ^ u64::from(**key)).next() % 1000 >= LEFT_OUT;
                let score = |keys: &[u32]| keys.iter().filter(heard).map(|key| weights[*key as usize]).sum::<f32>() * scale;
                let scores: Vec<f32> = example.candidates.iter().map(|candidate| score(&candidate.keys)).collect();
                for (Choice { keys, .. }, gradient) in example.candidates.iter().zip(gradients(example, &scores)) {
                    if gradient.abs() < 1e-4 {
                        continue;
                    }
                    for key in keys.iter().filter(heard) {
                        let at = *key as usize;
                        moved[at] += gradient * gradient;
                        weights[at] += RATE * gradient / (moved[at] + 1e-2).sqrt();
                    }
                }
            }
            if round + AVERAGED >= ROUNDS {
                sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        sums.iter_mut().for_each(|sum| *sum /= AVERAGED as f32);
        sums
    }
}

/// With how many numbers each key stands.
fn often(examples: &[&Example]) -> Vec<u32> {
    let mut out = vec![0; 1 << KEY_BITS];
    for example in examples {
        let mut keys: Vec<u32> = example.candidates.iter().flat_map(|candidate| candidate.keys.iter().copied()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.iter().for_each(|key| out[*key as usize] += 1);
    }
    out
}

/// How the logarithm of the likelihood of the right candidates grows with the score of each.
fn gradients(example: &Example, scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
    let all: f32 = raised.iter().sum();
    let right: f32 = raised.iter().zip(&example.candidates).filter(|(_, c)| c.is_wanted).map(|(r, _)| r).sum();
    let of = |(raised, choice): (&f32, &Choice)| {
        let wanted = if choice.is_wanted { raised / right.max(f32::MIN_POSITIVE) } else { 0.0 };
        wanted - raised / all
    };
    raised.iter().zip(&example.candidates).map(of).collect()
}
