//! One reading on standard output, in the way asked for; remarks on poor pages on standard error.

use crate::arguments::{Arguments, Mode};
use malgeun::facts::{Fact, FactKind};
use malgeun::reading::{Note, Reading};
use malgeun::{cite, export};
use serde_json::Value;
use std::io::{self, Write};

/// Writes the reading of the file at `at` of the list.
pub(crate) fn write(out: &mut impl Write, arguments: &Arguments, at: usize, file: &str, reading: &Reading) -> io::Result<()> {
    match arguments.mode {
        Mode::Json => return writeln!(out, "{:#}", export::json(file, reading)),
        Mode::JsonLines => return writeln!(out, "{}", export::json(file, reading)),
        _ => {}
    }
    for note in &reading.notes {
        eprintln!("malgeun: {file}: {}", sentence(note));
    }
    if let Some(partial) = &reading.partial {
        eprintln!("malgeun: {file}: the page holds only a part of the text ({})", words(&partial.why));
    }
    if arguments.files.len() > 1 {
        writeln!(out, "{}==> {file} <==", if at == 0 { "" } else { "\n" })?;
    }
    match arguments.mode {
        Mode::Text => out.write_all(export::plain(reading).as_bytes()),
        Mode::Cite(style) => writeln!(out, "{}", cite::format(&reading.citation, style).plain()),
        Mode::Facts => facts(out, reading),
        Mode::Why => why(out, reading),
        _ => out.write_all(export::markdown(reading).as_bytes()),
    }
}

/// A line a fact: its kind, the words, what they mean.
fn facts(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let texts = reading.article.texts();
    for fact in &reading.facts {
        let words = texts.get(fact.paragraph as usize).map_or("", |text| fact.span.of(text));
        writeln!(out, "{}", one_line(&meaning(fact, words)))?;
    }
    Ok(())
}

fn meaning(fact: &Fact, words: &str) -> String {
    let list = |parts: &[&str]| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    match &fact.kind {
        FactKind::Quantity(q) => {
            let bound = |sign: &str, value: Option<f64>| value.map_or_else(String::new, |value| format!("{sign}{value}"));
            let about = if q.approx { "approx" } else { "" };
            let value = list(&[&bound("", q.value), &bound("min ", q.min), &bound("max ", q.max), about, &q.unit, q.class]);
            format!("quantity\t{words}\t{}", list(&[&value, &q.measures]))
        }
        FactKind::Date(t) => format!("date\t{words}\t{}", t.value.as_deref().unwrap_or("unresolved")),
        FactKind::Person(p) => {
            let age = p.age.map_or_else(String::new, |age| format!("age {age}"));
            format!("person\t{}\t{}", p.name, list(&[&p.titles.join(", "), &p.affiliation, &age]))
        }
        FactKind::Organisation(o) => format!("organisation\t{}\t{}", o.name, o.aliases.join(", ")),
        FactKind::Quote(q) => format!("quote\t{words}\t{}", list(&[&q.speaker, &q.verb])),
        FactKind::Source(s) => format!("source\t{}\t{}", s.title, s.issuer),
        FactKind::Location(p) => format!("place\t{}\t", p.name),
        FactKind::Event(e) => {
            format!("event\t{}\t{}", e.name, list(&[&e.organiser, e.date.as_deref().unwrap_or_default(), &e.place]))
        }
        FactKind::Check(c) => {
            let agrees = if c.holds { "agrees" } else { "does not agree" };
            format!("check\t{words}\t{} of {:?} is {:.4}, {agrees}", c.op, c.values, c.computed)
        }
    }
}

/// A line a removal: kind, reason, its text.
fn why(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    for removal in &reading.removals {
        let object = export::removal(removal);
        let field = |name: &str| object[name].as_str().map(|text| text.replace('\n', " / ")).unwrap_or_default();
        writeln!(out, "{}", one_line(&format!("{}\t{}\t{}", field("kind"), field("reason"), field("text"))))?;
    }
    Ok(())
}

/// Page text must not start a line of its own or command a terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }).collect()
}

/// The words of a key: `front-page` is "front page".
fn words(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| Some(v.as_str()?.replace('-', " "))).unwrap_or_default()
}

fn sentence(note: &Note) -> String {
    match note {
        Note::NoArticle { letters, link_share, seen } => {
            format!(
                "no article found: {} ({letters} letters that could be one, {:.0} % of the letters are links)",
                words(&seen),
                link_share * 100.0
            )
        }
        Note::NoDate => "no publication date found; dates like \"last month\" stay open".to_owned(),
        Note::TooLarge => "the page is too large and stays as it was".to_owned(),
        note => serde_json::to_value(note).unwrap_or(Value::Null).to_string(),
    }
}
