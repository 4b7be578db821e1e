//! Facts as JSON, with positions in Unicode code points of [`Reading::text`], half-open, as other programs count.

use crate::article::Article;
use crate::facts::{Fact, FactKind, Place};
use crate::reading::{Reading, Same};
use crate::text::{CodePoints, Span};
use serde_json::{Map, Value, json};

/// Every fact of the reading, in order: `kind`, `start`, `end`, `text`, `prefix`, `suffix`, `sentence`, `confidence` and what
/// its kind holds. Places are `[start, end]`. A date or a quantity that is said again is one fact with several `mentions`.
pub fn facts(reading: &Reading) -> Vec<Value> {
    let body = Body::of(&reading.article, reading.before_body().chars().count());
    let same = Same::of(reading);
    let place = |i: &usize| body.place(reading.facts[*i].paragraph, reading.facts[*i].span);
    let fact = |i: usize| {
        let mut fact = body.fact(&reading.facts[i]);
        if reading.facts[i].kind.said().is_some() {
            fact["mentions"] = same.mentions(i).iter().map(place).map(|place| json!(place)).collect();
        }
        fact
    };
    same.distinct().map(fact).collect()
}

/// The texts of a body and where each begins in the whole, in code points.
pub(super) struct Body<'a> {
    pub(super) texts: Vec<&'a str>,
    starts: Vec<usize>,
    counts: Vec<CodePoints<'a>>,
}

/// Code points of the blank line between two texts.
const BLANK_LINE: usize = 2;

impl<'a> Body<'a> {
    fn of(article: &'a Article, before: usize) -> Self {
        let texts = article.texts();
        let start = |next: &mut usize, text: &&str| {
            let start = *next;
            *next += text.chars().count() + BLANK_LINE;
            Some(start)
        };
        let starts = texts.iter().scan(before, start).collect();
        Self::new(texts, starts)
    }

    fn new(texts: Vec<&'a str>, starts: Vec<usize>) -> Self {
        let counts = texts.iter().map(|text| CodePoints::of(text)).collect();
        Self { texts, starts, counts }
    }

    /// A plain text: a line that holds something is a text of its own.
    pub(super) fn of_lines(whole: &'a str) -> Self {
        let mut start = 0;
        let line = whole.split('\n').map(|line| {
            let at = start;
            start += line.chars().count() + 1;
            (line, at)
        });
        let (texts, starts) = line.filter(|(line, _)| !line.trim().is_empty()).unzip();
        Self::new(texts, starts)
    }

    fn text(&self, paragraph: u32) -> &'a str {
        self.texts.get(paragraph as usize).copied().unwrap_or_default()
    }

    /// A span of a text in code points of the whole; `[0, 0]` when it does not fit.
    pub(super) fn place(&self, paragraph: u32, span: Span) -> [usize; 2] {
        let text = self.text(paragraph);
        let Some(start) =
            self.starts.get(paragraph as usize).filter(|_| text.get(span.start as usize..span.end as usize).is_some())
        else {
            return [0, 0];
        };
        let (from, to) = span.code_points(&self.counts[paragraph as usize]);
        [start + from, start + to]
    }

    fn places(&self, places: &[Place]) -> Value {
        places.iter().map(|place| json!(self.place(place.paragraph, place.span))).collect()
    }

    pub(super) fn fact(&self, fact: &Fact) -> Value {
        let text = self.text(fact.paragraph);
        let [start, end] = self.place(fact.paragraph, fact.span);
        let (kind, own) = self.kind(&fact.kind, [start, end]);
        let mut object = Map::new();
        let (prefix, suffix) = (before(text, fact.span), after(text, fact.span));
        let confidence = (f64::from(fact.confidence) * 100.0).round() / 100.0;
        let common = json!({"kind": kind, "start": start, "end": end, "text": fact.span.of(text), "prefix": prefix, "suffix": suffix,
            "sentence": fact.sentence.of(text), "confidence": confidence});
        let mut own = own;
        if own["class"] == "score" && own["value"].is_null() && own.get("min").is_none() {
            let score: String =
                fact.span.of(text).chars().filter(|c| !c.is_whitespace()).map(|c| if c == '대' { '-' } else { c }).collect();
            own["value"] = json!(score);
        }
        for fields in [common, own] {
            object.extend(fields.as_object().cloned().unwrap_or_default());
        }
        Value::Object(object)
    }

    /// The kind's name and its own fields. Empty texts are null, as nothing was said.
    fn kind(&self, kind: &FactKind, place: [usize; 2]) -> (&'static str, Value) {
        match kind {
            FactKind::Quantity(q) => {
                let mut fields = json!({"value": number(q.value), "unit": q.unit, "approx": q.approx, "measures": some(&q.measures), "class": q.class});
                for (name, bound) in [("min", q.min), ("max", q.max)] {
                    if bound.is_some() {
                        fields[name] = number(bound);
                    }
                }
                if !q.basis.is_empty() {
                    fields["basis"] = json!(q.basis);
                }
                if let Some(change) = &q.change {
                    fields["change"] = json!({"direction": change.direction, "from": number(change.from), "to": number(change.to), "factor": number(change.factor)});
                }
                for (name, said) in [("currency", q.currency), ("as_of", &q.as_of)] {
                    if !said.is_empty() {
                        fields[name] = json!(said);
                    }
                }
                ("quantity", fields)
            }
            FactKind::Date(t) => {
                ("date", json!({"type": t.timex_type, "value": t.value, "relative": t.relative, "assumed": some(t.assumed)}))
            }
            FactKind::Person(p) => {
                let (name, titles, affiliation) = (&p.name, &p.titles, some(&p.affiliation));
                (
                    "person",
                    json!({"name": name, "titles": titles, "affiliation": affiliation, "age": p.age, "aliases": p.aliases, "mentions": self.places(&p.mentions)}),
                )
            }
            FactKind::Organisation(o) => {
                let (parent, mentions) = (some(&o.parent), self.places(&o.mentions));
                ("organisation", json!({"name": o.name, "aliases": o.aliases, "parent": parent, "mentions": mentions}))
            }
            FactKind::Location(p) => ("place", json!({"name": p.name, "mentions": self.places(&p.mentions)})),
            FactKind::Event(e) => {
                let (organiser, place, mentions) = (some(&e.organiser), some(&e.place), self.places(&e.mentions));
                ("event", json!({"name": e.name, "organiser": organiser, "date": e.date, "place": place, "mentions": mentions}))
            }
            FactKind::Quote(q) => (
                "quote",
                json!({"speaker": some(&q.speaker), "speaker_kind": some(q.speaker_kind), "verb": some(&q.verb), "parts": q.parts}),
            ),
            FactKind::Source(s) => ("source", json!({"title": s.title, "issuer": some(&s.issuer)})),
            FactKind::Check(c) => {
                let values: Vec<Value> = c.values.iter().map(|value| number(Some(*value))).collect();
                let (claimed, computed) = (number(Some(c.claimed)), number(Some(c.computed)));
                let operands = self.places(&c.operands);
                let claim = json!({"claimed": place, "claimed_value": claimed, "computed": computed, "holds": c.holds});
                let mut fields = json!({"op": c.op, "operands": operands, "values": values});
                fields
                    .as_object_mut()
                    .into_iter()
                    .for_each(|fields| fields.extend(claim.as_object().cloned().unwrap_or_default()));
                ("check", fields)
            }
        }
    }
}

/// Characters before and behind a fact that tell its place from others with the same words (TextQuoteSelector).
const AROUND: usize = 24;

fn before(text: &str, span: Span) -> &str {
    let head = text.get(..span.start as usize).unwrap_or_default();
    head.char_indices().rev().nth(AROUND - 1).map_or(head, |(at, _)| &head[at..])
}

fn after(text: &str, span: Span) -> &str {
    let tail = text.get(span.end as usize..).unwrap_or_default();
    tail.char_indices().nth(AROUND).map_or(tail, |(at, _)| &tail[..at])
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Whole numbers without a decimal point, for readers and programs alike; exact up to 2^53.
pub(super) fn number(value: Option<f64>) -> Value {
    const EXACT_MAX: f64 = 9_007_199_254_740_992.0;
    match value {
        Some(value) if value.fract() == 0.0 && value.abs() <= EXACT_MAX => json!(value as i64),
        value => json!(value),
    }
}
