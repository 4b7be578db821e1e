//! Ranges: "A부터 B까지", "A~B", "A에서 B 사이", "A와 B 사이": two dates or times of day that make one.

use super::Timed;
use super::interval::{bounds, date, interval};
use super::moment::Moment;
use crate::civil::Date;
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;

/// Characters between the two ends of a range.
const LONGEST_JOINT: usize = 9;
const HALF_DAY: i64 = 43_200;

/// Whether what stands between an expression and `at` joins two ends of a range.
pub(super) fn joins(passage: &Passage<'_>, last: &Timed, at: usize, lang: &LangPack) -> bool {
    if at < last.at.end || at - last.at.end > LONGEST_JOINT || !matches!(last.timex.timex_type, "DATE" | "TIME") {
        return false;
    }
    let gap = passage.of(Stretch::new(last.at.end, at));
    let english = lang.code == "en";
    match gap.trim() {
        // "8월 1일부터 데뷔일인 7일까지"
        gap if gap.strip_prefix("부터 ").is_some_and(|day| day.ends_with('인') && !day.contains(' ')) => true,
        // "올해 들어 10월까지"
        SINCE => true,
        "~" | "∼" | "～" | "–" | "—" | "부터" | "에서부터" | "에서" | "와" | "과" => true,
        "-" => english || lang.code != "ko" || gap.starts_with(' ') || last.timex.timex_type == "TIME",
        "to" | "through" | "thru" | "until" | "till" | "to the" | "and" => english && gap.starts_with(' '),
        "から" | "至" | "到" | "ー" | "－" | "〜" => true,
        _ => false,
    }
}

/// What stands between a year and the month that it is told up to.
const SINCE: &str = "들어";

/// The first day of the year of a month, and the last day of the month.
fn from_january(month: &str) -> Option<(String, String)> {
    let (first, last) = bounds(month)?;
    Some((Date { month: 1, day: 1, ..first }.to_string(), last.plus_days(-1).to_string()))
}

/// The day that a range begins with.
pub(super) fn first_day(last: &Timed) -> Option<Date> {
    let value = last.timex.value.as_deref()?;
    value.get(..10).and_then(date).or_else(|| bounds(value).map(|b| b.0)).or_else(|| bounds(value.get(..7)?).map(|b| b.0))
}

/// Joins `next` to the expression before it, when both are ends of one range.
pub(super) fn merge(passage: &Passage<'_>, last: Option<&mut Timed>, next: &Timed) -> bool {
    let Some(last) = last.filter(|l| l.timex.timex_type == next.timex.timex_type && l.timex.pieces.is_empty()) else {
        return false;
    };
    let gap = passage.of(Stretch::new(last.at.end, next.at.start)).trim();
    let after = passage.from(next.at.end).trim_start();
    let between = || passage.of(Stretch::new(0, last.at.start)).trim_end().to_ascii_lowercase().ends_with("between");
    let said = match gap {
        "와" | "과" => after.starts_with("사이"),
        SINCE => after.starts_with("까지") && last.timex.value.as_ref().is_some_and(|year| year.len() == 4),
        "에서" => after.starts_with("까지") || after.starts_with("사이"),
        "and" => between(),
        _ => true,
    };
    if !said {
        return false;
    }
    let ends = last.timex.value.as_deref().zip(next.timex.value.as_deref());
    // "1980년대~2000년대": the years of both decades.
    let decades = ends.filter(|(a, b)| a.len() == 3 && b.len() == 3).map(|(a, b)| (format!("{a}0"), format!("{b}9")));
    let joined = decades.or_else(|| ends.map(|(a, b)| hours(last, next, a, b).unwrap_or_else(|| same_year(last, next, a, b))));
    let joined = joined.and_then(|(a, b)| if gap == SINCE { from_january(&b) } else { Some((a, b)) });
    let whole = |value: &str| interval(value).unwrap_or_else(|| value.to_owned());
    let closer = joined.as_ref().filter(|_| last.timex.interval.is_some() || next.timex.interval.is_some()).map(|(a, b)| {
        let from = last.timex.interval.clone().unwrap_or_else(|| whole(a));
        let to = next.timex.interval.clone().unwrap_or_else(|| whole(b));
        let (from, to) = (from.split('/').next().unwrap_or(a), to.rsplit('/').next().unwrap_or(b));
        format!("{from}/{to}")
    });
    let place = |at: Stretch| passage.place(at).span;
    last.timex.pieces = vec![(place(last.at), last.timex.timex_type), (place(next.at), next.timex.timex_type)];
    if let (Some(cut), "TIME") = (last.day_end, last.timex.timex_type) {
        let second = last.timex.pieces.pop();
        last.timex.pieces = super::pieces(passage, last.at, cut, "TIME");
        last.timex.pieces.extend(second);
    }
    if let Some(cut) = next.day_end {
        last.timex.pieces.pop();
        last.timex.pieces.extend(super::pieces(passage, next.at, cut, "TIME"));
    }
    last.timex.value = joined.map(|(a, b)| format!("{a}/{b}"));
    last.timex.interval = closer;
    last.timex.relative |= next.timex.relative;
    last.timex.vague &= next.timex.vague;
    last.at.end = next.at.end;
    true
}

/// The two times of day of a range, in order: "오후 1시에서 4시", "11시부터 오전 3시".
fn hours(last: &Timed, next: &Timed, from: &str, to: &str) -> Option<(String, String)> {
    let (a, b) = (last.clock, next.clock);
    let (from_seconds, to_seconds) = (a.seconds()?, b.seconds()?);
    let day = date(from.get(..10)?)?;
    let start = moment(from)?;
    if next.day_end.is_some() {
        return Some((from.to_owned(), to.to_owned()));
    }
    let _ = (from_seconds, day);
    let end_on = |day: Date| {
        let more: &[i64] = if b.certain { &[0, 2 * HALF_DAY] } else { &[0, HALF_DAY, 2 * HALF_DAY] };
        more.iter().map(|m| Moment::at(day, to_seconds + m)).find(|m| *m > start)
    };
    let end = end_on(start.day)?;
    let later = start.plus_seconds(HALF_DAY);
    let start = if !a.certain && b.part.is_some() && later < end { later } else { start };
    Some((start.to_string(), end.to_string()))
}

/// A moment as [`Moment`] writes it.
fn moment(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once('T')?;
    let mut numbers = time.split(':').map(|n| n.parse::<i64>().ok());
    let (hour, minute) = (numbers.next()??, numbers.next()??);
    Some(Moment::at(date(day)?, (hour * 60 + minute) * 60 + numbers.next().flatten().unwrap_or(0)))
}

/// "10 August – 12 September 2013": a year that is written at the end alone holds for the start.
fn same_year(last: &Timed, next: &Timed, from: &str, to: &str) -> (String, String) {
    let written = last.timex.assumed == "year" && !next.timex.relative && from.len() >= 7;
    let Some(year) = to.get(..4).and_then(|year| year.parse::<i32>().ok()).filter(|_| written) else {
        return (from.to_owned(), not_before(from, to, next.timex.relative));
    };
    let start = format!("{year:04}{}", &from[4..]);
    let start = if start.as_str() > to { format!("{:04}{}", year - 1, &from[4..]) } else { start };
    (start, to.to_owned())
}

/// "12월 30일부터 1월 2일까지": a guessed end of a range does not lie before its start.
fn not_before(start: &str, end: &str, guessed: bool) -> String {
    let year = end.get(..4).and_then(|year| year.parse::<i32>().ok());
    match year {
        Some(year) if guessed && end < start && start.len() == end.len() && start.get(..10) != end.get(..10) => {
            format!("{:04}{}", year + 1, &end[4..])
        }
        _ => end.to_owned(),
    }
}
