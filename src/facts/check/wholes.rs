//! Totals whose parts are told behind them and said to be all: "286명 가운데 찬성 179명, 반대 98명, 기권 9명", "승객 27명 중 21명은
//! 구조됐고 나머지 6명은 …", "예산은 63조 원이다. A가 19조 원, B가 44조 원으로 짜였다".

use super::article::{Article, bare};
use super::operation::Operation;
use super::scope::usable;
use super::{Checked, FOUND_DIGITS, NEAR_TOTAL, NEAR_WHOLE, TELLING_DIGITS, are_halves, digits};

/// Sentences behind a whole in which its parts are told kind by kind.
const KINDS_AHEAD: usize = 3;
/// Parts of a whole that are told one by one at most.
const PARTS_MAX: usize = 6;
/// Characters before a number in which it is named, and behind the last part in which parts are called all.
const NAME_REACH: usize = 8;
const COMPOSED_REACH: usize = 12;
/// Characters before a total in which it is told how many are added up.
const JOINT_REACH: usize = 20;
/// Sentences before a total in which all stand that are added up, and the fewest.
const JOINT_SENTENCES: usize = 3;
const FEWEST: usize = 2;

pub(super) fn find(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let quantity = article.quantity(claim);
    let summed = matches!(quantity.class, "count" | "money" | "mass" | "length" | "area");
    if !summed
        || quantity.min.is_some()
        || quantity.max.is_some()
        || article.is_change(claim)
        || article.is_compared(claim)
        || article.is_origin(claim)
    {
        return None;
    }
    let mut told = (0..=KINDS_AHEAD).map(|ahead| (ahead, parts(article, claim, ahead)));
    let fits = |(ahead, parts): &(usize, Vec<usize>)| !parts.is_empty() && (*ahead <= 1 || is_by_kind(article, claim, parts[0]));
    let parts = told.find(fits).unwrap_or_default().1;
    let found = (2..=PARTS_MAX).contains(&parts.len()).then(|| article.made(claim, Operation::Sum, &parts)).flatten()?;
    let telling = if parts.len() > 2 { TELLING_DIGITS } else { FOUND_DIGITS };
    let far = article.sentence(parts[0]) > article.sentence(claim) + 1;
    // "주민 63명 … 45명은 체육관으로, 나머지 28명은 친척집으로": nothing else is left.
    let words = article.words(claim);
    let inner = |of: &&str| article.clause(parts[0]).contains(&format!(" {of} ")) && !is_among(article, parts[0]);
    // "부상자 가운데 두 명은 중태, 나머지 세 명은 경상": of a part.
    let rest = is_rest(article, &parts) && !words.part.iter().take(2).any(inner);
    let near = found.check.holds || !far && found.is_within(if rest { NEAR_WHOLE } else { NEAR_TOTAL });
    // "세 차례 이겼다. 2번은 안방에서, 1번은 밖에서였다".
    let topics = || parts.iter().all(|&i| ["은", "는"].contains(&article.after(i, 1).as_str()));
    let among = || article.words(claim).among.iter().any(|among| article.past(claim, parts[0]).contains(among));
    let kinds = || is_by_kind(article, claim, parts[0]) && digits(article.value(claim)) >= TELLING_DIGITS;
    let parted = || article.is_whole(claim) || is_among(article, parts[0]) || among() || topics() || kinds();
    let agrees = found.check.holds && (digits(article.value(claim)) >= telling || parted());
    let alone = || kinds() && article.sentence(claim) == article.sentence(parts[0]);
    let said = || is_complete(article, &parts) || is_added_up(article, claim) || alone();
    (agrees || near && said()).then_some(found)
}

/// "경기에서 5612명, 서울에서 3487명이 태어났다. 두 지역을 합치면 9199명": as many numbers as are said to be added up, or all that were
/// told before it.
pub(super) fn joint(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let (words, clause) = (article.words(claim), article.clause(claim));
    let before = article.before(claim, JOINT_REACH);
    let count = words.joint.iter().position(|count| before.contains(count)).map(|at| FEWEST + at);
    let joined = words.joins.find_in(clause).is_some_and(|at| !clause[at..].contains(','));
    // "세 지역에서만 4677명".
    if !(joined || count.is_some() && clause.trim_end().ends_with('만')) {
        return None;
    }
    let part = |&i: &usize| article.alike(i, claim) && usable(article.operand(i).1, "");
    let mut parts: Vec<usize> = article.near_before(claim, JOINT_SENTENCES).filter(part).collect();
    // "건설업에서 9만3천명이 줄었다. 두 업종에서만 24만1천명": changes are added to changes.
    let moves = parts.first().is_some_and(|&last| article.is_change(last));
    if !moves {
        parts.retain(|&i| !article.is_change(i));
    }
    let taken = count.unwrap_or(parts.len());
    // Of a longer list no part is picked.
    let whole = parts.get(taken).is_none_or(|&next| article.sentence(next) != article.sentence(parts[taken - 1]));
    if !whole || !(FEWEST..=parts.len()).contains(&taken) {
        return None;
    }
    parts.truncate(taken);
    parts.reverse();
    let found = article.made(claim, Operation::Sum, &parts)?;
    (found.check.holds || found.is_near()).then_some(found)
}

/// "금메달 14개, 은메달 21개, 동메달 18개를 땄다. 총 53개의 메달은": a total of what the sentence before tells.
pub(super) fn listed(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let words = article.words(claim);
    let called = article.before(claim, NAME_REACH).split(' ').any(|word| words.total.contains(word));
    let part = |&i: &usize| article.alike(i, claim) && usable(article.operand(i).1, "") && !article.is_bracketed(i);
    let mut parts: Vec<usize> = article.near_before(claim, 1).filter(|_| called).filter(part).collect();
    let last = article.sentence(claim).checked_sub(1)?;
    let level = |&i: &usize| !article.is_change(i) && !article.is_compared(i) && article.sentence(i) == last;
    if parts.len() <= FEWEST || parts.len() > PARTS_MAX || !parts.iter().all(level) {
        return None;
    }
    parts.reverse();
    let found = article.made(claim, Operation::Sum, &parts)?;
    // "총 53개의 메달": each of the parts is one of them.
    let noun = article.after(claim, NAME_REACH).strip_prefix("의 ").and_then(|of| of.split(' ').next()).map(bare_noun);
    let named = noun.is_some_and(|noun| noun.chars().count() > 1 && parts.iter().all(|&i| name(article, i).ends_with(&noun)));
    (found.check.holds && digits(article.value(claim)) >= TELLING_DIGITS || named && found.is_near()).then_some(found)
}

/// A noun without its particle.
fn bare_noun(word: &str) -> String {
    bare(word).trim_end_matches(['을', '를']).to_owned()
}

/// The numbers of the claim's unit behind it in its sentence, or in one of the next.
fn parts(article: &Article<'_, '_>, claim: usize, ahead: usize) -> Vec<usize> {
    let sentence = article.sentence(claim) + ahead;
    let part = |&i: &usize| {
        let beside = article.is_bracketed(i) == article.is_bracketed(claim);
        beside && article.alike(i, claim) && usable(article.operand(i).1, "")
    };
    let all: Vec<usize> = article.near_behind(claim, ahead).filter(|&i| article.sentence(i) == sentence).filter(part).collect();
    let level = |&i: &usize| !article.is_change(i) && !article.is_compared(i) && article.value(i) < article.value(claim);
    if all.iter().all(level) { all } else { Vec::new() }
}

/// "이 중 15명은 …": whether a sentence begins with saying that it takes apart what was told before.
fn is_among(article: &Article<'_, '_>, first: usize) -> bool {
    article.words(first).among.begins(article.said(first).trim_start())
}

/// "나이별로는 20대가 19명, 30대가 28명": whether parts are told kind by kind.
fn is_by_kind(article: &Article<'_, '_>, claim: usize, first: usize) -> bool {
    let here = article.sentence(claim) == article.sentence(first);
    let head = if here { article.past(claim, first) } else { article.said(first) };
    head.split(' ').any(|word| article.words(first).kinds.iter().any(|kind| word.ends_with(kind)))
}

/// Whether the text says that there are no other parts.
fn is_complete(article: &Article<'_, '_>, parts: &[usize]) -> bool {
    let Some(&last) = parts.last() else { return false };
    let words = article.words(last);
    let half = |side: &str| parts.iter().any(|&i| name(article, i).ends_with(side));
    is_rest(article, parts) || are_halves(words, &half) || words.composed.is_in(&article.after(last, COMPOSED_REACH))
}

/// Whether the last of the parts is what is left.
fn is_rest(article: &Article<'_, '_>, parts: &[usize]) -> bool {
    parts.last().is_some_and(|&last| article.words(last).rest.ends(name(article, last)))
}

/// What a number is called right before it.
fn name<'a>(article: &Article<'a, '_>, i: usize) -> &'a str {
    bare(article.before(i, NAME_REACH)).trim_end_matches('의')
}

/// "네 회사의 이익을 합치면 3조 4000억 원이다": whether the text says that it adds up what it tells.
fn is_added_up(article: &Article<'_, '_>, claim: usize) -> bool {
    article.words(claim).added_up.ends(article.before(claim, NAME_REACH).trim_end())
}
