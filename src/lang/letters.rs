//! A small set of characters that may err on the side of "holds". `build.rs` makes the sets of the word lists with it.

/// Characters by a hash of eight bits: what is in the set is held, of the others one of several is held too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters(pub [u64; 4]);

impl Letters {
    /// No character.
    pub const NONE: Self = Self([0; 4]);

    /// Word and bit of a character: the last syllables of a list differ in their low bits most.
    #[inline]
    fn place(c: char) -> (usize, u32) {
        let hash = (c as u32).wrapping_mul(0x9e37_79b1) >> 24;
        ((hash >> 6) as usize, hash & 63)
    }

    /// Adds a character.
    #[allow(dead_code, reason = "only `build.rs` makes sets")]
    pub fn insert(&mut self, c: char) {
        let (word, bit) = Self::place(c);
        self.0[word] |= 1 << bit;
    }

    /// Whether the set may hold a character; never false of one that it holds.
    #[inline]
    #[allow(dead_code, reason = "`build.rs` asks nothing")]
    pub fn may_hold(&self, c: char) -> bool {
        let (word, bit) = Self::place(c);
        self.0[word] >> bit & 1 != 0
    }
}
