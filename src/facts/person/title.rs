//! Titles beside a name, before and behind it, and the body between.

use super::{Scene, is_title, name, noun_end};
use crate::facts::organisation;
use crate::facts::passage::Stretch;
use crate::facts::word::Word;
use crate::text::enclosure::Marks;
use crate::text::is_hangul;

/// Words that may stand between a name and its title ("한가람 푸른바다연구소 …실장").
const BETWEEN_MAX: usize = 4;
/// Letters of a body whose name ends like a title at least.
const BODY_LETTERS_MIN: usize = 5;
/// Letters of a title before a name that only the tagger knows: "시장" before it may be a market.
const OFFICE_LETTERS_MIN: usize = 3;

/// Words of a list of names at most, and of the body before one of them.
const LIST_MAX: usize = 12;
const BODY_WORDS_MAX: usize = 3;

impl Scene<'_, '_> {
    /// Titles, the body between name and title, and an age in a bracket after the title.
    pub(super) fn title_after(&self, at: usize) -> (Vec<String>, String, Option<u16>) {
        let people = &self.lang.people_words;
        for end in at + 1..(at + 2 + BETWEEN_MAX).min(self.words.len()) {
            let word = &self.words[end];
            // "서민재 전 시장·윤서진 의원": the first title is his, the name behind it begins another person.
            let text = self.text(end).split(['·', 'ㆍ']).next().filter(|head| is_title(head, people)).unwrap_or(self.text(end));
            // "한가람 의원실": the office of a member.
            let text = text.strip_suffix('님').filter(|title| is_title(title, people)).unwrap_or(text);
            let text = text.strip_suffix('실').filter(|office| *office == "의원").unwrap_or(text);
            // "한가람 푸른노동연구원 연구위원": a body that ends like a title.
            let plain = word.particle.is_empty() && !word.stopped;
            let body = text.chars().count() >= BODY_LETTERS_MIN && plain && organisation::is_named(text, self.lang);
            let body = body && is_title(self.text(end + 1), people);
            if is_title(text, people) && !body {
                // "가람연 윤서진 박사": the name right before a title has it, but not "사람인", a noun with the copula.
                let inner = self.text(end - 1);
                let other =
                    end == at + 2 && name::is_korean(inner, people) && !self.is_body_like(inner) && !inner.ends_with('인');
                if other && self.words[end - 1].particle.is_empty() {
                    break;
                }
                // "수석 과학자": two words of one title.
                let joins = text == self.passage.of(word.whole) && !word.stopped && people.leading.contains(text);
                let next = self.words.get(end + 1).filter(|w| joins && is_title(self.passage.of(w.stem), people));
                let (word, text) = match next {
                    Some(next) => (next, self.passage.of(Stretch::new(word.whole.start, next.stem.end))),
                    None => (word, text),
                };
                let (former, affiliation) = self.between(&self.words[at + 1..end]);
                let affiliation = self.body_noted(word.stem.end).unwrap_or(affiliation);
                let title = if former { format!("전 {text}") } else { text.to_owned() };
                let (second, body) = self.second_office(end).unwrap_or_default();
                let affiliation = if affiliation.is_empty() { body } else { affiliation };
                let noted = self.office_noted(word.stem.end);
                let titles = [title].into_iter().chain(noted).chain(Some(second).filter(|t| !t.is_empty())).collect();
                return (titles, affiliation, self.age_after(word.stem.end));
            }
            // "한가람 당 부부장", "한가람 시 교육감": a body of one syllable right before the title.
            let host = matches!(text, "당" | "군" | "시" | "도" | "구") && is_title(self.text(end + 1), people);
            let short = word.whole.end - word.whole.start < 2 && !people.former.contains(self.text(end)) && !host;
            // "한가람 나무와숲 대표" or "한가람 달과 별 대표", but not "한가람과 서민재 대표".
            let joins = matches!(word.particle, "과" | "와") && !name::is_korean(self.text(end), people);
            let bound = !word.particle.is_empty() && !joins;
            if bound || word.stopped || short || self.lang.quote_words.pronouns.contains(self.text(end)) {
                break;
            }
        }
        Default::default()
    }

    /// "달빛당 한가람, 별빛당 서민재 원내대표": each name of a list has the title of the last.
    pub(super) fn title_shared(&self, at: usize) -> Option<String> {
        let listed = |i: usize| self.words.get(i).is_some_and(|w| w.stopped && w.particle.is_empty());
        let mut last = at;
        while listed(last) && last < at + LIST_MAX {
            last = (last + 1..last + 2 + BODY_WORDS_MAX).find(|&i| name::is_korean(self.text(i), &self.lang.people_words))?;
            let body = last.checked_sub(1).filter(|&i| !listed(i)).map(|i| self.text(i));
            if body.is_some_and(|body| !self.is_body_like(body)) {
                return None;
            }
        }
        (last > at && !listed(last)).then(|| self.title_after(last).0.into_iter().next()).flatten()
    }

    /// Whether a word names a body or what is one by its end.
    fn is_body_like(&self, text: &str) -> bool {
        organisation::is_named(text, self.lang)
            || self.lang.organisation_words.ends.ends(text)
            || text.ends_with(['대', '부', '팀', '당'])
    }

    /// "사회부총리 겸 달빛부 장관": the office behind "겸", and its body.
    fn second_office(&self, first: usize) -> Option<(String, String)> {
        let plain = |w: &&Word<'_>| w.particle.is_empty() && !w.stopped;
        self.words.get(first).filter(plain)?;
        self.words.get(first + 1).filter(|w| self.passage.of(w.whole) == "겸")?;
        let from = first + 2;
        let people = &self.lang.people_words;
        let at = (from..self.words.len().min(from + BETWEEN_MAX)).find(|&i| is_title(self.text(i), people))?;
        let body = (from < at).then(|| Stretch::new(self.words[from].whole.start, self.words[at - 1].stem.end));
        Some((self.text(at).to_owned(), body.map_or(String::new(), |body| self.passage.of(body).to_owned())))
    }

    /// What stands between a name and its title: whether the office is a former one, and the body.
    fn between(&self, between: &[Word<'_>]) -> (bool, String) {
        let people = &self.lang.people_words;
        // "달빛대 전 교수", "전 달빛대 교수": the word for a former office stands at either end.
        let is_former = |w: &&Word<'_>| people.former.contains(self.passage.of(w.whole));
        let (last, first) = (between.last().filter(is_former), between.first().filter(is_former));
        let body = &between[..between.len() - usize::from(last.is_some())];
        let mut body = &body[usize::from(first.is_some() && !body.is_empty())..];
        // "백악관 무역 담당 고문": what somebody is in charge of belongs to no body.
        let charge = body.iter().any(|w| self.passage.of(w.whole) == "담당");
        if charge && organisation::is_named(self.passage.of(body[0].stem), self.lang) {
            body = &body[..1];
        }
        // "한빛당 대선 후보", "등 정상급 선수": words that name no body.
        // "제21대 대통령선거 당선자".
        let ordinal = |text: &str| text.strip_prefix('제').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let term = |text: &str| people.terms.contains(text) || ordinal(text);
        while let Some((last, rest)) = body.split_last().filter(|(w, _)| term(self.passage.of(w.stem))) {
            debug_assert!(!last.stopped, "a stop ends the run");
            body = rest;
        }
        // "한가람 서민재 전 대통령": another name is no body.
        let name = |w: &Word<'_>| {
            let text = self.passage.of(w.whole);
            name::is_korean(text, people) && !self.is_body_like(text) && !text.ends_with('인')
        };
        let listed = body.first().is_some_and(|w| people.listing.contains(self.passage.of(w.stem)) || name(w));
        let affiliation = match (body.first(), body.last()) {
            (Some(first), Some(last)) if !listed => {
                self.passage.of(Stretch::new(first.whole.start, noun_end(self.passage, last))).to_owned()
            }
            _ => String::new(),
        };
        let past = |w: &Word<'_>| !matches!(self.passage.of(w.whole), "현" | "現");
        // "당 부부장": whose it is the word does not say.
        let affiliation = Some(affiliation).filter(|body| body.chars().count() > 1).unwrap_or_default();
        (last.or(first).is_some_and(past), affiliation)
    }

    /// The body that a bracket behind a title names: "의원(달빛당)".
    fn body_noted(&self, end: usize) -> Option<String> {
        let bracket = self.passage.pair_at(end, Marks::Round)?;
        let inside = self.passage.of(Stretch::new(bracket.open + 1, bracket.close));
        organisation::is_named(inside, self.lang).then(|| inside.to_owned())
    }

    /// The other office that a bracket behind a title names: "위원(푸른구 지역위원장)".
    fn office_noted(&self, end: usize) -> Option<String> {
        let bracket = self.passage.pair_at(end, Marks::Round)?;
        let inside = self.passage.of(Stretch::new(bracket.open + 1, bracket.close));
        let office = inside.rsplit(' ').next()?;
        let plain = inside.chars().all(|c| is_hangul(c) || matches!(c, ' ' | '·'));
        let titles = &self.lang.people_words.titles;
        let office = plain && office.chars().count() >= OFFICE_LETTERS_MIN && is_title(office, &self.lang.people_words);
        let letters = inside.chars().all(|c| c.is_ascii_uppercase()) && titles.contains(inside);
        (office || letters).then(|| inside.to_owned())
    }

    /// A title before a name, also before the first of several: "방송인 한가람과 서민재".
    pub(super) fn title_before(&self, at: usize) -> Option<String> {
        let before = self.words.get(at.checked_sub(1)?)?;
        let joined = matches!(before.particle, "과" | "와") || before.stopped && before.particle.is_empty();
        if joined && name::is_korean(self.text(at - 1), &self.lang.people_words) {
            return self.title_before(at - 1);
        }
        let text = self.passage.of(before.whole);
        let before_names = self.lang.people_words.before;
        let ends = before_names.contains(text) || before_names.end_of(text).is_some_and(|title| title.chars().count() >= 3);
        ends.then(|| text.to_owned()).filter(|_| !before.stopped)
    }

    /// Any title before a name that the tagger gave: "전문 분석가 …", "지휘자인 …".
    pub(super) fn office_before(&self, at: usize) -> Option<String> {
        let before = self.words.get(at.checked_sub(1)?).filter(|w| !w.stopped)?;
        let text = self.passage.of(before.whole);
        let bare = text.strip_suffix('인').unwrap_or(text);
        let people = &self.lang.people_words;
        let office = is_title(bare, people) && bare.chars().count() >= OFFICE_LETTERS_MIN || people.before.contains(bare);
        office.then(|| bare.to_owned())
    }
}
