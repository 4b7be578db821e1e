//! The project's own fixture pages as a labelled set: the truth is the body of `expected.md`.

use crate::score::pages::{Page, Set, Truth};
use std::fs;
use std::path::{Path, PathBuf};

/// Every page of `tests/fixtures/pages` that is an article.
pub(crate) fn set() -> Set {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    Set { name: "fixtures".to_owned(), pages: folders.iter().filter_map(|folder| page(folder)).collect() }
}

fn page(folder: &Path) -> Option<Page> {
    let file = folder.join("page.html");
    let expected = fs::read_to_string(folder.join("expected.md")).ok()?;
    let (front, body) = expected.strip_prefix("+++\n")?.split_once("+++\n")?;
    if !file.exists() || !front.contains("kind = \"article\"") {
        return None;
    }
    let text = body.lines().map(without_marks).collect::<Vec<_>>().join("\n");
    let truth = Truth { text: Some(text), ..Truth::default() };
    Some(Page { id: folder.file_name()?.to_string_lossy().into_owned(), file, truth })
}

/// The words of a line: numbers of items and languages of code blocks are marks of the form and no text of the page.
fn without_marks(line: &str) -> &str {
    let line = line.trim_start();
    let item = line.split_once(". ").filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
    if line.starts_with("```") { "" } else { item.map_or(line, |(_, text)| text) }
}
