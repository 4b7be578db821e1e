//! Formulas as a tree of the elements of MathML that only draw: no link, no style, no script, no foreign element.

use crate::dom::{Document, NodeId, Token, math};
use serde::Serialize;

/// A formula.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Formula {
    /// Whether the text below is TeX.
    pub tex: bool,
    /// Whether it stands on a line of its own.
    pub display: bool,
    /// What `math` holds.
    pub nodes: Vec<MathNode>,
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MathNode {
    /// Signs.
    Text(String),
    /// An element of [`ELEMENTS`] with attributes of [`ATTRIBUTES`] and the parts inside.
    Element(&'static str, Vec<(&'static str, String)>, Vec<MathNode>),
}

/// Elements that are kept (MathML Core, without `maction` and `annotation-xml`); of others the inside is.
const ELEMENTS: &[&str] = &[
    "mrow",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "msup",
    "msub",
    "msubsup",
    "mfrac",
    "msqrt",
    "mroot",
    "mover",
    "munder",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
    "mpadded",
    "mphantom",
    "mstyle",
    "mmultiscripts",
    "mprescripts",
    "none",
    "ms",
    "menclose",
    "mfenced",
];

/// Attributes that are kept where their value is a word, a number or a length.
const ATTRIBUTES: &[&str] = &[
    "mathvariant",
    "stretchy",
    "fence",
    "separator",
    "largeop",
    "movablelimits",
    "accent",
    "accentunder",
    "linethickness",
    "lspace",
    "rspace",
    "width",
    "columnalign",
    "displaystyle",
    "scriptlevel",
    "form",
    "open",
    "close",
    "columnspan",
    "rowspan",
    "symmetric",
    "minsize",
    "maxsize",
    "notation",
];

/// Deepest nesting that is kept; what is deeper stands in its row. Formulas of real pages stay under 20.
const DEPTH_MAX: usize = 40;

/// Longest value of an attribute, in bytes.
const VALUE_BYTES_MAX: usize = 40;

impl Formula {
    /// Reads a `math` element, or a script that holds one in TeX.
    pub(super) fn read(document: &Document, math: NodeId) -> Self {
        let is = |name: &str, value: &str| document.attribute(math, name).is_some_and(|own| own.ends_with(value));
        let display = is("display", "block") || is("mode", "display") || is("type", "mode=display");
        let tex = math::tex(document, math);
        // Only its source is there: it is shown as it is written.
        let written = tex.clone().filter(|_| math::is_script(document, math));
        let nodes = written
            .map_or_else(|| nodes(document, math), |tex| vec![MathNode::Element("mtext", Vec::new(), vec![MathNode::Text(tex)])]);
        Self { tex: tex.is_some(), display, nodes }
    }
}

/// An element being read; `None` for one that is left out with its inside kept.
type Open = (Option<(&'static str, Vec<(&'static str, String)>)>, Vec<MathNode>);

fn nodes(document: &Document, math: NodeId) -> Vec<MathNode> {
    let tokens = document.element(math).tokens.clone();
    let mut stack: Vec<Open> = vec![(None, Vec::new())];
    let mut at = tokens.start as usize + 1;
    while at + 1 < tokens.end as usize {
        match document.tokens()[at] {
            Token::Open(node) if document.name(node).starts_with("annotation") || document.element(node).tag.hides_text() => {
                at = document.element(node).tokens.end as usize;
                continue;
            }
            Token::Open(node) => {
                let name = ELEMENTS.iter().find(|name| **name == document.name(node)).filter(|_| stack.len() < DEPTH_MAX);
                stack.push((name.map(|name| (*name, attributes(document, node))), Vec::new()));
            }
            Token::Close(_) => close(&mut stack),
            Token::Text(span) => {
                let text = crate::text::collapse(document.text(span));
                if let Some((_, inside)) = stack.last_mut().filter(|_| !text.is_empty()) {
                    inside.push(MathNode::Text(text));
                }
            }
        }
        at += 1;
    }
    while stack.len() > 1 {
        close(&mut stack);
    }
    stack.pop().map(|(_, inside)| inside).unwrap_or_default()
}

fn close(stack: &mut Vec<Open>) {
    if stack.len() < 2 {
        return;
    }
    let Some((element, inside)) = stack.pop() else { return };
    let Some((_, outer)) = stack.last_mut() else { return };
    match element {
        Some((name, attributes)) => outer.push(MathNode::Element(name, attributes, inside)),
        None => outer.extend(inside),
    }
}

fn attributes(document: &Document, node: NodeId) -> Vec<(&'static str, String)> {
    let is_plain =
        |value: &str| value.len() <= VALUE_BYTES_MAX && value.chars().all(|c| c.is_alphanumeric() || " .-+%()[]{}|".contains(c));
    let kept = |name: &&'static str| {
        document.attribute(node, name).filter(|value| is_plain(value)).map(|value| (*name, value.to_owned()))
    };
    ATTRIBUTES.iter().filter_map(kept).collect()
}
