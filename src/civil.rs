//! Civil dates and times, and their written forms. No clock and no time zone tables: an offset is what the page says.

use serde::{Serialize, Serializer};
use std::fmt;

/// A day of the proleptic Gregorian calendar. Months 1..=12, days 1..=31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1..=9999 in all that is read from pages.
    pub year: i32,
    /// Month, 1..=12.
    pub month: u8,
    /// Day of the month, 1..=31.
    pub day: u8,
}

/// A day with a time of day and, where the page says one, an offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// Minutes since midnight, 0..=1439; `None` when only the day is known.
    pub minute_of_day: Option<u16>,
    /// Minutes east of UTC, -840..=840; `None` when not written.
    pub offset: Option<i16>,
}

impl Date {
    /// The date, if it exists in the calendar.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    pub fn days(self) -> i64 {
        let y = i64::from(self.year) - i64::from(self.month <= 2);
        let era = y.div_euclid(400);
        let yoe = y - era * 400;
        let mp = (i64::from(self.month) + 9) % 12;
        let doy = (153 * mp + 2) / 5 + i64::from(self.day) - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        era * 146_097 + doe - 719_468
    }

    /// The date that is `days` after 1970-01-01.
    pub fn from_days(days: i64) -> Self {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z - era * 146_097;
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        Self {
            year: (yoe + era * 400 + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: (doy - (153 * mp + 2) / 5 + 1) as u8,
        }
    }

    /// The date `days` later (earlier when negative).
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_days(self.days() + days)
    }

    /// Day of the week, Monday 0 to Sunday 6.
    pub fn weekday(self) -> u8 {
        (self.days() + 3).rem_euclid(7) as u8
    }
}

impl DateTime {
    /// Reads a date as pages write it: ISO 8601, `20240930070500`, "2024. 9. 30. 07:05", "2024.09.30. 오전 7:05",
    /// "2024년 9월 30일 7시 5분". The year comes first, in four digits; what stands before it is skipped.
    ///
    /// ```
    /// let read = |text| malgeun::civil::DateTime::written(text).map(|d| d.to_string());
    /// assert_eq!(read("입력 2024. 9. 30. 07:05").as_deref(), Some("2024-09-30T07:05:00"));
    /// assert_eq!(read("2024-09-30T07:05:00+09:00").as_deref(), Some("2024-09-30T07:05:00+09:00"));
    /// assert_eq!(read("제2024-1호"), None);
    /// ```
    pub fn written(text: &str) -> Option<Self> {
        let numbers = numbers(text);
        if let Some(compact) = numbers.iter().find(|n| matches!(n.digits.len(), 8 | 12 | 14)) {
            return Self::compact(compact.digits);
        }
        let year = numbers.iter().position(|n| n.digits.len() == 4 && n.value() >= 1000)?;
        let [y, m, d] = [year, year + 1, year + 2].map(|i| numbers.get(i));
        let (y, m, d) = (y?, m?, d?);
        if m.gap > MAX_GAP || d.gap > MAX_GAP {
            return None;
        }
        let date = Date::new(y.value() as i32, u8::try_from(m.value()).ok()?, u8::try_from(d.value()).ok()?)?;
        let after = &text[d.end..];
        Some(Self { date, ..Self::time_after(date, after) })
    }

    fn compact(digits: &str) -> Option<Self> {
        let part = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u16>().ok());
        let date = Date::new(i32::from(part(0, 4)?), part(4, 6)? as u8, part(6, 8)? as u8)?;
        let minute = part(8, 10).zip(part(10, 12)).filter(|(h, m)| *h < 24 && *m < 60).map(|(h, m)| h * 60 + m);
        Some(Self { date, minute_of_day: minute, offset: None })
    }

    /// The time of day that stands near the start of `after`, with its offset.
    fn time_after(date: Date, after: &str) -> Self {
        let numbers = numbers(after);
        let none = Self { date, minute_of_day: None, offset: None };
        let [Some(h), Some(m)] = [numbers.first(), numbers.get(1)] else { return none };
        let between = &after[h.end..m.end - m.digits.len()];
        if h.gap > MAX_GAP_TO_TIME || !(between == ":" || between.starts_with('시')) || h.value() > 23 || m.value() > 59 {
            return none;
        }
        let lead = &after[..h.end];
        let noon = lead.contains("오후") || after[m.end..].trim_start().get(..2).is_some_and(|w| w.eq_ignore_ascii_case("pm"));
        let midnight = (lead.contains("오전")
            || after[m.end..].trim_start().get(..2).is_some_and(|w| w.eq_ignore_ascii_case("am")))
            && h.value() == 12;
        let hour = if noon && h.value() < 12 {
            h.value() + 12
        } else if midnight {
            0
        } else {
            h.value()
        };
        Self { date, minute_of_day: Some((hour * 60 + m.value()) as u16), offset: offset(&after[m.end..]) }
    }
}

/// Letters between the parts of a date ("년 ", ". ", "-"), and from the day to the hour (". (월) 오전 ").
const MAX_GAP: usize = 3;
const MAX_GAP_TO_TIME: usize = 12;

/// A run of digits in a text.
struct Number<'a> {
    digits: &'a str,
    /// Where it ends, in bytes.
    end: usize,
    /// Characters between the number before and this one.
    gap: usize,
}

impl Number<'_> {
    fn value(&self) -> u32 {
        self.digits.parse().unwrap_or(u32::MAX)
    }
}

fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut out = Vec::new();
    let mut last = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i) {
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |i| start + i);
        out.push(Number { digits: &text[start..end], end, gap: text[last..start].chars().count() });
        (last, at) = (end, end);
    }
    out
}

/// An offset that follows a time: `Z`, `+09:00`, `+0900`, seconds and fractions before it skipped.
fn offset(after: &str) -> Option<i16> {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
    if rest.starts_with('Z') {
        return Some(0);
    }
    let sign = match rest.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = rest[1..].chars().filter(|c| *c != ':').take_while(char::is_ascii_digit).collect();
    let minutes = digits.get(..2)?.parse::<i16>().ok()? * 60 + digits.get(2..4)?.parse::<i16>().ok()?;
    (minutes <= 14 * 60).then_some(sign * minutes)
}

/// Days of a month, 28..=31; 0 when the month is not in 1..=12.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        let Some(minute) = self.minute_of_day else { return Ok(()) };
        write!(f, "T{:02}:{:02}:00", minute / 60, minute % 60)?;
        match self.offset {
            None => Ok(()),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(DateTime::written(text).map(|d| d.to_string()).unwrap_or_default(), expect, "{text}");
    }

    #[test]
    fn written_dates() {
        check("2024-09-30T07:05:00+09:00", "2024-09-30T07:05:00+09:00");
        check("2024-09-30T07:05:12.345Z", "2024-09-30T07:05:00+00:00");
        check("2024-09-30 07:05:00", "2024-09-30T07:05:00");
        check("20240930070500", "2024-09-30T07:05:00");
        check("20240930", "2024-09-30");
        check("2024. 9. 30. 07:05", "2024-09-30T07:05:00");
        check("2024.09.30. 오전 7:05", "2024-09-30T07:05:00");
        check("2024.09.30. 오후 7:05", "2024-09-30T19:05:00");
        check("2024.09.30 오전 12:10", "2024-09-30T00:10:00");
        check("2024년 9월 30일 (월) 7시 5분", "2024-09-30T07:05:00");
        check("입력 2026.01.06 (17:45)", "2026-01-06T17:45:00");
        check("2024-09-30", "2024-09-30");
        check("2024-13-30", "");
        check("1234 5678 9", "");
        check("12:30", "");
    }

    #[test]
    fn days_and_back() {
        for (date, days) in [((1970, 1, 1), 0), ((2000, 3, 1), 11_017), ((2024, 2, 29), 19_782), ((1969, 12, 31), -1)] {
            let date = Date::new(date.0, date.1, date.2).expect("exists");
            assert_eq!(date.days(), days);
            assert_eq!(Date::from_days(days), date);
        }
        assert_eq!(Date::new(2024, 9, 30).map(Date::weekday), Some(0));
        assert_eq!(Date::new(2023, 2, 29), None);
    }
}
