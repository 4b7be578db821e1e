//! The written form of a formula: its TeX where the page gives it, else its signs in a row.

use super::{Document, NodeId, Tag, Token};

/// How the type of a script begins that holds a formula in TeX (MathJax 2); such an element is a `math` here.
pub(super) const TEX_SCRIPT: &str = "math/tex";

/// Whether a `math` element is such a script.
pub fn is_script(document: &Document, math: NodeId) -> bool {
    document.attribute(math, "type").is_some_and(|kind| kind.starts_with(TEX_SCRIPT))
}

/// The text of a `math` element.
pub fn text(document: &Document, math: NodeId) -> String {
    tex(document, math).unwrap_or_else(|| signs(document, math))
}

/// The TeX of a `math` element: its annotation or `alttext`, or all that a script holds.
pub fn tex(document: &Document, math: NodeId) -> Option<String> {
    let tokens = &document.element(math).tokens;
    let inside = &document.tokens()[tokens.start as usize..tokens.end as usize];
    if is_script(document, math) {
        let text =
            inside.iter().filter_map(|token| if let Token::Text(span) = token { Some(document.text(*span)) } else { None });
        return Some(crate::text::collapse(&text.collect::<String>())).filter(|tex| !tex.is_empty());
    }
    let annotation = inside.iter().find_map(|token| match token {
        Token::Open(n) if is_tex(document, *n) => Some(*n),
        _ => None,
    });
    let written = annotation.map(|n| document.text_of(n)).or_else(|| document.attribute(math, "alttext").map(str::to_owned))?;
    Some(bare(&written).to_owned()).filter(|tex| !tex.is_empty())
}

/// TeX without the style that generators wrap around it: `{\displaystyle x}`.
pub fn bare(tex: &str) -> &str {
    let inside = |style: &str| tex.trim().strip_prefix('{')?.strip_prefix(style)?.strip_suffix('}').map(str::trim);
    inside("\\displaystyle").or_else(|| inside("\\textstyle")).unwrap_or_else(|| tex.trim())
}

fn is_tex(document: &Document, node: NodeId) -> bool {
    document.element(node).tag == Tag::Other
        && document.name(node) == "annotation"
        && document.attribute(node, "encoding").is_some_and(|e| e.to_ascii_lowercase().contains("tex"))
}

/// The signs of a formula in a row: `a/(b+c)`, `x^2`, `√(y)`.
fn signs(document: &Document, math: NodeId) -> String {
    let tokens = document.element(math).tokens.clone();
    let (mut out, mut at) = (String::new(), tokens.start as usize);
    // Open elements: name, and how many children have begun.
    let mut open: Vec<(&str, u32)> = Vec::new();
    while at < tokens.end as usize {
        match document.tokens()[at] {
            Token::Open(node) => {
                let name = document.name(node);
                if name.starts_with("annotation") {
                    at = document.element(node).tokens.end as usize;
                    continue;
                }
                if let Some((outer, child)) = open.last_mut() {
                    out.push_str(before(outer, *child));
                    *child += 1;
                }
                out.push_str(if is_root(name) {
                    "√("
                } else if is_group(name, &open) {
                    "("
                } else {
                    ""
                });
                open.push((name, 0));
            }
            Token::Close(node) => {
                open.pop();
                let name = document.name(node);
                out.push_str(if is_root(name) || is_group(name, &open) { ")" } else { "" });
            }
            Token::Text(span) => out.push_str(document.text(span).trim()),
        }
        at += 1;
    }
    out
}

fn is_root(name: &str) -> bool {
    matches!(name, "msqrt" | "mroot")
}

/// Whether a row of signs is a part of something that needs it as one.
fn is_group(name: &str, open: &[(&str, u32)]) -> bool {
    let outer = open.last().map_or("", |(outer, _)| outer);
    name == "mrow" && matches!(outer, "mfrac" | "msup" | "msub" | "msubsup")
}

/// The sign before the n-th child.
fn before(outer: &str, child: u32) -> &'static str {
    match (outer, child) {
        ("msup" | "mover", 1) | ("msubsup" | "munderover", 2) => "^",
        ("msub" | "munder" | "msubsup" | "munderover", 1) => "_",
        ("mfrac", 1) => "/",
        ("mtr", 1..) => " ",
        ("mtable", 1..) => "; ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[test]
    fn formulas() {
        let check = |inside: &str, expect: &str| {
            let document = scan(&format!("<math>{inside}</math>")).expect("small");
            assert_eq!(text(&document, NodeId(0)), expect, "{inside}");
        };
        check("<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>", "a/(b+c)");
        check("<msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt>", "√(x^2)");
        check(
            "<semantics><mi>x</mi><annotation encoding=\"application/x-tex\">{\\displaystyle x_1}</annotation></semantics>",
            "x_1",
        );
        check("", "");
    }

    #[test]
    fn a_script_holds_its_tex() {
        let document = scan("<script type=\"math/tex; mode=display\">\nx < \\frac{1}{2}\n</script>").expect("small");
        assert_eq!(text(&document, NodeId(0)), "x < \\frac{1}{2}");
        let document = scan("<script type=\"module\">x</script>").expect("small");
        assert!(!is_script(&document, NodeId(0)) && document.element(NodeId(0)).tag == Tag::SCRIPT);
    }
}
