//! Noun phrases around a number: which words belong to one, and which are none.

use super::View;
use crate::facts::passage::Stretch;
use crate::facts::person::name;
use crate::facts::unit;
use crate::facts::word::{Word, ends_in_double_s};
use crate::text::{is_alphanumeric, is_hangul};

/// Words that a phrase takes at most: longer ones say more than what is measured.
const PHRASE_MAX: usize = 4;
/// The same behind a number, where the end is looked for.
const AFTER_MAX: usize = 6;

/// What a word is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Noun,
    Adnominal,
    Verb,
    /// It stands for another, says how much or when, or is too short.
    Other,
}

impl View<'_, '_> {
    /// The phrase that ends in `last`: nouns without particle and genitives before it belong to it.
    pub(super) fn noun_phrase(&self, before: &[Word<'_>], last: Word<'_>) -> String {
        // "벌금": whose it is says no more.
        if self.lang.number_words.terms_alone.contains(self.passage.of(last.stem)) {
            return self.text(last.stem);
        }
        let mut start = last.stem.start;
        let mut between = false;
        for word in before.iter().rev().take(PHRASE_MAX - 1) {
            // "△디자인 △미디어": a sign begins an item.
            if self.passage.before(start).is_some_and(|c| super::ITEM_SIGNS.contains(&c)) {
                break;
            }
            let text = self.passage.of(word.whole);
            // "결과 ‘달빛’이", "소속 한가람 의원실"
            if matches!(text, "결과" | "이래" | "소속") {
                break;
            }
            // "서로 다른 두 평가 간 격차", "나라 안 판매량"
            // "가구의 연간 지출"
            let inside = matches!(text, "및" | "내" | "간" | "연간" | "월간" | "월평균" | "연평균");
            let joins = word.particle.is_empty() || word.particle == "의" || between && matches!(word.particle, "과" | "와");
            if word.stopped || !joins && !inside || !inside && !self.is_noun(word) {
                break;
            }
            between |= text == "간";
            start = word.whole.start;
        }
        self.text(Stretch::new(start, last.stem.end.max(start)))
    }

    /// The phrase that begins at a word and ends at the first particle, or at the first that is none of `through`.
    pub(super) fn phrase_after(&self, clause: &[Word<'_>], from: usize, through: &str) -> String {
        let ends =
            |w: &Word<'_>| !w.particle.is_empty() && w.particle != through || w.stopped || self.passage.of(w.whole).contains('(');
        let end = (from..clause.len().min(from + AFTER_MAX)).find(|&i| ends(&clause[i]));
        // "파운드리 업체인 달빛전자": the copula ends the phrase.
        let copula = |i: usize| self.copular(&clause[i]).filter(|_| clause[i].particle.is_empty());
        let stop = end.map_or(clause.len().min(from + AFTER_MAX), |end| end + 1);
        if let Some(noun) = (from..stop).find_map(copula) {
            return self.text(Stretch::new(clause[from].stem.start, noun.end));
        }
        let end = end.filter(|&end| clause[from..=end].iter().all(|w| self.is_noun(w))).unwrap_or(from);
        let last = self.passage.of(clause[end].stem);
        // "여성이다", "팀씩"
        if let Some(noun) = ["이다", "이었다", "이며", "이고"].iter().find_map(|copula| last.strip_suffix(copula)) {
            let letters = noun.chars().count();
            if letters > 1 && self.tagger.is_none_or(|tagger| tagger.knows_end(noun)) {
                return self.text(Stretch::new(clause[from].stem.start, clause[end].stem.start + letters));
            }
        }
        let tail = self.passage.of(clause[end].stem).ends_with('씩') && clause[end].stem.end > clause[end].stem.start + 1;
        self.text(Stretch::new(clause[from].stem.start, clause[end].stem.end - usize::from(tail)))
    }

    pub(super) fn text(&self, stretch: Stretch) -> String {
        let marks = ['‘', '’', '“', '”', '\'', '"', '「', '」', '『', '』', '《', '》'];
        let text = self.passage.of(stretch);
        let inner = text.trim_matches(marks);
        // "정국의 솔로곡 '3D": a mark whose partner was cut off with the end goes too.
        if inner.contains(marks) && inner.len() < text.len() {
            inner.rsplit(marks).next().unwrap_or(inner).to_owned()
        } else {
            inner.to_owned()
        }
    }

    /// Whether the word can be (part of) what is measured.
    pub(super) fn is_noun(&self, word: &Word<'_>) -> bool {
        self.sort(word) == Sort::Noun
    }

    /// What a word is. Every rule asks: each word is looked at once.
    pub(super) fn sort(&self, word: &Word<'_>) -> Sort {
        let Stretch { start, end } = word.whole;
        if let Some((_, sort)) = self.sorts.borrow()[start].filter(|known| known.0 == end) {
            return sort;
        }
        let sort = self.sort_of(word);
        self.sorts.borrow_mut()[start] = Some((end, sort));
        sort
    }

    fn sort_of(&self, word: &Word<'_>) -> Sort {
        let text = self.passage.of(word.stem);
        let single = text.chars().count() == 1 && !self.lang.grammar.short_nouns.contains(text);
        // "23층": which of several, no noun of its own.
        let which = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let one_of = which.len() < text.len() && matches!(which, "층" | "호" | "동" | "차" | "심" | "호선");
        let other = || self.is_light(word) || self.is_number(word) || self.is_time(word) || self.is_filler(word);
        match () {
            () if single || one_of || other() => Sort::Other,
            () if self.is_adnominal(word) => Sort::Adnominal,
            () if self.is_verbal(word) => Sort::Verb,
            () => Sort::Noun,
        }
    }

    /// Whether the word stands for another: "것", "그".
    pub(super) fn is_light(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.stem);
        self.lang.grammar.light.contains(text) || self.lang.quote_words.pronouns.contains(text)
    }

    pub(super) fn is_number(&self, word: &Word<'_>) -> bool {
        // Numbers stand in order and hold no other.
        let next = self.numbers.partition_point(|n| n.end <= word.stem.start);
        self.numbers.get(next).is_some_and(|n| n.overlaps(word.stem))
    }

    pub(super) fn is_time(&self, word: &Word<'_>) -> bool {
        self.dates.iter().any(|d| d.overlaps(word.stem))
    }

    /// Words like "모두", and the base of a rate ("㎏당").
    pub(super) fn is_filler(&self, word: &Word<'_>) -> bool {
        let (whole, stem) = (self.passage.of(word.whole), self.passage.of(word.stem));
        let fillers = self.lang.grammar.fillers;
        let rate = whole.ends_with('당')
            && whole.chars().count() <= 4
            && whole.starts_with(|c: char| !is_alphanumeric(c) || c.is_ascii_digit())
            || whole.ends_with("터당")
            || whole
                .strip_suffix('당')
                .is_some_and(|base| unit::named(base.trim_start_matches(|c: char| c.is_ascii_digit())).is_some());
        fillers.contains(whole) || fillers.contains(stem) || rate
    }

    /// Fillers that stand between a noun and its number without parting them.
    pub(super) fn is_about(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.whole);
        self.lang.number_words.about.contains(text) || self.lang.number_words.only.contains(text)
    }

    /// "증가", "감소": what happens to a number is not what is measured.
    pub(super) fn is_change(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.stem);
        let checks = &self.lang.check_words;
        checks.rise.iter().chain(checks.fall).any(|verb| text.starts_with(verb.trim_start()))
    }

    /// The noun of a word with the copula before another: "업체" of "업체인".
    pub(super) fn copular(&self, word: &Word<'_>) -> Option<Stretch> {
        let noun = self.passage.of(word.whole).strip_suffix('인')?.chars().count();
        (noun >= 2 && self.is_adnominal(word)).then(|| Stretch::new(word.whole.start, word.whole.start + noun))
    }

    pub(super) fn is_adnominal(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.whole);
        let grammar = &self.lang.grammar;
        if grammar.adnominals.contains(text) || text.ends_with("적인") {
            return true;
        }
        // "향하는", "일하는"
        if word.particle == "는" && self.passage.of(word.stem).ends_with(['하', '되']) && !self.is_listed(word) {
            return true;
        }
        let copula = text.ends_with('인') && text.chars().count() > 2 && !grammar.particle_like.ends(text);
        let verb =
            || text.ends_with(|c| grammar.adnominal_lasts.contains(c)) && word.particle.is_empty() && self.is_unknown(text);
        (copula || grammar.adnominals.ends(text)) && !self.is_listed(word) || verb()
    }

    /// Whether the tagger's lists know a word as a noun, or what stands before its particle ("가치는").
    fn is_listed(&self, word: &Word<'_>) -> bool {
        let (whole, stem) = (self.passage.of(word.whole), self.passage.of(word.stem));
        self.tagger.is_some_and(|tagger| tagger.is_other(whole) || tagger.is_noun(stem))
    }

    /// Whether there are lists, and neither the word nor its end stands in them nor is it a Korean name.
    fn is_unknown(&self, text: &str) -> bool {
        let hangul = text.chars().count() > 1 && text.chars().all(is_hangul);
        hangul && self.tagger.is_some_and(|t| !t.knows_end(text)) && !name::is_korean(text, &self.lang.people_words)
    }

    fn is_verbal(&self, word: &Word<'_>) -> bool {
        let text = self.passage.of(word.whole);
        // A syllable that ends in ㅆ is the stem of a verb in the past or of "있다": 했고, 늘었으며, 있는.
        if text.chars().any(ends_in_double_s) {
            return true;
        }
        // "감소해": a noun made a verb.
        if text.strip_suffix('해').is_some_and(|noun| self.tagger.is_some_and(|tagger| tagger.is_noun(noun))) {
            return true;
        }
        let goes_on = text.ends_with('고') && text.chars().count() > 1 && !self.lang.grammar.go_nouns.ends(text);
        if self.lang.grammar.verbal_ends.contains(text) {
            return true;
        }
        let ends = text.chars().count() > 1 && self.lang.grammar.verbal_ends.ends(text);
        let verb = || {
            text.ends_with(|c| self.lang.grammar.verbal_lasts.contains(c)) && word.particle.is_empty() && self.is_unknown(text)
        };
        (goes_on || ends) && !self.is_listed(word) || verb()
    }
}
