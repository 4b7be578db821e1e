//! Cited documents: reports, surveys and laws named by title. In: passages and their dates. Out: each at its first mention.

use super::Source;
use super::passage::{Passage, Stretch};
use super::word::{Word, words};
use crate::lang::LangPack;
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::is_hangul;
use crate::text::order;

/// A source where it is first named.
#[derive(Debug, Clone)]
pub(crate) struct Cited {
    pub(crate) at: Stretch,
    pub(crate) source: Source,
}

/// Words of an issuer's name at most.
const ISSUER_WORDS_MAX: usize = 3;
/// Letters of the name of a law at least ("국회법" is 3, "세법" too short to be one).
const LAW_LETTERS_MIN: usize = 3;

/// The sources of a passage in order.
pub(crate) fn find(passage: &Passage<'_>, dates: &[Stretch], lang: &LangPack) -> Vec<Cited> {
    let marks = [Marks::Single, Marks::Double, Marks::Title];
    let titled = passage.pairs.iter().filter(|p| marks.contains(&p.marks)).filter_map(|pair| title(passage, pair, dates, lang));
    let mut out: Vec<Cited> = titled.collect();
    let laws = laws(passage, dates, lang)
        .into_iter()
        .filter(|law| !passage.pairs.iter().any(|p| marks.contains(&p.marks) && p.open < law.at.start && law.at.end <= p.close));
    let laws: Vec<Cited> = laws.collect();
    out.extend(laws);
    order::by(&mut out, |cited| cited.at);
    out
}

/// A title in marks that ends like a document and is cited or issued.
fn title(passage: &Passage<'_>, pair: &Enclosure, dates: &[Stretch], lang: &LangPack) -> Option<Cited> {
    let at = Stretch::new(pair.open + 1, pair.close);
    let title = passage.of(at);
    let source = &lang.source_words;
    let undated = title.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '년');
    if title.contains(['.', '?', '!']) || !source.ends.iter().chain(source.laws).any(|end| undated.ends_with(end)) {
        return None;
    }
    let after = passage.pairs.iter().find(|p| p.open == pair.close + 1).map_or(pair.close + 1, |p| p.close + 1);
    let sentence = passage.sentence_of(pair.open);
    let before = words(passage, Stretch::new(sentence.start.min(pair.open), pair.open), &lang.grammar);
    let issuing = before.iter().rposition(|w| source.issuing.contains(passage.of(w.whole))).filter(|at| at + 3 >= before.len());
    let law =
        source.laws.is_in(undated) || undated.ends_with("개정안") || undated.ends_with("법률안") || undated.ends_with("법안");
    let announced = announced(passage, after, lang);
    let cited = announced || passage.read_any(after, source.citing).is_some();
    if !(cited || issuing.is_some() || law || pair.marks == Marks::Title) {
        return None;
    }
    let said = issuer(passage, &before, issuing, dates);
    let issuer = if said.is_empty() && announced { announcer(passage, &before, dates, lang) } else { said };
    Some(Cited { at, source: Source { title: title.to_owned(), issuer } })
}

/// "‘…조사’ 결과를 발표했다", "‘…백서’를 펴냈다": what follows the title says that it is made known.
fn announced(passage: &Passage<'_>, after: usize, lang: &LangPack) -> bool {
    let words = &lang.source_words;
    let spaced = passage.skip_space(after);
    let object = passage.read_any(spaced, words.results).unwrap_or(after);
    let verb = passage.read_any(object, &["을", "를"]).map(|end| passage.skip_space(end));
    verb.is_some_and(|verb| passage.read_any(verb, words.announcing).is_some())
}

/// "도시는 지난 20일 ‘…’ 결과를 발표했다": who makes a title known, if that is a body and no person.
fn announcer(passage: &Passage<'_>, before: &[Word<'_>], dates: &[Stretch], lang: &LangPack) -> String {
    let is_time = |w: &Word<'_>| dates.iter().any(|d| d.overlaps(w.stem));
    let marked = |w: &&Word<'_>| matches!(w.particle, "은" | "는" | "이" | "가" | "에서") && !is_time(w);
    let Some(word) = before.iter().rev().find(marked) else { return String::new() };
    let name = passage.of(word.stem);
    let role = [lang.quote_words.roles, lang.grammar.light, lang.quote_words.pronouns].iter().any(|list| list.contains(name));
    let person = role || super::person::is_title(name, &lang.people_words);
    let body = name.chars().count() > 1 && name.chars().all(|c| is_hangul(c) || c.is_ascii_alphanumeric());
    if body && !person { name.to_owned() } else { String::new() }
}

/// "연구소가 지난 4월 펴낸 ‘…’": the subject of the verb of publishing; without a verb, the body right before the title.
fn issuer(passage: &Passage<'_>, before: &[Word<'_>], verb: Option<usize>, dates: &[Stretch]) -> String {
    let end = verb.unwrap_or(before.len());
    let is_time = |w: &Word<'_>| dates.iter().any(|d| d.overlaps(w.stem));
    let marks: &[&str] = if verb.is_some() { &["이", "가", "에서", "은", "는"] } else { &["의"] };
    let from = if verb.is_some() { 0 } else { end.saturating_sub(1) };
    let Some(at) = (from..end).rev().find(|&i| marks.contains(&before[i].particle) && !is_time(&before[i])) else {
        return String::new();
    };
    let mut start = at;
    while start > 0 && at - start + 1 < ISSUER_WORDS_MAX {
        let word = &before[start - 1];
        let text = passage.of(word.whole);
        let joins = word.particle.is_empty()
            && !word.stopped
            && !is_time(word)
            && !matches!(text, "산하" | "소속" | "최근" | "등" | "전날");
        if !joins || text.ends_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        start -= 1;
    }
    passage.of(Stretch::new(before[start].whole.start, before[at].stem.end)).to_owned()
}

/// Where a law of several words begins: "경범죄 처벌법", "집회 및 시위에 관한 법률".
fn law_begins(passage: &Passage<'_>, dates: &[Stretch], before: &[Word<'_>], law: &Word<'_>, lang: &LangPack) -> Option<usize> {
    let whole = |w: &Word<'_>| passage.of(w.whole);
    let text = passage.of(law.stem);
    let (last, rest) = before.split_last()?;
    let about = whole(last) == "관한" && (text == "법률" || text.ends_with('법'));
    let kind = lang.source_words.laws.contains(text);
    if !about && !kind || last.stopped {
        return None;
    }
    let (run, reach) = if about { (rest, ABOUT_WORDS_MAX) } else { (before, LAW_WORDS_MAX) };
    let joins = |(i, w): &(usize, &Word<'_>)| {
        let noun = whole(w).chars().count() > 1 && whole(w).chars().all(|c| is_hangul(c) || matches!(c, '·' | 'ㆍ'));
        let listed = about && matches!(whole(w), "및" | "등" | "등의" | "등에");
        let particle = match w.particle {
            "" => true,
            "에" => about && *i == 0,
            "의" | "과" | "와" => about,
            _ => false,
        };
        let other = lang.grammar.adnominals.ends(whole(w)) || lang.grammar.fillers.contains(passage.of(w.stem));
        !w.stopped && (listed || noun && particle && !other)
    };
    let from = passage.sentence_of(law.whole.start).start;
    let inside = |item: &(usize, &Word<'_>)| {
        let time = dates.iter().any(|date| date.overlaps(item.1.whole));
        item.1.whole.start >= from && !time && joins(item)
    };
    let count = run.iter().rev().enumerate().take(reach).take_while(inside).count();
    run.get(run.len() - count..).and_then(|run| run.first()).map(|first| first.whole.start)
}

/// Words of a law's name before "관한", and before a kind of law.
const ABOUT_WORDS_MAX: usize = 8;
const LAW_WORDS_MAX: usize = 2;

/// Laws by their names without marks: "국가재정법 개정안".
fn laws(passage: &Passage<'_>, dates: &[Stretch], lang: &LangPack) -> Vec<Cited> {
    let mut out: Vec<Cited> = Vec::new();
    let all = words(passage, Stretch::new(0, passage.chars.len()), &lang.grammar);
    for (index, word) in all.iter().enumerate() {
        let text = passage.of(word.stem);
        let length = text.chars().count();
        let words = &lang.source_words;
        let known = words.laws.iter().any(|end| text.ends_with(end) && length > end.chars().count().min(LAW_LETTERS_MIN));
        let known = known && length > LAW_LETTERS_MIN && text.chars().all(is_hangul);
        let Some(first) = law_begins(passage, dates, &all[..index], word, lang).or(known.then_some(word.stem.start)) else {
            continue;
        };
        let bill = all.get(index + 1).filter(|w| {
            word.particle.is_empty() && ["개정안", "제정안", "일부개정법률안", "개정법률안"].contains(&passage.of(w.stem))
        });
        let at = Stretch::new(first, bill.map_or(word.stem.end, |w| w.stem.end));
        out.push(Cited { at, source: Source { title: passage.of(at).to_owned(), issuer: String::new() } });
    }
    out
}
