//! Temporal expressions (TIMEX3): dates, times of day, lengths, repetitions. In: passages and the publication time.
//! Out: [`Timed`] expressions with values; relative ones stay without a value when the publication time is unknown.

use super::Timex;
use super::passage::{Passage, Stretch};
use crate::civil::Date;
use crate::lang::LangPack;

mod clock;
mod english;
mod length;
mod parts;
mod read;
mod resolve;

pub(crate) use resolve::Anchor;

/// A temporal expression where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Timed {
    pub(crate) at: Stretch,
    pub(crate) timex: Timex,
}

/// The expressions of a passage in order; `anchor` carries what earlier passages said.
pub(crate) fn find(passage: &Passage<'_>, anchor: &mut Anchor, lang: &'static LangPack) -> Vec<Timed> {
    anchor.new_sentence();
    let mut out: Vec<Timed> = Vec::new();
    let mut at = 0;
    let mut sentence = passage.sentence_of(0);
    while at < passage.chars.len() {
        if at >= sentence.end {
            sentence = passage.sentence_of(at);
            anchor.new_sentence();
        }
        match expression(passage, at, anchor, lang) {
            Some(found) => {
                at = found.at.end;
                if !merge(passage, out.last_mut(), &found, lang) {
                    out.push(found);
                }
            }
            None => at = next_start(passage, at),
        }
    }
    out
}

/// An expression that begins exactly at `at`.
fn expression(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &'static LangPack) -> Option<Timed> {
    let c = passage.chars[at];
    let before = passage.before(at);
    let begins = if c.is_ascii_digit() {
        before.is_none_or(|b| !b.is_alphanumeric() || (!b.is_ascii_alphanumeric() && c.is_ascii_digit() && b == '월'))
            && !matches!(before, Some('.' | ','))
    } else {
        before.is_none_or(|b| !b.is_alphanumeric())
    };
    if !begins || crate::text::is_space(c) {
        return None;
    }
    if lang.code != "ko" {
        return english::expression(passage, at, anchor, lang);
    }
    if let Some(ago) = length::ago(passage, at, anchor, lang) {
        return Some(ago);
    }
    let dated = read::date(passage, at, lang).and_then(|parts| resolve::resolve(&parts, anchor));
    dated.or_else(|| length::length(passage, at, lang))
}

/// The next place where an expression may begin.
fn next_start(passage: &Passage<'_>, at: usize) -> usize {
    let digit = |i: usize| passage.char(i).is_some_and(|c| c.is_ascii_digit());
    let mut next = at + 1;
    while digit(at) && digit(next) {
        next += 1;
    }
    next
}

/// "A부터 B까지", "A~B": two dates that make one range.
fn merge(passage: &Passage<'_>, last: Option<&mut Timed>, next: &Timed, lang: &LangPack) -> bool {
    let Some(last) =
        last.filter(|l| matches!(l.timex.timex_type, "DATE" | "TIME") && l.timex.timex_type == next.timex.timex_type)
    else {
        return false;
    };
    let gap = passage.of(Stretch::new(last.at.end, next.at.start.max(last.at.end)));
    let joins =
        matches!(gap.trim(), "~" | "∼" | "～" | "–" | "부터" | "에서부터") || lang.code == "en" && matches!(gap, "-" | " to ");
    if !joins {
        return false;
    }
    let value = last
        .timex
        .value
        .as_ref()
        .zip(next.timex.value.as_ref())
        .map(|(a, b)| format!("{a}/{}", not_before(a, b, next.timex.relative)));
    last.timex.value = value;
    last.timex.relative |= next.timex.relative;
    last.at.end = next.at.end;
    true
}

/// "12월 30일부터 1월 2일까지": a guessed end of a range does not lie before its start.
fn not_before(start: &str, end: &str, guessed: bool) -> String {
    let year = end.get(..4).and_then(|year| year.parse::<i32>().ok());
    match year {
        Some(year) if guessed && end < start && start.len() == end.len() => format!("{:04}{}", year + 1, &end[4..]),
        _ => end.to_owned(),
    }
}

/// ISO week of a day: "2023-W43" (ISO 8601: the week belongs to the year of its Thursday).
fn iso_week(day: Date) -> String {
    let thursday = day.plus_days(3 - i64::from(day.weekday()));
    let first = Date { year: thursday.year, month: 1, day: 1 };
    format!("{:04}-W{:02}", thursday.year, (thursday.days() - first.days()) / 7 + 1)
}
