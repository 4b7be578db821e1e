//! People of whom a text says the family name alone: "윤 대통령은", where the full name stands nowhere.

use super::{Known, clauses, is_title};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::word::words;
use crate::facts::{Person, trust};
use crate::lang::LangPack;
use crate::text::order;

/// Letters of a title behind a family name at least.
const TITLE_LETTERS_MIN: usize = 2;

/// Adds family names with a title that no known person has, or a mention of the one person of that family. Words that only
/// look like one ("이 대표", "전 장관") are none.
pub(super) fn alone(passages: &[Passage<'_>], known: &mut Vec<Known>, lang: &LangPack) {
    let people = &lang.people_words;
    let mut out: Vec<Known> = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        for clause in clauses(passage) {
            let words = words(passage, clause, &lang.grammar);
            for pair in words.windows(2) {
                let (name, title) = (passage.of(pair[0].whole), passage.of(pair[1].stem));
                // Asked first: few words are one letter, and the titles are a long list.
                let alone = name.chars().count() == 1 && name.chars().all(|c| people.family_alone.contains(c));
                let family = (alone || people.long_surnames.contains(name)) && !pair[0].stopped;
                let titled = || is_title(title, people) && title.chars().count() >= TITLE_LETTERS_MIN;
                let place = (index, pair[0].whole);
                if !family || !titled() || known.iter().any(|k| k.mentions.iter().any(|m| m.0 == index && m.1.overlaps(place.1)))
                {
                    continue;
                }
                let of_family = |k: &Known| k.short == name || name.chars().count() > 1 && k.person.name.starts_with(name);
                let mut own = known.iter_mut().filter(|k| !k.anonymous && of_family(k) && k.person.name != name);
                match (own.next(), own.next()) {
                    (Some(person), None) => {
                        person.mentions.push(place);
                        order::by(&mut person.mentions, |mention| *mention);
                    }
                    (None, _) => add(&mut out, name, title, place),
                    _ => {}
                }
            }
        }
    }
    known.append(&mut out);
}

fn add(out: &mut Vec<Known>, name: &str, title: &str, place: (usize, Stretch)) {
    if let Some(old) = out.iter_mut().find(|k| k.person.name == name && k.person.titles[0] == title) {
        if !old.mentions.contains(&place) {
            old.mentions.push(place);
        }
        return;
    }
    let person = Person { name: name.to_owned(), titles: vec![title.to_owned()], ..Person::default() };
    out.push(Known { person, mentions: vec![place], short: name.to_owned(), anonymous: false, confidence: trust::BARE });
}
