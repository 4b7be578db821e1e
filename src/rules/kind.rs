//! The kinds of boilerplate: the vocabulary of the rule files and of the ledger.

use serde::Serialize;

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
