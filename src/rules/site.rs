//! What is known of one portal or publisher. Rules are hints: where a site has changed its markup the general
//! extractor still finds the article.

use super::Kind;
use super::matching;
use super::selector::Selector;
use crate::dom::{Document, NodeId};

/// One site, from `sites/<host>.toml`.
#[derive(Debug)]
pub struct SiteRule {
    /// Name of the rule, shown in reasons.
    pub id: &'static str,
    /// Host names; `*.example.com` takes any subdomain.
    pub hosts: &'static [&'static str],
    /// Markup that only this system writes: a page of an unknown host that holds one of these elements is its page (one
    /// CMS serves hundreds of papers; a saved page has no address).
    pub recognise: &'static [&'static str],
    /// The portal's name if it carries other publishers' articles, else empty.
    pub portal: &'static str,
    /// Names that the portal puts behind headlines.
    pub names: &'static [&'static str],
    /// The publisher's name if the site is one, else empty.
    pub publisher_name: &'static str,
    /// Where the body stands, best first.
    pub article: &'static [&'static str],
    /// Headline.
    pub title: &'static [&'static str],
    /// Standfirst.
    pub deck: &'static [&'static str],
    /// Publisher of a carried article.
    pub publisher: &'static [&'static str],
    /// Lines that name the reporter.
    pub reporter: &'static [&'static str],
    /// Dates with a label ("입력 …", "수정 …").
    pub dates: &'static [&'static str],
    /// Publication date.
    pub published: &'static [&'static str],
    /// Date of the last change.
    pub modified: &'static [&'static str],
    /// Link to the article at its publisher.
    pub original: &'static [&'static str],
    /// Section of the article.
    pub section: &'static [&'static str],
    /// Captions inside the body.
    pub caption: &'static [&'static str],
    /// Minutes east of UTC of dates without an offset.
    pub offset: i16,
    /// Known junk.
    pub hide: &'static [Hide],
}

/// Known junk of a site.
#[derive(Debug)]
pub struct Hide {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub select: &'static [&'static str],
}

impl SiteRule {
    const NONE: Self = Self {
        id: "",
        hosts: &[],
        recognise: &[],
        portal: "",
        names: &[],
        publisher_name: "",
        article: &[],
        title: &[],
        deck: &[],
        publisher: &[],
        reporter: &[],
        dates: &[],
        published: &[],
        modified: &[],
        original: &[],
        section: &[],
        caption: &[],
        offset: 0,
        hide: &[],
    };

    /// The rule for a page: by its host name, else by markup that the rule recognises. `host` may be empty.
    pub fn of(host: &str, document: &Document) -> Option<&'static Self> {
        let by_host = SITES.iter().find(|rule| rule.hosts.iter().any(|pattern| host_matches(pattern, host)));
        by_host.or_else(|| SITES.iter().find(|rule| !Self::nodes(document, rule.recognise).is_empty()))
    }

    /// Whether this is how a portal signs behind headlines.
    pub fn is_portal_name(name: &str) -> bool {
        SITES.iter().any(|rule| !rule.portal.is_empty() && (rule.portal.eq_ignore_ascii_case(name) || rule.names.contains(&name)))
    }

    /// Elements that stand above the article (headline, publisher, reporter, dates), and elements that hold captions;
    /// both sorted. They are parts by themselves even where they flow with text.
    pub fn parts(&self, document: &Document) -> (Vec<NodeId>, Vec<NodeId>) {
        let nodes = |lists: &[&[&str]]| {
            let each = lists.iter().flat_map(|list| list.iter()).flat_map(|selector| Self::nodes(document, &[selector]));
            let mut nodes: Vec<NodeId> = each.collect();
            nodes.sort_unstable();
            nodes.dedup();
            nodes
        };
        let head = [self.title, self.publisher, self.reporter, self.dates, self.published, self.modified, self.original];
        (nodes(&head), nodes(&[self.caption]))
    }

    /// The known junk as one selector of CSS, or empty.
    pub fn junk_css(&self) -> String {
        let selectors = self.hide.iter().flat_map(|hide| hide.select).filter_map(|s| Selector::parse(s).ok());
        selectors.map(|selector| selector.css()).collect::<Vec<_>>().join(", ")
    }

    /// The elements of the first selector of a list that names any.
    pub fn nodes(document: &Document, selectors: &[&str]) -> Vec<NodeId> {
        let parsed = selectors.iter().filter_map(|s| Selector::parse(s).ok());
        parsed.map(|s| matching::select(document, &s)).find(|nodes| !nodes.is_empty()).unwrap_or_default()
    }

    /// The non-empty values of the first selector of a list that gives any.
    pub fn values(document: &Document, selectors: &[&str]) -> Vec<String> {
        let parsed = selectors.iter().filter_map(|s| Selector::parse(s).ok());
        let values = |s: Selector| -> Vec<String> {
            matching::select(document, &s)
                .into_iter()
                .map(|n| matching::take(document, n, &s))
                .filter(|v| !v.is_empty())
                .collect()
        };
        parsed.map(values).find(|values| !values.is_empty()).unwrap_or_default()
    }
}

impl Hide {
    const NONE: Self = Self { kind: Kind::Other, select: &[] };
}

fn host_matches(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix("*.") {
        Some(domain) => host.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.')),
        None => pattern == host,
    }
}

include!(concat!(env!("OUT_DIR"), "/sites.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::scan::scan;

    #[test]
    fn every_selector_of_every_rule_parses_and_ids_are_unique() {
        for (index, rule) in SITES.iter().enumerate() {
            assert!(SITES[..index].iter().all(|other| other.id != rule.id), "{} stands twice", rule.id);
            let lists = [
                rule.recognise,
                rule.article,
                rule.title,
                rule.deck,
                rule.publisher,
                rule.reporter,
                rule.dates,
                rule.published,
                rule.modified,
                rule.original,
                rule.section,
                rule.caption,
            ];
            for selector in lists.into_iter().flatten().chain(rule.hide.iter().flat_map(|h| h.select)) {
                Selector::parse(selector).unwrap_or_else(|e| panic!("{}: {e}", rule.id));
            }
        }
    }

    #[test]
    fn junk_as_css() {
        let css = |selector: &str| Selector::parse(selector).expect("parses").css();
        assert_eq!(css("#a .b > p.c*"), r#"*[id="a"] *[class~="b"] > p:is([class^="c"],[class*=" c"])"#);
        assert_eq!(css("div[data-x] > a[href^='/b']@href"), r#"div[data-x] > a[href^="/b"]"#);
        assert_eq!(css("meta[name='article:x']"), r#"meta[name="article:x"]"#);
        let rule = SITES.iter().find(|rule| rule.id == "v.daum.net").expect("a rule");
        assert!(rule.junk_css().contains(r#"*[id="alex-area"], "#), "{}", rule.junk_css());
    }

    #[test]
    fn hosts() {
        assert!(host_matches("*.hani.co.kr", "www.hani.co.kr") && host_matches("*.hani.co.kr", "hani.co.kr"));
        assert!(!host_matches("*.hani.co.kr", "nothani.co.kr") && !host_matches("v.daum.net", "www.v.daum.net"));
    }

    #[test]
    fn a_rule_is_found_by_host_or_by_markup() {
        let of = |host: &str, body: &str| {
            let page = scan(&format!("<html><head></head><body>{body}</body></html>")).expect("small");
            SiteRule::of(host, &page).map_or("", |rule| rule.id)
        };
        let body = r#"<article id="article-view-content-div" class="article-veiw-body view-page"><p>글</p></article>"#;
        assert_eq!(of("v.daum.net", ""), "v.daum.net");
        assert_eq!(of("paper.example", body), "ndsoft");
        assert_eq!(of("", body), "ndsoft");
        assert_eq!(of("v.daum.net", body), "v.daum.net", "the host says more");
        assert_eq!(of("paper.example", "<p>글</p>"), "");
    }
}
