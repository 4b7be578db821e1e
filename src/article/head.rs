//! What stands above the article: headline, standfirst, publisher, dates, section, addresses. Evidence comes from the
//! site's rule, JSON-LD, meta elements and the page, in this order of trust (CITATION: "proposed precedence").

use super::SafeUrl;
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
}

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
    /// Elements that may hold the standfirst, sorted.
    pub decks: &'a [NodeId],
    /// Address of the page.
    pub url: &'a str,
}

impl Head {
    /// Reads the head of a page.
    pub fn read(evidence: &Evidence<'_>) -> Self {
        let lang = evidence.lang();
        let mut head = Self { portal: evidence.site.map_or("", |s| s.portal).to_owned(), lang, ..Self::default() };
        head.publisher = evidence.publisher();
        head.title = evidence.title(&head.publisher);
        if let Some((node, lines)) = evidence.deck(&head.title) {
            (head.deck_node, head.deck) = (Some(node), lines);
        }
        head.section = evidence.section();
        (head.published, head.modified) = evidence.dates(&head.lang, &head.title);
        (head.url, head.original_url) = evidence.addresses();
        head.image = evidence.image(&head.url);
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
    fn lang(&self) -> String {
        let (mut hangul, mut kana, mut han, mut all) = (0u32, 0u32, 0u32, 1u32);
        for c in self.blocks.iter().flat_map(|b| b.text.chars()).filter(|c| c.is_alphabetic()) {
            all += 1;
            hangul += u32::from(text::is_hangul(c));
            kana += u32::from(matches!(c, '\u{3040}'..='\u{30ff}'));
            han += u32::from(text::is_cjk(c) && !text::is_hangul(c));
        }
        let share = |n: u32| n as f32 / all as f32;
        let said = self.metadata.lang.as_str();
        match () {
            () if share(hangul) > SCRIPT_SHARE => "ko".to_owned(),
            () if share(kana) > SCRIPT_SHARE => "ja".to_owned(),
            () if share(han) > SCRIPT_SHARE => if said == "ja" { "ja" } else { "zh" }.to_owned(),
            () if matches!(said, "ko" | "ja" | "zh") => "en".to_owned(),
            () => said.to_owned(),
        }
    }

    fn publisher(&self) -> String {
        let site = self.site.map_or("", |s| s.publisher_name);
        // "한겨레 | 네이버": the portal signs behind the publisher.
        let ruled = self.ruled(|s| s.publisher).into_iter().map(|v| v.split(" | ").next().unwrap_or_default().to_owned());
        let portal = self.site.is_some_and(|s| !s.portal.is_empty());
        let host = url::host(self.url).unwrap_or_default();
        let claimed = [
            self.metadata.meta(&["article:media_name"]).unwrap_or_default(),
            self.metadata.linked.publisher.as_str(),
            self.metadata.meta(&["og:site_name", "application-name"]).unwrap_or_default(),
        ];
        let mut names = ruled.chain([site.to_owned()]).collect::<Vec<_>>();
        if !portal {
            names.push(Publisher::at(&host).map_or("", |p| p.name).to_owned());
            names.extend(claimed.map(str::to_owned));
        }
        let name = names.into_iter().find(|n| !n.is_empty()).unwrap_or_default();
        Publisher::named(&name).map_or(name, |p| p.name.to_owned())
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

    fn section(&self) -> String {
        let ruled = self.ruled(|s| s.section).into_iter().next();
        ruled.unwrap_or_else(|| {
            let claimed = self.metadata.meta(&["article:section", "og:article:section"]).unwrap_or(&self.metadata.linked.section);
            claimed.to_owned()
        })
    }

    /// The page's address and the publisher's.
    fn addresses(&self) -> (String, String) {
        let host = url::host(self.url);
        let claimed = [self.metadata.canonical.as_str(), self.metadata.meta(&["og:url"]).unwrap_or_default()];
        let resolved =
            claimed.into_iter().filter(|c| !c.is_empty()).map(|c| url::resolve(self.url, c).unwrap_or_else(|| c.to_owned()));
        // A canonical address of another site or of the front page is a mistake of the template.
        let fits = |u: &String| (host.is_none() || url::host(u) == host) && has_path(u) && SafeUrl::link(u).is_some();
        let page = resolved.into_iter().find(fits).unwrap_or_else(|| self.url.to_owned());
        let original =
            self.ruled(|s| s.original).into_iter().filter_map(|u| url::resolve(self.url, &u).or(Some(u))).find(|u| has_path(u));
        (page, original.unwrap_or_default())
    }

    fn image(&self, base: &str) -> String {
        let claimed = self.metadata.meta(&["og:image", "og:image:url", "twitter:image"]).unwrap_or(&self.metadata.linked.image);
        let resolved = url::resolve(base, claimed).unwrap_or_else(|| claimed.to_owned());
        // Resolved, an empty address is the page's own.
        SafeUrl::image(&resolved).filter(|_| !claimed.is_empty()).map(|u| u.as_str().to_owned()).unwrap_or_default()
    }
}

/// Longest standfirst, in letters; longer ones are text.
const DECK_LETTERS_MAX: usize = 300;

/// Whether the address has more than a host.
fn has_path(address: &str) -> bool {
    let parts = url::split(address);
    !matches!(parts.path, "" | "/") || parts.query.is_some()
}
