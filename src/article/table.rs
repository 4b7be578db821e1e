//! Tables: which ones hold data (the others only place things), and their cells.

use super::embed::inside;
use super::rich::Page;
use super::{Block, Cell, Image, RichText};
use crate::dom::block::Block as Line;
use crate::dom::{Document, NodeId, Tag};

/// Cells with more letters than this hold running text: the table only places it. Fixture `tables-en--layout`.
const CELL_LETTERS_MAX: u32 = 300;

/// Most columns and rows that a cell covers; a page that says more is hostile or wrong.
const COLUMNS_MAX: u32 = 50;
const ROWS_MAX: u32 = 1000;

/// Whether a table holds data: it has header cells or a caption, or at least two rows and columns of short cells, and
/// neither a table nor the parts of a page inside. `letters` says how many letters a range of tokens holds.
pub(super) fn is_data(document: &Document, table: NodeId, letters: impl Fn(NodeId) -> u32) -> bool {
    if matches!(document.attribute(table, "role"), Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut headers, mut captions) = (0, 0, 0, 0);
    let (mut longest, mut all, mut running) = (0, 1, 0);
    for node in inside(document, table) {
        match document.element(node).tag {
            Tag::TABLE | Tag::PRE | Tag::ARTICLE | Tag::SECTION | Tag::FORM | Tag::H1 | Tag::H2 => return false,
            Tag::TR => rows += 1,
            Tag::CAPTION => captions += 1,
            tag @ (Tag::TD | Tag::TH) => {
                (cells, headers) = (cells + 1, headers + u32::from(tag == Tag::TH));
                let letters = letters(node);
                longest = longest.max(letters);
                all += letters;
                running += if letters > CELL_LETTERS_MAX { letters } else { 0 };
            }
            _ => {}
        }
    }
    // A heading over a placed text is set as a header cell, too; a table of data heads every column or row.
    let is_placed = 3 * running > 2 * all && 2 * headers < rows + 1 && captions == 0;
    let is_titled = headers + captions > 0 && cells > headers && cells > 1 && !is_placed;
    rows > 0 && (is_titled || rows >= 2 && cells >= 2 * rows && longest <= CELL_LETTERS_MAX)
}

/// Reads a data table. `lines` gives the kept blocks of an element, `image` the picture of an element that was not shown yet.
pub(super) fn read<'a>(
    page: &Page<'_>,
    table: NodeId,
    lines: impl Fn(NodeId) -> Vec<&'a Line>,
    mut image: impl FnMut(NodeId) -> Option<Image>,
) -> Block {
    let document = page.document;
    let text = |node: NodeId| {
        let mut text = RichText::default();
        for line in lines(node).into_iter().filter(|line| line.image.is_none()) {
            text.append("\n", RichText::read(page, line.tokens.start as usize..line.tokens.end as usize));
        }
        text
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut caption = RichText::default();
    for node in inside(document, table) {
        match document.element(node).tag {
            Tag::TR => rows.push(Vec::new()),
            Tag::CAPTION => caption = text(node),
            Tag::TD | Tag::TH => {
                if let Some(row) = rows.last_mut() {
                    let covers = |name, most| {
                        document.attribute(node, name).and_then(|v| v.trim().parse().ok()).unwrap_or(1).clamp(1, most)
                    };
                    row.push(Cell {
                        text: text(node),
                        images: lines(node).into_iter().filter_map(|line| image(line.image?)).collect(),
                        header: is_header(document, node),
                        columns: covers("colspan", COLUMNS_MAX),
                        rows: covers("rowspan", ROWS_MAX),
                    });
                }
            }
            _ => {}
        }
    }
    Block::Table { caption, rows: tidy(rows) }
}

fn is_header(document: &Document, cell: NodeId) -> bool {
    let in_head = || document.ancestors(cell).skip(1).take(2).any(|n| document.element(n).tag == Tag::THEAD);
    document.element(cell).tag == Tag::TH || in_head()
}

/// Rows without text and picture go, unless cells reach over rows; no cell reaches over the last row.
fn tidy(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    if rows.iter().flatten().all(|cell| cell.rows == 1) {
        rows.retain(|row| row.iter().any(|cell| !cell.text.text.is_empty() || !cell.images.is_empty()));
    }
    let count = rows.len() as u32;
    for (at, row) in rows.iter_mut().enumerate() {
        row.iter_mut().for_each(|cell| cell.rows = cell.rows.min(count - at as u32));
    }
    rows
}
