//! What a quantity measures: the shortest phrase of its clause that says it, and the time it holds for where that stands
//! beside it. In: the quantities of a passage, in order. Out: both written into them, copied from the text without the last
//! particle. Word order and particles propose; which of them is right was learned (`choice`).

use super::once::Once;
use super::passage::{Passage, Stretch};
use super::quantity::Counted;
use super::tagger::Tagger;
use super::word::{Word, ends_in_double_s, words};
use super::{Quantity, organisation, person, unit};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use propose::Proposed;
use std::cell::RefCell;
use std::rc::Rc;

mod behind;
mod candidate;
mod choice;
mod deed;
mod each;
pub mod features;
mod look;
mod phrase;
mod position;
mod propose;
mod told;
mod turn;
pub mod weights;

pub use choice::Asked;

/// Words over which an object still belongs to the number after it ("연구개발비를 지난해의 2배로").
const OBJECT_REACH: usize = 3;

/// Signs that begin an item of a list ("△디자인 △미디어").
const ITEM_SIGNS: &[char] = &['△', '▲', '▷'];
/// What stands between items of an enumeration and what makes it a subject.
const LIST_SIGNS: &[&str] = &[", ", "·", " · ", " △", "와 ", "과 "];
const LIST_SUBJECTS: &[&str] = &[" 등 ", "를 차지", "을 차지", "은 ", "는 ", "이 ", "가 ", "도 ", " 등은", " 등이", " 등도"];
/// Letters of an item before its bracket at most.
const ITEM_LETTERS_MAX: usize = 16;

/// What sums and shares measured so far in the body, by unit: a passage may go on without saying it again.
pub(crate) type Told = Vec<(String, String)>;

/// Writes `measures` and `as_of` into every quantity of the passage; `dates` are its temporal expressions.
pub(crate) fn name(
    passage: &Passage<'_>,
    counted: &mut [Counted],
    dates: &[Stretch],
    told: &mut Told,
    (lang, tagger): (&LangPack, Option<&Tagger>),
    asked: Option<&mut Vec<Asked>>,
) {
    if counted.is_empty() {
        return;
    }
    // "20대는 35%가": an age of a decade is whom another number counts.
    let people = |c: &&Counted| c.quantity.class == "age" && c.quantity.unit == "대";
    let all: Vec<Stretch> = counted.iter().filter(|c| !people(c)).map(|c| c.at).collect();
    let view = View {
        passage,
        lang,
        tagger,
        dates,
        numbers: &all,
        lines: Once::default(),
        sorts: RefCell::new(vec![None; passage.chars.len() + 1]),
    };
    let mut said = Vec::with_capacity(counted.len());
    for index in 0..counted.len() {
        let (before, rest) = counted.split_at(index);
        let mut proposed = if lang.code == "ko" {
            view.propose(&rest[0], before)
        } else {
            Proposed { pick: view.noun_of_unit(&rest[0].quantity), ..Proposed::default() }
        };
        let (as_of, basis) = (view.time_beside(rest[0].at), view.basis(&rest[0]));
        let quantity = &mut counted[index].quantity;
        let percent = |unit: &str| quantity.class == "percent_point" && unit == "%";
        let known = || told.iter().rfind(|(unit, _)| *unit == quantity.unit || percent(unit)).map(|(_, phrase)| phrase.clone());
        let goes_on = proposed.pick.is_empty() && matches!(quantity.class, "money" | "percent" | "percent_point");
        if let Some(known) = goes_on.then(known).flatten() {
            proposed.pick = known;
        }
        quantity.measures.clone_from(&proposed.pick);
        quantity.as_of = as_of;
        quantity.basis = basis;
        said.push(proposed);
    }
    let chosen = if lang.code == "ko" { view.choose(counted, &said, told, asked) } else { Vec::new() };
    for quantity in counted.iter().map(|c| &c.quantity).filter(|q| !q.measures.is_empty()) {
        told.retain(|(unit, _)| *unit != quantity.unit);
        told.push((quantity.unit.clone(), quantity.measures.clone()));
    }
    counted.iter_mut().zip(chosen).for_each(|(c, phrase)| c.quantity.measures = undated(phrase));
}

/// "[나루=물빛통신] 배추 가격": a phrase without the dateline before it.
fn undated(phrase: String) -> String {
    let rest = phrase.rsplit_once(']').map(|(_, rest)| rest.trim_start());
    rest.filter(|rest| !rest.is_empty()).map(str::to_owned).unwrap_or(phrase)
}

/// Games won, drawn and lost.
fn is_record(quantity: &Quantity) -> bool {
    matches!(quantity.unit.as_str(), "승" | "무" | "패")
}

struct View<'a, 'p> {
    passage: &'a Passage<'p>,
    lang: &'a LangPack,
    /// Its lists tell nouns from verbs.
    tagger: Option<&'a Tagger>,
    dates: &'a [Stretch],
    numbers: &'a [Stretch],
    /// Lines that have been looked at.
    lines: Once<look::Line<'p>>,
    /// What words are, by their first character: where they end, and the answer.
    sorts: RefCell<Vec<Option<(usize, phrase::Sort)>>>,
}

impl<'p> View<'_, 'p> {
    fn words(&self, clause: Stretch) -> Rc<[Word<'p>]> {
        words(self.passage, clause, &self.lang.grammar)
    }

    /// Other languages say no more than the noun that is counted.
    fn noun_of_unit(&self, quantity: &Quantity) -> String {
        if self.is_counted_noun(quantity) { quantity.unit.clone() } else { String::new() }
    }

    /// A number alone in a bracket belongs to what stands before the bracket: "언어폭력(83.9%)", "8천원(6달러)", "3년 전(1609명)".
    fn of_host(&self, open: usize, counted: &Counted, before: &[Counted]) -> String {
        let host = Stretch::new(open.saturating_sub(1), open);
        if let Some(twin) = before.iter().rev().find(|b| b.at.overlaps(host)) {
            return twin.quantity.measures.clone();
        }
        let clause = self.words(self.passage.clause_of(open));
        let Some(at) = clause.iter().position(|w| w.whole.start < open && open <= w.whole.end) else {
            return self.same_unit(counted, before);
        };
        let name = self.passage.of(Stretch::new(clause[at].whole.start, open));
        let last = name.rsplit(|c| matches!(c, ')' | '·') || ITEM_SIGNS.contains(&c)).next().unwrap_or(name);
        // "△달빛전자(1412억원) △별빛화학(1239억원)": an item with its sign stands for itself.
        let item = self.passage.before(open - last.chars().count()).is_some_and(|c| ITEM_SIGNS.contains(&c));
        // "부채 비율이 미국(137%)·영국(108%) 등": the rate says what is measured.
        let rate = || {
            let item = |w: &&Word<'_>| self.passage.of(w.whole).contains('(');
            let first = at - clause[..at].iter().rev().take_while(item).count();
            let subject = first.checked_sub(1).map(|i| clause[i]).filter(|w| w.is_subject(&self.lang.grammar));
            subject.is_some_and(|w| self.lang.number_words.rates.ends(self.passage.of(w.stem)))
        };
        let is_case =
            !(item || is_record(&counted.quantity) || counted.quantity.class == "percent" && self.heads_list(open) && !rate())
                && (organisation::is_named(last, self.lang) || self.lang.people_words.countries.contains(last));
        if is_case || self.dates.iter().any(|d| d.overlaps(host)) {
            let subject = self.subject(&clause, at).filter(|_| is_case);
            let known = || Some(self.same_unit(counted, before)).filter(|known| !known.is_empty());
            return subject.or_else(known).or_else(|| self.any_subject(&clause, at)).unwrap_or_default();
        }
        let stem = Stretch::new(open - last.chars().count(), open);
        let named = stem.start != clause[at].whole.start || person::name::is_korean(last, &self.lang.people_words);
        let first = if named { &[] } else { &clause[..at] };
        self.noun_phrase(first, Word { whole: stem, stem, particle: "", stopped: false })
    }

    /// "달빛전자(1.2%), 별빛화학(2.1%) 등은 올랐다", "달빛전자(1.2%)는": names with brackets that are themselves the subject.
    fn heads_list(&self, open: usize) -> bool {
        let brackets: Vec<_> = self.passage.pairs.iter().filter(|p| p.marks == Marks::Round).collect();
        let Some(own) = brackets.iter().position(|p| p.open == open) else { return false };
        // Whether a bracket and the one before it are items of one enumeration.
        let joins = |i: usize| {
            let (last, next) = (brackets[i - 1], brackets[i]);
            let name = self.passage.read_any(last.close + 1, LIST_SIGNS);
            name.is_some_and(|at| at < next.open && next.open - at <= ITEM_LETTERS_MAX)
        };
        let end = (own + 1..brackets.len()).take_while(|&i| joins(i)).last().unwrap_or(own);
        self.passage.read_any(brackets[end].close + 1, LIST_SUBJECTS).is_some()
    }

    /// "관객 2천명의 함성": the noun that is counted stands before the number, whatever belongs to it.
    fn counted_before(&self, clause: &[Word<'_>], at: usize, last: usize, counted: &Counted) -> Option<String> {
        let tail = self.passage.of(Stretch::new(counted.at.end, clause[last].whole.end.max(counted.at.end)));
        let before = at.checked_sub(1).map(|i| clause[i])?;
        // "지하차도 등 23곳의 운행": the items before "등".
        if self.passage.of(before.whole) == "등" && tail == "의" && at > 1 && self.is_noun(&clause[at - 2]) {
            return Some(self.noun_phrase(&clause[..at - 2], clause[at - 2]));
        }
        let each = at > 1 && self.passage.of(clause[at - 2].whole) == "각";
        let noun = before.particle.is_empty() && !before.stopped && !each && self.is_noun(&before);
        let count = counted.quantity.class == "count" && tail == "의" && noun && !self.is_counted_noun(&counted.quantity);
        if count { self.directly_before(clause, at, counted) } else { None }
    }

    /// "3명이 숨지고": people are counted by what became of them.
    fn fate(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        let tail = self.passage.of(Stretch::new(counted.at.end, clause[last].whole.end.max(counted.at.end)));
        let counts = counted.quantity.unit == "명" && matches!(tail, "이" | "은");
        let verb = clause
            .get(last + 1)
            .filter(|w| counts && !self.is_filler(w) && !self.is_noun(w) && !self.is_number(w) && !self.is_time(w))?;
        let stem = self.passage.chars[verb.whole.start..verb.whole.end]
            .iter()
            .take_while(|c| !ends_in_double_s(**c) && !matches!(**c, '하' | '한' | '되' | '된' | '할' | '될'))
            .count();
        let noun = Stretch::new(verb.whole.start, verb.whole.start + stem);
        // "반대하는 시위를": what follows says more.
        let about = self.passage.of(verb.whole).ends_with("하는");
        if about
            || self.is_change(verb)
            || stem < 2 && self.passage.of(verb.whole).starts_with(['됐', '된', '되', '있', '없', '많'])
        {
            return None;
        }
        Some(self.text(if stem >= 2 { noun } else { verb.whole }))
    }

    /// "시즌 전적 24승 23패", "달빛은 3승": games won and lost are the record of whoever is spoken about.
    fn record(&self, clause: &[Word<'_>], at: usize, counted: &Counted, before: &[Counted]) -> Option<String> {
        if !is_record(&counted.quantity) {
            return None;
        }
        let goes_on = at.checked_sub(1).is_some_and(|i| self.is_number(&clause[i]));
        let last = before.last().filter(|b| goes_on && is_record(&b.quantity)).map(|b| b.quantity.measures.clone());
        let told = || self.directly_before(clause, at, counted).filter(|noun| noun.ends_with("전적"));
        last.or_else(told).or_else(|| self.any_subject(clause, at))
    }

    /// The unit is itself the noun that is counted ("두 나라").
    fn is_counted_noun(&self, quantity: &Quantity) -> bool {
        quantity.class == "count" && unit::named(&quantity.unit).is_none_or(|unit| unit.noun)
    }

    /// "대여소 40곳", "국민의 62.9%", "인질 중 약 50명", "'글로벌 200'에서 56위".
    fn directly_before(&self, clause: &[Word<'_>], at: usize, counted: &Counted) -> Option<String> {
        let glued = clause[at].whole.start < counted.at.start
            && self.passage.of(Stretch::new(clause[at].whole.start, counted.at.start)) != "총";
        let mut index = at.checked_sub(1).filter(|_| !glued)?;
        let rank = counted.quantity.class == "rank";
        while index > 0 && (self.is_filler(&clause[index]) && rank || self.is_about(&clause[index])) {
            index -= 1;
        }
        let among = self.lang.grammar.among.contains(self.passage.of(clause[index].whole)) && index > 0;
        let before = clause[index - usize::from(among)];
        // "조회 수 126만 회"
        if let Some(of) = index.checked_sub(1).map(|i| clause[i]).filter(|_| !among && self.passage.of(before.whole) == "수") {
            let counts = of.particle.is_empty() && !of.stopped && !before.stopped && self.is_noun(&of);
            return counts.then(|| self.noun_phrase(&clause[..index], before));
        }
        let condition = matches!(self.passage.of(before.whole), "경우" | "때" | "결과");
        if before.stopped || condition || !self.is_noun(&before) || self.is_about(&before) {
            return None;
        }
        let genitive = before.particle == "의" && counted.quantity.class != "ratio";
        let place = rank && before.particle.starts_with("에서");
        let joins = before.particle.is_empty() || genitive || place;
        joins.then(|| self.noun_phrase(&clause[..index - usize::from(among)], before))
    }

    /// "단기 금리를 0.1%로", "연구개발비를 지난해의 2배로": an object with nothing but times between.
    fn object_before(&self, clause: &[Word<'_>], at: usize) -> Option<String> {
        // "요금을 평균 8%", "사용료를 현재보다 19%"
        let between = |w: &Word<'_>| self.is_time(w) || self.is_filler(w) || self.is_about(w) || w.particle == "보다";
        let found = (at.saturating_sub(OBJECT_REACH)..at).rev().find(|&i| !between(&clause[i]))?;
        let object = matches!(clause[found].particle, "을" | "를") && self.is_noun(&clause[found]) && !clause[found].stopped;
        // "어린이를 포함해 400명": a part of what is counted.
        let part = clause.get(found + 1).is_some_and(|w| self.lang.number_words.including.contains(self.passage.of(w.whole)));
        (object && !part).then(|| self.noun_phrase(&clause[..found], clause[found]))
    }

    /// The nearest subject or topic before the number that can be measured.
    fn subject(&self, clause: &[Word<'_>], at: usize) -> Option<String> {
        self.subject_where(clause, at, |text| {
            !self.lang.grammar.actors.contains(text) && !organisation::is_named(text, self.lang)
        })
    }

    /// The nearest subject, whatever it is.
    fn any_subject(&self, clause: &[Word<'_>], at: usize) -> Option<String> {
        self.subject_where(clause, at, |_| true)
    }

    fn subject_where(&self, clause: &[Word<'_>], at: usize, fits: impl Fn(&str) -> bool) -> Option<String> {
        let grammar = &self.lang.grammar;
        let marked = |i: usize| {
            clause[i].is_subject(grammar)
                || matches!(clause[i].particle, "만" | "만도" | "만은" | "만이")
                || clause.get(i + 1).is_some_and(|w| self.passage.of(w.whole) == "역시")
        };
        let others = |i: usize| self.lang.check_words.others.contains(self.passage.of(clause[i].stem));
        let listed = |i: usize| clause.get(i + 1).is_some_and(|_| others(i + 1));
        // "관광객 수는": a head that counts the noun before it.
        let counting = |i: usize| {
            let before = i.checked_sub(1).map(|before| clause[before]);
            let noun = before.is_some_and(|b| matches!(b.particle, "" | "의") && !b.stopped && self.is_noun(&b));
            marked(i) && noun && self.passage.of(clause[i].stem) == "수"
        };
        let can = |i: usize| marked(i) && !listed(i) && self.is_noun(&clause[i]) && fits(self.passage.of(clause[i].stem));
        // "한우와 젖소 등은 모두 …": the noun before "등".
        let before_others = |i: usize| i > 0 && marked(i) && others(i) && self.is_noun(&clause[i - 1]);
        let relative = |i: usize| marked(i).then(|| self.relative(clause, i)).flatten();
        let found = (0..at).rev().find(|&i| can(i) || counting(i) || before_others(i) || relative(i).is_some())?;
        if let Some(phrase) = relative(found) {
            return Some(phrase);
        }
        // "응답률은 국정 평가가 4.5%": the topic that is a rate, not whose it is.
        let rate = |i: &usize| {
            matches!(clause[*i].particle, "은" | "는") && self.lang.number_words.rates.ends(self.passage.of(clause[*i].stem))
        };
        let topic = (0..found).rev().find(rate).filter(|_| matches!(clause[found].particle, "이" | "가") && !rate(&found));
        let found = topic.unwrap_or(found);
        let head = if others(found) { found - 1 } else { found };
        Some(self.noun_phrase(&clause[..head], clause[head]))
    }

    /// The first object or subject after the number, where none stands before it.
    fn object_after(&self, clause: &[Word<'_>], last: usize) -> Option<String> {
        let marked = |w: &Word<'_>| matches!(w.particle, "을" | "를" | "이" | "가" | "은" | "는");
        let can =
            |i: usize| marked(&clause[i]) && self.is_noun(&clause[i]) && !self.is_empty_head(self.passage.of(clause[i].stem));
        let found = (last + 1..clause.len()).find(|&i| can(i))?;
        Some(self.noun_phrase(&clause[..found], clause[found]))
    }
}
