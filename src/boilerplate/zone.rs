//! Parts of the page that are boilerplate by what they are: known junk of a site, elements like `nav`, roles, words of
//! class names, what the page hides. A part inside a part: the inner one says more.

use super::{Kind, Reason};
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag, Token};
use crate::rules::class_name;
use crate::rules::site::SiteRule;

/// What an element is in, if that is boilerplate.
pub type Zone = Option<(Kind, Reason)>;

/// Share of the page's unlinked letters above which an element is not believed to be boilerplate for its class name:
/// `<div class="page with-sidebar">` holds everything. Fixture `generic--sidebar-class`.
const HOLDS_MOST: f32 = 0.5;

/// What the names of each element speak of, with the word that says so, by ordinal.
pub type Names = Vec<Option<(Kind, &'static str)>>;

/// What the names of each element speak of.
pub fn names(document: &Document) -> Names {
    let mut reader = class_name::boilerplate().reader(document);
    document.nodes().map(|node| reader.first_of(node)).collect()
}

/// The kind that the names of each element, or of the nearest one around it, speak of, however much it holds.
pub fn named(document: &Document, names: &Names) -> Vec<Option<Kind>> {
    let mut named: Vec<Option<Kind>> = Vec::with_capacity(document.len());
    for node in document.nodes() {
        let outer = document.element(node).parent.and_then(|p| named[p.index()]);
        named.push(names[node.index()].map(|(kind, _)| kind).or(outer));
    }
    named
}

/// The zone of every element, by ordinal.
pub fn zones(document: &Document, blocks: &[Block], names: &Names, site: Option<&SiteRule>, hidden: &[NodeId]) -> Vec<Zone> {
    let mut zones: Vec<Zone> = vec![None; document.len()];
    let mut known = site.map(|site| known_junk(document, site)).unwrap_or_else(|| vec![None; document.len()]);
    let shares = shares(document, blocks);
    for node in document.nodes() {
        let inherited = document.element(node).parent.and_then(|parent| zones[parent.index()].clone());
        let own = known[node.index()]
            .take()
            .or_else(|| own_zone(document, node, names, shares[node.index()]))
            .or_else(|| is_hidden(document, node, hidden).then_some((Kind::Hidden, Reason::Hidden)));
        // What the page hides keeps the name of the part it is in.
        zones[node.index()] = match (own, inherited) {
            (Some((Kind::Hidden, _)), Some(outer)) => Some(outer),
            (Some((_, Reason::ClassName(_) | Reason::Element(_))), Some(outer @ (_, Reason::SiteRule(_)))) => Some(outer),
            (own, inherited) => own.or(inherited),
        };
    }
    zones
}

/// The junk that a site's rule names, by ordinal.
fn known_junk(document: &Document, site: &SiteRule) -> Vec<Zone> {
    let mut known = vec![None; document.len()];
    for (hide, selector) in site.hide.iter().flat_map(|hide| hide.select.iter().map(move |s| (hide, s))) {
        for node in SiteRule::nodes(document, &[selector]) {
            known[node.index()] = Some((hide.kind, Reason::SiteRule(format!("{} {selector}", site.id))));
        }
    }
    known
}

/// Share of the page's unlinked letters that each element holds, 0..=1.
fn shares(document: &Document, blocks: &[Block]) -> Vec<f32> {
    let mut letters = vec![0u32; document.len()];
    for block in blocks {
        letters[block.node.index()] += block.letters - block.link_letters;
    }
    document.sum_up(&mut letters, |sum, own| *sum += own);
    let all = letters.first().copied().unwrap_or_default().max(1) as f32;
    letters.into_iter().map(|l| l as f32 / all).collect()
}

fn own_zone(document: &Document, node: NodeId, names: &Names, share: f32) -> Zone {
    let element = document.element(node);
    by_element(document, node).or_else(|| by_role(document, node)).or_else(|| {
        let whole_page = matches!(element.tag, Tag::HTML | Tag::BODY | Tag::MAIN | Tag::ARTICLE) || share > HOLDS_MOST;
        let named = names[node.index()].filter(|_| !whole_page);
        named.map(|(kind, word)| (kind, Reason::ClassName(word.to_owned())))
    })
}

fn by_element(document: &Document, node: NodeId) -> Zone {
    let tag = document.element(node).tag;
    let kind = match tag {
        Tag::NAV | Tag::MENU => Kind::Navigation,
        Tag::HEADER if holds_menu(document, node) => Kind::Navigation,
        Tag::FOOTER => Kind::LegalFooter,
        Tag::ASIDE | Tag::FORM | Tag::DIALOG | Tag::FIELDSET | Tag::BUTTON | Tag::LABEL => Kind::Other,
        _ => return None,
    };
    Some((kind, Reason::Element(tag.name().to_owned())))
}

/// Whether a header is the site's (it has a menu), not the article's. Fixture `hani--2023`.
fn holds_menu(document: &Document, header: NodeId) -> bool {
    let tokens = &document.element(header).tokens;
    let inside = &document.tokens()[tokens.start as usize..tokens.end as usize];
    inside.iter().any(|t| matches!(t, Token::Open(n) if matches!(document.element(*n).tag, Tag::NAV | Tag::MENU)))
}

fn by_role(document: &Document, node: NodeId) -> Zone {
    let role = document.attribute(node, "role")?;
    let kind = match role {
        "navigation" | "banner" | "search" | "menu" | "menubar" => Kind::Navigation,
        "contentinfo" => Kind::LegalFooter,
        "complementary" | "dialog" | "alertdialog" | "alert" | "form" | "button" | "toolbar" => Kind::Other,
        _ => return None,
    };
    Some((kind, Reason::Element(format!("role={role}"))))
}

fn is_hidden(document: &Document, node: NodeId, hidden: &[NodeId]) -> bool {
    // A picture that is loaded late is hidden until then. Fixture `naver--br-text`.
    if document.element(node).tag == Tag::IMG {
        return false;
    }
    let hides = |style: &str| {
        let style = style.replace(' ', "").to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    hidden.binary_search(&node).is_ok()
        || document.attribute(node, "hidden").is_some_and(|v| v != "until-found")
        || document.classes(node).any(class_name::hides)
        || document.attribute(node, "style").is_some_and(hides)
}
