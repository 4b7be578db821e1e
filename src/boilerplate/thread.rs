//! Threads: the posts of a page that says it is a forum, each with its author and time. A post's text is an element that
//! comes again and again with an author between; names, votes, badges and signatures around it are none of it.

mod marks;

use super::classify::is_control;
use super::found::is_taken_away;
use super::score::is_prose;
use super::zone::Zone;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};
pub(super) use marks::is_board;
use marks::{is_author, is_time, words};
use std::collections::HashMap;

/// A post of a thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// The element that holds its text.
    pub body: NodeId,
    /// The element that names its author.
    pub author: Option<NodeId>,
    /// The element that says when it was written.
    pub time: Option<NodeId>,
}

/// How likely a block is from which it speaks for an element that posts stand in.
const LIKELY: f32 = 0.5;

/// How far around a paragraph the element of its post is looked for.
const POST_DEPTH: usize = 8;

/// Share of the likely text that the posts must hold; the question of a page of answers may stand elsewhere.
const POSTS_SHARE: f32 = 0.5;

/// Share from which nothing else is text. Fixture `forum--thread`.
const WHOLE_SHARE: f32 = 0.8;

/// Share of neighbouring posts between which an author must stand.
const PARTED_SHARE: f32 = 0.8;

/// How much more likely text an outer element must hold to be preferred to an inner one.
const TIGHT: f32 = 1.1;

/// Longest name and time, in bytes: "September 14th, 2024 at 11:05 pm" has 32.
const NAME_BYTES_MAX: usize = 60;

/// Most tokens of an element that names an author or a time.
const NAME_TOKENS_MAX: usize = 40;

/// What posts are found from.
pub(super) struct Evidence<'a> {
    pub(super) document: &'a Document,
    pub(super) blocks: &'a [Block],
    pub(super) zones: &'a [Zone],
    /// How likely each block is text.
    pub(super) said: &'a [f32],
}

/// The posts of a page in order, none where they cannot be told.
pub(super) fn posts(evidence: &Evidence<'_>) -> Vec<Post> {
    let (authors, times) = (evidence.marks(is_author), evidence.marks(is_time));
    let bodies = evidence.bodies(&authors);
    let Some(first) = bodies.first() else { return Vec::new() };
    let (document, depth) = (evidence.document, evidence.depth(&bodies));
    let asked = evidence.question(*first, &authors);
    let question = asked.map(|(body, around)| {
        let inside = |marks: &[NodeId]| first_in(document, marks, around, body);
        Post { body, author: inside(&authors), time: inside(&times) }
    });
    let post = |(at, body): (usize, &NodeId)| {
        let around = document.ancestors(*body).nth(depth).unwrap_or(*body);
        let before = at.checked_sub(1).map(|i| bodies[i]).or(asked.map(|(_, around)| around));
        let of = |marks: &[NodeId]| first_in(document, marks, around, *body).or_else(|| above(document, marks, before, *body));
        Post { body: *body, author: of(&authors), time: of(&times) }
    };
    question.into_iter().chain(bodies.iter().enumerate().map(post)).collect()
}

/// The first of the marks that stand around a post's text.
fn first_in(document: &Document, marks: &[NodeId], around: NodeId, body: NodeId) -> Option<NodeId> {
    let first = marks.partition_point(|n| *n < around);
    let mut inside = marks[first..].iter().take_while(|n| document.contains(around, **n));
    inside.find(|n| !document.contains(body, **n)).copied()
}

/// The first of the marks between two texts, or the last one above the first: where head and text of a post stand side by
/// side, that is its head.
fn above(document: &Document, marks: &[NodeId], before: Option<NodeId>, body: NodeId) -> Option<NodeId> {
    let tokens = |n: NodeId| &document.element(n).tokens;
    let start = tokens(body).start;
    let first = match before {
        Some(before) => marks.partition_point(|n| tokens(*n).start < tokens(before).end),
        None => marks.partition_point(|n| tokens(*n).start < start).checked_sub(1)?,
    };
    marks.get(first).copied().filter(|n| tokens(*n).start < start)
}

/// Takes the texts of the posts and leaves what stands around them.
pub(super) fn take(evidence: &Evidence<'_>, posts: &[Post], taken: &mut [bool]) {
    if posts.is_empty() {
        return;
    }
    let holder = |block: &Block| {
        let at = posts.partition_point(|p| evidence.document.element(p.body).tokens.start <= block.tokens.start);
        at.checked_sub(1).map(|i| posts[i].body).filter(|body| evidence.document.contains(*body, block.node))
    };
    let holders: Vec<Option<NodeId>> = evidence.blocks.iter().map(holder).collect();
    let mass = |i: &usize| evidence.said[*i] * evidence.blocks[*i].letters as f32;
    let likely = || (0..taken.len()).filter(|i| evidence.is_likely(*i));
    let all: f32 = likely().map(|i| mass(&i)).sum();
    let held: f32 = likely().filter(|i| holders[*i].is_some()).map(|i| mass(&i)).sum();
    for (index, block) in evidence.blocks.iter().enumerate().filter(|(_, b)| b.image.is_none()) {
        let zone = &evidence.zones[block.inner.index()];
        match holders[index] {
            Some(body) if evidence.is_aside(block, body) => taken[index] = false,
            Some(body) if evidence.is_quoted(block, body) => taken[index] = true,
            // What stands in a part of the post's text that has a name of its own is left to the scorer.
            Some(body) if *zone == evidence.zones[body.index()] => taken[index] = !is_taken_away(zone),
            Some(_) => taken[index] &= !zone.as_ref().is_some_and(|(_, reason)| is_control(reason)),
            None => taken[index] &= held < WHOLE_SHARE * all && is_prose(block),
        }
    }
}

impl Evidence<'_> {
    /// Whether a block is likely to be a paragraph.
    fn is_likely(&self, index: usize) -> bool {
        let block = &self.blocks[index];
        self.said[index] >= LIKELY && is_prose(block) && !is_taken_away(&self.zones[block.inner.index()])
    }

    /// Whether a line stands in a signature or the like.
    fn is_aside(&self, block: &Block, body: NodeId) -> bool {
        let around = self.document.ancestors(block.inner).take_while(|n| *n != body);
        let names = around.flat_map(|n| self.document.names(n).chain(self.document.attribute(n, "data-role")));
        words().asides.any_in(names)
    }

    /// Whether a line is a quotation of another post, whatever the elements around it say.
    fn is_quoted(&self, block: &Block, body: NodeId) -> bool {
        let mut around = self.document.ancestors(block.inner).take_while(|n| *n != body);
        around.any(|n| self.document.element(n).tag == Tag::BLOCKQUOTE) && !is_taken_away(&self.zones[block.inner.index()])
    }

    /// The text of a question that stands before its answers in an element of its own, and the largest element around it that
    /// holds no answer: an author must stand there. Fixture `forum--definitions-ko`.
    fn question(&self, first: NodeId, authors: &[NodeId]) -> Option<(NodeId, NodeId)> {
        let document = self.document;
        let start = document.element(first).tokens.start;
        let before = || (0..self.blocks.len()).filter(|i| self.blocks[*i].tokens.start < start && self.is_likely(*i));
        let around = |i: usize| self.around(self.blocks[i].node, None, Some(first));
        let signed = |around: &NodeId| {
            let first = authors.partition_point(|n| n < around);
            authors.get(first).is_some_and(|n| document.contains(*around, *n))
        };
        let around = before().map(around).find(signed)?;
        let mut inside = before().map(|i| self.blocks[i].node).filter(|n| document.contains(around, *n));
        let opens = inside.next()?;
        let ends = inside.next_back().unwrap_or(opens);
        document.ancestors(opens).find(|n| document.contains(*n, ends)).map(|body| (body, around))
    }

    /// Elements with a short text that the test takes, in document order, the innermost of nested ones.
    fn marks(&self, is: fn(&Document, NodeId) -> bool) -> Vec<NodeId> {
        let mut marks: Vec<NodeId> = Vec::new();
        for node in self.document.nodes().filter(|n| is(self.document, *n)) {
            if !self.is_short(node) {
                continue;
            }
            // "<div class=user-card><a href=/u/1>…</a> 1,204</div>": the name is inside.
            match marks.last_mut().filter(|last| self.document.contains(**last, node)) {
                Some(last) => *last = node,
                None => marks.push(node),
            }
        }
        marks
    }

    /// Whether an element has a text, and one that is short enough for a name or a time.
    fn is_short(&self, node: NodeId) -> bool {
        let text = || self.document.text_of(node);
        // One letter stands in for a picture.
        let fits = |text: String| text.len() <= NAME_BYTES_MAX && text.chars().filter(|c| c.is_alphanumeric()).count() > 1;
        self.document.element(node).tokens.len() <= NAME_TOKENS_MAX && fits(text())
    }

    /// The elements that hold the texts of the posts: of one name, none in another, with authors between.
    fn bodies(&self, authors: &[NodeId]) -> Vec<NodeId> {
        let mut found: HashMap<(Tag, &str), (Vec<NodeId>, f32)> = HashMap::new();
        let mut all = 0.0;
        for index in (0..self.blocks.len()).filter(|i| self.is_likely(*i)) {
            let mass = self.said[index] * self.blocks[index].letters as f32;
            all += mass;
            let around = self.document.ancestors(self.blocks[index].node).take(POST_DEPTH);
            for (node, name) in around.flat_map(|n| self.names(n).map(move |name| (n, name))) {
                found.entry((self.document.element(node).tag, name)).or_default().1 += mass;
            }
        }
        found.retain(|_, (_, mass)| *mass >= POSTS_SHARE * all);
        found.values_mut().for_each(|(nodes, _)| nodes.clear());
        // Posts of a few words are of the same name as those that speak for it.
        let holds = |n: &NodeId| self.holds_text(*n);
        for (node, name) in self.document.nodes().filter(holds).flat_map(|n| self.names(n).map(move |name| (n, name))) {
            if let Some((nodes, _)) = found.get_mut(&(self.document.element(node).tag, name)) {
                nodes.push(node);
            }
        }
        let mut found: Vec<(Vec<NodeId>, f32)> = found.into_values().collect();
        found.iter_mut().for_each(|(nodes, _)| nodes.dedup());
        // The order of a hash map is none.
        found.sort_by(|a, b| a.0.cmp(&b.0));
        let mut best: Option<(Vec<NodeId>, f32)> = None;
        for (nodes, mass) in found.into_iter().filter(|(nodes, _)| nodes.len() > 1) {
            let is_better = |(known, most): &(Vec<NodeId>, f32)| {
                let tighter = self.tokens(&nodes) < self.tokens(known);
                mass > TIGHT * most || mass * TIGHT >= *most && tighter
            };
            if self.are_parted(&nodes, authors) && best.as_ref().is_none_or(is_better) {
                best = Some((nodes, mass));
            }
        }
        best.map(|(nodes, _)| nodes).unwrap_or_default()
    }

    /// Whether a line that can be read stands in an element.
    fn holds_text(&self, node: NodeId) -> bool {
        let tokens = &self.document.element(node).tokens;
        let inside = &self.blocks[self.blocks.partition_point(|b| b.tokens.start < tokens.start)..];
        let mut inside = inside.iter().take_while(|b| b.tokens.start < tokens.end);
        inside.any(|b| b.letters > 0 && !is_taken_away(&self.zones[b.inner.index()]))
    }

    /// The class names of an element that can hold a post, and what microdata calls it.
    fn names(&self, node: NodeId) -> impl Iterator<Item = &str> {
        let tag = self.document.element(node).tag;
        let can = matches!(tag, Tag::DIV | Tag::ARTICLE | Tag::SECTION | Tag::TD | Tag::DD | Tag::LI | Tag::BLOCKQUOTE);
        let item = self.document.attribute(node, "itemprop").filter(|name| *name == "text" || *name == "articleBody");
        self.document.classes(node).chain(item).filter(move |_| can)
    }

    fn tokens(&self, nodes: &[NodeId]) -> usize {
        nodes.iter().map(|n| self.document.element(*n).tokens.len()).sum()
    }

    /// Whether no element is in another, and between most neighbours an author stands.
    fn are_parted(&self, nodes: &[NodeId], authors: &[NodeId]) -> bool {
        let tokens = |n: NodeId| &self.document.element(n).tokens;
        let pairs = || nodes.windows(2);
        let author = |pair: &&[NodeId]| {
            let first = authors.partition_point(|a| tokens(*a).start < tokens(pair[0]).end);
            authors.get(first).is_some_and(|a| tokens(*a).start < tokens(pair[1]).start)
        };
        let parted = pairs().filter(author).count();
        pairs().all(|pair| !self.document.contains(pair[0], pair[1])) && parted as f32 >= PARTED_SHARE * (nodes.len() - 1) as f32
    }

    /// How many elements around every post's text hold no other.
    fn depth(&self, bodies: &[NodeId]) -> usize {
        let depth = |at: usize| {
            let before = at.checked_sub(1).map(|i| bodies[i]);
            let around = self.around(bodies[at], before, bodies.get(at + 1).copied());
            self.document.ancestors(bodies[at]).take_while(|n| *n != around).count()
        };
        (0..bodies.len()).map(depth).min().unwrap_or(0)
    }

    /// The largest element around a post's text that holds no other.
    fn around(&self, body: NodeId, before: Option<NodeId>, after: Option<NodeId>) -> NodeId {
        let others = || before.into_iter().chain(after);
        let own = |n: &NodeId| !others().any(|other| self.document.contains(*n, other));
        self.document.ancestors(body).take_while(own).last().unwrap_or(body)
    }
}
