//! The one place where nodes are made. Page text can only become a text node or the value of a harmless attribute: there is
//! no way here to set HTML, a style, a handler, or an address that is not a [`SafeUrl`].

use crate::article::{Direction, SafeUrl};
use gloo_utils::document;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";
const MATH: &str = "http://www.w3.org/1998/Math/MathML";

/// Attributes that have a method of their own or no place in the reader at all.
const CLOSED: [&str; 5] = ["href", "src", "style", "srcdoc", "srcset"];

/// An element being built. It is empty when the document could not make one; then everything done to it is nothing.
#[derive(Debug, Clone)]
pub(crate) struct El(Option<Element>);

/// A new HTML element.
pub(crate) fn el(name: &'static str) -> El {
    El(document().create_element(name).ok())
}

/// A new SVG element.
pub(crate) fn svg(name: &'static str) -> El {
    El(document().create_element_ns(Some(SVG), name).ok())
}

/// A new MathML element; formulas hold only names and attributes of the article's own list.
pub(crate) fn math(name: &'static str) -> El {
    El(document().create_element_ns(Some(MATH), name).ok())
}

impl El {
    /// Sets the classes.
    pub(crate) fn class(self, classes: &str) -> Self {
        self.attr("class", classes)
    }

    /// Sets an attribute that can neither run, load nor lead anywhere.
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        debug_assert!(!CLOSED.contains(&name) && !name.starts_with("on"), "{name} is set by its own method");
        self.set(name, value)
    }

    /// Sets an attribute when the condition holds.
    pub(crate) fn attr_if(self, condition: bool, name: &str, value: &str) -> Self {
        if condition { self.attr(name, value) } else { self }
    }

    /// Sets the direction of the text, where it has one of its own.
    pub(crate) fn direction(self, direction: Option<Direction>) -> Self {
        match direction {
            Some(direction) => self.set("dir", direction.name()),
            None => self,
        }
    }

    /// Leads to an element of this document.
    pub(crate) fn anchor(self, id: &str) -> Self {
        self.set("href", &format!("#{id}"))
    }

    /// Leads out of the reader, into a tab of its own that knows nothing of this one.
    pub(crate) fn link(self, url: &SafeUrl) -> Self {
        self.set("href", url.as_str()).set("target", "_blank").set("rel", "noopener noreferrer")
    }

    /// Loads a picture without saying where from.
    pub(crate) fn picture(self, url: &SafeUrl) -> Self {
        self.set("referrerpolicy", "no-referrer").set("loading", "lazy").set("decoding", "async").set("src", url.as_str())
    }

    /// Appends text.
    pub(crate) fn text(self, text: &str) -> Self {
        if let Some(element) = self.0.as_ref().filter(|_| !text.is_empty()) {
            let _ = element.append_child(&document().create_text_node(text));
        }
        self
    }

    /// Appends an element.
    pub(crate) fn add(self, child: Self) -> Self {
        if let (Some(parent), Some(child)) = (&self.0, &child.0) {
            let _ = parent.append_child(child);
        }
        self
    }

    /// Appends elements in order.
    pub(crate) fn all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::add)
    }

    /// The finished element.
    pub(crate) fn done(self) -> Option<Element> {
        self.0
    }

    fn set(self, name: &str, value: &str) -> Self {
        if let Some(element) = &self.0 {
            let _ = element.set_attribute(name, value);
        }
        self
    }
}

/// Puts an element in the place of everything that another holds.
pub(crate) fn fill(parent: &Element, child: El) {
    fill_all(parent, [child]);
}

/// Puts elements in the place of everything that another holds.
pub(crate) fn fill_all(parent: &Element, children: impl IntoIterator<Item = El>) {
    parent.replace_children_with_node_0();
    children.into_iter().filter_map(El::done).for_each(|child| drop(parent.append_child(&child)));
}

/// The element of an id.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The first element that a selector finds. Selectors are the reader's own, never the page's.
pub(crate) fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element that a selector finds, in document order.
pub(crate) fn every(selector: &str) -> Vec<Element> {
    use wasm_bindgen::JsCast;
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)).filter_map(|node| node.dyn_into().ok()).collect()
}
