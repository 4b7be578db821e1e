//! Resolves the parts of a date against the publication day and against what the text said before.

use super::parts::{Direction, Parts, Reference};
use super::{Timed, iso_week};
use crate::civil::Date;
use crate::facts::Timex;
use crate::lang::Named;

/// A bare day ("31일") means the month of publication, unless it lies this near in the month before or after: a paper of the
/// 1st writes "31일" for yesterday, but "지난달 20일" for the 20th.
const NEAR_DAYS: i64 = 6;
/// A bare month this far ahead of publication means last year's: a paper of February writes "12월" for December gone.
const MONTHS_AHEAD: i64 = 8;

/// What dates are resolved against.
#[derive(Debug, Clone, Default)]
pub(crate) struct Anchor {
    pub(crate) published: Option<Date>,
    /// The last day named in this sentence.
    sentence_day: Option<Date>,
    /// The last month named with its year in this sentence.
    sentence_month: Option<(i32, u8)>,
    /// The last year named in this sentence.
    sentence_year: Option<i32>,
    /// The last year named at all.
    last_year: Option<i32>,
    /// The last day named at all.
    last_day: Option<Date>,
    /// The last day named that is the day of publication or the one before: the day of the news.
    dateline: Option<Date>,
    /// The last part of a year named: "Q3", "H1".
    pub(crate) period: Option<String>,
    /// The last month named by number or distance.
    last_month: Option<u8>,
}

impl Anchor {
    pub(crate) fn new(published: Option<Date>) -> Self {
        Self { published, ..Self::default() }
    }

    pub(crate) fn new_sentence(&mut self) {
        (self.sentence_day, self.sentence_month, self.sentence_year) = (None, None, None);
    }

    fn saw_day(&mut self, day: Date) {
        self.sentence_day = Some(day);
        self.sentence_month = Some((day.year, day.month));
        self.last_day = Some(day);
        if self.published.is_some_and(|p| day == p || day == p.plus_days(-1)) {
            self.dateline = Some(day);
        }
    }

    /// The day that a word like "이날" or "전날" counts from.
    pub(crate) fn base(&self, named: &Named) -> Option<Date> {
        if !named.context {
            return self.published;
        }
        if named.told {
            return self.sentence_day.or(self.last_day);
        }
        let pointing = named.shift > 0 || named.word.starts_with("같은");
        let last = if pointing { self.last_day } else { self.dateline };
        self.sentence_day.or(last).or(self.published)
    }
}

/// The expression with its value, or `None` when the parts make no date.
pub(crate) fn resolve(parts: &Parts, anchor: &mut Anchor) -> Option<Timed> {
    let (value, relative) = value(parts, anchor);
    let timed = parts.hour.is_some() || parts.day_part.is_some();
    let timex_type = if timed { "TIME" } else { "DATE" };
    let value = value.map(|value| clock(parts, value));
    Some(Timed { at: parts.stretch(), timex: Timex { timex_type, value, relative } })
}

/// Appends the time of day to a resolved day.
fn clock(parts: &Parts, day: String) -> String {
    match (parts.hour, parts.day_part) {
        (Some(hour), _) => format!("{day}T{:02}:{:02}", hour, parts.minute.unwrap_or(0)),
        (None, Some(part)) => format!("{day}{}", part.value),
        _ => day,
    }
}

fn value(parts: &Parts, anchor: &mut Anchor) -> (Option<String>, bool) {
    if let Some(day) = parts.day {
        let resolved = anchor.base(day).map(|base| base.plus_days(day.shift));
        resolved.into_iter().for_each(|d| anchor.saw_day(d));
        return (resolved.map(|d| d.to_string()), true);
    }
    if let Some(week) = parts.week {
        return (week_value(parts, week, anchor), true);
    }
    if parts.season_year {
        return (season(parts, anchor), true);
    }
    let (year, relative) = year(parts, anchor);
    if let Some((from, to)) = year.zip(parts.year_to) {
        return (Some(format!("{from:04}/{to:04}")), relative);
    }
    if parts.decade {
        return (year.map(|y| format!("{:03}", y / 10)), relative);
    }
    if parts.same_period {
        let period = anchor.period.as_ref().map(|p| format!("-{p}"));
        return (year.map(|y| format!("{y:04}{}", period.unwrap_or_default())), true);
    }
    if parts.year_part.is_some() || parts.quarter.is_some() {
        return year_part(parts, year, anchor);
    }
    if parts.month.is_some() {
        return month(parts, year, relative, anchor);
    }
    if !parts.days.is_empty() {
        return (bare_days(parts, anchor), true);
    }
    if parts.weekday.is_some() {
        return (weekday(parts, anchor), true);
    }
    if parts.hour.is_some() {
        let day = anchor.sentence_day.or(anchor.dateline).or(anchor.published);
        return (day.map(|d| d.to_string()), true);
    }
    (anchor.sentence_year, anchor.last_year) = (year, year.or(anchor.last_year));
    anchor.sentence_month = None;
    (year.map(|y| format!("{y:04}")), relative)
}

/// The year as written, if one is.
fn year(parts: &Parts, anchor: &Anchor) -> (Option<i32>, bool) {
    match parts.year {
        Some(Reference::Absolute(year)) => (Some(year), false),
        Some(Reference::Named(named)) if named.context => {
            (anchor.sentence_year.or(anchor.last_year).map(|y| y + named.shift as i32), true)
        }
        Some(Reference::Named(named)) => (anchor.published.map(|p| p.year + named.shift as i32), true),
        None => (None, true),
    }
}

fn week_value(parts: &Parts, week: &Named, anchor: &mut Anchor) -> Option<String> {
    let day = anchor.published?.plus_days(7 * week.shift);
    let Some(weekday) = parts.weekday else { return Some(iso_week(day)) };
    let day = day.plus_days(i64::from(weekday) - i64::from(day.weekday()));
    anchor.saw_day(day);
    Some(day.to_string())
}

/// A season of sport that runs over the turn of the year: from July on it is this year's.
fn season(parts: &Parts, anchor: &Anchor) -> Option<String> {
    let published = anchor.published?;
    let first = published.year - i32::from(published.month < 7) - i32::from(parts.direction == Direction::Past);
    Some(format!("{first}/{}", first + 1))
}

fn year_part(parts: &Parts, written: Option<i32>, anchor: &mut Anchor) -> (Option<String>, bool) {
    let now = anchor.published.map(|p| (p.year, (i32::from(p.month) - 1) / 3));
    if let Some(named) = parts.quarter {
        let told = anchor.period.as_ref().and_then(|p| p.strip_prefix('Q')?.parse::<i32>().ok()).map(|q| q - 1);
        let value = now.map(|(year, quarter)| {
            let index = year * 4 + told.unwrap_or(quarter) + named.shift as i32;
            format!("{}-Q{}", index.div_euclid(4), index.rem_euclid(4) + 1)
        });
        return (value, true);
    }
    let part = parts.year_part.clone().unwrap_or_default();
    let quarter = part.strip_prefix('Q').and_then(|q| q.parse::<i32>().ok()).map(|q| q - 1);
    let half = part.strip_prefix('H').and_then(|h| h.parse::<i32>().ok()).map(|h| (h - 1) * 2);
    let guessed = now.map(|(year, current)| {
        let ahead = quarter.map_or_else(|| half.map_or(0, |h| h - (current / 2) * 2), |q| q - current);
        year - i32::from(
            ahead > 1 && quarter.is_some()
                || parts.direction == Direction::Past && ahead >= 0 && (quarter.is_some() || half.is_some()),
        )
    });
    let Some(year) = written.or(guessed) else { return (None, true) };
    anchor.sentence_year = Some(year);
    if let (Some(first), Some(to)) = (quarter, parts.quarter_to) {
        anchor.period = None;
        let last = crate::civil::days_in_month(year, to * 3);
        return (Some(format!("{year:04}-{:02}-01/{year:04}-{:02}-{last:02}", first * 3 + 1, to * 3)), true);
    }
    if quarter.is_some() || half.is_some() {
        anchor.period = Some(part.clone());
    }
    let relative = !matches!(parts.year, Some(Reference::Absolute(_)));
    (Some(format!("{year:04}-{part}")), relative)
}

fn month(parts: &Parts, written: Option<i32>, relative: bool, anchor: &mut Anchor) -> (Option<String>, bool) {
    let resolved = match parts.month {
        Some(Reference::Named(named)) => anchor.published.map(|p| shift_month(p, named.shift)),
        Some(Reference::Absolute(month)) => written.or_else(|| guess_year(parts, month, anchor)).map(|year| (year, month as u8)),
        None => None,
    };
    let Some((year, month)) = resolved else { return (None, true) };
    (anchor.sentence_year, anchor.last_year) = (Some(year), Some(year));
    anchor.sentence_month = Some((year, month));
    anchor.last_month = Some(month);
    if let Some(to) = parts.month_to {
        let end = year + i32::from(to < month);
        return (Some(format!("{year:04}-{month:02}/{end:04}-{to:02}")), relative);
    }
    if parts.days.is_empty() {
        return (Some(format!("{year:04}-{month:02}")), relative);
    }
    (days(parts, year, month, anchor), relative)
}

fn shift_month(day: Date, shift: i64) -> (i32, u8) {
    let index = i64::from(day.year) * 12 + i64::from(day.month) - 1 + shift;
    (index.div_euclid(12) as i32, (index.rem_euclid(12) + 1) as u8)
}

/// The year of a month that is written without one.
fn guess_year(parts: &Parts, month: i32, anchor: &Anchor) -> Option<i32> {
    let published = anchor.published?;
    let ahead = i64::from(month) - i64::from(published.month);
    let day = parts.days.last().copied();
    let later = ahead > 0 || ahead == 0 && day.is_none_or(|d| d > published.day);
    match parts.direction {
        Direction::Past => Some(published.year - i32::from(later)),
        Direction::Coming => Some(published.year + i32::from(ahead < 0 || ahead == 0 && day.is_some_and(|d| d < published.day))),
        Direction::Unsaid => {
            let told = anchor.sentence_month.filter(|&(year, m)| year != published.year && i32::from(m) <= month);
            Some(told.map_or(published.year - i32::from(ahead >= MONTHS_AHEAD), |t| t.0))
        }
    }
}

fn days(parts: &Parts, year: i32, month: u8, anchor: &mut Anchor) -> Option<String> {
    let dates: Vec<Date> = parts.days.iter().filter_map(|&day| Date::new(year, month, day)).collect();
    if dates.len() != parts.days.len() {
        return None;
    }
    anchor.saw_day(*dates.last()?);
    let mark = if parts.days_are_range { "/" } else { "," };
    Some(dates.iter().map(Date::to_string).collect::<Vec<_>>().join(mark))
}

/// Days without a month.
fn bare_days(parts: &Parts, anchor: &mut Anchor) -> Option<String> {
    let day = *parts.days.last()?;
    let earlier = |(year, month)| anchor.sentence_day.is_none_or(|d| (d.year, d.month) != (year, month) || d.day < day);
    let told = anchor.sentence_month.filter(|m| parts.direction == Direction::Unsaid && earlier(*m));
    if let Some((year, month)) = told {
        return days(parts, year, month, anchor);
    }
    let published = anchor.published?;
    let months = [-1, 0, 1].map(|shift| shift_month(published, shift));
    let mut dates = months.iter().filter_map(|&(year, month)| Date::new(year, month, day));
    let found = match parts.direction {
        Direction::Past => dates.rfind(|d| *d <= published),
        Direction::Coming => dates.find(|d| *d >= published),
        Direction::Unsaid => nearest(&dates.collect::<Vec<_>>(), published),
    }?;
    days(parts, found.year, found.month, anchor)
}

fn nearest(dates: &[Date], published: Date) -> Option<Date> {
    let distance = |d: &Date| (d.days() - published.days()).abs();
    let near = dates.iter().filter(|d| distance(d) <= NEAR_DAYS).min_by_key(|d| distance(d));
    near.or_else(|| dates.iter().find(|d| d.month == published.month)).copied()
}

/// "지난 금요일", "오는 토요일".
fn weekday(parts: &Parts, anchor: &mut Anchor) -> Option<String> {
    let published = anchor.published?;
    let ahead = (i64::from(parts.weekday?) - i64::from(published.weekday())).rem_euclid(7);
    let day = match parts.direction {
        Direction::Coming => published.plus_days(if ahead == 0 { 7 } else { ahead }),
        _ => published.plus_days(ahead - 7),
    };
    anchor.saw_day(day);
    Some(day.to_string())
}
