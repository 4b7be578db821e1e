//! The weights in memory and as bytes: hashes of names and keys of features in order, as differences; then, by their frequency,
//! the lists of each name, how many labels each key has, the states, and the weights on a square scale.

use super::features::{KEY_BITS, Rows, Templates, mix};
use super::huffman::Code;
use super::input::{Bits, Input};
use super::label::STATES;
use super::viterbi::{Row, Steps};

/// The first bytes of a file of weights; the last is the version of the features. The code of the language follows.
pub const MAGIC: &[u8; 8] = b"MALGEUN\x05";
/// Largest amount of a stored weight.
pub const VALUE_MAX: f32 = 31.0;
/// Keys share a bucket when their first bits do: about five, and the table of buckets stays near the processor.
const BUCKET_BITS: u32 = 15;
/// The other bits of a key stand before its weights, above the bits of their count.
const COUNT_BITS: u32 = 6;
/// First bits of a key that say whether it may have a weight: a table of 64 kB, which stays near the processor.
const KNOWN_BITS: u32 = 19;
/// Bits of a listed name's hash: about one of fifty words that no list holds looks as if one did, and a name takes a byte.
pub const LIST_BITS: u32 = 23;
/// What a character outside of all names loses: with it as many names are missed as are made up (cross-validated F1 of names
/// 67.5 without, 68.3 with).
pub(super) const BOLDNESS: f32 = 0.4;
/// Longest name in a list.
const LISTED_MAX: usize = 14;

/// Weights of features by key.
#[derive(Debug)]
pub struct Weights {
    /// What the features are.
    pub templates: Templates,
    /// Weights of the steps between stretches.
    pub steps: Steps,
    /// Names that lists know.
    pub lists: Lists,
    /// Of the first bits of a key, whether any weight has them: most features that are asked for have none.
    known: Vec<u64>,
    /// Key after key in order, that one look reads one place: the last bits of the key with the count of its weights, then the
    /// weights, each a state and a stored value; or, where a key has many, the number of its full row.
    cells: Vec<u16>,
    full: Vec<Full>,
    /// Where the cells of each bucket begin, with the end behind the last.
    buckets: Vec<u32>,
    /// What one unit of the square scale is worth.
    unit: f32,
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

impl Weights {
    /// Reads a file of weights; `None` when it is none or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let stored = Stored::read(bytes)?;
        let (cells, full, buckets) = cells(&stored);
        let mut known = vec![0u64; 1 << (KNOWN_BITS - 6)];
        for key in &stored.keys {
            let at = key >> (KEY_BITS - KNOWN_BITS);
            known[(at >> 6) as usize] |= 1 << (at & 63);
        }
        let unit = stored.most / (VALUE_MAX * VALUE_MAX);
        let Stored { lang, steps, lists, .. } = stored;
        Some(Self { templates: Templates::of(lang), steps, lists, known, cells, full, buckets, unit })
    }

    /// The scores of the states of each character.
    pub fn scores(&self, rows: &Rows) -> Vec<Row> {
        rows.iter().map(|keys| self.score(keys)).collect()
    }

    fn score(&self, keys: &[u32]) -> Row {
        let mut sums = [0i32; LANES];
        for key in keys {
            let first = key >> (KEY_BITS - KNOWN_BITS);
            if self.known[(first >> 6) as usize] >> (first & 63) & 1 != 0 {
                self.add(*key, &mut sums);
            }
        }
        let mut row: Row = std::array::from_fn(|state| sums[state] as f32 * self.unit);
        row[0] -= BOLDNESS;
        row
    }

    fn add(&self, key: u32, sums: &mut [i32; LANES]) {
        match self.cells(key) {
            (FULL, [number, ..]) => {
                for (sum, value) in sums.iter_mut().zip(&self.full[usize::from(*number)]) {
                    *sum += i32::from(*value);
                }
            }
            (_, cells) => {
                for cell in cells {
                    sums[usize::from(cell >> 8) % LANES] += squared(*cell as u8 as i8);
                }
            }
        }
    }

    /// The count of the weights of a key, and they.
    fn cells(&self, key: u32) -> (u16, &[u16]) {
        let bucket = (key >> LAST_BITS) as usize;
        let mut left = &self.cells[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
        while let [head, rest @ ..] = left {
            let count = head & COUNT_MASK;
            let (cells, rest) = rest.split_at(if count == FULL { 1 } else { usize::from(count) }.min(rest.len()));
            if u32::from(head >> COUNT_BITS) == key & LAST_MASK {
                return (count, cells);
            }
            left = rest;
        }
        (0, &[])
    }
}

/// Bits of a key that its bucket does not say.
const LAST_BITS: u32 = KEY_BITS - BUCKET_BITS;
const LAST_MASK: u32 = (1 << LAST_BITS) - 1;
const COUNT_MASK: u16 = (1 << COUNT_BITS) - 1;
const _: () = assert!(LAST_BITS + COUNT_BITS <= u16::BITS);

/// Squared values of all states, added at once: a full row costs a processor with vectors less than ten single weights.
type Full = [i16; LANES];
/// States, filled up to what vectors take.
const LANES: usize = STATES.next_power_of_two();
/// The count of a key that has a full row.
const FULL: u16 = COUNT_MASK;
/// Keys with more weights get a full row.
const SINGLE_MAX: u8 = 8;

/// A stored value on the square scale, -961 to 961.
pub(in crate::facts) fn squared(value: i8) -> i32 {
    let value = i32::from(value);
    value * value.abs()
}

/// What a file of weights holds.
#[derive(Debug, Default)]
pub struct Stored {
    /// The code of the language.
    pub lang: [u8; 2],
    /// The largest weight.
    pub most: f32,
    /// Weights of the steps between stretches.
    pub steps: Steps,
    /// Names that lists know.
    pub lists: Lists,
    /// The keys in order.
    pub keys: Vec<u32>,
    /// How many weights each key has.
    pub counts: Vec<u8>,
    /// All weights in the order of the keys, each a state and a stored value.
    pub weights: Vec<(u8, i8)>,
}

impl Stored {
    /// Reads a file of weights; `None` when it is none or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut input = Input(bytes.strip_prefix(MAGIC)?);
        let mut out = Self { lang: input.take(2)?.try_into().ok()?, most: input.float()?, ..Self::default() };
        for step in out.steps.iter_mut().flatten() {
            *step = input.float()?;
        }
        let hashes = input.number()? as usize;
        let hashes = input.rising(hashes)?;
        let keys = input.number()? as usize;
        out.keys = input.rising(keys)?;
        if out.keys.last().is_some_and(|k| k >> KEY_BITS != 0) {
            return None;
        }
        out.read_symbols(&mut input, hashes)?;
        Some(out)
    }

    /// The lists of the hashed names and the weights of the keys: the codes, then the symbols as one run of bits.
    fn read_symbols(&mut self, input: &mut Input<'_>, hashes: Vec<u32>) -> Option<()> {
        let (lists, counts) = (Code::read(input)?, Code::read(input)?);
        let states = (0..STATES_AFTER).map(|_| Code::read(input)).collect::<Option<Vec<_>>>()?;
        let values = (0..VALUES_OF).map(|_| Code::read(input)).collect::<Option<Vec<_>>>()?;
        let mut bits = Bits::new(input.0);
        let entries = hashes.into_iter().map(|hash| Some((hash, lists.next(&mut bits)?))).collect::<Option<Vec<_>>>()?;
        for _ in 0..self.keys.len() {
            let count = u8::try_from(counts.next(&mut bits)?).ok().filter(|count| u16::from(*count) < FULL)?;
            let mut before = None;
            for place in 0..count {
                let state = states[after(before)].next(&mut bits).and_then(|s| u8::try_from(s).ok())?;
                let value = values[value_of(count, place)].next(&mut bits)?.wrapping_sub(ZERO).cast_signed();
                self.weights.push((Some(state).filter(|s| usize::from(*s) < STATES)?, i8::try_from(value).ok()?));
                before = Some(state);
            }
            self.counts.push(count);
        }
        self.lists = Lists::new(entries);
        Some(())
    }
}

/// The symbol of a stored value is so much more than it, so that none is negative.
pub const ZERO: u16 = VALUE_MAX as u16;
/// Codes of states: which one follows another is told by that one.
pub const STATES_AFTER: usize = STATES + 1;
/// Codes of values: a lone weight is larger than one of many.
pub const VALUES_OF: usize = COUNTS_APART * PLACES_APART;
const COUNTS_APART: usize = 5;
const PLACES_APART: usize = 4;

/// The code of a state: by the one before it of the same key.
pub fn after(before: Option<u8>) -> usize {
    before.map_or(0, |state| usize::from(state) + 1)
}

/// The code of a value: by the count of the key's weights and its place among them.
pub fn value_of(count: u8, place: u8) -> usize {
    let count = usize::from(count).clamp(1, COUNTS_APART);
    (count - 1) * PLACES_APART + usize::from(place).min(PLACES_APART - 1)
}

/// The cells and the buckets of keys in order, with their weights.
fn cells(stored: &Stored) -> (Vec<u16>, Vec<Full>, Vec<u32>) {
    let mut full = Vec::new();
    let mut cells = Vec::with_capacity(stored.keys.len() + stored.weights.len());
    let mut buckets = vec![0; (1 << BUCKET_BITS) + 1];
    let mut weights = stored.weights.iter();
    let mut open = 0;
    for (key, count) in stored.keys.iter().zip(&stored.counts) {
        let bucket = (key >> LAST_BITS) as usize;
        if open <= bucket {
            buckets[open..=bucket].fill(cells.len() as u32);
            open = bucket + 1;
        }
        let head = ((key & LAST_MASK) << COUNT_BITS) as u16;
        let own = weights.by_ref().take(usize::from(*count));
        if *count > SINGLE_MAX && full.len() <= usize::from(u16::MAX) {
            cells.extend([head | FULL, full.len() as u16]);
            let mut row = [0; LANES];
            own.for_each(|(state, value)| row[usize::from(*state)] = squared(*value) as i16);
            full.push(row);
        } else {
            cells.push(head | u16::from(*count));
            cells.extend(own.map(|(state, value)| u16::from(*state) << 8 | u16::from(value.cast_unsigned())));
        }
    }
    buckets[open..].fill(cells.len() as u32);
    (cells, full, buckets)
}

/// The byte of a weight: a square scale keeps small ones apart and clips none.
pub fn packed(weight: f32, most: f32) -> i8 {
    ((weight.abs() / most).sqrt() * VALUE_MAX).round().min(VALUE_MAX).copysign(weight) as i8
}
