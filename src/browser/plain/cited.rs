//! The item that the reader cites: what the page says, as the settings have it, with what its user has edited.
//! In: a reading, settings and edits; out: an item and its fields as texts. Edits live as long as the reader does.

use super::settings::Settings;
use crate::article::origin::Origin;
use crate::cite::{Author, Genre, Issued, Item, without_marks};
use crate::civil::{Date, DateTime};
use crate::reading::Reading;
use crate::url;

/// A field of the item that can be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Headline.
    Title,
    /// Writers, in one line.
    Authors,
    /// Newspaper or site.
    Publisher,
    /// Portal.
    Via,
    /// Day of publication, ISO 8601.
    Published,
    /// Address.
    Url,
}

/// The fields in the order of the panel, with their names in messages and markup.
pub const FIELDS: [(Field, &str); 6] = [
    (Field::Title, "title"),
    (Field::Authors, "authors"),
    (Field::Publisher, "publisher"),
    (Field::Via, "via"),
    (Field::Published, "published"),
    (Field::Url, "url"),
];

impl Field {
    /// The field of a name.
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(_, known)| *known == name).map(|(field, _)| *field)
    }

    /// Where the page says it.
    pub fn origin(self, reading: &Reading, settings: &Settings) -> Option<Origin> {
        let sources = &reading.sources;
        match self {
            Self::Title => sources.title,
            Self::Authors => sources.authors,
            Self::Publisher => sources.publisher,
            Self::Via => sources.portal,
            Self::Published => sources.published,
            Self::Url if has_two_addresses(reading) && settings.publisher_url => sources.original_url,
            Self::Url => sources.url,
        }
    }
}

/// What was edited, in the words of the user.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits(Vec<(Field, String)>);

impl Edits {
    /// The edited text of a field.
    pub fn of(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(edited, _)| *edited == field).map(|(_, text)| text.as_str())
    }

    /// Takes an edit; the text that the page gives is none.
    pub fn set(&mut self, field: Field, text: &str, given: &str) {
        self.undo(field);
        if text != given {
            self.0.push((field, text.to_owned()));
        }
    }

    /// Puts a field back.
    pub fn undo(&mut self, field: Field) {
        self.0.retain(|(edited, _)| *edited != field);
    }

    /// Puts every field back.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether nothing is edited.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether the reading has the portal's address and the publisher's.
pub fn has_two_addresses(reading: &Reading) -> bool {
    !reading.original_url.is_empty() && !reading.url.is_empty() && reading.original_url != reading.url
}

/// The item before it is edited. `today` is the day of access where the reading has none.
pub fn given(reading: &Reading, settings: &Settings, today: Option<Date>) -> Item {
    let mut item = reading.citation.clone();
    item.accessed = item.accessed.or(today).filter(|_| settings.accessed);
    if !settings.publisher_url && has_two_addresses(reading) {
        item.url = reading.url.clone();
    }
    if !settings.head_marks {
        item.title = without_marks(&item.title).to_owned();
    }
    item
}

/// The item with its edits; an edit that makes no sense there (a day that is none) changes nothing.
pub fn edited(mut item: Item, edits: &Edits) -> Item {
    for (field, text) in edits.0.iter().filter(|(field, text)| is_sound(*field, text)) {
        let text = text.trim();
        match field {
            Field::Title => item.title = text.to_owned(),
            Field::Authors => item.authors = authors(text, &item.authors),
            Field::Publisher => {
                item.publisher = text.to_owned();
                item.genre = if text.is_empty() { Genre::Web } else { Genre::News };
            }
            Field::Via => item.via = text.to_owned(),
            Field::Published => item.published = issued(text),
            Field::Url => item.url = text.to_owned(),
        }
    }
    item
}

/// A field of an item as text.
pub fn text(item: &Item, field: Field) -> String {
    match field {
        Field::Title => item.title.clone(),
        Field::Authors => {
            let names: Vec<&str> = item.authors.iter().map(|author| author.name.as_str()).collect();
            names.join(if names.iter().any(|name| name.contains(',')) { "; " } else { ", " })
        }
        Field::Publisher => item.publisher.clone(),
        Field::Via => item.via.clone(),
        Field::Published => item.published.map(|when| when.to_string()).unwrap_or_default(),
        Field::Url => url::readable(&item.url),
    }
}

/// Whether a text can stand in a field. An empty one can: it is left out.
pub fn is_sound(field: Field, text: &str) -> bool {
    let text = text.trim();
    match field {
        _ if text.is_empty() => true,
        Field::Published => issued(text).is_some(),
        Field::Url => url::host(text).is_some() && ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme)),
        _ => true,
    }
}

/// The authors of a line: between semicolons where there are some, else between commas. What is known of a name stays.
fn authors(line: &str, known: &[Author]) -> Vec<Author> {
    let sign = if line.contains(';') { ';' } else { ',' };
    let names = line.split([sign, '\n']).map(str::trim).filter(|name| !name.is_empty());
    let author = |name: &str| {
        let same = known.iter().find(|author| author.name == name).cloned();
        same.unwrap_or_else(|| Author { name: name.to_owned(), ..Author::default() })
    };
    names.map(author).collect()
}

/// A day, a month or a year as people write it: `2024-10-01`, `2024. 10.`, `2024`.
fn issued(text: &str) -> Option<Issued> {
    if let Some(when) = DateTime::written(text) {
        return Some(when.into());
    }
    let numbers: Option<Vec<i32>> =
        text.split(['-', '.', '/', ' ', '년', '월']).filter(|n| !n.is_empty()).map(|n| n.parse().ok()).collect();
    match numbers?.as_slice() {
        [year @ 1000..=9999] => Some(Issued { year: *year, month: None, day: None }),
        [year @ 1000..=9999, month @ 1..=12] => Some(Issued { year: *year, month: u8::try_from(*month).ok(), day: None }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Reading {
        let citation = Item {
            title: "[단독] 은하수".into(),
            authors: vec![Author { name: "오지윤".into(), role: "기자".into(), ..Author::default() }],
            publisher: "하늬일보".into(),
            url: "https://hanui.example/1".into(),
            ..Item::default()
        };
        let (url, original_url) = ("https://v.daum.net/v/1".into(), citation.url.clone());
        Reading { citation, url, original_url, ..Reading::default() }
    }

    #[test]
    fn settings_choose_and_edits_change() {
        let settings = Settings { publisher_url: false, head_marks: false, accessed: false, ..Settings::default() };
        let reading = reading();
        let item = given(&reading, &settings, Date::new(2026, 11, 24));
        assert_eq!((item.title.as_str(), item.url.as_str(), item.accessed), ("은하수", "https://v.daum.net/v/1", None));
        let item = given(&reading, &Settings::default(), Date::new(2026, 11, 24));
        assert_eq!((item.title.as_str(), item.url.as_str()), ("[단독] 은하수", "https://hanui.example/1"));
        assert_eq!(item.accessed, Date::new(2026, 11, 24));

        let check = |field: Field, written: &str, expect: &str| {
            let mut edits = Edits::default();
            edits.set(field, written, &text(&item, field));
            assert_eq!(text(&edited(item.clone(), &edits), field), expect, "{field:?} {written}");
            edits.undo(field);
            assert_eq!(edited(item.clone(), &edits), item);
        };
        check(Field::Title, " 새 제목 ", "새 제목");
        check(Field::Authors, "오지윤, 김하나", "오지윤, 김하나");
        check(Field::Authors, "Hanui, Inc.; Ana Rivera", "Hanui, Inc.; Ana Rivera");
        check(Field::Published, "2024. 10. 1.", "2024-10-01");
        check(Field::Published, "2024년 10월", "2024-10");
        check(Field::Published, "2024", "2024");
        check(Field::Published, "yesterday", "");
        check(Field::Url, "javascript:alert(1)", "https://hanui.example/1");
        check(Field::Url, "", "");
    }

    #[test]
    fn an_author_who_stays_keeps_the_role() {
        let mut edits = Edits::default();
        edits.set(Field::Authors, "김하나, 오지윤", "오지윤");
        let item = edited(reading().citation, &edits);
        assert_eq!(item.authors.iter().map(|author| author.role.as_str()).collect::<Vec<_>>(), ["", "기자"]);
        edits.set(Field::Authors, "오지윤", "오지윤");
        assert!(edits.is_empty());
    }
}
