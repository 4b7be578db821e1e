//! What the whole product says of a sentence, against both annotations: same start, same end, same type.

use crate::records::{Record, Span};
use malgeun::export;
use malgeun::facts::Context;
use malgeun::facts::tagger::Tagger;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The spans that the command line's `--facts-text` would print.
pub(crate) fn said(record: &Record, lang: &str, tagger: &Tagger) -> Vec<Span> {
    let context = Context { lang, taggers: std::slice::from_ref(tagger), ..Context::default() };
    let object = export::facts_of_text(&record.text, &context);
    Vec::<Span>::deserialize(&object["spans"]).unwrap_or_default()
}

/// True, said and found.
#[derive(Default, Clone, Copy)]
struct Count([usize; 3]);

impl Count {
    fn figures(self) -> (f64, f64, f64) {
        let [truth, said, found] = self.0.map(|n| n as f64);
        let (precision, recall) = (found / said.max(1.0), found / truth.max(1.0));
        (100.0 * precision, 100.0 * recall, 200.0 * found / (truth + said).max(1.0))
    }
}

fn coarse(kind: &str) -> &str {
    match kind {
        "MONEY" | "PERCENT" | "AGE" | "ORDINAL" => "QUANTITY",
        "DURATION" => "DATE",
        kind => kind,
    }
}

const COARSE: [&str; 6] = ["PERSON", "ORG", "LOC", "DATE", "TIME", "QUANTITY"];
const FINE: [&str; 14] = [
    "PERSON", "ORG", "LOC", "DATE", "TIME", "DURATION", "QUANTITY", "MONEY", "PERCENT", "AGE", "ORDINAL", "TITLE", "WORK",
    "EVENT",
];

/// Products and what is called miscellaneous are learned as works.
fn named(kind: &str) -> &str {
    if matches!(kind, "MISC" | "PRODUCT") { "WORK" } else { kind }
}

const NAMED: [&str; 4] = ["PERSON", "ORG", "LOC", "WORK"];

/// The tables of Wikigold and of WNUT 2017.
pub(crate) fn english(answers: &[(&Record, Vec<Span>)]) -> String {
    let of = |name: &str, truth: fn(&Record) -> &Vec<Span>| {
        let own = answers.iter().filter(|(r, _)| r.id.starts_with(name));
        rows(name, &NAMED, own.map(|(r, s)| (truth(r), s)), named)
    };
    format!("{}\n{}", of("wikigold", |r| &r.coarse), of("wnut", |r| &r.fine))
}

/// The tables of both annotations.
pub(crate) fn korean(answers: &[(&Record, Vec<Span>)]) -> String {
    let coarse = rows("six types", &COARSE, answers.iter().map(|(r, s)| (&r.coarse, s)), coarse);
    let fine = rows("fine types", &FINE, answers.iter().map(|(r, s)| (&r.fine, s)), |kind| kind);
    format!("{coarse}\n{fine}")
}

fn rows<'a>(
    name: &str,
    kinds: &[&str],
    answers: impl Iterator<Item = (&'a Vec<Span>, &'a Vec<Span>)>,
    merge: fn(&str) -> &str,
) -> String {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for (truth, said) in answers {
        let all = |spans: &'a Vec<Span>| spans.iter().map(move |s| (s.start, s.end, merge(&s.kind)));
        let mut left: Vec<_> = all(said).collect();
        left.iter().for_each(|s| counts.entry(s.2).or_default().0[1] += 1);
        for span in all(truth) {
            let count = counts.entry(span.2).or_default();
            count.0[0] += 1;
            if let Some(at) = left.iter().position(|s| *s == span) {
                left.swap_remove(at);
                count.0[2] += 1;
            }
        }
    }
    let mut out = format!("{name:10}   true   said      P     R    F1\n");
    let mut all = Count::default();
    for kind in kinds {
        let count = counts.get(kind).copied().unwrap_or_default();
        (0..3).for_each(|i| all.0[i] += count.0[i]);
        line(&mut out, kind, count);
    }
    line(&mut out, "all", all);
    out
}

fn line(out: &mut String, kind: &str, count: Count) {
    let (precision, recall, f1) = count.figures();
    writeln!(out, "{kind:10} {:6} {:6}  {precision:5.1} {recall:5.1} {f1:5.1}", count.0[0], count.0[1])
        .expect("a string takes all");
}
