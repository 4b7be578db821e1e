//! Claims whose sentence does not say which numbers they are made of. Where numbers that were told nearby give a claim to its
//! last digit, and so few of them were tried that chance does not explain it, they are what it is made of. Only what agrees is
//! told: numbers that do not fit prove nothing.

use super::Checked;
use super::article::Article;
use super::compared::is_growth;
use super::operation::{Change, Interval, Operation, told_step};
use super::scope::usable;
use super::shares::{is_larger, is_rate, part_beside};
use std::ops::ControlFlow;

/// Sentences before a claim, and behind it, in which its operands are looked for; and around a total.
const SENTENCES_BEFORE: usize = 12;
const SENTENCES_BEHIND: usize = 2;
const SENTENCES_LISTED: usize = 6;
/// Sentences behind a share in which its whole is told.
const WHOLE_BEHIND: usize = 5;
/// Sentences before a rest in which the whole stands, and parts that are taken away at most.
const SENTENCES_REST: usize = 4;
const REST_PARTS_MAX: usize = 3;
/// Parts of a whole at most: the provinces and cities of a country are 17.
const PARTS_MAX: usize = 20;
/// How likely a fit may be by chance: of a claim that says what it is, of one that says what is counted by which it is divided
/// (mostly one pair of numbers), of a number that is called a total, of any other number.
const CHANCE_CLAIMED: f64 = 0.1;
const CHANCE_EACH: f64 = 0.6;
const CHANCE_REST: f64 = 0.6;
const CHANCE_SHARE: f64 = 0.2;
const CHANCE_TOTAL: f64 = 0.05;
const CHANCE_UNSAID: f64 = 0.001;
/// Characters around a claim in which it is called a total, or a change by its noun.
const CALLED_REACH: usize = 8;
/// Characters before a claim in which it is told of each.
const EACH_REACH: usize = 18;
/// Characters before a total in which the list before it ends with "등".
const LISTED_REACH: usize = 12;

/// What a claim says of itself.
enum Reading<'a> {
    /// Two numbers make it.
    Pair(Operation),
    /// It is this number's share of another.
    ShareOf(usize),
    /// It may be the share of this number, which was told last.
    ShareLast(usize),
    /// It is what is left of another when others are taken away.
    Rest,
    /// It is what each of those has of a sum who are counted in this unit.
    Each(&'a str),
    /// It may be the sum of others; whether it is called one.
    Sum { called: bool },
}

/// The check of a claim by numbers that give it.
pub(super) fn find(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let end = match reading(article, claim).filter(|_| is_plain(article, claim) && !article.is_arrow(claim))? {
        Reading::Pair(operation) => pair(&mut Search::new(article, claim, operation, CHANCE_CLAIMED)),
        Reading::ShareOf(part) => share(&mut Search::new(article, claim, Operation::Share, CHANCE_CLAIMED), part),
        Reading::ShareLast(part) => {
            let last = share(&mut Search::new(article, claim, Operation::Share, CHANCE_SHARE), part);
            match last {
                ControlFlow::Break(Some(found)) => return Some(found),
                _ => pair(&mut Search::new(article, claim, Operation::Share, CHANCE_CLAIMED)),
            }
        }
        Reading::Rest => rest(&mut Search::new(article, claim, Operation::Difference, CHANCE_REST)),
        Reading::Each(unit) => each(&mut Search::new(article, claim, Operation::Ratio, CHANCE_EACH), unit),
        Reading::Sum { called: true } => sum(&mut Search::new(article, claim, Operation::Sum, CHANCE_TOTAL)),
        Reading::Sum { called: false } => sum(&mut Search::new(article, claim, Operation::Sum, CHANCE_UNSAID)),
    };
    end.break_value().flatten()
}

/// The same of a number that nothing calls a total.
pub(super) fn total(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let unsaid = || sum(&mut Search::new(article, claim, Operation::Sum, CHANCE_UNSAID)).break_value().flatten();
    is_plain(article, claim).then(unsaid).flatten()
}

/// Whether a number is one value above nothing.
fn is_plain(article: &Article<'_, '_>, i: usize) -> bool {
    let quantity = article.quantity(i);
    quantity.value.is_some_and(|value| value > 0.0) && quantity.min.is_none() && quantity.max.is_none()
}

fn reading<'a>(article: &Article<'a, '_>, claim: usize) -> Option<Reading<'a>> {
    let words = article.words(claim);
    let moves = article.moves(claim);
    match article.quantity(claim).class {
        "percent" if article.is_joined(claim, CALLED_REACH) => Some(Reading::Sum { called: true }),
        "percent" if moves => Some(Reading::Pair(Operation::PercentChange)),
        "percent" => match part_beside(article, claim) {
            Some(part) => Some(Reading::ShareOf(part)),
            None if is_growth(article, claim) => Some(Reading::Pair(Operation::PercentChange)),
            None => {
                let (scope, at) = article.scope(claim);
                let called = article.said(claim).ends_with("의 ") || words.share.is_in(&scope.after_brackets(at));
                let called = called || is_rate(article, claim);
                let free =
                    |&i: &usize| article.fits(i, claim, Operation::Share) && !article.is_bracketed(i) && !article.is_each(i);
                let part = article.near_before(claim, 1).find(free);
                called.then_some(part.map_or(Reading::Pair(Operation::Share), Reading::ShareLast))
            }
        },
        "percent_point" => Some(Reading::Pair(Operation::Difference)),
        "ratio" => Some(Reading::Pair(Operation::Ratio)),
        "count" | "money" | "mass" | "length" | "area" | "score" | "other" if moves || article.is_gap(claim) => {
            Some(Reading::Pair(Operation::Difference))
        }
        "count" | "money" | "mass" | "length" | "area" | "score" if words.rest.is_in(article.before(claim, CALLED_REACH)) => {
            Some(Reading::Rest)
        }
        "count" | "money" | "mass" | "length" | "area" | "score" => {
            if let Some(unit) = unit_of_each(article, claim) {
                return Some(Reading::Each(unit));
            }
            let total = words.total.is_in(article.before(claim, CALLED_REACH));
            // "서울 158명, 경기 69명, 인천 34명 등 수도권이 261명".
            let listed = article.before(claim, LISTED_REACH).split(' ').any(|word| words.others.contains(word));
            // "두 업종에서만 24만1천명".
            let counted = words.joint.iter().any(|count| article.before(claim, LISTED_REACH).contains(count));
            Some(Reading::Sum { called: total || listed || counted || words.joined.is_in(&article.after(claim, CALLED_REACH)) })
        }
        _ => None,
    }
}

/// The trial of one set of operands after the other, until one gives the claim or chance would explain that.
struct Search<'s, 'a, 'p> {
    article: &'s Article<'a, 'p>,
    claim: usize,
    operation: Operation,
    /// The part of the claim that its last digit is: how likely a number taken by chance is to give it.
    width: f64,
    chance: f64,
    tried: f64,
}

/// Whether to go on, or what was found.
type End = ControlFlow<Option<Checked>>;

impl<'s, 'a, 'p> Search<'s, 'a, 'p> {
    fn new(article: &'s Article<'a, 'p>, claim: usize, operation: Operation, chance: f64) -> Self {
        let (value, claimed) = (article.value(claim), article.operand(claim).1);
        let told = claimed.step.max(told_step(value)) * if claimed.quantity.approx { 2.0 } else { 1.0 };
        // A fall by nearly all says little: it is what is left that is compared.
        let fell = operation == Operation::PercentChange && article.direction(claim) == Some(Change::Fall);
        let room = if fell { value.min((100.0 - value).max(told)) } else { value };
        Self { article, claim, operation, width: told / room, chance, tried: 0.0 }
    }

    fn attempt(&mut self, operands: &[usize]) -> End {
        let added = matches!(self.operation, Operation::Sum | Operation::Difference);
        let (mut blur, mut least) = (0.0_f64, f64::MAX);
        self.tried += self.width;
        for &i in operands {
            let printed = Interval::printed(self.article.operand(i).1).width();
            self.tried += printed / self.article.value(if added { self.claim } else { i });
            blur = blur.max(printed);
            least = least.min(self.article.value(i));
        }
        if self.tried > self.chance {
            return ControlFlow::Break(None);
        }
        // 46억 달러 less 311달러 are 46억 달러: a number below what another is rounded to says nothing, if both are told in one unit.
        let blurred = least <= blur && operands.windows(2).all(|pair| self.article.alike(pair[0], pair[1]));
        let made = (!blurred).then(|| self.article.made(self.claim, self.operation, operands)).flatten();
        match made.filter(|found| found.check.holds && !found.cut) {
            Some(found) => ControlFlow::Break(Some(found)),
            None => ControlFlow::Continue(()),
        }
    }

    /// The numbers that an operand of the claim can be, the nearest first: what follows comes last of all.
    fn nearby(&self, behind: usize) -> impl Iterator<Item = usize> + use<> {
        let before = self.article.near_before(self.claim, SENTENCES_BEFORE);
        before.chain(self.article.near_behind(self.claim, behind))
    }
}

fn pair(search: &mut Search<'_, '_, '_>) -> End {
    let (article, claim, operation) = (search.article, search.claim, search.operation);
    // What a number is compared with was told before it, or right behind it.
    let behind = if operation == Operation::Difference { 1 } else { SENTENCES_BEHIND };
    let near: Vec<usize> = search.nearby(behind).filter(|&i| article.fits(i, claim, operation)).collect();
    for (far, &b) in near.iter().enumerate() {
        for &a in &near[..far] {
            // A change in percent has few digits: numbers of two sentences are of one thing.
            let apart = operation == Operation::PercentChange && article.sentence(a) != article.sentence(b);
            let other = operation == Operation::PercentChange && article.measure_others([a, b], claim);
            let each = article.is_each(a) != article.is_each(b);
            if !article.alike(a, b) || other || each || apart && !article.measures_one([a, b], claim) {
                continue;
            }
            // The part of a share is the smaller number.
            let swapped = operation == Operation::Share && article.value(a) > article.value(b);
            search.attempt(&if swapped { [b, a] } else { [a, b] })?;
        }
    }
    ControlFlow::Continue(())
}

fn share(search: &mut Search<'_, '_, '_>, part: usize) -> End {
    for whole in search.nearby(WHOLE_BEHIND) {
        let article = search.article;
        if is_larger(article, whole, part)
            && !article.after(whole, 2).starts_with("에서")
            && article.is_each(whole) == article.is_each(part)
        {
            search.attempt(&[part, whole])?;
        }
    }
    ControlFlow::Continue(())
}

/// "29명 중 8명은 중상, 나머지 21명은": a number that was told before less those that were told behind it.
fn rest(search: &mut Search<'_, '_, '_>) -> End {
    let (article, claim) = (search.article, search.claim);
    let fits = |&i: &usize| article.fits(i, claim, Operation::Difference);
    let near: Vec<usize> = article.near_before(claim, SENTENCES_REST).filter(fits).collect();
    for parts in 1..near.len().min(REST_PARTS_MAX + 1) {
        for &whole in &near[parts..] {
            let operands: Vec<usize> = std::iter::once(whole).chain(near[..parts].iter().rev().copied()).collect();
            search.attempt(&operands)?;
        }
    }
    ControlFlow::Continue(())
}

/// "1인당", "척당", "한 곳당": the unit of those of whom a claim is told of one.
fn unit_of_each<'a>(article: &Article<'a, '_>, claim: usize) -> Option<&'a str> {
    let before = article.before(claim, EACH_REACH);
    if article.words(claim).each_person.is_in(before) {
        return Some("명");
    }
    let each = before.rsplit_once("당 ")?.0.rsplit([' ', ',', '(']).next()?;
    let unit = each.trim_start_matches(|c: char| c.is_ascii_digit());
    Some(if unit == "인" { "명" } else { unit }).filter(|unit| !unit.is_empty())
}

/// A sum of the claim's kind among so many.
fn each(search: &mut Search<'_, '_, '_>, unit: &str) -> End {
    let (article, claim) = (search.article, search.claim);
    let counts = |i: usize| article.quantity(i).unit == unit || article.quantity(i).measures.ends_with(unit);
    let of_unit = |&i: &usize| counts(i) && article.quantity(i).class == "count" && is_plain(article, i);
    for count in search.nearby(0).filter(of_unit) {
        for sum in search.nearby(0).filter(|&i| i != count && article.alike(i, claim) && !article.is_change(i)) {
            search.attempt(&[sum, count])?;
        }
    }
    ControlFlow::Continue(())
}

/// The sum of numbers that stand one after the other, behind their total or before it.
fn sum(search: &mut Search<'_, '_, '_>) -> End {
    let (article, claim) = (search.article, search.claim);
    let class = if article.quantity(claim).class == "score" { "score" } else { "" };
    let part = |&i: &usize| {
        let fits = usable(article.operand(i).1, class) && article.alike(i, claim) && article.value(i) < article.value(claim);
        // "1분기 3억300만 달러보다 늘었다. 상반기는 모두 6억6천만 달러": of what is called a total.
        fits && !article.is_change(i) && (search.chance > CHANCE_UNSAID || !article.is_compared(i))
    };
    let before: Vec<usize> = article.near_before(claim, SENTENCES_LISTED).filter(part).collect();
    let behind: Vec<usize> = article.near_behind(claim, SENTENCES_LISTED).filter(part).collect();
    // "응시자는 46만3486명으로 지원자 52만2670명 가운데 5만9184명이": the whole stands between its parts.
    if let (Some(&first), Some(&last), true) = (before.first(), behind.first(), article.is_whole(claim)) {
        search.attempt(&[first, last])?;
    }
    // A list begins beside its total more often than not.
    runs(search, &before, true)?;
    runs(search, &behind, true)?;
    runs(search, &behind, false)?;
    runs(search, &before, false)
}

/// Tries the runs of two and more of a list, those that end first before the others: those that begin where the list does, or
/// those that begin later.
fn runs(search: &mut Search<'_, '_, '_>, list: &[usize], beside: bool) -> End {
    for end in 2..=list.len() {
        let starts = if beside { 0..1 } else { 1.max(end.saturating_sub(PARTS_MAX))..end - 1 };
        for start in starts.rev() {
            let mut run = list[start..end].to_vec();
            if run.first() > run.last() {
                run.reverse();
            }
            search.attempt(&run)?;
        }
    }
    ControlFlow::Continue(())
}
