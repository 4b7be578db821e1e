//! Spans that overlap in any way become a tree, as nodes must: sentences, facts and inline marks over one text.
//! A span that crosses the end of another is cut there; its second piece says that it is not the first.

use crate::text::Span;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Deepest nesting that is drawn. A page with hundreds of `<b>` in each other keeps its text and loses the marks below.
const DEPTH_MAX: usize = 24;

/// A piece of a text with the layers that lie over it.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Bare text.
    Text(Span),
    /// A layer over its inner pieces.
    Layer {
        /// Index of the layer in the input.
        layer: usize,
        /// Whether this is the layer's first piece (it carries the id).
        first: bool,
        /// What lies inside, in order.
        inside: Vec<Piece>,
    },
}

/// A layer that is open while its inside is collected.
struct Open {
    layer: usize,
    first: bool,
    end: u32,
    inside: Vec<Piece>,
}

/// Nests `spans` over the bytes `0..len`. Where two start together the longer is outside; among equals the earlier in the list.
pub fn nest(len: u32, spans: &[Span]) -> Vec<Piece> {
    let order = |span: Span, layer: usize, first: bool| Reverse((span.start, Reverse(span.end), layer, first));
    let fits = |span: &Span| span.start < span.end && span.end <= len;
    let mut waiting: BinaryHeap<_> =
        spans.iter().enumerate().filter(|(_, s)| fits(s)).map(|(i, span)| order(*span, i, true)).collect();
    let mut open = vec![Open { layer: usize::MAX, first: true, end: len, inside: Vec::new() }];
    let mut cursor = 0;
    while let Some(top) = open.last_mut() {
        let next = waiting.peek().map(|Reverse((start, ..))| *start).filter(|start| *start < top.end);
        let Some(start) = next else {
            push_text(&mut top.inside, cursor, top.end);
            cursor = top.end;
            let Some(done) = open.pop() else { break };
            match open.last_mut() {
                Some(parent) => parent.inside.push(Piece::Layer { layer: done.layer, first: done.first, inside: done.inside }),
                None => return done.inside,
            }
            continue;
        };
        push_text(&mut top.inside, cursor, start);
        cursor = start;
        let Some(Reverse((_, Reverse(end), layer, first))) = waiting.pop() else { break };
        let limit = top.end;
        if end > limit {
            waiting.push(order(Span { start: limit, end }, layer, false));
        }
        if open.len() <= DEPTH_MAX {
            open.push(Open { layer, first, end: end.min(limit), inside: Vec::new() });
        }
    }
    Vec::new()
}

fn push_text(inside: &mut Vec<Piece>, start: u32, end: u32) {
    if start < end {
        inside.push(Piece::Text(Span { start, end }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes pieces as `a(b)c`: layers by number, a cut piece with a prime.
    fn write(text: &str, pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Text(span) => span.of(text).to_owned(),
            Piece::Layer { layer, first, inside } => {
                format!("{layer}{}({})", if *first { "" } else { "'" }, write(text, inside))
            }
        };
        pieces.iter().map(one).collect()
    }

    fn check(text: &str, spans: &[(u32, u32)], expect: &str) {
        let spans: Vec<_> = spans.iter().map(|&(start, end)| Span { start, end }).collect();
        assert_eq!(write(text, &nest(text.len() as u32, &spans)), expect, "{text} {spans:?}");
    }

    #[test]
    fn spans_nest() {
        check("abcdef", &[], "abcdef");
        check("", &[(0, 0)], "");
        check("abcdef", &[(0, 6)], "0(abcdef)");
        check("abcdef", &[(1, 3), (4, 5)], "a0(bc)d1(e)f");
        check("abcdef", &[(2, 3), (1, 5)], "a1(b0(c)de)f");
        check("abcdef", &[(1, 4), (1, 4)], "a0(1(bcd))ef");
        check("abcdef", &[(0, 4), (2, 6)], "0(ab1(cd))1'(ef)");
        check("abcdef", &[(0, 2), (1, 4), (3, 6)], "0(a1(b))1'(c2(d))2'(ef)");
        check("abcdef", &[(4, 9), (3, 3)], "abcdef");
    }

    #[test]
    fn nesting_has_a_floor() {
        let text = "x".repeat(100);
        let spans: Vec<_> = (0..50).map(|i| Span { start: i, end: 100 - i }).collect();
        let mut deepest = nest(100, &spans);
        let mut depth = 0;
        while let Some(Piece::Layer { inside, .. }) = deepest.into_iter().find(|p| matches!(p, Piece::Layer { .. })) {
            depth += 1;
            deepest = inside;
        }
        assert_eq!((depth, text.len()), (DEPTH_MAX, 100));
    }
}
