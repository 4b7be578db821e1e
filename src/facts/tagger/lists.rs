//! Names and words that are known, in memory: by a hash of each the lists that hold it, as bits.

use super::features::mix;

/// Bits of a listed name's hash: about one of fifty words that no list holds looks as if one did, and a name takes a byte.
pub const LIST_BITS: u32 = 23;
/// Longest name in a list.
const LISTED_MAX: usize = 14;

/// Names with the lists they stand in, as bits, by hash.
#[derive(Debug, Default, Clone)]
pub struct Lists {
    /// In order of the hash.
    entries: Vec<(u32, u16)>,
    /// Where the entries of each bucket begin: a search over all of them would read memory all over.
    buckets: Vec<u32>,
}

/// The lists, as bits.
#[derive(Debug, Clone, Copy)]
#[repr(u16)]
pub enum Listed {
    /// A Korean family name of one syllable.
    Surname,
    /// A syllable of Korean given names.
    Syllable,
    /// A Korean given name of two syllables.
    Given,
    /// A foreign person's name or a part of one.
    Foreign,
    /// A place.
    Place,
    /// Another proper noun.
    Proper,
    /// A common noun.
    Noun,
}

impl Listed {
    /// Its bit.
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Where the two bits of a syllable's origin begin, behind those of the lists.
const ORIGIN_SHIFT: u32 = 7;
/// Origins of syllables: from those of native nouns (0) to those of foreign names (3).
pub const ORIGINS: u16 = 4;
/// The origin of syllables that are in no list: the commonest one, which takes no place in the lists.
pub const UNLISTED_ORIGIN: u16 = 0;

/// The bits of a syllable's origin, which is below [`ORIGINS`].
pub const fn origin_bits(origin: u16) -> u16 {
    (origin + 1) << ORIGIN_SHIFT
}

/// What may be listed of single syllables.
const SYLLABLES: u16 = Listed::Surname.bit() | Listed::Syllable.bit();
/// All bits that single syllables may have.
pub(super) const OF_SYLLABLES: u16 = SYLLABLES | 7 << ORIGIN_SHIFT;

impl Lists {
    /// Lists of entries in order of the hash.
    pub fn new(entries: Vec<(u32, u16)>) -> Self {
        let buckets = (0..=1u32 << LIST_BUCKET_BITS)
            .map(|b| entries.partition_point(|e| e.0 < b << (LIST_BITS - LIST_BUCKET_BITS)) as u32)
            .collect();
        Self { entries, buckets }
    }

    /// All entries in order of the hash.
    pub fn entries(&self) -> &[(u32, u16)] {
        &self.entries
    }

    /// The lists that hold a word.
    pub fn of(&self, hash: u64) -> u16 {
        let key = list_key(hash);
        let bucket = (key >> (LIST_BITS - LIST_BUCKET_BITS)) as usize;
        let Some([from, to]) = self.buckets.get(bucket..bucket + 2) else { return 0 };
        let here = &self.entries[*from as usize..*to as usize];
        here.iter().find(|entry| entry.0 == key).map_or(0, |entry| entry.1)
    }

    /// Where a syllable comes from: 0 native nouns, 3 foreign names.
    pub fn origin(&self, syllable: char) -> u16 {
        let bits = self.of(mix(0, syllable as u64)) >> ORIGIN_SHIFT & 7;
        bits.checked_sub(1).unwrap_or(UNLISTED_ORIGIN).min(ORIGINS - 1)
    }

    /// For each character: the lists of the longest name that covers it (shifted, one more at its first character), and what
    /// it is as a syllable of a name: whether a family name, a given name's syllable, the first of a whole given name.
    pub(super) fn look_up(&self, chars: &[char], words: &[(usize, usize)]) -> (Vec<u16>, Vec<u16>) {
        let mut listed = vec![0; chars.len()];
        let syllables = (0..chars.len()).map(|at| self.syllable(&chars[at..(at + 2).min(chars.len())])).collect();
        let mut at = 0;
        while at < chars.len() {
            let (start, end) = words[at];
            let begins = at == start || !crate::text::is_letter_or_digit(chars[at - 1]);
            let found = if begins && start < end { self.longest(&chars[at..(at + LISTED_MAX).min(chars.len())]) } else { None };
            let Some((length, lists)) = found else {
                at += 1;
                continue;
            };
            listed[at..at + length].fill(lists << 1);
            listed[at] |= 1;
            at += length;
        }
        (listed, syllables)
    }

    fn syllable(&self, chars: &[char]) -> u16 {
        let own = self.of(mix(0, chars[0] as u64)) & SYLLABLES;
        let pair = if chars.len() == 2 { self.of(super::features::word(chars.iter().copied())) } else { 0 };
        own | pair & Listed::Given.bit()
    }

    fn longest(&self, chars: &[char]) -> Option<(usize, u16)> {
        let mut hash = 0;
        let mut found = None;
        for (index, c) in chars.iter().take_while(|c| is_listed(**c)).enumerate() {
            hash = mix(hash, *c as u64);
            let lists = self.of(hash) & !OF_SYLLABLES;
            if lists != 0 && index > 0 {
                found = Some((index + 1, lists));
            }
        }
        found
    }
}

/// Whether names in the lists may have a letter.
pub fn is_listed(c: char) -> bool {
    matches!(c, '가'..='힣' | '·' | '&') || c.is_ascii_alphanumeric()
}

/// Names of the lists share a bucket when their first bits do.
const LIST_BUCKET_BITS: u32 = 16;

/// The key of a listed name.
pub fn list_key(hash: u64) -> u32 {
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - LIST_BITS)) as u32
}
