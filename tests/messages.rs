//! The interface's messages: the same in every language, each used, each used one there, a name for every removal.

mod tree;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tree::{files, is, report, root, rust_sources, source, words_after};

fn messages(code: &str) -> Option<BTreeMap<String, Value>> {
    let path = Path::new("extension/_locales").join(code).join("messages.json");
    root()
        .join(&path)
        .exists()
        .then(|| serde_json::from_str(&source(&path)).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
}

#[test]
fn interface_languages_have_the_same_messages() {
    let (Some(ko), Some(en)) = (messages("ko"), messages("en")) else { return };
    let keys = |messages: &BTreeMap<String, Value>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let finds: Vec<_> =
        keys(&ko).symmetric_difference(&keys(&en)).map(|key| format!("`{key}` is in one language only")).collect();
    report("messages", &finds);
    for (key, message) in ko.iter().chain(&en) {
        let text = message["message"].as_str().unwrap_or_default();
        assert!(!text.trim().is_empty(), "`{key}` says nothing: {message}");
        let count = |messages: &BTreeMap<String, Value>| {
            (1..=4).filter(|n| messages[key]["message"].as_str().is_some_and(|t| t.contains(&format!("${n}")))).count()
        };
        assert_eq!(count(&ko), count(&en), "`{key}` takes the same places in both languages");
    }
}

/// The functions that take a message key as their first argument, and the attributes that hold one.
const ASKING: [&str; 8] = [".say(\"", " say(\"", "(say(\"", ".count(\"", "getMessage(\"", " t(\"", "data-text=\"", "__MSG_"];

/// Families of keys that code puts together from a type's name: `kind_` and a `boilerplate::Kind`.
const FAMILIES: [&str; 1] = ["kind_"];

#[test]
fn every_message_is_used_and_every_used_one_exists() {
    let (Some(ko), sources) = (messages("ko"), interface_sources()) else { return };
    let Some(sources) = sources else { return };
    let mut finds = Vec::new();
    for (path, text) in &sources {
        let asked = ASKING.iter().flat_map(|asking| words_after(text, asking)).map(|key| key.trim_end_matches("__"));
        let missing = asked.filter(|key| !key.is_empty() && !key.ends_with('_') && !ko.contains_key(*key));
        finds.extend(missing.map(|key| format!("{}: no message `{key}`", path.display())));
    }
    let all: String = sources.into_iter().map(|(_, text)| text).collect();
    finds.extend(ko.keys().filter(|key| !is_named(&all, key)).map(|key| format!("`{key}` is used nowhere")));
    report("messages", &finds);
}

/// Code and markup of the interface with their texts, or `None` while there is no interface yet.
fn interface_sources() -> Option<Vec<(PathBuf, String)>> {
    let rust: Vec<_> = files("src/browser").into_iter().filter(|p| is(p, &["rs"])).collect();
    let scripts = files("extension").into_iter().filter(|p| is(p, &["js", "html"]) || p.ends_with("manifest.json"));
    let scripts: Vec<_> = scripts.collect();
    let whole = rust.len() > 1 && scripts.len() > 1;
    whole.then(|| rust.into_iter().chain(scripts).map(|path| (path.clone(), without_tests(&source(&path)))).collect())
}

fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned()
}

/// What code puts behind a key for the counted form and for the note beside it.
const ENDINGS: [&str; 2] = ["_one", "_note"];

/// Whether a text names a key: whole, with an ending, in two halves (`{name}_{value}`), or by the beginning of its family.
fn is_named(text: &str, key: &str) -> bool {
    let quoted = |word: &str| ['"', '\'', '`'].iter().any(|q| text.contains(&format!("{q}{word}{q}")));
    let begun =
        |begin: &str| ["\"", "`"].iter().any(|q| ["{", "$"].iter().any(|then| text.contains(&format!("{q}{begin}{then}"))));
    let halves = |(at, _): (usize, &str)| begun(&key[..=at]) || quoted(&key[..at]) && quoted(&key[at + 1..]);
    quoted(key)
        || text.contains(&format!("__MSG_{key}__"))
        || ENDINGS.iter().any(|ending| key.strip_suffix(ending).is_some_and(quoted))
        || FAMILIES.iter().any(|family| key.starts_with(family))
        || key.match_indices('_').any(halves)
}

/// The variants of an enum of the core, as its source lists them.
fn variants(name: &str) -> Vec<String> {
    let opening = format!("pub enum {name} {{");
    let text =
        rust_sources().iter().map(|p| source(p)).find(|text| text.contains(&opening)).unwrap_or_else(|| panic!("no {opening}"));
    let body = text.split(&opening).nth(1).and_then(|rest| rest.split("\n}").next()).expect("an enum ends").to_owned();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    lines
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
        .map(|line| words_after(&format!("@{line}"), "@")[0].to_owned())
        .collect()
}

fn snake(name: &str) -> String {
    let letter = |c: char| if c.is_ascii_uppercase() { format!("_{}", c.to_ascii_lowercase()) } else { c.to_string() };
    name.chars().map(letter).collect()
}

#[test]
fn every_kind_and_reason_of_a_removal_has_a_name_for_people() {
    let Some(ko) = messages("ko").filter(|_| interface_sources().is_some()) else { return };
    let keys = [("kind", "Kind"), ("reason", "Reason")]
        .into_iter()
        .flat_map(|(family, of)| variants(of).into_iter().map(move |v| format!("{family}{}", snake(&v))));
    let finds: Vec<_> = keys.filter(|key| !ko.contains_key(key)).map(|key| format!("no message `{key}`")).collect();
    report("names of removals", &finds);
}
