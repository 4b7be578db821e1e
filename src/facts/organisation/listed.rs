//! Bodies in an enumeration: where most items are known, or what follows says what they are ("가람, 나루, 도담 등 은행들"), the
//! others are bodies too.

use super::{Organisation, is_generic, is_named, is_of, named};
use crate::facts::passage::Passage;
use crate::facts::person::{Known, clauses};
use crate::facts::tagger::Tagger;
use crate::facts::word::{Word, words};
use crate::lang::LangPack;
use crate::text::is_hangul;

/// Items of an enumeration at least, and of one that is followed by what its items are.
const ITEMS_MIN: usize = 3;
const CALLED_ITEMS_MIN: usize = 2;
/// Words from the last item to what the items are called.
const CALLED_REACH: usize = 4;
/// Letters of an item.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=12;

/// The items of enumerations of bodies that are not known as such.
pub(super) fn bodies(
    passages: &[Passage<'_>],
    found: &[Organisation],
    people: &[Known],
    tagger: Option<&Tagger>,
    lang: &LangPack,
) -> Vec<Organisation> {
    let known = |name: &str| found.iter().any(|body| body.name == name || body.aliases.iter().any(|a| a == name));
    let person = |name: &str| people.iter().any(|k| is_of(k, name));
    let mut out = Vec::new();
    for passage in passages {
        for clause in clauses(passage) {
            let words = words(passage, clause, &lang.grammar);
            for (start, end) in runs(passage, &words) {
                let items: Vec<&str> = words[start..end].iter().map(|w| passage.of(w.stem)).collect();
                let count = items.iter().filter(|name| known(name) || is_named(name, lang)).count();
                let called = items.len() >= CALLED_ITEMS_MIN && is_called(passage, &words[end - 1..], lang);
                let most = items.len() >= ITEMS_MIN && 2 * count > items.len();
                let fits = |name: &&str| known(name) || is_named(name, lang) || !person(name) && is_item(name, tagger, lang);
                if (most || called) && items.iter().all(fits) {
                    out.extend(items.into_iter().map(named));
                }
            }
        }
    }
    out
}

/// The runs of single words with commas between ("가람, 나루, 도담 등") or a mark before each ("▲가람 ▲나루").
fn runs(passage: &Passage<'_>, words: &[Word<'_>]) -> Vec<(usize, usize)> {
    let marked = |w: &Word<'_>| matches!(passage.before(w.whole.start), Some('▲' | '△'));
    let joined = |pair: &[Word<'_>]| {
        let [a, b] = pair else { return false };
        a.particle.is_empty() && (a.stopped && !marked(b) || marked(a) && marked(b))
    };
    let mut out = Vec::new();
    let mut start = 0;
    for end in 1..=words.len() {
        if end == words.len() || !joined(&words[end - 1..=end]) {
            if end - start >= CALLED_ITEMS_MIN {
                out.push((start, end));
            }
            start = end;
        }
    }
    out
}

/// "… 등 국내 은행들": what the items are called says that they are bodies.
fn is_called(passage: &Passage<'_>, from: &[Word<'_>], lang: &LangPack) -> bool {
    let others = from.get(1).is_some_and(|w| lang.check_words.others.contains(passage.of(w.whole)));
    let kind = |w: &Word<'_>| {
        let text = passage.of(w.stem);
        lang.organisation_words.kinds.ends(text.strip_suffix('들').unwrap_or(text))
    };
    let reach = from.iter().skip(2).take(CALLED_REACH);
    others && reach.take_while(|w| !w.stopped).any(kind)
}

/// Whether a word can be a name that no list holds.
fn is_item(name: &str, tagger: Option<&Tagger>, lang: &LangPack) -> bool {
    let letter = |c: char| is_hangul(c) || c.is_ascii_alphanumeric() || c == '&';
    LETTERS.contains(&name.chars().count())
        && name.chars().all(letter)
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !is_generic(name, lang)
        && !lang.people_words.countries.contains(name)
        && !lang.place_words.names.contains(name)
        && !lang.grammar.adnominals.ends(name)
        && !tagger.is_some_and(|tagger| tagger.is_noun(name))
}
