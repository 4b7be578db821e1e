//! The weights in memory and as bytes: keys of features in order, as differences, how many labels each has, the states, and
//! the weights on a square scale in one byte each. The streams follow each other, because alike bytes pack well.

use super::features::{KEY_BITS, Rows, mix};
use super::label::STATES;
use super::viterbi::{GROUPS, Row, Steps};

/// The first bytes of a file of weights; the last is the version of the features.
pub const MAGIC: &[u8; 8] = b"MALGEUN\x02";
/// Largest amount of a stored weight.
pub const VALUE_MAX: f32 = 31.0;
/// Keys share a bucket when their first bits do.
const BUCKET_BITS: u32 = 16;
/// First bits of a key that say whether it may have a weight: a table of 64 kB, which stays near the processor.
const KNOWN_BITS: u32 = 19;
/// Bits of a listed name's hash: about one of fifty words that no list holds looks as if one did, and a name takes a byte.
pub const LIST_BITS: u32 = 23;
/// What a character outside of all names loses: with it as many names are missed as are made up (cross-validated F1 of names
/// 67.5 without, 68.3 with).
const BOLDNESS: f32 = 0.4;
/// Longest name in a list.
const LISTED_MAX: usize = 14;

/// Weights of features by key.
#[derive(Debug)]
pub struct Weights {
    /// Weights of the steps between stretches.
    pub steps: Steps,
    /// Names that lists know.
    pub lists: Lists,
    /// Of the first bits of a key, whether any weight has them: most features that are asked for have none.
    known: Vec<u64>,
    /// Keys in order, each with where its cells end.
    keys: Vec<(u32, u32)>,
    cells: Vec<(u8, i8)>,
    buckets: Vec<u32>,
    scale: [f32; 256],
}

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
const OF_SYLLABLES: u16 = SYLLABLES | 7 << ORIGIN_SHIFT;

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

impl Weights {
    /// Reads a file of weights; `None` when it is none or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut input = Input(bytes.strip_prefix(MAGIC)?);
        let most = input.float()?;
        let mut steps = [[0.0; GROUPS]; GROUPS];
        for step in steps.iter_mut().flatten() {
            *step = input.float()?;
        }
        let names = input.number()? as usize;
        let hashes = input.rising(names)?;
        let lists = hashes.into_iter().map(|hash| input.number().map(|l| (hash, l as u16))).collect::<Option<Vec<_>>>()?;
        let keys = input.number()? as usize;
        let keys = input.rising(keys)?;
        let mut ends = Vec::with_capacity(keys.len());
        let mut end = 0;
        for count in input.take(keys.len())? {
            end += u32::from(*count);
            ends.push(end);
        }
        let states = input.take(end as usize)?;
        let values = input.take(end as usize)?;
        if states.iter().any(|s| usize::from(*s) >= STATES) || keys.last().is_some_and(|k| k >> KEY_BITS != 0) {
            return None;
        }
        let cells = states.iter().zip(values).map(|(state, value)| (*state, *value as i8)).collect();
        let mut known = vec![0u64; 1 << (KNOWN_BITS - 6)];
        for key in &keys {
            let at = key >> (KEY_BITS - KNOWN_BITS);
            known[(at >> 6) as usize] |= 1 << (at & 63);
        }
        let buckets = buckets(&keys);
        let keys = keys.into_iter().zip(ends).collect();
        let scale = std::array::from_fn(|byte| unpacked(byte as u8 as i8, most));
        Some(Self { steps, lists: Lists::new(lists), known, keys, cells, buckets, scale })
    }

    /// The scores of the states of each character.
    pub fn scores(&self, rows: &Rows) -> Vec<Row> {
        rows.iter().map(|keys| self.score(keys)).collect()
    }

    fn score(&self, keys: &[u32]) -> Row {
        let mut row = [0.0; STATES];
        row[0] = -BOLDNESS;
        for key in keys {
            let first = key >> (KEY_BITS - KNOWN_BITS);
            if self.known[(first >> 6) as usize] >> (first & 63) & 1 == 0 {
                continue;
            }
            let bucket = (key >> (KEY_BITS - BUCKET_BITS)) as usize;
            let (from, to) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
            let Some(at) = self.keys[from..to].iter().position(|k| k.0 == *key).map(|i| from + i) else { continue };
            let start = at.checked_sub(1).map_or(0, |i| self.keys[i].1 as usize);
            for (state, value) in &self.cells[start..self.keys[at].1 as usize] {
                row[usize::from(*state)] += self.scale[usize::from(*value as u8)];
            }
        }
        row
    }
}

/// Where the keys of each bucket begin, with the end behind the last.
fn buckets(keys: &[u32]) -> Vec<u32> {
    let mut buckets = vec![0; (1 << BUCKET_BITS) + 1];
    let mut open = 0;
    for (at, key) in keys.iter().enumerate() {
        let bucket = (key >> (KEY_BITS - BUCKET_BITS)) as usize;
        buckets[open..=bucket].fill(at as u32);
        open = open.max(bucket + 1);
    }
    buckets[open..].fill(keys.len() as u32);
    buckets
}

/// A weight from its byte: a square scale keeps small ones apart and clips none.
pub fn unpacked(value: i8, most: f32) -> f32 {
    let share = f32::from(value) / VALUE_MAX;
    share * share.abs() * most
}

/// The byte of a weight.
pub fn packed(weight: f32, most: f32) -> i8 {
    ((weight.abs() / most).sqrt() * VALUE_MAX).round().min(VALUE_MAX).copysign(weight) as i8
}

/// Bytes that are read from the front.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(head)
    }

    fn float(&mut self) -> Option<f32> {
        self.take(4).and_then(|b| b.try_into().ok()).map(f32::from_le_bytes)
    }

    /// A number in groups of seven bits, lowest first (LEB128).
    fn number(&mut self) -> Option<u32> {
        if let [byte @ ..0x80, rest @ ..] = self.0 {
            self.0 = rest;
            return Some(u32::from(*byte));
        }
        let mut out = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            out |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(out);
            }
        }
        None
    }

    /// Rising numbers: differences by Rice's code (the upper part as ones with a zero behind, then the lower bits), lowest
    /// bit of a byte first; the first byte is the count of lower bits.
    fn rising(&mut self, count: usize) -> Option<Vec<u32>> {
        let low = u32::from(self.take(1)?[0]).min(31);
        let mut bits = Bits { bytes: self.0, used: 0 };
        let mut last = 0u32;
        let mut out = Vec::with_capacity(count.min(self.0.len() * 8));
        for _ in 0..count {
            let delta = bits.rice(low)?;
            last = last.checked_add(delta)?;
            out.push(last);
        }
        let used = bits.used;
        self.take(used.div_ceil(8))?;
        Some(out)
    }
}

/// Bits that are read from the front, lowest bit of a byte first.
struct Bits<'a> {
    bytes: &'a [u8],
    /// How many have been read.
    used: usize,
}

/// Bits that [`Bits::ahead`] is sure to show where so many are left.
const AHEAD: u32 = 57;

impl Bits<'_> {
    /// The next bits, zeros behind the end: 57 or more of them.
    fn ahead(&self) -> u64 {
        let from = self.used / 8;
        let mut word = [0; 8];
        match self.bytes.get(from..from + 8) {
            Some(eight) => word.copy_from_slice(eight),
            None => self.bytes.iter().skip(from).zip(&mut word).for_each(|(byte, slot)| *slot = *byte),
        }
        u64::from_le_bytes(word) >> (self.used % 8)
    }

    fn skip(&mut self, count: u32) -> Option<()> {
        self.used += count as usize;
        (self.used <= self.bytes.len() * 8).then_some(())
    }

    /// A number by Rice's code: nearly all lie in what one look ahead shows.
    fn rice(&mut self, low: u32) -> Option<u32> {
        let ahead = self.ahead();
        let ones = ahead.trailing_ones();
        if ones + low >= AHEAD {
            return Some(self.ones()?.checked_shl(low)? | self.number(low)?);
        }
        self.skip(ones + 1 + low)?;
        Some(ones.checked_shl(low)? | (ahead >> (ones + 1)) as u32 & ((1 << low) - 1))
    }

    /// How many ones stand before the next zero, and past it.
    fn ones(&mut self) -> Option<u32> {
        let mut ones = 0;
        loop {
            let run = self.ahead().trailing_ones().min(AHEAD);
            ones += run;
            if run < AHEAD {
                self.skip(run + 1)?;
                return Some(ones);
            }
            self.skip(run)?;
        }
    }

    /// A number of at most 32 bits.
    fn number(&mut self, bits: u32) -> Option<u32> {
        let number = self.ahead() & ((1 << bits) - 1);
        self.skip(bits)?;
        Some(number as u32)
    }
}
