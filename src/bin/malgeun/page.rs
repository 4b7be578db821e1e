//! A parsed tree becomes the core's [`Document`], as its serialisation by a browser would: the contents of `<template>` have
//! no place in it, `xlink:href` and `xml:lang` keep their prefix. Without recursion.

use crate::tree::{Element, Kind, Place, Tree};
use html5ever::{QualName, local_name, ns};
use malgeun::dom::build::{Builder, Open};
use malgeun::dom::{Document, TooLarge};
use std::borrow::Cow;

/// What is taken over otherwise than it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Changes {
    /// What a browser without scripts shows is an element like any other; only its name would hide it.
    pub(crate) noscript_is_div: bool,
    /// `class` and `id` are left out: sites name things as they like, and training must not lean on it.
    pub(crate) without_names: bool,
}

/// The node and all in it.
pub(crate) fn document(tree: &Tree, root: Place, changes: Changes) -> Result<Document, TooLarge> {
    let mut builder = Builder::default();
    let mut open: Vec<Open> = Vec::new();
    let mut at = root;
    loop {
        let opened = match tree.kind(at) {
            Kind::Text(text) => {
                builder.text(|out| out.push_str(text));
                None
            }
            Kind::Element(element) => element_of(&mut builder, element, changes),
            Kind::Other => None,
        };
        if builder.is_full() {
            break;
        }
        // What a template holds counts for nothing.
        let is_template = matches!(tree.kind(at), Kind::Element(element) if element.template.is_some());
        if let Some(child) = tree.first(at).filter(|_| opened.is_some() && !is_template) {
            open.extend(opened);
            at = child;
            continue;
        }
        opened.into_iter().for_each(|opened| builder.close(opened));
        match next(tree, at, root, || open.pop().into_iter().for_each(|opened| builder.close(opened))) {
            Some(next) => at = next,
            None => break,
        }
    }
    builder.finish()
}

/// The node behind a node and all in it, inside of `root`; `leave` is called for every parent that ends before.
pub(crate) fn next(tree: &Tree, mut at: Place, root: Place, mut leave: impl FnMut()) -> Option<Place> {
    while at != root {
        if let Some(after) = tree.after(at) {
            return Some(after);
        }
        at = tree.parent(at)?;
        leave();
    }
    None
}

fn element_of(builder: &mut Builder, element: &Element, changes: Changes) -> Option<Open> {
    let is_div = changes.noscript_is_div && element.name.local == local_name!("noscript");
    let name = if is_div { Cow::Borrowed("div") } else { lower(&element.name.local) };
    let open = builder.open(&name, true)?;
    for attribute in &element.attributes {
        let is_name = matches!(&*attribute.name.local, "class" | "id");
        if !(changes.without_names && is_name) {
            builder.attribute(open, &attribute_name(&attribute.name), |value| value.push_str(&attribute.value));
        }
    }
    Some(open)
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
