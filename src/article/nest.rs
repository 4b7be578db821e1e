//! The stack of open structures: what an element opens, where blocks go meanwhile, and what comes of it when it closes.

use super::build::Builder;
use super::frame::{self, Frame, Kind};
use super::{Block, Definition, RichText, embed};
use crate::dom::{NodeId, Tag};

impl Builder<'_> {
    /// Opens the structure that an element begins, if it begins one.
    pub(super) fn open_structure(&mut self, node: NodeId, tag: Tag) {
        let inner = self.stack.last().map(|frame| &frame.kind);
        let (in_list, in_definitions) = (matches!(inner, Some(Kind::List { .. })), matches!(inner, Some(Kind::Definitions(_))));
        let kind = match tag {
            Tag::UL | Tag::OL => {
                let start = self.source.document.attribute(node, "start").and_then(|v| v.trim().parse().ok()).unwrap_or(1);
                Kind::List { ordered: tag == Tag::OL, start, items: Vec::new() }
            }
            Tag::LI if in_list => Kind::Item(Vec::new()),
            Tag::DL => Kind::Definitions(Vec::new()),
            Tag::DT if in_definitions => Kind::Term(RichText::default()),
            Tag::DD if in_definitions => Kind::Meaning(Vec::new()),
            Tag::DETAILS => Kind::Details { summary: RichText::default(), blocks: Vec::new() },
            Tag::FIGURE => {
                let at = self.blocks().len();
                Kind::Figure { at, doubled: false, images: Vec::new(), caption: RichText::default(), credit: RichText::default() }
            }
            Tag::BLOCKQUOTE | Tag::DIV => match (embed::of_quote(&self.page, node), self.page.notes.at(node)) {
                (Some(post), _) => Kind::Post(post),
                (None, Some(number)) => Kind::Note(number, Vec::new()),
                (None, None) if tag == Tag::BLOCKQUOTE => Kind::Quote(Vec::new()),
                (None, None) => return,
            },
            _ => match self.page.notes.at(node) {
                Some(number) => Kind::Note(number, Vec::new()),
                None => return,
            },
        };
        self.stack.push(Frame { node, kind });
    }

    /// The blocks of the innermost open structure that takes blocks.
    pub(super) fn blocks(&mut self) -> &mut Vec<Block> {
        let taking = self.stack.iter().rposition(|f| !matches!(f.kind, Kind::Figure { .. } | Kind::Term(_)));
        match taking.and_then(|at| self.stack.get_mut(at)).and_then(|frame| frame.kind.blocks()) {
            Some(blocks) => blocks,
            None => &mut self.root,
        }
    }

    /// Appends a block; notes that follow notes are more of them.
    pub(super) fn push(&mut self, block: Block) {
        let blocks = self.blocks();
        match (block, blocks.last_mut()) {
            (Block::Notes(more), Some(Block::Notes(notes))) => notes.extend(more),
            (block, _) => blocks.push(block),
        }
    }

    /// Closes the innermost structure and gives it to the one around.
    pub(super) fn pop(&mut self) {
        let Some(Frame { node, kind }) = self.stack.pop() else { return };
        match kind {
            Kind::Item(blocks) => match self.stack.last_mut().map(|f| &mut f.kind) {
                Some(Kind::List { items, .. }) => items.push((self.page.notes.at(node).unwrap_or(0), blocks)),
                _ => self.blocks().extend(blocks),
            },
            Kind::Term(term) => self.definition(|definition| definition.terms.push(term)),
            Kind::Meaning(blocks) => self.definition(|definition| definition.details.push(blocks)),
            Kind::List { ordered, start, items } if items.iter().any(|(_, blocks)| !blocks.is_empty()) => {
                frame::list(ordered, start, items, self.page.notes).into_iter().for_each(|block| self.push(block));
            }
            Kind::Definitions(list) => self.blocks().extend(frame::definitions(list)),
            Kind::Quote(blocks) if !blocks.is_empty() => self.push(Block::Quote(blocks)),
            Kind::Post(embed) if !embed.text.is_empty() || self.is_kept_around(node) => self.push(Block::Embed(embed)),
            Kind::Details { summary, blocks } if blocks.is_empty() && !summary.text.is_empty() => {
                self.push(Block::Paragraph(summary))
            }
            Kind::Details { summary, blocks } if summary.text.is_empty() => self.blocks().extend(blocks),
            Kind::Details { summary, blocks } => self.push(Block::Details { summary, blocks }),
            Kind::Note(number, blocks) if !blocks.is_empty() => {
                let note = frame::note(number, blocks, self.page.notes);
                self.push(Block::Notes(vec![note]));
            }
            Kind::Figure { images, doubled: true, .. } if images.is_empty() => {}
            Kind::Figure { at, images, caption, credit, .. } => self.end_figure(node, at, images, caption, credit),
            Kind::List { .. } | Kind::Quote(_) | Kind::Post(_) | Kind::Note(..) => {}
        }
    }

    /// Changes the definition that a term or meaning belongs to: a term after a meaning begins a new one.
    fn definition(&mut self, change: impl FnOnce(&mut Definition)) {
        let Some(Kind::Definitions(list)) = self.stack.last_mut().map(|f| &mut f.kind) else { return };
        let mut definition = list.pop().unwrap_or_default();
        let (terms, details) = (definition.terms.len(), definition.details.len());
        change(&mut definition);
        if definition.terms.len() > terms && details > 0 {
            let term = definition.terms.pop().into_iter().collect();
            list.push(definition);
            definition = Definition { terms: term, details: Vec::new() };
        }
        list.push(definition);
    }
}
