//! An HTML fragment for the clipboard and for files: the few elements of an article, escaped text, no attribute but
//! `href`, `src`, `alt`, `lang` and `rel`.

use super::inline::{Piece, pieces, runs};
use super::{address, origin};
use crate::article::{Block, Image, RichText};
use crate::markup::escape_html;
use crate::reading::Reading;

/// The reading as one `article` element.
pub fn html(reading: &Reading) -> String {
    let language: String = reading.lang.chars().take_while(char::is_ascii_alphabetic).collect();
    let mut out = if language.is_empty() { "<article>\n".to_owned() } else { format!("<article lang=\"{language}\">\n") };
    line(&mut out, "h1", &escape_html(&reading.title));
    reading.deck.iter().for_each(|deck| line(&mut out, "p", &escape_html(deck)));
    line(&mut out, "p", &escape_html(&origin(reading).join(" · ")));
    let address = escape_html(address(reading));
    if !address.is_empty() {
        line(&mut out, "p", &format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>"));
    }
    blocks(&mut out, &reading.article.blocks);
    out + "</article>\n"
}

fn line(out: &mut String, tag: &str, inside: &str) {
    if !inside.is_empty() {
        out.push_str(&format!("<{tag}>{inside}</{tag}>\n"));
    }
}

fn blocks(out: &mut String, blocks: &[Block]) {
    blocks.iter().for_each(|each| block(out, each));
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => line(out, "p", &inline(text)),
        Block::Heading { level, text } => {
            line(out, ["h2", "h3", "h4", "h5", "h6"][usize::from((*level).clamp(2, 6)) - 2], &inline(text))
        }
        Block::List { ordered, items } => list(out, if *ordered { "ol" } else { "ul" }, items),
        Block::Quote(inside) => wrapped(out, "blockquote", |out| blocks(out, inside)),
        Block::Code { text, .. } => line(out, "pre", &format!("<code>{}</code>", escape_html(text))),
        Block::Table { caption, header, rows } => wrapped(out, "table", |out| {
            line(out, "caption", &inline(caption));
            rows.iter().enumerate().for_each(|(at, row)| table_row(out, if *header && at == 0 { "th" } else { "td" }, row));
        }),
        Block::Figure { images, caption } => wrapped(out, "figure", |out| {
            images.iter().for_each(|each| image(out, each));
            line(out, "figcaption", &inline(caption));
        }),
        Block::Rule => out.push_str("<hr>\n"),
    }
}

fn wrapped(out: &mut String, tag: &str, inside: impl FnOnce(&mut String)) {
    out.push_str(&format!("<{tag}>\n"));
    inside(out);
    out.push_str(&format!("</{tag}>\n"));
}

fn list(out: &mut String, tag: &str, items: &[Vec<Block>]) {
    wrapped(out, tag, |out| {
        for item in items {
            match item.as_slice() {
                [Block::Paragraph(text)] => line(out, "li", &inline(text)),
                item => wrapped(out, "li", |out| blocks(out, item)),
            }
        }
    });
}

fn table_row(out: &mut String, tag: &str, row: &[RichText]) {
    let cells: String = row.iter().map(|cell| format!("<{tag}>{}</{tag}>", inline(cell))).collect();
    out.push_str(&format!("<tr>{cells}</tr>\n"));
}

fn image(out: &mut String, image: &Image) {
    out.push_str(&format!("<img src=\"{}\" alt=\"{}\">\n", escape_html(image.url.as_str()), escape_html(&image.alt)));
}

fn inline(rich: &RichText) -> String {
    let pieces = pieces(rich);
    let run = |(link, run): (Option<&crate::article::SafeUrl>, &[Piece<'_>])| {
        let inside: String = run.iter().map(piece).collect();
        link.map_or(inside.clone(), |url| format!("<a href=\"{}\" rel=\"noreferrer\">{inside}</a>", escape_html(url.as_str())))
    };
    runs(&pieces, |piece| piece.link).into_iter().map(run).collect()
}

fn piece(piece: &Piece<'_>) -> String {
    let marks = [
        (piece.code, "code"),
        (piece.superscript, "sup"),
        (piece.subscript, "sub"),
        (piece.emphasis, "em"),
        (piece.strong, "strong"),
    ];
    let text = escape_html(piece.text).replace('\n', "<br>\n");
    marks.iter().filter(|(on, _)| *on).fold(text, |inside, (_, tag)| format!("<{tag}>{inside}</{tag}>"))
}
