//! Tables: which ones hold data (the others only place things), and their cells.

use super::{Block, RichText};
use crate::dom::block::run_text;
use crate::dom::{Document, NodeId, Tag, Token};

/// Cells with more letters than this hold running text: the table only places it. Fixture `generic--layout-table`.
const CELL_LETTERS_MAX: usize = 300;

/// Whether a table holds data: it has header cells or a caption, or at least two rows and columns of short cells, and
/// no table inside.
pub fn is_data(document: &Document, table: NodeId) -> bool {
    let inside = inside(document, table);
    let count = |tags: &[Tag]| inside.iter().filter(|n| tags.contains(&document.element(**n).tag)).count();
    let (rows, cells, headers) = (count(&[Tag::TR]), count(&[Tag::TD, Tag::TH]), count(&[Tag::TH, Tag::CAPTION]));
    if rows == 0 || count(&[Tag::TABLE]) > 0 || document.attribute(table, "role") == Some("presentation") {
        return false;
    }
    let longest = inside
        .iter()
        .filter(|n| matches!(document.element(**n).tag, Tag::TD | Tag::TH))
        .map(|n| cell_text(document, *n).chars().count())
        .max();
    headers > 0 && cells > headers || rows >= 2 && cells >= 2 * rows && longest.is_some_and(|l| l <= CELL_LETTERS_MAX)
}

/// Reads a data table. `removed` says whether the block that begins at a token was taken out.
pub fn read(document: &Document, table: NodeId, base: &str, removed: impl Fn(u32) -> bool) -> Block {
    let mut rows: Vec<Vec<RichText>> = Vec::new();
    let mut caption = RichText::default();
    let mut header = false;
    for node in inside(document, table) {
        let element = document.element(node);
        let tokens = element.tokens.start as usize + 1..element.tokens.end as usize - 1;
        match element.tag {
            Tag::TR => rows.push(Vec::new()),
            Tag::CAPTION => caption = RichText::read(document, tokens, base),
            Tag::TD | Tag::TH => {
                header |= element.tag == Tag::TH && rows.len() == 1;
                let text =
                    if removed(tokens.start as u32) { RichText::default() } else { RichText::read(document, tokens, base) };
                if let Some(row) = rows.last_mut() {
                    row.push(text);
                }
            }
            _ => {}
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
    Block::Table { caption, header, rows }
}

fn cell_text(document: &Document, cell: NodeId) -> String {
    let tokens = &document.element(cell).tokens;
    run_text(document, tokens.start as usize..tokens.end as usize).text
}

/// The elements inside a table, in document order.
fn inside(document: &Document, table: NodeId) -> Vec<NodeId> {
    let tokens = &document.element(table).tokens;
    let open = |t: &Token| if let Token::Open(n) = t { Some(*n) } else { None };
    document.tokens()[tokens.start as usize + 1..tokens.end as usize].iter().filter_map(open).collect()
}
