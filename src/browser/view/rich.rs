//! Text with everything that lies over it: sentences, facts, links and stress, and the joiner that keeps a Korean particle on
//! its quotation mark.

use crate::article::{Formula, Mark, MarkKind, MathNode, RichText};
use crate::browser::el::{El, el, math};
use crate::browser::plain::groups;
use crate::browser::plain::layers::{Piece, nest};
use crate::browser::session::Session;
use crate::facts::{Fact, FactKind};
use crate::text::{Span, is_hangul};

/// Letters of a quantity above which it may break over lines.
const UNBROKEN_LETTERS: usize = 12;

/// A layer over a text.
#[derive(Clone, Copy)]
enum Over<'a> {
    Sentence,
    /// Place, agency and reporter before the first sentence; a setting hides them.
    Dateline,
    Fact(usize, &'a Fact),
    /// A quotation mark at the edge of a quotation.
    Sign,
    Mark(&'a MarkKind),
}

/// Appends a text of the body with its facts; `index` is its place in [`crate::article::Article::texts`].
pub(crate) fn text(session: &Session, parent: El, rich: &RichText, index: usize) -> El {
    let mut layers = Vec::new();
    layers.extend(session.reading.dateline.as_ref().filter(|d| d.text as usize == index).map(|d| (d.span, Over::Dateline)));
    let facts = &session.reading.facts;
    let start = facts.partition_point(|fact| (fact.paragraph as usize) < index);
    for (i, fact) in facts.iter().enumerate().skip(start).take_while(|(_, fact)| fact.paragraph as usize == index) {
        if !layers.iter().any(|(span, over)| *span == fact.sentence && matches!(over, Over::Sentence)) {
            layers.push((fact.sentence, Over::Sentence));
        }
        if is_marked(session, i, fact) {
            let span = marked_span(&rich.text, fact);
            layers.push((span, Over::Fact(i, fact)));
            layers.extend(signs(span, fact).into_iter().map(|sign| (sign, Over::Sign)));
        }
    }
    append(parent.attr("data-t", &index.to_string()), rich, layers)
}

/// Appends a text that holds no facts: a caption.
pub(crate) fn plain(parent: El, rich: &RichText) -> El {
    append(parent, rich, Vec::new())
}

fn append<'a>(parent: El, rich: &'a RichText, mut layers: Vec<(Span, Over<'a>)>) -> El {
    let parent = parent.direction(rich.direction);
    layers.extend(rich.marks.iter().map(|Mark { span, kind }| (*span, Over::Mark(kind))));
    let inside = |span: &Span| rich.text.get(span.start as usize..span.end as usize).is_some();
    layers.retain(|(span, _)| inside(span));
    let spans: Vec<_> = layers.iter().map(|(span, _)| *span).collect();
    write(parent, &rich.text, &layers, nest(rich.text.len() as u32, &spans))
}

fn write(parent: El, text: &str, layers: &[(Span, Over<'_>)], pieces: Vec<Piece>) -> El {
    pieces.into_iter().fold(parent, |parent, piece| match piece {
        Piece::Text(span) => letters(parent, text, span),
        Piece::Layer { layer, first, inside } => match layers.get(layer) {
            // What is drawn stands in the place of its written form.
            Some((span, Over::Mark(kind @ (MarkKind::Math(_) | MarkKind::Picture(_))))) => {
                if first {
                    parent.add(drawing(kind, span.of(text)))
                } else {
                    parent
                }
            }
            Some((_, over)) => parent.add(write(node(text, *over, first), text, layers, inside)),
            None => parent,
        },
    })
}

/// A formula or a picture in the line, with its written form for those who listen.
fn drawing(kind: &MarkKind, written: &str) -> El {
    match kind {
        MarkKind::Math(formula) => self::formula(formula, written),
        MarkKind::Picture(url) => el("img").class("glyph").attr("alt", written).picture(url),
        _ => el("span"),
    }
}

fn formula(formula: &Formula, written: &str) -> El {
    let display = if formula.display { "block" } else { "inline" };
    let name = math("math").attr("display", display).attr_if(formula.tex, "alttext", written);
    name.all(formula.nodes.iter().map(part))
}

fn part(node: &MathNode) -> El {
    match node {
        MathNode::Text(text) => math("mtext").text(text),
        MathNode::Element(name, attributes, inside) => {
            let node = attributes.iter().fold(math(name), |node, (name, value)| node.attr(name, value));
            inside.iter().fold(node, |node, inner| match inner {
                MathNode::Text(text) => node.text(text),
                inner => node.add(part(inner)),
            })
        }
    }
}

fn node(text: &str, over: Over<'_>, first: bool) -> El {
    match over {
        Over::Sentence => el("span").attr("data-s", ""),
        Over::Dateline => el("span").class("dateline"),
        Over::Sign => el("i"),
        Over::Fact(i, fact) => fact_mark(text, i, fact, first),
        Over::Mark(MarkKind::Link(url)) => el("a").link(url),
        Over::Mark(MarkKind::Strong) => el("strong"),
        Over::Mark(MarkKind::Emphasis) => el("em"),
        Over::Mark(MarkKind::Code) => el("code"),
        Over::Mark(MarkKind::Superscript) => el("sup"),
        Over::Mark(MarkKind::Subscript) => el("sub"),
        Over::Mark(MarkKind::Note(number)) => note_sign(*number, first),
        Over::Mark(MarkKind::Ruby) => el("ruby"),
        Over::Mark(MarkKind::Reading) => el("rt"),
        Over::Mark(MarkKind::ReadingSign) => el("rp"),
        Over::Mark(MarkKind::Math(_) | MarkKind::Picture(_)) => el("span"),
    }
}

/// The sign of a note in the text: leads to the note, and is where the note leads back to.
fn note_sign(number: u32, first: bool) -> El {
    el("a").class("noteref").anchor(&format!("note-{number}")).attr_if(first, "id", &format!("noteref-{number}"))
}

fn fact_mark(text: &str, i: usize, fact: &Fact, first: bool) -> El {
    let mark = el("mark").attr("data-kind", groups::kind(fact)).attr("data-mark", &i.to_string()).attr("tabindex", "-1");
    let is_long = fact.span.of(text).chars().count() > UNBROKEN_LETTERS;
    mark.attr_if(first, "id", &format!("f{i}")).attr_if(is_long, "class", "long")
}

/// A check is marked by the quantity that it claims, where there is one.
fn is_marked(session: &Session, i: usize, fact: &Fact) -> bool {
    !matches!(fact.kind, FactKind::Check(_)) || target(session, i) == i
}

/// The fact whose mark a fact leads to: a check leads to the quantity that it claims.
pub(crate) fn target(session: &Session, i: usize) -> usize {
    let facts = &session.reading.facts;
    let Some(fact) = facts.get(i).filter(|fact| matches!(fact.kind, FactKind::Check(_))) else { return i };
    let place = crate::facts::Place { paragraph: fact.paragraph, span: fact.span };
    crate::browser::plain::sums::at(&session.reading, place, "quantity").unwrap_or(i)
}

/// The span of a fact with the quotation marks around a quotation.
fn marked_span(text: &str, fact: &Fact) -> Span {
    if !matches!(fact.kind, FactKind::Quote(_)) {
        return fact.span;
    }
    let (start, end) = (fact.span.start as usize, fact.span.end as usize);
    let before = text.get(..start).and_then(|text| text.chars().next_back()).filter(|c| is_opening(*c));
    let after = text.get(end..).and_then(|text| text.chars().next()).filter(|c| is_closing(*c));
    Span::new(start - before.map_or(0, char::len_utf8), end + after.map_or(0, char::len_utf8))
}

/// The quotation marks at the edges of a marked quotation.
fn signs(span: Span, fact: &Fact) -> Vec<Span> {
    let edges = [Span { start: span.start, end: fact.span.start }, Span { start: fact.span.end, end: span.end }];
    edges.into_iter().filter(|edge| edge.start < edge.end).collect()
}

/// Appends bare text: line breaks as the page has them, and the joiner after a closing mark that Hangul follows. Chromium
/// breaks a line there in spite of `keep-all`; the joiner is generated content, so it is never selected or copied.
fn letters(mut parent: El, text: &str, span: Span) -> El {
    let mut start = span.start as usize;
    for (at, c) in span.of(text).char_indices() {
        let end = span.start as usize + at + c.len_utf8();
        let is_joined = is_closing(c) && text[end..].chars().next().is_some_and(is_hangul);
        if c == '\n' {
            parent = parent.text(&text[start..end - 1]).add(el("br"));
            start = end;
        } else if is_joined {
            parent = parent.text(&text[start..end]).add(el("span").class("j"));
            start = end;
        }
    }
    parent.text(&text[start..span.end as usize])
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '「' | '『' | '«' | '„')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | '」' | '』' | '»' | '〉' | '》')
}
