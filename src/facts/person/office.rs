//! What English news says of people beside their names: "Jane Holloway, a director at the Coastal Institute,", "Coastal Institute
//! director Jane Holloway". Out: the title as written, and the body behind its preposition or before the title.

use super::Known;
use crate::facts::passage::{Passage, Stretch};
use crate::lang::{LangPack, PeopleWords};

/// Words of an apposition that are looked at.
const APPOSITION_WORDS_MAX: usize = 14;
/// Words of a title at most.
const TITLE_WORDS_MAX: usize = 6;
/// Characters before a name in which its title and its body stand.
const BEFORE_MAX: usize = 80;
/// Words between a title and its body.
const PREPOSITIONS: [&str; 6] = ["of", "at", "for", "with", "from", "in"];
/// Small words inside names of bodies ("Bank of England").
const JOINS: [&str; 5] = ["of", "for", "and", "the", "&"];

/// A title and a body; either may be empty.
type Office = (String, String);

/// Adds titles and bodies to the people, from the first mention of the whole name that tells them.
pub(super) fn fill(passages: &[Passage<'_>], known: &mut [Known], lang: &LangPack) {
    for Known { person, mentions, .. } in known.iter_mut().filter(|k| !k.anonymous) {
        let whole = mentions.iter().filter(|(index, at)| passages[*index].of(*at) == person.name);
        let told = whole.filter_map(|(index, at)| {
            let passage = &passages[*index];
            behind(passage, at.end, &lang.people_words).or_else(|| before(passage, at.start, &lang.people_words))
        });
        let Some((title, body)) = { told }.next() else { continue };
        if !title.is_empty() && !person.titles.contains(&title) {
            person.titles.push(title);
        }
        if person.affiliation.is_empty() {
            person.affiliation = body;
        }
    }
}

/// The apposition behind a name, behind an age if one stands first.
fn behind(passage: &Passage<'_>, end: usize, people: &PeopleWords) -> Option<Office> {
    let sentence = passage.sentence_of(end);
    let rest = passage.of(Stretch::new(end, sentence.end.max(end))).strip_prefix(", ")?;
    let mut parts = rest.split([',', ';', '(', '—', '–', '”', '"']).map(str::trim);
    let is_age = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let part = parts.by_ref().find(|part| !is_age(part))?.trim_end_matches('.');
    let words: Vec<&str> = part.split(' ').take(APPOSITION_WORDS_MAX).collect();
    let words = ["the", "a", "an"].iter().find_map(|article| words.strip_prefix(&[*article])).unwrap_or(&words);
    let own = words.iter().rposition(|word| word.ends_with("'s") || word.ends_with("’s")).map_or(0, |i| i + 1);
    let owner = capitals(&words[..own]);
    let words = &words[own..];
    // "a Coastal Institute spokesman": the body stands before the title.
    let first = words.iter().position(|word| !is_capital(word) || people.titles.contains(word))?;
    let title_end = words.iter().position(|word| PREPOSITIONS.contains(word)).unwrap_or(words.len());
    let title = words.get(first..title_end).filter(|title| is_title(title, people))?;
    let body = match capitals(words.get(title_end + 1..).unwrap_or_default()) {
        body if !body.is_empty() => body,
        _ if first > 0 => words[..first].join(" "),
        _ => owner,
    };
    Some((title.join(" "), body))
}

/// "Coastal Institute director" right before a name.
fn before(passage: &Passage<'_>, start: usize, people: &PeopleWords) -> Option<Office> {
    let from = passage.sentence_of(start).start.max(start.saturating_sub(BEFORE_MAX));
    let text = passage.of(Stretch::new(from, start)).strip_suffix(' ')?;
    let words: Vec<&str> = text.split(' ').collect();
    let is_part = |word: &&&str| people.titles.contains(word) || people.terms.contains(word);
    let first = words.len() - words.iter().rev().take(TITLE_WORDS_MAX).take_while(is_part).count();
    let title = words.get(first..).filter(|title| is_title(title, people))?;
    let body = words[..first].iter().rposition(|word| !is_capital(word) || word.ends_with([',', '.', ':'])).map_or(0, |i| i + 1);
    let body = words[body..first].strip_prefix(&["The"]).unwrap_or(&words[body..first]).join(" ");
    Some((title.join(" "), body.trim_end_matches("'s").trim_end_matches("’s").to_owned()))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(crate::text::is_capital)
}

/// Whether words end with a title ("chief executive"), and there are not too many.
fn is_title(words: &[&str], people: &PeopleWords) -> bool {
    words.len() <= TITLE_WORDS_MAX && words.last().is_some_and(|last| people.titles.contains(last))
}

/// The name of capitalised words that begins the words, behind an article: "the Bank of England in London" is "Bank of England".
fn capitals(words: &[&str]) -> String {
    let words = words.strip_prefix(&["the"]).unwrap_or(words);
    let mut end = 0;
    for (at, word) in words.iter().enumerate() {
        match () {
            () if is_capital(word) => end = at + 1,
            () if at == end && at > 0 && JOINS.contains(word) => {}
            () if at > 1 && *word == "the" && JOINS.contains(&words[at - 1]) => {}
            () => break,
        }
    }
    words[..end].join(" ").trim_end_matches("'s").trim_end_matches("’s").to_owned()
}
