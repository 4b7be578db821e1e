//! Rules about the tree that a reviewer would otherwise have to remember: who may import whom, how long a file may be,
//! which words may stand nowhere, what the manifest may ask for, and that fixtures say what they prove.

mod tree;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tree::{files, is, report, root, rust_sources, source, words_after};

/// Lines from which a file holds a second idea.
const LONGEST_FILE: usize = 400;

/// The floors of the core, lowest first, and what each may import. `lib.rs` is the façade over all of them.
const WALLS: [(&str, &[&str]); 14] = [
    ("text", &[]),
    ("civil", &[]),
    ("markup", &[]),
    ("url", &["text"]),
    ("lang", &["text"]),
    ("dom", &["text", "civil", "url"]),
    ("rules", &["dom", "text", "civil", "url"]),
    ("boilerplate", &["rules", "dom", "text", "civil", "url"]),
    ("article", &["boilerplate", "rules", "dom", "lang", "text", "civil", "url"]),
    ("facts", &["article", "lang", "text", "civil"]),
    ("cite", &["article", "lang", "text", "civil", "url", "markup"]),
    (
        "reading",
        &[
            "facts",
            "cite",
            "article",
            "boilerplate",
            "rules",
            "dom",
            "lang",
            "text",
            "civil",
            "url",
            "markup",
            "Snapshot",
            "Options",
            "Error",
        ],
    ),
    ("export", &["reading", "facts", "cite", "article", "boilerplate", "dom", "lang", "text", "civil", "url", "markup"]),
    ("browser", &["*"]),
];

/// Names of libraries and services, and the only folders (under `src`) where they may stand.
const AT_HOME: [(&str, &[&str]); 17] = [
    ("web_sys", &["browser/"]),
    ("js_sys", &["browser/"]),
    ("wasm_bindgen", &["browser/"]),
    ("serde_wasm_bindgen", &["browser/"]),
    ("gloo_", &["browser/"]),
    ("lol_html", &["dom/scan.rs"]),
    ("html5ever", &["bin/"]),
    ("markup5ever", &["bin/"]),
    ("std::time", &["bin/"]),
    ("SystemTime", &["bin/"]),
    ("Instant::now", &["bin/"]),
    ("std::env", &["bin/"]),
    ("std::net", &["bin/"]),
    ("std::fs", &["bin/"]),
    ("std::io", &["bin/"]),
    ("std::process", &["bin/"]),
    ("Date::now", &["browser/"]),
];

/// Ways to turn text into markup or code; none may stand in the extension or the core.
const DANGEROUS: [&str; 12] = [
    "innerHTML",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "DOMParser",
    "eval(",
    "new Function",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "parse_from_string",
    "outerHTML =",
];

/// What stands at the top level besides what `.gitignore` names there.
const TOP_LEVEL: [&str; 23] = [
    ".ci",
    ".git",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "benches",
    "build",
    "build.rs",
    "build.sh",
    "docs",
    "examples",
    "extension",
    "package-lock.json",
    "package.json",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "tests",
    "tools",
];

/// The code of a Rust or JavaScript file: lines without comments (a `//` inside a text ends the line early: that hides
/// no code of ours, addresses stand in texts).
fn code(path: &Path) -> String {
    let text = source(path);
    let line = |line: &str| line.split_once("//").map_or(line, |(code, _)| code).to_owned();
    text.lines().filter(|l| !l.trim_start().starts_with('*')).map(line).collect::<Vec<_>>().join("\n")
}

fn extension_scripts() -> Vec<PathBuf> {
    files("extension").into_iter().filter(|p| is(p, &["js", "html"])).collect()
}

/// The floor of a source file: `src/dom/scan.rs` and `src/dom.rs` are `dom`.
fn floor(path: &Path) -> String {
    let below = path.strip_prefix("src").expect("under src");
    below.iter().next().map(|first| first.to_string_lossy().trim_end_matches(".rs").to_owned()).unwrap_or_default()
}

/// Modules that a file names at its crate's root: `use crate::{dom, text}`, `crate::dom::Node`.
fn imports(path: &Path) -> BTreeSet<String> {
    let code = code(path);
    let grouped = code.split("crate::{").skip(1).filter_map(|rest| rest.split_once("};").map(|(group, _)| group));
    let grouped = grouped.flat_map(|group| top_names(group).into_iter().map(str::to_owned).collect::<Vec<_>>());
    words_after(&code, "crate::").into_iter().map(str::to_owned).chain(grouped).collect()
}

/// The first word of each item of a use group, nested groups not counted.
fn top_names(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (i, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let item = group[start..i].trim();
                out.push(&item[..item.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(item.len())]);
                start = i + 1;
            }
            _ => {}
        }
    }
    out.retain(|name| !name.is_empty());
    out
}

#[test]
fn nobody_imports_up_or_sideways() {
    let mut finds = Vec::new();
    for path in rust_sources() {
        let floor = floor(&path);
        if matches!(floor.as_str(), "lib" | "bin") {
            continue;
        }
        let Some((_, allowed)) = WALLS.iter().find(|(name, _)| *name == floor) else {
            finds.push(format!("{}: `{floor}` is on no floor; give it one in WALLS", path.display()));
            continue;
        };
        let wrong = imports(&path)
            .into_iter()
            .filter(|name| *name != floor && !allowed.contains(&name.as_str()) && !allowed.contains(&"*"));
        finds.extend(wrong.map(|name| format!("{}: `{floor}` may not import `{name}`", path.display())));
    }
    report("imports against the floors", &finds);
}

#[test]
fn libraries_and_services_stay_where_they_are_at_home() {
    let mut finds = Vec::new();
    for path in rust_sources() {
        let (code, below) = (code(&path), path.strip_prefix("src").expect("under src").to_string_lossy().into_owned());
        let strays =
            AT_HOME.iter().filter(|(name, homes)| code.contains(name) && !homes.iter().any(|home| below.starts_with(home)));
        finds.extend(strays.map(|(name, homes)| format!("{}: `{name}` may stand in {homes:?} only", path.display())));
        if below.starts_with("browser/plain")
            && ["web_sys", "js_sys", "wasm_bindgen", "gloo_"].iter().any(|name| code.contains(name))
        {
            finds.push(format!("{}: what is worked out without a browser may not name it", path.display()));
        }
    }
    report("libraries away from home", &finds);
}

#[test]
fn nothing_strange_stands_at_the_top_level() {
    let ignored = source(Path::new(".gitignore"));
    let known = |name: &str| TOP_LEVEL.contains(&name) || ignored.lines().any(|line| line.strip_prefix('/') == Some(name));
    let names = fs::read_dir(root()).expect("the root").flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let strange: Vec<String> = names.filter(|name| !known(name)).collect();
    report("files that a commit of everything would take along; give them a home, or a line in TOP_LEVEL", &strange);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut finds = Vec::new();
    let tests = files("tests").into_iter().filter(|p| !p.starts_with("tests/fixtures"));
    for path in files("src").into_iter().chain(files("extension")).chain(tests).filter(|p| is(p, &["rs", "js", "mjs"])) {
        let text = source(&path);
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            finds.push(format!("{}: {lines} lines, expected at most {LONGEST_FILE}", path.display()));
        }
        if is(&path, &["rs"]) && !text.starts_with("//! ") {
            finds.push(format!("{}: expected to open with `//!` and what it is", path.display()));
        }
    }
    report("files", &finds);
}

#[test]
fn no_text_becomes_markup_or_code() {
    let mut finds = Vec::new();
    for path in rust_sources().into_iter().chain(extension_scripts()) {
        let code = code(&path);
        finds.extend(DANGEROUS.iter().filter(|word| code.contains(**word)).map(|word| format!("{}: `{word}`", path.display())));
        // The content script reads the page's own serialisation once.
        if code.contains("outerHTML") && !path.starts_with("extension/page") {
            finds.push(format!("{}: `outerHTML`", path.display()));
        }
    }
    report("ways to make markup or code of text", &finds);
}

#[test]
fn nothing_is_left_for_later_and_no_machine_is_named() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
    ];
    let own = ["Cargo.toml", "build.rs", "build.sh", "README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(PathBuf::from);
    // Fixtures hold pages and addresses: their words are not ours.
    let folders = ["src", "extension", "build", "tests", "benches"]
        .into_iter()
        .flat_map(files)
        .filter(|p| !p.starts_with("tests/fixtures"));
    let written = own.into_iter().filter(|p| root().join(p).exists()).chain(folders);
    let mut finds = Vec::new();
    for path in written.filter(|p| is(p, &["rs", "js", "mjs", "toml", "css", "html", "json", "md", "sh", "txt"])) {
        let text = source(&path);
        finds.extend(marks.iter().filter(|mark| text.contains(**mark)).map(|mark| format!("{}: `{mark}`", path.display())));
    }
    report("marks", &finds);
}

#[test]
fn the_manifest_asks_for_no_more_than_it_says() {
    let manifest: Value = serde_json::from_str(&source(Path::new("extension/manifest.json"))).expect("the manifest is JSON");
    assert_eq!(manifest["manifest_version"], 3);
    assert_eq!(manifest["permissions"], json!(["activeTab", "scripting", "storage", "contextMenus"]));
    assert_eq!(manifest["optional_host_permissions"], json!(["*://*/*"]));
    for absent in ["host_permissions", "content_scripts", "externally_connectable", "optional_permissions", "sandbox"] {
        assert_eq!(manifest[absent], Value::Null, "{absent}");
    }
    let accessible = json!([{ "resources": ["reader.html"], "matches": ["<all_urls>"], "use_dynamic_url": true }]);
    assert_eq!(manifest["web_accessible_resources"], accessible);
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().expect("a policy for extension pages");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"), "{policy}");
    assert!(
        policy.contains("connect-src 'self'") && !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"),
        "{policy}"
    );
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn every_page_says_what_it_proves() {
    let mut finds = Vec::new();
    for folder in fs::read_dir(root().join("tests/fixtures/pages")).expect("the fixtures are there").flatten().map(|e| e.path()) {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let about = fs::read_to_string(folder.join("about.txt")).unwrap_or_default();
        if about.trim().is_empty() || about.trim().lines().count() != 1 {
            finds.push(format!("{name}: expected one sentence in about.txt, found {about:?}"));
        }
        if !name.contains("--") {
            finds.push(format!("{name}: expected <site or category>--<case>"));
        }
    }
    report("fixtures", &finds);
}
