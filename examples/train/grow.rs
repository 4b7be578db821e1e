//! Gradient boosting of symmetric trees on binned features (Friedman, "Greedy function approximation", 2001; Newton steps
//! as in Chen and Guestrin, "XGBoost", KDD 2016; symmetric trees as in CatBoost). Deterministic: samples come from a fixed seed.

use crate::score::bootstrap::SplitMix;
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
const RATE: f32 = 0.08;
/// Hessian that is added to each leaf (L2).
const RIDGE: f32 = 6.0;
/// Share of rows and of features that a tree sees. Rows are drawn the likelier the more they still teach, and count the more
/// the less likely they were (Ibragimov and Gusev, "Minimal variance sampling in stochastic gradient boosting", NeurIPS 2019).
const ROWS_SHARE: f32 = 0.2;
const FEATURES_SHARE: u64 = 40;
/// What the curvature of a row adds to how likely it is drawn.
const CURVATURE: f32 = 0.1;
/// Halvings in the search for a limit.
const SEARCHES: usize = 24;
/// Seed of the samples.
const SEED: u64 = 0x6d61_6c67_6575_6e21;

/// Features in bins, column by column.
struct Binned {
    rows: usize,
    edges: Vec<Vec<f32>>,
    columns: Vec<Vec<u8>>,
}

impl Binned {
    fn of(rows: &Rows) -> Self {
        let count = rows.inside.len();
        let column = |feature: usize| (0..count).map(move |r| rows.values[r * rows.width + feature]);
        let (mut edges, mut columns) = (Vec::new(), Vec::new());
        for feature in 0..rows.width {
            let own = edges_of(column(feature).collect());
            columns.push(column(feature).map(|v| own.partition_point(|e| v > *e) as u8).collect());
            edges.push(own);
        }
        Self { rows: count, edges, columns }
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
pub(crate) fn forest(rows: &Rows, trees: usize) -> Forest {
    let binned = Binned::of(rows);
    let mean = rows.weights.iter().sum::<f32>() / rows.weights.len().max(1) as f32;
    let weights: Vec<f32> = rows.weights.iter().map(|w| w / mean).collect();
    let taken: f32 = rows.inside.iter().zip(&weights).filter(|(i, _)| **i).map(|(_, w)| w).sum();
    let all: f32 = weights.iter().sum();
    let start = (taken / (all - taken)).ln();
    let mut odds = vec![start; binned.rows];
    let mut random = SplitMix(SEED);
    let mut out = Vec::new();
    for _ in 0..trees {
        let steps: Vec<(f32, f32)> = (0..binned.rows)
            .map(|r| {
                let p = probability(odds[r]);
                (weights[r] * (f32::from(rows.inside[r]) - p), weights[r] * p * (1.0 - p))
            })
            .collect();
        let (tree, leaves) = tree(&binned, &steps, &mut random);
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

/// A tree, and the leaf of every row.
fn tree(binned: &Binned, steps: &[(f32, f32)], random: &mut SplitMix) -> (Tree, Vec<u8>) {
    let drawn = sample(steps, random);
    let features: Vec<usize> = (0..binned.columns.len()).filter(|_| hits(random, FEATURES_SHARE)).collect();
    let sample: Vec<u32> = drawn.iter().map(|(r, _)| *r).collect();
    let mut leaves = vec![0u8; sample.len()];
    let mut all = vec![0u8; binned.rows];
    let steps: Vec<(f32, f32)> =
        drawn.iter().map(|(r, more)| (steps[*r as usize].0 * more, steps[*r as usize].1 * more)).collect();
    let mut splits = [(0u16, f32::INFINITY); DEPTH];
    for (depth, split) in splits.iter_mut().enumerate() {
        let Some((feature, bin)) = best(binned, &sample, &leaves, &steps, &features, 1 << depth) else { break };
        *split = (feature as u16, binned.edges[feature][bin]);
        let column = &binned.columns[feature];
        all.iter_mut().zip(column).for_each(|(leaf, own)| *leaf |= u8::from(usize::from(*own) > bin) << depth);
        leaves.iter_mut().zip(&sample).for_each(|(leaf, row)| *leaf = all[*row as usize]);
    }
    let mut sums = [(0.0f64, 0.0f64); LEAVES];
    for (leaf, (g, h)) in leaves.iter().zip(&steps) {
        let sum = &mut sums[usize::from(*leaf)];
        (sum.0, sum.1) = (sum.0 + f64::from(*g), sum.1 + f64::from(*h));
    }
    let value = |(g, h): (f64, f64)| (g / (h + f64::from(RIDGE))) as f32 * RATE / LEAF_UNIT;
    (Tree { splits, leaves: sums.map(|s| value(s).round().clamp(-32_000.0, 32_000.0) as i16) }, all)
}

/// The question that tells all leaves apart best: feature and bin.
fn best(
    binned: &Binned,
    sample: &[u32],
    leaves: &[u8],
    steps: &[(f32, f32)],
    features: &[usize],
    parts: usize,
) -> Option<(usize, usize)> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = features.len().div_ceil(threads).max(1);
    let found = std::thread::scope(|scope| {
        let work =
            |chunk: &[usize]| chunk.iter().filter_map(|f| gain(binned, sample, leaves, steps, *f, parts)).fold(None, better);
        let handles: Vec<_> = features.chunks(share).map(|chunk| scope.spawn(move || work(chunk))).collect();
        handles.into_iter().map(|h| h.join().expect("no panic in sums")).collect::<Vec<_>>()
    });
    found.into_iter().flatten().fold(None, better).map(|(_, feature, bin)| (feature, bin))
}

type Found = (f64, usize, usize);

fn better(best: Option<Found>, next: Found) -> Option<Found> {
    Some(best.filter(|b| b.0 >= next.0).unwrap_or(next))
}

/// The best bin of a feature with its gain.
fn gain(binned: &Binned, sample: &[u32], leaves: &[u8], steps: &[(f32, f32)], feature: usize, parts: usize) -> Option<Found> {
    let bins = binned.edges[feature].len() + 1;
    let mut sums = vec![(0.0f32, 0.0f32); parts * bins];
    let column = &binned.columns[feature];
    for ((row, leaf), (g, h)) in sample.iter().zip(leaves).zip(steps) {
        let sum = &mut sums[usize::from(*leaf) * bins + usize::from(column[*row as usize])];
        (sum.0, sum.1) = (sum.0 + g, sum.1 + h);
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
