//! The weights in memory and as bytes: hashes of names and keys of features in order, as differences; then, by their frequency,
//! the lists of each name, how many labels each key has, the states, and the weights on a square scale.

use super::features::{KEY_BITS, KEYS, Rows, Templates};
use super::huffman::Code;
use super::input::{Bits, Input};
use super::label::STATES;
use super::lists::Lists;
use super::viterbi::{Row, Steps};

/// The first bytes of a file of weights; the last is the version of the features. The code of the language follows.
pub const MAGIC: &[u8; 8] = b"MALGEUN\x06";
/// Largest amount of a stored weight.
pub const VALUE_MAX: f32 = 15.0;
/// First bits of a key that say whether it may have weights, and where. One key of 40 shares them with another
/// one (with a bit less, one of 20), and a table of 256 kB still stays near the processor.
const KNOWN_BITS: u32 = 20;
/// What a character outside of all names loses: with it as many names are missed as are made up (cross-validated F1 of names
/// 67.5 without, 68.3 with).
pub(super) const BOLDNESS: f32 = 0.4;
/// Weights of features by key.
#[derive(Debug)]
pub struct Weights {
    /// What the features are.
    pub templates: Templates,
    /// Weights of the steps between stretches.
    pub steps: Steps,
    /// Names that lists know.
    pub lists: Lists,
    /// Of the first bits of keys, 64 in a word: which of them any key has, and how many stand in the words before.
    known: Vec<(u64, u32)>,
    /// Of each of those first bits in order, the row of its first key, with the last bits of that and [`MORE`] where it has others.
    keys: Vec<u32>,
    /// The weights of keys. Two keys of three have one weight, and those share a row where that is the same.
    rows: Vec<Sums>,
    /// The keys besides, in order, and their weights.
    more: (Vec<u32>, Vec<u32>),
    /// What one unit of the square scale is worth.
    unit: f32,
}

impl Weights {
    /// Reads a file of weights; `None` when it is none or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let stored = Stored::read(bytes)?;
        let mut known = vec![(0u64, 0u32); 1 << (KNOWN_BITS - 6)];
        let (mut keys, mut rows) = (Vec::with_capacity(stored.keys.len()), lone_rows());
        let mut more = (Vec::new(), Vec::new());
        let mut weights = stored.weights.as_slice();
        for (key, count) in stored.keys.iter().zip(&stored.counts) {
            let (own, rest) = weights.split_at_checked(usize::from(*count))?;
            weights = rest;
            let row = match own {
                [(state, value)] => lone_row(*state, *value),
                _ => {
                    rows.push(row(own));
                    rows.len() - 1
                }
            } as u32;
            let (word, bit) = place(*key);
            if known[word].0 & bit == 0 {
                known[word].0 |= bit;
                keys.push(row << ROW_SHIFT | key & LAST_MASK);
            } else {
                *keys.last_mut()? |= MORE;
                more.0.push(*key);
                more.1.push(row);
            }
        }
        let mut sum = 0;
        for (bits, before) in &mut known {
            *before = sum;
            sum += bits.count_ones();
        }
        let unit = stored.most / (VALUE_MAX * VALUE_MAX);
        let Stored { lang, steps, lists, .. } = stored;
        Some(Self { templates: Templates::of(lang), steps, lists, known, keys, rows, more, unit })
    }

    /// The scores of the states of each character.
    pub fn scores(&self, rows: &Rows) -> Vec<Row> {
        rows.iter().map(|keys| self.score(keys)).collect()
    }

    /// First the keys are looked for, then the weights of those that are there are added, neither with a branch that depends on
    /// what is found: half of the keys are there, which no processor foresees.
    fn score(&self, keys: &[u32]) -> Row {
        let mut there = [(0, 0); KEYS];
        let mut count = 0;
        for key in keys {
            let (word, bit) = place(*key);
            let (bits, before) = self.known[word];
            there[count % KEYS] = (before + (bits & (bit - 1)).count_ones(), *key);
            count += usize::from(bits & bit != 0);
        }
        let mut sums: Sums = [0; WORDS];
        for (at, key) in &there[..count] {
            let first = self.keys[*at as usize];
            let own = -i64::from((first ^ key) & LAST_MASK == 0);
            sums = added(sums, &self.rows[(first >> ROW_SHIFT) as usize], own);
            if first & MORE != 0 {
                sums = self.with_more(*key, sums);
            }
        }
        let mut row: Row = unpacked(sums).map(|sum| sum as f32 * self.unit);
        row[0] -= BOLDNESS;
        row
    }

    #[cold]
    fn with_more(&self, key: u32, sums: Sums) -> Sums {
        let (keys, rows) = &self.more;
        keys.binary_search(&key).map_or(sums, |at| added(sums, &self.rows[rows[at] as usize], -1))
    }
}

/// The word of a key's first bits and its bit there.
fn place(key: u32) -> (usize, u64) {
    let first = key >> (KEY_BITS - KNOWN_BITS);
    ((first >> 6) as usize, 1 << (first & 63))
}

/// Bits of a key that come behind its first ones.
const LAST_MASK: u32 = (1 << (KEY_BITS - KNOWN_BITS)) - 1;
/// There are more keys with the same first bits.
const MORE: u32 = LAST_MASK + 1;
/// Where the number of a row begins, above those.
const ROW_SHIFT: u32 = KEY_BITS - KNOWN_BITS + 1;

/// Squared values of all states, several in a word, which are added at once: the sum of words holds the sum of each lane.
type Sums = [i64; WORDS];
/// Bits of a lane: the sums of all features of a character stay below its half.
const LANE_BITS: usize = 16;
const _: () = assert!(KEYS as f32 * VALUE_MAX * VALUE_MAX < (1u32 << (LANE_BITS - 1)) as f32);
/// Lanes of a word.
const LANES: usize = i64::BITS as usize / LANE_BITS;
const WORDS: usize = STATES.div_ceil(LANES);

/// The row of these weights, each a state and a stored value.
fn row(weights: &[(u8, i8)]) -> Sums {
    let mut words = [0; WORDS];
    for (state, value) in weights {
        let state = usize::from(*state);
        let word: &mut i64 = &mut words[(state / LANES) % WORDS];
        *word = word.wrapping_add(i64::from(squared(*value)) << (state % LANES * LANE_BITS));
    }
    words
}

/// The rows of all lone weights.
fn lone_rows() -> Vec<Sums> {
    let values = -(VALUE_MAX as i8)..=VALUE_MAX as i8;
    (0..STATES as u8).flat_map(|state| values.clone().map(move |value| row(&[(state, value)]))).collect()
}

/// Which of them that of a weight is.
fn lone_row(state: u8, value: i8) -> usize {
    usize::from(state) * (2 * usize::from(ZERO) + 1) + usize::from(ZERO.wrapping_add_signed(value.into()))
}

/// The sums with a row, or without it where `own` is 0. Word by word: optimised for size, a loop would remain one.
#[inline]
fn added(sums: Sums, row: &Sums, own: i64) -> Sums {
    let word = |at: usize| sums[at].wrapping_add(row[at] & own);
    [word(0), word(1), word(2), word(3), word(4), word(5), word(6)]
}

/// The values of all lanes. What a lane borrowed from the next one for its sign is given back.
fn unpacked(mut words: Sums) -> [i32; STATES] {
    const REST: u32 = i64::BITS - LANE_BITS as u32;
    std::array::from_fn(|state| {
        let word = &mut words[state / LANES];
        let value = *word << REST >> REST;
        *word = word.wrapping_sub(value) >> LANE_BITS;
        value as i32
    })
}

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
            let count = u8::try_from(counts.next(&mut bits)?).ok()?;
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

/// The byte of a weight: a square scale keeps small ones apart and clips none.
pub fn packed(weight: f32, most: f32) -> i8 {
    ((weight.abs() / most).sqrt() * VALUE_MAX).round().min(VALUE_MAX).copysign(weight) as i8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_of_lanes_do_not_touch_each_other() {
        let (mut sums, mut expected) = ([0; WORDS], [0; STATES]);
        for (state, value) in [(0, -15), (1, 1), (2, 15), (3, -1), (4, -15), (5, 0), (STATES - 1, -7)] {
            for _ in 0..KEYS {
                sums = added(sums, &row(&[(state as u8, value)]), -1);
                expected[state] += squared(value);
            }
        }
        assert_eq!(unpacked(sums), expected);
    }

    #[test]
    fn lone_weights_share_their_rows() {
        let rows = lone_rows();
        for (state, value) in [(0, -15), (0, 15), (1, -15), (24, 0), (24, 15)] {
            assert_eq!(rows[lone_row(state, value)], row(&[(state, value)]));
        }
    }
}
