//! What every element holds, summed once, so that each density costs nothing.

use crate::boilerplate::score;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId};

/// Sums over the blocks of one element.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Sum {
    /// Letters, those of Hangul, Han and kana counted double.
    pub(super) weight: u32,
    /// Letters.
    pub(super) letters: u32,
    /// Letters inside links.
    pub(super) links: u32,
    /// Letters of running text.
    pub(super) prose: u32,
    /// Blocks with text.
    pub(super) blocks: u32,
    /// Blocks of running text.
    pub(super) paragraphs: u32,
}

/// The sums of all elements of a page.
pub(super) struct Sums {
    /// By ordinal.
    pub(super) of: Vec<Sum>,
    /// For every element, the nearest one around it that holds more blocks.
    pub(super) wider: Vec<Option<NodeId>>,
}

impl Sums {
    pub(super) fn of(document: &Document, blocks: &[Block]) -> Self {
        let mut of = vec![Sum::default(); document.len()];
        for block in blocks.iter().filter(|b| b.image.is_none()) {
            let prose = score::is_prose(block);
            let sum = &mut of[block.node.index()];
            sum.weight += score::weight(block);
            sum.letters += block.letters;
            sum.links += block.link_letters;
            sum.prose += if prose { block.letters - block.link_letters } else { 0 };
            sum.blocks += 1;
            sum.paragraphs += u32::from(prose);
        }
        document.sum_up(&mut of, |sum, own| {
            sum.weight += own.weight;
            sum.letters += own.letters;
            sum.links += own.links;
            sum.prose += own.prose;
            sum.blocks += own.blocks;
            sum.paragraphs += own.paragraphs;
        });
        let mut wider: Vec<Option<NodeId>> = vec![None; of.len()];
        for node in document.nodes() {
            wider[node.index()] = document.element(node).parent.and_then(|parent| {
                if of[parent.index()].blocks > of[node.index()].blocks { Some(parent) } else { wider[parent.index()] }
            });
        }
        Self { of, wider }
    }

    pub(super) fn at(&self, node: NodeId) -> Sum {
        self.of[node.index()]
    }

    /// Of the whole page.
    pub(super) fn page(&self) -> Sum {
        self.of.first().copied().unwrap_or_default()
    }
}
