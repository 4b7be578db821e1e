//! English dates and times: "September 30, 2024", "in May", "last Monday", "at half past three tomorrow", "three years ago",
//! "20 years". Words are looked at in small letters; what is read becomes [`Parts`], resolved like those of any language.

use super::{Anchor, Timed, resolve};
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;
use std::sync::OnceLock;

mod clock;
mod date;
mod distance;
mod inner;
mod loose;
mod token;

use token::{Tokens, tokens};

/// What the readers need to know beside the words.
struct Around<'a> {
    tokens: &'a Tokens,
    lang: &'static LangPack,
    /// Whether the text may be nothing but a date.
    query: bool,
    /// Whether a word stands before that dates follow ("in", "since", "on").
    led: bool,
}

/// Words before a year or a month that make it one.
const LEADING: [&str; 18] = [
    "in ", "since ", "by ", "of ", "until ", "till ", "from ", "during ", "on ", "before ", "after ", "between ", "through ",
    "last ", "early ", "late ", "mid-", "for ",
];

/// An expression that begins exactly at `at`.
pub(super) fn expression(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &'static LangPack) -> Option<Timed> {
    if !token::first(passage, at).is_some_and(|word| begins(&word, lang)) {
        return None;
    }
    let tokens = Tokens { list: tokens(passage, at) };
    let before: String = passage.chars[at.saturating_sub(8)..at].iter().map(char::to_ascii_lowercase).collect();
    let led = LEADING.iter().any(|word| before.ends_with(word));
    let around = Around { tokens: &tokens, lang, query: anchor.query, led };
    if let Some(found) = distance::distance(&around, passage, at, anchor) {
        return Some(found);
    }
    let dated = date::date(&around, passage, at).and_then(|mut parts| {
        parts.reported = is_reported(passage, at, lang);
        resolve::resolve(&parts, anchor, lang)
    });
    dated.or_else(|| distance::length(&around, passage, at, anchor))
}

/// Letters before an expression in which its verb of saying stands.
const REPORTED_REACH: usize = 16;

/// "said on Thursday", "told reporters Friday": whether a verb of saying stands right before.
fn is_reported(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    let before = passage.of(Stretch::new(at.saturating_sub(REPORTED_REACH), at)).trim_end();
    let before = before.strip_suffix(" on").unwrap_or(before);
    let before = before.strip_suffix(" reporters").unwrap_or(before);
    lang.quote_words.verbs.contains(before.rsplit(' ').next().unwrap_or_default())
}

/// Words that begin an expression in code, not in a table.
const OPENERS: [&str; 18] = [
    "in", "at", "a", "an", "half", "the", "noon", "midnight", "midday", "mid", "q", "within", "quarter", "couple", "few", "eom",
    "eoy", "@",
];

/// Whether the first word, in small letters, can begin an expression at all: most words of a text cannot.
fn begins(word: &str, lang: &'static LangPack) -> bool {
    // English is the only language that is read here.
    static STARTS: OnceLock<[Vec<&str>; LETTERS]> = OnceLock::new();
    let starts = STARTS.get_or_init(|| starts(lang));
    word.starts_with(|c: char| c.is_ascii_digit()) || starts[letter(word)].contains(&word)
}

/// Small letters, and one place more for what begins otherwise ("@").
const LETTERS: usize = 27;

/// The place of a word's first letter.
fn letter(word: &str) -> usize {
    word.bytes().next().filter(u8::is_ascii_lowercase).map_or(LETTERS - 1, |byte| usize::from(byte - b'a'))
}

/// The first words of all expressions of a language, by their first letters.
fn starts(lang: &'static LangPack) -> [Vec<&'static str>; LETTERS] {
    let words = &lang.time_words;
    let names = [words.months, words.weekdays].into_iter().flatten().copied().flat_map(|names| names.split('|'));
    let lists = [words.early, words.late, words.now, words.weekend, words.this, words.past, words.next, words.coming];
    let parts = words.day_part.iter().chain(words.year_part).map(|part| part.word);
    let phrases = lists.into_iter().flatten().chain(words.named.iter().map(|n| n.word));
    let phrases = phrases.chain(words.holiday.iter().map(|h| h.word)).chain(words.repetition.iter().map(|r| r.word));
    let first = phrases.filter_map(|phrase| phrase.split(' ').next());
    let mut starts = [const { Vec::new() }; LETTERS];
    for word in names.chain(parts).chain(first).chain(token::number_words()).chain(OPENERS) {
        starts[letter(word)].push(word);
    }
    starts
}
