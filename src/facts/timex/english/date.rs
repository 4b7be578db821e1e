//! Reads an English date into its parts, element by element in whatever order they stand: "Tuesday, 10 January 2013 at 5pm".

use super::loose::{bare_day, pointed, time, weekday, year};
use super::token::Tokens;
use super::{Around, clock, inner};
use crate::facts::passage::Passage;
use crate::facts::timex::numeric;
use crate::facts::timex::parts::{Direction, Parts, Reference};

/// Years that are taken for years where a number stands.
pub(super) const YEARS: std::ops::Range<i32> = 1000..2200;

/// The date that begins at the first token.
pub(super) fn date(around: &Around<'_>, passage: &Passage<'_>, at: usize) -> Option<Parts> {
    let tokens = around.tokens;
    let mut parts = Parts { start: at, end: at, query: around.query, ..Parts::default() };
    let mut i = 0;
    while i < tokens.list.len() {
        let filled = if i == 0 {
            0
        } else {
            tokens
                .any(i, &[", on the", ", on", ",", "of the", "of", "on the", "on", "in the", "in", "for", "the", "'s", "from"])
                .unwrap_or(i)
        };
        let next = element(around, passage, filled, &mut parts)
            .or_else(|| if filled > i { element(around, passage, i, &mut parts) } else { None });
        let Some(next) = next.filter(|n| *n > i) else { break };
        i = next;
        parts.end = tokens.end(i);
        if tokens.text(i) == "."
            && tokens.list.get(i - 1).is_some_and(|t| t.text.len() <= 4 && t.number.is_none())
            && tokens.list.get(i).is_some_and(|t| !t.spaced)
            && element(around, passage, i + 1, &mut parts.clone()).is_some()
        {
            i += 1;
        }
    }
    let dated = parts.dated();
    if !(dated && parts.clock.said()) {
        parts.day_end = None;
    }
    (i > 0 && (dated || parts.clock.said())).then_some(parts)
}

/// One element at token `i` that the date does not have yet, and the token after it.
fn element(around: &Around<'_>, passage: &Passage<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    tokens.list.get(i)?;
    inner::inner(around, i, parts)
        .or_else(|| named(around, i, parts))
        .or_else(|| holiday(around, i, parts))
        .or_else(|| month_day(around, i, parts))
        .or_else(|| day_month(around, i, parts))
        .or_else(|| numbers(around, passage, i, parts))
        .or_else(|| pointed(around, i, parts))
        .or_else(|| weekday(around, i, parts))
        .or_else(|| year(around, i, parts))
        .or_else(|| time(around, i, parts))
        .or_else(|| bare_day(around, i, parts))
}

/// "today", "last week", "the day after tomorrow", "last night".
fn named(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if let Some(end) = tokens.any(i, &["late last night", "last night"]).filter(|_| parts.day.is_none()) {
        let words = &around.lang.time_words;
        parts.day = words.named.iter().find(|n| n.word == "yesterday");
        parts.clock.part = words.day_part.iter().find(|p| p.word == "night");
        parts.clock.edge = if tokens.text(i) == "late" { 1 } else { 0 };
        return Some(end);
    }
    let words = &around.lang.time_words;
    let found = words.named.iter().filter_map(|n| tokens.run(i, n.word).map(|end| (n, end))).max_by_key(|f| f.1);
    let (named, end) = found?;
    let slot = match named.grain {
        "day" if parts.day.is_none() => &mut parts.day,
        "week" if parts.week.is_none() => &mut parts.week,
        "quarter" if parts.quarter.is_none() => &mut parts.quarter,
        "month" if parts.month.is_none() => {
            parts.month = Some(Reference::Named(named));
            return Some(end);
        }
        "year" if parts.year.is_none() => {
            parts.year = Some(Reference::Named(named));
            return Some(end);
        }
        _ => return None,
    };
    *slot = Some(named);
    Some(end)
}

fn holiday(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.holiday.is_some() || parts.month.is_some() {
        return None;
    }
    let words = &around.lang.time_words;
    let (from, direction) = direction(around, i);
    let from = tokens.any(from, &["the"]).unwrap_or(from);
    let found = words.holiday.iter().filter_map(|h| tokens.run(from, h.word).map(|end| (h, end))).max_by_key(|f| f.1);
    let (holiday, end) = found?;
    (parts.holiday, parts.direction) = (Some(holiday), if direction == Direction::Unsaid { parts.direction } else { direction });
    Some(end)
}

/// "this", "next", "last", "coming".
pub(super) fn direction(around: &Around<'_>, i: usize) -> (usize, Direction) {
    let tokens = around.tokens;
    let words = &around.lang.time_words;
    let from = tokens.any(i, &["the"]).unwrap_or(i);
    if let Some(end) = tokens.any(from, &["this past", "this last"]) {
        return (end, Direction::Past);
    }
    let lists = [
        (words.past, Direction::Past),
        (words.coming, Direction::Coming),
        (words.next, Direction::Next),
        (words.this, Direction::This),
    ];
    lists
        .iter()
        .find_map(|(list, direction)| tokens.any_of(from, list).map(|end| (end, *direction)))
        .unwrap_or((i, Direction::Unsaid))
}

/// A month name: 1 to 12, and the token after it. "May" and "March" are verbs as well, so without a number beside them they
/// need a capital.
pub(super) fn month(around: &Around<'_>, i: usize) -> Option<(i32, usize)> {
    let tokens = around.tokens;
    let names = around.lang.time_words.months;
    let found = names.iter().position(|names| names.split('|').any(|name| name == tokens.text(i)))?;
    Some((found as i32 + 1, i + 1))
}

fn day_number(tokens: &Tokens, i: usize) -> Option<(i32, usize)> {
    let i = tokens.any(i, &["the"]).unwrap_or(i);
    let plain = || tokens.count(i).filter(|_| tokens.list[i].text.len() <= 2 || tokens.list[i].number.is_none());
    tokens.ordinal(i).or_else(plain).filter(|d| (1..=31).contains(&d.0))
}

/// The year that may follow a month or a day: "2024", ", 2024", "96", "'96".
fn year_after(tokens: &Tokens, i: usize, short: bool) -> Option<(i32, usize)> {
    let from = tokens.any(i, &[", of", "of", ",", "-", "/", "'"]).unwrap_or(i);
    let token = tokens.list.get(from)?;
    if tokens.is(from + 1, &[":", "%", "am", "pm", "h"])
        && tokens.list.get(from + 1).is_some_and(|t| !t.spaced || t.text.len() == 2)
    {
        return None;
    }
    match (token.number?, token.text.len()) {
        (year, 4) if YEARS.contains(&year) => Some((year, from + 1)),
        (year, 2) if short && year > 31 => Some((1900 + year, from + 1)),
        _ => None,
    }
}

/// "September 30, 2024", "September 2024", "March first", "July 13-15", "August".
fn month_day(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.month.is_some() || !parts.days.is_empty() {
        return None;
    }
    let (lead, direction) = direction(around, i);
    let (month, name_end) = month(around, lead)?;
    let capital = tokens.list[lead].capital || around.query;
    let dot =
        tokens.text(name_end) == "." && tokens.list.get(name_end).is_some_and(|t| !t.spaced) && tokens.text(lead).len() <= 4;
    let end = name_end + usize::from(dot);
    // "In October, 7 per cent more", "October, the first of three": a comma before a day stands where somebody types a date.
    let comma = tokens.any(end, &[", the", ","]).filter(|_| around.query);
    let from = comma.or(tokens.any(end, &["the", "/", "-"])).unwrap_or(end);
    let year_first = year_after(tokens, end, false);
    let day = day_number(tokens, from)
        .filter(|d| year_first.is_none() && !(tokens.text(d.1) == ":" || tokens.is(d.1, &["am", "pm", "h", "o'clock"])));
    if day.is_none()
        && !(year_first.is_some()
            || capital
                && (around.led
                    || around.query
                    || i > 0
                    || direction != Direction::Unsaid
                    || !matches!(tokens.text(lead), "may" | "march" | "mar" | "sun" | "jan" | "dec")))
    {
        return None;
    }
    parts.month = Some(Reference::Absolute(month));
    if direction != Direction::Unsaid {
        parts.direction = direction;
    }
    let Some((day, mut end)) = day else {
        // The dot of "Sept." at the end of a sentence stays outside.
        let bare = if dot && year_first.is_none() { name_end } else { end };
        let year = year_first.filter(|_| parts.year.is_none());
        parts.year = parts.year.or(year.map(|y| Reference::Absolute(y.0)));
        return Some(year.map_or(bare, |y| y.1));
    };
    parts.days = vec![day as u8];
    if let Some((last, after)) = range_end(around, end) {
        parts.days.push(last);
        parts.days_are_range = true;
        end = after;
    }
    if let Some((year, after)) = year_after(tokens, end, true).filter(|_| parts.year.is_none()) {
        parts.year = Some(Reference::Absolute(year));
        end = after;
    }
    Some(end)
}

/// "-15", "to the 15th", "thru 15": the last day of a range inside a month.
fn range_end(around: &Around<'_>, i: usize) -> Option<(u8, usize)> {
    let tokens = around.tokens;
    let from = tokens.any(i, &["-", "–", "to the", "to", "through", "thru", "until", "and"])?;
    let (day, end) = day_number(tokens, from)?;
    let other = tokens.is(end, &[":", "am", "pm", "h", "/", "a", "p"])
        || month(around, end).is_some()
        || tokens.any(end, &["of"]).is_some_and(|n| month(around, n).is_some());
    (!other && (tokens.text(i) != "and" || around.query)).then_some((day as u8, end))
}

/// "30 September 2024", "the 3rd of March", "13 to 15 July", "15Sep".
fn day_month(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.month.is_some() || !parts.days.is_empty() {
        return None;
    }
    let (first, end) = day_number(tokens, i)?;
    let range = tokens.any(end, &["-", "–", "to the", "to", "through", "thru"]).and_then(|n| day_number(tokens, n));
    let named = |end: usize| {
        let from = tokens.any(end, &["day of the", "day of", "of the", "of", "/", "-", "."]).unwrap_or(end);
        let words = around.lang.time_words.named.iter().filter(|n| n.grain == "month");
        let relative = words.filter_map(|n| tokens.run(from, n.word).map(|end| (Reference::Named(n), end))).max_by_key(|f| f.1);
        relative.filter(|_| from > end).or_else(|| month(around, from).map(|(m, end)| (Reference::Absolute(m), end)))
    };
    let (days, (month, end)) = match range.and_then(|(last, end)| named(end).map(|m| (last, m))) {
        Some((last, month)) => (vec![first as u8, last as u8], month),
        None => (vec![first as u8], named(end)?),
    };
    parts.days_are_range = days.len() > 1;
    (parts.days, parts.month) = (days, Some(month));
    let dot = usize::from(tokens.text(end) == "." && year_after(tokens, end + 1, true).is_some());
    let Some((year, end)) = year_after(tokens, end + dot, true).filter(|_| parts.year.is_none()) else { return Some(end) };
    parts.year = Some(Reference::Absolute(year));
    Some(end)
}

/// "2024-09-30", "9/30/2024", "4/25", "2/2013", "2012/Aug/10", "1994-11-05T13:15:30Z".
fn numbers(around: &Around<'_>, passage: &Passage<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.month.is_some() || !parts.days.is_empty() {
        return None;
    }
    let first = tokens.list.get(i).filter(|t| t.text.starts_with(|c: char| c.is_ascii_digit()))?;
    let mark = tokens.is(i + 1, &["/", "-"]) || first.text.len() == 4;
    if let Some((month_number, end)) = mark.then(|| month(around, i + 2).or_else(|| month(around, i + 1))).flatten() {
        let from = tokens.any(end, &["/", "-"]).unwrap_or(end);
        let (year, (day, end)) = (first.number.filter(|y| YEARS.contains(y))?, day_number(tokens, from)?);
        (parts.year, parts.month, parts.days) =
            (Some(Reference::Absolute(year)), Some(Reference::Absolute(month_number)), vec![day as u8]);
        return Some(end);
    }
    let short = first.text.len() <= 2 && tokens.text(i + 1) == "/" && tokens.text(i + 3) != "/";
    if let Some(year) =
        tokens.list.get(i + 2).filter(|t| short && t.text.len() == 4).and_then(|t| t.number).filter(|y| YEARS.contains(y))
    {
        parts.month = Some(Reference::Absolute(first.number.filter(|m| (1..=12).contains(m))?));
        parts.year = Some(Reference::Absolute(year));
        return Some(i + 3);
    }
    let read = numeric::date(passage, first.start, around.query, around.query || around.led || parts.weekday.is_some())?;
    let iso_time =
        tokens.list.iter().position(|t| t.start >= read.end).filter(|&n| tokens.text(n) == "t" && !tokens.list[n].spaced);
    (parts.year, parts.month, parts.days) = (read.year, read.month, read.days);
    let end = tokens.list.iter().position(|t| t.start >= read.end).unwrap_or(tokens.list.len());
    if let Some((clock, end)) = iso_time.and_then(|n| clock::clock(tokens, n + 1, false, around.lang)) {
        (parts.clock, parts.day_end) = (clock, Some(read.end));
        return Some(end + usize::from(tokens.text(end) == "z"));
    }
    Some(end)
}
