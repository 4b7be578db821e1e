//! What a quantity measures when its own clause does not say: what it is compared with, or what was told before it.

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;

impl View<'_, '_> {
    /// "3년 전(12마리)과 견줘 3.4배로": a ratio or a change in percent measures what it is compared with.
    pub(super) fn compared(&self, counted: &Counted, before: &[Counted]) -> Option<String> {
        if !matches!(counted.quantity.class, "ratio" | "percent") {
            return None;
        }
        let sentence = self.passage.sentence_of(counted.at.start);
        let base = before.iter().rev().find(|b| sentence.contains(b.at) && b.quantity.class != "duration")?;
        let next = self.passage.of(Stretch::new(base.at.end, counted.at.start.max(base.at.end))).trim_start_matches([')', ' ']);
        let than = self.lang.check_words.than.iter().any(|than| next.starts_with(than));
        than.then(|| base.quantity.measures.clone()).filter(|m| !m.is_empty())
    }

    /// What the last quantity of the same unit in the same sentence measured.
    pub(super) fn told(&self, counted: &Counted, before: &[Counted]) -> Option<String> {
        let sentence = self.passage.sentence_of(counted.at.start);
        let found = before.iter().rev().find(|b| sentence.contains(b.at) && b.quantity.unit == counted.quantity.unit);
        found.map(|b| b.quantity.measures.clone()).filter(|m| !m.is_empty())
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
        let clause = self.words(*before);
        let marked = |w: &Word<'_>| matches!(w.particle, "은" | "는" | "도" | "이" | "가") && self.is_noun(w);
        let found = (0..clause.len()).find(|&i| marked(&clause[i]))?;
        Some(self.noun_phrase(&clause[..found], clause[found]))
    }
}
