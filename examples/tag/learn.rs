//! Learns the weights: a linear chain (Lafferty, McCallum, Pereira, "Conditional random fields", ICML 2001) by stochastic
//! gradients with a step for each weight (Duchi, Hazan, Singer, "Adaptive subgradient methods", JMLR 2011). Deterministic:
//! the order of the sentences and the features left out come from a fixed seed. Only pairs of feature and state that occur
//! have a weight. The weights of the last rounds are averaged.

use crate::random::Random;
use crate::records::Record;
use malgeun::facts::tagger::features::{self, Templates};
use malgeun::facts::tagger::label::{self, Label};
use malgeun::facts::tagger::lists::Lists;
use malgeun::facts::tagger::viterbi::{GROUPS, Row, Steps};
use std::collections::HashMap;

#[path = "chain.rs"]
mod chain;

/// Rounds over all sentences.
const ROUNDS: usize = 14;
/// Rounds at the end whose weights are averaged.
const AVERAGED: usize = 7;
/// Length of the first steps.
const RATE: f32 = 0.12;
/// How much a weight is pulled to nothing each time it is used.
const PULL: f32 = 0.0;
/// Features left out in each sentence, in a thousand: the others learn to stand without them. Cross-validated strict F1 of the
/// six Korean types 75.0 with 150, 75.1 with 300, 75.2 with 450; of Wikigold's names 61.4 with 300, 65.1 with 550.
const LEFT_OUT: u64 = 450;
const ENGLISH_LEFT_OUT: u64 = 550;
/// A feature must stand so often.
const OFTEN: u32 = 2;
/// Seed of the order.
const SEED: u64 = 0x6d61_6c67_6575_6e21;

/// A sentence as the tagger sees it, with its true states.
pub(crate) struct Sentence {
    rows: Vec<Vec<u32>>,
    states: Vec<u8>,
}

/// The learned weights: by key and state, and the steps.
pub(crate) struct Learned {
    pub(crate) weights: Vec<(u32, u8, f32, f32)>,
    pub(crate) steps: Steps,
}

/// The sentences of a record.
pub(crate) fn sentences(record: &Record, lang: &str, lists: &Lists) -> Vec<Sentence> {
    let templates = Templates::of(lang.as_bytes().try_into().expect("a code of two letters"));
    let part = |(start, chars, marks): (usize, Vec<char>, Vec<u8>)| {
        let end = start + chars.len();
        let inside = record.labels.iter().filter(|l| l.0 >= start && l.1 <= end);
        let own: Vec<(usize, usize, Label)> = inside.map(|l| (l.0 - start, l.1 - start, l.2)).collect();
        let rows = features::rows(&chars, &marks, (lists, templates)).iter().map(<[u32]>::to_vec).collect();
        Sentence { rows, states: label::states(chars.len(), &own) }
    };
    malgeun::facts::tagger_input(&record.text, lang).into_iter().map(part).collect()
}

/// A weight while it is learned.
#[derive(Clone, Copy, Default)]
struct Cell {
    state: u8,
    weight: f32,
    /// Sum of squared gradients.
    moved: f32,
    sum: f32,
}

/// The weights of all features: those of a feature stand together.
struct Table {
    starts: Vec<u32>,
    cells: Vec<Cell>,
    keys: Vec<u32>,
}

impl Table {
    fn of(sentences: &[Sentence]) -> (Self, Vec<Vec<Vec<u32>>>) {
        let mut counts: HashMap<u32, (u32, u64)> = HashMap::new();
        for (row, state) in sentences.iter().flat_map(|s| s.rows.iter().zip(&s.states)) {
            for key in row {
                let entry = counts.entry(*key).or_default();
                *entry = (entry.0 + 1, entry.1 | 1 << state);
            }
        }
        let mut keys: Vec<u32> = counts.iter().filter(|(_, c)| c.0 >= OFTEN).map(|(key, _)| *key).collect();
        keys.sort_unstable();
        let (mut starts, mut cells) = (vec![0], Vec::new());
        for key in &keys {
            let states = counts[key].1;
            cells.extend((0..64u8).filter(|s| states >> s & 1 == 1).map(|state| Cell { state, ..Cell::default() }));
            starts.push(cells.len() as u32);
        }
        let index: HashMap<u32, u32> = keys.iter().zip(0..).map(|(k, i)| (*k, i)).collect();
        let known = |row: &Vec<u32>| row.iter().filter_map(|key| index.get(key).copied()).collect::<Vec<u32>>();
        let rows = sentences.iter().map(|s| s.rows.iter().map(known).collect()).collect();
        (Self { starts, cells, keys }, rows)
    }

    /// The table with the `most` weights that matter alone, at their learned values, and the rows that name its features.
    fn pruned(&self, learned: &Learned, most: usize, rows: &[Vec<Vec<u32>>]) -> (Self, Vec<Vec<Vec<u32>>>) {
        let mut order: Vec<usize> = (0..learned.weights.len()).filter(|&at| learned.weights[at].2 != 0.0).collect();
        order.sort_by(|a, b| rank(&learned.weights[*b]).total_cmp(&rank(&learned.weights[*a])).then(a.cmp(b)));
        order.truncate(most);
        order.sort_unstable();
        let mut out = Self { starts: vec![0], cells: Vec::with_capacity(order.len()), keys: Vec::new() };
        let mut places = vec![None; self.keys.len()];
        let (mut kept, mut at) = (order.into_iter().peekable(), 0);
        for (feature, key) in self.keys.iter().enumerate() {
            while at < self.starts[feature + 1] as usize {
                if kept.next_if_eq(&at).is_some() {
                    out.cells.push(Cell { state: self.cells[at].state, weight: learned.weights[at].2, ..Cell::default() });
                }
                at += 1;
            }
            if out.cells.len() as u32 > out.starts[out.starts.len() - 1] {
                places[feature] = Some(out.keys.len() as u32);
                out.keys.push(*key);
                out.starts.push(out.cells.len() as u32);
            }
        }
        let known = |row: &Vec<u32>| row.iter().filter_map(|feature| places[*feature as usize]).collect::<Vec<u32>>();
        (out, rows.iter().map(|rows| rows.iter().map(known).collect()).collect())
    }

    fn of_feature(&mut self, feature: u32) -> &mut [Cell] {
        let at = feature as usize;
        &mut self.cells[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    fn scores(&mut self, rows: &[Vec<u32>], scale: f32) -> Vec<Row> {
        let row = |features: &Vec<u32>| {
            let mut out = [0.0; label::STATES];
            for feature in features {
                self.of_feature(*feature).iter().for_each(|cell| out[usize::from(cell.state)] += cell.weight * scale);
            }
            out
        };
        rows.iter().map(row).collect()
    }
}

fn step(cell_weight: &mut f32, moved: &mut f32, gradient: f32) {
    *moved += gradient * gradient;
    *cell_weight += RATE * gradient / (*moved + 1e-2).sqrt();
}

/// Learns from the sentences: first all weights, then the `most` that matter once more without the others, so that they make
/// up for them. Cross-validated strict F1 of Wikigold's names 65.5 with 26,500 weights cut once, 67.4 with 18,200 or 20,000
/// learned again; of the six Korean types 74.8 with 86,000 cut once, 76.1 with 78,000 learned again.
pub(crate) fn weights(sentences: &[Sentence], lang: &str, most: usize) -> Learned {
    let left_out = if lang == "en" { ENGLISH_LEFT_OUT } else { LEFT_OUT };
    let (mut table, rows) = Table::of(sentences);
    let states: Vec<&[u8]> = sentences.iter().map(|s| s.states.as_slice()).collect();
    let first = rounds(&mut table, &rows, &states, left_out, None);
    let (mut table, rows) = table.pruned(&first, most, &rows);
    rounds(&mut table, &rows, &states, left_out, Some(&first.steps))
}

/// The rounds over all sentences; the weights that the table has are where they begin.
fn rounds(table: &mut Table, rows: &[Vec<Vec<u32>>], states: &[&[u8]], left_out: u64, from: Option<&Steps>) -> Learned {
    let (mut steps_moved, mut steps_sum) = ([[0.0; GROUPS]; GROUPS], [[0.0; GROUPS]; GROUPS]);
    let mut steps = from.copied().unwrap_or([[0.0; GROUPS]; GROUPS]);
    let mut random = Random(SEED);
    let mut order: Vec<usize> = (0..states.len()).collect();
    let scale = 1000.0 / (1000 - left_out) as f32;
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, (random.next() % (at as u64 + 1)) as usize);
        }
        for &at in &order {
            let heard: Vec<Vec<u32>> =
                rows[at].iter().map(|row| row.iter().copied().filter(|_| random.next() % 1000 >= left_out).collect()).collect();
            let scores = table.scores(&heard, scale);
            let slope = chain::slope(&scores, &steps, states[at]);
            for (features, wanted) in heard.iter().zip(&slope.rows) {
                for feature in features {
                    for cell in table.of_feature(*feature) {
                        let gradient = wanted[usize::from(cell.state)] - PULL * cell.weight;
                        if gradient.abs() > 1e-4 {
                            step(&mut cell.weight, &mut cell.moved, gradient);
                        }
                    }
                }
            }
            for from in 0..GROUPS {
                for to in 0..GROUPS {
                    let gradient = slope.steps[from][to] - PULL * steps[from][to];
                    step(&mut steps[from][to], &mut steps_moved[from][to], gradient);
                }
            }
        }
        if round + AVERAGED >= ROUNDS {
            table.cells.iter_mut().for_each(|cell| cell.sum += cell.weight);
            steps_sum.iter_mut().flatten().zip(steps.iter().flatten()).for_each(|(sum, step)| *sum += step);
        }
    }
    let mut weights = Vec::with_capacity(table.cells.len());
    for at in 0..table.keys.len() {
        let cells = &table.cells[table.starts[at] as usize..table.starts[at + 1] as usize];
        weights.extend(cells.iter().map(|cell| (table.keys[at], cell.state, cell.sum / AVERAGED as f32, cell.moved)));
    }
    steps_sum.iter_mut().flatten().for_each(|step| *step /= AVERAGED as f32);
    Learned { weights, steps: steps_sum }
}

/// How much a weight matters: large ones that are often used.
pub(crate) fn rank(weight: &(u32, u8, f32, f32)) -> f32 {
    weight.2.abs() * weight.3.powf(USE_POWER)
}
const USE_POWER: f32 = 0.25;
