//! Footnotes: which links of the text lead to a note, which elements are notes, which links lead back.

use crate::dom::{Document, NodeId, Tag, Token};
use std::collections::BTreeMap;

/// Longest sign of a footnote, in characters: `[주12]`, `註3`, `a`, `**`.
const SIGN_LETTERS_MAX: usize = 5;

/// Most tokens of a link that is a footnote's sign.
const SIGN_TOKENS_MAX: usize = 12;

/// How far above the place that a link leads to its note's element stands, and above a link its `sup` or note.
const DEPTH: usize = 6;

/// Names with a number each. One type of map for all of the article: each costs the wasm some kilobytes.
pub(super) type Numbered = BTreeMap<String, u32>;

/// What an element is to the footnotes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Role {
    #[default]
    None,
    Link(u32),
    Note(u32),
    Back,
}

/// The footnotes of a page.
#[derive(Debug, Default)]
pub struct Notes {
    /// For every element of the page, the number of the note that it leads to or is, and whether it leads back; empty
    /// without notes.
    elements: Vec<Role>,
    /// The signs of the notes by number, from 1.
    signs: Vec<String>,
}

impl Notes {
    /// Finds the footnotes inside an element.
    pub(super) fn find(document: &Document, root: NodeId, base: &str) -> Self {
        let links: Vec<(NodeId, &str)> = links(document, root, base);
        let mut notes = Self::default();
        if links.is_empty() {
            return notes;
        }
        notes.elements = vec![Role::None; document.len()];
        let places = places(document, root);
        let mut rest = Vec::new();
        for (link, id) in links {
            let Some(target) = places.get(id).copied().map(NodeId) else { continue };
            let is_ahead = document.element(target).tokens.start > document.element(link).tokens.start;
            match sign(document, link, id).filter(|_| is_ahead).and_then(|sign| Some((sign, note_of(document, link, target)?))) {
                Some((sign, note)) => notes.add(link, note, sign),
                None => rest.push((link, is_ahead)),
            }
        }
        let leads_back =
            |(link, is_ahead): &(NodeId, bool)| !is_ahead && is_sign(document, *link) && notes.holds(document, *link);
        let back: Vec<NodeId> = rest.iter().filter(|l| leads_back(l)).map(|(link, _)| *link).collect();
        back.into_iter().for_each(|link| notes.elements[link.index()] = Role::Back);
        notes
    }

    fn add(&mut self, link: NodeId, note: NodeId, sign: String) {
        let number = self.at(note).unwrap_or_else(|| {
            self.signs.push(sign);
            self.signs.len() as u32
        });
        self.elements[note.index()] = Role::Note(number);
        self.elements[link.index()] = Role::Link(number);
    }

    fn holds(&self, document: &Document, link: NodeId) -> bool {
        document.ancestors(link).take(2 * DEPTH).any(|n| self.at(n).is_some())
    }

    /// Whether the page has none.
    pub(super) fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// The number of the note that a link leads to.
    pub(super) fn number(&self, link: NodeId) -> Option<u32> {
        if let Some(Role::Link(number)) = self.elements.get(link.index()) { Some(*number) } else { None }
    }

    /// The number of the note that an element is.
    pub(super) fn at(&self, node: NodeId) -> Option<u32> {
        if let Some(Role::Note(number)) = self.elements.get(node.index()) { Some(*number) } else { None }
    }

    /// Whether a link leads from a note back into the text.
    pub(super) fn leads_back(&self, link: NodeId) -> bool {
        self.elements.get(link.index()) == Some(&Role::Back)
    }

    /// The sign of a note as the text prints it.
    pub(super) fn sign(&self, number: u32) -> String {
        (number as usize).checked_sub(1).and_then(|at| self.signs.get(at)).cloned().unwrap_or_default()
    }
}

fn nodes(document: &Document, root: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    super::embed::inside(document, root)
}

/// Links to a place on the page itself, with that place.
fn links<'a>(document: &'a Document, root: NodeId, base: &str) -> Vec<(NodeId, &'a str)> {
    let page = base.split('#').next().unwrap_or_default();
    let own =
        |href: &'a str| href.split_once('#').filter(|(before, id)| (before.is_empty() || *before == page) && !id.is_empty());
    let links = nodes(document, root).filter(|n| document.element(*n).tag == Tag::A);
    links.filter_map(|n| Some((n, own(document.attribute(n, "href")?)?.1))).collect()
}

/// The elements with an id, or a link's name, by that; the first of each.
fn places(document: &Document, root: NodeId) -> Numbered {
    let mut places = Numbered::new();
    for node in nodes(document, root) {
        let name = document.attribute(node, "id").or_else(|| document.attribute(node, "name"));
        if let Some(name) = name {
            places.entry(name.to_owned()).or_insert(node.0);
        }
    }
    places
}

/// The sign of a link that looks as one to a footnote does: short, and raised, in brackets, or named so.
fn sign(document: &Document, link: NodeId, id: &str) -> Option<String> {
    let text = short_text(document, link)?;
    let bare = text.trim_matches(['[', ']', '(', ')', '{', '}', '【', '】', '〔', '〕', ' ']);
    let fits = !bare.is_empty() && bare.chars().count() <= SIGN_LETTERS_MAX && !bare.contains(['↩', '↑', '^']);
    let is_raised = || document.ancestors(link).take(3).any(|n| document.element(n).tag == Tag::SUP) || holds_sup(document, link);
    let in_brackets = || bare.len() < text.len() && bare.chars().all(|c| c.is_alphanumeric());
    let role = document.attribute(link, "role") == Some("doc-noteref");
    let id = id.to_ascii_lowercase();
    let is_named = || ["fn", "footnote", "note", "cite_note", "_ftn", "endnote", "jusuk"].iter().any(|name| id.starts_with(name));
    (fits && (role || is_raised() || in_brackets() || is_named())).then(|| bare.to_owned())
}

fn short_text(document: &Document, link: NodeId) -> Option<String> {
    (document.element(link).tokens.len() <= SIGN_TOKENS_MAX).then(|| document.text_of(link))
}

fn is_sign(document: &Document, link: NodeId) -> bool {
    short_text(document, link).is_some_and(|text| text.chars().count() <= SIGN_LETTERS_MAX + 2)
}

fn holds_sup(document: &Document, link: NodeId) -> bool {
    let tokens = &document.element(link).tokens;
    let inside = document.tokens()[tokens.start as usize..tokens.end as usize].iter().take(SIGN_TOKENS_MAX);
    inside.into_iter().any(|t| matches!(t, Token::Open(n) if document.element(*n).tag == Tag::SUP))
}

/// The element of the note that a link leads to; a cell of a table is none, nor what holds the link itself.
fn note_of(document: &Document, link: NodeId, target: NodeId) -> Option<NodeId> {
    let block = document.ancestors(target).take(DEPTH).find(|n| {
        matches!(document.element(*n).tag, Tag::LI | Tag::P | Tag::DD | Tag::DIV | Tag::ASIDE | Tag::TD | Tag::TR | Tag::TABLE)
    })?;
    let fits = matches!(document.element(block).tag, Tag::LI | Tag::P | Tag::DD | Tag::DIV | Tag::ASIDE);
    (fits && !document.contains(block, link)).then_some(block)
}
