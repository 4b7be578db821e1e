//! Numbers of calendar and clock, in digits or in Korean words: `15`, "십오", "이천십팔"; of hours also "열한", "세".

use crate::facts::number::{self, Form};
use crate::facts::passage::Passage;
use crate::lang::LangPack;
use std::ops::RangeInclusive;

/// Digits of the longest number that a date may hold (a year of five digits is none).
const MOST_DIGITS: usize = 4;

/// A number of at most four digits that begins at `at`, and where it ends.
pub(super) fn digits(passage: &Passage<'_>, at: usize) -> Option<(i32, usize)> {
    let digit = |i: usize| passage.char(i).and_then(|c| c.to_digit(10));
    let (mut value, mut end) = (0, at);
    while let Some(d) = digit(end) {
        value = value * 10 + d as i32;
        end += 1;
        if end - at > MOST_DIGITS {
            return None;
        }
    }
    (end > at).then_some((value, end))
}

/// Marks between the numbers of a list that have one unit.
pub(super) const LIST_MARKS: [&str; 4] = ["·", "ㆍ", "‧", ","];

/// Two numbers or more of a range with one unit behind the last ("3·6·9·12월", "2017, 2018년"), and where the unit ends.
pub(super) fn list(passage: &Passage<'_>, at: usize, unit: &str, of: RangeInclusive<i32>) -> Option<(Vec<i32>, usize)> {
    let (mut out, mut cursor) = (Vec::new(), at);
    loop {
        let (number, end) = digits(passage, cursor).filter(|n| of.contains(&n.0))?;
        out.push(number);
        if let Some(end) = passage.read(end, unit) {
            return (out.len() > 1).then_some((out, end));
        }
        cursor = passage.skip_space(passage.read_any(end, &LIST_MARKS)?);
    }
}

/// A number before one of `units`, in digits or Sino-Korean words, and where the unit ends.
/// "십일" before "일" is ten: the last "일" is the unit.
pub(super) fn before(passage: &Passage<'_>, at: usize, unit: &str, lang: &LangPack) -> Option<(i32, usize)> {
    if let Some((value, end)) = digits(passage, at) {
        return passage.read(passage.skip_space(end), unit).filter(|_| near(passage, end, unit)).map(|end| (value, end));
    }
    if !passage.char(at).is_some_and(crate::text::is_hangul) {
        return None;
    }
    if unit == "월"
        && let Some((value, end)) =
            [("유월", 6), ("시월", 10)].iter().find_map(|(word, month)| passage.read(at, word).map(|end| (*month, end)))
    {
        return Some((value, end));
    }
    let number = number::read(passage, at, &lang.number_words).filter(|n| n.form == Form::Sino && n.value < 3000.0)?;
    if let Some(end) = passage.read(passage.skip_space(number.end), unit) {
        return Some((number.value as i32, end));
    }
    let ends_in_unit = unit == "일" && passage.before(number.end) == Some('일') && number.value > 1.0;
    ends_in_unit.then_some((number.value as i32 - 1, number.end))
}

/// "9 월" is a month, "2 일" may be two of anything: only hours and minutes are written apart from their digits.
fn near(passage: &Passage<'_>, end: usize, unit: &str) -> bool {
    passage.char(end) != Some(' ') || matches!(unit, "월" | "시" | "분")
}

/// An hour before "시": `3시`, "세 시", "열한시", "십오시".
pub(super) fn hour(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(i32, usize)> {
    if let Some(found) = before(passage, at, "시", lang) {
        return Some(found);
    }
    let number = number::read(passage, at, &lang.number_words).filter(|n| n.form == Form::Counting && n.value <= 12.0)?;
    passage.read(passage.skip_space(number.end), "시").map(|end| (number.value as i32, end))
}

/// Whether a number in words begins here, of whatever unit.
pub(super) fn word_begins(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    number::read(passage, at, &lang.number_words).is_some_and(|n| matches!(n.form, Form::Sino | Form::Counting))
}
