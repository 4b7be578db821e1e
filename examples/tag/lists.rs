//! The lists of names: syllables of people's names from the Korean language pack, and names and nouns of mecab-ko-dic.

use crate::dictionary::{Entry, entries};
use malgeun::facts::tagger::features::word;
use malgeun::facts::tagger::weights::{Listed, Lists, list_key};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

const KOREAN: &str = include_str!("../../src/lang/ko.toml");
/// Letters of a listed name.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=14;
/// People of the dictionary who bear a given name that is listed.
const BEARERS_MIN: u32 = 3;
/// Longer names in the dictionary that a listed foreign name begins or ends: those are the ones that come back.
const PART_OF_MIN: u32 = 2;
/// The cost of nouns that the dictionary's corpus never saw.
const UNSEEN: i16 = 2639;

/// The lists, given the compiled dictionary (`sys.dic` of mecab-ko-dic 2.1.1).
pub(crate) fn read(dictionary: &Path) -> Result<Lists, String> {
    let bytes = std::fs::read(dictionary).map_err(|e| format!("{}: {e}", dictionary.display()))?;
    let entries = entries(&bytes).ok_or("not a dictionary of MeCab")?;
    let korean: toml::Table = KOREAN.parse().map_err(|e| format!("{e}"))?;
    let syllables = |key: &str| korean["people_words"][key].as_str().unwrap_or_default().to_owned();
    let mut out: BTreeMap<u32, u16> = BTreeMap::new();
    let mut add = |name: &str, list: Listed| *out.entry(list_key(word(name.chars()))).or_default() |= list.bit();
    let (surnames, given) = (syllables("surnames"), syllables("given"));
    surnames.chars().for_each(|c| add(&c.to_string(), Listed::Surname));
    given.chars().for_each(|c| add(&c.to_string(), Listed::Syllable));
    let (native, foreign) = people(&entries, &surnames);
    native.iter().for_each(|name| add(name, Listed::Given));
    foreign.iter().for_each(|name| add(name, Listed::Foreign));
    // Nouns that the corpus never saw matter where they look like a person's name.
    let people: HashSet<&str> = entries.iter().filter(|e| e.sense == "인명").map(|e| e.word.as_str()).collect();
    let korean =
        |word: &str| looks_korean(word, &surnames) && word.chars().skip(1).all(|c| given.contains(c)) && !people.contains(word);
    for entry in entries.iter().filter(|e| is_listed(&e.word)) {
        match (entry.tag.as_str(), entry.sense.as_str()) {
            ("NNP", "인명") => {}
            ("NNP", "지명") => add(&entry.word, Listed::Place),
            ("NNP", _) => add(&entry.word, Listed::Proper),
            ("NNG", _) if entry.cost != UNSEEN || korean(&entry.word) => add(&entry.word, Listed::Noun),
            _ => {}
        }
    }
    Ok(Lists { entries: out.into_iter().collect() })
}

fn is_listed(word: &str) -> bool {
    let letter = |c: char| matches!(c, '가'..='힣' | '·' | '&') || c.is_ascii_alphanumeric();
    LETTERS.contains(&word.chars().count()) && word.chars().all(letter)
}

fn looks_korean(word: &str, surnames: &str) -> bool {
    word.chars().count() == 3 && word.starts_with(|c| surnames.contains(c))
}

/// Given names of Korean people, and foreign names that are parts of others.
fn people(entries: &[Entry], surnames: &str) -> (Vec<String>, Vec<String>) {
    let people = || entries.iter().filter(|e| e.tag == "NNP" && e.sense == "인명" && is_listed(&e.word)).map(|e| e.word.as_str());
    let korean = |name: &str| looks_korean(name, surnames);
    let mut bearers: BTreeMap<&str, u32> = BTreeMap::new();
    people().filter(|name| korean(name)).for_each(|name| *bearers.entry(&name[3..]).or_default() += 1);
    let foreign: HashSet<&str> = people().filter(|name| !korean(name)).collect();
    let mut parts: HashMap<&str, u32> = HashMap::new();
    for name in &foreign {
        let cuts = name.char_indices().map(|(at, _)| name.split_at(at));
        for part in cuts.flat_map(|(head, tail)| [head, tail]).filter(|part| part != name && foreign.contains(part)) {
            *parts.entry(part).or_default() += 1;
        }
    }
    let often = |(name, count): (&str, u32), least: u32| (count >= least).then(|| name.to_owned());
    (
        bearers.into_iter().filter_map(|given| often(given, BEARERS_MIN)).collect(),
        parts.into_iter().filter_map(|part| often(part, PART_OF_MIN)).collect(),
    )
}
