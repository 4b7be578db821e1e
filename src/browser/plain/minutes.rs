//! Reading time, as a range.

use crate::text;

/// Slow and quick silent reading of Korean, in eojeol (words between spaces) a minute: about one standard deviation of the
/// 202 ± 88 of Rhiu et al. 2017 (Korean J Ophthalmol 31(3)), narrowed to what fits a range of minutes.
const EOJEOL_A_MINUTE: (f64, f64) = (160.0, 240.0);
/// English words a minute (Brysbaert 2019).
const WORDS_A_MINUTE: f64 = 238.0;

/// Minutes that texts take, as the shorter and the longer estimate, both at least 1.
pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> (u32, u32) {
    let (mut korean, mut latin) = (0_u32, 0_u32);
    for word in texts.into_iter().flat_map(str::split_whitespace) {
        if word.contains(text::is_cjk) { korean += 1 } else { latin += 1 }
    }
    let latin = f64::from(latin) / WORDS_A_MINUTE;
    let estimate = |pace: f64| (f64::from(korean) / pace + latin).round().max(1.0) as u32;
    (estimate(EOJEOL_A_MINUTE.1), estimate(EOJEOL_A_MINUTE.0))
}

/// Minutes left when a share 0..=1 of the texts is unread, at least 1.
pub fn left((short, long): (u32, u32), unread: f64) -> u32 {
    (f64::from(short + long) / 2.0 * unread).round().max(1.0) as u32
}

/// The range as written: "3–4", or "3" when both are the same.
pub fn range((short, long): (u32, u32)) -> String {
    if short == long { short.to_string() } else { format!("{short}–{long}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_follow_the_script() {
        let check = |word: &str, words: usize, expect: &str| {
            let text = [word].repeat(words).join(" ");
            assert_eq!(range(of([text.as_str()])), expect, "{words} × {word}");
        };
        check("맑은", 0, "1");
        check("맑은", 720, "3–5");
        check("맑은", 240, "1–2");
        check("clear", 476, "2");
        assert_eq!([left((3, 5), 1.0), left((3, 5), 0.5), left((3, 5), 0.01)], [4, 2, 1]);
    }
}
