//! Korean numbers in digits, words and both: "1조 2,500억", "4천 820만", "스물일곱", "일점이삼", "백스물다섯".

use super::{Form, Number, SECTION, digits};
use crate::facts::passage::Passage;
use crate::facts::unit;
use crate::lang::{List, NumberWord, NumberWords};
use crate::text::{is_alphanumeric, is_hangul};

fn longest<'w>(passage: &Passage<'_>, at: usize, words: &'w List<NumberWord>) -> Option<(&'w NumberWord, usize)> {
    if !words.may_begin(passage.char(at)) {
        return None;
    }
    let found = words.iter().filter_map(|word| passage.read(at, word.word).map(|end| (word, end)));
    found.max_by_key(|&(_, end)| end)
}

pub(super) fn several(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    let (word, end) = longest(passage, at, words.several)?;
    Some(Number { value: word.value, step: word.value, end, form: Form::Several })
}

/// What "서" stands before ("서 말", "서 돈").
const OLD_MEASURES: &[&str] = &["말", "되", "돈", "푼", "치"];

pub(super) fn counting(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    let (first, mut end) = longest(passage, at, words.counting)?;
    // "서해", "서 있던": three is said so before few measures.
    let measures = || passage.read_any(passage.skip_space(end), OLD_MEASURES).is_some();
    if first.word == "서" && !measures() {
        return None;
    }
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
pub(super) fn composed(passage: &Passage<'_>, start: usize, words: &NumberWords) -> Option<Number> {
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
                at = next_group(passage, end, value, words);
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
    let value = total + section;
    if let Some((part, exact, end)) = point(passage, at, words).filter(|_| form == Form::Sino) {
        return Some(Number { value: value + part, step: exact, end, form });
    }
    // "백스물다섯"
    let ones =
        longest(passage, at, words.counting).filter(|(w, _)| form == Form::Sino && value % 100.0 == 0.0 && w.value >= 10.0);
    if let Some(rest) = ones.and_then(|_| counting(passage, at, words)).filter(|_| at > start) {
        return Some(Number { value: value + rest.value, ..rest });
    }
    (at > start).then_some(Number { value, step, end: at, form })
}

/// "점이삼": decimals in words.
fn point(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<(f64, f64, usize)> {
    let from = passage.read_any(at, &["점", "쩜"])?;
    let (mut value, mut step, mut end) = (0.0, 1.0, from);
    while let Some((digit, _, after)) = sino(passage, end, words) {
        step /= 10.0;
        value += digit * step;
        end = after;
    }
    (end > from).then_some((value, step, end))
}

/// Where the group after a magnitude begins: past one space if a smaller magnitude follows there ("1조 2,500억", "4천
/// 820만"), or as many digits as the magnitude leaves, with their unit ("5만 8200원", "2천 345 달러").
fn next_group(passage: &Passage<'_>, end: usize, closed: f64, words: &NumberWords) -> usize {
    if passage.char(end) != Some(' ') {
        return end;
    }
    let Some((value, step, after)) = digits(passage, end + 1).filter(|group| group.0 < closed || closed >= SECTION) else {
        return end;
    };
    let places = if closed > SECTION { 4 } else { closed.log10() as usize };
    let smaller = magnitude(passage, after, words)
        .is_some_and(|(power, _)| if closed < SECTION { value * power < closed || power >= SECTION } else { power < closed });
    let odd = passage.read(after, "여").unwrap_or(after);
    let unit = passage.skip_space(odd);
    let measured = unit::read(passage, unit).is_some_and(|(u, _)| u.class != "none");
    let many = |digits: usize| if closed == SECTION { (3..=5).contains(&digits) } else { digits == places };
    let rest = closed <= SECTION
        && step == 1.0
        && many(after - end - 1)
        && (measured || odd == unit && passage.char(unit).is_some_and(is_hangul));
    if smaller || rest && value < SECTION { end + 1 } else { end }
}

const TRILLION: f64 = 1e12;

fn magnitude(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<(f64, usize)> {
    if let Some((word, end)) = longest(passage, at, words.magnitude) {
        // "3경기", "2조각": a counter that begins with a magnitude.
        if unit::read(passage, at).is_some_and(|(unit, after)| unit.class != "none" && after > end) {
            return None;
        }
        return Some((word.value, end));
    }
    let spaced = passage.skip_space(at);
    let (word, end) = longest(passage, spaced, words.magnitude)?;
    if word.word.is_ascii() {
        return passage.char(end).is_none_or(|c| !is_alphanumeric(c)).then_some((word.value, end));
    }
    // "50 만 배럴"
    let digit = passage.before(at).is_some_and(|c| c.is_ascii_digit());
    // "8525 조회": nothing is counted in trillions.
    let fits = |class: &str| class != "none" && !(class == "count" && word.value >= TRILLION);
    let measured = || unit::read(passage, passage.skip_space(end)).is_some_and(|(unit, _)| fits(unit.class));
    (digit && word.value >= SECTION && spaced == at + 1 && measured()).then_some((word.value, end))
}

fn sino(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<(f64, f64, usize)> {
    let digit = passage.char(at).filter(|c| is_hangul(*c))?;
    let value = words.sino.iter().position(|word| word.starts_with(digit))?;
    Some((value as f64, 1.0, at + 1))
}
