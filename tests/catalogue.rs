//! The catalogue of boilerplate lines that portals and papers print (`data/korean/boilerplate.tsv` of the shared data; other
//! people's lines, so they are read where they lie and never copied). Each line is put where it stands on pages, after a
//! text, and must be handled as the catalogue says. Where the catalogue is absent the test says so and passes.

use malgeun::article::dateline::Dateline;
use malgeun::{Options, Snapshot, read};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

/// The text around the lines.
const TEXT: [&str; 3] = [
    "하늬군은 올해 봄부터 가로등 백이십 개를 낮추고 빛의 색을 바꿨다고 12일 밝혔다.",
    "주민들은 처음에는 골목이 어두워질까 걱정했지만 석 달이 지나자 별을 보러 나오는 사람이 늘었다고 말했다.",
    "군은 내년까지 남은 마을의 등도 차례로 바꾸고, 그 결과를 해마다 한 번 주민에게 알릴 계획이다.",
];

/// Lines whose handling differs from the catalogue, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

struct Entry {
    number: String,
    kind: String,
    line: String,
    action: String,
}

fn entries() -> Option<Vec<Entry>> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let shared = env::var_os("MALGEUN_SHARED").map_or(beside, PathBuf::from);
    let table = fs::read_to_string(shared.join("data/korean/boilerplate.tsv")).ok()?;
    let entry = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
        Entry { number: cell(0), kind: cell(2), line: cell(3), action: cell(5) }
    };
    Some(table.lines().skip(1).map(entry).collect())
}

/// The texts of the body when the line stands after it.
fn body_with(line: &str) -> Vec<String> {
    let escaped = line.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs = TEXT.iter().map(|p| format!("<p>{p}</p>")).collect::<String>();
    let html =
        format!("<html><head></head><body><h1>등을 낮추자 별이 왔다</h1><div>{paragraphs}<p>{escaped}</p></div></body></html>");
    let reading = read(&Snapshot { html, ..Snapshot::default() }, &Options::default()).expect("within the limits");
    reading.article.texts().into_iter().map(str::to_owned).collect()
}

/// Whether the line is handled as the catalogue says.
fn is_right(entry: &Entry) -> bool {
    if entry.action.starts_with("keep") {
        let paragraph = format!("{} {}", entry.line, TEXT[0]);
        return Dateline::of(&paragraph).is_some_and(|d| !d.byline().writers.is_empty())
            && body_with(&paragraph).last() == Some(&paragraph);
    }
    body_with(&entry.line) == TEXT
}

#[test]
fn every_line_is_handled_as_the_catalogue_says() {
    let Some(entries) = entries() else {
        println!("skipped: no shared data");
        return;
    };
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for entry in &entries {
        let right = is_right(entry) || EXCEPTIONS.iter().any(|(number, _)| *number == entry.number);
        let (rights, all) = counts.entry(&entry.action).or_default();
        *rights += u32::from(right);
        *all += 1;
        if !right {
            wrong.push(format!("{} ({}, {}): {}", entry.number, entry.kind, entry.action, entry.line));
        }
    }
    counts.iter().for_each(|(action, (right, all))| println!("{action}: {right} of {all}"));
    assert!(wrong.is_empty(), "{} of {} lines:\n  {}", wrong.len(), entries.len(), wrong.join("\n  "));
}
