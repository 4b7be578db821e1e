//! Markdown (CommonMark and GitHub's tables). Rendering it gives the headings, links and marks of the article and
//! nothing that stands in its text: that is escaped.

use super::inline::{Piece, pieces, runs};
use super::{address, embed_name, markdown_table, origin};
use crate::article::{Block, Definition, Embed, Image, Note, RichText};
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
    parts.extend(reading.article.lead.iter().map(|lead| figure(std::slice::from_ref(lead), &[])));
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
        Block::List { ordered, start, items } => list(ordered.then_some(*start), items, other_sign),
        Block::Quote(inside) => indent(&blocks(inside), "> ", "> "),
        Block::Code { language, text } => code(language, text),
        Block::Table { caption, rows } => markdown_table::table(caption, rows),
        Block::Figure { images, caption, credit } => figure(images, &[caption, credit]),
        Block::Embed(embed) => self::embed(embed),
        Block::Definitions(list) => list.iter().map(definition).collect::<Vec<_>>().join("\n\n"),
        Block::Details { summary, blocks: inside } => [delimited("**", &inline(summary)), blocks(inside)]
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
        Block::Notes(notes) => notes.iter().map(note).collect::<Vec<_>>().join("\n\n"),
        Block::Rule => "***".to_owned(),
    }
}

/// Items with their signs; `first` is the number of the first one in a numbered list.
fn list(first: Option<u32>, items: &[Vec<Block>], other_sign: bool) -> String {
    let sign = |at: usize| match (first, other_sign) {
        (Some(first), false) => format!("{}. ", u64::from(first) + at as u64),
        (Some(first), true) => format!("{}) ", u64::from(first) + at as u64),
        (None, false) => "- ".to_owned(),
        (None, true) => "* ".to_owned(),
    };
    let item = |(at, item): (usize, &Vec<Block>)| {
        let sign = sign(at);
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

/// CommonMark has no list of definitions: the term stands above its meanings.
fn definition(definition: &Definition) -> String {
    let terms = definition.terms.iter().map(|term| delimited("**", &inline(term)));
    let meanings = (!definition.details.is_empty()).then(|| list(None, &definition.details, false));
    terms.chain(meanings).collect::<Vec<_>>().join("\n\n")
}

/// A footnote as GitHub's Markdown has it; one that nothing leads to is an item of a list.
fn note(note: &Note) -> String {
    let sign = if note.number > 0 { format!("[^{}]: ", note.number) } else { "- ".to_owned() };
    indent(&blocks(&note.blocks), &sign, if note.number > 0 { "    " } else { "  " })
}

fn embed(embed: &Embed) -> String {
    let link = format!("[{}]({})", one_line(&embed_name(embed)), escape_markdown_url(embed.url.as_str()));
    let parts = [blocks(&embed.text), link, inline(&embed.caption)];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    if embed.text.is_empty() { text } else { indent(&text, "> ", "> ") }
}

pub(super) fn image(image: &Image) -> String {
    format!("![{}]({})", one_line(&image.alt), escape_markdown_url(image.url.as_str()))
}

fn figure(images: &[Image], lines: &[&RichText]) -> String {
    let images = images.iter().map(image).collect::<Vec<_>>().join("\n");
    let lines = lines.iter().map(|line| inline(line));
    std::iter::once(images).chain(lines).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn one_line(text: &str) -> String {
    escape_markdown(&text.replace('\n', " "))
}

/// Rich text with its marks: links outermost, then strong, then emphasis.
pub(super) fn inline(rich: &RichText) -> String {
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

/// Markdown has no superscript: `10^2` says what `102` would falsify. A formula is TeX between dollar signs.
fn piece(piece: &Piece<'_>) -> String {
    if piece.sign {
        return piece.text.to_owned();
    }
    if let Some(number) = piece.note {
        return format!("[^{number}]");
    }
    if let Some(url) = piece.picture {
        return format!("![{}]({})", one_line(piece.text), escape_markdown_url(url.as_str()));
    }
    if let Some(formula) = piece.math.filter(|formula| formula.tex && !piece.text.contains('$')) {
        let sign = if formula.display { "$$" } else { "$" };
        return format!("{sign}{}{sign}", piece.text);
    }
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
