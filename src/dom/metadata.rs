//! What the page says about itself: meta elements, JSON-LD, the language, the addresses. Evidence, not yet a choice.

use super::linked::{LinkedPage, list};
use super::{Document, NodeId, Tag, Token, entity};
use crate::civil::DateTime;
use serde_json::Value;

/// The claims of a page's head.
#[derive(Debug, Default)]
pub struct Metadata {
    /// `<title>`, white space collapsed.
    pub document_title: String,
    /// `lang` of the root element, primary subtag in lower case.
    pub lang: String,
    /// `lang` of the root element as it stands or `og:locale`, in lower case with a hyphen ("en-gb").
    pub region: String,
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
    /// `datePublished`, else `dateCreated`.
    pub published: Option<DateTime>,
    /// `datePublished` where it is no ISO date ("13/11/2025 09:21:40"), or empty.
    pub published_as: String,
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
        if !metadata.region.contains('-') {
            let locale = metadata.meta(&["og:locale"]).map(|locale| locale.to_ascii_lowercase().replace('_', "-"));
            metadata.region = locale.filter(|locale| locale.starts_with(&metadata.region)).unwrap_or(metadata.region);
        }
        metadata.address = metadata.meta(&["og:url"]).unwrap_or(&metadata.canonical).to_owned();
        metadata
    }

    fn read(&mut self, document: &Document, node: NodeId) {
        let attribute = |name| document.attribute(node, name).unwrap_or_default();
        if let Some(kind) = document.attribute(node, "itemtype").filter(|_| self.kinds.len() < KINDS_MAX) {
            self.kinds.push(kind.rsplit('/').next().unwrap_or_default().to_owned());
        }
        match document.element(node).tag {
            Tag::HTML => {
                self.region = attribute("lang").trim().to_ascii_lowercase().replace('_', "-");
                self.lang = self.region.split('-').next().unwrap_or_default().to_owned();
            }
            Tag::TITLE if self.document_title.is_empty() => {
                self.document_title = crate::text::collapse(&raw_text(document, node))
            }
            Tag::LINK if attribute("rel").eq_ignore_ascii_case("canonical") => self.canonical = attribute("href").to_owned(),
            Tag::META => self.read_meta(document, node),
            Tag::SCRIPT if attribute("type").eq_ignore_ascii_case("application/ld+json") => {
                // A page may hold broken JSON; it then says nothing.
                if let Ok(value) = serde_json::from_str(&raw_text(document, node)) {
                    self.linked.read(&value, &value);
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

    /// As [`Metadata::meta`], with the name that was found.
    pub fn named_meta(&self, names: &[&'static str]) -> Option<(&'static str, &str)> {
        names.iter().find_map(|name| self.meta(&[name]).map(|content| (*name, content)))
    }
}

impl LinkedArticle {
    /// Takes the first article found in a JSON-LD value, `@graph` and arrays included.
    fn read(&mut self, value: &Value, all: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.read(item, all)),
            Value::Object(object) => {
                let is = |test: fn(&str) -> bool| list(&value["@type"]).filter_map(Value::as_str).any(test);
                let is_new = self.headline.is_empty() && self.authors.is_empty() && self.published.is_none();
                if is_new && (is_article(&value["@type"]) || is(|t| matches!(t, "DiscussionForumPosting" | "Question"))) {
                    self.take(value, all);
                } else if is(|t| t.ends_with("WebPage")) {
                    let published = value["datePublished"].as_str().and_then(DateTime::written);
                    self.page_published = self.page_published.or(published);
                }
                ["@graph", "mainEntity"].iter().filter_map(|key| object.get(*key)).for_each(|inner| self.read(inner, all));
            }
            _ => {}
        }
    }

    fn take(&mut self, value: &Value, all: &Value) {
        let date = |key: &str| value[key].as_str().filter(|text| has_year_first(text)).and_then(DateTime::written);
        self.headline = text(&value["headline"]);
        self.authors = list(&value["author"])
            .map(|a| if name(a).is_empty() { meant(all, a, MEANT_DEPTH).unwrap_or(a) } else { a })
            .map(|a| (name(a), a["@type"].as_str().is_some_and(|t| t.ends_with("Organization"))))
            .filter(|(n, _)| !n.is_empty())
            .collect();
        let publisher = list(&value["publisher"])
            .next()
            .map(|p| if name(p).is_empty() { meant(all, p, MEANT_DEPTH).unwrap_or(p) } else { p });
        self.publisher = publisher.map(name).unwrap_or_default();
        self.published = date("datePublished").or_else(|| date("dateCreated"));
        self.published_as = value["datePublished"].as_str().filter(|_| self.published.is_none()).unwrap_or_default().to_owned();
        self.modified = date("dateModified");
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

/// How deep the thing that an `@id` means is looked for: a graph of pages of graphs. Fixture `signed--linked-id`.
const MEANT_DEPTH: usize = 4;

/// The thing with a name that a reference (`{"@id": …}`) means.
fn meant<'a>(all: &'a Value, reference: &Value, depth: usize) -> Option<&'a Value> {
    let id = reference["@id"].as_str()?;
    match all {
        Value::Array(items) => items.iter().find_map(|item| meant(item, reference, depth)),
        Value::Object(object) if object.get("@id").and_then(Value::as_str) == Some(id) && !name(all).is_empty() => Some(all),
        Value::Object(object) if depth > 0 => object.values().find_map(|inner| meant(inner, reference, depth - 1)),
        _ => None,
    }
}

/// Letters of a year.
const YEAR_LETTERS: usize = 4;

/// Whether a date begins with its year, as schema.org asks (ISO 8601).
fn has_year_first(text: &str) -> bool {
    let digits = text.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    digits >= YEAR_LETTERS
}

/// A text of JSON-LD, which many sites encode as if it were HTML.
fn text(value: &Value) -> String {
    let mut text = String::new();
    entity::decode_into(&mut text, value.as_str().unwrap_or_default());
    crate::text::collapse(&text)
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
        assert_eq!(metadata.meta(&["article:published_time", "og:regdate"]), Some("20240930070500"));
        assert_eq!((metadata.linked.headline.as_str(), metadata.linked.publisher.as_str()), ("제목", "신문"));
        assert_eq!(metadata.linked.authors, [("김하나".to_owned(), false)]);
        assert_eq!(metadata.linked.image, "https://a.example/i.jpg");
    }
}
