//! Gradient boosting of symmetric trees on binned features (Friedman, "Greedy function approximation", 2001; Newton steps
//! as in Chen and Guestrin, "XGBoost", KDD 2016; symmetric trees as in CatBoost). Deterministic: samples come from a
//! fixed seed, and a forest is grown by one thread.

use crate::score::bootstrap::SplitMix;
use crate::threads;
use malgeun::boilerplate::learned::forest::{DEPTH, Forest, LEAF_UNIT, LEAVES, Tree, probability};

/// What is learned from: rows of features with labels and weights.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) width: usize,
    pub(crate) values: Vec<f32>,
    pub(crate) inside: Vec<bool>,
    pub(crate) weights: Vec<f32>,
}

/// Bins of a feature.
const BINS: usize = 64;
/// Step of each tree.
const RATE: f32 = 0.055;
/// Hessian that is added to each leaf (L2).
const RIDGE: f32 = 6.0;
/// Share of rows and of features that a tree sees. Rows are drawn the likelier the more they still teach, and count the more
/// the less likely they were (Ibragimov and Gusev, "Minimal variance sampling in stochastic gradient boosting", NeurIPS 2019).
const ROWS_SHARE: f32 = 0.1;
const FEATURES_SHARE: u64 = 25;
/// What the curvature of a row adds to how likely it is drawn.
const CURVATURE: f32 = 0.1;
/// Halvings in the search for a limit.
const SEARCHES: usize = 24;
/// Seed of the samples; what `--seed` says is added.
const SEED: u64 = 0x6d61_6c67_6575_6e21;

/// Rows with their features in bins, column by column.
#[derive(Default)]
pub(crate) struct Binned {
    edges: Vec<Vec<f32>>,
    columns: Vec<Vec<u8>>,
    inside: Vec<bool>,
    weights: Vec<f32>,
}

impl Binned {
    /// Of rows; a feature that is left out is the same for all.
    pub(crate) fn of(rows: &Rows, left_out: &[bool]) -> Self {
        let count = rows.inside.len();
        let column = |feature: usize| (0..count).map(move |r| rows.values[r * rows.width + feature]);
        let binned = threads::map(&(0..rows.width).collect::<Vec<_>>(), |feature| {
            if left_out[*feature] {
                return (Vec::new(), vec![0; count]);
            }
            let edges = edges_of(column(*feature).collect());
            let bins: Vec<u8> = column(*feature).map(|v| edges.partition_point(|e| v > *e) as u8).collect();
            (edges, bins)
        });
        let (edges, columns) = binned.into_iter().unzip();
        Self { edges, columns, inside: rows.inside.clone(), weights: rows.weights.clone() }
    }

    /// Some of the rows.
    pub(crate) fn part(&self, rows: &[u32]) -> Self {
        let at = |r: &u32| *r as usize;
        Self {
            edges: self.edges.clone(),
            columns: self.columns.iter().map(|column| rows.iter().map(|r| column[at(r)]).collect()).collect(),
            inside: rows.iter().map(|r| self.inside[at(r)]).collect(),
            weights: rows.iter().map(|r| self.weights[at(r)]).collect(),
        }
    }

    fn rows(&self) -> usize {
        self.inside.len()
    }
}

/// Thresholds between bins of about the same number of rows.
fn edges_of(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    let mut out: Vec<f32> = Vec::new();
    let mut distinct = values.clone();
    distinct.dedup();
    let between = |a: f32, b: f32| a + (b - a) * 0.5;
    if distinct.len() <= BINS {
        out.extend(distinct.windows(2).map(|w| between(w[0], w[1])));
    } else {
        for k in 1..BINS {
            let at = k * values.len() / BINS;
            let above = values.partition_point(|v| *v <= values[at]);
            if above < values.len() {
                out.push(between(values[at], values[above]));
            }
        }
        out.dedup();
    }
    out
}

/// Whether a draw of so many percent hits.
fn hits(random: &mut SplitMix, percent: u64) -> bool {
    random.next() % 100 < percent
}

/// Grows a forest.
pub(crate) fn forest(rows: &Binned, trees: usize, seed: u64) -> Forest {
    let mean = rows.weights.iter().sum::<f32>() / rows.weights.len().max(1) as f32;
    let weights: Vec<f32> = rows.weights.iter().map(|w| w / mean).collect();
    let taken: f32 = rows.inside.iter().zip(&weights).filter(|(i, _)| **i).map(|(_, w)| w).sum();
    let all: f32 = weights.iter().sum();
    let start = (taken / (all - taken)).ln();
    let mut odds = vec![start; rows.rows()];
    let mut random = SplitMix(SEED.wrapping_add(seed));
    let mut out = Vec::new();
    for _ in 0..trees {
        let steps: Vec<(f32, f32)> = (0..rows.rows())
            .map(|r| {
                let p = probability(odds[r]);
                (weights[r] * (f32::from(rows.inside[r]) - p), weights[r] * p * (1.0 - p))
            })
            .collect();
        let (tree, leaves) = tree(rows, &steps, &mut random);
        for (odds, leaf) in odds.iter_mut().zip(leaves) {
            *odds += f32::from(tree.leaves[usize::from(leaf)]) * LEAF_UNIT;
        }
        out.push(tree);
    }
    Forest { start, trees: out.into() }
}

/// Rows to learn a tree from, with how much more each counts.
fn sample(steps: &[(f32, f32)], random: &mut SplitMix) -> Vec<(u32, f32)> {
    let teaches: Vec<f32> = steps.iter().map(|(g, h)| (g * g + CURVATURE * h * h).sqrt()).collect();
    let wanted = ROWS_SHARE * steps.len() as f32;
    let drawn = |limit: f32| teaches.iter().map(|t| f64::from((t / limit).min(1.0))).sum::<f64>() as f32;
    let (mut low, mut high) = (f32::MIN_POSITIVE, teaches.iter().sum::<f32>() / wanted.max(1.0) + f32::MIN_POSITIVE);
    for _ in 0..SEARCHES {
        let middle = (low + high) * 0.5;
        *(if drawn(middle) > wanted { &mut low } else { &mut high }) = middle;
    }
    let draw = |(row, teaches): (usize, &f32)| {
        let chance = (teaches / high).min(1.0);
        let number = (random.next() >> 40) as f32 / (1u64 << 24) as f32;
        (number < chance).then(|| (row as u32, 1.0 / chance))
    };
    teaches.iter().enumerate().filter_map(draw).collect()
}

/// A row drawn for a tree: the leaf it has come to, and its step.
struct Drawn {
    row: u32,
    leaf: u8,
    gradient: f32,
    hessian: f32,
}

/// A tree, and the leaf of every row.
fn tree(binned: &Binned, steps: &[(f32, f32)], random: &mut SplitMix) -> (Tree, Vec<u8>) {
    let drawn = sample(steps, random);
    let features: Vec<usize> = (0..binned.columns.len()).filter(|_| hits(random, FEATURES_SHARE)).collect();
    let step = |(row, more): (u32, f32)| {
        let (gradient, hessian) = steps[row as usize];
        Drawn { row, leaf: 0, gradient: gradient * more, hessian: hessian * more }
    };
    let mut sample: Vec<Drawn> = drawn.into_iter().map(step).collect();
    // Looked at once for each question: side by side.
    let columns: Vec<(usize, Vec<u8>)> =
        features.iter().map(|f| (*f, sample.iter().map(|d| binned.columns[*f][d.row as usize]).collect())).collect();
    let mut all = vec![0u8; binned.rows()];
    let mut splits = [(0u16, f32::INFINITY); DEPTH];
    for (depth, split) in splits.iter_mut().enumerate() {
        let gains = columns.iter().filter_map(|(f, column)| gain(binned, &sample, column, *f, 1 << depth));
        let Some((_, feature, bin)) = gains.fold(None, better) else { break };
        *split = (feature as u16, binned.edges[feature][bin]);
        let column = &binned.columns[feature];
        all.iter_mut().zip(column).for_each(|(leaf, own)| *leaf |= u8::from(usize::from(*own) > bin) << depth);
        sample.iter_mut().for_each(|d| d.leaf = all[d.row as usize]);
    }
    let mut sums = [(0.0f64, 0.0f64); LEAVES];
    for drawn in &sample {
        let sum = &mut sums[usize::from(drawn.leaf)];
        (sum.0, sum.1) = (sum.0 + f64::from(drawn.gradient), sum.1 + f64::from(drawn.hessian));
    }
    let value = |(g, h): (f64, f64)| (g / (h + f64::from(RIDGE))) as f32 * RATE / LEAF_UNIT;
    (Tree { splits, leaves: sums.map(|s| value(s).round().clamp(-32_000.0, 32_000.0) as i16) }, all)
}

type Found = (f64, usize, usize);

fn better(best: Option<Found>, next: Found) -> Option<Found> {
    Some(best.filter(|b| b.0 >= next.0).unwrap_or(next))
}

/// The best bin of a feature, whose bins of the drawn rows are given, with its gain.
fn gain(binned: &Binned, sample: &[Drawn], column: &[u8], feature: usize, parts: usize) -> Option<Found> {
    let bins = binned.edges[feature].len() + 1;
    let mut sums = vec![(0.0f32, 0.0f32); parts * bins];
    for (drawn, own) in sample.iter().zip(column) {
        let sum = &mut sums[usize::from(drawn.leaf) * bins + usize::from(*own)];
        (sum.0, sum.1) = (sum.0 + drawn.gradient, sum.1 + drawn.hessian);
    }
    let worth = |g: f64, h: f64| g * g / (h + f64::from(RIDGE));
    let mut gains = vec![0.0f64; bins];
    for part in sums.chunks(bins) {
        let (all_g, all_h) = part.iter().fold((0.0, 0.0), |(g, h), s| (g + f64::from(s.0), h + f64::from(s.1)));
        let (mut g, mut h) = (0.0, 0.0);
        for (bin, (own_g, own_h)) in part.iter().enumerate() {
            (g, h) = (g + f64::from(*own_g), h + f64::from(*own_h));
            gains[bin] += worth(g, h) + worth(all_g - g, all_h - h) - worth(all_g, all_h);
        }
    }
    let (bin, gain) = gains.into_iter().enumerate().take(bins - 1).reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    (gain > 1e-6).then_some((gain, feature, bin))
}
