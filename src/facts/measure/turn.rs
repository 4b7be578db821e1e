//! What a quantity measures by a turn of phrase: how long it is since, several in turn, the rest, what extends over it.

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;

/// Words behind "만에" in which what came is named.
const COME_REACH: usize = 4;

impl View<'_, '_> {
    /// "가석방된 지 9개월 만에", "출시한 뒤 3달 만에", "426일 만의 등판", "2차례에 걸쳐 회의가": what it is since, or what extends.
    pub(super) fn since(&self, clause: &[Word<'_>], at: usize, last: usize, counted: &Counted) -> Option<String> {
        let next = clause.get(last + 1).map_or("", |w| self.passage.of(w.whole));
        let tail = self.tail(clause, last, counted);
        if tail == "에" && matches!(next, "걸쳐" | "걸친") || next == "에" {
            let done = || self.done_behind(clause, last + 2).filter(|_| next == "걸쳐");
            return done().or_else(|| self.object_after(clause, last + 1));
        }
        if counted.quantity.class != "duration" {
            return None;
        }
        if next == "만의" || tail == "만의" {
            let from = last + 1 + usize::from(next == "만의");
            let noun = clause.get(from).filter(|w| self.is_noun(w));
            // "426일 만의 등판이다": the copula is no part of it.
            return noun.map(|_| self.phrase_after(clause, from, "")).map(|found| found.trim_end_matches("이다").to_owned());
        }
        let word = at.checked_sub(1).map(|i| self.passage.of(clause[i].whole))?;
        // "신도시 발표 후 3개월간"
        let event = at.checked_sub(2).map(|i| clause[i]).filter(|w| w.particle.is_empty() && !w.stopped && self.is_noun(w));
        let beside = matches!(word, "전" | "후" | "이전" | "이후") && !next.starts_with("만") && !tail.starts_with("만");
        if let Some(event) = event.filter(|_| beside) {
            return Some(self.noun_phrase(&clause[..at - 2], event));
        }
        let counts = word == "지" || matches!(word, "뒤" | "후" | "이후") && next.starts_with("만");
        let verb = at.checked_sub(2).filter(|_| counts)?;
        let text = self.passage.of(clause[verb].whole);
        let noun = ["된", "한", "당한", "시킨"].iter().filter_map(|end| text.strip_suffix(end)).min_by_key(|noun| noun.len())?;
        let letters = noun.chars().count();
        let known = self.tagger.is_none_or(|tagger| tagger.knows_end(noun));
        // "참사가 발생한 지": what happened says more.
        if self.lang.number_words.happening.contains(noun) {
            return self.any_subject(clause, verb);
        }
        (letters >= 2 && known).then(|| self.text(Stretch::new(clause[verb].whole.start, clause[verb].whole.start + letters)))
    }

    /// "2㎞ 떨어진 숲에서", "6㎞ 떨어진 곳": what lies so far away.
    pub(super) fn apart(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        if counted.quantity.class != "length" {
            return None;
        }
        let away = clause.get(last + 1).filter(|w| self.passage.of(w.whole) == "떨어진")?;
        let place = clause.get(last + 2)?;
        let start = if self.is_noun(place) { place.stem.start } else { away.whole.start };
        Some(self.text(Stretch::new(start, place.stem.end)))
    }

    /// "연령별로 60세 이상에서 3만 명, 50대 2만 명", "산업별로는 숙박업에서 4만 명": the kind that stands before each number of a
    /// list by kinds; an age that is such a kind measures what the list is by.
    pub(super) fn by_kind(&self, clause: &[Word<'_>], at: usize, counted: &Counted) -> Option<String> {
        let by = |w: &Word<'_>| ["별로", "별로는"].iter().find_map(|end| self.passage.of(w.whole).strip_suffix(end));
        let start = clause[..at].iter().rposition(|w| by(w).is_some())?;
        let list = by(&clause[start]).filter(|list| !list.is_empty())?;
        if counted.quantity.class == "age" {
            return Some(list.to_owned());
        }
        let mut before = clause[..at].iter().rposition(|w| !self.is_about(w) && !self.is_time(w))?;
        let last = clause[before];
        if last.stopped || !matches!(last.particle, "" | "에서" | "은" | "는" | "이" | "가") {
            return None;
        }
        // "60세 이상에서": an age with what bounds it.
        let age = |w: &Word<'_>| self.passage.of(w.whole).starts_with(|c: char| c.is_ascii_digit());
        let bounded = matches!(self.passage.of(last.stem), "이상" | "이하" | "미만") && before > 0;
        before -= usize::from(bounded);
        if age(&clause[before]) {
            return Some(self.text(Stretch::new(clause[before].whole.start, last.stem.end)));
        }
        (!bounded && self.is_noun(&last) && before > start).then(|| self.noun_phrase(&clause[start + 1..before], last))
    }

    /// "33년 만에 첫 우승을 차지했다": what came after so long.
    pub(super) fn come_of(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        let next = clause.get(last + 1).map_or("", |w| self.passage.of(w.whole));
        let glued = self.tail(clause, last, counted) == "만에";
        if counted.quantity.class != "duration" || !glued && next != "만에" {
            return None;
        }
        let from = last + 1 + usize::from(!glued);
        // "12년 만에 선보이는 속편으로"
        if clause.get(from).is_some_and(|w| self.is_adnominal(w))
            && clause.get(from + 1).is_some_and(|w| self.is_noun(w) && !w.particle.is_empty())
        {
            return Some(self.phrase_after(clause, from + 1, ""));
        }
        let other = |w: &&Word<'_>| self.is_number(w) || !matches!(w.particle, "" | "의");
        let head = clause.get(from..)?.iter().take(COME_REACH).position(|w| other(&w)).map(|i| from + i);
        // "만에 성사된 대화": a noun follows that says more.
        let done = || {
            let described = clause[from..].iter().take(COME_REACH).any(|w| self.is_adnominal(w));
            self.done_behind(clause, from).filter(|_| !described)
        };
        let Some(head) = head else { return done() };
        let object = matches!(clause[head].particle, "을" | "를" | "이" | "가") && !self.is_number(&clause[head]);
        let known = (object && self.is_noun(&clause[head])).then(|| self.noun_phrase(&clause[from..head], clause[head]));
        known.or_else(done)
    }

    /// "우리 돈", "한화", "원화로": whose money a sum is told in.
    pub(super) fn is_own_money(&self, word: &Word<'_>) -> bool {
        matches!(self.passage.of(word.stem), "돈" | "한화" | "원화" | "우리" | "우리돈")
    }
}
