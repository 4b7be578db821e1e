//! Claims that compare a number with one that was told: "A다. 1년 전(B)보다 n% 늘었다", "B의 두 배인 A". The words behind a number
//! say that it is what is compared with; the other one is the level told last.

use super::article::{Article, bare, begins_comparison, begins_from};
use super::operation::Operation;
use super::{Checked, TELLING_DIGITS, courses, digits, levels};
use crate::facts::word::ends_in_n;

/// Characters from a claim to the number that it describes.
const DESCRIBED_REACH: usize = 10;
/// Characters of a clause that describes what is compared with by its number.
const CLAUSE_REACH: usize = 24;
/// Sentences before a claim in which the noun that it speaks of has its number.
const SUBJECT_SENTENCES: usize = 3;
/// Characters before a claim in which it is called a change.
const GROWTH_REACH: usize = 8;
/// "절반" of 1,108 that is 554 is no chance.
const EXACT_OFF: f64 = 0.005;
/// Levels that are tried beside the one that a claim is compared with.
const TOPICS_MAX: usize = 4;

/// What is compared and what it is compared with.
pub(super) struct Comparison {
    pub(super) pair: [usize; 2],
    /// Whether the sentences tell no other number that could be meant, so that a wrong result is an error of the text.
    pub(super) certain: bool,
}

pub(super) fn find(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let operation = operation(article, claim)?;
    let told = match base(article, claim, operation) {
        Some(base) => with_base(article, claim, base, operation),
        None if operation == Operation::Share || courses::is_of_untold(article, claim) => return None,
        None => levels::find(article, claim, operation).into_iter().collect(),
    };
    best(article, claim, operation, &told).or_else(|| best(article, claim, operation, &courses::find(article, claim, operation)))
}

/// What the first of these comparisons says that agrees, or else the first that is certain.
fn best(article: &Article<'_, '_>, claim: usize, operation: Operation, told: &[Comparison]) -> Option<Checked> {
    let telling = digits(article.value(claim)) >= TELLING_DIGITS;
    let mut denied = None;
    for comparison in told {
        let Some(found) = made(article, claim, operation, comparison) else { continue };
        let exact = || operation == Operation::Ratio && found.is_within(EXACT_OFF);
        if found.check.holds && (comparison.certain || telling || exact()) {
            return Some(found);
        }
        if comparison.certain && denied.is_none() {
            denied = Some(found);
        }
    }
    denied
}

fn made(article: &Article<'_, '_>, claim: usize, operation: Operation, compared: &Comparison) -> Option<Checked> {
    let shares = operation == Operation::PercentChange && article.quantity(compared.pair[0]).class == "percent";
    // "80.1%에서 81.7%로 1.6% 올랐다": percentage points are meant.
    let points = shares.then(|| article.made(claim, Operation::Difference, &compared.pair)).flatten();
    points.filter(|found| found.check.holds).or_else(|| article.made(claim, operation, &compared.pair))
}

/// What a claim does with two numbers, if it says that it does.
fn operation(article: &Article<'_, '_>, claim: usize) -> Option<Operation> {
    let quantity = article.quantity(claim);
    if quantity.value.is_none() || article.is_arrow(claim) || article.is_origin(claim) {
        return None;
    }
    // "정시성(2.74점)이 낮았다": a level.
    let level = article.is_bracketed(claim) && article.compares(claim);
    let says =
        || !level && (article.moves(claim) || article.is_gap(claim) || is_listed(article, claim) || is_growth(article, claim));
    match quantity.class {
        "ratio" => Some(Operation::Ratio),
        "percent_point" => Some(Operation::Difference),
        "percent" if says() => Some(Operation::PercentChange),
        // "총저수용량 1억 1690만㎥의 35.2%".
        "percent" => (article.direction(claim).is_none() && article.said(claim).ends_with("의 ")).then_some(Operation::Share),
        "count" | "money" | "mass" | "length" | "area" | "score" | "duration" | "other" => {
            says().then_some(Operation::Difference)
        }
        _ => None,
    }
}

/// "A보다 32명, B보다 4명 늘었다": the verb stands with the last.
fn is_listed(article: &Article<'_, '_>, claim: usize) -> bool {
    article.after(claim, 1) == "," && article.told_before(claim).next().is_some_and(|before| article.is_compared(before))
}

/// The number of its sentence that a claim is compared with, by the words behind it.
fn base(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Option<usize> {
    let words = article.words(claim);
    let marked = |&b: &usize| {
        let past = article.past(b, claim);
        let next = past.trim_start_matches([')', ' ']);
        let times = matches!(operation, Operation::Ratio | Operation::Share) && next.starts_with('의');
        // "84만 명이 들었던 지난 시즌보다", "1204가구가 들어온 2017년의": what is compared is a noun that the number describes.
        let described = || {
            let led = next.starts_with('로') || next.starts_with("으로");
            let short = next.chars().count() <= CLAUSE_REACH && !led && !next.contains([',', '"', '”', '.']);
            let noun = next.trim_end().rsplit(' ').next().unwrap_or_default();
            let of = operation == Operation::Ratio && noun.ends_with('의');
            let than = || words.than.is_in(next);
            let verb = |word: &str| word.chars().next_back().is_some_and(ends_in_n) && !words.earlier.is_in(word);
            short && next.split(' ').any(verb) && (of || than())
        };
        let object = || article.compares(claim) && words.objects.begins(next);
        let compared = || begins_comparison(past, words.than) || begins_from(next, words) || object();
        times || operation != Operation::Share && (compared() || described())
    };
    let mut told = article.told_before(claim).filter(|&b| article.can_be(b, claim, operation));
    let (last, further) = (told.next()?, told.next());
    // "605명(15.4%)의": the share stands behind its number.
    let shared = further.filter(|&b| article.quantity(last).class == "percent" && article.past_all(b, last) == "(");
    // "9억 원과 비교하면 1억 원, 비율로는 12%": the same change in another unit stands between.
    let again = further.filter(|_| article.after(last, 1) == ",");
    [shared, Some(last), again].into_iter().flatten().find(marked)
}

/// The levels that a base can be compared with, the one told last first.
fn with_base(article: &Article<'_, '_>, claim: usize, base: usize, operation: Operation) -> Vec<Comparison> {
    let alike = |&t: &usize| article.can_be(t, claim, operation) && article.alike(t, base);
    let one = |topic: usize, certain: bool| vec![Comparison { pair: [topic, base], certain }];
    if let Some(topic) = described(article, claim).filter(alike) {
        return one(topic, true);
    }
    let level = |t: &usize| {
        // "흡연율(19.8%)이 …(11.0%)의 1.8배": the number of a subject.
        let subject = || article.after(*t, 2).strip_prefix(')').is_some_and(|after| after.starts_with(['이', '가', '은', '는']));
        let told = article.is_bracketed(*t) && !subject() || article.is_compared(*t) || article.is_origin(*t);
        alike(t) && !told && !article.is_whole(*t)
    };
    let free = |t: &usize| level(t) && !article.is_added(*t);
    let mut topics: Vec<usize> = article.told_before(base).filter(free).collect();
    let (scope, at) = article.scope(base);
    let mut only = false;
    if topics.is_empty() {
        topics = match scope.subject(at) {
            // "영업이익은 1년 전(1902억 원)보다": the number that was told of it.
            Some(noun) => {
                let near = article.near_before(base, SUBJECT_SENTENCES).filter(level);
                near.filter(|&t| article.names(t, &noun)).take(1).collect()
            }
            None => {
                // What is told of each is compared only where nothing else is.
                let of_all = |t: &usize| free(t) && article.is_each(*t) == article.is_each(base);
                let all: Vec<usize> = article.near_before(base, SUBJECT_SENTENCES).filter(of_all).collect();
                let first = all.first().map_or(0, |&last| article.sentence(last));
                let last = first.min(article.sentence(base).saturating_sub(1));
                let mut near: Vec<usize> = all.iter().copied().filter(|&t| article.sentence(t) >= last).collect();
                // What was told before them may be meant as well.
                only = near.len() == 1;
                near.extend(all.into_iter().filter(|&t| article.sentence(t) < last));
                if near.is_empty() { article.near_before(base, 1).filter(free).collect() } else { near }
            }
        };
    }
    let certain = (only || topics.len() == 1) && !scope.retold(at, article.scope(claim).1);
    let levels = topics.into_iter().enumerate().map(|(at, topic)| (topic, certain && at == 0));
    // "격차는 295만원으로 전년(305만원)보다 10만원": differences are compared too.
    let changes = article.near_before(base, 1).filter(|&t| article.differs(t, claim));
    let sure = |t: usize| article.is_gap(t) && article.sentence(t) == article.sentence(base);
    let all = levels.chain(changes.map(|t| (t, sure(t)))).take(TOPICS_MAX);
    all.map(|(topic, certain)| Comparison { pair: [topic, base], certain }).collect()
}

/// "절반 수준인 1890만대", "12.5% 높은 296홍콩달러": the number that a claim describes.
pub(super) fn described(article: &Article<'_, '_>, claim: usize) -> Option<usize> {
    let next = article.near_behind(claim, 0).next()?;
    let (scope, at) = article.scope(claim);
    let between = scope.between(at, at + 1);
    let short = between.chars().count() <= DESCRIBED_REACH && between.ends_with(' ');
    let adnominal = || between.trim_end().chars().next_back().is_some_and(ends_in_n);
    (short && (between.starts_with("인 ") || adnominal())).then_some(next)
}

/// "증가율은 9.9%다", "증가율로는 30%": whether a share is called a change.
pub(super) fn is_growth(article: &Article<'_, '_>, claim: usize) -> bool {
    let before = bare(article.before(claim, GROWTH_REACH)).trim_end_matches('로');
    article.quantity(claim).class == "percent" && article.words(claim).growth.ends(before)
}

/// "37만명 많았다. 증가율은 9.9%다": a change in percent of what a change was told of right before.
pub(super) fn again(article: &Article<'_, '_>, claim: usize, told: &[(usize, [usize; 2])]) -> Option<Checked> {
    let last = article.near_before(claim, 1).next().filter(|_| is_growth(article, claim))?;
    let (_, pair) = told.iter().find(|(change, _)| *change == last)?;
    article.made(claim, Operation::PercentChange, pair)
}
