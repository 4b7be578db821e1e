//! Labelled pages from a folder: `<id>.html` or `<id>.html.gz` with the truth beside it, `<id>.truth.json` or `<id>.json`.

use super::file;
use serde::Deserialize;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is right about a page; what a file does not say is unknown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Truth {
    /// The article's text.
    pub(crate) text: Option<String>,
    /// Snippets that must be in the text.
    pub(crate) with: Vec<String>,
    /// Snippets that must not be in it.
    pub(crate) without: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) lang: Option<String>,
    /// `article`, `forum`, `product`, …: the set's own words.
    pub(crate) page_type: Option<String>,
}

/// A page with its truth.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// The file's name up to the endings; unique in its folder.
    pub(crate) id: String,
    /// The HTML, maybe compressed: see [`Page::html`].
    pub(crate) file: PathBuf,
    pub(crate) truth: Truth,
}

impl Page {
    /// The bytes of the page.
    pub(crate) fn html(&self) -> io::Result<Vec<u8>> {
        file::bytes(&self.file)
    }

    /// Whether the truth says anything about the text.
    pub(crate) fn is_labelled(&self) -> bool {
        self.has_text() || !self.truth.with.is_empty() || !self.truth.without.is_empty()
    }

    /// Whether the whole text is known.
    pub(crate) fn has_text(&self) -> bool {
        self.truth.text.as_deref().is_some_and(|text| !text.is_empty())
    }
}

/// A folder of pages; its name says how tokens are counted ([`super::Tokens::of_set`]).
#[derive(Debug, Clone)]
pub(crate) struct Set {
    pub(crate) name: String,
    /// In order of id; at least one.
    pub(crate) pages: Vec<Page>,
}

/// The labelled pages of a folder in order of id; a page without a truth is left out. An error names the file.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<Page>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut pages = files.into_iter().filter_map(|file| load(file).transpose()).collect::<Result<Vec<_>, _>>()?;
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(pages)
}

fn load(file: PathBuf) -> Result<Option<Page>, String> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(id) = name.strip_suffix(".html.gz").or(name.strip_suffix(".html")) else { return Ok(None) };
    // Where both lie, `<id>.json` says where the page is from.
    let beside = ["truth.json", "json"].map(|ending| file.with_file_name(format!("{id}.{ending}")));
    let Some(labels) = beside.into_iter().find(|path| path.exists()) else { return Ok(None) };
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", labels.display());
    let text = fs::read_to_string(&labels).map_err(|error| said(&error))?;
    let truth = serde_json::from_str(&text).map_err(|error| said(&error))?;
    Ok(Some(Page { id: id.to_owned(), file, truth }))
}

/// The set in a folder, or the sets in its sub-folders, in order of name.
pub(crate) fn sets(folder: &Path) -> Result<Vec<Set>, String> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let own = of_folder(folder)?;
    if !own.is_empty() {
        return Ok(vec![Set { name: name(folder), pages: own }]);
    }
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    below.sort();
    let sets = below.into_iter().map(|path| Ok(Set { name: name(&path), pages: of_folder(&path)? }));
    Ok(sets.collect::<Result<Vec<_>, String>>()?.into_iter().filter(|set| !set.pages.is_empty()).collect())
}
