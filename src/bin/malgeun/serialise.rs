//! The HTML fragment serialisation of a parsed tree (HTML standard, 13.3), without recursion. The tree's own serialiser
//! leaves out what `<template>` holds, which a browser writes.

use html5ever::{QualName, local_name, ns};
use markup5ever_rcdom::{Node, NodeData};
use std::rc::Rc;

/// What is still to be written.
enum Step {
    Open(Rc<Node>, Content),
    Close(QualName),
}

/// How text inside an element is written.
#[derive(Clone, Copy, PartialEq)]
enum Content {
    Escaped,
    Raw,
}

/// The node and all in it.
pub(crate) fn outer_html(root: &Rc<Node>) -> String {
    let mut out = String::new();
    let mut steps = vec![Step::Open(Rc::clone(root), Content::Escaped)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Close(name) => out.extend(["</", &name.local, ">"]),
            Step::Open(node, content) => open(&mut out, &mut steps, &node, content),
        }
    }
    out
}

fn open(out: &mut String, steps: &mut Vec<Step>, node: &Rc<Node>, content: Content) {
    match &node.data {
        NodeData::Text { contents } if content == Content::Raw => out.push_str(&contents.borrow()),
        NodeData::Text { contents } => escape_text(out, &contents.borrow()),
        NodeData::Comment { contents } => out.extend(["<!--", contents, "-->"]),
        NodeData::ProcessingInstruction { target, contents } => out.extend(["<?", target, " ", contents, ">"]),
        NodeData::Element { name, attrs, template_contents, .. } => {
            out.extend(["<", &name.local]);
            for attribute in attrs.borrow().iter() {
                out.extend([" ", attribute_prefix(&attribute.name), &attribute.name.local, "=\""]);
                escape_attribute(out, &attribute.value);
                out.push('"');
            }
            out.push('>');
            if is_void(name) {
                return;
            }
            steps.push(Step::Close(name.clone()));
            let content = content_of(name);
            let inside = template_contents.borrow().clone().unwrap_or_else(|| Rc::clone(node));
            steps.extend(inside.children.borrow().iter().rev().map(|child| Step::Open(Rc::clone(child), content)));
        }
        NodeData::Document | NodeData::Doctype { .. } => {}
    }
}

/// Elements that have no end tag.
const VOID: [&str; 18] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
];
/// Elements whose text is no markup and is written as it is.
const RAW: [&str; 8] = ["style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"];

fn is_void(name: &QualName) -> bool {
    name.ns == ns!(html) && VOID.contains(&&*name.local)
}

fn content_of(name: &QualName) -> Content {
    let is_raw = name.ns == ns!(html) && RAW.contains(&&*name.local);
    if is_raw { Content::Raw } else { Content::Escaped }
}

/// `xlink:href` and `xml:lang` take their prefix, `xmlns` has none.
fn attribute_prefix(name: &QualName) -> &'static str {
    match name.ns {
        ns!(xlink) => "xlink:",
        ns!(xml) => "xml:",
        ns!(xmlns) if name.local != local_name!("xmlns") => "xmlns:",
        _ => "",
    }
}

fn escape_text(out: &mut String, text: &str) {
    escape(out, text, |b| matches!(b, b'&' | b'<' | b'>' | NO_BREAK_SPACE_LEAD));
}

/// With `<` and `>`, as the standard has it since 2025 and Chromium since 138.
fn escape_attribute(out: &mut String, value: &str) {
    escape(out, value, |b| matches!(b, b'&' | b'<' | b'>' | b'"' | NO_BREAK_SPACE_LEAD));
}

/// First byte of U+00A0 in UTF-8; other characters begin with it too.
const NO_BREAK_SPACE_LEAD: u8 = 0xc2;

/// Copies what needs no escape in whole runs; `is_special` tells the bytes at which an escape may begin.
fn escape(out: &mut String, text: &str, is_special: impl Fn(u8) -> bool) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(&is_special) {
        out.push_str(&rest[..at]);
        let c = rest[at..].chars().next().expect("a byte stands there, and lead bytes begin a character");
        match c {
            '&' => out.push_str("&amp;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
}
