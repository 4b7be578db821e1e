//! A foreign name with its original behind it: "팜 티 란(Pham Thi Lan·29)" has as many words as the bracket says, where they
//! begin with the same sounds.

use super::tagged::{PART_MAX, is_other};
use super::{Known, is_title};
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::is_hangul;

/// Words of a name.
const WORDS_MAX: usize = 5;
/// First consonants of Hangul syllables in their order, each with the letters that it stands for at the beginning of a name.
const SOUNDS: [&str; 19] = [
    "gkcq",
    "gkc",
    "n",
    "dt",
    "dt",
    "lr",
    "m",
    "bvp",
    "bp",
    "sxct",
    "sxcz",
    "aeiouywhn",
    "jzgtdc",
    "jzgtdc",
    "ctqz",
    "kcqx",
    "t",
    "pf",
    "hfjkx",
];

/// Gives people whose names are parts of one with its original behind it that name.
pub(super) fn widen(passages: &[Passage<'_>], known: &mut Vec<Known>, lang: &LangPack) {
    for passage in passages {
        let brackets = passage.pairs.iter().filter(|pair| pair.marks == Marks::Round);
        for whole in brackets.filter_map(|pair| whole(passage, pair, lang)) {
            let name = passage.of(whole);
            let part = |known: &Known| {
                let inner = |rest: Option<&str>| rest.is_some_and(|rest| rest.trim() == known.person.name);
                let end = name.strip_suffix(known.person.name.as_str()).is_some_and(|first| first.ends_with(' '));
                !known.anonymous && (end || inner(name.rsplit_once(' ').map(|(first, _)| first)))
            };
            let Some(at) = known.iter().position(part) else { continue };
            let mut person = known.remove(at);
            known.retain(|other| !part(other) && other.person.name != name);
            if name.ends_with(person.person.affiliation.as_str()) {
                person.person.affiliation.clear();
            }
            person.person.name = name.to_owned();
            known.push(person);
        }
    }
}

/// The name before a bracket that holds its original in Latin letters, of two words or more.
fn whole(passage: &Passage<'_>, bracket: &Enclosure, lang: &LangPack) -> Option<Stretch> {
    let inside = passage.of(Stretch::new(bracket.open + 1, bracket.close));
    let words: Vec<&str> = inside.split(['·', ',']).next()?.split(' ').collect();
    let latin = |word: &&str| word.chars().all(|c| c.is_alphabetic() && !is_hangul(c) || matches!(c, '-' | '\'' | '’'));
    if !(2..=WORDS_MAX).contains(&words.len()) || !words.iter().all(latin) {
        return None;
    }
    let mut start = bracket.open;
    for (at, word) in words.iter().rev().enumerate() {
        let stop = if at == 0 { start } else { start.checked_sub(1).filter(|&space| passage.chars[space] == ' ')? };
        start = (0..stop).rev().take_while(|&i| is_hangul(passage.chars[i])).last()?;
        let part = passage.of(Stretch::new(start, stop));
        let alike = sounds(passage.chars[start], word) && stop - start <= PART_MAX;
        if !alike || is_title(part, &lang.people_words) || is_other(part, lang) {
            return None;
        }
    }
    Some(Stretch::new(start, bracket.open))
}

/// Whether a syllable begins like a word in Latin letters.
fn sounds(syllable: char, word: &str) -> bool {
    let consonant = u32::from(syllable).checked_sub(u32::from('가')).map(|at| at / (21 * 28));
    let letters = consonant.and_then(|at| SOUNDS.get(at as usize));
    let first = word.chars().next().map(|c| c.to_ascii_lowercase());
    letters.zip(first).is_some_and(|(letters, first)| letters.contains(first))
}
