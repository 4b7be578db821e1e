//! Wholes and their parts where a sentence does not say "altogether": what is left of a whole, a whole whose parts are told
//! next, a part in percent of a whole that was named before, a change in percent with its base in a bracket.

use super::operation::{Change, Operation};
use super::scope::Scope;
use super::{Checked, FOUND_DIGITS, TELLING_DIGITS, digits, made};
use crate::facts::passage::Stretch;

/// Characters after a number in which it is called what is left ("240명이 남았다").
const LEFT_REACH: usize = 7;
/// Parts of a whole that are told one by one at most.
const PARTS_MAX: usize = 4;
/// Counters for the same: how often something was done.
const TIMES: &[&str] = &["번", "차례", "회"];

/// "245명 중 4명은 풀려났고 1명은 구출돼 240명이 남았다": the whole less its parts.
pub(super) fn remainder(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let words = &scope.lang.check_words;
    let after = scope.after(claim, LEFT_REACH);
    let before = scope.before(claim, LEFT_REACH);
    let left = |w: &str| after.contains(w) || before.trim_end().ends_with(w);
    if !words.left.iter().any(left) {
        return None;
    }
    let start = scope.counted[claim].at.start;
    let said = scope.alike(claim, Stretch::new(scope.sentence(claim).start.min(start), start));
    let (&whole, parts) = said.split_first()?;
    let among = scope.after(whole, LEFT_REACH);
    let of_whole = words.part.iter().take(2).any(|part| among.trim_start().starts_with(part));
    if !of_whole || parts.is_empty() || scope.bracketed(whole) {
        return None;
    }
    made(scope, claim, Operation::Difference, &said).filter(|found| found.check.holds)
}

/// "6개 팀이 나온다. 5개 팀은 정해졌고 나머지 1개 팀은 …": the parts of a whole that was told right before.
pub(super) fn told_next(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let sentence = scope.sentence(claim);
    let next = scope.passage.sentences.iter().find(|s| s.start >= sentence.end)?;
    let alike = |i: usize| scope.same_unit(i, claim) || scope.is_times(i) && scope.is_times(claim);
    let parts: Vec<usize> = scope.operands(claim, *next, "count").into_iter().filter(|&i| alike(i)).collect();
    let last = *parts.last()?;
    let rest = scope.lang.check_words.left.iter().any(|w| scope.before(last, LEFT_REACH).trim_end().ends_with(w));
    let topics = parts.iter().all(|&i| scope.after(i, 1).starts_with(['은', '는']));
    let same_noun =
        parts.iter().all(|&i| scope.is_times(i) || scope.counted_noun(i) == scope.counted_noun(claim) || topics && rest);
    let whole = scope.counted[claim].quantity.class == "count" && scope.counted[claim].quantity.min.is_none();
    if !whole || !(2..=PARTS_MAX).contains(&parts.len()) || !(rest || topics) || !same_noun {
        return None;
    }
    summed(scope, claim, &parts)
}

/// "컵은 모두 98개다. 이 중 종이컵은 93개, 유리컵은 5개다.": every number of its unit in the next sentence is a part of it.
pub(super) fn told_among(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let sentence = scope.sentence(claim);
    let next = scope.passage.sentences.iter().find(|s| s.start >= sentence.end)?;
    let among = scope.passage.from(next.start).trim_start();
    scope.lang.check_words.among.begins(among).then_some(())?;
    let mut parts = scope.alike(claim, *next);
    parts.retain(|&i| scope.bracketed(i) == scope.bracketed(claim));
    (2..=PARTS_MAX).contains(&parts.len()).then(|| summed(scope, claim, &parts)).flatten()
}

/// "동쪽 158명, 서쪽 69명, 남쪽 34명 등 평야가 261명": what a list before "등" adds up to.
pub(super) fn listed(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let before = scope.before(claim, LISTED_REACH);
    let at = scope.lang.check_words.others.iter().filter_map(|word| before.rfind(&format!(" {word} "))).max()?;
    let whole = before[at..].trim();
    let words = whole.split(' ').count();
    if whole.contains([',', '.']) || words > LISTED_WORDS || digits(scope.counted[claim].quantity.value?) < FOUND_DIGITS {
        return None;
    }
    let start = scope.counted[claim].at.start;
    let parts = scope.alike(claim, Stretch::new(scope.sentence(claim).start.min(start), start));
    (parts.len() >= 2).then(|| summed(scope, claim, &parts)).flatten()
}

/// Characters between a list and its total, and words of it from "등" on.
const LISTED_REACH: usize = 16;
const LISTED_WORDS: usize = 3;

/// "수출은 369억달러 … 수입은 378억달러 … 9억달러 적자": what is earned less what is spent.
pub(super) fn balance(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let words = &scope.lang.check_words;
    let after = scope.after(claim, LEFT_REACH);
    words.balance.begins(after.trim_start()).then_some(())?;
    let start = scope.counted[claim].at.start;
    let all = scope.alike(claim, Stretch::new(0, start));
    let of = |side: &str| {
        let measured = |i: &usize| {
            let measures = scope.counted[*i].quantity.measures.split(' ').next_back().unwrap_or_default();
            measures.trim_end_matches('액') == side
        };
        all.iter().copied().filter(measured).collect::<Vec<_>>()
    };
    let sides = words.sides.iter().filter_map(|pair| pair.split_once('·'));
    let pairs =
        sides.flat_map(|(earned, spent)| of(earned).into_iter().flat_map(move |a| of(spent).into_iter().map(move |b| (a, b))));
    let mut found = pairs.filter_map(|(a, b)| made(scope, claim, Operation::Difference, &[a, b]));
    found.find(|found| found.check.holds)
}

/// "교육에 쓰는 2100억원은 전체 예산안의 20%": the whole is named by the noun that an earlier number measured.
pub(super) fn named_whole(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let before = scope.before(claim, NAME_REACH);
    let noun = before.trim_end().strip_suffix('의')?.rsplit(' ').next().filter(|noun| noun.chars().count() >= 2)?.to_owned();
    let start = scope.counted[claim].at.start;
    let near = scope.operands(claim, scope.sentence(claim), "");
    // "이는 전체 수입의 18.3%": what the sentence before ended with.
    let points = scope.lang.check_words.pointing.begins(scope.passage.of(scope.sentence(claim)).trim_start());
    let told = || scope.operands(claim, scope.two_sentences(claim), "").into_iter().rfind(|&i| scope.counted[i].at.end <= start);
    let part = near.into_iter().rfind(|&i| scope.counted[i].at.end <= start).or_else(|| points.then(told).flatten())?;
    let topic = scope.after(part, 2);
    let says = points || topic.starts_with(['은', '는', '이', '가']) || topic.starts_with("으로") || topic.starts_with('로');
    let before_part = scope.operands(claim, Stretch::new(0, scope.counted[part].at.start), "");
    let whole = before_part.into_iter().rfind(|&i| {
        let measures = &scope.counted[i].quantity.measures;
        scope.same_unit(i, part) && measures.split(' ').next_back().is_some_and(|last| last == noun)
    })?;
    let larger = scope.counted[whole].quantity.value > scope.counted[part].quantity.value;
    (says && larger).then(|| made(scope, claim, Operation::Share, &[part, whole])).flatten()
}

/// Characters before a percentage in which its whole is named.
const NAME_REACH: usize = 14;

/// "게임을 하는 사람은 6292명(62.9%)": a share in a bracket, of a whole that the sentence or the one before tells; a share of
/// two digits only where the whole is called one ("모두 162명").
pub(super) fn share_found(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let value = scope.counted[claim].quantity.value?;
    let part = claim.checked_sub(1)?;
    let telling = digits(value);
    if telling < TELLING_DIGITS || scope.between(part, claim) != "(" || scope.changes(claim).is_some() {
        return None;
    }
    let words = &scope.lang.check_words;
    let called = |i: usize| {
        let after = scope.after(i, LEFT_REACH);
        words.total.iter().any(|total| scope.before(i, LEFT_REACH).trim_end().ends_with(total))
            || words.part.iter().take(2).any(|part| after.trim_start().starts_with(part))
    };
    let near = scope.operands(claim, scope.two_sentences(claim), "");
    let larger = |i: usize| scope.counted[i].quantity.value > scope.counted[part].quantity.value;
    let whole = |i: &usize| scope.same_unit(*i, part) && larger(*i) && (telling >= FOUND_DIGITS || called(*i));
    let found = near.into_iter().filter(whole).filter_map(|i| made(scope, claim, Operation::Share, &[part, i]));
    found.into_iter().find(|found| found.check.holds)
}

/// "606명(남 282명, 여 324명)": a bracket that takes its number apart.
pub(super) fn split(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let end = scope.counted[claim].at.end;
    let bracket = scope.passage.pairs.iter().find(|p| p.open == end)?;
    let inside = Stretch::new(bracket.open + 1, bracket.close);
    let all = scope.counted.iter().filter(|c| inside.contains(c.at)).count();
    let parts = scope.alike(claim, inside);
    (parts.len() >= 2 && parts.len() == all).then(|| summed(scope, claim, &parts)).flatten()
}

/// "1000명 중 465명이 찬성하고 535명이 반대했다": every other number of its unit in the sentence is a part of the whole.
pub(super) fn told_within(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let words = &scope.lang.check_words;
    let after = scope.after(claim, LEFT_REACH + LEFT_REACH);
    let among = |part: &str| after.trim_start().starts_with(part) || after.contains(&format!(" {part} "));
    if !words.part.iter().take(2).any(|part| among(part)) {
        return None;
    }
    let parts = scope.alike(claim, scope.sentence(claim));
    let start = scope.counted[claim].at.start;
    let later = parts.iter().all(|&i| scope.counted[i].at.start > start && !scope.bracketed(i));
    // The rest of a whole is checked where it stands.
    let left = |i: usize, w: &str| scope.before(i, LEFT_REACH).trim_end().ends_with(w) || scope.after(i, LEFT_REACH).contains(w);
    let rest = parts.iter().any(|&i| words.left.iter().any(|w| left(i, w)));
    (later && !rest && (2..=PARTS_MAX).contains(&parts.len())).then(|| summed(scope, claim, &parts)).flatten()
}

/// "14.66포인트(0.71%) 오른 2082.83", "2082.83으로 14.66포인트(0.71%) 올랐다": the share that a change is of the level before it.
pub(super) fn moved(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let change = claim.checked_sub(1).filter(|&i| scope.between(i, claim) == "(" && scope.counted[i].quantity.value.is_some())?;
    let operation = scope.changed_by(claim)?;
    let unit = |i: usize| scope.counted[i].quantity.unit.as_str();
    let level = |i: &usize| {
        let quantity = &scope.counted[*i].quantity;
        let larger = quantity.value > scope.counted[change].quantity.value;
        larger && (scope.same_unit(*i, change) || unit(*i).is_empty() && POINTS.contains(&unit(change)))
    };
    let words = &scope.lang.check_words;
    let after = Some(claim + 1).filter(|&i| {
        let next = scope.counted.get(i).filter(|next| next.at.start < scope.sentence(claim).end);
        next.is_some_and(|_| {
            let between = scope.between(claim, i);
            let verb = words.rise.is_in(between) || words.fall.is_in(between);
            verb && between.chars().count() <= MOVED_REACH && between.ends_with(' ') && !between.contains(',')
        })
    });
    let before = || change.checked_sub(1).filter(|&i| scope.leads(i, change));
    let level = after.filter(level).or_else(|| before().filter(level))?;
    made(scope, claim, operation, &[change, level])
}

/// "6만7550가구로 전달보다 5.9%(4272가구) 줄며": the same with the change in the bracket. Only what agrees is told, since the bracket
/// may hold the level before.
pub(super) fn moved_beside(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let change = claim + 1;
    let next = scope.counted.get(change).filter(|next| next.quantity.value.is_some())?;
    if scope.between(claim, change) != "(" || scope.after(change, 1) != ")" {
        return None;
    }
    let operation = scope.changed_by(claim)?;
    // "한 달 새": how long it took stands between.
    let level = (0..claim).rev().find(|&i| scope.counted[i].quantity.class != "duration")?;
    let larger = scope.counted[level].quantity.value > next.quantity.value;
    let fits = scope.leads(level, claim) && larger && scope.same_unit(level, change);
    fits.then(|| made(scope, claim, operation, &[change, level])).flatten().filter(|found| found.check.holds)
}

/// Units of a change of a level that has none.
const POINTS: [&str; 3] = ["포인트", "p", "P"];
/// Characters from a share to the level behind its verb, and from a level to its change.
const MOVED_REACH: usize = 10;
const LED_REACH: usize = 16;

/// "8만 원으로 167%(3만 원) 늘었다": the bracket after the percentage holds its base.
pub(super) fn bracket_base(scope: &Scope<'_, '_>, claim: usize) -> Option<Checked> {
    let (new, base) = (claim.checked_sub(1)?, claim + 1);
    let next = scope.counted.get(base)?;
    let linked = matches!(scope.between(new, claim).trim(), "으로" | "로");
    let told = next.quantity.value.is_some() && scope.between(claim, base) == "(" && scope.after(base, 1) == ")";
    let telling = digits(scope.counted[claim].quantity.value?) >= TELLING_DIGITS;
    if !linked || !told || !telling || !scope.same_unit(new, base) {
        return None;
    }
    made(scope, claim, Operation::PercentChange, &[base, new]).filter(|found| found.check.holds)
}

/// The sum of these, where it is what the text claims.
fn summed(scope: &Scope<'_, '_>, claim: usize, parts: &[usize]) -> Option<Checked> {
    made(scope, claim, Operation::Sum, parts).filter(|found| found.check.holds)
}

impl Scope<'_, '_> {
    /// The other numbers of a stretch that count in the claim's unit.
    fn alike(&self, claim: usize, stretch: Stretch) -> Vec<usize> {
        let mut all = self.operands(claim, stretch, self.counted[claim].quantity.class);
        all.retain(|&i| self.same_unit(i, claim));
        all
    }

    /// How the share that a change is of the level before it comes from the change and the new level.
    fn changed_by(&self, claim: usize) -> Option<Operation> {
        self.changes(claim).map(|change| match change {
            Change::Rise => Operation::Gained,
            Change::Fall => Operation::Lost,
        })
    }

    /// "2082.83으로 14.66포인트": whether a level leads to a number of its sentence.
    fn leads(&self, level: usize, to: usize) -> bool {
        let between = self.between(level, to).trim_start();
        let led = between.starts_with("으로 ") || between.starts_with("로 ");
        led && between.chars().count() <= LED_REACH && self.counted[level].at.start >= self.sentence(to).start
    }

    /// Whether a number counts how often.
    fn is_times(&self, i: usize) -> bool {
        TIMES.contains(&self.counted[i].quantity.unit.as_str())
    }

    /// The first syllables of the word after a counter ("6개 팀"), for telling whether two numbers count the same.
    fn counted_noun(&self, i: usize) -> String {
        let unit = self.counted[i].quantity.unit.as_str();
        let after = self.after(i, 3);
        if unit == "개" { after.trim_start().chars().take(1).collect() } else { String::new() }
    }
}
