//! English dates: "September 30, 2024", "30 Sept 2024", "in May", "last year", "on Monday", "three years ago", "20 years".

use super::{Anchor, Timed};
use crate::civil::Date;
use crate::facts::number;
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;

/// A bare month this far ahead of publication means last year's.
const MONTHS_AHEAD: i32 = 6;

/// An expression that begins exactly at `at`.
pub(super) fn expression(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &LangPack) -> Option<Timed> {
    named(passage, at, anchor, lang)
        .or_else(|| month_first(passage, at, anchor, lang))
        .or_else(|| day_first(passage, at, anchor, lang))
        .or_else(|| iso(passage, at))
        .or_else(|| length(passage, at, anchor, lang))
        .or_else(|| year(passage, at))
}

fn timed(start: usize, end: usize, timex_type: &'static str, value: Option<String>, relative: bool) -> Timed {
    Timed::new(Stretch::new(start, end), timex_type, value, relative)
}

fn digits(passage: &Passage<'_>, at: usize) -> Option<(i32, usize)> {
    let run: String = passage.chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).take(5).collect();
    (run.len() <= 4).then(|| run.parse().ok()).flatten().map(|n| (n, at + run.len()))
}

fn word_ends(passage: &Passage<'_>, end: usize) -> bool {
    passage.char(end).is_none_or(|c| !c.is_alphanumeric())
}

/// "today", "last year", "Monday".
fn named(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &LangPack) -> Option<Timed> {
    let found = lang.time_words.named.iter().filter_map(|n| passage.read(at, n.word).map(|end| (n, end))).max_by_key(|f| f.1);
    let (named, end) = found.filter(|f| word_ends(passage, f.1))?;
    let value = anchor.published.map(|p| match named.grain {
        "year" => format!("{:04}", p.year + named.shift as i32),
        "month" => month_value(p.year, i64::from(p.month) + named.shift),
        "week" => super::moment::iso_week(p.plus_days(7 * named.shift)),
        _ => p.plus_days(named.shift).to_string(),
    });
    Some(timed(at, end, "DATE", value, true))
}

fn month_value(year: i32, month: i64) -> String {
    let index = i64::from(year) * 12 + month - 1;
    format!("{:04}-{:02}", index.div_euclid(12), index.rem_euclid(12) + 1)
}

/// A month name at `at`: 1 to 12, and where it ends. "May" and "March" need a number or "in" beside them.
fn month(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(u8, usize)> {
    // Names of months begin with a capital; most places of a text do not, and there is no need to look at all names there.
    passage.char(at).filter(|c| c.is_uppercase())?;
    let names = lang.time_words.months.iter().enumerate().flat_map(|(index, names)| names.split('|').map(move |n| (index, n)));
    let found = names.filter_map(|(index, name)| passage.read(at, name).map(|end| (index as u8 + 1, end)));
    let (month, end) = found.max_by_key(|f| f.1).filter(|f| word_ends(passage, f.1))?;
    Some((month, if passage.char(end) == Some('.') { end + 1 } else { end }))
}

/// "September 30, 2024", "September 2024", "in September".
fn month_first(passage: &Passage<'_>, at: usize, anchor: &Anchor, lang: &LangPack) -> Option<Timed> {
    let (month, end) = month(passage, at, lang)?;
    let day = digits(passage, passage.skip_space(end)).filter(|d| (1..=31).contains(&d.0));
    let Some((day, end)) = day else {
        let year = digits(passage, passage.skip_space(end)).filter(|y| (1000..3000).contains(&y.0));
        let preposition = ["in ", "since ", "until ", "by ", "last ", "of ", "from "]
            .iter()
            .any(|p| passage.of(Stretch::new(0, at)).ends_with(p));
        let Some((year, end)) = year else {
            let guess = anchor.published.map(|p| guess(p, month));
            return preposition.then(|| timed(at, end, "DATE", guess.map(|y| format!("{y:04}-{month:02}")), true));
        };
        return Some(timed(at, end, "DATE", Some(format!("{year:04}-{month:02}")), false));
    };
    let end = passage.read_any(end, &["st", "nd", "rd", "th"]).unwrap_or(end);
    let comma = passage.skip_space(end + usize::from(passage.char(end) == Some(',')));
    let year = digits(passage, comma).filter(|y| (1000..3000).contains(&y.0));
    Some(full(at, year.map_or(end, |y| y.1), year.map(|y| y.0), month, day, anchor))
}

/// "30 September 2024".
fn day_first(passage: &Passage<'_>, at: usize, anchor: &Anchor, lang: &LangPack) -> Option<Timed> {
    let (day, end) = digits(passage, at).filter(|d| (1..=31).contains(&d.0))?;
    let end = passage.read_any(end, &["st", "nd", "rd", "th"]).unwrap_or(end);
    let (month, end) = month(passage, passage.skip_space(end), lang)?;
    let year = digits(passage, passage.skip_space(end)).filter(|y| (1000..3000).contains(&y.0));
    Some(full(at, year.map_or(end, |y| y.1), year.map(|y| y.0), month, day, anchor))
}

fn full(start: usize, end: usize, written: Option<i32>, month: u8, day: i32, anchor: &Anchor) -> Timed {
    let year = written.or(anchor.published.map(|p| guess(p, month)));
    let value = year.and_then(|year| Date::new(year, month, day as u8)).map(|d| d.to_string());
    timed(start, end, "DATE", value, written.is_none())
}

fn guess(published: Date, month: u8) -> i32 {
    published.year - i32::from(i32::from(month) - i32::from(published.month) > MONTHS_AHEAD)
}

/// "2024-09-30".
fn iso(passage: &Passage<'_>, at: usize) -> Option<Timed> {
    let (year, end) = digits(passage, at).filter(|y| (1000..3000).contains(&y.0))?;
    let (month, end) = passage.read(end, "-").and_then(|e| digits(passage, e))?;
    let (day, end) = passage.read(end, "-").and_then(|e| digits(passage, e))?;
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some(timed(at, end, "DATE", Some(date.to_string()), false))
}

/// "in 2024".
fn year(passage: &Passage<'_>, at: usize) -> Option<Timed> {
    let (year, end) = digits(passage, at).filter(|y| (1500..2100).contains(&y.0))?;
    let preposition = ["in ", "since ", "by ", "of ", "until ", "from ", "In ", "Since ", "during "]
        .iter()
        .any(|p| passage.of(Stretch::new(0, at)).ends_with(p));
    (preposition && word_ends(passage, end)).then(|| timed(at, end, "DATE", Some(format!("{year:04}")), false))
}

/// "20 years", "three months ago".
fn length(passage: &Passage<'_>, at: usize, anchor: &Anchor, lang: &LangPack) -> Option<Timed> {
    let number = number::read(passage, at, &lang.number_words)?;
    let from = passage.skip_space(number.end);
    let letters = [("year", 'Y'), ("month", 'M'), ("week", 'W'), ("day", 'D'), ("hour", 'H'), ("minute", 'T'), ("decade", 'E')];
    let (letter, end) = letters.iter().find_map(|(word, letter)| passage.read(from, word).map(|end| (*letter, end)))?;
    let end = passage.read(end, "s").unwrap_or(end);
    if !word_ends(passage, end) || passage.read_any(end, &["-old", " old"]).is_some() || from == number.end {
        return None;
    }
    let count = number.value;
    let after = passage.skip_space(end);
    if let Some(end) = passage.read_any(after, lang.time_words.ago) {
        let value = anchor.published.and_then(|p| match letter {
            'Y' => Some(format!("{:04}", p.year - count as i32)),
            'E' => Some(format!("{:04}", p.year - 10 * count as i32)),
            'M' => Some(month_value(p.year, i64::from(p.month) - count as i64)),
            'W' => Some(p.plus_days(-7 * count as i64).to_string()),
            'D' => Some(p.plus_days(-(count as i64)).to_string()),
            _ => None,
        });
        return Some(timed(at, end, "DATE", value, true));
    }
    let value = match letter {
        'H' => format!("PT{count}H"),
        'T' => format!("PT{count}M"),
        'E' => format!("P{}Y", count * 10.0),
        letter => format!("P{count}{letter}"),
    };
    Some(timed(at, end, "DURATION", Some(value), false))
}
