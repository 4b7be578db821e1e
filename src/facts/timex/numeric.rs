//! Dates in digits alone: "2024. 9. 30.", "2024-09-30", "9/30", "21/04/2016", "20261101".

use super::numeral::digits;
use super::parts::{Parts, Reference};
use super::year::full_year;
use crate::facts::passage::Passage;
use crate::text::{is_alphanumeric, is_hangul};

/// A date in digits; `query` when the text may be nothing but a date, `bare` when month and day alone are enough ("9/30").
pub(super) fn date(passage: &Passage<'_>, at: usize, query: bool, bare: bool) -> Option<Parts> {
    let parts = |year, month: i32, day: Option<i32>, end| Parts {
        start: at,
        end,
        query,
        year,
        month: Some(Reference::Absolute(month)),
        days: day.map(|d| d as u8).into_iter().collect(),
        ..Parts::default()
    };
    let year = |year| Some(Reference::Absolute(year));
    let is_date = |month: i32, day: i32| (1..=12).contains(&month) && (1..=31).contains(&day);
    if query && let Some((y, m, d, end)) = compact(passage, at) {
        return Some(parts(year(y), m, Some(d), end));
    }
    let (first, end) = digits(passage, at)?;
    let width = end - at;
    let mark = passage.char(end).filter(|c| matches!(c, '.' | '-' | '/'))?;
    let (second, end_of_second) = digits(passage, passage.skip_space(end + 1)).filter(|&(_, e)| e - end <= 4)?;
    let third = passage
        .char(end_of_second)
        .filter(|c| *c == mark || *c == ',' && mark == '/')
        .and_then(|_| digits(passage, passage.skip_space(end_of_second + 1)));
    let iso_time = |end: usize| passage.char(end) == Some('T') && passage.char(end + 1).is_some_and(|c| c.is_ascii_digit());
    let ends = |end: usize| {
        let other = |c: char| is_alphanumeric(c) && !is_hangul(c) || matches!(c, '-' | '/' | '%');
        iso_time(end) || !passage.char(end).is_some_and(other)
    };
    let Some((third, end)) = third else {
        let whole = end_of_second == passage.chars.len() && at == 0;
        let said = mark == '/'
            && (passage.read_any(end_of_second, &["에", "부터", "까지", " 오전", " 오후", "("]).is_some() || bare)
            || query && whole && mark != '.';
        return (said && width <= 2 && is_date(first, second) && ends(end_of_second))
            .then(|| parts(None, first, Some(second), end_of_second));
    };
    if width == 4 && (1000..3000).contains(&first) && is_date(second, third) {
        let dot = mark == '.' && passage.char(end) == Some('.') && passage.char(end + 1) == Some(' ');
        return ends(end).then(|| parts(year(first), second, Some(third), end + usize::from(dot)));
    }
    if width > 2 || !ends(end) {
        return None;
    }
    let width_of_third = end - passage.skip_space(end_of_second + 1);
    let (y, m, d) = match width_of_third {
        4 if is_date(first, second) && mark != '.' => (third, first, second),
        4 if is_date(second, first) => (third, second, first),
        2 if is_date(second, third) && first > 31 => (full_year(first), second, third),
        2 if bare && is_date(first, second) => (full_year(third), first, second),
        _ => return None,
    };
    (1000..3000).contains(&y).then(|| parts(year(y), m, Some(d), end))
}

/// "20261101", when it is the whole text.
fn compact(passage: &Passage<'_>, at: usize) -> Option<(i32, i32, i32, usize)> {
    const DIGITS: usize = 8;
    if at != 0 || passage.chars.len() != DIGITS || !passage.chars.iter().all(char::is_ascii_digit) {
        return None;
    }
    let number = |from: usize, to: usize| passage.text.get(from..to).and_then(|t| t.parse::<i32>().ok());
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    crate::civil::Date::new(year, month as u8, day as u8)?;
    Some((year, month, day, DIGITS))
}
