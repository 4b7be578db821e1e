//! What a quantity measures: the shortest phrase of its clause that says it. In: the quantities of a passage, in order.
//! Out: the phrase for each, copied from the text without its last particle. No dictionary: word order and particles decide.

use super::Quantity;
use super::passage::{Passage, Stretch};
use super::quantity::Counted;
use super::word::{Word, words};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;

/// Words that a phrase takes at most: longer ones say more than what is measured.
const PHRASE_MAX: usize = 4;

/// Writes `measures` into every quantity of the passage; `dates` are its temporal expressions.
pub(crate) fn name(passage: &Passage<'_>, counted: &mut [Counted], dates: &[Stretch], lang: &LangPack) {
    for index in 0..counted.len() {
        let (before, rest) = counted.split_at(index);
        let all: Vec<Stretch> = before.iter().chain(rest.iter()).map(|c| c.at).collect();
        let view = View { passage, lang, dates, numbers: &all };
        let phrase = view.phrase(&rest[0], before);
        counted[index].quantity.measures = phrase;
    }
}

struct View<'a, 'p> {
    passage: &'a Passage<'p>,
    lang: &'a LangPack,
    dates: &'a [Stretch],
    numbers: &'a [Stretch],
}

impl<'p> View<'_, 'p> {
    fn phrase(&self, counted: &Counted, before: &[Counted]) -> String {
        if counted.quantity.class == "score" && counted.quantity.value.is_none() {
            return self.contest(counted);
        }
        let bracket = self.passage.inside(counted.at.start, &[Marks::Round]);
        if let Some(bracket) = bracket {
            let inside = words(self.passage, Stretch::new(bracket.open + 1, bracket.close), &self.lang.grammar);
            let alone = inside.iter().filter(|w| !self.is_number(w) && !self.is_time(w)).count() == 0;
            return if alone { self.of_host(bracket.open, counted, before) } else { self.of_clause(&inside, counted, before) };
        }
        let clause = words(self.passage, self.passage.clause_of(counted.at.start), &self.lang.grammar);
        self.of_clause(&clause, counted, before)
    }

    /// A number alone in a bracket belongs to what stands before the bracket: "언어폭력(83.9%)", "8천원(6달러)", "3년 전(1609명)".
    fn of_host(&self, open: usize, counted: &Counted, before: &[Counted]) -> String {
        let host = Stretch::new(open.saturating_sub(1), open);
        if let Some(twin) = before.iter().rev().find(|b| b.at.overlaps(host) || b.at.end == open) {
            return twin.quantity.measures.clone();
        }
        let clause = words(self.passage, self.passage.clause_of(open), &self.lang.grammar);
        let at = clause.iter().position(|w| w.whole.start < open && open < w.whole.end + 1);
        let Some(at) = at else { return self.same_unit(counted, before) };
        if self.dates.iter().any(|d| d.overlaps(host)) {
            let known = self.same_unit(counted, before);
            return if known.is_empty() { self.subject(&clause, at).unwrap_or_default() } else { known };
        }
        let end = Stretch::new(clause[at].whole.start, open);
        let mut last = clause[at];
        last.stem = Stretch::new(end.start, end.end.min(last.stem.end.max(end.start + 1)));
        self.noun_phrase(&clause[..at], last)
    }

    fn of_clause(&self, clause: &[Word<'_>], counted: &Counted, before: &[Counted]) -> String {
        let Some(at) = clause.iter().position(|w| w.whole.overlaps(counted.at)) else { return self.same_unit(counted, before) };
        let last = clause.iter().rposition(|w| w.whole.overlaps(counted.at)).unwrap_or(at);
        self.after(clause, last, counted)
            .or_else(|| self.directly_before(clause, at, counted))
            .or_else(|| self.subject(clause, at))
            .or_else(|| self.object_after(clause, last))
            .unwrap_or_else(|| self.same_unit(counted, before))
    }

    /// "2천명의 관중", "6개 은행", "두 나라", "90일 활동".
    fn after(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        let quantity = &counted.quantity;
        let word = clause[last];
        if self.is_plain_noun(quantity) {
            return Some(quantity.unit.clone());
        }
        let tail = self.passage.of(Stretch::new(counted.at.end, word.whole.end.max(counted.at.end)));
        let mut next = last + 1;
        let bounded = clause
            .get(next)
            .is_some_and(|w| matches!(self.passage.of(w.whole), "이상의" | "이하의" | "정도의" | "가량의" | "안팎의" | "규모의"));
        next += usize::from(bounded && tail.is_empty());
        let genitive = tail.ends_with('의') || bounded;
        let counts = quantity.class == "count" && tail.is_empty() && quantity.unit.starts_with('개')
            || quantity.class == "duration" && tail.is_empty();
        if !genitive && !counts {
            return None;
        }
        if genitive && matches!(quantity.class, "money" | "percent") && !bounded {
            return None;
        }
        let noun = clause.get(next).filter(|w| !self.is_number(w) && !self.is_time(w) && !self.is_filler(w))?;
        let linked = noun.particle.is_empty() && !genitive && quantity.class == "duration";
        (!linked && !self.is_adnominal(noun)).then(|| self.text(noun.stem))
    }

    fn is_plain_noun(&self, quantity: &Quantity) -> bool {
        quantity.class == "count"
            && quantity.unit.chars().count() >= 2
            && !quantity.unit.starts_with('개')
            && !matches!(&*quantity.unit, "차례" | "가지" | "리바운드")
    }

    /// "대여소 40곳", "국민의 62.9%", "도로 보수 420억원".
    fn directly_before(&self, clause: &[Word<'_>], at: usize, counted: &Counted) -> Option<String> {
        let glued = clause[at].whole.start < counted.at.start
            && !self.passage.of(Stretch::new(clause[at].whole.start, counted.at.start)).ends_with(['~', '(']);
        if glued {
            return None;
        }
        let before = at.checked_sub(1).map(|i| clause[i])?;
        if before.stopped
            || self.is_number(&before)
            || self.is_time(&before)
            || self.is_filler(&before)
            || self.is_adnominal(&before)
        {
            return None;
        }
        let genitive = before.particle == "의" && counted.quantity.class != "ratio";
        (before.particle.is_empty() || genitive).then(|| self.noun_phrase(&clause[..at - 1], before))
    }

    /// The nearest subject or topic before the number that is no time.
    fn subject(&self, clause: &[Word<'_>], at: usize) -> Option<String> {
        let found = (0..at).rev().find(|&i| {
            clause[i].is_subject(&self.lang.grammar)
                && !self.is_time(&clause[i])
                && !self.is_number(&clause[i])
                && !self.is_filler(&clause[i])
        })?;
        Some(self.noun_phrase(&clause[..found], clause[found]))
    }

    /// The first object or subject after the number, where none stands before it.
    fn object_after(&self, clause: &[Word<'_>], last: usize) -> Option<String> {
        let found = (last + 1..clause.len()).find(|&i| {
            matches!(clause[i].particle, "을" | "를" | "이" | "가" | "은" | "는")
                && !self.is_time(&clause[i])
                && !self.is_number(&clause[i])
        })?;
        Some(self.noun_phrase(&clause[..found], clause[found]))
    }

    /// What the last quantity of the same unit measured, or of the same class.
    fn same_unit(&self, counted: &Counted, before: &[Counted]) -> String {
        let unit = before.iter().rev().find(|b| b.quantity.unit == counted.quantity.unit);
        let class = || before.iter().rev().find(|b| b.quantity.class == counted.quantity.class);
        unit.or_else(class).map(|b| b.quantity.measures.clone()).unwrap_or_default()
    }

    /// "상대와의 경기" for a score: the subject matter of its clause.
    fn contest(&self, counted: &Counted) -> String {
        let clause = words(self.passage, self.passage.sentence_of(counted.at.start), &self.lang.grammar);
        let at = clause.iter().position(|w| w.whole.end > counted.at.start).unwrap_or(clause.len());
        let place = (0..at).rev().find(|&i| matches!(clause[i].particle, "에서" | "에서는" | "과의" | "와의"));
        place.map(|i| self.noun_phrase(&clause[..i], clause[i])).unwrap_or_default()
    }

    /// The phrase that ends in `last`: nouns without particle and genitives before it belong to it.
    fn noun_phrase(&self, before: &[Word<'_>], last: Word<'_>) -> String {
        let mut start = last.stem.start;
        for word in before.iter().rev().take(PHRASE_MAX - 1) {
            let joins = word.particle.is_empty() || word.particle == "의";
            if word.stopped
                || !joins
                || self.is_number(word)
                || self.is_time(word)
                || self.is_filler(word)
                || self.is_adnominal(word)
                || self.is_adverb(word)
            {
                break;
            }
            start = word.whole.start;
        }
        self.text(Stretch::new(start, last.stem.end.max(start)))
    }

    fn text(&self, stretch: Stretch) -> String {
        self.passage.of(stretch).trim_matches(['‘', '’', '“', '”', '\'', '"', '「', '」', '『', '』', '《', '》']).to_owned()
    }

    fn is_number(&self, word: &Word<'_>) -> bool {
        self.numbers.iter().any(|n| n.overlaps(word.stem))
    }

    fn is_time(&self, word: &Word<'_>) -> bool {
        self.dates.iter().any(|d| d.overlaps(word.stem))
    }

    fn is_filler(&self, word: &Word<'_>) -> bool {
        let fillers = self.lang.grammar.fillers;
        fillers.contains(&self.passage.of(word.whole)) || fillers.contains(&self.passage.of(word.stem))
    }

    fn is_adnominal(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.whole);
        self.lang.grammar.adnominals.iter().any(|end| text.len() > end.len() && text.ends_with(end))
    }

    /// Words of manner and connection, which end otherwise than nouns do.
    fn is_adverb(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.whole);
        ["게", "히", "며", "고", "지만", "면서", "아", "어", "여", "해", "자", "듯", "도록", "니", "면", "서"]
            .iter()
            .any(|end| text.len() > 3 * end.chars().count() && text.ends_with(end) && text.chars().count() > 2)
    }
}
