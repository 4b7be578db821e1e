//! Sums where the words stand before the number: "rose 4% to $52m from $50m a year earlier". In: the numbers of an article in a
//! row, bare ones with them. Out: at most one check a claim. What agrees is told where words lead to the numbers; "does not
//! hold" only where they leave no other numbers.

use super::article::Article;
use super::operation::{Change, Operation};
use super::{Checked, NEAR_TOTAL, TELLING_DIGITS, digits, fitted, further};
use crate::facts::Place;
use crate::text::order;
use cue::Cues;

mod cue;
mod numbers;

pub(super) use numbers::with_bare;

/// Sentences around a claim in which what it compares is looked for.
const NEAR_SENTENCES: usize = 3;
/// "Trebled" that is 3.002 times is no chance, wherever its numbers stand.
const EXACT_OFF: f64 = 0.01;
/// Sentences around a claim in which numbers that deny it stand.
const DENIED_SENTENCES: usize = 2;
/// Levels before a claim that are tried where no words lead to them.
const LEVELS_MAX: usize = 4;
/// Numbers of two sentences that are told to be apart: one is at most so many times the other.
const APART_MAX: f64 = 10.0;
/// Parts that make up a total which nothing calls one, at least.
const LISTED_MIN: usize = 3;
/// Sentences before a total in which its parts are told.
const LISTED_SENTENCES: usize = 3;
/// A whole whose parts are said to be all may be off by this share of it.
const NEAR_WHOLE: f64 = 0.25;
/// Parts of a whole that are told one by one at most.
const PARTS_MAX: usize = 8;

/// The checks of an article.
pub(super) fn find(article: &Article<'_, '_>) -> Vec<Checked> {
    let cues = Cues::new(article);
    let kinds = [compared, apart, shared, left, rested, totalled];
    let mut all: Vec<Checked> =
        (0..article.len()).filter_map(|claim| kinds.iter().find_map(|kind| kind(article, &cues, claim))).collect();
    further(article, &mut all, |claim| unsaid(article, &cues, claim));
    // "30%, short of the target of 35%": what numbers give and what they do not give is not both told.
    let agreeing: Vec<Vec<Place>> = all.iter().filter(|f| f.check.holds).map(|f| f.check.operands.clone()).collect();
    all.retain(|found| found.check.holds || !agreeing.contains(&found.check.operands));
    all
}

/// What a claim that tells a change or a multiple does with two numbers.
fn operation(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Operation> {
    let quantity = article.quantity(claim);
    quantity.value.filter(|value| *value > 0.0)?;
    match quantity.class {
        "ratio" => cues.of(claim).compares.then_some(Operation::Ratio),
        "percent_point" => Some(Operation::Difference),
        "percent" => cues.of(claim).change.map(|_| Operation::PercentChange),
        "count" | "money" | "mass" | "length" | "area" | "other" => {
            (cues.of(claim).change.is_some() || cues.of(claim).gap).then_some(Operation::Difference)
        }
        _ => None,
    }
}

/// Whether a number is a level that this operation can take.
fn is_level(article: &Article<'_, '_>, cues: &Cues, i: usize, claim: usize, operation: Operation) -> bool {
    article.fits(i, claim, operation) && cues.of(i).change.is_none() && !cues.of(i).gap
}

/// "Rose 4% to $52m from $50m", "it was 4.1% in the previous quarter": a level and what it is compared with.
fn compared(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let operation = operation(article, cues, claim)?;
    let level = |&i: &usize| is_level(article, cues, i, claim, operation);
    let here = article.sentence(claim);
    let near: Vec<usize> = article.around(claim, NEAR_SENTENCES).filter(level).collect();
    let mut bases: Vec<usize> = near.iter().copied().filter(|&b| cues.of(b).base).collect();
    // "Twice what the gauge caught (71mm)", "3,118 ahead of Hatch, on 18,186": the number that follows.
    let next = article.near_behind(claim, 0).find(|i| near.contains(i)).filter(|_| cues.of(claim).compares);
    bases.extend(next.filter(|next| !bases.contains(next)));
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for &base in &bases {
        let alike = |&t: &usize| t != base && article.alike(t, base) && cues.is_topic(t, base);
        let own = |t: usize| article.sentence(t) == article.sentence(base);
        let mut topics: Vec<usize> = near.iter().copied().filter(alike).collect();
        // "From £48,200 to £52,056": what follows in the sentence; else what was told last before, here or in another sentence.
        let led = |t: usize| t > base && own(t) && cues.of(t).reached;
        let far = |t: usize| usize::from(!led(t)) << 2 | usize::from(!own(t)) << 1 | usize::from(t > base);
        order::by(&mut topics, |&t| (far(t), t.abs_diff(base)));
        // What stands before the number that follows a comparison is compared.
        let most = if Some(base) == next { 1 } else { LEVELS_MAX };
        pairs.extend(topics.into_iter().filter(|&t| Some(base) != next || t < claim).take(most).map(|topic| [topic, base]));
    }
    let made = |pair: &[usize; 2]| article.made_as(claim, (operation, cues.of(claim).change), pair);
    let tied = |pair: &[usize; 2]| pair.iter().any(|&i| article.sentence(i) == here) || cues.of(claim).back;
    let telling = digits(article.value(claim)) >= TELLING_DIGITS;
    let exact = |found: &Checked| (found.check.computed - found.check.claimed).abs() <= EXACT_OFF * found.check.claimed;
    let agreeing = pairs.iter().filter_map(|pair| Some((tied(pair), made(pair).filter(|found| found.check.holds)?)));
    let agrees = agreeing.filter(|(tied, found)| telling || *tied || exact(found)).map(|(_, found)| found).next();
    if agrees.is_some() {
        return agrees;
    }
    // Wrong is what the one number of the sentence of the only base denies, or the one told before it.
    pairs.retain(|pair| pair.iter().all(|&i| article.sentence(i).abs_diff(here) <= DENIED_SENTENCES));
    let own = |pair: &[usize; 2]| article.sentence(pair[0]) == article.sentence(pair[1]);
    let kind = |pair: &[usize; 2]| match () {
        () if own(pair) && article.sentence(pair[0]) == here => 0,
        () if own(pair) => 1,
        () if pair[0] < pair[1] => 2,
        () => 3,
    };
    let best = pairs.iter().map(kind).min()?;
    let mut likely = pairs.iter().filter(|pair| kind(pair) == best);
    let pair = *likely.next().filter(|_| likely.next().is_none())?;
    let grew = article.value(pair[0]) > article.value(pair[1]);
    // "$248 million, $73 million less": said of what others are compared with.
    let fits = pair[1] + 1 == claim || cues.of(claim).change.is_none_or(|change| (change == Change::Rise) == grew);
    // "The number has doubled": what it was is told in the sentence, if it is told.
    let told = article.sentence(pair[1]) == here && article.sentence(pair[0]).abs_diff(here) <= 1;
    let fits = fits && (!cues.of(claim).verb || told);
    (tied(&pair) && fits && !is_parted(article, claim, pair)).then(|| made(&pair)).flatten()
}

/// "Profit climbed 18% as sales grew from $1.2bn": whether a clause of its own stands between a claim and its numbers.
fn is_parted(article: &Article<'_, '_>, claim: usize, pair: [usize; 2]) -> bool {
    let (first, last) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
    let between = if claim < first { article.past(claim, first) } else { article.past(last.min(claim), claim) };
    article.sum_words(claim).clauses.is_in(between)
}

/// "A majority of 253", "the increase of 0.3 points": how far the two numbers told last are apart.
fn apart(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let operation = operation(article, cues, claim)?;
    let level = |&i: &usize| is_level(article, cues, i, claim, operation);
    let before: Vec<usize> = article.near_before(claim, NEAR_SENTENCES).filter(level).take(LEVELS_MAX).collect();
    let telling = digits(article.value(claim)) >= TELLING_DIGITS || operation == Operation::Difference && cues.of(claim).gap;
    for (at, &a) in before.iter().enumerate() {
        for &b in before[..at].iter().filter(|&&b| article.alike(a, b)) {
            let change = cues.of(claim).change;
            let found = article.made_as(claim, (operation, change), &[b, a]).filter(|found| found.check.holds && telling);
            if found.is_some() {
                return found;
            }
        }
    }
    let alike: Vec<usize> = before.iter().copied().filter(|&i| article.alike(i, before[0])).collect();
    let &[b, a] = &alike[..] else { return None };
    // "Spent £31.4m … a salary of £215,000 … a deficit of £40m".
    let (low, high) = (article.value(a).min(article.value(b)), article.value(a).max(article.value(b)));
    let together = article.sentence(a) == article.sentence(b) || high < APART_MAX * low;
    article.made(claim, operation, &[b, a]).filter(|_| cues.of(claim).gap && together)
}

/// "18,204 of the county's 52,300 voters: a turnout of 34.8%", "of these, 161,080 were children's, or 40%".
fn shared(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let quantity = article.quantity(claim);
    let operation = match quantity.class {
        "percent" if cues.of(claim).change.is_none() => Operation::Share,
        "ratio" if quantity.value.is_some_and(|value| value < 1.0) => Operation::Ratio,
        _ => return None,
    };
    let level = |&i: &usize| article.fits(i, claim, Operation::Share) && cues.of(i).change.is_none();
    let larger = |w: usize, p: usize| article.alike(w, p) && article.value(w) > article.value(p);
    let mut sure: Vec<[usize; 2]> = Vec::new();
    let mut free: Vec<[usize; 2]> = Vec::new();
    let near: Vec<usize> = article.around(claim, 1).filter(level).collect();
    for &part in &near {
        let own = |i: usize| article.sentence(i) == article.sentence(part);
        let next = near.iter().copied().find(|&w| w > part && own(w) && larger(w, part) && cues.is_of(part, w));
        let first = || near.iter().rev().copied().find(|&w| w < part && own(w) && larger(w, part) && cues.of(w).whole);
        let told = || {
            let wholes =
                article.near_before(part, DENIED_SENTENCES).filter(|&w| level(&w) && larger(w, part) && !cues.of(w).base);
            let wholes: Vec<usize> = wholes.collect();
            // "1,141 opposed it, which is 35%".
            let last = part + 1 == claim && cues.of(claim).is && wholes.len() == 1;
            wholes.first().copied().filter(|_| cues.of(part).among || last)
        };
        match next.or_else(first).or_else(told) {
            Some(whole) => sure.push([part, whole]),
            // "2,300 (72.33%) out of 3,180": the part stands right beside its share.
            None if cues.is_beside(article, part, claim) => {
                free.extend(near.iter().filter(|&&w| w != part && larger(w, part)).map(|&w| [part, w]));
            }
            None => {}
        }
    }
    let made = |pair: &[usize; 2]| article.made(claim, operation, pair);
    let agrees = |pairs: &[[usize; 2]]| pairs.iter().filter_map(made).find(|found| found.check.holds);
    let telling = digits(article.value(claim)) >= TELLING_DIGITS;
    if let Some(found) = agrees(&sure).or_else(|| agrees(&free).filter(|_| telling)) {
        return Some(found);
    }
    let &[pair] = &sure[..] else { return None };
    // "31 pitches, half of them sliders".
    let behind = pair.iter().all(|&i| i < claim) && cues.of(claim).share && !cues.of(claim).of;
    behind.then(|| made(&pair)).flatten()
}

/// "874 of the 1,120 have returned. The rest, 246, …": what is left of a whole without its part.
fn left(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let alike = |&i: &usize| article.fits(i, claim, Operation::Difference) && article.alike(i, claim);
    let mut told = article.near_before(claim, 1).filter(alike);
    let (b, a) = (told.next().filter(|_| cues.of(claim).rest)?, told.next()?);
    let linked = cues.is_of(a, b) || cues.of(a).whole;
    let found = article.made(claim, Operation::Difference, &[a, b])?;
    (linked || found.check.holds && digits(article.value(claim)) >= TELLING_DIGITS).then_some(found)
}

/// "The remaining $16.5 million": the parts of a whole that was told before them.
fn rested(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let near = article.near_behind(claim, NEAR_SENTENCES).filter(|&i| article.alike(i, claim) && !cues.of(i).base);
    let near: Vec<usize> = near.collect();
    let last = near.iter().position(|&i| cues.of(i).rest).filter(|_| is_added(article, claim))?;
    let parts = &near[..=last];
    let whole = parts.iter().all(|&i| article.value(i) < article.value(claim) && cues.of(i).change.is_none());
    let fits = (2..=PARTS_MAX).contains(&parts.len()) && whole && cues.of(claim).change.is_none();
    let found = fits.then(|| article.made(claim, Operation::Sum, parts)).flatten()?;
    // A part of a larger whole is none.
    let larger = |&i: &usize| article.alike(i, claim) && article.value(i) > article.value(claim);
    let part = article.near_before(claim, NEAR_SENTENCES).any(|i| larger(&i));
    (found.check.holds || !part && found.is_within(NEAR_WHOLE)).then_some(found)
}

/// "$75,000, plus $25,000, for a total of $100,000", "between them they polled 2,650 votes".
fn totalled(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    if !is_added(article, claim) || !cues.of(claim).total {
        return None;
    }
    let part = |&i: &usize| article.fits(i, claim, Operation::Difference) && cues.of(i).change.is_none() && !cues.of(i).base;
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
fn unsaid(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let free = cues.of(claim).change.is_none() && !cues.of(claim).gap && is_added(article, claim);
    let behind = |ahead: usize| -> Vec<usize> {
        let near = article.near_behind(claim, ahead).filter(|&i| article.sentence(i) == article.sentence(claim) + ahead);
        near.filter(|&i| article.alike(i, claim) && cues.of(i).change.is_none()).collect()
    };
    // All the numbers of a sentence: "$27.8m in hand. Individuals gave $14.9m, foundations $8.4m and the state $4.5m".
    let listed = || {
        let parts = [behind(0), behind(1)].into_iter().find(|parts| !parts.is_empty())?;
        let whole = (LISTED_MIN..=PARTS_MAX).contains(&parts.len()) && digits(article.value(claim)) >= TELLING_DIGITS;
        whole.then(|| article.made(claim, Operation::Sum, &parts)).flatten().filter(|found| found.check.holds)
    };
    if let Some(found) = free.then(listed).flatten() {
        return Some(found);
    }
    let found = free.then(|| fitted::total(article, claim)).flatten()?;
    // Two of one price are a list of prices.
    let values = &found.check.values;
    values.iter().any(|value| *value != values[0]).then_some(found)
}
