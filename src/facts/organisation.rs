//! Named bodies: by the end of the name ("연구소"), by a list of names, by a short name in a bracket, or because a person
//! belongs to them. In: all passages and the people. Out: each body once with its aliases and every mention.

use super::Organisation;
use super::passage::{Passage, Stretch, outermost};
use super::person::Known;
use super::tagger::label::Label;
use super::tagger::{Tagged, Tagger, each};
use super::word::{Word, words};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::order;
use crate::text::{is_alphanumeric, is_hangul};

pub(crate) mod dateline;
mod english;
mod listed;
mod short;
mod tagged;

use short::{abbreviated, merge_short, short_name};

/// A body with its mentions.
#[derive(Debug, Clone)]
pub(crate) struct Body {
    pub(crate) organisation: Organisation,
    /// Passage index and place of each mention, in order.
    pub(crate) mentions: Vec<(usize, Stretch)>,
}

/// Least margin of a tag that has a word more than the body.
const WIDER_MARGIN: f32 = 1.0;
/// Mentions of a name that only a word like "업체" before it presents.
const PRESENTED_MENTIONS_MIN: usize = 2;
/// Letters of such a name at least.
const PROPER_LETTERS_MIN: usize = 3;
/// Letters that a name adds at least to its ending: "한은행" is no bank.
const OWN_LETTERS_MIN: usize = 2;

/// Whether a word names a body by its ending or by the list of names.
pub(crate) fn is_named(text: &str, lang: &LangPack) -> bool {
    let words = &lang.organisation_words;
    if words.names.contains(text) {
        return true;
    }
    let Some(end) = words.ends.end_of(text) else { return false };
    let own = text.chars().count() >= end.chars().count() + OWN_LETTERS_MIN || end == text && is_office(end);
    let kind = ["항공사", "문화재", "고속도로"].iter().any(|kind| text.ends_with(kind));
    !kind
        && own
        && !is_generic(text, lang)
        && text.chars().all(|c| is_hangul(c) || c.is_ascii_alphanumeric() || matches!(c, '&' | '·'))
}

/// Offices of state are names by themselves ("국토부", "우주항공청").
fn is_office(end: &str) -> bool {
    end.chars().count() >= 3 && end.ends_with(['부', '청', '위', '원', '성'])
}

/// Whether a word before "한 관계자" says whose: a named body, or a part of one ("지도부").
pub(crate) fn is_host(text: &str, lang: &LangPack) -> bool {
    is_named(text, lang) || lang.organisation_words.kinds.contains(text) || text.ends_with("지도부")
}

/// A kind of body, not a name of one.
pub(crate) fn is_generic(text: &str, lang: &LangPack) -> bool {
    lang.organisation_words.not_names.contains(text)
}

/// The bodies in order of their first mention.
pub(crate) fn find(
    passages: &[Passage<'_>],
    (tags, tagger): (&[Vec<Tagged>], Option<&Tagger>),
    people: &[Known],
    lang: &LangPack,
) -> Vec<Body> {
    let mut found: Vec<Organisation> = Vec::new();
    if lang.code != "ko" {
        let named = passages.iter().flat_map(|passage| english::named(passage, lang));
        let doubted =
            |body: &Organisation| english::is_doubted(body, passages, tags) || english::is_common(&body.name, passages, lang);
        named.filter(|body| !doubted(body)).for_each(|body| add(&mut found, body));
    }
    for passage in passages.iter().filter(|_| lang.code == "ko") {
        cited(passage, lang).into_iter().for_each(|at| add(&mut found, named(passage.of(at))));
        dateline::outlet(passage, lang).into_iter().for_each(|at| add(&mut found, named(passage.of(at))));
        let whole = passage.sentences.iter().copied();
        let quoted = passage
            .pairs
            .iter()
            .filter(|p| matches!(p.marks, Marks::Double | Marks::Round))
            .map(|p| Stretch::new(p.open + 1, p.close));
        for clause in whole.chain(quoted) {
            let words = words(passage, clause, &lang.grammar);
            words.iter().flat_map(|word| candidates(passage, word, lang)).for_each(|body| add(&mut found, body));
            words.windows(2).filter_map(|pair| presented(passages, passage, pair, lang)).for_each(|body| add(&mut found, body));
            let pairs = words.windows(2);
            pairs.filter_map(|pair| university(passage, pair, tagger, lang)).for_each(|body| add(&mut found, body));
            words.windows(3).flat_map(|three| under(passage, three, lang)).for_each(|body| add(&mut found, body));
        }
    }
    let own = tagged::bodies(passages, tags, lang);
    own.into_iter().filter(|body| !people.iter().any(|k| is_of(k, &body.name))).for_each(|body| add(&mut found, body));
    if lang.code == "ko" {
        towns(passages, tagger, lang).into_iter().for_each(|body| add(&mut found, body));
        let more = listed::bodies(passages, &found, people, tagger, lang);
        more.into_iter().for_each(|body| add(&mut found, body));
    }
    let employers = people.iter().map(|k| k.person.affiliation.as_str()).filter(|name| {
        // "미 대통령": a country by its first syllable is none.
        name.chars().count() > 1
            && (lang.code == "en" || !name.contains(' '))
            && !lang.people_words.countries.contains(name)
            && !is_generic(name, lang)
    });
    employers.for_each(|name| add(&mut found, Organisation { name: name.to_owned(), ..Organisation::default() }));
    found.iter_mut().for_each(|body| widen(passages, tags, body, lang));
    found.iter_mut().for_each(|body| abbreviated(passages, body, lang));
    // What was known by a short name may be known by the whole one, too.
    let mut found = found.into_iter().fold(Vec::new(), |mut merged, body| {
        add(&mut merged, body);
        merged
    });
    merge_short(&mut found);
    found.retain(|body| !people.iter().any(|k| k.person.name == body.name));
    let mut bodies: Vec<Body> =
        found.into_iter().map(|organisation| Body { mentions: mentions(passages, &organisation, lang), organisation }).collect();
    drop_inner(&mut bodies);
    bodies.retain(|body| !body.mentions.is_empty());
    order::by(&mut bodies, |body| body.mentions[0]);
    bodies
}

/// "초록우산 어린이재단": the tagger may see words before a name that its ending told.
fn widen(passages: &[Passage<'_>], tags: &[Vec<Tagged>], body: &mut Organisation, lang: &LangPack) {
    if lang.code != "ko"
        || !body.name.ends_with(is_hangul)
        || body.name.contains(' ')
        || lang.organisation_words.names.contains(&body.name)
    {
        return;
    }
    let texts = each(passages, tags).filter(|(_, (_, tag))| tag.label == Label::Organisation && tag.margin >= WIDER_MARGIN);
    let wider = |text: &str| {
        let first = text.strip_suffix(body.name.as_str()).and_then(|first| first.strip_suffix(' '));
        first.is_some_and(|first| {
            !first.contains(' ')
                && !lang.grammar.fillers.contains(first)
                && !lang.people_words.countries.contains(first)
                && !is_generic(first, lang)
                && !is_named(first, lang)
        })
    };
    if let Some(found) = texts.map(|(_, (passage, tag))| passage.of(tag.at)).find(|text| wider(text)) {
        body.aliases.push(std::mem::replace(&mut body.name, found.to_owned()));
    }
}

/// Whether a text is a person's name or a part of it.
fn is_of(known: &Known, text: &str) -> bool {
    known.short == text || known.person.name.split(' ').any(|part| part == text) || known.person.name == text
}

/// "한빛부 산하 별빛재단은", "달빛노조 소속 …": the body before is one; the one behind, where it ends like one.
fn under(passage: &Passage<'_>, three: &[Word<'_>], lang: &LangPack) -> Option<Organisation> {
    let host = passage.of(three[0].stem);
    let joins = three[0].particle.is_empty() && !three[0].stopped && three[0].whole == three[0].stem;
    let under = lang.organisation_words.under.contains(passage.of(three[1].whole)) && !three[1].stopped;
    let part = under && joins && is_named(passage.of(three[2].stem).split('(').next().unwrap_or_default(), lang);
    let plain = host.chars().count() >= PROPER_LETTERS_MIN
        && host.chars().all(|c| is_hangul(c) || c.is_ascii_alphanumeric())
        && !is_generic(host, lang)
        && !lang.people_words.countries.contains(host)
        && !lang.grammar.adnominals.ends(host);
    (part && plain).then(|| named(host))
}

/// "<달빛 저널>은 28일 보도했다", "<달빛 저널>은 “…”고 전했다": papers in the marks of a title that tell something.
fn cited(passage: &Passage<'_>, lang: &LangPack) -> Vec<Stretch> {
    let closing = |open: usize| {
        let close = match passage.chars[open] {
            '<' => '>',
            '〈' => '〉',
            '《' => '》',
            _ => return None,
        };
        let reach = passage.chars[open + 1..].iter().take(CITED_LETTERS_MAX + 1).position(|c| *c == close)?;
        Some(Stretch::new(open + 1, open + 1 + reach))
    };
    let tells = |name: &Stretch| {
        let particles = ["은 ", "는 ", "이 ", "가 ", "에 따르면", "와의 ", "과의 ", "와 인터뷰", "과 인터뷰"];
        let particle = passage.read_any(name.end + 1, &particles);
        let sentence = passage.of(passage.sentence_of(name.start));
        particle.is_some() && lang.organisation_words.telling.is_in(sentence)
    };
    (0..passage.chars.len()).filter_map(closing).filter(tells).collect()
}

/// Letters of the name of a paper at most.
const CITED_LETTERS_MAX: usize = 16;

/// "달빛대 연구팀은": a university by its short name.
fn university(passage: &Passage<'_>, pair: &[Word<'_>], tagger: Option<&Tagger>, lang: &LangPack) -> Option<Organisation> {
    let [first, second] = pair else { return None };
    let words = &lang.organisation_words;
    let name = passage.of(first.whole);
    let joins = first.particle.is_empty() && !first.stopped;
    let campus = words.campus.begins(passage.of(second.whole));
    let plain = name.ends_with('대')
        && UNIVERSITY_LETTERS.contains(&name.chars().count())
        && name.chars().all(is_hangul)
        && !words.not_campus.ends(name)
        && !tagger.is_some_and(|tagger| tagger.is_noun(name));
    (joins && campus && plain).then(|| named(name))
}

/// Letters of a university's short name.
const UNIVERSITY_LETTERS: std::ops::RangeInclusive<usize> = 3..=7;

/// "솔재군은 …": towns and counties that act, in a text that speaks of their mayor, their hall or their officials.
fn towns(passages: &[Passage<'_>], tagger: Option<&Tagger>, lang: &LangPack) -> Vec<Organisation> {
    let governs = |end: char| {
        let spoken = |word: &str| word.starts_with(end) && passages.iter().any(|p| p.text.contains(word));
        lang.organisation_words.governing.iter().any(spoken)
    };
    let governed: Vec<char> = TOWN_ENDS.into_iter().filter(|end| governs(*end)).collect();
    let mut out = Vec::new();
    for passage in passages.iter().filter(|_| !governed.is_empty()) {
        for sentence in &passage.sentences {
            for word in words(passage, *sentence, &lang.grammar).iter() {
                let name = passage.of(word.stem);
                let town = name.ends_with(governed.as_slice())
                    && (TOWN_LETTERS_MIN..=TOWN_LETTERS_MAX).contains(&name.chars().count())
                    && name.chars().all(is_hangul);
                let acts = matches!(word.particle, "은" | "는" | "이" | "가");
                let noun = || tagger.is_some_and(|tagger| tagger.is_noun(name));
                if town && acts && !is_generic(name, lang) && !noun() {
                    out.push(named(name));
                }
            }
        }
    }
    out
}

/// What the names of towns, counties and districts end with, and their letters.
const TOWN_ENDS: [char; 3] = ['시', '군', '구'];
const TOWN_LETTERS_MIN: usize = 3;
const TOWN_LETTERS_MAX: usize = 5;

fn add(found: &mut Vec<Organisation>, mut new: Organisation) {
    let known =
        found.iter_mut().find(|old| old.name == new.name || old.aliases.contains(&new.name) || new.aliases.contains(&old.name));
    let Some(old) = known else { return found.push(new) };
    // The short name in the bracket behind the whole one was known before it.
    if new.aliases.contains(&old.name) && new.name.contains(' ') {
        std::mem::swap(&mut old.name, &mut new.name);
        let short = new.name.clone();
        old.aliases.retain(|alias| *alias != old.name);
        new.aliases.push(short);
    }
    for alias in new.aliases.into_iter().chain([new.name]) {
        if alias != old.name && !alias.is_empty() && !old.aliases.contains(&alias) {
            old.aliases.push(alias);
        }
    }
}

/// The bodies that a word names; "별빛(BL)·달빛그룹" names two.
fn candidates(passage: &Passage<'_>, word: &Word<'_>, lang: &LangPack) -> Vec<Organisation> {
    let inside = passage.pairs_in(word.whole.start + 1, word.whole.end);
    let end = word.whole.end.max(word.stem.end + 1);
    let bracket = inside.iter().find(|p| p.close <= end && p.marks == Marks::Round);
    let stem = passage.of(word.stem);
    let Some(bracket) = bracket else {
        return stem.split(['·', 'ㆍ']).filter(|name| is_named(name, lang)).map(named).collect();
    };
    let host = passage.of(Stretch::new(word.whole.start, bracket.open));
    let inside = passage.of(Stretch::new(bracket.open + 1, bracket.close));
    let short = short_name(inside, lang);
    let tail_end = word.stem.end.max(bracket.close + 1);
    let tail = passage.of(Stretch::new(bracket.close + 1, tail_end));
    let glued: String = tail.chars().take_while(|c| is_alphanumeric(*c)).collect();
    let mut out: Vec<Organisation> =
        tail[glued.len()..].split(['·', 'ㆍ']).filter(|name| is_named(name, lang)).map(named).collect();
    let whole = format!("{host}{glued}");
    if is_named(&whole, lang) || is_named(host, lang) && glued.is_empty() {
        let mut body = named(host);
        if let Some(short) = short {
            if !glued.is_empty() {
                body.name = format!("{host}({inside}){glued}");
                body.aliases = vec![whole, format!("{short}{glued}")];
            } else {
                body.aliases.push(short.to_owned());
            }
        } else if !glued.is_empty() {
            body.name = whole;
        }
        out.insert(0, body);
    }
    out
}

/// "생산업체 나래모터스은", "그룹 달무리(Dalmuri)가", "모래시계타임스에 따르면": a name that a word beside it presents.
fn presented(passages: &[Passage<'_>], passage: &Passage<'_>, pair: &[Word<'_>], lang: &LangPack) -> Option<Organisation> {
    let words = &lang.organisation_words;
    let [first, second] = pair else { return None };
    let follows = passage.of(second.whole);
    if first.particle == "에" && follows.starts_with("따르면") {
        let name = passage.of(first.stem);
        let told = name.ends_with(['들', '자', '망', '통', '측', '문', '서', '록', '템', '론', '인', '씨']);
        return (!told && is_proper(passages, name, 1, lang)).then(|| named(name));
    }
    // "채널12 방송은", "ABC 방송은"
    let medium = first.particle.is_empty() && !first.stopped && lang.quote_words.papers.contains(passage.of(second.stem));
    let name = passage.of(first.stem);
    if medium && name.chars().any(|c| c.is_ascii_alphanumeric()) && name.starts_with(|c: char| !c.is_ascii_digit()) {
        return is_proper(passages, name, 1, lang).then(|| named(name));
    }
    let kind = first.particle.is_empty() && !first.stopped && words.kinds.ends(passage.of(first.whole));
    let name = passage.of(second.stem);
    if !kind || second.particle.is_empty() && second.whole.end == second.stem.end {
        return None;
    }
    let bracket = passage.pair_at(second.stem.end, Marks::Round);
    let short = bracket.and_then(|b| short_name(passage.of(Stretch::new(b.open + 1, b.close)), lang));
    let mentions = if short.is_some() { 1 } else { PRESENTED_MENTIONS_MIN };
    let aliases = short.map(str::to_owned).into_iter().collect();
    is_proper(passages, name, mentions, lang).then(|| Organisation { aliases, ..named(name) })
}

/// Whether a word can be a name of its own, and stands in the body often enough.
fn is_proper(passages: &[Passage<'_>], name: &str, mentions: usize, lang: &LangPack) -> bool {
    let length = name.chars().count();
    let plain = length >= PROPER_LETTERS_MIN && name.chars().all(|c| is_hangul(c) || c.is_ascii_alphanumeric());
    let other = super::person::is_title(name, &lang.people_words)
        || lang
            .quote_words
            .roles
            .iter()
            .chain(lang.source_words.ends)
            .chain(lang.source_words.laws)
            .any(|end| name.ends_with(end))
        || lang.people_words.not_names.contains(name)
        || lang.grammar.adnominals.ends(name)
        || is_generic(name, lang);
    plain && !other && passages.iter().map(|p| p.text.matches(name).count()).sum::<usize>() >= mentions
}

fn named(name: &str) -> Organisation {
    Organisation { name: name.to_owned(), ..Organisation::default() }
}

fn mentions(passages: &[Passage<'_>], body: &Organisation, lang: &LangPack) -> Vec<(usize, Stretch)> {
    let names = || std::iter::once(&body.name).chain(&body.aliases);
    let mut out = Vec::new();
    for passage in passages {
        for name in names() {
            let found = passage.words_that_begin(name);
            out.extend(
                found.filter(|s| ends_word(passage, s.end, lang) && !is_house(passage, *s)).map(|s| (passage.index as usize, s)),
            );
        }
    }
    order::by(&mut out, |mention| *mention);
    out
}

/// Whether the name is not the beginning of a longer word ("대전시" in "대전시장").
fn ends_word(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    if passage.char(end).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let tail: String = passage.chars[end..].iter().take_while(|c| is_hangul(**c)).collect();
    tail.is_empty()
        || lang.grammar.particles.contains(&tail)
        || ["측", "발", "식", "행", "등"].iter().any(|t| tail.starts_with(t))
}

/// "서울시청 앞에서": a house, not who works in it.
fn is_house(passage: &Passage<'_>, at: Stretch) -> bool {
    passage.read_any(at.end, &[" 앞", " 인근", " 광장", " 맞은편", " 앞에서"]).is_some()
}

/// A mention inside a longer mention of another body is none.
fn drop_inner(bodies: &mut [Body]) {
    let outer = outermost(bodies.iter().flat_map(|b| b.mentions.iter().copied()).collect());
    for body in bodies {
        body.mentions.retain(|m| outer.binary_search(m).is_ok());
        body.mentions.dedup();
    }
}
