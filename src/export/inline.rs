//! Rich text as pieces: the marks that lie over a text, cut so that they nest, links outermost.
//! Markdown and HTML both write from these; a mark that does not fit its text is left out.

use crate::article::{Formula, Mark, MarkKind, RichText, SafeUrl};
use crate::text::Span;

/// A stretch of text under one set of marks.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) link: Option<&'a SafeUrl>,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
    pub(super) superscript: bool,
    pub(super) subscript: bool,
    pub(super) math: Option<&'a Formula>,
    pub(super) picture: Option<&'a SafeUrl>,
    pub(super) note: Option<u32>,
    /// The word with its reading that the piece is a part of.
    pub(super) ruby: Option<Span>,
    pub(super) reading: bool,
    pub(super) sign: bool,
}

/// The text cut where a mark begins or ends.
pub(super) fn pieces(rich: &RichText) -> Vec<Piece<'_>> {
    let text = rich.text.as_str();
    let fits = |mark: &&Mark| !mark.span.is_empty() && !mark.span.of(text).is_empty();
    let marks: Vec<&Mark> = rich.marks.iter().filter(fits).collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.span.start as usize, mark.span.end as usize]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces: Vec<Piece<'_>> =
        cuts.windows(2).map(|cut| Piece { text: &text[cut[0]..cut[1]], ..Piece::default() }).collect();
    for mark in marks {
        let from = cuts.partition_point(|cut| *cut < mark.span.start as usize);
        let to = cuts.partition_point(|cut| *cut < mark.span.end as usize);
        pieces[from..to].iter_mut().for_each(|piece| piece.mark(mark));
    }
    pieces
}

impl<'a> Piece<'a> {
    fn mark(&mut self, mark: &'a Mark) {
        match &mark.kind {
            MarkKind::Link(url) => self.link = Some(url),
            MarkKind::Strong => self.strong = true,
            MarkKind::Emphasis => self.emphasis = true,
            MarkKind::Code => self.code = true,
            MarkKind::Superscript => self.superscript = true,
            MarkKind::Subscript => self.subscript = true,
            MarkKind::Math(formula) => self.math = Some(formula),
            MarkKind::Picture(url) => self.picture = Some(url),
            MarkKind::Note(number) => self.note = Some(*number),
            MarkKind::Ruby => self.ruby = Some(mark.span),
            MarkKind::Reading => self.reading = true,
            MarkKind::ReadingSign => self.sign = true,
        }
    }
}

/// Runs of pieces for which `key` gives the same, in order.
pub(super) fn runs<'p, 'a, K: PartialEq>(pieces: &'p [Piece<'a>], key: impl Fn(&Piece<'a>) -> K) -> Vec<(K, &'p [Piece<'a>])> {
    pieces.chunk_by(|a, b| key(a) == key(b)).map(|run| (key(&run[0]), run)).collect()
}
