//! `./build.sh bench facts`: what the command line's `--facts-text` finds in annotated texts, kind by kind, with what others
//! reach beside it, and what it costs.
//!
//! ```text
//! cargo run --release --features cli --example facts -- [--program target/release/malgeun] [--keep FOLDER] [FOLDER]
//! ```
//! The folder holds `<set>.jsonl` (`klue_ner`, `duckling_ko`, `korean_news_facts` …); a set that is not there is named and left
//! out. `--keep` leaves the answers beside, for other scorers.

mod cost;
mod fit;
mod measures;
mod news;
mod places;
mod rows;
mod seed;
mod spans;
mod value;

use news::{News, Tally};
use rows::{Figure, Measure, NEWS, ROWS, SEED};
use serde_json::Value;
use spans::{Count, Record};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The set whose sentences `measures.tsv` points into.
const MEASURED: &str = "klue_ner";

struct Arguments {
    program: PathBuf,
    folder: PathBuf,
    keep: PathBuf,
}

/// A corpus and what the command line says of it, a JSON object a line.
struct Set {
    truth: Vec<Value>,
    said: Vec<Value>,
}

fn main() -> Result<(), String> {
    let arguments = arguments(env::args().skip(1))?;
    fs::create_dir_all(&arguments.keep).map_err(|e| format!("{}: {e}", arguments.keep.display()))?;
    let mut sets: BTreeMap<&str, Option<Set>> = BTreeMap::new();
    let names = ROWS.iter().map(|row| row.set).chain(NEWS.iter().map(|row| row.0)).chain([SEED.0]);
    for name in names {
        if !sets.contains_key(name) {
            sets.insert(name, read(&arguments, name)?);
        }
    }
    let absent: Vec<&str> = sets.iter().filter(|(_, set)| set.is_none()).map(|(name, _)| *name).collect();
    if !absent.is_empty() {
        println!("skipped, not in {}: {}", arguments.folder.display(), absent.join(", "));
    }
    let here = |name: &str| sets.get(name).and_then(Option::as_ref);
    span_table(&here)?;
    news_table(&here);
    if let Some(set) = here(MEASURED) {
        measures::table(&set.truth, &set.said);
    }
    if let Some(set) = here(SEED.0) {
        seed::table(&set.truth, &set.said, SEED.1);
    }
    cost::table(sets.iter().filter_map(|(name, set)| Some((*name, &set.as_ref()?.truth[..]))));
    Ok(())
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let shared = env::var("MALGEUN_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let mut parsed = Arguments {
        program: "target/release/malgeun".into(),
        folder: Path::new(&shared).join("data/facts"),
        keep: "target/facts".into(),
    };
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument}: expected a value"));
        match argument.as_str() {
            "--program" => parsed.program = value()?.into(),
            "--keep" => parsed.keep = value()?.into(),
            _ if argument.starts_with('-') => return Err(format!("{argument}: no such option")),
            _ => parsed.folder = argument.into(),
        }
    }
    Ok(parsed)
}

fn read(arguments: &Arguments, name: &str) -> Result<Option<Set>, String> {
    let path = arguments.folder.join(format!("{name}.jsonl"));
    let Ok(text) = fs::read_to_string(&path) else { return Ok(None) };
    let run = Command::new(&arguments.program).arg("--facts-text").arg(&path).output();
    let output = run.map_err(|e| format!("{}: {e}", arguments.program.display()))?;
    if !output.status.success() {
        return Err(format!("{}: {}", path.display(), String::from_utf8_lossy(&output.stderr)));
    }
    let kept = arguments.keep.join(format!("{name}.said.jsonl"));
    fs::write(&kept, &output.stdout).map_err(|e| format!("{}: {e}", kept.display()))?;
    let lines = |text: &str| -> Result<Vec<Value>, String> {
        text.lines().map(|line| serde_json::from_str(line).map_err(|e| format!("{name}: {e}"))).collect()
    };
    Ok(Some(Set { truth: lines(&text)?, said: lines(&String::from_utf8_lossy(&output.stdout))? }))
}

/// A mark where the aim is not reached.
fn short_of(aim: f64, value: f64) -> &'static str {
    if aim > 0.0 && value < aim { " <" } else { "" }
}

fn span_table<'s>(here: &impl Fn(&str) -> Option<&'s Set>) -> Result<(), String> {
    println!("\n{:<16}{:<18}{:<12}{:>6}{:>7}{:>7}{:>7}   others", "spans", "set", "measure", "true", "said", "here", "aim");
    for row in ROWS {
        let Some(set) = here(row.set) else { continue };
        let records = |list: &[Value]| -> Result<Vec<Record>, String> {
            list.iter().map(|v| serde::Deserialize::deserialize(v).map_err(|e| format!("{}: {e}", row.set))).collect()
        };
        let mut all = Count::default();
        spans::counts(&records(&set.truth)?, &records(&set.said)?, row.types).into_values().for_each(|count| all.add(count));
        let value = row.measure.of(all);
        let truth = if row.measure == Measure::Value { all.values } else { all.truth };
        let (kind, measure, said) = (row.kind, row.measure.name(), all.said);
        let aim = if row.aim > 0.0 { format!("{:.1}", row.aim) } else { String::new() };
        let mark = short_of(row.aim, value);
        println!("{kind:<16}{:<18}{measure:<12}{truth:>6}{said:>7}{value:>7.1}{aim:>7}{mark:<2} {}", row.set, row.others);
    }
    println!(
        "The names of klue_ner, konec, wikigold_en and wnut17_en were learned from: src/facts/tagger/learned/ko.txt and en.txt have their cross-validated figures."
    );
    Ok(())
}

fn news_table<'s>(here: &impl Fn(&str) -> Option<&'s Set>) {
    println!("\n{:<18}{:<20}{:<10}{:>6}{:>6}{:>6}{:>8}{:>7}", "articles", "what", "figure", "fit", "true", "said", "here", "aim");
    let mut counted: BTreeMap<&str, News> = BTreeMap::new();
    for (name, ..) in NEWS {
        let Some(set) = here(name).filter(|_| !counted.contains_key(name)) else { continue };
        let mut news = News::default();
        for truth in &set.truth {
            let answer = set.said.iter().find(|said| said["id"] == truth["id"]).unwrap_or(&Value::Null);
            news.count(truth, answer);
        }
        counted.insert(name, news);
    }
    for (name, what, figure, aim) in NEWS {
        let Some(tally) = counted.get(name).and_then(|news| news.tallies.get(what)).copied() else { continue };
        let Tally { fit, truth, said } = tally;
        let (label, value) = match figure {
            Figure::F1 => ("F1", tally.f1()),
            Figure::Precision => ("precision", tally.precision()),
            Figure::Recall => ("recall", tally.recall()),
            Figure::Share => ("share", tally.recall()),
        };
        let shown = if *aim > 0.0 { format!("{aim:.2}") } else { String::new() };
        println!("{name:<18}{what:<20}{label:<10}{fit:>6}{truth:>6}{said:>6}{value:>8.3}{shown:>7}{}", short_of(*aim, value));
    }
    for (name, news) in counted {
        if let Some(alarms) = news.tallies.get("alarms in silence") {
            println!("{name}: {} sums shown in articles that have none", alarms.said);
        }
    }
}
