//! What a quantity measures by the noun behind it: "2천명의 관중", "6개 은행", "두 나라", "15% 관세".

use super::View;
use crate::facts::Quantity;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;

/// How a number is joined with what follows it.
struct Joint<'p> {
    /// What stands between the number and the end of its last word, without brackets.
    tail: &'p str,
    /// Whether a word like "이상의" or "규모의" stands between.
    bounded: bool,
    /// Whether the noun belongs to the number by a particle or such a word.
    of: bool,
}

impl<'p> View<'_, 'p> {
    /// "2천명의 관중", "6개 은행", "두 나라", "90일 활동", "2위 업체", "61억원 순이익", "15% 관세", "30㎞ 거리를".
    pub(super) fn after(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        let quantity = &counted.quantity;
        if self.is_counted_noun(quantity) {
            return Some(quantity.unit.clone());
        }
        let joint = self.joint(clause, last, counted);
        let bare = joint.tail.is_empty() && !clause[last].stopped;
        let joins = match quantity.class {
            "count" => joint.of || bare && (quantity.unit.starts_with('개') || quantity.unit == "가지"),
            "ratio" => joint.bounded,
            _ => joint.of || bare,
        };
        if !joins || self.is_told_before(clause, last, counted, &joint) {
            return None;
        }
        let next = self.head_behind(clause, last, quantity, &joint)?;
        let head = self.phrase_after(clause, next, "");
        let shown = joint.of || matches!(quantity.class, "count" | "rank" | "age") || !clause[next].particle.is_empty();
        // "두 달 연속 감소세": how long it went on so.
        let running = quantity.class == "duration" && joint.bounded && self.passage.of(clause[last + 1].whole) == "연속";
        (shown && (running || !self.is_empty_head(&head))).then_some(head)
    }

    /// Whether a phrase says how much and not of what.
    pub(super) fn is_empty_head(&self, phrase: &str) -> bool {
        self.lang.number_words.empty_heads.ends(phrase)
    }

    fn joint(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Joint<'p> {
        let tail = self.tail(clause, last, counted);
        let follows = clause.get(last + 1).map_or("", |w| self.passage.of(w.whole));
        let bounded = tail.is_empty() && !clause[last].stopped && self.lang.number_words.bounding.contains(follows);
        // "51초짜리 영상", "4개월간의 과정"
        Joint { tail, bounded, of: matches!(tail, "의" | "짜리" | "간의" | "여의") || bounded }
    }

    /// "시가총액 100억 달러 규모의 대기업", "징역 3년 중형": what stands before such a size or a length says more.
    fn is_told_before(&self, clause: &[Word<'_>], last: usize, counted: &Counted, joint: &Joint<'_>) -> bool {
        let size = joint.bounded && matches!(self.passage.of(clause[last + 1].whole), "규모의" | "상당의");
        let length = counted.quantity.class == "duration" && !joint.of;
        let first = clause.iter().position(|w| w.whole.overlaps(counted.at)).unwrap_or(last);
        (size || length) && self.directly_before(clause, first, counted).is_some()
    }

    /// Where the noun phrase behind the number begins.
    fn head_behind(&self, clause: &[Word<'_>], last: usize, quantity: &Quantity, joint: &Joint<'_>) -> Option<usize> {
        let counts_time = quantity.class == "duration";
        // "50대 후반 남자"
        let part = |text: &str| quantity.class == "age" && matches!(text, "초반" | "중반" | "후반");
        let skipped = |w: &Word<'_>| {
            self.passage.of(w.whole) == "각" || part(self.passage.of(w.whole)) || joint.of && !counts_time && self.is_adnominal(w)
        };
        let from = last + 1 + usize::from(joint.bounded);
        let next = from + clause[from.min(clause.len())..].iter().take_while(|w| skipped(w)).count();
        // "1개의 공을": a noun of one syllable, where a particle shows it to be one.
        let small = joint.tail == "의" || quantity.unit == "개";
        let short = |w: &Word<'_>| {
            let one = !w.particle.is_empty() && w.stem.end == w.stem.start + 1;
            small && one && !self.is_light(w) && !self.is_number(w)
        };
        let change = |w: &Word<'_>| !counts_time && self.is_change(w);
        let named = |w: &Word<'_>| self.is_noun(w) || self.copular(w).is_some();
        clause.get(next).filter(|w| named(w) && !change(w) || short(w)).map(|_| next)
    }

    /// What stands between the number and the end of its last word, without brackets: "의" of "9500만 달러(약 1300억원)의".
    pub(super) fn tail(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> &'p str {
        let tail = self.passage.of(Stretch::new(counted.at.end, clause[last].whole.end.max(counted.at.end)));
        tail.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(tail, |(_, tail)| tail)
    }
}
