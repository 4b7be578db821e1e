//! Lines of text: the page cut at block elements, line breaks and pictures.
//!
//! A [`Block`] is a maximal inline run (or one picture). `<br>` ends a block too: a notice often is one line of a
//! `<br>`-separated body. Blocks split by a single `<br>` are marked so that the article can join them again.

use super::{Document, NodeId, Tag, Token};
use crate::text::{IDEOGRAPHIC_SPACE, Span, is_cjk, is_space};
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
    /// The picture, if this is one.
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

/// The text of a run and the inline elements in it, as bytes of that text.
#[derive(Debug, Default)]
pub struct Run {
    /// White space collapsed, none at the ends.
    pub text: String,
    /// Inline elements with the bytes they cover, in order of their ends.
    pub inline: Vec<(NodeId, Span)>,
}

/// Reads the text of a range of tokens. Text of scripts, styles, form values and drawings is left out.
pub fn run_text(document: &Document, tokens: Range<usize>) -> Run {
    let mut run = Run::default();
    let mut open: Vec<(NodeId, usize)> = Vec::new();
    let mut at = tokens.start;
    let mut space = false;
    while at < tokens.end {
        match document.tokens()[at] {
            Token::Open(node) if document.element(node).tag.hides_text() => {
                at = document.element(node).tokens.end as usize;
                continue;
            }
            // A line break inside the range (text of a whole element) parts words.
            Token::Open(node) if !document.element(node).tag.is_inline() => space = true,
            Token::Open(node) => {
                let pending = usize::from(space && !run.text.is_empty());
                open.push((node, run.text.len() + pending));
            }
            Token::Close(node) => {
                if let Some(index) = open.iter().rposition(|(n, _)| *n == node) {
                    let start = open[index].1.min(run.text.len());
                    open.truncate(index);
                    run.inline.push((node, Span::new(start, run.text.len())));
                } else {
                    space |= !document.element(node).tag.is_inline();
                }
            }
            Token::Text(span) => push_collapsed(&mut run.text, document.text(span), &mut space),
        }
        at += 1;
    }
    let end = run.text.trim_end_matches(IDEOGRAPHIC_SPACE).len();
    run.text.truncate(end);
    run.inline.iter_mut().for_each(|(_, span)| span.end = span.end.min(end as u32));
    run.inline.retain(|(_, span)| span.start <= span.end);
    run.inline.extend(open.into_iter().rev().map(|(node, start)| (node, Span::new(start.min(end), end))));
    run
}

fn push_collapsed(out: &mut String, text: &str, space: &mut bool) {
    for c in text.chars() {
        if is_space(c) {
            *space |= !matches!(c, '\u{200b}' | '\u{feff}');
        } else {
            if *space && !out.is_empty() {
                out.push(' ');
            }
            *space = false;
            if c != IDEOGRAPHIC_SPACE || !out.is_empty() {
                out.push(c);
            }
        }
    }
}

/// Cuts the page into blocks, in document order. Blocks without text and picture are left out. `apart` names inline
/// elements that stand by themselves all the same (a site's captions), sorted.
pub fn blocks(document: &Document, apart: &[NodeId]) -> Vec<Block> {
    let mut cutter =
        Cutter { document, apart, blocks: Vec::new(), start: None, links: 0, links_at_start: 0, breaks: 0, parents: Vec::new() };
    let mut at = 0;
    while at < document.tokens().len() {
        at = cutter.step(at);
    }
    cutter.flush(at);
    cutter.blocks
}

struct Cutter<'a> {
    document: &'a Document,
    apart: &'a [NodeId],
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
        self.document.element(node).tag.is_inline() && self.apart.binary_search(&node).is_err()
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
            Tag::IMG if is_picture(self.document, node) => {
                self.flush(at);
                self.push(at..element.tokens.end as usize, Run::default(), Some(node));
                element.tokens.end as usize
            }
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
        let linked = |at: usize| self.links_at_start > 0 || spans.iter().any(|s| s.start as usize <= at && at < s.end as usize);
        let letters = run.text.char_indices().filter(|(_, c)| c.is_alphanumeric());
        let (mut all, mut link, mut cjk) = (0, 0, 0);
        for (at, c) in letters {
            all += 1;
            link += u32::from(linked(at));
            cjk += u32::from(is_cjk(c));
        }
        let whole = |(_, span): &&(NodeId, Span)| span.start == 0 && span.end as usize == run.text.len();
        let inner = image.or(run.inline.iter().filter(whole).map(|(n, _)| *n).max()).unwrap_or(node);
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

/// Whether the element is something to press: its letters count as link letters.
fn is_link(tag: Tag) -> bool {
    matches!(tag, Tag::A | Tag::BUTTON)
}

/// Pictures at most this wide or high (CSS pixels, as the page says) are icons, not blocks.
const ICON_SIZE: u32 = 48;

/// Whether an image is worth a block of its own: it has an address and is no icon or tracking pixel.
fn is_picture(document: &Document, image: NodeId) -> bool {
    let size = |name| document.attribute(image, name).and_then(|v| v.trim_end_matches("px").parse::<f32>().ok());
    let small = [size("width"), size("height")].iter().flatten().any(|s| *s <= ICON_SIZE as f32);
    !small
        && ["src", "data-src", "data-original", "data-lazy-src", "data-org-src", "srcset", "data-srcset"]
            .iter()
            .any(|name| document.attribute(image, name).is_some_and(|v| !v.is_empty()))
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
    }
}
