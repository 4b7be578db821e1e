//! Markdown (CommonMark and GitHub's tables). Rendering it gives the headings, links and marks of the article and
//! nothing that stands in its text: that is escaped.

use super::inline::{Piece, pieces, runs};
use super::{address, origin};
use crate::article::{Block, Image, RichText};
use crate::markup::{escape_markdown, escape_markdown_url};
use crate::reading::Reading;

/// The reading as Markdown: headline, standfirst, who and when, address, body.
pub fn markdown(reading: &Reading) -> String {
    let mut parts = Vec::new();
    if !reading.title.is_empty() {
        parts.push(format!("# {}", one_line(&reading.title)));
    }
    parts.extend(reading.deck.iter().map(|line| escape_markdown(line)));
    parts.push(origin(reading).iter().map(|part| escape_markdown(part)).collect::<Vec<_>>().join(" · "));
    if !address(reading).is_empty() {
        parts.push(format!("<{}>", escape_markdown_url(address(reading))));
    }
    parts.push(blocks(&reading.article.blocks));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// Blocks with a blank line between them. Of two lists in a row the second takes another sign, or they would be one.
fn blocks(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut lists_in_row = 0;
    for each in blocks {
        let is_list = matches!(each, Block::List { .. });
        lists_in_row = if is_list { lists_in_row + 1 } else { 0 };
        parts.push(block(each, lists_in_row % 2 == 0));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn block(block: &Block, other_sign: bool) -> String {
    match block {
        Block::Paragraph(text) => inline(text),
        Block::Heading { level, text } => {
            format!("{} {}", "#".repeat(usize::from((*level).clamp(2, 6))), inline(text).replace("\\\n", " "))
        }
        Block::List { ordered, items } => list(*ordered, items, other_sign),
        Block::Quote(inside) => indent(&blocks(inside), "> ", "> "),
        Block::Code { language, text } => code(language, text),
        Block::Table { caption, header, rows } => table(caption, *header, rows),
        Block::Figure { images, caption } => figure(images, caption),
        Block::Rule => "***".to_owned(),
    }
}

fn list(ordered: bool, items: &[Vec<Block>], other_sign: bool) -> String {
    let sign = |number: usize| match (ordered, other_sign) {
        (true, false) => format!("{number}. "),
        (true, true) => format!("{number}) "),
        (false, false) => "- ".to_owned(),
        (false, true) => "* ".to_owned(),
    };
    let item = |(at, item): (usize, &Vec<Block>)| {
        let sign = sign(at + 1);
        indent(&blocks(item), &sign, &" ".repeat(sign.len()))
    };
    items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
}

/// Every line with `first` or `rest` before it; blank lines without trailing spaces.
fn indent(text: &str, first: &str, rest: &str) -> String {
    let line = |(at, line): (usize, &str)| format!("{}{line}", if at == 0 { first } else { rest }).trim_end().to_owned();
    text.split('\n').enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// A fence longer than any run of backticks inside.
fn code(language: &str, text: &str) -> String {
    let fence = "`".repeat((longest_run(text) + 1).max(3));
    let language: String = language.chars().filter(|c| c.is_alphanumeric() || "+-#.".contains(*c)).collect();
    format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A table of GitHub's Markdown; it must have a header row, so a table without one gets an empty one.
fn table(caption: &RichText, header: bool, rows: &[Vec<RichText>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return inline(caption);
    }
    let cell = |row: &[RichText], at: usize| row.get(at).map_or_else(String::new, |cell| inline(cell).replace("\\\n", " "));
    let line = |row: &[RichText]| format!("| {} |", (0..columns).map(|at| cell(row, at)).collect::<Vec<_>>().join(" | "));
    let (head, body) = if header { rows.split_at(1) } else { rows.split_at(0) };
    let mut lines = vec![line(head.first().map_or(&[], Vec::as_slice)), format!("|{}", " --- |".repeat(columns))];
    lines.extend(body.iter().map(|row| line(row)));
    let table = lines.join("\n");
    if caption.text.is_empty() { table } else { format!("{}\n\n{table}", inline(caption)) }
}

fn figure(images: &[Image], caption: &RichText) -> String {
    let image = |image: &Image| format!("![{}]({})", one_line(&image.alt), escape_markdown_url(image.url.as_str()));
    let images = images.iter().map(image).collect::<Vec<_>>().join("\n");
    [images, inline(caption)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn one_line(text: &str) -> String {
    escape_markdown(&text.replace('\n', " "))
}

/// Rich text with its marks: links outermost, then strong, then emphasis.
fn inline(rich: &RichText) -> String {
    let pieces = pieces(rich);
    let mut out = String::new();
    for (link, run) in runs(&pieces, |piece| piece.link) {
        match link {
            Some(url) => out.push_str(&format!("[{}]({})", stressed(run), escape_markdown_url(url.as_str()))),
            None => out.push_str(&stressed(run)),
        }
    }
    out
}

fn stressed(pieces: &[Piece<'_>]) -> String {
    let emphasis = |run: &[Piece<'_>]| -> String {
        let runs = runs(run, |piece| piece.emphasis);
        runs.into_iter().map(|(on, run)| if on { delimited("*", &text(run)) } else { text(run) }).collect()
    };
    let runs = runs(pieces, |piece| piece.strong);
    runs.into_iter().map(|(on, run)| if on { delimited("**", &emphasis(run)) } else { emphasis(run) }).collect()
}

/// Delimiters close to the letters: next to punctuation inside and a letter outside, as in `**“강조”**은`, CommonMark
/// would print the stars. So punctuation at the ends moves out: `“**강조**”은`. A stretch of several lines or without
/// letters stays bare.
fn delimited(sign: &str, text: &str) -> String {
    let solid = |c: char| c.is_alphanumeric();
    let (Some(start), Some(end)) = (text.find(solid), text.char_indices().rfind(|(_, c)| solid(*c))) else {
        return text.to_owned();
    };
    let end = end.0 + end.1.len_utf8();
    let nested = text.starts_with('*') && text.ends_with('*') && !text.ends_with("\\*");
    if text.contains(['\n', '`']) {
        return text.to_owned();
    }
    let (start, end) = if nested { (0, text.len()) } else { (start, end) };
    format!("{}{sign}{}{sign}{}", &text[..start], &text[start..end], &text[end..])
}

fn text(pieces: &[Piece<'_>]) -> String {
    pieces.iter().map(piece).collect()
}

/// Markdown has no superscript: `10^2` says what `102` would falsify.
fn piece(piece: &Piece<'_>) -> String {
    if piece.code && !piece.text.trim().is_empty() {
        return code_span(piece.text);
    }
    let spaced = |text: &str| {
        let (start, end) = (text.starts_with(' '), text.len() > 1 && text.ends_with(' '));
        format!("{}{}{}", if start { " " } else { "" }, escape_markdown(text), if end { " " } else { "" })
    };
    if piece.superscript { format!("^{}", spaced(piece.text)) } else { spaced(piece.text) }
}

fn code_span(text: &str) -> String {
    let text = text.replace('\n', " ");
    let fence = "`".repeat(longest_run(&text) + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}
