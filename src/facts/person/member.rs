//! Members of groups: "그룹 물빛(나래, 라온)", "그룹 물빛의 나래가", and later "물빛 라온의".

use super::{Known, is_title};
use crate::facts::organisation;
use crate::facts::passage::Passage;
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{Tagged, Tagger};
use crate::facts::word::{Word, words};
use crate::facts::{Person, trust};
use crate::lang::LangPack;
use crate::text::is_hangul;
use std::collections::BTreeSet;

/// Margin from which a common noun that the tagger calls a name elsewhere may be a member's name.
const NAME_MARGIN: f32 = 0.5;
/// Syllables of a member's name.
const LETTERS: std::ops::RangeInclusive<usize> = 1..=4;

/// The people whom the name of a group stands before.
pub(super) fn of_groups(passages: &[Passage<'_>], tags: &[Vec<Tagged>], tagger: Option<&Tagger>, lang: &LangPack) -> Vec<Known> {
    let Some(tagger) = tagger else { return Vec::new() };
    let sure = |tag: &&Tagged| matches!(tag.label, Label::Person | Label::Organisation) && tag.margin >= NAME_MARGIN;
    let own = passages.iter().zip(tags).flat_map(|(p, tags)| tags.iter().filter(sure).map(|tag| p.of(tag.at)));
    let mut names = BTreeSet::new();
    for name in own {
        names.insert(name);
    }
    let mut groups: Vec<String> = Vec::new();
    let mut out: Vec<Known> = Vec::new();
    for passage in passages {
        for sentence in &passage.sentences {
            let words = words(passage, *sentence, &lang.grammar);
            for at in 0..words.len() {
                let name = name_of(passage, &words[at]);
                let kind = at.checked_sub(1).map(|i| passage.of(words[i].whole)).unwrap_or_default();
                if lang.people_words.groups.contains(kind) && name.chars().count() >= 2 && !groups.iter().any(|g| g == name) {
                    groups.push(name.to_owned());
                }
                let joins = !words[at].stopped && matches!(words[at].particle, "" | "의");
                let member = words.get(at + 1).filter(|_| joins && groups.iter().any(|g| g == name));
                let member = member.filter(|w| matches!(w.particle, "은" | "는" | "이" | "가" | "의" | "와" | "과"));
                let Some(member) = member.map(|w| passage.of(w.stem)).filter(|m| is_member(m, names.contains(m), tagger, lang))
                else {
                    continue;
                };
                if !out.iter().any(|k| k.person.name == member) {
                    let person = Person { name: member.to_owned(), affiliation: name.to_owned(), ..Person::default() };
                    let short = member.to_owned();
                    out.push(Known { person, mentions: Vec::new(), short, anonymous: false, confidence: trust::BARE });
                }
            }
        }
    }
    out
}

/// The name without a bracket: "물빛(MB)의" is "물빛".
fn name_of<'p>(passage: &Passage<'p>, word: &Word<'p>) -> &'p str {
    let text = passage.of(word.stem);
    text.split('(').next().unwrap_or(text)
}

fn is_member(text: &str, named: bool, tagger: &Tagger, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    LETTERS.contains(&text.chars().count())
        && text.chars().all(is_hangul)
        && (named || !tagger.is_other(text))
        && !people.not_names.contains(text)
        && !people.not_parts.contains(text)
        && !is_title(text, people)
        && !organisation::is_named(text, lang)
        && !organisation::is_generic(text, lang)
        && !lang.grammar.light.contains(text)
}
