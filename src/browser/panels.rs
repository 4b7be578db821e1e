//! The margin shows one thing at a time: facts, citation, type, site or contents. Where it lies under the page, it is a sheet.

use super::el::{self, by_id, every, first};
use super::look;
use super::session::{Panel, Session, Sheet};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlDetailsElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Opens a panel, or closes it when it is open.
pub(crate) fn toggle(session: &Session, panel: Panel) {
    if panel == Panel::Outline && look::has_outline() {
        return focus(first(".outline a"));
    }
    if session.panel.get() == panel {
        return close(session);
    }
    if by_id(&format!("panel-{}", panel.name())).is_none() {
        return;
    }
    show(session, panel);
    focus(by_id(&format!("{}-h", panel.name())));
}

/// Closes the panel and gives the focus back to its tool.
pub(crate) fn close(session: &Session) {
    let opener = format!(".bar [data-opens=\"{}\"]", session.panel.get().name());
    show(session, Panel::None);
    focus(first(&opener));
}

fn show(session: &Session, panel: Panel) {
    session.panel.set(panel);
    look::mark("panel", Some(panel.name()));
    say_expanded(session);
}

/// Says on each tool whether what it opens is open.
fn say_expanded(session: &Session) {
    let panel = session.panel.get();
    let has_facts = panel == Panel::None && (look::has_margin() || session.sheet.get() != Sheet::Peek);
    for tool in every(".bar [data-opens]") {
        let opens = tool.get_attribute("data-opens").unwrap_or_default();
        let is_open = opens == panel.name() && (opens != "none" || has_facts);
        let _ = tool.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    }
}

/// Shows the facts: closes a panel over them, or pulls the sheet up, or down again.
pub(crate) fn toggle_facts(session: &Session) {
    let was_open = session.panel.get() == Panel::None && session.sheet.get() != Sheet::Peek;
    show(session, Panel::None);
    if !look::has_margin() {
        pull(session, if was_open { Sheet::Peek } else { Sheet::Half });
    }
    if look::has_margin() || !was_open {
        focus(first("#facts .chips button").or_else(|| first("#facts .scroll")));
    }
}

/// Pulls the sheet to a height.
pub(crate) fn pull(session: &Session, sheet: Sheet) {
    session.sheet.set(sheet);
    let name = match sheet {
        Sheet::Peek => "peek",
        Sheet::Half => "half",
        Sheet::Full => "full",
    };
    look::mark("sheet", Some(name));
    say_expanded(session);
    let is_gone = gloo_utils::document().active_element().is_some_and(|node| !look::is_drawn(&node));
    if is_gone || sheet == Sheet::Peek {
        focus(first(".bar .t-facts"));
    }
}

/// The tools after the reader was built or the window changed.
pub(crate) fn settle(session: &Session) {
    say_expanded(session);
}

/// One level out. Says whether there was a level.
pub(crate) fn step_out(session: &Session) -> bool {
    if session.panel.get() != Panel::None {
        close(session);
        return true;
    }
    if !look::has_margin() && session.sheet.get() != Sheet::Peek {
        pull(session, if session.sheet.get() == Sheet::Full { Sheet::Half } else { Sheet::Peek });
        return true;
    }
    false
}

/// Moves to an element of the page: headings, the ledger, the skip links.
pub(crate) fn move_to(session: &Session, id: &str) {
    if id == "facts" && !look::has_margin() {
        return toggle_facts(session);
    }
    if id == "tools" {
        return focus(first(".bar [tabindex=\"0\"]"));
    }
    let Some(node) = by_id(id) else { return };
    if let Some(details) = node.dyn_ref::<HtmlDetailsElement>() {
        details.set_open(true);
    }
    if session.panel.get() == Panel::Outline {
        show(session, Panel::None);
    }
    scroll(&node, ScrollLogicalPosition::Start);
    let summary = node.query_selector("summary").ok().flatten();
    focus(summary.or(Some(node)));
}

/// Scrolls the page so that a node is seen. At once: the eye finds the lit sentence sooner than it follows a long slide.
pub(crate) fn scroll(node: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    node.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives the focus to an element without scrolling to it.
pub(crate) fn focus(node: Option<Element>) {
    let Some(node) = node.and_then(|node| node.dyn_into::<HtmlElement>().ok()) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = node.focus_with_options(&options);
}

/// Moves along the toolbar. Says whether the key was one of its own.
pub(crate) fn rove(target: &Element, key: &str) -> bool {
    if target.closest(".bar").ok().flatten().is_none() {
        return false;
    }
    let tools: Vec<_> = el::every(".bar .tool").into_iter().filter(look::is_drawn).collect();
    let Some(at) = tools.iter().position(|tool| tool == target) else { return false };
    let last = tools.len() - 1;
    let next = match key {
        "ArrowRight" => (at + 1) % tools.len(),
        "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return false,
    };
    hold(&tools[next]);
    focus(tools.get(next).cloned());
    true
}

/// Makes a tool the one tab stop of the toolbar.
pub(crate) fn hold(tool: &Element) {
    for other in every(".bar .tool") {
        let _ = other.set_attribute("tabindex", if other == *tool { "0" } else { "-1" });
    }
}
