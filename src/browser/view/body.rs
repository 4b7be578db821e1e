//! The body: every block with its number, in the order of the article.

use super::{figure, rich};
use crate::article::{Block, RichText};
use crate::browser::el::{El, el};
use crate::browser::plain::folio;
use crate::browser::session::Session;
use std::cell::Cell;

/// Walks the blocks in the order of [`crate::article::Article::texts`], counting the texts as it goes.
struct Walk<'a> {
    session: &'a Session,
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
    el("div").class("body").all(blocks.iter().enumerate().map(block))
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

    fn block(&self, block: &Block) -> El {
        match block {
            Block::Paragraph(text) => self.text(el("p"), text),
            Block::Heading { level, text } => {
                let id = format!("h-{}", self.index.get());
                self.text(self.heading(*level).attr("id", &id).attr("tabindex", "-1"), text)
            }
            Block::List { ordered, items } => {
                let item = |blocks: &Vec<Block>| el("li").all(blocks.iter().map(|block| self.inner(block)));
                el(if *ordered { "ol" } else { "ul" }).class("list").all(items.iter().map(item))
            }
            Block::Quote(blocks) => el("blockquote").all(blocks.iter().map(|block| self.block(block))),
            Block::Code { text, .. } => {
                self.index.set(self.index.get() + 1);
                let label = self.session.say("code_label");
                let code = el("pre").attr("tabindex", "0").attr("role", "region").attr("aria-label", &label).attr("dir", "ltr");
                code.add(el("code").text(text))
            }
            Block::Table { caption, header, rows } => self.table(caption, *header, rows),
            Block::Figure { images, caption } => figure::figure(self.session, images, caption),
            Block::Rule => el("hr"),
        }
    }

    /// A block of a list item: a paragraph is only its text.
    fn inner(&self, block: &Block) -> El {
        match block {
            Block::Paragraph(text) => self.text(el("span"), text),
            other => self.block(other),
        }
    }

    fn table(&self, caption: &RichText, header: bool, rows: &[Vec<RichText>]) -> El {
        let row = |(i, cells): (usize, &Vec<RichText>)| {
            let cell = |(column, text): (usize, &RichText)| {
                let cell = if header && i == 0 { el("th").attr("scope", "col") } else { el("td") };
                self.text(cell.attr_if(is_numeric(rows, column), "class", "num"), text)
            };
            el("tr").all(cells.iter().enumerate().map(cell))
        };
        let name = (!caption.text.is_empty()).then(|| rich::plain(el("caption"), caption));
        let table = el("table").all(name).add(el("tbody").all(rows.iter().enumerate().map(row)));
        let label = if caption.text.is_empty() { self.session.say("table_label") } else { caption.text.clone() };
        el("div").class("wide").attr("tabindex", "0").attr("role", "region").attr("aria-label", &label).add(table)
    }

    fn heading(&self, level: u8) -> El {
        match self.levels.iter().position(|known| *known == level) {
            Some(0) | None => el("h2"),
            Some(1) => el("h3"),
            Some(2) => el("h4"),
            Some(_) => el("h5"),
        }
    }

    fn text(&self, parent: El, text: &RichText) -> El {
        let index = self.index.get();
        self.index.set(index + 1);
        rich::text(self.session, parent, text, index)
    }
}

/// Whether the cells of a column, its head not counted, hold numbers: then they are set at the end.
fn is_numeric(rows: &[Vec<RichText>], column: usize) -> bool {
    /// Rows that are looked at: a long table shows in its first rows what a column holds.
    const ROWS_SEEN: usize = 12;
    let mut cells = rows.iter().skip(1).take(ROWS_SEEN).filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty());
    let first = cells.next();
    first.is_some_and(|first| is_number(&first.text)) && cells.all(|cell| is_number(&cell.text))
}

/// Whether a cell holds a number and little else.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0 && digits * 2 >= text.chars().filter(|c| !c.is_whitespace()).count()
}
