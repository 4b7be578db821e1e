//! From what the forests say of single blocks to which blocks are taken.

use super::choice::{self, Choice};
use super::features::Evidence;
use super::together;
use crate::boilerplate::score;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};

/// Which blocks of a page are taken.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// How likely each block is article text, 0..=1, after what belongs together was brought together.
    pub said: Vec<f32>,
    /// Whether each block is taken; pictures and their lines are not decided here.
    pub taken: Vec<bool>,
    /// The F1 to be expected of the choice, 0..=1.
    pub expected: f32,
}

/// Expected F1 from which a page is so clear that what hangs on at its ends is told from the text.
const SURE: f32 = 0.9;

/// Settles which blocks are taken.
pub fn settle(evidence: &Evidence<'_>, said: &[f32]) -> Settled {
    let mut said = said.to_vec();
    together::join_lists(evidence, &mut said);
    together::keep_posts(evidence, &mut said);
    together::leave_comments(evidence, &mut said);
    together::leave_dialogs(evidence, &mut said);
    together::leave_links(evidence, &mut said);
    together::leave_linked_headings(evidence, &mut said);
    together::leave_doubts_below(evidence, &mut said);
    together::fill_tables(evidence, &mut said);
    together::fill_gaps(evidence, &mut said);
    together::leave_zones_at_ends(evidence, &mut said);
    together::join_attributions(evidence, &mut said);
    for (said, block) in said.iter_mut().zip(evidence.blocks) {
        // The reader's head has the headline.
        if !block.text.is_empty() && block.text == evidence.title {
            *said = 0.0;
        }
    }
    // Lines of pictures weigh nothing: they go where their picture goes.
    let weight = |(block, caption): (&Block, &bool)| if *caption { 0.0 } else { score::weight(block) as f32 };
    let weights: Vec<f32> = evidence.blocks.iter().zip(evidence.captions).map(weight).collect();
    let Choice { threshold, expected } = choice::choose(&said, &weights);
    let is_text = |(block, caption): (&Block, &bool)| block.image.is_none() && !*caption;
    let text = evidence.blocks.iter().zip(evidence.captions).map(is_text);
    let mut taken: Vec<bool> = text.zip(&said).map(|(text, p)| text && *p >= threshold).collect();
    if expected >= SURE {
        together::trim(evidence, &said, &mut taken);
    }
    Settled { said, taken, expected }
}

/// Texts between a picture and the text that is taken: caption, credit, a label. Fixture `generic-en--news`.
const PICTURE_GAP: usize = 3;

/// Elements between a picture and the link or figure around it.
const PICTURE_DEPTH: usize = 4;

/// Takes the pictures that stand with text that is taken: in the article's element, near such text before or after; and
/// the captions of the pictures that are taken.
pub fn take_pictures(document: &Document, blocks: &[Block], root: NodeId, taken: &mut [bool]) {
    let text = taken.to_vec();
    let near = |at: usize, step: isize| {
        let next = std::iter::successors(at.checked_add_signed(step), |i| i.checked_add_signed(step));
        let texts = next.take_while(|i| *i < blocks.len()).filter(|i| blocks[*i].image.is_none());
        texts.take(PICTURE_GAP).any(|i| text[i])
    };
    let mut figures = Vec::new();
    for index in 0..blocks.len() {
        if blocks[index].image.is_some() && document.contains(root, blocks[index].node) {
            let (before, after) = (near(index, -1), near(index, 1));
            taken[index] = before && after || (before || after) && !leads_away(document, blocks[index].inner);
            figures.extend(figure(document, blocks[index].inner).filter(|_| taken[index]));
        }
    }
    for (taken, block) in taken.iter_mut().zip(blocks).filter(|(_, b)| b.image.is_none()) {
        *taken |= figure(document, block.inner).is_some_and(|f| figures.binary_search(&f).is_ok());
    }
}

fn figure(document: &Document, node: NodeId) -> Option<NodeId> {
    document.ancestors(node).take(PICTURE_DEPTH).find(|n| document.element(*n).tag == Tag::FIGURE)
}

/// Endings of addresses of pictures.
const PICTURES: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

/// Whether a picture is in a link to anything but a picture.
fn leads_away(document: &Document, picture: NodeId) -> bool {
    let link = document.ancestors(picture).take(PICTURE_DEPTH).find(|n| document.element(*n).tag == Tag::A);
    let address = link.and_then(|n| document.attribute(n, "href")).unwrap_or_default().to_ascii_lowercase();
    !address.is_empty() && !PICTURES.iter().any(|ending| address.contains(ending))
}
