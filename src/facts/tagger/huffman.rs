//! Symbols by their frequency (Huffman, "A method for the construction of minimum-redundancy codes", Proc. IRE 1952), as
//! canonical codes: a file of weights is a tenth smaller than what a general packer makes of its bytes, which stand in no
//! order that repeats.

use super::input::{Bits, Input};

/// Longest code, in bits.
pub const LONGEST: usize = 15;

/// The codes of an alphabet.
#[derive(Debug, Default)]
pub struct Code {
    /// How many codes have each length.
    counts: [u16; LONGEST + 1],
    /// The symbols, those of shorter codes first, rising among those of one length.
    symbols: Vec<u16>,
}

impl Code {
    /// Reads an alphabet: the count of symbols, each symbol's distance from the one before, then each code's length.
    pub(in crate::facts) fn read(input: &mut Input<'_>) -> Option<Self> {
        let count = input.number()? as usize;
        let mut last = 0;
        let mut symbols = Vec::new();
        for _ in 0..count {
            last += input.number()?;
            symbols.push(u16::try_from(last).ok()?);
        }
        let lengths = input.take(count)?;
        Self::new(&symbols, lengths)
    }

    /// The code whose symbols, in rising order, have codes of these lengths; `None` if there can be no such code.
    pub fn new(symbols: &[u16], lengths: &[u8]) -> Option<Self> {
        let mut counts = [0; LONGEST + 1];
        for length in lengths {
            *counts.get_mut(usize::from(*length)).filter(|_| *length > 0)? += 1;
        }
        let used: u32 = (1..=LONGEST).map(|length| u32::from(counts[length]) << (LONGEST - length)).sum();
        if used > 1 << LONGEST {
            return None;
        }
        let of = |length: usize| symbols.iter().zip(lengths).filter(move |(_, own)| usize::from(**own) == length);
        let symbols = (1..=LONGEST).flat_map(|length| of(length).map(|(symbol, _)| *symbol)).collect();
        Some(Self { counts, symbols })
    }

    /// The next symbol: codes of one length follow each other, so the first of each length says whether one is long enough.
    pub(in crate::facts) fn next(&self, bits: &mut Bits<'_>) -> Option<u16> {
        let mut ahead = bits.ahead();
        let (mut code, mut first, mut index) = (0u32, 0u32, 0u32);
        for length in 1..=LONGEST {
            code |= (ahead & 1) as u32;
            ahead >>= 1;
            let count = u32::from(self.counts[length]);
            if code < first + count {
                bits.skip(length as u32)?;
                return self.symbols.get((index + code - first) as usize).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }

    /// The bits of each symbol, the first one highest, and how many: for whoever writes a file.
    pub fn codes(&self) -> Vec<(u16, u32, usize)> {
        let mut out = Vec::with_capacity(self.symbols.len());
        let (mut code, mut symbols) = (0u32, self.symbols.iter());
        for length in 1..=LONGEST {
            for symbol in symbols.by_ref().take(usize::from(self.counts[length])) {
                out.push((*symbol, code, length));
                code += 1;
            }
            code <<= 1;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written() {
        let code = Code::new(&[3, 5, 9, 300], &[2, 1, 3, 3]).expect("a code");
        assert_eq!(code.codes(), [(5, 0, 1), (3, 0b10, 2), (9, 0b110, 3), (300, 0b111, 3)]);
        // 9, 5, 3, 300: 110 0 10 111, first bit lowest.
        let bytes = [0b1101_0011, 0b1];
        let mut bits = Bits::new(&bytes);
        let read: Vec<Option<u16>> = (0..4).map(|_| code.next(&mut bits)).collect();
        assert_eq!(read, [Some(9), Some(5), Some(3), Some(300)]);
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for lengths in [&[1, 1, 1][..], &[0, 1, 2], &[16, 1, 2]] {
            assert!(Code::new(&[0, 1, 2], lengths).is_none(), "{lengths:?}");
        }
        let lonely = Code::new(&[7], &[1]).expect("a code");
        assert_eq!(lonely.next(&mut Bits::new(&[0b10])), Some(7));
        assert_eq!(lonely.next(&mut Bits::new(&[0b1])), None);
        assert_eq!(Code::default().next(&mut Bits::new(&[0; 8])), None);
    }
}
