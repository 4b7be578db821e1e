//! Wholes and their parts where a sentence does not say "altogether": what is left of a whole, a bracket that takes a number apart,
//! what is earned less what is spent.

use super::operation::Operation;
use super::scope::Scope;
use super::{Checked, made};
use crate::facts::passage::Stretch;

/// Characters after a number in which it is called what is left ("240명이 남았다").
const LEFT_REACH: usize = 7;

/// "245명 중 4명은 풀려났고 1명은 구출돼 240명이 남았다": the whole less its parts.
pub(super) fn remainder(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let words = &scope.lang.check_words;
    let after = scope.after(claim, LEFT_REACH);
    let before = scope.before(claim, LEFT_REACH);
    let left = |w: &str| after.contains(w) || before.trim_end().ends_with(w);
    if !words.left.iter().any(left) {
        return None;
    }
    let start = scope.counted[claim].at.start;
    let said = scope.alike(claim, Stretch::new(scope.sentence(claim).start.min(start), start));
    let (&whole, parts) = said.split_first()?;
    let among = scope.after(whole, LEFT_REACH);
    let of_whole = words.part.iter().take(2).any(|part| among.trim_start().starts_with(part));
    if !of_whole || parts.is_empty() || scope.bracketed(whole) {
        return None;
    }
    made(scope, claim, Operation::Difference, &said).filter(|found| found.check.holds)
}

/// "수출은 369억달러 … 수입은 378억달러 … 9억달러 적자": what is earned less what is spent.
pub(super) fn balance(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let words = &scope.lang.check_words;
    let after = scope.after(claim, LEFT_REACH);
    words.balance.begins(after.trim_start()).then_some(())?;
    // "무역수지는 24억달러 흑자다. 수출액은 …": the sides may come in the next sentence.
    let sentence = scope.sentence(claim);
    let next = scope.passage.sentences.iter().find(|s| s.start >= sentence.end);
    let all = scope.alike(claim, Stretch::new(0, next.map_or(sentence.end, |s| s.end)));
    let of = |side: &str| {
        let measured = |i: &usize| {
            let measures = scope.counted[*i].quantity.measures.split(' ').next_back().unwrap_or_default();
            measures.trim_end_matches('액') == side
        };
        all.iter().copied().filter(measured).collect::<Vec<_>>()
    };
    let sides = words.sides.iter().filter_map(|pair| pair.split_once('·'));
    let pairs =
        sides.flat_map(|(earned, spent)| of(earned).into_iter().flat_map(move |a| of(spent).into_iter().map(move |b| (a, b))));
    let found: Vec<Checked> = pairs.filter_map(|(a, b)| made(scope, claim, Operation::Difference, &[a, b])).collect();
    // Where each side was told once, nothing else can be meant.
    let once = found.len() == 1;
    found.into_iter().find(|found| found.check.holds || once)
}

/// "606명(남 282명, 여 324명)": a bracket that takes its number apart.
pub(super) fn split(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let end = scope.counted[claim].at.end;
    let bracket = scope.passage.pairs.iter().find(|p| p.open == end)?;
    let inside = Stretch::new(bracket.open + 1, bracket.close);
    let all = scope.counted.iter().filter(|c| inside.contains(c.at)).count();
    let parts = scope.alike(claim, inside);
    (parts.len() >= 2 && parts.len() == all).then(|| summed(scope, claim, &parts)).flatten()
}

/// The sum of these, where it is what the text claims.
fn summed(scope: &Scope<'_, '_>, claim: usize, parts: &[usize]) -> Option<Checked> {
    made(scope, claim, Operation::Sum, parts).filter(|found| found.check.holds)
}

impl Scope<'_, '_> {
    /// The other numbers of a stretch that count in the claim's unit.
    fn alike(&self, claim: usize, stretch: Stretch) -> Vec<usize> {
        let mut all = self.operands(claim, stretch, self.counted[claim].quantity.class);
        all.retain(|&i| self.same_unit(i, claim));
        all
    }
}
