//! Resolves the parts of a date against the publication day and against what the text said before.

use super::anchor::Anchor;
use super::inside::{holiday, inside, week_value, weekend};
use super::interval::bounds;
use super::moment::{Moment, monday, time};
use super::month::{bare_days, month};
use super::parts::{Direction, Part, Parts, Reference};
use super::years::season;
use super::{Timed, query};
use crate::civil::Date;
use crate::facts::Timex;
use crate::lang::LangPack;

/// A night (TIMEX3).
const NIGHT: &str = "TNI";
/// The last day of trade of a week (Monday is 0).
const FRIDAY: u8 = 4;

/// The expression with its value, or `None` when the parts make no date.
pub(crate) fn resolve(parts: &Parts, anchor: &mut Anchor, lang: &LangPack) -> Option<Timed> {
    let (value, relative) = value(parts, anchor);
    let timed = parts.clock.said();
    let dated = parts.dated();
    let mut timex = Timex { timex_type: if timed { "TIME" } else { "DATE" }, relative, ..Timex::default() };
    timex.assumed = assumed(parts, anchor, relative);
    timex.vague = is_vague(parts, anchor, lang);
    let value = value.map(|v| shifted(parts, v));
    if value.as_deref().is_some_and(|v| v.starts_with("XXXX")) {
        (timex.timex_type, timex.relative, timex.assumed) = ("SET", false, "");
    }
    timex.interval = value.as_deref().and_then(|day| closer(parts, day, anchor));
    timex.value = match value {
        Some(value) => Some(clock(parts, value, anchor, dated)),
        None if timed && !dated => parts.clock.alone(),
        None => None,
    };
    if parts.same_time
        && let Some(time) = anchor.told_moment.as_deref().and_then(|m| m.get(10..))
    {
        timex.value = timex.value.map(|day| format!("{day}{time}"));
        timex.timex_type = "TIME";
    }
    if timed && parts.clock.hour.is_some() {
        anchor.told_moment = timex.value.clone().filter(|v| super::interval::date(v.get(..10).unwrap_or("")).is_some());
    }
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
        || parts.bound && parts.part == Some(Part::Weekend)
        // "낮부터 기온이 오르겠다": of the day that the forecast is for.
        || parts.bound && parts.clock.part.is_some() && anchor.to_come
        || parts.direction != Direction::Unsaid;
    let hour = parts.clock.hour.is_some();
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

/// Appends the time of day to a resolved day.
fn clock(parts: &Parts, day: String, anchor: &Anchor, dated: bool) -> String {
    let clock = &parts.clock;
    let Some(seconds) = clock.seconds() else { return clock.part.map_or(day.clone(), |part| format!("{day}{}", part.value)) };
    let Some(date) = super::interval::date(&day) else {
        // "지난 9월 오전 10시": a day of it.
        return if day.len() == 7 { format!("{day}-XX{}", time(seconds)) } else { day };
    };
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
        // "13일 만인 이날", "이날 밝혔다": the day of the news, whatever day the sentence names before.
        let news = anchor.dateline.filter(|_| parts.reported && day.context && day.shift == 0);
        let resolved = news.or_else(|| anchor.base(day)).map(|base| base.plus_days(day.shift));
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
        // "올 7~8월 … 작년 동기": what this sentence names goes before what an earlier one did.
        let quarter = anchor.period.as_ref().filter(|_| anchor.months.is_none() || anchor.sentence_quarter.is_some());
        let quarter = quarter.map(|p| format!("-{p}"));
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
    // "지난겨울": the last that is over.
    let gone = now.filter(|_| parts.direction == Direction::Past && part.len() == 2 && quarter.is_none() && half.is_none());
    let gone = gone.and_then(|(year, _)| {
        let over = |year: &i32| bounds(&format!("{year:04}-{part}")).is_some_and(|b| anchor.published.is_some_and(|p| b.1 <= p));
        [year, year - 1].into_iter().find(over)
    });
    // "지난해 2분기 …, 3분기 …": a later quarter of the year named before.
    let goes_on = anchor.sentence_quarter.filter(|before| parts.direction == Direction::Unsaid && Some(before.1) < quarter);
    let Some(year) = written.or(goes_on.map(|before| before.0)).or(gone).or(guessed) else { return (None, true) };
    anchor.sentence_year = Some(year);
    if let Ok(month) = part.parse() {
        anchor.sentence_month = Some((year, month));
    }
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
