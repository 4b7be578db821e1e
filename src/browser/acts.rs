//! What pressing does: one listener for clicks, one for changes, one for pictures that fail. The pressed node says what it is
//! for (`data-act`); nothing here can be reached by the page.

use super::plain::Wording;
use super::plain::cited::Field;
use super::plain::clip;
use super::plain::settings::Settings;
use super::protocol::{Leave, ToPage};
use super::session::{Panel, Session, Sheet};
use super::view::{self, citation, facts, fields, settings, site};
use super::{panels, quote, restore, walk};
use crate::cite::Group;
use crate::markup::escape_html;
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

/// Starts listening, for as long as the session lasts.
pub(crate) fn listen(session: &Rc<Session>) {
    let document = gloo_utils::document();
    let options = EventListenerOptions::enable_prevent_default();
    let weak = Rc::downgrade(session);
    session.keep(EventListener::new_with_options(&document, "click", options, move |event| on(&weak, event, click)));
    let weak = Rc::downgrade(session);
    session.keep(EventListener::new(&document, "change", move |event| on(&weak, event, changed)));
    let weak = Rc::downgrade(session);
    session.keep(EventListener::new(&document, "input", move |event| on(&weak, event, typed)));
    let weak = Rc::downgrade(session);
    let capture = EventListenerOptions::run_in_capture_phase();
    session.keep(EventListener::new_with_options(&document, "error", capture, move |event| on(&weak, event, failed)));
}

fn on(session: &Weak<Session>, event: &Event, act: fn(&Rc<Session>, &Event, &Element)) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(session), Some(target)) = (session.upgrade(), target) {
        act(&session, event, &target);
    }
}

fn failed(session: &Rc<Session>, _: &Event, target: &Element) {
    if target.local_name() == "img" {
        view::figure::refuse(session, target);
    }
}

fn click(session: &Rc<Session>, event: &Event, target: &Element) {
    let Ok(Some(node)) = target.closest("[data-act], a[href^='#'], mark[data-mark]") else { return };
    if let Some(fact) = number(&node, "data-fact") {
        event.prevent_default();
        return walk::go_to(session, fact);
    }
    if let Some(fact) = number(&node, "data-mark") {
        return walk::light(session, Some(fact));
    }
    // A move inside the page is no step of the tab's history: the browser's Back must leave the page, not the paragraph.
    if let Some(id) = node.get_attribute("href").filter(|href| href.starts_with('#')) {
        event.prevent_default();
        return panels::move_to(session, id.trim_start_matches('#'));
    }
    act(session, &node.get_attribute("data-act").unwrap_or_default(), &node);
}

/// Does what a button is for.
pub(crate) fn act(session: &Rc<Session>, name: &str, node: &Element) {
    match name {
        "close" => session.close(Leave::Clean),
        "original" => session.close(Leave::Original),
        "again" => session.env.send(&ToPage::Again {}),
        "outline" => panels::toggle(session, Panel::Outline),
        "type" => panels::toggle(session, Panel::Settings),
        "cite" => panels::toggle(session, Panel::Cite),
        "site" => panels::toggle(session, Panel::Site),
        "facts" => panels::toggle_facts(session),
        "panel-close" => panels::close(session),
        "marks" => toggle_marks(session),
        "sheet-up" => panels::pull(session, if session.sheet.get() == Sheet::Peek { Sheet::Half } else { Sheet::Full }),
        "sheet-down" => panels::pull(session, if session.sheet.get() == Sheet::Full { Sheet::Half } else { Sheet::Peek }),
        "order" => {
            let in_order = node.get_attribute("data-order").is_some_and(|order| order == "text");
            session.change(|settings| settings.in_order = in_order);
            facts::refresh(session);
        }
        "filter" => {
            let kind = node.get_attribute("data-filter").unwrap_or_default();
            session.filter.set(super::plain::groups::KINDS.into_iter().find(|known| *known == kind));
            facts::refresh(session);
        }
        "copy" => copy_citation(session, true),
        "copy-plain" => copy_citation(session, false),
        "copy-cite" => copy_in_text(session),
        "quote" => quote::copy(session),
        "unedit" => fields::undo(session, Field::named(&node.get_attribute("data-field").unwrap_or_default())),
        "unedit-all" => fields::undo_all(session),
        "copy-facts" => copy_facts(session),
        "restore" => restore::one(session, number(node, "data-removal")),
        "restore-all" => restore::all(session),
        "seek" => restore::seek(number(node, "data-removal")),
        "return" => walk::back(session),
        "step" => step(session, node),
        "reset" => reset(session),
        "policy" => choose_policy(session, &node.get_attribute("data-policy").unwrap_or_default()),
        _ => {}
    }
}

fn number(node: &Element, attribute: &str) -> Option<usize> {
    node.get_attribute(attribute)?.parse().ok()
}

fn changed(session: &Rc<Session>, _: &Event, target: &Element) {
    let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return };
    let (value, is_on) = (input.value(), input.checked());
    let set = |settings: &mut Settings| match input.name().as_str() {
        "theme" => settings.theme = value,
        "face" => settings.face = value,
        "marks" => settings.marks = value,
        "style" => settings.style = value,
        "images" => settings.images = is_on,
        "dateline" => settings.dateline = is_on,
        "still" => settings.still = is_on,
        "keys" => settings.keys = is_on,
        "cite_accessed" => settings.accessed = is_on,
        "cite_publisher" => settings.publisher_url = is_on,
        "cite_fragment" => settings.fragment = is_on,
        "cite_marks" => settings.head_marks = is_on,
        _ => {}
    };
    session.change(set);
    settings::refresh(session);
    citation::refresh(session);
    fields::refresh(session);
}

/// A field of the citation changed under the fingers.
fn typed(session: &Rc<Session>, _: &Event, target: &Element) {
    let field = target.get_attribute("data-field").and_then(|name| Field::named(&name));
    if let (Some(field), Some(area)) = (field, target.dyn_ref::<HtmlTextAreaElement>()) {
        fields::take(session, field, &area.value());
    }
}

fn step(session: &Rc<Session>, node: &Element) {
    let what = node.get_attribute("data-what").unwrap_or_default();
    let by = node.get_attribute("data-by").and_then(|by| by.parse().ok()).unwrap_or_default();
    restep(session, &what, by);
}

/// Moves a stepped setting.
pub(crate) fn restep(session: &Session, what: &str, by: isize) {
    session.change(|settings| settings.step(what, by, &session.reading.lang));
    settings::refresh(session);
}

fn reset(session: &Rc<Session>) {
    session.change(|settings| *settings = settings.with_first_look());
    settings::refresh(session);
}

/// Shows or hides the marks in the text.
pub(crate) fn toggle_marks(session: &Session) {
    session.change(|settings| settings.marks = String::from(if settings.marks == "off" { "quiet" } else { "off" }));
    settings::refresh(session);
}

/// Copies the citation in the chosen style.
pub(crate) fn copy_citation(session: &Rc<Session>, is_styled: bool) {
    let formatted = citation::written(session);
    let is_data = citation::chosen(session).group() == Group::Data;
    // Without italics the HTML says the same as the plain text: an empty one would paste nothing into a rich editor.
    let html = if is_styled && !is_data { formatted.html() } else { escape_html(&formatted.plain()).replace('\n', "<br>") };
    let words = session.say("copied_citation");
    put(session, &formatted.plain(), &html, "cite", words);
}

/// Copies how the text points to the item.
fn copy_in_text(session: &Rc<Session>) {
    let cite = citation::in_text(session);
    put(session, &cite.plain(), &cite.html(), "cite", session.say("copied_in_text"));
}

fn copy_facts(session: &Rc<Session>) {
    let copy = clip::facts(&session.reading, &session.env);
    let words = session.env.count("copied_facts", session.reading.facts.len());
    put(session, &copy.plain, &copy.html, "facts", words);
}

/// Puts something on the clipboard and says so.
pub(crate) fn put(session: &Rc<Session>, plain: &str, html: &str, what: &'static str, words: String) {
    let done = session.env.copy(plain, html);
    let session = Rc::clone(session);
    spawn_local(async move {
        if done.await { session.notice_copied(what, &words) } else { session.announce(&session.say("copy_failed")) }
    });
}

/// Asks what the site is set to; until then the tool is not there.
pub(crate) fn learn_site(session: &Rc<Session>) {
    let session = Rc::clone(session);
    spawn_local(async move {
        if let Some(known) = session.env.site().await {
            session.site.replace(Some(known));
            site::refresh(&session);
        }
    });
}

fn choose_policy(session: &Rc<Session>, policy: &str) {
    let asked = session.env.set_site(policy);
    let session = Rc::clone(session);
    spawn_local(async move {
        let Some(change) = asked.await else { return site::answer(&session, "site_refused") };
        if let Some(site) = session.site.borrow_mut().as_mut() {
            site.granted = change.ok || site.granted;
            site.policy = change.policy;
        }
        site::refresh(&session);
        site::answer(&session, if change.ok { "site_saved" } else { "site_refused" });
    });
}
