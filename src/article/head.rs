//! What stands above the article: headline, standfirst, publisher, dates, section, addresses. Evidence comes from the
//! site's rule, JSON-LD, meta elements and the page, in this order of trust (CITATION: "proposed precedence").

use super::SafeUrl;
use crate::civil::DateTime;
use crate::dom::block::Block;
use crate::dom::metadata::Metadata;
use crate::dom::{Document, NodeId, Tag};
use crate::lang::LangPack;
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
    fn ruled(&self, field: impl Fn(&SiteRule) -> &'static [&'static str]) -> Vec<String> {
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

    fn title(&self, publisher: &str) -> String {
        if let Some(title) = self.ruled(|s| s.title).into_iter().next() {
            return title;
        }
        let headings = self.headings();
        let claimed = [
            self.metadata.linked.headline.as_str(),
            self.metadata.meta(&["og:title", "twitter:title", "dc.title"]).unwrap_or_default(),
            &self.metadata.document_title,
        ];
        let site_name = self.metadata.meta(&["og:site_name"]).unwrap_or_default();
        for claim in claimed.into_iter().filter(|c| !c.is_empty()) {
            // A heading of the page that the claim begins with is the headline as printed.
            if let Some(heading) =
                headings.iter().find(|h| claim.starts_with(h.as_str()) && h.chars().count() >= HEADLINE_LETTERS_MIN)
            {
                return heading.clone();
            }
            let bare = without_suffix(claim, &[publisher, site_name]);
            if !bare.is_empty() {
                return bare.to_owned();
            }
        }
        headings.into_iter().next().unwrap_or_default()
    }

    /// Texts of `h1`, then `h2` elements, outside links.
    fn headings(&self) -> Vec<String> {
        let of = |tag| self.blocks.iter().filter(move |b| self.document.element(b.node).tag == tag && b.link_density() < 1.0);
        of(Tag::H1).chain(of(Tag::H2)).map(|b| b.text.clone()).collect()
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

    fn dates(&self, lang: &str, title: &str) -> (Option<DateTime>, Option<DateTime>) {
        let (labelled, changed) = self.labelled_dates(self.ruled(|s| s.dates).iter().map(String::as_str));
        let first = |values: Vec<String>| values.iter().find_map(|v| DateTime::written(v));
        let metadata = self.metadata;
        let near = self.lines_near(title);
        let published = first(self.ruled(|s| s.published))
            .or(labelled)
            .or(metadata.linked.published)
            .or_else(|| metadata.meta_date(PUBLISHED))
            .or_else(|| self.time_elements().next())
            .or_else(|| self.labelled_dates(self.date_lines()).0)
            .or_else(|| near.iter().find_map(|line| DateTime::written(line)));
        let modified =
            first(self.ruled(|s| s.modified)).or(changed).or(metadata.linked.modified).or_else(|| metadata.meta_date(MODIFIED));
        let modified = modified.or_else(|| self.labelled_dates(self.date_lines()).1);
        let home = self
            .site
            .map(|s| s.offset)
            .filter(|o| *o != 0)
            .or_else(|| LangPack::of(lang).map(|p| p.utc_offset).filter(|o| *o >= 0));
        let at_home = |d: DateTime| DateTime { offset: d.offset.or(home.filter(|_| d.minute_of_day.is_some())), ..d };
        (published.map(at_home), modified.map(at_home))
    }

    /// Dates with a label before them: published and changed.
    fn labelled_dates<'a>(&self, lines: impl Iterator<Item = &'a str>) -> (Option<DateTime>, Option<DateTime>) {
        let (mut published, mut modified) = (None, None);
        for line in lines {
            let parts = label_parts(line);
            for (label, rest) in parts {
                let slot = if label == Label::Published { &mut published } else { &mut modified };
                *slot = slot.or_else(|| DateTime::written(rest));
            }
        }
        (published, modified)
    }

    /// Short lines just below the headline, where a date needs no label.
    fn lines_near(&self, title: &str) -> Vec<&str> {
        let below = self.blocks.iter().skip_while(|b| b.text != title || title.is_empty()).skip(1).take(LINES_NEAR_TITLE);
        below.map(|b| b.text.as_str()).filter(|t| t.len() < DATE_LINE_BYTES_MAX).collect()
    }

    /// Short lines of the page: a label with a date is one.
    fn date_lines(&self) -> impl Iterator<Item = &str> {
        self.blocks
            .iter()
            .map(|b| b.text.as_str())
            .filter(|t| t.len() < DATE_LINE_BYTES_MAX && t.contains(|c: char| c.is_ascii_digit()))
    }

    fn time_elements(&self) -> impl Iterator<Item = DateTime> {
        let published = |n: &NodeId| self.document.attribute(*n, "itemprop") == Some("datePublished");
        let in_page = self.document.nodes().filter(|n| self.document.element(*n).tag == Tag::TIME);
        let marked = self.document.nodes().filter(published);
        let value =
            |n: NodeId| ["datetime", "content"].iter().find_map(|a| self.document.attribute(n, a)).and_then(DateTime::written);
        marked.chain(in_page).filter_map(value)
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
        SafeUrl::image(&resolved).map(|u| u.as_str().to_owned()).unwrap_or_default()
    }
}

/// Longest standfirst, in letters; longer ones are text.
const DECK_LETTERS_MAX: usize = 300;

/// Headings shorter than this are labels ("News"), not headlines.
const HEADLINE_LETTERS_MIN: usize = 6;

/// Lines below the headline among which the date is looked for: standfirst, reporter, tools.
const LINES_NEAR_TITLE: usize = 8;

/// Longest line, in bytes, that is a labelled date: two dates with labels take 120.
const DATE_LINE_BYTES_MAX: usize = 160;

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

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Modified,
}

/// The labels of a line with what follows each, up to the next.
fn label_parts(line: &str) -> Vec<(Label, &str)> {
    let find = |words: &'static [&'static str], label| words.iter().filter_map(move |w| Some((line.find(w)?, w.len(), label)));
    let mut found: Vec<_> = LangPack::all()
        .iter()
        .flat_map(|p| find(p.date_words.published, Label::Published).chain(find(p.date_words.modified, Label::Modified)))
        .collect();
    found.sort_by_key(|(at, len, _)| (*at, std::cmp::Reverse(*len)));
    let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([line.len()]).collect::<Vec<_>>();
    found
        .into_iter()
        .zip(ends)
        .filter_map(|((at, len, label), end)| Some((label, line.get(at + len..end.max(at + len))?)))
        .collect()
}

/// Whether the address has more than a host.
fn has_path(address: &str) -> bool {
    let parts = url::split(address);
    !matches!(parts.path, "" | "/") || parts.query.is_some()
}

/// Signs that stand between a headline and the publisher's name.
const SUFFIX_SIGNS: &[&str] = &[" : ", " - ", " | ", " – ", " — ", " :: ", " < ", " « ", "::", "｜", " · "];

/// The headline without names of the publisher or portal behind it.
fn without_suffix<'a>(title: &'a str, names: &[&str]) -> &'a str {
    let mut bare = title.trim();
    while let Some((at, sign)) = SUFFIX_SIGNS.iter().filter_map(|sign| Some((bare.rfind(sign)?, sign))).max_by_key(|(at, _)| *at)
    {
        let tail = bare[at + sign.len()..].trim();
        let known = names.iter().any(|n| !n.is_empty() && n.eq_ignore_ascii_case(tail))
            || Publisher::named(tail).is_some()
            || SiteRule::is_portal_name(tail);
        if !known {
            break;
        }
        bare = bare[..at].trim();
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes() {
        let check = |title: &str, expect: &str| assert_eq!(without_suffix(title, &["하늬일보", "Hanui Daily"]), expect);
        check("등을 낮추자 별이 왔다 : 하늬일보", "등을 낮추자 별이 왔다");
        check("등을 낮추자 별이 왔다 - 환경 - 하늬일보", "등을 낮추자 별이 왔다 - 환경");
        check("등: 낮추자 별이 왔다", "등: 낮추자 별이 왔다");
        check("Lamps | Hanui Daily", "Lamps");
        check("하늬군 - 별의 고장", "하늬군 - 별의 고장");
        check("별이 왔다 | 한겨레 :: 네이버 뉴스", "별이 왔다");
    }

    #[test]
    fn labelled_dates() {
        let parts = label_parts("입력 2024. 9. 30. 07:05 수정 2024. 9. 30. 07:10");
        assert_eq!(parts.len(), 2);
        assert!(parts[0].0 == Label::Published && parts[0].1.contains("07:05") && !parts[0].1.contains("07:10"));
        assert!(parts[1].0 == Label::Modified && parts[1].1.contains("07:10"));
    }
}
