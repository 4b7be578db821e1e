//! Speakers right before the opening mark: a bare name (`나래 “…”고 물었다`), a name in marks (`매체 ‘달빛’은 “…”`), and two
//! people as one subject (`나래와 도담은 “…”`).

use super::speaker::{Scene, Speaker, here};
use crate::facts::passage::Stretch;
use crate::facts::word::Word;
use crate::text::enclosure::Marks;
use crate::text::is_space;

/// Words of a name in marks at most.
const MARKED_WORDS_MAX: usize = 4;

impl Scene<'_, '_> {
    /// The person whose name stands right before the opening mark, without a particle.
    pub(super) fn bare_before(&self, open: usize) -> Option<Speaker> {
        let passage = &self.passages[self.passage];
        let end = open.checked_sub(1).filter(|&space| passage.char(space).is_some_and(is_space))?;
        let ends = |m: &(usize, Stretch)| m.1.end == end && m.1.end - m.1.start > 1;
        let person = self.people.iter().position(|known| here(&known.mentions, self.passage).iter().any(ends))?;
        Some(Speaker::Person(person))
    }

    /// The name in marks that is the subject right before the opening mark.
    pub(super) fn marked_before(&self, open: usize) -> Option<Speaker> {
        let passage = &self.passages[self.passage];
        let particle = open.checked_sub(2).filter(|_| passage.before(open).is_some_and(is_space))?;
        let subject = matches!(passage.char(particle), Some('은' | '는' | '이' | '가'));
        let pair = passage.pairs.iter().find(|pair| subject && pair.marks == Marks::Single && pair.close + 1 == particle)?;
        let name = passage.of(Stretch::new(pair.open + 1, pair.close));
        // "‘…하겠다’는 “…”": a sentence is no name.
        let sentence = name.ends_with(['다', '냐', '자', '라', '?', '!', '.']) || name.split(' ').count() > MARKED_WORDS_MAX;
        let known = self.people.iter().position(|known| known.person.name == name).map(Speaker::Person);
        let speaker = known.or_else(|| self.body_called(name).map(Speaker::Body));
        (!sentence).then(|| speaker.unwrap_or_else(|| Speaker::Role(name.to_owned())))
    }

    /// The other of two people who are one subject, if the word before names one.
    pub(super) fn joined_with(&self, index: usize, words: &[Word<'_>], at: usize, person: usize) -> Speaker {
        let before = at.checked_sub(1).map(|i| words[i]).filter(|w| matches!(w.particle, "와" | "과") && !w.stopped);
        let called =
            |w: Word<'_>| self.people.iter().position(|known| here(&known.mentions, index).iter().any(|m| m.1 == w.stem));
        match before.and_then(called).filter(|&other| other != person) {
            Some(other) => Speaker::Two(other, person),
            None => Speaker::Person(person),
        }
    }
}
