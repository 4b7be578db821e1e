//! What the page says about itself: meta elements, JSON-LD, the language, the addresses. Evidence, not yet a choice.

use super::linked::{LinkedPage, list};
use super::{Document, NodeId, Tag, Token};
use crate::civil::DateTime;
use serde_json::Value;

/// The claims of a page's head.
#[derive(Debug, Default)]
pub struct Metadata {
    /// `<title>`, white space collapsed.
    pub document_title: String,
    /// `lang` of the root element, primary subtag in lower case.
    pub lang: String,
    /// `<link rel=canonical>`.
    pub canonical: String,
    /// `<base href>`.
    pub base: String,
    /// Meta elements: name or property in lower case, content.
    pub metas: Vec<(String, String)>,
    /// Types that the page claims to be: JSON-LD's and microdata's, og:type, generator.
    pub kinds: Vec<String>,
    /// The address that the page claims (canonical or og:url), or empty.
    pub address: String,
    /// The article of the page's JSON-LD.
    pub linked: LinkedArticle,
    /// The page as its JSON-LD has it.
    pub page: LinkedPage,
}

/// What JSON-LD says of the article (schema.org `Article` and its kinds).
#[derive(Debug, Default)]
pub struct LinkedArticle {
    /// `headline`.
    pub headline: String,
    /// `author` names; `true` for an organisation.
    pub authors: Vec<(String, bool)>,
    /// `publisher.name`.
    pub publisher: String,
    /// `datePublished`.
    pub published: Option<DateTime>,
    /// `datePublished` of the page that holds it, where the article says none.
    pub page_published: Option<DateTime>,
    /// `dateModified`.
    pub modified: Option<DateTime>,
    /// `articleSection`.
    pub section: String,
    /// `image` address.
    pub image: String,
}

impl Metadata {
    /// Reads the claims of a page.
    pub fn of(document: &Document) -> Self {
        let mut metadata = Self::default();
        for node in document.nodes() {
            metadata.read(document, node);
        }
        metadata.kinds.extend(metadata.meta(&["og:type"]).map(str::to_owned));
        metadata.kinds.extend(metadata.meta(&["generator"]).map(str::to_owned));
        metadata.address = metadata.meta(&["og:url"]).unwrap_or(&metadata.canonical).to_owned();
        metadata
    }

    fn read(&mut self, document: &Document, node: NodeId) {
        let attribute = |name| document.attribute(node, name).unwrap_or_default();
        if let Some(kind) = document.attribute(node, "itemtype").filter(|_| self.kinds.len() < KINDS_MAX) {
            self.kinds.push(kind.rsplit('/').next().unwrap_or_default().to_owned());
        }
        match document.element(node).tag {
            Tag::HTML => self.lang = attribute("lang").split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase(),
            Tag::TITLE if self.document_title.is_empty() => {
                self.document_title = crate::text::collapse(&raw_text(document, node))
            }
            Tag::LINK if attribute("rel").eq_ignore_ascii_case("canonical") => self.canonical = attribute("href").to_owned(),
            Tag::META => self.read_meta(document, node),
            Tag::SCRIPT if attribute("type").eq_ignore_ascii_case("application/ld+json") => {
                // A page may hold broken JSON; it then says nothing.
                if let Ok(value) = serde_json::from_str(&raw_text(document, node)) {
                    self.linked.read(&value);
                    claimed_kinds(&value, &mut self.kinds);
                    self.page.read(&value);
                }
            }
            Tag::Other if document.name(node) == "base" && self.base.is_empty() => self.base = attribute("href").to_owned(),
            _ => {}
        }
    }

    fn read_meta(&mut self, document: &Document, node: NodeId) {
        let content = crate::text::collapse(document.attribute(node, "content").unwrap_or_default());
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = document.attribute(node, key).filter(|_| !content.is_empty()) {
                self.metas.push((name.to_ascii_lowercase(), content.clone()));
            }
        }
    }

    /// The first non-empty content of the meta elements, in the order of the names asked for.
    pub fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.metas.iter().find(|(n, _)| n == name).map(|(_, content)| content.as_str()))
    }

    /// The first date among the meta elements, in the order of the names asked for.
    pub fn meta_date(&self, names: &[&str]) -> Option<DateTime> {
        names
            .iter()
            .find_map(|name| self.metas.iter().filter(|(n, _)| n == name).find_map(|(_, content)| DateTime::written(content)))
    }
}

impl LinkedArticle {
    /// Takes the first article found in a JSON-LD value, `@graph` and arrays included.
    fn read(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            Value::Object(object) => {
                let is = |test: fn(&str) -> bool| list(&value["@type"]).filter_map(Value::as_str).any(test);
                let is_new = self.headline.is_empty() && self.authors.is_empty() && self.published.is_none();
                if is_new && (is_article(&value["@type"]) || is(|t| matches!(t, "DiscussionForumPosting" | "Question"))) {
                    self.take(value);
                } else if is(|t| t.ends_with("WebPage")) {
                    let published = value["datePublished"].as_str().and_then(DateTime::written);
                    self.page_published = self.page_published.or(published);
                }
                ["@graph", "mainEntity"].iter().filter_map(|key| object.get(*key)).for_each(|inner| self.read(inner));
            }
            _ => {}
        }
    }

    fn take(&mut self, value: &Value) {
        let date = |key: &str| value[key].as_str().and_then(DateTime::written);
        self.headline = text(&value["headline"]);
        self.authors = list(&value["author"])
            .map(|a| (name(a), a["@type"].as_str().is_some_and(|t| t.ends_with("Organization"))))
            .filter(|(n, _)| !n.is_empty())
            .collect();
        self.publisher = list(&value["publisher"]).next().map(name).unwrap_or_default();
        (self.published, self.modified) = (date("datePublished"), date("dateModified"));
        self.section = list(&value["articleSection"]).next().map(text).unwrap_or_default();
        self.image = list(&value["image"])
            .next()
            .map(|image| if image.is_object() { text(&image["url"]) } else { text(image) })
            .unwrap_or_default();
    }
}

/// Types of a page that are kept: claims come first.
const KINDS_MAX: usize = 40;

/// The types at the top of a JSON-LD value.
fn claimed_kinds(value: &Value, out: &mut Vec<String>) {
    for item in list(value) {
        out.extend(list(&item["@type"]).filter_map(Value::as_str).map(str::to_owned));
        list(&item["@graph"]).for_each(|inner| claimed_kinds(inner, out));
    }
}

fn is_article(kind: &Value) -> bool {
    list(kind).filter_map(Value::as_str).any(|t| t.ends_with("Article") || t.ends_with("BlogPosting") || t == "Report")
}

fn name(value: &Value) -> String {
    if value.is_object() { text(&value["name"]) } else { text(value) }
}

fn text(value: &Value) -> String {
    crate::text::collapse(value.as_str().unwrap_or_default())
}

/// The text directly inside an element, scripts included.
fn raw_text(document: &Document, node: NodeId) -> String {
    let tokens = &document.element(node).tokens;
    let inside = &document.tokens()[tokens.start as usize..tokens.end as usize];
    inside.iter().filter_map(|t| if let Token::Text(span) = t { Some(document.text(*span)) } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[test]
    fn claims_of_a_head() {
        let html = r#"<html lang="ko-KR"><head><title> 제목 : 신문 </title><meta property="og:regDate" content="20240930070500">
            <link rel="canonical" href="https://a.example/1"><script type="application/ld+json">{"@graph":[{"@type":"WebPage"},
            {"@type":["NewsArticle"],"headline":"제목","author":[{"@type":"Person","name":"김하나"}],"publisher":{"name":"신문"},
            "datePublished":"2024-09-30T07:05:00+09:00","image":{"url":"https://a.example/i.jpg"}}]}</script>
            <script type="application/ld+json">{broken</script></head><body></body></html>"#;
        let metadata = Metadata::of(&scan(html).expect("small"));
        assert_eq!(
            (metadata.document_title.as_str(), metadata.lang.as_str(), metadata.canonical.as_str()),
            ("제목 : 신문", "ko", "https://a.example/1")
        );
        assert_eq!(
            metadata.meta_date(&["article:published_time", "og:regdate"]).map(|d| d.to_string()).as_deref(),
            Some("2024-09-30T07:05:00")
        );
        assert_eq!((metadata.linked.headline.as_str(), metadata.linked.publisher.as_str()), ("제목", "신문"));
        assert_eq!(metadata.linked.authors, [("김하나".to_owned(), false)]);
        assert_eq!(metadata.linked.image, "https://a.example/i.jpg");
    }
}
