//! The texts of an article in reading order: what facts, exports and the reader count by.

use super::{Article, Block, Mark, RichText};

impl Article {
    /// Every text of the body in reading order: paragraphs, headings, list items, quotations, table cells, terms and
    /// their meanings, words of posts, notes (captions not).
    /// The index in this list is the paragraph number that facts and the reader use (from 0).
    pub fn texts(&self) -> Vec<&str> {
        self.marked_texts().into_iter().map(|(text, _)| text).collect()
    }

    /// The same list with the marks that lie over each text.
    pub fn marked_texts(&self) -> Vec<(&str, &[Mark])> {
        let mut out = Vec::new();
        self.blocks.iter().for_each(|block| block.collect_texts(&mut out));
        out
    }

    /// The same list with program code left empty: numbers and names in code are no facts.
    pub fn prose(&self) -> Vec<&str> {
        let mut code = Vec::new();
        self.blocks.iter().for_each(|block| block.collect_code(&mut code));
        // Both lists are in reading order.
        let mut code = code.into_iter().peekable();
        self.texts().into_iter().map(|t| if code.next_if(|c| std::ptr::eq(*c, t)).is_some() { "" } else { t }).collect()
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
        out.into_iter().map(|(text, _)| text).collect()
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

    /// Appends the texts of the block that are program code, in reading order.
    fn collect_code<'a>(&'a self, out: &mut Vec<&'a str>) {
        if let Self::Code { text, .. } = self {
            out.push(text);
        }
        self.inside().into_iter().for_each(|block| block.collect_code(out));
    }

    /// Appends the block's texts in reading order.
    fn collect_texts<'a>(&'a self, out: &mut Vec<(&'a str, &'a [Mark])>) {
        let marked = |rich: &'a RichText| (rich.text.as_str(), rich.marks.as_slice());
        match self {
            Self::Paragraph(text) | Self::Heading { text, .. } => out.push(marked(text)),
            Self::Code { text, .. } => out.push((text, &[])),
            Self::Table { rows, .. } => out.extend(rows.iter().flatten().map(|cell| marked(&cell.text))),
            Self::Figure { .. } | Self::Rule => {}
            Self::Definitions(list) => {
                for definition in list {
                    out.extend(definition.terms.iter().map(marked));
                    definition.details.iter().flatten().for_each(|block| block.collect_texts(out));
                }
            }
            Self::Details { summary, blocks } => {
                out.push(marked(summary));
                blocks.iter().for_each(|block| block.collect_texts(out));
            }
            Self::List { .. } | Self::Quote(_) | Self::Embed(_) | Self::Notes(_) => {
                self.inside().into_iter().for_each(|block| block.collect_texts(out));
            }
        }
    }
}
