//! A set of Hangul syllables: every word is asked whether it is a name. `build.rs` makes the sets with it.

/// Hangul syllables, a bit of each from "가" on.
#[derive(Debug)]
pub struct Syllables(pub &'static [u64]);

/// The first syllable of Unicode's block.
const FIRST: char = '가';

/// Word and bit of a character, if it does not stand before the syllables.
pub fn place(c: char) -> Option<(usize, u32)> {
    let place = (c as u32).checked_sub(FIRST as u32)?;
    Some((place as usize / 64, place % 64))
}

#[allow(dead_code, reason = "`build.rs` asks nothing")]
impl Syllables {
    /// No syllable.
    pub const NONE: Self = Self(&[]);

    /// Whether the set holds a character.
    pub fn contains(&self, c: char) -> bool {
        place(c).and_then(|(word, bit)| Some(self.0.get(word)? >> bit & 1 != 0)).unwrap_or(false)
    }

    /// Whether a text is one character of the set.
    pub fn is(&self, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next().is_some_and(|c| self.contains(c)) && chars.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_syllables_and_nothing_else() {
        let set = Syllables(&[1 << 1, 1 << 63]);
        let held: Vec<char> = ('\0'..='힣').filter(|c| set.contains(*c)).collect();
        assert_eq!(held, ['각', char::from_u32(FIRST as u32 + 127).expect("a syllable")]);
        assert!(set.is("각"));
        assert!(!set.is("각각") && !set.is("") && !set.is("가"));
    }
}
