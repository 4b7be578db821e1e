//! Between tokenizer and tree builder: start tags beyond a depth are dropped, their text stays. The tree builder walks
//! its open elements for many tags, so without this a page of a hundred thousand open `div`s takes minutes; browsers
//! flatten such pages too (Chromium from a depth of 512).

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::Cell;

/// Elements open at once; pages of the wild stay below a hundred.
const DEPTH_MAX: u32 = 1024;

/// Elements that do not nest in themselves: void, closed by their like, or holding text that the tokenizer must see.
const FLAT: [&str; 60] = [
    "area",
    "base",
    "basefont",
    "bgsound",
    "br",
    "col",
    "embed",
    "frame",
    "hr",
    "img",
    "input",
    "keygen",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
    "html",
    "head",
    "body",
    "p",
    "li",
    "dt",
    "dd",
    "a",
    "button",
    "nobr",
    "option",
    "optgroup",
    "rp",
    "rt",
    "rb",
    "rtc",
    "caption",
    "colgroup",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "title",
    "textarea",
    "style",
    "script",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "select",
    "form",
];

/// A token sink that hands on what is not too deep.
pub(crate) struct Limited<S> {
    pub(crate) inner: S,
    depth: Cell<u32>,
}

impl<S> Limited<S> {
    pub(crate) fn new(inner: S) -> Self {
        Self { inner, depth: Cell::new(0) }
    }
}

impl<S: TokenSink> Limited<S> {
    /// Counts the tag; whether the tree builder may see it.
    fn passes(&self, tag: &Tag) -> bool {
        let closed_at_once = tag.self_closing && self.inner.adjusted_current_node_present_but_not_in_html_namespace();
        if FLAT.contains(&&*tag.name) || closed_at_once {
            return true;
        }
        let depth = self.depth.get();
        match tag.kind {
            TagKind::StartTag => self.depth.set(depth + 1),
            TagKind::EndTag => self.depth.set(depth.saturating_sub(1)),
        }
        depth.max(self.depth.get()) <= DEPTH_MAX
    }
}

impl<S: TokenSink> TokenSink for Limited<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        match &token {
            Token::TagToken(tag) if !self.passes(tag) => TokenSinkResult::Continue,
            _ => self.inner.process_token(token, line),
        }
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
