//! English names: capitalised words beside a title ("Dr. Jane Holloway"), an age ("Jane Holloway, 41,") or a verb of saying.

use super::{AGE_MAX, Known};
use crate::facts::Person;
use crate::facts::passage::Passage;
use crate::facts::trust;
use crate::lang::LangPack;

/// Words of a name at most.
const NAME_WORDS_MAX: usize = 3;

/// The people that a passage introduces.
pub(super) fn introduced(passage: &Passage<'_>, lang: &LangPack) -> Vec<Known> {
    let words: Vec<&str> = passage.text.split_whitespace().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = name_end(&words, at, lang);
        let found = (end > at).then(|| evidence(&words, at, end, lang)).flatten();
        out.extend(found);
        at = end.max(at + 1);
    }
    out
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Where a run of capitalised words that begins at `at` ends; a comma or full stop ends it too.
fn name_end(words: &[&str], at: usize, lang: &LangPack) -> usize {
    let mut end = at;
    while end < words.len() && end - at < NAME_WORDS_MAX {
        let word = bare(words[end]);
        let capital = word.starts_with(char::is_uppercase)
            && (word.chars().skip(1).any(char::is_lowercase) || end > at && word.len() == 1)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        let other = || {
            lang.people_words.before.contains(word)
                || lang.organisation_words.ends.contains(word)
                || lang.time_words.months.iter().any(|m| m.split('|').any(|n| n == word))
        };
        if !capital || other() || end > at && words[end].starts_with(['“', '"', '(']) {
            break;
        }
        end += 1;
        let initial = words[end - 1].len() == 2 && words[end - 1].ends_with('.');
        if !initial && words[end - 1].ends_with([',', '.', '”', '"', ')', ';', ':']) {
            break;
        }
    }
    end
}

fn evidence(words: &[&str], at: usize, end: usize, lang: &LangPack) -> Option<Known> {
    let says = |i: usize| words.get(i).is_some_and(|w| lang.quote_words.verbs.contains(bare(w)));
    let title = at.checked_sub(1).map(|i| bare(words[i])).filter(|w| lang.people_words.before.contains(w));
    let age = words
        .get(end)
        .and_then(|w| w.strip_suffix(','))
        .and_then(|w| w.parse::<u16>().ok())
        .filter(|age| words[end - 1].ends_with(',') && (1..=AGE_MAX).contains(age));
    let said = end - at >= 2 && (says(end) || at > 0 && says(at - 1));
    // "George W. Bush" without a title: the first word is one of the given names, and no place is meant.
    let given = end - at >= 2
        && lang.people_words.given_names.contains(bare(words[at]))
        && !lang.place_words.names.contains(bare(words[end - 1]));
    if title.is_none() && age.is_none() && !said && !given || end - at < 2 && title.is_none() {
        return None;
    }
    let initial = |w: &&&str| w.len() == 2 && w.ends_with('.');
    let name = words[at..end]
        .iter()
        .map(|w| if initial(&w) { *w } else { bare(w) }.trim_end_matches("’s").trim_end_matches("'s"))
        .collect::<Vec<_>>()
        .join(" ");
    let short = name.rsplit(' ').next().unwrap_or(&name).to_owned();
    let titles = title.map(str::to_owned).into_iter().collect();
    Some(Known {
        person: Person { name, titles, age, ..Person::default() },
        mentions: Vec::new(),
        short,
        anonymous: false,
        confidence: trust::INTRODUCED,
    })
}
