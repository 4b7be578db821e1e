//! English bodies: capitalised words that end like a body ("Coastal Institute"), names of the list, short names in brackets.

use crate::facts::Organisation;
use crate::facts::passage::Passage;
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{self, Tagged};
use crate::lang::LangPack;
use crate::text::{is_alphanumeric, is_capital};

/// Words of a name at most.
const NAME_WORDS_MAX: usize = 6;

/// The bodies that a passage names.
pub(super) fn named(passage: &Passage<'_>, lang: &LangPack) -> Vec<Organisation> {
    let words: Vec<&str> = passage.text.split_whitespace().collect();
    let mut out = Vec::new();
    for end in 0..words.len() {
        let word = bare(words[end]);
        let first = lang.organisation_words.names.contains(word).then_some(end);
        let first = first.or_else(|| lang.organisation_words.ends.contains(word).then(|| start(&words, end)).flatten());
        let Some(first) = first else { continue };
        let name = words[first..=end].iter().map(|w| bare(w)).collect::<Vec<_>>().join(" ");
        let short = words.get(end + 1).filter(|w| w.starts_with('(') && w.contains(')')).map(|w| bare(w));
        let aliases = short.filter(|s| s.chars().all(is_capital)).map(str::to_owned).into_iter().collect();
        out.push(Organisation { name, aliases, ..Organisation::default() });
    }
    out
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !is_alphanumeric(c)).trim_end_matches("’s").trim_end_matches("'s")
}

/// Where the capitalised words before the last one begin; none means that it is no name.
fn start(words: &[&str], end: usize) -> Option<usize> {
    let lowest = end.saturating_sub(NAME_WORDS_MAX - 1);
    let joins = |i: usize| {
        words[i].starts_with(is_capital)
            && !words[i].ends_with([',', '.', ';', ':'])
            && !matches!(words[i], "The" | "A" | "An" | "In" | "At")
    };
    let first = (lowest..end).rev().take_while(|&i| joins(i)).last()?;
    Some(first)
}

/// Whether the tagger calls a name of the rules something else, or a part of it, and a body nowhere.
pub(super) fn is_doubted(body: &Organisation, passages: &[Passage<'_>], tags: &[Vec<Tagged>]) -> bool {
    let crosses = |text: &str| text.contains(&body.name) || body.name.contains(text);
    let mut labels = tagger::each(passages, tags).filter(|(_, (passage, tag))| crosses(passage.of(tag.at))).peekable();
    labels.peek().is_some() && labels.all(|(_, (_, tag))| tag.label != Label::Organisation)
}

/// Whether the text has a name in small letters, too: "Software Engineer" where it speaks of software engineers.
pub(super) fn is_common(name: &str, passages: &[Passage<'_>], lang: &LangPack) -> bool {
    let small = name.to_ascii_lowercase(); // the tables of other letters are 7 kB
    // "WHO" is one, whoever "who" is.
    !lang.organisation_words.names.contains(name) && passages.iter().any(|passage| passage.holds_words(&small))
}
