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
    /// Of each of those first bits in order, the last bits of its first key, and [`MORE`] where it has others.
    lasts: Vec<u8>,
    /// The weights of those keys.
    rows: Vec<Sums>,
    /// The keys besides, in order, and their weights.
    more: (Vec<u32>, Vec<Sums>),
    /// What one unit of the square scale is worth.
    unit: f32,
}

impl Weights {
    /// Reads a file of weights; `None` when it is none or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let stored = Stored::read(bytes)?;
        let mut known = vec![(0u64, 0u32); 1 << (KNOWN_BITS - 6)];
        let (mut lasts, mut rows) = (Vec::new(), Vec::with_capacity(stored.keys.len()));
        let mut more = (Vec::new(), Vec::new());
        let mut weights = stored.weights.iter();
        for (key, count) in stored.keys.iter().zip(&stored.counts) {
            let mut row = [0; WORDS];
            let own = weights.by_ref().take(usize::from(*count));
            own.for_each(|(state, value)| put(&mut row, usize::from(*state), *value));
            let (word, bit) = place(*key);
            if known[word].0 & bit == 0 {
                known[word].0 |= bit;
                lasts.push((key & LAST_MASK) as u8);
                rows.push(row);
            } else {
                *lasts.last_mut()? |= MORE;
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
        Some(Self { templates: Templates::of(lang), steps, lists, known, lasts, rows, more, unit })
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
            let last = self.lasts[*at as usize];
            let own = -i64::from(u32::from(last & !MORE) == key & LAST_MASK);
            for (sum, values) in sums.iter_mut().zip(&self.rows[*at as usize]) {
                *sum = sum.wrapping_add(values & own);
            }
            if last & MORE != 0 {
                self.add_more(*key, &mut sums);
            }
        }
        let mut row: Row = unpacked(sums).map(|sum| sum as f32 * self.unit);
        row[0] -= BOLDNESS;
        row
    }

    #[cold]
    fn add_more(&self, key: u32, sums: &mut Sums) {
        let (keys, rows) = &self.more;
        if let Ok(at) = keys.binary_search(&key) {
            sums.iter_mut().zip(&rows[at]).for_each(|(sum, values)| *sum = sum.wrapping_add(*values));
        }
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
const MORE: u8 = 0x80;
const _: () = assert!(LAST_MASK < MORE as u32);

/// Squared values of all states, several in a word, which are added at once: the sum of words holds the sum of each lane.
type Sums = [i64; WORDS];
/// Bits of a lane: the sums of all features of a character stay far below its half.
const LANE_BITS: usize = 21;
/// Lanes of a word.
const LANES: usize = i64::BITS as usize / LANE_BITS;
const WORDS: usize = STATES.div_ceil(LANES);

/// Adds the square of a stored value to the lane of a state.
fn put(words: &mut Sums, state: usize, value: i8) {
    let word = &mut words[(state / LANES) % WORDS];
    *word = word.wrapping_add(i64::from(squared(value)) << (state % LANES * LANE_BITS));
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
        let mut sums: Sums = [0; WORDS];
        let mut expected = [0; STATES];
        for (state, value) in [(0, -31), (1, 1), (2, 31), (3, -1), (4, -31), (5, 0), (STATES - 1, -7)] {
            for _ in 0..KEYS {
                put(&mut sums, state, value);
                expected[state] += squared(value);
            }
        }
        assert_eq!(unpacked(sums), expected);
    }
}
