//! A moment to the second, and how far it is to another: what "three hours ago" is counted with.

use crate::civil::{Date, days_in_month};
use std::fmt;

/// A day and the seconds since its midnight, 0..=86399.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    pub(crate) day: Date,
    pub(crate) second: u32,
}

const DAY_SECONDS: i64 = 86_400;

impl Moment {
    /// `seconds` after the midnight that begins `day`; any number of them.
    pub(crate) fn at(day: Date, seconds: i64) -> Self {
        Self { day: day.plus_days(seconds.div_euclid(DAY_SECONDS)), second: seconds.rem_euclid(DAY_SECONDS) as u32 }
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Self {
        Self::at(self.day, i64::from(self.second) + seconds)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.day, self.second / 3600, self.second / 60 % 60)?;
        if self.second.is_multiple_of(60) { Ok(()) } else { write!(f, ":{:02}", self.second % 60) }
    }
}

/// A time of day without any day: "T08:40"; `seconds` after a midnight, any number of them.
pub(crate) fn time(seconds: i64) -> String {
    let mut moment = Moment::at(Date { year: 1970, month: 1, day: 1 }, seconds).to_string();
    moment.split_off("1970-01-01".len())
}

/// The month `shift` months after that of `day`.
pub(crate) fn month_after(day: Date, shift: i64) -> (i32, u8) {
    let index = i64::from(day.year) * 12 + i64::from(day.month) - 1 + shift;
    (index.div_euclid(12) as i32, (index.rem_euclid(12) + 1) as u8)
}

/// The same day `shift` months later, or the last of that month.
pub(crate) fn plus_months(day: Date, shift: i64) -> Date {
    let (year, month) = month_after(day, shift);
    Date { year, month, day: day.day.min(days_in_month(year, month)) }
}

/// The last day of a month.
pub(crate) fn last_day(year: i32, month: u8) -> Option<Date> {
    Date::new(year, month, days_in_month(year, month))
}

/// The Monday of the week that holds a day.
pub(crate) fn monday(day: Date) -> Date {
    day.plus_days(-i64::from(day.weekday()))
}

/// The `nth` `weekday` of a month, the last for -1.
pub(crate) fn nth_weekday(year: i32, month: u8, nth: i64, weekday: u8) -> Option<Date> {
    if nth < 0 {
        let last = last_day(year, month)?;
        return Some(last.plus_days(-(i64::from(last.weekday()) - i64::from(weekday)).rem_euclid(7)));
    }
    let first = Date::new(year, month, 1)?;
    let found = first.plus_days((i64::from(weekday) - i64::from(first.weekday())).rem_euclid(7) + 7 * (nth - 1));
    (found.month == month).then_some(found)
}

/// ISO week of a day: "2023-W43" (ISO 8601: the week belongs to the year of its Thursday).
pub(crate) fn iso_week(day: Date) -> String {
    let thursday = day.plus_days(3 - i64::from(day.weekday()));
    let first = Date { year: thursday.year, month: 1, day: 1 };
    format!("{:04}-W{:02}", thursday.year, (thursday.days() - first.days()) / 7 + 1)
}

/// The Monday of an ISO week.
pub(crate) fn week_start(year: i32, week: i64) -> Option<Date> {
    Some(monday(Date::new(year, 1, 4)?).plus_days(7 * (week - 1)))
}
