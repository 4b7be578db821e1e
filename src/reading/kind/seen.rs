//! Pages without a text of their own: what they are instead.

use super::words::{KindWords, holds_any};
use super::{CAPTION_WEIGHT, Page, PageKind, Seen};
use crate::url;

/// Letters (weighted) of a text under which a page that says "not found" or asks for a password is believed.
/// Fixture `not-article--missing`; `keeps--missing-page-story` is an article about such a page.
const FEW_WEIGHT: u32 = 300;
/// Letters shown under which a page has not been drawn. Fixture `not-article--shell`.
const UNDRAWN_LETTERS: u32 = 300;
/// Linked headings from which a page is a list of things elsewhere. Fixture `not-article--front-page`.
const LINKED_HEADINGS: u32 = 4;
/// Links to texts from which a page without one is a list. Fixture `not-article--section`.
const HEADLINES: u32 = 5;
/// Pictures from which a page with few words is a gallery. Fixture `not-article--gallery`.
const GALLERY_IMAGES: u32 = 5;

impl Page<'_> {
    /// Pages without a text of their own, whatever the classifier found on them.
    pub(super) fn nothing_to_read(&self, declared: Option<PageKind>) -> Option<Seen> {
        let (sums, signs, words) = (&self.sums, &self.signs, &KindWords::get().title_words);
        let few = sums.kept_weight < FEW_WEIGHT && sums.prose < FEW_WEIGHT;
        match () {
            () if signs.shell && signs.scripts > 0 && sums.letters < UNDRAWN_LETTERS => Some(Seen::EmptyShell),
            () if few && self.is_titled(words.error) => Some(Seen::ErrorPage),
            () if self.is_thread(declared) && sums.prose == 0 => Some(Seen::EmptyShell),
            () if few && signs.passwords > 0 && (!self.evidence.is_article || self.is_titled(words.login)) => Some(Seen::Login),
            () if self.is_search() => Some(Seen::SearchResults),
            () if declared != Some(PageKind::Article) && self.is_video() => Some(Seen::Video),
            () if declared != Some(PageKind::Article) && self.is_gallery() => Some(Seen::Gallery),
            () if self.is_front() => Some(Seen::FrontPage),
            () => None,
        }
    }

    /// What a page is that has too little text, or text of many things.
    pub(super) fn list_or_thing(&self, declared: Option<PageKind>) -> Seen {
        match () {
            () if self.is_video() => Seen::Video,
            () if self.is_gallery() => Seen::Gallery,
            () if declared == Some(PageKind::Product) => Seen::Product,
            () if self.signs.shell && self.sums.prose == 0 => Seen::EmptyShell,
            () if self.sums.headlines >= HEADLINES && self.is_root_path() => Seen::FrontPage,
            () if self.sums.headlines >= HEADLINES || declared == Some(PageKind::Listing) => Seen::SectionList,
            () => Seen::Unknown,
        }
    }

    fn is_titled(&self, phrases: &[&str]) -> bool {
        holds_any(&self.evidence.metadata.document_title, phrases) || holds_any(self.evidence.title, phrases)
    }

    /// Results of a search: the address asks, and the title or the many linked headings say so.
    fn is_search(&self) -> bool {
        let words = &KindWords::get().path_words;
        let query = url::split(self.evidence.url).query.unwrap_or_default();
        let keys = || query.split('&').filter_map(|pair| pair.split('=').next());
        let asks = keys().any(|key| words.query.contains(&key.to_ascii_lowercase().as_str()));
        let titled = self.is_titled(KindWords::get().title_words.search);
        let list = self.sums.linked_headings >= LINKED_HEADINGS || !self.evidence.is_article;
        (asks || self.has_segment(words.search)) && (titled || self.has_segment(words.search) && asks) && list
            || self.evidence.metadata.page.is_any(&["SearchResultsPage"])
    }

    fn is_video(&self) -> bool {
        let claimed = self.evidence.metadata.meta(&["og:type"]).is_some_and(|t| t.starts_with("video"))
            || self.evidence.metadata.page.is_any(&["VideoObject"])
            || self.signs.item_types.iter().any(|t| t == "VideoObject");
        self.signs.videos > 0 && self.is_short() && claimed
    }

    fn is_gallery(&self) -> bool {
        let claimed = self.evidence.metadata.page.is_any(&["ImageGallery", "MediaGallery"]);
        let pictures = self.sums.images >= GALLERY_IMAGES && self.sums.linked_headings < LINKED_HEADINGS;
        self.is_short() && pictures && (claimed || !self.evidence.is_article)
    }

    /// Whether what is kept, and what could have been, is about a caption's length.
    fn is_short(&self) -> bool {
        self.sums.kept_weight < CAPTION_WEIGHT && self.sums.prose < CAPTION_WEIGHT
    }

    /// The first page of a site is a list whatever longer text stands on it.
    fn is_front(&self) -> bool {
        let list = self.sums.linked_headings >= 2 * LINKED_HEADINGS && self.sums.links * 2 > self.sums.letters;
        self.is_root_path() && list && !self.is_declared_article()
    }
}
