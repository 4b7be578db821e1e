//! Citations: one item, many styles. In: [`Item`]; out: [`Formatted`] text with italics.
//! Page text is never markup here: [`Formatted::html`] escapes all of it and writes no tag but `<i>`.

use crate::civil::{Date, DateTime};
use crate::markup;
use serde::Serialize;

mod case;
mod date;
mod field;
mod key;
mod name;
mod quotes;
mod style;
mod styles;
pub mod url;
mod words;
mod write;

pub use style::{Group, Style};

/// What is cited: a page of news, a blog, a magazine or the web.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Item {
    /// Headline without the publisher's suffix.
    pub title: String,
    /// Authors in order.
    pub authors: Vec<Author>,
    /// Newspaper or site ("한겨레"), or empty.
    pub publisher: String,
    /// Portal that carried it ("Daum"), or empty.
    pub via: String,
    /// When it was published.
    pub published: Option<DateTime>,
    /// When the reader opened it; comes from outside, the core has no clock.
    pub accessed: Option<Date>,
    /// The address to print: cleaned, of the publisher where known.
    pub url: String,
    /// Content language as a primary subtag ("ko").
    pub lang: String,
}

/// An author of an [`Item`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Author {
    /// The name as printed.
    pub name: String,
    /// Whether this is a desk or agency.
    pub organisation: bool,
    /// Role as printed ("기자", "특파원"), or empty. Only [`Style::PlainKo`] prints it: a contributor is no reporter.
    pub role: String,
}

/// A piece of a formatted citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is set in italics.
    pub italic: bool,
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

    /// The citation as an HTML fragment, for `text/html`: escaped text and `<i>`, nothing else.
    /// Meant for styles to read; data formats ([`Group::Data`]) are copied as plain text only, their lines matter.
    pub fn html(&self) -> String {
        let run = |run: &Run| {
            let text = markup::escape_html(&run.text);
            if run.italic { format!("<i>{text}</i>") } else { text }
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
    let item = field::single_lines(item);
    if item.title.is_empty() && item.authors.is_empty() && item.publisher.is_empty() && item.url.is_empty() {
        return Formatted::default();
    }
    style.write(&item)
}
