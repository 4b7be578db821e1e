//! An HTML fragment for the clipboard and for files: the few elements of an article, escaped text, no attribute but
//! `href`, `src`, `alt`, `lang`, `dir`, `rel`, `start`, `colspan`, `rowspan`, the ids of footnotes, and those of MathML
//! that only draw.

use super::inline::{Piece, pieces, runs};
use super::{address, embed_name, origin};
use crate::article::{Block, Cell, Definition, Direction, Embed, Formula, Image, MathNode, Note, RichText, SafeUrl};
use crate::markup::escape_html;
use crate::reading::Reading;

/// The reading as one `article` element.
pub fn html(reading: &Reading) -> String {
    let language: String = reading.lang.chars().take_while(char::is_ascii_alphabetic).collect();
    let language = if language.is_empty() { language } else { format!(" lang=\"{language}\"") };
    let direction = if reading.article.direction == Direction::Rtl { " dir=\"rtl\"" } else { "" };
    let mut out = format!("<article{language}{direction}>\n");
    line(&mut out, "h1", &escape_html(&reading.title));
    reading.deck.iter().for_each(|deck| line(&mut out, "p", &escape_html(deck)));
    line(&mut out, "p", &escape_html(&origin(reading).join(" · ")));
    let address = escape_html(address(reading));
    if !address.is_empty() {
        line(&mut out, "p", &format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>"));
    }
    reading.article.lead.iter().for_each(|lead| wrapped(&mut out, "figure", |out| image(out, lead)));
    blocks(&mut out, &reading.article.blocks);
    out + "</article>\n"
}

fn line(out: &mut String, tag: &str, inside: &str) {
    if !inside.is_empty() {
        out.push_str(&format!("<{tag}>{inside}</{tag}>\n"));
    }
}

/// A line of page text, with its direction where it has its own.
fn text(out: &mut String, tag: &str, rich: &RichText) {
    match rich.direction.filter(|_| !rich.text.is_empty()) {
        Some(direction) => out.push_str(&format!("<{tag} dir=\"{}\">{}</{tag}>\n", direction.name(), inline(rich))),
        None => line(out, tag, &inline(rich)),
    }
}

fn blocks(out: &mut String, blocks: &[Block]) {
    blocks.iter().for_each(|each| block(out, each));
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(rich) => text(out, "p", rich),
        Block::Heading { level, text: rich } => {
            text(out, ["h2", "h3", "h4", "h5", "h6"][usize::from((*level).clamp(2, 6)) - 2], rich)
        }
        Block::List { ordered: false, items, .. } => list(out, "ul", "", items),
        Block::List { start: 1, items, .. } => list(out, "ol", "", items),
        Block::List { start, items, .. } => list(out, "ol", &format!(" start=\"{start}\""), items),
        Block::Quote(inside) => wrapped(out, "blockquote", |out| blocks(out, inside)),
        Block::Code { text, .. } => line(out, "pre", &format!("<code>{}</code>", escape_html(text))),
        Block::Table { caption, rows } => wrapped(out, "table", |out| {
            text(out, "caption", caption);
            rows.iter().for_each(|row| table_row(out, row));
        }),
        Block::Figure { images, caption, credit } => wrapped(out, "figure", |out| {
            images.iter().for_each(|each| image(out, each));
            text(out, "figcaption", &joined(caption, credit));
        }),
        Block::Embed(embed) => self::embed(out, embed),
        Block::Definitions(list) => wrapped(out, "dl", |out| list.iter().for_each(|each| definition(out, each))),
        Block::Details { summary, blocks: inside } => wrapped(out, "details", |out| {
            text(out, "summary", summary);
            blocks(out, inside);
        }),
        Block::Notes(notes) => wrapped(out, "ol", |out| notes.iter().for_each(|each| note(out, each))),
        Block::Rule => out.push_str("<hr>\n"),
    }
}

/// A caption with its credit behind it.
fn joined(caption: &RichText, credit: &RichText) -> RichText {
    let mut both = caption.clone();
    both.append(" ", credit.clone());
    both
}

fn wrapped(out: &mut String, tag: &str, inside: impl FnOnce(&mut String)) {
    out.push_str(&format!("<{tag}>\n"));
    inside(out);
    let name = tag.split(' ').next().unwrap_or_default();
    out.push_str(&format!("</{name}>\n"));
}

fn list(out: &mut String, tag: &str, start: &str, items: &[Vec<Block>]) {
    wrapped(out, &format!("{tag}{start}"), |out| items.iter().for_each(|item| part(out, "li", "", item)));
}

/// An item, a meaning or a note: a single paragraph is only its text.
fn part(out: &mut String, tag: &str, attributes: &str, inside: &[Block]) {
    match inside {
        [Block::Paragraph(rich)] => out.push_str(&format!("<{tag}{attributes}>{}</{tag}>\n", inline(rich))),
        inside => wrapped(out, &format!("{tag}{attributes}"), |out| blocks(out, inside)),
    }
}

fn definition(out: &mut String, definition: &Definition) {
    definition.terms.iter().for_each(|term| text(out, "dt", term));
    definition.details.iter().for_each(|inside| part(out, "dd", "", inside));
}

fn note(out: &mut String, note: &Note) {
    let id = if note.number > 0 { format!(" id=\"note-{}\"", note.number) } else { String::new() };
    part(out, "li", &id, &note.blocks);
}

fn embed(out: &mut String, embed: &Embed) {
    let link =
        format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape_html(embed.url.as_str()), escape_html(&embed_name(embed)));
    wrapped(out, if embed.text.is_empty() { "figure" } else { "blockquote" }, |out| {
        blocks(out, &embed.text);
        line(out, "p", &link);
        text(out, if embed.text.is_empty() { "figcaption" } else { "p" }, &embed.caption);
    });
}

fn table_row(out: &mut String, row: &[Cell]) {
    let cell = |cell: &Cell| {
        let tag = if cell.header { "th" } else { "td" };
        let covers = |name: &str, count: u32| if count > 1 { format!(" {name}=\"{count}\"") } else { String::new() };
        let spans = [covers("colspan", cell.columns), covers("rowspan", cell.rows)].concat();
        let mut images = String::new();
        cell.images.iter().for_each(|each| image(&mut images, each));
        format!("<{tag}{spans}>{images}{}</{tag}>", inline(&cell.text))
    };
    out.push_str(&format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>()));
}

fn image(out: &mut String, image: &Image) {
    out.push_str(&format!("<img src=\"{}\" alt=\"{}\">\n", escape_html(image.url.as_str()), escape_html(&image.alt)));
}

fn inline(rich: &RichText) -> String {
    let pieces = pieces(rich);
    let run = |(link, run): (Option<&SafeUrl>, &[Piece<'_>])| {
        let inside: String = runs(run, |piece| piece.ruby).into_iter().map(|(ruby, run)| words(ruby.is_some(), run)).collect();
        link.map_or(inside.clone(), |url| format!("<a href=\"{}\" rel=\"noreferrer\">{inside}</a>", escape_html(url.as_str())))
    };
    runs(&pieces, |piece| piece.link).into_iter().map(run).collect()
}

fn words(ruby: bool, pieces: &[Piece<'_>]) -> String {
    let inside: String = pieces.iter().map(piece).collect();
    if ruby { format!("<ruby>{inside}</ruby>") } else { inside }
}

fn piece(piece: &Piece<'_>) -> String {
    let marks = [
        (piece.code, "code"),
        (piece.sign, "rp"),
        (piece.reading, "rt"),
        (piece.superscript, "sup"),
        (piece.subscript, "sub"),
        (piece.emphasis, "em"),
        (piece.strong, "strong"),
    ];
    let text = match (piece.math, piece.picture, piece.note) {
        (Some(formula), ..) => math(formula),
        (_, Some(url), _) => format!("<img src=\"{}\" alt=\"{}\">", escape_html(url.as_str()), escape_html(piece.text)),
        (.., Some(number)) => format!("<a href=\"#note-{number}\">{}</a>", escape_html(piece.text)),
        _ => escape_html(piece.text).replace('\n', "<br>\n"),
    };
    marks.iter().filter(|(on, _)| *on).fold(text, |inside, (_, tag)| format!("<{tag}>{inside}</{tag}>"))
}

fn math(formula: &Formula) -> String {
    let display = if formula.display { " display=\"block\"" } else { "" };
    let mut out = format!("<math{display}>");
    formula.nodes.iter().for_each(|node| math_node(&mut out, node));
    out + "</math>"
}

fn math_node(out: &mut String, node: &MathNode) {
    match node {
        MathNode::Text(text) => out.push_str(&escape_html(text)),
        MathNode::Element(name, attributes, inside) => {
            let attributes: String =
                attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape_html(value))).collect();
            out.push_str(&format!("<{name}{attributes}>"));
            inside.iter().for_each(|node| math_node(out, node));
            out.push_str(&format!("</{name}>"));
        }
    }
}
