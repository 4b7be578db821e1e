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
            let last = part + 1 == claim && cues.of(claim).is && wholes.len() == 1 && !cues.of(part).whole;
            wholes.first().copied().filter(|_| cues.of(part).among || last)
        };
        match next.or_else(first).or_else(told) {
            Some(whole) => sure.push([part, whole]),
            // "2,730 barrels by Wednesday of the 6,500", "cast from an electorate of 61,480".
            None if near.contains(&(part + 1)) && own(part + 1) && larger(part + 1, part) && cues.of(part + 1).whole => {
                free.push([part, part + 1]);
            }
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
    let tied = own(&&pair) || cues.of(claim).back || cues.of(claim).leads;
    let behind = tied && pair.iter().all(|&i| i < claim) && cues.of(claim).share && !cues.of(claim).of;
    behind.then(|| made(&pair)).flatten()
}

/// "Graded 347 sites, or 18%, after visiting 2,480", "with 9,902 ballots counted, her share was 43.6%": numbers of the sentences
/// around a share. Wrong is what the only larger number denies where the part stands right beside its share.
fn beside(article: &Article<'_, '_>, cues: &Cues, claim: usize, operation: Operation) -> Option<Checked> {
    let level = |&i: &usize| article.fits(i, claim, Operation::Share) && cues.of(i).change.is_none();
    let near: Vec<usize> = article.around(claim, DENIED_SENTENCES).filter(level).collect();
    let wholes =
        |part: usize| near.iter().copied().filter(move |&w| article.alike(w, part) && article.value(w) > article.value(part));
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
        let all: Vec<usize> = wholes(part).collect();
        let agrees = all.iter().filter_map(|&whole| made(part, whole)).find(|found| found.check.holds);
        return match all[..] {
            [whole] if agrees.is_none() && article.sentence(whole) == article.sentence(claim) => made(part, whole),
            _ => agrees,
        };
    }
    let called = cues.of(claim).share && cues.of(claim).parted;
    let fits = called && digits(article.value(claim)) >= TELLING_DIGITS && operation == Operation::Share;
    let mut pairs = near.iter().filter(|_| fits).flat_map(|&part| wholes(part).map(move |whole| [part, whole]));
    pairs.find_map(|[part, whole]| made(part, whole).filter(|found| found.check.holds))
}
