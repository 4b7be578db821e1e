//! The examples that stand in every boilerplate pattern's entry, put to all patterns at once: what one removes is removed
//! under its kind whichever pattern takes it first, and what one keeps is taken by none that holds in running text.

use malgeun::rules::pattern::Patterns;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Patterns of this place hold only before the first and after the last running text.
const EDGE: &str = "edge";

/// Every pattern with the kind of its file.
fn entries() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/boilerplate");
    let mut out = Vec::new();
    for path in fs::read_dir(folder).expect("the patterns are there").map(|entry| entry.expect("readable").path()) {
        let file: Table =
            fs::read_to_string(&path).expect("readable").parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let kind = file["kind"].as_str().expect("a kind").to_owned();
        out.extend(file["pattern"].as_array().expect("patterns").iter().map(|pattern| (kind.clone(), pattern.clone())));
    }
    out
}

/// Calls `check` with a pattern's id, its kind and each example under `key`.
fn examples(key: &str, mut check: impl FnMut(&str, &str, &str)) {
    for (kind, pattern) in entries() {
        let id = pattern["id"].as_str().expect("an id");
        pattern[key].as_array().expect("examples").iter().for_each(|line| check(id, &kind, line.as_str().expect("a line")));
    }
}

fn key(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

#[test]
fn what_a_pattern_removes_is_removed_under_its_kind() {
    let (mut patterns, mut finds) = (Patterns::default(), Vec::new());
    examples("removes", |id, kind, line| match patterns.find(line) {
        Some(found) if key(&found.kind) == kind => {}
        Some(found) => finds.push(format!("`{id}` ({kind}): {line:?} is taken by `{}` ({})", found.pattern.id, key(&found.kind))),
        None => finds.push(format!("`{id}` ({kind}): {line:?} is taken by none; is its word in `words`?")),
    });
    assert!(finds.is_empty(), "{} examples:\n  {}", finds.len(), finds.join("\n  "));
}

#[test]
fn what_a_pattern_keeps_no_other_takes() {
    let (mut patterns, mut finds) = (Patterns::default(), Vec::new());
    examples("keeps", |id, _, line| match patterns.find(line) {
        Some(found) if found.pattern.place != EDGE => {
            finds.push(format!("`{id}` keeps {line:?}, `{}` takes it", found.pattern.id))
        }
        _ => {}
    });
    assert!(finds.is_empty(), "{} examples:\n  {}", finds.len(), finds.join("\n  "));
}

#[test]
fn ids_are_unique() {
    let mut ids: Vec<_> = entries().iter().map(|(_, pattern)| pattern["id"].as_str().expect("an id").to_owned()).collect();
    ids.sort();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "ids of two patterns: {twice:?}");
}
