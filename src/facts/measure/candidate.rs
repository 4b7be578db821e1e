//! What a number may measure: what the rules say, the noun phrases around it, and what numbers before it measure.

use super::View;
use super::look::{Seat, Which};
use super::propose::Proposed;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;

/// How a phrase was come by besides by rules, as bits.
pub(super) const PHRASE: u8 = 1;
pub(super) const AFTER: u8 = 2;
pub(super) const PHRASE_AFTER: u8 = 4;
pub(super) const TOLD: u8 = 8;
pub(super) const RELATIVE: u8 = 16;
pub(super) const TOPIC: u8 = 32;
pub(super) const EARLIER: u8 = 64;

/// Words around a number in which it is looked for what it measures: whoever writes longer sentences says it nearer.
const REACH: usize = 12;
/// Numbers before, and units of earlier passages, whose measures are candidates.
pub(super) const TOLD_MAX: usize = 20;
/// Sentences before the last one whose topics are candidates.
const TOPICS: usize = 3;

/// A phrase that the number may measure.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    pub(super) phrase: String,
    /// The rules that say so, as bits.
    pub(super) rules: u64,
    /// Whether it is what the rules alone would take.
    pub(super) is_pick: bool,
    pub(super) forms: u8,
    /// Where it ends: index of the line and of the word, nearest first.
    pub(super) place: Option<(usize, usize)>,
    /// Indices of the numbers before that measure it.
    pub(super) told: Vec<usize>,
}

impl Candidate {
    /// Its last word.
    pub(super) fn head(&self) -> &str {
        self.phrase.rsplit(' ').next().unwrap_or_default()
    }
}

/// All candidates of a number.
#[derive(Default)]
struct Candidates(Vec<Candidate>);

impl Candidates {
    fn of(&mut self, phrase: &str) -> Option<&mut Candidate> {
        let phrase = phrase.trim();
        if phrase.is_empty() { None } else { self.known(phrase) }
    }

    fn known(&mut self, phrase: &str) -> Option<&mut Candidate> {
        let known = self.0.iter().position(|candidate| candidate.phrase == phrase);
        let at = known.unwrap_or_else(|| {
            self.0.push(Candidate { phrase: phrase.to_owned(), ..Candidate::default() });
            self.0.len() - 1
        });
        self.0.get_mut(at)
    }

    fn placed(&mut self, phrase: &str, form: u8, seats: &[Seat<'_>], place: (usize, usize)) {
        let far = |(seat, word): (usize, usize)| {
            let seat = &seats[seat];
            (seat.which != Which::Bracket, seat.which == Which::Before, word.abs_diff(seat.at))
        };
        if let Some(candidate) = self.of(phrase) {
            candidate.forms |= form;
            if candidate.place.is_none_or(|known| far(place) < far(known)) {
                candidate.place = Some(place);
            }
        }
    }
}

impl<'p> View<'_, 'p> {
    /// The candidates of a number; `before` are the numbers before it with what the rules say of them.
    pub(super) fn candidates(
        &self,
        own: Stretch,
        seats: &[Seat<'p>],
        proposed: &Proposed,
        (before, earlier): (&[Counted], &[(String, String)]),
    ) -> Vec<Candidate> {
        let mut all = Candidates::default();
        for (rule, phrase) in &proposed.phrases {
            all.of(phrase).into_iter().for_each(|candidate| candidate.rules |= 1 << rule);
        }
        // Nothing that is named: a candidate too.
        all.known("");
        all.known(proposed.pick.trim()).into_iter().for_each(|candidate| candidate.is_pick = true);
        for (index, seat) in seats.iter().enumerate() {
            let line = &seat.line;
            let near = seat.at.saturating_sub(REACH)..line.words.len().min(seat.last + REACH);
            for i in near.filter(|&i| line.kinds[i].is_noun()) {
                let place = (index, i);
                if i < seat.at {
                    all.placed(&line.phrases[i], PHRASE, seats, place);
                } else if i > seat.last {
                    all.placed(&self.afters(line)[i], AFTER, seats, place);
                    all.placed(&line.phrases[i], PHRASE_AFTER, seats, place);
                } else {
                    continue;
                }
                all.placed(&line.relatives[i], RELATIVE, seats, place);
            }
        }
        for phrase in self.topics(own.start) {
            all.of(&phrase).into_iter().for_each(|candidate| candidate.forms |= TOPIC);
        }
        for (_, phrase) in earlier.iter().rev().take(TOLD_MAX) {
            all.of(phrase).into_iter().for_each(|candidate| candidate.forms |= EARLIER);
        }
        for (index, counted) in before.iter().enumerate().rev().take(TOLD_MAX) {
            if let Some(candidate) = all.of(&counted.quantity.measures) {
                candidate.forms |= TOLD;
                candidate.told.push(index);
            }
        }
        all.0
    }

    /// The topics of the sentences before the last one.
    fn topics(&self, at: usize) -> Vec<String> {
        let own = self.passage.sentence_of(at);
        let before = self.passage.sentences.iter().rev().filter(|s| s.end <= own.start).skip(1).take(TOPICS);
        before.filter_map(|sentence| self.topic_of(*sentence)).collect()
    }
}
