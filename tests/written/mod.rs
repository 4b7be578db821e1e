//! An article in the Markdown-like form of `expected.md`, and the difference of two such bodies, block by block.
//!
//! Paragraphs are separated by a blank line; `## ` heading, `- ` and `1. ` items (two spaces deeper when nested), `> `
//! quotation, fenced code, `| a | b |` rows with `|= caption` before them, `![caption]` figure, `---` rule. A line break
//! inside a text is a backslash at the end of the line. Inline marks are not written.

use malgeun::article::{Article, Block, RichText};

/// The body of an article.
pub(crate) fn article(article: &Article) -> String {
    blocks(&article.blocks, "\n\n")
}

fn blocks(blocks: &[Block], between: &str) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(between)
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => plain(text),
        Block::Heading { text, .. } => format!("## {}", plain(text)),
        Block::List { ordered, items } => list(*ordered, items),
        Block::Quote(inner) => {
            blocks(inner, "\n\n").lines().map(|l| format!("> {l}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
        }
        Block::Code { language, text } => format!("```{language}\n{}\n```", text.trim_end_matches('\n')),
        Block::Table { caption, rows, .. } => table(caption, rows),
        Block::Figure { caption, .. } => format!("![{}]", plain(caption)),
        Block::Rule => "---".to_owned(),
    }
}

fn plain(text: &RichText) -> String {
    text.text.replace('\n', "\\\n")
}

fn list(ordered: bool, items: &[Vec<Block>]) -> String {
    let item = |(index, item): (usize, &Vec<Block>)| {
        let sign = if ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
        format!("{sign}{}", blocks(item, "\n").replace('\n', "\n  "))
    };
    items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
}

fn table(caption: &RichText, rows: &[Vec<RichText>]) -> String {
    let head = (!caption.text.is_empty()).then(|| format!("|= {}", plain(caption)));
    let row = |cells: &Vec<RichText>| format!("| {} |", cells.iter().map(plain).collect::<Vec<_>>().join(" | "));
    head.into_iter().chain(rows.iter().map(row)).collect::<Vec<_>>().join("\n")
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
