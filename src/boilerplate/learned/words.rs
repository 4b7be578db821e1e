//! What single words say: words of class names and words of short lines, each with how much likelier text beside it is
//! part of an article (log odds). Learned with the trees; a word counts by its hash.

use crate::dom::{Document, NodeId};
use crate::text::{is_alphabetic, is_alphanumeric};
use std::borrow::Cow;

/// How much likelier text is article text for a word, in units of [`PRIOR_UNIT`] log odds.
#[derive(Debug, Clone, Default)]
pub struct Priors {
    /// Words of class names and ids, sorted by hash.
    pub names: Cow<'static, [(u32, i8)]>,
    /// Words of short lines, sorted by hash.
    pub lines: Cow<'static, [(u32, i8)]>,
}

/// One step of a prior, in log odds (natural logarithm).
pub const PRIOR_UNIT: f32 = 1.0 / 16.0;

impl Priors {
    /// The log odds of a word of a class name; `None` for a word never learned.
    pub fn name(&self, hash: u32) -> Option<f32> {
        find(&self.names, hash)
    }

    /// The log odds of a word of a short line.
    pub fn line(&self, hash: u32) -> Option<f32> {
        find(&self.lines, hash)
    }
}

/// Hashes are spread evenly: one is looked for about where its share of all values says, else everywhere.
fn find(table: &[(u32, i8)], hash: u32) -> Option<f32> {
    let guess = ((u64::from(hash) * table.len() as u64) >> u32::BITS) as usize;
    let near = guess.saturating_sub(NEAR)..table.len().min(guess + NEAR);
    let is_around = |part: &[(u32, i8)]| part.first().is_some_and(|f| f.0 <= hash) && part.last().is_some_and(|l| l.0 >= hash);
    let part = Some(&table[near]).filter(|part| is_around(part)).unwrap_or(table);
    let at = part.binary_search_by_key(&hash, |(h, _)| *h).ok()?;
    Some(f32::from(part[at].1) * PRIOR_UNIT)
}

/// Places before and after a guess in which a hash nearly always stands.
const NEAR: usize = 64;

/// FNV-1a, 32 bit (Fowler, Noll, Vo).
#[derive(Debug, Clone, Copy)]
pub struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hash {
    /// Takes a character in.
    pub fn push(&mut self, c: char) {
        if c.is_ascii() {
            return self.push_byte(c as u8);
        }
        (c as u32).to_le_bytes().into_iter().take_while(|b| *b != 0).for_each(|byte| self.push_byte(byte));
    }

    fn push_byte(&mut self, byte: u8) {
        if byte != 0 {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// Takes a character in as a small letter.
    fn push_small(&mut self, c: char) {
        if c.is_ascii() { self.push(c.to_ascii_lowercase()) } else { c.to_lowercase().for_each(|lower| self.push(lower)) }
    }

    /// The hash.
    pub fn value(self) -> u32 {
        self.0
    }

    /// The hash of a word.
    pub fn of(word: &str) -> u32 {
        let mut hash = Self::default();
        word.chars().for_each(|c| hash.push(c));
        hash.value()
    }
}

/// Calls `take` with every word of a class name or id in lower case (cut at signs, digits and humps), and with each two
/// that stand side by side, joined by `-`; as hashes.
pub fn name_words(name: &str, mut take: impl FnMut(u32)) {
    let mut before: Option<Hash> = None;
    let mut word: Option<Hash> = None;
    let mut lower_before = false;
    let mut pair: Option<Hash> = None;
    for c in name.chars().chain([' ']) {
        let hump = c.is_ascii_uppercase() && lower_before;
        if (!is_alphabetic(c) || hump)
            && let Some(done) = word.take()
        {
            take(done.value());
            if let Some(both) = pair.take() {
                take(both.value());
            }
            before = Some(done);
        }
        if is_alphabetic(c) {
            for lower in c.to_lowercase() {
                if word.is_none() {
                    pair = before.map(|mut both| {
                        both.push('-');
                        both
                    });
                }
                word.get_or_insert_default().push(lower);
                if let Some(both) = pair.as_mut() {
                    both.push(lower);
                }
            }
        }
        lower_before = c.is_lowercase();
    }
}

/// Calls `take` with every word of the attributes that name an element, as hashes.
pub fn element_words(document: &Document, node: NodeId, mut take: impl FnMut(u32)) {
    for (name, value) in document.attributes(node) {
        if matches!(name, "class" | "id" | "role" | "itemprop" | "data-testid" | "data-component") {
            value.split_ascii_whitespace().for_each(|v| name_words(v, &mut take));
        }
    }
}

/// Calls `take` with the hash of every word of a text in lower case: runs of letters and digits; a Han character or kana
/// is a word of its own.
pub fn text_words(text: &str, mut take: impl FnMut(u32)) {
    let mut word: Option<Hash> = None;
    for c in text.chars().chain([' ']) {
        let single = is_single(c);
        if (single || !is_alphanumeric(c))
            && let Some(done) = word.take()
        {
            take(done.value());
        }
        if single {
            let mut alone = Hash::default();
            alone.push(c);
            take(alone.value());
        } else if is_alphanumeric(c) {
            word.get_or_insert_default().push_small(c);
        }
    }
}

/// Whether the character is a word by itself: scripts without spaces.
fn is_single(c: char) -> bool {
    crate::text::is_cjk(c) && !crate::text::is_hangul(c)
}

/// Words in a row that are compared between texts.
const RUN: usize = 3;

/// Hashes of all runs of three words of a text (of all its words if it has fewer).
pub fn runs(words: &[u32]) -> impl Iterator<Item = u64> + '_ {
    let length = RUN.min(words.len()).max(1);
    words.windows(length).map(|run| run.iter().fold(0, |hash: u64, w| (hash ^ u64::from(*w)).wrapping_mul(0x0000_0100_0000_01b3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names() {
        let check = |name: &str, expect: &[&str]| {
            let mut found = Vec::new();
            name_words(name, |h| found.push(h));
            assert_eq!(found, expect.iter().map(|w| Hash::of(w)).collect::<Vec<_>>(), "{name}");
        };
        check("article-body", &["article", "body", "article-body"]);
        check("MainNativeAd2", &["main", "native", "main-native", "ad", "native-ad"]);
        check("_x__본문", &["x", "본문", "x-본문"]);
        check("", &[]);
    }

    #[test]
    fn words_of_texts() {
        let check = |text: &str, expect: &[&str]| {
            let mut found = Vec::new();
            text_words(text, |h| found.push(h));
            assert_eq!(found, expect.iter().map(|w| Hash::of(w)).collect::<Vec<_>>(), "{text}");
        };
        check("Read more: 5 Things", &["read", "more", "5", "things"]);
        check("하늘이 맑다 記事を", &["하늘이", "맑다", "記", "事", "を"]);
    }
}
