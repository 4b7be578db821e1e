//! What a name looks like: Korean names by family name and syllables, foreign ones by a title that comes back.

use super::{AGE_MAX, Known, clauses, is_title};
use crate::facts::Person;
use crate::facts::organisation;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::trust;
use crate::facts::word::words;
use crate::lang::{LangPack, PeopleWords};
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::{is_alphanumeric, is_hangul};

/// How often a bare name must stand as a subject before it counts without a title.
const REPEATED_MIN: usize = 2;
/// Longest part of a foreign name in syllables.
const PART_MAX: usize = 6;
/// Last syllables of common nouns and verbs: a bare word with one is no name without a title.
const COMMON_LAST: &str = "하한국률율권성적제화법도시지기자사회원장가대상식의";
/// Last syllables of words that stand before a title and describe it ("정상급 선수").
const DESCRIBING_LAST: &str = "급적형부팀측당군시도국차년월일상하른게히원생민인용대과위관들";

/// Family name and given name: 3 syllables, or 4 with a long family name.
pub(crate) fn is_korean(text: &str, people: &PeopleWords) -> bool {
    let surname = surname(text, people);
    let given = &text[surname.len()..];
    // "고려대", "서강대": universities look like names, and so do towns ("나루시").
    !surname.is_empty()
        && !text.ends_with(['대', '시'])
        && given.chars().count() == 2
        && given.chars().all(|c| people.given.contains(c))
        && !people.not_names.contains(text)
}

/// Whether a text ends like a common noun or a word that describes.
pub(super) fn is_like_noun(text: &str) -> bool {
    text.ends_with(|c| COMMON_LAST.contains(c) || DESCRIBING_LAST.contains(c))
}

/// The family names of four in five Koreans (census of 2015).
const FREQUENT_SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송전홍유류";

/// Three syllables of which the first is a frequent family name and one other is a syllable of given names ("이유리", "박한결").
pub(super) fn is_nearly_korean(text: &str, people: &PeopleWords) -> bool {
    let mut letters = text.chars();
    let family = letters.next().is_some_and(|c| FREQUENT_SURNAMES.contains(c));
    family && letters.clone().count() == 2 && letters.any(|c| people.given.contains(c))
}

/// "윤슬" of "윤슬 새벽시 문화과장": a Korean name without the town that its owner works for. "낸시 펠로시" ends like a town, but
/// its first part is no Korean name.
pub(super) fn without_town<'t>(text: &'t str, people: &PeopleWords) -> &'t str {
    let own = |first: &str| {
        let mut letters = first.chars();
        let family = letters.next().is_some_and(|c| people.surnames.contains(c));
        family && (1..=GIVEN_MAX).contains(&letters.clone().count()) && letters.all(|c| people.given.contains(c))
    };
    text.split_once(' ').filter(|(first, rest)| own(first) && is_town(rest)).map_or(text, |(first, _)| first)
}

/// Whether a text ends like a town, a county, a district or a province.
pub(super) fn is_town(text: &str) -> bool {
    text.chars().count() >= TOWN_MIN && text.ends_with(['시', '군', '구', '도'])
}

/// A family name and one syllable of a given name, or any syllable and two of them ("최민", "피재하").
pub(super) fn may_be_korean(text: &str, people: &PeopleWords) -> bool {
    let mut letters = text.chars();
    let family = letters.next().is_some_and(|c| letters.clone().count() == 2 || people.surnames.contains(c));
    family && (1..=GIVEN_MAX).contains(&letters.clone().count()) && letters.all(|c| people.given.contains(c))
}

/// "로버트 하딩" of "로버트 하딩 미 국무부": a foreign name without the country that a syllable stands for, and what follows.
pub(super) fn without_country<'t>(text: &'t str, people: &PeopleWords) -> &'t str {
    let country = |word: &str| word.chars().count() == 1 && people.country_letters.contains(word);
    let mut words = text.match_indices(' ').skip(1).map(|(at, _)| at);
    let cut = words.find(|&at| text[at + 1..].split(' ').next().is_some_and(country));
    cut.map_or(text, |at| &text[..at])
}

/// Syllables of a given name at most.
const GIVEN_MAX: usize = 2;

/// Syllables of a town with what it is.
const TOWN_MIN: usize = 3;

/// The family name of a name of its length, or empty.
pub(crate) fn surname<'t>(text: &'t str, people: &PeopleWords) -> &'t str {
    let length = text.chars().count();
    let long = people.long_surnames.begin_of(text).filter(|_| length == 4).map_or(0, str::len);
    if long > 0 {
        return &text[..long];
    }
    let first = text.chars().next().filter(|c| length == 3 && people.surnames.contains(*c));
    first.map_or("", |c| &text[..c.len_utf8()])
}

/// The first of three syllables.
pub(super) fn first_of_three(text: &str) -> Option<&str> {
    let second = text.char_indices().nth(1).filter(|_| text.chars().count() == 3 && !text.contains(' '))?;
    Some(&text[..second.0])
}

/// The name behind the family name ("가람" of "한가람"), where there is one.
pub(super) fn given<'t>(text: &'t str, people: &PeopleWords) -> Option<&'t str> {
    let family = surname(text, people);
    text.strip_prefix(family).filter(|_| !family.is_empty())
}

/// Names without title that stand as a subject more than once and are made of nothing but syllables of names.
pub(super) fn repeated(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for passage in passages {
        for clause in passage.sentences.iter() {
            for word in words(passage, *clause, &lang.grammar).iter() {
                let text = passage.of(word.stem);
                if matches!(word.particle, "은" | "는" | "이" | "가" | "의" | "도" | "에게" | "과" | "와")
                    && is_korean(text, &lang.people_words)
                    && !is_title(text, &lang.people_words)
                    && !organisation::is_named(text, lang)
                    && !text.ends_with(|c| COMMON_LAST.contains(c))
                {
                    match counts.iter_mut().find(|c| c.0 == text) {
                        Some(count) => count.1 += 1,
                        None => counts.push((text.to_owned(), 1)),
                    }
                }
            }
        }
    }
    counts.into_iter().filter(|c| c.1 >= REPEATED_MIN).map(|(name, _)| bare(name, lang)).collect()
}

/// Names that need no evidence: heads of state and the like.
pub(super) fn well_known(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let named = |name: &&str| passages.iter().any(|passage| passage.words_that_begin(name).next().is_some());
    lang.people_words.well_known.iter().filter(named).map(|name| bare(name.to_owned(), lang)).collect()
}

/// Letters of a name that only a work names.
const AUTHOR_LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// "온새미 작곡의 ‘달빛 행진곡’": whoever made a work whose title follows.
pub(super) fn authors(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let mut out = Vec::new();
    for passage in passages {
        let words: Vec<_> =
            passage.sentences.iter().flat_map(|sentence| words(passage, *sentence, &lang.grammar).to_vec()).collect();
        for three in words.windows(3) {
            let name = passage.of(three[0].whole);
            let title = passage
                .before(three[2].whole.start)
                .is_some_and(|c| matches!(c, '\'' | '‘' | '“' | '"' | '<' | '《' | '〈' | '「' | '『'));
            if lang.people_words.works.contains(passage.of(three[1].stem))
                && matches!(three[1].particle, "의" | "")
                && title
                && !three[0].stopped
                && AUTHOR_LETTERS.contains(&name.chars().count())
                && name.chars().all(is_hangul)
                && !is_title(name, &lang.people_words)
                && !organisation::is_named(name, lang)
            {
                out.push(bare(name.to_owned(), lang));
            }
        }
    }
    out
}

/// The letters right before a place: whose bracket opens there.
pub(super) fn word_before<'p>(passage: &Passage<'p>, end: usize) -> &'p str {
    let start = (0..end).rev().take_while(|&i| is_alphanumeric(passage.chars[i])).last();
    start.map_or("", |start| passage.of(Stretch::new(start, end)))
}

/// Who heads what stands before a bracket, and who plays whom a bracket names.
pub(super) fn bracketed(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let of_passage = |passage: &Passage<'_>| {
        let round = |p: &&Enclosure| p.marks == Marks::Round;
        let named = |pair: &Enclosure| {
            let inside = passage.of(Stretch::new(pair.open + 1, pair.close));
            let before = word_before(passage, pair.open);
            head(before, inside, lang).or_else(|| player(before, inside, lang))
        };
        passage.pairs.iter().filter(round).filter_map(named).collect::<Vec<_>>()
    };
    passages.iter().flat_map(of_passage).collect()
}

/// "푸른재단(회장:한가람)", "푸른부(장관 한솔)"
fn head(before: &str, inside: &str, lang: &LangPack) -> Option<Known> {
    let people = &lang.people_words;
    let apart = inside.split_once(':').map(|(title, name)| (title.trim(), name.trim()));
    let (title, name) = apart.or_else(|| inside.split_once(' '))?;
    let named = is_korean(name, people) || apart.is_none() && is_native(name, lang);
    let mut known = (is_title(title, people) && named).then(|| bare(name.to_owned(), lang))?;
    known.person.titles.push(title.to_owned());
    known.person.affiliation = before.to_owned();
    Some(known)
}

/// "한솔읍(강 회장 역)"
fn player(before: &str, inside: &str, lang: &LangPack) -> Option<Known> {
    let plays = inside.rsplit_once(' ').is_some_and(|(_, last)| lang.people_words.roles.contains(last));
    (plays && is_native(before, lang)).then(|| bare(before.to_owned(), lang))
}

/// "진영", "장매튜": a family name and one to three syllables that are no word of the lists.
fn is_native(text: &str, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    let mut letters = text.chars();
    let family = letters.next().is_some_and(|c| people.surnames.contains(c));
    family
        && (1..=GIVEN_MAX + 1).contains(&letters.clone().count())
        && letters.all(is_hangul)
        && !people.not_names.contains(text)
        && !is_title(text, people)
        && !organisation::is_named(text, lang)
        && !organisation::is_generic(text, lang)
}

fn bare(name: String, lang: &LangPack) -> Known {
    let family = surname(&name, &lang.people_words);
    let short = if family.is_empty() { name.clone() } else { family.to_owned() };
    Known { person: Person { name, ..Person::default() }, mentions: Vec::new(), short, anonymous: false, confidence: trust::BARE }
}

/// Foreign names: "살림 대변인은" names whoever was "오마르 살림 … 대변인" before.
pub(super) fn foreign(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let mut out = Vec::new();
    let chains: Vec<Vec<String>> = passages
        .iter()
        .flat_map(|passage| clauses(passage).into_iter().map(move |clause| chain(passage, clause, lang)))
        .collect();
    chains.iter().for_each(|words| out.extend(presented(words, lang)));
    let shorts = chains.iter().enumerate().flat_map(|(index, words)| words.windows(2).map(move |pair| (index, pair)));
    for (index, pair) in shorts.filter(|(_, pair)| is_title(&pair[1], &lang.people_words) && is_part(&pair[0], lang)) {
        // The full name stands in another clause than the short one: one mention alone is no evidence.
        let others = chains.iter().enumerate().filter(|(other, _)| *other != index);
        let full = others.flat_map(|(_, words)| introductions(words, &pair[0], &pair[1], lang)).next();
        if let Some((name, affiliation)) = full {
            let person = Person { name, titles: vec![pair[1].clone()], affiliation, ..Person::default() };
            out.push(Known { person, mentions: Vec::new(), short: pair[0].clone(), anonymous: false, confidence: trust::BARE });
        }
    }
    out
}

/// The stems of a clause; a word with a particle closes a run, marked by an empty word.
fn chain(passage: &Passage<'_>, clause: Stretch, lang: &LangPack) -> Vec<String> {
    let mut out = Vec::new();
    for word in words(passage, clause, &lang.grammar).iter() {
        out.push(passage.of(word.stem).to_owned());
        if !word.particle.is_empty() || word.stopped {
            out.push(String::new());
        }
    }
    out
}

fn is_part(text: &str, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    let length = text.chars().count();
    let plain = (2..=PART_MAX).contains(&length) && text.chars().all(is_hangul);
    let describing = text.ends_with(|c| DESCRIBING_LAST.contains(c))
        || lang.grammar.fillers.contains(text)
        || lang.quote_words.continuing.contains(text);
    plain
        && !describing
        && !is_korean(text, people)
        && !people.not_names.contains(text)
        && !people.countries.contains(text)
        && !is_title(text, people)
        && !organisation::is_named(text, lang)
        && !organisation::is_generic(text, lang)
}

/// The other part of a foreign name: any Hangul word that is no noun of another kind and no adverb.
fn is_given(text: &str, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    let plain = (1..=PART_MAX).contains(&text.chars().count()) && text.chars().all(is_hangul);
    let other = lang.organisation_words.ends.contains(text)
        || lang.grammar.fillers.contains(text)
        || lang.quote_words.continuing.contains(text)
        || lang.grammar.adnominals.ends(text)
        || text.ends_with(['게', '히', '며', '고', '면', '서', '져', '여', '해']);
    plain
        && !other
        && !people.not_parts.contains(text)
        && !people.not_names.contains(text)
        && !organisation::is_named(text, lang)
        && !organisation::is_generic(text, lang)
}

/// Countries whose names of people are one word in Hangul.
const ONE_WORD_COUNTRIES: &[&str] = &["중국", "대만", "홍콩", "베트남", "인도네시아", "브라질"];

/// Foreign names with a country in a bracket: "톰 하워드(미국)", "마크 세이건(54·미국)", "리샤오란(중국)".
pub(super) fn of_country(passages: &[Passage<'_>], lang: &LangPack) -> Vec<Known> {
    let mut out = Vec::new();
    for passage in passages {
        for pair in passage.pairs.iter().filter(|p| p.marks == Marks::Round) {
            let notes = || passage.of(Stretch::new(pair.open + 1, pair.close)).split(['·', ',', '/']).map(str::trim);
            let Some(country) = notes().find(|note| lang.people_words.countries.contains(note)) else { continue };
            let age = notes().find_map(|note| note.parse().ok()).filter(|age| (1..=AGE_MAX).contains(age));
            let sentence = Stretch::new(passage.sentence_of(pair.open).start.min(pair.open), pair.open);
            let before = words(passage, sentence, &lang.grammar);
            let Some(last) = before.last().filter(|w| w.whole.end == pair.open) else { continue };
            let short = passage.of(last.whole);
            let first = before.len().checked_sub(2).map(|i| before[i]).filter(|w| w.particle.is_empty() && !w.stopped);
            let first =
                first.map(|w| passage.of(w.whole)).filter(|w| is_given(w, lang) && !ONE_WORD_COUNTRIES.contains(&country));
            let single = ONE_WORD_COUNTRIES.contains(&country) && short.chars().count() >= 3;
            if !is_part(short, lang) || first.is_none() && !single {
                continue;
            }
            let name = first.map_or(short.to_owned(), |first| format!("{first} {short}"));
            out.push(Known {
                person: Person { name, age, ..Person::default() },
                mentions: Vec::new(),
                short: short.to_owned(),
                anonymous: false,
                confidence: trust::BARE,
            });
        }
    }
    out
}

/// "사토 하루키 재무성 재무관": two parts, a body or country, a title.
fn presented(words: &[String], lang: &LangPack) -> Vec<Known> {
    let found = words.windows(4).filter(|four| {
        let body = organisation::is_named(&four[2], lang) || lang.people_words.countries.contains(four[2].as_str());
        body && is_title(&four[3], &lang.people_words)
            && is_given(&four[0], lang)
            && is_part(&four[0], lang)
            && is_part(&four[1], lang)
    });
    let known = found.map(|four| {
        let person = Person {
            name: format!("{} {}", four[0], four[1]),
            titles: vec![four[3].clone()],
            affiliation: four[2].clone(),
            ..Person::default()
        };
        // The part that later mentions use is unknown: the second in western names, the first in Japanese ones.
        Known { person, mentions: Vec::new(), short: four[1].clone(), anonymous: false, confidence: trust::BARE }
    });
    known.collect()
}

/// "W short … title" or "short W … title" in one run of words: the full name and what stands between it and the title.
fn introductions(words: &[String], short: &str, title: &str, lang: &LangPack) -> Option<(String, String)> {
    let at = words.iter().position(|w| w == short)?;
    let run_end = words[at..].iter().position(String::is_empty).map_or(words.len(), |i| at + i);
    let title_at =
        words[at..run_end].iter().position(|w| w.ends_with(title) && is_title(w, &lang.people_words)).map(|i| at + i)?;
    let between = |from: usize| words[from..title_at].join(" ");
    let after = words.get(at + 1).filter(|w| at + 2 < title_at && is_part(w, lang));
    if let Some(given) = after {
        return Some((format!("{short} {given}"), between(at + 2)));
    }
    let before = at
        .checked_sub(1)
        .map(|i| &words[i])
        .filter(|w| !w.is_empty() && w.chars().all(is_hangul) && w.chars().count() <= PART_MAX)?;
    let is_name = is_given(before, lang)
        && !organisation::is_named(before, lang)
        && !organisation::is_generic(before, lang)
        && !lang.people_words.not_names.contains(before.as_str())
        && !is_title(before, &lang.people_words);
    (is_name && title_at <= at + 2).then(|| (format!("{before} {short}"), between(at + 1)))
}
