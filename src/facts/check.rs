//! Sums done again with the article's own numbers: ratios, changes in percent, differences, shares, totals.
//! In: the quantities of a passage with what they measure. Out: at most one check a claim. Silence beats a wrong alarm: a
//! check says "does not hold" only where the sentence itself says which numbers the claim is made of.

use super::Check;
use super::passage::{Passage, Stretch};
use super::quantity::Counted;
use crate::lang::LangPack;

mod change;
mod operation;
mod parts;
mod scope;

use operation::{Interval, Operation};
use scope::Scope;

/// A check and where its claim stands.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    pub(crate) claimed: Stretch,
    pub(crate) check: Check,
}

/// A claim further off than this factor is not a slip but another reading of the sentence.
const NEAR_FACTOR: f64 = 2.0;
/// A total further off than this share is the total of something else.
const NEAR_TOTAL: f64 = 0.1;
/// A result that can be this many times wider than the claim is printed decides nothing (0.4% to 0.5% is 0 to 57% more).
const DECIDABLE_WIDTHS: f64 = 5.0;
/// Or this share of the claim, whichever is more.
const DECIDABLE_SHARE: f64 = 0.05;
/// Significant digits from which agreement by chance is rare enough to look further than the sentence.
const TELLING_DIGITS: u32 = 2;

/// Significant digits from which agreement by chance can be left out of account.
const FOUND_DIGITS: u32 = 3;

/// The checks of a passage, in the order of their claims.
pub(crate) fn find(passage: &Passage<'_>, counted: &[Counted], lang: &LangPack) -> Vec<Checked> {
    let scope = Scope { passage, counted, lang };
    (0..counted.len()).filter_map(|claim| check(&scope, claim)).collect()
}

/// Writes into every quantity of the passage the change that it tells.
pub(crate) fn changes(passage: &Passage<'_>, counted: &mut [Counted], lang: &LangPack) {
    let scope = Scope { passage, counted, lang };
    let told: Vec<_> = (0..counted.len()).map(|claim| change::told(&scope, claim)).collect();
    for (counted, change) in counted.iter_mut().zip(told) {
        counted.quantity.change = change;
    }
}

fn check(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let quantity = &scope.counted[claim].quantity;
    quantity.value?;
    if let Some((from, to)) = scope.arrow_after(claim) {
        let operation = if quantity.class == "percent" { Operation::PercentChange } else { Operation::Difference };
        return made(scope, claim, operation, &[from, to]);
    }
    if scope.beside_arrow(claim) {
        return None;
    }
    match quantity.class {
        "ratio" => pairs(scope, claim, Operation::Ratio),
        "percent_point" => pairs(scope, claim, Operation::Difference),
        "percent" => {
            let change = || {
                let told = scope.changes(claim).filter(|_| !scope.is_level(claim));
                told.and_then(|_| pairs(scope, claim, Operation::PercentChange))
            };
            parts::moved(scope, claim)
                .or_else(|| share(scope, claim))
                .or_else(|| parts::named_whole(scope, claim))
                .or_else(|| parts::bracket_base(scope, claim))
                .or_else(|| parts::moved_beside(scope, claim))
                .or_else(change)
                .or_else(|| parts::share_found(scope, claim))
        }
        "other" if quantity.unit.is_empty() => scope.changes(claim).and_then(|_| pairs(scope, claim, Operation::Difference)),
        "count" | "money" | "mass" | "length" | "area" | "duration" => {
            let change = || scope.changes(claim).and_then(|_| pairs(scope, claim, Operation::Difference));
            total(scope, claim)
                .or_else(change)
                .or_else(|| parts::remainder(scope, claim))
                .or_else(|| parts::split(scope, claim))
                .or_else(|| parts::told_within(scope, claim))
                .or_else(|| parts::told_next(scope, claim))
                .or_else(|| parts::told_among(scope, claim))
                .or_else(|| parts::listed(scope, claim))
                .or_else(|| parts::balance(scope, claim))
        }
        _ => None,
    }
}

/// A claim about two numbers of one unit.
fn pairs(scope: &Scope<'_, '_>, claim: usize, operation: Operation) -> Option<Checked> {
    let wanted = match operation {
        Operation::Difference if scope.counted[claim].quantity.class == "percent_point" => "percent",
        Operation::Difference => scope.counted[claim].quantity.class,
        _ => "",
    };
    let near = scope.operands(claim, scope.sentence(claim), wanted);
    let said = scope.pair_said(claim, &near);
    if let Some(found) = said.and_then(|(a, b)| {
        made(scope, claim, operation, &[a, b])
            .filter(|f| f.check.holds || operation != Operation::Ratio || !scope.retold(b, claim))
    }) {
        return Some(found);
    }
    let agreeing = |operands: &[usize]| {
        let all = operands.iter().enumerate().flat_map(|(i, &a)| operands[i + 1..].iter().map(move |&b| (a, b)));
        let mut same = all.filter(|&(a, b)| scope.same_unit(a, b) && scope.same_measure(a, b, claim));
        same.find_map(|(a, b)| made(scope, claim, operation, &[a, b]).filter(|found| found.check.holds))
    };
    if digits(scope.counted[claim].quantity.value?) < TELLING_DIGITS {
        return None;
    }
    agreeing(&near).or_else(|| agreeing(&scope.operands(claim, scope.two_sentences(claim), wanted)))
}

/// "A 가운데 B(n%)", "B로, A의 n%".
fn share(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let near = scope.operands(claim, scope.sentence(claim), "");
    let (part, whole) = scope.share_said(claim, &near)?;
    made(scope, claim, Operation::Share, &[part, whole])
}

/// "A, B, C를 합한 총액은 n", "A와 B 등 …" is no list to add up.
fn total(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let (addends, complete) = scope.addends(claim)?;
    let found = made(scope, claim, Operation::Sum, &addends)?;
    let off = (found.check.computed - found.check.claimed).abs();
    (found.check.holds || complete && off <= NEAR_TOTAL * found.check.claimed.abs()).then_some(found)
}

/// The check of a claim with these operands, if its numbers can decide it.
fn made(scope: &Scope<'_, '_>, claim: usize, operation: Operation, operands: &[usize]) -> Option<Checked> {
    let claimed = &scope.counted[claim];
    let value = claimed.quantity.value?.abs();
    let mut ordered: Vec<usize> = operands.to_vec();
    operation.order(&mut ordered, |i| scope.counted[i].quantity.value.unwrap_or(0.0), scope.changes(claim));
    let printed: Vec<Interval> = ordered.iter().map(|&i| Interval::printed(&scope.counted[i])).collect();
    let computed = operation.apply(&printed)?;
    let claim_interval = Interval::claimed(claimed);
    let holds = computed.touches(claim_interval);
    let near = computed.middle / value < NEAR_FACTOR && value / computed.middle < NEAR_FACTOR;
    // Three digits met in the middle are no chance, however wide the operands are printed (8만 of 3만 is 167% more).
    let met = claim_interval.holds(computed.middle) && digits(value) >= FOUND_DIGITS;
    let decidable = met || computed.width() <= (DECIDABLE_WIDTHS * claim_interval.width()).max(DECIDABLE_SHARE * value);
    let bounded = claimed.quantity.min.is_some() || claimed.quantity.max.is_some() || claimed.quantity.approx;
    if !near || !decidable || !holds && bounded {
        return None;
    }
    let place = |i: &usize| scope.passage.place(scope.counted[*i].at);
    let check = Check {
        op: operation.name(),
        operands: ordered.iter().map(place).collect(),
        values: ordered.iter().filter_map(|&i| scope.counted[i].quantity.value).collect(),
        claimed: claimed.quantity.value?,
        computed: computed.middle,
        holds,
    };
    Some(Checked { claimed: claimed.at, check })
}

/// Decimals that an article prints at most.
const DECIMALS_MAX: u32 = 9;

/// Significant digits of a printed value.
fn digits(value: f64) -> u32 {
    let mut scaled = value.abs();
    for _ in 0..DECIMALS_MAX {
        if (scaled - scaled.round()).abs() <= scaled * f64::EPSILON * 8.0 {
            break;
        }
        scaled *= 10.0;
    }
    let mut whole = scaled.round() as u64;
    while whole > 0 && whole.is_multiple_of(10) {
        whole /= 10;
    }
    whole.checked_ilog10().map_or(0, |log| log + 1)
}
