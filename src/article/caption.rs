//! Lines that belong to a picture: captions and credits by their names, and by the sign that they begin with.

use super::markup::{names, table};
use crate::boilerplate::{Reason, Verdict};
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};

/// Most tokens of the element that holds a picture and its caption: more hold text of the article.
const WRAPPER_TOKENS: usize = 60;

/// How far above its caption a picture's wrapper stands.
const WRAPPERS: usize = 3;

/// Longest caption, in letters; a longer line beside a picture is text. Fixture `images-ko--lazy`.
pub(super) const CAPTION_LETTERS_MAX: u32 = 300;

/// Longest line, in letters, that is a caption by its first sign.
const SIGNED_LETTERS_MAX: u32 = 160;

/// Elements beside a picture whose names say that they are its caption or its credit, in document order. They stand by
/// themselves, also when they are inline.
pub fn captions(document: &Document) -> Vec<NodeId> {
    let is_picture = |n: &NodeId| matches!(document.element(*n).tag, Tag::IMG | Tag::VIDEO | Tag::IFRAME | Tag::PICTURE);
    let mut wrappers: Vec<NodeId> = Vec::new();
    for picture in document.nodes().filter(is_picture) {
        let around = document.ancestors(picture).skip(1).take(WRAPPERS);
        wrappers.extend(around.take_while(|n| is_wrapper(document, *n)));
    }
    let inside = sorted(wrappers).into_iter().flat_map(|wrapper| super::embed::inside(document, wrapper).take(WRAPPER_TOKENS));
    let (mut captions, mut credits) = (names().captions.reader(document), names().credits.reader(document));
    let mut named = |n: &NodeId| captions.first_of(*n).is_some() || credits.first_of(*n).is_some();
    let is_caption = |n: &NodeId| can_be(document, *n) && (document.element(*n).tag == Tag::FIGCAPTION || named(n));
    sorted(inside.collect()).into_iter().filter(is_caption).collect()
}

/// In document order, each once.
fn sorted(mut nodes: Vec<NodeId>) -> Vec<NodeId> {
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

/// Whether an element holds a picture and what belongs to it, and no text of the article.
fn is_wrapper(document: &Document, node: NodeId) -> bool {
    let element = document.element(node);
    element.tag == Tag::FIGURE || element.tokens.len() <= WRAPPER_TOKENS
}

fn can_be(document: &Document, node: NodeId) -> bool {
    let element = document.element(node);
    let is_line = matches!(
        element.tag,
        Tag::DIV
            | Tag::P
            | Tag::SPAN
            | Tag::EM
            | Tag::I
            | Tag::B
            | Tag::SMALL
            | Tag::CITE
            | Tag::STRONG
            | Tag::FONT
            | Tag::FIGCAPTION
            | Tag::DD
            | Tag::DT
            | Tag::LI
    );
    is_line && element.tokens.len() <= WRAPPER_TOKENS
}

/// How many blocks a caption stands from its picture at most: the picture's line, credit and a button between.
const REACH: usize = 3;

/// Keeps the lines of a kept picture that were taken for boilerplate by their words: a credit often says whose the rights
/// are. What the page hides or a site's rule names stays out.
pub fn keep(document: &Document, blocks: &[Block], captions: &[NodeId], verdicts: &mut [Verdict]) {
    let is_caption = |b: &Block| document.ancestors(b.inner).take(WRAPPERS).any(|n| captions.binary_search(&n).is_ok());
    let is_kept_picture = |i: usize, verdicts: &[Verdict]| blocks[i].image.is_some() && verdicts[i] == Verdict::Keep;
    for (index, block) in blocks.iter().enumerate() {
        let is_open = matches!(&verdicts[index], Verdict::Remove(_, why) if !matches!(why, Reason::Hidden | Reason::SiteRule(_)));
        // A line right under a picture that points up to it needs no name. Fixture `images-ko--lazy`.
        let points_up = || index > 0 && blocks[index - 1].image.is_some() && is_signed(&block.text, block.letters);
        let is_line = block.image.is_none() && block.letters <= CAPTION_LETTERS_MAX;
        if !is_open || !is_line || !(is_caption(block) || points_up()) {
            continue;
        }
        let near = index.saturating_sub(REACH)..(index + REACH).min(blocks.len());
        if near.into_iter().any(|i| is_kept_picture(i, verdicts)) {
            verdicts[index] = Verdict::Keep;
        }
    }
}

/// How far above a line its caption element may stand.
const CAPTION_DEPTH: usize = 4;

/// Whether a line stands in an element that holds a caption.
pub(super) fn is_named(document: &Document, line: &Block, captions: &[NodeId]) -> bool {
    let mut around = [line.inner].into_iter().chain(document.ancestors(line.node).take(CAPTION_DEPTH));
    around.any(|n| captions.binary_search(&n).is_ok())
}

/// Whether lines in an element are text, though a figure is around it.
fn holds_text(tag: Tag) -> bool {
    matches!(tag, Tag::BLOCKQUOTE | Tag::LI | Tag::DD | Tag::DT | Tag::TABLE | Tag::DETAILS)
}

/// Which blocks are lines of a picture near by: they are shown with it and never are text, so that nothing is to be told of
/// them by themselves.
pub fn of_pictures(document: &Document, blocks: &[Block], captions: &[NodeId]) -> Vec<bool> {
    let is_picture = |i: usize| blocks[i].image.is_some();
    let in_figure = |block: &Block| {
        let mut around = document.ancestors(block.node).take(CAPTION_DEPTH).map(|n| document.element(n).tag);
        around.find(|tag| *tag == Tag::FIGURE || holds_text(*tag)) == Some(Tag::FIGURE)
    };
    let is_line = |index: usize| {
        let block = &blocks[index];
        let mut near = index.saturating_sub(REACH)..(index + REACH).min(blocks.len());
        let signed = || index > 0 && is_picture(index - 1) && is_signed(&block.text, block.letters);
        !is_picture(index)
            && block.letters <= CAPTION_LETTERS_MAX
            && near.any(is_picture)
            && (is_named(document, block, captions) || in_figure(block) || signed())
    };
    (0..blocks.len()).map(is_line).collect()
}

/// Whether a line is the credit of a picture: by the name of its element or by its first word.
pub(super) fn is_credit(document: &Document, node: NodeId, text: &str) -> bool {
    let named = || document.ancestors(node).take(2).any(|n| names().credits.any_in(document.names(n)));
    table().credit_signs.iter().any(|sign| text.starts_with(sign)) || named()
}

/// Whether a line right under a picture begins as captions do.
pub(super) fn is_signed(text: &str, letters: u32) -> bool {
    letters <= SIGNED_LETTERS_MAX && !has_dateline(text) && table().caption_signs.iter().any(|sign| text.starts_with(sign))
}

/// How many blocks below its picture a caption stands that only its agency tells: a button may stand between.
pub(super) const BELOW: usize = 2;

/// Whether a line right under a picture is one sentence with the agency that gave the picture behind it. Fixture
/// `images-ko--agency`.
pub(super) fn ends_with_agency(text: &str, letters: u32) -> bool {
    let before = |agency: &&str| text.strip_suffix(*agency).map(str::trim_end);
    let sentence = table().caption_ends.iter().filter_map(before).find(|sentence| sentence.ends_with('.'));
    letters <= SIGNED_LETTERS_MAX && sentence.is_some_and(|s| !s.contains(". "))
}

/// Whether a wire dateline ("[하늘일보=김하늘 기자]") stands inside the line: the caption runs into the text. Fixture
/// `naver--sports-2017` with its names changed.
fn has_dateline(text: &str) -> bool {
    let inside = text.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    inside.is_some_and(|(sign, rest)| sign.contains('=') && !rest.trim().is_empty())
}
