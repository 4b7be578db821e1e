//! Annotated sentences. Korean: KLUE's coarse types for the edges, the fine types of the same sentences for what KLUE lumps
//! together. English: Wikigold and WNUT 2017.

use malgeun::facts::tagger::features::word;
use malgeun::facts::tagger::label::Label;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    text: String,
    spans: Vec<Span>,
}

/// A marked stretch of characters.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    #[serde(rename = "type")]
    pub(crate) kind: String,
}

/// A sentence with both annotations, and the labels that are learned.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) coarse: Vec<Span>,
    pub(crate) fine: Vec<Span>,
    pub(crate) labels: Vec<(usize, usize, Label)>,
}

impl Record {
    /// The part of the records that this one is in.
    pub(crate) fn fold(&self, folds: u32) -> u32 {
        (word(self.id.chars()) >> 33) as u32 % folds
    }
}

fn read(folder: &Path, name: &str) -> Result<Vec<Line>, String> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))).collect()
}

/// The Korean records of a folder in the order of their files.
pub(crate) fn korean(folder: &Path) -> Result<Vec<Record>, String> {
    let mut fine: HashMap<String, Vec<Span>> = read(folder, "konec.jsonl")?.into_iter().map(|l| (l.id, l.spans)).collect();
    let records = read(folder, "klue_ner.jsonl")?.into_iter().map(|line| {
        let fine = fine.remove(&line.id).unwrap_or_default();
        let labels = labels(&line.spans, &fine, label);
        Record { id: line.id, text: line.text, coarse: line.spans, fine, labels }
    });
    Ok(records.collect())
}

/// The English records of a folder; the `fine` spans are those of WNUT, which are of other texts and types.
pub(crate) fn english(folder: &Path) -> Result<Vec<Record>, String> {
    let of = |name: &str| -> Result<Vec<Record>, String> {
        let records = read(folder, name)?.into_iter().map(|line| {
            let labels = labels(&line.spans, &[], english_label);
            Record { id: line.id, text: line.text, coarse: line.spans, fine: Vec::new(), labels }
        });
        Ok(records.collect())
    };
    let mut out = of("wikigold_en.jsonl")?;
    let tweets = of("wnut17_en.jsonl")?.into_iter().map(|r| Record { fine: r.coarse, coarse: Vec::new(), ..r });
    out.extend(tweets);
    Ok(out)
}

/// The names of the coarse annotation, and beside them the titles, works and events of the fine one.
fn labels(coarse: &[Span], fine: &[Span], label: fn(&str) -> Option<Label>) -> Vec<(usize, usize, Label)> {
    let overlap = |a: &Span, b: &Span| a.start < b.end && b.start < a.end;
    let beside = fine.iter().filter(|f| !coarse.iter().any(|c| overlap(c, f)));
    let mut out: Vec<_> = coarse.iter().chain(beside).filter_map(|s| Some((s.start, s.end, label(&s.kind)?))).collect();
    out.sort_unstable();
    out
}

fn label(kind: &str) -> Option<Label> {
    Some(match kind {
        "PERSON" => Label::Person,
        "ORG" => Label::Organisation,
        "LOC" => Label::Place,
        "TITLE" => Label::Title,
        "WORK" => Label::Work,
        "EVENT" => Label::Event,
        _ => return None,
    })
}

/// Products and what Wikigold calls miscellaneous are learned as works, so that they are no people and no bodies.
fn english_label(kind: &str) -> Option<Label> {
    if matches!(kind, "MISC" | "PRODUCT") { Some(Label::Work) } else { label(kind) }
}
