//! The year of a month and the month of a day that are written without one.

use super::anchor::Anchor;
use super::moment::month_after;
use super::parts::{Direction, Parts, Reference};
use super::query;
use crate::civil::Date;

/// A bare day ("31일") means the month of publication, unless it lies this near in the month before or after: a paper of the
/// 1st writes "31일" for yesterday, but "지난달 20일" for the 20th.
const NEAR_DAYS: i64 = 6;
/// A bare month this far ahead of publication means last year's: a paper of February writes "12월" for December gone.
const MONTHS_AHEAD: i64 = 8;

pub(super) fn month(parts: &Parts, written: Option<i32>, relative: bool, anchor: &mut Anchor) -> (Option<String>, bool) {
    let resolved = match parts.month {
        Some(Reference::Named(named)) => {
            let told = anchor
                .sentence_month
                .or(anchor.topic_month)
                .filter(|_| named.beside)
                .and_then(|(year, month)| Date::new(year, month, 1));
            told.or(anchor.published).map(|from| month_after(from, named.shift))
        }
        Some(Reference::Absolute(month)) => written.or_else(|| guess_year(parts, month, anchor)).map(|year| (year, month as u8)),
        None => anchor.published.map(|p| month_after(p, 0)),
    };
    let Some((year, month)) = resolved else { return (None, true) };
    (anchor.sentence_year, anchor.last_year) = (Some(year), Some(year));
    anchor.sentence_month = Some((year, month));
    anchor.last_month = Some(month);
    let beside = matches!(parts.month, Some(Reference::Named(named)) if named.beside);
    if parts.days.is_empty() && parts.month_to.is_none() && !beside {
        anchor.saw_month(year, month);
    }
    if let Some(to) = parts.month_to {
        anchor.months = Some((month, Some(to)));
        let end = year + i32::from(to < month);
        return (Some(format!("{year:04}-{month:02}/{end:04}-{to:02}")), relative);
    }
    if parts.days.is_empty() {
        // "1월부터 5월까지": the end of a range.
        let first = anchor.months.filter(|_| anchor.since.is_some()).map(|m| m.0);
        anchor.months = Some(first.map_or((month, None), |first| (first, Some(month))));
        return (Some(format!("{year:04}-{month:02}")), relative);
    }
    (days(parts, year, month, anchor), relative)
}

/// The year of a month that is written without one.
pub(super) fn guess_year(parts: &Parts, month: i32, anchor: &Anchor) -> Option<i32> {
    let published = anchor.published?;
    let ahead = i64::from(month) - i64::from(published.month);
    let day = parts.days.last().copied();
    if let Some(year) = day.zip(parts.weekday).and_then(|(day, weekday)| year_on(month as u8, day, weekday, published)) {
        return Some(year);
    }
    if anchor.query && parts.direction == Direction::Unsaid {
        let told = anchor
            .since
            .map(|d| d.year)
            .filter(|&year| (year, month, day.unwrap_or(1)) >= (year, i32::from(anchor.since.map_or(1, |d| d.month)), 1));
        return told.or_else(|| query::year_of(month as u8, day, published));
    }
    let later = ahead > 0 || ahead == 0 && day.is_none_or(|d| d > published.day);
    match parts.direction {
        Direction::Past => Some(published.year - i32::from(later)),
        Direction::Coming | Direction::Next => {
            Some(published.year + i32::from(ahead < 0 || ahead == 0 && day.is_some_and(|d| d < published.day)))
        }
        Direction::Unsaid | Direction::This => {
            let told = anchor.sentence_month.filter(|&(year, m)| year != published.year && i32::from(m) <= month);
            let gone = i32::from(ahead >= MONTHS_AHEAD);
            let next = i32::from(anchor.to_come && ahead <= -MONTHS_AHEAD);
            Some(told.map_or(published.year - gone + next, |t| t.0))
        }
    }
}

/// The year near publication in which a day falls on the weekday that is written beside it.
fn year_on(month: u8, day: u8, weekday: u8, published: Date) -> Option<i32> {
    let years = [0, 1, -1].map(|shift| published.year + shift);
    years.into_iter().find(|&year| Date::new(year, month, day).is_some_and(|d| d.weekday() == weekday))
}

fn days(parts: &Parts, year: i32, month: u8, anchor: &mut Anchor) -> Option<String> {
    let dates: Vec<Date> = parts.days.iter().filter_map(|&day| Date::new(year, month, day)).collect();
    if dates.len() != parts.days.len() {
        return None;
    }
    anchor.saw_day(*dates.last()?);
    if parts.days_are_range {
        anchor.first_day = dates.first().copied();
    }
    let mark = if parts.days_are_range { "/" } else { "," };
    Some(dates.iter().map(Date::to_string).collect::<Vec<_>>().join(mark))
}

/// Days without a month.
pub(super) fn bare_days(parts: &Parts, anchor: &mut Anchor) -> Option<String> {
    let day = *parts.days.last()?;
    let earlier = |(year, month)| anchor.sentence_day.is_none_or(|d| (d.year, d.month) != (year, month) || d.day < day);
    let told = anchor.sentence_month.filter(|m| parts.direction == Direction::Unsaid && !parts.reported && earlier(*m));
    // "다음 달 3일 출시를 앞두고 27일": the day of the news itself.
    let today = |m: &(i32, u8)| anchor.published.is_some_and(|p| (p.year, p.month) < *m && p.day == day);
    if let Some((year, month)) = told.filter(|m| !today(m)) {
        return days(parts, year, month, anchor);
    }
    let published = anchor.published?;
    if let Some(weekday) = parts.weekday {
        let found = query::day_on(day, weekday, published)?;
        return days(parts, found.year, found.month, anchor);
    }
    let from = if anchor.query { 0 } else { -1 };
    let since = anchor.since.filter(|_| anchor.query).unwrap_or(published);
    let months = [from, from + 1, from + 2].map(|shift| month_after(since, shift));
    let mut dates = months.iter().filter_map(|&(year, month)| Date::new(year, month, day));
    let found = match parts.direction {
        Direction::Past => dates.rfind(|d| *d <= published),
        Direction::Coming | Direction::Next => dates.find(|d| *d >= published),
        Direction::Unsaid | Direction::This if anchor.query => dates.find(|d| *d >= since),
        Direction::Unsaid if parts.scheduled => dates.find(|d| *d >= published),
        Direction::Unsaid | Direction::This => nearest(&dates.collect::<Vec<_>>(), published),
    }?;
    days(parts, found.year, found.month, anchor)
}

fn nearest(dates: &[Date], published: Date) -> Option<Date> {
    let distance = |d: &Date| (d.days() - published.days()).abs();
    let near = dates.iter().filter(|d| distance(d) <= NEAR_DAYS).min_by_key(|d| distance(d));
    near.or_else(|| dates.iter().find(|d| d.month == published.month)).copied()
}
