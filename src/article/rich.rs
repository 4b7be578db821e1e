//! From a run of tokens to text with marks.

use super::note::Notes;
use super::{Formula, Mark, MarkKind, RichText, SafeUrl};
use crate::dom::block::run_text;
use crate::dom::{Document, NodeId, Tag};
use crate::text::Span;
use crate::text::order;
use crate::url;
use std::cmp::Reverse;
use std::ops::Range;

/// What texts are read with.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The page.
    pub document: &'a Document,
    /// Address that links are relative to.
    pub base: &'a str,
    /// Its footnotes.
    pub notes: &'a Notes,
}

/// What documentation shows behind a heading as the link to it (Sphinx, MkDocs, mdBook). Fixture `titled--permalink`.
pub(super) const PERMALINK_SIGNS: &[char] = &['¶', '#', '§', '🔗', ' ', '\u{a0}'];

/// Links back, and to the heading itself, that are taken out of one text: a note of Wikipedia is cited a few dozen times at most.
const BACK_LINKS_MAX: usize = 64;

impl RichText {
    /// Text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Reads a run of tokens; links are resolved against the page's base and kept where they are safe.
    pub fn read(page: &Page<'_>, tokens: Range<usize>) -> Self {
        let run = run_text(page.document, tokens);
        let mut marks = Vec::new();
        for (node, span) in run.inline.iter().filter(|(_, span)| !span.is_empty()) {
            marks.extend(page.mark(*node).map(|kind| Mark { span: *span, kind }));
            if page.document.element(*node).tag == Tag::RT {
                // The signs around a reading are one byte each; dom::run has put them there.
                let (start, end) = (span.start as usize, span.end as usize);
                marks.extend(
                    [(start - 1, start), (end, end + 1)]
                        .map(|(from, to)| Mark { span: Span::new(from, to), kind: MarkKind::ReadingSign }),
                );
            }
        }
        marks.retain(|m| m.span.end as usize <= run.text.len());
        order::by(&mut marks, |m| (m.span.start, Reverse(m.span.end)));
        let mut text = Self { text: run.text, marks, direction: None };
        let leads = |node: NodeId, span: &Span| page.notes.leads_back(node) || page.is_permalink(node, span.of(&text.text));
        let back = run.inline.iter().filter(|(node, span)| leads(*node, span)).map(|(_, span)| *span);
        let mut back: Vec<Span> = back.take(BACK_LINKS_MAX).collect();
        back.sort_unstable();
        back.into_iter().rev().for_each(|span| text.cut(span));
        text
    }

    /// Appends another text after a separator.
    pub fn append(&mut self, separator: &str, other: Self) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(separator);
        }
        let shift = self.text.len();
        self.text.push_str(&other.text);
        let shifted =
            |m: Mark| Mark { span: Span::new(m.span.start as usize + shift, m.span.end as usize + shift), kind: m.kind };
        self.marks.extend(other.marks.into_iter().map(shifted));
        self.direction = self.direction.or(other.direction);
    }

    /// Takes a span out, with the white space that is left at the ends and double in the middle.
    pub fn cut(&mut self, span: Span) {
        let (start, mut end) = (span.start as usize, span.end as usize);
        if self.text.get(start..end).is_none() {
            return;
        }
        end += usize::from((start == 0 || self.text[..start].ends_with(' ')) && self.text[end..].starts_with(' '));
        self.text.replace_range(start..end, "");
        let moved = |at: u32| (if at as usize >= end { at as usize - (end - start) } else { (at as usize).min(start) }) as u32;
        self.marks.iter_mut().for_each(|m| m.span = Span { start: moved(m.span.start), end: moved(m.span.end) });
        self.trim();
        self.marks.retain(|m| !m.span.is_empty());
    }

    /// Takes white space away at the end.
    fn trim(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        self.marks
            .iter_mut()
            .for_each(|m| m.span = Span { start: m.span.start.min(end as u32), end: m.span.end.min(end as u32) });
    }

    /// The text from a byte on; this keeps what stands before, both without white space at the cut.
    pub fn split_off(&mut self, at: usize) -> Self {
        let mut rest = self.clone();
        rest.cut(Span::new(0, at));
        self.cut(Span::new(at, self.text.len()));
        rest
    }
}

impl Page<'_> {
    fn mark(&self, node: NodeId) -> Option<MarkKind> {
        match self.document.element(node).tag {
            Tag::A => self.notes.number(node).map(MarkKind::Note).or_else(|| self.link(node)),
            Tag::STRONG | Tag::B => Some(MarkKind::Strong),
            Tag::EM | Tag::I => Some(MarkKind::Emphasis),
            Tag::CODE | Tag::KBD | Tag::SAMP | Tag::TT => Some(MarkKind::Code),
            Tag::SUP => Some(MarkKind::Superscript),
            Tag::SUB => Some(MarkKind::Subscript),
            Tag::MATH => Some(MarkKind::Math(Formula::read(self.document, node))),
            Tag::RUBY => Some(MarkKind::Ruby),
            Tag::RT => Some(MarkKind::Reading),
            Tag::IMG => self.inline_picture(node),
            _ => None,
        }
    }

    /// Whether a link shows nothing but the sign that it leads to this place.
    fn is_permalink(&self, node: NodeId, text: &str) -> bool {
        self.document.element(node).tag == Tag::A
            && text.trim_matches(PERMALINK_SIGNS).is_empty()
            && self.document.attribute(node, "href").is_some_and(|href| href.contains('#'))
    }

    fn link(&self, node: NodeId) -> Option<MarkKind> {
        let href = self.document.attribute(node, "href").filter(|h| !h.starts_with('#'))?;
        SafeUrl::link(&url::resolve(self.base, href).unwrap_or_else(|| href.to_owned())).map(MarkKind::Link)
    }

    /// A formula that is drawn in the line; an emoji is only its sign.
    fn inline_picture(&self, image: NodeId) -> Option<MarkKind> {
        let is_sign = self.document.attribute(image, "alt").is_some_and(|alt| !alt.chars().any(|c| c.is_ascii_alphanumeric()));
        let source = self.document.attribute(image, "src").filter(|_| !is_sign)?;
        SafeUrl::image(&url::resolve(self.base, source)?).map(MarkKind::Picture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts() {
        let check = |text: &str, span: (usize, usize), expect: &str| {
            let mut rich = RichText::plain(text);
            rich.marks.push(Mark { span: Span::new(text.len() - 1, text.len()), kind: MarkKind::Strong });
            rich.cut(Span::new(span.0, span.1));
            assert_eq!(rich.text, expect);
            assert!(rich.marks.iter().all(|m| !m.span.of(&rich.text).is_empty()), "{rich:?}");
        };
        check("^ abc", (0, 1), "abc");
        check("ab ^ c", (3, 4), "ab c");
        check("abc ^", (4, 5), "abc");
    }
}
