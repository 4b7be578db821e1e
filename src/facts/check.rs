//! Sums done again with the article's own numbers: ratios, changes in percent, differences, shares, totals.
//! In: the quantities of a passage with what they measure. Out: at most one check a claim. Silence beats a wrong alarm: a
//! check says "does not hold" only where the sentence itself says which numbers the claim is made of.

use super::passage::{Passage, Stretch};
use super::quantity::Counted;
use super::{Check, Place};
use crate::lang::{CheckWords, LangPack};

mod article;
mod change;
mod compared;
mod courses;
mod english;
mod fitted;
mod levels;
mod moved;
mod operation;
mod parts;
mod scope;
mod shares;
mod wholes;

use article::Article;
use operation::{Change, Interval, Operation};
use scope::Scope;

/// A check and where its claim stands.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    pub(crate) claimed: Place,
    pub(crate) check: Check,
    /// Whether the claim is the result with its digits cut, not rounded.
    cut: bool,
}

impl Checked {
    /// Whether a total is off by so little that it is the total of these.
    fn is_near(&self) -> bool {
        self.is_within(NEAR_TOTAL) || (self.check.computed - self.check.claimed).abs() <= NEAR_COUNT
    }

    /// Whether the claim is off by no more than this share of it.
    fn is_within(&self, share: f64) -> bool {
        (self.check.computed - self.check.claimed).abs() <= share * self.check.claimed.abs()
    }
}

/// A claim further off than this factor is not a slip but another reading of the sentence.
const NEAR_FACTOR: f64 = 2.0;
/// A total further off than this share is the total of something else.
const NEAR_TOTAL: f64 = 0.15;
/// Unless it is off by no more than this.
const NEAR_COUNT: f64 = 3.0;
/// A whole whose parts are said to be all may be off by this share of it.
const NEAR_WHOLE: f64 = 0.25;
/// Parts of a list that is not said to be complete whose sum is no smaller than its total: of two one may hold the other.
const LISTED_MIN: usize = 3;
/// A result that can be this many times wider than the claim is printed decides nothing (0.4% to 0.5% is 0 to 57% more).
const DECIDABLE_WIDTHS: f64 = 8.0;
/// Or this share of the claim, whichever is more.
const DECIDABLE_SHARE: f64 = 0.05;
/// Significant digits from which agreement by chance is rare enough to look further than the sentence.
const TELLING_DIGITS: u32 = 2;

/// Significant digits from which agreement by chance can be left out of account.
const FOUND_DIGITS: u32 = 3;

/// The checks of an article by its passages and their quantities, each claim at most once.
/// `dates` gives what other numbers of a passage belong to.
pub(crate) fn find(
    passages: &[Passage<'_>],
    counted: &[Vec<Counted>],
    dates: impl Fn(&Passage<'_>) -> Vec<Stretch>,
    lang: &LangPack,
) -> Vec<Checked> {
    let scope = |(passage, counted)| Scope { passage, counted, lang };
    let leads = !lang.sum_words.rise.text.is_empty();
    let bare = passages.iter().zip(counted).filter(|_| leads);
    let bare: Vec<Vec<Counted>> =
        bare.map(|(passage, counted)| english::with_bare(passage, counted, &dates(passage), lang)).collect();
    let counted = if leads { &bare } else { counted };
    let scopes: Vec<Scope<'_, '_>> = passages.iter().zip(counted.iter().map(Vec::as_slice)).map(scope).collect();
    if leads {
        return once(english::find(&Article::new(&scopes, &[])));
    }
    let told = |scope: &Scope<'_, '_>| (0..scope.counted.len()).filter_map(|claim| check(scope, claim)).collect();
    let mut all: Vec<Checked> = scopes.iter().flat_map(|scope| Vec::into_iter(told(scope))).collect();
    let article = Article::new(&scopes, &all);
    let kinds = [
        moved::find,
        shares::find,
        shares::rate_before,
        compared::find,
        wholes::find,
        wholes::listed,
        wholes::joint,
        fitted::find,
    ];
    further(&article, &mut all, |claim| {
        let found = kinds.iter().find_map(|kind| kind(&article, claim))?;
        // Before a claim is called wrong: do other numbers near give it?
        let other = || fitted::find(&article, claim);
        Some(if found.check.holds { found } else { other().unwrap_or(found) })
    });
    let shares = article.pairs(all.iter(), Operation::Share);
    further(&article, &mut all, |claim| shares::like(&article, claim, &shares));
    let changes = article.pairs(all.iter(), Operation::Difference);
    further(&article, &mut all, |claim| compared::again(&article, claim, &changes));
    once(all)
}

/// Adds the checks of the claims that have none yet.
fn further(article: &Article<'_, '_>, all: &mut Vec<Checked>, kind: impl Fn(usize) -> Option<Checked>) {
    for claim in 0..article.len() {
        if all.iter().all(|known| known.claimed != article.place(claim)) {
            all.extend(kind(claim));
        }
    }
}

/// Without what says another check again: 5 + 3 = 8 and 8 - 3 = 5 are one sum.
fn once(all: Vec<Checked>) -> Vec<Checked> {
    let has = |found: &Checked, place: &Place| found.claimed == *place || found.check.operands.contains(place);
    let again = |known: &Checked, found: &Checked| {
        let same = known.check.operands.len() == found.check.operands.len() && has(known, &found.claimed);
        same && found.check.operands.iter().all(|place| has(known, place))
    };
    let mut kept: Vec<Checked> = Vec::new();
    for found in all {
        if !kept.iter().any(|known| again(known, &found)) {
            kept.push(found);
        }
    }
    kept
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
        // "20대(30.4%→20.2%)": the change of a share is told in points.
        let points = quantity.class == "percent_point" && scope.counted[from].quantity.class == "percent";
        if operation == Operation::Difference && !points && !scope.same_unit(claim, from) {
            return None;
        }
        return made(scope, claim, operation, &[from, to]);
    }
    if scope.beside_arrow(claim) {
        return None;
    }
    match quantity.class {
        "count" | "money" | "mass" | "length" | "area" | "duration" => total(scope, claim)
            .or_else(|| parts::remainder(scope, claim))
            .or_else(|| parts::split(scope, claim))
            .or_else(|| parts::balance(scope, claim)),
        _ => None,
    }
}

/// "A, B, C를 합한 총액은 n", "A와 B 등 …" is no list to add up.
fn total(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let (addends, complete) = scope.addends(claim)?;
    let found = made(scope, claim, Operation::Sum, &addends)?;
    // "국비 142억원, 도비 38억원, 시비 95억원 등 265억원": what a list leaves out makes no total smaller.
    let beyond = addends.len() >= LISTED_MIN && found.check.computed > found.check.claimed;
    (found.check.holds || (complete || beyond) && found.is_near()).then_some(found)
}

/// The check of a claim with these operands, if its numbers can decide it.
fn made(scope: &Scope<'_, '_>, claim: usize, operation: Operation, operands: &[usize]) -> Option<Checked> {
    let operands: Vec<Operand<'_, '_>> = operands.iter().map(|&i| (scope.passage, &scope.counted[i])).collect();
    made_of(scope, claim, operation, &operands, scope.direction(claim))
}

/// A number that a claim may be made of, with its passage.
type Operand<'a, 'p> = (&'a Passage<'p>, &'a Counted);

/// The same with operands that may stand in other passages.
fn made_of(
    scope: &Scope<'_, '_>,
    claim: usize,
    operation: Operation,
    operands: &[Operand<'_, '_>],
    change: Option<Change>,
) -> Option<Checked> {
    let claimed = &scope.counted[claim];
    let value = claimed.quantity.value?.abs();
    let mut ordered: Vec<Operand<'_, '_>> = operands.to_vec();
    operation.order(&mut ordered, |(_, operand)| operand.quantity.value.unwrap_or(0.0), value, change);
    let printed: Vec<Interval> = ordered.iter().map(|(_, operand)| Interval::printed(operand)).collect();
    let computed = operation.apply(&printed)?;
    let claim_interval = Interval::claimed(claimed, operation);
    let cut = !computed.touches(claim_interval) && is_cut(claimed, computed);
    let holds = computed.touches(claim_interval) || cut;
    let near = computed.middle / value < NEAR_FACTOR && value / computed.middle < NEAR_FACTOR;
    // What is met in the middle is told, however wide the operands are printed (27억 원 are 4.5 times 6억 원, 8만 of 3만 167% more).
    let met = claim_interval.holds(computed.middle);
    let decidable = met || computed.width() <= (DECIDABLE_WIDTHS * claim_interval.width()).max(DECIDABLE_SHARE * value);
    if !near || !(decidable || computed.distance(claim_interval) >= claim_interval.width()) {
        return None;
    }
    if !holds {
        let whole = ordered.last().and_then(|(_, operand)| operand.quantity.value);
        let of_ten = operation == Operation::Share && whole.is_some_and(|whole| whole <= OF_TEN);
        let rounded: Vec<Interval> = ordered.iter().map(|(_, operand)| Interval::rounded(operand, of_ten)).collect();
        let widest = operation.apply(&rounded)?;
        if widest.touches(claim_interval) || !is_denied(claimed, computed, claim_interval) {
            return None;
        }
    }
    let check = Check {
        op: operation.name(),
        operands: ordered.iter().map(|(passage, operand)| passage.place(operand.at)).collect(),
        values: ordered.iter().filter_map(|(_, operand)| operand.quantity.value).collect(),
        claimed: claimed.quantity.value?,
        computed: computed.middle,
        holds,
    };
    Some(Checked { claimed: scope.passage.place(claimed.at), check, cut })
}

/// "10명 중 7명(70.4%)": a share told in round words.
const OF_TEN: f64 = 10.0;

/// Whether two parts are halves of a whole ("찬성", "반대") by what they are called: `named` says whether one of them is called so.
fn are_halves(words: &CheckWords, named: &dyn Fn(&str) -> bool) -> bool {
    words.halves.iter().filter_map(|pair| pair.split_once('·')).any(|(a, b)| named(a) && named(b))
}

/// "6.4배" of 6.46: digits of ratios and shares are cut as often as rounded (5 of 12 in news sentences whose sums did not hold); of
/// less than two digits nothing is cut.
fn is_cut(claimed: &Counted, computed: Interval) -> bool {
    let (value, step) = (claimed.quantity.value.unwrap_or(0.0).abs(), claimed.step);
    let divided = matches!(claimed.quantity.class, "ratio" | "percent");
    divided && value >= CUT_STEPS * step && (value..value + step).contains(&computed.middle)
}

/// Steps of its last digit that a number of two digits has.
const CUT_STEPS: f64 = 10.0;

/// Whether a result that is not the claim denies it: what is "about" so much can be less or more, "at least" is denied by less.
fn is_denied(claimed: &Counted, computed: Interval, claim: Interval) -> bool {
    let quantity = &claimed.quantity;
    match (quantity.min, quantity.max) {
        _ if quantity.approx => computed.distance(claim) > ABOUT_OFF * claim.middle,
        (None, None) => true,
        (Some(_), None) => computed.is_below(claim),
        (None, Some(_)) => claim.is_below(computed),
        _ => false,
    }
}

/// What is "about" so much, and off by more than this share of it, is wrong.
const ABOUT_OFF: f64 = 0.15;

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
