//! From verdicts to the ledger: what was removed, as the largest elements that hold nothing else, so that the live
//! page can hide them and a person can restore them one by one.

use super::{Classified, Kind, Page, Reason, Removal, Verdict};
use crate::dom::{NodeId, Tag};

/// The removals of a page in document order. `position_of` says where in the article a block would stand: the index of
/// the first article block that begins at or after that block.
pub fn removals(page: &Page<'_>, classified: &Classified, position_of: impl Fn(usize) -> u32) -> Vec<Removal> {
    let owners = largest(page, &holds(page, classified));
    let mut out: Vec<Removal> = Vec::new();
    let mut last: Option<(Option<NodeId>, Kind)> = None;
    for (index, verdict) in classified.verdicts.iter().enumerate() {
        let Verdict::Remove(kind, reason) = verdict else {
            last = None;
            continue;
        };
        let owner = owners[page.blocks[index].inner.index()];
        // Blocks of one element and kind are one entry; so are lines without an element of their own that follow each other.
        let joins = last == Some((owner, *kind));
        if owner.is_none() && page.blocks[index].text.is_empty() {
            continue; // a picture that cannot be hidden alone: nothing to say, nothing to restore
        }
        if !joins {
            out.push(Removal { node: owner, kind: *kind, reason: reason.clone(), lines: Vec::new(), position: position_of(index) });
        }
        if let Some(removal) = out.last_mut().filter(|_| !page.blocks[index].text.is_empty()) {
            removal.lines.push(page.blocks[index].text.clone());
        }
        last = Some((owner, *kind));
    }
    out.extend(silent(page, classified, &out));
    out
}

/// What an element's blocks have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Nothing,
    Only(Kind),
    Mixed,
}

impl Holds {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, x) | (x, Self::Nothing) => x,
            (a, b) if a == b => a,
            _ => Self::Mixed,
        }
    }
}

/// For every element, whether its blocks are all removed and of one kind.
fn holds(page: &Page<'_>, classified: &Classified) -> Vec<Holds> {
    let mut holds = vec![Holds::Nothing; page.document.len()];
    for (block, verdict) in page.blocks.iter().zip(&classified.verdicts) {
        let own = if let Verdict::Remove(kind, _) = verdict { Holds::Only(*kind) } else { Holds::Mixed };
        holds[block.inner.index()] = holds[block.inner.index()].and(own);
    }
    for node in page.document.nodes().collect::<Vec<_>>().into_iter().rev() {
        if let Some(parent) = page.document.element(node).parent {
            holds[parent.index()] = holds[parent.index()].and(holds[node.index()]);
        }
    }
    // The frame of the page and whatever holds the article is never hidden.
    let frame = page.document.nodes().filter(|n| matches!(page.document.element(*n).tag, Tag::HTML | Tag::HEAD | Tag::BODY));
    let around = classified.root.into_iter().flat_map(|root| page.document.ancestors(root));
    frame.chain(around).for_each(|n| holds[n.index()] = Holds::Mixed);
    holds
}

/// For every element that holds one kind of removal only, the largest such element around it.
fn largest(page: &Page<'_>, holds: &[Holds]) -> Vec<Option<NodeId>> {
    let mut largest: Vec<Option<NodeId>> = vec![None; holds.len()];
    for node in page.document.nodes().filter(|n| matches!(holds[n.index()], Holds::Only(_))) {
        let parent = page.document.element(node).parent.filter(|p| holds[p.index()] == holds[node.index()]);
        largest[node.index()] = parent.map_or(Some(node), |p| largest[p.index()]);
    }
    largest
}

/// Advertising frames and the like: parts in a boilerplate zone that show no text of their own.
fn silent(page: &Page<'_>, classified: &Classified, spoken: &[Removal]) -> Vec<Removal> {
    let document = page.document;
    let mut covered = vec![false; document.len()];
    spoken.iter().filter_map(|r| r.node).for_each(|n| covered[n.index()] = true);
    let mut out: Vec<Removal> = Vec::new();
    for node in document.nodes() {
        let element = document.element(node);
        covered[node.index()] |= element.parent.is_some_and(|p| covered[p.index()]);
        let shows = matches!(element.tag, Tag::IFRAME | Tag::INS | Tag::OBJECT | Tag::VIDEO | Tag::IMG);
        let Some((kind @ (Kind::Ad | Kind::Promotion | Kind::Related), reason)) = &classified.zones[node.index()] else { continue };
        if (shows || matches!(reason, Reason::SiteRule(_))) && !covered[node.index()] && is_silent(page, node) {
            covered[node.index()] = true;
            out.push(Removal { node: Some(node), kind: *kind, reason: reason.clone(), lines: Vec::new(), position: 0 });
        }
    }
    out
}

/// Whether no block stands inside the element.
fn is_silent(page: &Page<'_>, node: NodeId) -> bool {
    let tokens = &page.document.element(node).tokens;
    let first = page.blocks.partition_point(|b| b.tokens.start < tokens.start);
    page.blocks.get(first).is_none_or(|b| b.tokens.start >= tokens.end)
}
