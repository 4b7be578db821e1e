//! When the article was published and changed: the site's rule, labelled lines, JSON-LD, meta elements, and what the page
//! shows ([`super::shown_date`]), in this order.

use super::head::{Evidence, Sourced};
use super::origin::Origin;
use crate::civil::DateTime;
use crate::lang::LangPack;

impl Evidence<'_> {
    /// Publication and last change; a time without an offset gets the one of the site or the language. A page that says
    /// nothing but its last change is cited by that (APA 7, 9.15).
    pub(super) fn dates(&self, lang: &str, title: &str) -> (Sourced<Option<DateTime>>, Sourced<Option<DateTime>>) {
        let (labelled, changed) = self.labelled_dates(self.ruled(|s| s.dates).iter().map(String::as_str));
        let first = |values: Vec<String>| values.iter().find_map(|v| DateTime::written(v)).map(|d| (Origin::SiteRule, d));
        let by = |origin: Origin| move |date: DateTime| (origin, date);
        let metadata = self.metadata;
        let published = first(self.ruled(|s| s.published))
            .or(labelled.map(by(Origin::SiteRule)))
            .or(metadata.linked.published.map(by(Origin::Linked("datePublished"))))
            .or_else(|| self.meta_date(PUBLISHED))
            .or_else(|| self.meta_like(PUBLISHED_LIKE).map(by(Origin::Meta("date"))))
            .or_else(|| self.shown_date(title))
            .or_else(|| self.read_date(&metadata.linked.published_as).map(by(Origin::Linked("datePublished"))));
        let modified = first(self.ruled(|s| s.modified))
            .or(changed.map(by(Origin::SiteRule)))
            .or(metadata.linked.modified.map(by(Origin::Linked("dateModified"))))
            .or_else(|| self.meta_date(MODIFIED))
            .or_else(|| self.labelled_lines().1.map(by(Origin::Labelled)));
        let home = self
            .site
            .map(|s| s.offset)
            .filter(|o| *o != 0)
            .or_else(|| LangPack::of(lang).map(|p| p.utc_offset).filter(|o| *o >= 0));
        let at_home = |d: DateTime| DateTime { offset: d.offset.or(home.filter(|_| d.minute_of_day.is_some())), ..d };
        let sourced = |found: Option<(Origin, DateTime)>| (found.map(|(_, date)| at_home(date)), found.map(|(origin, _)| origin));
        (sourced(published.or(modified)), sourced(modified))
    }

    /// The first date among the meta elements, in the order of the names asked for.
    fn meta_date(&self, names: &[&'static str]) -> Option<(Origin, DateTime)> {
        let of = |name: &str, (n, content): &(String, String)| if n == name { self.read_date(content) } else { None };
        let first =
            |name: &'static str| self.metadata.metas.iter().find_map(|meta| of(name, meta)).map(|d| (Origin::Meta(name), d));
        names.iter().copied().find_map(first)
    }

    /// The first date of a meta element whose name holds one of these, signs left out: `w-published-date`.
    /// Fixture `dated--meta-name`.
    fn meta_like(&self, parts: &[&str]) -> Option<DateTime> {
        let like = |name: &str| {
            let letters: String = name.chars().filter(char::is_ascii_alphabetic).collect();
            parts.iter().any(|part| letters.contains(part))
        };
        self.metadata.metas.iter().filter(|(name, _)| like(name)).find_map(|(_, content)| self.read_date(content))
    }
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:regdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "article.published",
];

/// What the names of meta elements hold that sites have made themselves.
const PUBLISHED_LIKE: &[&str] =
    &["publishdate", "publisheddate", "datepublish", "publicationdate", "pubdate", "publishedtime", "publishtime", "dateissued"];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
];
