//! Dates as styles write them; what is not known of a date is left out.

use super::words::words;
use crate::civil::{Date, DateTime};
use serde::Serialize;

/// When an item was published, as far as is known: a day, a month, or a year alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Issued {
    /// Year.
    pub year: i32,
    /// Month, 1..=12.
    pub month: Option<u8>,
    /// Day of the month, 1..=31; only with a month.
    pub day: Option<u8>,
}

impl From<Date> for Issued {
    fn from(date: Date) -> Self {
        Self { year: date.year, month: Some(date.month), day: Some(date.day) }
    }
}

impl From<DateTime> for Issued {
    fn from(when: DateTime) -> Self {
        when.date.into()
    }
}

impl std::fmt::Display for Issued {
    /// ISO 8601: `2024-10-01`, `2024-10`, `2024`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        [self.month, self.day].iter().flatten().try_for_each(|part| write!(f, "-{part:02}"))
    }
}

impl Issued {
    fn month_of(self, names: &[&'static str]) -> &'static str {
        let name = |month: u8| names.get(usize::from(month).wrapping_sub(1)).copied();
        self.month.and_then(name).unwrap_or_default()
    }

    fn day_text(self) -> String {
        self.day.map_or_else(String::new, |day| day.to_string())
    }

    fn year_text(self) -> String {
        self.year.to_string()
    }
}

/// The pieces that are known, in order.
fn joined(pieces: &[&str], separator: &str) -> String {
    pieces.iter().copied().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(separator)
}

/// `October 1, 2024`; `October 2024`
pub(super) fn american(date: Issued) -> String {
    let comma = if date.day.is_some() { ", " } else { " " };
    joined(&[&month_day(date), &date.year_text()], comma)
}

/// `October 1`; `October`
pub(super) fn month_day(date: Issued) -> String {
    joined(&[date.month_of(words().months_full), &date.day_text()], " ")
}

/// `2024, October 1` (APA)
pub(super) fn year_first(date: Issued) -> String {
    joined(&[&date.year_text(), &month_day(date)], ", ")
}

/// `1 Oct. 2024` (MLA)
pub(super) fn day_first(date: Issued) -> String {
    joined(&[&date.day_text(), date.month_of(words().months_mla), &date.year_text()], " ")
}

/// `1 October`; `October` (Harvard)
pub(super) fn day_month(date: Issued) -> String {
    joined(&[&date.day_text(), date.month_of(words().months_full)], " ")
}

/// `1 October 2024`
pub(super) fn british(date: Issued) -> String {
    joined(&[&day_month(date), &date.year_text()], " ")
}

/// `Oct. 01, 2024`; `Oct. 2024` (IEEE)
pub(super) fn two_digit_day(date: Issued) -> String {
    let day = date.day.map_or_else(String::new, |day| format!("{day:02},"));
    joined(&[date.month_of(words().months_three), &day, &date.year_text()], " ")
}

/// `2024 Oct 1` (Vancouver)
pub(super) fn big_endian(date: Issued) -> String {
    let month = date.month_of(words().months_three).trim_end_matches('.');
    joined(&[&date.year_text(), month, &date.day_text()], " ")
}

/// `2024. 10. 1.`
pub(super) fn dotted(date: Issued) -> String {
    let parts = [Some(date.year), date.month.map(i32::from), date.day.map(i32::from)];
    parts.iter().flatten().map(|part| format!("{part}.")).collect::<Vec<_>>().join(" ")
}

/// `2024년 10월 1일`
pub(super) fn korean(date: Issued) -> String {
    let parts = [(Some(date.year), "년"), (date.month.map(i32::from), "월"), (date.day.map(i32::from), "일")];
    parts.iter().filter_map(|(part, unit)| part.map(|part| format!("{part}{unit}"))).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_left_out() {
        let day = Issued { year: 2024, month: Some(10), day: Some(1) };
        let (month, year) = (Issued { day: None, ..day }, Issued { month: None, day: None, ..day });
        let check = |write: fn(Issued) -> String, expect: [&str; 3]| assert_eq!([day, month, year].map(write), expect);
        check(|date| date.to_string(), ["2024-10-01", "2024-10", "2024"]);
        check(american, ["October 1, 2024", "October 2024", "2024"]);
        check(month_day, ["October 1", "October", ""]);
        check(year_first, ["2024, October 1", "2024, October", "2024"]);
        check(day_first, ["1 Oct. 2024", "Oct. 2024", "2024"]);
        check(british, ["1 October 2024", "October 2024", "2024"]);
        check(two_digit_day, ["Oct. 01, 2024", "Oct. 2024", "2024"]);
        check(big_endian, ["2024 Oct 1", "2024 Oct", "2024"]);
        check(dotted, ["2024. 10. 1.", "2024. 10.", "2024."]);
        check(korean, ["2024년 10월 1일", "2024년 10월", "2024년"]);
    }
}
