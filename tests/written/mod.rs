//! An article in the Markdown-like form of `expected.md`, and the difference of two such bodies, block by block.
//!
//! Paragraphs are separated by a blank line; `## ` heading (as many `#` as its level), `- ` and `1. ` items (two spaces
//! deeper when nested), `> ` quotation, fenced code, `| a | b |` rows with `|= caption` before them, `![caption | credit]`
//! figure, `---` rule. In a row `= a` heads, and `a <2>` covers two columns, `a ^2^` two rows. `@video YouTube: title
//! <address>` is an embed with its words as a quotation below it and `@= caption`; `: term` with its meanings two spaces
//! deeper; `+ summary` with what it unfolds two spaces deeper; `[^1]: ` a note. A line break inside a text is a backslash
//! at the end of the line. `{rtl}` before a text is a direction of its own; as the first line, the article's.
//! Of inline marks only these are written: `[^1]` for the sign of a note, `$x$` for a formula, `!(x)` for a picture in
//! the line or the cell.

use malgeun::article::{Article, Block, Cell, Definition, Direction, Embed, MarkKind, Note, RichText};

/// The body of an article.
pub(crate) fn article(article: &Article) -> String {
    let direction = (article.direction == Direction::Rtl).then(|| "{rtl}".to_owned());
    direction.into_iter().chain([blocks(&article.blocks, "\n\n")]).collect::<Vec<_>>().join("\n\n")
}

/// The addresses of the pictures in reading order.
pub(crate) fn pictures(blocks: &[Block]) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Figure { images, .. } => images.iter().map(|image| image.url.as_str().to_owned()).collect(),
        Block::Table { rows, .. } => {
            rows.iter().flatten().flat_map(|cell| &cell.images).map(|image| image.url.as_str().to_owned()).collect()
        }
        block => block.inside().into_iter().flat_map(|inner| pictures(std::slice::from_ref(inner))).collect::<Vec<_>>(),
    };
    blocks.iter().flat_map(of).collect()
}

fn blocks(blocks: &[Block], between: &str) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(between)
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => plain(text),
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level)), plain(text)),
        Block::List { ordered, start, items } => list(ordered.then_some(*start), items),
        Block::Quote(inner) => quoted(inner),
        Block::Code { language, text } => format!("```{language}\n{}\n```", text.trim_end_matches('\n')),
        Block::Table { caption, rows } => table(caption, rows),
        Block::Figure { caption, credit, .. } => format!("![{}]", both(caption, credit)),
        Block::Embed(embed) => self::embed(embed),
        Block::Definitions(list) => list.iter().map(definition).collect::<Vec<_>>().join("\n"),
        Block::Details { summary, blocks: inner } => format!("+ {}\n{}", plain(summary), deeper(inner)),
        Block::Notes(notes) => notes.iter().map(note).collect::<Vec<_>>().join("\n"),
        Block::Rule => "---".to_owned(),
    }
}

fn plain(text: &RichText) -> String {
    let mut out = text.text.clone();
    for mark in text.marks.iter().rev() {
        let range = mark.span.start as usize..mark.span.end as usize;
        let words = mark.span.of(&text.text);
        match &mark.kind {
            MarkKind::Note(number) => out.replace_range(range, &format!("[^{number}]")),
            MarkKind::Math(_) => out.replace_range(range, &format!("${words}$")),
            MarkKind::Picture(_) => out.replace_range(range, &format!("!({words})")),
            _ => {}
        }
    }
    let direction = text.direction.map_or_else(String::new, |direction| format!("{{{}}} ", direction.name()));
    direction + &out.replace('\n', "\\\n")
}

fn both(caption: &RichText, credit: &RichText) -> String {
    if credit.text.is_empty() { plain(caption) } else { format!("{} | {}", plain(caption), plain(credit)) }
}

fn quoted(inner: &[Block]) -> String {
    blocks(inner, "\n\n").lines().map(|l| format!("> {l}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn deeper(inner: &[Block]) -> String {
    blocks(inner, "\n").lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn embed(embed: &Embed) -> String {
    let name = [embed.provider, &embed.title].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    let kind = format!("{:?}", embed.kind).to_lowercase();
    let mut lines = vec![format!("@{kind} {name} <{}>", embed.url.as_str())];
    lines.extend((!embed.text.is_empty()).then(|| quoted(&embed.text)));
    lines.extend((!embed.caption.text.is_empty()).then(|| format!("@= {}", plain(&embed.caption))));
    lines.join("\n")
}

fn definition(definition: &Definition) -> String {
    let terms = definition.terms.iter().map(|term| format!(": {}", plain(term)));
    terms.chain(definition.details.iter().map(|inner| deeper(inner))).collect::<Vec<_>>().join("\n")
}

fn note(note: &Note) -> String {
    format!("[^{}]: {}", note.number, blocks(&note.blocks, "\n").replace('\n', "\n  "))
}

fn list(first: Option<u32>, items: &[Vec<Block>]) -> String {
    let item = |(index, item): (usize, &Vec<Block>)| {
        let sign = first.map_or_else(|| "- ".to_owned(), |first| format!("{}. ", first as usize + index));
        format!("{sign}{}", blocks(item, "\n").replace('\n', "\n  "))
    };
    items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
}

fn table(caption: &RichText, rows: &[Vec<Cell>]) -> String {
    let head = (!caption.text.is_empty()).then(|| format!("|= {}", plain(caption)));
    let row = |cells: &Vec<Cell>| format!("| {} |", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    head.into_iter().chain(rows.iter().map(row)).collect::<Vec<_>>().join("\n")
}

fn cell(cell: &Cell) -> String {
    let columns = if cell.columns > 1 { format!(" <{}>", cell.columns) } else { String::new() };
    let rows = if cell.rows > 1 { format!(" ^{}^", cell.rows) } else { String::new() };
    let pictures: String = cell.images.iter().map(|image| format!("!({}) ", image.alt)).collect();
    let text = format!("{}{pictures}{}", if cell.header { "= " } else { "" }, plain(&cell.text));
    format!("{}{columns}{rows}", text.trim_end())
}

/// The blocks that differ, `-` expected and `+` found, or `None` when the bodies are equal.
pub(crate) fn difference(expected: &str, found: &str) -> Option<String> {
    let split = |text: &str| text.split("\n\n").map(str::to_owned).filter(|b| !b.is_empty()).collect::<Vec<_>>();
    let (old, new) = (split(expected), split(found));
    let lines = steps(&old, &new);
    (!lines.is_empty()).then(|| format!("body:\n    {}", lines.join("\n    ")))
}

/// The shortest way from `old` to `new`, without what they share (longest common subsequence).
fn steps(old: &[String], new: &[String]) -> Vec<String> {
    let mut shared = vec![vec![0usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            shared[i][j] = if old[i] == new[j] { shared[i + 1][j + 1] + 1 } else { shared[i + 1][j].max(shared[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && shared[i + 1][j] >= shared[i][j + 1]) {
            out.push(format!("- {}", old[i]));
            i += 1;
        } else {
            out.push(format!("+ {}", new[j]));
            j += 1;
        }
    }
    out
}
