//! Which of the hidden parts are the article behind a "read more" fold: they stand between or behind shown paragraphs, and a
//! control beside them opens them. In: the snapshot's hidden roots; out: those that truly are not for reading.

use super::kind::{FoldWords, fold_words, holds_any, is_prose, names};
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};
use crate::rules::class_name;

/// Longest text of a control that opens a fold, in bytes: "기사 전체 보기" with a sign and a count.
const CONTROL_BYTES_MAX: usize = 60;

/// How far around a fold its control may stand: beside it, or beside the box it is in.
const CONTROL_DEPTH: usize = 2;

/// Elements before and behind a fold among which its control is looked for: a bound, so that no page makes it slow.
const ELEMENTS_NEAR: usize = 60;

/// The hidden roots without the folds. Fixture `fold--read-more`.
pub(super) fn hidden(document: &Document, blocks: &[Block], hidden: &[NodeId]) -> Vec<NodeId> {
    if hidden.is_empty() {
        return Vec::new();
    }
    let prose: Vec<&Block> = blocks.iter().filter(|block| is_prose(block)).collect();
    let is_hidden = |node: NodeId| document.ancestors(node).any(|n| hidden.binary_search(&n).is_ok());
    let fold = |root: NodeId| {
        let Some(parent) = document.element(root).parent else { return false };
        let first = prose.partition_point(|b| b.tokens.start < document.element(root).tokens.start);
        let holds = prose.get(first).is_some_and(|b| document.contains(root, b.node));
        let before = first.checked_sub(1).and_then(|i| prose.get(i));
        let follows = before.is_some_and(|b| document.contains(parent, b.node) && !is_hidden(b.node));
        holds && follows && !is_named_junk(document, root) && is_opened(document, root)
    };
    hidden.iter().copied().filter(|root| !fold(*root)).collect()
}

fn is_named_junk(document: &Document, node: NodeId) -> bool {
    // "read-more" is the name of folds as much as of lists of other articles.
    class_name::kind_of(document.names(node)).is_some() && !names().folds.any_in(document.names(node))
}

/// Whether a control near the fold opens it: by its words, or because it says so to listeners.
fn is_opened(document: &Document, root: NodeId) -> bool {
    let near = document.ancestors(root).skip(1).take(CONTROL_DEPTH).last();
    let id = document.attribute(root, "id").unwrap_or_default();
    let FoldWords { lines, .. } = fold_words();
    near.is_some_and(|near| {
        let mut controls = around(document, near, root).filter(|n| is_control(document, *n));
        controls.any(|control| {
            let text = document.text_of(control);
            let named = !id.is_empty() && document.attribute(control, "aria-controls") == Some(id);
            named || text.len() <= CONTROL_BYTES_MAX && holds_any(&text, lines)
        })
    })
}

/// The nearest elements before and behind a fold that stand in `near`.
fn around(document: &Document, near: NodeId, root: NodeId) -> impl Iterator<Item = NodeId> {
    let end = document.element(root).tokens.end;
    // Ordinals and tokens ascend together.
    let (mut low, mut high) = (root.0 + 1, document.len() as u32);
    while low < high {
        let middle = low + (high - low) / 2;
        if document.element(NodeId(middle)).tokens.start < end { low = middle + 1 } else { high = middle }
    }
    let behind = (low..document.len() as u32).map(NodeId).take(ELEMENTS_NEAR).take_while(move |n| document.contains(near, *n));
    let before = (near.0 + 1..root.0).rev().map(NodeId).take(ELEMENTS_NEAR);
    behind.chain(before)
}

fn is_control(document: &Document, node: NodeId) -> bool {
    let own_page = |href: &str| href.starts_with('#') || href.starts_with("javascript:");
    match document.element(node).tag {
        Tag::BUTTON | Tag::LABEL => true,
        Tag::A => document.attribute(node, "href").is_none_or(own_page),
        _ => document.attribute(node, "role") == Some("button"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::{block, scan};

    #[test]
    fn folds() {
        let check = |hidden_part: &str, control: &str, expect: bool| {
            let page = format!(
                "<html><head></head><body><div><p>The bridge was closed for six years and opens again on Monday.</p>{hidden_part}{control}</div></body></html>"
            );
            let document = scan::scan(&page).expect("small");
            let blocks = block::blocks(&document, &[]);
            // html, head, body, div, p, then the part.
            let found = hidden(&document, &blocks, &[NodeId(5)]);
            assert_eq!(found.is_empty(), expect, "{hidden_part} {control}");
        };
        let text = "<p>The toll will be one coin a cart, and nothing for those on foot.</p>";
        let more = "<button>Read more</button>";
        check(&format!("<div class=\"rest\">{text}</div>"), more, true);
        check(&format!("<div class=\"rest\">{text}</div>"), "<button>Share</button>", false);
        check(&format!("<div id=\"r\">{text}</div>"), "<button aria-controls=\"r\">▾</button>", true);
        check(&format!("<div class=\"newsletter\">{text}</div>"), more, false);
        check("<div class=\"rest\"><a href=\"/1\">Other news</a></div>", more, false);
        check(&format!("<div class=\"rest\">{text}</div>"), "<a href=\"/next\">Read more</a>", false);
    }
}
