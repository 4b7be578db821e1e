//! The kind that a page claims to be: by its schema.org types, its software, its address.

use super::words::KindWords;
use super::{CAPTION_WEIGHT, Page, PageKind};
use crate::url;

/// Entries with a time from which a page that calls itself live is. Fixture `live-blog--strike`.
const LIVE_TIMES: u32 = 3;

impl Page<'_> {
    /// The kind by schema.org types, else by the software, else by the address together with what it shows.
    pub(super) fn declared(&self) -> Option<PageKind> {
        let words = KindWords::get();
        let linked = &self.evidence.metadata.page;
        let is = |types: &[&str]| {
            linked.is_any(types) || self.signs.item_types.iter().any(|item| types.iter().any(|t| item.ends_with(t)))
        };
        let by_schema = words.schema.iter().find(|schema| is(schema.types)).map(|schema| schema.kind);
        let by_type = self.evidence.metadata.meta(&["og:type"]).and_then(|t| match t {
            "product.group" => Some(PageKind::Listing),
            t if t.starts_with("product") || t.ends_with("product") => Some(PageKind::Product),
            _ => None,
        });
        // An article's declaration is on forum pages too (every page of some sites has it).
        let weak = |kind: &PageKind| !matches!(kind, PageKind::Article | PageKind::Listing);
        let live = self.is_live().then_some(PageKind::LiveBlog);
        by_schema.filter(weak).or(live).or(by_type).or(self.made()).or_else(|| self.addressed()).or(by_schema)
    }

    /// The kind of software that made the page; live blogs are known by their marks together with times.
    fn made(&self) -> Option<PageKind> {
        self.signs.software.filter(|kind| *kind != PageKind::LiveBlog)
    }

    fn is_live(&self) -> bool {
        let words = &KindWords::get().path_words;
        let named = self.signs.software == Some(PageKind::LiveBlog) || self.has_segment(words.live);
        named && self.signs.times >= LIVE_TIMES
    }

    fn addressed(&self) -> Option<PageKind> {
        let words = &KindWords::get().path_words;
        let host = url::host(self.evidence.url).unwrap_or_default();
        let on = |hosts: &[&str]| host.split('.').next().is_some_and(|first| hosts.contains(&first));
        match () {
            () if on(words.forum_hosts) => Some(PageKind::Forum),
            () if on(words.documentation_hosts) => Some(PageKind::Documentation),
            () if self.has_segment(words.forum) && !self.is_declared_article() => Some(PageKind::Forum),
            () if self.has_segment(words.documentation) && !self.is_declared_article() => Some(PageKind::Documentation),
            () if self.has_segment(words.product)
                && self.sums.kept_weight < CAPTION_WEIGHT * 2
                && !self.is_declared_article() =>
            {
                Some(PageKind::Product)
            }
            () if self.has_segment(words.listing) && !self.is_declared_article() => Some(PageKind::Listing),
            () => None,
        }
    }

    pub(super) fn is_declared_article(&self) -> bool {
        self.evidence.metadata.page.is_any(&["Article", "BlogPosting"])
    }

    pub(super) fn has_segment(&self, segments: &[&str]) -> bool {
        let path = url::split(self.evidence.url).path;
        path.split('/').any(|segment| segments.contains(&segment.to_ascii_lowercase().as_str()))
    }

    pub(super) fn is_root_path(&self) -> bool {
        let parts = url::split(self.evidence.url);
        !self.evidence.url.is_empty()
            && matches!(parts.path, "" | "/" | "/index.html" | "/index.php" | "/main")
            && parts.query.is_none()
    }
}
