//! The lists of names: syllables of people's names from the Korean language pack, and names and nouns of mecab-ko-dic.

use crate::dictionary::{Entry, entries};
use malgeun::facts::tagger::features::word;
use malgeun::facts::tagger::lists::{self, Listed, Lists, UNLISTED_ORIGIN, list_key, origin_bits};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

const KOREAN: &str = include_str!("../../src/lang/ko.toml");
const ENGLISH: &str = include_str!("../../src/lang/en.toml");
/// Letters of a listed name.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=14;
/// People of the dictionary who bear a given name that is listed.
const BEARERS_MIN: u32 = 3;
/// Longer names in the dictionary that a listed foreign name begins or ends: those are the ones that come back. People of sixteen
/// annotated sets of news with 3 as with 2 (F1 .920 and .919), and 6,700 names less.
const PART_OF_MIN: u32 = 3;
/// The costs of nouns and of proper nouns that the dictionary's corpus never saw.
const UNSEEN: i16 = 2639;
const UNSEEN_PROPER: i16 = 2953;
const UNSEEN_PLACE: i16 = 5497;
/// How names of places end that say themselves what they are ("외포리", "황산산맥"): half of the dictionary's places, and the
/// tagger reads their ends anyhow. Cross-validated strict F1 of the six types 75.4 with them, 75.7 without.
const SPEAKING_ENDS: &str = "리동면읍산강항맥역섬호봉만천교로현포령곶";
/// Letters from which a place that the corpus never saw is not listed: people of sixteen annotated sets with 5 as with 6.
const LONG_PLACE: usize = 5;
/// Letters of such a place that is mostly another word as well: people of the same sets .919 with them, .919 without, and 4,300 names less.
const SHORT_PLACE: usize = 2;

/// The English lists: the names and words of the language pack.
pub(crate) fn english() -> Result<Lists, String> {
    let pack: toml::Table = ENGLISH.parse().map_err(|e| format!("{e}"))?;
    let mut out: BTreeMap<u32, u16> = BTreeMap::new();
    for (table, key, list) in [
        ("people_words", "given_names", Listed::Given),
        ("people_words", "before", Listed::Foreign),
        ("place_words", "names", Listed::Place),
        ("organisation_words", "names", Listed::Proper),
        ("organisation_words", "ends", Listed::Proper),
        ("quote_words", "verbs", Listed::Noun),
    ] {
        let words = pack[table][key].as_array().ok_or(format!("{table}.{key} is no list"))?;
        for name in words.iter().filter_map(|word| word.as_str()).filter(|name| is_listed(name)) {
            *out.entry(list_key(word(name.chars()))).or_default() |= list.bit();
        }
    }
    Ok(Lists::new(out.into_iter().collect()))
}

/// The Korean lists, given the compiled dictionary (`sys.dic` of mecab-ko-dic 2.1.1).
pub(crate) fn korean(dictionary: &Path) -> Result<Lists, String> {
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
            ("NNP", "지명") if entry.cost == UNSEEN_PLACE && is_spared(&entry.word) && !korean(&entry.word) => {}
            ("NNP", "지명") => add(&entry.word, Listed::Place),
            ("NNP", _) if entry.cost != UNSEEN_PROPER => add(&entry.word, Listed::Proper),
            ("NNG", _) if entry.cost != UNSEEN || korean(&entry.word) => add(&entry.word, Listed::Noun),
            _ => {}
        }
    }
    inflected(&entries, &surnames, &given).into_iter().for_each(|word| add(word, Listed::Proper));
    for (syllable, origin) in origins(&entries, &surnames).into_iter().filter(|o| o.1 != UNLISTED_ORIGIN) {
        *out.entry(list_key(word([syllable]))).or_default() |= origin_bits(origin);
    }
    Ok(Lists::new(out.into_iter().collect()))
}

/// Logarithms of how much oftener a syllable stands in foreign names than in nouns, where one origin ends and the next begins.
const ORIGIN_EDGES: [f64; 3] = [-1.5, -0.2, 0.7];
/// Words that a syllable must stand in.
const SYLLABLE_MIN: f64 = 3.0;
/// What is added to both counts of a syllable.
const SMOOTH: f64 = 1.0;

/// The origins of syllables: by the foreign names of people and the common nouns of the dictionary.
fn origins(entries: &[Entry], surnames: &str) -> BTreeMap<char, u16> {
    let mut counts: BTreeMap<char, [f64; 2]> = BTreeMap::new();
    let mut sums = [0.0; 2];
    for entry in entries.iter().filter(|e| e.word.chars().count() > 1 && e.word.chars().all(|c| ('가'..='힣').contains(&c))) {
        let side = match (entry.tag.as_str(), entry.sense.as_str()) {
            ("NNP", "인명") if !looks_korean(&entry.word, surnames) => 0,
            ("NNG", _) => 1,
            _ => continue,
        };
        for syllable in entry.word.chars() {
            counts.entry(syllable).or_default()[side] += 1.0;
            sums[side] += 1.0;
        }
    }
    let often = counts.into_iter().filter(|(_, n)| n[0] + n[1] >= SYLLABLE_MIN);
    let share = |n: [f64; 2], side: usize| (n[side] + SMOOTH) / (sums[side] + SMOOTH);
    let origin = |n: [f64; 2]| {
        let odds = (share(n, 0) / share(n, 1)).ln();
        ORIGIN_EDGES.iter().filter(|edge| odds > **edge).count() as u16
    };
    often.map(|(syllable, n)| (syllable, origin(n))).collect()
}

/// What a verb or an adverb begins its tag with.
const INFLECTED: [&str; 7] = ["VV", "VA", "VX", "MAG", "MAJ", "MM", "IC"];

/// Verbs and adverbs that look like a Korean name ("더불어", "신들린") and were seen oftener than somebody who is called so.
fn inflected<'e>(entries: &'e [Entry], surnames: &str, given: &str) -> Vec<&'e str> {
    let mut costs: BTreeMap<&str, [i16; 2]> = BTreeMap::new();
    let alike = |word: &str| looks_korean(word, surnames) && word.chars().skip(1).all(|c| given.contains(c));
    for entry in entries.iter().filter(|e| alike(&e.word)) {
        let side = match () {
            () if INFLECTED.iter().any(|tag| entry.tag.starts_with(tag)) => 0,
            () if entry.sense == "인명" => 1,
            () => continue,
        };
        let cost = &mut costs.entry(&entry.word).or_insert([i16::MAX; 2])[side];
        *cost = entry.cost.min(*cost);
    }
    costs.into_iter().filter(|(_, [verb, person])| verb < person).map(|(word, _)| word).collect()
}

fn is_listed(word: &str) -> bool {
    LETTERS.contains(&word.chars().count()) && word.chars().all(lists::is_listed)
}

/// Whether the list does without a place's name that was never seen: it says itself what it is, is long, or is another word too.
fn is_spared(name: &str) -> bool {
    let letters = name.chars().count();
    letters >= LONG_PLACE || letters == SHORT_PLACE || name.ends_with(|c| SPEAKING_ENDS.contains(c))
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
