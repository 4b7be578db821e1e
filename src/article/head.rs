//! What stands above the article: headline, standfirst, publisher, dates, section, addresses. Evidence comes from the
//! site's rule, JSON-LD, meta elements and the page, in this order of trust (CITATION: "proposed precedence").

use super::origin::{Origin, Sources};
use super::{Apart, SafeUrl};
use crate::civil::DateTime;
use crate::dom::block::Block;
use crate::dom::metadata::Metadata;
use crate::dom::{Document, NodeId};
use crate::rules::publisher::Publisher;
use crate::rules::site::SiteRule;
use crate::{text, url};

/// The head of an article.
#[derive(Debug, Default)]
pub struct Head {
    /// Headline without the publisher's suffix.
    pub title: String,
    /// Standfirst.
    pub deck: Vec<String>,
    /// Publisher, by the name that a citation prints.
    pub publisher: String,
    /// Portal that carried the article.
    pub portal: String,
    /// Section.
    pub section: String,
    /// When it was published.
    pub published: Option<DateTime>,
    /// When it was changed last.
    pub modified: Option<DateTime>,
    /// Address of the page: canonical where that is the same site.
    pub url: String,
    /// Address at the publisher, or empty.
    pub original_url: String,
    /// Lead picture, or empty.
    pub image: String,
    /// Language, primary subtag.
    pub lang: String,
    /// The element that holds the standfirst.
    pub deck_node: Option<NodeId>,
    /// Where each field was found.
    pub sources: Sources,
}

/// A value with the place that it was taken from.
pub(super) type Sourced<T> = (T, Option<Origin>);

/// What the head is read from.
pub struct Evidence<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its claims.
    pub metadata: &'a Metadata,
    /// The rule of its site.
    pub site: Option<&'static SiteRule>,
    /// What of it stands apart.
    pub apart: &'a Apart,
    /// Elements that may hold the standfirst, sorted.
    pub decks: &'a [NodeId],
    /// Address of the page.
    pub url: &'a str,
}

impl Head {
    /// Reads the head of a page.
    pub fn read(evidence: &Evidence<'_>) -> Self {
        let mut head = Self { portal: evidence.site.map_or("", |s| s.portal).to_owned(), ..Self::default() };
        let sources = &mut head.sources;
        sources.portal = (!head.portal.is_empty()).then_some(Origin::SiteRule);
        (head.lang, sources.lang) = evidence.lang();
        (head.publisher, sources.publisher) = evidence.publisher();
        (head.title, sources.title) = evidence.title(&head.publisher);
        if let Some((node, lines)) = evidence.deck(&head.title) {
            (head.deck_node, head.deck) = (Some(node), lines);
        }
        let sources = &mut head.sources;
        (head.section, sources.section) = evidence.section();
        ((head.published, sources.published), (head.modified, sources.modified)) = evidence.dates(&head.lang, &head.title);
        ((head.url, sources.url), (head.original_url, sources.original_url)) = evidence.addresses();
        (head.image, sources.image) = evidence.image(&head.url);
        head
    }
}

/// Share of the letters that must be of a script for it to name the language. A Korean article quotes English freely.
const SCRIPT_SHARE: f32 = 0.2;

impl Evidence<'_> {
    /// The values that a field of the site's rule gives.
    pub(super) fn ruled(&self, field: impl Fn(&SiteRule) -> &'static [&'static str]) -> Vec<String> {
        self.site.map(|site| SiteRule::values(self.document, field(site))).unwrap_or_default()
    }

    /// The script of the text decides: pages are often marked with the language of their template.
    fn lang(&self) -> Sourced<String> {
        let (mut hangul, mut kana, mut han, mut all) = (0u32, 0u32, 0u32, 1u32);
        for c in self.blocks.iter().flat_map(|b| b.text.chars()).filter(|c| text::is_alphabetic(*c)) {
            all += 1;
            hangul += u32::from(text::is_hangul(c));
            kana += u32::from(matches!(c, '\u{3040}'..='\u{30ff}'));
            han += u32::from(text::is_cjk(c) && !text::is_hangul(c));
        }
        let share = |n: u32| n as f32 / all as f32;
        let said = self.metadata.lang.as_str();
        let read = match () {
            () if share(hangul) > SCRIPT_SHARE => "ko",
            () if share(kana) > SCRIPT_SHARE => "ja",
            () if share(han) > SCRIPT_SHARE => {
                if said == "ja" {
                    "ja"
                } else {
                    "zh"
                }
            }
            () if matches!(said, "ko" | "ja" | "zh") => "en",
            () => return (said.to_owned(), (!said.is_empty()).then_some(Origin::Meta("html lang"))),
        };
        (read.to_owned(), Some(Origin::Letters))
    }

    fn publisher(&self) -> Sourced<String> {
        let site = self.site.map_or("", |s| s.publisher_name);
        // "한겨레 | 네이버": the portal signs behind the publisher.
        let ruled = self.ruled(|s| s.publisher).into_iter();
        let ruled = ruled.map(|v| (Origin::SiteRule, v.split(" | ").next().unwrap_or_default().to_owned()));
        let (name, site_name) = self.metadata.named_meta(&["og:site_name", "application-name"]).unwrap_or_default();
        let portal = self.site.is_some_and(|s| !s.portal.is_empty());
        let host = url::host(self.url).unwrap_or_default();
        let claimed = [
            (Origin::Meta("article:media_name"), self.metadata.meta(&["article:media_name"]).unwrap_or_default()),
            (Origin::Linked("publisher"), self.metadata.linked.publisher.as_str()),
            (Origin::Meta(name), site_name),
        ];
        let mut names = ruled.chain([(Origin::SiteRule, site.to_owned())]).collect::<Vec<_>>();
        if !portal {
            names.push((Origin::Host, Publisher::at(&host).map_or("", |p| p.name).to_owned()));
            names.extend(claimed.map(|(origin, name)| (origin, name.to_owned())));
        }
        let Some((origin, name)) = names.into_iter().find(|(_, n)| !n.is_empty()) else { return Sourced::default() };
        (Publisher::named(&name).map_or(name, |p| p.name.to_owned()), Some(origin))
    }

    /// The first element of a standfirst's name after the headline, if it is short, with its lines.
    fn deck(&self, title: &str) -> Option<(NodeId, Vec<String>)> {
        let after = self.blocks.iter().find(|b| b.text == title && !title.is_empty()).map_or(0, |b| b.tokens.start);
        let lines = |node: NodeId| -> Vec<String> {
            let tokens = &self.document.element(node).tokens;
            let inside = self.blocks.iter().filter(|b| tokens.start <= b.tokens.start && b.tokens.start < tokens.end);
            inside.filter(|b| !b.text.is_empty()).map(|b| b.text.clone()).collect()
        };
        let fits =
            |lines: &Vec<String>| !lines.is_empty() && lines.iter().map(|l| l.chars().count()).sum::<usize>() <= DECK_LETTERS_MAX;
        let candidates = self.decks.iter().filter(|n| self.document.element(**n).tokens.start > after);
        candidates.map(|n| (*n, lines(*n))).find(|(_, lines)| fits(lines))
    }

    fn section(&self) -> Sourced<String> {
        if let Some(ruled) = self.ruled(|s| s.section).into_iter().next() {
            return (ruled, Some(Origin::SiteRule));
        }
        let meta = self.metadata.named_meta(&["article:section", "og:article:section"]);
        let meta = meta.map(|(name, content)| (content.to_owned(), Some(Origin::Meta(name))));
        let linked = &self.metadata.linked.section;
        meta.unwrap_or_else(|| (linked.clone(), (!linked.is_empty()).then_some(Origin::Linked("articleSection"))))
    }

    /// The page's address and the publisher's.
    fn addresses(&self) -> (Sourced<String>, Sourced<String>) {
        let host = url::host(self.url);
        let claimed = [
            (Origin::Canonical, self.metadata.canonical.as_str()),
            (Origin::Meta("og:url"), self.metadata.meta(&["og:url"]).unwrap_or_default()),
        ];
        let resolved = claimed
            .into_iter()
            .filter(|(_, c)| !c.is_empty())
            .map(|(origin, c)| (url::resolve(self.url, c).unwrap_or_else(|| c.to_owned()), Some(origin)));
        // A canonical address of another site or of the front page is a mistake of the template; the phone's or the fast form
        // of a page names the page itself.
        let same = |u: &String| host.as_deref().is_none_or(|host| url::host(u).is_some_and(|other| bare(&other) == bare(host)));
        let fits = |(u, _): &Sourced<String>| same(u) && has_path(u) && SafeUrl::link(u).is_some();
        let own = || (self.url.to_owned(), (!self.url.is_empty()).then_some(Origin::Address));
        let page = resolved.into_iter().find(fits).unwrap_or_else(own);
        let original =
            self.ruled(|s| s.original).into_iter().filter_map(|u| url::resolve(self.url, &u).or(Some(u))).find(|u| has_path(u));
        let origin = original.as_ref().map(|_| Origin::SiteRule);
        (page, (original.unwrap_or_default(), origin))
    }

    fn image(&self, base: &str) -> Sourced<String> {
        let meta = self.metadata.named_meta(&["og:image", "og:image:url", "twitter:image"]);
        let (origin, claimed) = meta.map_or((Origin::Linked("image"), self.metadata.linked.image.as_str()), |(name, claimed)| {
            (Origin::Meta(name), claimed)
        });
        let resolved = url::resolve(base, claimed).unwrap_or_else(|| claimed.to_owned());
        // Resolved, an empty address is the page's own.
        let address = SafeUrl::image(&resolved).filter(|_| !claimed.is_empty());
        address.map(|u| (u.as_str().to_owned(), Some(origin))).unwrap_or_default()
    }
}

/// Longest standfirst, in letters; longer ones are text.
const DECK_LETTERS_MAX: usize = 300;

/// Names of hosts that serve the pages of the host below them in another form. Fixture `addressed--mobile`.
const FORMS: [&str; 4] = ["www.", "m.", "mobile.", "amp."];

/// The host without the name of a form.
fn bare(host: &str) -> &str {
    FORMS.iter().find_map(|form| host.strip_prefix(form)).filter(|rest| rest.contains('.')).unwrap_or(host)
}

/// Whether the address has more than a host.
fn has_path(address: &str) -> bool {
    let parts = url::split(address);
    !matches!(parts.path, "" | "/") || parts.query.is_some()
}
