//! Which numbers a claim is made of, as far as the sentence says so.

use super::are_halves;
use super::operation::Change;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::quantity::Counted;
use crate::facts::unit;
use crate::facts::word::ends_in_n;
use crate::lang::{LangPack, Words};
use crate::text::enclosure::Marks;

/// The quantities of a passage, as operands and claims.
pub(crate) struct Scope<'a, 'p> {
    pub(crate) passage: &'a Passage<'p>,
    pub(crate) counted: &'a [Counted],
    pub(crate) lang: &'a LangPack,
}

/// Characters after a claim in which its verb of change stands ("5.3배나 증가").
const VERB_REACH: usize = 9;
/// Characters before a difference in which it is called one ("격차는 1.50%포인트").
const GAP_REACH: usize = 8;
/// Characters before a total in which it is called one ("모두 17명").
const TOTAL_REACH: usize = 14;

/// Words between a list and its total at most.
const LISTED_WORDS: usize = 1;

/// Whether a quantity can be computed with; of one class where the claim asks for it.
pub(super) fn usable(counted: &Counted, class: &str) -> bool {
    let quantity = &counted.quantity;
    let plain = quantity.value.is_some_and(|v| v > 0.0) && quantity.min.is_none() && quantity.max.is_none();
    let fits = if class.is_empty() {
        !matches!(quantity.class, "ratio" | "rank" | "score" | "age" | "percent_point" | "other" | "duration")
    } else {
        quantity.class == class
    };
    plain && fits
}

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
        let here = |i: usize| stretch.contains(self.counted[i].at) && usable(&self.counted[i], class);
        (0..self.counted.len()).filter(|&i| i != claim && here(i) && !self.converted(i)).collect()
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

    /// What is said between the number before a claim, or the beginning of its sentence, and the claim.
    pub(super) fn clause(&self, claim: usize) -> &str {
        let start = self.counted[claim].at.start;
        let before = claim.checked_sub(1).map_or(0, |before| self.counted[before].at.end);
        self.passage.of(Stretch::new(self.sentence(claim).start.max(before).min(start), start))
    }

    /// Whether a number stands in a bracket.
    pub(crate) fn bracketed(&self, i: usize) -> bool {
        self.passage.inside(self.counted[i].at.start, &[Marks::Round]).is_some()
    }

    /// What follows a claim and a bracket right after it.
    pub(super) fn after_brackets(&self, claim: usize) -> String {
        let at = self.counted[claim].at.end;
        let start = self.passage.pairs.iter().find(|p| p.open == at).map_or(at, |p| p.close + 1);
        // "7829명으로 207명 줄어든": the verb belongs to the number that it follows.
        // "8만3785건 38.34% 늘어", "1374명, 12.3% 적다": the same change twice has one verb.
        let again = |c: &Counted| {
            c.quantity.class == "percent" && c.at.start >= start && {
                let between = self.passage.of(Stretch::new(start, c.at.start));
                between.len() <= 1 || self.lang.check_words.again.contains(between)
            }
        };
        // "9.8% 한 달 새 늘었다": how long it took stands between.
        let long = self.counted[claim].quantity.class == "duration";
        let stops = |c: &&Counted| c.at.start >= start && (long || c.quantity.class != "duration");
        let mut rest = self.counted[claim + 1..].iter().filter(stops);
        let start = rest.clone().next().filter(|c| again(c)).map_or(start, |c| c.at.end);
        let next = rest.find(|c| c.at.start >= start);
        let end = self.sentence(claim).end.min(next.map_or(usize::MAX, |c| c.at.start)).max(start);
        // "전기차 1만6900대, 플러그인하이브리드카 …": the next clause has a verb of its own.
        let behind = self.passage.of(Stretch::new(start, end.min(start + VERB_REACH)));
        behind.split(", ").next().unwrap_or(behind).to_owned()
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
        // Verbs of one syllable are looked for behind a space ("적자" is no "적다"); one may stand right behind the number.
        let mut after = self.after_brackets(claim);
        after.insert(0, ' ');
        let words = &self.lang.check_words;
        // "가장 많았다" says its rank.
        if words.most.is_in(&after) {
            return None;
        }
        let quantity = &self.counted[claim].quantity;
        // "12명이 결승에 올랐다", "12㎞ 떨어진 곳": they go themselves, or are away.
        let goes = |at: &usize| {
            let verb = after[*at..].trim_start();
            matches!(quantity.unit.as_str(), "명" | "인") && words.goes.begins(verb)
                || quantity.class == "length" && words.away.begins(verb)
        };
        // "9870억 원이었으며 증가율은 25%다": what is called so stands behind it.
        let named = |at: &usize| words.growth.begins(&after[*at..]) && !matches!(after[..*at].trim(), "" | "의" | "대");
        let at = |list: Words| list.find_in(&after).filter(|at| !goes(at) && !named(at));
        match (at(words.rise), at(words.fall)) {
            (Some(rise), Some(fall)) => Some(if rise < fall { Change::Rise } else { Change::Fall }),
            (Some(_), None) => Some(Change::Rise),
            (None, Some(_)) => Some(Change::Fall),
            (None, None) => None,
        }
    }

    /// Whether the claim says how far a number is above or below another: nothing grew.
    pub(super) fn compares(&self, claim: usize) -> bool {
        let after = self.after_brackets(claim);
        let words = &self.lang.check_words;
        words.above.is_in(&after) || words.below.is_in(&after)
    }

    /// Whether the claim is said to be more or less than another number, be it that something grew or that it is above another.
    pub(super) fn direction(&self, claim: usize) -> Option<Change> {
        let compared = || {
            let after = self.after_brackets(claim);
            let words = &self.lang.check_words;
            let at = |list: Words| list.find_in(&after).map_or(usize::MAX, |at| at);
            match (at(words.above), at(words.below)) {
                (usize::MAX, usize::MAX) => None,
                (above, below) => Some(if above < below { Change::Rise } else { Change::Fall }),
            }
        };
        self.changes(claim).or_else(compared)
    }

    /// "표차는 3342표", "157만원의 차이": whether a number is how far two others are apart.
    pub(super) fn is_gap(&self, i: usize) -> bool {
        let gap = self.lang.check_words.gap;
        let before = self.before(i, GAP_REACH);
        let named = gap.iter().filter_map(|word| before.rfind(word)).max();
        let behind = self.after_brackets(i);
        named.is_some_and(|at| !before[at..].contains([',', '.', ')', '('])) || gap.begins(behind.trim_start_matches(['의', ' ']))
    }

    /// What the clause names as its subject before a number ("영업이익은 1년 전(1902억 원)보다").
    pub(super) fn subject(&self, i: usize) -> Option<String> {
        let start = self.counted[i].at.start;
        let said = self.passage.of(Stretch::new(self.sentence(i).start.min(start), start));
        let clause = said.trim_end().trim_end_matches('(').rsplit([',', '(']).next().unwrap_or(said);
        // "직전 최고가 18억 원을": the word right before the number is its own noun.
        let clause = clause.rsplit_once(' ').map_or("", |(before, _)| before);
        let pointing = |word: &str| self.lang.check_words.pointing.iter().any(|p| p.trim_end() == word);
        let words: Vec<&str> = clause.split(' ').filter(|word| word.chars().count() > 1 && !pointing(word)).collect();
        let subject = |at: usize| {
            let word = words[at];
            // "자신이 세운 기록": the subject of a verb that describes a noun.
            let described = words.get(at + 1).is_some_and(|next| next.chars().next_back().is_some_and(ends_in_n));
            let noun = word.strip_suffix(['은', '는']).or_else(|| word.strip_suffix(['이', '가']).filter(|_| !described))?;
            // "판매가 살아나면서": the subject of a clause that is over.
            let over = words[at + 1..].iter().any(|next| self.lang.check_words.closes.ends(next));
            // "같은" is none.
            (noun.chars().count() > 1 && !over).then(|| noun.to_owned())
        };
        (0..words.len()).rev().find_map(subject)
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

    /// Whether a subject of its own stands between a number and the claim: then the claim may be about that ("상위 20%가 하위
    /// 20%에 비해 위험도가 1.8배").
    pub(crate) fn retold(&self, b: usize, claim: usize) -> bool {
        let mut words = self.between(b, claim).split(' ');
        // "86억원이던 손실이 절반으로": what it describes is what the claim is about.
        if words.next().is_some_and(|first| first.ends_with('던')) {
            words.next();
        }
        let subject = |word: &str| word.ends_with(['이', '가', '은', '는']) && !word.ends_with("로는");
        words.into_iter().any(|word| word.chars().count() > 1 && subject(word))
    }

    /// The numbers that a total adds up: all of its unit before it in the sentence; and whether the list is complete, so that
    /// another sum would be wrong.
    pub(crate) fn addends(&self, claim: usize) -> Option<(Vec<usize>, bool)> {
        let words = &self.lang.check_words;
        let start = self.counted[claim].at.start;
        let before = self.before(claim, TOTAL_REACH);
        let called = words.total.iter().filter_map(|total| before.rfind(total)).max();
        // "한국인 8명과 외국인 6명 등 14명", "금 13개, 은 9개 등 메달 22개".
        let listed = || {
            let mut clause = self.clause(claim).trim().split(' ');
            clause.next().is_some_and(|first| words.others.contains(first)) && clause.count() <= LISTED_WORDS
        };
        if !called.map_or_else(listed, |called| !before[called..].contains(',')) {
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
        // "남학생 412명, 여학생 388명 등 800명": there are no others.
        let half = |side: &str| addends.iter().any(|&i| self.before(i, TOTAL_REACH).trim_end().ends_with(side));
        // "65억원 등 세 항목에 모두 265억원": nor here.
        let all = |c: &Counted| {
            let told = c.at.start >= self.counted[last].at.end && c.quantity.value == Some(addends.len() as f64);
            told && words.others.contains(self.passage.of(Stretch::new(self.counted[last].at.end, c.at.start)).trim())
        };
        let counted = self.counted[last..claim].iter().position(all).map(|at| last + at);
        let open = open && counted.is_none() && !(addends.len() == 2 && are_halves(words, &half));
        let nested = self.between(last, claim).contains(['“', '"', '”', '.'])
            || words.part.iter().take(2).any(|part| list.contains(&format!(" {part} ")));
        // "4개 부문(1개 부문을 포함해 모두 5개)": what a bracket adds up stands inside it.
        let level = addends.iter().all(|&i| self.bracketed(i) == self.bracketed(claim));
        let noun = |c: &Counted| unit::named(&c.quantity.unit).is_none_or(|unit| unit.noun);
        let other = |c: &Counted| {
            c.at.start > self.counted[first].at.start && c.at.end < start && c.quantity.class == "count" && !noun(c)
        };
        let mut rest = (0..self.counted.len()).filter(|&i| counted != Some(i)).map(|i| &self.counted[i]);
        let mixed = rest.any(|c| other(c) && c.quantity.unit != self.counted[claim].quantity.unit);
        (addends.len() >= 2 && !nested && level).then_some((addends, !open && !mixed))
    }
}
