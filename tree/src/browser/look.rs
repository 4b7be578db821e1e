//! The look as attributes of the root element: the style sheet does the rest. No style attribute, no script-made rule.

use super::session::Session;
use gloo_utils::document_element;

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
    mark("still", settings.still.then_some("on"));
    mark("size", Some(&settings.size.to_string()));
    mark("lead", Some(&settings.lead_for(&session.reading.lang).to_string()));
    mark("measure", Some(&settings.measure.to_string()));
}

/// Whether the margin stands beside the text; else it is a sheet. The same width as in `reader.css`.
pub(crate) fn has_margin() -> bool {
    matches("(min-width: 68.75rem)")
}

/// Whether the contents stand beside the text. The same width as in `reader.css`.
pub(crate) fn has_outline() -> bool {
    matches("(min-width: 84rem)")
}

fn matches(query: &str) -> bool {
    gloo_utils::window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}
