//! From verdicts to the ledger: what was removed, as the largest elements that hold nothing else, so that the live
//! page can hide them and a person can restore them one by one.

use super::{Classified, Kind, Page, Reason, Removal, Verdict};
use crate::dom::block::run_text;
use crate::dom::{NodeId, Tag, Token};

/// What was removed, and the boxes around it.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The removals in document order.
    pub removals: Vec<Removal>,
    /// Elements that hold removals of several kinds and nothing else.
    pub frames: Vec<NodeId>,
}

/// The removals of a page in document order. `position_of` says where in the article a block would stand: the index of
/// the first article block that begins at or after that block.
pub fn removals(page: &Page<'_>, classified: &Classified, position_of: impl Fn(usize) -> u32) -> Ledger {
    let holds = holds(page, classified);
    let owners = owners(page, &holds);
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
            out.push(Removal {
                node: owner,
                kind: *kind,
                reason: reason.clone(),
                lines: Vec::new(),
                position: position_of(index),
            });
        }
        if let Some(removal) = out.last_mut().filter(|_| !page.blocks[index].text.is_empty()) {
            removal.lines.push(line(page, index));
        }
        last = Some((owner, *kind));
    }
    out.extend(silent(page, classified, &out));
    Ledger { removals: out, frames: frames(page, &holds) }
}

/// The text of a block with a space between elements that stand side by side: menus and labels are parted by style
/// sheets, not by spaces.
fn line(page: &Page<'_>, index: usize) -> String {
    let tokens = &page.blocks[index].tokens;
    let parted = |pair: &[Token]| match pair {
        [Token::Close(a), Token::Open(b)] => [a, b].iter().all(|n| stands_apart(page.document.element(**n).tag)),
        _ => false,
    };
    let all = &page.document.tokens()[tokens.start as usize..tokens.end as usize];
    let mut parts = Vec::new();
    let mut start = 0;
    for at in (1..all.len()).filter(|i| parted(&all[i - 1..=*i])) {
        parts.push(start..at);
        start = at;
    }
    parts.push(start..all.len());
    let offset = tokens.start as usize;
    let texts = parts.into_iter().map(|p| run_text(page.document, p.start + offset..p.end + offset).text);
    texts.filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ")
}

fn stands_apart(tag: Tag) -> bool {
    matches!(tag, Tag::A | Tag::BUTTON | Tag::SPAN | Tag::STRONG | Tag::EM | Tag::SMALL | Tag::LABEL)
}

/// What an element's blocks have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Nothing,
    /// Removals of one kind.
    Only(Kind),
    /// Removals of several kinds.
    Several,
    /// Something that stays on the page.
    Kept,
}

impl Holds {
    fn of(verdict: &Verdict) -> Self {
        match verdict {
            // What the reader's head shows stays on the page.
            Verdict::Keep | Verdict::Head | Verdict::Remove(Kind::Head, _) => Self::Kept,
            Verdict::Remove(kind, _) => Self::Only(*kind),
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Kept, _) | (_, Self::Kept) => Self::Kept,
            (Self::Nothing, x) | (x, Self::Nothing) => x,
            (a, b) if a == b => a,
            _ => Self::Several,
        }
    }
}

/// For every element, what its blocks have in common.
fn holds(page: &Page<'_>, classified: &Classified) -> Vec<Holds> {
    let mut holds = vec![Holds::Nothing; page.document.len()];
    for (block, verdict) in page.blocks.iter().zip(&classified.verdicts) {
        holds[block.inner.index()] = holds[block.inner.index()].and(Holds::of(verdict));
    }
    for node in page.document.nodes().collect::<Vec<_>>().into_iter().rev() {
        if let Some(parent) = page.document.element(node).parent {
            holds[parent.index()] = holds[parent.index()].and(holds[node.index()]);
        }
    }
    // The frame of the page and whatever holds the article is never hidden.
    let frame = page.document.nodes().filter(|n| matches!(page.document.element(*n).tag, Tag::HTML | Tag::HEAD | Tag::BODY));
    let around = classified.root.into_iter().flat_map(|root| page.document.ancestors(root));
    frame.chain(around).for_each(|n| holds[n.index()] = Holds::Kept);
    holds
}

/// For every element, the one that stands for its own blocks in the ledger: the largest around it that holds one kind
/// of removal only, else the innermost that holds nothing but removals.
fn owners(page: &Page<'_>, holds: &[Holds]) -> Vec<Option<NodeId>> {
    let mut owners: Vec<Option<NodeId>> = vec![None; holds.len()];
    for node in page.document.nodes() {
        let parent = page.document.element(node).parent;
        owners[node.index()] = match holds[node.index()] {
            Holds::Only(_) => {
                parent.filter(|p| holds[p.index()] == holds[node.index()]).map_or(Some(node), |p| owners[p.index()])
            }
            Holds::Several => Some(node),
            Holds::Kept | Holds::Nothing => None,
        };
    }
    owners
}

/// The largest elements that hold nothing but removals of several kinds: hidden with them, so that no empty box stays.
fn frames(page: &Page<'_>, holds: &[Holds]) -> Vec<NodeId> {
    let parent_kept = |n: NodeId| page.document.element(n).parent.is_none_or(|p| holds[p.index()] == Holds::Kept);
    page.document.nodes().filter(|n| holds[n.index()] == Holds::Several && parent_kept(*n)).collect()
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
        let Some((kind @ (Kind::Ad | Kind::Promotion | Kind::Related), reason)) = &classified.zones[node.index()] else {
            continue;
        };
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
