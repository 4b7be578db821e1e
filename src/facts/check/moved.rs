//! Changes in percent beside the change itself and the new level: "14.66포인트(0.71%) 오른 2082.83", "6만7550채로 5.9%(4272채) 줄었다".

use super::article::{Article, begins_from, index_points};
use super::compared::is_growth;
use super::operation::{Change, Operation};
use super::{Checked, TELLING_DIGITS, digits};

/// Characters from a share to the level behind its verb, and from a level to its change.
const MOVED_REACH: usize = 10;
const LED_REACH: usize = 16;

pub(super) fn find(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let (scope, at) = article.scope(claim);
    if article.quantity(claim).class != "percent" {
        return None;
    }
    let Some(operation) = scope.changes(at).map(operation) else { return named(article, claim) };
    let before = article.told_before(claim).next().filter(|_| scope.between(at.wrapping_sub(1), at) == "(");
    let behind =
        || article.near_behind(claim, 0).next().filter(|&b| scope.between(at, at + 1) == "(" && article.after(b, 1) == ")");
    let change = before.or_else(behind).filter(|&change| article.quantity(change).value.is_some())?;
    let fits = |&level: &usize| {
        let (unit, changed) = (&article.quantity(level).unit, &article.quantity(change).unit);
        let larger = article.value(level) > article.value(change);
        larger && (article.alike(level, change) || index_points(unit, changed))
    };
    let level = described(article, claim).filter(fits).or_else(|| led(article, claim.min(change)).filter(fits));
    let Some(level) = level else {
        let topic = told(article, claim).filter(fits).filter(|_| digits(article.value(claim)) >= TELLING_DIGITS)?;
        return article.made(claim, operation, &[change, topic]).filter(|found| found.check.holds);
    };
    let found = article.made(claim, operation, &[change, level]);
    if change < claim {
        return found;
    }
    // The bracket behind may hold the level before ("8만 원으로 167%(3만 원) 늘었다"): what agrees is told.
    let telling = digits(article.value(claim)) >= TELLING_DIGITS;
    let base = || telling.then(|| article.made(claim, Operation::PercentChange, &[change, level])).flatten();
    found.filter(|found| found.check.holds).or_else(|| base().filter(|found| found.check.holds))
}

/// What a share of a change does with it and the new level.
pub(super) fn operation(change: Change) -> Operation {
    match change {
        Change::Rise => Operation::Gained,
        Change::Fall => Operation::Lost,
    }
}

/// "3400원 내린 6만8000원에 마감했다. 하락률은 4.8%다": a share that is called a change, of the change that was told last.
fn named(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let change = article.near_before(claim, 1).find(|&i| article.is_change(i)).filter(|_| is_growth(article, claim))?;
    let level = described(article, change).or_else(|| led(article, change)).filter(|&level| article.alike(level, change))?;
    article.made(claim, operation(article.direction(change)?), &[change, level]).filter(|found| found.check.holds)
}

/// "97만4천 가구로 처음 100만 가구를 밑돌았다. 전년보다 2만5천 가구(2.5%) 줄었다": the level that the sentence before begins with.
fn told(article: &Article<'_, '_>, claim: usize) -> Option<usize> {
    let first = article.near_before(claim, 1).next_back()?;
    let level = !article.is_change(first) && !article.is_compared(first) && !article.is_bracketed(first);
    (level && article.sentence(first) < article.sentence(claim)).then_some(first)
}

/// "(0.71%) 오른 2082.83": the level behind the verb.
fn described(article: &Article<'_, '_>, claim: usize) -> Option<usize> {
    let (words, next) = (article.words(claim), article.near_behind(claim, 0).next()?);
    let between = article.past(claim, next);
    let verb = words.rise.is_in(between) || words.fall.is_in(between);
    let close = between.chars().count() <= MOVED_REACH && between.ends_with(' ') && !between.contains(',');
    (verb && close).then_some(next)
}

/// "2082.83으로 14.66포인트", "6만7550채로 한 달 새 5.9%": the level that leads to a change; not one that something came to from
/// another, which tells the level before, too.
fn led(article: &Article<'_, '_>, first: usize) -> Option<usize> {
    let mut told = article.told_before(first).filter(|&b| article.quantity(b).class != "duration");
    let level = told.next()?;
    let past = article.past(level, first).trim_start();
    let leads = (past.starts_with("으로 ") || past.starts_with("로 ")) && past.chars().count() <= LED_REACH;
    let came = |from: usize| article.alike(from, level) && begins_from(article.past(from, level), article.words(first));
    (leads && !told.next().is_some_and(came)).then_some(level)
}
