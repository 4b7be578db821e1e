//! Forests of symmetric decision trees: at each depth all branches ask the same question, so a row's leaf is the number
//! that its answers spell (Prokhorenkova et al., "CatBoost", NeurIPS 2018). Their sum is a log odds.

use super::features::Matrix;

/// Questions of a tree.
pub const DEPTH: usize = 6;

/// Leaves of a tree.
pub const LEAVES: usize = 1 << DEPTH;

/// One step of a leaf, in log odds.
pub const LEAF_UNIT: f32 = 1.0 / 4096.0;

/// A tree.
#[derive(Debug, Clone)]
pub struct Tree {
    /// Feature and threshold of each depth; the answer is 1 when the feature is above.
    pub splits: [(u16, f32); DEPTH],
    /// Log odds in [`LEAF_UNIT`], by the number that the answers spell (first question lowest bit).
    pub leaves: [i16; LEAVES],
}

impl Tree {
    /// The leaf that a row comes to.
    pub fn leaf(&self, row: &[f32]) -> usize {
        let answer =
            |(depth, (feature, threshold)): (usize, &(u16, f32))| usize::from(row[usize::from(*feature)] > *threshold) << depth;
        self.splits.iter().enumerate().map(answer).sum()
    }
}

/// Trees whose leaves are added.
#[derive(Debug, Clone, Default)]
pub struct Forest {
    /// Log odds before any tree.
    pub start: f32,
    /// The trees.
    pub trees: std::borrow::Cow<'static, [Tree]>,
}

impl Forest {
    /// How likely each row is article text, 0..=1.
    pub fn said(&self, rows: &Matrix) -> Vec<f32> {
        (0..rows.rows()).map(|index| probability(self.log_odds(rows.row(index)))).collect()
    }

    /// The log odds of a row.
    pub fn log_odds(&self, row: &[f32]) -> f32 {
        let sum: i32 = self.trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(row)])).sum();
        self.start + sum as f32 * LEAF_UNIT
    }
}

/// The logistic function.
pub fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}
