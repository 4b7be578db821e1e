//! Which numbers a claim is made of, as far as the sentence says so.

use super::operation::Change;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::quantity::Counted;
use crate::facts::unit;
use crate::lang::LangPack;
use crate::text::enclosure::Marks;

/// The quantities of a passage, as operands and claims.
pub(crate) struct Scope<'a, 'p> {
    pub(crate) passage: &'a Passage<'p>,
    pub(crate) counted: &'a [Counted],
    pub(crate) lang: &'a LangPack,
}

/// Characters after a claim in which its verb of change stands ("5.3배나 증가").
const VERB_REACH: usize = 9;
/// Characters before a total in which it is called one ("모두 17명").
const TOTAL_REACH: usize = 14;

impl Scope<'_, '_> {
    pub(crate) fn sentence(&self, claim: usize) -> Stretch {
        self.passage.sentence_of(self.counted[claim].at.start)
    }

    /// The sentence of the claim and the one before it.
    pub(crate) fn two_sentences(&self, claim: usize) -> Stretch {
        let sentence = self.sentence(claim);
        let before = self.passage.sentences.iter().rfind(|s| s.end <= sentence.start);
        Stretch::new(before.map_or(sentence.start, |s| s.start), sentence.end)
    }

    /// Quantities of a stretch that can be computed with; of one class where the claim asks for it.
    pub(crate) fn operands(&self, claim: usize, stretch: Stretch, class: &str) -> Vec<usize> {
        let usable = |c: &Counted| {
            let quantity = &c.quantity;
            let plain = quantity.value.is_some_and(|v| v > 0.0) && quantity.min.is_none() && quantity.max.is_none();
            let class = if class.is_empty() {
                !matches!(quantity.class, "ratio" | "rank" | "score" | "age" | "percent_point" | "other" | "duration")
            } else {
                quantity.class == class
            };
            plain && class && stretch.contains(c.at)
        };
        (0..self.counted.len()).filter(|&i| i != claim && usable(&self.counted[i]) && !self.converted(i)).collect()
    }

    /// "15만원(약 110달러)": the same amount in another unit.
    fn converted(&self, i: usize) -> bool {
        let Some(twin) = i.checked_sub(1) else { return false };
        let (twin_class, class) = (self.counted[twin].quantity.class, self.counted[i].quantity.class);
        twin_class == class && !self.same_unit(twin, i) && self.between(twin, i) == "("
    }

    pub(crate) fn same_unit(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.counted[a].quantity, &self.counted[b].quantity);
        a.unit == b.unit && a.class == b.class
    }

    /// Whether two numbers measure the same, and a claim in another sentence speaks of it too.
    pub(crate) fn same_measure(&self, a: usize, b: usize, claim: usize) -> bool {
        let measures = |i: usize| self.counted[i].quantity.measures.as_str();
        let close = |x: &str, y: &str| !x.is_empty() && !y.is_empty() && (x.contains(y) || y.contains(x));
        let sentence = self.sentence(claim);
        let here = sentence.contains(self.counted[a].at) && sentence.contains(self.counted[b].at);
        close(measures(a), measures(b)) && (here || close(measures(a), measures(claim)))
    }

    /// Text from the end of one quantity to the start of another.
    pub(crate) fn between(&self, a: usize, b: usize) -> &str {
        let (a, b) = (self.counted[a].at, self.counted[b].at);
        if a.end <= b.start { self.passage.of(Stretch::new(a.end, b.start)) } else { "" }
    }

    /// The same without a bracket that begins it ("1200억 달러(약 136조원)로 …").
    pub(crate) fn past_bracket(&self, a: usize, b: usize) -> &str {
        let end = self.counted[a].at.end;
        let start = self.passage.pairs.iter().find(|p| p.open == end && p.marks == Marks::Round).map_or(end, |p| p.close + 1);
        if start <= self.counted[b].at.start { self.passage.of(Stretch::new(start, self.counted[b].at.start)) } else { "" }
    }

    pub(crate) fn after(&self, claim: usize, reach: usize) -> String {
        let at = self.counted[claim].at.end;
        let end = self.sentence(claim).end.max(at);
        self.passage.chars[at..end].iter().take(reach).collect()
    }

    /// The characters of its sentence right before a claim.
    pub(crate) fn before(&self, claim: usize, reach: usize) -> &str {
        let start = self.counted[claim].at.start;
        self.passage.of(Stretch::new(self.sentence(claim).start.min(start).max(start.saturating_sub(reach)), start))
    }

    /// Whether a number stands in a bracket.
    pub(crate) fn bracketed(&self, i: usize) -> bool {
        self.passage.inside(self.counted[i].at.start, &[Marks::Round]).is_some()
    }

    /// What follows a claim and a bracket right after it.
    fn after_brackets(&self, claim: usize) -> String {
        let at = self.counted[claim].at.end;
        let start = self.passage.pairs.iter().find(|p| p.open == at).map_or(at, |p| p.close + 1);
        // "7829명으로 207명 줄어든": the verb belongs to the number that it follows.
        let next = self.counted[claim + 1..].iter().find(|c| c.at.start >= start && c.quantity.class != "duration");
        let end = self.sentence(claim).end.min(next.map_or(usize::MAX, |c| c.at.start)).max(start);
        self.passage.chars[start..end].iter().take(VERB_REACH).collect()
    }

    /// "27분(132분→159분)": the two values in the bracket after a claim.
    pub(crate) fn arrow_after(&self, claim: usize) -> Option<(usize, usize)> {
        let (a, b) = (claim + 1, claim + 2);
        (b < self.counted.len() && self.between(claim, a) == "(" && self.between(a, b).trim() == "→" && self.same_unit(a, b))
            .then_some((a, b))
    }

    /// Whether a quantity is itself one end of an arrow.
    pub(crate) fn beside_arrow(&self, claim: usize) -> bool {
        let at = self.counted[claim].at;
        self.passage.from(at.end).trim_start().starts_with('→')
            || self.passage.of(Stretch::new(0, at.start)).trim_end().ends_with('→')
    }

    /// "27.9%까지 감소했다": how low it fell, not by how much.
    pub(crate) fn is_level(&self, claim: usize) -> bool {
        let after = self.after_brackets(claim);
        self.lang.check_words.levels.iter().any(|word| after.starts_with(word))
    }

    /// Whether the claim is said to be a rise or a fall, right after it.
    pub(crate) fn changes(&self, claim: usize) -> Option<Change> {
        let after = self.after_brackets(claim);
        let words = &self.lang.check_words;
        match (words.rise.find_in(&after), words.fall.find_in(&after)) {
            (Some(rise), Some(fall)) => Some(if rise < fall { Change::Rise } else { Change::Fall }),
            (Some(_), None) => Some(Change::Rise),
            (None, Some(_)) => Some(Change::Fall),
            (None, None) => None,
        }
    }

    /// The two numbers of one unit that the sentence compares, when it has no third: "A에서 B로", "A로 … B보다", "B의 3배".
    pub(crate) fn pair_said(&self, claim: usize, near: &[usize]) -> Option<(usize, usize)> {
        let words = &self.lang.check_words;
        let mut operands: Vec<usize> = near.to_vec();
        if operands.is_empty() && words.gap.is_in(self.passage.of(self.sentence(claim))) {
            let class = if self.counted[claim].quantity.class == "percent_point" { "percent" } else { return None };
            operands = self.operands(claim, self.two_sentences(claim), class);
            return match operands[..] {
                [a, b] => Some((a, b)),
                _ => None,
            };
        }
        operands.retain(|&i| self.counted[i].at.start < self.counted[claim].at.start);
        let [.., a, b] = operands[..] else { return None };
        let alone = operands.iter().filter(|&&i| self.same_unit(i, a)).count() == 2 && self.same_unit(a, b);
        let next = self.past_bracket(b, claim);
        let compared =
            words.from.iter().any(|from| {
                self.between(a, b).starts_with(from) || self.between(a, b).trim_start_matches('대').starts_with(from)
            }) && (next.starts_with('로') || next.starts_with("으로"));
        let than = words.than.iter().any(|than| next.trim_start_matches([')', ' ']).starts_with(than))
            || next.trim_start_matches([')', ' ']).starts_with('의');
        let tight = self.between(a, b).matches(['.', ';']).count() == 0;
        (alone && tight && (compared || than)).then_some((a, b)).or_else(|| self.pair_around(claim, near))
    }

    /// "3000원에서 50% 할인한 1500원", "13만대보다 44.9% 증가한 20만대": one number to each side of the claim.
    fn pair_around(&self, claim: usize, near: &[usize]) -> Option<(usize, usize)> {
        let words = &self.lang.check_words;
        let start = self.counted[claim].at.start;
        let a = *near.iter().rfind(|&&i| self.counted[i].at.start < start)?;
        let b = *near.iter().find(|&&i| self.counted[i].at.start > start)?;
        let next = self.past_bracket(a, claim).trim_start_matches([')', ' ']);
        let from = words.from.iter().chain(words.than).any(|word| next.starts_with(word));
        let tight =
            self.between(claim, b).chars().count() < VERB_REACH && !self.between(claim, b).contains([',', '.', '고', '며']);
        let other = next.contains(',') || !self.same_unit(a, b);
        (from && tight && !other && self.changes(claim).is_some()).then_some((a, b))
    }

    /// Part and whole of a percentage: "A 가운데 … B로 n%", "A에게 물은 결과 B(n%)", "B로, …A의 n%".
    pub(crate) fn share_said(&self, claim: usize, near: &[usize]) -> Option<(usize, usize)> {
        let before: Vec<usize> =
            near.iter().copied().filter(|&i| self.counted[i].at.start < self.counted[claim].at.start).collect();
        let (&b, rest) = before.split_last()?;
        // "721개 기관에서 2만 명이 … 그중 292개 기관(40.5%)"
        let named_part = self.between(b, claim).strip_suffix('(').filter(|noun| noun.trim().split(' ').count() == 1);
        let same = |i: &&usize| self.same_unit(**i, b);
        let a = if named_part.is_some() { *rest.iter().rfind(same)? } else { *rest.last()? };
        if !self.same_unit(a, b) || self.changes(claim).is_some() {
            return None;
        }
        let value = |i: usize| self.counted[i].quantity.value.unwrap_or(0.0);
        let next = self.between(b, claim);
        let bracket = named_part.is_some() && value(a) > value(b) && self.after(claim, 1) == ")";
        let parts = self.lang.check_words.part;
        let of_whole = value(b) > value(a) && parts.iter().any(|part| next.trim_start_matches([')', ' ']).trim_end() == *part);
        let among = |text: &str| parts.iter().take(2).any(|part| text.starts_with(part) || text.contains(&format!(" {part} ")));
        let whole_first = among(self.between(a, b).trim_start())
            && !self.between(a, b).contains('.')
            && value(a) > value(b)
            && (next.starts_with("으로 ") || next.starts_with("로 ") || bracket);
        let asked = bracket
            && (["에게", "가운데", " 중 "].iter().any(|word| self.between(a, b).contains(word))
                || self.lang.check_words.among.iter().any(|word| self.between(a, b).contains(word)));
        match (of_whole, whole_first || asked) {
            (true, _) => Some((a, b)),
            (_, true) => Some((b, a)),
            _ => None,
        }
    }

    /// Whether a subject of its own stands between a number and the claim: then the claim may be about that ("상위 20%가 하위
    /// 20%에 비해 위험도가 1.8배").
    pub(crate) fn retold(&self, b: usize, claim: usize) -> bool {
        let words = self.between(b, claim).split(' ').skip(1);
        words.into_iter().any(|word| word.chars().count() > 1 && word.ends_with(['이', '가', '은', '는']))
    }

    /// The numbers that a total adds up: all of its unit before it in the sentence; and whether the list is complete, so that
    /// another sum would be wrong.
    pub(crate) fn addends(&self, claim: usize) -> Option<(Vec<usize>, bool)> {
        let words = &self.lang.check_words;
        let start = self.counted[claim].at.start;
        let before = self.before(claim, TOTAL_REACH);
        let called = words.total.iter().filter_map(|total| before.rfind(total)).max()?;
        if before[called..].contains(',') {
            return None;
        }
        let near = self.operands(claim, self.sentence(claim), self.counted[claim].quantity.class);
        let addends: Vec<usize> =
            near.into_iter().filter(|&i| self.counted[i].at.start < start && self.same_unit(i, claim)).collect();
        let (first, last) = (*addends.first()?, *addends.last()?);
        let list = self.passage.of(Stretch::new(self.counted[first].at.end, start));
        let open = list.split([' ', ',']).any(|word| {
            words.others.contains(word)
                || words.others.iter().any(|o| word == format!("{o}을") || word == format!("{o}에") || word == format!("{o}의"))
        });
        let nested = self.between(last, claim).contains(['“', '"', '”', '.'])
            || words.part.iter().take(2).any(|part| list.contains(&format!(" {part} ")));
        // "4개 부문(1개 부문을 포함해 모두 5개)": what a bracket adds up stands inside it.
        let level = addends.iter().all(|&i| self.bracketed(i) == self.bracketed(claim));
        let noun = |c: &Counted| unit::named(&c.quantity.unit).is_none_or(|unit| unit.noun);
        let other = |c: &Counted| {
            c.at.start > self.counted[first].at.start && c.at.end < start && c.quantity.class == "count" && !noun(c)
        };
        let mixed = self.counted.iter().any(|c| other(c) && c.quantity.unit != self.counted[claim].quantity.unit);
        (addends.len() >= 2 && !nested && level).then_some((addends, !open && !mixed))
    }
}
