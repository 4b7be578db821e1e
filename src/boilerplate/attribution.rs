//! Who is quoted: the `footer`, the `cite` or the caption that stands with a block quotation is taken or left with its words.

use super::Reason;
use super::zone::Zone;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag, Token};

/// Longest attribution, in letters; a longer line in the place of one is text of its own.
const LETTERS_MAX: u32 = 200;

/// Elements between a line and the quotation or figure around it: `figure > figcaption > p > cite`.
const DEPTH: usize = 4;

/// Tokens of a line or figure that are looked through: a bound, so that no page makes it slow.
const TOKENS_MAX: usize = 200;

/// The quotation that a line says the source of: the block quotation around it, or the one in its figure. Fixture
/// `quotes-en--attribution`.
pub(super) fn quotation(document: &Document, block: &Block) -> Option<NodeId> {
    if block.letters == 0 || block.letters > LETTERS_MAX {
        return None;
    }
    let tag = |n: &NodeId| document.element(*n).tag;
    let mut around = document.ancestors(block.inner).take(DEPTH);
    let marked = |n: &NodeId| matches!(tag(n), Tag::FOOTER | Tag::CITE | Tag::FIGCAPTION);
    let is_marked = around.any(|n| marked(&n)) || holds(document, &block.tokens, Tag::CITE).is_some();
    let mut outer = document.ancestors(block.inner).take(DEPTH);
    let found = outer.find(|n| matches!(tag(n), Tag::BLOCKQUOTE | Tag::FIGURE)).filter(|_| is_marked)?;
    if tag(&found) == Tag::BLOCKQUOTE { Some(found) } else { holds(document, &document.element(found).tokens, Tag::BLOCKQUOTE) }
}

/// The first element of a tag that begins in a range of tokens.
fn holds(document: &Document, tokens: &std::ops::Range<u32>, tag: Tag) -> Option<NodeId> {
    let inside = &document.tokens()[tokens.start as usize..tokens.end as usize];
    let open = |t: &Token| if let Token::Open(n) = t { Some(*n) } else { None };
    inside.iter().take(TOKENS_MAX).filter_map(open).find(|n| document.element(*n).tag == tag)
}

/// The footer of a quotation is none of the page: it is in no zone but its quotation's.
pub(super) fn free(document: &Document, zones: &mut [Zone]) {
    let is_footer = |zone: &Zone| matches!(zone, Some((_, Reason::Element(name))) if name == Tag::FOOTER.name());
    let mut within: Option<(NodeId, Zone)> = None;
    for node in document.nodes() {
        within = within.filter(|(footer, _)| document.contains(*footer, node));
        if within.is_none() && document.element(node).tag == Tag::FOOTER {
            let quote = document.ancestors(node).skip(1).take(DEPTH).find(|n| document.element(*n).tag == Tag::BLOCKQUOTE);
            within = quote.map(|quote| (node, zones[quote.index()].clone()));
        }
        if let Some((_, zone)) = within.as_ref().filter(|_| is_footer(&zones[node.index()])) {
            zones[node.index()] = zone.clone();
        }
    }
}
