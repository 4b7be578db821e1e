//! The body: every block with its number, in the order of the article.

use super::{figure, rich};
use crate::article::{Block, RichText};
use crate::browser::el::{El, el};
use crate::browser::plain::folio;
use crate::browser::session::Session;
use std::cell::Cell;

/// Walks the blocks in the order of [`crate::article::Article::texts`], counting the texts as it goes.
pub(super) struct Walk<'a> {
    pub(super) session: &'a Session,
    index: Cell<usize>,
    /// The levels of heading that the article uses, in order: the first becomes `h2`, and none is skipped.
    levels: Vec<u8>,
}

/// The body.
pub(crate) fn body(session: &Session) -> El {
    let blocks = &session.reading.article.blocks;
    let walk = Walk { session, index: Cell::new(0), levels: levels(blocks) };
    let block = |(i, block): (usize, &Block)| {
        let number = session.folios.get(walk.index.get()).filter(|_| folio::is_numbered(block)).copied();
        walk.top(block, number).attr("data-b", &i.to_string())
    };
    let lead = session.reading.article.lead.as_ref().map(|lead| figure::lead(session, lead));
    el("div").class("body").all(lead).all(blocks.iter().enumerate().map(block))
}

fn levels(blocks: &[Block]) -> Vec<u8> {
    let mut levels: Vec<u8> =
        blocks.iter().filter_map(|block| if let Block::Heading { level, .. } = block { Some(*level) } else { None }).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

impl Walk<'_> {
    /// A block of the article itself, with its number.
    fn top(&self, block: &Block, number: Option<u32>) -> El {
        let node = self.block(block);
        let Some(number) = number.map(|number| number.to_string()) else { return node };
        match block {
            Block::Paragraph(_) => node.attr("data-n", &number).attr("tabindex", "-1"),
            _ => el("div").class("block").attr("data-n", &number).attr("tabindex", "-1").add(node),
        }
    }

    pub(super) fn block(&self, block: &Block) -> El {
        match block {
            Block::Paragraph(text) => self.text(el("p"), text),
            Block::Heading { level, text } => {
                let id = format!("h-{}", self.index.get());
                self.text(self.heading(*level).attr("id", &id).attr("tabindex", "-1"), text)
            }
            Block::List { ordered, start, items } => {
                let item = |blocks: &Vec<Block>| el("li").all(blocks.iter().map(|block| self.inner(block)));
                let list = el(if *ordered { "ol" } else { "ul" }).class("list");
                list.attr_if(*ordered && *start != 1, "start", &start.to_string()).all(items.iter().map(item))
            }
            Block::Quote(blocks) => el("blockquote").all(blocks.iter().map(|block| self.block(block))),
            Block::Code { text, .. } => {
                let index = self.index.replace(self.index.get() + 1).to_string();
                let label = self.session.say("code_label");
                let code = el("pre").attr("tabindex", "0").attr("role", "region").attr("aria-label", &label).attr("dir", "ltr");
                code.add(el("code").attr("data-t", &index).text(text))
            }
            Block::Table { caption, rows } => self.table(caption, rows),
            Block::Figure { images, caption, credit } => figure::figure(self.session, images, caption, credit),
            Block::Embed(embed) => self.embed(embed),
            Block::Definitions(list) => self.definitions(list),
            Block::Details { summary, blocks } => self.details(summary, blocks),
            Block::Notes(notes) => self.notes(notes),
            Block::Rule => el("hr"),
        }
    }

    /// A block of a list item: a paragraph is only its text.
    pub(super) fn inner(&self, block: &Block) -> El {
        match block {
            Block::Paragraph(text) => self.text(el("span"), text),
            other => self.block(other),
        }
    }

    fn heading(&self, level: u8) -> El {
        match self.levels.iter().position(|known| *known == level) {
            Some(0) | None => el("h2"),
            Some(1) => el("h3"),
            Some(2) => el("h4"),
            Some(_) => el("h5"),
        }
    }

    pub(super) fn text(&self, parent: El, text: &RichText) -> El {
        let index = self.index.get();
        self.index.set(index + 1);
        rich::text(self.session, parent, text, index)
    }
}
