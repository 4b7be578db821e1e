//! Grows the forests of the block scorer from labelled pages, cross-validates them by domain and writes the table.
//!
//! ```text
//! cargo run --release --features cli --example train -- FOLDER… [--out src/boilerplate/learned/model.txt]
//!     [--trees N] [--second N] [--seed N] [--dump FILE] [--said FILE] [--built-in] [--note TEXT] [--without NAME,…]
//! ```
//! A folder holds labelled pages or folders of such (see `tests/score/pages.rs`). The same pages and the same
//! seed give the same table.
//! `--note` stands at the head of the table: the day, and which pages they were. `--dump` writes each page's blocks with
//! label and answer as JSON lines, `--said` keeps the answers in a file (or, if it is there, takes them from it: for trying how
//! answers are settled), `--without` grows without features or groups of such, by their names, `--built-in` lets the forests that are built in answer.

#[path = "../../src/bin/malgeun/depth.rs"]
mod depth;
#[allow(dead_code, reason = "files that are no pages are not among labelled pages")]
#[path = "../../src/bin/malgeun/encoding.rs"]
mod encoding;
#[path = "../../src/bin/malgeun/page.rs"]
mod page;
#[path = "../../src/bin/malgeun/parse.rs"]
mod parse;
#[path = "../../src/bin/malgeun/raw.rs"]
mod raw;
#[path = "../../tests/score/mod.rs"]
mod score;
#[path = "../../src/bin/malgeun/tree.rs"]
mod tree;

mod cross;
mod dump;
mod grow;
mod labels;
mod pages;
mod priors;
mod table;
mod threads;

use std::path::PathBuf;
use std::process::ExitCode;

/// Trees of each forest: with 160 and longer steps, F1 on pages of unknown sites is lower (in the mean of two seeds, fundus .9608
/// for .9632, Han and kana .9451 for .9535), and more would make the table larger than 150 kB.
const TREES: usize = 256;

/// What the command line asks for.
struct Arguments {
    folders: Vec<PathBuf>,
    out: Option<PathBuf>,
    trees: usize,
    second: usize,
    seed: u64,
    dump: Option<PathBuf>,
    said: Option<PathBuf>,
    built_in: bool,
    without: Vec<String>,
    note: String,
}

fn arguments() -> Result<Arguments, String> {
    let mut out = Arguments {
        folders: Vec::new(),
        out: None,
        trees: TREES,
        second: TREES,
        seed: 0,
        dump: None,
        said: None,
        built_in: false,
        without: Vec::new(),
        note: String::new(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--out" => out.out = Some(next()?.into()),
            "--dump" => out.dump = Some(next()?.into()),
            "--built-in" => out.built_in = true,
            "--without" => out.without = next()?.split(',').map(str::to_owned).collect(),
            "--note" => out.note = next()?,
            "--said" => out.said = Some(next()?.into()),
            "--seed" => out.seed = next()?.parse().map_err(|e| format!("--seed: {e}"))?,
            "--trees" => out.trees = next()?.parse().map_err(|e| format!("--trees: {e}"))?,
            "--second" => out.second = next()?.parse().map_err(|e| format!("--second: {e}"))?,
            _ => out.folders.push(word.into()),
        }
    }
    if out.folders.is_empty() { Err("which folders of labelled pages?".into()) } else { Ok(out) }
}

fn run() -> Result<(), String> {
    let arguments = arguments()?;
    let pages = pages::load(&arguments.folders)?;
    eprintln!("{} pages, {} blocks", pages.len(), pages.iter().map(|p| p.blocks.len()).sum::<usize>());
    let grown = cross::grow(&pages, &arguments);
    println!("{}", grown.report);
    if let Some(out) = &arguments.out {
        std::fs::write(out, table::write(&grown, &pages, &arguments.note)).map_err(|e| format!("{}: {e}", out.display()))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}
