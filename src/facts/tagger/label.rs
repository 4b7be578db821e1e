//! What the tagger calls a stretch, and how stretches become a label for each character and back.

/// Kinds of stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Label {
    Person,
    Organisation,
    Place,
    /// A position or an occupation ("대표", "변호사").
    Title,
    /// A work of art or a publication.
    Work,
    Event,
}

/// All labels in the order of their codes.
pub const LABELS: [Label; 6] = [Label::Person, Label::Organisation, Label::Place, Label::Title, Label::Work, Label::Event];

/// States of a character: outside, or one of four places in a stretch of each label.
pub const STATES: usize = 1 + PLACES * LABELS.len();
/// Outside of every stretch.
pub const OUTSIDE: u8 = 0;
/// First, inner, last and only character of a stretch.
pub const PLACES: usize = 4;

/// First character of a longer stretch.
pub const FIRST: usize = 0;
/// Neither first nor last.
pub const INNER: usize = 1;
/// Last character of a longer stretch.
pub const LAST: usize = 2;
/// The only character.
pub const ONLY: usize = 3;

/// The state of a label at a place.
pub fn state(label: usize, place: usize) -> usize {
    1 + PLACES * label + place
}

/// The states of `length` characters with these stretches; later ones that overlap earlier ones are left out.
pub fn states(length: usize, stretches: &[(usize, usize, Label)]) -> Vec<u8> {
    let mut out = vec![OUTSIDE; length];
    for &(start, end, label) in stretches {
        if start >= end || end > length || out[start..end].iter().any(|s| *s != OUTSIDE) {
            continue;
        }
        let of = |place| state(label as usize, place) as u8;
        out[start..end].fill(of(INNER));
        out[start] = of(FIRST);
        out[end - 1] = if end - start == 1 { of(ONLY) } else { of(LAST) };
    }
    out
}

/// The stretches that states say: half-open, in order.
pub fn stretches(states: &[u8]) -> Vec<(usize, usize, Label)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, &state) in states.iter().enumerate().filter(|(_, s)| **s != OUTSIDE) {
        let (label, place) = ((state as usize - 1) / PLACES, (state as usize - 1) % PLACES);
        if place == FIRST || place == ONLY {
            start = at;
        }
        if place == LAST || place == ONLY {
            out.push((start, at + 1, LABELS[label]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let check = |stretches_in: &[(usize, usize, Label)], expect: &[(usize, usize, Label)]| {
            assert_eq!(stretches(&states(9, stretches_in)), expect, "{stretches_in:?}");
        };
        check(&[], &[]);
        check(&[(0, 1, Label::Person)], &[(0, 1, Label::Person)]);
        check(&[(0, 3, Label::Person), (3, 9, Label::Event)], &[(0, 3, Label::Person), (3, 9, Label::Event)]);
        // Overlapping, empty and overlong stretches are left out.
        check(&[(0, 3, Label::Place), (2, 4, Label::Work), (5, 5, Label::Work), (8, 10, Label::Work)], &[(0, 3, Label::Place)]);
    }
}
