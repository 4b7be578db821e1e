//! Writes weights as bytes: the largest ones, in the order that [`malgeun::facts::tagger::weights`] reads.

use crate::learn::Learned;
use malgeun::facts::tagger::huffman::{Code, LONGEST};
use malgeun::facts::tagger::weights::{Lists, MAGIC, STATES_AFTER, VALUES_OF, ZERO, after, packed, value_of};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// The bytes of the `most` largest weights.
pub(crate) fn bytes(learned: &Learned, lang: &str, lists: &Lists, most: usize) -> Vec<u8> {
    let mut kept: Vec<&(u32, u8, f32, f32)> = learned.weights.iter().filter(|w| w.2 != 0.0).collect();
    kept.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then((a.0, a.1).cmp(&(b.0, b.1))));
    kept.truncate(most);
    let highest = kept.iter().map(|w| w.2.abs()).fold(f32::MIN_POSITIVE, f32::max);
    kept.retain(|w| packed(w.2, highest) != 0);
    kept.sort_by_key(|w| (w.0, w.1));
    let mut out = MAGIC.to_vec();
    out.extend(lang.as_bytes());
    out.extend(highest.to_le_bytes());
    learned.steps.iter().flatten().for_each(|step| out.extend(step.to_le_bytes()));
    number(&mut out, lists.entries().len() as u32);
    rising(&mut out, lists.entries().iter().map(|e| e.0));
    let keys: Vec<&[&(u32, u8, f32, f32)]> = kept.chunk_by(|a, b| a.0 == b.0).collect();
    number(&mut out, keys.len() as u32);
    rising(&mut out, keys.iter().map(|key| key[0].0));
    let mut symbols = Symbols::default();
    lists.entries().iter().for_each(|entry| symbols.add(LISTS, entry.1));
    for key in keys {
        let count = key.len() as u8;
        symbols.add(COUNTS, u16::from(count));
        let mut before = None;
        for (place, weight) in key.iter().enumerate() {
            symbols.add(STATES + after(before), u16::from(weight.1));
            let value = i16::from(packed(weight.2, highest));
            symbols.add(VALUES + value_of(count, place as u8), ZERO.wrapping_add_signed(value));
            before = Some(weight.1);
        }
    }
    symbols.write(&mut out);
    out
}

/// Where the codes of each kind begin, in the order of the file.
const LISTS: usize = 0;
const COUNTS: usize = 1;
const STATES: usize = 2;
const VALUES: usize = STATES + STATES_AFTER;

/// Symbols in their order, each with the number of its code.
#[derive(Default)]
struct Symbols(Vec<(usize, u16)>);

impl Symbols {
    fn add(&mut self, code: usize, symbol: u16) {
        self.0.push((code, symbol));
    }

    /// The codes, then the symbols.
    fn write(&self, out: &mut Vec<u8>) {
        let mut often = vec![BTreeMap::<u16, u64>::new(); VALUES + VALUES_OF];
        self.0.iter().for_each(|(code, symbol)| *often[*code].entry(*symbol).or_default() += 1);
        let mut codes: Vec<HashMap<u16, (u32, usize)>> = Vec::new();
        for often in &often {
            let symbols: Vec<u16> = often.keys().copied().collect();
            let lengths = lengths(often.values().copied().collect());
            number(out, symbols.len() as u32);
            let mut last = 0;
            for symbol in &symbols {
                number(out, u32::from(symbol - last));
                last = *symbol;
            }
            out.extend(&lengths);
            let code = Code::new(&symbols, &lengths).expect("lengths of a tree");
            codes.push(code.codes().into_iter().map(|(symbol, bits, length)| (symbol, (bits, length))).collect());
        }
        let mut bits: Vec<u8> = Vec::new();
        for (code, symbol) in &self.0 {
            let (code, length) = codes[*code][symbol];
            bits.extend((0..length).rev().map(|i| (code >> i & 1) as u8));
        }
        out.extend(bytes_of(&bits));
    }
}

/// The lengths of the codes of symbols that stand so often. A code that is too long makes the rare ones less rare.
fn lengths(mut often: Vec<u64>) -> Vec<u8> {
    loop {
        let mut heap: BinaryHeap<Reverse<(u64, usize, Vec<usize>)>> =
            often.iter().enumerate().map(|(at, n)| Reverse((*n, at, vec![at]))).collect();
        let mut out = vec![u8::from(often.len() == 1); often.len()];
        let mut made = often.len();
        while let (Some(Reverse(a)), Some(Reverse(b))) = (heap.pop(), heap.pop()) {
            let both = [a.2, b.2].concat();
            both.iter().for_each(|at| out[*at] += 1);
            heap.push(Reverse((a.0 + b.0, made, both)));
            made += 1;
            if heap.len() == 1 {
                break;
            }
        }
        if out.iter().all(|length| usize::from(*length) <= LONGEST) {
            return out;
        }
        often.iter_mut().for_each(|n| *n = *n / 2 + 1);
    }
}

fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Rice's code of the differences, as [`malgeun::facts::tagger::weights`] reads it.
fn rising(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32> + Clone) {
    let (count, last) = numbers.clone().fold((1, 1), |(count, _), number| (count + 1, number));
    let low = (last / count).max(1).ilog2();
    out.push(low as u8);
    let mut bits = Vec::new();
    let mut before = 0;
    for number in numbers {
        let delta = number - before;
        before = number;
        bits.extend(std::iter::repeat_n(1u8, (delta >> low) as usize));
        bits.push(0);
        bits.extend((0..low).map(|i| (delta >> i & 1) as u8));
    }
    out.extend(bytes_of(&bits));
}

/// Bits as bytes, the first one lowest.
fn bytes_of(bits: &[u8]) -> impl Iterator<Item = u8> {
    bits.chunks(8).map(|chunk| chunk.iter().rev().fold(0, |byte, bit| byte << 1 | bit))
}

fn rank(weight: &(u32, u8, f32, f32)) -> f32 {
    weight.2.abs() * weight.3.powf(POWER)
}
const POWER: f32 = 0.25;
