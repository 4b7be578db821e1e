//! `--facts-text`: the facts of plain texts, one JSON object a line, for benches and for people's own scripts.

use crate::arguments::Arguments;
use crate::{NAMES, UNREADABLE, input};
use malgeun::civil::DateTime;
use malgeun::{export, facts::Context};
use serde::Deserialize;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// A line of a `.jsonl` file. What it has besides is not read.
#[derive(Debug, Deserialize)]
struct Record {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
    /// When the text was published; corpora of temporal expressions call it the reference date.
    #[serde(alias = "ref_date")]
    published: Option<String>,
    lang: Option<String>,
    title: Option<String>,
}

/// Writes the facts of every file; one that can't be read is named and the rest goes on. Fails only when writing does.
pub(crate) fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for file in &arguments.files {
        let name = file.to_string_lossy();
        match input::characters(file, true).and_then(|text| records(&name, text)) {
            Ok(records) => records.iter().try_for_each(|record| write(out, arguments, record))?,
            Err(message) => {
                out.flush()?;
                eprintln!("malgeun: {name}: {message}");
                code = ExitCode::from(UNREADABLE);
            }
        }
    }
    Ok(code)
}

/// A plain text is one record under its file's name.
fn records(name: &str, text: String) -> Result<Vec<Record>, String> {
    if !Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("jsonl")) {
        return Ok(vec![Record { id: name.into(), text, published: None, lang: None, title: None }]);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| serde_json::from_str(line).map_err(|error| format!("line {}: {error}", at + 1))).collect()
}

fn write(out: &mut impl Write, arguments: &Arguments, record: &Record) -> io::Result<()> {
    let published = record.published.as_deref().and_then(DateTime::written).or(arguments.published);
    let (lang, title) = (record.lang.as_deref().unwrap_or_default(), record.title.as_deref().unwrap_or_default());
    let mut object = export::facts_of_text(&record.text, &Context { published, lang, title, vague: true, taggers: &NAMES });
    object["id"] = record.id.clone();
    writeln!(out, "{object}")
}
