//! The next article: sites that scroll without end append whole articles below the one that was asked for. Each has a
//! headline of its own and an address of its own; entries of a live blog and sections of a page have not.

use super::classify::Page;
use super::score::is_prose;
use crate::dom::{Document, NodeId, Tag};
use crate::url;

/// How far around a headline the element of its article stands.
const ARTICLE_DEPTH: usize = 8;

/// Parts of the names of attributes in which scripts keep the address of an appended article.
const ADDRESS_NAMES: &[&str] = &["url", "href", "canonical", "permalink", "itemid"];

/// The first article below the page's own, if there is one. `taken` says which blocks are taken as text.
pub(super) fn appended(page: &Page<'_>, taken: &[bool]) -> Option<NodeId> {
    let document = page.document;
    if page.metadata.kinds.iter().any(|kind| kind.to_ascii_lowercase().contains("liveblog")) {
        return None;
    }
    let (own, article) = own_headline(page)?;
    let starts = |node: NodeId| document.element(node).tokens.start;
    let first = page.blocks.partition_point(|b| b.tokens.start < starts(own));
    let text = (first..page.blocks.len()).find(|i| taken[*i] && is_prose(&page.blocks[*i]))?;
    let text_between = |node: NodeId| page.blocks[text].tokens.start < starts(node);
    let headline = |n: &NodeId| document.element(*n).tag == Tag::H1 && document.text_of(*n) != page.title;
    let later = document.nodes().skip(own.index() + 1).filter(|n| headline(n) || leads_elsewhere(page, *n));
    let around = |node: NodeId| document.ancestors(node).take(ARTICLE_DEPTH).find(|n| is_article(document, *n));
    let outside = |n: &NodeId| !document.contains(*n, own) && !document.contains(article, *n);
    later.filter_map(around).find(|n| outside(n) && text_between(*n))
}

/// The heading of the page's own article, and that article: the one with its title, else the first `h1`. It must stand in an article, too: where
/// only parts of a page are marked as articles they are parts.
fn own_headline(page: &Page<'_>) -> Option<(NodeId, NodeId)> {
    let document = page.document;
    let level = |n: &NodeId| document.element(*n).tag.heading_level();
    let titled = |n: &NodeId| level(n).is_some() && document.text_of(*n) == page.title;
    let found = document.nodes().find(titled).or_else(|| document.first(Tag::H1))?;
    document.ancestors(found).find(|n| is_article(document, *n)).map(|article| (found, article))
}

/// Whether an element is marked as an article.
fn is_article(document: &Document, node: NodeId) -> bool {
    let ends = |name: &str| document.attribute(node, "itemtype").is_some_and(|t| t.trim_end_matches('/').ends_with(name));
    document.element(node).tag == Tag::ARTICLE
        || document.attribute(node, "role") == Some("article")
        || ["Article", "BlogPosting", "Report"].into_iter().any(ends)
}

/// Whether an element is an article that says it has another address than the page.
fn leads_elsewhere(page: &Page<'_>, node: NodeId) -> bool {
    let own = url::split(page.address).path.trim_end_matches('/');
    let is_other = |value: &str| {
        let there = url::resolve(page.address, value).unwrap_or_default();
        let path = url::split(&there).path.trim_end_matches('/');
        // Entries of a page lie below its address.
        !own.is_empty() && url::host(&there) == url::host(page.address) && !path.is_empty() && !path.starts_with(own)
    };
    let names = |name: &str| ADDRESS_NAMES.iter().any(|part| name.contains(part));
    let addressed = |value: &str| value.starts_with("http") || value.starts_with('/');
    is_article(page.document, node)
        && page.document.attributes(node).any(|(name, value)| names(name) && addressed(value) && is_other(value))
}
