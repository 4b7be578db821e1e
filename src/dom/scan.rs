//! A browser's serialisation, cut anywhere into chunks, becomes a [`Document`]. The only file that names lol_html.
//!
//! lol_html is a tokenizer: nesting comes from a stack here. It reports the contents of `<template>`, which a walk of
//! the live page does not enter; they are left out of ordinals and text alike.

use super::{Document, Element, MAX_BYTES, MAX_ELEMENTS, NodeId, Tag, Token, TooLarge, entity};
use crate::text::Span;
use lol_html::html_content::TextType;
use lol_html::{HtmlRewriter, MemorySettings, Settings, doc_text, element};
use std::cell::RefCell;
use std::rc::Rc;

/// Memory that lol_html may take. It counts open elements: 65 536 of them need more than 10 MiB (oven-sh/bun#43355).
const PARSER_MEMORY: usize = 512 * 1024 * 1024;

/// Reads a serialised page.
///
/// # Errors
/// [`TooLarge`] when it has more bytes or elements than [`MAX_BYTES`] or [`MAX_ELEMENTS`].
pub fn scan(html: &str) -> Result<Document, TooLarge> {
    scan_chunks(std::iter::once(html))
}

/// Reads a serialised page that comes in pieces; the pieces may be cut anywhere between characters.
///
/// # Errors
/// As [`scan`].
pub fn scan_chunks<'a>(chunks: impl Iterator<Item = &'a str>) -> Result<Document, TooLarge> {
    let builder = Rc::new(RefCell::new(Builder::default()));
    let mut bytes = 0;
    {
        let mut rewriter = HtmlRewriter::new(settings(&builder), |_: &[u8]| {});
        for chunk in chunks {
            bytes += chunk.len();
            if bytes > MAX_BYTES {
                return Err(TooLarge { what: "bytes", found: bytes as u64, limit: MAX_BYTES as u64 });
            }
            // An error here is the parser's own memory limit; what was read so far is a poorer page, not a failure.
            if rewriter.write(chunk.as_bytes()).is_err() {
                break;
            }
        }
        if !builder.borrow().overflow {
            let _ = rewriter.end();
        }
    }
    let builder = builder.take();
    if builder.overflow {
        return Err(TooLarge { what: "elements", found: builder.document.elements.len() as u64 + 1, limit: MAX_ELEMENTS as u64 });
    }
    Ok(builder.finish())
}

fn settings(builder: &Rc<RefCell<Builder>>) -> Settings<'static, 'static> {
    let (elements, texts) = (builder.clone(), builder.clone());
    let on_element = element!("*", move |el| {
        let Some(node) = elements.borrow_mut().open(el) else { return Ok(()) };
        if el.can_have_content() {
            let closing = elements.clone();
            el.on_end_tag(Box::new(move |_| {
                closing.borrow_mut().close(node);
                Ok(())
            }))
        } else {
            elements.borrow_mut().close(node);
            Ok(())
        }
    });
    let on_text = doc_text!(move |chunk| {
        texts.borrow_mut().text(chunk.as_str(), chunk.text_type());
        Ok(())
    });
    Settings::new()
        .with_strict(false)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(PARSER_MEMORY))
        .append_element_content_handler(on_element)
        .append_document_content_handler(on_text)
}

/// What stands on the stack: an element of the page, or one inside a template that is only skipped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Node(NodeId),
    Skipped(u32),
}

#[derive(Default)]
struct Builder {
    document: Document,
    stack: Vec<Open>,
    skipped: u32,
    /// Stack height of the outermost open `<template>`.
    template: Option<usize>,
    /// The raw text of the text node being read; lol_html cuts nodes at chunk borders and references may be cut with them.
    pending: String,
    overflow: bool,
}

impl Builder {
    fn open(&mut self, el: &lol_html::html_content::Element<'_, '_>) -> Option<Open> {
        self.flush();
        if self.overflow || self.document.elements.len() >= MAX_ELEMENTS {
            self.overflow = true;
            return None;
        }
        if self.template.is_some() {
            self.skipped += 1;
            let open = Open::Skipped(self.skipped);
            self.stack.push(open);
            return Some(open);
        }
        let name = el.tag_name();
        let node = self.push_element(&name, el);
        if name == "template" && el.can_have_content() {
            self.template = Some(self.stack.len());
        }
        self.stack.push(Open::Node(node));
        Some(Open::Node(node))
    }

    fn push_element(&mut self, name: &str, el: &lol_html::html_content::Element<'_, '_>) -> NodeId {
        let document = &mut self.document;
        let node = NodeId(document.elements.len() as u32);
        let first = document.attributes.len() as u32;
        for attribute in el.attributes() {
            let name = push(&mut document.heap, &attribute.name());
            let start = document.heap.len();
            entity::decode_into(&mut document.heap, &attribute.value());
            document.attributes.push((name, Span::new(start, document.heap.len())));
        }
        let tag = Tag::of(name);
        let parent = self.stack.iter().rev().find_map(|open| if let Open::Node(n) = open { Some(*n) } else { None });
        let start = document.tokens.len() as u32;
        document.elements.push(Element {
            tag,
            parent,
            tokens: start..start + 1,
            name: if tag == Tag::Other { push(&mut document.heap, name) } else { Span::default() },
            attributes: first..document.attributes.len() as u32,
        });
        document.tokens.push(Token::Open(node));
        node
    }

    fn close(&mut self, open: Open) {
        self.flush();
        let Some(height) = self.stack.iter().rposition(|o| *o == open) else { return };
        while self.stack.len() > height {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(Open::Node(node)) = self.stack.pop() {
            self.document.tokens.push(Token::Close(node));
            self.document.elements[node.index()].tokens.end = self.document.tokens.len() as u32;
        }
        if self.template.is_some_and(|height| self.stack.len() <= height) {
            self.template = None;
        }
    }

    fn text(&mut self, text: &str, kind: TextType) {
        if self.template.is_some() {
            return;
        }
        if matches!(kind, TextType::Data | TextType::RCData) {
            self.pending.push_str(text);
        } else {
            self.push_text(|heap| heap.push_str(text));
        }
    }

    /// The pending text node is complete: decodes and stores it.
    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if !pending.is_empty() {
            self.push_text(|heap| entity::decode_into(heap, &pending));
        }
    }

    fn push_text(&mut self, write: impl FnOnce(&mut String)) {
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

    fn finish(mut self) -> Document {
        self.flush();
        while !self.stack.is_empty() {
            self.pop();
        }
        self.document
    }
}

fn push(heap: &mut String, text: &str) -> Span {
    let start = heap.len();
    heap.push_str(text);
    Span::new(start, heap.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page as an indented outline: one line an element or text.
    fn outline(document: &Document) -> String {
        let mut depth = 0;
        let mut out = String::new();
        for token in document.tokens() {
            match *token {
                Token::Open(node) => {
                    out += &format!("{}{} {}\n", "  ".repeat(depth), node.0, document.name(node));
                    depth += 1;
                }
                Token::Close(_) => depth -= 1,
                Token::Text(span) => out += &format!("{}{:?}\n", "  ".repeat(depth), document.text(span)),
            }
        }
        out
    }

    #[track_caller]
    fn check(html: &str, expect: &str) {
        let whole = scan(html).expect("within the limits");
        assert_eq!(outline(&whole).trim_end(), expect.trim_end());
        for size in [1, 2, 3, 7] {
            let cuts: Vec<_> = html.char_indices().map(|(i, _)| i).step_by(size).chain([html.len()]).collect();
            let parts = scan_chunks(cuts.windows(2).map(|w| &html[w[0]..w[1]])).expect("within the limits");
            assert_eq!(outline(&parts), outline(&whole), "cut into pieces of {size}");
        }
    }

    #[test]
    fn nesting_text_and_references() {
        check("<p>a &amp; <b>b</b>&lt;c</p>", "0 p\n  \"a & \"\n  1 b\n    \"b\"\n  \"<c\"");
        check("<p>a<br>b<img src=\"x\">c</p>", "0 p\n  \"a\"\n  1 br\n  \"b\"\n  2 img\n  \"c\"");
    }

    #[test]
    fn template_contents_have_no_ordinal() {
        check("<div><template><p>x</p></template><i>y</i></div>", "0 div\n  1 template\n  2 i\n    \"y\"");
        check("<template><template></template><p></p></template><b></b>", "0 template\n1 b");
    }

    #[test]
    fn raw_text_is_not_decoded_and_has_no_elements() {
        check("<script>if (a &amp;&amp; b < c) '<p>'</script><u></u>", "0 script\n  \"if (a &amp;&amp; b < c) '<p>'\"\n1 u");
        check("<noscript><img src=a></noscript><u></u>", "0 noscript\n  \"<img src=a>\"\n1 u");
        check("<title>a &lt;b&gt;</title>", "0 title\n  \"a <b>\"");
    }

    #[test]
    fn foreign_and_unknown_elements_count() {
        check(
            "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"></path><foreignObject><p>x</p></foreignObject></svg><x-y>z</x-y>",
            "0 svg\n  1 path\n  2 foreignobject\n    3 p\n      \"x\"\n4 x-y\n  \"z\"",
        );
    }

    #[test]
    fn attributes_are_decoded() {
        let document = scan("<a href=\"?a=1&amp;b=2\" DATA-X=y>t</a>").expect("small");
        assert_eq!(document.attribute(NodeId(0), "href"), Some("?a=1&b=2"));
        assert_eq!(document.attribute(NodeId(0), "data-x"), Some("y"));
    }

    #[test]
    fn a_very_deep_page_is_read_without_recursion() {
        let html = format!("{}x{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(scan(&html).expect("within the limits").len(), 100_000);
    }

    #[test]
    fn too_many_elements_are_refused() {
        let error = scan(&"<b></b>".repeat(MAX_ELEMENTS + 1)).expect_err("over the limit");
        assert!(matches!(error, TooLarge { what: "elements", .. }));
    }
}
