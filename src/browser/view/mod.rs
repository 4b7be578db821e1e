//! The reader as nodes, built from a reading. Each file is one part of the page; none of them keeps state.

pub(super) mod body;
pub(super) mod citation;
pub(super) mod facts;
pub(super) mod fields;
pub(super) mod figure;
pub(super) mod head;
pub(super) mod icons;
pub(super) mod ledger;
pub(super) mod outline;
pub(super) mod quote;
pub(super) mod rich;
pub(super) mod rows;
pub(super) mod settings;
pub(super) mod site;
pub(super) mod states;
mod structure;
pub(super) mod sum;
pub(super) mod timeline;
pub(super) mod toolbar;

use super::el::{El, el, fill_all};
use super::look;
use super::plain::Wording;
use super::session::Session;
use crate::Error;
use icons::{Icon, icon};

/// Shows an article.
pub(super) fn mount_article(session: &Session) {
    look::mark("state", Some(if session.reading.facts.is_empty() { "nofacts" } else { "ready" }));
    let text =
        el("main").class("text").attr("id", "text").add(article(session)).add(quote::beside(session)).add(return_button(session));
    let parts = [
        outline::column(session),
        text,
        facts::margin(session),
        citation::panel(session),
        settings::panel(session),
        site::panel(session),
        outline::panel(session),
    ];
    mount(session, &session.reading.title, el("div").class("spread grid").all(parts));
}

/// Shows that the page is no article.
pub(super) fn mount_none(session: &Session) {
    look::mark("state", Some("none"));
    let title = states::none_title(session);
    let text = el("main").class("text").attr("id", "text").add(states::none(session));
    mount(session, &title, el("div").class("spread grid").add(text).add(settings::panel(session)).add(site::panel(session)));
}

/// Shows that the page could not be read.
pub(super) fn mount_fault(session: &Session, error: Option<&Error>) {
    look::mark("state", Some("none"));
    let text = el("main").class("text").attr("id", "text").add(states::fault(session, error));
    mount(session, &session.say("fault_title"), el("div").class("spread grid").add(text));
}

fn mount(session: &Session, title: &str, spread: El) {
    let document = gloo_utils::document();
    let _ = gloo_utils::document_element().set_attribute("lang", &session.say("interface_lang"));
    document.set_title(&format!("{title} · {}", session.say("brand")));
    look::apply(session);
    look::mark("panel", Some("none"));
    look::mark("sheet", Some("peek"));
    let reader = el("div").class("reader").attr("role", "dialog").attr("aria-modal", "true").attr("aria-labelledby", "title");
    let status = el("p").class("vh").attr("id", "status").attr("role", "status").attr("aria-live", "polite");
    let reader = reader.add(skip_links(session)).add(toolbar::bar(session)).add(spread).add(status);
    if let Some(body) = document.body() {
        fill_all(&body, [reader]);
    }
}

fn skip_links(session: &Session) -> El {
    let link = |id: &str, key: &str| el("a").anchor(id).text(&session.say(key));
    let facts = (session.reading.kind.is_readable() && !session.reading.title.is_empty() && !session.reading.facts.is_empty())
        .then(|| link("facts", "skip_facts"));
    el("p").class("skip").add(link("title", "skip_text")).all(facts).add(link("tools", "skip_tools"))
}

fn article(session: &Session) -> El {
    let lang = session.reading.lang.as_str();
    let article = el("article").attr_if(!lang.is_empty(), "lang", lang).direction(Some(session.reading.article.direction));
    article
        .add(head::head(session))
        .all(head::summary(session))
        .add(body::body(session))
        .all(states::partial(session))
        .add(ledger::foot(session))
}

fn return_button(session: &Session) -> El {
    let button = button("return", "return").add(icon(Icon::Undo));
    button.text(&session.say("return"))
}

/// A button that does something named.
pub(super) fn button(act: &str, classes: &str) -> El {
    el("button").attr("type", "button").class(classes).attr("data-act", act)
}

/// An underlined small button with an icon before its words.
pub(super) fn quiet(act: &str, picture: Icon, words: &str) -> El {
    button(act, "quiet").add(icon(picture)).add(el("span").text(words))
}

/// The head of a panel: its name, and a button that closes it.
pub(super) fn panel(session: &Session, name: &str, title: &str) -> El {
    let id = format!("{name}-h");
    let close = button("panel-close", "tool bare").attr("aria-label", &session.say("close")).add(icon(Icon::Close));
    let head = el("header").add(el("h2").attr("id", &id).attr("tabindex", "-1").text(title)).add(close);
    let panel = el("section").class("panel").attr("id", &format!("panel-{name}")).attr("role", "dialog");
    panel.attr("aria-labelledby", &id).add(head)
}

/// A word that only listeners get.
pub(super) fn unseen(words: &str) -> El {
    el("span").class("vh").text(words)
}

/// A radio button of a panel with its visible name.
pub(super) fn radio(group: &str, value: &str, is_chosen: bool, name: &str) -> El {
    let input = el("input").attr("type", "radio").attr("name", group).attr("value", value);
    el("label").add(input.attr_if(is_chosen, "checked", "")).add(el("span").text(name))
}

/// An on-off switch of a panel.
pub(super) fn switch(session: &dyn Wording, key: &str, is_on: bool, note: Option<&str>) -> El {
    let name = el("span").text(&session.say(key, &[])).all(note.map(|note| el("small").text(&session.say(note, &[]))));
    let input = el("input").attr("type", "checkbox").attr("role", "switch").attr("name", key);
    el("label").class("switch").add(name).add(input.attr_if(is_on, "checked", ""))
}
