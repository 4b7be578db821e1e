//! What stands apart from the article: comments, links to other texts, navigation, a site's foot. Told once for every element,
//! because the dates and the writers of a page are looked for in all of its lines.

use crate::boilerplate::Names;
use crate::dom::{Document, NodeId, Tag};
use crate::rules::class_name;

/// For every element, whether it stands apart.
#[derive(Debug)]
pub struct Apart(Vec<bool>);

impl Apart {
    /// Of a page whose names have been read.
    pub fn of(document: &Document, names: &Names) -> Self {
        let mut apart: Vec<bool> = Vec::with_capacity(document.len());
        for node in document.nodes() {
            let element = document.element(node);
            let outside = matches!(element.tag, Tag::NAV | Tag::FOOTER | Tag::ASIDE);
            let is_page = matches!(element.tag, Tag::HTML | Tag::BODY | Tag::MAIN | Tag::ARTICLE);
            let named = names[node.index()].is_some_and(|(kind, _)| class_name::is_elsewhere(kind));
            apart.push(outside || !is_page && named || element.parent.is_some_and(|parent| apart[parent.index()]));
        }
        Self(apart)
    }

    /// Whether the element, or one around it, is among what stands apart.
    pub(super) fn holds(&self, node: NodeId) -> bool {
        self.0[node.index()]
    }
}
