//! Lines that are boilerplate by their wording and their place: byline, tip line, promotion and copyright at the tail,
//! labels at the head.

use super::score::is_prose;
use super::{Kind, Reason};
use crate::dom::block::Block;
use crate::rules::pattern::{CAPTION, EDGE, Match, Patterns, is_credit_sign};

/// The stretch of blocks from the first to the last running text.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    first: usize,
    last: usize,
}

impl Body {
    /// Whether the running text starts after the block.
    pub fn starts_after(self, index: usize) -> bool {
        index < self.first
    }

    /// Whether the block stands before the first or after the last running text.
    pub fn is_edge(self, index: usize) -> bool {
        index < self.first || index > self.last
    }
}

/// What patterns say of each block, whatever their place.
pub fn matches(blocks: &[Block]) -> Vec<Option<Match>> {
    let mut patterns = Patterns::default();
    let mut matches: Vec<Option<Match>> = blocks.iter().map(|block| patterns.find(&block.text)).collect();
    // Where the text's own paragraphs begin with a sign (an interview: "▶ 문태오 : …"), the sign says nothing of a line.
    let prose = |i: &usize| is_prose(&blocks[*i]) && matches[*i].is_none_or(|m| m.pattern.weak);
    let signs: Vec<char> = (0..blocks.len()).filter(prose).filter_map(|i| sign(&blocks[i])).collect();
    let own = |block: &Block| sign(block).is_some_and(|s| signs.iter().filter(|other| **other == s).count() >= SIGNED_PARAGRAPHS);
    for (block, matched) in blocks.iter().zip(&mut matches) {
        *matched = matched.filter(|m| !m.pattern.weak || !own(block));
    }
    drop_alone(&mut matches);
    for index in 0..blocks.len().saturating_sub(1) {
        if is_caption(&blocks[index], &blocks[index + 1], matches[index + 1]) {
            matches[index] = Some(Match { kind: Kind::PhotoCredit, pattern: &CAPTION });
        }
    }
    matches
}

/// Takes back what holds only beside another line that a pattern takes. Fixture `keeps--recommended-books`.
fn drop_alone(matches: &mut [Option<Match>]) {
    let firm: Vec<bool> = matches.iter().map(|m| m.is_some_and(|m| !m.pattern.beside)).collect();
    let has_neighbour = |i: usize| i.checked_sub(1).is_some_and(|before| firm[before]) || firm.get(i + 1) == Some(&true);
    for (index, matched) in matches.iter_mut().enumerate() {
        *matched = matched.filter(|m| !m.pattern.beside || has_neighbour(index));
    }
}

/// Whether the block is a caption by its sign and by the credit in the paragraph after it. In one element both are the
/// figure's own.
fn is_caption(block: &Block, next: &Block, matched: Option<Match>) -> bool {
    block.text.starts_with(CAPTION_SIGNS) && block.node != next.node && matched.is_some_and(|m| is_credit_sign(m.pattern))
}

/// Signs of captions in papers without figures.
const CAPTION_SIGNS: [char; 2] = ['▲', '△'];

/// Paragraphs that begin with the same sign from which the sign is the text's own. Fixture `keeps--interview`.
const SIGNED_PARAGRAPHS: usize = 2;

/// The sign that a line begins with, if it does.
fn sign(block: &Block) -> Option<char> {
    block.text.chars().next().filter(|c| !c.is_alphanumeric() && !c.is_ascii())
}

/// The stretch of running text among the candidate blocks (`candidate` says which may be body at all). Lines that read
/// like sentences but are known to open or close a text ("▷ … 구독해주세요!") are no part of it at its ends.
pub fn body(blocks: &[Block], matches: &[Option<Match>], candidate: impl Fn(usize) -> bool) -> Option<Body> {
    let prose: Vec<usize> =
        (0..blocks.len()).filter(|i| candidate(*i) && is_prose(&blocks[*i]) && !is_notice(matches[*i])).collect();
    let text = |i: &&usize| !matches[**i].is_some_and(|m| m.pattern.sentence);
    let first = prose.iter().find(text).or(prose.first())?;
    let last = prose.iter().rfind(text).or(prose.last())?;
    Some(Body { first: *first, last: *last })
}

/// Whether a pattern takes the line wherever it stands.
pub fn is_notice(matched: Option<Match>) -> bool {
    matched.is_some_and(|m| m.pattern.place != EDGE)
}

/// The verdict of a pattern at this place.
pub fn verdict(matched: Option<Match>, edge: bool) -> Option<(Kind, Reason)> {
    let m = matched.filter(|m| edge || m.pattern.place != EDGE)?;
    Some((m.kind, Reason::Pattern(m.pattern.id)))
}

/// Where the article ends: the first copyright notice after which less running text follows than stood before.
pub fn end(blocks: &[Block], matches: &[Option<Match>], candidate: impl Fn(usize) -> bool) -> Option<usize> {
    let is_notice = |i: usize| matches[i].is_some_and(|m| m.kind == Kind::Copyright && m.pattern.place != EDGE);
    let mut after: u32 = (0..blocks.len()).filter(|i| candidate(*i) && !is_notice(*i)).map(|i| prose_letters(&blocks[i])).sum();
    let mut before = 0;
    for index in (0..blocks.len()).filter(|i| candidate(*i)) {
        if is_notice(index) && after < before {
            return Some(index);
        }
        let letters = if is_notice(index) { 0 } else { prose_letters(&blocks[index]) };
        (before, after) = (before + letters, after - letters);
    }
    None
}

fn prose_letters(block: &Block) -> u32 {
    if is_prose(block) { block.letters } else { 0 }
}
