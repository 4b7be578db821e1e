//! The rules in the order in which they are believed: what each says that a number measures.

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;
use crate::text::enclosure::Marks;

/// The numbers of the rules: scores, brackets, those of a clause, and what the same unit measured before.
const CONTEST: usize = 0;
const HOST: usize = 1;
const FIRST: usize = 2;
const IN_CLAUSE: usize = 23;
const SAME: usize = FIRST + IN_CLAUSE;

/// What the rules say that a quantity measures.
#[derive(Debug, Default)]
pub(super) struct Proposed {
    /// The first rule's answer.
    pub(super) pick: String,
    /// Each rule's answer, with its number.
    pub(super) phrases: Vec<(usize, String)>,
}

impl View<'_, '_> {
    /// What the rules say of a number.
    pub(super) fn propose(&self, counted: &Counted, before: &[Counted]) -> Proposed {
        let mut out = Proposed::default();
        let mut all = |rule: usize, phrase: Option<String>| {
            if let Some(phrase) = phrase.filter(|phrase| !phrase.is_empty()) {
                out.phrases.push((rule, phrase));
            }
        };
        if counted.quantity.class == "score" && counted.quantity.value.is_none() {
            let contest = self.contest(counted);
            all(CONTEST, Some(contest.clone()));
            return Proposed { pick: contest, ..out };
        }
        let bracket = self.passage.inside(counted.at.start, &[Marks::Round]);
        let clause = match bracket {
            Some(bracket) => self.words(Stretch::new(bracket.open + 1, bracket.close)),
            None => self.words(self.passage.clause_of(counted.at.start)),
        };
        let by_clause = self.of_clause(&clause, counted, before);
        let own = |w: &Word<'_>| w.whole.overlaps(counted.at);
        let beside = |w: &Word<'_>| own(w) || self.is_number(w) || self.is_time(w) || self.is_filler(w) || self.is_own_money(w);
        let host = bracket.map(|bracket| self.of_host(bracket.open, counted, before));
        let alone = clause.iter().all(beside);
        let same = self.same_unit(counted, before);
        let pick = host.clone().filter(|_| alone).or_else(|| by_clause.iter().flatten().next().cloned());
        all(HOST, host);
        by_clause.into_iter().enumerate().for_each(|(rule, phrase)| all(FIRST + rule, phrase));
        let pick = pick.unwrap_or_else(|| same.clone());
        all(SAME, Some(same));
        Proposed { pick, ..out }
    }

    /// What each rule says of a number in its clause, in the order in which the rules are believed.
    fn of_clause(&self, clause: &[Word<'_>], counted: &Counted, before: &[Counted]) -> [Option<String>; IN_CLAUSE] {
        let Some(at) = clause.iter().position(|w| w.whole.overlaps(counted.at)) else { return [const { None }; IN_CLAUSE] };
        let last = clause.iter().rposition(|w| w.whole.overlaps(counted.at)).unwrap_or(at);
        [
            self.in_turn(clause, (at, last), (counted, before)),
            self.since(clause, at, last, counted),
            self.apart(clause, last, counted),
            self.by_kind(clause, at, counted),
            self.listed(clause, at, last, counted),
            self.counted_before(clause, at, last, counted),
            self.after(clause, last, counted),
            self.reached(clause, at, last, counted),
            self.record(clause, at, counted, before),
            self.directly_before(clause, at, counted),
            self.come_of(clause, last, counted),
            self.equated(clause, at),
            self.part_of_number(clause, at, before),
            self.object_before(clause, at),
            self.lasting(clause, last, counted),
            self.spent(clause, last, counted),
            self.glued_noun(counted),
            self.deed_of(clause, last, counted),
            self.fate(clause, last, counted),
            self.subject(clause, at),
            self.compared(counted, before),
            self.object_after(clause, last),
            self.any_subject(clause, at),
        ]
    }
}
