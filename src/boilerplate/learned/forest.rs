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

/// Rows that are asked together: a processor compares several numbers at once where they lie side by side.
const LANES: usize = 32;

impl Forest {
    /// How likely each row is article text, 0..=1.
    pub fn said(&self, rows: &Matrix) -> Vec<f32> {
        let mut said = Vec::with_capacity(rows.rows());
        let mut columns = Vec::new();
        for first in (0..rows.rows()).step_by(LANES) {
            let lanes = LANES.min(rows.rows() - first);
            columns.clear();
            columns.resize(rows.row(first).len(), [0.0; LANES]);
            for lane in 0..lanes {
                let row = rows.row(first + lane).iter();
                row.zip(&mut columns).for_each(|(value, column)| column[lane] = *value);
            }
            said.extend(self.log_odds_of(&columns).iter().take(lanes).map(|sum| probability(*sum)));
        }
        said
    }

    /// The log odds of [`LANES`] rows, given by feature.
    fn log_odds_of(&self, columns: &[[f32; LANES]]) -> [f32; LANES] {
        let mut sums = [0i32; LANES];
        for tree in self.trees.iter() {
            let mut leaves = [0u32; LANES];
            for (depth, (feature, threshold)) in tree.splits.iter().enumerate() {
                answer(&mut leaves, &columns[usize::from(*feature)], *threshold, 1 << depth);
            }
            // A leaf's number has as many bits as there are questions.
            sums.iter_mut().zip(leaves).for_each(|(sum, leaf)| *sum += i32::from(tree.leaves[leaf as usize % LEAVES]));
        }
        sums.map(|sum| self.start + sum as f32 * LEAF_UNIT)
    }
}

/// Sets a bit where the feature is above the threshold. On its own, for there the compiler compares several lanes at once.
#[inline(never)]
fn answer(leaves: &mut [u32; LANES], column: &[f32; LANES], threshold: f32, bit: u32) {
    for (leaf, value) in leaves.iter_mut().zip(column) {
        *leaf |= u32::from(*value > threshold) * bit;
    }
}

/// The logistic function.
pub fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows asked together get what each would get alone.
    #[test]
    fn lanes_do_not_mix() {
        let tree = |feature: u16, step: i16| Tree {
            splits: std::array::from_fn(|depth| (feature, depth as f32)),
            leaves: std::array::from_fn(|leaf| step * leaf as i16),
        };
        let forest = Forest { start: 0.5, trees: vec![tree(0, 3), tree(1, -2)].into() };
        for rows in [0, 1, LANES - 1, LANES, LANES + 1, 3 * LANES] {
            let values = (0..rows).flat_map(|row| [row as f32 / 3.0, 4.0 - row as f32 / 5.0]).collect();
            let matrix = Matrix { width: 2, values };
            let alone = |row: &[f32]| forest.trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(row)])).sum::<i32>();
            let expect: Vec<f32> =
                (0..rows).map(|row| probability(forest.start + alone(matrix.row(row)) as f32 * LEAF_UNIT)).collect();
            assert_eq!(forest.said(&matrix), expect, "{rows} rows");
        }
    }
}
