//! From the selection to a quotation: follows what is selected in the text, and copies it with its citation.

use super::acts;
use super::el::{by_id, every};
use super::plain::{cited, excerpt};
use super::session::Session;
use super::view::{citation, quote};
use crate::cite::{Quotation, fragment::Place, quotation};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// Wait after the selection moved, in milliseconds: a drag moves it at every frame.
const SETTLE_MS: u32 = 160;

/// Follows the selection.
pub(crate) fn listen(session: &Rc<Session>) {
    let document = gloo_utils::document();
    let weak = Rc::downgrade(session);
    let moved = move |_: &web_sys::Event| {
        let Some(session) = weak.upgrade() else { return };
        let later = weak.clone();
        let wait = Timeout::new(SETTLE_MS, move || follow(&later.upgrade()));
        session.selecting.replace(Some(wait));
    };
    session.keep(EventListener::new(&document, "selectionchange", moved.clone()));
    session.keep(EventListener::new(&gloo_utils::window(), "resize", moved));
    // Pressing the button must not take the selection away before the click comes.
    let options = EventListenerOptions::enable_prevent_default();
    session.keep(EventListener::new_with_options(&document, "mousedown", options, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|node| node.closest("[data-act=\"quote\"]").ok().flatten().is_some()) {
            event.prevent_default();
        }
    }));
}

fn follow(session: &Option<Rc<Session>>) {
    let Some(session) = session else { return };
    let Some(range) = selected() else { return quote::hide() };
    let Some(body) = every(".body").into_iter().next().filter(|body| range.intersects_node(body).unwrap_or(false)) else {
        return quote::hide();
    };
    let found = if range.collapsed() { None } else { places(session, &range, &body) };
    let shows_dateline = session.settings.borrow().dateline;
    let made = found.and_then(|(from, to)| excerpt::quotation(&session.reading, &session.folios, from, to, shows_dateline));
    match made.is_some() {
        true => quote::show(&range),
        false => quote::hide(),
    }
    session.quoted.replace(made);
    quote::refresh(session);
}

/// What is selected, if anything is.
fn selected() -> Option<Range> {
    let selection = gloo_utils::document().get_selection().ok().flatten()?;
    (selection.range_count() > 0).then(|| selection.get_range_at(0).ok()).flatten()
}

/// The places in the article's texts where a range begins and ends.
fn places(session: &Session, range: &Range, body: &Element) -> Option<(Place, Place)> {
    let is_inside = |node: &Element| range.intersects_node(node).unwrap_or(false);
    let texts: Vec<Element> =
        every(".body [data-t]").into_iter().filter(|node| body.contains(Some(node)) && is_inside(node)).collect();
    let (first, last) = (texts.first()?, texts.last()?);
    let start = letters_before(first, &range.start_container().ok()?, range.start_offset().ok()?);
    let end = letters_before(last, &range.end_container().ok()?, range.end_offset().ok()?);
    let (from, to) = (index(first)?, index(last)?);
    let at = |i: usize, letters: Option<usize>, is_end: bool| {
        let text = session.texts.get(i).map_or("", String::as_str);
        letters.map_or(if is_end { text.len() } else { 0 }, |letters| excerpt::place(text, letters, is_end))
    };
    Some(((from, at(from, start, false)), (to, at(to, end, true))))
}

/// Index of a text in the article.
fn index(node: &Element) -> Option<usize> {
    node.get_attribute("data-t")?.parse().ok()
}

/// Letters of the element before a point inside it; `None` when the point lies outside.
fn letters_before(text: &Element, container: &Node, offset: u32) -> Option<usize> {
    if !text.contains(Some(container)) {
        return None;
    }
    let before = gloo_utils::document().create_range().ok()?;
    before.set_start(text, 0).ok()?;
    before.set_end(container, offset).ok()?;
    Some(excerpt::letters(&String::from(before.to_string())))
}

/// The quotation as it is copied: with or without the way to its words.
pub(crate) fn written(session: &Session, quoted: &Quotation) -> crate::cite::Copied {
    let mut quoted = quoted.clone();
    if !session.settings.borrow().fragment {
        quoted.fragment.clear();
    }
    let item = cited::edited(citation::given(session), &session.edits.borrow());
    quotation(&item, citation::chosen(session), &quoted)
}

/// Copies what is selected with its citation.
pub(crate) fn copy(session: &Rc<Session>) {
    session.selecting.replace(None);
    follow(&Some(Rc::clone(session)));
    let copied = session.quoted.borrow().as_ref().map(|quoted| written(session, quoted));
    match copied {
        Some(copied) => acts::put(session, &copied.plain, &copied.html, "quote", session.say("copied_quote")),
        None => {
            session.announce(&session.say("quote_none"));
            super::panels::focus(by_id("quoted").filter(super::look::is_drawn));
        }
    }
}
