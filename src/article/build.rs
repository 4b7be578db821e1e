//! From kept blocks to the article: one walk over the tokens of its element, with a stack of open structures.

use super::frame::{self, Frame, Kind};
use super::note::{Notes, Numbered};
use super::rich::Page;
use super::{Article, Block, Direction, RichText, caption, code, direction, embed, lines, picture, table};
use crate::boilerplate::{Post, Reason, Verdict};
use crate::dom::block::Block as Line;
use crate::dom::{Document, NodeId, Tag, Token};
use std::ops::Range;

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
    /// The posts of a thread, in document order.
    pub posts: &'a [Post],
    /// Elements that hold captions, sorted.
    pub captions: &'a [NodeId],
    /// Address that links are relative to.
    pub base: &'a str,
    /// Language of the text, its primary subtag.
    pub lang: &'a str,
    /// Address of the picture that the page names as its own, or empty.
    pub lead: &'a str,
}

/// Deepest nesting of structures that is kept; deeper ones are flattened. Real pages stay under 8.
const DEPTH_MAX: usize = 24;

/// Builds the article. The second value says for every block the index of the article's block it belongs before.
pub fn build(source: &Source<'_>) -> (Article, Vec<u32>) {
    let notes = Notes::find(source.document, source.root, source.base);
    let mut builder = Builder::new(source, &notes);
    let tokens = source.document.element(source.root).tokens.clone();
    builder.next = source.blocks.partition_point(|b| b.tokens.start < tokens.start);
    let mut at = tokens.start as usize;
    while at < tokens.end as usize {
        at = builder.step(at);
    }
    while !builder.stack.is_empty() {
        builder.pop();
    }
    builder.finish()
}

pub(super) struct Builder<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) page: Page<'a>,
    pub(super) stack: Vec<Frame>,
    pub(super) root: Vec<Block>,
    positions: Vec<u32>,
    /// The next block of the page.
    next: usize,
    /// The block that was the last kept text, for lines parted by one `<br>`.
    last_text: Option<usize>,
    /// For every block, whether it goes on with the paragraph before it.
    joined: Vec<bool>,
    /// Kept blocks, and letters of blocks, before each block.
    kept: Vec<u32>,
    letters: Vec<u32>,
    direction: Direction,
    /// Elements around that say a direction; `None` is for "by the text".
    directions: Vec<(NodeId, Option<Direction>)>,
    /// The open `summary`.
    summary: Option<NodeId>,
    /// Pictures shown, by their keys, with the block that showed them.
    pub(super) seen: Numbered,
    /// The last block that was a picture, and whether it came from a `noscript`.
    pub(super) last_picture: Option<(usize, bool)>,
    /// A caption and its credit that came before their picture.
    pub(super) waiting: Option<(RichText, RichText)>,
}

impl<'a> Builder<'a> {
    fn new(source: &'a Source<'a>, notes: &'a Notes) -> Self {
        let is_kept = |i: usize| source.verdicts[i] == Verdict::Keep;
        let sums = |of: &dyn Fn(usize) -> u32| {
            let sum = (0..source.blocks.len()).scan(0u32, |sum, i| {
                *sum = sum.saturating_add(of(i));
                Some(*sum)
            });
            std::iter::once(0).chain(sum).collect()
        };
        Self {
            source,
            page: Page { document: source.document, base: source.base, notes },
            stack: Vec::new(),
            root: Vec::new(),
            positions: vec![0; source.blocks.len()],
            next: 0,
            last_text: None,
            joined: lines::joined(source.blocks, is_kept),
            kept: sums(&|i| u32::from(is_kept(i))),
            letters: sums(&|i| source.blocks[i].letters),
            direction: direction::of(source.document, source.root, source.lang),
            directions: Vec::new(),
            summary: None,
            seen: Numbered::new(),
            last_picture: None,
            waiting: None,
        }
    }

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
            Token::Close(node) => self.close(node),
            Token::Text(_) => {}
        }
        at + 1
    }

    fn close(&mut self, node: NodeId) {
        if self.stack.last().is_some_and(|f| f.node == node) {
            self.pop();
        }
        if self.summary == Some(node) {
            self.summary = None;
        }
        if self.directions.last().is_some_and(|(n, _)| *n == node) {
            self.directions.pop();
        }
    }

    fn open(&mut self, node: NodeId, at: usize) -> usize {
        let document = self.source.document;
        let element = document.element(node);
        if let Some(embed) = embed::of(&self.page, node) {
            let is_kept = self.is_kept_around(node);
            self.skip(node);
            if is_kept {
                self.push(Block::Embed(embed));
            }
            return element.tokens.end as usize;
        }
        self.attribution(node);
        if let Some(said) = document.attribute(node, "dir").filter(|_| !element.tag.is_inline()) {
            self.directions.push((node, direction::named(said)));
        }
        match element.tag {
            Tag::HR => self.rule(),
            Tag::PRE => return self.code(node),
            Tag::TABLE if code::is_code_table(document, node) => return self.code(node),
            Tag::TABLE if !self.holds_post(node) && table::is_data(document, node, |n| self.letters_in(n)) => {
                return self.table(node);
            }
            Tag::SUMMARY => self.summary = Some(node),
            // What a thread is set in (a list, a table, a quotation) says nothing of its posts.
            tag if self.stack.len() < DEPTH_MAX && !self.holds_post(node) => self.open_structure(node, tag),
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
            return self.picture(index, node);
        }
        let text = self.read(line);
        if self.is_caption(index, line) {
            return self.caption(line, text);
        }
        match self.stack.last_mut().map(|frame| &mut frame.kind) {
            Some(Kind::Term(term)) => return term.append(" ", text),
            Some(Kind::Details { summary, .. }) if self.summary.is_some() => return summary.append(" ", text),
            _ => {}
        }
        let joins = self.joined[index] && self.last_text == index.checked_sub(1);
        self.last_text = Some(index);
        match source.document.element(line.node).tag.heading_level() {
            Some(level) => self.push(Block::Heading { level: level.max(2), text }),
            None if joins => self.join(text),
            None if lines::is_bold_heading(&text)
                && !self.stack.iter().any(|f| matches!(f.kind, Kind::Item(_) | Kind::Meaning(_))) =>
            {
                self.push(Block::Heading { level: lines::BOLD_HEADING_LEVEL, text: RichText { marks: Vec::new(), ..text } })
            }
            None => self.push(Block::Paragraph(text)),
        }
    }

    fn read(&self, line: &Line) -> RichText {
        let mut text = RichText::read(&self.page, line.tokens.start as usize..line.tokens.end as usize);
        let said = self.directions.last().and_then(|(_, direction)| direction.or_else(|| direction::written(&text.text)));
        text.direction = said.filter(|direction| *direction != self.direction);
        text
    }

    /// Whether a line belongs to a picture: by the site's rule, its name, its figure, or its first sign under a picture.
    fn is_caption(&self, index: usize, line: &Line) -> bool {
        let source = self.source;
        let in_figure = matches!(self.stack.last().map(|f| &f.kind), Some(Kind::Figure { .. }))
            && (line.letters <= caption::CAPTION_LETTERS_MAX || source.document.element(line.node).tag == Tag::FIGCAPTION);
        let below = |most: usize| self.last_picture.is_some_and(|(at, _)| index <= at + most);
        in_figure
            || caption::is_named(source.document, line, source.captions)
            || below(1) && caption::is_signed(&line.text, line.letters)
            || below(caption::BELOW) && caption::ends_with_agency(&line.text, line.letters)
    }

    /// A line after a single `<br>` belongs to the paragraph before it.
    fn join(&mut self, text: RichText) {
        match self.blocks().last_mut() {
            Some(Block::Paragraph(before)) => before.append("\n", text),
            _ => self.push(Block::Paragraph(text)),
        }
    }

    fn code(&mut self, node: NodeId) -> usize {
        let kept = self.skip(node);
        let (language, text) = code::read(self.source.document, node);
        if kept && !text.is_empty() && !code::is_numbering(&text) {
            self.push(Block::Code { language, text });
        }
        self.source.document.element(node).tokens.end as usize
    }

    fn table(&mut self, node: NodeId) -> usize {
        let source = self.source;
        if self.skip(node) {
            let inside = self.range(node);
            let is_body = 2 * (self.kept[inside.end] - self.kept[inside.start]) as usize >= inside.len();
            // Between data a cell that is nothing but a link is a cell all the same.
            let stays = |v: &Verdict| *v == Verdict::Keep || is_body && matches!(v, Verdict::Remove(_, Reason::LinkDensity(_)));
            let lines = |n: NodeId| self.range(n).filter(|i| stays(&source.verdicts[*i])).map(|i| &source.blocks[i]).collect();
            let mut shown = Vec::new();
            let image = |n: NodeId| {
                let image = picture::image(source.document, n, source.base)?;
                let key = picture::key(&image.url);
                (!self.seen.contains_key(&key)).then(|| shown.push(key)).map(|()| image)
            };
            let table = table::read(&self.page, node, lines, image);
            self.seen.extend(shown.into_iter().map(|key| (key, self.next as u32)));
            self.push(table);
        }
        source.document.element(node).tokens.end as usize
    }

    fn rule(&mut self) {
        if !matches!(self.blocks().last(), None | Some(Block::Rule)) {
            self.push(Block::Rule);
        }
    }

    /// The blocks of the page that stand inside an element.
    pub(super) fn range(&self, node: NodeId) -> Range<usize> {
        let tokens = &self.source.document.element(node).tokens;
        let before = |at: u32| self.source.blocks.partition_point(|b| b.tokens.start < at);
        before(tokens.start)..before(tokens.end)
    }

    fn letters_in(&self, node: NodeId) -> u32 {
        let range = self.range(node);
        self.letters[range.end] - self.letters[range.start]
    }

    /// Whether the nearest element around one that holds any block holds a kept one.
    pub(super) fn is_kept_around(&self, node: NodeId) -> bool {
        let around = self.source.document.ancestors(node).take(EMBED_DEPTH).map(|n| self.range(n));
        let nearest = around.into_iter().find(|range| !range.is_empty());
        nearest.is_some_and(|range| self.kept[range.end] > self.kept[range.start])
    }

    /// Passes over the blocks of an element that is read as a whole, and says whether any of them is kept.
    fn skip(&mut self, node: NodeId) -> bool {
        let end = self.source.document.element(node).tokens.end;
        let first = self.next;
        self.next += self.source.blocks[first..].partition_point(|b| b.tokens.start < end);
        self.positions[first..self.next].fill(self.root.len() as u32);
        self.kept[self.next] > self.kept[first]
    }

    fn finish(mut self) -> (Article, Vec<u32>) {
        self.positions[self.next..].fill(u32::MAX);
        while self.root.last() == Some(&Block::Rule) {
            self.root.pop();
        }
        let end = self.root.len() as u32;
        self.positions.iter_mut().for_each(|p| *p = (*p).min(end));
        let lead = picture::lead(self.source.lead).filter(|_| self.seen.is_empty());
        let mut article = Article { blocks: self.root, lead, direction: self.direction };
        if !self.page.notes.is_empty() {
            frame::drop_lost_notes(&mut article.blocks);
        }
        (article, self.positions)
    }
}

/// How far above an embed the element may stand that holds the text around it.
const EMBED_DEPTH: usize = 16;
