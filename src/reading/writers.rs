//! Who wrote it: the site's rule, JSON-LD, lines of the page, meta elements, the page's markup. A page in Korean is believed
//! in its lines first, for its JSON-LD often names the paper; the publisher's own name is no writer while there is another.

use crate::article::Apart;
use crate::article::byline::Byline;
use crate::article::dateline::Dateline;
use crate::article::head::Head;
use crate::article::origin::Origin;
use crate::article::signed::{self, Signed};
use crate::boilerplate::{Kind, Page, Removal, Verdict};
use crate::dom::metadata::Metadata;
use crate::rules::publisher::Publisher;
use crate::rules::site::SiteRule;
use crate::url;

/// What names the writers.
pub(super) struct Writers<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) apart: &'a Apart,
    pub(super) metadata: &'a Metadata,
    pub(super) removals: &'a [Removal],
    pub(super) verdicts: &'a [Verdict],
    pub(super) head: &'a Head,
    /// How many blocks the article has: what stands at that position stands behind it.
    pub(super) end: usize,
    /// Who wrote the first post of a thread, or empty.
    pub(super) poster: String,
}

/// A byline with the place that named its first writer.
#[derive(Default)]
struct Found {
    byline: Byline,
    origin: Option<Origin>,
}

impl Found {
    fn note(&mut self, origin: Origin) {
        if !self.byline.writers.is_empty() {
            self.origin = self.origin.or(Some(origin));
        }
    }
}

/// Blocks among which the one with the dateline is looked for: a picture and its caption may stand before it.
const DATELINE_BLOCKS: usize = 4;

/// Meta elements that name the writer, in the order of trust.
const CLAIMED: [&str; 10] = [
    "dable:author",
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "sailthru.author",
    "cxenseparse:author",
];

impl Writers<'_> {
    /// The byline, and where it was found; no writers where nothing names any.
    pub(super) fn byline(&self) -> (Byline, Option<Origin>) {
        let east_asian = self.is_east_asian();
        let mut found = Found::default();
        if !east_asian {
            self.add(&mut found, self.linked(|organisation| !organisation), Origin::Linked("author"));
        }
        if found.byline.writers.is_empty() {
            found = self.lines();
        }
        self.add(&mut found, self.linked(|_| true), Origin::Linked("author"));
        self.add(&mut found, self.card(), Origin::Meta("twitter:data1"));
        let claim = self.claim();
        self.add(&mut found, claim.map(|(_, name)| (name, false)).into_iter().collect(), Origin::Meta(claim.map_or("", |c| c.0)));
        let marked = self.marked();
        self.add(&mut found, marked.iter().map(|name| (name.as_str(), false)).collect(), Origin::Signature);
        if !east_asian && self.page.site.is_none() && found.byline.writers.is_empty() {
            found.byline.add_names(self.owner());
            found.note(Origin::Linked("author"));
        }
        (found.byline, found.origin)
    }

    /// Names are added to a byline without any; the publisher's are not.
    fn add(&self, found: &mut Found, names: Vec<(&str, bool)>, origin: Origin) {
        let byline = &mut found.byline;
        if byline.writers.is_empty() {
            byline.add_names(names.into_iter().filter(|(name, _)| !self.is_publisher(name) && !is_login(name)));
            byline.writers.retain(|writer| !self.is_publisher(&writer.name));
            found.origin = None;
            found.note(origin);
        }
    }

    /// Lines of the page: those taken out as a byline, the dateline, what stands above the article.
    fn lines(&self) -> Found {
        let lines = |kind: Kind| self.removals.iter().filter(move |r| r.kind == kind).flat_map(|r| &r.lines).map(String::as_str);
        let mut found = Found { byline: self.taken_out(), origin: None };
        found.note(Origin::Byline);
        let blocks = self.page.blocks.iter().zip(self.verdicts);
        let mut kept = blocks.filter(|(_, v)| **v == Verdict::Keep).map(|(b, _)| b.text.as_str()).take(DATELINE_BLOCKS);
        if let Some(dateline) = kept.find_map(Dateline::of) {
            found.byline.join(dateline.byline());
        }
        found.note(Origin::Dateline);
        // What a portal prints above an article is sometimes another reporter than the one who signs it.
        let ruled = self.page.site.map(|site| SiteRule::values(self.page.document, site.reporter)).unwrap_or_default();
        found.byline.join(Byline::read(lines(Kind::Head).chain(ruled.iter().map(String::as_str))));
        found.note(if ruled.is_empty() { Origin::Byline } else { Origin::SiteRule });
        found.byline.sign(lines(Kind::Byline));
        found.byline.join(Byline::contributor(&self.head.title, &self.head.deck));
        found.note(Origin::Deck);
        found
    }

    /// The byline among what was removed. In Korean the reporters sign at the end, and all of them; elsewhere teasers of other
    /// texts follow, each with its own "By …": there a line behind the text counts only where none stands before, and the
    /// first alone. Fixture `signed--teasers-behind`.
    fn taken_out(&self) -> Byline {
        let (before, behind): (Vec<&Removal>, Vec<&Removal>) =
            self.removals.iter().filter(|r| r.kind == Kind::Byline).partition(|r| (r.position as usize) < self.end);
        let read = |removals: &[&Removal]| Byline::read(removals.iter().flat_map(|r| &r.lines).map(String::as_str));
        if self.is_east_asian() {
            return read(&[before, behind].concat());
        }
        let byline = read(&before);
        if byline.writers.is_empty() {
            behind.iter().map(|r| read(&[r])).find(|b| !b.writers.is_empty()).unwrap_or(byline)
        } else {
            byline
        }
    }

    fn is_east_asian(&self) -> bool {
        matches!(self.head.lang.as_str(), "ko" | "ja" | "zh")
    }

    /// The authors of the JSON-LD whose kind (`true` an organisation) is asked for.
    fn linked(&self, wanted: fn(bool) -> bool) -> Vec<(&str, bool)> {
        let authors = self.metadata.linked.authors.iter().filter(|(_, organisation)| wanted(*organisation));
        authors.map(|(name, organisation)| (name.as_str(), *organisation)).collect()
    }

    /// What the page's card says: `twitter:label1` "Written by", `twitter:data1` the name. Fixture `signed--card`.
    fn card(&self) -> Vec<(&str, bool)> {
        let labelled = |number: &str| {
            let label = self.metadata.meta(&[&format!("twitter:label{number}")])?;
            signed::labels_writer(label).then(|| self.metadata.meta(&[&format!("twitter:data{number}")]))?
        };
        ["1", "2"].iter().find_map(|number| labelled(number)).map(|name| (name, false)).into_iter().collect()
    }

    /// The meta element that names the writer, and the name.
    fn claim(&self) -> Option<(&'static str, &str)> {
        let claimed = CLAIMED.iter().filter_map(|name| Some((*name, self.metadata.meta(&[name])?)));
        claimed.into_iter().find(|(_, name)| !self.is_publisher(name) && !is_login(name) && !name.contains("://"))
    }

    /// What the page's markup says; the first post's author of a thread.
    fn marked(&self) -> Vec<String> {
        if !self.poster.is_empty() {
            return vec![self.poster.clone()];
        }
        let Page { document, blocks, .. } = self.page;
        Signed { document, blocks, apart: self.apart, title: &self.head.title }.names()
    }

    /// The publisher itself, where the page says that it wrote the text: a site of one person, a company's journal.
    fn owner(&self) -> Vec<(&str, bool)> {
        let linked = self.metadata.linked.authors.iter().map(|(name, organisation)| (name.as_str(), *organisation));
        let claimed = self.metadata.meta(&["author"]).filter(|name| !name.contains("://")).map(|name| (name, true));
        linked.chain(claimed).filter(|(name, _)| !is_login(name)).take(1).collect()
    }

    /// Whether a name is that of the paper, of its site or of a portal.
    fn is_publisher(&self, name: &str) -> bool {
        let host = url::host(self.page.address).unwrap_or_default();
        let same = |other: &str| !other.is_empty() && other.eq_ignore_ascii_case(name);
        same(&self.head.publisher)
            || self.metadata.meta(&["og:site_name"]).is_some_and(same)
            || same(host.strip_prefix("www.").unwrap_or(&host))
            || Publisher::named(name).is_some()
            || SiteRule::is_portal_name(name)
    }
}

/// Letters behind the last dot of a login; fewer are the end of a host's name ("quay.org").
const LOGIN_TAIL_MIN: usize = 4;

/// Whether a name is how an editor logs in: "ilse.fenwick". Fixture `signed--login`.
fn is_login(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    name.chars().all(fits) && name.rsplit_once('.').is_some_and(|(head, tail)| !head.is_empty() && tail.len() >= LOGIN_TAIL_MIN)
}
