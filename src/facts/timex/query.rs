//! Texts that are nothing but a date, as somebody types them into a search or says them to a clock: what is not said lies ahead.

use super::Timed;
use super::anchor::Anchor;
use super::clock::Clock;
use super::moment::Moment;
use crate::civil::Date;
use crate::facts::passage::{Passage, Stretch};

const DAY_SECONDS: i64 = 86_400;
const HALF_DAY: i64 = DAY_SECONDS / 2;
/// Hours of the clock that mean the afternoon when nothing else is said: nobody meets at three in the morning.
const LAST_AFTERNOON_HOUR: u16 = 6;
/// Years that are looked through for a day that exists ("2월 29일").
const YEARS_AHEAD: i32 = 8;
/// Months looked through for a day of the month on a weekday ("31일 금요일").
const MONTHS_AROUND: i64 = 14;

/// A time of day on a day that is said.
pub(super) fn on(day: Date, clock: &Clock, seconds: i64) -> Moment {
    let afternoon = !clock.certain && clock.hour.is_some_and(|h| (1..=LAST_AFTERNOON_HOUR).contains(&h));
    let night = clock.is_past_midnight();
    Moment::at(day, seconds + if afternoon { HALF_DAY } else { 0 } + if night { DAY_SECONDS } else { 0 })
}

/// The next moment that a time of day means when no day is said.
pub(super) fn next(day: Date, clock: &Clock, seconds: i64, anchor: &Anchor) -> Moment {
    let now = anchor.now.unwrap_or(Moment { day, second: 0 });
    let from = if anchor.since.is_some() { Moment { day, second: 0 } } else { now };
    let candidates: &[i64] = if clock.certain { &[0, DAY_SECONDS] } else { &[0, HALF_DAY, DAY_SECONDS] };
    let base = from.day.plus_days(if seconds >= DAY_SECONDS { -1 } else { 0 });
    let moments = candidates.iter().map(|more| Moment::at(base, seconds + more));
    moments.into_iter().find(|m| *m >= from).unwrap_or(Moment::at(from.day, seconds + DAY_SECONDS))
}

/// The year in which a month, or a day of it, comes next; today counts.
pub(super) fn year_of(month: u8, day: Option<u8>, published: Date) -> Option<i32> {
    let ahead = |year: &i32| match day {
        Some(day) => Date::new(*year, month, day).is_some_and(|d| d >= published),
        None => (*year, month) >= (published.year, published.month),
    };
    (published.year..=published.year + YEARS_AHEAD).find(ahead)
}

/// The day of a month that is a certain weekday, nearest ahead, or behind when none is near ahead.
pub(super) fn day_on(day: u8, weekday: u8, published: Date) -> Option<Date> {
    let of = |shift: i64| {
        let (year, month) = super::moment::month_after(published, shift);
        Date::new(year, month, day).filter(|d| d.weekday() == weekday)
    };
    let ahead = (0..MONTHS_AROUND).find_map(of);
    (-1..=0).rev().find_map(of).or(ahead)
}

/// "오후 2시까지", "점심 이후", "by 2pm", "since 2014": the time up to or from what is said, as far as it is open.
pub(super) fn open(passage: &Passage<'_>, found: &mut [Timed], anchor: &Anchor) {
    let [one] = found else { return };
    let after = passage.from(one.at.end).trim();
    let before = passage.of(Stretch::new(0, one.at.start)).trim().to_ascii_lowercase();
    let korean = one.timex.timex_type == "TIME" && one.day_end.is_none() && one.clock.said();
    let bound = match (&*before, after) {
        ("by" | "by the", _) => Bound::NowTo,
        ("until" | "till" | "through" | "before", _) => Bound::To,
        ("after" | "since" | "anytime after", "") => Bound::From,
        (_, "까지") if korean => Bound::NowTo,
        (_, "전" | "이전") if korean => Bound::To,
        (_, "후" | "이후") if korean => Bound::From,
        _ => return,
    };
    let Some(value) = one.timex.interval.as_deref().or(one.timex.value.as_deref()) else { return };
    let (from, to) = value.split_once('/').unwrap_or((value, value));
    let exact = one.clock.exact;
    let hour = |moment: &str| moment.strip_suffix(":00").filter(|_| !exact).unwrap_or(moment).to_owned();
    one.timex.interval = match bound {
        Bound::NowTo => anchor.now.map(|now| format!("{now}/{to}")),
        Bound::To => Some(format!("../{}", hour(from))),
        Bound::From => Some(format!("{}/..", hour(from))),
    };
}

/// Which end of a time is open.
enum Bound {
    NowTo,
    To,
    From,
}
