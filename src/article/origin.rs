//! Where a field of the head was found: the reader shows it beside the field, the command line in its JSON.
//! In: the place that spoke first; out: a key for the interface and a phrase for programs.

use serde::{Serialize, Serializer};
use std::fmt;

/// The place that a field was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The rule of the site or portal.
    SiteRule,
    /// The table of publishers, by the host.
    Host,
    /// A property of the page's JSON-LD ("datePublished").
    Linked(&'static str),
    /// A meta element, by name or property ("og:title").
    Meta(&'static str),
    /// `<link rel=canonical>`.
    Canonical,
    /// `<title>`.
    TitleElement,
    /// A heading of the page.
    Heading,
    /// A line that names the writer.
    Byline,
    /// The dateline that the text begins with.
    Dateline,
    /// The standfirst.
    Deck,
    /// An element that the page marks as its writer's.
    Signature,
    /// A line that says what its date is ("입력 …").
    Labelled,
    /// A `time` element, or `itemprop=datePublished`.
    TimeElement,
    /// A line just above or below the headline.
    NearTitle,
    /// Another line of the page.
    Line,
    /// The address of the page itself.
    Address,
    /// The letters of the text.
    Letters,
}

impl Origin {
    /// The name in messages (`origin_…`), and what stands for `$1` there, or empty.
    pub fn key(self) -> (&'static str, &'static str) {
        match self {
            Self::SiteRule => ("site_rule", ""),
            Self::Host => ("host", ""),
            Self::Linked(property) => ("linked", property),
            Self::Meta(name) => ("meta", name),
            Self::Canonical => ("canonical", ""),
            Self::TitleElement => ("title_element", ""),
            Self::Heading => ("heading", ""),
            Self::Byline => ("byline", ""),
            Self::Dateline => ("dateline", ""),
            Self::Deck => ("deck", ""),
            Self::Signature => ("signature", ""),
            Self::Labelled => ("labelled", ""),
            Self::TimeElement => ("time_element", ""),
            Self::NearTitle => ("near_title", ""),
            Self::Line => ("line", ""),
            Self::Address => ("address", ""),
            Self::Letters => ("letters", ""),
        }
    }
}

impl fmt::Display for Origin {
    /// `json-ld datePublished`, `meta og:title`, `site rule`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key() {
            ("linked", property) => write!(f, "json-ld {property}"),
            (key, "") => f.write_str(&key.replace('_', " ")),
            (key, name) => write!(f, "{key} {name}"),
        }
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The place of each field; `None` for a field that is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// Headline.
    pub title: Option<Origin>,
    /// Writers.
    pub authors: Option<Origin>,
    /// Newspaper or site.
    pub publisher: Option<Origin>,
    /// Portal.
    pub portal: Option<Origin>,
    /// Section.
    pub section: Option<Origin>,
    /// Publication.
    pub published: Option<Origin>,
    /// Last change.
    pub modified: Option<Origin>,
    /// Address of the page.
    pub url: Option<Origin>,
    /// Address at the publisher.
    pub original_url: Option<Origin>,
    /// Lead picture.
    pub image: Option<Origin>,
    /// Language.
    pub lang: Option<Origin>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_said() {
        for (origin, expect) in [
            (Origin::Linked("datePublished"), "json-ld datePublished"),
            (Origin::Meta("og:title"), "meta og:title"),
            (Origin::SiteRule, "site rule"),
            (Origin::NearTitle, "near title"),
        ] {
            assert_eq!(origin.to_string(), expect);
        }
    }
}
