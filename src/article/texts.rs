//! The texts of an article in reading order: what facts, exports and the reader count by.

use super::{Article, Block};
use std::collections::BTreeSet;

impl Article {
    /// Every text of the body in reading order: paragraphs, headings, list items, quotations, table cells, terms and
    /// their meanings, words of posts, notes (captions not).
    /// The index in this list is the paragraph number that facts and the reader use (from 0).
    pub fn texts(&self) -> Vec<&str> {
        let mut out = Vec::new();
        self.blocks.iter().for_each(|block| block.collect_texts(&mut out));
        out
    }

    /// The same list with program code left empty: numbers and names in code are no facts.
    pub fn prose(&self) -> Vec<&str> {
        let mut code = BTreeSet::new();
        self.blocks.iter().for_each(|block| block.collect_code(&mut code));
        let is_code = |text: &str| !text.is_empty() && code.contains(&text.as_ptr());
        self.texts().into_iter().map(|t| if is_code(t) { "" } else { t }).collect()
    }

    /// The body as plain text: the texts joined by a blank line.
    pub fn plain_text(&self) -> String {
        self.texts().join("\n\n")
    }
}

impl Block {
    /// The texts of the block in reading order.
    pub fn texts(&self) -> Vec<&str> {
        let mut out = Vec::new();
        self.collect_texts(&mut out);
        out
    }

    /// The blocks inside, in reading order; terms of definitions and cells are no blocks.
    pub fn inside(&self) -> Vec<&Self> {
        match self {
            Self::List { items, .. } => items.iter().flatten().collect(),
            Self::Quote(blocks) | Self::Details { blocks, .. } => blocks.iter().collect(),
            Self::Embed(embed) => embed.text.iter().collect(),
            Self::Definitions(list) => list.iter().flat_map(|d| d.details.iter().flatten()).collect(),
            Self::Notes(notes) => notes.iter().flat_map(|note| &note.blocks).collect(),
            _ => Vec::new(),
        }
    }

    /// Collects where the texts of the block begin that are program code.
    fn collect_code(&self, out: &mut BTreeSet<*const u8>) {
        if let Self::Code { text, .. } = self {
            out.insert(text.as_ptr());
        }
        self.inside().into_iter().for_each(|block| block.collect_code(out));
    }

    /// Appends the block's texts in reading order.
    fn collect_texts<'a>(&'a self, out: &mut Vec<&'a str>) {
        match self {
            Self::Paragraph(text) | Self::Heading { text, .. } => out.push(&text.text),
            Self::Code { text, .. } => out.push(text),
            Self::Table { rows, .. } => out.extend(rows.iter().flatten().map(|cell| cell.text.text.as_str())),
            Self::Figure { .. } | Self::Rule => {}
            Self::Definitions(list) => {
                for definition in list {
                    out.extend(definition.terms.iter().map(|term| term.text.as_str()));
                    definition.details.iter().flatten().for_each(|block| block.collect_texts(out));
                }
            }
            Self::Details { summary, blocks } => {
                out.push(&summary.text);
                blocks.iter().for_each(|block| block.collect_texts(out));
            }
            Self::List { .. } | Self::Quote(_) | Self::Embed(_) | Self::Notes(_) => {
                self.inside().into_iter().for_each(|block| block.collect_texts(out));
            }
        }
    }
}
