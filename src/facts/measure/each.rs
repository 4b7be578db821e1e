//! What numbers measure that are told "각각", in the order of what was named: "매출과 영업이익은 각각 26.9%, 19.9% 늘었다".

use super::View;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;
use std::ops::Range;

/// What tells several numbers in the order of what was named.
const EACH: &str = "각각";
/// What joins two nouns as a word of its own.
const AND: &str = "및";
/// Particles of the last of several that are named.
const LASTS: [&str; 9] = ["은", "는", "이", "가", "도", "을", "를", "의", "에"];

impl View<'_, '_> {
    /// The number's turn among those behind "각각": the named thing of the same turn, or what the number of that turn before
    /// it measures ("신고는 872건, 피해액은 394억원으로 각각 9.1%, 71.3% 늘었다").
    pub(super) fn in_turn(
        &self,
        clause: &[Word<'_>],
        (at, last): (usize, usize),
        (counted, before): (&Counted, &[Counted]),
    ) -> Option<String> {
        let beside = |w: &Word<'_>| self.is_number(w) || self.is_filler(w) || self.is_about(w) || self.is_time(w);
        let is_each = |i: &usize| self.passage.of(clause[*i].whole) == EACH;
        let each = (0..at).rev().take_while(|&i| beside(&clause[i])).find(is_each)?;
        let numbers = |words: &[Word<'_>]| words.iter().take_while(|w| beside(w)).filter(|w| self.is_number(w)).count();
        let turn = numbers(&clause[each + 1..at]);
        let turns = turn + 1 + numbers(&clause[last + 1..]);
        // "각각 78억원과 1986억원을 순매도했다": what is done says more.
        if turns < 2 || self.spent(clause, last, counted).is_some() {
            return None;
        }
        if let Some(named) = self.named_in_turn(&clause[..each], turns) {
            let Range { start, end } = named[turn].clone();
            return Some(self.noun_phrase(&clause[start..end], clause[end]));
        }
        let each = clause[each].whole.start;
        let sentence = self.passage.sentence_of(each);
        let told = |fits: &dyn Fn(&Counted) -> bool| {
            let told = before.iter().filter(|b| b.at.end <= each && fits(b)).map(|b| b.quantity.measures.as_str());
            of_turn(&told.collect::<Vec<_>>(), turn, turns)
        };
        told(&|b| sentence.contains(b.at)).or_else(|| told(&|b| b.quantity.unit == counted.quantity.unit))
    }

    /// The last nouns of a clause that are joined, as many as there are turns: "수출 물량과 단가도", "물건값, 임금과 집세가".
    /// Each with the words before it that may belong to it.
    fn named_in_turn(&self, clause: &[Word<'_>], turns: usize) -> Option<Vec<Range<usize>>> {
        let text = |i: usize| self.passage.of(clause[i].whole);
        let is_noun = |i: usize| self.is_noun(&clause[i]) || self.passage.of(clause[i].stem) == "수";
        let mut end = (0..clause.len()).rev().find(|&i| LASTS.contains(&clause[i].particle) && is_noun(i))?;
        let mut named = Vec::new();
        loop {
            // "수출 물량과 평균 단가": what belongs to the noun itself.
            let own = |i: &usize| clause[*i].particle.is_empty() && !clause[*i].stopped && text(*i) != AND;
            let start = (0..end).rev().take_while(own).last().unwrap_or(end);
            named.push(start..end);
            if named.len() == turns {
                break;
            }
            let joint = start.checked_sub(1)?;
            let item = if text(joint) == AND { joint.checked_sub(1)? } else { joint };
            let Word { particle, stopped, .. } = clause[item];
            let joins = item < joint || stopped && particle.is_empty() || matches!(particle, "과" | "와");
            end = Some(item).filter(|&item| joins && is_noun(item))?;
        }
        named.reverse();
        Some(named)
    }
}

/// The answer of this turn, where the last answers, as many as there are turns, are all different.
fn of_turn(told: &[&str], turn: usize, turns: usize) -> Option<String> {
    let told = &told[told.len().checked_sub(turns)?..];
    let different = (1..turns).all(|i| !told[..i].contains(&told[i]));
    Some(told[turn].to_owned()).filter(|phrase| different && !phrase.is_empty())
}
