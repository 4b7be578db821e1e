//! Facts of articles as JSON Lines, for scoring: reads `{"id","title","published","text"}` a line on standard input (paragraphs of
//! `text` are joined by a blank line), writes one object a line with offsets in code points of `text`.
//!
//! ```text
//! cargo run --release --example facts < articles.jsonl > facts.jsonl
//! ```
//! Beside the lists of an article (`quotes`, `quantities`, `dates`, `people`, `organisations`, `sources`, `checks`) a flat list
//! `spans` of `{start, end, type, value}` serves span scorers.

use malgeun::civil::{Date, DateTime};
use malgeun::facts::{self, Context, Fact, FactKind, Place};
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        writeln!(out, "{}", predict(&record))?;
    }
    Ok(())
}

fn predict(record: &Value) -> Value {
    let text = record["text"].as_str().unwrap_or_default();
    let published = record["published"].as_str().or(record["ref_date"].as_str()).and_then(read_date);
    let lang = record["lang"].as_str().unwrap_or("");
    let texts: Vec<&str> = text.split("\n\n").collect();
    let context = Context { published, lang, title: record["title"].as_str().unwrap_or_default(), ..Context::default() };
    let found = facts::find(&texts, &context);
    let mut output = json!({"id": record["id"], "text": text, "spans": []});
    for key in ["quotes", "quantities", "dates", "people", "organisations", "sources", "checks"] {
        output[key] = json!([]);
    }
    let view = View { text, starts: starts(&texts) };
    for fact in &found {
        view.push(fact, &mut output);
    }
    output
}

/// Where each paragraph begins in the joined text, in bytes.
fn starts(texts: &[&str]) -> Vec<usize> {
    texts.iter().scan(0, |at, text| Some(std::mem::replace(at, *at + text.len() + 2))).collect()
}

fn read_date(text: &str) -> Option<DateTime> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i32>().ok();
    let date = Date::new(number(0..4)?, u8::try_from(number(5..7)?).ok()?, u8::try_from(number(8..10)?).ok()?)?;
    Some(DateTime { date, minute_of_day: None, offset: None })
}

struct View<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl View<'_> {
    fn range(&self, place: Place) -> (usize, usize) {
        let base = self.starts[place.paragraph as usize];
        let count = |byte: u32| self.text[..base + byte as usize].chars().count();
        (count(place.span.start), count(place.span.end))
    }

    fn push(&self, fact: &Fact, output: &mut Value) {
        let (start, end) = self.range(Place { paragraph: fact.paragraph, span: fact.span });
        let base = self.starts[fact.paragraph as usize];
        let text = &self.text[base + fact.span.start as usize..base + fact.span.end as usize];
        let ranges = |places: &[Place]| places.iter().map(|p| self.range(*p)).collect::<Vec<_>>();
        let (key, value) = match &fact.kind {
            FactKind::Quantity(q) => {
                let value = q.value.map_or_else(|| if q.class == "score" { json!(text) } else { Value::Null }, |v| json!(v));
                let mut entry = json!({"start": start, "end": end, "text": text, "value": value, "unit": q.unit, "approx": q.approx, "measures": q.measures, "as_of": q.as_of, "kind": q.class});
                for (key, bound) in [("min", q.min), ("max", q.max)] {
                    if let Some(bound) = bound {
                        entry[key] = json!(bound);
                    }
                }
                ("quantities", entry)
            }
            FactKind::Date(d) => {
                ("dates", json!({"start": start, "end": end, "text": text, "type": d.timex_type, "value": d.value}))
            }
            FactKind::Person(p) => {
                let affiliation = (!p.affiliation.is_empty()).then_some(&p.affiliation);
                (
                    "people",
                    json!({"name": p.name, "titles": p.titles, "affiliation": affiliation, "age": p.age, "mentions": ranges(&p.mentions)}),
                )
            }
            FactKind::Organisation(o) => {
                ("organisations", json!({"name": o.name, "aliases": o.aliases, "mentions": ranges(&o.mentions)}))
            }
            FactKind::Quote(q) => (
                "quotes",
                json!({"start": start, "end": end, "text": text, "speaker": q.speaker, "speaker_kind": q.speaker_kind, "verb": q.verb, "parts": q.parts}),
            ),
            FactKind::Source(s) => {
                let issuer = (!s.issuer.is_empty()).then_some(&s.issuer);
                ("sources", json!({"title": s.title, "issuer": issuer, "start": start, "end": end}))
            }
            FactKind::Check(c) => {
                ("checks", json!({"op": c.op, "operands": ranges(&c.operands), "claimed": [start, end], "holds": c.holds}))
            }
        };
        self.push_spans(fact, output);
        if let Some(list) = output[key].as_array_mut() {
            list.push(value);
        }
    }

    /// The flat list: one entry a mention.
    fn push_spans(&self, fact: &Fact, output: &mut Value) {
        let own = [Place { paragraph: fact.paragraph, span: fact.span }];
        let (kind, places, value): (&str, &[Place], Value) = match &fact.kind {
            FactKind::Quantity(q) => (quantity_type(q.class), &own, json!({"n": q.value.or(q.min), "unit": q.unit})),
            FactKind::Date(d) => (d.timex_type, &own, json!(d.value)),
            FactKind::Person(p) => ("PERSON", &p.mentions, Value::Null),
            FactKind::Organisation(o) => ("ORG", &o.mentions, Value::Null),
            _ => return,
        };
        for place in places {
            let (start, end) = self.range(*place);
            if let Some(list) = output["spans"].as_array_mut() {
                list.push(json!({"start": start, "end": end, "type": kind, "value": value}));
            }
        }
    }
}

fn quantity_type(class: &str) -> &'static str {
    match class {
        "money" => "MONEY",
        "percent" | "percent_point" => "PERCENT",
        "age" => "AGE",
        _ => "QUANTITY",
    }
}
