//! Bodies that the tagger names and no rule does: names called a body more often than anything else, with margin enough or a
//! short name in Latin letters behind.

use super::{Organisation, english, is_named, named, short_name};
use crate::facts::by_name::ByName;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::person::is_title;
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{Standing, Tagged, each};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::is_hangul;

/// Least margins of a name that comes back, of one that stands once, and of one with a short name in a bracket.
const REPEATED_MARGIN: f32 = 2.0;
const ONCE_MARGIN: f32 = 3.0;
const ABBREVIATED_MARGIN: f32 = 1.0;
/// Letters of a short name in the bracket at most.
const SHORT_LETTERS_MAX: usize = 6;
/// Letters of such a name; an English one is a few words.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=20;
const ENGLISH_LETTERS_MAX: usize = 60;
/// The margins of an English name, whose lists say less of it.
const ENGLISH_REPEATED_MARGIN: f32 = 0.5;
const ENGLISH_ONCE_MARGIN: f32 = 1.0;
/// Of one of a single word that stands once.
const ENGLISH_WORD_MARGIN: f32 = 2.0;

/// Of a name of several words that comes back, of which one is known as something else.
const COMMON_WORDS_MARGIN: f32 = 1.5;

/// What the tagger says of a text.
struct Votes {
    places: usize,
    others: usize,
    margin: f32,
    standing: Standing,
    short: Option<String>,
}

/// The bodies in the tagger's names, in order of their text.
pub(super) fn bodies(passages: &[Passage<'_>], tags: &[Vec<Tagged>], lang: &LangPack) -> Vec<Organisation> {
    let mut votes: ByName<&str, Votes> = ByName::new();
    for (_, (passage, tag)) in each(passages, tags) {
        let none = || Votes { places: 0, others: 0, margin: f32::MIN, standing: tag.standing, short: None };
        let vote = votes.entry(passage.of(tag.at), none);
        if tag.label != Label::Organisation {
            vote.others += 1;
            continue;
        }
        vote.places += 1;
        vote.margin = vote.margin.max(tag.margin);
        let bracket = passage.pair_at(passage.skip_space(tag.at.end), Marks::Round);
        let short = bracket.filter(|b| b.close - b.open <= SHORT_LETTERS_MAX + 1);
        let short = short.and_then(|b| short_name(passage.of(Stretch::new(b.open + 1, b.close)), lang));
        vote.short = vote.short.take().or_else(|| short.map(str::to_owned));
    }
    let common = |name: &str| lang.code != "ko" && english::is_common(name, passages, lang);
    let is_body = |name: &str, votes: &Votes| is_name(name, votes, lang) && is_sure(name, votes, lang) && !common(name);
    let found = votes.into_iter().filter(|(name, votes)| is_body(name, votes));
    found.map(|(name, votes)| Organisation { aliases: votes.short.into_iter().collect(), ..named(name) }).collect()
}

fn is_name(name: &str, votes: &Votes, lang: &LangPack) -> bool {
    let english = lang.code != "ko";
    let letter = |c: char| is_hangul(c) || c.is_ascii_alphanumeric() || matches!(c, ' ' | '&' | '.');
    let letter = |c: char| letter(c) || english && (c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | ','));
    let most = if english { ENGLISH_LETTERS_MAX } else { *LETTERS.end() };
    let letters = (*LETTERS.start()..=most).contains(&name.chars().count());
    let other = super::is_generic(name, lang)
        || name.rsplit(' ').next().is_some_and(|last| is_title(last, &lang.people_words))
        || lang.organisation_words.no_bodies.ends(name)
        || lang.grammar.fillers.contains(name)
        || lang.grammar.light.contains(name)
        || lang.people_words.not_parts.contains(name)
        || lang.people_words.countries.contains(name)
        || lang.place_words.names.contains(name);
    votes.places > votes.others && letters && name.chars().all(letter) && !other
}

fn is_sure(name: &str, votes: &Votes, lang: &LangPack) -> bool {
    if lang.code != "ko" {
        let least = match () {
            () if votes.places >= 2 => ENGLISH_REPEATED_MARGIN,
            () if name.contains(' ') => ENGLISH_ONCE_MARGIN,
            () => ENGLISH_WORD_MARGIN,
        };
        return votes.margin >= least;
    }
    let common = votes.standing == Standing::Common && !votes.proper();
    let words = name.split_once(' ').is_some_and(|(first, _)| !is_named(first, lang));
    let least = match () {
        () if votes.short.is_some() => ABBREVIATED_MARGIN,
        // "뉴캐슬 유나이티드": a place is part of many names.
        () if common && votes.places >= 2 && words => COMMON_WORDS_MARGIN,
        () if common => return false,
        () if votes.places >= 2 => REPEATED_MARGIN,
        () => ONCE_MARGIN,
    };
    votes.margin >= least
}

impl Votes {
    /// The lists call companies and places "common" too; those of many places are names all the same.
    fn proper(&self) -> bool {
        self.margin >= ONCE_MARGIN
    }
}
