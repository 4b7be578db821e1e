//! Writes weights as bytes: the largest ones, in the order that [`malgeun::facts::measure::weights`] reads.

use crate::learn::Table;
use crate::symbols::{Symbols, number, rising};
use malgeun::facts::measure::weights::MAGIC;
use malgeun::facts::tagger::weights::{ZERO, packed};

/// The bytes of the weights that are not nothing.
pub(crate) fn bytes(Table(weights): &Table) -> Vec<u8> {
    let highest = weights.iter().map(|weight| weight.abs()).fold(f32::MIN_POSITIVE, f32::max);
    let value = |key: usize| i16::from(packed(weights[key], highest));
    let kept: Vec<usize> = (0..weights.len()).filter(|key| value(*key) != 0).collect();
    let mut out = MAGIC.to_vec();
    number(&mut out, kept.len() as u32);
    rising(&mut out, kept.iter().map(|key| *key as u32));
    let mut symbols = Symbols::default();
    kept.iter().for_each(|key| symbols.add(0, ZERO.wrapping_add_signed(value(*key))));
    symbols.write(&mut out, 1);
    out
}
