//! What a quantity measures by what is done: "이틀 동안 시신을 훼손한", "네 차례 체포된", "52명은 격리에서 해제됐다".

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::facts::word::Word;

/// Words behind a number in which it is said what is done.
const DEED_REACH: usize = 7;
/// What makes a noun a verb.
const VERB_BEGINS: [&str; 19] = [
    "하", "한", "할", "해", "했", "합", "되", "된", "될", "돼", "됐", "됩", "당하", "당한", "당했", "시키", "시킨", "시켰", "중",
];
/// How a length is told to last: what stands behind its unit, or as the next word.
const LASTING: [&str; 7] = ["간", "동안", "째", "내내", "만", "간이나", "가까이"];
/// Units of what happens so many times.
const TIMES: [&str; 3] = ["차례", "번", "회"];
/// What stands between such a number and what is done.
const TIMES_TAILS: [&str; 6] = ["", "나", "이나", "씩", "도", "만"];
/// What makes people those who do it.
const PEOPLE_TAILS: [&str; 5] = ["이", "은", "을", "에게", "만"];

/// What is done.
struct Deed {
    phrase: String,
    /// Whether the verb says it, not its object.
    verbal: bool,
}

impl View<'_, '_> {
    /// "이틀 동안 시신을 훼손한", "25년째 복역 중", "네 차례 체포된": how long it went on or how often it was done.
    pub(super) fn lasting(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        let tail = self.tail(clause, last, counted);
        let next = clause.get(last + 1).map_or("", |w| self.passage.of(w.whole));
        let bare = tail.is_empty() && !clause[last].stopped;
        let lasts = counted.quantity.class == "duration" && (LASTING.contains(&tail) || bare && LASTING.contains(&next));
        let times = TIMES.contains(&counted.quantity.unit.as_str()) && TIMES_TAILS.contains(&tail) && !clause[last].stopped;
        if lasts || times { self.deed(clause, last + 1).map(|deed| deed.phrase) } else { None }
    }

    /// "61년 만에 공개됐다", "10차례에 걸쳐 추행한": what the verb behind says.
    pub(super) fn done_behind(&self, clause: &[Word<'_>], from: usize) -> Option<String> {
        self.deed(clause, from).filter(|deed| deed.verbal).map(|deed| deed.phrase)
    }

    /// "52명은 격리에서 해제됐다": people are counted by what they do or what is done with them.
    pub(super) fn deed_of(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<String> {
        self.deed_of_people(clause, last, counted).filter(|deed| deed.verbal).map(|deed| deed.phrase)
    }

    fn deed_of_people(&self, clause: &[Word<'_>], last: usize, counted: &Counted) -> Option<Deed> {
        let people = counted.quantity.unit == "명" && PEOPLE_TAILS.contains(&self.tail(clause, last, counted));
        if people && !clause[last].stopped { self.deed(clause, last + 1) } else { None }
    }

    /// The noun of the first verb made of one, or the object of another verb.
    fn deed(&self, clause: &[Word<'_>], from: usize) -> Option<Deed> {
        let mut object = None;
        for i in from..clause.len().min(from + DEED_REACH) {
            let word = &clause[i];
            // "반대하는 시위를 벌였다": what it is about.
            let about = self.passage.of(word.whole).ends_with("하는")
                && clause.get(i + 1).is_some_and(|w| w.particle == "를" || w.particle == "을");
            if let Some(noun) = self.verbal_noun(clause, i).filter(|_| !about) {
                let words = &self.lang.number_words;
                let light = words.happening.contains(noun.as_str()) || words.light_deeds.contains(noun.as_str());
                return if light { object } else { Some(Deed { phrase: noun, verbal: true }) };
            }
            if object.is_some() || self.is_change(word) {
                break;
            }
            if matches!(word.particle, "을" | "를") && self.is_noun(word) {
                object = Some(Deed { phrase: self.noun_phrase(&clause[from..i], *word), verbal: false });
            } else if word.is_subject(&self.lang.grammar) && self.is_noun(word) {
                break;
            }
        }
        object
    }

    /// "훼손" of "훼손한", "복역" of "복역 중".
    fn verbal_noun(&self, clause: &[Word<'_>], at: usize) -> Option<String> {
        let whole = clause[at].whole;
        let text = self.passage.of(whole);
        let next = clause.get(at + 1).map_or("", |w| self.passage.of(w.whole));
        let known = |noun: &&str| noun.chars().count() >= 2 && self.tagger.is_some_and(|tagger| tagger.is_noun(noun));
        let noun = if next.starts_with("중") && clause[at].particle.is_empty() {
            Some(text).filter(known)
        } else {
            let nouns = VERB_BEGINS.iter().filter_map(|begin| text.rsplit_once(begin)).map(|(noun, _)| noun);
            nouns.filter(known).max_by_key(|noun| noun.len())
        };
        noun.map(|noun| self.text(Stretch::new(whole.start, whole.start + noun.chars().count())))
    }
}
