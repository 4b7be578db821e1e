//! Malgeun turns a news page into a clean reading.
//!
//! ```text
//! Snapshot ─► dom::scan ─► Document ─► boilerplate (verdicts with reasons) ─► Article, Byline
//!                                                                              │
//!                         Reading ◄── facts::find · cite::Item · removals ◄────┘
//! ```
//!
//! The core knows no clock, network, locale or storage: what it needs comes in as arguments.
//! A bad page is not an error; it gives a poorer [`reading::Reading`] with notes.

pub mod article;
pub mod boilerplate;
pub mod cite;
pub mod civil;
pub mod dom;
pub mod export;
pub mod facts;
pub mod lang;
pub mod markup;
pub mod reading;
pub mod rules;
pub mod text;
pub mod url;

#[cfg(any(all(target_arch = "wasm32", not(feature = "without-interface")), test))]
pub mod browser;

/// The wasm has one thread, and a page of its own: an allocator without locks and without much code.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

use dom::{Document, NodeId};
use reading::Reading;

/// A page as the browser has it: what `page.js` or the command line hands over.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// `documentElement.outerHTML` (or raw text when `content_type` is `text/plain`): a browser's serialisation, well formed.
    pub html: String,
    /// Address of the page.
    pub url: String,
    /// `document.contentType`, for example `text/html`.
    pub content_type: String,
    /// Elements that the page counted in document order; `None` when nobody counted (command line).
    pub elements: Option<u32>,
    /// Roots of subtrees that the page does not show, by computed style.
    pub hidden: Vec<NodeId>,
}

/// What the outside world knows and the core does not.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Today, for the access date of a citation.
    pub today: Option<civil::Date>,
    /// The learned taggers of names, one for each language; without one, rules alone name people, bodies and places.
    pub names: &'static [facts::tagger::Tagger],
    /// Whether facts are left out: nobody asked for them, and they are a fourth of the time.
    pub without_facts: bool,
}

/// Why a page could not be read at all; a poor page is no error.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// More elements or bytes than the reader takes.
    #[error(transparent)]
    TooLarge(#[from] dom::TooLarge),
}

/// Reads a page.
///
/// # Errors
/// [`Error::TooLarge`] when the page is beyond the limits of [`dom`].
pub fn read(snapshot: &Snapshot, options: &Options) -> Result<Reading, Error> {
    let document = reading::assemble::document(snapshot)?;
    Ok(read_document(&document, snapshot, options))
}

/// Reads a page that has been parsed already; the snapshot's `html` is not looked at.
pub fn read_document(document: &Document, snapshot: &Snapshot, options: &Options) -> Reading {
    reading::assemble::read(document, snapshot, options)
}
