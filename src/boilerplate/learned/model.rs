//! The weights: `model.txt`, compiled by `build.rs`.

use super::context::second;
use super::features::{Evidence, first};
use super::forest::{Forest, Tree};
use super::shared::Shared;
use super::words::Priors;
use std::borrow::Cow;

/// What was learned from labelled pages.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// What single words say.
    pub priors: Priors,
    /// Reads a block and what stands around it.
    pub first: Forest,
    /// Reads what the first one said around.
    pub second: Forest,
}

impl Model {
    /// How likely each block is article text, 0..=1.
    pub fn said(&self, evidence: &Evidence<'_>) -> Vec<f32> {
        let shared = Shared::of(evidence);
        let rows = first(evidence, &shared);
        let said = self.first.said(&rows);
        self.second.said(&second(evidence, &shared, &rows, &said))
    }
}

include!(concat!(env!("OUT_DIR"), "/model.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    /// Most bytes of the weights in the program: each is loaded with the extension.
    const BYTES_MAX: usize = 150_000;

    #[test]
    fn the_weights_are_small() {
        let words = size_of_val(&*MODEL.priors.names) + size_of_val(&*MODEL.priors.lines);
        let trees = size_of_val(&*MODEL.first.trees) + size_of_val(&*MODEL.second.trees);
        println!("words {words}, trees {trees} bytes");
        assert!(words + trees <= BYTES_MAX, "{words} + {trees}");
    }
}
