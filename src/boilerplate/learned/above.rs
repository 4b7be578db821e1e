//! Features of what stands above a block: the pictures around it, the words of the heading before and of the first lines of the
//! elements around ("Related", "More from …").

use super::features::{Evidence, features, log};
use super::place::gaps;
use super::shared::Shared;
use super::wording::Line;
use crate::boilerplate::score;

features! {
    /// What stands above a block.
    Above {
        /// Log odds of the words of the heading before, its links and its length.
        heading_min,
        heading_mean,
        heading_sum,
        heading_links,
        heading_weight,
        /// Log odds of the words of the first line of the element around, and of the one around that.
        first_min,
        first_mean,
        outer_min,
        outer_mean,
        /// Blocks to the nearest picture before and after, pictures near, and for each text of the element around.
        picture_before,
        picture_after,
        pictures,
        pictures_around,
    }
}

/// A picture is not looked for further.
const PICTURE_GAP: usize = 10;

/// Blocks before and after among which pictures are counted.
const NEAR: usize = 5;

pub(super) struct Reader<'a> {
    evidence: &'a Evidence<'a>,
    shared: &'a Shared,
    lines: &'a [Line],
    gaps: Vec<(usize, usize)>,
    /// Pictures before each block.
    before: Vec<u32>,
    /// Pictures in each element.
    inside: Vec<u32>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(evidence: &'a Evidence<'a>, shared: &'a Shared, lines: &'a [Line]) -> Self {
        let pictures: Vec<bool> = evidence.blocks.iter().map(|b| b.image.is_some()).collect();
        let mut inside = vec![0; evidence.document.len()];
        let mut before = vec![0];
        for (block, picture) in evidence.blocks.iter().zip(&pictures) {
            inside[block.node.index()] += u32::from(*picture);
            before.push(before[before.len() - 1] + u32::from(*picture));
        }
        evidence.document.sum_up(&mut inside, |sum, own| *sum += own);
        Self { evidence, shared, lines, gaps: gaps(&pictures, PICTURE_GAP), before, inside }
    }

    pub(super) fn read(&self, index: usize) -> Above {
        let blocks = self.evidence.blocks;
        let sums = &self.shared.sums;
        let outer = sums.wider[blocks[index].node.index()];
        let first = self.first(Some(blocks[index].node), index).or_else(|| self.first(outer, index));
        let further = self.first(outer.and_then(|n| sums.wider[n.index()]), index);
        let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(blocks.len());
        let around = outer.map_or(0.0, |n| self.inside[n.index()] as f32 / sums.at(n).blocks.max(1) as f32);
        let mut out = Above {
            first_min: first.map_or(0.0, |l| l.min),
            first_mean: first.map_or(0.0, |l| l.mean),
            outer_min: further.map_or(0.0, |l| l.min),
            outer_mean: further.map_or(0.0, |l| l.mean),
            picture_before: self.gaps[index].0 as f32,
            picture_after: self.gaps[index].1 as f32,
            pictures: (self.before[near.end] - self.before[near.start]) as f32,
            pictures_around: around,
            ..Above::default()
        };
        if let Some(heading) = self.shared.headings[index] {
            let line = self.lines[heading];
            (out.heading_min, out.heading_mean, out.heading_sum) = (line.min, line.mean, line.sum);
            out.heading_links = blocks[heading].link_density();
            out.heading_weight = log(score::weight(&blocks[heading]));
        }
        out
    }

    /// The first line of an element, unless that is the block itself.
    fn first(&self, node: Option<crate::dom::NodeId>, index: usize) -> Option<Line> {
        let start = self.evidence.document.element(node?).tokens.start;
        let blocks = self.evidence.blocks;
        let from = blocks.partition_point(|b| b.tokens.start < start);
        let first = (from..index).find(|i| blocks[*i].image.is_none())?;
        Some(self.lines[first])
    }
}
