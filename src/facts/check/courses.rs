//! How something was and is, or two that are apart, told in sentences of their own: "4350원이다. 지난해 이맘때에는 3480원이었으니 25% 오른
//! 셈이다", "두 사람의 표차는 2383표였다".

use super::article::Article;
use super::compared::Comparison;
use super::levels::is_gap_of;
use super::operation::{Change, Operation};
use crate::lang::CheckWords;

/// Sentences before a claim in which both numbers stand.
const SENTENCES_BEFORE: usize = 3;
/// Pairs that are tried where more than two numbers could be meant.
const PAIRS_MAX: usize = 3;
/// Characters behind a claim in which its clause ends.
const REFERS_REACH: usize = 24;
/// What stands behind the bracket of who is told of.
const PARTICLES: [char; 5] = ['을', '를', '이', '가', '에'];
/// Digits of a year.
const YEAR_DIGITS: usize = 4;

/// When a number is told of, as far as its clause says so.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Time {
    Earlier,
    Before,
    Now,
}

/// The pairs that a claim can be about: a certain one, or those that are to be tried.
pub(super) fn find(article: &Article<'_, '_>, claim: usize, operation: Operation) -> Vec<Comparison> {
    let (refers, words, gap) = (refers(article, claim), article.words(claim), article.is_gap(claim));
    let other = !refers && words.than.is_in(article.said(claim));
    if other || article.is_bracketed(claim) {
        return Vec::new();
    }
    let level = |&i: &usize| {
        let told = article.fits(i, claim, operation) && !article.is_whole(i) && !article.is_added(i);
        // "오 후보(1만 7956표)를 따돌렸다": the number of who is told of.
        let of_named = || gap && article.after(i, 2).strip_prefix(')').is_some_and(|after| after.starts_with(PARTICLES));
        told && (!article.is_bracketed(i) || of_named())
    };
    let mut near: Vec<usize> = article.near_before(claim, SENTENCES_BEFORE).filter(level).collect();
    let Some(&last) = near.first() else { return Vec::new() };
    near.retain(|&i| i == last || article.alike(i, last) && article.is_each(i) == article.is_each(last));
    // "금메달 147개, 은메달 129개를 땄다. 서울의 금메달은 118개로, 29개 더 많았다".
    let noun = |i: usize| article.quantity(i).measures.rsplit(' ').next().filter(|noun| !noun.is_empty());
    let twins = near.iter().filter(|&&i| noun(i).is_some() && noun(i) == noun(last)).count() == 2;
    let twins = twins && near.len() > 2 && article.compares(claim);
    if twins {
        near.retain(|&i| noun(i) == noun(last));
    }
    let here = near.iter().filter(|&&i| article.sentence(i) == article.sentence(claim)).count();
    if here > 1 || here == 1 && near.len() == 1 {
        return Vec::new();
    }
    if !gap && !refers && here == 0 && speaks_of_other(article, claim, &near) {
        return Vec::new();
    }
    let others = |then: usize| near.iter().copied().filter(move |&i| i != then).take(PAIRS_MAX);
    match near[..] {
        [b, a] if gap && is_gap_of(article, claim, a) => {
            vec![Comparison { pair: [a, b], certain: refers || here == 0 && !is_of_other(article, claim, &near) }]
        }
        _ if gap => Vec::new(),
        // "화재 1,108건 … 부주의로 난 불이 554건으로 절반이었다".
        [b, a] if is_part(article, claim, b) => vec![Comparison { pair: [b, a], certain: false }],
        [b, a] if twins || time(article, a) != time(article, b) || refers => {
            course(article, claim, [a, b], true).into_iter().collect()
        }
        _ => {
            let told = near.iter().copied().find(|&i| time(article, i) == Time::Earlier).or(Some(last).filter(|_| refers));
            let Some(then) = told else { return Vec::new() };
            others(then).filter_map(|now| course(article, claim, [then, now], false)).collect()
        }
    }
}

/// "도매가격이 내린 폭의 3분의 1": whether a claim is so much of what no number near it tells.
pub(super) fn is_of_untold(article: &Article<'_, '_>, claim: usize) -> bool {
    let (words, clause) = (article.words(claim), article.clause(claim).trim_end());
    let noun = clause.strip_suffix('의').and_then(|of| of.rsplit(' ').next());
    let named = |noun: &str| article.near_before(claim, SENTENCES_BEFORE).any(|i| article.names(i, noun));
    noun.is_some_and(|noun| !says(words, clause) && !words.earlier.is_in(clause) && !named(noun))
}

/// Whether a claim has a subject that no sentence of these numbers names.
pub(super) fn speaks_of_other(article: &Article<'_, '_>, claim: usize, levels: &[usize]) -> bool {
    let word = article.said(claim).trim_end().rsplit(' ').next().unwrap_or_default();
    // "인상률은": a change of what was told.
    let free = |noun: &&str| noun.chars().count() > 1 && !article.words(claim).growth.contains(noun);
    let own = word.strip_suffix(['은', '는', '이', '가']).filter(free);
    own.map_or_else(|| is_of_other(article, claim, levels), |noun| !levels.iter().any(|&i| article.says(i, noun)))
}

/// Whether the subject of a claim's sentence, if it has one, is named by no sentence of these numbers.
pub(super) fn is_of_other(article: &Article<'_, '_>, claim: usize, levels: &[usize]) -> bool {
    let (scope, at) = article.scope(claim);
    scope.subject(at).is_some_and(|noun| !levels.iter().any(|&i| article.says(i, &noun)))
}

/// Whether a number leads right to a claim that is less than one time another.
fn is_part(article: &Article<'_, '_>, claim: usize, last: usize) -> bool {
    let part = article.quantity(claim).class == "ratio" && article.value(claim) < 1.0;
    part && article.past(last, claim).trim_start_matches('으').starts_with("로 ")
}

/// Both numbers, the earlier one last, unless the claim says that it went the other way.
fn course(article: &Article<'_, '_>, claim: usize, [a, b]: [usize; 2], certain: bool) -> Option<Comparison> {
    let (first, second) = (time(article, a), time(article, b));
    let pair = if second < first { [a, b] } else { [b, a] };
    let rises = article.value(pair[0]) > article.value(pair[1]);
    let fits = first == second || article.direction(claim).is_none_or(|change| (change == Change::Rise) == rises);
    fits.then_some(Comparison { pair, certain })
}

/// Whether a claim's sentence goes on about what was told before it.
fn refers(article: &Article<'_, '_>, claim: usize) -> bool {
    let words = article.words(claim);
    let behind = article.after(claim, REFERS_REACH);
    let clause = behind.split(", ").next().unwrap_or_default();
    says(words, clause) || words.amounts.is_in(clause) || says(words, article.clause(claim))
}

/// Whether a word of a text refers to what was told before; "아이보다" is no "이보다".
fn says(words: &CheckWords, text: &str) -> bool {
    text.split_inclusive(' ').any(|word| words.refers.begins(word))
}

fn time(article: &Article<'_, '_>, i: usize) -> Time {
    let (words, clause) = (article.words(i), article.clause(i));
    if words.earlier.is_in(clause) || has_year(clause) || article.is_origin(i) {
        Time::Earlier
    } else if words.past.is_in(clause) {
        Time::Before
    } else {
        Time::Now
    }
}

/// "2022년": whether a year is told by its number.
fn has_year(clause: &str) -> bool {
    let digits = |before: &str| before.bytes().rev().take_while(u8::is_ascii_digit).count();
    clause.match_indices('년').any(|(at, _)| digits(&clause[..at]) == YEAR_DIGITS)
}
