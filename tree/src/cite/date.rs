//! Dates as styles write them.

use super::words::words;
use crate::civil::Date;

/// `October 1, 2024`
pub(super) fn american(date: Date) -> String {
    format!("{} {}, {}", month(words().months_full, date), date.day, date.year)
}

/// `2024, October 1` (APA)
pub(super) fn year_first(date: Date) -> String {
    format!("{}, {} {}", date.year, month(words().months_full, date), date.day)
}

/// `1 Oct. 2024` (MLA)
pub(super) fn day_first(date: Date) -> String {
    format!("{} {} {}", date.day, month(words().months_mla, date), date.year)
}

/// `2024. 10. 1.`
pub(super) fn dotted(date: Date) -> String {
    format!("{}. {}. {}.", date.year, date.month, date.day)
}

/// `2024년 10월 1일`
pub(super) fn korean(date: Date) -> String {
    format!("{}년 {}월 {}일", date.year, date.month, date.day)
}

fn month(names: &[&'static str], date: Date) -> &'static str {
    names.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or_default()
}
