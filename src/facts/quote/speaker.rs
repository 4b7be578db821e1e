//! Who said it: the subject right after the quotation ("…”고 그는 말했다"), the nearest subject before it that can speak, the
//! one who spoke before, or – for a quotation that opens the article – the first to be named after it.

use super::Piece;
use super::role::{ROLE_WORDS_MAX, english_role, phrase_start};
use crate::facts::organisation::Body;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::person::{Known, is_title};
use crate::facts::word::{Word, words};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;

/// One who speaks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Speaker {
    /// Index of the person.
    Person(usize),
    /// Indices of two people.
    Two(usize, usize),
    /// Index of the body.
    Body(usize),
    /// A phrase that names a role.
    Role(String),
}

/// Who spoke last, and where.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(super) last: Option<(usize, usize, Speaker)>,
    role: Option<String>,
}

/// What a speaker is looked for in.
pub(crate) struct Scene<'a, 'p> {
    pub(crate) passages: &'a [Passage<'p>],
    pub(crate) passage: usize,
    pub(crate) people: &'a [Known],
    pub(crate) bodies: &'a [Body],
    pub(crate) lang: &'a LangPack,
}

/// Letters of a topic that may be a speaker though no list knows it: shorter words are mostly common nouns.
const TOPIC_LETTERS_MIN: usize = 3;
/// Letters of a title that names a speaker by itself: "시장은" may be a market.
const TITLE_LETTERS_MIN: usize = 3;
/// Letters of a body whose name ends like a title.
const BODY_LETTERS_MIN: usize = 6;
/// Letters of one further on in the sentence.
const INNER_TOPIC_LETTERS_MIN: usize = 5;
/// Words from a name to the title of who speaks at most.
pub(super) const TITLE_REACH: usize = 7;
/// What stands behind a subject that has no particle.
const TOO: &str = "역시";
/// Sentences after an opening quotation in which its speaker may be named.
const AHEAD_MAX: usize = 4;

impl Memory {
    pub(crate) fn said(&mut self, passage: usize, at: usize, speaker: Option<&Speaker>) {
        let Some(speaker) = speaker else { return };
        self.last = Some((passage, at, speaker.clone()));
        if let Speaker::Role(role) = speaker {
            self.role = Some(role.clone());
        }
    }
}

impl Speaker {
    /// Name and kind as a quotation carries them.
    pub(crate) fn named(self, people: &[Known], bodies: &[Body]) -> (String, &'static str) {
        match self {
            Self::Person(index) => (people[index].person.called(), if people[index].anonymous { "anonymous" } else { "named" }),
            Self::Two(one, other) => (format!("{}·{}", people[one].person.called(), people[other].person.called()), "named"),
            Self::Body(index) => (bodies[index].organisation.name.clone(), "organisation"),
            Self::Role(role) => (role, "role"),
        }
    }
}

/// The mentions in one passage.
pub(super) fn here(mentions: &[(usize, Stretch)], index: usize) -> &[(usize, Stretch)] {
    let first = mentions.partition_point(|m| m.0 < index);
    let count = mentions[first..].partition_point(|m| m.0 == index);
    &mentions[first..first + count]
}

impl<'p> Scene<'_, 'p> {
    fn here(&self) -> &Passage<'p> {
        &self.passages[self.passage]
    }

    pub(crate) fn speaker(&self, piece: &Piece, linked: bool, memory: &Memory) -> Option<Speaker> {
        let passage = self.here();
        let sentence = passage.sentence_of(piece.pair.open);
        let last = || memory.last.as_ref().map(|(_, _, speaker)| speaker.clone());
        let after = Stretch::new(piece.after.min(sentence.end), sentence.end);
        if let Some(found) = self.right_after(after, memory, piece) {
            return Some(found);
        }
        let before = Stretch::new(sentence.start.min(piece.pair.open), piece.pair.open);
        if let Some(found) = self.reported(after).then(|| self.nearest(before, memory, piece.pair.open)).flatten() {
            return Some(found);
        }
        if let Some(found) =
            self.bare_before(piece.pair.open).or_else(|| self.among(self.passage, before, memory, piece.pair.open))
        {
            return Some(found);
        }
        if let Some(found) = self.marked_before(piece.pair.open) {
            return Some(found);
        }
        if linked {
            return last();
        }
        if let Some(found) = self.topic_before(before).filter(|_| piece.marked) {
            return Some(found);
        }
        if let Some(found) = self.went_on(before, memory) {
            return Some(found);
        }
        let alone = !piece.marked && passage.of(before).trim().is_empty();
        let recent = memory.last.as_ref().is_some_and(|l| l.0 == self.passage || !alone && l.0 + 1 >= self.passage);
        let known = last().filter(|_| recent);
        known.or_else(|| self.later(after, memory)).or_else(|| self.ahead(piece.pair.close, memory)).or_else(last)
    }

    /// "관장은 … 밝혔다. 그러면서 “…”고 했다": who spoke in the sentence before, in words of the paper.
    fn went_on(&self, before: Stretch, memory: &Memory) -> Option<Speaker> {
        let passage = self.here();
        let goes_on = self.lang.quote_words.continuing.begins(passage.of(before).trim_start());
        let last = passage.sentences.iter().rfind(|s| goes_on && s.end <= before.start)?;
        let quoted = memory.last.as_ref().is_some_and(|l| l.0 == self.passage && l.1 >= last.start);
        let found = if quoted { None } else { self.among(self.passage, *last, memory, before.start) };
        found.filter(|speaker| !matches!(speaker, Speaker::Body(_)))
    }

    /// "위원장은 대표가 “…”고 발언한 것을 두고 …": whether another speaks of the quotation.
    fn reported(&self, after: Stretch) -> bool {
        let words = words(self.here(), after, &self.lang.grammar);
        let text = |i: usize| words.get(i).map_or("", |w| self.here().of(w.whole));
        let said = (0..2).find(|&i| self.lang.grammar.adnominals.ends(text(i)));
        said.is_some_and(|i| self.lang.quote_words.of_what.begins(text(i + 1)))
    }

    /// The nearest subject that can speak.
    fn nearest(&self, before: Stretch, memory: &Memory, place: usize) -> Option<Speaker> {
        let words = words(self.here(), before, &self.lang.grammar);
        let at = words.iter().rposition(|w| matches!(w.particle, "이" | "가" | "께서"))?;
        self.of_subject(self.passage, &words, at, memory, place)
    }

    /// "…”고 그는 말했다": a subject that directly follows the quotative.
    fn right_after(&self, after: Stretch, memory: &Memory, piece: &Piece) -> Option<Speaker> {
        let passage = self.here();
        // "[한가람/달빛연구소 소장 : “…”]"
        let open = piece.pair.open;
        let before = passage.of(Stretch::new(0, open)).trim_end();
        let bracket =
            before.ends_with(':').then(|| before.chars().count() - before.chars().rev().position(|c| c == '[').unwrap_or(0));
        if let Some(start) = bracket.filter(|start| *start < open) {
            if let Some(person) = self.person_in(self.passage, Stretch::new(start, open)) {
                return Some(Speaker::Person(person));
            }
            // "[교육부 관계자/음성변조 : “…”]": who is not named.
            let role = passage.of(Stretch::new(start, open)).split_once('/').map_or("", |(role, _)| role.trim());
            if self.lang.quote_words.roles.end_of(role).is_some() {
                return Some(Speaker::Role(role.to_owned()));
            }
        }
        if self.lang.code != "ko" {
            return self.english(after, memory, piece);
        }
        // "“…” (나래 의장·교수)"
        let note = passage.pair_at(passage.skip_space(piece.pair.close + 1), Marks::Round);
        let first = note.and_then(|note| {
            self.person_in(self.passage, Stretch::new(note.open, note.close)).filter(|&person| {
                let begins = |m: &(usize, Stretch)| m.1.start == note.open + 1;
                here(&self.people[person].mentions, self.passage).iter().any(begins)
            })
        });
        if let Some(person) = first {
            return Some(Speaker::Person(person));
        }
        let words = words(passage, after, &self.lang.grammar);
        let first = words.iter().take(ROLE_WORDS_MAX).position(|w| !w.particle.is_empty())?;
        // "…”고 약속했고, 나래는 …": another clause.
        if words[..first].iter().any(|w| w.stopped) {
            return None;
        }
        let subject = words[first].is_subject(&self.lang.grammar).then_some(first)?;
        self.of_subject(self.passage, &words, subject, memory, after.start).filter(|s| !matches!(s, Speaker::Body(_)))
    }

    /// A subject further on in the sentence: "…”는 말로 김 대표는 …".
    fn later(&self, after: Stretch, memory: &Memory) -> Option<Speaker> {
        self.among(self.passage, after, memory, after.start)
    }

    /// The nearest subject of a stretch that can speak; topics go before other subjects.
    fn among(&self, passage: usize, stretch: Stretch, memory: &Memory, place: usize) -> Option<Speaker> {
        let words = words(&self.passages[passage], stretch, &self.lang.grammar);
        let text = |i: usize| self.passages[passage].of(words[i].whole);
        let asked = |&i: &usize| {
            self.lang.quote_words.asked.ends(text(i)) || i > 0 && text(i) == "대해" && matches!(text(i - 1), "데" | "것에")
        };
        // "‘…’는 질문에 “…”": what is asked is no speaker.
        let quoted = |i: usize| {
            let opens = words[i].whole.start.checked_sub(1).and_then(|at| self.passages[passage].char(at));
            opens.is_some_and(|c| matches!(c, '‘' | '\'' | '“' | '"')) && text(i).contains(' ')
        };
        // "… 의원이 지지를 표명한 데 대해 “…”": who is answered does not speak.
        let from = (0..words.len()).rev().find(|i| asked(i) && !(*i > 0 && quoted(i - 1))).map_or(0, |i| i + 1);
        // "하딩 역시 “…”"
        let too = |i: usize| words[i].particle.is_empty() && i + 1 < words.len() && text(i + 1) == TOO;
        let speaks = |i: &usize| (words[*i].is_subject(&self.lang.grammar) || too(*i)) && !quoted(*i);
        let subjects: Vec<usize> = (from..words.len()).rev().filter(speaks).collect();
        let topics = subjects.iter().filter(|&&i| matches!(words[i].particle, "은" | "는" | "도" | "께서는" | "께서") || too(i));
        let mut found = topics.chain(&subjects).filter_map(|&i| self.of_subject(passage, &words, i, memory, place));
        let first = found.next()?;
        if let Speaker::Body(_) = first {
            return found.find(|s| !matches!(s, Speaker::Body(_))).or(Some(first));
        }
        Some(first)
    }

    /// The topic before the quotation, whoever it is: papers and ministries that no list knows ("재무성은 “…”라며").
    fn topic_before(&self, before: Stretch) -> Option<Speaker> {
        let passage = self.here();
        let words = words(passage, before, &self.lang.grammar);
        let at = words
            .iter()
            // "‘…다’는 지적에": what is quoted is one word.
            .rposition(|w| {
                let stem = passage.of(w.stem);
                // "출석하느냐는 질문에는": what is asked.
                let quoted = stem.ends_with(['다', '냐', '지'])
                    || self.lang.quote_words.asked.ends(passage.of(w.whole))
                    || stem.contains(|c: char| c.is_ascii_digit() || c == ' ');
                matches!(w.particle, "은" | "는") && !quoted
            })?;
        let start = phrase_start(passage, &words, at, self.lang);
        let phrase = passage.of(Stretch::new(words[start].whole.start, words[at].stem.end.max(words[start].whole.start)));
        let verb = self.lang.grammar.adnominals.ends(passage.of(words[at].whole));
        let letters = if at == 0 { TOPIC_LETTERS_MIN } else { INNER_TOPIC_LETTERS_MIN };
        // "나래 카운티 소방서는": a body that no list knows.
        let body =
            self.lang.organisation_words.ends.ends(passage.of(words[at].stem)) && words[at].stem.end - words[at].stem.start > 2;
        ((start == at || body) && !verb && phrase.chars().count() >= letters).then(|| Speaker::Role(phrase.to_owned()))
    }

    /// The one that a subject names, if it can speak.
    fn of_subject(&self, index: usize, words: &[Word<'_>], at: usize, memory: &Memory, place: usize) -> Option<Speaker> {
        let passage = &self.passages[index];
        let start = phrase_start(passage, words, at, self.lang);
        let phrase = Stretch::new(words[start].whole.start, words[at].stem.end.max(words[start].whole.start));
        // "전문가들은": that there are several is a part of who they are.
        let many = Stretch::new(phrase.start, phrase.end + usize::from(words[at].particle.starts_with('들')));
        // "단체들은": several of a kind.
        let stem = passage.of(words[at].stem);
        let stem = stem.strip_suffix('들').filter(|one| one.chars().count() > 1).unwrap_or(stem);
        if self.lang.quote_words.pronouns.contains(stem) {
            return self.pronoun(index, place, memory);
        }
        // "한가람 의원 측": who speaks for somebody.
        let side = (start..=at).skip(1).any(|i| self.lang.quote_words.sides.contains(passage.of(words[i].stem)));
        // "공정위 측": who speaks for a body is the body.
        if side && let Some(body) = self.body_called(passage.of(words[at.max(1) - 1].stem)) {
            return Some(Speaker::Body(body));
        }
        // "A씨의 보호자": who belongs to a person is another.
        let owned = at > start && words[at - 1].particle == "의" && self.lang.quote_words.roles.ends(stem);
        let side = side || owned;
        if let Some(person) = self.person_in(index, phrase).filter(|_| !side) {
            return Some(self.joined_with(index, words, start, person));
        }
        if let Some(person) = self.titled_far(index, words, at, phrase.start).filter(|_| !side) {
            return Some(Speaker::Person(person));
        }
        // "이 회사는": the body named last.
        let points = at > 0 && self.lang.quote_words.pointers.contains(passage.of(words[at - 1].whole));
        let paper = self.lang.quote_words.papers.contains(stem);
        // "ABC 방송은": the name before what it is.
        let called = at.checked_sub(1).map(|i| words[i]).filter(|w| paper && !w.stopped && w.particle.is_empty());
        let own = |b: &Body| called.is_some_and(|w| here(&b.mentions, index).iter().any(|m| m.1.overlaps(w.stem)));
        if let Some(body) = self.bodies.iter().position(own) {
            return Some(Speaker::Body(body));
        }
        let alone = (at == 0 || words[at - 1].stopped) && paper;
        if alone || points && self.lang.quote_words.pointed.contains(stem) {
            return self.named_last(index, place);
        }
        // "달빛위측은": who speaks for a body.
        if let Some(body) = stem.strip_suffix('측').and_then(|name| self.body_called(name)) {
            return Some(Speaker::Body(body));
        }
        // "…연구원은": a long name of a body is no one's title.
        let own = !is_title(stem, &self.lang.people_words) || stem.chars().count() >= BODY_LETTERS_MIN;
        let whole = |b: &Body| own && here(&b.mentions, index).iter().any(|m| m.1 == words[at].stem);
        if let Some(body) = self.bodies.iter().position(whole) {
            return Some(Speaker::Body(body));
        }
        if let Some(role) = self.lang.quote_words.roles.end_of(stem) {
            let points = self.lang.quote_words.pointers.contains(passage.of(words[start].whole)) && at > start;
            let known = memory.role.as_ref().filter(|known| points && known.ends_with(role));
            return Some(Speaker::Role(known.cloned().unwrap_or_else(|| passage.of(many).to_owned())));
        }
        if stem.chars().count() >= TITLE_LETTERS_MIN && is_title(stem, &self.lang.people_words) {
            return Some(Speaker::Role(passage.of(many).to_owned()));
        }
        let body = self.bodies.iter().position(|b| here(&b.mentions, index).iter().any(|m| m.1.overlaps(words[at].stem)));
        body.map(Speaker::Body)
    }

    pub(super) fn body_called(&self, name: &str) -> Option<usize> {
        let called = |b: &Body| b.organisation.name == name || b.organisation.aliases.iter().any(|alias| alias == name);
        self.bodies.iter().position(called)
    }

    /// The body that was named last before a place.
    fn named_last(&self, index: usize, place: usize) -> Option<Speaker> {
        let before = |m: &&(usize, Stretch)| (m.0, m.1.end) <= (index, place);
        let last = self.bodies.iter().enumerate().filter_map(|(i, body)| body.mentions.iter().rfind(before).map(|m| (*m, i)));
        last.max().map(|(_, i)| Speaker::Body(i))
    }

    /// "한가람 달과 별 숲 나무 연구소 책임자는": a person with nothing but a body between the name and the title.
    fn titled_far(&self, index: usize, words: &[Word<'_>], at: usize, start: usize) -> Option<usize> {
        let passage = &self.passages[index];
        if !is_title(passage.of(words[at].stem), &self.lang.people_words) {
            return None;
        }
        let near = words[..at].iter().rev().take(TITLE_REACH);
        // "레만": what looks like a particle may be the end of a name.
        let named = |w: &Word<'_>| self.people.iter().any(|k| here(&k.mentions, index).iter().any(|m| m.1.end == w.whole.end));
        let joined = |w: &&Word<'_>| !w.stopped && (matches!(w.particle, "" | "과" | "와" | "의") || named(w));
        let first = near.take_while(joined).last()?;
        self.person_in(index, Stretch::new(first.whole.start, start.max(first.whole.start)))
    }

    fn person_in(&self, index: usize, phrase: Stretch) -> Option<usize> {
        let places =
            self.people.iter().enumerate().flat_map(|(i, known)| here(&known.mentions, index).iter().map(move |m| (m, i)));
        places.filter(|(m, _)| m.1.overlaps(phrase)).max_by_key(|(m, _)| m.1.start).map(|(_, i)| i)
    }

    /// The first to be named as a subject in the sentences after the quotation.
    fn ahead(&self, close: usize, memory: &Memory) -> Option<Speaker> {
        let rest = self.here().sentences.iter().filter(|s| s.start > close).map(|s| (self.passage, *s));
        let next =
            self.passages.iter().enumerate().skip(self.passage + 1).flat_map(|(i, p)| p.sentences.iter().map(move |s| (i, *s)));
        let mut found =
            rest.chain(next).take(AHEAD_MAX).filter_map(|(index, sentence)| self.first_person(index, sentence, memory));
        found.next()
    }

    fn first_person(&self, index: usize, sentence: Stretch, memory: &Memory) -> Option<Speaker> {
        let words = words(&self.passages[index], sentence, &self.lang.grammar);
        let subjects = (0..words.len()).filter(|&i| words[i].is_subject(&self.lang.grammar));
        let mut speakers = subjects.filter_map(|i| self.of_subject(index, &words, i, memory, sentence.start));
        speakers.find(|s| !matches!(s, Speaker::Body(_)))
    }

    /// "…,” said Jane Doe" and "Jane Doe said: “…”".
    fn english(&self, after: Stretch, memory: &Memory, piece: &Piece) -> Option<Speaker> {
        let passage = self.here();
        let sentence = passage.sentence_of(piece.pair.open);
        let before = Stretch::new(sentence.start.min(piece.pair.open), piece.pair.open);
        for stretch in [after, before] {
            if let Some(person) = self.person_in(self.passage, stretch) {
                return Some(Speaker::Person(person));
            }
            let text = passage.of(stretch);
            let mut tokens = text.split(|c: char| !c.is_alphabetic());
            if tokens.any(|w| self.lang.quote_words.pronouns.contains(w)) {
                return self.pronoun(self.passage, stretch.start, memory);
            }
            if let Some(role) = english_role(text, self.lang) {
                return Some(Speaker::Role(role));
            }
        }
        memory.last.as_ref().filter(|l| l.0 == self.passage).map(|l| l.2.clone())
    }
}
