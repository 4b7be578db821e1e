//! People who stand in a line with people: "김가람-나래-도담-라온이 선발 출전했다", "한가람과 서민재가", "한가람이 16점, 나래가
//! 11점을"; and Korean names with a particle that people bear ("서민재에게"). One of the line is known, the others look like names.

use super::tagged::{PART_MAX, is_other};
use super::votes::Votes;
use super::{Known, clauses, name};
use crate::facts::by_name::ByName;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::Tagger;
use crate::facts::word::{Word, ends_in_double_s, words};
use crate::facts::{Person, trust};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::is_hangul;

/// Items of a line with hyphens at least, and of them names that the lists hold.
const HYPHENED_MIN: usize = 4;
const HYPHENED_NAMES_MIN: usize = 2;
/// Items of an enumeration at least; of them people by other evidence: one by the tagger or the rules, the others at least by the
/// lists; and the mean origin of the syllables of a name of two words (0 native, 3 foreign).
const LISTED_MIN: usize = 3;
const LISTED_PEOPLE_MIN: usize = 2;
const LISTED_ORIGIN_MIN: f32 = 1.5;
/// Subjects of one sentence that have counted something, at least.
const COUNTED_MIN: usize = 2;
/// Particles that people bear and few other nouns do.
const PERSONAL: [&str; 5] = ["에게", "에게서", "에게는", "에겐", "한테"];

/// Letters of a foreign name of one word before a particle of people, and the mean origin of its syllables (0 native, 3 foreign).
const FOREIGN_LETTERS_MIN: usize = 3;
const FOREIGN_ORIGIN_MIN: f32 = 2.2;
/// Letters of a body behind a name of two syllables.
const HOST_LETTERS_MIN: usize = 3;
/// Words behind a batter in which it is said how he is put out.
const OUT_REACH: usize = 3;

/// Where a name stands, and the name.
type Item = (Stretch, String);

/// The people of the lines that are not yet known, each with its first place.
pub(super) fn find(
    passages: &[Passage<'_>],
    known: &dyn Fn(&str) -> bool,
    votes: &ByName<String, Votes>,
    tagger: &Tagger,
    lang: &LangPack,
) -> Vec<(Known, (usize, Stretch))> {
    let mut out: Vec<(Known, (usize, Stretch))> = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        for clause in clauses(passage) {
            let words = words(passage, clause, &lang.grammar);
            let line = Line { passage, words: &words, known, votes, tagger, lang };
            for (at, name) in line.all() {
                if !known(&name) && !out.iter().any(|(k, _)| k.person.name == name) {
                    out.push((line.person(at, name), (index, at)));
                }
            }
        }
    }
    out
}

struct Line<'a, 'p> {
    passage: &'a Passage<'p>,
    words: &'a [Word<'p>],
    known: &'a dyn Fn(&str) -> bool,
    votes: &'a ByName<String, Votes>,
    tagger: &'a Tagger,
    lang: &'a LangPack,
}

impl Line<'_, '_> {
    fn person(&self, at: Stretch, name: String) -> Known {
        let family = name::surname(&name, &self.lang.people_words);
        let short = if self.looks_korean(&name) { family.to_owned() } else { name.clone() };
        let affiliation = host(self.passage, at).to_owned();
        let person = Person { name, affiliation, ..Person::default() };
        Known { person, mentions: Vec::new(), short, anonymous: false, confidence: trust::BARE }
    }

    fn stem(&self, at: usize) -> &str {
        self.passage.of(self.words[at].stem)
    }

    /// Three syllables of names, be the last one that of universities ("배정대").
    fn looks_korean(&self, text: &str) -> bool {
        let people = &self.lang.people_words;
        let bare = text.strip_suffix('대').map(|start| format!("{start}하"));
        name::is_korean(bare.as_deref().unwrap_or(text), people) && !people.not_names.contains(text)
    }

    /// A Korean name that no list holds as another word.
    fn is_plain_korean(&self, text: &str) -> bool {
        self.looks_korean(text) && !self.tagger.is_other(text) && !self.tagger.is_noun(text) && !is_other(text, self.lang)
    }

    /// Hangul of a name's length that is known as nothing else.
    fn is_plain(&self, text: &str) -> bool {
        let letters = text.chars().count();
        let part = |part: &str| !is_other(part, self.lang);
        (2..=PART_MAX + 1).contains(&letters)
            && text.chars().all(|c| is_hangul(c) || c == ' ')
            && !is_other(text, self.lang)
            && text.split(' ').all(part)
    }

    fn all(&self) -> impl Iterator<Item = Item> {
        let lines = self.hyphened().into_iter().chain(self.listed()).chain(self.paired()).chain(self.counted());
        lines.chain(self.personal()).chain(self.put_out())
    }

    /// "김가람-더 나래-도담-라온이": words with hyphens one after another.
    fn hyphened(&self) -> Vec<Item> {
        let mut out = Vec::new();
        for run in self.words.chunk_by(|a, b| [a, b].iter().all(|w| self.passage.of(w.whole).contains('-'))) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let text = self.passage.of(Stretch::new(first.whole.start, last.stem.end));
            let names: Vec<&str> = text.split('-').collect();
            let held = names.iter().filter(|name| (self.known)(name) || self.tagger.is_person(name)).count();
            let people = names.iter().any(|name| (self.known)(name)) && held >= HYPHENED_NAMES_MIN;
            if names.len() >= HYPHENED_MIN && people && names.iter().all(|name| self.is_plain(name)) {
                out.extend(names.iter().map(|name| (first.stem, (*name).to_owned())));
            }
        }
        out
    }

    /// "가람(나루, 도담, 라온)", "로버트 하딩, 나래 도담, 라온 가람이": the items of an enumeration of which most are people.
    fn listed(&self) -> Vec<Item> {
        let (mut out, mut items, mut start) = (Vec::new(), Vec::<Stretch>::new(), None);
        for (at, word) in self.words.iter().enumerate() {
            let from = *start.get_or_insert(word.whole.start);
            let closing = self.lang.people_words.listing.contains(self.stem(at));
            // "…, 구로카와 나래 등이": what looks like a particle is the end of a first part.
            let torn = !items.is_empty() && word.particle == "와" && self.closes_list(at + 2);
            if !word.stopped && !closing && (torn || word.particle.is_empty()) && at + 1 < self.words.len() {
                continue;
            }
            let end = if word.stopped { word.whole.end } else { word.stem.end };
            items.push(Stretch::new(from, if closing && word.whole.start > from { word.whole.start - 1 } else { end }));
            start = None;
            if !word.stopped {
                out.extend(self.people_of(&items));
                items.clear();
            }
        }
        out
    }

    /// "등이": whether a word ends an enumeration.
    fn closes_list(&self, at: usize) -> bool {
        at < self.words.len() && self.lang.people_words.listing.contains(self.stem(at))
    }

    fn people_of(&self, items: &[Stretch]) -> Vec<Item> {
        // "이어 로버트 하딩, …": what stands before the first name belongs to no name.
        let person_at = |at: Stretch| (self.known)(self.passage.of(at));
        let mut items = items.to_vec();
        if let Some(first) = items.first_mut() {
            let begins =
                (first.start..first.end).filter(|&i| self.passage.chars[i] == ' ').map(|i| Stretch::new(i + 1, first.end));
            let name = if person_at(*first) { None } else { begins.clone().find(|at| person_at(*at)).or(begins.last()) };
            *first = name.unwrap_or(*first);
        }
        let names = || items.iter().map(|at| self.passage.of(*at));
        let person = |name: &&str| (self.known)(name) || self.votes.get(name).is_some_and(|v| v.places.len() > v.others);
        let foreign = |name: &str| name.contains(' ') && self.is_plain(name) && self.origin(name) >= LISTED_ORIGIN_MIN;
        let single = |name: &str| {
            !name.contains(' ') && self.is_plain(name) && !name.chars().any(ends_in_double_s) && !name.ends_with("이다")
        };
        let other = |name: &str| self.votes.get(name).is_some_and(|v| v.others > v.places.len());
        let held = names().filter(|name| person(name) || self.tagger.is_person(name)).count();
        if items.len() < LISTED_MIN || held < LISTED_PEOPLE_MIN || !names().any(|name| person(&name)) {
            return Vec::new();
        }
        let all = names().all(|name| person(&name) || single(name) || foreign(name)) && !names().any(other);
        // Of many that most are people one may be something else.
        let most = names().filter(person).count() * 2 >= items.len();
        let certain = names().filter(person).count() >= LISTED_PEOPLE_MIN;
        let taken = |name: &str| single(name) && (all || most && !other(name)) || foreign(name) && certain;
        items.iter().filter(|at| taken(self.passage.of(**at))).map(|at| (*at, self.passage.of(*at).to_owned())).collect()
    }

    /// The mean origin of the syllables (0 native, 3 foreign).
    fn origin(&self, name: &str) -> f32 {
        self.tagger.origin(&name.replace(' ', ""))
    }

    /// "한가람과 서민재가", "한가람·서민재는": one is known, the other looks Korean.
    fn paired(&self) -> Vec<Item> {
        let mut out = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let names: Vec<&str> = match word.particle {
                "와" | "과" if at + 1 < self.words.len() => vec![self.stem(at), self.stem(at + 1)],
                _ => self.stem(at).split(['·', 'ㆍ']).collect(),
            };
            if names.len() > 1 && names.iter().any(|name| (self.known)(name)) {
                out.extend(names.iter().filter(|name| self.is_plain_korean(name)).map(|name| (word.stem, (*name).to_owned())));
            }
        }
        out
    }

    /// "한가람이 16점, 서민재가 11점": subjects before what people score, one of them known.
    fn counted(&self) -> Vec<Item> {
        let scored = |at: usize| {
            let each = self.words.get(at + 1).is_some_and(|w| self.passage.of(w.whole) == "각각");
            let count = self.words.get(at + 1 + usize::from(each)).map_or("", |w| self.passage.of(w.whole));
            let unit = count.trim_start_matches(|c: char| c.is_ascii_digit());
            unit.len() < count.len() && self.lang.people_words.scores.begins(unit)
        };
        let subjects = (0..self.words.len()).filter(|&at| matches!(self.words[at].particle, "이" | "가") && scored(at));
        let found: Vec<Item> = subjects.map(|at| (self.words[at].stem, self.stem(at).to_owned())).collect();
        let line = found.len() >= COUNTED_MIN && found.iter().any(|(_, name)| (self.known)(name));
        found.into_iter().filter(|(_, name)| line && self.is_plain(name)).collect()
    }

    /// "서민재에게"
    fn personal(&self) -> Vec<Item> {
        let borne = self.words.iter().filter(|w| PERSONAL.contains(&w.particle));
        let named = borne.map(|w| (w.stem, self.passage.of(w.stem).to_owned()));
        let korean = |name: &str| self.is_plain_korean(name) && (name.ends_with('대') || !name::is_like_noun(name));
        named.filter(|(_, name)| korean(name) || self.is_foreign(name)).collect()
    }

    /// A word of foreign sound that no list holds as something else ("샤키리").
    fn is_foreign(&self, text: &str) -> bool {
        let noun = self.tagger.is_other(text) || self.tagger.is_noun(text) || text.ends_with('들');
        text.chars().count() >= FOREIGN_LETTERS_MIN
            && self.is_plain(text)
            && !noun
            && self.tagger.origin(text) >= FOREIGN_ORIGIN_MIN
    }

    /// "서민재를 3구 삼진으로": whom a pitcher puts out.
    fn put_out(&self) -> Vec<Item> {
        let outs = self.lang.people_words.outs;
        let out = |at: usize| (at + 1..self.words.len().min(at + 1 + OUT_REACH)).any(|i| outs.ends(self.stem(i)));
        let objects = (0..self.words.len()).filter(|&at| matches!(self.words[at].particle, "을" | "를") && out(at));
        let named = objects.map(|at| (self.words[at].stem, self.stem(at).to_owned()));
        named.filter(|(_, name)| self.is_plain_korean(name)).collect()
    }
}

/// "물빛(나래, 라온)": the group that a bracket lists.
pub(super) fn host<'p>(passage: &Passage<'p>, at: Stretch) -> &'p str {
    passage.inside(at.start, &[Marks::Round]).map_or("", |bracket| name::word_before(passage, bracket.open))
}

/// "권일 푸른정보 팀장은": two syllables at the beginning of a sentence, before a body and the subject that is a title.
pub(super) fn of_two(passages: &[Passage<'_>], tagger: &Tagger, lang: &LangPack) -> Vec<Known> {
    let sentences = passages.iter().flat_map(|p| p.sentences.iter().map(move |s| (p, *s)));
    sentences
        .filter_map(|(passage, sentence)| begins_with_two(passage, &words(passage, sentence, &lang.grammar), tagger, lang))
        .collect()
}

fn begins_with_two(passage: &Passage<'_>, words: &[Word<'_>], tagger: &Tagger, lang: &LangPack) -> Option<Known> {
    let people = &lang.people_words;
    let [first, body, office, ..] = words else { return None };
    let plain = [first, body].iter().all(|w| w.whole == w.stem && w.particle.is_empty() && !w.stopped);
    let (name, host, title) = (passage.of(first.whole), passage.of(body.whole), passage.of(office.stem));
    let letters: Vec<char> = name.chars().collect();
    let [family, given] = letters[..] else { return None };
    let named = people.surnames.contains(family) && people.given.contains(given) && !lang.grammar.fillers.contains(name);
    let other = tagger.is_noun(name) || tagger.is_other(name) || is_other(name, lang);
    let hosts = host.chars().count() >= HOST_LETTERS_MIN && !tagger.is_person(host) && !super::is_title(host, people);
    if !plain
        || !matches!(office.particle, "은" | "는" | "이" | "가")
        || !named
        || other
        || !hosts
        || !super::is_title(title, people)
    {
        return None;
    }
    let person =
        Person { name: name.to_owned(), titles: vec![title.to_owned()], affiliation: host.to_owned(), ..Person::default() };
    Some(Known { person, mentions: Vec::new(), short: family.to_string(), anonymous: false, confidence: trust::BARE })
}
