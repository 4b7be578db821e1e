//! Sums where the words stand before the number: "rose 4% to $52m from $50m a year earlier". In: the numbers of an article in a
//! row, bare ones with them. Out: at most one check a claim. What agrees is told where words lead to the numbers; "does not
//! hold" only where they leave no other numbers.

use super::article::Article;
use super::operation::{Change, Operation};
use super::{Checked, TELLING_DIGITS, digits, further};
use crate::facts::Place;
use crate::text::order;
use cue::Cues;
use shares::shared;
use totals::{left, rested, totalled, unsaid};

mod cue;
mod numbers;
mod shares;
mod totals;

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
/// Words between a multiple and the number that it is of at most ("of the").
const NEXT_WORDS: usize = 2;

/// The checks of an article.
pub(super) fn find(article: &Article<'_, '_>) -> Vec<Checked> {
    let cues = Cues::new(article);
    let kinds = [compared, apart, shared, left, rested, totalled];
    let mut all: Vec<Checked> =
        (0..article.len()).filter_map(|claim| kinds.iter().find_map(|kind| kind(article, &cues, claim))).collect();
    further(article, &mut all, |claim| unsaid(article, &cues, claim));
    let changes = article.pairs(all.iter(), Operation::Difference);
    further(article, &mut all, |claim| again(article, &cues, claim, &changes));
    // "30%, short of the target of 35%": what numbers give and what they do not give is not both told.
    let said = |found: &Checked| (found.check.op, found.check.operands.clone());
    let agreeing: Vec<(&str, Vec<Place>)> = all.iter().filter(|found| found.check.holds).map(said).collect();
    all.retain(|found| found.check.holds || !agreeing.contains(&said(found)));
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
        "count" | "money" | "mass" | "length" | "area" | "other" | "duration" => {
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
    // "Two-thirds of the 214 members".
    if next.is_some_and(|next| article.past(claim, next).split_whitespace().count() <= NEXT_WORDS && cues.of(claim).of) {
        bases.clear();
    }
    bases.extend(next.filter(|next| !bases.contains(next)));
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for &base in &bases {
        let close = |t: usize| article.value(t).max(article.value(base)) < APART_MAX * article.value(t).min(article.value(base));
        let is_topic = |t: usize| cues.is_topic(t, base) || close(t) && cues.is_first(t, base, &near);
        let alike = |&t: &usize| t != base && article.alike(t, base) && is_topic(t);
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
    // "Net income rose to $310 million from $287 million. Revenue rose 8% to $2.3 billion": what it came to is told.
    let to = near.iter().copied().find(|&i| i == claim + 1 && cues.of(i).reached && article.sentence(i) == here);
    pairs.retain(|pair| to.is_none_or(|to| pair.contains(&to) || !article.alike(to, pair[0])));
    let made = |pair: &[usize; 2]| article.made_as(claim, (operation, cues.of(claim).change), pair);
    let tied = |pair: &[usize; 2]| pair.iter().any(|&i| article.sentence(i) == here) || cues.of(claim).back;
    let telling = digits(article.value(claim)) >= TELLING_DIGITS;
    let exact = |found: &Checked| found.is_within(EXACT_OFF);
    let agreeing = pairs.iter().filter_map(|pair| Some((tied(pair), made(pair).filter(|found| found.check.holds)?)));
    let agrees = agreeing.filter(|(tied, found)| telling || *tied || exact(found)).map(|(_, found)| found).next();
    if agrees.is_some() {
        return agrees;
    }
    if let Some(found) = risen(article, cues, claim, operation, &near) {
        return Some(found);
    }
    // "Returned $3.4 billion, twice what it paid in dividends. They amounted to $1.7 billion".
    let free = |topic: usize| near.iter().filter(move |&&i| i > claim && article.alike(i, topic)).map(move |&i| [topic, i]);
    let topic = near.iter().copied().rfind(|&i| i < claim && article.sentence(i) == here && cues.of(claim).compares);
    let times = topic.into_iter().flat_map(free).filter(|_| operation == Operation::Ratio);
    if let Some(found) = times.filter_map(|pair| made(&pair)).find(exact) {
        return Some(found);
    }
    // Wrong is what the one number of the sentence of the only base denies, or the one told before it.
    pairs.retain(|pair| pair.iter().all(|&i| article.sentence(i).abs_diff(here) <= DENIED_SENTENCES) && made(pair).is_some());
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

/// "Will be raised by 600 won to 5,400 won. It currently stands at 4,800 won": a change to what is told right behind it, from what
/// the sentence before or behind tells.
fn risen(article: &Article<'_, '_>, cues: &Cues, claim: usize, operation: Operation, near: &[usize]) -> Option<Checked> {
    let to = near.iter().copied().find(|&i| i == claim + 1 && cues.of(i).reached)?;
    let next = |&i: &usize| article.sentence(i).abs_diff(article.sentence(claim)) == 1 && article.alike(i, to);
    let telling = digits(article.value(claim)) >= TELLING_DIGITS || operation == Operation::Difference;
    let made = |from: usize| article.made_as(claim, (operation, cues.of(claim).change), &[to, from]);
    near.iter().copied().filter(next).filter_map(made).find(|found| found.check.holds && telling)
}

/// "Profit climbed 18% as sales grew from $1.2bn": whether a clause of its own stands between a claim and its numbers.
fn is_parted(article: &Article<'_, '_>, claim: usize, pair: [usize; 2]) -> bool {
    let (first, last) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
    let between = if claim < first { article.past(claim, first) } else { article.past(last.min(claim), claim) };
    article.sum_words(claim).clauses.is_in(between)
}

/// "A majority of 253", "the increase of 0.3 points": how far the two numbers told last are apart.
fn apart(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let operation = operation(article, cues, claim).filter(|operation| *operation != Operation::Ratio)?;
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

/// "Up by 26 from the 260 of a year earlier, a gain of 15%": the change that was told last, in per cent.
fn again(article: &Article<'_, '_>, cues: &Cues, claim: usize, changes: &[(usize, [usize; 2])]) -> Option<Checked> {
    let percent = article.quantity(claim).class == "percent" && cues.of(claim).change.is_some();
    let (told, pair) = changes.iter().rfind(|(told, _)| *told < claim).filter(|_| percent)?;
    let far = article.sentence(claim) - article.sentence(*told);
    let same = cues.of(*told).change == cues.of(claim).change;
    let linked = same && (far == 0 || far <= DENIED_SENTENCES && cues.of(claim).back);
    linked.then(|| article.made_as(claim, (Operation::PercentChange, cues.of(claim).change), pair)).flatten()
}
