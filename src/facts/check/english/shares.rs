//! Shares where words stand before the number: "18,204 of the county's 52,300 voters, a turnout of 34.8%".

use super::DENIED_SENTENCES;
use super::cue::Cues;
use crate::facts::check::article::Article;
use crate::facts::check::operation::Operation;
use crate::facts::check::{Checked, TELLING_DIGITS, digits};

/// "18,204 of the county's 52,300 voters: a turnout of 34.8%", "of these, 161,080 were children's, or 40%".
pub(super) fn shared(article: &Article<'_, '_>, cues: &Cues, claim: usize) -> Option<Checked> {
    let quantity = article.quantity(claim);
    let operation = match quantity.class {
        "percent" if cues.of(claim).change.is_none() => Operation::Share,
        "ratio" if quantity.value.is_some_and(|value| value < 1.0) => Operation::Ratio,
        _ => return None,
    };
    let (mut sure, mut free) = (Vec::new(), Vec::new());
    let near = levels(article, cues, claim, 1);
    for &part in &near {
        if let Some(whole) = whole(article, cues, claim, part, &near) {
            sure.push([part, whole]);
            continue;
        }
        let next = near.contains(&(part + 1)) && is_whole_of(article, part + 1, part) && cues.of(part + 1).whole;
        for &other in near.iter().filter(|&&w| is_larger(article, w, part)) {
            // "2,730 barrels by Wednesday of the 6,500"; "2,300 (72.33%) out of 3,180": the part stands right beside its share.
            if next && other == part + 1 || !next && cues.is_beside(article, part, claim) {
                free.push([part, other]);
            }
        }
    }
    let made = |pair: &[usize; 2]| article.made(claim, operation, pair);
    let agrees = |pairs: &[[usize; 2]]| pairs.iter().filter_map(made).find(|found| found.check.holds);
    let telling = digits(article.value(claim)) >= TELLING_DIGITS;
    if let Some(found) = agrees(&sure).or_else(|| agrees(&free).filter(|_| telling)) {
        return Some(found);
    }
    if let Some(found) = beside(article, cues, claim, operation) {
        return Some(found);
    }
    let own = |pair: &&[usize; 2]| article.sentence(pair[0]) == article.sentence(claim);
    let mut likely = sure.iter().filter(own);
    let pair = *match (likely.next(), likely.next(), &sure[..]) {
        (Some(pair), None, _) | (None, _, [pair]) => pair,
        _ => return None,
    };
    // "31 pitches, half of them sliders"; a sentence of its own must be about what was told.
    // "47 of the 180 seats, or 31%. Turnout was 44.6%": they have their share.
    let has_share = |i: usize| article.quantity(i).class == "percent" && article.sentence(i) == article.sentence(pair[0]);
    let goes_on = || (cues.of(claim).back || cues.of(claim).leads) && !article.near_before(claim, 1).any(has_share);
    let tied = own(&&pair) || goes_on();
    let behind = tied && pair.iter().all(|&i| i < claim) && cues.of(claim).share && (!cues.of(claim).of || cues.of(claim).of_all);
    behind.then(|| made(&pair)).flatten()
}

/// The numbers of so many sentences around a share that it can be made of.
fn levels(article: &Article<'_, '_>, cues: &Cues, claim: usize, sentences: usize) -> Vec<usize> {
    article.around(claim, sentences).filter(|&i| is_level(article, cues, claim, i)).collect()
}

fn is_level(article: &Article<'_, '_>, cues: &Cues, claim: usize, i: usize) -> bool {
    article.fits(i, claim, Operation::Share) && cues.of(i).change.is_none()
}

fn is_larger(article: &Article<'_, '_>, whole: usize, part: usize) -> bool {
    article.alike(whole, part) && article.value(whole) > article.value(part)
}

/// The same in one sentence.
fn is_whole_of(article: &Article<'_, '_>, whole: usize, part: usize) -> bool {
    article.sentence(whole) == article.sentence(part) && is_larger(article, whole, part)
}

/// What a number is said to be a part of: what follows it, what its sentence or one before calls a whole.
fn whole(article: &Article<'_, '_>, cues: &Cues, claim: usize, part: usize, near: &[usize]) -> Option<usize> {
    if near.contains(&(part + 1)) && is_whole_of(article, part + 1, part) && cues.is_of(part, part + 1) {
        return Some(part + 1);
    }
    for &w in near.iter().rev() {
        if w < part && is_whole_of(article, w, part) && cues.of(w).whole {
            return Some(w);
        }
    }
    let level = |&w: &usize| is_level(article, cues, claim, w) && !cues.of(w).base && is_larger(article, w, part);
    let told: Vec<usize> = article.near_before(part, DENIED_SENTENCES).filter(level).collect();
    // "1,141 opposed it, which is 35%".
    let last = part + 1 == claim && cues.of(claim).is && told.len() == 1 && !cues.of(part).whole;
    told.first().copied().filter(|_| cues.of(part).among || last)
}

/// "Graded 347 sites, or 18%, after visiting 2,480", "with 9,902 ballots counted, her share was 43.6%": numbers of the sentences
/// around a share. Wrong is what the only larger number denies where the part stands right beside its share.
fn beside(article: &Article<'_, '_>, cues: &Cues, claim: usize, operation: Operation) -> Option<Checked> {
    let near = levels(article, cues, claim, DENIED_SENTENCES);
    let wholes = |part: usize| -> Vec<usize> { near.iter().copied().filter(|&w| is_larger(article, w, part)).collect() };
    let made = |part: usize, whole: usize| article.made(claim, operation, &[part, whole]);
    // "347 sites, or 18%", "41% of admissions, or 287,000".
    let linked = |i: usize| {
        let between = article.past_all(i.min(claim), i.max(claim));
        let noun = |or: &str| {
            let behind = i > claim && operation == Operation::Share;
            between.strip_suffix(or).is_some_and(|noun| behind || i < claim && !noun.trim().contains(' '))
        };
        i.abs_diff(claim) == 1 && article.sum_words(claim).or.iter().any(noun)
    };
    if let Some(&part) = near.iter().find(|&&i| linked(i)) {
        let all = wholes(part);
        let agrees = all.iter().filter_map(|&whole| made(part, whole)).find(|found| found.check.holds);
        return match all[..] {
            // "On 176 homes, about 19% of those checked".
            [whole] if agrees.is_none() && (article.sentence(whole) == article.sentence(claim) || cues.of(claim).of_all) => {
                made(part, whole)
            }
            _ => agrees,
        };
    }
    let called = cues.of(claim).share && cues.of(claim).parted;
    let fits = called && digits(article.value(claim)) >= TELLING_DIGITS && operation == Operation::Share;
    for &part in near.iter().filter(|_| fits) {
        for whole in wholes(part) {
            if let Some(found) = made(part, whole).filter(|found| found.check.holds) {
                return Some(found);
            }
        }
    }
    None
}
