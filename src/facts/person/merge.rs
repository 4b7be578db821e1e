//! Names beside names: the short one that is the end of a long one, names inside others, titles that are ends of others, and
//! what else a person is called.

use super::Known;
use crate::facts::passage::{Passage, Stretch};
use crate::text::order;
use std::cmp::Reverse;

/// "텐 하흐" beside "에릭 텐 하흐": the longer name is the person's, the shorter one is what other mentions say.
pub(super) fn merge_ends(known: &mut Vec<Known>) {
    let longer = |known: &[Known], at: usize| {
        let part = &known[at].person;
        let short = &part.name;
        let ends = |k: &Known| k.person.name.strip_suffix(short.as_str()).is_some_and(|first| first.ends_with(' '));
        // "라이시 사법부 수장": one word with the same title.
        let alike = |k: &Known| short.contains(' ') || k.person.titles.iter().any(|title| part.titles.contains(title));
        known.iter().position(|k| ends(k) && alike(k))
    };
    let mut at = 0;
    while at < known.len() {
        let Some(whole) = longer(known, at) else {
            at += 1;
            continue;
        };
        let part = known[at].clone();
        let outer = &mut known[whole];
        outer.short = part.person.name;
        let new: Vec<String> = part.person.titles.into_iter().filter(|title| !outer.person.titles.contains(title)).collect();
        outer.person.titles.extend(new);
        if outer.person.affiliation.is_empty() {
            outer.person.affiliation = part.person.affiliation;
        }
        known.remove(at);
    }
}

/// "서현은" beside "서현": a name with its particle.
pub(super) fn drop_inflected(known: &mut Vec<Known>) {
    let names: Vec<String> = known.iter().map(|k| k.person.name.clone()).collect();
    let particle = |name: &str| {
        let stem = name.strip_suffix(['은', '는', '이', '가', '의', '을', '를']);
        stem.is_some_and(|stem| stem.chars().count() >= ALIAS_LETTERS_MIN && names.iter().any(|other| other == stem))
    };
    known.retain(|k| !particle(&k.person.name));
}

/// "한가람 푸른정보" beside "한가람" of "푸른정보", "하딩 한빛" beside "로버트 하딩" of "한빛": a name with the body behind it.
pub(super) fn drop_torn(known: &mut Vec<Known>) {
    let all: Vec<(String, String)> =
        known.iter().map(|k| (k.person.name.clone(), k.person.affiliation.clone())).filter(|k| !k.1.is_empty()).collect();
    let torn = |name: &str| {
        all.iter().any(|(own, body)| {
            let last = own.rsplit(' ').next().unwrap_or_default();
            let rest = name.strip_prefix(own.as_str()).or_else(|| name.strip_prefix(last));
            let rest = rest.and_then(|rest| rest.strip_prefix(' ')).and_then(|rest| body.strip_prefix(rest));
            rest.is_some_and(|more| more.is_empty() || more.starts_with(' '))
        })
    };
    known.retain(|k| !torn(&k.person.name));
}

/// Whether a name is a part of a known one, or has one in it.
pub(super) fn overlaps(known: &[Known], new: &Known) -> bool {
    let parts = |a: &str, b: &str| format!(" {a} ").contains(&format!(" {b} "));
    let name = new.person.name.as_str();
    known.iter().any(|k| k.person.name != name && (parts(&k.person.name, name) || parts(name, &k.person.name)))
}

/// A name that stands only inside longer names is none ("요아킴 에커트" in "한스 요아킴 에커트").
pub(super) fn drop_inner(known: &mut [Known]) {
    let mut all: Vec<(usize, Stretch)> = known.iter().flat_map(|k| k.mentions.iter().copied()).collect();
    order::by(&mut all, |(passage, at)| (*passage, (at.start, Reverse(at.end))));
    let inner = |m: &(usize, Stretch)| {
        // The longest mention that begins nearest before.
        let upto = all.partition_point(|o| (o.0, o.1.start) <= (m.0, m.1.start));
        let near = all[upto.saturating_sub(INNER_REACH)..upto].iter();
        near.into_iter().any(|o| o.0 == m.0 && o.1 != m.1 && o.1.contains(m.1))
    };
    for person in known.iter_mut() {
        if person.mentions.iter().all(&inner) {
            person.mentions.clear();
        }
    }
}

/// Mentions before one that may hold it: few begin at the same place.
const INNER_REACH: usize = 8;

/// Drops a title that is the end of another: "의장" beside "전 의장".
pub(super) fn drop_short(titles: &mut Vec<String>) {
    let all = titles.clone();
    let longer = |title: &str| all.iter().any(|other| other.strip_suffix(title).is_some_and(|start| start.ends_with(' ')));
    titles.retain(|title| !longer(title));
}

/// Letters of another name at least: a family name is none.
const ALIAS_LETTERS_MIN: usize = 2;

/// Notes what else the mentions call a person.
pub(super) fn name_aliases(passages: &[Passage<'_>], known: &mut Known) {
    for (index, at) in &known.mentions {
        let text = passages[*index].of(*at);
        let person = &mut known.person;
        let new = text != person.name && !person.aliases.iter().any(|old| old == text);
        if new && text.chars().count() >= ALIAS_LETTERS_MIN {
            person.aliases.push(text.to_owned());
        }
    }
}
