//! The tree that html5ever builds: nodes in one list, bound to each other by their places in it. Every step of the parser takes
//! a constant time, also the moves that misnested tables ask for.

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};
use std::borrow::Cow;
use std::cell::RefCell;

/// A node by its place in the list; the first is the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place(u32);

/// What a node is.
pub(crate) enum Kind {
    Text(StrTendril),
    Element(Element),
    /// The document, a comment, the contents of a template.
    Other,
}

/// An element.
pub(crate) struct Element {
    pub(crate) name: QualName,
    pub(crate) attributes: Vec<Attribute>,
    /// What a `<template>` holds, apart from the page.
    pub(crate) template: Option<Place>,
    takes_html: bool,
}

/// A node with its neighbours.
struct Node {
    kind: Kind,
    parent: Option<Place>,
    before: Option<Place>,
    after: Option<Place>,
    first: Option<Place>,
    last: Option<Place>,
}

/// All nodes of a page.
pub(crate) struct Tree(Vec<Node>);

impl Default for Tree {
    fn default() -> Self {
        let mut tree = Self(Vec::new());
        tree.add(Kind::Other);
        tree
    }
}

impl Tree {
    pub(crate) const DOCUMENT: Place = Place(0);

    pub(crate) fn kind(&self, at: Place) -> &Kind {
        &self.node(at).kind
    }

    pub(crate) fn first(&self, at: Place) -> Option<Place> {
        self.node(at).first
    }

    pub(crate) fn after(&self, at: Place) -> Option<Place> {
        self.node(at).after
    }

    pub(crate) fn parent(&self, at: Place) -> Option<Place> {
        self.node(at).parent
    }

    /// The children of a node, in order.
    pub(crate) fn children(&self, at: Place) -> impl Iterator<Item = Place> {
        std::iter::successors(self.first(at), |child| self.after(*child))
    }

    fn node(&self, at: Place) -> &Node {
        &self.0[at.0 as usize]
    }

    fn node_mut(&mut self, at: Place) -> &mut Node {
        &mut self.0[at.0 as usize]
    }

    fn element_mut(&mut self, at: Place) -> Option<&mut Element> {
        if let Kind::Element(element) = &mut self.node_mut(at).kind { Some(element) } else { None }
    }

    fn add(&mut self, kind: Kind) -> Place {
        let place = Place(self.0.len() as u32);
        self.0.push(Node { kind, parent: None, before: None, after: None, first: None, last: None });
        place
    }

    /// Takes a node out of its parent.
    fn detach(&mut self, at: Place) {
        let Node { parent, before, after, .. } = *self.node(at);
        let Some(parent) = parent else { return };
        match before {
            Some(before) => self.node_mut(before).after = after,
            None => self.node_mut(parent).first = after,
        }
        match after {
            Some(after) => self.node_mut(after).before = before,
            None => self.node_mut(parent).last = before,
        }
        let node = self.node_mut(at);
        (node.parent, node.before, node.after) = (None, None, None);
    }

    /// Puts a node into a parent: before one of its children, or last.
    fn insert(&mut self, parent: Place, before: Option<Place>, new: Place) {
        self.detach(new);
        let previous = before.map_or(self.node(parent).last, |next| self.node(next).before);
        let node = self.node_mut(new);
        (node.parent, node.before, node.after) = (Some(parent), previous, before);
        match previous {
            Some(previous) => self.node_mut(previous).after = Some(new),
            None => self.node_mut(parent).first = Some(new),
        }
        match before {
            Some(next) => self.node_mut(next).before = Some(new),
            None => self.node_mut(parent).last = Some(new),
        }
    }

    /// As [`Self::insert`]; a text behind a text is added to it.
    fn insert_any(&mut self, parent: Place, before: Option<Place>, new: NodeOrText<Place>) {
        let text = match new {
            NodeOrText::AppendNode(node) => return self.insert(parent, before, node),
            NodeOrText::AppendText(text) => text,
        };
        let previous = before.map_or(self.node(parent).last, |next| self.node(next).before);
        if let Some(previous) = previous
            && let Kind::Text(known) = &mut self.node_mut(previous).kind
        {
            return known.push_tendril(&text);
        }
        let node = self.add(Kind::Text(text));
        self.insert(parent, before, node);
    }
}

/// The tree while the parser builds it.
#[derive(Default)]
pub(crate) struct Sink(pub(crate) RefCell<Tree>);

/// The name of an element, for the parser to look at.
#[derive(Debug)]
pub(crate) struct Name {
    space: Namespace,
    local: LocalName,
}

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.space
    }

    fn local_name(&self) -> &LocalName {
        &self.local
    }
}

impl TreeSink for Sink {
    type Handle = Place;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Place {
        Tree::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Place) -> Name {
        match self.0.borrow().kind(*target) {
            Kind::Element(element) => Name { space: element.name.ns.clone(), local: element.name.local.clone() },
            Kind::Text(_) | Kind::Other => Name { space: Namespace::default(), local: LocalName::default() },
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Place {
        let mut tree = self.0.borrow_mut();
        let template = flags.template.then(|| tree.add(Kind::Other));
        let takes_html = flags.mathml_annotation_xml_integration_point;
        tree.add(Kind::Element(Element { name, attributes, template, takes_html }))
    }

    fn create_comment(&self, _text: StrTendril) -> Place {
        self.0.borrow_mut().add(Kind::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Place {
        self.0.borrow_mut().add(Kind::Other)
    }

    fn append(&self, parent: &Place, child: NodeOrText<Place>) {
        self.0.borrow_mut().insert_any(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Place, previous: &Place, child: NodeOrText<Place>) {
        let has_parent = self.0.borrow().parent(*element).is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &Place) -> Place {
        // The parser asks templates only.
        self.0.borrow_mut().element_mut(*target).and_then(|element| element.template).unwrap_or(*target)
    }

    fn same_node(&self, one: &Place, other: &Place) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Place, new: NodeOrText<Place>) {
        let mut tree = self.0.borrow_mut();
        if let Some(parent) = tree.parent(*sibling) {
            tree.insert_any(parent, Some(*sibling), new);
        }
    }

    fn add_attrs_if_missing(&self, target: &Place, more: Vec<Attribute>) {
        let mut tree = self.0.borrow_mut();
        let Some(element) = tree.element_mut(*target) else { return };
        for attribute in more {
            if element.attributes.iter().all(|known| known.name != attribute.name) {
                element.attributes.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &Place) {
        self.0.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Place, parent: &Place) {
        let mut tree = self.0.borrow_mut();
        while let Some(child) = tree.first(*node) {
            tree.insert(*parent, None, child);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Place) -> bool {
        matches!(self.0.borrow().kind(*target), Kind::Element(element) if element.takes_html)
    }
}
