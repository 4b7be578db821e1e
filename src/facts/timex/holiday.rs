//! The day of a feast in a year: fixed, the n-th weekday of a month, counted from Easter, or from a table of the moon.

use super::moment::nth_weekday;
use crate::civil::Date;
use crate::lang::{Holiday, Moving};

/// The day of a holiday in a year, where it is known.
pub(super) fn day(holiday: &Holiday, year: i32, moving: &[Moving]) -> Option<Date> {
    let on = holiday.on;
    let found = if on == "easter" {
        easter(year)
    } else if let Some((month, rest)) = on.split_once('/') {
        let (nth, weekday) = rest.split_once('/')?;
        nth_weekday(year, month.parse().ok()?, nth.parse().ok()?, weekday.parse().ok()?)
    } else if let Some((month, day)) = on.split_once('-') {
        Date::new(year, month.parse().ok()?, day.parse().ok()?)
    } else {
        let feast = moving.iter().find(|m| m.word == on)?;
        let day = *feast.days.get(usize::try_from(year - feast.first).ok()?)?;
        Date::new(year, (day / 100) as u8, (day % 100) as u8)
    }?;
    Some(found.plus_days(holiday.shift))
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, g) = (b / 4, b % 4, (8 * b + 13) / 25);
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as u8, (n % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    #[test]
    fn easter_of_some_years() {
        for (year, expect) in [(2010, "2010-04-04"), (2024, "2024-03-31"), (2026, "2026-04-05")] {
            assert_eq!(super::easter(year).map(|d| d.to_string()).as_deref(), Some(expect));
        }
    }
}
