//! Learns what numbers measure from annotated articles, cross-validates it and writes the weights down.
//!
//! ```text
//! cargo run --profile train --features cli --example measure -- FOLDER [--out src/facts/measure/learned/ko.bin] [--note TEXT]
//!     [--unseen FILE.jsonl …]
//! ```
//! Learned from the articles beside this file, which were written for it (everything in them is invented), and from the sentences of
//! `klue_ner.jsonl` in FOLDER whose numbers `examples/facts/measures.tsv` notes. `korean_news_facts.jsonl` there, and
//! the files after `--unseen`, are only asked. The same data give the same bytes.

#[path = "../facts/fit.rs"]
#[allow(dead_code, reason = "the scorer of facts needs more of it")]
mod fit;
mod learn;
#[path = "../tag/marked.rs"]
mod marked;
mod pack;
#[path = "../facts/places.rs"]
mod places;
#[path = "../tag/random.rs"]
mod random;
#[path = "../tag/symbols.rs"]
mod symbols;
mod texts;
#[path = "../facts/value.rs"]
#[allow(dead_code, reason = "the scorer of facts needs more of it")]
mod value;

use learn::{Example, Table};
use malgeun::facts::measure::weights::Weights;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use texts::Text;

/// Parts of the articles; each is read once by weights that never saw it.
const FOLDS: u64 = 5;
/// How often a case of the tests is learned from.
const CASES: usize = 5;
/// Weights that are kept, the largest ones.
const WEIGHTS: usize = 8_000;

#[derive(Default)]
struct Arguments {
    folder: PathBuf,
    out: Option<PathBuf>,
    note: String,
    unseen: Vec<PathBuf>,
    weights: Option<usize>,
}

fn arguments() -> Result<Arguments, String> {
    let mut out = Arguments::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--out" => out.out = Some(next()?.into()),
            "--note" => out.note = next()?,
            "--weights" => out.weights = Some(next()?.parse().map_err(|e| format!("--weights: {e}"))?),
            "--unseen" => out.unseen.push(next()?.into()),
            _ => out.folder = word.into(),
        }
    }
    if out.folder.as_os_str().is_empty() { Err("which folder of annotated texts?".into()) } else { Ok(out) }
}

/// The weights as they are written and read again.
fn learned(examples: &[&Example], most: usize) -> Vec<u8> {
    pack::bytes(&Table::learn(examples, most))
}

/// Rights and numbers of a set: by the rules alone, by the choice, and where a candidate is right.
#[derive(Default)]
struct Score {
    all: usize,
    by_rules: usize,
    chosen: usize,
    offered: usize,
}

impl Score {
    fn add(&mut self, weights: &Weights, text: &Text) {
        for example in &text.examples {
            let score = |at: &usize| example.candidates[*at].keys.iter().map(|key| weights.of(*key)).sum::<i32>();
            let best = (0..example.candidates.len()).rev().max_by_key(score);
            self.all += 1;
            self.by_rules += usize::from(example.by_rules);
            self.chosen += usize::from(best.is_some_and(|best| example.candidates[best].fits));
            self.offered += usize::from(example.candidates.iter().any(|candidate| candidate.fits));
        }
    }

    fn row(&self, name: &str) -> String {
        let share = |part: usize| part as f64 / self.all.max(1) as f64;
        let (rules, chosen, offered) = (share(self.by_rules), share(self.chosen), share(self.offered));
        format!("{name:<24}{:>8}{rules:>9.3}{chosen:>9.3}{offered:>9.3}\n", self.all)
    }
}

fn run() -> Result<(), String> {
    let arguments = arguments()?;
    let most = arguments.weights.unwrap_or(WEIGHTS);
    let (own, sentences, cases) = (texts::own(), texts::sentences(&arguments.folder)?, texts::cases());
    let mut report = format!("{:<24}{:>8}{:>9}{:>9}{:>9}\n", "numbers of", "all", "rules", "chosen", "offered");
    let known: Vec<&Text> = own.iter().chain(&sentences).chain(std::iter::repeat_n(&cases, CASES).flatten()).collect();
    let mut scores = [Score::default(), Score::default()];
    for fold in 0..FOLDS {
        let rest: Vec<&Example> = known.iter().filter(|t| t.fold(FOLDS) != fold).flat_map(|t| &t.examples).collect();
        let weights = Weights::read(&learned(&rest, most)).expect("weights as they are written");
        for (score, texts) in scores.iter_mut().zip([&own, &sentences]) {
            texts.iter().filter(|t| t.fold(FOLDS) == fold).for_each(|t| score.add(&weights, t));
        }
    }
    report += &scores[0].row("own articles");
    report += &scores[1].row("klue_ner");
    let mut told = Score::default();
    let all: Vec<&Example> = known.iter().flat_map(|t| &t.examples).collect();
    let bytes = learned(&all, most);
    let weights = Weights::read(&bytes).expect("weights as they are written");
    cases.iter().for_each(|t| told.add(&weights, t));
    report += &told.row("cases of tests (fit)");
    let news = arguments.folder.join("korean_news_facts.jsonl");
    let mut unseen = Score::default();
    for (at, path) in [news].iter().chain(&arguments.unseen).enumerate() {
        let mut score = Score::default();
        let texts = texts::news(path)?;
        texts.iter().for_each(|t| score.add(&weights, t));
        texts.iter().filter(|_| at > 0).for_each(|t| unseen.add(&weights, t));
        let name = path.parent().and_then(|p| p.file_name()).unwrap_or_default().to_string_lossy().into_owned();
        report += &score.row(if at == 0 { "korean_news_facts" } else { &name });
    }
    if unseen.all > 0 {
        report += &unseen.row("all unseen");
    }
    println!("{report}");
    let Some(out) = &arguments.out else { return Ok(()) };
    writeln!(report, "{most} weights, {} bytes. {}", bytes.len(), arguments.note).expect("a string takes all");
    symbols::file(out, &report, &bytes)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("measure: {message}");
            ExitCode::FAILURE
        }
    }
}
