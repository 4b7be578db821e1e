//! How a sentence wants its scores to change: the true states less the expected ones (forward and backward sums).

use malgeun::facts::tagger::label::{FIRST, INNER, LABELS, LAST, ONLY, OUTSIDE, PLACES, STATES, state};
use malgeun::facts::tagger::viterbi::{GROUPS, Row, Steps};

/// The gradient of the log-likelihood.
pub(super) struct Slope {
    pub(super) rows: Vec<Row>,
    pub(super) steps: Steps,
}

/// The group of what ends with a state, if it can end there.
fn closing(state: usize) -> Option<usize> {
    match (state.checked_sub(1)? / PLACES, (state - 1) % PLACES) {
        (label, LAST | ONLY) => Some(label + 1),
        _ => None,
    }
    .or(None)
}

fn groups(row: &Row) -> [f32; GROUPS] {
    std::array::from_fn(|g| g.checked_sub(1).map_or(row[0], |l| row[state(l, LAST)] + row[state(l, ONLY)]))
}

/// Sums of what begins with each group.
fn openings(row: &Row) -> [f32; GROUPS] {
    std::array::from_fn(|g| g.checked_sub(1).map_or(row[0], |l| row[state(l, FIRST)] + row[state(l, ONLY)]))
}

fn scaled(row: &mut Row) {
    let sum: f32 = row.iter().sum();
    row.iter_mut().for_each(|v| *v /= sum.max(f32::MIN_POSITIVE));
}

/// The slope at these scores with these true states.
pub(super) fn slope(scores: &[Row], steps: &Steps, truth: &[u8]) -> Slope {
    let weights: Vec<Row> = scores
        .iter()
        .map(|row| {
            let most = row.iter().copied().fold(f32::MIN, f32::max);
            row.map(|v| (v - most).max(-60.0).exp())
        })
        .collect();
    let factors: Steps = steps.map(|row| row.map(f32::exp));
    let forward = forward(&weights, &factors);
    let backward = backward(&weights, &factors);
    let mut out = Slope { rows: Vec::with_capacity(scores.len()), steps: [[0.0; GROUPS]; GROUPS] };
    for at in 0..scores.len() {
        let mut share: Row = std::array::from_fn(|s| forward[at][s] * backward[at][s]);
        scaled(&mut share);
        let mut row = share.map(|v| -v);
        row[usize::from(truth[at])] += 1.0;
        out.rows.push(row);
        if at > 0 {
            expected_steps(&forward[at - 1], &weights[at], &backward[at], &factors, &share, &mut out.steps);
            true_step(usize::from(truth[at - 1]), usize::from(truth[at]), &mut out.steps);
        }
    }
    out
}

fn true_step(before: usize, now: usize, steps: &mut Steps) {
    let from = if before == usize::from(OUTSIDE) { Some(0) } else { closing(before) };
    let to = match now.checked_sub(1) {
        None => Some(0),
        Some(s) if matches!(s % PLACES, FIRST | ONLY) => Some(s / PLACES + 1),
        _ => None,
    };
    if let (Some(from), Some(to)) = (from, to) {
        steps[from][to] += 1.0;
    }
}

fn expected_steps(before: &Row, weights: &Row, backward: &Row, factors: &Steps, share: &Row, out: &mut Steps) {
    let (closed, onward) = (groups(before), openings(&std::array::from_fn(|s| weights[s] * backward[s])));
    let all: f32 = openings(share).iter().sum();
    let mut cells = [[0.0f32; GROUPS]; GROUPS];
    let mut sum = 0.0;
    for from in 0..GROUPS {
        for to in 0..GROUPS {
            cells[from][to] = closed[from] * factors[from][to] * onward[to];
            sum += cells[from][to];
        }
    }
    let scale = all / sum.max(f32::MIN_POSITIVE);
    for (out, cell) in out.iter_mut().flatten().zip(cells.iter().flatten()) {
        *out -= cell * scale;
    }
}

fn forward(weights: &[Row], factors: &Steps) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::with_capacity(weights.len());
    for (at, own) in weights.iter().enumerate() {
        let mut row = [0.0; STATES];
        let open: [f32; GROUPS] = match at.checked_sub(1).map(|i| &out[i]) {
            None => [1.0; GROUPS],
            Some(before) => {
                let closed = groups(before);
                for label in 0..LABELS.len() {
                    let inside = before[state(label, FIRST)] + before[state(label, INNER)];
                    row[state(label, INNER)] = inside * own[state(label, INNER)];
                    row[state(label, LAST)] = inside * own[state(label, LAST)];
                }
                std::array::from_fn(|to| (0..GROUPS).map(|from| closed[from] * factors[from][to]).sum())
            }
        };
        row[0] = open[0] * own[0];
        for label in 0..LABELS.len() {
            row[state(label, FIRST)] = open[label + 1] * own[state(label, FIRST)];
            row[state(label, ONLY)] = open[label + 1] * own[state(label, ONLY)];
        }
        scaled(&mut row);
        out.push(row);
    }
    out
}

fn backward(weights: &[Row], factors: &Steps) -> Vec<Row> {
    let mut out = vec![[0.0; STATES]; weights.len()];
    for at in (0..weights.len()).rev() {
        let after = (at + 1 < weights.len()).then(|| -> Row { std::array::from_fn(|s| weights[at + 1][s] * out[at + 1][s]) });
        let next = after.as_ref().map_or([1.0; GROUPS], openings);
        let close: [f32; GROUPS] = match after {
            None => next,
            Some(_) => std::array::from_fn(|from| (0..GROUPS).map(|to| factors[from][to] * next[to]).sum()),
        };
        let row = &mut out[at];
        row[0] = close[0];
        for label in 0..LABELS.len() {
            row[state(label, LAST)] = close[label + 1];
            row[state(label, ONLY)] = close[label + 1];
            let inside = after.map_or(0.0, |a| a[state(label, INNER)] + a[state(label, LAST)]);
            row[state(label, FIRST)] = inside;
            row[state(label, INNER)] = inside;
        }
        scaled(row);
    }
    out
}
