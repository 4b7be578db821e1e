//! Citations: one item, many styles. In: [`Item`]; out: [`Formatted`] text with italics and bold.
//! Page text is never markup here: [`Formatted::html`] escapes all of it and writes no tag but `<i>` and `<b>`.

use crate::civil::Date;
use crate::markup;
use serde::Serialize;

mod case;
mod date;
mod field;
pub mod fragment;
mod key;
mod mark;
mod name;
mod quotation;
mod quotes;
mod style;
mod styles;
pub mod url;
mod words;
mod write;

#[cfg(feature = "cli")]
mod csl;
#[cfg(feature = "cli")]
pub use csl::items;

pub use date::Issued;
pub use mark::without_marks;
pub use quotation::{Copied, Quotation, quotation};
pub use style::{Group, Locale, Style};

/// What is cited: a page of news, a blog, a magazine or the web.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Item {
    /// What kind of page it is: styles set a newspaper's article and a page of a site differently.
    pub genre: Genre,
    /// Headline without the publisher's suffix.
    pub title: String,
    /// Authors in order.
    pub authors: Vec<Author>,
    /// Newspaper or site ("한겨레"), or empty.
    pub publisher: String,
    /// The company behind the newspaper, where a style prints it besides ("한겨레신문사"), or empty.
    pub company: String,
    /// Page of the printed issue, or empty.
    pub page: String,
    /// Portal that carried it ("Daum"), or empty.
    pub via: String,
    /// When it was published.
    pub published: Option<Issued>,
    /// When the reader opened it; comes from outside, the core has no clock.
    pub accessed: Option<Date>,
    /// The address to print: cleaned, of the publisher where known.
    pub url: String,
    /// Content language as a primary subtag ("ko").
    pub lang: String,
}

/// What an [`Item`] is part of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Genre {
    /// An article of a newspaper.
    #[default]
    News,
    /// An article of a magazine.
    Magazine,
    /// A page of a site.
    Web,
    /// A post of a blog.
    Blog,
}

/// An author of an [`Item`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Author {
    /// The name as printed.
    pub name: String,
    /// The parts of the name where somebody who knows has split it; a page never does.
    pub parts: Option<NameParts>,
    /// Whether this is a desk or agency.
    pub organisation: bool,
    /// Role as printed ("기자", "특파원"), or empty. Only [`Style::PlainKo`] prints it: a contributor is no reporter.
    pub role: String,
}

/// The parts of a name; all but the family name may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NameParts {
    /// Given names or initials.
    pub given: String,
    /// Particle before the family name that is no part of it ("van den").
    pub particle: String,
    /// Family name.
    pub family: String,
    /// "Jr.", "III".
    pub suffix: String,
}

/// A piece of a formatted citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it is set.
    pub face: Face,
}

/// How a [`Run`] is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// As the text around it.
    #[default]
    Upright,
    /// In italics: works of Western writing.
    Italic,
    /// Bold: periodicals of Korean writing, which has no italics.
    Bold,
}

/// A formatted citation: its runs joined are the plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Formatted {
    /// The pieces in order.
    pub runs: Vec<Run>,
}

impl Formatted {
    /// The citation as plain text, for `text/plain`.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The citation as an HTML fragment, for `text/html`: escaped text, `<i>` and `<b>`, nothing else.
    /// Meant for styles to read; data formats ([`Group::Data`]) are copied as plain text only, their lines matter.
    pub fn html(&self) -> String {
        let run = |run: &Run| {
            let text = markup::escape_html(&run.text);
            match run.face {
                Face::Upright => text,
                Face::Italic => format!("<i>{text}</i>"),
                Face::Bold => format!("<b>{text}</b>"),
            }
        };
        self.runs.iter().map(run).collect()
    }
}

/// Writes the citation of an item in a style. Missing parts are left out with their punctuation; an item
/// without title, author, publisher and address gives nothing.
///
/// ```
/// use malgeun::cite::{Item, Style, format};
/// let item = Item { title: "하늘이 맑다".into(), publisher: "한겨레".into(), lang: "ko".into(), ..Item::default() };
/// assert_eq!(format(&item, Style::FootnoteKo).plain(), "「하늘이 맑다」, 『한겨레』.");
/// ```
pub fn format(item: &Item, style: Style) -> Formatted {
    format_in(item, style, Locale::Own)
}

/// As [`format`], in one English where the style is free to be either.
pub fn format_in(item: &Item, style: Style, locale: Locale) -> Formatted {
    let item = field::single_lines(item);
    if is_nothing(&item) { Formatted::default() } else { style.write(&item, locale) }
}

/// Writes how the running text points to the item: `(Rivera, 2024)`, `[1]`, or the note of a style with notes. Data formats
/// give nothing.
///
/// ```
/// use malgeun::cite::{Author, Item, Style, in_text};
/// let author = Author { name: "Ana M. Rivera".into(), ..Author::default() };
/// let item = Item { title: "Why bridges fail".into(), authors: vec![author], ..Item::default() };
/// assert_eq!(in_text(&item, Style::Apa).plain(), "(Rivera, n.d.)");
/// ```
pub fn in_text(item: &Item, style: Style) -> Formatted {
    let item = field::single_lines(item);
    if is_nothing(&item) { Formatted::default() } else { style.in_text(&item) }
}

fn is_nothing(item: &Item) -> bool {
    item.title.is_empty() && item.authors.is_empty() && item.publisher.is_empty() && item.url.is_empty()
}
