//! The reading as one JSON object: the command line's `--json` and `--jsonl`. The field names are an interface;
//! benches and others' scripts read them.

use super::facts;
use crate::boilerplate::{Reason, Removal};
use crate::reading::Reading;
use serde_json::{Value, json};

/// One object: `file`, `title`, `byline`, `authors`, `dateline` (`place`, `agency`), `publisher`, `site`, `published`, `modified`,
/// `url`, `image`, `lang`, `kind`, `confidence`, `partial`, `sources` (where each of these was found), `text`, `facts`, `removed`, `notes`. What is not known is null; `site` is the portal, or else the publisher;
/// `text` is the body's texts joined by a blank line, without the headline; a standfirst that is a part of the text comes first.
pub fn json(file: &str, reading: &Reading) -> Value {
    let authors: Vec<&str> = reading.byline.writers.iter().map(|writer| writer.name.as_str()).collect();
    let site = if reading.portal.is_empty() { &reading.publisher } else { &reading.portal };
    json!({
        "file": file,
        "title": some(&reading.title),
        "byline": some(&reading.byline.text),
        "authors": authors,
        "dateline": reading.dateline.as_ref().map(|d| json!({"place": some(&d.place), "agency": some(&d.agency)})),
        "publisher": some(&reading.publisher),
        "site": some(site),
        "published": reading.published,
        "modified": reading.modified,
        "url": some(&reading.url),
        "image": some(&reading.image),
        "lang": some(&reading.lang),
        "kind": reading.kind,
        "confidence": reading.confidence,
        "partial": reading.partial,
        "sources": reading.sources,
        "text": reading.text(),
        "facts": facts(reading),
        "removed": reading.removals.iter().map(removal).collect::<Vec<_>>(),
        "notes": reading.notes,
    })
}

/// One removal: `kind`, `reason` (in words of the rules, "pattern: copyright-line"), `text` (its lines).
pub fn removal(removal: &Removal) -> Value {
    json!({"kind": removal.kind, "reason": reason(&removal.reason), "text": removal.lines.join("\n")})
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::SiteRule(id) => format!("site rule: {id}"),
        Reason::Pattern(id) => format!("pattern: {id}"),
        Reason::LinkDensity(share) => format!("link density: {share:.2}"),
        Reason::ClassName(word) => format!("class name: {word}"),
        Reason::Element(tag) => format!("element: {tag}"),
        Reason::RepeatsBody => "repeats the body".to_owned(),
        Reason::Hidden => "hidden by the page".to_owned(),
        Reason::OutsideArticle => "outside the article".to_owned(),
        Reason::AfterEnd => "after the end".to_owned(),
        Reason::ShownInHead => "shown in the head".to_owned(),
        Reason::TooShort => "too short".to_owned(),
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
