//! Scores of typed spans, type by type: strict (same start, end, type), overlapping (same type, one to one), and values over all
//! true values, missed ones counted as wrong. The measures of Seqeval and of the temporal evaluations (TempEval-3).

use crate::value;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// A record of a corpus or of an answer.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    pub(crate) id: Value,
    #[serde(default)]
    pub(crate) spans: Vec<Span>,
}

/// A span; a start of -1 means that the corpus does not say where it stands.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Span {
    pub(crate) start: i64,
    pub(crate) end: i64,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) value: Value,
}

/// What was counted of a type.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) truth: u32,
    pub(crate) said: u32,
    pub(crate) strict: u32,
    pub(crate) overlap: u32,
    pub(crate) values: u32,
    pub(crate) right: u32,
}

impl Count {
    fn share(part: u32, whole: u32) -> f64 {
        if whole == 0 { 0.0 } else { 100.0 * f64::from(part) / f64::from(whole) }
    }

    /// F1 in percent of what was found.
    pub(crate) fn f1(self, found: u32) -> f64 {
        Self::share(2 * found, self.truth + self.said)
    }

    /// Precision of the strict spans in percent.
    pub(crate) fn precision(self) -> f64 {
        Self::share(self.strict, self.said)
    }

    /// Values that are right, in percent of all true ones.
    pub(crate) fn value(self) -> f64 {
        Self::share(self.right, self.values)
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.truth += other.truth;
        self.said += other.said;
        self.strict += other.strict;
        self.overlap += other.overlap;
        self.values += other.values;
        self.right += other.right;
    }
}

/// How types are called while they are counted, and which count at all (empty: all).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Types {
    pub(crate) merged: &'static [(&'static str, &'static str)],
    pub(crate) kept: &'static [&'static str],
}

impl Types {
    fn of(&self, spans: &[Span]) -> Vec<Span> {
        let named = |span: &Span| {
            let kind = self.merged.iter().find(|m| m.0 == span.kind).map_or(span.kind.as_str(), |m| m.1);
            (self.kept.is_empty() || self.kept.contains(&kind)).then(|| Span { kind: kind.to_owned(), ..span.clone() })
        };
        spans.iter().filter_map(named).collect()
    }
}

/// The counts of each type over all records of the truth; an answer that is absent counts as empty.
pub(crate) fn counts(truth: &[Record], said: &[Record], types: Types) -> BTreeMap<String, Count> {
    let answers: HashMap<String, &Record> = said.iter().map(|r| (r.id.to_string(), r)).collect();
    let mut out = BTreeMap::new();
    for record in truth {
        let answer = answers.get(&record.id.to_string()).map_or(&[][..], |r| &r.spans);
        count(types.of(&record.spans), &types.of(answer), &mut out);
    }
    out
}

fn count(mut truth: Vec<Span>, said: &[Span], out: &mut BTreeMap<String, Count>) {
    for span in &truth {
        out.entry(span.kind.clone()).or_default().truth += 1;
    }
    for span in said {
        out.entry(span.kind.clone()).or_default().said += 1;
    }
    let mut left: Vec<&Span> = said.iter().collect();
    for span in truth.iter().filter(|s| s.start >= 0) {
        if let Some(at) = left.iter().position(|s| (s.start, s.end, &s.kind) == (span.start, span.end, &span.kind)) {
            left.swap_remove(at);
            out.entry(span.kind.clone()).or_default().strict += 1;
        }
    }
    truth.sort_by_key(|s| s.start);
    let mut used = vec![false; said.len()];
    for span in &truth {
        let best = best(span, said, &used);
        let own = out.entry(span.kind.clone()).or_default();
        own.values += u32::from(!span.value.is_null());
        let Some(at) = best else { continue };
        used[at] = true;
        own.overlap += 1;
        own.right += u32::from(!span.value.is_null() && value::equal(&span.value, &said[at].value));
    }
}

/// The unused answer that a true span shares most characters with; without a place, the first of the same value.
fn best(span: &Span, said: &[Span], used: &[bool]) -> Option<usize> {
    let mut free = (0..said.len()).filter(|&i| !used[i] && said[i].kind == span.kind);
    if span.start < 0 {
        return free.find(|&i| !span.value.is_null() && value::equal(&span.value, &said[i].value));
    }
    let shared = |i: usize| span.end.min(said[i].end) - span.start.max(said[i].start);
    let most = free.clone().map(shared).max().filter(|most| *most > 0)?;
    free.find(|&i| shared(i) == most)
}
