//! `./build.sh bench citation`: what the command line reads off labelled pages for a citation, field by field; how many
//! strings equal citeproc-js; what a citation costs.
//!
//! ```text
//! cargo run --release --features cli --example citation -- [--program target/release/malgeun] [--shared FOLDER] [--wrong FIELD]… [FOLDER]…
//! ```
//! A folder holds `<id>.html` or `<id>.html.gz` with `<id>.truth.json`, `<id>.expected.json` or `<id>.json`. `--wrong title`
//! names the pages whose title is wrong; fields are title, author, date and site.

#[path = "../../tests/citeproc/mod.rs"]
mod citeproc;
#[path = "../../tests/score/file.rs"]
mod file;
mod peer;
mod truth;

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};
use truth::{FIELDS, Page};

/// Labelled sets that are read when no folder is named, below the shared data.
const SETS: [&str; 8] = [
    "korean/dev",
    "korean/reconstructed",
    "extraction/dev/fundus",
    "extraction/dev/wcxb",
    "extraction/dev/mozilla",
    "extraction/dev/postlight",
    "extraction/dev/trafilatura",
    "extraction/dev/defuddle",
];

struct Arguments {
    program: PathBuf,
    shared: PathBuf,
    /// Fields whose wrong pages are named.
    wrong: Vec<String>,
    folders: Vec<PathBuf>,
}

/// A field, who is best at it, and the share that is right.
type Best = (&'static str, &'static str, f32);

/// The best that other extractors reach on a set, with their names: exact matches, on the same pages (trafilatura 2.3,
/// rs-trafilatura 0.2, dom_smoothie 0.19, defuddle 0.19).
const PEERS: [(&str, [Best; 3]); 2] = [
    ("fundus", [("title", "defuddle", 0.81), ("author", "dom_smoothie", 0.81), ("date", "defuddle", 0.97)]),
    ("wcxb", [("title", "rs-trafilatura", 0.68), ("author", "rs-trafilatura", 0.69), ("date", "trafilatura", 0.90)]),
];

/// How often a field was right, wrong, and not found though the truth has it.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    right: u32,
    wrong: u32,
    missing: u32,
}

fn main() -> Result<(), String> {
    let mut arguments = arguments(env::args().skip(1))?;
    let data = arguments.shared.join("data");
    if arguments.folders.is_empty() {
        arguments.folders = SETS.iter().map(|set| data.join(set)).collect();
    }
    println!("{:<14}{}", "set", FIELDS.map(|field| format!("{field:>28}")).concat());
    println!("{:<14}{}", "", "       right wrong none share".repeat(FIELDS.len()));
    for folder in &arguments.folders {
        match truth::pages(folder) {
            Ok(pages) if !pages.is_empty() => set(&arguments, folder, &pages)?,
            _ => println!("skipped: no labelled pages at {}", folder.display()),
        }
    }
    peer::agreement(&data.join("citations"));
    peer::cost();
    Ok(())
}

fn arguments(given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let shared = env::var("MALGEUN_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let mut parsed =
        Arguments { program: "target/release/malgeun".into(), shared: shared.into(), wrong: Vec::new(), folders: Vec::new() };
    let mut given = given;
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument}: expected a value"));
        match argument.as_str() {
            "--program" => parsed.program = value()?.into(),
            "--shared" => parsed.shared = value()?.into(),
            "--wrong" => parsed.wrong.push(value()?),
            _ if argument.starts_with('-') => return Err(format!("{argument}: no such option")),
            _ => parsed.folders.push(argument.into()),
        }
    }
    match parsed.wrong.iter().find(|field| !FIELDS.contains(&field.as_str())) {
        Some(field) => Err(format!("--wrong: expected one of {}, found {field}", FIELDS.join(", "))),
        None => Ok(parsed),
    }
}

/// Prints the line of a set, and the wrong pages that were asked for.
fn set(arguments: &Arguments, folder: &Path, pages: &[Page]) -> Result<(), String> {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut named = Vec::new();
    for page in pages {
        let reading = read(&arguments.program, page)?;
        for field in FIELDS {
            let Some(expect) = page.truth(field) else { continue };
            let found = truth::found(&reading, field, page);
            let count = counts.entry(field).or_default();
            match () {
                () if found == expect => count.right += 1,
                () if found.is_empty() => count.missing += 1,
                () => count.wrong += 1,
            }
            if found != expect && arguments.wrong.iter().any(|wanted| wanted == field) {
                named.push(format!("    {field} {}: found {found:?}, expected {expect:?}", page.id));
            }
        }
    }
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let columns: String = FIELDS.iter().map(|field| column(counts.get(field).copied().unwrap_or_default())).collect();
    println!("{name:<14}{columns}");
    if let Some((_, best)) = PEERS.iter().find(|(set, _)| *set == name) {
        let column = |field: &&str| {
            let peer = best.iter().find(|(of, ..)| of == field);
            peer.map_or(format!("{:>28}", "-"), |(_, peer, share)| format!("{peer:>23}{share:>5.2}"))
        };
        println!("{:<14}{}", "  best peer", FIELDS.iter().map(column).collect::<String>());
    }
    named.iter().for_each(|line| println!("{line}"));
    Ok(())
}

fn column(count: Count) -> String {
    let all = count.right + count.wrong + count.missing;
    if all == 0 {
        return format!("{:>28}", "-");
    }
    let share = f64::from(count.right) / f64::from(all);
    format!("{:>12}{:>6}{:>5}{share:>5.2}", count.right, count.wrong, count.missing)
}

/// The reading of a page as the command line prints it; the address is told, as a browser knows it.
fn read(program: &Path, page: &Page) -> Result<Value, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}, {}: {error}", program.display(), page.id);
    let mut command = Command::new(program);
    command.args(["--jsonl", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(url) = page.url() {
        command.args(["--url", url]);
    }
    let html = page.html().map_err(|error| said(&error))?;
    let mut child = command.spawn().map_err(|error| said(&error))?;
    let mut stdin = child.stdin.take().ok_or_else(|| said(&"no standard input"))?;
    // A page beyond the limits is refused before it is read to its end.
    let _ = stdin.write_all(&html);
    drop(stdin);
    let output = child.wait_with_output().map_err(|error| said(&error))?;
    serde_json::from_slice(&output.stdout).map_err(|error| said(&error))
}

/// The text of a file.
fn text(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}
