//! Lines of text: the page cut at block elements, line breaks and pictures.
//!
//! A [`Block`] is a maximal inline run (or one picture). `<br>` ends a block too: a notice often is one line of a
//! `<br>`-separated body. Blocks split by a single `<br>` are marked so that the article can join them again.

pub use super::run::{Run, run_text};
use super::{Document, NodeId, Tag, Token, glyph};
use crate::text::{Span, is_alphanumeric, is_cjk};
use std::ops::Range;

/// One line of text, or one picture.
#[derive(Debug, Clone)]
pub struct Block {
    /// The block-level element that holds it.
    pub node: NodeId,
    /// The innermost element that holds all of it: an inline element, the picture, or `node`.
    pub inner: NodeId,
    /// Its tokens in the document.
    pub tokens: Range<u32>,
    /// Its text with white space collapsed; empty for a picture.
    pub text: String,
    /// The picture, if this is one: an `img`, an `amp-img`, or a `noscript` that holds a picture.
    pub image: Option<NodeId>,
    /// Letters and digits of the text.
    pub letters: u32,
    /// Of these, inside links.
    pub link_letters: u32,
    /// Of these, Hangul, Han or kana.
    pub cjk_letters: u32,
    /// Whether only one `<br>` parts it from the block before.
    pub continues: bool,
}

impl Block {
    /// Share of letters inside links, 0..=1; 0 without letters.
    pub fn link_density(&self) -> f32 {
        if self.letters == 0 { 0.0 } else { self.link_letters as f32 / self.letters as f32 }
    }
}

/// Cuts the page into blocks, in document order. Blocks without text and picture are left out. `apart` names inline
/// elements that stand by themselves all the same (a site's captions), sorted.
pub fn blocks(document: &Document, apart: &[NodeId]) -> Vec<Block> {
    let mut cutter = Cutter {
        document,
        apart,
        holds_blocks: holds_blocks(document),
        blocks: Vec::new(),
        start: None,
        links: 0,
        links_at_start: 0,
        breaks: 0,
        parents: Vec::new(),
    };
    let mut at = 0;
    while at < document.tokens().len() {
        at = cutter.step(at);
    }
    cutter.flush(at);
    cutter.blocks
}

/// The unknown elements (custom ones) that hold block-level elements, by ordinal: they are blocks themselves.
fn holds_blocks(document: &Document) -> Vec<bool> {
    let mut holds = vec![false; document.len()];
    // Children stand after their parents, so one walk from the end reaches every ancestor.
    for node in document.nodes().collect::<Vec<_>>().into_iter().rev() {
        let element = document.element(node);
        let is_block = !element.tag.is_inline() && !element.tag.hides_text() && element.tag != Tag::BR;
        if let Some(parent) = element.parent.filter(|p| document.element(*p).tag == Tag::Other) {
            holds[parent.index()] |= is_block || holds[node.index()];
        }
    }
    holds
}

struct Cutter<'a> {
    document: &'a Document,
    apart: &'a [NodeId],
    holds_blocks: Vec<bool>,
    blocks: Vec<Block>,
    /// First token of the run being read.
    start: Option<usize>,
    /// Links and buttons open now, and when the run began.
    links: u32,
    links_at_start: u32,
    /// `<br>`s since the last block, if nothing else stood between.
    breaks: u32,
    /// Open block-level elements.
    parents: Vec<NodeId>,
}

impl Cutter<'_> {
    /// Takes the token at `at` and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        match self.document.tokens()[at] {
            Token::Text(_) => self.begin(at),
            Token::Open(node) => return self.open(node, at),
            Token::Close(node) if !self.flows(node) => {
                self.flush(at);
                self.breaks = 0;
                self.links = self.links.saturating_sub(u32::from(is_link(self.document.element(node).tag)));
                if self.parents.last() == Some(&node) {
                    self.parents.pop();
                }
            }
            Token::Close(node) => {
                self.links = self.links.saturating_sub(u32::from(is_link(self.document.element(node).tag)));
            }
        }
        at + 1
    }

    /// Whether the element flows with the text around it.
    fn flows(&self, node: NodeId) -> bool {
        let tag = self.document.element(node).tag;
        tag.is_inline()
            && !(tag == Tag::Other && (self.holds_blocks[node.index()] || is_embed(self.document.name(node))))
            && self.apart.binary_search(&node).is_err()
    }

    /// Whether the element is a picture of its own.
    fn is_picture(&self, node: NodeId, tag: Tag) -> bool {
        match tag {
            Tag::IMG => is_picture(self.document, node),
            Tag::NOSCRIPT => glyph::fallback(self.document, node).is_some(),
            Tag::Other => matches!(self.document.name(node), "amp-img" | "amp-anim") && is_picture(self.document, node),
            _ => false,
        }
    }

    /// The run begins at `at`, unless it has begun.
    fn begin(&mut self, at: usize) {
        if self.start.is_none() {
            self.start = Some(at);
            self.links_at_start = self.links;
        }
    }

    fn open(&mut self, node: NodeId, at: usize) -> usize {
        let element = self.document.element(node);
        match element.tag {
            Tag::BR => {
                self.flush(at);
                self.breaks += 1;
                element.tokens.end as usize
            }
            Tag::IMG if glyph::text(self.document, node).is_some() => {
                self.begin(at);
                at + 1
            }
            Tag::MATH => {
                self.begin(at);
                element.tokens.end as usize
            }
            tag if self.is_picture(node, tag) => {
                self.flush(at);
                self.push(at..element.tokens.end as usize, Run::default(), Some(node));
                element.tokens.end as usize
            }
            _ if glyph::is_drawn_formula(self.document, node) => element.tokens.end as usize,
            tag if tag.hides_text() => {
                if !tag.is_inline() && matches!(tag, Tag::IFRAME | Tag::OBJECT | Tag::VIDEO | Tag::AUDIO) {
                    self.flush(at);
                }
                element.tokens.end as usize
            }
            tag if self.flows(node) => {
                self.begin(at);
                self.links += u32::from(is_link(tag));
                at + 1
            }
            tag => {
                self.flush(at);
                self.links += u32::from(is_link(tag));
                self.breaks = 0;
                self.parents.push(node);
                at + 1
            }
        }
    }

    /// Ends the run before token `end`.
    fn flush(&mut self, end: usize) {
        let Some(start) = self.start.take() else { return };
        let run = run_text(self.document, start..end);
        if !run.text.is_empty() {
            self.push(start..end, run, None);
        }
    }

    fn push(&mut self, tokens: Range<usize>, run: Run, image: Option<NodeId>) {
        let Some(&node) = self.parents.last() else { return };
        let is_link = |n: &NodeId| is_link(self.document.element(*n).tag);
        let spans: Vec<Span> = run.inline.iter().filter(|(n, _)| is_link(n)).map(|(_, span)| *span).collect();
        let mut linked = linked(spans, self.links_at_start > 0);
        let letters = run.text.char_indices().filter(|(_, c)| is_alphanumeric(*c));
        let (mut all, mut link, mut cjk) = (0, 0, 0);
        for (at, c) in letters {
            all += 1;
            link += u32::from(linked(at));
            cjk += u32::from(is_cjk(c));
        }
        // An element that goes on after the run (`<b>one<br>two</b>`) holds more than the line: hiding it would hide both.
        let ends = |n: NodeId| self.document.element(n).tokens.end as usize <= tokens.end;
        let whole = |(n, span): &&(NodeId, Span)| span.start == 0 && span.end as usize == run.text.len() && ends(*n);
        let inner = image.or(run.inline.iter().filter(whole).map(|(n, _)| *n).max()).unwrap_or(node);
        // Wikipedia hides a formula behind the picture of it; the line around it is what the page shows.
        let inner = if self.document.element(inner).tag == Tag::MATH { node } else { inner };
        let continues = self.breaks == 1 && self.blocks.last().is_some_and(|b| b.node == node && b.image.is_none());
        self.breaks = 0;
        self.blocks.push(Block {
            node,
            inner,
            tokens: tokens.start as u32..tokens.end as u32,
            text: run.text,
            image,
            letters: all,
            link_letters: link,
            cjk_letters: cjk,
            continues,
        });
    }
}

/// Whether a byte of a text is in one of the spans, or in any case; asked of rising bytes.
fn linked(mut spans: Vec<Span>, always: bool) -> impl FnMut(usize) -> bool {
    spans.sort_unstable();
    let (mut next, mut end) = (0, 0);
    move |at| {
        while let Some(span) = spans.get(next).filter(|span| span.start as usize <= at) {
            end = end.max(span.end as usize);
            next += 1;
        }
        always || at < end
    }
}

/// Whether the element is something to press: its letters count as link letters.
fn is_link(tag: Tag) -> bool {
    matches!(tag, Tag::A | Tag::BUTTON)
}

/// Pictures at most this wide or high (CSS pixels, as the page says) are icons, not blocks.
const ICON_SIZE: u32 = 48;

/// Attributes that hold the address of a picture which is loaded late.
pub const LAZY_SOURCES: &[&str] = &[
    "data-org-src",
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazyload",
    "data-lazy",
    "data-original-src",
    "data-actualsrc",
];

/// Attributes that hold addresses of a picture in several sizes.
pub const SOURCE_SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];

/// Whether an image is worth a block of its own: it has an address and is no icon or tracking pixel.
pub fn is_picture(document: &Document, image: NodeId) -> bool {
    let size = |name| document.attribute(image, name).and_then(|v| v.trim_end_matches("px").parse::<f32>().ok());
    let small = [size("width"), size("height")].iter().flatten().any(|s| *s <= ICON_SIZE as f32);
    let in_picture = || document.element(image).parent.is_some_and(|p| document.element(p).tag == Tag::PICTURE);
    let has = |name: &&str| document.attribute(image, name).is_some_and(|v| !v.is_empty());
    !small && (has(&"src") || LAZY_SOURCES.iter().chain(SOURCE_SETS).any(has) || in_picture())
}

/// Whether the name is of a custom element that shows something from elsewhere: it never flows with the text.
fn is_embed(name: &str) -> bool {
    name.starts_with("amp-") || name.starts_with("lite-")
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[track_caller]
    fn check(html: &str, expect: &[&str]) {
        let document = scan(&format!("<html><body>{html}</body></html>")).expect("small");
        let lines: Vec<String> = blocks(&document, &[])
            .iter()
            .map(|b| {
                let mark = if b.continues { "+" } else { "" };
                let name = document.name(b.node);
                let body = if b.image.is_some() { "[picture]".to_owned() } else { b.text.clone() };
                format!("{mark}{name}: {body} ({}/{})", b.link_letters, b.letters)
            })
            .collect();
        assert_eq!(lines, expect);
    }

    #[test]
    fn blocks_are_cut_at_block_elements_and_breaks() {
        check("<p> a <b>b</b>\n c</p><div>d<p>e</p>f</div>", &["p: a b c (0/3)", "div: d (0/1)", "p: e (0/1)", "div: f (0/1)"]);
        check("<div>가나<br><br>다라<br>마바</div>", &["div: 가나 (0/2)", "div: 다라 (0/2)", "+div: 마바 (0/2)"]);
        check("<div>가<br> <br>나</div>", &["div: 가 (0/1)", "div: 나 (0/1)"]);
    }

    #[test]
    fn an_element_that_goes_on_after_a_line_is_not_that_line() {
        let document = scan("<html><body><p><b>가<br>나</b></p><p><b>다</b></p></body></html>").expect("small");
        let inner: Vec<&str> = blocks(&document, &[]).iter().map(|b| document.name(b.inner)).collect();
        assert_eq!(inner, ["p", "p", "b"]);
    }

    #[test]
    fn links_are_counted() {
        check("<li><a href=x>ab</a> c</li>", &["li: ab c (2/3)"]);
        check("<a href=x><div>ab</div></a>", &["div: ab (2/2)"]);
        check("<div><a href=x><p>ab</p></a>cd</div>", &["p: ab (2/2)", "div: cd (0/2)"]);
        check("<div><a href=x>ab<br>cd</a></div>", &["div: ab (2/2)", "+div: cd (2/2)"]);
    }

    #[test]
    fn text_of_the_page_only() {
        check("<p>a<script>x</script>b<style>y</style></p><noscript>z</noscript><textarea>q</textarea>", &["p: ab (0/2)"]);
        check("<p>a <span>b</span><span> c</span></p>", &["p: a b c (0/3)"]);
    }

    #[test]
    fn pictures_are_blocks_icons_are_not() {
        check("<p>a<img src=x>b</p>", &["p: a (0/1)", "p: [picture] (0/0)", "p: b (0/1)"]);
        check("<p>a<img src=x width=16>b</p>", &["p: ab (0/2)"]);
        check("<p>a<img class=emoji alt=😀 src=x>b</p>", &["p: a😀b (0/2)"]);
        check("<div><amp-img src=x.jpg></amp-img></div>", &["div: [picture] (0/0)"]);
        check("<div><noscript><img src=x.jpg></noscript></div>", &["div: [picture] (0/0)"]);
        check("<div><noscript><img src=count></noscript></div>", &[]);
    }

    #[test]
    fn custom_elements_are_blocks_when_they_hold_blocks() {
        check("<x-a>a<p>b</p></x-a><x-a>c</x-a>", &["x-a: a (0/1)", "p: b (0/1)", "body: c (0/1)"]);
        check("<p>a <x-b>b</x-b> c</p>", &["p: a b c (0/3)"]);
    }
}
