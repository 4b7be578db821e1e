//! English dates and times: "September 30, 2024", "in May", "last Monday", "at half past three tomorrow", "three years ago",
//! "20 years". Words are looked at in small letters; what is read becomes [`Parts`], resolved like those of any language.

use super::{Anchor, Timed, resolve};
use crate::facts::passage::Passage;
use crate::lang::LangPack;

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
    let tokens = Tokens { list: tokens(passage, at) };
    if !begins(&tokens, lang) {
        return None;
    }
    let before: String = passage.chars[at.saturating_sub(8)..at].iter().flat_map(|c| c.to_lowercase()).collect();
    let led = LEADING.iter().any(|word| before.ends_with(word));
    let around = Around { tokens: &tokens, lang, query: anchor.query, led };
    if let Some(found) = distance::distance(&around, at, anchor) {
        return Some(found);
    }
    let dated = date::date(&around, passage, at).and_then(|parts| resolve::resolve(&parts, anchor, lang));
    dated.or_else(|| distance::length(&around, passage, at, anchor))
}

/// Whether the first word can begin an expression at all: most words of a text cannot.
fn begins(tokens: &Tokens, lang: &'static LangPack) -> bool {
    let Some(first) = tokens.list.first() else { return false };
    let word = &*first.text;
    let words = &lang.time_words;
    let starts = |phrase: &str| phrase.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let named = |list: &[&str]| list.iter().any(|names| names.split('|').any(|name| name == word));
    first.number.is_some()
        || first.text.starts_with(|c: char| c.is_ascii_digit())
        || tokens.count(0).is_some()
        || tokens.ordinal(0).is_some()
        || named(words.months)
        || named(words.weekdays)
        || words.day_part.iter().any(|p| p.word == word)
        || words.year_part.iter().any(|p| p.word == word)
        || words.named.iter().any(|n| starts(n.word))
        || words.holiday.iter().any(|h| starts(h.word))
        || [words.early, words.late, words.now, words.weekend, words.this, words.past, words.next, words.coming]
            .iter()
            .any(|l| l.iter().any(|p| starts(p)))
        || words.repetition.iter().any(|r| starts(r.word))
        || matches!(
            word,
            "in" | "at"
                | "a"
                | "an"
                | "half"
                | "the"
                | "noon"
                | "midnight"
                | "midday"
                | "mid"
                | "q"
                | "within"
                | "quarter"
                | "couple"
                | "few"
                | "eom"
                | "eoy"
                | "@"
        )
}
