//! What a quantity measures when its own clause does not say: what it is compared with, or what was told before it.

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;

/// What the names of games end with.
const GAMES: [&str; 6] = ["전", "경기", "대회", "리그", "결승", "차전"];

impl View<'_, '_> {
    /// "3년 전(12마리)과 견줘 3.4배로": a ratio or a change in percent measures what it is compared with.
    pub(super) fn compared(&self, counted: &Counted, before: &[Counted]) -> Option<String> {
        if !matches!(counted.quantity.class, "ratio" | "percent") {
            return None;
        }
        let sentence = self.passage.sentence_of(counted.at.start);
        let base = before.iter().rev().find(|b| sentence.contains(b.at) && b.quantity.class != "duration")?;
        let next = self.passage.of(Stretch::new(base.at.end, counted.at.start.max(base.at.end))).trim_start_matches([')', ' ']);
        let than = self.lang.check_words.than.begins(next);
        than.then(|| base.quantity.measures.clone()).filter(|m| !m.is_empty())
    }

    /// What the last quantity of the same unit measured, or of the same class.
    pub(super) fn same_unit(&self, counted: &Counted, before: &[Counted]) -> String {
        let unit = before.iter().rev().find(|b| b.quantity.unit == counted.quantity.unit);
        let class =
            || before.iter().rev().find(|b| b.quantity.class.split('_').next() == counted.quantity.class.split('_').next());
        let known = unit.or_else(class).map(|b| b.quantity.measures.clone()).filter(|m| !m.is_empty());
        known.or_else(|| self.topic_before(counted.at.start)).unwrap_or_default()
    }

    /// The subject of the sentence before, for a sentence that has none.
    fn topic_before(&self, at: usize) -> Option<String> {
        let sentence = self.passage.sentence_of(at);
        let before = self.passage.sentences.iter().rfind(|s| s.end <= sentence.start)?;
        self.topic_of(*before)
    }

    /// The first subject of a sentence.
    pub(super) fn topic_of(&self, sentence: Stretch) -> Option<String> {
        let clause = self.words(sentence);
        let marked = |w: &Word<'_>| matches!(w.particle, "은" | "는" | "도" | "이" | "가") && self.is_noun(w);
        let found = (0..clause.len()).find(|&i| marked(&clause[i]))?;
        Some(self.noun_phrase(&clause[..found], clause[found]))
    }

    /// "상대와의 경기" for a score: the subject matter of its clause.
    pub(super) fn contest(&self, counted: &Counted) -> String {
        let clause = self.words(self.passage.sentence_of(counted.at.start));
        let at = clause.iter().position(|w| w.whole.end > counted.at.start).unwrap_or(clause.len());
        let placed = |&i: &usize| matches!(clause[i].particle, "에서" | "에서는" | "과의" | "와의");
        let game = |&i: &usize| placed(&i) && GAMES.iter().any(|game| self.passage.of(clause[i].stem).ends_with(game));
        let place = (0..at).rev().find(game).or_else(|| (0..at).rev().find(placed));
        let place = place.map(|i| self.noun_phrase(&clause[..i], clause[i]));
        let beside = || at.checked_sub(1).map(|i| clause[i]).filter(|w| w.particle.is_empty() && self.is_noun(w));
        let beside = || beside().map(|word| self.text(word.stem).split('(').next().unwrap_or_default().to_owned());
        place.or_else(|| self.subject(&clause, at)).or_else(beside).unwrap_or_default()
    }

    /// The time that stands right before the number or before its bracket: "2014년 39.7%", "3년 전(1609명)", "지난해 기준 5만명".
    pub(super) fn time_beside(&self, at: Stretch) -> String {
        let beside = |date: &&Stretch| {
            let gap = if date.end <= at.start { self.passage.of(Stretch::new(date.end, at.start)) } else { return false };
            matches!(gap.trim(), "" | "(" | "에" | "에는" | "엔" | "기준" | "의" | "에도" | "엔 약")
        };
        // "하루 1820톤": a rate by the day holds for no day.
        let rate = |date: &&Stretch| self.lang.time_words.length.iter().any(|length| length.word == self.passage.of(**date));
        let found = self.dates.iter().rev().find(|date| beside(date) && !rate(date));
        found.map(|date| self.passage.of(*date).to_owned()).unwrap_or_default()
    }
}
