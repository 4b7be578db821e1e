//! Bodies that people belong to, where no title says it: the body right before a name ("달빛전자 한가람은", "달빛전자의
//! 한가람"), one in the bracket behind it ("한가람(21·달빛전자)"), the committee of its members ("혁신위원장": 혁신위원회).

use super::{Known, is_title};
use crate::facts::organisation;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{Tagged, Tagger};
use crate::facts::word::words;
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::is_hangul;
use std::cell::OnceCell;

/// Least margin of a body of the tagger: less than that of one that stands anywhere, since right before a name little else does.
const BODY_MARGIN: f32 = 1.0;

/// People with a club in a bracket from which brackets behind names hold clubs.
const ROSTER_MIN: usize = 3;
/// Letters of a word of a club's name at most.
const CLUB_LETTERS_MAX: usize = 7;

/// Fills in what is empty, from the first mention that tells it.
pub(super) fn fill(
    passages: &[Passage<'_>],
    tags: &[Vec<Tagged>],
    tagger: Option<&Tagger>,
    known: &mut [Known],
    lang: &LangPack,
) {
    let scene =
        |index: usize| Scene { passage: &passages[index], tags: tags.get(index).map_or(&[], Vec::as_slice), tagger, lang };
    for person in known.iter_mut().filter(|k| k.person.titles.is_empty()) {
        let position = person.mentions.iter().find_map(|(index, at)| scene(*index).position(*at));
        person.person.titles.extend(position.map(str::to_owned));
    }
    let rostered = |k: &&Known| k.mentions.iter().any(|(index, at)| scene(*index).club(*at).is_some());
    let roster = known.iter().filter(rostered).count() >= ROSTER_MIN;
    // "미국 달빛대": the country of a body is no part of its name.
    for affiliation in known.iter_mut().map(|k| &mut k.person.affiliation) {
        let body = affiliation.split_once(' ').filter(|(country, _)| lang.people_words.countries.contains(country));
        if let Some((_, body)) = body {
            *affiliation = body.to_owned();
        }
        // "백악관 무역·제조업 담당": what somebody is in charge of is none.
        let charged = affiliation.split_once(' ').filter(|_| affiliation.ends_with(" 담당"));
        if let Some((body, _)) = charged.filter(|(body, _)| organisation::is_named(body, lang)) {
            *affiliation = body.to_owned();
        }
    }
    let party = OnceCell::new();
    for person in known.iter_mut().filter(|k| k.person.affiliation.is_empty() && !k.anonymous) {
        let found = person.mentions.iter().find_map(|(index, at)| {
            // "박다인(세터)": a position is no body.
            let noted = scene(*index).noted(*at).filter(|body| !person.person.titles.iter().any(|title| title == body));
            noted.or_else(|| scene(*index).before(*at))
        });
        let club = || person.mentions.iter().find_map(|(index, at)| scene(*index).club(*at)).filter(|_| roster);
        let found = found.or_else(club);
        let committee = || person.person.titles.iter().find_map(|title| committee(passages, title, lang));
        let governed = || person.person.titles.iter().find_map(|title| governed(title, lang));
        let found = found.map(|body| body.strip_prefix("산하 ").unwrap_or(body));
        let found = found.map(str::to_owned).or_else(committee).or_else(governed);
        let in_party = || person.person.titles.iter().any(|title| lang.people_words.party_offices.ends(title));
        let party = || in_party().then(|| party.get_or_init(|| only_party(passages, lang)).clone()).flatten();
        person.person.affiliation = found.or_else(party).unwrap_or_default();
    }
}

struct Scene<'a, 'p> {
    passage: &'a Passage<'p>,
    tags: &'a [Tagged],
    tagger: Option<&'a Tagger>,
    lang: &'a LangPack,
}

impl<'p> Scene<'_, 'p> {
    /// Whether a stretch is a named body, by the rules or by the tagger.
    fn is_body(&self, at: Stretch) -> bool {
        let text = self.passage.of(at);
        let words = &self.lang.organisation_words;
        // "뉴욕타임스 칼럼니스트": the tagger may take the title with it.
        let title = |rest: &str| rest.is_empty() || is_title(rest.trim_start(), &self.lang.people_words);
        let same =
            |tag: Stretch| tag.start == at.start && tag.end >= at.end && title(self.passage.of(Stretch::new(at.end, tag.end)));
        let tagged = |tag: &Tagged| tag.label == Label::Organisation && same(tag.at) && tag.margin >= BODY_MARGIN;
        // "격투기 선수": a common noun is no body.
        let noun = || self.tagger.is_some_and(|tagger| tagger.is_noun(text));
        let other = organisation::is_generic(text, self.lang)
            || text.rsplit(' ').next().is_some_and(|last| is_title(last, &self.lang.people_words))
            || words.no_bodies.ends(text)
            || self.lang.people_words.countries.contains(text)
            || self.lang.people_words.terms.contains(text)
            || self.lang.place_words.names.contains(text);
        let school = ["여고", "여상", "체고", "상고", "공고"].iter().any(|end| text.ends_with(end)) && text.chars().count() > 3;
        !other && (school || organisation::is_named(text, self.lang) || self.tags.iter().any(tagged) && !noun())
    }

    /// The body right before a name, perhaps with "의", or before its title ("달빛신문 칼럼니스트 한가람").
    fn before(&self, at: Stretch) -> Option<&'p str> {
        let signs = passage_start(self.passage, at.start) && self.passage.from(at.end).trim_start().starts_with("기자");
        if let Some(outlet) = organisation::dateline::outlet(self.passage, self.lang).filter(|_| signs) {
            return Some(self.passage.of(outlet));
        }
        let end = at.start.checked_sub(1).filter(|&i| self.passage.char(i) == Some(' '))?;
        if let Some(body) = self.belonging(end) {
            return Some(body);
        }
        let start = (0..end).rev().take_while(|&i| is_part(self.passage.chars[i])).last().unwrap_or(end);
        let title = Stretch::new(start, end);
        self.ending(end).or_else(|| {
            let titled = is_title(self.passage.of(title), &self.lang.people_words);
            let before = start.checked_sub(1).filter(|&i| titled && self.passage.char(i) == Some(' '))?;
            self.ending(before)
        })
    }

    /// "솔재군 소속의 한가람": whatever is named before the word that says so.
    fn belonging(&self, end: usize) -> Option<&'p str> {
        let before = self.passage.of(Stretch::new(0, end));
        let word = [" 소속의", " 소속"].iter().find(|word| before.ends_with(**word))?;
        let end = end - word.chars().count();
        let start = (0..end).rev().take_while(|&i| is_part(self.passage.chars[i])).last()?;
        Some(self.passage.of(Stretch::new(start, end))).filter(|body| body.chars().count() >= 2)
    }

    /// The body that ends at a character, or before a "의" there.
    fn ending(&self, end: usize) -> Option<&'p str> {
        let owned = end.checked_sub(1).filter(|&i| self.passage.char(i) == Some('의'));
        [Some(end), owned].into_iter().flatten().find_map(|end| {
            let tagged = self.tags.iter().map(|tag| tag.at).find(|tag| tag.end == end);
            let start = (0..end).rev().take_while(|&i| is_part(self.passage.chars[i])).last();
            let word = start.map(|start| Stretch::new(start, end));
            [tagged, word].into_iter().flatten().find(|at| self.is_body(*at)).map(|at| self.passage.of(at))
        })
    }

    /// "한가람(세터)": what somebody is alone in the bracket behind the name.
    fn position(&self, at: Stretch) -> Option<&'p str> {
        let bracket = self.passage.pair_at(at.end, Marks::Round)?;
        let text = self.passage.of(Stretch::new(bracket.open + 1, bracket.close));
        self.lang.people_words.before.contains(text).then_some(text)
    }

    /// "한가람(달빛 시티)": what alone fills the bracket behind a name and is no common noun.
    fn club(&self, at: Stretch) -> Option<&'p str> {
        let bracket = self.passage.pair_at(at.end, Marks::Round)?;
        let text = self.passage.of(Stretch::new(bracket.open + 1, bracket.close));
        let people = &self.lang.people_words;
        let known = people.pictured.contains(text)
            || people.before.contains(text)
            || people.countries.contains(text)
            || is_title(text, people);
        let word = |word: &str| {
            (2..=CLUB_LETTERS_MAX).contains(&word.chars().count()) && word.chars().all(|c| is_hangul(c) || c.is_ascii_uppercase())
        };
        let mut words = text.split(' ');
        let proper = text.split(' ').count() <= 2 && words.all(word) && !self.tagger.is_none_or(|t| t.is_noun(text));
        (proper && !known).then_some(text)
    }

    /// A body among the notes of the bracket behind a name.
    fn noted(&self, at: Stretch) -> Option<&'p str> {
        let bracket = self.passage.pair_at(at.end, Marks::Round)?;
        let mut start = bracket.open + 1;
        while start <= bracket.close {
            let ends = |at: &usize| *at == bracket.close || matches!(self.passage.chars[*at], '·' | ',' | '/' | 'ㆍ');
            let end = (start..=bracket.close).find(ends)?;
            let first = self.passage.skip_space(start);
            if first < end && (self.is_body(Stretch::new(first, end)) || is_university(self.passage.of(Stretch::new(first, end))))
            {
                return Some(self.passage.of(Stretch::new(first, end)));
            }
            start = end + 1;
        }
        None
    }
}

/// Whether nothing but a dateline stands before a character: its bracket, or the sign in it.
fn passage_start(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.of(Stretch::new(0, at)).trim_end();
    before.ends_with([')', ']', '=']) && before.chars().filter(|c| matches!(c, ')' | ']')).count() <= 1 && before.contains('=')
}

/// "한빛체대" in the bracket behind a name.
fn is_university(text: &str) -> bool {
    text.ends_with('대') && UNIVERSITY_LETTERS.contains(&text.chars().count()) && text.chars().all(is_hangul)
}

/// Letters of a university's short name.
const UNIVERSITY_LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

fn is_part(c: char) -> bool {
    is_hangul(c) || c.is_ascii_alphanumeric() || c == '&'
}

/// "솔재시" of "솔재시장", "기상청" of "기상청장": the body that an office names.
fn governed(title: &str, lang: &LangPack) -> Option<String> {
    // A former mayor belongs to no town.
    if title.contains(' ') {
        return None;
    }
    let (end, body) =
        lang.people_words.governors.iter().filter_map(|pair| pair.split_once('·')).find(|(end, _)| title.ends_with(end))?;
    let place = title.strip_suffix(end).filter(|place| place.chars().count() >= PLACE_LETTERS_MIN)?;
    Some(format!("{place}{body}"))
}

/// The party of a text that names no other: its floor leader belongs to it.
fn only_party(passages: &[Passage<'_>], lang: &LangPack) -> Option<String> {
    let mut only: Option<&str> = None;
    for passage in passages {
        for sentence in &passage.sentences {
            for word in words(passage, *sentence, &lang.grammar).iter() {
                let name = passage.of(word.stem);
                if name.ends_with('당') && organisation::is_named(name, lang) && only.replace(name).is_some_and(|old| old != name)
                {
                    return None;
                }
            }
        }
    }
    only.map(str::to_owned)
}

/// Letters of what an office is named after.
const PLACE_LETTERS_MIN: usize = 2;

/// "혁신위원회" of "혁신위원장", if the body of the text names it.
fn committee(passages: &[Passage<'_>], title: &str, lang: &LangPack) -> Option<String> {
    let title = title.split(' ').next_back()?;
    let stem = lang.people_words.members.iter().find_map(|end| title.strip_suffix(end))?;
    let name = format!("{stem}{}", lang.people_words.committee);
    (stem.chars().count() >= 2 && passages.iter().any(|passage| passage.text.contains(&name))).then_some(name)
}
