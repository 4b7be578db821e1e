//! English names: capitalised words beside a title ("Dr. Jane Holloway"), an age ("Jane Holloway, 41,") or a verb of saying,
//! and those that the tagger calls a person's.

use super::{AGE_MAX, Known};
use crate::facts::Person;
use crate::facts::by_name::ByName;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{self, Tagged};
use crate::facts::trust;
use crate::lang::LangPack;
use crate::text::{is_alphanumeric, is_capital, is_small, order};

/// Words of a name at most.
const NAME_WORDS_MAX: usize = 3;

/// Least margins of a name of several words, of one word that comes back, and of one that stands once.
const WORDS_MARGIN: f32 = 0.0;
const REPEATED_MARGIN: f32 = 1.0;
const ONCE_MARGIN: f32 = 2.0;
/// Of a name whose last word of so many letters stands in small letters elsewhere. Of 1,151 such names on 706 pages three were
/// people's.
const COMMON_MARGIN: f32 = 3.0;
const COMMON_LETTERS_MIN: usize = 3;

/// What the tagger says of a text.
struct Votes {
    first: (usize, Stretch),
    people: usize,
    others: usize,
    margin: f32,
}

/// The people whom the tagger names, in order of their first place.
pub(super) fn tagged(passages: &[Passage<'_>], tags: &[Vec<Tagged>], known: &[Known], lang: &LangPack) -> Vec<Known> {
    let mut votes: ByName<&str, Votes> = ByName::new();
    for (index, (passage, tag)) in tagger::each(passages, tags) {
        let at = without_title(passage, tag.at, lang);
        let none = || Votes { first: (index, at), people: 0, others: 0, margin: f32::MIN };
        let vote = votes.entry(passage.of(at), none);
        if tag.label == Label::Person {
            vote.people += 1;
            vote.margin = vote.margin.max(tag.margin);
        } else {
            vote.others += 1;
        }
    }
    let sure = |(name, votes): &(&str, Votes)| is_sure(name, votes, is_common(name, passages, lang), lang);
    let mut found: Vec<(&str, Votes)> = votes.into_iter().filter(sure).collect();
    order::by(&mut found, |(_, votes)| votes.first);
    let names: Vec<&str> = known.iter().map(|k| k.person.name.as_str()).chain(found.iter().map(|f| f.0)).collect();
    let part = |name: &str| names.iter().any(|other| *other != name && other.split(' ').any(|part| part == name));
    found.iter().filter(|(name, _)| !part(name)).map(|(name, votes)| named(name, votes, lang)).collect()
}

/// A stretch without the titles it begins with, and without what begins the sentence ("But Arroyo").
fn without_title(passage: &Passage<'_>, mut at: Stretch, lang: &LangPack) -> Stretch {
    while let Some((first, _)) = passage.of(at).split_once(' ')
        && (lang.people_words.before.contains(bare(first)) || lang.grammar.fillers.contains(first))
    {
        at.start += first.chars().count() + 1;
    }
    at
}

/// Whether a name ends with a word that the text has in small letters, too ("Top Speed" where "speed" is told), and begins with no
/// given name.
fn is_common(name: &str, passages: &[Passage<'_>], lang: &LangPack) -> bool {
    let mut words = name.split(' ');
    let given = words.next().is_some_and(|first| lang.people_words.given_names.contains(first));
    // "Liu He": shorter words are part of many names.
    let last = words.next_back().filter(|last| last.len() >= COMMON_LETTERS_MIN).unwrap_or(name).to_ascii_lowercase();
    !given && passages.iter().any(|p| p.holds_words(&last))
}

fn is_sure(name: &str, votes: &Votes, common: bool, lang: &LangPack) -> bool {
    // "Selby Point".
    let place = name.rsplit(' ').next().is_some_and(|last| lang.people_words.not_parts.contains(last));
    let place = place || lang.place_words.names.contains(name);
    let least = match () {
        () if common => COMMON_MARGIN,
        () if name.contains(' ') => WORDS_MARGIN,
        () if votes.people > 1 => REPEATED_MARGIN,
        () => ONCE_MARGIN,
    };
    let named = name.starts_with(is_capital) && !lang.grammar.fillers.contains(name);
    !place && votes.people > votes.others && votes.margin >= least && named
}

fn named(name: &str, votes: &Votes, lang: &LangPack) -> Known {
    Known {
        person: Person { name: name.to_owned(), ..Person::default() },
        mentions: Vec::new(),
        short: short_of(name, lang).to_owned(),
        anonymous: false,
        confidence: trust::of_margin(votes.margin).clamp(trust::SHOWN_MIN, trust::BARE),
    }
}

/// Letters of a syllable of a Korean name in Latin letters at most.
const SYLLABLE_MAX: usize = 6;

/// What later mentions say: the last word, or the family name of "Kim Min-jae" and "Yoon Suk Yeol".
fn short_of<'n>(name: &'n str, lang: &LangPack) -> &'n str {
    let words: Vec<&str> = name.split(' ').collect();
    let syllable = |word: &str| word.len() <= SYLLABLE_MAX && !lang.people_words.given_names.contains(word);
    let korean = match words[..] {
        [family, given] => lang.people_words.romanised.contains(family) && is_hyphenated(given),
        [family, second, third] => {
            lang.people_words.romanised.contains(family) && [second, third].iter().all(|given| syllable(given))
        }
        _ => false,
    };
    if korean { words[0] } else { words.last().copied().unwrap_or(name) }
}

/// "Min-jae": one capital.
fn is_hyphenated(word: &str) -> bool {
    word.split_once('-').is_some_and(|(first, second)| {
        let small = |part: &str| !part.is_empty() && part.chars().all(is_small);
        let mut letters = first.chars();
        letters.next().is_some_and(is_capital) && small(letters.as_str()) && small(second)
    })
}

/// Where several people have the same short name, a later mention of it is nobody's.
pub(super) fn part_namesakes(known: &mut [Known]) {
    let shorts: Vec<String> = known.iter().map(|k| k.short.clone()).collect();
    for person in known.iter_mut().filter(|k| shorts.iter().filter(|short| **short == k.short).count() > 1) {
        person.short.clone_from(&person.person.name);
    }
}

/// Whether the tagger calls a name of the rules something else, and a person's nowhere. A title or an age is evidence enough.
pub(super) fn is_doubted(known: &Known, passages: &[Passage<'_>], tags: &[Vec<Tagged>]) -> bool {
    let name = known.person.name.as_str();
    let mut labels = tagger::each(passages, tags).filter(|(_, (passage, tag))| passage.of(tag.at).contains(name)).peekable();
    known.person.titles.is_empty()
        && known.person.age.is_none()
        && labels.peek().is_some()
        && labels.all(|(_, (_, tag))| tag.label != Label::Person)
}

/// The people that a passage introduces.
pub(super) fn introduced(passage: &Passage<'_>, lang: &LangPack) -> Vec<Known> {
    let words: Vec<&str> = passage.text.split_whitespace().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let leads = lang.grammar.fillers.contains(words[at]);
        // "But Arroyo said" is about Arroyo, "The Rose Garden" is no Rose.
        if leads && words[at] != "The" {
            at += 1;
            continue;
        }
        let end = name_end(&words, at, lang);
        let found = (end > at && !leads).then(|| evidence(&words, at, end, lang)).flatten();
        out.extend(found);
        at = end.max(at + 1);
    }
    out
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !is_alphanumeric(c))
}

/// Where a run of capitalised words that begins at `at` ends; a comma or full stop ends it too.
fn name_end(words: &[&str], at: usize, lang: &LangPack) -> usize {
    let mut end = at;
    while end < words.len() && end - at < NAME_WORDS_MAX {
        let word = bare(words[end]);
        let capital = word.starts_with(is_capital)
            && (word.chars().skip(1).any(is_small) || end > at && word.len() == 1)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        let other = || {
            lang.people_words.before.contains(word)
                || lang.organisation_words.ends.contains(word)
                || lang.time_words.months.iter().any(|m| m.split('|').any(|n| n == word))
        };
        if !capital || other() || end > at && words[end].starts_with(['“', '"', '(']) {
            break;
        }
        end += 1;
        let initial = words[end - 1].len() == 2 && words[end - 1].ends_with('.');
        if !initial && words[end - 1].ends_with([',', '.', '”', '"', ')', ';', ':']) {
            break;
        }
    }
    end
}

fn evidence(words: &[&str], at: usize, end: usize, lang: &LangPack) -> Option<Known> {
    let says = |i: usize| words.get(i).is_some_and(|w| lang.quote_words.verbs.contains(bare(w)));
    let title = at.checked_sub(1).map(|i| bare(words[i])).filter(|w| lang.people_words.before.contains(w));
    let age = words
        .get(end)
        .and_then(|w| w.strip_suffix(','))
        .and_then(|w| w.parse::<u16>().ok())
        .filter(|age| words[end - 1].ends_with(',') && (1..=AGE_MAX).contains(age));
    let said = end - at >= 2 && (says(end) || at > 0 && says(at - 1));
    // "George W. Bush" without a title: the first word is one of the given names, and no place is meant.
    let given = end - at >= 2
        && lang.people_words.given_names.contains(bare(words[at]))
        && !lang.place_words.names.contains(bare(words[end - 1]));
    let korean = end - at == 2 && lang.people_words.romanised.contains(bare(words[at])) && is_hyphenated(bare(words[at + 1]));
    if title.is_none() && age.is_none() && !said && !given && !korean || end - at < 2 && title.is_none() {
        return None;
    }
    let initial = |w: &&&str| w.len() == 2 && w.ends_with('.');
    let name = words[at..end]
        .iter()
        .map(|w| if initial(&w) { *w } else { bare(w) }.trim_end_matches("’s").trim_end_matches("'s"))
        .collect::<Vec<_>>()
        .join(" ");
    let short = short_of(&name, lang).to_owned();
    let titles = title.map(str::to_owned).into_iter().collect();
    Some(Known {
        person: Person { name, titles, age, ..Person::default() },
        mentions: Vec::new(),
        short,
        anonymous: false,
        confidence: trust::INTRODUCED,
    })
}
