//! Shares of a whole that another part of the text tells: "응시생은 모두 2만5555명이다. 재학생이 1만8412명으로 72.0%를 차지했다".

use super::article::{Article, bare, begins_from};
use super::operation::Operation;
use super::scope::usable;
use super::{Checked, moved};
use std::str::Split;

/// Sentences before a share in which its whole is called one.
const SENTENCES_BEFORE: usize = 3;
/// Sentences before a part in which its whole is measured by the noun that the share names.
const WHOLE_SENTENCES: usize = 9;
/// Sentences before a rate in which its part and its whole are told.
const RATE_SENTENCES: usize = 2;
/// Characters beside a number in which it is called a whole, or a share by its noun, and before a part in which its whole is named.
const CALLED_REACH: usize = 8;
const NAME_REACH: usize = 24;

pub(super) fn find(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let quantity = article.quantity(claim);
    let operation = match quantity.class {
        "percent" => Operation::Share,
        "ratio" if quantity.value.is_some_and(|value| value < 1.0) => Operation::Ratio,
        _ => return None,
    };
    if article.direction(claim).is_some() || article.is_arrow(claim) {
        return None;
    }
    let rated = pointed(article, claim)
        .or_else(|| rate(article, claim))
        .or_else(|| weight(article, claim))
        .or_else(|| counted_share(article, claim))
        .or_else(|| named_rate(article, claim))
        .or_else(|| of_named(article, claim));
    let pair = rated.or_else(|| {
        let part = part_beside(article, claim)?;
        Some([part, whole(article, claim, part)?])
    });
    let [part, whole] = pair?;
    // "3951명으로 전일 대비 13%인 446명 늘었다": what the part is a share of is the level before.
    let grown = article.is_change(part).then(|| article.direction(part)).flatten().map(moved::operation);
    article.made(claim, grown.filter(|_| operation == Operation::Share).unwrap_or(operation), &[part, whole])
}

/// A claim whose part is told like that of another share of the same sentences: both are shares of one whole.
pub(super) fn like(article: &Article<'_, '_>, claim: usize, shares: &[(usize, [usize; 2])]) -> Option<Checked> {
    let of_all = article.words(claim).of_all.ends(article.before(claim, CALLED_REACH).trim_end());
    let last = || article.near_before(claim, 1).next().filter(|_| of_all || is_rate(article, claim));
    let part = part_beside(article, claim).or_else(last)?;
    let reach = if of_all { SENTENCES_BEFORE } else { 1 };
    let beside = |(other, [_, whole]): &&(usize, [usize; 2])| {
        article.sentence(*other).abs_diff(article.sentence(part)) <= reach && is_larger(article, *whole, part)
    };
    let open = article.quantity(claim).class == "percent" && article.direction(claim).is_none();
    let (_, [_, whole]) = shares.iter().find(beside).filter(|_| open && noun(article, part.min(claim)).is_none())?;
    article.made(claim, Operation::Share, &[part, *whole])
}

/// "202명(18.1%)", "18.1%(202명)", "18.1%인 202명", "202명으로 18.1%".
pub(super) fn part_beside(article: &Article<'_, '_>, claim: usize) -> Option<usize> {
    let words = article.words(claim);
    let (scope, at) = article.scope(claim);
    // "292개 기관(40.5%)".
    let bracket = |between: &str| between.strip_suffix('(').is_some_and(|noun| noun.trim().split(' ').count() == 1);
    // "26곳, 13.5%가", "26곳, 13.5%다".
    let listed = |between: &str| {
        let behind = scope.after(at, CALLED_REACH);
        let said = behind.starts_with(['가', '이']) || scope.lang.grammar.copulas.begins(&behind) || words.share.is_in(&behind);
        said && (between == ", " || words.again.contains(between))
    };
    let told = |between: &str| bracket(between) || words.parted.contains(between) || listed(between);
    let before = article.told_before(claim).next().filter(|_| at > 0 && told(scope.between(at - 1, at)));
    let linked = |between: &str| between == "(" || words.linked.contains(between);
    let behind = || article.near_behind(claim, 0).next().filter(|_| linked(scope.between(at, at + 1)));
    before.or_else(behind).filter(|&part| usable(article.operand(part).1, ""))
}

/// Whether a claim is called a share: "성공률이 66.7%", "66.7%의 성공률".
pub(super) fn is_rate(article: &Article<'_, '_>, claim: usize) -> bool {
    let (rates, behind) = (article.words(claim).rate_nouns, article.after(claim, CALLED_REACH));
    rates.ends(bare(article.before(claim, CALLED_REACH)).trim_end_matches('로'))
        || behind.starts_with('의') && rates.is_in(&behind)
}

/// "24명 가운데 8명이 신고했다. 3분의 1에 해당하는 인원이다": a sentence that begins with the share of what was told last.
fn pointed(article: &Article<'_, '_>, claim: usize) -> Option<[usize; 2]> {
    let leads = article.said(claim).trim().is_empty() && article.words(claim).share.is_in(&article.after(claim, CALLED_REACH));
    let mut told = article.near_before(claim, 1).filter(|_| leads);
    let (part, whole) = (told.next()?, told.next()?);
    (article.is_whole(whole) && is_larger(article, whole, part)).then_some([part, whole])
}

/// "31개 중 11개만 넣어 성공률이 45.5%": the part and the whole that a rate is made of, in its sentence.
fn rate(article: &Article<'_, '_>, claim: usize) -> Option<[usize; 2]> {
    let mut told = article.told_before(claim);
    let part = told.next().filter(|_| is_rate(article, claim))?;
    let whole = told.find(|&w| article.alike(w, part));
    let among = whole.filter(|&w| article.is_whole(w) && is_larger(article, w, part));
    among.map(|whole| [part, whole]).or_else(|| per(article, claim))
}

/// "가동률은 85.4%다. 700병상 중 598병상이 찼다": a rate whose whole and part the next sentence begins with.
pub(super) fn rate_before(article: &Article<'_, '_>, claim: usize) -> Option<Checked> {
    let mut told =
        article.near_behind(claim, 1).filter(|_| article.quantity(claim).class == "percent" && is_rate(article, claim));
    let (whole, part) = (told.next()?, told.next()?);
    let next = article.sentence(whole) == article.sentence(part) && article.sentence(whole) > article.sentence(claim);
    let among = next && article.is_whole(whole) && is_larger(article, whole, part);
    among.then(|| article.made(claim, Operation::Share, &[part, whole])).flatten().filter(|found| found.check.holds)
}

/// "3594명이었으나 2149명이 지원해 모집인원 대비 지원자 비율은 65.2%", "612곳에서 마쳤다. 988곳을 기준으로 한 완료율은 71.9%": the two numbers before
/// a rate that says what it is a share of.
fn per(article: &Article<'_, '_>, claim: usize) -> Option<[usize; 2]> {
    article.words(claim).per.is_in(article.clause(claim)).then_some(())?;
    let level = |&i: &usize| usable(article.operand(i).1, "") && !article.is_change(i) && !article.is_bracketed(i);
    let mut told = article.near_before(claim, 1).filter(level);
    let (last, first) = (told.next()?, told.next()?);
    let pair = if article.value(first) < article.value(last) { [first, last] } else { [last, first] };
    (told.next().is_none() && article.alike(last, first)).then_some(pair)
}

/// "여자 선수는 1523명이다. 전체 등록 선수는 2만5214명이어서 여자 선수의 비중은 6%": both counts of the noun whose share is told.
fn weight(article: &Article<'_, '_>, claim: usize) -> Option<[usize; 2]> {
    let (of, share) = article.said(claim).trim_end().rsplit_once("의 ").filter(|_| is_rate(article, claim))?;
    let noun = of.rsplit(' ').next().filter(|_| article.words(claim).weights.begins(share))?;
    let level = |&i: &usize| usable(article.operand(i).1, "") && !article.is_change(i) && !article.is_bracketed(i);
    let mut told = article.near_before(claim, RATE_SENTENCES).filter(level).filter(|&i| article.names(i, noun));
    let (last, first) = (told.next()?, told.next()?);
    let pair = if article.value(first) < article.value(last) { [first, last] } else { [last, first] };
    (told.next().is_none() && noun.chars().count() > 1 && article.alike(last, first)).then_some(pair)
}

/// "남성 38명, 여성 26명 등 모두 64명이다. 여성 비율은 40.6%": the number of the noun whose share is told, and the total beside it.
fn counted_share(article: &Article<'_, '_>, claim: usize) -> Option<[usize; 2]> {
    let (of, share) = bare(article.said(claim)).trim_end().rsplit_once(' ')?;
    let noun = of.rsplit(' ').next().filter(|noun| noun.chars().count() > 1)?;
    article.words(claim).weights.contains(share).then_some(())?;
    let mut parts = article.near_before(claim, 1).filter(|&i| article.names(i, noun) && !article.is_change(i));
    let part = parts.next().filter(|_| parts.next().is_none())?;
    let here = |i: usize| article.sentence(i) == article.sentence(part);
    let whole = article.near_behind(part, 0).find(|&w| here(w) && is_larger(article, w, part) && is_called(article, w))?;
    Some([part, whole])
}

/// "매출 4812억 원, 영업이익 577억 원 … 영업이익률은 14.2%": a rate whose part and whole have names of their own.
fn named_rate<'a>(article: &Article<'a, '_>, claim: usize) -> Option<[usize; 2]> {
    let clause = bare(article.clause(claim));
    let mut rates = article.words(claim).rates.iter().map(|rate| rate.split('·'));
    // "영업이익률은 매출 8400억 원, 영업이익 672억 원으로 8%": called so before its numbers.
    let topic = |name: &str| article.said(claim).rsplit_once(name).map(|(before, rest)| (before, rest.starts_with(['은', '는'])));
    let called = |name: &&str| clause.strip_suffix(name).or_else(|| topic(name).filter(|found| found.1).map(|found| found.0));
    let named = |mut nouns: Split<'a, char>| nouns.next().and_then(|name| called(&name)).map(|before| (before, nouns));
    let (before, mut nouns) = rates.find_map(named)?;
    // "공조 부문 영업이익률": of a part of the company.
    if before.trim_end().rsplit(' ').next().is_some_and(|word| article.words(claim).divisions.ends(word)) {
        return None;
    }
    let mut told = || {
        let noun = nouns.next()?;
        let level = |t: usize| !article.is_change(t) && !article.is_bracketed(t) && usable(article.operand(t).1, "");
        let left = |t: usize| begins_from(&article.after(t, CALLED_REACH), article.words(t));
        let named = |&t: &usize| article.quantity(t).class != "percent" && level(t) && !left(t) && article.names(t, noun);
        let mut all = article.near_before(claim, RATE_SENTENCES).filter(named);
        all.next().filter(|_| all.next().is_none())
    };
    let (part, whole) = (told()?, told()?);
    is_larger(article, whole, part).then_some([part, whole])
}

/// "교육에 쓰는 2100억원은 전체 예산안의 20%", "이는 전체 수입의 18.3%": the whole by the noun that an earlier number measures, and what was
/// told last.
fn of_named(article: &Article<'_, '_>, claim: usize) -> Option<[usize; 2]> {
    let said = article.said(claim);
    let noun = said.trim_end().strip_suffix('의')?.rsplit(' ').next().filter(|noun| noun.chars().count() > 1)?;
    let points = article.words(claim).pointing.begins(said.trim_start());
    let beside = part_beside(article, claim);
    let part = beside.or_else(|| article.near_before(claim, usize::from(points)).next())?;
    let topic = beside.is_some() || ["은", "는", "이", "가", "로", "으"].contains(&article.after(part, 1).as_str());
    let wholes = article.near_before(part, WHOLE_SENTENCES).filter(|&w| is_larger(article, w, part));
    let whole = wholes
        .filter(|&w| !article.is_compared(w))
        .find(|&w| article.quantity(w).measures.split(' ').next_back() == Some(noun))?;
    (points || topic).then_some([part, whole])
}

/// What a part is a share of: what the text names ("숨진 보행자 중"), calls a whole, or tells alone before "전체의".
fn whole(article: &Article<'_, '_>, claim: usize, part: usize) -> Option<usize> {
    let first = part.min(claim);
    let mut wholes = article.near_before(first, SENTENCES_BEFORE).filter(|&w| is_larger(article, w, part));
    // "238명 가운데 약을 받은 120명에서는 78명(65%)".
    let among =
        wholes.clone().next().filter(|&w| article.after(w, 2) == "에서" && article.sentence(w) == article.sentence(first));
    if among.is_some() {
        return among;
    }
    if let Some((noun, back)) = noun(article, first) {
        // The whole was told before its noun; what stands behind it is another part.
        let (here, start) = (article.sentence(first), article.operand(first).1.at.start);
        let mut wholes = wholes.filter(|&w| article.sentence(w) < here || article.operand(w).1.at.end + back <= start);
        let mut again = wholes.clone();
        let beside = wholes.find(|&w| bare(article.before(w, NAME_REACH)).ends_with(noun));
        return beside.or_else(|| again.find(|&w| article.names(w, noun)));
    }
    // "승객 21명이 타고 있었고 이 가운데 3분의 1인 7명이": what was told last.
    if article.words(claim).among.iter().any(|among| article.before(first, NAME_REACH).contains(among)) {
        return wholes.find(|&w| !article.is_left(w) && !article.is_compared(w) && !article.is_change(w));
    }
    let alone = || {
        article.words(claim).of_all.ends(article.before(claim, CALLED_REACH).trim_end()).then_some(())?;
        let level = |&w: &usize| article.alike(w, part) && !article.is_change(w) && !article.is_bracketed(w);
        let before = article.near_before(claim, 1).filter(|&w| article.sentence(w) < article.sentence(claim));
        let mut all = before.filter(level).filter(|&w| !article.is_compared(w));
        all.next().filter(|&w| all.next().is_none() && is_larger(article, w, part))
    };
    wholes.find(|&w| is_called(article, w)).or_else(alone)
}

pub(super) fn is_larger(article: &Article<'_, '_>, whole: usize, part: usize) -> bool {
    usable(article.operand(whole).1, "") && article.alike(whole, part) && article.value(whole) > article.value(part)
}

/// "숨진 보행자 중 고령자는 588명": the noun of the whole that a part is of, and how many characters before the part it ends; "이 가운데"
/// only points.
fn noun<'a>(article: &Article<'a, '_>, part: usize) -> Option<(&'a str, usize)> {
    let before = article.before(part, NAME_REACH);
    let of = article.words(part).part.iter().take(2).filter_map(|of| before.rfind(&format!(" {of} "))).max()?;
    let noun = before[..of].rsplit(' ').next()?;
    let back = before[of..].chars().count();
    let points = article.words(part).among.iter().any(|among| among.starts_with(noun));
    (noun.chars().count() > 1 && !points && noun.chars().all(char::is_alphabetic)).then_some((noun, back))
}

/// "모두 162명", "2140명에게 물은", "1250명 가운데": whether a number is called a whole.
fn is_called(article: &Article<'_, '_>, i: usize) -> bool {
    let words = article.words(i);
    let total = words.total.ends(article.before(i, CALLED_REACH).trim_end());
    total || article.is_whole(i) || words.asked.begins(article.after(i, CALLED_REACH).trim_start())
}
