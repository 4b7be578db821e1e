//! A TIMEX3 value as the half-open interval of days that it means, as corpora of temporal expressions write it:
//! "2024-Q3" is `2024-07-01/2024-10-01`. Instants and single days stay as they are.

use super::moment::{Moment, last_day, week_start};
use crate::civil::Date;

/// The interval of a value; the value itself where it is a day, a month, a year or an instant; `None` for what is no time.
pub(crate) fn interval(value: &str) -> Option<String> {
    if value.starts_with('P') || value.contains('X') {
        return None;
    }
    if value.contains(',') || value.starts_with("..") || value.ends_with("..") {
        return Some(value.to_owned());
    }
    if let Some((from, to)) = value.split_once('/') {
        if from.contains('T') || to.contains('T') {
            return Some(value.to_owned());
        }
        return Some(format!("{}/{}", bounds(from)?.0, bounds(to)?.1));
    }
    if let Some((day, time)) = value.split_once('T') {
        return Some(hours(day, time).unwrap_or_else(|| value.to_owned()));
    }
    let plain = matches!(value.len(), 4 | 7 | 10) && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if plain {
        return Some(value.to_owned());
    }
    let (from, to) = bounds(value)?;
    Some(format!("{from}/{to}"))
}

/// A part of the day, in the hours that the word means when no word of a language says it more closely.
fn hours(day: &str, part: &str) -> Option<String> {
    let (from, to) = match part {
        "MO" => (8, 12),
        "MI" => (12, 13),
        "AF" => (12, 16),
        "EV" => (16, 20),
        "NI" => (20, 24),
        _ => return None,
    };
    let day = date(day)?;
    Some(format!("{}/{}", Moment::at(day, from * 3600), Moment::at(day, to * 3600)))
}

/// A day written `2024-09-30`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let mut numbers = text.splitn(3, '-').map(|n| n.parse::<i32>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// First day and the day after the last.
pub(crate) fn bounds(value: &str) -> Option<(Date, Date)> {
    if let Some(day) = date(value) {
        return Some((day, day.plus_days(1)));
    }
    let Some((year, rest)) = value.split_once('-') else {
        let years: i32 = value.parse().ok()?;
        let (first, count) = match value.len() {
            4 => (years, 1),
            3 => (years * 10, 10),
            2 => (years * 100, 100),
            _ => return None,
        };
        return Some((Date::new(first.max(1), 1, 1)?, Date::new(first + count, 1, 1)?));
    };
    let year: i32 = year.parse().ok()?;
    let months = |first: u8, count: u8| {
        let last = first + count - 1;
        let end = if last > 12 { last_day(year + 1, last - 12) } else { last_day(year, last) };
        Some((Date::new(year, first, 1)?, end?.plus_days(1)))
    };
    if let Some(week) = rest.strip_prefix('W').filter(|week| week.starts_with(|c: char| c.is_ascii_digit())) {
        let (week, days) = week.split_once("-WE").map_or((week, None), |w| (w.0, Some(5)));
        let start = week_start(year, week.parse().ok()?)?;
        return Some((start.plus_days(days.unwrap_or(0)), start.plus_days(7)));
    }
    match rest {
        "H1" => months(1, 6),
        "H2" => months(7, 6),
        "Q1" => months(1, 3),
        "Q2" => months(4, 3),
        "Q3" => months(7, 3),
        "Q4" => months(10, 3),
        "SP" => months(3, 3),
        "SU" => Some((Date::new(year, 6, 21)?, Date::new(year, 9, 24)?)),
        "FA" => months(9, 3),
        "WI" => months(12, 3),
        month => months(month.parse().ok().filter(|m| (1..=12).contains(m))?, 1),
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(value: &str, expect: &str) {
        assert_eq!(super::interval(value).unwrap_or_default(), expect, "{value}");
    }

    #[test]
    fn values_are_intervals() {
        check("2024-09-30", "2024-09-30");
        check("2024", "2024");
        check("2024-Q4", "2024-10-01/2025-01-01");
        check("2015-W01", "2014-12-29/2015-01-05");
        check("2016-W45-WE", "2016-11-12/2016-11-14");
        check("199", "1990-01-01/2000-01-01");
        check("14", "1400-01-01/1500-01-01");
        check("2024-09-07/2024-09-08", "2024-09-07/2024-09-09");
        check("2015/2017", "2015-01-01/2018-01-01");
        check("2024-05-10TAF", "2024-05-10T12:00/2024-05-10T16:00");
        check("2024-05-10T14:00", "2024-05-10T14:00");
        check("P3Y", "");
        check("XXXX-WXX", "");
        check("2024-WI", "2024-12-01/2025-03-01");
    }
}
