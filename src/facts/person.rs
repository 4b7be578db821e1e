//! People: names with a title, an age or an office beside them, then every later mention ("박 박사", the bare name).
//! In: all passages. Out: each person once, with mentions in order. A name needs evidence; a bare word that only looks like
//! a name is left alone.

use super::Person;
use super::organisation;
use super::passage::{Passage, Stretch};
use super::tagger::{Tagged, Tagger};
use super::trust;
use super::word::{Word, words};
use crate::lang::{LangPack, PeopleWords};
use crate::text::enclosure::Marks;
use crate::text::order;
use crate::text::{is_hangul, is_space};

mod affiliation;
mod doubt;
mod english;
mod family;
mod foreign;
mod lined;
mod member;
mod mention;
mod merge;
pub(crate) mod name;
mod office;
mod original;
mod signed;
mod tagged;
mod title;
mod votes;

/// A person with the place of the first mention.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) person: Person,
    /// Passage index and name part of each mention, in order.
    pub(crate) mentions: Vec<(usize, Stretch)>,
    /// What later mentions say before a title: the family name, or the last part of a foreign name.
    pub(crate) short: String,
    /// Whether only a family name is given ("김모").
    pub(crate) anonymous: bool,
    pub(crate) confidence: f32,
}

/// Ages that a bracket beside a name can mean.
const AGE_MAX: u16 = 120;

/// The people whom rules find, in no order and without their mentions.
pub(crate) fn ruled(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    if lang.code == "ko" {
        korean(passages, lang, &mut known);
        passages.iter().flat_map(|passage| signed::on_air(passage, lang)).for_each(|person| add(&mut known, person));
        passages.iter().filter_map(|passage| signed::of_dateline(passage, lang)).for_each(|person| add(&mut known, person));
    } else {
        passages.iter().flat_map(|passage| english::introduced(passage, lang)).for_each(|person| add(&mut known, person));
    }
    known
}

/// The people of the body in order of their first mention: those of the rules and of the tagger. `tags` are what the tagger says of each passage, if it was asked.
pub(crate) fn find(
    passages: &[Passage<'_>],
    ruled: Vec<Known>,
    tags: &[Vec<Tagged>],
    tagger: Option<&Tagger>,
    lang: &LangPack,
) -> Vec<Known> {
    let mut known = ruled;
    if lang.code == "ko" {
        let two = tagger.map_or(Vec::new(), |tagger| lined::of_two(passages, tagger, lang));
        let foreign = tagger.map_or(Vec::new(), |tagger| foreign::find(passages, tagger, lang));
        if let Some(tagger) = tagger {
            doubt::drop_unnamed(passages, tags, tagger, lang, &mut known);
        }
        two.into_iter().for_each(|person| add(&mut known, person));
        let mut foreign: Vec<Known> = foreign.into_iter().filter(|new| !merge::overlaps(&known, new)).collect();
        if let Some(tagger) = tagger {
            doubt::drop_unnamed(passages, tags, tagger, lang, &mut foreign);
        }
        foreign.into_iter().for_each(|p| add(&mut known, p));
        member::of_groups(passages, tags, tagger, lang).into_iter().for_each(|person| add(&mut known, person));
        let named = tagged::people(passages, tags, &known, tagger, lang);
        named.into_iter().for_each(|person| add(&mut known, person));
        original::widen(passages, &mut known, lang);
    } else {
        known.retain(|person| !english::is_doubted(person, passages, tags));
        english::tagged(passages, tags, &known, lang).into_iter().for_each(|person| add(&mut known, person));
    }
    // "고향인 달빛권 의원들": a noun with the copula, far from the title.
    known.retain(|k| k.person.affiliation.is_empty() || !tagger.is_some_and(|t| doubt::is_copular(&k.person.name, t)));
    merge::merge_ends(&mut known);
    merge::drop_inflected(&mut known);
    merge::drop_torn(&mut known);
    if lang.code != "ko" {
        english::part_namesakes(&mut known);
    }
    mention::link(passages, &mut known, tagger, lang);
    if lang.code == "ko" {
        family::alone(passages, &mut known, lang);
    }
    merge::drop_inner(&mut known);
    known.retain(|k| !k.mentions.is_empty());
    known.retain(|k| k.anonymous || !k.mentions.iter().any(|(index, at)| doubt::is_character(&passages[*index], *at, lang)));
    known.retain(|k| is_titled(k) || !k.mentions.iter().any(|(index, at)| doubt::is_animal(&passages[*index], *at)));
    affiliation::fill(passages, tags, tagger, &mut known, lang);
    if lang.code == "en" {
        office::fill(passages, &mut known, lang);
    }
    known.iter_mut().for_each(|k| {
        merge::name_aliases(passages, k);
        merge::drop_short(&mut k.person.titles);
        k.person.titles.retain(|title| !lang.people_words.epithets.contains(title.as_str()));
    });
    order::by(&mut known, |k| k.mentions[0]);
    known
}

/// Names with a title, an age or an office beside them; foreign names; names that come back.
fn korean(passages: &[Passage<'_>], lang: &LangPack, known: &mut Vec<Known>) {
    for passage in passages {
        for clause in clauses(passage) {
            let words = words(passage, clause, &lang.grammar);
            let scene = Scene { passage, words: &words, lang };
            (0..words.len()).filter_map(|at| scene.introduced(at)).for_each(|person| add(known, person));
        }
    }
    for person in name::foreign(passages, lang) {
        let torn = known
            .iter()
            .any(|k| person.person.name.starts_with(&format!("{} ", k.short)) && k.person.titles == person.person.titles);
        if !torn {
            add(known, person);
        }
    }
    name::authors(passages, lang).into_iter().for_each(|person| add(known, person));
    name::bracketed(passages, lang).into_iter().for_each(|person| add(known, person));
    name::of_country(passages, lang).into_iter().for_each(|person| add(known, person));
    name::repeated(passages, lang).into_iter().for_each(|person| add(known, person));
    name::well_known(passages, lang).into_iter().for_each(|person| add(known, person));
}

/// The parts of a passage that are read for themselves: the whole, what stands in quotations, and in brackets.
pub(crate) fn clauses(passage: &Passage<'_>) -> Vec<Stretch> {
    let inner = passage.pairs.iter().filter(|p| matches!(p.marks, Marks::Double | Marks::Single | Marks::Round));
    let inner = inner.flat_map(|p| sentences(passage, Stretch::new(p.open + 1, p.close)));
    passage.sentences.iter().copied().chain(inner).collect()
}

/// The sentences inside a pair of marks.
fn sentences(passage: &Passage<'_>, whole: Stretch) -> Vec<Stretch> {
    let ends = |i: &usize| matches!(passage.chars[*i], '.' | '?' | '!') && passage.char(*i + 1).is_some_and(is_space);
    let mut start = whole.start;
    let mut out = Vec::new();
    for end in (whole.start..whole.end).filter(ends).map(|i| i + 1).chain([whole.end]) {
        if start < end {
            out.push(Stretch::new(start, end));
        }
        start = end;
    }
    out
}

fn add(known: &mut Vec<Known>, new: Known) {
    let Some(old) = known.iter_mut().find(|k| k.person.name == new.person.name) else { return known.push(new) };
    old.short = new.short;
    old.confidence = old.confidence.max(new.confidence);
    for title in new.person.titles {
        if !old.person.titles.contains(&title) {
            old.person.titles.push(title);
        }
    }
    old.person.age = old.person.age.or(new.person.age);
    if old.person.affiliation.is_empty() {
        old.person.affiliation = new.person.affiliation;
    }
}

/// Whether a title or an age says that it is somebody.
fn is_titled(known: &Known) -> bool {
    !known.person.titles.is_empty() || known.person.age.is_some()
}

/// "천문학과": the end of a department that looks like a particle.
fn is_department(passage: &Passage<'_>, word: &Word<'_>) -> bool {
    word.particle == "과" && passage.of(word.stem).ends_with('학')
}

/// Where the noun of a word ends.
fn noun_end(passage: &Passage<'_>, word: &Word<'_>) -> usize {
    if is_department(passage, word) { word.whole.end } else { word.stem.end }
}

/// The words of one clause.
struct Scene<'a, 'p> {
    passage: &'a Passage<'p>,
    words: &'a [Word<'p>],
    lang: &'a LangPack,
}

impl Scene<'_, '_> {
    fn text(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| self.passage.of(w.stem))
    }

    /// Adds what stands beside a name from the word `first` to the word `last`; the name ends at `end`.
    fn beside(&self, first: usize, last: usize, end: usize, person: &mut Person) {
        let word = &self.words[last];
        let whole = word.stem.end <= end || self.names_follow(Stretch::new(end, word.stem.end));
        // "레만": the end of the name is no particle.
        let bare = word.particle.is_empty() || word.whole.end <= end;
        let (titles, affiliation, age) = if whole && bare && !word.stopped { self.title_after(last) } else { Default::default() };
        let before = self.title_before(first).or_else(|| self.office_before(first));
        let titled = before.is_some();
        for title in titles.into_iter().chain(before) {
            if !person.titles.contains(&title) {
                person.titles.push(title);
            }
        }
        person.age = person.age.or_else(|| self.age_after(end)).or(age);
        if person.affiliation.is_empty() {
            person.affiliation = if affiliation.is_empty() { self.body_before(first, titled) } else { affiliation };
        }
    }

    /// "·서민재" behind "한가람" in "한가람·서민재 의원": both have the title.
    fn names_follow(&self, rest: Stretch) -> bool {
        let names = self.passage.of(rest).strip_prefix(['·', 'ㆍ']);
        names.is_some_and(|names| names.split(['·', 'ㆍ']).all(|text| name::is_korean(text, &self.lang.people_words)))
    }

    /// The name part of a word and whether a polite word is glued to it: "김하늘씨", "김하늘(36)씨".
    fn core(&self, at: usize) -> (&str, bool) {
        let text = self.text(at);
        let (head, tail) = match (text.find('('), text.rfind(')')) {
            (Some(open), Some(close)) if open < close => (&text[..open], &text[close + 1..]),
            _ => (text, ""),
        };
        let polite = self.lang.people_words.polite;
        if polite.contains(tail) {
            return (head, true);
        }
        match polite.iter().find_map(|p| text.strip_suffix(p)) {
            Some(name) if !name.is_empty() => (name, true),
            _ => (head, false),
        }
    }

    /// The person that the word introduces, if it is a name with evidence beside it.
    fn introduced(&self, at: usize) -> Option<Known> {
        let people = &self.lang.people_words;
        let word = self.words[at];
        let bare = self.passage.of(word.whole);
        let (core, glued) = self.core(at);
        if let Some(known) = self.anonymised(at, core, glued) {
            return Some(known);
        }
        let titled = !self.is_known_noun(self.text(at))
            && (is_title(self.text(at + 1), people) || people.polite.contains(self.text(at + 1)));
        let text = [bare, core, self.text(at)]
            .into_iter()
            .enumerate()
            .find(|(i, t)| (titled || *i > 0) && name::is_korean(t, people))?
            .1;
        let age = self.age_after(word.stem.start + text.chars().count());
        // "한가람씨(43)".
        let age = age.or_else(|| self.age_after(word.stem.end).filter(|_| glued && text == core));
        let unmarked = word.particle.is_empty() || text == bare;
        let (titles, affiliation, later_age) = if unmarked && !word.stopped { self.title_after(at) } else { Default::default() };
        let before = self.title_before(at).filter(|_| !text.ends_with(['국', '률', '율', '권', '적', '제']));
        let before = before.or_else(|| self.title_shared(at).filter(|_| unmarked && text == bare));
        let polite = glued && text == core || people.polite.contains(self.text(at + 1)) && unmarked;
        let made = people.works.contains(self.text(at + 1)) && unmarked;
        // "김서연 나루군 복지국장": where whoever stands before it is in office.
        let town = || name::is_town(text) && at.checked_sub(1).is_some_and(|i| name::is_korean(self.text(i), people));
        let body = organisation::is_named(text, self.lang) || self.lang.organisation_words.ends.contains(text) || town();
        if body || titles.is_empty() && before.is_none() && !polite && !made && age.is_none() {
            return None;
        }
        let affiliation = if affiliation.is_empty() { self.body_before(at, before.is_some()) } else { affiliation };
        let titles = titles.into_iter().chain(before).collect();
        let person = Person { name: text.to_owned(), titles, affiliation, age: age.or(later_age), ..Person::default() };
        Some(Known {
            short: name::surname(text, people).to_owned(),
            person,
            mentions: Vec::new(),
            anonymous: false,
            confidence: trust::INTRODUCED,
        })
    }

    /// "장관이 검찰총장을", "한국은 대표를": what looks like a name with its particle and is a known noun without it.
    fn is_known_noun(&self, text: &str) -> bool {
        let people = &self.lang.people_words;
        is_title(text, people)
            || people.countries.contains(text)
            || self.lang.place_words.names.contains(text)
            || organisation::is_named(text, self.lang)
            || organisation::is_generic(text, self.lang)
    }

    /// "김모(81) 씨", "주부 권모 씨", "A씨", "B(34)씨".
    fn anonymised(&self, at: usize, core: &str, glued: bool) -> Option<Known> {
        let people = &self.lang.people_words;
        let letter = core.len() == 1 && core.starts_with(|c: char| c.is_ascii_uppercase());
        if people.not_names.contains(core) {
            return None;
        }
        let surname = people.anonymous.iter().find_map(|mo| core.strip_suffix(mo)).filter(|s| people.surnames.is(s));
        // "김 모 씨"
        let apart = at.checked_sub(1).filter(|_| people.anonymous.contains(core)).map(|i| self.words[i]);
        let apart = apart.filter(|w| w.particle.is_empty() && !w.stopped && people.surnames.is(self.passage.of(w.whole)));
        let short = if letter { core } else { surname.or(apart.map(|w| self.passage.of(w.whole)))? };
        // "A(47)씨", "A씨(47)".
        let end = self.words[at].stem.start + core.chars().count();
        let age = self.age_after(end).or_else(|| self.age_after(self.words[at].stem.end).filter(|_| glued));
        let polite = glued || people.polite.contains(self.text(at + 1));
        // "김 모 변호사", "A 경장"
        let officer =
            apart.is_some() || letter && self.passage.of(self.words[at].whole) == core && is_title(self.text(at + 1), people);
        let (office, affiliation, _) = if officer && !polite { self.title_after(at) } else { Default::default() };
        if !polite && office.is_empty() && (letter || age.is_none()) {
            return None;
        }
        let first = at - usize::from(apart.is_some());
        let titles = self.title_before(first).into_iter().chain(office).collect();
        let name = self.passage.of(Stretch::new(self.words[first].whole.start, end)).to_owned();
        let person = Person { name, titles, age, affiliation, ..Person::default() };
        Some(Known { person, mentions: Vec::new(), short: short.to_owned(), anonymous: true, confidence: trust::INTRODUCED })
    }

    /// The body named directly before the name ("한빛시체육회 문지호 사무처장") or before its bracket ("별빛출판사(대표 오세린)").
    fn body_before(&self, at: usize, titled: bool) -> String {
        if titled
            && at == 1
            && let Some(bracket) = self.passage.inside(self.words[at].stem.start, &[Marks::Round])
        {
            let host = words(self.passage, self.passage.sentence_of(bracket.open), &self.lang.grammar);
            let Some(at) = host.iter().position(|w| w.whole.start < bracket.open && bracket.open <= w.whole.end) else {
                return String::new();
            };
            let name = self.passage.of(Stretch::new(host[at].whole.start, bracket.open));
            // "달빛고법 행정7부(재판장 한가람)": the court, not its bench.
            let bench = name.strip_suffix('부').is_some_and(|name| name.ends_with(|c: char| c.is_ascii_digit()));
            let court = at.checked_sub(1).map(|i| self.passage.of(host[i].stem)).filter(|_| bench);
            return court.filter(|court| organisation::is_named(court, self.lang)).unwrap_or(name).to_owned();
        }
        let before = at.checked_sub(1).map(|i| self.words[i]).filter(|w| w.particle.is_empty() && !w.stopped);
        before
            .map(|w| self.passage.of(w.stem))
            .filter(|text| organisation::is_named(text, self.lang))
            .unwrap_or_default()
            .to_owned()
    }

    /// An age alone or among other notes in a bracket: "(40)", "(컴퓨터공학·40)", "(36세)".
    fn age_after(&self, end: usize) -> Option<u16> {
        let bracket = self.passage.pair_at(end, Marks::Round)?;
        let inside = self.passage.of(Stretch::new(bracket.open + 1, bracket.close));
        let ages = inside.split(['·', ',', '/', 'ㆍ']).map(|part| part.trim().trim_end_matches(['세', '살']));
        ages.filter(|part| !part.is_empty() && part.len() <= 3)
            .find_map(|part| part.parse().ok().filter(|age| (1..=AGE_MAX).contains(age)))
    }
}

/// Whether a word is a title or an office, or ends in one; some are numbered ("제2차관", "1차장").
pub(crate) fn is_title(text: &str, people: &PeopleWords) -> bool {
    // "교수님", "제1위원장"
    let text = text.strip_suffix('님').filter(|title| title.chars().count() > 1).unwrap_or(text);
    let text = text.strip_prefix('제').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    let ends = people.titles.ends(text);
    ends && text.chars().count() >= 2
        && !people.not_titles.end_of(text).is_some_and(|other| {
            // "국회의장" is one, "회의장" is none: the longer ending says.
            (other.chars().count() > 1 || other == text) && people.titles.end_of(text).is_none_or(|own| own.len() < other.len())
        })
        && text.trim_start_matches(|c: char| c.is_ascii_digit()).chars().all(|c| is_hangul(c) || c.is_ascii_alphabetic())
}
