//! What counts inside a month or year in English: "first Monday of last month", "last week of September 2014", "third quarter",
//! "mid March", "end of the year", "EOM".

use super::Around;
use super::date::month;
use super::loose::weekday_name;
use super::token::Tokens;
use crate::facts::timex::parts::{Part, Parts, Reference};

/// Quarters of a year, and halves.
const QUARTERS: i32 = 4;

pub(super) fn inner(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    if parts.nth.is_some() || parts.nth_week.is_some() || parts.year_part.is_some() || parts.part.is_some() {
        return None;
    }
    quarter(around.tokens, i, parts).or_else(|| nth(around, i, parts)).or_else(|| edge(around, i, parts))
}

/// "Q3", "third quarter", "4th qtr", "first half".
fn quarter(tokens: &Tokens, i: usize, parts: &mut Parts) -> Option<usize> {
    let letter = tokens.text(i) == "q" && tokens.list.get(i + 1).is_some_and(|t| !t.spaced);
    let short = letter.then(|| tokens.count(i + 1)).flatten();
    let from = tokens.any(i, &["the"]).unwrap_or(i);
    let long = || tokens.ordinal(from).and_then(|(n, end)| tokens.any(end, &["quarter", "qtr"]).map(|end| (n, end)));
    if let Some((number, end)) = short.or_else(long).filter(|q| (1..=QUARTERS).contains(&q.0)) {
        parts.year_part = Some(format!("Q{number}"));
        return Some(end);
    }
    let (number, end) = tokens.ordinal(from).filter(|n| n.0 <= 2)?;
    let end = tokens
        .any(end, &["half of"])
        .filter(|n| tokens.list.get(*n).is_some_and(|t| t.number.is_some()) || tokens.is(*n, &["this", "last", "next", "the"]))?;
    parts.year_part = Some(format!("H{number}"));
    Some(end)
}

/// "first Monday of", "last week of", "fifth last day of".
fn nth(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    let from = tokens.any(i, &["the"]).unwrap_or(i);
    let (count, end) = match tokens.any(from, &["last"]) {
        Some(end) => (-1, end),
        None => {
            let (n, end) = tokens.ordinal(from)?;
            tokens.any(end, &["last"]).map_or((i64::from(n), end), |end| (-i64::from(n), end))
        }
    };
    let of = |end: usize| tokens.any(end, &["of the", "of", "in the", "in"]).filter(|&n| within(around, n));
    if let Some(end) = tokens.any(end, &["week"]).and_then(of) {
        parts.nth_week = Some(count);
        return Some(end);
    }
    if let Some(end) = tokens.any_of(end, around.lang.time_words.weekend).and_then(of) {
        (parts.nth_week, parts.part) = (Some(count), Some(Part::Weekend));
        return Some(end);
    }
    if let Some(end) = tokens.any(end, &["day"]).and_then(of) {
        match count {
            -1 => parts.part = Some(Part::LastDay),
            1 => parts.part = Some(Part::FirstDay),
            n if n < 0 => (parts.part, parts.shift) = (Some(Part::LastDay), n + 1),
            n => (parts.part, parts.shift) = (Some(Part::FirstDay), n - 1),
        }
        return Some(end);
    }
    let (weekday, end) = weekday_name(around, end, true)?;
    let end = of(end)?;
    (parts.nth, parts.weekday) = (Some(count), Some(weekday));
    Some(end)
}

/// Whether a month or a year stands there.
fn within(around: &Around<'_>, i: usize) -> bool {
    let named = &around.lang.time_words.named;
    month(around, i).is_some()
        || around.tokens.list.get(i).is_some_and(|t| t.text.len() == 4 && t.number.is_some())
        || named.iter().any(|n| matches!(n.grain, "month" | "year") && around.tokens.run(i, n.word).is_some())
}

/// "mid March", "late March", "end of 2012", "EOM", "by the end of next month".
fn edge(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let (tokens, words) = (around.tokens, &around.lang.time_words);
    let named = |word: &str| words.named.iter().find(|n| n.word == word);
    if let Some(end) = tokens.any(i, &["the eom", "eom"]) {
        (parts.part, parts.month) = (Some(Part::Late), named("this month").map(Reference::Named));
        return Some(end);
    }
    if let Some(end) = tokens.any(i, &["the eoy", "eoy"]) {
        (parts.part, parts.year) = (Some(Part::Late), named("this year").map(Reference::Named));
        return Some(end);
    }
    let late = tokens.any_of(i, words.late).map(|n| (n, Part::Late));
    let early = || tokens.any_of(i, words.early).map(|n| (n, Part::Early));
    let mid = || tokens.any(i, &["mid -", "mid", "middle of", "the middle of"]).map(|n| (n, Part::Middle));
    let (end, part) = late.or_else(early).or_else(mid)?;
    let end = tokens.any(end, &["around", "the"]).filter(|&n| tokens.text(n) != "following").unwrap_or(end);
    let week = words.named.iter().any(|n| n.grain == "week" && tokens.run(end, n.word).is_some());
    if !within(around, end) && !week && !tokens.is(end, &["month", "year"]) {
        return None;
    }
    parts.part = Some(part);
    match tokens.text(end) {
        "month" => parts.month = named("this month").map(Reference::Named),
        "year" => parts.year = named("this year").map(Reference::Named),
        _ => return Some(end),
    }
    Some(end + 1)
}
