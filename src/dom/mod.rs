//! The page as the core sees it: an arena of elements and text in document order.
//!
//! [`scan`] fills it from a browser's serialisation (a parsed tree goes to [`build`] at once), [`block`] cuts it into lines of text, [`metadata`] reads its head.

use crate::text::Span;
use serde::Serialize;
use std::ops::Range;
use std::sync::OnceLock;

pub mod block;
pub mod build;
pub mod entity;
pub mod glyph;
pub mod linked;
pub mod math;
pub mod metadata;
mod names;
pub mod run;
pub mod scan;
pub mod tag;

pub use tag::Tag;

/// Most elements the reader takes; beyond, the page stays as it was. From SECURITY S7: real pages stay under 50 000.
pub const MAX_ELEMENTS: usize = 500_000;

/// Most bytes of serialised page the reader takes (SECURITY S7).
pub const MAX_BYTES: usize = 20_000_000;

/// A page beyond [`MAX_BYTES`] or [`MAX_ELEMENTS`].
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("page has {found} {what}; the reader stops at {limit} and leaves the page as it was")]
pub struct TooLarge {
    /// "elements" or "bytes".
    pub what: &'static str,
    /// How many there are.
    pub found: u64,
    /// The limit.
    pub limit: u64,
}

/// An element, named by its ordinal: the n-th element of the page in document order, from 0, template contents not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The ordinal as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A step of the walk through the page in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// An element begins.
    Open(NodeId),
    /// An element ends.
    Close(NodeId),
    /// A text node, as bytes of [`Document::text`].
    Text(Span),
}

/// An element of the page.
#[derive(Debug, Clone)]
pub struct Element {
    /// Its name, if known.
    pub tag: Tag,
    /// The element around it.
    pub parent: Option<NodeId>,
    /// Its tokens, `Open` and `Close` included.
    pub tokens: Range<u32>,
    name: Span,
    attributes: Range<u32>,
}

/// A page: elements, text and tokens in document order.
#[derive(Debug, Default)]
pub struct Document {
    text: String,
    tokens: Vec<Token>,
    elements: Vec<Element>,
    attributes: Vec<(Span, Span)>,
    heap: String,
    names: OnceLock<names::NameTable>,
}

impl Document {
    /// How many elements the page has, template contents not counted.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether the page has no element at all.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// All elements in document order.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.elements.len() as u32).map(NodeId)
    }

    /// An element.
    pub fn element(&self, node: NodeId) -> &Element {
        &self.elements[node.index()]
    }

    /// The element's lower-case name.
    pub fn name(&self, node: NodeId) -> &str {
        let element = self.element(node);
        if element.tag == Tag::Other { element.name.of(&self.heap) } else { element.tag.name() }
    }

    /// The tokens of the page.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The decoded text of a text token.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The value of an attribute (lower-case name), decoded.
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        let range = &self.element(node).attributes;
        let all = &self.attributes[range.start as usize..range.end as usize];
        let heap = self.heap.as_bytes();
        let is_named = |n: &Span| n.len() == name.len() && heap[n.start as usize..n.end as usize] == *name.as_bytes();
        all.iter().find(|(n, _)| is_named(n)).map(|(_, value)| value.of(&self.heap))
    }

    /// The attributes of an element, names in lower case, values decoded.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = (&str, &str)> {
        let range = &self.element(node).attributes;
        self.attributes[range.start as usize..range.end as usize].iter().map(|(n, v)| (n.of(&self.heap), v.of(&self.heap)))
    }

    /// The element's class names.
    pub fn classes(&self, node: NodeId) -> impl Iterator<Item = &str> {
        self.attribute(node, "class").unwrap_or_default().split_ascii_whitespace()
    }

    /// The element's class names and its id.
    pub fn names(&self, node: NodeId) -> impl Iterator<Item = &str> {
        self.classes(node).chain(self.attribute(node, "id"))
    }

    /// The element and everything around it, from the inside out.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |&n| self.element(n).parent)
    }

    /// Whether `inner` is `outer` or stands inside it.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        let (o, i) = (&self.element(outer).tokens, &self.element(inner).tokens);
        o.start <= i.start && i.end <= o.end
    }

    /// All text of an element with white space collapsed; text of scripts and the like is left out.
    pub fn text_of(&self, node: NodeId) -> String {
        let tokens = &self.element(node).tokens;
        block::run_text(self, tokens.start as usize..tokens.end as usize).text
    }

    /// Adds what belongs to each element, by ordinal, to the element around it, from the inside out: sums of whole subtrees.
    pub fn sum_up<T>(&self, of: &mut [T], mut add: impl FnMut(&mut T, &T)) {
        for index in (1..of.len()).rev() {
            // Children stand after their parents.
            let Some(parent) = self.elements[index].parent else { continue };
            let (outer, inner) = of.split_at_mut(index);
            add(&mut outer[parent.index()], &inner[0]);
        }
    }

    /// The first element with this tag.
    pub fn first(&self, tag: Tag) -> Option<NodeId> {
        self.nodes().find(|&n| self.element(n).tag == tag)
    }
}
