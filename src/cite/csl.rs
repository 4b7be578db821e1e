//! Items from CSL-JSON, for the command line and tests: what reference managers export.

use super::{Author, Genre, Issued, Item, NameParts};
use crate::civil::Date;
use serde::Deserialize;
use serde_json::Value;

/// An item of a CSL-JSON array; the fields that a page of news has.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct CslItem {
    id: Value,
    #[serde(rename = "type")]
    kind: String,
    title: String,
    container_title: String,
    publisher: String,
    page: Value,
    #[serde(rename = "URL")]
    url: String,
    language: String,
    author: Vec<CslName>,
    issued: CslDate,
    accessed: CslDate,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct CslName {
    family: String,
    given: String,
    non_dropping_particle: String,
    dropping_particle: String,
    suffix: String,
    literal: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct CslDate {
    date_parts: Vec<Vec<Value>>,
}

/// The items of a CSL-JSON array with their ids, in order.
///
/// # Errors
/// A sentence, when the text is no array of items.
pub fn items(json: &str) -> Result<Vec<(String, Item)>, String> {
    let items: Vec<CslItem> =
        serde_json::from_str(json).map_err(|error| format!("expected an array of CSL-JSON items: {error}"))?;
    Ok(items.into_iter().map(|item| (text(&item.id), item.read())).collect())
}

/// Text, or a number as text.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
}

impl CslItem {
    fn read(self) -> Item {
        let genre = match self.kind.as_str() {
            "article-newspaper" => Genre::News,
            "article-magazine" | "article-journal" | "article" => Genre::Magazine,
            "post-weblog" | "post" => Genre::Blog,
            _ => Genre::Web,
        };
        Item {
            genre,
            title: self.title,
            authors: self.author.into_iter().map(CslName::read).collect(),
            publisher: self.container_title,
            company: self.publisher,
            page: text(&self.page),
            via: String::new(),
            published: self.issued.read(),
            accessed: self.accessed.read().and_then(|when| Date::new(when.year, when.month?, when.day?)),
            url: self.url,
            lang: self.language,
        }
    }
}

impl CslName {
    fn read(self) -> Author {
        if !self.literal.is_empty() {
            return Author { name: self.literal, organisation: true, ..Author::default() };
        }
        let particle = [self.dropping_particle, self.non_dropping_particle].join(" ").trim().to_owned();
        let parts = NameParts { given: self.given, particle, family: self.family, suffix: self.suffix };
        let pieces = [&parts.given, &parts.particle, &parts.family, &parts.suffix];
        let name = pieces.into_iter().filter(|piece| !piece.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        Author { name, parts: Some(parts), ..Author::default() }
    }
}

impl CslDate {
    fn read(&self) -> Option<Issued> {
        let parts = self.date_parts.first()?;
        let part = |at: usize| parts.get(at).and_then(|part| text(part).parse::<i32>().ok());
        let month = part(1).and_then(|month| u8::try_from(month).ok()).filter(|month| (1..=12).contains(month));
        let day = part(2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day)).filter(|_| month.is_some());
        Some(Issued { year: part(0)?, month, day })
    }
}
