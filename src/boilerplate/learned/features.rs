//! All features of every block of a page, one row a block.

use super::shared::Shared;
use super::words::Priors;
use super::{above, links, names, place, votes, wording};
use crate::boilerplate::zone::Zone;
use crate::dom::Document;
use crate::dom::block::Block;
use crate::dom::metadata::Metadata;
use crate::rules::Kind;
use crate::rules::pattern::Match;

/// What the features are read from.
pub struct Evidence<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its claims.
    pub metadata: &'a Metadata,
    /// The zone of every element.
    pub zones: &'a [Zone],
    /// What the names of every element and of those around it speak of.
    pub named: &'a [Option<Kind>],
    /// What patterns say of each block.
    pub matches: &'a [Option<Match>],
    /// Which blocks are lines of a picture: they go where it goes.
    pub captions: &'a [bool],
    /// Headline.
    pub title: &'a str,
    /// What single words say.
    pub priors: &'a Priors,
}

/// Declares a group of features: a struct of numbers with their names in order.
macro_rules! features {
    ($(#[$doc:meta])* $group:ident { $($(#[$field_doc:meta])* $field:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Default, Clone)]
        pub(super) struct $group { $($(#[$field_doc])* pub(super) $field: f32),* }
        impl $group {
            pub(super) const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];
            pub(super) fn push(&self, row: &mut Vec<f32>) { row.extend_from_slice(&[$(self.$field),*]); }
        }
    };
}
pub(super) use features;

/// Features of a block.
pub const WIDTH: usize = wording::Wording::NAMES.len()
    + names::Names::NAMES.len()
    + place::Container::NAMES.len() * place::LEVELS
    + place::Place::NAMES.len()
    + place::Neighbour::NAMES.len() * place::NEIGHBOURS.len()
    + votes::Votes::NAMES.len()
    + links::Links::NAMES.len()
    + above::Above::NAMES.len();

/// The names of the features of a block, each behind its group.
pub fn feature_names() -> Vec<String> {
    let of = |group: &str, names: &[&str]| names.iter().map(|n| format!("{group}.{n}")).collect::<Vec<_>>();
    let containers = (0..place::LEVELS).flat_map(|level| of(&format!("container_{level}"), place::Container::NAMES));
    let neighbours = place::NEIGHBOURS.iter().flat_map(|by| of(&format!("neighbour_{by}"), place::Neighbour::NAMES));
    let mut out = of("wording", wording::Wording::NAMES);
    out.extend(of("names", names::Names::NAMES));
    out.extend(containers);
    out.extend(of("place", place::Place::NAMES));
    out.extend(neighbours);
    out.extend(of("votes", votes::Votes::NAMES));
    out.extend(of("links", links::Links::NAMES));
    out.extend(of("above", above::Above::NAMES));
    out
}

/// Rows of numbers, one a block.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    /// Numbers of a row.
    pub width: usize,
    /// The rows, one after the other.
    pub values: Vec<f32>,
}

impl Matrix {
    /// The row of a block.
    pub fn row(&self, index: usize) -> &[f32] {
        &self.values[index * self.width..(index + 1) * self.width]
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.width).unwrap_or(0)
    }
}

/// The features of every block.
pub fn first(evidence: &Evidence<'_>, shared: &Shared) -> Matrix {
    let wording = wording::Reader::new(evidence);
    let names = names::Reader::new(evidence);
    let place = place::Reader::new(evidence, shared);
    let votes = votes::Reader::new(evidence, &shared.sums);
    let links = links::Reader::new(evidence);
    let above = above::Reader::new(evidence, shared, &wording.lines);
    let mut values = Vec::with_capacity(evidence.blocks.len() * WIDTH);
    for index in 0..evidence.blocks.len() {
        wording.read(index).push(&mut values);
        names.read(index).push(&mut values);
        place.push(index, &mut values);
        votes.read(index).push(&mut values);
        links.read(index).push(&mut values);
        above.read(index).push(&mut values);
    }
    debug_assert_eq!(values.len(), evidence.blocks.len() * WIDTH);
    Matrix { width: WIDTH, values }
}

/// ln(1 + x): lengths spread over orders of magnitude.
pub(super) fn log(x: u32) -> f32 {
    (x as f32).ln_1p()
}

/// `part / whole`, 0 of nothing.
pub(super) fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}
