//! What a line is: a sub-heading when all of it is bold; where only a `<br>` parts it from the line before, a part of
//! that paragraph or one of its own.
//!
//! A page that parts its paragraphs with two `<br>` means a line break by one. A page that never has two means a
//! paragraph by one when its lines are sentences; lines of a poem, an address or a song are not.

use super::{Mark, MarkKind, RichText};
use crate::dom::block::Block;

/// Lines from which their form says what a single `<br>` means.
const LINES_MIN: u32 = 3;

/// Letters of a line in the mean, Hangul, Han and kana counted double, from which lines are paragraphs: a verse has fewer.
const LETTERS_MIN: u32 = 45;

/// Of three lines, how many end as a sentence does where lines are paragraphs: a quoted or cut line may stand between.
const SENTENCES_OF_THREE: u32 = 2;

/// The lines that stand directly in one element.
#[derive(Debug, Clone, Default)]
struct Lines {
    count: u32,
    letters: u32,
    sentences: u32,
    /// Whether two `<br>` stand anywhere between them.
    doubled: bool,
}

impl Lines {
    fn are_paragraphs(&self) -> bool {
        !self.doubled
            && self.count >= LINES_MIN
            && self.letters >= LETTERS_MIN * self.count
            && 3 * self.sentences >= SENTENCES_OF_THREE * self.count
    }
}

/// For every block, whether it belongs to the paragraph of the block before it.
pub(super) fn joined(blocks: &[Block], kept: impl Fn(usize) -> bool) -> Vec<bool> {
    let elements = blocks.iter().map(|block| block.node.index() + 1).max().unwrap_or(0);
    let mut lines = vec![Lines::default(); elements];
    let mut before: Option<&Block> = None;
    for (index, block) in blocks.iter().enumerate() {
        let is_next = before.is_some_and(|b| b.node == block.node && b.image.is_none());
        before = Some(block);
        if block.image.is_some() || !kept(index) {
            continue;
        }
        let lines = &mut lines[block.node.index()];
        lines.doubled |= is_next && !block.continues;
        lines.count += 1;
        lines.letters = lines.letters.saturating_add(block.letters + block.cjk_letters);
        lines.sentences += u32::from(ends_sentence(&block.text));
    }
    let is_joined = |(index, block): (usize, &Block)| {
        block.continues && !lines[block.node.index()].are_paragraphs() && index > 0 && kept(index - 1)
    };
    blocks.iter().enumerate().map(is_joined).collect()
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '」', '』', ')', ']', '»']);
    bare.ends_with(['.', '?', '!', '…', '。', '？', '！'])
}

/// Korean papers set sub-headings as a bold paragraph. Fixture `generic-ko--divs`.
pub(super) const BOLD_HEADING_LEVEL: u8 = 3;

/// Longest bold line, in characters, that is a sub-heading.
const BOLD_HEADING_LETTERS_MAX: usize = 40;

/// Whether all of a short line is bold and it is no sentence.
pub(super) fn is_bold_heading(text: &RichText) -> bool {
    let whole = |m: &Mark| m.kind == MarkKind::Strong && m.span.start == 0 && m.span.end as usize == text.text.len();
    text.marks.iter().any(whole)
        && text.text.chars().count() <= BOLD_HEADING_LETTERS_MAX
        && !text.text.ends_with(['.', '?', '!', '”', '"', ':'])
}
