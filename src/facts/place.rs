//! Places: by the lists of names, or because the tagger says so more often than something else. In: the passages, what the
//! tagger says, people and bodies. Out: each place once with every mention that is part of no other name.

use super::passage::{Passage, Stretch};
use super::person::clauses;
use super::tagger::label::Label;
use super::tagger::{self, Tagged};
use super::trust;
use super::word::{Word, words};
use crate::facts::by_name::ByName;
use crate::lang::LangPack;
use crate::text::order;
use crate::text::{is_alphanumeric, is_capital, is_hangul};

/// Least margin of a place that no list knows; the English lists know fewer.
const PLACE_MARGIN: f32 = 1.5;
const ENGLISH_PLACE_MARGIN: f32 = 1.0;

/// A place with its mentions.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    pub(crate) name: String,
    pub(crate) confidence: f32,
    /// Passage index and place of each mention, in order.
    pub(crate) mentions: Vec<(usize, Stretch)>,
}

/// The places of the body in order of their first mention; `taken` are the mentions of people and bodies.
pub(crate) fn find(passages: &[Passage<'_>], tags: &[Vec<Tagged>], taken: &[(usize, Stretch)], lang: &LangPack) -> Vec<Spot> {
    let known = known(passages, tags, lang);
    let listed = |name: &str| lang.place_words.names.contains(name) || lang.people_words.countries.contains(name);
    let mut found: ByName<&str, Spot> = ByName::new();
    for (index, passage) in passages.iter().enumerate() {
        let mut places: Vec<Stretch> = if lang.code == "en" { english(passage, tags.get(index), lang) } else { Vec::new() };
        let korean = clauses(passage).into_iter().filter(|_| lang.code == "ko");
        let own: Vec<Stretch> = korean
            .flat_map(|clause| words(passage, clause, &lang.grammar).to_vec())
            .flat_map(|word| parts(passage, &word))
            .collect();
        places.extend(own);
        order::by(&mut places, |at| *at);
        places.dedup();
        let here: Vec<Stretch> = taken.iter().filter(|(other, _)| *other == index).map(|(_, at)| *at).collect();
        for at in places {
            let name = passage.of(at);
            let confidence = if listed(name) { trust::PLACE } else { known.get(name).copied().unwrap_or(0.0) };
            if confidence < trust::SHOWN_MIN || here.iter().any(|other| other.overlaps(at)) {
                continue;
            }
            let spot = found.entry(name, || Spot { name: name.to_owned(), confidence, mentions: Vec::new() });
            spot.mentions.push((index, at));
        }
    }
    let mut out: Vec<Spot> = found.into_iter().map(|(_, spot)| spot).collect();
    order::by(&mut out, |spot| spot.mentions[0]);
    out
}

/// Words of a listed name at most.
const NAME_WORDS_MAX: usize = 5;

/// The places of an English text: those of the tagger, and listed names elsewhere.
fn english(passage: &Passage<'_>, tags: Option<&Vec<Tagged>>, lang: &LangPack) -> Vec<Stretch> {
    let tags = tags.map_or(&[][..], Vec::as_slice);
    let free = capitalised(passage, lang).into_iter().filter(|at| !tags.iter().any(|tag| tag.at.overlaps(*at)));
    // "in favor": no place.
    let capital = |tag: &&Tagged| is_capital(passage.chars[tag.at.start]);
    tags.iter().filter(|tag| tag.label == Label::Place).filter(capital).map(|tag| tag.at).chain(free).collect()
}

/// Runs of capitalised words of an English text that may be a listed name, the longest first where they begin.
fn capitalised(passage: &Passage<'_>, lang: &LangPack) -> Vec<Stretch> {
    let letter = |at: usize| {
        passage.char(at).is_some_and(|c| is_alphanumeric(c) || c == '.' && passage.char(at + 1).is_some_and(is_alphanumeric))
    };
    let mut words: Vec<Stretch> = Vec::new();
    let mut at = 0;
    while at < passage.chars.len() {
        let end = (at..passage.chars.len()).find(|&i| !letter(i)).unwrap_or(passage.chars.len());
        if end > at {
            words.push(Stretch::new(at, end));
        }
        at = end + 1;
    }
    let mut out: Vec<Stretch> = Vec::new();
    let mut next = 0;
    while next < words.len() {
        let capital = is_capital(passage.chars[words[next].start]);
        let last = (next..words.len().min(next + NAME_WORDS_MAX)).rev().filter(|_| capital).find(|&last| {
            let text = passage.of(Stretch::new(words[next].start, words[last].end));
            lang.place_words.names.contains(text)
        });
        out.extend(last.map(|last| Stretch::new(words[next].start, words[last].end)));
        next = last.map_or(next, |last| last) + 1;
    }
    out
}

/// The names in a word: its stem, and the parts of a stem with dots in it ("한빛·달빛").
fn parts(passage: &Passage<'_>, word: &Word<'_>) -> Vec<Stretch> {
    let mut out = Vec::new();
    let mut start = word.stem.start;
    for at in word.stem.start..=word.stem.end {
        let ends = at == word.stem.end || matches!(passage.chars[at], '·' | 'ㆍ' | ',' | '/' | '(');
        if ends {
            if at > start && passage.chars[start..at].iter().all(|c| is_hangul(*c)) {
                out.push(Stretch::new(start, at));
            }
            start = at + 1;
        }
    }
    out
}

/// The confidences of places that the tagger names, more often than it calls the same text something else.
fn known(passages: &[Passage<'_>], tags: &[Vec<Tagged>], lang: &LangPack) -> ByName<String, f32> {
    let mut votes: ByName<&str, (f32, i32, bool)> = ByName::new();
    for (_, (passage, tag)) in tagger::each(passages, tags) {
        let vote = votes.entry(passage.of(tag.at), || (f32::MIN, 0, false));
        let place = tag.label == Label::Place;
        vote.1 += if place { 1 } else { -1 };
        if place {
            vote.0 = vote.0.max(tag.margin);
            vote.2 |= tag.place;
        }
    }
    let least = if lang.code == "en" { ENGLISH_PLACE_MARGIN } else { PLACE_MARGIN };
    let sure = votes.into_iter().filter(|(_, (margin, votes, listed))| *votes > 0 && (*listed || *margin >= least));
    let confidence = |listed: bool| if listed { trust::KNOWN_PLACE } else { trust::TAGGED_PLACE };
    let mut out = ByName::new();
    for (name, (_, _, listed)) in sure {
        out.entry(name.to_owned(), || confidence(listed));
    }
    out
}
