//! The two numbers that a claim is about where no words mark what it is compared with: "A에서 B로 n 올랐다", "A, B다. 차이는 n",
//! "A로 평균보다 n 높았다".

use super::article::{Article, begins_from};
use super::compared::{Comparison, described};
use super::courses::{is_of_other, speaks_of_other};
use super::operation::Operation;
use crate::facts::word::ends_in_n;

/// Sentences before a claim in which the noun that it is compared with has its number.
const NAMED_SENTENCES: usize = 3;
/// The unit of "40.6 대 1".
const TO_ONE: &str = "대 1";

pub(super) fn find(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Option<Comparison> {
    if article.quantity(claim).unit == TO_ONE {
        return applicants(article, claim);
    }
    let kinds = [from_to, named, told_next, two];
    kinds.iter().find_map(|kind| kind(article, claim, operation))
}

/// "654명 선발에 2만6532명이 지원해 40.6 대 1": the two counts before, where the first is how many are wanted.
fn applicants(article: &Article<'_, '_>, claim: usize) -> Option<Comparison> {
    let mut told = article.told_before(claim).take_while(|&b| article.quantity(b).unit != TO_ONE);
    let mut count = || told.find(|&b| article.quantity(b).class == "count");
    let (asked, wanted) = (count()?, count()?);
    let between = article.past(wanted, asked);
    let wants = between.starts_with("에 ") || article.words(claim).wanted.is_in(between);
    wants.then_some(Comparison { pair: [asked, wanted], certain: true })
}

/// "2601.28에서 2405.69로 195.59포인트", "16회이던 운행을 24회로 8회": what something came from, and what it came to.
fn from_to(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Option<Comparison> {
    // "격차는 14%포인트에서 11%포인트로 3%포인트 좁혀졌다".
    let points = |b: usize| article.alike(b, claim) && article.quantity(b).class == "percent_point";
    let mut told = article.told_before(claim).filter(|&b| article.can_be(b, claim, operation) || points(b));
    let (to, from) = (told.next()?, told.next()?);
    let led = article.past(to, claim).trim_start_matches(['대', '으']).starts_with('로');
    let came = led && article.alike(from, to) && begins_from(article.past(from, to), article.words(claim));
    let (scope, at) = article.scope(claim);
    let certain = !scope.retold(article.scope(to).1, at);
    came.then_some(Comparison { pair: [to, from], certain })
}

/// "1638.2원으로 전국 평균보다 44.2원 낮았다": what a claim is compared with, by the noun that its number measures.
fn named(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Option<Comparison> {
    let mut said = article.said(claim).trim_end().rsplit(' ');
    let word = said.next()?;
    // "한국어가 모국어인 아이보다": other children.
    let described = said.next().and_then(|before| before.chars().next_back()).is_some_and(ends_in_n);
    if described {
        return None;
    }
    let object = || word.strip_suffix(['을', '를']).filter(|_| article.compares(claim));
    let noun = article.words(claim).than.iter().find_map(|than| word.strip_suffix(than)).or_else(object)?;
    let fits = |&t: &usize| article.fits(t, claim, operation) && !article.is_bracketed(t);
    let topic = article.told_before(claim).find(fits).filter(|_| noun.chars().count() > 1)?;
    let measures = |&t: &usize| article.quantity(t).measures.split(' ').any(|word| word == noun);
    let told = article.near_before(claim, NAMED_SENTENCES).filter(|&t| t < topic && article.alike(t, topic));
    let mut told = told.filter(fits).filter(measures);
    let base = told.next()?;
    Some(Comparison { pair: [topic, base], certain: told.next().is_none() })
}

/// "낮 기온은 34.1도로 평년보다 5.3도 높았다. 평년 기온은 29.8도다": what a claim is compared with is told behind it.
fn told_next(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Option<Comparison> {
    let words = article.words(claim);
    words.than.ends(article.said(claim).trim_end()).then_some(())?;
    let fits = |&t: &usize| article.fits(t, claim, operation) && !article.is_bracketed(t);
    let topic = described(article, claim).filter(fits).or_else(|| article.told_before(claim).find(fits))?;
    let behind = article.near_behind(claim, 1).filter(|&t| article.sentence(t) > article.sentence(claim));
    let told: Vec<usize> = behind.filter(fits).filter(|&t| article.alike(t, topic)).collect();
    let &[base] = &told[..] else { return None };
    words.past.is_in(article.said(base)).then_some(Comparison { pair: [topic, base], certain: true })
}

/// The two numbers of one unit that are told before a claim, in its sentence or the one before, where there is no third.
fn two(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Option<Comparison> {
    let gap = article.is_gap(claim);
    let is_here = |t: usize| article.sentence(t) == article.sentence(claim);
    let level = |&t: &usize| {
        let free = gap && is_here(t) || !article.is_bracketed(t);
        free && article.fits(t, claim, operation) && !article.is_whole(t)
    };
    let mut told: Vec<usize> = article.near_before(claim, 1).filter(level).collect();
    let here = told.iter().filter(|&&t| is_here(t)).count();
    match here {
        // "미국 금리(4.50%)와의 차이는": the other one is what was told last.
        0 | 1 => told.retain(|&t| is_here(t) || here == 0 || !article.is_left(t)),
        _ => told.truncate(here),
    }
    let &[b, a] = &told[..] else { return None };
    let said = match here {
        _ if !article.alike(a, b) => false,
        // "워니가 31점, 김낙현이 19점을 올렸다. SK는 한때 11점 차로 끌려갔다": of another subject.
        _ if gap => is_gap_of(article, claim, a) && (here > 0 || !is_of_other(article, claim, &told)),
        0 => reckons(article, claim) || is_course(article, claim, [a, b]),
        // "찬성 52%, 반대 37%로 찬성이 17%포인트 높았다", "여당 41%, 야당 28%로 13%포인트 벌어졌다".
        2 => {
            let named = || operation == Operation::Ratio && is_of(article, claim, [a, b]);
            let said = article.compares(claim) || is_apart(article, claim, b) || named();
            said && !compares_with(article, claim)
        }
        _ => false,
    };
    said.then_some(Comparison { pair: [a, b], certain: true })
}

/// "미국 3200만 달러, 일본 1600만 달러로 미국이 일본의 2배": whether a claim is so many times what one of two numbers is of.
fn is_of(article: &Article<'_, '_>, claim: usize, pair: [usize; 2]) -> bool {
    let noun = article.clause(claim).trim_end().strip_suffix('의').and_then(|said| said.rsplit(' ').next());
    noun.is_some_and(|noun| noun.chars().count() > 1 && pair.iter().any(|&i| article.names(i, noun)))
}

/// Whether the last of two shares leads right to percentage points that tell how far they are apart.
fn is_apart(article: &Article<'_, '_>, claim: usize, last: usize) -> bool {
    let led = article.past(last, claim).trim_start_matches('으') == "로 ";
    led && article.quantity(claim).class == "percent_point" && article.moves(claim)
}

/// "A가 B를 6.6%포인트 앞섰다", "3분의 1로 준 셈이다": whether a claim is about what was told right before.
fn reckons(article: &Article<'_, '_>, claim: usize) -> bool {
    article.compares(claim) || article.words(claim).amounts.is_in(&article.after(claim, usize::MAX))
}

/// "5500원이던 값은 7150원이다. 30%가 올랐다": whether two numbers are how something was and is, which the claim goes on about.
fn is_course(article: &Article<'_, '_>, claim: usize, [a, b]: [usize; 2]) -> bool {
    let (scope, at) = article.scope(claim);
    let compared = || (article.is_compared(a) || article.is_compared(b)) && scope.subject(at).is_none();
    let own = compares_with(article, claim) || speaks_of_other(article, claim, &[a, b]);
    !own && (begins_from(article.past(a, b), article.words(claim)) || compared())
}

/// Whether the sentence of a claim names something else that it is compared with.
fn compares_with(article: &Article<'_, '_>, claim: usize) -> bool {
    article.words(claim).than.is_in(article.said(claim))
}

/// Whether the difference of two named things is that of these numbers: "고가와 저가의 차이" is not that of what has no such name.
pub(super) fn is_gap_of(article: &Article<'_, '_>, claim: usize, first: usize) -> bool {
    let mut words = article.said(claim).split(' ');
    let noun = words.find_map(|word| word.strip_suffix(['와', '과'])).filter(|noun| noun.chars().count() > 1);
    let here = article.sentence(first) == article.sentence(claim);
    here || noun.is_none_or(|noun| article.says(first, noun))
}
