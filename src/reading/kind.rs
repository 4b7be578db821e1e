//! What kind of page it is, and for a page without an article what is seen instead: from its claims (JSON-LD, software,
//! address), its marks and the sums of the verdicts. In: [`Evidence`]; out: a [`Finding`]. It moves no verdict.

mod confidence;
mod declared;
mod partial;
mod seen;
mod signs;
mod words;

pub use partial::{Partial, PartialWhy};
pub(super) use signs::is_prose;
pub(super) use words::{FoldWords, fold_words, holds_any, names};

use crate::boilerplate::Verdict;
use crate::dom::block::Block;
use crate::dom::metadata::Metadata;
use crate::dom::{Document, NodeId};
use confidence::Agreement;
use serde::Serialize;
use signs::{Signs, Sums};

/// What kind of page it is. All but [`PageKind::NotArticle`] can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// One article.
    #[default]
    Article,
    /// A thread or a question with its answers.
    Forum,
    /// Entries in order of time under one headline.
    LiveBlog,
    /// A thing for sale.
    Product,
    /// Documentation, a manual, an encyclopaedia's page.
    Documentation,
    /// A list or collection that is itself the content.
    Listing,
    /// Too little or too scattered text: the reader says what it sees.
    NotArticle,
}

impl PageKind {
    /// Whether there is a text to show.
    pub fn is_readable(self) -> bool {
        self != Self::NotArticle
    }
}

/// What a page without an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// The first page of a site.
    FrontPage,
    /// A list of texts that stand elsewhere: a section, a topic, an archive.
    SectionList,
    /// Results of a search.
    SearchResults,
    /// A form to log in.
    Login,
    /// A video with little text.
    Video,
    /// Pictures with little text.
    Gallery,
    /// A program that has not drawn its text yet.
    EmptyShell,
    /// "Not found" and the like.
    ErrorPage,
    /// Nothing but an offer to subscribe or to log in stands where the text should be.
    Wall,
    /// A thing for sale with little text.
    Product,
    /// Nothing that has a name here.
    #[default]
    Unknown,
}

/// What the decision is made from.
pub(crate) struct Evidence<'a> {
    /// The page.
    pub(crate) document: &'a Document,
    /// Its claims.
    pub(crate) metadata: &'a Metadata,
    /// Its blocks.
    pub(crate) blocks: &'a [Block],
    /// One for each block.
    pub(crate) verdicts: &'a [Verdict],
    /// The element that holds the text.
    pub(crate) root: Option<NodeId>,
    /// Whether the classifier takes the page for an article.
    pub(crate) is_article: bool,
    /// Address of the page.
    pub(crate) url: &'a str,
    /// Headline.
    pub(crate) title: &'a str,
    /// How well the block scorer expects to have done, 0..=1, where it says so.
    pub(crate) model: Option<f32>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Finding {
    pub(crate) kind: PageKind,
    /// What the page is where `kind` is [`PageKind::NotArticle`].
    pub(crate) seen: Seen,
    /// Why the page holds only a part of the text, if it does.
    pub(crate) partial: Option<Partial>,
    /// How much the reading is to be trusted, 0..=1.
    pub(crate) confidence: f32,
}

/// Letters (weighted) under which a page with a video or pictures lives from them. Fixture `not-article--video`.
const CAPTION_WEIGHT: u32 = 700;

/// Weight of prose from which a page that declares itself a forum, a product … is shown as one.
const DECLARED_WEIGHT: u32 = 80;

/// Weight and share of link letters of a text that is one though its headings are links. Fixture `keeps--listicle`.
const LISTICLE_WEIGHT: u32 = 600;
const LISTICLE_LINKS_MAX: f32 = 0.3;

/// Expected F1, weight and share of link letters of a text that is one whatever stands beside it. Of 32 labelled pages that
/// were called lists and had a text, the 14 articles among them have .84, 1255 and at most .09; lists and shops have .16 of
/// links and more, but for two that are texts of short reviews.
const CLEAR_EXPECTED: f32 = 0.8;
const CLEAR_WEIGHT: u32 = 1200;
const CLEAR_LINKS_MAX: f32 = 0.1;

/// Decides.
pub(crate) fn decide(evidence: &Evidence<'_>) -> Finding {
    let page = Page { evidence, sums: Sums::of(evidence), signs: Signs::of(evidence.document, evidence.root) };
    let partial = partial::partial(evidence);
    let (kind, seen) = page.kind(partial.as_ref());
    let partial =
        partial.filter(|p| kind.is_readable() && (p.is_wall() || !matches!(kind, PageKind::Listing | PageKind::Product)));
    let confidence = Agreement::of(evidence, &page.sums).confidence(kind);
    Finding { kind, seen, partial, confidence }
}

struct Page<'a> {
    evidence: &'a Evidence<'a>,
    sums: Sums,
    signs: Signs,
}

impl Page<'_> {
    fn kind(&self, partial: Option<&Partial>) -> (PageKind, Seen) {
        let declared = self.declared();
        let not_article = |seen| (PageKind::NotArticle, seen);
        if let Some(seen) = self.nothing_to_read(declared) {
            return not_article(seen);
        }
        let teased = partial.is_some_and(Partial::is_wall) && self.sums.kept_prose > 0;
        let told = self.sums.kept_weight >= DECLARED_WEIGHT && (teased || self.is_thread(declared));
        if self.evidence.is_article || told || self.is_long_text() {
            return (declared.unwrap_or_default(), Seen::Unknown);
        }
        if partial.is_some_and(Partial::is_wall) {
            return not_article(Seen::Wall);
        }
        not_article(self.list_or_thing(declared))
    }

    /// Whether a page with many linked headings is a text all the same: it says that it is one text, and little of a long
    /// text is links (a listicle, fixture `keeps--listicle`), or the scorer is sure of a text with hardly a link, and the
    /// headings stand beside it (fixture `keeps--linked-headings`).
    fn is_long_text(&self) -> bool {
        let few_links = self.sums.kept_links as f32 <= LISTICLE_LINKS_MAX * self.sums.kept as f32;
        let declared = self.is_declared_article() && self.sums.kept_weight >= LISTICLE_WEIGHT && few_links;
        let hardly_links = self.sums.kept_links as f32 <= CLEAR_LINKS_MAX * self.sums.kept as f32;
        let is_clear = self.evidence.model.is_some_and(|expected| expected >= CLEAR_EXPECTED);
        declared || is_clear && hardly_links && self.sums.kept_weight >= CLEAR_WEIGHT
    }

    /// Threads and entries are many short texts: their declaration is worth more than the classifier's "no article".
    fn is_thread(&self, declared: Option<PageKind>) -> bool {
        matches!(declared, Some(PageKind::Forum | PageKind::LiveBlog | PageKind::Documentation))
    }
}
