//! Foreign names of several words beside a title: "안토니우 구테후스 유엔 사무총장", "토너먼트 디렉터 크레이그 타일리는"; and
//! names of one word with a body between them and the title: "우융밍 알리바바 최고경영자". What looks foreign is said by the
//! syllables (their origin in the tagger's lists), what is a noun or a place by the lists.

use super::tagged::recurring;
use super::{Known, clauses, doubt, is_department, is_title, name, noun_end};
use crate::facts::organisation;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::Tagger;
use crate::facts::word::{Word, words};
use crate::facts::{Person, trust};
use crate::lang::LangPack;
use crate::text::{is_alphanumeric, is_hangul};

mod beside;

/// Words of a name at most.
const WORDS_MAX: usize = 4;
/// Syllables of a part of a name at most ("크리스토두리데스").
const PART_MAX: usize = 9;
/// Mean origin of the syllables of a foreign word at least (0 native, 3 foreign), and of the two together.
const ORIGIN_MIN: f32 = 1.3;
const ORIGINS_MIN: f32 = 1.8;
/// The mean origin of a word of one syllable ("빌", "알") at least.
const SYLLABLE_ORIGIN_MIN: f32 = 3.0;
/// Mean origin of a given name that is another word too, at least.
const GIVEN_ORIGIN_MIN: f32 = 1.5;
/// Letters of a university's short name ("콜로라도대") at least.
const UNIVERSITY_LETTERS_MIN: usize = 3;
/// Mean origin of the syllables of a noun that may be a part of a name before a body and a title.
const NOUN_ORIGIN_MIN: f32 = 1.0;
/// Words from a name to its title at most.
const REACH: usize = 6;
/// Words before the last part of a name.
const JOINING: [&str; 16] = ["데", "드", "디", "다", "두", "라", "르", "알", "엘", "반", "판", "폰", "빈", "더", "텐", "아불"];
/// Particles that only people bear.
const PERSONAL: [&str; 6] = ["에게", "에게는", "에게서", "한테", "께", "께서"];

/// The foreign names of the body, with the title and the body that stand beside them.
pub(super) fn find(passages: &[Passage<'_>], tagger: &Tagger, lang: &LangPack) -> Vec<Known> {
    let mut out = Vec::new();
    for passage in passages {
        for clause in clauses(passage) {
            let words = words(passage, clause, &lang.grammar);
            let scene = Scene { passage, words: &words, tagger, lang };
            let mut at = 0;
            while at < words.len() {
                let found = scene.name(at);
                at = found.as_ref().map_or(at + 1, |(end, _)| *end);
                out.extend(found.and_then(|(_, known)| known));
            }
        }
    }
    for person in &mut out {
        person.short = recurring(passages, &person.person.name).to_owned();
    }
    out
}

struct Scene<'a, 'p> {
    passage: &'a Passage<'p>,
    words: &'a [Word<'p>],
    tagger: &'a Tagger,
    lang: &'a LangPack,
}

impl Scene<'_, '_> {
    fn stem(&self, at: usize) -> &str {
        self.passage.of(self.words[at].stem)
    }

    /// Whether a word has no particle and the next one goes on with it.
    fn runs_on(&self, at: usize) -> bool {
        let word = self.words[at];
        word.particle.is_empty() && !word.stopped && word.whole == word.stem
    }

    /// The mean origin of a word that may be a part of a foreign name.
    fn part(&self, text: &str) -> Option<f32> {
        let people = &self.lang.people_words;
        let letters = text.chars().count();
        let least = if letters == 1 { SYLLABLE_ORIGIN_MIN } else { ORIGIN_MIN };
        // "미 대통령": a country by its first syllable.
        if people.country_letters.contains(text) {
            return None;
        }
        // "엔카나시온-스트랜드"
        let plain = |half: &str| (1..=PART_MAX).contains(&half.chars().count()) && half.chars().all(is_hangul);
        if !text.split('-').all(plain) {
            return None;
        }
        // "이스라엘군", "미국인"
        if text.strip_suffix(['군', '인', '계', '측']).is_some_and(|country| people.countries.contains(country)) {
            return None;
        }
        // Asked first: it leaves few words for the long lists.
        let origin = self.tagger.origin(&text.replace('-', ""));
        let other = origin < least
            || text.ends_with('들')
            || self.tagger.is_other(text)
            || self.is_known(text)
            || self.lang.grammar.fillers.contains(text)
            || letters >= UNIVERSITY_LETTERS_MIN && text.ends_with('대')
            || self.lang.organisation_words.ends.contains(text);
        let verbal = !other && self.lang.grammar.adnominals.ends(text) && !self.tagger.is_person(text);
        (!other && !verbal).then_some(origin)
    }

    /// "오기노 마사지 …그룹 감독": a noun of foreign sound between the first part of a name and a named body with a title, or
    /// between a given name and a title.
    fn noun_part(&self, first: usize, at: usize) -> Option<f32> {
        let text = self.stem(at);
        let origin = self.tagger.origin(text);
        let inside = at == first + 1 && self.runs_on(first) && self.runs_on(at) && origin >= NOUN_ORIGIN_MIN;
        // "바이든 미국 대통령": what somebody heads is no part of the name.
        let inside = inside && !self.lang.people_words.countries.contains(text);
        if !inside || at + 1 >= self.words.len() || !self.tagger.is_noun(text) {
            return None;
        }
        let body =
            self.runs_on(at + 1) && organisation::is_named(self.stem(at + 1), self.lang) && self.title_behind(at + 2).is_some();
        // "마이클 다이아몬드 교수": a given name before it.
        let titled = || self.is_titled(self.stem(at + 1)) && self.tagger.is_person(self.stem(first));
        (body || titled()).then_some(origin)
    }

    /// "트리샤 필 교수", "토드 손 …증권 전략가": one syllable of any origin behind a first part of foreign sound, before a title.
    fn syllable_part(&self, first: usize, at: usize) -> Option<f32> {
        let text = self.stem(at);
        let inside = at == first + 1 && self.runs_on(first) && self.runs_on(at) && at + 1 < self.words.len();
        let one = inside && text.chars().count() == 1 && text.chars().all(is_hangul);
        let plain = one
            && !self.lang.people_words.country_letters.contains(text)
            && !self.lang.people_words.former.contains(text)
            && !self.lang.people_words.not_parts.contains(text)
            && !self.lang.grammar.fillers.contains(text);
        // "그렇게 안 …"
        let given = self.stem(first);
        let plain = plain && given.chars().count() > 1 && !given.ends_with('게') && !self.tagger.is_noun(given);
        let sounds = plain && self.part(given).is_some_and(|origin| origin >= ORIGINS_MIN);
        (sounds && self.title_behind(at + 1).is_some()).then_some(ORIGINS_MIN)
    }

    /// Where a name of three words or more ends: the last word before a title is a body ("조안나 갈레고스 본드블록스
    /// 최고경영자") unless the lists hold it as a name or what stands before it belongs to a name ("데", "알").
    fn own_end(&self, at: usize, end: usize) -> usize {
        let last = self.stem(end - 1);
        let joined = JOINING.contains(&self.stem(end - 2)) || self.is_torn(end - 2);
        let titled = end - at > 2 && self.runs_on(end - 1) && self.title_behind(end).is_some();
        let other = last.chars().count() > 1 && (!self.tagger.is_person(last) || self.tagger.is_proper(last));
        if titled && !joined && other { end - 1 } else { end }
    }

    /// "베드라나 호그크비스트 박사", "토마스 글룩스만 대표": what looks like the particle of a foreign word ends a part of the name
    /// of somebody whose title follows.
    fn is_torn(&self, at: usize) -> bool {
        let word = self.words[at];
        let whole = self.passage.of(word.whole);
        matches!(word.particle, "나" | "도" | "로" | "만")
            && !word.stopped
            && self.part(whole).is_some_and(|origin| origin >= ORIGINS_MIN)
            && at + 1 < self.words.len()
            && self.title_behind(at + 1).is_some_and(|(_, body)| body.is_empty() || self.begins_body(at + 1))
    }

    /// Whether a word is the last part of a name, or begins a body.
    fn begins_body(&self, at: usize) -> bool {
        let text = self.stem(at);
        self.part(text).is_some() || organisation::is_named(text, self.lang) || self.tagger.is_proper(text)
    }

    /// "아서": a given name that is another word too, by the lists and its sound.
    fn is_given(&self, text: &str) -> bool {
        let sounds = || self.tagger.is_person(text) && self.tagger.origin(text) >= GIVEN_ORIGIN_MIN;
        self.lang.people_words.given_foreign.contains(text) || sounds() && !self.is_known(text)
    }

    /// Whether the words of the language know a text as something else than a part of a name.
    fn is_known(&self, text: &str) -> bool {
        let people = &self.lang.people_words;
        people.not_names.contains(text)
            || people.not_parts.contains(text)
            || people.countries.contains(text)
            || self.lang.place_words.names.contains(text)
            || self.is_titled(text)
            || organisation::is_named(text, self.lang)
            || organisation::is_generic(text, self.lang)
    }

    /// The words of a name, the last one without its particle.
    fn text_of(&self, at: usize, end: usize) -> String {
        let text = |i: usize| if i + 1 < end || self.is_torn(i) { self.passage.of(self.words[i].whole) } else { self.stem(i) };
        let parts: Vec<&str> = (at..end).map(text).collect();
        parts.join(" ")
    }

    fn is_titled(&self, text: &str) -> bool {
        let people = &self.lang.people_words;
        is_title(text, people) || people.before.contains(text)
    }

    /// Hangul of so many syllables that is no verb, no title and no Korean name.
    fn is_free(&self, text: &str, letters: std::ops::RangeInclusive<usize>) -> bool {
        let people = &self.lang.people_words;
        letters.contains(&text.chars().count())
            && text.chars().all(is_hangul)
            && !self.lang.grammar.adnominals.ends(text)
            && !people.not_parts.contains(text)
            && !self.is_titled(text)
            && !name::is_korean(text, people)
    }

    /// Where a name that begins at a word ends, and the person if there is evidence.
    fn name(&self, at: usize) -> Option<(usize, Option<Known>)> {
        if let Some(found) = self.japanese(at) {
            return Some((at + 2, Some(found)));
        }
        if let Some((end, found)) = self.of_country(at) {
            return Some((end, Some(found)));
        }
        if let Some(found) = self.of_body(at) {
            return Some((at + 1, Some(found)));
        }
        let mut end = at;
        let mut origins = 0.0;
        while end < self.words.len() && end - at < WORDS_MAX {
            let word = self.words[end];
            let whole = self.passage.of(word.whole);
            let torn = self.is_torn(end);
            let last = !self.runs_on(end) && !torn;
            let text = if torn || last && self.part(whole).is_some() && word.particle.chars().count() == 1 && end == at {
                whole
            } else {
                self.stem(end)
            };
            let given = || (end == at && !last && self.is_given(text)).then_some(ORIGINS_MIN);
            let Some(origin) =
                self.part(text).or_else(|| self.noun_part(at, end)).or_else(|| self.syllable_part(at, end)).or_else(given)
            else {
                break;
            };
            origins += origin;
            end += 1;
            if last {
                break;
            }
        }
        let count = end - at;
        if count >= 2 {
            let whole = self.text_of(at, end);
            if name::without_town(&whole, &self.lang.people_words) != whole {
                return Some((end, None));
            }
            let foreign = origins / count as f32 >= ORIGINS_MIN;
            let own = self.own_end(at, end);
            // "에지 및 클라우드 컴퓨팅 부사장": a department.
            let foreign = foreign && !at.checked_sub(1).is_some_and(|i| self.lang.people_words.not_parts.contains(self.stem(i)));
            return Some((end, foreign.then(|| self.evidence(at, own)).flatten()));
        }
        let single = self.single(at)?;
        Some((at + 1, Some(single)))
    }

    /// A title behind the name, before it, or a particle that only people bear.
    fn evidence(&self, at: usize, end: usize) -> Option<Known> {
        let last = self.words[end - 1];
        let behind =
            if (last.particle.is_empty() || self.is_torn(end - 1)) && !last.stopped { self.title_behind(end) } else { None };
        // "감독 로버트 하딩 ‘달빛’": a title of a work follows.
        let marked = || self.passage.char(self.passage.skip_space(last.whole.end)).is_some_and(|c| !is_alphanumeric(c));
        let ends = !self.runs_on(end - 1) || end == self.words.len() || marked();
        let before = at.checked_sub(1).filter(|&i| ends && !self.words[i].stopped).and_then(|i| {
            let text = self.passage.of(self.words[i].whole);
            let bare = text.strip_suffix('인').filter(|bare| self.is_titled(bare)).unwrap_or(text);
            (self.is_titled(bare) && bare.chars().count() >= 2).then(|| bare.to_owned())
        });
        // "마이크 야스트렘스키": a given name that the lists know.
        let first = self.stem(at);
        let given = end - at == 2 && self.lang.people_words.first_names.contains(first);
        let noted = || doubt::has_note(self.passage, self.words[end - 1].stem.end, &self.lang.people_words);
        if behind.is_none() && before.is_none() && !given && !PERSONAL.contains(&last.particle) && !noted() {
            return None;
        }
        let name = self.text_of(at, end);
        // "로버트 하딩씨"
        let name = self.lang.people_words.addressed.iter().find_map(|p| name.strip_suffix(p)).map_or(name.clone(), str::to_owned);
        let (title, body) = behind.unwrap_or_default();
        let people = &self.lang.people_words;
        let listing = body.split(' ').next().is_some_and(|first| people.listing.contains(first));
        let body = if listing || people.terms.contains(body.as_str()) { String::new() } else { body };
        let affiliation = if body.is_empty() { self.body_before(at, before.is_some()) } else { body };
        let titles = Some(title).filter(|t| !t.is_empty()).into_iter().chain(before).collect();
        let short = name.rsplit(' ').next()?.to_owned();
        let scene = super::Scene { passage: self.passage, words: self.words, lang: self.lang };
        let mut found = known(name, short, titles, affiliation);
        found.person.age = scene.age_after(last.stem.end);
        Some(found)
    }

    /// The title that ends the run of words from `from` on, and the words between: "유엔 사무총장", "번스타인 … 수석 전략가".
    fn title_behind(&self, from: usize) -> Option<(String, String)> {
        for at in from..self.words.len().min(from + REACH) {
            let text = self.stem(at);
            if self.is_titled(text) {
                let last = noun_end(self.passage, &self.words[at.max(from + 1) - 1]);
                let between = Stretch::new(self.words[from].whole.start, last);
                let between = if at > from { self.passage.of(between) } else { "" };
                // "벤 버냉키 전 연준 의장": the word for a former office stands before the body.
                let former = between.strip_prefix("전 ");
                let title = if former.is_some() { format!("전 {text}") } else { text.to_owned() };
                return Some((title, former.unwrap_or(between).to_owned()));
            }
            let word = self.words[at];
            let ends = !word.particle.is_empty() && !is_department(self.passage, &word);
            if ends || word.stopped || text.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
        }
        None
    }

    fn body_before(&self, at: usize, titled: bool) -> String {
        let before = at.checked_sub(1 + usize::from(titled)).filter(|&i| self.runs_on(i)).map(|i| self.stem(i));
        before.filter(|text| organisation::is_named(text, self.lang)).unwrap_or_default().to_owned()
    }
}

fn known(name: String, short: String, titles: Vec<String>, affiliation: String) -> Known {
    let person = Person { name, titles, affiliation, ..Person::default() };
    Known { person, mentions: Vec::new(), short, anonymous: false, confidence: trust::FOREIGN }
}
