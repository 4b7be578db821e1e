//! The look as attributes of the root element: the style sheet does the rest. No script-made rule; only what follows the selection
//! is placed by two numbers.

use super::el::first;
use super::session::Session;
use gloo_utils::document_element;
use web_sys::{Element, HtmlElement};

/// Sets or clears `data-…` on the root.
pub(crate) fn mark(name: &str, value: Option<&str>) {
    let root = document_element();
    let name = format!("data-{name}");
    let _ = match value {
        Some(value) => root.set_attribute(&name, value),
        None => root.remove_attribute(&name),
    };
}

/// Shows the settings.
pub(crate) fn apply(session: &Session) {
    let settings = session.settings.borrow();
    mark("theme", Some(settings.theme.as_str()).filter(|theme| *theme != "auto"));
    mark("font", Some(&settings.face));
    mark("marks", Some(&settings.marks));
    mark("images", Some(if settings.images { "on" } else { "off" }));
    mark("dateline", (!settings.dateline).then_some("off"));
    mark("still", settings.still.then_some("on"));
    mark("size", Some(&settings.size.to_string()));
    mark("lead", Some(&settings.lead_for(&session.reading.lang).to_string()));
    mark("measure", Some(&settings.measure.to_string()));
}

/// Puts a node at a point of the page part that it is positioned in, in CSS pixels: two numbers, the only styles set from here.
pub(crate) fn place(node: &HtmlElement, x: f64, y: f64) {
    for (property, value) in [("left", x), ("top", y)] {
        let _ = node.style().set_property(property, &format!("{value:.0}px"));
    }
}

/// Whether the margin stands beside the text; else it is a sheet, which has steps. The style sheet knows the width.
pub(crate) fn has_margin() -> bool {
    !first(".margin .steps").is_some_and(|steps| is_drawn(&steps))
}

/// Whether the contents stand beside the text.
pub(crate) fn has_outline() -> bool {
    first(".outline a").is_some_and(|link| is_drawn(&link))
}

/// Whether an element takes any place in the page.
pub(crate) fn is_drawn(node: &Element) -> bool {
    node.get_client_rects().length() > 0
}
