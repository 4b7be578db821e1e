//! Which blocks are boilerplate, and why. Every verdict has a reason that a person can read.

use crate::dom::NodeId;
use serde::Serialize;

mod classify;
mod ledger;
mod notice;
mod score;
mod zone;

pub use classify::{Classified, Page, classify};
pub use ledger::removals;

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

/// What a removed thing is. The interface has one name per kind and language (`kind_…` in `_locales`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Copyright and licence notices of the publisher.
    Copyright,
    /// Reporter line and e-mail (they go to the byline).
    Byline,
    /// "Send us your story".
    TipLine,
    /// Subscription, newsletter, follow-us.
    Subscription,
    /// Donations and membership.
    Donation,
    /// Promotion of the publisher's own things, apps included.
    Promotion,
    /// The portal's machine summary and its notices.
    AutoSummary,
    /// Font-size tools and their sample text.
    FontSize,
    /// Text-to-speech tools.
    TextToSpeech,
    /// Translation tools.
    Translation,
    /// Share, print, scrap and other article tools.
    Share,
    /// Reactions, likes, recommendations.
    Reaction,
    /// Surveys and polls.
    Survey,
    /// Related, recommended and most-read articles.
    Related,
    /// Series and issue links.
    Series,
    /// Machine explainers inserted in the text.
    AiExplainer,
    /// Comments and their policy.
    Comment,
    /// Log-in prompts.
    Login,
    /// Advertisements and their labels.
    Ad,
    /// How the article was filed or shown ("section note").
    SectionNote,
    /// Photo credits standing alone.
    PhotoCredit,
    /// The portal's or site's legal footer.
    LegalFooter,
    /// Site navigation, menus, search, breadcrumbs.
    Navigation,
    /// Title, publisher and date lines that the reader shows in its own head.
    Head,
    /// Reporter and publisher cards after the text.
    ProfileCard,
    /// Text that the page does not show.
    Hidden,
    /// Anything else outside the article.
    Other,
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
