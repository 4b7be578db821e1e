//! Writes weights as bytes: the largest ones, in the order that [`malgeun::facts::tagger::weights`] reads.

use crate::learn::Learned;
use malgeun::facts::tagger::weights::{Lists, MAGIC, packed};

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
    lists.entries().iter().for_each(|e| number(&mut out, u32::from(e.1)));
    let mut keys: Vec<(u32, u8)> = Vec::new();
    for (key, ..) in &kept {
        match keys.last_mut() {
            Some((last, count)) if last == key => *count += 1,
            _ => keys.push((*key, 1)),
        }
    }
    number(&mut out, keys.len() as u32);
    rising(&mut out, keys.iter().map(|k| k.0));
    out.extend(keys.iter().map(|k| k.1));
    out.extend(kept.iter().map(|w| w.1));
    out.extend(kept.iter().map(|w| packed(w.2, highest) as u8));
    out
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
    out.extend(bits.chunks(8).map(|chunk| chunk.iter().rev().fold(0, |byte, bit| byte << 1 | bit)));
}

fn rank(weight: &(u32, u8, f32, f32)) -> f32 {
    weight.2.abs() * weight.3.powf(POWER)
}
const POWER: f32 = 0.25;
