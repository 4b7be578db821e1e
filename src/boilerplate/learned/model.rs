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
