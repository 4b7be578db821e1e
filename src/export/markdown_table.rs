//! Tables in GitHub's Markdown: a header row, no cell over several columns or rows.

use super::markdown::{image, inline};
use crate::article::{Cell, RichText};

/// A table; it must have a header row, so a table without one gets an empty one. What a cell covers beside and below
/// itself stays empty.
pub(super) fn table(caption: &RichText, rows: &[Vec<Cell>]) -> String {
    let grid = grid(rows);
    let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return inline(caption);
    }
    let cell = |row: &[Option<&Cell>], at: usize| {
        row.get(at).copied().flatten().map_or_else(String::new, |cell| {
            let text = Some(inline(&cell.text).replace("\\\n", " ")).filter(|text| !text.is_empty());
            cell.images.iter().map(image).chain(text).collect::<Vec<_>>().join(" ")
        })
    };
    let line = |row: &[Option<&Cell>]| format!("| {} |", (0..columns).map(|at| cell(row, at)).collect::<Vec<_>>().join(" | "));
    let has_header = rows.first().is_some_and(|row| row.iter().all(|cell| cell.header));
    let (head, body) = grid.split_at(usize::from(has_header));
    let mut lines = vec![line(head.first().map_or(&[], Vec::as_slice)), format!("|{}", " --- |".repeat(columns))];
    lines.extend(body.iter().map(|row| line(row)));
    let table = lines.join("\n");
    if caption.text.is_empty() { table } else { format!("{}\n\n{table}", inline(caption)) }
}

/// Columns in which cells cover others; beyond, they stand one behind the other. Hostile pages let every cell cover
/// thousands of rows, so that every row would begin further out.
const COVERED_MAX: usize = 100;

/// Every place of the table with the cell that begins there.
fn grid(rows: &[Vec<Cell>]) -> Vec<Vec<Option<&Cell>>> {
    // For every column, how many more rows a cell from above covers.
    let mut covered: Vec<u32> = Vec::new();
    let mut out = Vec::new();
    for row in rows {
        let mut line = Vec::new();
        let mut left: Vec<u32> = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
        for cell in row {
            while line.len() < COVERED_MAX && covered.get(line.len()).is_some_and(|rows| *rows > 0) {
                line.push(None);
            }
            let at = line.len();
            line.push(Some(cell));
            line.resize((at + cell.columns as usize).min(COVERED_MAX).max(at + 1), None);
            left.resize(left.len().max(line.len()), 0);
            left[at..line.len()].iter_mut().for_each(|rows| *rows = (*rows).max(cell.rows - 1));
        }
        covered = left;
        out.push(line);
    }
    out
}
