//! The project's own files, for tests about the tree.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files under a folder of the project, paths relative to its root, in order. An absent folder has none.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("shots") => folders.push(path),
                path if path.is_file() => out.push(path.strip_prefix(root()).expect("under the root").to_owned()),
                _ => {}
            }
        }
    }
    out.sort();
    out
}

pub(crate) fn is(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|e| extensions.iter().any(|wanted| e == *wanted))
}

pub(crate) fn source(path: &Path) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

pub(crate) fn rust_sources() -> Vec<PathBuf> {
    files("src").into_iter().filter(|p| is(p, &["rs"])).collect()
}

/// Every find is a line of the report; none is a pass.
pub(crate) fn report(what: &str, finds: &[String]) {
    assert!(finds.is_empty(), "{what}:\n  {}", finds.join("\n  "));
}

/// The words that follow `prefix` in a text, each up to the first character that is no identifier's.
pub(crate) fn words_after<'a>(text: &'a str, prefix: &str) -> Vec<&'a str> {
    let word = |rest: &'a str| &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len())];
    text.split(prefix).skip(1).map(word).filter(|w| !w.is_empty()).collect()
}
