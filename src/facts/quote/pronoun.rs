//! Who "그" is: whoever spoke in the sentence before, the person spoken about, or the one named last.

use super::speaker::{Memory, Scene, Speaker, TITLE_REACH};
use crate::facts::passage::Stretch;
use crate::facts::word::{Word, words};

impl Scene<'_, '_> {
    /// "그": whoever spoke last, or the person named since.
    pub(super) fn pronoun(&self, index: usize, place: usize, memory: &Memory) -> Option<Speaker> {
        let spoken = memory.last.as_ref();
        // "“…”며 대표의 변화를 주문했다. 그는 “…”": who spoke in the sentence before goes on.
        let passage = &self.passages[index];
        let before_this = |end: usize| {
            let (last, own) = (passage.sentence_of(end), passage.sentence_of(place));
            last.end <= own.start && passage.of(Stretch::new(last.end, own.start)).trim().is_empty()
        };
        if let Some((_, _, speaker)) = spoken.filter(|(q, end, _)| *q == index && before_this(*end)) {
            return Some(speaker.clone());
        }
        let before = |m: &&(usize, Stretch)| (m.0, m.1.end) <= (index, place);
        let last = |fits: &dyn Fn(&(usize, Stretch)) -> bool| {
            let mentions = self.people.iter().enumerate();
            mentions.filter_map(|(i, k)| k.mentions.iter().rfind(|m| before(m) && fits(m)).map(|m| (m.0, m.1.end, i))).max()
        };
        // "나래 위원장은 물러난다. 한 후보의 절차가 끝났다. 그는 “…”": who was spoken about, not who was named last.
        let named = last(&|m| m.0 == index && self.is_topic(index, m.1));
        // "전지현의 유머를 묻는 말에 그는": whose something is does not speak.
        let owner = |m: &(usize, Stretch)| self.passages[m.0].from(m.1.end).starts_with('의');
        let named = named.or_else(|| last(&|m| !owner(m)));
        match (named, spoken) {
            (Some((p, at, person)), Some((q, end, speaker)))
                if (p, at) <= (*q, *end) || matches!(speaker, Speaker::Person(s) if *s == person) =>
            {
                Some(speaker.clone())
            }
            (Some((_, _, person)), _) => Some(Speaker::Person(person)),
            (None, spoken) => spoken.map(|(_, _, speaker)| speaker.clone()),
        }
    }

    /// Whether a name or the title behind it is the topic of its sentence.
    fn is_topic(&self, index: usize, name: Stretch) -> bool {
        let passage = &self.passages[index];
        let words = words(passage, passage.sentence_of(name.start), &self.lang.grammar);
        let Some(at) = words.iter().position(|w| w.whole.end >= name.end) else { return false };
        let marks = |w: &&Word<'_>| !w.particle.is_empty() && w.whole.end > name.end || w.stopped;
        let mut marked = words[at..].iter().take(TITLE_REACH).filter(marks).map(|w| w.particle);
        // "윤씨의 바람은": whose the topic is.
        let first = marked.next();
        let found = if first == Some("의") { marked.next() } else { first };
        found.is_some_and(|particle| matches!(particle, "은" | "는" | "도" | "께서는"))
    }
}
