//! Which blocks are in the truth. A block is when at least half of its runs of three tokens are; a shorter one when the
//! truth has it beside a neighbour that is.

use crate::score::pages::Truth;
use crate::score::{self, Tokens};
use malgeun::boilerplate::learned::words::Hash;
use malgeun::dom::block::Block;
use std::collections::{HashMap, HashSet};

/// What is to be learned of a block.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Label {
    /// Whether it is in the truth.
    pub(crate) inside: bool,
    /// How much it counts; 0 when nothing is known.
    pub(crate) weight: f32,
}

/// Tokens of a run.
const RUN: usize = 3;
/// Share of runs from which a block is inside.
const INSIDE: f32 = 0.5;
/// A block counts by its tokens, at most this many, and a little for being there.
const TOKENS_MAX: usize = 60;
const TOKENS_MORE: usize = 4;
/// Tokens that a page without text is reckoned to have.
const PAGE_TOKENS: f32 = 100.0;

/// How much a set counts: the truths of Readability and Defuddle are what these tools gave out.
fn trust(set: &str) -> f32 {
    match set {
        "mozilla" | "defuddle" => 0.25,
        _ => 1.0,
    }
}

pub(crate) fn of(set: &str, blocks: &[Block], truth: &Truth, rule: Tokens) -> Vec<Label> {
    match truth.text.as_deref().filter(|t| !t.is_empty()) {
        Some(text) => {
            let mut labels = by_text(blocks, text, rule);
            labels.iter_mut().for_each(|l| l.weight *= trust(set));
            labels
        }
        None => by_snippets(blocks, truth),
    }
}

fn hashed(text: &str, rule: Tokens) -> Vec<u32> {
    score::tokens(text, rule).iter().map(|t| Hash::of(t)).collect()
}

fn by_text(blocks: &[Block], text: &str, rule: Tokens) -> Vec<Label> {
    let truth = hashed(text, rule);
    let tokens: Vec<Vec<u32>> = blocks.iter().map(|b| hashed(&b.text, rule)).collect();
    let runs: HashSet<&[u32]> = truth.windows(RUN).collect();
    let mut inside: Vec<bool> = tokens
        .iter()
        .map(|t| {
            let found = t.windows(RUN).filter(|run| runs.contains(run)).count();
            t.len() >= RUN && found as f32 >= INSIDE * t.windows(RUN).count() as f32
        })
        .collect();
    drop_copies(&tokens, &truth, &mut inside);
    let sure = inside.clone();
    for index in (0..tokens.len()).filter(|i| (1..RUN).contains(&tokens[*i].len())) {
        inside[index] = beside(&tokens, &sure, index, &runs);
    }
    // First as the page has them, then without what is outside for sure, then once more with what was found.
    in_stream(&tokens, &runs, |_| true, &mut inside);
    for _ in 0..2 {
        let given = inside.clone();
        in_stream(&tokens, &runs, |i| given[i] || tokens[i].len() < RUN, &mut inside);
    }
    tokens.iter().zip(&inside).map(|(t, inside)| Label { inside: *inside, weight: weight(t.len(), truth.len()) }).collect()
}

/// How much a block of so many tokens counts on a page with so many tokens of article.
pub(crate) fn weight(tokens: usize, page: usize) -> f32 {
    if tokens == 0 { 0.0 } else { (tokens.min(TOKENS_MAX) + TOKENS_MORE) as f32 / (page as f32 + PAGE_TOKENS) }
}

/// Text that the page has more often than the truth: the copy among the most text of the truth is the one.
fn drop_copies(tokens: &[Vec<u32>], truth: &[u32], inside: &mut [bool]) {
    const NEAR: usize = 10;
    let mut copies: HashMap<&[u32], Vec<usize>> = HashMap::new();
    for (index, block) in tokens.iter().enumerate().filter(|(i, _)| inside[*i]) {
        copies.entry(block).or_default().push(index);
    }
    let around = |index: usize, inside: &[bool]| -> usize {
        let range = index.saturating_sub(NEAR)..(index + NEAR + 1).min(tokens.len());
        range.filter(|i| *i != index && inside[*i] && tokens[*i] != tokens[index]).map(|i| tokens[i].len()).sum()
    };
    let given = inside.to_vec();
    let mut repeated: Vec<_> = copies.into_iter().filter(|(_, at)| at.len() > 1).collect();
    repeated.sort();
    for (block, mut at) in repeated {
        let times = truth.windows(block.len()).filter(|w| *w == block).count().max(1);
        at.sort_by_key(|i| std::cmp::Reverse(around(*i, &given)));
        at.iter().skip(times).for_each(|i| inside[*i] = false);
    }
}

/// Whether the truth has the block after the end of the one inside before it, or before the start of the one after.
fn beside(tokens: &[Vec<u32>], sure: &[bool], index: usize, runs: &HashSet<&[u32]>) -> bool {
    let own = &tokens[index];
    let before = (0..index).rev().find(|i| sure[*i]).map(|i| &tokens[i]);
    let after = (index + 1..tokens.len()).find(|i| sure[*i]).map(|i| &tokens[i]);
    let need = RUN - own.len();
    let joined = |left: &[u32], right: &[u32]| runs.contains([left, right].concat().as_slice());
    before.is_some_and(|t| joined(&t[t.len() - need..], own)) || after.is_some_and(|t| joined(own, &t[..need]))
}

/// Short blocks of which the truth has all tokens in runs that go on into the blocks around: cells, prices, names.
fn in_stream(tokens: &[Vec<u32>], runs: &HashSet<&[u32]>, takes: impl Fn(usize) -> bool, inside: &mut [bool]) {
    let stream: Vec<(u32, usize)> =
        (0..tokens.len()).filter(|i| takes(*i)).flat_map(|i| tokens[i].iter().map(move |t| (*t, i))).collect();
    let flat: Vec<u32> = stream.iter().map(|(t, _)| *t).collect();
    let mut found = vec![0; tokens.len()];
    for (at, (_, block)) in stream.iter().enumerate() {
        let starts = (at + 1).saturating_sub(RUN)..=at;
        found[*block] += usize::from(starts.into_iter().any(|s| flat.get(s..s + RUN).is_some_and(|run| runs.contains(run))));
    }
    for index in (0..tokens.len()).filter(|i| (1..RUN).contains(&tokens[*i].len())) {
        inside[index] |= found[index] == tokens[index].len();
    }
}

/// Pages of which only snippets are known: the blocks that hold them count, all others do not.
fn by_snippets(blocks: &[Block], truth: &Truth) -> Vec<Label> {
    const WEIGHT: f32 = 0.03;
    const LONGER_MAX: usize = 3;
    let collapse = malgeun::text::collapse;
    let (with, without): (Vec<String>, Vec<String>) =
        (truth.with.iter().map(|s| collapse(s)).collect(), truth.without.iter().map(|s| collapse(s)).collect());
    let label = |block: &Block| {
        let inside = with.iter().any(|s| block.text.contains(s.as_str()));
        let outside = without.iter().any(|s| block.text.contains(s.as_str()) && block.text.len() < s.len() * LONGER_MAX + 30);
        Label { inside, weight: if inside != outside { WEIGHT } else { 0.0 } }
    };
    blocks.iter().map(label).collect()
}
