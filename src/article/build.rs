//! From kept blocks to the article: one walk over the tokens of its element, with a stack of open structures.

use super::rich;
use super::table;
use super::{Article, Block, RichText};
use crate::boilerplate::Verdict;
use crate::dom::block::Block as Line;
use crate::dom::{Document, NodeId, Tag, Token};

/// What the article is built from.
pub struct Source<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its blocks.
    pub blocks: &'a [Line],
    /// One for each block.
    pub verdicts: &'a [Verdict],
    /// The element that holds the article.
    pub root: NodeId,
    /// Elements that hold captions by the site's rule, sorted.
    pub captions: &'a [NodeId],
    /// Address that links are relative to.
    pub base: &'a str,
}

/// Deepest nesting of lists and quotations that is kept; deeper ones are flattened. Real pages stay under 8.
const DEPTH_MAX: usize = 24;

/// Builds the article. The second value says for every block the index of the article's block it belongs before.
pub fn build(source: &Source<'_>) -> (Article, Vec<u32>) {
    let mut builder = Builder {
        source,
        stack: Vec::new(),
        root: Vec::new(),
        positions: vec![0; source.blocks.len()],
        next: 0,
        last_text: None,
    };
    let tokens = source.document.element(source.root).tokens.clone();
    builder.next = source.blocks.partition_point(|b| b.tokens.start < tokens.start);
    let mut at = tokens.start as usize;
    while at < tokens.end as usize {
        at = builder.step(at);
    }
    while !builder.stack.is_empty() {
        builder.pop();
    }
    let end = builder.root.len() as u32;
    builder.positions[builder.next..].fill(end);
    trim_rules(&mut builder.root);
    (Article { blocks: builder.root }, builder.positions)
}

/// An open structure.
enum Frame {
    List { node: NodeId, ordered: bool, items: Vec<Vec<Block>> },
    Item { node: NodeId, blocks: Vec<Block> },
    Quote { node: NodeId, blocks: Vec<Block> },
    Figure { node: NodeId, images: Vec<super::Image>, caption: RichText },
}

impl Frame {
    fn node(&self) -> NodeId {
        match self {
            Self::List { node, .. } | Self::Item { node, .. } | Self::Quote { node, .. } | Self::Figure { node, .. } => *node,
        }
    }
}

struct Builder<'a> {
    source: &'a Source<'a>,
    stack: Vec<Frame>,
    root: Vec<Block>,
    positions: Vec<u32>,
    /// The next block of the page.
    next: usize,
    /// The block that was the last kept text, for lines parted by one `<br>`.
    last_text: Option<usize>,
}

impl Builder<'_> {
    /// Takes the token at `at` and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        if self.source.blocks.get(self.next).is_some_and(|b| b.tokens.start as usize == at) {
            let index = self.next;
            self.next += 1;
            self.take(index);
            return self.source.blocks[index].tokens.end as usize;
        }
        match self.source.document.tokens()[at] {
            Token::Open(node) => return self.open(node, at),
            Token::Close(node) if self.stack.last().is_some_and(|f| f.node() == node) => self.pop(),
            _ => {}
        }
        at + 1
    }

    fn open(&mut self, node: NodeId, at: usize) -> usize {
        let tag = self.source.document.element(node).tag;
        let deep = self.stack.len() >= DEPTH_MAX;
        match tag {
            Tag::UL | Tag::OL if !deep => self.stack.push(Frame::List { node, ordered: tag == Tag::OL, items: Vec::new() }),
            Tag::LI if matches!(self.stack.last(), Some(Frame::List { .. })) => {
                self.stack.push(Frame::Item { node, blocks: Vec::new() })
            }
            Tag::BLOCKQUOTE if !deep => self.stack.push(Frame::Quote { node, blocks: Vec::new() }),
            Tag::FIGURE => self.stack.push(Frame::Figure { node, images: Vec::new(), caption: RichText::default() }),
            Tag::HR => self.push(Block::Rule),
            Tag::PRE => return self.code(node),
            Tag::TABLE if table::is_data(self.source.document, node) => return self.table(node),
            _ => {}
        }
        at + 1
    }

    /// Takes a block of the page: text or picture goes into the open structure if it is kept.
    fn take(&mut self, index: usize) {
        self.positions[index] = self.root.len() as u32;
        if self.source.verdicts[index] != Verdict::Keep {
            return;
        }
        let (source, line) = (self.source, &self.source.blocks[index]);
        if let Some(node) = line.image {
            if let Some(image) = rich::image(source.document, node, source.base) {
                self.image(image);
            }
            return;
        }
        let text = RichText::read(source.document, line.tokens.start as usize..line.tokens.end as usize, source.base);
        let captioned =
            source.document.ancestors(line.node).take(CAPTION_DEPTH).any(|n| source.captions.binary_search(&n).is_ok());
        if captioned || matches!(self.stack.last(), Some(Frame::Figure { .. })) {
            return self.caption(text);
        }
        let joins = line.continues && self.last_text == index.checked_sub(1);
        self.last_text = Some(index);
        match source.document.element(line.node).tag.heading_level() {
            Some(level) => self.push(Block::Heading { level: level.max(2), text }),
            None if joins => self.join(text),
            None if is_bold_heading(&text) => {
                self.push(Block::Heading { level: BOLD_HEADING_LEVEL, text: RichText::plain(text.text) })
            }
            None => self.push(Block::Paragraph(text)),
        }
    }

    fn image(&mut self, image: super::Image) {
        if let Some(Frame::Figure { images, .. }) = self.stack.last_mut() {
            images.push(image);
        } else {
            self.push(Block::Figure { images: vec![image], caption: RichText::default() });
        }
    }

    /// A caption goes to the open figure, or to the picture just before it.
    fn caption(&mut self, text: RichText) {
        if let Some(Frame::Figure { caption, .. }) = self.stack.last_mut() {
            caption.append(" ", text);
        } else if let Some(Block::Figure { caption, .. }) = self.blocks().last_mut() {
            caption.append(" ", text);
        }
    }

    /// A line after a single `<br>` belongs to the paragraph before it.
    fn join(&mut self, text: RichText) {
        match self.blocks().last_mut() {
            Some(Block::Paragraph(before)) => before.append("\n", text),
            _ => self.push(Block::Paragraph(text)),
        }
    }

    fn code(&mut self, pre: NodeId) -> usize {
        let kept = self.skip(pre);
        let (language, text) = rich::code(self.source.document, pre);
        if kept && !text.is_empty() {
            self.push(Block::Code { language, text });
        }
        self.source.document.element(pre).tokens.end as usize
    }

    fn table(&mut self, node: NodeId) -> usize {
        if self.skip(node) {
            let removed = |at: u32| {
                let index = self.source.blocks.partition_point(|b| b.tokens.start < at);
                self.source.blocks.get(index).is_some_and(|b| b.tokens.start == at)
                    && self.source.verdicts[index] != Verdict::Keep
            };
            let table = table::read(self.source.document, node, self.source.base, removed);
            self.push(table);
        }
        self.source.document.element(node).tokens.end as usize
    }

    /// Passes over the blocks of an element that is read as a whole, and says whether any of them is kept.
    fn skip(&mut self, node: NodeId) -> bool {
        let end = self.source.document.element(node).tokens.end;
        let first = self.next;
        self.next += self.source.blocks[first..].partition_point(|b| b.tokens.start < end);
        self.positions[first..self.next].fill(self.root.len() as u32);
        self.source.verdicts[first..self.next].contains(&Verdict::Keep)
    }

    /// The blocks of the innermost open structure that takes blocks.
    fn blocks(&mut self) -> &mut Vec<Block> {
        for frame in self.stack.iter_mut().rev() {
            match frame {
                Frame::Item { blocks, .. } | Frame::Quote { blocks, .. } => return blocks,
                Frame::List { items, .. } => {
                    if items.is_empty() {
                        items.push(Vec::new());
                    }
                    return items.last_mut().expect("just filled");
                }
                Frame::Figure { .. } => {}
            }
        }
        &mut self.root
    }

    fn push(&mut self, block: Block) {
        self.blocks().push(block);
    }

    fn pop(&mut self) {
        match self.stack.pop() {
            Some(Frame::Item { blocks, .. }) if !blocks.is_empty() => match self.stack.last_mut() {
                Some(Frame::List { items, .. }) => items.push(blocks),
                _ => self.blocks().extend(blocks),
            },
            Some(Frame::List { ordered, items, .. }) if items.iter().any(|item| !item.is_empty()) => {
                self.push(Block::List { ordered, items })
            }
            Some(Frame::Quote { blocks, .. }) if !blocks.is_empty() => self.push(Block::Quote(blocks)),
            Some(Frame::Figure { images, caption, .. }) if !images.is_empty() => self.push(Block::Figure { images, caption }),
            Some(Frame::Figure { caption, .. }) if !caption.text.is_empty() => self.push(Block::Paragraph(caption)),
            _ => {}
        }
    }
}

/// Korean papers set sub-headings as a bold paragraph. Fixture `generic-ko--divs`.
const BOLD_HEADING_LEVEL: u8 = 3;

/// Longest bold line, in characters, that is a sub-heading.
const BOLD_HEADING_LETTERS_MAX: usize = 40;

/// Whether all of a short line is bold and it is no sentence.
fn is_bold_heading(text: &RichText) -> bool {
    let whole =
        |m: &super::Mark| m.kind == super::MarkKind::Strong && m.span.start == 0 && m.span.end as usize == text.text.len();
    text.marks.iter().any(whole)
        && text.text.chars().count() <= BOLD_HEADING_LETTERS_MAX
        && !text.text.ends_with(['.', '?', '!', '”', '"', ':'])
}

/// How far above a line its caption element may stand.
const CAPTION_DEPTH: usize = 4;

/// No rule at the ends, none twice.
fn trim_rules(blocks: &mut Vec<Block>) {
    blocks.dedup_by(|a, b| *a == Block::Rule && *b == Block::Rule);
    while blocks.last() == Some(&Block::Rule) {
        blocks.pop();
    }
}
