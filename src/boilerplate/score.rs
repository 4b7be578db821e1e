//! How much a block looks like running text, and the element that holds the most of it.

use super::zone::Zone;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};

/// A letter of Hangul, Han or kana says about as much as two Latin letters.
const CJK_WEIGHT: u32 = 2;

/// Share of link letters above which a block is a link, not a sentence. EXTRACTION.md: link density of body text is
/// under 0.3 on nearly all pages; fixture `generic--ko-div` has a teaser at 1.0, `generic--en-blog` a sentence at 0.4.
pub const LINK_DENSITY_MAX: f32 = 0.5;

/// Weight from which a sentence counts as running text: about eight Latin words.
const SENTENCE_WEIGHT: u32 = 40;

/// Weight from which text counts without closing punctuation.
const PARAGRAPH_WEIGHT: u32 = 160;

/// Weight that one block can add: a terms-of-use page must not outweigh an article by one block.
const WEIGHT_CAP: u32 = 600;

/// What a short line, a link line and a line in a boilerplate zone take away.
const SHORT_PENALTY: f32 = 2.0;
const LINK_PENALTY: f32 = 8.0;
const ZONE_PENALTY: f32 = 12.0;

/// Score below which no element is an article: about three short sentences. Fixture `generic--short-news`.
pub const ARTICLE_SCORE_MIN: f32 = 90.0;

/// Letters of a block, with Hangul, Han and kana counted double.
pub fn weight(block: &Block) -> u32 {
    block.letters + block.cjk_letters * (CJK_WEIGHT - 1)
}

/// Whether the block is running text: a sentence of some length, or a long paragraph.
pub fn is_prose(block: &Block) -> bool {
    let weight = weight(block);
    block.link_density() <= LINK_DENSITY_MAX
        && (weight >= PARAGRAPH_WEIGHT || weight >= SENTENCE_WEIGHT && ends_sentence(&block.text))
}

/// Whether the text ends as a sentence does; closing marks after the point are skipped.
pub fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '」', '』', ')', ']', '»', '›']);
    let closing_quote = bare.len() < text.len() && text.ends_with(['”', '"', '」', '』', '»']);
    bare.ends_with(['.', '?', '!', '…', '。', '？', '！', ':', ';']) || closing_quote
}

fn score(document: &Document, block: &Block, zone: &Zone) -> f32 {
    if zone.is_some() {
        return -ZONE_PENALTY;
    }
    if block.image.is_some() {
        return 0.0;
    }
    if block.link_density() > LINK_DENSITY_MAX {
        return -LINK_PENALTY;
    }
    let weight = weight(block).min(WEIGHT_CAP) as f32;
    let structured = matches!(
        document.element(block.node).tag,
        Tag::LI | Tag::TD | Tag::TH | Tag::DD | Tag::DT | Tag::PRE | Tag::CODE | Tag::FIGCAPTION
    );
    match () {
        () if is_prose(block) => weight,
        () if document.element(block.node).tag.heading_level().is_some() || structured => 0.0,
        () => -SHORT_PENALTY,
    }
}

/// Linked headings from which a page is a list of things elsewhere. Fixtures `not-article--search`, `not-article--front-page`.
const LINKED_HEADINGS: usize = 3;

/// Whether an element holds a list of links to texts (search results, a front page) more than a text: linked headings,
/// one to two paragraphs or fewer.
pub fn is_listing(document: &Document, blocks: &[Block], root: NodeId) -> bool {
    let inside = || blocks.iter().filter(|b| document.contains(root, b.node));
    let is_heading = |b: &&Block| document.ancestors(b.inner).take(3).any(|n| document.element(n).tag.heading_level().is_some());
    let linked = inside().filter(|b| b.link_density() > LINK_DENSITY_MAX).filter(is_heading).count();
    linked >= LINKED_HEADINGS && 2 * linked >= inside().filter(|b| is_prose(b)).count()
}

/// The element with the highest sum of block scores, the innermost of equals, with that sum.
pub fn densest(document: &Document, blocks: &[Block], zones: &[Zone]) -> Option<(NodeId, f32)> {
    let mut sums = vec![0.0f32; document.len()];
    for block in blocks {
        sums[block.node.index()] += score(document, block, &zones[block.inner.index()]);
    }
    document.sum_up(&mut sums, |sum, own| *sum += own);
    // Later ordinals are inner elements, so `>=` keeps the innermost of equals.
    document.nodes().map(|n| (n, sums[n.index()])).reduce(|best, next| if next.1 >= best.1 { next } else { best })
}
