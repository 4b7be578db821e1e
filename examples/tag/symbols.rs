//! Writes numbers and symbols as bits, as [`malgeun::facts::tagger::weights`] reads them.

use malgeun::facts::tagger::huffman::{Code, LONGEST};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::path::Path;

/// Symbols in their order, each with the number of its code.
#[derive(Default)]
pub(crate) struct Symbols(Vec<(usize, u16)>);

impl Symbols {
    /// The next symbol, with its code.
    pub(crate) fn add(&mut self, code: usize, symbol: u16) {
        self.0.push((code, symbol));
    }

    /// So many codes, then the symbols.
    pub(crate) fn write(&self, out: &mut Vec<u8>, codes: usize) {
        let mut often = vec![BTreeMap::<u16, u64>::new(); codes];
        self.0.iter().for_each(|(code, symbol)| *often[*code].entry(*symbol).or_default() += 1);
        let mut known: Vec<HashMap<u16, (u32, usize)>> = Vec::new();
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
            known.push(code.codes().into_iter().map(|(symbol, bits, length)| (symbol, (bits, length))).collect());
        }
        let mut bits: Vec<u8> = Vec::new();
        for (code, symbol) in &self.0 {
            let (code, length) = known[*code][symbol];
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

/// A number in groups of seven bits, lowest first (LEB128).
pub(crate) fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Rice's code of the differences, as [`malgeun::facts::tagger::weights`] reads it.
pub(crate) fn rising(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32> + Clone) {
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

/// Writes a file of weights, and beside it the figures that were measured of them.
pub(crate) fn file(out: &Path, report: &str, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(out.with_extension("txt"), report).map_err(|e| format!("{}: {e}", out.display()))?;
    std::fs::write(out, bytes).map_err(|e| format!("{}: {e}", out.display()))
}
