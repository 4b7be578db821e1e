//! What the choice sees of a candidate, as hashed keys: its words, the rules that say it, its place and particle, what stands
//! between it and the number, and what follows the number.

use super::View;
use super::candidate::{Candidate, EARLIER, TOLD, TOLD_MAX};
use super::look::{Kind, Line, Seat, Which};
use super::propose::Proposed;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::tagger::features::{mix, word};

/// Bits of a key.
pub const KEY_BITS: u32 = 17;

/// The key of a hash.
fn key(hash: u64) -> u32 {
    ((hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - KEY_BITS)) as u32
}

/// Who takes the keys of a candidate as they are made, template after template.
struct Keys<'t> {
    take: &'t mut dyn FnMut(u32),
    template: u64,
}

impl Keys<'_> {
    /// Begins a group of templates.
    fn group(&mut self, first: u64) {
        self.template = first;
    }

    fn add<const N: usize>(&mut self, parts: [u64; N]) {
        self.template += 1;
        (self.take)(key(parts.iter().fold(self.template, |hash, part| mix(hash, *part))));
    }
}

fn text(text: &str) -> u64 {
    word(text.chars())
}

/// The first letters of a word.
fn begin(text: &str, letters: usize) -> u64 {
    word(text.chars().take(letters))
}

/// The last letters of a word, the last one first.
fn end(text: &str, letters: usize) -> u64 {
    word(text.chars().rev().take(letters))
}

/// A number as features speak of it: hashes of its unit, its class and what stands around it.
pub(super) struct Number<'v, 's, 'p> {
    view: &'v View<'v, 'p>,
    counted: &'s [Counted],
    index: usize,
    seats: &'s [Seat<'p>],
    earlier: &'s [(String, String)],
    sentence: Stretch,
    clause: Stretch,
    unit: u64,
    class: u64,
    /// The two characters behind it.
    tail: u64,
    /// The next word's first two letters, and its first.
    next: u64,
    next_first: u64,
    /// The first two letters of the first verb behind.
    verb: u64,
    /// The word before: its particle and kind.
    before: u64,
    unit_is_noun: bool,
    is_change: bool,
    in_bracket: bool,
    /// What the next number of the sentence measures by the rules.
    next_pick: Option<&'s str>,
    /// The last number before that measures anything, and the last one of the same unit.
    last_told: Option<usize>,
    last_unit: Option<usize>,
}

impl<'v, 's, 'p> Number<'v, 's, 'p> {
    pub(super) fn new(
        view: &'v View<'v, 'p>,
        (counted, index): (&'s [Counted], usize),
        said: &'s [Proposed],
        (seats, earlier): (&'s [Seat<'p>], &'s [(String, String)]),
    ) -> Self {
        let own = &counted[index];
        let of = |at| view.passage.of(at);
        let seat = seats.iter().find(|seat| seat.which == Which::Own).expect("every number has a sentence");
        let Line { words, kinds, .. } = &*seat.line;
        let next = words.get(seat.last + 1).map_or("$", |w| of(w.whole));
        let behind = || (seat.last + 1..words.len()).filter(|&i| kinds[i].is_verb());
        let before = seat.at.checked_sub(1).map_or(1, |i| mix(text(words[i].particle), kinds[i] as u64));
        let sentence = view.passage.sentence_of(own.at.start);
        let later = counted.get(index + 1).filter(|later| sentence.contains(later.at)).map(|_| said[index + 1].pick.as_str());
        let told = |fits: &dyn Fn(&Counted) -> bool| counted[..index].iter().rposition(fits);
        Self {
            view,
            counted,
            index,
            seats,
            earlier,
            sentence,
            clause: view.passage.clause_of(own.at.start),
            unit: text(&own.quantity.unit),
            class: text(own.quantity.class),
            tail: word(view.passage.chars[own.at.end..].iter().take(2).copied()),
            next: begin(next, 2),
            next_first: begin(next, 1),
            verb: behind().next().map_or(1, |i| begin(of(words[i].whole), 2)),
            before,
            unit_is_noun: view.is_counted_noun(&own.quantity),
            is_change: words.get(seat.last + 1).is_some_and(|w| view.is_change(w)),
            in_bracket: seats[0].which == Which::Bracket,
            next_pick: later.filter(|pick| !pick.is_empty()),
            last_told: told(&|b| !b.quantity.measures.is_empty()),
            last_unit: told(&|b| b.quantity.unit == own.quantity.unit),
        }
    }

    /// Hands out the keys of a candidate.
    pub(super) fn keys(&self, candidate: &Candidate, take: &mut dyn FnMut(u32)) {
        let mut keys = Keys { take, template: 0 };
        self.add_words(candidate, &mut keys);
        self.add_rules(candidate, &mut keys);
        self.add_told(candidate, &mut keys);
        match candidate.place {
            Some(place) => self.add_place(candidate, place, &mut keys),
            None => {
                keys.group(200);
                keys.add([0]);
                keys.add([self.class]);
                keys.add([self.tail]);
            }
        }
    }

    fn add_words(&self, candidate: &Candidate, keys: &mut Keys<'_>) {
        let head = candidate.head();
        let (last, two, whole) = (end(head, 1), end(head, 2), end(head, 99));
        let words = candidate.phrase.split(' ').count() as u64;
        let letters = head.chars().count() as u64;
        keys.group(0);
        keys.add([last]);
        keys.add([two]);
        keys.add([whole]);
        keys.add([last, self.unit]);
        keys.add([two, self.unit]);
        keys.add([whole, self.unit]);
        keys.add([last, self.class]);
        keys.add([two, self.class]);
        keys.add([last, self.next]);
        keys.add([two, self.next]);
        keys.add([last, self.tail]);
        keys.add([two, self.tail]);
        keys.add([two, self.verb]);
        keys.add([words]);
        keys.add([letters.min(6), 1]);
        keys.add([words, letters.min(4)]);
        keys.add([words.min(4), u64::from(candidate.rules.count_ones())]);
        // "두 나라", "9개홀": the unit is itself what is counted.
        let unit = self.counted[self.index].quantity.unit.as_str();
        let counts = u64::from(candidate.phrase == unit) << 1 | u64::from(unit.strip_prefix('개') == Some(&candidate.phrase));
        keys.add([counts, u64::from(self.unit_is_noun)]);
        keys.add([counts, self.unit]);
    }

    fn add_rules(&self, candidate: &Candidate, keys: &mut Keys<'_>) {
        let pick = u64::from(candidate.is_pick);
        keys.group(40);
        keys.add([u64::from(candidate.forms)]);
        keys.add([pick]);
        keys.add([pick, self.class]);
        keys.add([pick, self.tail]);
        keys.add([pick, self.before]);
        keys.add([pick, self.unit]);
        let first = keys.template;
        for rule in (0..u64::from(u64::BITS)).filter(|rule| candidate.rules >> rule & 1 == 1) {
            keys.group(first);
            keys.add([rule]);
            keys.add([rule, self.class]);
            keys.add([rule, self.tail]);
            keys.add([rule, self.before]);
            keys.add([rule, pick]);
        }
    }

    fn add_told(&self, candidate: &Candidate, keys: &mut Keys<'_>) {
        let own = &self.counted[self.index].quantity;
        keys.group(60);
        if let Some(next) = self.next_pick {
            keys.add([u64::from(next == candidate.phrase), self.tail]);
        }
        let head = candidate.head();
        let same_head = |b: &&Counted| b.quantity.measures.rsplit(' ').next() == Some(head);
        let heads = || self.counted[..self.index].iter().rev().take(TOLD_MAX).filter(same_head);
        keys.group(64);
        keys.add([heads().count().min(3) as u64]);
        keys.add([heads().filter(|b| b.quantity.unit == own.unit).count().min(3) as u64]);
        let told = || candidate.told.iter().map(|i| &self.counted[*i]);
        let unit = told().any(|b| b.quantity.unit == own.unit);
        let class = told().any(|b| b.quantity.class == own.class);
        let same = told().any(|b| self.sentence.contains(b.at));
        let is_last = |last: Option<usize>| u64::from(last.is_some_and(|last| candidate.told.contains(&last)));
        if candidate.forms & EARLIER != 0 {
            let unit = self.earlier.iter().any(|(unit, phrase)| *phrase == candidate.phrase && *unit == own.unit);
            let is_last = self.earlier.last().is_some_and(|last| last.1 == candidate.phrase);
            keys.group(84);
            keys.add([u64::from(unit), u64::from(is_last)]);
            keys.add([u64::from(unit), self.class]);
            keys.add([u64::from(unit), self.before, self.tail]);
        }
        if candidate.forms & TOLD == 0 {
            return;
        }
        keys.group(70);
        keys.add([candidate.told.len().min(3) as u64]);
        keys.add([u64::from(unit), u64::from(same)]);
        keys.add([u64::from(class), self.class]);
        keys.add([is_last(self.last_told), u64::from(self.in_bracket)]);
        keys.add([is_last(self.last_unit), self.before, self.tail]);
        keys.add([is_last(self.last_unit), self.next]);
    }

    fn add_place(&self, candidate: &Candidate, place: (usize, usize), keys: &mut Keys<'_>) {
        let seat = &self.seats[place.0];
        let i = place.1;
        let Line { words, kinds, .. } = &*seat.line;
        let (own, kind) = (&words[i], kinds[i]);
        let is_before = i < seat.at;
        let between = if is_before { i + 1..seat.at } else { seat.last + 1..i };
        let gap = &kinds[between.clone()];
        let count = |fits: &dyn Fn(Kind) -> bool| gap.iter().filter(|kind| fits(**kind)).count() as u64;
        let particle = text(own.particle);
        let way = u64::from(is_before) | u64::from(seat.which == Which::Before) << 1;
        let role = mix(particle, way);
        let head = candidate.head();
        let last = end(head, 1);
        let far = (gap.len() as u64).min(6) + u64::from(gap.len() > 7);
        let beside = words.get(i + 1).map_or("$", |w| self.view.passage.of(w.whole));
        let (beside_begin, beside_end) = (begin(beside, 2), end(beside, 1));
        let (verbs, subjects) = (count(&Kind::is_verb), count(&|kind| kind == Kind::Subject));
        let numbers = count(&|kind| kind == Kind::Number);
        let stops = words[between].iter().filter(|w| w.stopped).count() as u64 + u64::from(own.stopped);
        keys.group(100);
        keys.add([role]);
        keys.add([role, self.next]);
        keys.add([role, self.tail]);
        keys.add([role, self.unit]);
        keys.add([role, self.class]);
        keys.add([role, last]);
        keys.add([role, end(head, 2)]);
        keys.add([role, far]);
        keys.add([role, far, self.tail]);
        keys.add([role, far, self.next_first]);
        keys.add([role, last, self.unit]);
        keys.add([role, self.verb]);
        keys.add([beside_begin, role]);
        keys.add([beside_end, role]);
        keys.add([role, verbs.min(3), subjects.min(2)]);
        keys.add([role, verbs.min(3), self.tail]);
        keys.add([role, stops.min(3)]);
        keys.add([role, numbers.min(3)]);
        keys.add([role, numbers.min(3), self.tail]);
        keys.add([role, gap.last().map_or(99, |kind| *kind as u64)]);
        keys.add([role, gap.first().map_or(99, |kind| *kind as u64)]);
        keys.add([particle, u64::from(self.clause.contains(own.whole)), way]);
        keys.add([particle, seat.which as u64, u64::from(self.in_bracket)]);
        let actor = u64::from(seat.line.actors[i]);
        keys.add([actor, role]);
        keys.add([actor, self.class, particle]);
        keys.add([role, i.min(3) as u64]);
        let topic = |i: usize| kinds[i].is_noun() && matches!(words[i].particle, "은" | "는");
        keys.add([role, u64::from(!(0..i).any(topic))]);
        keys.add([role, i.checked_sub(1).map_or(99, |i| mix(text(words[i].particle), kinds[i] as u64))]);
        keys.add([role, u64::from(self.is_change)]);
        keys.add([role, self.before]);
        keys.add([kind as u64, way]);
    }
}
