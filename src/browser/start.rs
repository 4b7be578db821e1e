//! The two doors from JavaScript: [`open`] with a page, [`handle`] with a later message.

use super::protocol::{Env, FromPage, Leave, Mode, Opening};
use super::session::Session;
use super::{acts, keys, quote, view, walk};
use crate::reading::Reading;
use crate::{Error, Options};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads the page of a snapshot, hides its boilerplate on the live page and, in the mode `reader`, shows the reading.
/// A page that a site's policy opened and that is no article closes again without a word.
#[wasm_bindgen]
pub fn open(snapshot: JsValue, env: JsValue) {
    let env = Env::new(env);
    let Ok(opening) = serde_wasm_bindgen::from_value::<Opening>(snapshot) else {
        return fault(env, None);
    };
    let Opening { mode, auto, .. } = opening;
    let snapshot = opening.into_snapshot();
    let options = Options { today: env.today(), names: env.names(), without_facts: false };
    match crate::read(&snapshot, &options) {
        Ok(reading) => show(env, reading, mode, auto, snapshot.elements.unwrap_or_default()),
        Err(_) if auto || mode == Mode::Clean => Session::new(env, Reading::default()).close(Leave::Original),
        Err(error) => fault(env, Some(&error)),
    }
}

/// Takes a later message of the page. Unknown messages are left alone.
#[wasm_bindgen]
pub fn handle(message: JsValue) {
    let Some(session) = Session::current() else { return };
    match serde_wasm_bindgen::from_value::<FromPage>(message) {
        Ok(FromPage::Toggled) => session.close(Leave::Clean),
        Ok(FromPage::Refused {}) => view::ledger::say_refused(),
        Ok(FromPage::Applied {}) | Err(_) => {}
    }
}

fn show(env: Env, reading: Reading, mode: Mode, auto: bool, elements: u32) {
    let is_article = reading.kind.is_readable();
    let session = Session::new(env, reading);
    if auto && !is_article && mode == Mode::Reader {
        return session.close(Leave::Original);
    }
    session.begin();
    session.hide(elements);
    if mode == Mode::Clean {
        return;
    }
    if is_article {
        view::mount_article(&session)
    } else {
        view::mount_none(&session)
    }
    listen(&session);
}

/// Shows why a page could not be read. The page stays as it was.
fn fault(env: Env, error: Option<&Error>) {
    let session = Session::new(env, Reading::default());
    session.begin();
    view::mount_fault(&session, error);
    listen(&session);
}

fn listen(session: &std::rc::Rc<Session>) {
    acts::listen(session);
    keys::listen(session);
    walk::listen(session);
    quote::listen(session);
    walk::focus_title();
    acts::learn_site(session);
}
