//! What a number says of growing or shrinking: by how much, from what, to what.

use super::operation::Change;
use super::scope::Scope;
use crate::facts;

/// The change that a quantity tells, if it tells one.
pub(super) fn told(scope: &Scope<'_, '_>, claim: usize) -> Option<facts::Change> {
    let quantity = &scope.counted[claim].quantity;
    let direction = scope.changes(claim).filter(|_| !scope.beside_arrow(claim))?;
    let value = |i: usize| scope.counted[i].quantity.value;
    let after = scope.after(claim, 2);
    let level = quantity.class != "ratio" && (after.starts_with('로') || after.starts_with("으로"));
    let (from, to) = if level {
        (scope.level_before(claim).and_then(value), quantity.value)
    } else {
        let near = scope.operands(claim, scope.sentence(claim), wanted(quantity.class));
        let pair = scope.arrow_after(claim).or_else(|| scope.pair_said(claim, &near));
        let values = pair.and_then(|(a, b)| Some((value(a)?, value(b)?)));
        let (low, high) = values.map_or((None, None), |(a, b)| (Some(a.min(b)), Some(a.max(b))));
        let told = if direction == Change::Rise { (low, high) } else { (high, low) };
        (told.0.or_else(|| scope.base_before(claim, &near).and_then(value)), told.1)
    };
    // A rise to less than before is another sentence's verb.
    let fits = from.zip(to).is_none_or(|(from, to)| if direction == Change::Rise { to >= from } else { to <= from });
    let factor = factor(quantity, direction, from.zip(to));
    let direction = if direction == Change::Rise { "rise" } else { "fall" };
    fits.then_some(facts::Change { direction, from, to, factor })
}

/// How many times the value before the value after is: as said ("3배로", "20% 줄어"), or by both values.
fn factor(quantity: &facts::Quantity, direction: Change, values: Option<(f64, f64)>) -> Option<f64> {
    let told = match quantity.class {
        "ratio" => quantity.value,
        "percent" if direction == Change::Rise => quantity.value.map(|percent| 1.0 + percent.abs() / 100.0),
        "percent" => quantity.value.map(|percent| 1.0 - percent.abs() / 100.0).filter(|factor| *factor >= 0.0),
        _ => None,
    };
    let computed = || values.filter(|(from, _)| *from != 0.0).map(|(from, to)| to / from);
    // A percentage that is itself the level ("13%에서 15%로") is no share of the value before.
    let level = quantity.class == "percent" && values.is_some_and(|(_, to)| Some(to) == quantity.value);
    told.filter(|_| !level).or_else(computed)
}

/// The class of the numbers that a change of this class is between.
fn wanted(class: &'static str) -> &'static str {
    match class {
        "percent_point" => "percent",
        "percent" | "ratio" => "",
        class => class,
    }
}

impl Scope<'_, '_> {
    /// "1200대에서 4200대로", "13.3%보다 높은 15.1%로": the value before a new one.
    fn level_before(&self, claim: usize) -> Option<usize> {
        let start = self.counted[claim].at.start;
        let near = self.operands(claim, self.sentence(claim), self.counted[claim].quantity.class);
        let near: Vec<usize> =
            near.into_iter().filter(|&i| self.counted[i].at.end <= start && self.same_unit(i, claim)).collect();
        self.base_before(claim, &near)
    }

    /// The last of these numbers before the claim, if the words after it make it what the change begins with.
    fn base_before(&self, claim: usize, near: &[usize]) -> Option<usize> {
        let start = self.counted[claim].at.start;
        let before = *near.iter().rfind(|&&i| self.counted[i].at.end <= start && !self.retold(i, claim))?;
        let next = self.past_bracket(before, claim);
        let words = &self.lang.check_words;
        words.from.iter().chain(words.than).any(|word| next.trim_start_matches([')', ' ']).starts_with(word)).then_some(before)
    }
}
