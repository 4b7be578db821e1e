//! Foreign names by what stands right beside them: an office of Japan, a body, a country, a polite word.

use super::{Scene, WORDS_MAX, known};
use crate::facts::organisation;
use crate::facts::person::{Known, name};
use crate::text::is_hangul;

/// Syllables of a name of one word, and the mean origin from which it is no common word.
const SINGLE_LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
const SINGLE_ORIGIN_MIN: f32 = 0.7;
/// The same of one behind an office alone: at least.
const PRESENTED_LETTERS_MIN: usize = 3;
const PRESENTED_ORIGIN_MIN: f32 = 2.2;
/// Syllables of a part of a Japanese name.
const JAPANESE_LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
/// What the wives of statesmen are called.
const LADY: &str = "여사";
/// Syllables of a part of a name before a country.
const NAME_LETTERS: std::ops::RangeInclusive<usize> = 1..=9;

impl Scene<'_, '_> {
    /// "모테기 도시미쓰 외무상", "스가 요시히데 일본 관방장관": two words before an office of Japan.
    pub(super) fn japanese(&self, at: usize) -> Option<Known> {
        let people = &self.lang.people_words;
        // "스가": the end of a name may look like a particle.
        let whole = |i: usize| self.passage.of(self.words[i].whole);
        let part = |i: usize| {
            let text = whole(i);
            self.is_free(text, JAPANESE_LETTERS)
                && !people.countries.contains(text)
                && !self.lang.place_words.names.contains(text)
                && !organisation::is_named(text, self.lang)
        };
        if at + 2 >= self.words.len() || self.words[at].stopped || !self.runs_on(at + 1) || !part(at) || !part(at + 1) {
            return None;
        }
        let (title, body) = self.title_behind(at + 2)?;
        people.offices_ja.contains(title.as_str()).then_some(())?;
        Some(known(format!("{} {}", whole(at), whole(at + 1)), whole(at).to_owned(), vec![title], body))
    }

    /// "중국 외교부의 친강 대변인": a word of no list between a body and a title.
    pub(super) fn of_body(&self, at: usize) -> Option<Known> {
        let before = at.checked_sub(1).map(|i| self.words[i]).filter(|w| matches!(w.particle, "" | "의") && !w.stopped)?;
        let body = self.passage.of(before.stem);
        let host = organisation::is_named(body, self.lang);
        let name = self.stem(at);
        let own = self.runs_on(at)
            && self.is_free(name, SINGLE_LETTERS)
            && !self.tagger.knows_end(name)
            && !self.tagger.is_other(name)
            && !self.lang.people_words.not_names.contains(name);
        let title = self.words.get(at + 1).map(|_| self.stem(at + 1)).filter(|title| self.is_titled(title))?;
        (host && own).then(|| known(name.to_owned(), name.to_owned(), vec![title.to_owned()], body.to_owned()))
    }

    /// "우융밍 알리바바 최고경영자(CEO)는": a word of no list, a body, a title.
    pub(super) fn single(&self, at: usize) -> Option<Known> {
        let name = self.passage.of(self.words[at].whole);
        if let Some(known) = self.lady(at).or_else(|| self.presented(at)) {
            return Some(known);
        }
        // "MX 사업부 이머시브 솔루션 개발팀 부사장": a word inside a run of nouns is no name.
        if at.checked_sub(1).is_some_and(|i| self.runs_on(i) && !self.is_titled(self.stem(i))) {
            return None;
        }
        let body = self.words.get(at + 1).filter(|w| self.runs_on(at) && w.particle.is_empty() && !w.stopped)?;
        let body = self.passage.of(body.stem);
        let named = || self.tagger.is_proper(body) || organisation::is_named(body, self.lang);
        let letters = SINGLE_LETTERS.contains(&name.chars().count()) && name.chars().all(is_hangul);
        let plain = |text: &str| {
            self.tagger.origin(text) >= SINGLE_ORIGIN_MIN
                && !self.tagger.is_other(text)
                && !self.lang.people_words.not_names.contains(text)
                && !self.lang.place_words.names.contains(text)
                && !self.lang.grammar.fillers.contains(text)
                && !self.lang.grammar.adnominals.ends(text)
                && !self.is_titled(text)
                && !organisation::is_named(text, self.lang)
                && !organisation::is_generic(text, self.lang)
        };
        // "한가람 달빛전자 연구원": the family name alone is what later mentions say.
        if !letters || name::is_korean(name, &self.lang.people_words) || !plain(name) || !named() {
            return None;
        }
        let (title, body) = self.title_behind(at + 1).filter(|(_, body)| !body.is_empty())?;
        Some(known(name.to_owned(), name.to_owned(), vec![title], body))
    }

    /// "시장 분석가 궈샤오핑은": a word of foreign sound behind an office, of which the sentence speaks.
    fn presented(&self, at: usize) -> Option<Known> {
        let office = at.checked_sub(1).filter(|&i| self.runs_on(i)).map(|i| self.stem(i)).filter(|text| self.is_titled(text))?;
        let speaks = matches!(self.words[at].particle, "은" | "는" | "이" | "가" | "의" | "도");
        let name = self.stem(at);
        let letters = name.chars().count();
        let sounds = letters >= PRESENTED_LETTERS_MIN && self.part(name).is_some_and(|origin| origin >= PRESENTED_ORIGIN_MIN);
        (speaks && sounds && office.chars().count() >= 3 && !self.tagger.is_noun(name))
            .then(|| known(name.to_owned(), name.to_owned(), vec![office.to_owned()], String::new()))
    }

    /// "멜라니아 여사": a foreign given name before a polite word.
    fn lady(&self, at: usize) -> Option<Known> {
        let name = self.passage.of(self.words[at].whole);
        let polite = self.words.get(at + 1).is_some_and(|w| self.passage.of(w.stem) == LADY) && self.runs_on(at);
        let foreign = self.is_free(name, SINGLE_LETTERS) && self.tagger.origin(name) >= SINGLE_ORIGIN_MIN;
        let named = polite && foreign && !self.tagger.is_other(name);
        named.then(|| known(name.to_owned(), name.to_owned(), vec![LADY.to_owned()], String::new()))
    }

    /// "잉나 소브순 우크라이나 의회 의원": words that no list knows, before a country and a title.
    pub(super) fn of_country(&self, at: usize) -> Option<(usize, Known)> {
        // "잉나": the end of a name may look like a particle.
        let whole = |i: usize| self.passage.of(self.words[i].whole);
        let unknown = |i: usize| {
            let text = whole(i);
            !self.words[i].stopped
                && self.words[i].particle.chars().count() < 2
                && self.is_free(text, NAME_LETTERS)
                && !text.strip_suffix('인').is_some_and(|office| self.is_titled(office))
                && !self.tagger.is_other(text)
                && !self.tagger.is_noun(text)
                && !self.lang.people_words.countries.contains(text)
                && !self.lang.people_words.not_names.contains(text)
                && !self.lang.place_words.names.contains(text)
                && !self.lang.grammar.fillers.contains(text)
                && !organisation::is_named(text, self.lang)
        };
        let reach = self.words.len().saturating_sub(1).min(at + WORDS_MAX);
        let country = (at + 2..reach).find(|&i| self.lang.people_words.countries.contains(self.stem(i)))?;
        if !self.runs_on(country) || !(at..country).all(unknown) {
            return None;
        }
        let (title, body) = self.title_behind(country)?;
        let name: Vec<&str> = (at..country).map(whole).collect();
        let last = (*name.last()?).to_owned();
        Some((country, known(name.join(" "), last, vec![title], body)))
    }
}
