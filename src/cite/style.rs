//! The styles by name, in the order and groups of the citation menu.

use super::quotes::Brackets;
use super::{Formatted, Item, styles, write};
use serde::Serialize;

/// A citation style or data format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Korean humanities footnote: `선담은, 「기사명」, 『한겨레』, 2024. 10. 1., URL (검색일: …).`
    FootnoteKo,
    /// The same with 〈기사명〉, 《한겨레》, as other Korean societies have it.
    FootnoteKoAngle,
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
    /// Chicago, author-date: the entry of the reference list.
    ChicagoAuthorDate,
    /// Harvard as in Cite Them Right.
    Harvard,
    /// IEEE.
    Ieee,
    /// Vancouver, of the National Library of Medicine.
    Vancouver,
    /// ISO 690, author-date.
    Iso690,
    /// ISO 690, numeric.
    Iso690Numeric,
    /// GB/T 7714-2015 of China, numeric.
    GbT7714,
    /// SIST 02 of Japan.
    Sist02,
    /// A BibLaTeX entry.
    Biblatex,
    /// A BibTeX entry, for styles of before BibLaTeX.
    Bibtex,
    /// RIS, read by every reference manager.
    Ris,
    /// CSL-JSON: an array of one item.
    CslJson,
    /// A line of Markdown with the title as link.
    Markdown,
    /// A line of HTML with the title as link.
    Html,
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

const ALL: [(Style, &str, Group); 23] = [
    (Style::FootnoteKo, "footnote-ko", Group::Korean),
    (Style::FootnoteKoAngle, "footnote-ko-angle", Group::Korean),
    (Style::ApaKo, "apa-ko", Group::Korean),
    (Style::PlainKo, "plain-ko", Group::Korean),
    (Style::Apa, "apa", Group::International),
    (Style::Mla, "mla", Group::International),
    (Style::Chicago, "chicago", Group::International),
    (Style::ChicagoAuthorDate, "chicago-author-date", Group::International),
    (Style::Harvard, "harvard", Group::International),
    (Style::Ieee, "ieee", Group::International),
    (Style::Vancouver, "vancouver", Group::International),
    (Style::Iso690, "iso-690", Group::International),
    (Style::Iso690Numeric, "iso-690-numeric", Group::International),
    (Style::GbT7714, "gb-t-7714", Group::International),
    (Style::Sist02, "sist02", Group::International),
    (Style::Biblatex, "biblatex", Group::Data),
    (Style::Bibtex, "bibtex", Group::Data),
    (Style::Ris, "ris", Group::Data),
    (Style::CslJson, "csl-json", Group::Data),
    (Style::Markdown, "markdown", Group::Data),
    (Style::Html, "html", Group::Data),
    (Style::WikiKo, "wiki-ko", Group::Data),
    (Style::Wiki, "wiki", Group::Data),
];

/// Names that the repository of citation styles (citationstyles.org) has for them.
const CSL_NAMES: [(&str, Style); 10] = [
    ("modern-language-association", Style::Mla),
    ("chicago-notes-bibliography", Style::Chicago),
    ("harvard-cite-them-right", Style::Harvard),
    ("nlm-citation-sequence", Style::Vancouver),
    ("iso690-author-date", Style::Iso690),
    ("iso690-author-date-en", Style::Iso690),
    ("iso690-numeric", Style::Iso690Numeric),
    ("iso690-numeric-en", Style::Iso690Numeric),
    ("china-national-standard-gb-t-7714-2015-numeric", Style::GbT7714),
    ("gb-t-7714-2015-numeric", Style::GbT7714),
];

/// The English of a style where it is free to be either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Locale {
    /// What the style's own manual writes: British for Harvard, American for the rest.
    #[default]
    Own,
    /// American: double marks with the comma inside, `November 20, 2026`.
    American,
}

impl Style {
    /// Every style in the order of the menu; those of a group stand together.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|row| row.0)
    }

    /// The style of an id ("footnote-ko").
    pub fn from_id(id: &str) -> Option<Self> {
        ALL.iter().find(|row| row.1 == id).map(|row| row.0)
    }

    /// The style of an id, or of its name in the repository of citation styles.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::from_id(name).or_else(|| CSL_NAMES.iter().find(|row| row.0 == name).map(|row| row.1))
    }

    /// How a list of references in this style numbers its entry, with the space behind: `[1] `; empty where it does not.
    pub fn number(self, number: usize) -> String {
        match self {
            Self::Ieee | Self::GbT7714 => format!("[{number}] "),
            Self::Vancouver | Self::Iso690Numeric => format!("{number}. "),
            Self::Sist02 => format!("({number}) "),
            _ => String::new(),
        }
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

    pub(super) fn write(self, item: &Item, locale: Locale) -> Formatted {
        match self {
            Self::FootnoteKo => styles::footnote_ko::write(item, Brackets::Corner),
            Self::FootnoteKoAngle => styles::footnote_ko::write(item, Brackets::Angle),
            Self::ApaKo => styles::apa_ko::write(item),
            Self::PlainKo => styles::plain_ko::write(item),
            Self::Apa => styles::apa::write(item),
            Self::Mla => styles::mla::write(item),
            Self::Chicago => styles::chicago::write(item),
            Self::ChicagoAuthorDate => styles::chicago_author_date::write(item),
            Self::Harvard => styles::harvard::write(item, locale),
            Self::Ieee => styles::ieee::write(item),
            Self::Vancouver => styles::vancouver::write(item),
            Self::Iso690 => styles::iso690::author_date(item),
            Self::Iso690Numeric => styles::iso690::numeric(item),
            Self::GbT7714 => styles::gbt7714::write(item),
            Self::Sist02 => styles::sist02::write(item),
            Self::Biblatex => styles::biblatex::write(item),
            Self::Bibtex => styles::bibtex::write(item),
            Self::Ris => styles::ris::write(item),
            Self::CslJson => styles::csl_json::write(item),
            Self::Markdown => styles::markdown::write(item),
            Self::Html => styles::html::write(item),
            Self::WikiKo => styles::wiki::write_ko(item),
            Self::Wiki => styles::wiki::write_en(item),
        }
    }

    pub(super) fn in_text(self, item: &Item) -> Formatted {
        match self {
            Self::FootnoteKo | Self::FootnoteKoAngle => self.write(item, Locale::Own),
            Self::ApaKo => styles::apa_ko::cite(item),
            Self::PlainKo => styles::plain_ko::cite(item),
            Self::Apa => styles::apa::cite(item),
            Self::Mla => styles::mla::cite(item),
            Self::Chicago => styles::chicago::note(item),
            Self::ChicagoAuthorDate => styles::chicago_author_date::cite(item),
            Self::Harvard => styles::harvard::cite(item),
            Self::Iso690 => styles::iso690::cite(item),
            Self::Ieee | Self::GbT7714 => write::plain("[1]".to_owned()),
            Self::Vancouver | Self::Iso690Numeric | Self::Sist02 => write::plain("(1)".to_owned()),
            _ => Formatted::default(),
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
        assert_eq!(Style::from_id("harvard-cite-them-right"), None);
        assert_eq!(Style::from_name("harvard-cite-them-right"), Some(Style::Harvard));
        assert_eq!(Style::from_name("apa"), Some(Style::Apa));
        assert_eq!(Style::all().count(), ALL.len());
    }
}
