//! Lines that belong to a picture: captions and credits by their names, and by the sign that they begin with.

use super::markup::{is_named, table};
use crate::dom::{Document, NodeId, Tag};

/// Most tokens of the element that holds a picture and its caption: more hold text of the article.
const WRAPPER_TOKENS: u32 = 60;

/// How far above its caption a picture's wrapper stands.
const WRAPPERS: usize = 3;

/// Longest caption, in letters; a longer line beside a picture is text. Fixture `figures-ko--gallery`.
pub(super) const CAPTION_LETTERS_MAX: u32 = 300;

/// Longest line, in letters, that is a caption by its first sign.
const SIGNED_LETTERS_MAX: u32 = 160;

/// Elements beside a picture whose names say that they are its caption or its credit, in document order. They stand by
/// themselves, also when they are inline.
pub fn captions(document: &Document) -> Vec<NodeId> {
    let table = table();
    let is_named = |n: &NodeId| is_named(document, *n, table.captions) || is_named(document, *n, table.credits);
    document.nodes().filter(|n| can_be(document, *n)).filter(is_named).filter(|n| is_beside_picture(document, *n)).collect()
}

fn can_be(document: &Document, node: NodeId) -> bool {
    let element = document.element(node);
    let tag = matches!(
        element.tag,
        Tag::DIV
            | Tag::P
            | Tag::SPAN
            | Tag::EM
            | Tag::I
            | Tag::SMALL
            | Tag::CITE
            | Tag::STRONG
            | Tag::FIGCAPTION
            | Tag::DD
            | Tag::DT
            | Tag::LI
            | Tag::FONT
            | Tag::B
    );
    tag && element.tokens.len() as u32 <= WRAPPER_TOKENS
}

fn is_beside_picture(document: &Document, node: NodeId) -> bool {
    let mut wrappers = document.ancestors(node).skip(1).take(WRAPPERS);
    wrappers.any(|wrapper| {
        document.element(wrapper).tag == Tag::FIGURE
            || document.element(wrapper).tokens.len() as u32 <= WRAPPER_TOKENS
                && super::embed::inside(document, wrapper)
                    .any(|n| matches!(document.element(n).tag, Tag::IMG | Tag::VIDEO | Tag::IFRAME))
    })
}

/// Whether a line is the credit of a picture: by the name of its element or by its first word.
pub(super) fn is_credit(document: &Document, node: NodeId, text: &str) -> bool {
    let named = || document.ancestors(node).take(2).any(|n| is_named(document, n, table().credits));
    table().credit_signs.iter().any(|sign| text.starts_with(sign)) || named()
}

/// Whether a line right under a picture begins as captions do.
pub(super) fn is_signed(text: &str, letters: u32) -> bool {
    letters <= SIGNED_LETTERS_MAX && table().caption_signs.iter().any(|sign| text.starts_with(sign))
}
