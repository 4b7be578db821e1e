//! What a quantity measures by the position it holds in its clause: a place in a list, an object, a part of a number.

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;
use crate::text::enclosure::Marks;

/// Words to each side of a rank in which its list is named.
const LIST_REACH: usize = 6;
/// Words behind a number in which it is said what is done.
const DONE_REACH: usize = 5;
/// Words that say how much of it is done ("1조원 규모를 …").
const SIZES: [&str; 3] = ["규모", "어치", "가량"];

impl View<'_, '_> {
    /// "'핫 100'에서 44위", "44위로 '핫 100'에 진입": a rank or a step in the list that the clause names.
    pub(super) fn listed(&self, clause: &[Word<'_>], at: usize, last: usize, counted: &Counted) -> Option<String> {
        let quantity = &counted.quantity;
        let placed = matches!(quantity.unit.as_str(), "위" | "등" | "계단" | "칸");
        let named = at.checked_sub(1).is_some_and(|i| {
            let (word, text) = (&clause[i], self.passage.of(clause[i].stem));
            word.particle.is_empty() && !word.stopped && (text.ends_with(['위', '킹']) || self.quoted(word))
        });
        if !placed || named {
            return None;
        }
        let place = |&i: &usize| {
            let word = &clause[i];
            let follows = clause.get(i + 1).map_or("", |next| self.passage.of(next.whole));
            matches!(word.particle, "에" | "에서" | "에서도" | "에서는" | "에는" | "에선")
                && self.is_noun(word)
                && follows != "이어"
                && self.passage.of(word.stem) != "시절"
        };
        let before = (at.saturating_sub(LIST_REACH)..at).rev().find(place);
        let stopped = clause[last].stopped;
        let after = || (last + 1..clause.len().min(last + LIST_REACH)).find(|i| !stopped && place(i) && self.quoted(&clause[*i]));
        before.or_else(after).map(|i| self.noun_phrase(&clause[..i], clause[i]))
    }

    /// Whether a mark of quotation ends the word.
    fn quoted(&self, word: &Word<'_>) -> bool {
        self.passage.chars[word.stem.start..word.whole.end].iter().any(|c| matches!(c, '\'' | '’' | '”' | '》' | '」'))
    }

    /// "470억 달러에 달했던 기업 가치", "20m가 넘는 강풍", "4승1패를 기록한 2위 현대모비스": what reaches the number.
    pub(super) fn reached(&self, clause: &[Word<'_>], at: usize, last: usize, counted: &Counted) -> Option<String> {
        let subject = at.checked_sub(1).is_some_and(|i| clause[i].is_subject(&self.lang.grammar));
        let tail = self.tail(clause, last, counted);
        let verb = clause.get(last + 1).map_or("", |w| self.passage.of(w.whole));
        let object = matches!(tail, "을" | "를");
        let known = (object || matches!(tail, "에" | "이" | "가")) && self.lang.number_words.reaching.contains(verb);
        // "2타를 줄였던 한가람은": whatever was done with the number.
        let done = object && clause.get(last + 1).is_some_and(|w| self.is_adnominal(w) && !w.stopped);
        if subject || !known && !done || clause[last].stopped {
            return None;
        }
        let rest = &clause[last + 2..];
        let next = last + 2 + rest.iter().take_while(|w| self.is_number(w) || self.is_filler(w)).count();
        let head = (next..clause.len()).find(|&i| !matches!(clause[i].particle, "" | "의"))?;
        let plain = matches!(
            clause[head].particle,
            "은" | "는" | "이" | "가" | "을" | "를" | "도" | "보다" | "보다는" | "와" | "과" | "에게"
        );
        let fits = self.is_noun(&clause[next]) && (known && plain || clause[head].is_subject(&self.lang.grammar));
        fits.then(|| self.phrase_after(clause, next, "의"))
    }

    /// "상한인 1%": a noun with the copula before its value.
    pub(super) fn equated(&self, clause: &[Word<'_>], at: usize) -> Option<String> {
        let word = clause[at.checked_sub(1)?];
        let stem = self.copular(&word)?;
        let noun = self.passage.of(stem);
        let verbal = matches!(noun, "수준" | "규모" | "크기" | "정도" | "상태")
            || noun.ends_with(crate::facts::word::ends_in_double_s)
            || noun.ends_with('적');
        (!verbal).then(|| self.noun_phrase(&clause[..at - 1], Word { whole: stem, stem, particle: "", stopped: false }))
    }

    /// "국민의 62.9%", "응답자 중 41%", "매출 1조원의 40%": what a share is of.
    pub(super) fn basis(&self, counted: &Counted) -> String {
        if counted.quantity.class != "percent" || self.passage.inside(counted.at.start, &[Marks::Round]).is_some() {
            return String::new();
        }
        let clause = self.words(self.passage.clause_of(counted.at.start));
        let Some(at) = clause.iter().position(|w| w.whole.overlaps(counted.at)) else { return String::new() };
        let Some(head) = self.base_of(&clause, at) else { return String::new() };
        if self.is_number(&clause[head]) {
            return self.passage.of(clause[head].stem).to_owned();
        }
        let noun = self.is_noun(&clause[head]) && !self.is_time(&clause[head]);
        if noun { self.noun_phrase(&clause[..head], clause[head]) } else { String::new() }
    }

    /// What the share at `at` is a part of: "국민의", "응답자 중".
    fn base_of(&self, clause: &[Word<'_>], at: usize) -> Option<usize> {
        let last = at.checked_sub(1)?;
        let among = self.lang.grammar.among.contains(self.passage.of(clause[last].whole));
        let head = if among { last.checked_sub(1)? } else { last };
        ((among || clause[head].particle == "의") && !clause[head].stopped).then_some(head)
    }

    /// "인원 245명 중 4명": a part of a number counts what the number does.
    pub(super) fn part_of_number(&self, clause: &[Word<'_>], at: usize, before: &[Counted]) -> Option<String> {
        let among = at.checked_sub(1).filter(|&i| self.lang.grammar.among.contains(self.passage.of(clause[i].whole)))?;
        let number = clause[among.checked_sub(1)?];
        let whole = before.iter().rev().find(|b| b.at.overlaps(number.whole))?;
        Some(whole.quantity.measures.clone()).filter(|measures| !measures.is_empty())
    }

    /// "1억5000만달러를 투자하기로": a sum that something is done with measures what is done.
    pub(super) fn spent(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        let tail = self.passage.of(Stretch::new(counted.at.end, clause[last].whole.end.max(counted.at.end)));
        if let Some(done) = self.done(clause, last, tail) {
            return Some(done);
        }
        let object = counted.quantity.class == "money" && (tail.ends_with('을') || tail.ends_with('를'));
        let verb = clause.get(last + 1).filter(|_| object)?;
        let text = self.passage.of(verb.whole);
        self.lang.number_words.spending.begin_of(text).map(str::to_owned)
    }

    /// "외국인은 1조원을, 기관은 2조원을 순매도했다": what is done with the numbers.
    fn done(&self, clause: &[Word<'_>], last: usize, tail: &str) -> Option<String> {
        // "78억원과 1986억원을 순매도했다"
        let joined = matches!(tail, "과" | "와") && clause.get(last + 1).is_some_and(|w| self.is_number(w));
        if !joined && !matches!(tail, "을" | "를" | "이" | "가" | "") {
            return None;
        }
        let apart = |w: &&Word<'_>| {
            let words = &self.lang.number_words;
            words.done.begin_of(self.passage.of(w.whole)).is_some()
                || !self.is_number(w)
                    && !w.is_subject(&self.lang.grammar)
                    && !self.is_filler(w)
                    && !SIZES.contains(&self.passage.of(w.stem))
        };
        let verb = clause[last + 1..].iter().take(DONE_REACH).find(apart)?;
        let done = self.lang.number_words.done.begin_of(self.passage.of(verb.whole))?;
        let rest = self.passage.of(verb.whole).strip_prefix(done)?;
        ["하", "했", "한", "해", "할", "되", "됐", "된", "돼"].iter().any(|end| rest.starts_with(end)).then(|| done.to_owned())
    }

    /// "9개홀을 돈다": the noun that the counter is written together with.
    pub(super) fn glued_noun(&self, counted: &Counted) -> Option<String> {
        let noun = counted.quantity.unit.strip_prefix('개').filter(|noun| !noun.is_empty())?;
        (!matches!(noun, "국" | "사" | "소" | "월" | "년" | "교")).then(|| noun.to_owned())
    }

    /// "고혈압을 앓는 사람은": a head that says nothing by itself, with the clause that says which.
    pub(super) fn relative(&self, clause: &[Word<'_>], head: usize) -> Option<String> {
        let verb = head.checked_sub(1).filter(|&i| self.is_adnominal(&clause[i]))?;
        let case = |i: &usize| matches!(clause[*i].particle, "을" | "를" | "이" | "가" | "에" | "에서" | "로" | "으로");
        let start = verb.checked_sub(1).filter(case).unwrap_or(verb);
        let people = matches!(self.passage.of(clause[head].stem), "사람" | "이들" | "이" | "곳" | "경우" | "사례");
        people.then(|| self.text(Stretch::new(clause[start].whole.start, clause[head].stem.end)))
    }
}
