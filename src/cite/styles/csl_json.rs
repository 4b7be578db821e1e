//! CSL-JSON: an array of one item, for Zotero, Pandoc and citeproc. A name of one piece is `literal`, which every
//! processor prints as it stands; a guess at a Hangul family name would be printed with a comma by some.

use super::super::name::{Name, Parts, names};
use super::super::{Formatted, Issued, Item, key, write};
use crate::url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let kind = if item.publisher.is_empty() { "webpage" } else { "article-newspaper" };
    let mut fields = vec![("id", string(&key::key(item))), ("type", string(kind))];
    let mut text = |name, value: &str| {
        if !value.is_empty() {
            fields.push((name, string(value)));
        }
    };
    text("title", &item.title);
    text("container-title", &item.publisher);
    text("URL", &url::encoded(&item.url));
    text("language", &item.lang);
    if !item.authors.is_empty() {
        let authors: Vec<String> = names(&item.authors).iter().map(author).collect();
        fields.push(("author", format!("[{}]", authors.join(", "))));
    }
    fields.extend(item.published.map(|when| ("issued", date(when))));
    fields.extend(item.accessed.map(|day| ("accessed", date(day.into()))));
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("    \"{name}\": {value}")).collect();
    write::plain(format!("[\n  {{\n{}\n  }}\n]", lines.join(",\n")))
}

fn date(date: Issued) -> String {
    let parts = [Some(date.year), date.month.map(i32::from), date.day.map(i32::from)];
    let parts: Vec<String> = parts.iter().flatten().map(i32::to_string).collect();
    format!("{{\"date-parts\": [[{}]]}}", parts.join(", "))
}

fn author(name: &Name) -> String {
    match name {
        Name::Whole { name, .. } => format!("{{\"literal\": {}}}", string(name)),
        Name::Split(Parts { given, particle, family, suffix, .. }) => {
            let fields = [("family", family), ("given", given), ("non-dropping-particle", particle), ("suffix", suffix)];
            let fields = fields.iter().filter(|(_, value)| !value.is_empty());
            format!("{{{}}}", fields.map(|(name, value)| format!("\"{name}\": {}", string(value))).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A JSON string; fields hold no control characters, but a `<` inside a script element would still be markup.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '<' => out.push_str("\\u003c"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", c as u32)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
