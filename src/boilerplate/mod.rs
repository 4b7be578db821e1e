//! Which blocks are boilerplate, and why. Every verdict has a reason that a person can read.

use crate::dom::NodeId;
use serde::Serialize;

mod attribution;
mod classify;
mod found;
pub mod learned;
mod ledger;
mod next;
mod notice;
mod repeat;
mod score;
mod thread;
mod zone;

pub use classify::{Classified, Page, classify};
pub use ledger::{Ledger, removals};
pub use thread::Post;
pub use zone::{Names, names};

pub use crate::rules::Kind;

/// What becomes of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It is part of the body.
    Keep,
    /// The reader's head shows it (title, publisher, date); it stays on the live page.
    Head,
    /// It is boilerplate.
    Remove(Kind, Reason),
}

/// Why something was removed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A site rule; the text names it (`v.daum.net/layer_summary`).
    SiteRule(String),
    /// A boilerplate pattern, by its id.
    Pattern(&'static str),
    /// The share of link letters, 0..=1.
    LinkDensity(f32),
    /// A word of class, id or role of the element or one above it.
    ClassName(String),
    /// The element itself (`nav`, `footer`, `form`, …).
    Element(String),
    /// It repeats sentences of the body.
    RepeatsBody,
    /// The page hides it.
    Hidden,
    /// It stands outside the part of the page that holds the article.
    OutsideArticle,
    /// It follows the end of the article.
    AfterEnd,
    /// The reader's head shows it already.
    ShownInHead,
    /// Too little text to be a paragraph.
    TooShort,
}

/// One thing removed: what the ledger lists and can restore.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Removal {
    /// The element to hide on the live page, if the thing has one of its own.
    pub node: Option<NodeId>,
    /// What it is.
    pub kind: Kind,
    /// Why it was removed.
    pub reason: Reason,
    /// Its lines of text, in order; empty for a frame or picture without text.
    pub lines: Vec<String>,
    /// Index into the article's blocks before which a restored removal stands.
    pub position: u32,
}
