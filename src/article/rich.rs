//! From a run of tokens to text with marks.

use super::{Image, Mark, MarkKind, RichText, SafeUrl};
use crate::dom::block::run_text;
use crate::dom::{Document, NodeId, Tag, Token};
use crate::text::Span;
use crate::url;
use std::ops::Range;

impl RichText {
    /// Text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }

    /// Reads a run of tokens; links are resolved against `base` and kept where they are safe.
    pub fn read(document: &Document, tokens: Range<usize>, base: &str) -> Self {
        let run = run_text(document, tokens);
        let mark = |(node, span): &(NodeId, Span)| Some(Mark { span: *span, kind: mark_kind(document, *node, base)? });
        let mut marks: Vec<Mark> = run.inline.iter().filter(|(_, span)| !span.is_empty()).filter_map(mark).collect();
        marks.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        Self { text: run.text, marks }
    }

    /// Appends another text after a separator.
    pub fn append(&mut self, separator: &str, other: Self) {
        if !self.text.is_empty() {
            self.text.push_str(separator);
        }
        let shift = self.text.len();
        self.text.push_str(&other.text);
        let shifted =
            |m: Mark| Mark { span: Span::new(m.span.start as usize + shift, m.span.end as usize + shift), kind: m.kind };
        self.marks.extend(other.marks.into_iter().map(shifted));
    }
}

fn mark_kind(document: &Document, node: NodeId, base: &str) -> Option<MarkKind> {
    match document.element(node).tag {
        Tag::A => {
            let href = document.attribute(node, "href").filter(|h| !h.starts_with('#'))?;
            SafeUrl::link(&url::resolve(base, href).unwrap_or_else(|| href.to_owned())).map(MarkKind::Link)
        }
        Tag::STRONG | Tag::B => Some(MarkKind::Strong),
        Tag::EM | Tag::I => Some(MarkKind::Emphasis),
        Tag::CODE | Tag::KBD | Tag::SAMP | Tag::TT => Some(MarkKind::Code),
        Tag::SUP => Some(MarkKind::Superscript),
        Tag::SUB => Some(MarkKind::Subscript),
        _ => None,
    }
}

/// Attributes that hold the address of a picture which is loaded late, best first, then the plain one.
const SOURCES: &[&str] = &["data-org-src", "data-original", "data-src", "data-lazy-src", "src"];

/// The picture of an `img`, if it has a safe address.
pub fn image(document: &Document, node: NodeId, base: &str) -> Option<Image> {
    let attribute = |name: &str| document.attribute(node, name).unwrap_or_default();
    let candidates = SOURCES
        .iter()
        .map(|name| attribute(name))
        .chain([first_candidate(attribute("data-srcset")), first_candidate(attribute("srcset"))]);
    let address = |source: &str| {
        SafeUrl::image(source).filter(|_| !is_placeholder(source)).or_else(|| SafeUrl::image(&url::resolve(base, source)?))
    };
    let found = candidates.filter(|s| !s.is_empty() && !is_placeholder(s)).find_map(address)?;
    let pixels = |name| attribute(name).trim_end_matches("px").parse().ok();
    Some(Image { url: found, alt: crate::text::collapse(attribute("alt")), size: pixels("width").zip(pixels("height")) })
}

/// A tiny inline picture that only keeps the place of one loaded late.
fn is_placeholder(source: &str) -> bool {
    source.starts_with("data:") && source.len() < PLACEHOLDER_BYTES
}

/// `data:` pictures shorter than this are one-pixel placeholders (a 1×1 GIF takes 78 bytes).
const PLACEHOLDER_BYTES: usize = 512;

fn first_candidate(srcset: &str) -> &str {
    srcset.split_ascii_whitespace().next().unwrap_or_default().trim_end_matches(',')
}

/// The text of preformatted code with its line breaks, and the language that a class names.
pub fn code(document: &Document, pre: NodeId) -> (String, String) {
    let tokens = &document.element(pre).tokens;
    let mut text = String::new();
    let mut language = String::new();
    for token in &document.tokens()[tokens.start as usize..tokens.end as usize] {
        match *token {
            Token::Text(span) => text.push_str(document.text(span)),
            Token::Open(node) if document.element(node).tag == Tag::BR => text.push('\n'),
            Token::Open(node) if language.is_empty() => {
                let named = document.classes(node).find_map(|c| c.strip_prefix("language-").or_else(|| c.strip_prefix("lang-")));
                language = named.unwrap_or_default().to_owned();
            }
            _ => {}
        }
    }
    (language, text.trim_matches('\n').trim_end().to_owned())
}
