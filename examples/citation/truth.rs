//! Labelled pages: what is right for a citation, and what was found, in a form that compares.

use super::file;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// The fields that are held against the truth.
pub(crate) const FIELDS: [&str; 4] = ["title", "author", "date", "site"];

/// Letters of a day: `2024-10-01`.
const DAY: usize = 10;

/// A page with its truth.
pub(crate) struct Page {
    /// The file's name without its ending.
    pub(crate) id: String,
    file: PathBuf,
    truth: Value,
}

/// The labelled pages of a folder, in order of name.
pub(crate) fn pages(folder: &Path) -> io::Result<Vec<Page>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files.into_iter().filter_map(page).collect())
}

fn page(file: PathBuf) -> Option<Page> {
    let name = file.file_name()?.to_string_lossy().into_owned();
    let id = name.strip_suffix(".html.gz").or(name.strip_suffix(".html"))?.to_owned();
    let beside = ["truth.json", "expected.json", "json"].map(|ending| file.with_file_name(format!("{id}.{ending}")));
    let text = beside.iter().find_map(|path| super::text(path))?;
    Some(Page { id, file, truth: serde_json::from_str(&text).ok()? })
}

impl Page {
    /// The bytes of the page.
    pub(crate) fn html(&self) -> io::Result<Vec<u8>> {
        file::bytes(&self.file)
    }

    /// Where it stood, if the truth says so.
    pub(crate) fn url(&self) -> Option<&str> {
        self.truth["url"].as_str().filter(|url| url.starts_with("http"))
    }

    /// What is right, if the truth says so.
    pub(crate) fn truth(&self, field: &str) -> Option<Vec<String>> {
        let keys: &[&str] = match field {
            "title" => &["title"],
            "author" => &["author", "reporter"],
            "date" => &["date", "published", "published_in_page"],
            _ => &["site", "publisher"],
        };
        let said = keys.iter().map(|key| &self.truth[*key]).find(|value| !value.is_null())?;
        let values = match field {
            "author" => said.as_str().map_or_else(|| strings(said), split),
            "date" => strings(said).iter().map(|date| date.chars().take(DAY).collect()).collect(),
            _ => strings(said),
        };
        Some(sorted(values)).filter(|values| !values.is_empty())
    }
}

/// What the command line found.
pub(crate) fn found(reading: &Value, field: &str, page: &Page) -> Vec<String> {
    let values = match field {
        "author" => strings(&reading["authors"]),
        "date" => strings(&reading["published"]).iter().map(|date| date.chars().take(DAY).collect()).collect(),
        "site" if page.truth["site"].is_null() => strings(&reading["publisher"]),
        field => strings(&reading[field]),
    };
    sorted(values)
}

fn split(authors: &str) -> Vec<String> {
    authors.split(", ").flat_map(|part| part.split("; ")).flat_map(|part| part.split(" and ")).map(str::to_owned).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .map_or_else(|| vec![value], |items| items.iter().collect())
        .into_iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Alike but for case, width, white space and the form of quotation marks and dashes; the order says nothing.
fn sorted(values: Vec<String>) -> Vec<String> {
    let plain = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        _ => c,
    };
    let alike = |value: String| value.nfkc().map(plain).collect::<String>().to_lowercase();
    let mut values: Vec<String> =
        values.into_iter().map(|value| alike(value).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    values.retain(|value| !value.is_empty());
    values.sort_unstable();
    values.dedup();
    values
}
