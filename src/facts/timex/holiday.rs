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

/// Years from which a feast of three days that falls on a Sunday gives a day more (Korean decree 24828 of 2013).
const FIRST_SUBSTITUTE: i32 = 2014;
/// Monday is 0.
const SATURDAY: u8 = 5;
const SUNDAY: u8 = 6;

/// First and last of the days off around 설 or 추석: the day before and after (since 1989), the day in lieu of a Sunday, and the
/// weekend that touches them.
pub(super) fn days_off(holiday: &Holiday, day: Date) -> Option<(Date, Date)> {
    if !matches!(holiday.on, "설" | "추석") {
        return None;
    }
    let (mut first, mut last) = (day.plus_days(-1), day.plus_days(1));
    let on_sunday = (-1..=1).any(|shift| day.plus_days(shift).weekday() == SUNDAY);
    if on_sunday && day.year >= FIRST_SUBSTITUTE {
        last = last.plus_days(1);
    }
    while first.plus_days(-1).weekday() >= SATURDAY {
        first = first.plus_days(-1);
    }
    while last.plus_days(1).weekday() >= SATURDAY {
        last = last.plus_days(1);
    }
    Some((first, last))
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
    use super::{Holiday, days_off};

    #[test]
    fn days_off_take_the_weekend_and_the_day_in_lieu() {
        let chuseok = Holiday { word: "추석", on: "추석", shift: 0 };
        let off = |year, month, day| {
            let feast = crate::civil::Date::new(year, month, day)?;
            days_off(&chuseok, feast).map(|(a, b)| format!("{a}/{b}"))
        };
        assert_eq!(off(2024, 9, 17).as_deref(), Some("2024-09-14/2024-09-18"));
        assert_eq!(off(2020, 1, 25).as_deref(), Some("2020-01-24/2020-01-27"));
        assert_eq!(off(2013, 2, 10).as_deref(), Some("2013-02-09/2013-02-11"));
    }

    #[test]
    fn easter_of_some_years() {
        for (year, expect) in [(2010, "2010-04-04"), (2024, "2024-03-31"), (2026, "2026-04-05")] {
            assert_eq!(super::easter(year).map(|d| d.to_string()).as_deref(), Some(expect));
        }
    }
}
