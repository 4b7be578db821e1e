//! What the tagger says of a text, name by name: its stretches cut to the name (no title, no mark, no polite word), joined
//! where they are parts of one foreign name.

use super::tagged::{PART_MAX, is_other};
use super::{doubt, is_title, name};
use crate::facts::by_name::ByName;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{Standing, Tagged, Tagger};
use crate::facts::word::ends_closed;
use crate::lang::LangPack;
use crate::text::{is_alphanumeric, is_hangul};

/// Mean origin of a part of one syllable ("빌", "알") at least.
const SYLLABLE_ORIGIN_MIN: f32 = 3.0;
/// Mean origin of a word before a foreign name that is a part of it.
const PART_ORIGIN_MIN: f32 = 2.4;

/// What the tagger says of a text.
pub(super) struct Votes {
    /// Passage index and place of each time that it is called a person.
    pub(super) places: Vec<(usize, Stretch)>,
    pub(super) margin: f32,
    /// How often it is called something else.
    pub(super) others: usize,
    pub(super) standing: Standing,
    /// Whether a bracket behind one of the places says what brackets say of people.
    pub(super) noted: bool,
}

/// What the tagger says of each text that it names, cut to the name.
pub(super) fn votes(
    passages: &[Passage<'_>],
    tags: &[Vec<Tagged>],
    tagger: Option<&Tagger>,
    lang: &LangPack,
) -> ByName<String, Votes> {
    let mut out: ByName<String, Votes> = ByName::new();
    for (index, (passage, tags)) in passages.iter().zip(tags).enumerate() {
        for tag in joined(passage, tags, tagger, lang) {
            let text = passage.of(tag.at);
            let polite = lang.people_words.polite.iter().find_map(|p| text.strip_suffix(p)).map(str::trim_end);
            // "사모님": a noun.
            let noun = |name: &str| text.ends_with('님') && tagger.is_some_and(|tagger| tagger.is_noun(name));
            let text = polite.filter(|name| name.chars().count() >= 2 && !noun(name)).unwrap_or(text);
            let marks = text.len() - text.trim_start_matches(is_mark).len();
            let bare = if tag.label == Label::Person { before_title(&text[marks..], lang) } else { &text[marks..] };
            let name = name::without_town(without_title(bare, tagger, lang), &lang.people_words);
            let name = name::without_country(name, &lang.people_words);
            let name = without_paper(name, passage.from(tag.at.end), lang);
            let start = tag.at.start + text[..name.as_ptr() as usize - text.as_ptr() as usize].chars().count();
            let none = || Votes { places: Vec::new(), margin: f32::MIN, others: 0, standing: tag.standing, noted: false };
            let votes = out.entry(name.to_owned(), none);
            let at = Stretch::new(start, start + name.chars().count());
            if tag.label == Label::Person {
                if !doubt::ends_name(passage, at, tagger, lang) {
                    continue;
                }
                votes.places.push((index, at));
                votes.noted |= doubt::has_note(passage, at.end, &lang.people_words);
                votes.noted |= doubt::is_polite(passage, at.end, &lang.people_words);
                votes.noted |= doubt::is_introduced(passage, at, &lang.people_words);
                votes.margin = votes.margin.max(tag.margin);
                // "투자은행 푸른샘은": what a kind of body stands before is a body.
                votes.others += usize::from(kind_before(passage, start, lang));
                // "푸른샘 증권": nor is what a kind of body follows.
                let next = passage.from(at.end).strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.']).next());
                votes.others += 2 * usize::from(next.is_some_and(|next| lang.organisation_words.ends.contains(next)));
            } else {
                votes.others += 1;
            }
        }
    }
    out
}

/// The tags with neighbours joined that are both called people and look like parts of one foreign name.
fn joined(passage: &Passage<'_>, tags: &[Tagged], tagger: Option<&Tagger>, lang: &LangPack) -> Vec<Tagged> {
    let mut out: Vec<Tagged> = Vec::with_capacity(tags.len());
    let part = |tag: &Tagged| {
        let text = passage.of(tag.at);
        tag.label == Label::Person && !text.contains(' ') && !name::is_korean(text, &lang.people_words)
    };
    for tag in tags {
        match out.last_mut() {
            Some(last)
                if last.at.end + 1 == tag.at.start && passage.before(tag.at.start) == Some(' ') && part(last) && part(tag) =>
            {
                last.at.end = tag.at.end;
                last.margin = last.margin.min(tag.margin);
            }
            // "타일러 오닐이 앤서니 데스클라파니의": a name with its particle before another.
            _ if let Some(cut) = cut_of(passage, tag) => {
                out.push(Tagged { at: Stretch::new(tag.at.start, cut - 1), ..*tag });
                out.push(Tagged { at: Stretch::new(cut + 1, tag.at.end), ..*tag });
            }
            // "도설하 한빛시 복지국장": a town behind a name is no second one.
            Some(last)
                if last.label == Label::Person
                    && tag.label == Label::Person
                    && last.at.end + 1 == tag.at.start
                    && name::is_town(passage.of(tag.at))
                    && name::may_be_korean(passage.of(last.at), &lang.people_words) =>
            {
                out.push(Tagged { label: Label::Place, ..*tag });
            }
            // "피재하 나루경찰청장": who heads the body that the tagger took together with the name.
            _ if let Some(end) = head_of(passage, tag, tagger, lang) => {
                let at = Stretch::new(tag.at.start, end);
                let standing = tagger.map_or(tag.standing, |tagger| tagger.standing(passage.of(at)));
                out.push(Tagged { at, label: Label::Person, standing, ..*tag });
                out.push(Tagged { at: Stretch::new(end + 1, tag.at.end), ..*tag });
            }
            // "한가람 서민재": two names.
            _ if tag.label == Label::Person && is_pair(passage.of(tag.at), lang) => {
                let mut start = tag.at.start;
                for name in passage.of(tag.at).split(' ') {
                    let end = start + name.chars().count();
                    out.push(Tagged { at: Stretch::new(start, end), ..*tag });
                    start = end + 1;
                }
            }
            _ if part(tag) => {
                let end = last_part(passage, tag.at, tagger, lang);
                out.push(Tagged { at: Stretch::new(first_part(passage, tag.at, tagger, lang), end), ..*tag })
            }
            _ => out.push(*tag),
        }
    }
    out
}

/// Where a name ends that the tagger took for the beginning of a body whose head's title follows.
fn head_of(passage: &Passage<'_>, tag: &Tagged, tagger: Option<&Tagger>, lang: &LangPack) -> Option<usize> {
    let (name, body) = passage.of(tag.at).split_once(' ')?;
    let heads = tag.label == Label::Organisation && passage.from(tag.at.end).starts_with('장');
    let title = heads && is_title(&format!("{body}장"), &lang.people_words);
    let other = is_other(name, lang) || name::is_town(name) || tagger.is_some_and(|t| t.is_other(name) || t.is_noun(name));
    (title && !other && name::may_be_korean(name, &lang.people_words)).then(|| tag.at.start + name.chars().count())
}

/// "스포츠월드 목진서 기자": the writer without the paper.
fn without_paper<'n>(name: &'n str, behind: &str, lang: &LangPack) -> &'n str {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let signed = behind.strip_prefix(' ').is_some_and(|role| lang.byline_words.roles.begins(role));
    if signed && (2..=4).contains(&last.chars().count()) && last.chars().all(is_hangul) { last } else { name }
}

/// Whether a text is Korean names with spaces between.
fn is_pair(text: &str, lang: &LangPack) -> bool {
    text.contains(' ') && text.split(' ').all(|name| name.chars().count() > 2 && name::is_korean(name, &lang.people_words))
}

/// Where the space stands behind a word of a person's name of three words or more that ends with "이" or "과" behind a final
/// consonant.
fn cut_of(passage: &Passage<'_>, tag: &Tagged) -> Option<usize> {
    let chars = &passage.chars;
    let spaces: Vec<usize> = (tag.at.start..tag.at.end).filter(|&i| chars[i] == ' ').collect();
    let borne =
        |&i: &usize| i >= tag.at.start + 3 && matches!(chars[i - 1], '이' | '과') && ends_closed(chars[i - 2]) == Some(true);
    spaces.iter().copied().find(borne).filter(|_| tag.label == Label::Person && spaces.len() >= 2)
}

/// Where a foreign name begins: words before it that the tagger left out and that have the sound of one belong to it.
fn first_part(passage: &Passage<'_>, at: Stretch, tagger: Option<&Tagger>, lang: &LangPack) -> usize {
    let Some(tagger) = tagger.filter(|_| passage.chars[at.start..at.end].iter().all(|c| is_hangul(*c) || *c == ' ')) else {
        return at.start;
    };
    let from = passage.sentence_of(at.start).start;
    let mut start = at.start;
    while start > from + 1 && passage.before(start) == Some(' ') {
        let begin = (from..start - 1).rev().take_while(|&i| is_hangul(passage.chars[i])).last();
        let Some(begin) = begin.filter(|&i| passage.before(i).is_none_or(|c| !is_alphanumeric(c))) else { break };
        let word = passage.of(Stretch::new(begin, start - 1));
        let foreign =
            tagger.is_person(word) && !name::is_korean(word, &lang.people_words) || tagger.origin(word) >= PART_ORIGIN_MIN;
        let letters = word.chars().count();
        let whole = (2..=PART_MAX).contains(&letters) && foreign && !tagger.is_other(word) && !is_other(word, lang);
        if !whole || doubt::is_verbal(word, tagger) || split(word, lang) {
            break;
        }
        start = begin;
    }
    start
}

/// Where a foreign name ends: a word with the sound of one right behind a given name, before a title or a bracket, belongs to it.
fn last_part(passage: &Passage<'_>, at: Stretch, tagger: Option<&Tagger>, lang: &LangPack) -> usize {
    let Some(tagger) = tagger.filter(|tagger| tagger.is_person(passage.of(at)) && passage.char(at.end) == Some(' ')) else {
        return at.end;
    };
    let start = at.end + 1;
    let end = start + passage.chars[start..].iter().take_while(|c| is_hangul(**c)).count();
    let word = passage.of(Stretch::new(start, end));
    let other = tagger.is_other(word) || is_other(word, lang) || is_title(word, &lang.people_words);
    let foreign = (2..=PART_MAX).contains(&word.chars().count()) && tagger.origin(word) >= PART_ORIGIN_MIN && !other;
    let follows = matches!(passage.char(end), Some(' ' | '(')) && !split(word, lang);
    if foreign && follows { end } else { at.end }
}

/// Whether a word ends with a particle ("서울에").
fn split(word: &str, lang: &LangPack) -> bool {
    lang.grammar.particles.iter().any(|particle| word.ends_with(particle) && particle.chars().count() >= 2)
        || word.ends_with(['은', '는', '을', '를', '의', '에', '와', '과'])
}

/// Marks that the tagger takes for a part of the name they stand before.
fn is_mark(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '「' | '『' | '【' | '(')
}

/// "하딩 총리" and "하딩총리" without the titles behind.
fn before_title<'t>(mut text: &'t str, lang: &LangPack) -> &'t str {
    let people = &lang.people_words;
    let titled = |rest: &&str| rest.rsplit(' ').next().is_some_and(|last| is_title(last, people));
    let alone = |rest: &&str| !rest.contains(' ') && rest.chars().count() > 2;
    text = text.strip_suffix("뿐").filter(|rest| titled(rest) || alone(rest)).unwrap_or(text);
    while let Some((rest, last)) = text.rsplit_once(' ') {
        if !(is_title(last, people) || people.former.contains(last)) {
            break;
        }
        text = rest;
    }
    let glued = people.titles.iter().filter(|title| title.chars().count() >= 2);
    let name = glued.filter_map(|title| text.strip_suffix(title)).min_by_key(|name| name.len());
    name.filter(|name| name.chars().count() >= 2).map_or(text, str::trim_end)
}

/// "디렉터 로버트 하딩" without the titles in front.
fn without_title<'t>(mut text: &'t str, tagger: Option<&Tagger>, lang: &LangPack) -> &'t str {
    let people = &lang.people_words;
    // "마친 뒤 오르텔": a native word of one syllable is no part of a name, nor is what stands before it.
    let native = |part: &str| part.chars().count() == 1 && tagger.is_some_and(|t| t.origin(part) < SYLLABLE_ORIGIN_MIN);
    let stray = |first: &str, rest: &str| native(first) || rest.split_once(' ').is_some_and(|(second, _)| native(second));
    while let Some((_, rest)) = text.split_once(' ').filter(|(first, rest)| stray(first, rest)) {
        text = rest;
    }
    // "쏘아 올린 윤": what ends with a verb before the last word.
    let verb =
        |part: &str| part.chars().count() > 1 && lang.grammar.adnominals.ends(part) && !tagger.is_some_and(|t| t.is_person(part));
    while let Some((_, rest)) =
        text.split_once(' ').filter(|(_, rest)| rest.split_once(' ').is_some_and(|(second, _)| verb(second)))
    {
        text = rest;
    }
    // "카테고리로 김": a noun with its particle.
    let bound = |first: &str| {
        lang.grammar.particles.iter().any(|p| first.strip_suffix(p).is_some_and(|n| tagger.is_some_and(|t| t.is_noun(n))))
    };
    // "방한 중인 로버트 하딩"
    let joining = |first: &str| {
        lang.grammar.fillers.contains(first)
            || lang.quote_words.continuing.contains(first)
            || lang.grammar.adnominals.contains(first)
    };
    while let Some((first, rest)) = text.split_once(' ') {
        let bound = !tagger.is_some_and(|t| t.is_person(first)) && bound(first);
        // "동기인 한가람", "아내 수말리".
        let copular = || tagger.is_some_and(|t| doubt::is_copular(first, t) && !t.is_person(first));
        let led = is_title(first, people) || people.before.contains(first) || people.kin.contains(first);
        if !led && !joining(first) && !bound && !copular() {
            break;
        }
        text = rest;
    }
    text
}

fn kind_before(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    let before = passage.of(Stretch::new(passage.sentence_of(at).start.min(at), at));
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let words = &lang.organisation_words;
    passage.before(at) == Some(' ') && (words.kinds.contains(word) || words.not_names.contains(word) && words.ends.ends(word))
}
