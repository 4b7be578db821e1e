//! Elements and text in the order of the page become a [`Document`]: from [`super::scan`], or from a tree that a parser made.
//!
//! Nesting comes from a stack here. What `<template>` holds is told as well, but a walk of the live page does not enter
//! it: it is left out of ordinals and text alike.

use super::{Document, Element, MAX_ELEMENTS, NodeId, Tag, Token, TooLarge, math};
use crate::text::Span;

/// What stands on the stack: an element of the page, or one inside a template that is only skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open(Standing);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Node(NodeId),
    Skipped(u32),
}

/// A document that grows.
#[derive(Debug, Default)]
pub struct Builder {
    document: Document,
    stack: Vec<Open>,
    skipped: u32,
    /// Stack height of the outermost open `<template>`.
    template: Option<usize>,
    overflow: bool,
}

impl Builder {
    /// Whether there were more than [`MAX_ELEMENTS`].
    pub fn is_full(&self) -> bool {
        self.overflow
    }

    /// An element begins; its name in lower case. `None` when the page has too many.
    pub fn open(&mut self, name: &str, can_have_content: bool) -> Option<Open> {
        if self.overflow || self.document.elements.len() >= MAX_ELEMENTS {
            self.overflow = true;
            return None;
        }
        if self.template.is_some() {
            self.skipped += 1;
            let open = Open(Standing::Skipped(self.skipped));
            self.stack.push(open);
            return Some(open);
        }
        let open = Open(Standing::Node(self.push_element(name)));
        if name == "template" && can_have_content {
            self.template = Some(self.stack.len());
        }
        self.stack.push(open);
        Some(open)
    }

    fn push_element(&mut self, name: &str) -> NodeId {
        let document = &mut self.document;
        let node = NodeId(document.elements.len() as u32);
        let first = document.attributes.len() as u32;
        let tag = Tag::of(name);
        let parent = self.stack.iter().rev().find_map(|open| if let Standing::Node(n) = open.0 { Some(n) } else { None });
        let start = document.tokens.len() as u32;
        document.elements.push(Element {
            tag,
            parent,
            tokens: start..start + 1,
            name: if tag == Tag::Other { push(&mut document.heap, name) } else { Span::default() },
            attributes: first..first,
        });
        document.tokens.push(Token::Open(node));
        node
    }

    /// An attribute of the element that was opened last: its name in lower case, and what writes its value, decoded.
    pub fn attribute(&mut self, open: Open, name: &str, write: impl FnOnce(&mut String)) {
        let Standing::Node(node) = open.0 else { return };
        let document = &mut self.document;
        let name = push(&mut document.heap, name);
        let start = document.heap.len();
        write(&mut document.heap);
        let element = &mut document.elements[node.index()];
        if element.tag == Tag::SCRIPT && name.of(&document.heap) == "type" && document.heap[start..].starts_with(math::TEX_SCRIPT)
        {
            element.tag = Tag::MATH;
        }
        document.attributes.push((name, Span::new(start, document.heap.len())));
        document.elements[node.index()].attributes.end = document.attributes.len() as u32;
    }

    /// An element ends, and whatever is still open in it.
    pub fn close(&mut self, open: Open) {
        let Some(height) = self.stack.iter().rposition(|o| *o == open) else { return };
        while self.stack.len() > height {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(Open(Standing::Node(node))) = self.stack.pop() {
            self.document.tokens.push(Token::Close(node));
            self.document.elements[node.index()].tokens.end = self.document.tokens.len() as u32;
        }
        if self.template.is_some_and(|height| self.stack.len() <= height) {
            self.template = None;
        }
    }

    /// Text, decoded. Text nodes that touch are one.
    pub fn text(&mut self, write: impl FnOnce(&mut String)) {
        if self.template.is_some() {
            return;
        }
        let document = &mut self.document;
        let start = document.text.len();
        write(&mut document.text);
        let span = Span::new(start, document.text.len());
        match document.tokens.last_mut() {
            Some(Token::Text(last)) if last.end == span.start => last.end = span.end,
            _ if !span.is_empty() => document.tokens.push(Token::Text(span)),
            _ => {}
        }
    }

    /// The document; what is still open ends here.
    ///
    /// # Errors
    /// [`TooLarge`] when it has more elements than [`MAX_ELEMENTS`].
    pub fn finish(mut self) -> Result<Document, TooLarge> {
        if self.overflow {
            return Err(TooLarge {
                what: "elements",
                found: self.document.elements.len() as u64 + 1,
                limit: MAX_ELEMENTS as u64,
            });
        }
        while !self.stack.is_empty() {
            self.pop();
        }
        Ok(self.document)
    }
}

fn push(heap: &mut String, text: &str) -> Span {
    let start = heap.len();
    heap.push_str(text);
    Span::new(start, heap.len())
}
