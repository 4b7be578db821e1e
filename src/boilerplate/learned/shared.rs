//! What both forests read of a page, read once: sums of all elements, tag paths, headings.

use super::features::Evidence;
use super::sums::Sums;
use super::words::Hash;
use crate::dom::Document;
use std::collections::HashMap;

/// Sums, paths and headings of a page.
pub struct Shared {
    pub(super) sums: Sums,
    /// The tag path of each block, by the order in which paths come.
    pub(super) paths: Vec<u32>,
    /// How many different paths there are.
    pub(super) kinds: usize,
    /// For each block, the last heading before it.
    pub(super) headings: Vec<Option<usize>>,
}

impl Shared {
    /// Of a page.
    pub fn of(evidence: &Evidence<'_>) -> Self {
        let (document, blocks) = (evidence.document, evidence.blocks);
        let hashes = path_hashes(document);
        let mut known: HashMap<u32, u32> = HashMap::new();
        let mut path = |hash: u32| {
            let next = known.len() as u32;
            *known.entry(hash).or_insert(next)
        };
        let paths = blocks.iter().map(|b| path(hashes[b.inner.index()])).collect();
        Self { sums: Sums::of(document, blocks), paths, kinds: known.len(), headings: headings(evidence) }
    }
}

/// A hash of the tags from the root to each element, with the class names of the innermost.
fn path_hashes(document: &Document) -> Vec<u32> {
    let mut tags: Vec<Hash> = Vec::with_capacity(document.len());
    let mut out = Vec::with_capacity(document.len());
    for node in document.nodes() {
        let element = document.element(node);
        let mut hash = element.parent.map(|p| tags[p.index()]).unwrap_or_default();
        document.name(node).chars().for_each(|c| hash.push(c));
        hash.push('/');
        tags.push(hash);
        document.attribute(node, "class").unwrap_or_default().chars().for_each(|c| hash.push(c));
        out.push(hash.value());
    }
    out
}

/// For each block, the last heading before it.
fn headings(evidence: &Evidence<'_>) -> Vec<Option<usize>> {
    let mut last = None;
    let mut out = Vec::with_capacity(evidence.blocks.len());
    for (index, block) in evidence.blocks.iter().enumerate() {
        out.push(last);
        if evidence.document.element(block.node).tag.heading_level().is_some() {
            last = Some(index);
        }
    }
    out
}
