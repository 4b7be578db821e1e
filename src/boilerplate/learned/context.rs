//! Features of the second forest: what the first one said of the blocks around.

use super::features::{Evidence, Matrix, features};
use super::names;
use super::shared::Shared;
use crate::boilerplate::score;
use crate::dom::{Document, NodeId};

features! {
    /// What the first forest said.
    Context {
        own,
        before_1,
        after_1,
        before_2,
        after_2,
        before_3,
        after_3,
        /// Mean, by letters, of the five and fifteen blocks before and after.
        near_before,
        near_after,
        far_before,
        far_after,
        /// Mean, by letters, in the elements around, each wider than the one before, without the block itself.
        around_1,
        around_2,
        around_3,
        around_4,
        /// Share of all letters taken for article that these elements hold.
        holds_1,
        holds_2,
        holds_3,
        /// Mean of the blocks with the same class names on the same tag path, without itself.
        alike,
        /// In the smallest element with most of what is taken for article; mean there.
        core,
        core_mean,
        /// Blocks to the nearest likely one before and after.
        gap_before,
        gap_after,
        /// Letters taken for article before and after, as shares.
        passed,
        /// Highest and mean of the page.
        page_highest,
        page_share,
        /// Mean, by letters, of the blocks under this heading, if it is one.
        section,
        /// What was said of the heading before.
        heading,
        /// Share of what is taken for article that no name speaks of, that names of the same kind speak of.
        free,
        named,
        /// Mean, by letters, of the forty blocks before and after.
        wide_before,
        wide_after,
        /// Mean of the blocks in the same element, before and after it.
        siblings_before,
        siblings_after,
        /// Mean between the heading before and the next, without the block itself; of the part before that heading, and of the one
        /// beyond the next.
        part,
        part_before,
        part_after,
        /// What was said of the next heading.
        next_heading,
    }
}

/// Features of a block for the second forest.
pub const WIDTH: usize = super::WIDTH + Context::NAMES.len();

/// The names of the features for the second forest.
pub fn feature_names() -> Vec<String> {
    let mut out = super::feature_names();
    out.extend(Context::NAMES.iter().map(|name| format!("context.{name}")));
    out
}

/// From which answer on a block is a likely one.
const LIKELY: f32 = 0.5;

/// Share of what is taken for article that the core holds.
const CORE: f32 = 0.8;

/// Blocks near, far and wide around.
const NEAR: usize = 5;
const FAR: usize = 15;
const WIDE: usize = 40;

/// Levels around a block.
const LEVELS: usize = 4;

/// A gap is not counted further.
const GAP_MAX: usize = 50;

/// Weight of a block in a mean: its letters, so that a short line counts a little.
fn mass(weight: u32) -> f32 {
    (weight + 4) as f32
}

/// The features of both: those of the first forest, and what it said around.
pub fn second(evidence: &Evidence<'_>, shared: &Shared, first: &Matrix, said: &[f32]) -> Matrix {
    let around = Around::new(evidence, shared, said);
    let mut values = Vec::with_capacity(said.len() * WIDTH);
    for index in 0..said.len() {
        values.extend_from_slice(first.row(index));
        around.read(index).push(&mut values);
    }
    Matrix { width: WIDTH, values }
}

/// Sums of what was said, by letters.
#[derive(Debug, Default, Clone, Copy)]
struct Said {
    taken: f32,
    mass: f32,
}

impl Said {
    fn mean(self) -> f32 {
        if self.mass <= 0.0 { 0.0 } else { self.taken / self.mass }
    }

    fn add(&mut self, other: Self) {
        self.taken += other.taken;
        self.mass += other.mass;
    }

    fn without(self, other: Self) -> Self {
        Self { taken: self.taken - other.taken, mass: self.mass - other.mass }
    }
}

struct Around<'a> {
    evidence: &'a Evidence<'a>,
    shared: &'a Shared,
    said: &'a [f32],
    one: Vec<Said>,
    /// Sums of all blocks before each.
    before: Vec<Said>,
    inside: Vec<Said>,
    alike: Vec<Said>,
    core: Option<NodeId>,
    gaps: Vec<(usize, usize)>,
    sections: Vec<f32>,
    /// Sums of the blocks in the same element before each.
    siblings: Vec<Said>,
    /// Sums of all blocks in the same element.
    parents: Vec<Said>,
    /// The number of the part of each block, and the sums of the parts.
    part: Vec<usize>,
    parts: Vec<Said>,
    /// What was said of the heading that each part stands under.
    titles: Vec<f32>,
    highest: f32,
    /// What is taken for article, by the kind that names speak of; 0 for none.
    kinds: Vec<f32>,
}

impl<'a> Around<'a> {
    fn new(evidence: &'a Evidence<'a>, shared: &'a Shared, said: &'a [f32]) -> Self {
        let (document, blocks) = (evidence.document, evidence.blocks);
        let one: Vec<Said> = blocks
            .iter()
            .zip(said)
            .map(|(b, p)| {
                let mass = if b.image.is_some() { 0.0 } else { mass(score::weight(b)) };
                Said { taken: p * mass, mass }
            })
            .collect();
        let mut before = vec![Said::default()];
        for said in &one {
            let mut sum = before.last().copied().unwrap_or_default();
            sum.add(*said);
            before.push(sum);
        }
        let mut inside = vec![Said::default(); document.len()];
        blocks.iter().zip(&one).for_each(|(b, said)| inside[b.node.index()].add(*said));
        document.sum_up(&mut inside, |sum, own| sum.add(*own));
        let mut alike: Vec<Said> = vec![Said::default(); shared.kinds];
        shared.paths.iter().zip(&one).for_each(|(path, said)| alike[*path as usize].add(*said));
        let core = core(document, &inside);
        let mut kinds = vec![0.0; names::KINDS];
        blocks.iter().zip(&one).for_each(|(b, said)| kinds[names::kind(evidence, b)] += said.taken);
        let (mut siblings, mut parents) = (Vec::with_capacity(said.len()), vec![Said::default(); document.len()]);
        let (mut part, mut parts, mut titles) = (Vec::with_capacity(said.len()), vec![Said::default()], vec![-1.0]);
        for (index, block) in blocks.iter().enumerate() {
            let sum = &mut parents[document.element(block.node).parent.unwrap_or(block.node).index()];
            siblings.push(*sum);
            sum.add(one[index]);
            if document.element(block.node).tag.heading_level().is_some() {
                parts.push(Said::default());
                titles.push(said[index]);
            } else if let Some(sum) = parts.last_mut() {
                sum.add(one[index]);
            }
            part.push(parts.len() - 1);
        }
        Self {
            siblings,
            parents,
            part,
            parts,
            titles,
            kinds,
            gaps: super::place::gaps(&said.iter().map(|p| *p >= LIKELY).collect::<Vec<_>>(), GAP_MAX),
            sections: sections(evidence, &one),
            highest: said.iter().copied().fold(0.0, f32::max),
            evidence,
            shared,
            said,
            one,
            before,
            inside,
            alike,
            core,
        }
    }

    fn between(&self, from: usize, to: usize) -> f32 {
        let to = to.min(self.said.len());
        self.before[to].without(self.before[from.min(to)]).mean()
    }

    fn read(&self, index: usize) -> Context {
        let near = |by: isize| index.checked_add_signed(by).and_then(|i| self.said.get(i)).copied().unwrap_or(-1.0);
        let all = self.before.last().copied().unwrap_or_default();
        let part = |taken: f32| if all.taken <= 0.0 { 0.0 } else { taken / all.taken };
        let own = self.one[index];
        let mut around = [0.0; LEVELS];
        let mut holds = [0.0; LEVELS];
        let block = self.evidence.blocks[index].node;
        let mut node = Some(block);
        for level in 0..LEVELS {
            let sum = node.map_or(all, |n| self.inside[n.index()]);
            (around[level], holds[level]) = (sum.without(own).mean(), part(sum.taken));
            node = node.and_then(|n| self.shared.sums.wider[n.index()]);
        }
        let alike = self.alike[self.shared.paths[index] as usize];
        let document = self.evidence.document;
        let siblings = self.parents[document.element(block).parent.unwrap_or(block).index()];
        let before = self.siblings[index];
        let part_of = self.part[index];
        let is_heading = document.element(block).tag.heading_level().is_some();
        let part_mean = |at: Option<usize>| at.and_then(|at| self.parts.get(at)).map_or(-1.0, |sum| sum.mean());
        let within = if is_heading { self.parts[part_of] } else { self.parts[part_of].without(own) };
        Context {
            wide_before: self.between(index.saturating_sub(WIDE), index),
            wide_after: self.between(index + 1, index + 1 + WIDE),
            siblings_before: before.mean(),
            siblings_after: siblings.without(before).without(own).mean(),
            part: within.mean(),
            part_before: part_mean(part_of.checked_sub(1)),
            part_after: part_mean(Some(part_of + 1)),
            next_heading: self.titles.get(part_of + 1).copied().unwrap_or(-1.0),
            own: self.said[index],
            before_1: near(-1),
            after_1: near(1),
            before_2: near(-2),
            after_2: near(2),
            before_3: near(-3),
            after_3: near(3),
            near_before: self.between(index.saturating_sub(NEAR), index),
            near_after: self.between(index + 1, index + 1 + NEAR),
            far_before: self.between(index.saturating_sub(FAR), index),
            far_after: self.between(index + 1, index + 1 + FAR),
            around_1: around[0],
            around_2: around[1],
            around_3: around[2],
            around_4: around[3],
            holds_1: holds[0],
            holds_2: holds[1],
            holds_3: holds[2],
            alike: alike.without(own).mean(),
            core: self.core.map_or(-1.0, |c| f32::from(self.evidence.document.contains(c, block))),
            core_mean: self.core.map_or(0.0, |c| self.inside[c.index()].mean()),
            gap_before: self.gaps[index].0 as f32,
            gap_after: self.gaps[index].1 as f32,
            passed: part(self.before[index].taken),
            page_highest: self.highest,
            page_share: all.mean(),
            section: self.sections[index],
            free: part(self.kinds[0]),
            named: part(self.kinds[names::kind(self.evidence, &self.evidence.blocks[index])]),
            heading: self.shared.headings[index].map_or(-1.0, |h| self.said[h]),
        }
    }
}

/// The smallest element with most of what is taken for article.
fn core(document: &Document, inside: &[Said]) -> Option<NodeId> {
    let all = inside.first()?.taken;
    let holds = |n: &NodeId| inside[n.index()].taken >= CORE * all;
    document.nodes().filter(holds).min_by_key(|n| document.element(*n).tokens.len())
}

/// For each heading, the mean of the blocks up to the next heading; -1 for other blocks.
fn sections(evidence: &Evidence<'_>, one: &[Said]) -> Vec<f32> {
    let mut out = vec![-1.0; one.len()];
    let mut sum = Said::default();
    for (index, block) in evidence.blocks.iter().enumerate().rev() {
        if evidence.document.element(block.node).tag.heading_level().is_some() {
            out[index] = sum.mean();
            sum = Said::default();
        } else {
            sum.add(one[index]);
        }
    }
    out
}
