//! Parts and totals where words stand before the number: "a total of $100,000", "the remaining $16.5 million".

use super::NEAR_SENTENCES;
use super::cue::Cues;
use crate::facts::check::article::Article;
use crate::facts::check::operation::Operation;
use crate::facts::check::{Checked, FOUND_DIGITS, NEAR_TOTAL, NEAR_WHOLE, TELLING_DIGITS, digits, fitted};

/// Parts that make up a total which nothing calls one, at least.
const LISTED_MIN: usize = 3;
/// Sentences before a total in which its parts are told.
const LISTED_SENTENCES: usize = 3;
/// Parts of a whole that are told one by one at most.
const PARTS_MAX: usize = 8;

/// "874 of the 1,120 have returned. The rest, 246, …": what is left of a whole without its part.
pub(super) fn left(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let alike = |&i: &usize| article.fits(i, claim, Operation::Difference) && article.alike(i, claim);
    let mut told = article.near_before(claim, 1).filter(alike);
    let (b, a) = (told.next().filter(|_| cues.of(claim).rest)?, told.next()?);
    let linked = cues.is_of(a, b) || cues.of(a).whole;
    let found = article.made(claim, Operation::Difference, &[a, b])?;
    (linked || found.check.holds && digits(article.value(claim)) >= TELLING_DIGITS).then_some(found)
}

/// "The remaining $16.5 million": the parts of a whole that was told before them.
pub(super) fn rested(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let near = article.near_behind(claim, NEAR_SENTENCES).filter(|&i| article.alike(i, claim) && !cues.is_told_base(i));
    let near: Vec<usize> = near.collect();
    let last = near.iter().position(|&i| cues.of(i).rest).filter(|_| is_added(article, claim))?;
    let parts = &near[..=last];
    let free = |i: usize| cues.of(i).change.is_none() || cues.of(i).rest;
    let whole = parts.iter().all(|&i| article.value(i) < article.value(claim) && free(i));
    // "Is to cut 520 jobs": parts that are no changes take it apart all the same.
    let counted = cues.of(claim).change.is_none() || article.quantity(claim).class == "count" && parts.len() >= LISTED_MIN;
    let fits = (2..=PARTS_MAX).contains(&parts.len()) && whole && counted;
    let found = fits.then(|| article.made(claim, Operation::Sum, parts)).flatten()?;
    // A part of a larger whole is none.
    let larger = |&i: &usize| article.alike(i, claim) && article.value(i) > article.value(claim);
    let part = article.near_before(claim, NEAR_SENTENCES).any(|i| larger(&i));
    (found.check.holds || !part && found.is_within(NEAR_WHOLE)).then_some(found)
}

/// "$75,000, plus $25,000, for a total of $100,000", "between them they polled 2,650 votes".
pub(super) fn totalled(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    if !is_added(article, claim) || !cues.of(claim).total {
        return None;
    }
    let level = |i: usize| cues.of(i).change.is_none() && !cues.of(i).base && !cues.of(i).gap;
    let part = |&i: &usize| article.fits(i, claim, Operation::Difference) && level(i);
    let of = |sentences: usize| -> Vec<usize> { article.near_before(claim, sentences).filter(part).collect() };
    let sum = |mut parts: Vec<usize>| {
        parts.reverse();
        let smaller = parts.iter().all(|&i| article.value(i) < article.value(claim));
        let found =
            ((2..=PARTS_MAX).contains(&parts.len()) && smaller).then(|| article.made(claim, Operation::Sum, &parts)).flatten()?;
        found.is_within(NEAR_TOTAL).then_some(found)
    };
    let found: Vec<Checked> = (0..=LISTED_SENTENCES).map(of).filter_map(sum).collect();
    found.iter().find(|found| found.check.holds).or(found.first()).cloned()
}

/// Whether a number is of a kind that parts add up to.
fn is_added(article: &Article<'_, '_>, i: usize) -> bool {
    matches!(article.quantity(i).class, "count" | "money" | "mass" | "length" | "area")
}

/// Parts that give a number to its last digit, so that chance does not explain it.
pub(super) fn unsaid(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let free = cues.of(claim).change.is_none() && !cues.of(claim).gap && is_added(article, claim);
    let alike = |&i: &usize| article.alike(i, claim) && cues.of(i).change.is_none() && !cues.of(i).gap;
    let behind = |ahead: usize| -> Vec<usize> { article.near_behind(claim, ahead).filter(alike).collect() };
    let before = |back: usize| -> Vec<usize> {
        let mut parts: Vec<usize> = article.near_before(claim, back).filter(alike).collect();
        parts.reverse();
        parts
    };
    let sum = |parts: &Vec<usize>| {
        let many = (LISTED_MIN..=PARTS_MAX).contains(&parts.len());
        many.then(|| article.made(claim, Operation::Sum, parts)).flatten()
    };
    // All the numbers of the sentences before or behind: "$27.8m in hand. Individuals gave $14.9m, foundations $8.4m and the
    // state $4.5m".
    let listed = || {
        let next = (0..=1).map(behind).map(|parts| (parts, TELLING_DIGITS));
        let far = (2..=LISTED_SENTENCES).map(behind).chain((0..=LISTED_SENTENCES).map(before));
        let lists = next.chain(far.map(|parts| (parts, FOUND_DIGITS)));
        let telling = lists.filter(|(_, least)| digits(article.value(claim)) >= *least);
        let exact = telling.filter_map(|(parts, _)| sum(&parts)).find(|found| found.check.holds);
        // "279 people in all. The first carried 64, the second 118 and the last 87."
        let denied =
            || sum(&behind(1)).filter(|found| cues.of(claim).total && behind(0).is_empty() && found.is_within(NEAR_TOTAL));
        exact.or_else(denied)
    };
    if let Some(found) = free.then(listed).flatten() {
        return Some(found);
    }
    let found = free.then(|| fitted::total(article, claim)).flatten()?;
    // Two of one price are a list of prices.
    let values = &found.check.values;
    values.iter().any(|value| *value != values[0]).then_some(found)
}
