//! Writes weights as bytes: the largest ones, in the order that [`malgeun::facts::tagger::weights`] reads.

use crate::learn::{Learned, rank};
use crate::symbols::{Symbols, number, rising};
use malgeun::facts::tagger::lists::Lists;
use malgeun::facts::tagger::weights::{MAGIC, STATES_AFTER, Stored, VALUES_OF, ZERO, after, packed, value_of};

/// The `most` largest weights as they are stored.
pub(crate) fn stored(learned: &Learned, lang: &str, lists: &Lists, most: usize) -> Stored {
    let mut kept: Vec<&(u32, u8, f32, f32)> = learned.weights.iter().filter(|w| w.2 != 0.0).collect();
    kept.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then((a.0, a.1).cmp(&(b.0, b.1))));
    kept.truncate(most);
    let highest = kept.iter().map(|w| w.2.abs()).fold(f32::MIN_POSITIVE, f32::max);
    kept.retain(|w| packed(w.2, highest) != 0);
    kept.sort_by_key(|w| (w.0, w.1));
    let keys: Vec<&[&(u32, u8, f32, f32)]> = kept.chunk_by(|a, b| a.0 == b.0).collect();
    Stored {
        lang: lang.as_bytes().try_into().expect("a code of two letters"),
        most: highest,
        steps: learned.steps,
        lists: lists.clone(),
        keys: keys.iter().map(|key| key[0].0).collect(),
        counts: keys.iter().map(|key| key.len() as u8).collect(),
        weights: kept.iter().map(|w| (w.1, packed(w.2, highest))).collect(),
    }
}

/// The bytes of a file of weights.
pub(crate) fn bytes(stored: &Stored) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(stored.lang);
    out.extend(stored.most.to_le_bytes());
    stored.steps.iter().flatten().for_each(|step| out.extend(step.to_le_bytes()));
    number(&mut out, stored.lists.entries().len() as u32);
    rising(&mut out, stored.lists.entries().iter().map(|e| e.0));
    number(&mut out, stored.keys.len() as u32);
    rising(&mut out, stored.keys.iter().copied());
    let mut symbols = Symbols::default();
    stored.lists.entries().iter().for_each(|entry| symbols.add(LISTS, entry.1));
    let mut weights = stored.weights.iter();
    for count in &stored.counts {
        symbols.add(COUNTS, u16::from(*count));
        let mut before = None;
        for (place, (state, value)) in weights.by_ref().take(usize::from(*count)).enumerate() {
            symbols.add(STATES + after(before), u16::from(*state));
            symbols.add(VALUES + value_of(*count, place as u8), ZERO.wrapping_add_signed(i16::from(*value)));
            before = Some(*state);
        }
    }
    symbols.write(&mut out, VALUES + VALUES_OF);
    out
}

/// Where the codes of each kind begin, in the order of the file.
const LISTS: usize = 0;
const COUNTS: usize = 1;
const STATES: usize = 2;
const VALUES: usize = STATES + STATES_AFTER;
