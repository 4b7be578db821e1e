//! Citations: one item, many styles. In: [`Item`]; out: [`Formatted`] text with italics, never HTML.

use crate::civil::{Date, DateTime};
use serde::Serialize;

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
    /// The citation as plain text.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
