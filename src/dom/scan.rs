//! A browser's serialisation, cut anywhere into chunks, becomes a [`Document`]. The only file that names lol_html.

use super::build::{Builder, Open};
use super::{Document, MAX_BYTES, TooLarge, entity};
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
    let scanner = Rc::new(RefCell::new(Scanner::default()));
    let mut bytes = 0;
    {
        let mut rewriter = HtmlRewriter::new(settings(&scanner), |_: &[u8]| {});
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
        if !scanner.borrow().builder.is_full() {
            let _ = rewriter.end();
        }
    }
    let mut scanner = scanner.take();
    scanner.flush();
    scanner.builder.finish()
}

fn settings(scanner: &Rc<RefCell<Scanner>>) -> Settings<'static, 'static> {
    let (elements, texts) = (scanner.clone(), scanner.clone());
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

/// What is read of the page so far.
#[derive(Default)]
struct Scanner {
    builder: Builder,
    /// The raw text of the text node being read; lol_html cuts nodes at chunk borders and references may be cut with them.
    pending: String,
}

impl Scanner {
    fn open(&mut self, el: &lol_html::html_content::Element<'_, '_>) -> Option<Open> {
        self.flush();
        let open = self.builder.open(&el.tag_name(), el.can_have_content())?;
        for attribute in el.attributes() {
            self.builder.attribute(open, &attribute.name(), |heap| entity::decode_into(heap, &attribute.value()));
        }
        Some(open)
    }

    fn close(&mut self, open: Open) {
        self.flush();
        self.builder.close(open);
    }

    fn text(&mut self, text: &str, kind: TextType) {
        if matches!(kind, TextType::Data | TextType::RCData) {
            self.pending.push_str(text);
        } else {
            self.builder.text(|heap| heap.push_str(text));
        }
    }

    /// The pending text node is complete: decodes and stores it.
    fn flush(&mut self) {
        if !self.pending.is_empty() {
            self.builder.text(|heap| entity::decode_into(heap, &self.pending));
            self.pending.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::{MAX_ELEMENTS, NodeId, Token};

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
