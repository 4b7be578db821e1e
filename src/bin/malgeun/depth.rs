//! Between tokenizer and tree builder: start tags beyond a depth are dropped, their text stays. The tree builder walks
//! its open elements for many tags, so without this a page of a hundred thousand open `div`s takes minutes; browsers
//! flatten such pages too (Chromium from a depth of 512).

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{LocalName, local_name};
use std::cell::Cell;

/// Elements open at once; pages of the wild stay below a hundred.
const DEPTH_MAX: u32 = 1024;

/// Whether elements of this name do not nest in themselves: void, closed by their like, or holding text that the tokenizer
/// must see.
fn is_flat(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("basefont")
            | local_name!("bgsound")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("frame")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("keygen")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("param")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("html")
            | local_name!("head")
            | local_name!("body")
            | local_name!("p")
            | local_name!("li")
            | local_name!("dt")
            | local_name!("dd")
            | local_name!("a")
            | local_name!("button")
            | local_name!("nobr")
            | local_name!("option")
            | local_name!("optgroup")
            | local_name!("rp")
            | local_name!("rt")
            | local_name!("rb")
            | local_name!("rtc")
            | local_name!("caption")
            | local_name!("colgroup")
            | local_name!("tbody")
            | local_name!("thead")
            | local_name!("tfoot")
            | local_name!("tr")
            | local_name!("td")
            | local_name!("th")
            | local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
            | local_name!("title")
            | local_name!("textarea")
            | local_name!("style")
            | local_name!("script")
            | local_name!("xmp")
            | local_name!("iframe")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("noscript")
            | local_name!("plaintext")
            | local_name!("select")
            | local_name!("form")
    )
}

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
        if is_flat(&tag.name) || closed_at_once {
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
