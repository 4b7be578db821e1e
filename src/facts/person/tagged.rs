//! People whom the tagger names and no rule does. A name of the tagger is taken when it looks like one, and when more of its
//! places are called a person's than anything else.

use super::votes::{Votes, votes};
use super::{Known, Scene, clauses, doubt, is_titled, lined, name};
use crate::facts::Person;
use crate::facts::by_name::ByName;
use crate::facts::organisation;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::{Standing, Tagged, Tagger};
use crate::facts::trust;
use crate::facts::word::{ends_in_double_s, words};
use crate::lang::LangPack;
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::is_hangul;
use crate::text::order;

// Least margins, each where more than half of the names above it are people: counted in news articles noted by hand, and in
// news sentences that no weight was learned from. Six of them were raised together: people of nineteen annotated sets .906
// with 1.1 (like a noun), 1.0 (nearly Korean), 2.5 and 1.5 (given), 3.0 (common) and 0.2 (titled), .912 with these.
/// Of a name that looks Korean, of one that also ends like a noun, of such a one whose given name the lists hold, and of one
/// with one syllable that few given names have.
const KOREAN_MARGIN: f32 = 0.5;
const NOUN_LIKE_MARGIN: f32 = 1.9;
const GIVEN_NOUN_LIKE_MARGIN: f32 = 1.1;
const NEARLY_KOREAN_MARGIN: f32 = 1.8;
/// Of a name of several words, and of one of them that is a noun too.
const WORDS_MARGIN: f32 = 1.0;
const MIXED_MARGIN: f32 = 1.5;
/// Of a name of one word that the lists hold as a name, and of one that they do not hold; the same if it comes back.
const GIVEN_MARGIN: f32 = 3.5;
const UNKNOWN_MARGIN: f32 = 3.5;
const REPEATED_GIVEN_MARGIN: f32 = 2.3;
const REPEATED_MARGIN: f32 = 2.5;
/// Of a name that the lists hold as something else.
const COMMON_MARGIN: f32 = 3.8;
/// Of any name with a title beside it, and of one that the lists hold as something else.
const TITLED_MARGIN: f32 = 0.6;
const COMMON_TITLED_MARGIN: f32 = 1.0;
/// Places of a foreign name of one word that nothing else supports.
const PLACES_MIN: usize = 2;
/// Capitals before a name ("TK 응우옌") at most.
const INITIALS_MAX: usize = 3;
/// Letters of the name of a disease, more than a Korean name has.
const DISEASE_LETTERS_MIN: usize = 3;
/// Syllables of a part of a name.
pub(super) const PART_MAX: usize = 7;

/// The people in the tagger's names, with what stands beside their places.
pub(super) fn people(
    passages: &[Passage<'_>],
    tags: &[Vec<Tagged>],
    known: &[Known],
    tagger: Option<&Tagger>,
    lang: &LangPack,
) -> Vec<Known> {
    let votes = votes(passages, tags, tagger, lang);
    let found: Vec<(Known, &Votes)> = votes
        .iter()
        .filter(|(_, votes)| !votes.places.is_empty())
        .map(|(name, votes)| (name, votes, described(passages, name, votes, lang)))
        .filter(|(name, votes, known)| is_name(name, votes, is_titled(known) || votes.noted, lang))
        .filter(|(_, votes, known)| is_titled(known) || !votes.places.iter().all(|(index, at)| is_term(&passages[*index], *at)))
        .filter(|(_, votes, _)| !votes.places.iter().any(|(index, at)| is_cup(&passages[*index], *at)))
        .map(|(_, votes, known)| (known, votes))
        .filter(|(person, _)| !doubt::is_at_school(person, &lang.people_words) && !doubt::is_place(&person.person.name, lang))
        .filter(|(person, _)| !doubt::is_body(passages, &person.person.name, &lang.people_words))
        .filter(|(person, votes)| !doubt::is_inflected_noun(&person.person.name, votes.margin, tagger))
        .filter(|(person, votes)| is_sure(person, votes, tagger, lang) && !is_verbal(&person.person.name, tagger, lang))
        .collect();
    let mut found: Vec<(Known, (usize, Stretch))> = found.into_iter().map(|(person, votes)| (person, votes.places[0])).collect();
    let taken = |name: &str| known.iter().chain(found.iter().map(|f| &f.0)).any(|k| k.person.name == name);
    let lined = tagger.map_or(Vec::new(), |tagger| lined::find(passages, &taken, &votes, tagger, lang));
    found.extend(lined.into_iter().map(|item| whole_of(item, passages, &votes, lang)).collect::<Vec<_>>());
    order::by(&mut found, |(_, place)| *place);
    let whole: Vec<String> = known.iter().chain(found.iter().map(|f| &f.0)).map(|k| k.person.name.clone()).collect();
    // "가람 씨" beside "한가람": the given name.
    let inner = |other: &str, name: &str| {
        other.split(' ').any(|part| part == name) || name::given(other, &lang.people_words) == Some(name)
    };
    let part = |name: &str| whole.iter().any(|other| *other != name && inner(other, name));
    let all = known.iter().chain(found.iter().map(|f| &f.0));
    let shorts: Vec<String> = all.filter(|k| k.short != k.person.name).map(|k| k.short.clone()).collect();
    // "황보석": a family name of two syllables is short of a name of three, too.
    let long = |name: &str| {
        lang.people_words.long_surnames.contains(name) && whole.iter().any(|other| other != name && other.starts_with(name))
    };
    let short = |name: &str| shorts.iter().any(|short| short == name) || long(name);
    // "김모(81) 씨": whom the rules know by a family name.
    let anonymous = |name: &str| known.iter().any(|k| k.anonymous && k.person.name == name);
    let own = |name: &str| !part(name) && !short(name) && !anonymous(name);
    found.into_iter().map(|f| f.0).filter(|p| own(&p.person.name)).collect()
}

/// The whole name of one whose last part stands in a line, where the tagger called it a person's.
fn whole_of(
    (known, place): (Known, (usize, Stretch)),
    passages: &[Passage<'_>],
    votes: &ByName<String, Votes>,
    lang: &LangPack,
) -> (Known, (usize, Stretch)) {
    let ends = |name: &str| name.strip_suffix(known.person.name.as_str()).is_some_and(|first| first.ends_with(' '));
    let fits = |name: &str, votes: &Votes| ends(name) && !votes.places.is_empty() && is_name(name, votes, true, lang);
    let Some((name, votes)) = votes.iter().find(|(name, votes)| fits(name, votes)) else {
        // What stands beside the name in the line itself.
        let beside = beside(passages, &known.person.name, &[place], lang);
        let affiliation = Some(known.person.affiliation).filter(|host| !host.is_empty()).unwrap_or(beside.affiliation);
        let person = Person { affiliation, ..beside };
        return (Known { person, ..known }, place);
    };
    (described(passages, name, votes, lang), votes.places[0])
}

/// Whether a text can be a person's name at all, and is called one more often than something else.
fn is_name(name: &str, votes: &Votes, titled: bool, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    // "있었는데", "나래다": a verb, a name with the copula.
    if name.chars().any(ends_in_double_s) || VERBAL_ENDS.iter().any(|end| name.ends_with(end)) {
        return false;
    }
    let initials = |part: &str| part.len() <= INITIALS_MAX && part.chars().all(|c| c.is_ascii_uppercase());
    // "뱅크먼-프리드"
    let hangul = |part: &str| (1..=PART_MAX).contains(&part.chars().count()) && part.chars().all(is_hangul);
    let syllables = |part: &str| part.split('-').all(hangul);
    let mut parts = name.split(' ');
    let letters = parts.all(|part| (syllables(part) || initials(part)) && !people.not_parts.contains(part));
    let letters = letters && name.chars().any(is_hangul);
    // "이스라엘 방위(군)": a word that is known as something else.
    let other = name.contains(' ') && name.split(' ').any(|part| is_other(part, lang));
    // A joined pair: "물빛과 나래".
    let joined = name.split_once(' ').is_some_and(|(first, _)| {
        let body = first.strip_suffix('나').is_some_and(|body| organisation::is_named(body, lang));
        body || ["이나", "과", "와"].iter().any(|p| first.ends_with(p))
    });
    // "웨스트햄 유나이티드전": a game against a club.
    let game = name.contains(' ') && name.ends_with('전');
    // "럼피스킨병": a disease.
    let disease = name.ends_with('병') && name.chars().count() > DISEASE_LETTERS_MIN;
    // "경남권": a region.
    let region = name.strip_suffix('권').is_some_and(|place| lang.place_words.names.contains(place));
    // "강사진": who has a title, together.
    let staff = name.strip_suffix('진').is_some_and(|title| title.chars().count() > 1 && super::is_title(title, people));
    let area = game
        || disease
        || region
        || staff
        || name.strip_suffix(['시', '군', '구', '도']).is_some_and(|place| lang.place_words.names.contains(place));
    // A word right before a title is called many things; a title is evidence enough.
    let least = votes.others + usize::from(!titled);
    votes.places.len() >= least && letters && name.chars().count() >= 2 && !is_other(name, lang) && !joined && !area && !other
}

/// Ends of a noun with the copula.
const VERBAL_ENDS: [&str; 3] = ["이다", "인데", "는데"];
/// Commas of a bracket that lists the members of what stands before it, at least.
const LISTED_COMMAS_MIN: usize = 2;
/// Words of a term or a title in marks at most.
const TERM_WORDS_MAX: usize = 4;

/// "송암배 아마추어선수권대회": the cup that a tournament is held for.
fn is_cup(passage: &Passage<'_>, at: Stretch) -> bool {
    let mut next = passage.from(at.end).strip_prefix(' ').unwrap_or_default().split(' ').take(CUP_WORDS_MAX);
    passage.of(at).ends_with('배') && next.any(|word| ["대회", "선수권", "오픈"].iter().any(|kind| word.contains(kind)))
}

/// Words behind the name of a cup that say what is held.
const CUP_WORDS_MAX: usize = 2;

/// "‘옥상가옥’이라는 말": what fills a pair of marks is a term or a title, and what begins one is its first word.
fn is_term(passage: &Passage<'_>, at: Stretch) -> bool {
    let marks = |p: &&Enclosure| matches!(p.marks, Marks::Single | Marks::Title);
    passage.pairs.iter().filter(marks).filter(|p| p.open + 1 == at.start && at.end <= p.close).any(|p| {
        let rest = passage.of(Stretch::new(at.end, p.close));
        rest.is_empty() || (rest.starts_with(' ') || rest.starts_with("의 ")) && rest.split(' ').count() <= TERM_WORDS_MAX
    })
}

/// "기록한 로버트 하딩": a verb that no list of names holds stands first.
pub(super) fn is_verbal(name: &str, tagger: Option<&Tagger>, lang: &LangPack) -> bool {
    let first = name.split_once(' ').map_or("", |(first, _)| first);
    if tagger.is_some_and(|tagger| doubt::is_copular(name, tagger)) {
        return true;
    }
    let verb = !first.is_empty() && lang.grammar.adnominals.ends(first);
    verb && !tagger.is_some_and(|tagger| tagger.is_person(first))
}

/// Whether a word is known to be no person's name.
pub(super) fn is_other(name: &str, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    people.not_names.contains(name)
        || organisation::is_named(name, lang)
        || organisation::is_generic(name, lang)
        || people.countries.contains(name)
        || lang.place_words.names.contains(name)
        || super::is_title(name, people)
}

/// Whether the tagger, the lists and what stands beside the name are evidence enough together.
fn is_sure(known: &Known, votes: &Votes, tagger: Option<&Tagger>, lang: &LangPack) -> bool {
    let (person, standing) = (&known.person, votes.standing);
    // "최다득점(35점)": what ends with a noun is told by no bracket.
    let noun = || person.name.chars().count() > 3 && !person.name.contains(' ') && ends_in_noun(&person.name, tagger);
    let titled = is_titled(known) || votes.noted && !noun();
    let repeated = votes.places.len() >= PLACES_MIN;
    let least = match standing {
        Standing::Common if titled && person.name.contains(' ') => TITLED_MARGIN,
        Standing::Common if titled => COMMON_TITLED_MARGIN,
        Standing::Common if person.name.contains(' ') => MIXED_MARGIN,
        Standing::Common => COMMON_MARGIN,
        _ if titled => TITLED_MARGIN,
        Standing::Mixed => MIXED_MARGIN,
        _ if name::is_korean(&person.name, &lang.people_words) && is_like_noun(&person.name, tagger) => {
            if has_given(&person.name, tagger) { GIVEN_NOUN_LIKE_MARGIN } else { NOUN_LIKE_MARGIN }
        }
        _ if name::is_korean(&person.name, &lang.people_words) => KOREAN_MARGIN,
        _ if person.name.contains(' ') => WORDS_MARGIN,
        Standing::Unknown if name::is_nearly_korean(&person.name, &lang.people_words) && !name::is_like_noun(&person.name) => {
            NEARLY_KOREAN_MARGIN
        }
        Standing::Given if repeated => REPEATED_GIVEN_MARGIN,
        Standing::Given => GIVEN_MARGIN,
        Standing::Unknown if repeated => REPEATED_MARGIN,
        Standing::Unknown => UNKNOWN_MARGIN,
    };
    votes.margin >= least
}

/// Whether the last two syllables are a noun and no name.
fn ends_in_noun(name: &str, tagger: Option<&Tagger>) -> bool {
    let last = name.char_indices().rev().nth(1).map_or("", |(at, _)| &name[at..]);
    tagger.is_some_and(|tagger| tagger.is_noun(last) && !tagger.is_person(last))
}

/// Whether the lists hold what stands behind the family name as a given name.
fn has_given(name: &str, tagger: Option<&Tagger>) -> bool {
    let given = name.char_indices().nth(1).map_or("", |(at, _)| &name[at..]);
    tagger.is_some_and(|tagger| tagger.is_person(given))
}

/// Whether a Korean name ends like a noun, or is one behind the family name ("최강자").
fn is_like_noun(name: &str, tagger: Option<&Tagger>) -> bool {
    let given = name.char_indices().nth(1).map_or("", |(at, _)| &name[at..]);
    name::is_like_noun(name) || tagger.is_some_and(|tagger| tagger.is_noun(given) && !tagger.is_person(given))
}

/// The person with the titles, the body and the age that stand beside any of the places.
fn described(passages: &[Passage<'_>], name: &str, votes: &Votes, lang: &LangPack) -> Known {
    // A title may stand where the tagger missed the name.
    let all = passages.iter().enumerate().flat_map(|(index, p)| p.words_that_begin(name).map(move |at| (index, at)));
    let also = all.filter(|place| name.chars().count() > 2 && !votes.places.contains(place));
    let places: Vec<(usize, Stretch)> = votes.places.iter().copied().chain(also).collect();
    let mut person = beside(passages, name, &places, lang);
    if person.affiliation.is_empty() && person.titles.is_empty() {
        let (index, at) = votes.places[0];
        // "그룹 물빛(다니엘, 소피아, 나래)": the members of what stands before the bracket.
        let bracket = passages[index].inside(at.start, &[Marks::Round]);
        let all = bracket.map_or("", |pair| passages[index].of(Stretch::new(pair.open, pair.close)));
        if all.matches(", ").count() >= LISTED_COMMAS_MIN {
            lined::host(&passages[index], at).clone_into(&mut person.affiliation);
        }
    }
    let korean = name::is_korean(name, &lang.people_words);
    let family = name::first_of_three(name).filter(|first| !korean && is_titled_alone(passages, first, lang));
    let short = if korean { name::surname(name, &lang.people_words) } else { recurring(passages, name) };
    let short = family.unwrap_or(short);
    let confidence = trust::of_margin(votes.margin).clamp(trust::SHOWN_MIN, trust::BARE);
    Known { short: short.to_owned(), person, mentions: Vec::new(), anonymous: false, confidence }
}

/// "팽 교수": whether a rare family name stands alone before a title.
fn is_titled_alone(passages: &[Passage<'_>], family: &str, lang: &LangPack) -> bool {
    let titled = |p: &Passage<'_>, at: Stretch| {
        let next = p.from(at.end).strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.']).next()).unwrap_or_default();
        lang.people_words.titles.begin_of(next).is_some_and(|title| title.chars().count() > 1)
    };
    passages.iter().any(|p| p.words_that_begin(family).any(|at| titled(p, at)))
}

/// What stands beside a name in the clauses of its places.
fn beside(passages: &[Passage<'_>], name: &str, places: &[(usize, Stretch)], lang: &LangPack) -> Person {
    let mut person = Person { name: name.to_owned(), ..Person::default() };
    for (index, at) in places {
        let passage = &passages[*index];
        let clause = clauses(passage).into_iter().filter(|c| c.contains(*at)).min_by_key(|c| c.end - c.start);
        let Some(clause) = clause else { continue };
        let words = words(passage, clause, &lang.grammar);
        let first = words.iter().position(|w| w.whole.end > at.start);
        let last = words.iter().rposition(|w| w.whole.start < at.end);
        if let (Some(first), Some(last)) = (first, last) {
            Scene { passage, words: &words, lang }.beside(first, last, at.end, &mut person);
        }
    }
    person
}

/// The part of a foreign name that stands in the text oftenest: later mentions are that part alone.
pub(super) fn recurring<'n>(passages: &[Passage<'_>], name: &'n str) -> &'n str {
    let count = |part: &str| passages.iter().map(|p| p.text.matches(part).count()).sum::<usize>();
    name.split(' ').max_by_key(|part| count(part)).unwrap_or(name)
}
