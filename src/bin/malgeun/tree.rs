//! A parsed tree becomes the core's [`Document`], as its serialisation by a browser would: the contents of `<template>` have
//! no place in it, `xlink:href` and `xml:lang` keep their prefix. Without recursion.

use html5ever::{QualName, local_name, ns};
use malgeun::dom::build::{Builder, Open};
use malgeun::dom::{Document, TooLarge};
use markup5ever_rcdom::{Node, NodeData};
use std::borrow::Cow;
use std::rc::Rc;

/// What is taken over otherwise than it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Changes {
    /// What a browser without scripts shows is an element like any other; only its name would hide it.
    pub(crate) noscript_is_div: bool,
    /// `class` and `id` are left out: sites name things as they like, and training must not lean on it.
    pub(crate) without_names: bool,
}

/// What is still to be told.
enum Step {
    Open(Rc<Node>),
    Close(Open),
}

/// The node and all in it.
pub(crate) fn document(root: &Rc<Node>, changes: Changes) -> Result<Document, TooLarge> {
    let mut builder = Builder::default();
    let mut steps = vec![Step::Open(Rc::clone(root))];
    while let Some(step) = steps.pop() {
        match step {
            Step::Close(open) => builder.close(open),
            Step::Open(node) => match &node.data {
                NodeData::Text { contents } => builder.text(|text| text.push_str(&contents.borrow())),
                NodeData::Element { .. } => element(&mut builder, &mut steps, &node, changes),
                _ => {}
            },
        }
        if builder.is_full() {
            break;
        }
    }
    builder.finish()
}

fn element(builder: &mut Builder, steps: &mut Vec<Step>, node: &Rc<Node>, changes: Changes) {
    let NodeData::Element { name, attrs, template_contents, .. } = &node.data else { return };
    let is_div = changes.noscript_is_div && name.local == local_name!("noscript");
    let name = if is_div { Cow::Borrowed("div") } else { lower(&name.local) };
    let Some(open) = builder.open(&name, true) else { return };
    for attribute in attrs.borrow().iter() {
        let is_name = matches!(&*attribute.name.local, "class" | "id");
        if !(changes.without_names && is_name) {
            builder.attribute(open, &attribute_name(&attribute.name), |value| value.push_str(&attribute.value));
        }
    }
    steps.push(Step::Close(open));
    // What a template holds counts for nothing.
    if template_contents.borrow().is_none() {
        steps.extend(node.children.borrow().iter().rev().map(|child| Step::Open(Rc::clone(child))));
    }
}

/// The tree writes some names of SVG and MathML with capitals.
fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

/// `xlink:href` and `xml:lang` take their prefix, `xmlns` has none.
fn attribute_name(name: &QualName) -> Cow<'_, str> {
    let prefix = match name.ns {
        ns!(xlink) => "xlink:",
        ns!(xml) => "xml:",
        ns!(xmlns) if name.local != local_name!("xmlns") => "xmlns:",
        _ => return lower(&name.local),
    };
    (prefix.to_owned() + &lower(&name.local)).into()
}
