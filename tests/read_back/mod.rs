//! What the formats for programs say, as others' readers understand it: the crates `biblatex`, `biblib` and `citationberg`.

use biblatex::{Bibliography, ChunksExt, DateValue, Entry, PermissiveType};
use biblib::{CitationParser, RisParser};
use citationberg::json::{DateValue as CslDate, Item as CslItem, NameValue, Value};

/// The fields of one record. Names stand in reading order, what a format has no place for is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) title: String,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: String,
    pub(crate) date: String,
    pub(crate) url: String,
}

/// A reader of one format.
pub(crate) type Read = fn(&str) -> Result<Record, String>;

/// The one record of a BibLaTeX or BibTeX text.
pub(crate) fn tex(text: &str) -> Result<Record, String> {
    let bibliography = Bibliography::parse(text).map_err(|error| error.to_string())?;
    let [entry] = &bibliography.into_vec()[..] else { return Err("expected one entry".to_owned()) };
    let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
    let publisher = ["journaltitle", "journal", "organization", "howpublished"].map(field).concat();
    let authors = entry.author().unwrap_or_default();
    let natural = |person: biblatex::Person| natural(&[&person.given_name, &person.prefix, &person.name, &person.suffix]);
    Ok(Record {
        title: field("title"),
        authors: authors.into_iter().map(natural).collect(),
        publisher,
        date: date(entry)?,
        url: field("url"),
    })
}

fn date(entry: &Entry) -> Result<String, String> {
    if entry.get("date").is_none() && entry.get("year").is_none() {
        return Ok(String::new());
    }
    let PermissiveType::Typed(date) = entry.date().map_err(|error| error.to_string())? else {
        return Err("expected a date".to_owned());
    };
    let DateValue::At(day) = date.value else { return Err("expected a day".to_owned()) };
    // The reader counts months and days from nought.
    let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("-{:02}", part + 1));
    Ok(format!("{:04}{}{}", day.year, part(day.month), part(day.day)))
}

/// The one record of a RIS text.
pub(crate) fn ris(text: &str) -> Result<Record, String> {
    let citations = RisParser::new().parse(text).map_err(|error| error.to_string())?;
    let [citation] = &citations[..] else { return Err("expected one record".to_owned()) };
    let whole = |author: &biblib::Author| {
        let given = author.given_name.as_deref().unwrap_or_default();
        natural(&[given, author.middle_name.as_deref().unwrap_or_default(), &author.name])
    };
    let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("-{part:02}"));
    Ok(Record {
        title: citation.title.clone(),
        authors: citation.authors.iter().map(whole).collect(),
        publisher: citation.journal.clone().unwrap_or_default(),
        date: citation.date.as_ref().map_or_else(String::new, |d| format!("{:04}{}{}", d.year, part(d.month), part(d.day))),
        url: citation.urls.concat(),
    })
}

/// The one record of a CSL-JSON text.
pub(crate) fn csl_json(text: &str) -> Result<Record, String> {
    let items: Vec<CslItem> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let [item] = &items[..] else { return Err("expected one item".to_owned()) };
    let field = |name: &str| item.0.get(name).and_then(Value::to_str).unwrap_or_default().into_owned();
    let authors = match item.0.get("author") {
        Some(Value::Names(names)) => names.iter().map(csl_name).collect(),
        None => Vec::new(),
        other => return Err(format!("expected names, found {other:?}")),
    };
    let date = match item.0.get("issued") {
        Some(Value::Date(CslDate::DateParts { date_parts, .. })) => {
            date_parts.0[0].0.iter().map(|part| format!("{part:02}")).collect::<Vec<_>>().join("-")
        }
        None => String::new(),
        other => return Err(format!("expected a date, found {other:?}")),
    };
    Ok(Record { title: field("title"), authors, publisher: field("container-title"), date, url: field("URL") })
}

fn csl_name(name: &NameValue) -> String {
    match name {
        NameValue::Literal(name) => name.literal.clone(),
        NameValue::Item(name) => {
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            natural(&[&part(&name.given), &part(&name.non_dropping_particle), &name.family, &part(&name.suffix)])
        }
    }
}

fn natural(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
