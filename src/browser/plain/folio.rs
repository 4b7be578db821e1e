//! Paragraph numbers: the thread between text and margin. Each block of running text has one; headings and pictures none.

use crate::article::{Article, Block};

/// The number of every text of [`Article::texts`], in the same order, from 1. The texts of one list, table or quotation
/// share the number of their block; a heading points to the block after it.
pub fn folios(article: &Article) -> Vec<u32> {
    let mut number = 1;
    let mut out = Vec::new();
    for block in &article.blocks {
        out.resize(out.len() + block.texts().len(), number);
        number += u32::from(is_numbered(block));
    }
    out
}

/// Whether a block carries a number in the text column.
pub fn is_numbered(block: &Block) -> bool {
    match block {
        Block::Heading { .. } | Block::Figure { .. } | Block::Rule => false,
        Block::Embed(embed) => !embed.text.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Cell, RichText};

    #[test]
    fn numbers_count_running_text() {
        let text = |text: &str| RichText::plain(text);
        let paragraph = |line: &str| Block::Paragraph(text(line));
        let cell = |word: &str| Cell { text: text(word), ..Cell::default() };
        let table = Block::Table { caption: text(""), rows: vec![vec![cell("x"), cell("y")]] };
        let list = Block::List { ordered: false, start: 1, items: vec![vec![paragraph("a")], vec![paragraph("b")]] };
        let blocks = vec![paragraph("1"), Block::Heading { level: 2, text: text("h") }, list, Block::Rule, table, paragraph("5")];
        let article = Article { blocks, ..Article::default() };
        assert_eq!(folios(&article), [1, 2, 2, 2, 3, 3, 4]);
        assert_eq!(folios(&article).len(), article.texts().len());
    }
}
