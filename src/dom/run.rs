//! The text of a run of tokens: white space collapsed, with the inline elements that lie over it. What is drawn and
//! not written gives its written form: a formula its TeX, an emoji picture its sign, ruby its reading in parentheses.

use super::{Document, NodeId, Tag, Token, glyph, math};
use crate::text::{IDEOGRAPHIC_SPACE, Span, is_space};
use std::ops::Range;

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
    let mut reader = Reader { document, run: Run::default(), open: Vec::new(), space: false, after_formula: false };
    let mut at = tokens.start;
    while at < tokens.end {
        at = reader.step(at);
    }
    reader.finish()
}

struct Reader<'a> {
    document: &'a Document,
    run: Run,
    /// Open inline elements and where they began.
    open: Vec<(NodeId, usize)>,
    /// Whether white space is due before the next letter.
    space: bool,
    /// Whether a formula was the last thing read: a picture of it says nothing new.
    after_formula: bool,
}

impl Reader<'_> {
    /// Takes the token at `at` and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        match self.document.tokens()[at] {
            Token::Open(node) => return self.open(node, at),
            Token::Close(node) => self.close(node),
            Token::Text(span) => self.letters(self.document.text(span)),
        }
        at + 1
    }

    fn open(&mut self, node: NodeId, at: usize) -> usize {
        let element = self.document.element(node);
        match element.tag {
            Tag::RP => return element.tokens.end as usize,
            Tag::MATH => {
                self.insert(node, &math::text(self.document, node));
                self.after_formula = true;
                return element.tokens.end as usize;
            }
            tag if tag.hides_text() || glyph::is_drawn_formula(self.document, node) => return element.tokens.end as usize,
            Tag::IMG => {
                if let Some(text) = glyph::text(self.document, node).filter(|_| !self.after_formula) {
                    self.insert(node, &text);
                }
            }
            Tag::RT => {
                self.space = false;
                self.run.text.push('(');
                self.open.push((node, self.run.text.len()));
            }
            // A line break inside the range (text of a whole element) parts words.
            tag if !tag.is_inline() => self.space = true,
            _ => self.open.push((node, self.next_letter())),
        }
        at + 1
    }

    fn close(&mut self, node: NodeId) {
        let Some(index) = self.open.iter().rposition(|(n, _)| *n == node) else {
            self.space |= !self.document.element(node).tag.is_inline();
            return;
        };
        let start = self.open[index].1.min(self.run.text.len());
        self.open.truncate(index);
        self.run.inline.push((node, Span::new(start, self.run.text.len())));
        if self.document.element(node).tag == Tag::RT {
            self.space = false;
            if start == self.run.text.len() { self.run.text.truncate(start - 1) } else { self.run.text.push(')') }
        }
    }

    /// Where the next letter will stand.
    fn next_letter(&self) -> usize {
        self.run.text.len() + usize::from(self.space && !self.run.text.is_empty())
    }

    /// The written form of an element that has no letters of its own.
    fn insert(&mut self, node: NodeId, text: &str) {
        let start = self.next_letter();
        self.letters(text);
        self.run.inline.push((node, Span::new(start.min(self.run.text.len()), self.run.text.len())));
    }

    fn letters(&mut self, text: &str) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            // Letters without accents, as most pages of the world have them, go over by words.
            let word = rest.bytes().take_while(u8::is_ascii_graphic).count();
            if word > 0 {
                self.divide();
                self.run.text.push_str(&rest[..word]);
                rest = &rest[word..];
                continue;
            }
            rest = &rest[c.len_utf8()..];
            if is_space(c) {
                self.space |= !matches!(c, '\u{200b}' | '\u{feff}');
                continue;
            }
            self.divide();
            if c != IDEOGRAPHIC_SPACE || !self.run.text.is_empty() {
                self.run.text.push(c);
            }
        }
    }

    /// Writes the white space before a letter.
    fn divide(&mut self) {
        if self.space && !self.run.text.is_empty() {
            self.run.text.push(' ');
        }
        (self.space, self.after_formula) = (false, false);
    }

    fn finish(self) -> Run {
        let Self { mut run, open, .. } = self;
        let end = run.text.trim_end_matches(IDEOGRAPHIC_SPACE).len();
        run.text.truncate(end);
        run.inline.iter_mut().for_each(|(_, span)| span.end = span.end.min(end as u32));
        run.inline.retain(|(_, span)| span.start <= span.end);
        run.inline.extend(open.into_iter().rev().map(|(node, start)| (node, Span::new(start.min(end), end))));
        run
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[track_caller]
    fn check(html: &str, expect: &str) {
        let document = scan(&format!("<p>{html}</p>")).expect("small");
        assert_eq!(document.text_of(NodeId(0)), expect, "{html}");
    }

    #[test]
    fn what_is_drawn_is_written() {
        check("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を", "漢字(かんじ)を");
        check("<ruby>東<rt>とう</rt>京 <rt>きょう</rt></ruby>", "東(とう)京(きょう)");
        check("<ruby>空<rt></rt></ruby>", "空");
        check("a <math><mi>x</mi><mo>=</mo><mn>2</mn></math> b", "a x=2 b");
        check("a <math alttext=\"x^2\"><mi>x</mi></math><img class=tex alt=x^2 src=a>b", "a x^2b");
        check("a <img class=emoji alt=😀 src=a> b<img src=a alt=c>", "a 😀 b");
        check("<span class=katex><math><mi>y</mi></math><span class=katex-html aria-hidden=true>y</span></span>.", "y.");
    }
}
