//! English times of day: "3:15pm", "15h15", "half past three", "eight o'clock", "at 5 in the evening", "noon", "tonight".

use super::token::Tokens;
use crate::facts::timex::clock::Clock;
use crate::lang::{DayPart, LangPack};
use crate::text::is_alphanumeric;

/// A time of day that begins at token `i`, with or without "at" before it, and the token after it. A bare number is an hour
/// only when `bare` allows it.
pub(super) fn clock(tokens: &Tokens, i: usize, bare: bool, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let i = tokens
        .any(i, &["for a", "for"])
        .filter(|&n| tokens.text(n) == "quarter")
        .map_or(i, |n| if tokens.text(n - 1) == "a" { n - 1 } else { n });
    if let Some(found) = past(tokens, tokens.any(i, &["at"]).unwrap_or(i), lang) {
        return Some(with_part(tokens, found, lang));
    }
    if let Some(found) = hour(tokens, i, bare, lang) {
        return Some(with_part(tokens, found, lang));
    }
    let fixed = [("noon", 12), ("midday", 12), ("midnight", 24), ("eod", 24)].iter().find(|f| f.0 == tokens.text(i));
    if let Some((_, hour)) = fixed {
        return Some((Clock { hour: Some(*hour), certain: true, ..Clock::default() }, i + 1));
    }
    let (part, end) = part(tokens, i, lang)?;
    let mut clock = Clock { part: Some(part.0), edge: part.1, ..Clock::default() };
    // "this morning at 10", "in the evening at eight", "tonight 815"
    let at = tokens.any(end, &["at", "@"]).unwrap_or(end);
    if let Some((hour, after)) =
        hour(tokens, at, at > end || bare && tokens.list.get(at).is_some_and(|t| t.number.is_some()), lang)
    {
        (clock.hour, clock.minute, clock.second, clock.certain) = (hour.hour, hour.minute, hour.second, true);
        if hour.certain {
            clock.part = None;
        }
        return Some((clock, after));
    }
    Some((clock, end))
}

/// A part of the day with "early" or "late" before it and "in the" around it.
fn part(tokens: &Tokens, i: usize, lang: &'static LangPack) -> Option<((&'static DayPart, i8), usize)> {
    let from = tokens.any(i, &["in the", "in", "during the", "at", "the"]).unwrap_or(i);
    let early = tokens.any(from, &["early in the", "early hours of the", "early"]).map(|n| (n, -1));
    let (from, edge) = early.or_else(|| tokens.any(from, &["late"]).map(|n| (n, 1))).unwrap_or((from, 0));
    let found = lang.time_words.day_part.iter().find(|p| p.word == tokens.text(from))?;
    (!found.value.is_empty()).then_some(((found, edge), from + 1))
}

/// "8 in the evening", "3 pm", "9 tonight": the part of the day that the hour belongs to.
fn with_part(tokens: &Tokens, found: (Clock, usize), lang: &'static LangPack) -> (Clock, usize) {
    let (mut clock, end) = found;
    if clock.certain {
        return (clock, end);
    }
    if let Some(end) = tokens.any(end, &["in the pm", "in pm"]) {
        clock.hour = clock.hour.map(|h| if h < 12 { h + 12 } else { h });
        clock.certain = true;
        return (clock, end);
    }
    let this = tokens.any(end, &["this"]).unwrap_or(end);
    match part(tokens, this, lang) {
        Some((part, after)) => {
            clock.part = Some(part.0);
            clock.certain = true;
            (clock, after)
        }
        None => (clock, end),
    }
}

/// "quarter past 3", "20 minutes to 2pm", "half past eight", "twenty after 3pm".
fn past(tokens: &Tokens, i: usize, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let (minutes, after) = if let Some(n) = tokens.any(i, &["a quarter", "quarter"]) {
        (15, n)
    } else if let Some(n) = tokens.any(i, &["half"]) {
        (30, n)
    } else {
        tokens.count(i).filter(|n| n.0 < 60)?
    };
    let told = tokens.any(after, &["minutes", "minute", "mins", "min"]);
    let after = told.unwrap_or(after);
    let past = tokens.any(after, &["past", "after", "from"]);
    let before = tokens.any(after, &["to", "before", "till", "of"]).filter(|_| past.is_none() && minutes != 30);
    let (mut clock, end) = hour(tokens, past.or(before)?, true, lang)?;
    // "three to four sessions", "five to ten people": how many, not when.
    let clear = told.is_some() || clock.certain || i > 0 && tokens.text(i - 1) == "at" || tokens.text(after) == "past";
    if clock.minute != 0 || !clear && (minutes % 5 != 0 || counts(tokens, end)) {
        return None;
    }
    if past.is_some() {
        clock.minute = minutes as u16
    } else {
        clock.before = minutes
    }
    Some((clock, end))
}

/// Whether the word at token `i` can be what a number before it counts.
fn counts(tokens: &Tokens, i: usize) -> bool {
    let word = tokens.text(i);
    word.starts_with(char::is_alphabetic) && !BEHIND_HOURS.contains(&word)
}

/// Words that stand behind an hour and are counted by nothing.
const BEHIND_HOURS: [&str; 14] =
    ["in", "this", "on", "at", "today", "tomorrow", "and", "or", "when", "as", "for", "sharp", "until", "to"];

/// "3:15", "15h15", "3pm", "8 o'clock", "seven thirty", "730" after "at".
fn hour(tokens: &Tokens, i: usize, bare: bool, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let at = tokens.any(i, &["at", "@"]);
    let (from, query) = (at.unwrap_or(i), bare);
    let bare = bare || at.is_some();
    let (number, mut end) = tokens.count(from)?;
    let digits = tokens.list[from].number.is_some();
    let glued = |i: usize| tokens.list.get(i).is_some_and(|t| !t.spaced);
    let two = |i: usize| tokens.list.get(i).filter(|t| t.text.len() == 2 && !t.spaced).and_then(|t| t.number).filter(|n| *n < 60);
    let (mut hour, mut minute, mut second, mut shown) = (number, 0, 0, false);
    let part = |i: usize| {
        let this = tokens.any(i, &["this"]).unwrap_or(i);
        part(tokens, this, lang).is_some()
    };
    if digits
        && glued(end)
        && tokens.is(end, &[":", "h", "."])
        && two(end + 1).is_some()
        && (tokens.text(end) != "." || meridiem(tokens, end + 2).is_some())
    {
        minute = two(end + 1)?;
        end += 2;
        shown = true;
        if tokens.text(end) == ":" && two(end + 1).is_some() {
            second = two(end + 1)?;
            end += 2;
        }
    } else if digits && glued(end) && tokens.text(end) == "h" {
        end += 1;
        shown = true;
    } else if digits && tokens.list[from].text.len() >= 3 {
        let clock_like = number % 100 < 60
            && number / 100 <= 24
            && (at.is_some() || meridiem(tokens, end).is_some() || bare && tokens.list[from].text.len() == 3);
        if !clock_like {
            return None;
        }
        (hour, minute, shown) = (number / 100, number % 100, true);
    } else if let Some((m, after)) =
        tokens.count(end).filter(|m| (10..60).contains(&m.0) && (bare || !digits) && tokens.list[end].spaced)
    {
        let said = at.is_some() && (tokens.list[end].text.len() == 2 || !digits) || meridiem(tokens, after).is_some();
        if said {
            (minute, end, shown) = (m, after, true);
        }
    }
    if hour > 24 {
        return None;
    }
    let half = meridiem(tokens, end);
    end = half.map_or(end, |h| h.1);
    let o_clock =
        tokens.any(end, &["o'clock", "o clock", "oclock"]).or_else(|| tokens.any(end, &["hours", "hrs"]).filter(|_| shown));
    end = o_clock.unwrap_or(end);
    // "at 4.1%", "at 22,340", "at 12 percent", "at 328 of the schools": no hour.
    let goes_on = |i: usize| glued(i) && tokens.text(i).chars().all(|c| c.is_alphanumeric() || c == '%');
    let parted = glued(end) && matches!(tokens.text(end), "." | ",") && goes_on(end + 1);
    let long = tokens.list[from].text.len() >= 3 && tokens.list[from].end == tokens.end(end) && !query && !part(end);
    if digits && half.is_none() && o_clock.is_none() && (goes_on(end) || parted || long || !shown && !is_left(tokens, end, lang))
    {
        return None;
    }
    if !(shown || half.is_some() || o_clock.is_some() || part(end) && hour <= 12 || bare && hour <= 24) {
        return None;
    }
    if tokens.is(end, &["%", "/", "-"]) && !shown && half.is_none() || tokens.text(end) == ":" {
        return None;
    }
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    if tokens.list.get(end).is_some_and(|t| !t.spaced && t.text.chars().all(is_alphanumeric)) {
        return None;
    }
    let certain = half.is_some() || hour > 12 || hour == 0 || tokens.text(from + 1) == "h";
    Some((
        Clock {
            hour: Some(hour as u16),
            minute: minute as u16,
            second: second as u16,
            certain,
            exact: shown,
            ..Clock::default()
        },
        end,
    ))
}

/// Whether what follows an hour leaves it one: more of the time, or the next part of the sentence, and not what a number counts.
fn is_left(tokens: &Tokens, end: usize, lang: &'static LangPack) -> bool {
    let next = tokens.text(end);
    !next.starts_with(char::is_alphabetic) || lang.time_words.behind_hour.contains(next) || super::begins(next, lang)
}

/// "pm", "p.m.", "a": whether it is after noon, and the token after it.
fn meridiem(tokens: &Tokens, i: usize) -> Option<(bool, usize)> {
    let long = tokens.any(i, &["a . m .", "a . m", "am", "a m"]).map(|n| (false, n));
    let long = long.or_else(|| tokens.any(i, &["p . m .", "p . m", "pm", "p m"]).map(|n| (true, n)));
    let glued = || tokens.list.get(i).filter(|t| !t.spaced).is_some();
    long.or_else(|| tokens.any(i, &["a"]).filter(|_| glued()).map(|n| (false, n)))
        .or_else(|| tokens.any(i, &["p"]).filter(|_| glued()).map(|n| (true, n)))
}
