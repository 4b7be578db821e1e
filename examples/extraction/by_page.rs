//! A line for each labelled page: the body, the lines that should have gone, the paragraphs that should have stayed, and each
//! part of the head as right, wrong or missing. In: pages with `<id>.truth.json` or `<id>.expected.json`; out: a table.

use crate::score::strip::strip;
use crate::score::{self, PageScore, Tokens};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Endings of the files with the truths.
const TRUTHS: [&str; 2] = [".truth.json", ".expected.json"];

/// A part of the head: its name in our answer, and its names in truths (the second in hand-built pages).
const PARTS: [(&str, [&str; 2]); 5] = [
    ("title", ["title", "title"]),
    ("reporter", ["author", "reporter"]),
    ("publisher", ["publisher", "publisher"]),
    ("published", ["published", "published_in_page"]),
    ("modified", ["modified", "modified_in_page"]),
];

/// Of a date, what counts: truths say no more than the minute, "2024-09-30T07:05".
const MINUTE: usize = 16;

/// Letters from which a line that should have gone is looked for inside of others.
const LINE_LETTERS: usize = 8;

/// One page and what is known of it.
struct Page {
    name: String,
    file: PathBuf,
    truth: Value,
}

/// What came out of one page.
struct Row {
    name: String,
    body: PageScore,
    left: Vec<String>,
    lost: Vec<String>,
    parts: Vec<Part>,
}

/// How a part of the head came out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Right,
    Wrong,
    Missing,
    /// The truth has none.
    Unknown,
}

/// Reads the pages of the folders with the program and prints the table.
pub(crate) fn print(program: &Path, folders: &[PathBuf], stripped: bool) -> Result<(), String> {
    let place = env::temp_dir().join(format!("malgeun-by-page-{}", std::process::id()));
    fs::create_dir_all(&place).map_err(|error| error.to_string())?;
    let rows = folders.iter().map(|folder| of_folder(folder)).collect::<Result<Vec<_>, _>>().and_then(|pages| {
        pages.into_iter().flatten().map(|page| row(program, &place, page, stripped)).collect::<Result<Vec<Row>, _>>()
    });
    fs::remove_dir_all(&place).ok();
    print!("{}", table(&rows?));
    Ok(())
}

fn of_folder(folder: &Path) -> Result<Vec<Page>, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(|error| said(&error))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let page = |labels: &PathBuf| {
        let name = labels.file_name()?.to_str()?;
        let name = TRUTHS.iter().find_map(|ending| name.strip_suffix(ending))?.to_owned();
        let truth = fs::read_to_string(labels).map_err(|e| said(&e)).and_then(|t| serde_json::from_str(&t).map_err(|e| said(&e)));
        Some(truth.map(|truth| Page { file: folder.join(format!("{name}.html")), name, truth }))
    };
    files.iter().filter_map(page).collect()
}

/// One page, read by a process of its own.
fn row(program: &Path, place: &Path, page: Page, stripped: bool) -> Result<Row, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", page.name);
    let html = fs::read(&page.file).map_err(|error| said(&error))?;
    let file = place.join(format!("{}.html", page.name));
    fs::write(&file, if stripped { strip(&html) } else { html }).map_err(|error| said(&error))?;
    let mut command = Command::new(program);
    let output = command.arg("--jsonl").arg(&file).stderr(Stdio::null()).output().map_err(|error| said(&error))?;
    // A page that is refused has no line: nothing was found.
    let found: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let (wanted, dropped) = (paragraphs(&page.truth), dropped(&page.truth));
    let text = found["text"].as_str().unwrap_or_default();
    let lines: Vec<String> = text.lines().map(letters).collect();
    let whole = letters(text);
    let truth = letters(&wanted.concat());
    let is_left = |line: &String| {
        let words = letters(line);
        let inside = words.chars().count() >= LINE_LETTERS && !truth.contains(&words) && whole.contains(&words);
        !words.is_empty() && !wanted.iter().any(|p| letters(p) == words) && (inside || lines.contains(&words))
    };
    Ok(Row {
        body: score::page(&wanted.join("\n"), text, Tokens::CjkSingle),
        left: dropped.into_iter().filter(is_left).collect(),
        lost: wanted.iter().filter(|paragraph| !whole.contains(&letters(paragraph))).cloned().collect(),
        parts: PARTS.iter().map(|(ours, theirs)| part(&found, &page.truth, ours, theirs)).collect(),
        name: page.name,
    })
}

fn paragraphs(truth: &Value) -> Vec<String> {
    let listed = truth["paragraphs"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let text = truth["text"].as_str().unwrap_or_default().lines();
    listed.chain(text).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// The lines that are none of the body.
fn dropped(truth: &Value) -> Vec<String> {
    let lines = |key: &str| truth[key].as_array().cloned().unwrap_or_default();
    let text = |line: &Value| line.as_str().or(line["text"].as_str()).map(str::to_owned);
    lines("dropped").iter().chain(&lines("removed")).filter_map(text).collect()
}

/// Letters and digits: quotation marks and spaces are not compared.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn part(found: &Value, truth: &Value, ours: &str, theirs: &[&str; 2]) -> Part {
    let Some(wanted) = theirs.iter().find_map(|key| truth[*key].as_str()) else { return Part::Unknown };
    let given: Vec<&str> = match ours {
        "reporter" => found["authors"].as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
        _ => found[ours].as_str().filter(|text| !text.is_empty()).into_iter().collect(),
    };
    let agrees = |given: &&str| match (given.get(..MINUTE), wanted.get(..MINUTE)) {
        (Some(given), Some(wanted)) if matches!(ours, "published" | "modified") => given == wanted,
        _ => letters(given) == letters(wanted),
    };
    match () {
        () if given.is_empty() => Part::Missing,
        () if given.iter().any(agrees) => Part::Right,
        () => Part::Wrong,
    }
}

impl Part {
    fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "WRONG",
            Self::Missing => "missing",
            Self::Unknown => "-",
        }
    }
}

fn table(rows: &[Row]) -> String {
    let head: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    let mut lines = vec![format!("{:22} body F1  exact  left  lost  {}", "page", columns(&head))];
    for row in rows {
        let words: Vec<&str> = row.parts.iter().map(|part| part.word()).collect();
        let exact = if row.body.exact { "yes" } else { "no" };
        let counts = format!("{:.4}   {exact:5}  {:4}  {:4}", row.body.score.f1, row.left.len(), row.lost.len());
        lines.push(format!("{:22} {counts}  {}", row.name, columns(&words)).trim_end().to_owned());
        lines.extend(row.left.iter().map(|line| format!("    left: {line}")));
        lines.extend(row.lost.iter().map(|line| format!("    lost: {line}")));
    }
    lines.push(sums(rows));
    lines.join("\n") + "\n"
}

fn columns(words: &[&str]) -> String {
    words.iter().map(|word| format!("{word:9}")).collect::<Vec<_>>().join(" ")
}

fn sums(rows: &[Row]) -> String {
    let mean = rows.iter().map(|row| row.body.score.f1).sum::<f64>() / rows.len().max(1) as f64;
    let exact = rows.iter().filter(|row| row.body.exact).count();
    let count = |of: fn(&Row) -> usize| rows.iter().map(of).sum::<usize>();
    let heads = PARTS.iter().enumerate().map(|(at, (name, _))| {
        let parts = || rows.iter().map(move |row| row.parts[at]);
        let (right, known) = (parts().filter(|p| *p == Part::Right), parts().filter(|p| *p != Part::Unknown));
        format!("{name} {} of {}", right.count(), known.count())
    });
    let heads = heads.collect::<Vec<_>>().join(", ");
    let (left, lost) = (count(|row| row.left.len()), count(|row| row.lost.len()));
    format!("{} pages: mean F1 {mean:.4}, exact {exact}, lines left {left}, paragraphs lost {lost}; right: {heads}", rows.len())
}
