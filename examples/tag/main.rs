//! Learns the weights of the taggers of names from annotated sentences, cross-validates them and writes them down.
//!
//! ```text
//! cargo run --profile train --features cli --example tag -- FOLDER SYS.DIC [--out src/facts/tagger/learned/ko.bin] [--note TEXT]
//! cargo run --profile train --features cli --example tag -- FOLDER --english [--out src/facts/tagger/learned/en.bin] [--note TEXT]
//! ```
//! Korean: the folder holds `klue_ner.jsonl` and `konec.jsonl`: the same sentences of KLUE's named entities with coarse and with fine
//! types. People, bodies and places come from the first, titles, works and events from the second. The project's own articles
//! are learned from, too, where people, bodies and places are marked; their titles, works and events are what weights say that
//! were learned from the sentences alone. They are no part of the cross-validation. SYS.DIC is the compiled
//! dictionary of mecab-ko-dic 2.1.1 (in the wheel of PyPI's python-mecab-ko-dic), for the lists of names. English: the
//! folder holds `wikigold_en.jsonl` and `wnut17_en.jsonl`; the lists are those of the language pack. Nothing else is learned
//! from. The same data give the same bytes. With `--from FILE` nothing is learned: the weights of a file get today's lists.

mod articles;
mod dictionary;
mod learn;
mod lists;
mod marked;
mod pack;
mod random;
mod records;
mod score;
mod symbols;

use malgeun::facts::tagger::Tagger;
use malgeun::facts::tagger::lists::Lists;
use malgeun::facts::tagger::weights::Stored;
use records::Record;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Parts of the sentences; each is read once by weights that never saw it.
const FOLDS: u32 = 5;
/// Weights that are kept, the largest ones.
const KOREAN_WEIGHTS: usize = 70_000;
const ENGLISH_WEIGHTS: usize = 18_700;

struct Arguments {
    folder: PathBuf,
    /// Of MeCab, for Korean.
    dictionary: PathBuf,
    english: bool,
    out: Option<PathBuf>,
    /// Learned weights that only get new lists.
    from: Option<PathBuf>,
    note: String,
    weights: Option<usize>,
    folds: u32,
}

impl Arguments {
    fn lang(&self) -> &'static str {
        if self.english { "en" } else { "ko" }
    }

    fn weights(&self) -> usize {
        self.weights.unwrap_or(if self.english { ENGLISH_WEIGHTS } else { KOREAN_WEIGHTS })
    }
}

fn arguments() -> Result<Arguments, String> {
    let mut out = Arguments {
        folder: PathBuf::new(),
        dictionary: PathBuf::new(),
        english: false,
        out: None,
        from: None,
        note: String::new(),
        weights: None,
        folds: FOLDS,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--out" => out.out = Some(next()?.into()),
            "--from" => out.from = Some(next()?.into()),
            "--note" => out.note = next()?,
            "--english" => out.english = true,
            "--weights" => out.weights = Some(next()?.parse().map_err(|e| format!("--weights: {e}"))?),
            "--folds" => out.folds = next()?.parse().map_err(|e| format!("--folds: {e}"))?,
            _ if out.folder.as_os_str().is_empty() => out.folder = word.into(),
            _ => out.dictionary = word.into(),
        }
    }
    if out.folder.as_os_str().is_empty() || out.dictionary.as_os_str().is_empty() != out.english {
        Err("which folder of annotated sentences, and which dictionary (or --english)?".into())
    } else {
        Ok(out)
    }
}

fn learned(records: &[&Record], lists: &Lists, arguments: &Arguments) -> Vec<u8> {
    let lang = arguments.lang();
    let sentences: Vec<_> = records.iter().flat_map(|r| learn::sentences(r, lang, lists)).collect();
    pack::bytes(&pack::stored(&learn::weights(&sentences, lang, arguments.weights()), lang, lists, arguments.weights()))
}

/// What weights say that never saw a record.
fn cross_validated(records: &[Record], own: &[Record], lists: &Lists, arguments: &Arguments) -> String {
    let run = |fold: u32| {
        let rest: Vec<&Record> = records.iter().filter(|r| r.fold(FOLDS) != fold).chain(own).collect();
        let tagger = Tagger::new(learned(&rest, lists, arguments));
        let asked = records.iter().filter(|r| r.fold(FOLDS) == fold);
        asked.map(|r| (r, score::said(r, arguments.lang(), &tagger))).collect::<Vec<_>>()
    };
    let folds: Vec<u32> = (0..arguments.folds).collect();
    let answers: Vec<_> = std::thread::scope(|scope| {
        let threads = folds.chunks(folds.len().div_ceil(2).max(1));
        let threads: Vec<_> = threads.map(|c| scope.spawn(move || c.iter().flat_map(|f| run(*f)).collect::<Vec<_>>())).collect();
        threads.into_iter().flat_map(|t| t.join().expect("no panic in sums")).collect()
    });
    if arguments.english { score::english(&answers) } else { score::korean(&answers) }
}

fn run() -> Result<(), String> {
    let arguments = arguments()?;
    let (records, lists) = if arguments.english {
        (records::english(&arguments.folder)?, lists::english()?)
    } else {
        (records::korean(&arguments.folder)?, lists::korean(&arguments.dictionary)?)
    };
    eprintln!("{} sentences, {} listed names", records.len(), lists.entries().len());
    if let Some(from) = &arguments.from {
        let out = arguments.out.as_ref().ok_or("--from needs --out")?;
        let bytes = std::fs::read(from).map_err(|e| format!("{}: {e}", from.display()))?;
        let stored = Stored::read(&bytes).ok_or(format!("{} holds no weights", from.display()))?;
        return std::fs::write(out, pack::bytes(&Stored { lists, ..stored })).map_err(|e| format!("{}: {e}", out.display()));
    }
    let mut own = if arguments.english { Vec::new() } else { articles::own()? };
    if !own.is_empty() {
        let tagger = Tagger::new(learned(&records.iter().collect::<Vec<_>>(), &lists, &arguments));
        own.iter_mut().for_each(|record| articles::complete(record, &tagger));
        let marks: usize = own.iter().map(|r| r.labels.len()).sum();
        eprintln!("{} own articles, {marks} labels", own.len());
    }
    let mut report = cross_validated(&records, &own, &lists, &arguments);
    println!("{report}");
    let Some(out) = &arguments.out else { return Ok(()) };
    let bytes = learned(&records.iter().chain(&own).collect::<Vec<_>>(), &lists, &arguments);
    writeln!(report, "{} weights, {} bytes. {}", arguments.weights(), bytes.len(), arguments.note).expect("a string takes all");
    symbols::file(out, &report, &bytes)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tag: {message}");
            ExitCode::FAILURE
        }
    }
}
