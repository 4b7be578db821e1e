//! The styles by name, in the order and groups of the citation menu.

use super::{Formatted, Item, styles};
use serde::Serialize;

/// A citation style or data format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Korean humanities footnote: `선담은, 「기사명」, 『한겨레』, 2024. 10. 1., URL (검색일: …).`
    FootnoteKo,
    /// APA 7 as Korean papers print it: full names, Korean dates.
    ApaKo,
    /// Korean prose for press releases and blogs: `“기사명”, 한겨레, 2024년 10월 1일, 선담은 기자, URL`.
    PlainKo,
    /// APA 7.
    Apa,
    /// MLA 9, works cited.
    Mla,
    /// Chicago, notes and bibliography: the bibliography entry.
    Chicago,
    /// A BibLaTeX entry.
    Biblatex,
    /// RIS, read by every reference manager.
    Ris,
    /// CSL-JSON: an array of one item.
    CslJson,
    /// A line of Markdown with the title as link.
    Markdown,
    /// `{{뉴스 인용}}` of the Korean Wikipedia.
    WikiKo,
    /// `{{cite news}}` of the English Wikipedia.
    Wiki,
}

/// A group of styles in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Styles of Korean writing.
    Korean,
    /// Styles of English writing.
    International,
    /// Formats for programs; copied as plain text only.
    Data,
}

const ALL: [(Style, &str, Group); 12] = [
    (Style::FootnoteKo, "footnote-ko", Group::Korean),
    (Style::ApaKo, "apa-ko", Group::Korean),
    (Style::PlainKo, "plain-ko", Group::Korean),
    (Style::Apa, "apa", Group::International),
    (Style::Mla, "mla", Group::International),
    (Style::Chicago, "chicago", Group::International),
    (Style::Biblatex, "biblatex", Group::Data),
    (Style::Ris, "ris", Group::Data),
    (Style::CslJson, "csl-json", Group::Data),
    (Style::Markdown, "markdown", Group::Data),
    (Style::WikiKo, "wiki-ko", Group::Data),
    (Style::Wiki, "wiki", Group::Data),
];

impl Style {
    /// Every style in the order of the menu; those of a group stand together.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|row| row.0)
    }

    /// The style of an id ("footnote-ko").
    pub fn from_id(id: &str) -> Option<Self> {
        ALL.iter().find(|row| row.1 == id).map(|row| row.0)
    }

    /// The id, as settings and the command line write it.
    pub fn id(self) -> &'static str {
        self.row().1
    }

    /// The group of the menu.
    pub fn group(self) -> Group {
        self.row().2
    }

    fn row(self) -> &'static (Self, &'static str, Group) {
        ALL.iter().find(|row| row.0 == self).unwrap_or(&ALL[0])
    }

    pub(super) fn write(self, item: &Item) -> Formatted {
        match self {
            Self::FootnoteKo => styles::footnote_ko::write(item),
            Self::ApaKo => styles::apa_ko::write(item),
            Self::PlainKo => styles::plain_ko::write(item),
            Self::Apa => styles::apa::write(item),
            Self::Mla => styles::mla::write(item),
            Self::Chicago => styles::chicago::write(item),
            Self::Biblatex => styles::biblatex::write(item),
            Self::Ris => styles::ris::write(item),
            Self::CslJson => styles::csl_json::write(item),
            Self::Markdown => styles::markdown::write(item),
            Self::WikiKo => styles::wiki::write_ko(item),
            Self::Wiki => styles::wiki::write_en(item),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_found_again() {
        for style in Style::all() {
            assert_eq!(Style::from_id(style.id()), Some(style));
        }
        assert_eq!(Style::from_id("harvard"), None);
        assert_eq!(Style::all().count(), ALL.len());
    }
}
