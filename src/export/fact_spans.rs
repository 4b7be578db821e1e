//! Facts of a plain text for benches and other programs: one object with a list for each kind, in the terms of annotated
//! corpora, and beside them `spans`, the flat list of types that corpora of named entities mark.

use super::fact::{Body, number};
use crate::facts::tagger::label::Label;
use crate::facts::{Context, Fact, FactKind, Mark, Name, Place, Timex, find_with_names, marks};
use crate::text::{Span, is_hangul};
use serde_json::{Map, Value, json};

/// The lists of the object and the kind of fact that each holds.
const LISTS: [(&str, &str); 9] = [
    ("quotes", "quote"),
    ("quantities", "quantity"),
    ("dates", "date"),
    ("people", "person"),
    ("organisations", "organisation"),
    ("sources", "source"),
    ("checks", "check"),
    ("places", "place"),
    ("events", "event"),
];

/// The facts of a plain text whose lines are its paragraphs. Positions are Unicode code points into `text`, half-open.
/// `spans` holds `start`, `end`, `type` (`DATE`, `TIME`, `DURATION`, `SET`, `QUANTITY`, `MONEY`, `PERCENT`, `AGE`, `ORDINAL`,
/// `PERSON`, `ORG`) and `value` where there is one.
pub fn facts_of_text(text: &str, context: &Context<'_>) -> Value {
    let body = Body::of_lines(text);
    let (facts, names) = find_with_names(&body.texts, &Context { vague: true, ..context.clone() });
    let mut object = Map::new();
    let numbers = marks(&body.texts, context, &facts).into_iter().map(|mark| number_span(&body, &mark));
    let ruled = facts.iter().flat_map(|fact| spans(&body, fact));
    // Where the whole body knows a person or a body, the tagger of sentences is not asked.
    let known: Vec<Place> = facts.iter().flat_map(mentions).copied().collect();
    let own = names.iter().filter(|name| !known.iter().any(|place| crosses(place, name))).map(|name| name_span(&body, name));
    object.insert("spans".to_owned(), ruled.chain(numbers).chain(own).collect());
    for (list, kind) in LISTS {
        let shown = facts.iter().filter(|fact| !matches!(&fact.kind, FactKind::Date(date) if date.vague));
        let of_kind = shown.map(|fact| body.fact(fact)).filter(|fact| fact["kind"] == kind);
        object.insert(list.to_owned(), of_kind.map(in_list).collect());
    }
    Value::Object(object)
}

/// The list says the kind already: `kind` is the measure's class, or nothing. A sum's place is that of its claim.
fn in_list(mut fact: Value) -> Value {
    if let Some(fields) = fact.as_object_mut() {
        match fields.remove("class") {
            Some(class) => fields.insert("kind".to_owned(), class),
            None => fields.remove("kind"),
        };
        for common in ["sentence", "prefix", "suffix"] {
            fields.remove(common);
        }
    }
    fact
}

fn mentions(fact: &Fact) -> &[Place] {
    match &fact.kind {
        FactKind::Person(person) => &person.mentions,
        FactKind::Organisation(body) => &body.mentions,
        FactKind::Location(place) => &place.mentions,
        FactKind::Event(event) => &event.mentions,
        _ => &[],
    }
}

fn crosses(place: &Place, name: &Name) -> bool {
    place.paragraph == name.paragraph && place.span.start < name.span.end && name.span.start < place.span.end
}

fn spans(body: &Body<'_>, fact: &Fact) -> Vec<Value> {
    let named = |kind: &str| {
        let place = |m: &Place| body.place(m.paragraph, m.span);
        mentions(fact).iter().map(place).map(|[start, end]| json!({"start": start, "end": end, "type": kind})).collect()
    };
    match &fact.kind {
        FactKind::Date(date) => times(body, fact, date),
        FactKind::Person(_) => named("PERSON"),
        FactKind::Organisation(_) => named("ORG"),
        FactKind::Location(_) => named("LOC"),
        FactKind::Event(_) => named("EVENT"),
        FactKind::Source(_) => {
            let [start, end] = body.place(fact.paragraph, fact.span);
            vec![json!({"start": start, "end": end, "type": "WORK"})]
        }
        FactKind::Quantity(_) | FactKind::Quote(_) | FactKind::Check(_) => Vec::new(),
    }
}

/// A temporal expression as corpora mark it: day and time of day apart, the two ends of a range apart, each with the value of
/// the whole; lengths counted from now as the days that they take. Korean lengths of hours and minutes are `TIME`, as in KLUE.
fn times(body: &Body<'_>, fact: &Fact, date: &Timex) -> Vec<Value> {
    let korean = || body.texts.get(fact.paragraph as usize).is_some_and(|text| text.chars().any(is_hangul));
    let clock = date.value.as_deref().is_some_and(|value| value.starts_with("PT")) && korean();
    let kind = match date.timex_type {
        "DURATION" if clock => "TIME",
        "DURATION" if date.interval.is_some() => "DATE",
        kind => kind,
    };
    let value = date.interval.as_ref().or(date.value.as_ref());
    let mark = |span: Span, kind: &str| {
        let [start, end] = body.place(fact.paragraph, span);
        json!({"start": start, "end": end, "type": kind, "value": value})
    };
    if date.pieces.is_empty() {
        return vec![mark(fact.span, kind)];
    }
    date.pieces.iter().map(|(span, kind)| mark(*span, kind)).collect()
}

fn number_span(body: &Body<'_>, mark: &Mark) -> Value {
    let [start, end] = body.place(mark.place.paragraph, mark.place.span);
    json!({"start": start, "end": end, "type": mark.kind, "value": {"n": number(mark.value), "unit": mark.unit}})
}

/// A name as the tagger cut it, with the type that corpora of named entities give it.
fn name_span(body: &Body<'_>, name: &Name) -> Value {
    let [start, end] = body.place(name.paragraph, name.span);
    let kind = match name.label {
        Label::Person => "PERSON",
        Label::Organisation => "ORG",
        Label::Place => "LOC",
        Label::Title => "TITLE",
        Label::Work => "WORK",
        Label::Event => "EVENT",
    };
    json!({"start": start, "end": end, "type": kind, "confidence": (f64::from(name.confidence) * 1000.0).round() / 1000.0})
}
