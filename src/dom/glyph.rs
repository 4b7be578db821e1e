//! Pictures that stand for letters (emoji, formulas), drawings of formulas that are also given as text, and pictures
//! that wait in a `noscript`.

use super::{Document, NodeId, Tag, Token, block, math, scan};

/// Longest alternative text, in characters, of an emoji picture: families of emoji are joined from seven.
const EMOJI_LETTERS_MAX: usize = 12;

/// Longest alternative text, in bytes, that is a formula.
const FORMULA_BYTES_MAX: usize = 2000;

/// Words of class names and addresses by which a picture is a formula.
const FORMULA_NAMES: &[&str] = &["mwe-math", "latex", "mathtex", "mathjax", "/math/render/", "texvc"];

/// The text that an `img` stands for, if it stands for text.
pub fn text(document: &Document, image: NodeId) -> Option<String> {
    let alt = document.attribute(image, "alt").map(str::trim).filter(|alt| !alt.is_empty())?;
    let class = document.attribute(image, "class").unwrap_or_default();
    let source = document.attribute(image, "src").unwrap_or_default();
    let is_named = |name: &str| class.contains(name) || source.contains(name);
    let is_formula =
        || FORMULA_NAMES.iter().any(|n| is_named(n)) || class.split(' ').any(|c| matches!(c, "tex" | "math" | "formula"));
    if alt.len() <= FORMULA_BYTES_MAX && (is_tex(alt) || !source.starts_with("data:") && is_formula()) {
        return Some(math::bare(alt.trim_matches('$')).to_owned());
    }
    let emoji = ["emoji", "wp-smiley", "emoticon"].iter().any(|name| class.contains(name));
    (emoji && alt.chars().count() <= EMOJI_LETTERS_MAX).then(|| alt.to_owned())
}

/// Whether a text is TeX by its signs.
fn is_tex(alt: &str) -> bool {
    let commands = ["\\frac", "\\displaystyle", "\\sum", "\\int", "\\sqrt", "\\alpha", "\\left", "\\mathbb", "\\cdot"];
    alt.starts_with('$') && alt.ends_with('$') && alt.len() > 2 || commands.iter().any(|c| alt.contains(c))
}

/// Whether an element draws a formula for the eye that stands beside it as text (KaTeX, MathJax) or as TeX in a script.
pub fn is_drawn_formula(document: &Document, node: NodeId) -> bool {
    let mut is_hidden = false;
    for (name, value) in document.attributes(node) {
        match name {
            "aria-hidden" => is_hidden = value == "true",
            "class" if value.contains("MathJax_Preview") => return true,
            _ => {}
        }
    }
    let is_typeset =
        |n: NodeId| document.classes(n).any(|c| c.starts_with("katex") || c.starts_with("MathJax") || c.starts_with("mjx"));
    let is_drawn = is_hidden && (is_typeset(node) || document.element(node).parent.is_some_and(is_typeset));
    is_drawn || is_typeset(node) && has_source_behind(document, node)
}

/// Whether the element behind this one is a script with TeX.
fn has_source_behind(document: &Document, node: NodeId) -> bool {
    let mut behind = document.tokens()[document.element(node).tokens.end as usize..].iter();
    let is_blank = |token: &&Token| matches!(token, Token::Text(span) if document.text(*span).trim().is_empty());
    match behind.find(|token| !is_blank(token)) {
        Some(Token::Open(next)) => document.element(*next).tag == Tag::MATH && math::is_script(document, *next),
        _ => false,
    }
}

/// Longest `noscript`, in bytes, that holds a picture: longer ones hold a page for browsers without scripts.
const FALLBACK_BYTES_MAX: usize = 8000;

/// The picture that a `noscript` holds for browsers without scripts, as a page of its own. A browser that runs scripts
/// serialises it as text. Counters without a picture's file name are none.
pub fn fallback(document: &Document, noscript: NodeId) -> Option<(Document, NodeId)> {
    let tokens = &document.element(noscript).tokens;
    let inside = document.tokens()[tokens.start as usize..tokens.end as usize].iter();
    let raw: String = inside.filter_map(|t| if let Token::Text(span) = t { Some(document.text(*span)) } else { None }).collect();
    if raw.len() > FALLBACK_BYTES_MAX || !raw.contains("<img") {
        return None;
    }
    let inner = scan::scan(&raw).ok()?;
    let image = inner.first(Tag::IMG).filter(|image| block::is_picture(&inner, *image))?;
    let source = inner.attribute(image, "src")?;
    let path = source.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let is_file = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"].iter().any(|end| path.ends_with(end));
    is_file.then_some((inner, image))
}
