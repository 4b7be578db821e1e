//! The best sequence of states. Between stretches a weight for each pair of labels counts (outside is a label of its own);
//! inside a stretch the scores of the characters alone decide.

use super::label::{FIRST, INNER, LABELS, LAST, ONLY, STATES, state};

/// Labels and outside, for the steps from one stretch to the next.
pub const GROUPS: usize = LABELS.len() + 1;
/// Scores of one character's states.
pub type Row = [f32; STATES];
/// The weight of a step from the stretch of one group to that of another, `[from][to]`; group 0 is outside.
pub type Steps = [[f32; GROUPS]; GROUPS];

/// What can't be.
const NEVER: f32 = f32::NEG_INFINITY;

/// The states of the best path through the rows.
pub fn best(rows: &[Row], steps: &Steps) -> Vec<u8> {
    let mut from = vec![[0u8; STATES]; rows.len()];
    let mut path = [NEVER; STATES];
    for (at, row) in rows.iter().enumerate() {
        let (open, open_from) = if at == 0 { ([0.0; GROUPS], [0; GROUPS]) } else { entering(&path, steps) };
        let mut next = [NEVER; STATES];
        (next[0], from[at][0]) = (open[0] + row[0], open_from[0]);
        for label in 0..LABELS.len() {
            for place in [FIRST, ONLY] {
                let to = state(label, place);
                (next[to], from[at][to]) = (open[label + 1] + row[to], open_from[label + 1]);
            }
            let (first, inner) = (state(label, FIRST), state(label, INNER));
            let before = if path[first] > path[inner] { first } else { inner };
            if at > 0 {
                for place in [INNER, LAST] {
                    let to = state(label, place);
                    (next[to], from[at][to]) = (path[before] + row[to], before as u8);
                }
            }
        }
        path = next;
    }
    walk_back(&path, &from)
}

/// For each group the best path that ends before it, with the step into it, and the state that path ends in.
fn entering(path: &Row, steps: &Steps) -> ([f32; GROUPS], [u8; GROUPS]) {
    let closed: [(f32, u8); GROUPS] = std::array::from_fn(|group| match group.checked_sub(1) {
        None => (path[0], 0),
        Some(label) => {
            let (last, only) = (state(label, LAST), state(label, ONLY));
            let end = if path[last] > path[only] { last } else { only };
            (path[end], end as u8)
        }
    });
    let mut out = ([NEVER; GROUPS], [0; GROUPS]);
    for ((before, end), steps) in closed.iter().zip(steps) {
        for (to, step) in steps.iter().enumerate() {
            if before + step > out.0[to] {
                (out.0[to], out.1[to]) = (before + step, *end);
            }
        }
    }
    out
}

fn walk_back(path: &Row, from: &[[u8; STATES]]) -> Vec<u8> {
    let ends = |s: &usize| *s == 0 || matches!((s - 1) % super::label::PLACES, LAST | ONLY);
    let mut at = (0..STATES).filter(ends).fold(0, |best, s| if path[s] > path[best] { s } else { best }) as u8;
    let mut out = vec![0; from.len()];
    for (index, row) in from.iter().enumerate().rev() {
        out[index] = at;
        at = row[at as usize];
    }
    out
}

/// How far the chosen states stand above "outside" in the mean of their characters.
pub fn margin(rows: &[Row], states: &[u8]) -> f32 {
    let sum: f32 = rows.iter().zip(states).map(|(row, state)| row[*state as usize] - row[0]).sum();
    sum / rows.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::super::label::{Label, stretches};
    use super::*;

    fn row(scores: &[(usize, f32)]) -> Row {
        let mut row = [0.0; STATES];
        scores.iter().for_each(|(state, score)| row[*state] = *score);
        row
    }

    #[test]
    fn paths_are_whole_stretches() {
        let steps = [[0.0; GROUPS]; GROUPS];
        let person = |place| state(Label::Person as usize, place);
        // An inner character alone can't stand: the whole stretch is worth less than the one letter.
        let found = best(&[row(&[(0, 1.0)]), row(&[(person(INNER), 1.5)]), row(&[(0, 1.0)])], &steps);
        assert_eq!(stretches(&found), []);
        let found =
            best(&[row(&[(person(FIRST), 1.0)]), row(&[(person(INNER), 1.0), (0, 0.5)]), row(&[(person(LAST), 1.0)])], &steps);
        assert_eq!(stretches(&found), [(0, 3, Label::Person)]);
        assert!(best(&[], &steps).is_empty());
    }

    #[test]
    fn a_step_can_forbid_neighbours() {
        let mut steps = [[0.0; GROUPS]; GROUPS];
        let only = state(Label::Place as usize, ONLY);
        let rows = [row(&[(only, 1.0)]), row(&[(only, 1.1)])];
        assert_eq!(stretches(&best(&rows, &steps)).len(), 2);
        let place = Label::Place as usize + 1;
        steps[place][place] = -3.0;
        assert_eq!(stretches(&best(&rows, &steps)), [(1, 2, Label::Place)]);
    }
}
