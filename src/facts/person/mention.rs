//! Mentions of known people: the full name anywhere, the short name before a title ("박 박사"), a family name with "씨".

use super::{Known, clauses, doubt, is_title, name};
use crate::facts::passage::{Passage, Stretch, outermost};
use crate::facts::tagger::Tagger;
use crate::facts::word::words;
use crate::lang::LangPack;
use crate::text::is_hangul;

/// Adds every mention to the people, in order, and the titles that mentions bring.
pub(super) fn link(passages: &[Passage<'_>], known: &mut [Known], tagger: Option<&Tagger>, lang: &LangPack) {
    for passage in passages {
        for person in known.iter_mut() {
            let letter = person.person.name.len() == 1;
            let mut at: Vec<Stretch> = if letter { Vec::new() } else { passage.words_that_begin(&person.person.name).collect() };
            // "텐 하흐" of "에릭 텐 하흐".
            let rest = person.person.name.split_once(' ').map(|(_, rest)| rest).filter(|rest| rest.contains(' '));
            rest.into_iter().for_each(|rest| at.extend(passage.words_that_begin(rest)));
            if person.short.chars().count() >= 2 && person.person.name.contains(' ') {
                at.extend(passage.words_that_begin(&person.short));
            }
            let ends = |at: &Stretch| lang.code != "ko" || doubt::ends_name(passage, *at, tagger, lang);
            person.mentions.extend(at.into_iter().filter(ends).map(|s| (passage.index as usize, s)));
        }
    }
    for passage in passages {
        for clause in clauses(passage) {
            short_names(passage, clause, known, lang);
        }
    }
    for person in known {
        person.mentions = outermost(std::mem::take(&mut person.mentions));
        let name = &person.person.name;
        let whole = |text: &str| text == name || text.contains(' ') && name.ends_with(text);
        let first = person.mentions.iter().position(|m| whole(passages[m.0].of(m.1)));
        person.mentions.drain(..first.unwrap_or(0));
    }
}

fn short_names(passage: &Passage<'_>, clause: Stretch, known: &mut [Known], lang: &LangPack) {
    let people = &lang.people_words;
    let words = words(passage, clause, &lang.grammar);
    for (at, word) in words.iter().enumerate() {
        // "A(16) 양": the age is no part of the name.
        let whole = passage.of(word.whole);
        let whole = whole.split_once('(').map_or(whole, |(name, _)| name);
        let polite = people.polite.iter().find_map(|p| passage.of(word.stem).strip_suffix(p)).filter(|s| !s.is_empty());
        let polite = polite.map(|s| s.split('(').next().unwrap_or(s));
        let former = words.get(at + 1).is_some_and(|w| people.former.contains(passage.of(w.whole)));
        let next = words
            .get(at + 1 + usize::from(former))
            .map(|w| passage.of(w.stem))
            .filter(|t| is_title(t, people) || people.polite.contains(t));
        let short = if next.is_some() { Some(whole) } else { polite };
        let Some(short) = short.filter(|s| s.chars().all(|c| is_hangul(c) || c.is_ascii_uppercase())) else { continue };
        let length = short.chars().count();
        let place = (passage.index as usize, Stretch::new(word.whole.start, word.whole.start + length));
        let addressed = polite.is_some() || next.is_some_and(|t| people.polite.contains(t));
        let given = |k: &Known| addressed && name::given(&k.person.name, people) == Some(short);
        if let Some(person) = best(known, &|k| k.short == short || given(k), next, place) {
            person.mentions.push(place);
            let title =
                next.filter(|t| !people.polite.contains(t)).map(|t| if former { format!("전 {t}") } else { t.to_owned() });
            let new = title.filter(|t| !person.person.titles.iter().any(|old| old.ends_with(t.as_str())));
            person.person.titles.extend(new);
        }
    }
}

/// The person called so who was named last before the place, one with the same title first.
fn best<'k>(
    known: &'k mut [Known],
    called: &dyn Fn(&Known) -> bool,
    title: Option<&str>,
    place: (usize, Stretch),
) -> Option<&'k mut Known> {
    let rank = |k: &Known| {
        let letter = k.person.name == k.short;
        let last = k.mentions.iter().filter(|m| **m < place).max().copied().or(letter.then_some(place))?;
        let titled = title.is_some_and(|t| k.person.titles.iter().any(|own| own.ends_with(t) || t.ends_with(own.as_str())));
        let untitled = k.person.titles.is_empty() || title.is_none() || k.anonymous;
        Some((titled, untitled, last))
    };
    let found = known.iter_mut().filter(|k| called(k)).filter_map(|k| rank(k).map(|r| (r, k)));
    found.max_by_key(|f| f.0).map(|f| f.1)
}
