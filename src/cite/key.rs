//! Keys for reference managers: ASCII, from author or publisher, year and first word of the title (`seondameun2024ai`).

use super::name::{Name, names};
use super::{Item, words::words};
use crate::{text, url};

/// The longest piece of a key, in letters.
const PIECE_MAX: usize = 16;

/// The key of an item; never empty, only `a-z` and digits, starting with a letter.
pub(super) fn key(item: &Item) -> String {
    let author = names(&item.authors).into_iter().next().map(|name| match name {
        Name::Whole { name, .. } => name,
        Name::Split(parts) => parts.family,
    });
    let host = url::host(&item.url).unwrap_or_default();
    let site = host.trim_start_matches("www.").split('.').next().unwrap_or_default().to_owned();
    let who = [author.unwrap_or_default(), item.publisher.clone(), site]
        .iter()
        .map(|name| ascii(name))
        .find(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    let year = item.published.map_or_else(String::new, |when| when.year.to_string());
    let word = item.title.split(' ').map(ascii).find(|word| !word.is_empty()).unwrap_or_default();
    format!("{}{year}{word}", who.unwrap_or_else(|| "page".to_owned()))
}

/// The name of a language for `langid`, or empty.
pub(super) fn language_name(tag: &str) -> &'static str {
    words().languages.iter().filter_map(|line| line.split_once(' ')).find(|(code, _)| *code == tag).map_or("", |(_, name)| name)
}

/// Revised Romanization of Korean (2000), syllable by syllable; a key needs no assimilation of sounds.
const INITIALS: [&str; 19] = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const VOWELS: [&str; 21] =
    ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k",
    "t", "p", "t",
];
/// First Hangul syllable of Unicode; they follow in the order initial, vowel, final.
const SYLLABLES: u32 = 0xac00;

fn ascii(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().filter(|c| c.is_alphanumeric()) {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if text::is_hangul(c) && c as u32 >= SYLLABLES {
            let place = (c as u32 - SYLLABLES) as usize;
            let (finals, vowels) = (FINALS.len(), VOWELS.len());
            out.extend([INITIALS[place / finals / vowels], VOWELS[place / finals % vowels], FINALS[place % finals]]);
        } else {
            out.push_str(plain_letter(c));
        }
        if out.len() >= PIECE_MAX {
            break;
        }
    }
    out
}

/// The Latin letter under the accent, for the letters of Western European names.
fn plain_letter(c: char) -> &'static str {
    match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' => "a",
        'æ' => "ae",
        'ç' => "c",
        'è'..='ë' => "e",
        'ì'..='ï' => "i",
        'ñ' => "n",
        'ò'..='ö' | 'ø' => "o",
        'ù'..='ü' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_ascii() {
        for (name, expect) in [
            ("선담은", "seondameun"),
            ("한겨레", "hangyeore"),
            ("O’Neill", "oneill"),
            ("Peña", "pena"),
            ("山田", ""),
            ("“AI", "ai"),
        ] {
            assert_eq!(ascii(name), expect);
        }
        let item = Item { title: "生成AI".into(), url: "https://www.nikkei.com/1".into(), ..Item::default() };
        assert_eq!(key(&item), "nikkeiai");
        assert_eq!(key(&Item::default()), "page");
    }
}
