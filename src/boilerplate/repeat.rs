//! A machine summary that repeats sentences of the body, wherever it stands: in an element of its own, or as the first or
//! the last lines of the text. It is found by likeness, not by names.
//!
//! What is no summary: one sentence alone (a pull quote, a standfirst), a passage of the body in one piece inside the text
//! (a long pull quote, a refrain), a `blockquote`, and whatever is nearly as long as the rest (a copy of the article).

use super::score::is_prose;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};
use crate::text::similar::{Sentence, Sentences, comparable};

/// Sentences from which repeated text is a summary; one alone is a pull quote. Fixture `keeps--pull-quote`.
const SENTENCES_MIN: usize = 2;

/// Sentences of a body above which nothing is compared: portals sum up news, and the time stays bounded.
const SENTENCES_MAX: usize = 800;

/// Largest share of the rest of the body, in letters, that its summary has: three sentences of a news item of five or six.
/// Fixture `summary--tail-ko` has 0.45.
const LETTERS_SHARE: f32 = 0.6;

/// What a block may be here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Text of the article, as far as is known.
    Open,
    /// Taken away for another reason.
    Away,
    /// Not asked: a notice, the headline, a comment.
    Apart,
}

/// Indices of the blocks that are a machine summary, in order.
pub fn summary(document: &Document, blocks: &[Block], standing: &[Standing]) -> Vec<usize> {
    let Some(mut page) = Repeats::of(document, blocks, standing) else { return Vec::new() };
    for (group, is_box) in page.groups() {
        page.take(&group, is_box);
    }
    (0..blocks.len()).filter(|i| page.taken[*i]).collect()
}

struct Repeats<'a> {
    document: &'a Document,
    blocks: &'a [Block],
    standing: &'a [Standing],
    /// The block that each sentence of the body stands in.
    owners: Vec<usize>,
    /// For each block, the sentences of the body that hold each of its own; empty where it is not asked or says something new.
    sources: Vec<Vec<Vec<u32>>>,
    /// Whether each block has sentences to compare and is asked.
    is_text: Vec<bool>,
    taken: Vec<bool>,
    /// Letters of the text without what is taken.
    letters: u32,
}

impl<'a> Repeats<'a> {
    fn of(document: &'a Document, blocks: &'a [Block], standing: &'a [Standing]) -> Option<Self> {
        let sentences = |block: &Block| comparable(&block.text).into_iter().map(Sentence::of).collect();
        let asked = blocks.iter().zip(standing).map(|(b, s)| (*s != Standing::Apart).then_some(b));
        let own: Vec<Vec<Sentence>> = asked.map(|block| block.map(sentences).unwrap_or_default()).collect();
        let open = || own.iter().enumerate().filter(|(i, _)| standing[*i] == Standing::Open);
        let owners: Vec<usize> = open().flat_map(|(i, sentences)| sentences.iter().map(move |_| i)).collect();
        if owners.len() < SENTENCES_MIN || owners.len() > SENTENCES_MAX {
            return None;
        }
        let body = Sentences::of(open().flat_map(|(_, sentences)| sentences));
        let sources = (0..blocks.len()).map(|i| sources(&body, &owners, &own[i], i)).collect();
        let is_text = own.iter().map(|sentences| !sentences.is_empty()).collect();
        let taken = vec![false; blocks.len()];
        let letters = blocks.iter().zip(standing).filter(|(_, s)| **s == Standing::Open).map(|(b, _)| b.letters).sum();
        Some(Self { document, blocks, standing, owners, sources, is_text, taken, letters })
    }

    /// The blocks in an element: they follow one another, as its tokens do.
    fn inside(&self, node: NodeId) -> Vec<usize> {
        let tokens = &self.document.element(node).tokens;
        let first = self.blocks.partition_point(|block| block.tokens.end <= tokens.start);
        let held = |i: &usize| self.document.contains(node, self.blocks[*i].inner);
        (first..self.blocks.len()).take_while(|i| self.blocks[*i].tokens.start < tokens.end).filter(held).collect()
    }

    /// What may be a summary, those outside the text first, then those that tell more: a paragraph that a summary repeats
    /// is repeated text as well. Each with whether it is an element.
    fn groups(&self) -> Vec<(Vec<usize>, bool)> {
        let mut groups: Vec<_> = self.boxes().into_iter().map(|node| (self.inside(node), true)).collect();
        groups.extend([(self.run(false), false), (self.run(true), false)]);
        groups.retain(|(group, _)| self.told(group) >= SENTENCES_MIN);
        let (away, open): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(group, _)| !self.is_open(group));
        let most = open.iter().map(|(group, _)| self.told(group)).max().unwrap_or_default();
        let (first, rest): (Vec<_>, Vec<_>) = open.into_iter().partition(|(group, _)| self.told(group) == most);
        [away, first, rest].concat()
    }

    fn is_open(&self, group: &[usize]) -> bool {
        group.iter().any(|i| self.standing[*i] == Standing::Open)
    }

    /// The largest elements whose text repeats the body's.
    fn boxes(&self) -> Vec<NodeId> {
        let mut counts = vec![(0usize, 0usize); self.document.len()];
        for (i, block) in self.blocks.iter().enumerate().filter(|(i, _)| self.is_text[*i]) {
            for node in self.document.ancestors(block.inner) {
                let (texts, repeats) = &mut counts[node.index()];
                *texts += 1;
                *repeats += usize::from(!self.sources[i].is_empty());
            }
        }
        let all = |node: NodeId| counts[node.index()].0 > 0 && counts[node.index()].0 == counts[node.index()].1;
        let outer = |node: NodeId| self.document.element(node).parent.is_none_or(|p| !all(p));
        self.document.nodes().filter(|n| all(*n) && outer(*n)).collect()
    }

    /// The lines with which the text begins or ends that repeat others of it.
    fn run(&self, from_end: bool) -> Vec<usize> {
        let mut run = Vec::new();
        let is_open = |i: &usize| self.standing[*i] == Standing::Open && !self.taken[*i];
        let mut order: Vec<usize> = (0..self.blocks.len()).filter(is_open).collect();
        if from_end {
            order.reverse();
        }
        for index in order {
            let beyond = |source: &u32| (self.owners[*source as usize] < index) == from_end;
            if self.sources[index].is_empty() || !self.sources[index].iter().all(|s| s.iter().any(beyond)) {
                if self.is_text[index] || is_prose(&self.blocks[index]) {
                    break;
                }
                continue;
            }
            run.push(index);
        }
        if from_end {
            run.reverse();
        }
        run
    }

    fn told(&self, group: &[usize]) -> usize {
        group.iter().map(|i| self.sources[*i].len()).sum()
    }

    /// Takes a group of blocks if it is a summary of what is left.
    fn take(&mut self, group: &[usize], is_box: bool) {
        let texts: Vec<usize> = group.iter().copied().filter(|i| self.is_text[*i]).collect();
        let left = |source: &&u32| {
            let owner = self.owners[**source as usize];
            !self.taken[owner] && group.binary_search(&owner).is_err()
        };
        let told = texts.iter().flat_map(|i| &self.sources[*i]);
        let Some(mut sources) = told.map(|s| s.iter().find(left).copied()).collect::<Option<Vec<u32>>>() else { return };
        sources.sort_unstable();
        sources.dedup();
        if sources.len() >= SENTENCES_MIN
            && self.is_short(group)
            && !self.is_quoted(&texts)
            && (!is_box || !self.is_in_text(&texts) || is_scattered(&sources))
        {
            self.letters -= self.text_letters(group);
            group.iter().for_each(|i| self.taken[*i] = true);
        }
    }

    /// Whether the group is much shorter than the rest of the text.
    fn is_short(&self, group: &[usize]) -> bool {
        let own: u32 = group.iter().map(|i| self.blocks[*i].letters).sum();
        own as f32 <= LETTERS_SHARE * (self.letters - self.text_letters(group)) as f32
    }

    /// Letters of the group's blocks that are text and not taken yet.
    fn text_letters(&self, group: &[usize]) -> u32 {
        let is_text = |i: &&usize| self.standing[**i] == Standing::Open && !self.taken[**i];
        group.iter().filter(is_text).map(|i| self.blocks[*i].letters).sum()
    }

    fn is_quoted(&self, texts: &[usize]) -> bool {
        let quote =
            |i: &usize| self.document.ancestors(self.blocks[*i].inner).any(|n| self.document.element(n).tag == Tag::BLOCKQUOTE);
        texts.iter().any(quote)
    }

    /// Whether text of the article stands before the group: there a passage in one piece is a pull quote or a refrain.
    fn is_in_text(&self, texts: &[usize]) -> bool {
        let Some(first) = texts.first() else { return false };
        let before = (0..*first).any(|i| self.standing[i] == Standing::Open && self.is_text[i] && !self.taken[i]);
        before && self.standing[*first] == Standing::Open
    }
}

/// The sentences of the body that hold each sentence of a block, if each is held by one of another block.
fn sources(body: &Sentences, owners: &[usize], own: &[Sentence], index: usize) -> Vec<Vec<u32>> {
    let except = owners.partition_point(|owner| *owner < index)..owners.partition_point(|owner| *owner <= index);
    let holding = |sentence: &Sentence| Some(body.holding(sentence, &except)).filter(|holding| !holding.is_empty());
    own.iter().map(holding).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// Whether the sentences are not one passage.
fn is_scattered(sources: &[u32]) -> bool {
    sources.windows(2).any(|pair| pair[1] - pair[0] > 1)
}
