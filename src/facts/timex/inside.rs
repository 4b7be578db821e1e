//! Days and weeks inside a month or year, weekends, and days with names: what is counted, not written.

use super::anchor::Anchor;
use super::interval::bounds;
use super::moment::{iso_week, last_day, monday, month_after, nth_weekday};
use super::month::guess_year;
use super::parts::{Direction, Part, Parts, Reference};
use super::resolve::year;
use crate::civil::Date;
use crate::lang::Named;

/// "주말", "지난 주말", "주중".
pub(super) fn weekend(parts: &Parts, anchor: &Anchor) -> Option<String> {
    // "주말에는 78.9% 수준이다": every weekend.
    if parts.bound
        && parts.direction == Direction::Unsaid
        && !anchor.query
        && !anchor.to_come
        && parts.part == Some(Part::Weekend)
    {
        return Some("XXXX-WXX-WE".to_owned());
    }
    let published = anchor.published?;
    let weeks = match parts.direction {
        Direction::Past => -1,
        Direction::Next => 1,
        _ => 0,
    };
    let week = iso_week(published.plus_days(7 * weeks));
    Some(if parts.part == Some(Part::Weekend) { format!("{week}-WE") } else { week })
}

/// "추석", "지난해 추석": without a year the one that is nearest ahead, or behind in a text of what has been.
pub(super) fn holiday(parts: &Parts, anchor: &mut Anchor) -> (Option<String>, bool) {
    let Some(holiday) = parts.holiday else { return (None, true) };
    let (written, relative) = year(parts, anchor);
    // "새해를 맞아": the year, save where somebody asks for the day.
    if holiday.word == "새해" && !anchor.query {
        let coming = anchor.published.map(|p| p.year + i32::from(p.month == 12));
        return (written.or(coming).map(|year| year.to_string()), relative);
    }
    let of = |year: i32| super::holiday::day(holiday, year, anchor.holidays);
    let found = match (written, anchor.published) {
        (Some(year), _) => of(year),
        (None, None) => None,
        (None, Some(published)) => {
            let years = [published.year - 1, published.year, published.year + 1];
            let mut days = years.into_iter().filter_map(of);
            match parts.direction {
                Direction::Past => days.rfind(|d| *d < published),
                Direction::Unsaid if !anchor.query => days.min_by_key(|d| {
                    let far = (d.days() - published.days()).abs();
                    far + if d.year == published.year { -FEAST_DAYS } else { 0 }
                }),
                _ => days.find(|d| *d >= published),
            }
        }
    };
    found.into_iter().for_each(|d| anchor.saw_day(d));
    let off = found.filter(|_| parts.days_off).and_then(|day| super::holiday::days_off(holiday, day));
    (off.map(|(first, last)| format!("{first}/{last}")).or(found.map(|d| d.to_string())), relative)
}

/// Days between a feast of this year and the publication from which the one of the year before or after is meant.
const FEAST_DAYS: i64 = 240;

/// A week, weekday or edge inside a month or year: "10월 둘째 주 금요일", "올해 마지막 날".
pub(super) fn inside(parts: &Parts, written: Option<i32>, anchor: &mut Anchor) -> Option<String> {
    if parts.month.is_none()
        && let Some(year) = written
    {
        let day = match (parts.part, parts.nth_week) {
            (Some(Part::LastDay), _) => Date::new(year, 12, 31)?,
            (Some(Part::FirstDay), _) => Date::new(year, 1, 1)?,
            (_, Some(nth)) if nth > 0 => return week_part(super::moment::week_start(year, nth)?, parts, anchor),
            (_, Some(nth)) => {
                let whole = i64::from(anchor.upcoming) * 7;
                return week_part(monday(Date::new(year, 12, 31)?).plus_days(7 * (nth + 1) - whole), parts, anchor);
            }
            _ => return None,
        };
        anchor.saw_day(day);
        return Some(day.to_string());
    }
    let published = anchor.published;
    let (year, month) = match parts.month {
        Some(Reference::Named(named)) => month_after(published?, named.shift),
        Some(Reference::Absolute(month)) => (written.or_else(|| guess_year(parts, month, anchor))?, month as u8),
        None => {
            let (year, month) = anchor.sentence_month.unwrap_or(month_after(published?, 0));
            let past = |day: &str| bounds(day).is_some_and(|b| Some(b.1) <= published);
            let this = inside_month(parts, year, month, anchor);
            if this.as_deref().is_some_and(|d| !past(d)) || !anchor.query {
                return this;
            }
            month_after(Date::new(year, month, 1)?, 1)
        }
    };
    anchor.sentence_month = Some((year, month));
    inside_month(parts, year, month, anchor)
}

/// The Monday of the day this many days after the first of a month begins the first week with most of its days in the month.
const MOST_OF_WEEK: i64 = 3;

fn inside_month(parts: &Parts, year: i32, month: u8, anchor: &mut Anchor) -> Option<String> {
    let first = Date::new(year, month, 1)?;
    let last = last_day(year, month)?;
    let day = match (parts.part, parts.nth_week, parts.nth) {
        (Some(Part::LastDay), ..) => last,
        (Some(Part::FirstDay), ..) => first,
        (_, Some(nth), _) => {
            let whole = i64::from(anchor.upcoming && last.weekday() != 6) * 7;
            // Typed alone, the week in which the first of the month falls; else the first with most of its days in the month (ISO
            // 8601 and KS X ISO 8601 count weeks so): the one that holds its first Thursday.
            let start = if anchor.query || anchor.upcoming { monday(first) } else { monday(first.plus_days(MOST_OF_WEEK)) };
            let week = if nth < 0 { monday(last).plus_days(7 * (nth + 1) - whole) } else { start.plus_days(7 * (nth - 1)) };
            return week_part(week, parts, anchor);
        }
        (.., nth) => nth_weekday(year, month, nth.unwrap_or(1), parts.weekday?)?,
    };
    anchor.saw_day(day);
    Some(day.to_string())
}

/// A week, or the weekday or weekend of it that is said.
fn week_part(week: Date, parts: &Parts, anchor: &mut Anchor) -> Option<String> {
    anchor.sentence_week = Some(week);
    match (parts.weekday, parts.part) {
        (Some(weekday), _) => {
            let day = week.plus_days(i64::from(weekday));
            anchor.saw_day(day);
            Some(day.to_string())
        }
        (None, Some(Part::Weekend)) => Some(format!("{}-WE", iso_week(week))),
        _ => Some(iso_week(week)),
    }
}

/// A week, its end, or a weekday in it.
pub(super) fn week_value(parts: &Parts, week: &Named, anchor: &mut Anchor) -> Option<String> {
    let from = anchor.sentence_week.filter(|_| week.beside).or(anchor.published)?;
    let day = from.plus_days(7 * week.shift);
    if let Some(part) = parts.part {
        return Some(if part == Part::Weekend { format!("{}-WE", iso_week(day)) } else { iso_week(day) });
    }
    let Some(weekday) = parts.weekday else { return Some(iso_week(day)) };
    let day = monday(day).plus_days(i64::from(weekday));
    anchor.saw_day(day);
    Some(day.to_string())
}
