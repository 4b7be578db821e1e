//! Sorting by a number. The sort of the standard library is written out anew for each kind of item (3 to 5 kB of wasm each); here
//! one sort of numbers serves all kinds.

use std::cmp::Reverse;

/// A number that items are ordered by: up to four of 32 bits, the first counts most. Counts of characters, bytes and passages of
/// one page are below 2³².
pub trait Rank {
    /// Bits of the number.
    const BITS: u32 = 32;

    /// The number.
    fn rank(&self) -> u128;
}

impl Rank for usize {
    fn rank(&self) -> u128 {
        *self as u128
    }
}

impl Rank for u32 {
    fn rank(&self) -> u128 {
        u128::from(*self)
    }
}

impl<R: Rank> Rank for Reverse<R> {
    const BITS: u32 = R::BITS;

    fn rank(&self) -> u128 {
        !self.0.rank() & u128::MAX >> (u128::BITS - Self::BITS)
    }
}

impl<A: Rank, B: Rank> Rank for (A, B) {
    const BITS: u32 = A::BITS + B::BITS;

    fn rank(&self) -> u128 {
        const { assert!(Self::BITS <= u128::BITS) };
        self.0.rank() << B::BITS | self.1.rank()
    }
}

/// Sorts by a number, and items of the same number by where they stand.
pub fn by<T, R: Rank>(items: &mut [T], rank: impl Fn(&T) -> R) {
    // Most are found in their order: that needs no memory.
    if items.is_sorted_by_key(|item| rank(item).rank()) {
        return;
    }
    let mut places = places(items.iter().map(|item| rank(item).rank()).collect());
    for at in 0..items.len() {
        while places[at] as usize != at {
            let to = places[at] as usize;
            items.swap(at, to);
            places.swap(at, to);
        }
    }
}

/// The place of each number in their order.
fn places(ranks: Vec<u128>) -> Vec<u32> {
    let mut order: Vec<(u128, u32)> = ranks.into_iter().zip(0..).collect();
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    for ((_, from), to) in order.into_iter().zip(0..) {
        places[from as usize] = to;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_rank_stay_in_their_order() {
        let mut words = ["pear", "fig", "plum", "kiwi", "nut", "apple"];
        by(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "nut", "pear", "plum", "kiwi", "apple"]);
        by(&mut words, |word| Reverse(word.len()));
        assert_eq!(words, ["apple", "pear", "plum", "kiwi", "fig", "nut"]);
    }

    #[test]
    fn the_first_number_counts_most() {
        let mut pairs = [(2usize, 0usize), (1, 9), (1, 3), (0, 4)];
        by(&mut pairs, |pair| *pair);
        assert_eq!(pairs, [(0, 4), (1, 3), (1, 9), (2, 0)]);
        by(&mut pairs, |pair| (pair.0, Reverse(pair.1)));
        assert_eq!(pairs, [(0, 4), (1, 9), (1, 3), (2, 0)]);
        let mut nested = [(1usize, (0usize, 3usize)), (0, (7, 1)), (0, (2, 9))];
        by(&mut nested, |three| *three);
        assert_eq!(nested, [(0, (2, 9)), (0, (7, 1)), (1, (0, 3))]);
    }
}
