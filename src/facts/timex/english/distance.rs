//! English lengths of time, and dates at that distance: "two and a half hours", "three weeks ago", "in 5 days", "the next 3 years".

use super::Around;
use super::token::Tokens;
use crate::civil::Date;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::timex::decimal::Decimal;
use crate::facts::timex::moment::{Moment, month_after, plus_months};
use crate::facts::timex::{Anchor, Timed};
use crate::lang::LangPack;

/// Names of a unit, its letter in ISO 8601 (small for parts of a day), and how many of that letter it has.
const UNITS: [(&[&str], char, f64); 10] = [
    (&["second", "seconds", "sec", "secs", "s"], 's', 1.0),
    (&["minute", "minutes", "min", "mins", "m"], 'm', 1.0),
    (&["hour", "hours", "hr", "hrs", "h"], 'h', 1.0),
    (&["day", "days"], 'D', 1.0),
    (&["week", "weeks", "wk", "wks"], 'W', 1.0),
    (&["fortnight", "fortnights"], 'D', 14.0),
    (&["month", "months"], 'M', 1.0),
    (&["quarter", "quarters"], 'M', 3.0),
    (&["year", "years", "yr", "yrs"], 'Y', 1.0),
    (&["decade", "decades"], 'Y', 10.0),
];
/// What "a few" and "several" are counted as.
const FEW: f64 = 3.0;

/// Amounts by unit, from years to seconds: `Y M W D h m s`.
#[derive(Debug, Default, Clone, Copy)]
struct Amount([f64; 7]);

const LETTERS: [char; 7] = ['Y', 'M', 'W', 'D', 'h', 'm', 's'];

impl Amount {
    fn of(&self, letter: char) -> f64 {
        LETTERS.iter().position(|l| *l == letter).map_or(0.0, |i| self.0[i])
    }

    fn add(&mut self, letter: char, count: f64) {
        if let Some(i) = LETTERS.iter().position(|l| *l == letter) {
            self.0[i] += count;
        }
    }

    fn is_clock(&self) -> bool {
        self.0[4..].iter().any(|n| *n > 0.0)
    }

    fn seconds(&self) -> f64 {
        self.of('h') * 3600.0 + self.of('m') * 60.0 + self.of('s')
    }

    fn day(&self, from: Date, sign: f64) -> Date {
        let moved = plus_months(from, (sign * (self.of('Y') * 12.0 + self.of('M'))) as i64);
        moved.plus_days((sign * (self.of('D') + 7.0 * self.of('W'))) as i64)
    }

    fn moment(&self, from: Moment, sign: f64) -> Moment {
        Moment { day: self.day(from.day, sign), second: from.second }.plus_seconds((sign * self.seconds()) as i64)
    }

    /// The date as exact as the unit: years give a year, months a month.
    fn rough(&self, from: Date, sign: f64) -> String {
        let moved = self.day(from, sign);
        match () {
            () if self.of('D') + self.of('W') > 0.0 => moved.to_string(),
            () if self.of('M') > 0.0 => format!("{:04}-{:02}", moved.year, moved.month),
            () => format!("{:04}", moved.year),
        }
    }

    /// ISO 8601, fractions and mixed clock units as the smallest unit.
    fn iso(&self) -> String {
        let whole: String =
            self.0[..4].iter().zip(LETTERS).filter(|(n, _)| **n > 0.0).map(|(n, l)| format!("{}{l}", Decimal(*n))).collect();
        let seconds = self.seconds();
        let clock = match () {
            () if seconds == 0.0 => String::new(),
            () if seconds % 60.0 != 0.0 => format!("T{}S", Decimal(seconds)),
            () if seconds % 3600.0 != 0.0 => format!("T{}M", Decimal(seconds / 60.0)),
            () => format!("T{}H", Decimal(seconds / 3600.0)),
        };
        format!("P{whole}{clock}")
    }
}

/// "half an hour", "1 hour and 30 minutes", "an hour and a half", "3m 49s", "a few minutes".
fn amount(tokens: &Tokens, i: usize) -> Option<(Amount, usize)> {
    let mut amount = Amount::default();
    let mut at = i;
    let mut last = None;
    while let Some((count, unit, end)) = part(tokens, at).filter(|p| last.is_none_or(|l| l > p.1)) {
        let (_, letter, factor) = UNITS[unit];
        match letter {
            'D' if count.fract() > 0.0 => amount.add('h', count * 24.0),
            _ => amount.add(letter, count * factor),
        }
        (last, at) = (Some(unit), end);
        if let Some(end) = tokens.any(end, &["and a half", "and half"]) {
            let (smaller, more) = if letter == 'h' { ('m', 30.0) } else { (letter, factor / 2.0) };
            amount.add(smaller, more);
            return Some((amount, end));
        }
        let spoken = (letter == 'h').then(|| tokens.count(tokens.any(end, &["and"]).unwrap_or(end))).flatten();
        if let Some((minutes, after)) = spoken
            .filter(|(n, after)| (10..60).contains(n) && unit_at(tokens, *after).is_none() && tokens.text(*after).is_empty())
        {
            amount.add('m', f64::from(minutes));
            return Some((amount, after));
        }
        let next = tokens.any(end, &["and", ", and", ","]).unwrap_or(end);
        if part(tokens, next).is_some() {
            at = next;
        }
    }
    (at > i).then_some((amount, at))
}

fn unit_at(tokens: &Tokens, i: usize) -> Option<usize> {
    UNITS.iter().position(|(names, ..)| names.contains(&tokens.text(i)))
}

/// One count with its unit.
fn part(tokens: &Tokens, i: usize) -> Option<(f64, usize, usize)> {
    let (mut count, mut at) = number(tokens, i)?;
    // "one and a quarter hours", "two and a half years", "one and two quarters of hour"
    if let Some(end) = tokens.any(at, &["and a half", "and half"]).filter(|&end| unit_at(tokens, end).is_some()) {
        (count, at) = (count + 0.5, end);
    } else if let Some(end) =
        tokens.any(at, &["and a quarter", "and quarter", "and one quarter"]).and_then(|end| hour_after(tokens, end))
    {
        return Some((count + 0.25, 2, end));
    } else if let Some(end) = tokens.any(at, &["and two quarter", "and two quarters"]).and_then(|end| hour_after(tokens, end)) {
        return Some((count + 0.5, 2, end));
    }
    let joined = tokens.any(at, &["-", "upcoming", "more"]);
    at = joined.unwrap_or(at);
    // "Three-quarters of them" are no time.
    let unit = unit_at(tokens, at).filter(|_| joined.is_none() || tokens.text(at) != "quarters")?;
    let letter = tokens.text(at).len() == 1;
    if letter && tokens.list.get(at).is_some_and(|t| t.spaced) && tokens.text(at) != "h" {
        return None;
    }
    Some((count, unit, at + 1))
}

fn hour_after(tokens: &Tokens, i: usize) -> Option<usize> {
    tokens.any(i, &["of hour", "of an hour", "of hours", "hour", "hours"])
}

/// "2", "1.5", "1/2", "a", "half an", "a couple of", "three quarters of an".
fn number(tokens: &Tokens, i: usize) -> Option<(f64, usize)> {
    let phrases: [(&[&str], f64); 5] = [
        (&["half an", "half a", "half", "1 / 2 an", "1 / 2 a", "1 / 2", "an half"], 0.5),
        (&["a quarter of an", "a quarter of a", "quarter of an", "quarter of a"], 0.25),
        (&["three quarters of an", "three - quarters of an", "3 / 4 of an"], 0.75),
        (&["a couple of", "couple of", "a couple"], 2.0),
        (&["a few", "few", "several"], FEW),
    ];
    if let Some((end, value)) = phrases.iter().find_map(|(words, value)| tokens.any(i, words).map(|end| (end, *value))) {
        return Some((value, end));
    }
    if let Some(end) = tokens.any(i, &["an", "a"]) {
        return Some((1.0, end));
    }
    let (count, end) = tokens.count(i)?;
    let decimal = tokens
        .list
        .get(end + 1)
        .filter(|t| tokens.text(end) == "." && !t.spaced && !tokens.list[end].spaced)
        .and_then(|t| Some((t.number?, t.text.len())));
    Some(decimal.map_or((f64::from(count), end), |(digits, places)| {
        (f64::from(count) + f64::from(digits) / 10f64.powi(places as i32), end + 2)
    }))
}

/// "in 3 days", "two weeks ago", "5 minutes from now", "within 2 weeks", "the next three hours".
pub(super) fn distance(around: &Around<'_>, passage: &Passage<'_>, at: usize, anchor: &mut Anchor) -> Option<Timed> {
    let (tokens, words) = (around.tokens, &around.lang.time_words);
    if let Some(found) = window(around, at, anchor) {
        return Some(found);
    }
    if let Some(found) = weekdays(around, at, anchor) {
        return Some(found);
    }
    let lead = tokens.any_of(0, words.during).map(|n| (n, true)).or_else(|| tokens.any_of(0, words.within).map(|n| (n, false)));
    if let Some((start, during)) = lead {
        let (amount, end) = amount(tokens, start)?;
        let span = Stretch::new(at, tokens.end(end));
        if during {
            let now = anchor.now?;
            let last = amount.moment(now, 1.0);
            let last = if amount.is_clock() { last } else { Moment { second: 0, ..last } };
            return Some(Timed::new(span, "TIME", Some(format!("{now}/{last}")), true));
        }
        // "The first fall in two years", "ran it in 32 minutes": how long, not when.
        if !around.query && !anchor.to_come && is_past(passage, at, around.lang) {
            return None;
        }
        return moved(span, &amount, 1.0, anchor);
    }
    let (amount, end) = amount(tokens, 0)?;
    let span = |end: usize| Stretch::new(at, tokens.end(end));
    if let Some(end) = tokens.any_of(end, words.ago) {
        return moved(span(end), &amount, -1.0, anchor);
    }
    let tomorrow = tokens.any(end, &["after tomorrow", "from tomorrow"]).map(|end| (end, 1));
    let day = tomorrow.or_else(|| tokens.any(end, &["after today", "from today"]).map(|end| (end, 0)));
    if let Some((end, shift)) = day.filter(|_| !amount.is_clock()) {
        let value = anchor.published.map(|p| amount.day(p.plus_days(shift), 1.0).to_string());
        return Some(Timed::new(span(end), "DATE", value, true));
    }
    let end = tokens.any_of(end, words.later)?;
    moved(span(end), &amount, 1.0, anchor)
}

/// Letters of a verb's past by its ending ("ended"): shorter words with it are none ("bed", "need").
const PAST_LETTERS: usize = 5;

/// Whether the sentence has told of what was before this place.
fn is_past(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    let begun = passage.sentence_of(at).start;
    let before = passage.of(Stretch::new(begun.min(at), at)).to_ascii_lowercase();
    let regular = |word: &str| word.len() >= PAST_LETTERS && word.ends_with("ed");
    before.split(|c: char| !c.is_ascii_alphabetic()).any(|word| regular(word) || lang.time_words.was.contains(word))
}

/// "3 Fridays from now", "two Thursdays ago".
fn weekdays(around: &Around<'_>, at: usize, anchor: &Anchor) -> Option<Timed> {
    let (tokens, words) = (around.tokens, &around.lang.time_words);
    let (count, end) = tokens.count(0)?;
    let name = tokens.text(end).strip_suffix('s').unwrap_or(tokens.text(end));
    let weekday = words.weekdays.iter().position(|names| names.split('|').any(|n| n == name && n.len() >= 6))? as i64;
    let ago = tokens.any_of(end + 1, words.ago);
    let after = ago.or_else(|| tokens.any_of(end + 1, words.later))?;
    let value = anchor.published.map(|day| {
        let ahead = (weekday - i64::from(day.weekday()) - 1).rem_euclid(7) + 1;
        let weeks = 7 * i64::from(count - 1);
        let behind = (i64::from(day.weekday()) - weekday - 1).rem_euclid(7) + 1;
        day.plus_days(if ago.is_some() { -behind - weeks } else { ahead + weeks }).to_string()
    });
    Some(Timed::new(Stretch::new(at, tokens.end(after)), "DATE", value, true))
}

/// A date or moment at a distance: to the minute for hours, to the hour for days in a text that is nothing else.
fn moved(at: Stretch, amount: &Amount, sign: f64, anchor: &Anchor) -> Option<Timed> {
    if amount.is_clock() {
        return Some(Timed::new(at, "TIME", anchor.now.map(|now| amount.moment(now, sign).to_string()), true));
    }
    let day = anchor.published;
    let mut timed = Timed::new(at, "DATE", day.map(|day| amount.rough(day, sign)), true);
    timed.timex.interval = day.map(|day| {
        let moved = amount.day(day, sign);
        let years = amount.of('Y') > 0.0 && amount.of('M') + amount.of('D') + amount.of('W') == 0.0;
        match anchor.now.filter(|_| anchor.query) {
            Some(_) if years => format!("{:04}-{:02}", moved.year, moved.month),
            Some(now) if amount.of('D') > 0.0 && sign > 0.0 => format!("{moved}T{:02}:00", now.second / 3600),
            _ => moved.to_string(),
        }
    });
    Some(timed)
}

/// "the next 3 hours", "last two years", "upcoming 2 days".
fn window(around: &Around<'_>, at: usize, anchor: &Anchor) -> Option<Timed> {
    let (tokens, words) = (around.tokens, &around.lang.time_words);
    let start = tokens.any(0, &["the"]).unwrap_or(0);
    let past = tokens.any_of(start, words.past);
    let ahead = tokens.any_of(start, words.ahead);
    let (amount, end) = amount(tokens, past.or(ahead)?).filter(|a| a.1 > start + 2 || tokens.count(start + 1).is_some())?;
    tokens.count(start + 1).or_else(|| tokens.any(start + 1, &["few", "couple", "several"]).map(|n| (0, n)))?;
    let span = Stretch::new(at, tokens.end(end));
    let value = anchor.published.and_then(|day| match (past.is_some(), amount.is_clock()) {
        (true, true) => anchor.now.map(|now| format!("{}/{now}", amount.moment(now, -1.0))),
        (false, true) => anchor.now.map(|now| {
            let grain = if amount.of('h') > 0.0 { 3600 } else { 60 };
            let from = now.plus_seconds(grain - i64::from(now.second) % grain);
            let written = |moment: Moment| if grain == 3600 { moment.to_string().replace(":00", "") } else { moment.to_string() };
            format!("{}/{}", written(from), written(amount.moment(from, 1.0)))
        }),
        (past, false) => Some(calendar_window(&amount, day, past)),
    });
    Some(Timed::new(span, "DATE", value.map(|v| v.replace("//", "/")), true))
}

/// Whole years or months, or days.
fn calendar_window(amount: &Amount, day: Date, past: bool) -> String {
    let years = amount.of('Y') as i32;
    if years > 0 {
        return if past {
            format!("{}/{}", day.year - years, day.year - 1)
        } else {
            format!("{}/{}", day.year + 1, day.year + years)
        };
    }
    let months = amount.of('M') as i64;
    if months > 0 {
        let month = |shift| {
            let (year, month) = month_after(day, shift);
            format!("{year:04}-{month:02}")
        };
        return if past { format!("{}/{}", month(-months), month(-1)) } else { format!("{}/{}", month(1), month(months)) };
    }
    if past {
        return format!("{}/{}", amount.day(day, -1.0), day.plus_days(-1));
    }
    let from = day.plus_days(1);
    format!("{from}/{}", amount.day(from, 1.0).plus_days(-1))
}

/// "20 years", "an hour and a half", "every day".
pub(super) fn length(around: &Around<'_>, passage: &Passage<'_>, at: usize, anchor: &Anchor) -> Option<Timed> {
    let (tokens, words) = (around.tokens, &around.lang.time_words);
    let span = |end: usize| Stretch::new(at, tokens.end(end));
    if let Some(end) = tokens.any_of(0, words.now).filter(|_| around.query) {
        return Some(Timed::new(span(end), "DATE", anchor.now.map(|now| now.to_string()), true));
    }
    if let Some((end, set)) = words.repetition.iter().find_map(|r| tokens.run(0, r.word).map(|end| (end, r))) {
        return Some(Timed::new(span(end), "SET", Some(set.value.into()), false));
    }
    let (amount, end) = amount(tokens, 0)?;
    let bare = tokens.is(0, &["a", "an", "half", "quarter"]) && end <= 2 && !around.query;
    let age = tokens.is(end, &["old", "-"]) || passage.char(tokens.end(end)) == Some('-');
    let unit_of_letter = tokens.text(end - 1).len() == 1 && !around.query;
    (!bare && !age && !unit_of_letter).then(|| Timed::new(span(end), "DURATION", Some(amount.iso()), false))
}
