//! Names of the rules that the tagger does not bear out, and characters of stories. The rules see a name where three syllables
//! of names stand before a title, and so do many verbs ("진행한 …박사") and nouns ("사무국 …차장"); the tagger has read them too.

use super::{Known, name};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{Tagged, Tagger, each};
use crate::lang::{LangPack, PeopleWords};
use crate::text::enclosure::Marks;
use crate::text::{is_alphanumeric, is_hangul, is_space};

/// Characters behind a word in which it is counted.
const COUNTED_REACH: usize = 14;
/// Mean origin of the syllables of a foreign name of several words that the tagger does not name (0 native, 3 foreign). Of
/// 26 such names in news sentences 10 were people, all of them above it.
const FOREIGN_ORIGIN_MIN: f32 = 2.0;
/// Letters of a foreign name of one word that the tagger does not name ("데다" is a verb).
const SINGLE_LETTERS_MIN: usize = 3;
/// Last syllables of verbs and adverbs before a foreign name ("찾아온 …", "아쉽게 …").
const VERBAL_LAST: &str = "은는온한된던운난킨린인게히며고면서져여해려";

/// Least margin of a name that is a noun too. Of 17 such names beside a title in news sentences 8 were people, 7 of them above it.
const NOUN_MARGIN: f32 = 1.0;
/// Of one that is a noun with a particle or the copula.
const INFLECTED_MARGIN: f32 = 2.5;
/// The same without a title: 4 of 6 above it, 9 of 43 below.
const BARE_NOUN_MARGIN: f32 = 3.0;
/// Last syllables of nouns with a particle or an ending ("기관의", "진행한"), and of verbs ("어두운", "선보여").
const INFLECTED_LAST: &str = "의은는을를이가도로께나된해할";
/// Last syllables of words that a verb governs ("연구를 진행한").
const GOVERNED_LAST: &str = "을를에이가로서해게께";
const VERB_LAST: &str = "운여";
/// Last syllables of verbs that stand before the name of who does it.
const ADNOMINAL_LAST: &str = "한된던할";

/// Drops the names that the tagger calls a person's nowhere: nouns, and what looks inflected. Of 46 such names with a Korean
/// look in news sentences 3 were people.
pub(super) fn drop_unnamed(
    passages: &[Passage<'_>],
    tags: &[Vec<Tagged>],
    tagger: &Tagger,
    lang: &LangPack,
    known: &mut Vec<Known>,
) {
    let people = &lang.people_words;
    if tags.is_empty() {
        return;
    }
    let called = each(passages, tags).filter(|(_, (_, tag))| tag.label == Label::Person);
    let called: Vec<(&str, f32)> = called.map(|(_, (passage, tag))| (passage.of(tag.at), tag.margin)).collect();
    known.retain(|k| {
        let name = k.person.name.as_str();
        let margin = called.iter().filter(|c| c.0.contains(name)).map(|c| c.1).reduce(f32::max);
        // A name of several words of which the tagger is not sure must look like one.
        let margin = margin.filter(|margin| !name.contains(' ') || *margin >= NOUN_MARGIN);
        match margin {
            // "[한가람/주민 : “…”]": who speaks on air.
            _ if k.anonymous
                || people.well_known.contains(name)
                || passages.iter().any(|p| p.text.contains(&format!("[{name}/"))) =>
            {
                true
            }
            _ if is_at_school(k, people) || is_place(name, lang) => false,
            _ if is_body(passages, name, people) => false,
            Some(margin) if is_copular(name, tagger) => margin >= INFLECTED_MARGIN && !is_apposed(passages, name, &called),
            Some(margin) if has_particle(name, tagger) => margin >= INFLECTED_MARGIN,
            Some(margin) if tagger.is_other(name) => {
                let beside = !k.person.titles.is_empty() || k.person.age.is_some();
                margin >= if beside { NOUN_MARGIN } else { BARE_NOUN_MARGIN }
            }
            Some(_) => true,
            None if name.contains(' ') && super::tagged::is_verbal(name, Some(tagger), lang) => false,
            None if name.contains(' ') => {
                is_foreign(k, tagger) || is_begun(k, &called) || is_officer(k, people) || is_of_country(k, tagger, people)
            }
            None if !name::is_korean(name, people) => is_foreign_word(name, tagger) || is_spokesman(k, tagger),
            None if is_copular(name, tagger) && (has_title(passages, name, people) || is_apposed(passages, name, &called)) => {
                false
            }
            None => !tagger.is_other(name) && !is_inflected(passages, name, &called, tagger, people) && !is_common(k, tagger),
        }
    });
}

/// "수달은 모두 41마리": what is counted like an animal is nobody.
pub(super) fn is_animal(passage: &Passage<'_>, at: Stretch) -> bool {
    let end = passage.sentence_of(at.start).end.min(at.end + COUNTED_REACH).max(at.end);
    let after = passage.of(Stretch::new(at.end, end));
    after
        .split_once("마리")
        .is_some_and(|(count, _)| count.ends_with(|c: char| c.is_ascii_digit()) && !count.contains(['을', '를', ',']))
}

/// "송라초 교사": a school.
pub(super) fn is_at_school(known: &Known, people: &PeopleWords) -> bool {
    let teaches = known.person.titles.iter().any(|title| people.teachers.contains(title.as_str()));
    teaches && people.school_ends.ends(&known.person.name)
}

/// "추정치": a noun made of another.
fn is_common(known: &Known, tagger: &Tagger) -> bool {
    let name = known.person.name.as_str();
    let noun = first_two(name).is_some_and(|first| tagger.is_noun(first) && !tagger.is_person(first));
    known.person.age.is_none() && noun && name.ends_with(ABSTRACT_LAST)
}

/// "경남이": a place with a particle.
pub(super) fn is_place(name: &str, lang: &LangPack) -> bool {
    name.strip_suffix(['이', '은', '의', '을', '도']).is_some_and(|place| lang.place_words.names.contains(place))
}

/// What follows a town and no person: its offices, and particles of places.
const TOWN_TAILS: [&str; 6] = ["청", "의회", " 의회", "민", "에서", "에선"];

/// "나루시 복지국장", "나루구" beside "나루구의회": a town, be it that its name looks like a person's.
fn is_town(passages: &[Passage<'_>], name: &str, people: &PeopleWords) -> bool {
    let tail = |(p, at): (&Passage<'_>, Stretch)| TOWN_TAILS.iter().any(|tail| p.from(at.end).starts_with(tail));
    let mut places = passages.iter().flat_map(|p| p.words_that_begin(name).map(move |at| (p, at)));
    // "펠로시" has no Korean family name.
    let town = || name.ends_with('시') && name.starts_with(|c| people.surnames.contains(c));
    name::is_town(name) && (town() || name.ends_with(['군', '구']) && places.any(tail))
}

/// Characters of a passage with who plays them in a bracket, at least: one alone may be another name.
const CAST_MIN: usize = 2;

/// Last syllables of nouns made of another ("추정치").
const ABSTRACT_LAST: [char; 6] = ['치', '액', '율', '률', '량', '값'];

/// "기관의", "어두운", "연구를 진행한": a noun with an ending, or a verb.
fn is_inflected(passages: &[Passage<'_>], name: &str, called: &[(&str, f32)], tagger: &Tagger, people: &PeopleWords) -> bool {
    let governed = || {
        let before =
            passages.iter().find_map(|passage| passage.text.split_once(name)).map_or("", |(before, _)| before.trim_end());
        before.ends_with(|c| GOVERNED_LAST.contains(c))
    };
    let verbal = name.strip_suffix('한').is_some_and(|noun| tagger.is_other(noun));
    // "방한한 로버트 하딩 장관": a noun that somebody does, before the name.
    let done = || {
        let noun = name.strip_suffix('한').is_some_and(|noun| tagger.is_noun(noun));
        noun && (!has_title(passages, name, people) || is_apposed(passages, name, called))
    };
    // "방남한 로버트 하딩": a name follows.
    let adnominal = || name.ends_with(|c| ADNOMINAL_LAST.contains(c)) && is_apposed(passages, name, called);
    has_particle(name, tagger) || adnominal() || done() || verbal && governed() || name.ends_with(|c| VERB_LAST.contains(c))
}

/// Whether a title stands right behind a name somewhere.
fn has_title(passages: &[Passage<'_>], name: &str, people: &PeopleWords) -> bool {
    let title = |rest: &str| {
        let next = rest.strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.']).next()).unwrap_or_default();
        let stem = next.strip_suffix(['은', '는', '이', '가', '을', '를', '의', '과', '와', '도']).unwrap_or(next);
        super::is_title(next, people) || super::is_title(stem, people)
    };
    passages.iter().any(|p| p.text.match_indices(name).any(|(at, _)| title(&p.text[at + name.len()..])))
}

/// "기관의": a noun with a particle or an ending.
fn has_particle(name: &str, tagger: &Tagger) -> bool {
    name.strip_suffix(|c| INFLECTED_LAST.contains(c)).is_some_and(|noun| tagger.is_other(noun))
}

/// A town; and "궈자오밍(郭兆明) 푸른샘 부사장": what stands behind the other writing of a name, each time, is a body.
pub(super) fn is_body(passages: &[Passage<'_>], name: &str, people: &PeopleWords) -> bool {
    if is_town(passages, name, people) {
        return true;
    }
    let behind = |(p, at): (&Passage<'_>, Stretch)| {
        let pair = at.start.checked_sub(2).and_then(|close| p.pairs.iter().find(|pair| pair.close == close))?;
        let inside = p.of(Stretch::new(pair.open + 1, pair.close));
        let other = inside.chars().all(|c| is_han(c) || c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-'));
        (pair.marks == Marks::Round && other && p.before(pair.open).is_some_and(is_hangul)).then_some(())
    };
    let mut all = passages.iter().flat_map(|p| p.words_that_begin(name).map(move |at| (p, at))).peekable();
    all.peek().is_some() && all.all(|place| behind(place).is_some())
}

/// Whether a name that the tagger is not quite sure of is a noun with a particle.
pub(super) fn is_inflected_noun(name: &str, margin: f32, tagger: Option<&Tagger>) -> bool {
    margin < INFLECTED_MARGIN && tagger.is_some_and(|tagger| has_particle(name, tagger))
}

/// "주자인", "문제일": a noun with the copula.
pub(super) fn is_copular(name: &str, tagger: &Tagger) -> bool {
    name.strip_suffix(['인', '일']).is_some_and(|noun| tagger.is_noun(noun))
}

/// "유력 주자인 한가람 전 대표": what a noun with the copula stands before is the name.
fn is_apposed(passages: &[Passage<'_>], name: &str, called: &[(&str, f32)]) -> bool {
    // "혁신위" of "혁신위원장" is no name behind it.
    let ends = |rest: &str| !rest.starts_with(['원', '장']);
    let behind =
        |rest: &str| rest.strip_prefix(' ').is_some_and(|rest| called.iter().any(|c| rest.strip_prefix(c.0).is_some_and(ends)));
    passages.iter().any(|p| p.text.match_indices(name).any(|(at, _)| behind(&p.text[at + name.len()..])))
}

fn is_foreign(known: &Known, tagger: &Tagger) -> bool {
    let name = known.person.name.as_str();
    let mut parts = name.split(' ');
    let last = parts.next_back().unwrap_or_default();
    // "마이클 다이아몬드 교수".
    let is_given = |first: &str| first.chars().count() > 1 && tagger.is_person(first);
    let given = !known.person.titles.is_empty() && name.split(' ').next().is_some_and(is_given);
    tagger.origin(&name.replace(' ', "")) >= FOREIGN_ORIGIN_MIN
        && (given || !tagger.is_other(last))
        && !parts.any(|part| is_verbal(part, tagger) && tagger.origin(part) < FOREIGN_ORIGIN_MIN)
}

/// "오기노 마사지 …그룹 감독": the tagger calls the first part alone a person's, and a body and a title stand behind.
fn is_begun(known: &Known, called: &[(&str, f32)]) -> bool {
    let first = known.person.name.split(' ').next().unwrap_or_default();
    let beside = !known.person.titles.is_empty() && !known.person.affiliation.is_empty();
    beside && called.iter().any(|(text, margin)| *text == first && *margin >= NOUN_MARGIN)
}

/// "잉나 소브순 우크라이나 의회 의원": words that no list knows, with a country and a title.
fn is_of_country(known: &Known, tagger: &Tagger, people: &PeopleWords) -> bool {
    let person = &known.person;
    let country = person.affiliation.split(' ').next().is_some_and(|first| people.countries.contains(first));
    let other = |part: &str| tagger.is_other(part) || tagger.is_noun(part) || is_verbal(part, tagger);
    country && !person.titles.is_empty() && !person.name.split(' ').any(other)
}

/// "스가 요시히데 일본 관방장관": the office is no one else's.
fn is_officer(known: &Known, people: &PeopleWords) -> bool {
    known.person.titles.iter().any(|title| people.offices_ja.contains(title.as_str()))
}

/// "중국 외교부의 친강 대변인": a word of no list between a body and a title.
fn is_spokesman(known: &Known, tagger: &Tagger) -> bool {
    let beside = !known.person.titles.is_empty() && !known.person.affiliation.is_empty();
    beside && !tagger.knows_end(&known.person.name) && !begins_with_noun(&known.person.name, tagger)
}

/// "상태인데": a noun of two syllables with an ending.
fn begins_with_noun(name: &str, tagger: &Tagger) -> bool {
    first_two(name).is_some_and(|first| tagger.is_other(first))
}

/// The first two syllables of a longer name.
fn first_two(name: &str) -> Option<&str> {
    name.char_indices().nth(2).map(|(end, _)| &name[..end])
}

/// "류웨이천": no verb ("데다"), no noun with an ending ("상태인데").
fn is_foreign_word(name: &str, tagger: &Tagger) -> bool {
    let noun = begins_with_noun(name, tagger);
    name.chars().count() >= SINGLE_LETTERS_MIN && !noun && !is_verbal(name, tagger)
}

/// Whether a word ends like a verb or an adverb and is no person's name by the lists.
pub(super) fn is_verbal(word: &str, tagger: &Tagger) -> bool {
    word.ends_with(|c| VERBAL_LAST.contains(c)) && !tagger.is_person(word)
}

/// Whether a bracket right behind a name is one that people have: "(사진)", "(왼쪽)", "(29점 10리바운드)".
pub(super) fn has_note(passage: &Passage<'_>, end: usize, people: &PeopleWords) -> bool {
    let Some(bracket) = passage.pair_at(end, Marks::Round) else { return false };
    let inside = passage.of(Stretch::new(bracket.open + 1, bracket.close));
    let number = inside.trim_start_matches(|c: char| c.is_ascii_digit());
    let scored = number.len() < inside.len() && people.scores.begins(number);
    // "수말리(라오스)", "류칭란(柳靑蘭)".
    let han = (2..=HAN_MAX).contains(&inside.chars().count()) && inside.chars().all(is_han);
    scored || han || people.pictured.contains(inside) || people.countries.contains(inside)
}

/// Characters of a name in Han characters at most.
const HAN_MAX: usize = 4;

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// "아내 수말리", "라오스인 수말리", "라오스의 수말리 폼비한": a word right before a name that says whose or of what country somebody is.
pub(super) fn is_introduced(passage: &Passage<'_>, at: Stretch, people: &PeopleWords) -> bool {
    let said = passage.of(Stretch::new(passage.sentence_of(at.start).start.min(at.start), at.start));
    let word = said.strip_suffix(' ').and_then(|said| said.rsplit([' ', '·', '"', '“', '(']).next()).unwrap_or_default();
    let of = |end: char| word.strip_suffix(end).is_some_and(|country| people.countries.contains(country));
    people.kin.contains(word) || of('인') || of('의') && passage.of(at).contains(' ')
}

/// Particles that many nouns end with.
const NOUN_LAST: &str = "의이가도로과나만군양";

/// Whether a polite word that nothing but a person has follows a name, glued to it or after a space.
pub(super) fn is_polite(passage: &Passage<'_>, end: usize, people: &PeopleWords) -> bool {
    let end = passage.skip_space(end);
    passage.read_any(end, people.addressed).is_some()
}

/// Whether a name ends where it should: at the end of a word, or before a particle, a polite word or a title.
pub(super) fn ends_name(passage: &Passage<'_>, at: Stretch, tagger: Option<&Tagger>, lang: &LangPack) -> bool {
    let tail: String = passage.chars[at.end..].iter().take_while(|c| is_hangul(**c)).collect();
    let people = &lang.people_words;
    // "선수로는": a title with its particle.
    if passage.of(at).strip_suffix('로').is_some_and(|title| super::is_title(title, people)) {
        return false;
    }
    if tail.is_empty() {
        return true;
    }
    let particle = |rest: &str| rest.is_empty() || lang.grammar.particles.contains(rest);
    // "이태양": a girl or boy is called so by the whole name.
    let whole = at.end - at.start > 2;
    // "사모님"
    if tail.starts_with('님') && tagger.is_some_and(|tagger| tagger.is_noun(passage.of(at))) {
        return false;
    }
    let polite = people.polite.iter().filter(|word| whole || !matches!(*word, "군" | "양")).find(|word| tail.starts_with(word));
    // "노동현장": a title of one syllable is also the end of many nouns.
    let noun_end =
        |title: &str| title.chars().count() == 1 && tagger.is_some_and(|t| t.knows_end(&format!("{}{title}", passage.of(at))));
    let title = people.titles.begin_of(&tail).filter(|title| !noun_end(title));
    let called = polite.into_iter().chain(title).max_by_key(|w| w.len());
    let copula = people.behind.begins(&tail);
    let end = particle(&tail) || copula || called.and_then(|w| tail.strip_prefix(w)).is_some_and(particle);
    // "정상회의": what looks like a particle is the end of a noun.
    let noun = || tagger.is_some_and(|tagger| tagger.is_noun(&format!("{}{tail}", passage.of(at))));
    end && !(tail.chars().count() == 1 && NOUN_LAST.contains(&tail) && noun())
}

/// Whether what follows a mention says that an actor plays it: "나래(한가람 분)", "나래 역을", "나래를 연기한".
pub(super) fn is_character(passage: &Passage<'_>, at: Stretch, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    // "<달빛 아래>의 나래": a work has characters.
    let owner = at.start.checked_sub(2).filter(|&i| passage.of(Stretch::new(i, at.start)) == "의 ");
    if owner.and_then(|i| passage.before(i)).is_some_and(|c| matches!(c, '>' | '》' | '〉')) {
        return true;
    }
    let played = |p: crate::text::enclosure::Enclosure| {
        let inside = passage.of(Stretch::new(p.open + 1, p.close));
        people.played.iter().any(|word| inside.ends_with(word) && inside.len() > word.len())
    };
    if passage.pair_at(at.end, Marks::Round).is_some_and(played) {
        return true;
    }
    // "나래(한가람), 도담(서민재)": characters with who plays them.
    let cast = |p: &crate::text::enclosure::Enclosure| {
        p.marks == Marks::Round && name::is_korean(passage.of(Stretch::new(p.open + 1, p.close)), people)
    };
    let plays = passage.pair_at(at.end, Marks::Round).is_some_and(|p| cast(&p));
    if plays && passage.pairs.iter().filter(|p| cast(p)).count() >= CAST_MIN {
        return true;
    }
    let end = passage.read_any(at.end, &["을", "를"]);
    let next = end.unwrap_or(at.end);
    if !passage.char(next).is_some_and(is_space) {
        return false;
    }
    let word: String = passage.chars[next + 1..].iter().take_while(|c| is_alphanumeric(**c)).collect();
    match end {
        Some(_) => people.acting.begins(&word),
        None => people.roles.contains(&word),
    }
}
