//! Moving between text and margin: to the mark of a fact and back, along the marks, along the paragraphs.

use super::el::{by_id, every, first};
use super::panels::{self, focus, scroll};
use super::plain::sums;
use super::session::{Jump, Session, Sheet};
use super::view::{outline, rich};
use super::{look, panels::pull};
use crate::facts::FactKind;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, ScrollLogicalPosition};

/// Wait after scrolling before the contents follow, in milliseconds.
const FOLLOW_MS: u32 = 120;

/// Follows scrolling, changes of the window, and the focus on the toolbar.
pub(crate) fn listen(session: &Rc<Session>) {
    let window = gloo_utils::window();
    for event in ["scroll", "resize"] {
        let weak = Rc::downgrade(session);
        session.keep(EventListener::new(&window, event, move |_| {
            let Some(session) = weak.upgrade().filter(|session| session.scrolled.borrow().is_none()) else { return };
            let later = weak.clone();
            let wait = Timeout::new(FOLLOW_MS, move || settle(&later.upgrade()));
            session.scrolled.replace(Some(wait));
        }));
    }
    session.keep(EventListener::new(&gloo_utils::document(), "focusin", |event| {
        let tool = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(tool) = tool.filter(|node| node.matches(".bar .tool").unwrap_or(false)) {
            panels::hold(&tool);
        }
    }));
    settle(&Some(Rc::clone(session)));
}

fn settle(session: &Option<Rc<Session>>) {
    let Some(session) = session else { return };
    session.scrolled.replace(None);
    outline::follow(session);
    panels::settle(session);
}

/// Puts the focus on the title: the place where reading begins.
pub(crate) fn focus_title() {
    focus(by_id("title"));
}

/// Goes from a fact of the margin to its mark in the text.
pub(crate) fn go_to(session: &Session, fact: usize) {
    let Some(mark) = by_id(&format!("f{}", rich::target(session, fact))) else { return };
    let scroll_y = gloo_utils::window().scroll_y().unwrap_or_default();
    session.jump.set(Some(session.jump.get().map_or(Jump { scroll_y, fact }, |jump| Jump { fact, ..jump })));
    if !look::has_margin() && session.sheet.get() == Sheet::Full {
        pull(session, Sheet::Half);
    }
    look::mark("jumped", Some("yes"));
    light(session, Some(fact));
    scroll(&mark, if look::has_margin() { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
    focus(Some(mark));
}

/// Goes back to where the reader was before the jump, and to the fact in the margin.
pub(crate) fn back(session: &Session) {
    let Some(jump) = session.jump.take() else { return };
    look::mark("jumped", None);
    light(session, None);
    gloo_utils::window().scroll_to_with_x_and_y(0.0, jump.scroll_y);
    let link = first(&format!("a[data-fact=\"{}\"]", jump.fact));
    focus(link.filter(look::is_drawn).or_else(|| by_id("title")));
}

/// Lights a fact in the margin, its mark in the text and the sentence around it; for a check the marks of all its terms.
pub(crate) fn light(session: &Session, fact: Option<usize>) {
    every(".on").iter().for_each(|node| drop(node.class_list().remove_1("on")));
    session.lit.set(fact);
    let Some(fact) = fact else { return };
    // A fact that says what another said before has that one's row.
    let fact = session.same.first(fact);
    let lit = terms(session, fact).into_iter().flat_map(|i| every(&format!("mark[data-mark=\"{i}\"]")));
    for mark in lit {
        let _ = mark.class_list().add_1("on");
        if let Ok(Some(sentence)) = mark.closest("[data-s]") {
            let _ = sentence.class_list().add_1("on");
        }
    }
    if let Some(row) = first(&format!("a[data-fact=\"{fact}\"]")) {
        let _ = row.class_list().add_1("on");
        let folded = row.closest("details").ok().flatten().and_then(|node| node.dyn_into::<HtmlDetailsElement>().ok());
        folded.iter().for_each(|details| details.set_open(true));
        if look::has_margin() {
            scroll(&row, ScrollLogicalPosition::Nearest);
        }
    }
}

/// The facts whose marks are lit with a fact.
fn terms(session: &Session, fact: usize) -> Vec<usize> {
    let mut out = vec![rich::target(session, fact)];
    out.extend(session.same.mentions(fact).iter().skip(1));
    if let Some(FactKind::Check(check)) = session.reading.facts.get(fact).map(|fact| &fact.kind) {
        out.extend(check.operands.iter().filter_map(|place| sums::at(&session.reading, *place, "quantity")));
    }
    out
}

/// Walks to the next or previous mark.
pub(crate) fn next_mark(session: &Session, by: isize) {
    let marks = every("mark[id]");
    let lit = session.lit.get().map(|fact| format!("f{}", rich::target(session, fact)));
    let at = lit.and_then(|id| marks.iter().position(|mark| mark.id() == id));
    let from = || first_in_view(&marks).map(|i| if by > 0 { i } else { i.saturating_sub(1) });
    let Some(next) = at.map_or_else(from, |at| at.checked_add_signed(by)) else { return };
    let Some(mark) = marks.get(next) else { return };
    light(session, mark.get_attribute("data-mark").and_then(|i| i.parse().ok()));
    scroll(mark, ScrollLogicalPosition::Center);
    focus(Some(mark.clone()));
}

/// Walks to the next or previous paragraph, which takes the focus and shows it by its number.
pub(crate) fn next_paragraph(by: isize) {
    let paragraphs = every(".body > [data-n]");
    let active = gloo_utils::document().active_element().and_then(|node| node.closest("[data-n]").ok().flatten());
    let at = active.and_then(|node| paragraphs.iter().position(|other| *other == node));
    let from = || first_in_view(&paragraphs).map(|i| if by > 0 { i } else { i.saturating_sub(1) });
    let Some(next) = at.map_or_else(from, |at| at.checked_add_signed(by)) else { return };
    if let Some(paragraph) = paragraphs.get(next) {
        scroll(paragraph, ScrollLogicalPosition::Start);
        focus(Some(paragraph.clone()));
    }
}

/// The first node that is not above the window.
fn first_in_view(nodes: &[Element]) -> Option<usize> {
    nodes.iter().position(|node| node.get_bounding_client_rect().top() >= 0.0).or(nodes.len().checked_sub(1))
}
