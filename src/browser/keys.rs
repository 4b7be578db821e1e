//! The keys. Single letters can be switched off (WCAG 2.1.4); with a Korean keyboard the letter on the same key counts.

use super::plain::settings::Settings;
use super::protocol::Leave;
use super::session::{Panel, Session};
use super::view::settings;
use super::{acts, panels, quote, restore, walk};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// The Latin letters of the keys that carry these Hangul letters (two-set keyboard, KS X 5002).
const TWO_SET: [(&str, &str); 13] = [
    ("ㅜ", "n"),
    ("ㅔ", "p"),
    ("ㅖ", "P"),
    ("ㅓ", "j"),
    ("ㅏ", "k"),
    ("ㄹ", "f"),
    ("ㅊ", "c"),
    ("ㅁ", "a"),
    ("ㅐ", "o"),
    ("ㅇ", "d"),
    ("ㅡ", "m"),
    ("ㅕ", "u"),
    ("ㅂ", "q"),
];

/// Starts listening, for as long as the session lasts.
pub(crate) fn listen(session: &Rc<Session>) {
    let weak = Rc::downgrade(session);
    let options = EventListenerOptions::enable_prevent_default();
    let on = move |event: &web_sys::Event| {
        let (Some(session), Some(event)) = (weak.upgrade(), event.dyn_ref::<KeyboardEvent>()) else { return };
        if press(&session, event) {
            event.prevent_default();
        }
    };
    session.keep(EventListener::new_with_options(&gloo_utils::document(), "keydown", options, on));
}

/// Does what a key is for. Says whether it was one of the reader's.
fn press(session: &Rc<Session>, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return false;
    }
    let key = event.key();
    if key == "Escape" {
        if !panels::step_out(session) {
            session.close(Leave::Clean);
        }
        return true;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target.as_ref() {
        if panels::rove(target, &key) {
            return true;
        }
        if is_typed_into(target) {
            return false;
        }
    }
    session.settings.borrow().keys && letter(session, &latin(&key, &event.code(), event.shift_key()))
}

/// Whether letters pressed here are text. Radios and switches take none.
fn is_typed_into(target: &Element) -> bool {
    let input = target.dyn_ref::<HtmlInputElement>();
    input.is_some_and(|input| !matches!(input.type_().as_str(), "radio" | "checkbox")) || target.local_name() == "textarea"
}

/// The Latin letter of a key, also when the keyboard writes Hangul or an input method swallows it.
fn latin(key: &str, code: &str, shift: bool) -> String {
    if let Some((_, letter)) = TWO_SET.iter().find(|(hangul, _)| *hangul == key) {
        return if shift { letter.to_ascii_uppercase() } else { (*letter).to_owned() };
    }
    match code.strip_prefix("Key").filter(|_| key == "Process") {
        Some(letter) if shift => letter.to_owned(),
        Some(letter) => letter.to_ascii_lowercase(),
        None => key.to_owned(),
    }
}

fn letter(session: &Rc<Session>, letter: &str) -> bool {
    match letter {
        "n" => walk::next_mark(session, 1),
        "p" => walk::next_mark(session, -1),
        "j" => walk::next_paragraph(1),
        "k" => walk::next_paragraph(-1),
        "f" => panels::toggle_facts(session),
        "c" => panels::toggle(session, Panel::Cite),
        "C" => acts::copy_citation(session, true),
        "q" => quote::copy(session),
        "a" => panels::toggle(session, Panel::Settings),
        "o" => panels::toggle(session, Panel::Outline),
        "u" => restore::open_ledger(session),
        "m" => acts::toggle_marks(session),
        "d" => next_theme(session),
        "+" | "=" => acts::restep(session, "size", 1),
        "-" | "_" => acts::restep(session, "size", -1),
        "0" => standard_size(session),
        _ => return false,
    }
    true
}

fn next_theme(session: &Session) {
    session.change(|settings| settings.theme = settings.next_theme().to_owned());
    settings::refresh(session);
    let theme = session.settings.borrow().theme.clone();
    session.announce(&session.say(&format!("theme_{theme}")));
}

fn standard_size(session: &Session) {
    session.change(|settings| settings.size = Settings::default().size);
    settings::refresh(session);
}
