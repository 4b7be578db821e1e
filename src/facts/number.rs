//! Numbers as they are written: `1,250`, `3.5`, `5만1425`, `1조 2,500억`, `2천322`, `스물일곱`, `수십`, `1.5 million`.
//! In: a passage and a position. Out: the value, where it ends, and how exactly it is printed.

use super::passage::Passage;
use super::unit;
use crate::lang::{NumberWord, NumberWords};
use crate::text::is_hangul;

/// A number that stands in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// Value of one unit of the last printed digit: 0.1 for `5.3`, 1e4 for `4000만`.
    pub(crate) step: f64,
    /// One past its last character.
    pub(crate) end: usize,
    pub(crate) form: Form,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It begins with a digit.
    Digits,
    /// Sino-Korean words ("이십").
    Sino,
    /// Native words ("스물").
    Counting,
    /// Several tens ("수십"): the value is the least it can mean.
    Several,
}

/// From here on a magnitude closes a section ("만", "억") and the next may stand after a space.
const SECTION: f64 = 1e4;

/// Reads the number that begins exactly at `at`.
pub(crate) fn read(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    let sign = passage.char(at).filter(|c| matches!(c, '-' | '−' | '–' | '△' | '▲')).is_some();
    let start = at + usize::from(sign);
    if passage.char(start).is_some_and(|c| c.is_ascii_digit()) {
        let mut number = composed(passage, start, words)?;
        number.value *= if sign { -1.0 } else { 1.0 };
        return Some(number);
    }
    if sign {
        return None;
    }
    several(passage, at, words).or_else(|| counting(passage, at, words)).or_else(|| composed(passage, at, words))
}

fn longest<'w>(passage: &Passage<'_>, at: usize, words: &'w [NumberWord]) -> Option<(&'w NumberWord, usize)> {
    let found = words.iter().filter_map(|word| passage.read(at, word.word).map(|end| (word, end)));
    found.max_by_key(|&(_, end)| end)
}

fn several(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    let (word, end) = longest(passage, at, words.several)?;
    Some(Number { value: word.value, step: word.value, end, form: Form::Several })
}

fn counting(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    let (first, mut end) = longest(passage, at, words.counting)?;
    let mut value = first.value;
    if (10.0..100.0).contains(&value)
        && let Some((ones, after)) = longest(passage, end, words.counting).filter(|(w, _)| w.value < 10.0)
    {
        value += ones.value;
        end = after;
    }
    Some(Number { value, step: 1.0, end, form: Form::Counting })
}

/// A chain of digit groups and magnitudes: `1조 2,500억`, `이천삼백`.
fn composed(passage: &Passage<'_>, start: usize, words: &NumberWords) -> Option<Number> {
    let form = if passage.char(start)?.is_ascii_digit() { Form::Digits } else { Form::Sino };
    let (mut total, mut section, mut step, mut at) = (0.0, 0.0, 1.0, start);
    let mut last_section = f64::INFINITY;
    loop {
        let group = digits(passage, at).or_else(|| sino(passage, at, words));
        let after = group.map_or(at, |g| g.2);
        // "6천400여만원": "odd" may stand before the last magnitude.
        let odd = passage.read(after, "여").filter(|&odd| after > start && longest(passage, odd, words.magnitude).is_some());
        let after = odd.unwrap_or(after);
        let magnitude = magnitude(passage, after, words).filter(|(value, _)| *value < last_section);
        match (group, magnitude) {
            (None, None) => break,
            (Some((value, exact, after)), None) => {
                section += value;
                step = exact;
                at = after;
                break;
            }
            (group, Some((value, end))) if value < SECTION => {
                section += group.map_or(1.0, |g| g.0) * value;
                step = group.map_or(1.0, |g| g.1) * value;
                at = end;
            }
            (group, Some((value, end))) => {
                let count = section + group.map_or(0.0, |g| g.0);
                total += if count == 0.0 { value } else { count * value };
                step = group.map_or(if section > 0.0 { step } else { 1.0 }, |g| g.1) * value;
                section = 0.0;
                last_section = value;
                at = next_group(passage, end, value, words);
                if at != end {
                    continue;
                }
            }
        }
    }
    (at > start).then_some(Number { value: total + section, step, end: at, form })
}

/// Where the group after a closed section begins: past one space if a smaller magnitude follows there ("1조 2,500억"), or
/// after "만" three or four digits with their unit ("5만 8200원").
fn next_group(passage: &Passage<'_>, end: usize, closed: f64, words: &NumberWords) -> usize {
    if passage.char(end) != Some(' ') {
        return end;
    }
    let Some((value, _, after)) = digits(passage, end + 1) else { return end };
    let smaller = magnitude(passage, after, words).is_some_and(|(value, _)| value < closed);
    let unit = passage.read(after, "여").map_or(after, |odd| passage.skip_space(odd));
    let rest = closed == SECTION && (3..=5).contains(&(after - end - 1)) && passage.char(unit).is_some_and(is_hangul);
    if smaller || rest && value < SECTION { end + 1 } else { end }
}

fn magnitude(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<(f64, usize)> {
    if let Some((word, end)) = longest(passage, at, words.magnitude) {
        // "3경기", "2조각": a counter that begins with a magnitude.
        if unit::read(passage, at).is_some_and(|(unit, after)| unit.class != "none" && after > end) {
            return None;
        }
        return Some((word.value, end));
    }
    let spaced = passage.skip_space(at);
    let (word, end) = longest(passage, spaced, words.magnitude).filter(|(w, _)| w.word.is_ascii())?;
    passage.char(end).is_none_or(|c| !c.is_alphanumeric()).then_some((word.value, end))
}

/// A run of digits with thousands commas and decimals: value, value of its last digit, end.
fn digits(passage: &Passage<'_>, start: usize) -> Option<(f64, f64, usize)> {
    let digit = |i: usize| passage.char(i).and_then(|c| c.to_digit(10));
    let (mut value, mut at) = (0.0, start);
    while let Some(d) = digit(at) {
        value = value * 10.0 + f64::from(d);
        at += 1;
        let group = passage.char(at) == Some(',') && (1..=3).all(|k| digit(at + k).is_some()) && digit(at + 4).is_none();
        at += usize::from(group);
    }
    if at == start {
        return None;
    }
    let mut step = 1.0;
    if passage.char(at) == Some('.') && digit(at + 1).is_some() {
        at += 1;
        let mut decimals = 0;
        while let Some(d) = digit(at) {
            value = value * 10.0 + f64::from(d);
            decimals += 1;
            at += 1;
        }
        let scale = 10f64.powi(decimals);
        value /= scale;
        step = 1.0 / scale;
    }
    Some((value, step, at))
}

fn sino(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<(f64, f64, usize)> {
    let value = words.sino.iter().position(|word| passage.read(at, word).is_some())?;
    Some((value as f64, 1.0, at + 1))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::facts::passage::Passage;
    use crate::lang::LangPack;

    #[track_caller]
    fn check(text: &str, value: f64, step: f64, written: &str) {
        let passage = Passage::new(0, text);
        let lang = if text.is_ascii() { "en" } else { "ko" };
        let number = read(&passage, 0, &LangPack::of(lang).expect("the pack is compiled in").number_words).expect(text);
        let end = text.char_indices().nth(number.end).map_or(text.len(), |(byte, _)| byte);
        assert_eq!((number.value, &text[..end]), (value, written), "{text}");
        assert!((number.step / step - 1.0).abs() < 1e-9, "{text}: step {}", number.step);
    }

    #[test]
    fn numbers_are_read_as_written() {
        check("1,250원", 1250.0, 1.0, "1,250");
        check("3.5%다", 3.5, 0.1, "3.5");
        check("5만1425명", 51425.0, 1.0, "5만1425");
        check("1조 2,500억 원", 1.25e12, 1e8, "1조 2,500억");
        check("2천322㎡", 2322.0, 1.0, "2천322");
        check("4천600만 명", 4.6e7, 1e4, "4천600만");
        check("75억4000만위안", 7.54e9, 1e4, "75억4000만");
        check("1.5조원", 1.5e12, 1e11, "1.5조");
        check("-2.0%", -2.0, 0.1, "-2.0");
        check("5만 8200원", 58200.0, 1.0, "5만 8200");
        check("3억 2명", 3e8, 1e8, "3억");
        check("스물일곱 명", 27.0, 1.0, "스물일곱");
        check("이백오십 명", 250.0, 10.0, "이백오십");
        check("수십만 명", 2e5, 2e5, "수십만");
        check("2023,2024", 2023.0, 1.0, "2023");
        check("1.5 million people", 1.5e6, 1e5, "1.5 million");
    }
}
