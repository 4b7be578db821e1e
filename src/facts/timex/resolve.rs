//! Resolves the parts of a date against the publication day and against what the text said before.

use super::anchor::Anchor;
use super::inside::{holiday, inside, week_value, weekend};
use super::interval::bounds;
use super::moment::{Moment, monday, month_after};
use super::parts::{Direction, Part, Parts, Reference};
use super::years::season;
use super::{Timed, query};
use crate::civil::Date;
use crate::facts::Timex;
use crate::lang::LangPack;

/// A bare day ("31일") means the month of publication, unless it lies this near in the month before or after: a paper of the
/// 1st writes "31일" for yesterday, but "지난달 20일" for the 20th.
const NEAR_DAYS: i64 = 6;
/// A night (TIMEX3).
const NIGHT: &str = "TNI";
/// The last day of trade of a week (Monday is 0).
const FRIDAY: u8 = 4;
/// A bare month this far ahead of publication means last year's: a paper of February writes "12월" for December gone.
const MONTHS_AHEAD: i64 = 8;

/// The expression with its value, or `None` when the parts make no date.
pub(crate) fn resolve(parts: &Parts, anchor: &mut Anchor, lang: &LangPack) -> Option<Timed> {
    let (value, relative) = value(parts, anchor);
    let timed = parts.clock.said();
    let dated = parts.dated();
    let mut timex = Timex { timex_type: if timed { "TIME" } else { "DATE" }, relative, ..Timex::default() };
    timex.assumed = assumed(parts, anchor, relative);
    timex.vague = is_vague(parts, anchor, lang);
    let value = value.map(|v| shifted(parts, v));
    timex.interval = value.as_deref().and_then(|day| closer(parts, day, anchor));
    timex.value = match value {
        Some(value) => Some(clock(parts, value, anchor, dated)),
        None if timed && !dated => hour_alone(&parts.clock),
        None => None,
    };
    Some(Timed { at: parts.stretch(), timex, clock: parts.clock, day_end: parts.day_end })
}

/// What a reader is told was assumed.
fn assumed(parts: &Parts, anchor: &Anchor, relative: bool) -> &'static str {
    let told =
        parts.day.or(parts.week).is_some_and(|n| n.context) || matches!(parts.year, Some(Reference::Named(n)) if n.context);
    match () {
        () if !relative || anchor.published.is_none() => "",
        () if told => "told",
        () if matches!(parts.month, Some(Reference::Absolute(_))) && parts.year.is_none() => "year",
        () if !parts.days.is_empty() && parts.month.is_none() => "month",
        () => "publication",
    }
}

/// Words that name no date by themselves: a part of the day, a weekday, a weekend, a day with a name that is not this year's.
fn is_vague(parts: &Parts, anchor: &Anchor, lang: &LangPack) -> bool {
    let anchored = parts.year.is_some()
        || parts.holiday.is_some()
        || parts.month.is_some()
        || !parts.days.is_empty()
        || parts.day.is_some()
        || parts.week.is_some()
        || parts.quarter.is_some()
        || parts.year_part.is_some()
        || parts.season_year
        || parts.direction != Direction::Unsaid;
    let hour = parts.clock.hour.is_some() && parts.clock.part.is_none_or(|p| p.from != p.to);
    // "24일 새벽 …, 오전 …, 밤에는 …": the day is told.
    let told = parts.clock.part.is_some() && anchor.sentence_day.is_some();
    lang.code == "ko" && !anchored && !hour && !told && !anchor.query
}

/// "말일 전날": the day before.
fn shifted(parts: &Parts, value: String) -> String {
    let day = super::interval::date(&value).filter(|_| parts.shift != 0);
    day.map_or(value, |day| day.plus_days(parts.shift).to_string())
}

/// What a value says more closely than TIMEX3 can: the hours of a part of the day, the days of a part of a month.
fn closer(parts: &Parts, day: &str, anchor: &Anchor) -> Option<String> {
    if parts.clock.said() {
        let (from, to) = parts.clock.hours().filter(|_| parts.clock.hour.is_none())?;
        let day = super::interval::date(day)?;
        let over = anchor.query && !parts.dated() && anchor.now.is_some_and(|now| Moment::at(day, to * 3600) <= now);
        let day = day.plus_days(i64::from(over));
        if anchor.upcoming {
            let hour = |hour: i64| Moment::at(day, hour * 3600).to_string().replace(":00", "");
            return Some(format!("{}/{}", hour(from), hour(to)));
        }
        return Some(format!("{}/{}", Moment::at(day, from * 3600), Moment::at(day, to * 3600)));
    }
    let (first, end) = bounds(day).filter(|_| parts.part.is_some())?;
    let (from, to) = match (parts.part?, (end.days() - first.days()) as i32) {
        (Part::Workdays, _) => (first, first.plus_days(5)),
        (Part::Early, 7) => (first, first.plus_days(3)),
        (Part::Late, 7) => (first.plus_days(4), end),
        (Part::Early, 365..) => (first, Date::new(first.year, 4, 1)?),
        (Part::Late, 365..) => (Date::new(first.year, 9, 1)?, end),
        (Part::Early, 20..) => (first, first.plus_days(10)),
        (Part::Middle, 20..32) => (first.plus_days(10), first.plus_days(20)),
        (Part::Late, 20..) => (first.plus_days(20), end),
        _ => return None,
    };
    Some(format!("{from}/{to}"))
}

/// A time of day without any day: "T08:40".
fn hour_alone(clock: &super::clock::Clock) -> Option<String> {
    let Some(seconds) = clock.seconds() else { return clock.part.map(|part| part.value.to_owned()) };
    let moment = Moment::at(Date { year: 1970, month: 1, day: 1 }, seconds).to_string();
    moment.find('T').map(|at| moment[at..].to_owned())
}

/// Appends the time of day to a resolved day.
fn clock(parts: &Parts, day: String, anchor: &Anchor, dated: bool) -> String {
    let clock = &parts.clock;
    let Some(seconds) = clock.seconds() else { return clock.part.map_or(day.clone(), |part| format!("{day}{}", part.value)) };
    let Some(date) = super::interval::date(&day) else { return day };
    if !anchor.query {
        return Moment::at(date, seconds).to_string();
    }
    let moment = if dated { query::on(date, clock, seconds) } else { query::next(date, clock, seconds, anchor) };
    moment.to_string()
}

fn value(parts: &Parts, anchor: &mut Anchor) -> (Option<String>, bool) {
    anchor.past = parts.direction == Direction::Past;
    match parts.year {
        Some(Reference::Absolute(year)) => anchor.written_year = Some(year),
        Some(Reference::Named(named)) if !named.beside && !named.context && !parts.same_period => {
            anchor.named_year = anchor.published.map(|p| p.year + named.shift as i32);
        }
        _ => {}
    }
    if let Some(day) = parts.day {
        let resolved = anchor.base(day).map(|base| base.plus_days(day.shift));
        // Saturday is 5.
        let closed = |d: Date| i64::from(d.weekday().saturating_sub(FRIDAY));
        let resolved = resolved.map(|d| if day.trading { d.plus_days(-closed(d)) } else { d });
        resolved.into_iter().for_each(|d| anchor.saw_from(day, d));
        // "간밤", "어젯밤"
        let night = if day.word.ends_with('밤') && !parts.clock.said() { NIGHT } else { "" };
        return (resolved.map(|d| format!("{d}{night}")), true);
    }
    if let Some(week) = parts.week {
        return (week_value(parts, week, anchor), true);
    }
    if parts.part == Some(Part::Weekend) && parts.nth_week.is_none() || parts.part == Some(Part::Workdays) {
        return (weekend(parts, anchor), true);
    }
    if parts.holiday.is_some() {
        return holiday(parts, anchor);
    }
    if parts.season_year {
        return (season(parts, anchor), true);
    }
    let (year, relative) = year(parts, anchor);
    if let Some((from, to)) = year.zip(parts.year_to) {
        return (Some(format!("{from:04}/{to:04}")), relative);
    }
    if parts.decade || parts.century {
        return (year.map(|y| if parts.century { format!("{:02}", y / 100) } else { format!("{:03}", y / 10) }), relative);
    }
    let of_month = parts.month.is_some() && parts.weekday.is_some() && parts.days.is_empty();
    if of_month || parts.nth_week.is_some() || parts.nth.is_some() || matches!(parts.part, Some(Part::LastDay | Part::FirstDay)) {
        let found = inside(parts, year, anchor);
        return (found, relative || parts.year.is_none());
    }
    if parts.same_period {
        let quarter = anchor.period.as_ref().map(|p| format!("-{p}"));
        let months = || {
            let topic = anchor.topic_month.map(|(_, month)| (month, None));
            anchor.months.or(topic).map(|(from, to)| (from, to.filter(|to| *to != from)))
        };
        return (
            year.map(|y| match (quarter, months()) {
                (None, Some((from, Some(to)))) => format!("{y:04}-{from:02}/{y:04}-{to:02}"),
                (None, Some((from, None))) => format!("{y:04}-{from:02}"),
                (quarter, _) => format!("{y:04}{}", quarter.unwrap_or_default()),
            }),
            true,
        );
    }
    if parts.year_part.is_some() || parts.quarter.is_some() {
        return year_part(parts, year, anchor);
    }
    if parts.month.is_some() || parts.year.is_none() && matches!(parts.part, Some(Part::Early | Part::Middle | Part::Late)) {
        return month(parts, year, relative, anchor);
    }
    if !parts.days.is_empty() {
        return (bare_days(parts, anchor), true);
    }
    if parts.weekday.is_some() {
        return (weekday(parts, anchor), true);
    }
    if parts.clock.said() {
        if parts.direction == Direction::This {
            return (anchor.published.map(|d| d.to_string()), true);
        }
        let past_midnight = anchor.sentence_day.filter(|_| parts.clock.is_past_midnight()).map(|d| d.plus_days(1));
        let day = past_midnight.or(anchor.since).or(anchor.sentence_day).or(anchor.dateline).or(anchor.published);
        return (day.map(|d| d.to_string()), true);
    }
    (anchor.sentence_year, anchor.last_year) = (year, year.or(anchor.last_year));
    anchor.sentence_month = None;
    (year.map(|y| format!("{y:04}")), relative)
}

/// The year as written, if one is.
pub(super) fn year(parts: &Parts, anchor: &Anchor) -> (Option<i32>, bool) {
    match parts.year {
        Some(Reference::Absolute(year)) => (Some(year), false),
        Some(Reference::Named(named)) if named.context => {
            (anchor.sentence_year.or(anchor.last_year).map(|y| y + named.shift as i32), true)
        }
        Some(Reference::Named(named)) => {
            // "지난해 매출은 … 전년보다": the year before that.
            let bare = anchor.named_year.filter(|_| !parts.same_period);
            let told = anchor.written_year.or(bare).filter(|_| named.beside);
            (told.or(anchor.published.map(|p| p.year)).map(|year| year + named.shift as i32), true)
        }
        None => (None, true),
    }
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
        if anchor.query {
            let over = half.map_or(ahead < 0, |_| ahead <= -2);
            return year + i32::from(over && (quarter.is_some() || half.is_some()));
        }
        year - i32::from(
            ahead > 1 && quarter.is_some()
                || parts.direction == Direction::Past && ahead >= 0 && (quarter.is_some() || half.is_some()),
        )
    });
    // "지난해 2분기 …, 3분기 …": a later quarter of the year named before.
    let goes_on = anchor.sentence_quarter.filter(|before| parts.direction == Direction::Unsaid && Some(before.1) < quarter);
    let Some(year) = written.or(goes_on.map(|before| before.0)).or(guessed) else { return (None, true) };
    anchor.sentence_year = Some(year);
    anchor.written_year = parts.year.map(|_| year).filter(|_| quarter.is_some() || half.is_some()).or(anchor.written_year);
    anchor.sentence_quarter = quarter.map(|quarter| (year, quarter));
    if let (Some(first), Some(to)) = (quarter, parts.quarter_to) {
        anchor.period = None;
        let last = crate::civil::days_in_month(year, to * 3);
        return (Some(format!("{year:04}-{:02}-01/{year:04}-{:02}-{last:02}", first * 3 + 1, to * 3)), true);
    }
    if quarter.is_some() || half.is_some() {
        anchor.period = Some(part.clone());
        let compared = parts.same_period || matches!(parts.year, Some(Reference::Named(named)) if named.beside);
        anchor.told_period = if compared { anchor.told_period.take() } else { Some(format!("{year:04}-{part}")) };
    }
    let relative = !matches!(parts.year, Some(Reference::Absolute(_)));
    (Some(format!("{year:04}-{part}")), relative)
}

fn month(parts: &Parts, written: Option<i32>, relative: bool, anchor: &mut Anchor) -> (Option<String>, bool) {
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
            Some(told.map_or(published.year - i32::from(ahead >= MONTHS_AHEAD), |t| t.0))
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
    let mark = if parts.days_are_range { "/" } else { "," };
    Some(dates.iter().map(Date::to_string).collect::<Vec<_>>().join(mark))
}

/// Days without a month.
fn bare_days(parts: &Parts, anchor: &mut Anchor) -> Option<String> {
    let day = *parts.days.last()?;
    let earlier = |(year, month)| anchor.sentence_day.is_none_or(|d| (d.year, d.month) != (year, month) || d.day < day);
    let told = anchor.sentence_month.filter(|m| parts.direction == Direction::Unsaid && !parts.reported && earlier(*m));
    if let Some((year, month)) = told {
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
        Direction::Unsaid | Direction::This => nearest(&dates.collect::<Vec<_>>(), published),
    }?;
    days(parts, found.year, found.month, anchor)
}

fn nearest(dates: &[Date], published: Date) -> Option<Date> {
    let distance = |d: &Date| (d.days() - published.days()).abs();
    let near = dates.iter().filter(|d| distance(d) <= NEAR_DAYS).min_by_key(|d| distance(d));
    near.or_else(|| dates.iter().find(|d| d.month == published.month)).copied()
}

/// "지난 금요일", "오는 토요일", "금요일".
fn weekday(parts: &Parts, anchor: &mut Anchor) -> Option<String> {
    let published = anchor.since.filter(|_| parts.direction == Direction::Unsaid).or(anchor.published)?;
    let weekday = i64::from(parts.weekday?);
    let ahead = (weekday - i64::from(published.weekday())).rem_euclid(7);
    let next = published.plus_days(if ahead == 0 { 7 } else { ahead });
    let day = match parts.direction {
        Direction::Coming => next,
        Direction::This | Direction::Next if anchor.upcoming => next,
        Direction::This => monday(published).plus_days(weekday),
        Direction::Next if anchor.query => next,
        Direction::Next => monday(published).plus_days(7 + weekday),
        Direction::Unsaid if parts.reported => published.plus_days(if ahead == 0 { 0 } else { ahead - 7 }),
        Direction::Unsaid if anchor.query || anchor.to_come || anchor.since.is_some() => next,
        Direction::Past | Direction::Unsaid => published.plus_days(ahead - 7),
    };
    anchor.saw_day(day);
    Some(day.to_string())
}
