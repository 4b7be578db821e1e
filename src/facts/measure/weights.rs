//! The learned weights of the choice: keys in order, as differences, then a value of each, by their frequency.

use super::features::KEY_BITS;
use crate::facts::tagger::huffman::Code;
use crate::facts::tagger::input::{Bits, Input};
use crate::facts::tagger::weights::{ZERO, squared};
use std::sync::OnceLock;

/// The first bytes of a file of weights; the last is the version of the features.
pub const MAGIC: &[u8; 8] = b"MEASURE\x01";

/// Weights of features by key.
#[derive(Debug)]
pub struct Weights {
    /// A value for each key, most of them 0.
    values: Vec<i16>,
}

impl Weights {
    /// The weights that are part of the program.
    pub(super) fn built_in() -> Option<&'static Self> {
        static WEIGHTS: OnceLock<Option<Weights>> = OnceLock::new();
        WEIGHTS.get_or_init(|| Self::read(include_bytes!("learned/ko.bin"))).as_ref()
    }

    /// Reads a file of weights; `None` when it is none or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut input = Input(bytes.strip_prefix(MAGIC)?);
        let count = input.number()? as usize;
        let keys = input.rising(count)?;
        let code = Code::read(&mut input)?;
        let mut bits = Bits::new(input.0);
        let mut values = vec![0; 1 << KEY_BITS];
        for key in keys {
            let value = code.next(&mut bits)?.wrapping_sub(ZERO).cast_signed();
            *values.get_mut(key as usize)? = squared(i8::try_from(value).ok()?) as i16;
        }
        Some(Self { values })
    }

    /// What a key adds to the score of a candidate, on the square scale.
    pub fn of(&self, key: u32) -> i32 {
        i32::from(self.values[key as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_part_of_the_program() {
        let weights = Weights::built_in().expect("weights");
        assert!((0..1 << KEY_BITS).any(|key| weights.of(key) > 0));
        assert!((0..1 << KEY_BITS).any(|key| weights.of(key) < 0));
    }

    #[test]
    fn what_is_no_file_of_weights_is_refused() {
        let bytes = include_bytes!("learned/ko.bin");
        assert!(Weights::read(b"").is_none());
        assert!(Weights::read(&bytes[1..]).is_none());
        assert!(Weights::read(&bytes[..bytes.len() / 2]).is_none());
    }
}
