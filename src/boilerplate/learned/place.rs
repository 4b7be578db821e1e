//! Features of where a block stands: the elements that hold it, its likes on the page, its neighbours.

use super::features::{Evidence, features, log, share};
use super::shared::Shared;
use super::sums::Sum;
use crate::boilerplate::score;
use crate::dom::{Document, NodeId};

features! {
    /// An element that holds the block and more.
    Container {
        weight,
        link_density,
        blocks,
        prose,
        /// Mean letters of its blocks.
        mean,
        /// Share of the page's letters.
        share,
    }
}

features! {
    /// The place of a block.
    Place {
        index,
        letters_before,
        /// Blocks and letters since the headline; negative before it.
        title_distance,
        title_letters,
        after_title,
        /// Level of the heading before, blocks since, whether that heading is a link.
        heading_before,
        heading_distance,
        depth,
        /// Blocks of the same tag path with the same class names: how many, their mean letters, link density, prose share.
        alike,
        alike_mean,
        alike_links,
        alike_prose,
        /// Running text in the four blocks before and after; link density there.
        prose_before,
        prose_after,
        links_before,
        links_after,
        /// Blocks and letters to the nearest running text before and after.
        gap_before,
        gap_after,
        continues,
    }
}

features! {
    /// A block near by.
    Neighbour {
        weight,
        link_density,
        prose,
        alike,
        together,
    }
}

/// Elements looked at around a block, from the inside out, each holding more blocks than the one before.
pub(super) const LEVELS: usize = 4;

/// Neighbours looked at, by distance.
pub(super) const NEIGHBOURS: [isize; 4] = [-1, 1, -2, 2];

/// Blocks before and after that are summed.
const WINDOW: usize = 4;

/// A gap without running text is not counted further.
const GAP_MAX: usize = 30;

pub(super) struct Reader<'a> {
    evidence: &'a Evidence<'a>,
    shared: &'a Shared,
    /// Sums over the blocks of one tag path.
    alike: Vec<Sum>,
    /// Letters, link letters and prose letters of all blocks before each block.
    before: Vec<(u32, u32, u32)>,
    title: Option<usize>,
    gaps: Vec<(usize, usize)>,
    depth: Vec<u16>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(evidence: &'a Evidence<'a>, shared: &'a Shared) -> Self {
        let (document, blocks) = (evidence.document, evidence.blocks);
        let mut alike = vec![Sum::default(); shared.kinds];
        let mut before = vec![(0, 0, 0)];
        for (block, path) in blocks.iter().zip(&shared.paths) {
            let prose = if score::is_prose(block) { block.letters - block.link_letters } else { 0 };
            let sum = &mut alike[*path as usize];
            sum.letters += block.letters;
            sum.links += block.link_letters;
            sum.prose += prose;
            sum.blocks += 1;
            let (l, k, p) = before.last().copied().unwrap_or_default();
            before.push((l + block.letters, k + block.link_letters, p + prose));
        }
        let mut depth: Vec<u16> = Vec::with_capacity(document.len());
        for node in document.nodes() {
            depth.push(document.element(node).parent.map_or(0, |p| depth[p.index()].saturating_add(1)));
        }
        let title = title_index(evidence);
        let prose: Vec<bool> = blocks.iter().map(score::is_prose).collect();
        Self { evidence, shared, alike, before, title, gaps: gaps(&prose, GAP_MAX), depth }
    }

    pub(super) fn push(&self, index: usize, row: &mut Vec<f32>) {
        let page = self.shared.sums.page();
        let mut node = Some(self.evidence.blocks[index].node);
        for _ in 0..LEVELS {
            container(node.map(|n| self.shared.sums.at(n)).unwrap_or(page), page).push(row);
            node = node.and_then(|n| self.shared.sums.wider[n.index()]);
        }
        self.place(index).push(row);
        NEIGHBOURS.iter().for_each(|by| self.neighbour(index, *by).push(row));
    }

    fn place(&self, index: usize) -> Place {
        let blocks = self.evidence.blocks;
        let (all, (letters, ..)) = (blocks.len().max(1), self.before[index]);
        let total = self.before.last().map_or(0, |b| b.0);
        let alike = self.alike[self.shared.paths[index] as usize];
        let window = |from: usize, to: usize| {
            let ((l0, k0, p0), (l1, k1, p1)) = (self.before[from], self.before[to]);
            (log(p1 - p0), share(k1 - k0, l1 - l0))
        };
        let (prose_before, links_before) = window(index.saturating_sub(WINDOW), index);
        let (prose_after, links_after) = window(index + 1, (index + 1 + WINDOW).min(blocks.len()));
        let heading = self.shared.headings[index];
        let title = self.title.map_or(0.0, |t| index as f32 - t as f32);
        let since = self.title.map_or(0, |t| self.before[index.max(t)].0 - self.before[index.min(t)].0);
        let level = |i: usize| self.evidence.document.element(blocks[i].node).tag.heading_level().unwrap_or_default();
        Place {
            index: index as f32 / all as f32,
            letters_before: share(letters, total),
            title_distance: title,
            title_letters: log(since) * title.signum(),
            after_title: f32::from(self.title.is_some_and(|t| index > t)),
            heading_before: heading.map_or(0.0, |h| f32::from(level(h))),
            heading_distance: heading.map_or(GAP_MAX, |h| (index - h).min(GAP_MAX)) as f32,
            depth: f32::from(self.depth[blocks[index].node.index()]),
            alike: log(alike.blocks),
            alike_mean: share(alike.letters, alike.blocks),
            alike_links: share(alike.links, alike.letters),
            alike_prose: share(alike.prose, alike.letters),
            prose_before,
            prose_after,
            links_before,
            links_after,
            gap_before: self.gaps[index].0 as f32,
            gap_after: self.gaps[index].1 as f32,
            continues: f32::from(blocks[index].continues),
        }
    }

    fn neighbour(&self, index: usize, by: isize) -> Neighbour {
        let blocks = self.evidence.blocks;
        let Some((at, near)) = index.checked_add_signed(by).and_then(|at| Some((at, blocks.get(at)?))) else {
            return Neighbour { weight: -1.0, ..Neighbour::default() };
        };
        Neighbour {
            weight: log(score::weight(near)),
            link_density: near.link_density(),
            prose: f32::from(score::is_prose(near)),
            alike: f32::from(self.shared.paths[at] == self.shared.paths[index]),
            together: f32::from(near.node == blocks[index].node),
        }
    }
}

fn container(sum: Sum, page: Sum) -> Container {
    Container {
        weight: log(sum.weight),
        link_density: share(sum.links, sum.letters),
        blocks: log(sum.blocks),
        prose: share(sum.prose, sum.letters),
        mean: share(sum.letters, sum.blocks),
        share: share(sum.letters, page.letters),
    }
}

/// The first block that is the headline, a heading rather than another.
fn title_index(evidence: &Evidence<'_>) -> Option<usize> {
    let is = |i: &usize| !evidence.title.is_empty() && evidence.blocks[*i].text == evidence.title;
    let heading = |i: &usize| level(evidence.document, evidence.blocks[*i].node) > 0;
    let all = || 0..evidence.blocks.len();
    all().find(|i| is(i) && heading(i)).or_else(|| all().find(is))
}

fn level(document: &Document, node: NodeId) -> u8 {
    document.element(node).tag.heading_level().unwrap_or_default()
}

/// Blocks to the nearest marked one before and after each block, at most `most`.
pub(super) fn gaps(marked: &[bool], most: usize) -> Vec<(usize, usize)> {
    let mut out = vec![(most, most); marked.len()];
    let mut gap = most;
    for (slot, is) in out.iter_mut().zip(marked) {
        slot.0 = gap;
        gap = if *is { 0 } else { (gap + 1).min(most) };
    }
    gap = most;
    for (slot, is) in out.iter_mut().zip(marked).rev() {
        slot.1 = gap;
        gap = if *is { 0 } else { (gap + 1).min(most) };
    }
    out
}
