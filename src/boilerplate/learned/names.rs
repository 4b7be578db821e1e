//! Features of the elements around a block: their tags, and what the words of their class names say.

use super::features::{Evidence, features};
use super::words::element_words;
use crate::boilerplate::zone::Zone;
use crate::dom::block::Block;
use crate::dom::{NodeId, Tag};

features! {
    /// The elements around a block.
    Names {
        /// The block's element, by [`tag_code`].
        tag,
        heading,
        /// Kind of the zone it is in, 0 for none.
        zone,
        /// Kind that the names around it speak of, 0 for none.
        named,
        /// Log odds of the names of its element, the two around, and the lowest, highest and summed (each level counting
        /// less) of all.
        own,
        up_1,
        up_2,
        lowest,
        highest,
        all,
        in_article,
        in_main,
        in_nav,
        in_aside,
        in_header,
        in_footer,
        in_form,
        in_figure,
        in_quote,
        in_table,
        in_list,
        in_section,
        in_details,
        hidden,
    }
}

/// What each level further out counts of the level inside.
const DECAY: f32 = 0.7;

/// What the names of an element and of those around it say.
#[derive(Debug, Default, Clone, Copy)]
struct Says {
    own: f32,
    lowest: f32,
    highest: f32,
    all: f32,
    tags: u32,
}

/// Elements whose presence around a block is a feature, by bit.
const AROUND: &[Tag] = &[
    Tag::ARTICLE,
    Tag::MAIN,
    Tag::NAV,
    Tag::ASIDE,
    Tag::HEADER,
    Tag::FOOTER,
    Tag::FORM,
    Tag::FIGURE,
    Tag::BLOCKQUOTE,
    Tag::TABLE,
    Tag::LI,
    Tag::SECTION,
    Tag::DETAILS,
];

pub(super) struct Reader<'a> {
    evidence: &'a Evidence<'a>,
    says: Vec<Says>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(evidence: &'a Evidence<'a>) -> Self {
        let document = evidence.document;
        let mut says: Vec<Says> = Vec::with_capacity(document.len());
        for node in document.nodes() {
            let element = document.element(node);
            let outer = element.parent.map(|p| says[p.index()]).unwrap_or_default();
            let own = own(evidence, node);
            let bit = AROUND.iter().position(|t| *t == element.tag).map_or(0, |i| 1 << i);
            says.push(Says {
                own,
                lowest: outer.lowest.min(own),
                highest: outer.highest.max(own),
                all: outer.all * DECAY + own,
                tags: outer.tags | bit,
            });
        }
        Self { evidence, says }
    }

    pub(super) fn read(&self, index: usize) -> Names {
        let document = self.evidence.document;
        let block = &self.evidence.blocks[index];
        let says = self.says[block.inner.index()];
        let up = |levels: usize| document.ancestors(block.node).nth(levels).map_or(0.0, |n| self.says[n.index()].own);
        let around = |bit: usize| f32::from((says.tags >> bit) & 1 == 1);
        let tag = document.element(block.node).tag;
        Names {
            tag: tag_code(tag),
            heading: f32::from(tag.heading_level().unwrap_or_default()),
            zone: zone_code(&self.evidence.zones[block.inner.index()]),
            named: kind(self.evidence, block) as f32,
            own: if block.inner == block.node { says.own } else { says.own + self.says[block.node.index()].own },
            up_1: up(1),
            up_2: up(2),
            lowest: says.lowest,
            highest: says.highest,
            all: says.all,
            in_article: around(0),
            in_main: around(1),
            in_nav: around(2),
            in_aside: around(3),
            in_header: around(4),
            in_footer: around(5),
            in_form: around(6),
            in_figure: around(7),
            in_quote: around(8),
            in_table: around(9),
            in_list: around(10),
            in_section: around(11),
            in_details: around(12),
            hidden: f32::from(matches!(self.evidence.zones[block.inner.index()], Some((crate::rules::Kind::Hidden, _)))),
        }
    }
}

/// Summed log odds of an element's names.
fn own(evidence: &Evidence<'_>, node: NodeId) -> f32 {
    let mut sum = 0.0;
    element_words(evidence.document, node, |w| sum += evidence.priors.name(w).unwrap_or_default());
    sum
}

/// Tags that hold text, in order of how much they do in articles; 0 for others.
const TAGS: &[Tag] = &[
    Tag::P,
    Tag::BLOCKQUOTE,
    Tag::PRE,
    Tag::H2,
    Tag::H3,
    Tag::H4,
    Tag::H1,
    Tag::LI,
    Tag::DD,
    Tag::DT,
    Tag::TD,
    Tag::TH,
    Tag::SECTION,
    Tag::ARTICLE,
    Tag::DIV,
    Tag::FIGCAPTION,
    Tag::SUMMARY,
    Tag::CENTER,
];

fn tag_code(tag: Tag) -> f32 {
    TAGS.iter().position(|t| *t == tag).map_or(0.0, |i| i as f32 + 1.0)
}

fn zone_code(zone: &Zone) -> f32 {
    zone.as_ref().map_or(0.0, |(kind, _)| *kind as u8 as f32 + 1.0)
}

/// More than there are kinds of boilerplate.
pub(super) const KINDS: usize = 256;

/// The kind that the names around a block speak of, as a number; 0 for none.
pub(super) fn kind(evidence: &Evidence<'_>, block: &Block) -> usize {
    evidence.named[block.inner.index()].map_or(0, |kind| kind as usize + 1)
}
