//! The reading: everything that the reader shows and the exports write, as plain data. The only view model.

use crate::article::{Article, byline::Byline, origin::Sources};
use crate::boilerplate::Removal;
use crate::cite;
use crate::civil::DateTime;
use crate::dom::NodeId;
use crate::facts::Fact;
use crate::text::Span;
use serde::Serialize;

pub(crate) mod assemble;
mod fold;
pub(crate) mod kind;
mod later;
mod notices;
mod rights;
mod same;
mod writers;

pub use kind::{PageKind, Partial, PartialWhy, Seen};
pub use later::Later;
pub use same::Same;

/// A remark on the reading that the interface puts into words (`note_…` in `_locales`).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "note", rename_all = "kebab-case")]
pub enum Note {
    /// No part of the page holds enough text.
    NoArticle {
        /// Letters that are not links: what could be body text.
        letters: u32,
        /// Share of link letters on the page, 0..=1.
        link_share: f32,
        /// What is seen instead.
        seen: Seen,
    },
    /// No publication time was found: relative dates stay unresolved.
    NoDate,
    /// The page is larger than the reader takes; it stays as it was.
    TooLarge,
    /// Elements of page and core were counted differently: nothing is hidden on the live page.
    CountDiffers {
        /// Elements the page counted.
        page: u32,
        /// Elements the core counted.
        core: u32,
    },
}

/// Where the report was written and by whom, as the text begins with it: "(서울=한별통신) 홍길동 기자 =".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dateline {
    /// Index into [`Article::texts`].
    pub text: u32,
    /// The whole of it there.
    pub span: Span,
    /// The place, or empty.
    pub place: String,
    /// The agency or paper, or empty.
    pub agency: String,
}

/// A page turned into a clean reading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Reading {
    /// What kind of page it is.
    pub kind: PageKind,
    /// Headline.
    pub title: String,
    /// Standfirst lines, in order.
    pub deck: Vec<String>,
    /// Who wrote it.
    pub byline: Byline,
    /// Newspaper or site, or empty.
    pub publisher: String,
    /// Portal that carried it ("Daum"), or empty.
    pub portal: String,
    /// Section ("경제"), or empty.
    pub section: String,
    /// When it was published.
    pub published: Option<DateTime>,
    /// When it was changed last.
    pub modified: Option<DateTime>,
    /// Address of the page, cleaned.
    pub url: String,
    /// Address of the article at its publisher where the page names one, or empty.
    pub original_url: String,
    /// Lead image address, or empty.
    pub image: String,
    /// Content language, primary subtag ("ko"), or empty.
    pub lang: String,
    /// Copyright line as printed, or empty.
    pub copyright: String,
    /// Who holds the copyright, or empty.
    pub copyright_holder: String,
    /// Where each of these was found.
    pub sources: Sources,
    /// The body.
    pub article: Article,
    /// The dateline that the text begins with, if it does; it stays in the text as printed.
    pub dateline: Option<Dateline>,
    /// The portal's own summary, folded in the reader.
    pub summary: Vec<String>,
    /// Facts in order of place.
    pub facts: Vec<Fact>,
    /// What a citation needs.
    pub citation: cite::Item,
    /// What was removed, in order of the page.
    pub removals: Vec<Removal>,
    /// Elements to hide on the live page with their tag names; page.js hides none if a tag differs.
    pub hide: Vec<(NodeId, String)>,
    /// What to hide when the page adds it later.
    pub later: Later,
    /// Remarks.
    pub notes: Vec<Note>,
    /// Letters of visible text on the page.
    pub page_letters: u32,
    /// Letters of the article.
    pub kept_letters: u32,
    /// Why the page holds only a part of the text, if it does.
    pub partial: Option<Partial>,
    /// How much the reading is to be trusted: the F1 that is expected of it, 0..=1.
    pub confidence: f32,
}
