//! English elements of a date that stand by themselves: "next Monday", "this summer", a weekday, a year, a time of day, "the 24th".

use super::date::{YEARS, direction};
use super::{Around, clock};
use crate::facts::timex::parts::{Direction, Part, Parts, Reference};

/// "this summer", "next Monday", "last weekend", "next March", "this morning".
pub(super) fn pointed(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    let (from, direction) = direction(around, i);
    if direction == Direction::Unsaid {
        return None;
    }
    let words = &around.lang.time_words;
    if let Some(season) = words.year_part.iter().find(|p| p.word == tokens.text(from)).filter(|_| parts.year_part.is_none()) {
        (parts.year_part, parts.direction) = (Some(season.value.to_owned()), direction);
        return Some(from + 1);
    }
    if let Some(end) = tokens.any_of(from, words.weekend).filter(|_| parts.part.is_none()) {
        (parts.part, parts.direction) = (Some(Part::Weekend), direction);
        return Some(end);
    }
    if direction == Direction::This && words.day_part.iter().any(|p| p.word == tokens.text(from)) && !parts.clock.said() {
        let (clock, end) = clock::clock(tokens, from, false, around.lang)?;
        parts.day = parts.day.or_else(|| words.named.iter().find(|n| n.word == "today").filter(|_| !parts.dated()));
        (parts.clock, parts.day_end) = (clock, None);
        return Some(end);
    }
    let (day, end) = weekday_name(around, from, true)?;
    if parts.weekday.is_some() {
        return None;
    }
    (parts.weekday, parts.direction) = (Some(day), direction);
    Some(end)
}

/// A weekday; short forms only with a capital or where nothing else is said.
pub(super) fn weekday_name(around: &Around<'_>, i: usize, sure: bool) -> Option<(u8, usize)> {
    let tokens = around.tokens;
    let token = tokens.list.get(i)?;
    let found = around.lang.time_words.weekdays.iter().position(|names| names.split('|').any(|name| name == token.text))?;
    let long = token.text.len() >= 6;
    let dotted = tokens.text(i + 1) == "." && !long && (around.query || tokens.list.get(i + 2).is_some());
    (long
        || sure
        || around.query
        || token.capital
            && (i > 0 || tokens.is(i + 1, &[",", "."]) || tokens.list.get(i + 1).is_some_and(|t| t.number.is_some())))
    .then_some((found as u8, i + 1 + usize::from(dotted)))
}

pub(super) fn weekday(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    if parts.weekday.is_some() {
        return None;
    }
    let (day, end) = weekday_name(around, i, parts.dated() || parts.clock.said())?;
    parts.weekday = Some(day);
    Some(end)
}

/// "2024" where a year is to be expected, "the 1990s".
pub(super) fn year(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.year.is_some() {
        return None;
    }
    let from = tokens.any(i, &["the", "year"]).unwrap_or(i);
    let token = tokens.list.get(from)?;
    let year = token.number.filter(|y| YEARS.contains(y) && token.text.len() == 4)?;
    let glued = tokens.list.get(from + 1).is_some_and(|t| {
        !t.spaced && !matches!(&*t.text, "," | "." | ")" | "'s" | ":" | ";" | "q" | "?" | "!" | "-" | "–" | "”" | "\"")
    });
    if tokens.text(from + 1) == "s" && glued && year % 10 == 0 {
        (parts.year, parts.decade) = (Some(Reference::Absolute(year)), true);
        return Some(from + 2);
    }
    let fits = parts.holiday.is_some()
        || parts.month.is_some()
        || parts.year_part.is_some()
        || parts.nth_week.is_some()
        || parts.part.is_some();
    (!glued && (fits || (around.led || around.query) && i == 0 && !parts.dated())).then(|| {
        parts.year = Some(Reference::Absolute(year));
        from + 1
    })
}

/// A time of day, before or after the day.
pub(super) fn time(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.clock.hour.is_some() {
        // "9 tomorrow evening"
        let open = parts.clock.part.is_none() && !parts.clock.certain;
        let (clock, end) = clock::clock(tokens, i, false, around.lang).filter(|c| open && c.0.hour.is_none())?;
        (parts.clock.part, parts.clock.certain) = (clock.part, true);
        return Some(end);
    }
    let day = parts.names_day();
    if i > 0 && !day && parts.dated() {
        return None;
    }
    let bare = around.query && (i == 0 || day);
    let (clock, end) = clock::clock(tokens, i, bare, around.lang)?;
    let merged = match parts.clock.part {
        Some(part) => crate::facts::timex::clock::Clock {
            part: clock.part.or(Some(part).filter(|_| !clock.certain)),
            edge: parts.clock.edge,
            certain: true,
            ..clock
        },
        None => clock,
    };
    if merged.part.is_none() && parts.clock.part.is_some() && clock.hour.is_none() {
        return None;
    }
    let lone = i == 0 && clock.hour.is_none() && !around.query && !around.led;
    if lone
        && tokens.is(0, &["morning", "evening", "night", "lunch", "afternoon"])
        && !parts.dated()
        && tokens.any(end, &["of"]).is_none()
    {
        return None;
    }
    if parts.dated() {
        parts.day_end = Some(tokens.end(i).min(tokens.list[i].start));
    }
    parts.clock = merged;
    Some(end)
}

/// "the 24th", "on the first", "the 24": a day of the month alone.
pub(super) fn bare_day(around: &Around<'_>, i: usize, parts: &mut Parts) -> Option<usize> {
    let tokens = around.tokens;
    if parts.month.is_some()
        || !parts.days.is_empty()
        || parts.day.is_some()
        || parts.year.is_some()
        || parts.week.is_some()
        || parts.clock.said()
    {
        return None;
    }
    let article = tokens.any(i, &["the"]);
    let found = tokens.ordinal(article.unwrap_or(i)).or_else(|| article.filter(|_| around.query).and_then(|n| tokens.count(n)));
    let (day, end) = found.filter(|d| (1..=31).contains(&d.0))?;
    let last = end >= tokens.list.len() || parts.weekday.is_some();
    if !(around.query && last || parts.weekday.is_some()) {
        return None;
    }
    parts.days = vec![day as u8];
    Some(end)
}
