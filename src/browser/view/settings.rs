//! The panel of type and page: paper, size, spacing, length, face, marks, and what else may be switched.

use super::icons::{Icon, icon};
use super::{button, quiet, radio, switch};
use crate::browser::el::{El, by_id, el, every, first};
use crate::browser::plain::Wording;
use crate::browser::plain::settings::{FACES, MARKS, Settings, THEMES};
use crate::browser::session::Session;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The values that are moved by steps.
const STEPS: [&str; 3] = ["size", "lead", "measure"];

/// The panel.
pub(crate) fn panel(session: &Session) -> El {
    let settings = session.settings.borrow();
    let steps = el("div").class("rows").all(STEPS.map(|what| step(session, what)));
    let faces = choice(session, "face", "seg faces", &FACES, &settings.face, "face");
    let marks = choice(session, "marks", "seg mks", &MARKS, &settings.marks, "marks_setting");
    let switches = el("div").class("rows").all([
        switch(&session.env, "images", settings.images, None),
        switch(&session.env, "dateline", settings.dateline, Some("dateline_note")),
        switch(&session.env, "still", settings.still, None),
        switch(&session.env, "keys", settings.keys, Some("keys_note")),
    ]);
    let foot = el("footer").add(quiet("reset", Icon::Undo, &session.say("reset")));
    let scroll = el("div").class("scroll").add(themes(session, &settings.theme)).add(steps).add(faces).add(marks).add(switches);
    super::panel(session, "settings", &session.say("settings")).add(scroll.add(foot))
}

fn themes(session: &Session, chosen: &str) -> El {
    let letter = session.say("theme_letter");
    let swatch = |theme: &str| {
        let input = el("input").attr("type", "radio").attr("name", "theme").attr("value", theme);
        let sample = el("i").attr("aria-hidden", "true").text(&letter);
        let name = el("span").text(&session.say(&format!("theme_{theme}")));
        el("label").class(&format!("sw-{theme}")).add(input.attr_if(theme == chosen, "checked", "")).add(sample).add(name)
    };
    let legend = el("legend").text(&session.say("theme"));
    el("fieldset").class("themes").add(legend).add(el("div").all(THEMES.map(swatch)))
}

fn choice(session: &Session, name: &str, class: &str, values: &[&str], chosen: &str, legend: &str) -> El {
    let option = |value: &&str| radio(name, value, *value == chosen, &session.say(&format!("{name}_{value}")));
    let legend = el("legend").text(&session.say(legend));
    el("fieldset").class(class).add(legend).add(el("div").all(values.iter().map(option)))
}

fn step(session: &Session, what: &str) -> El {
    let name = session.say(what);
    let button = |by: &str, key: &str, picture: Icon| {
        let button = button("step", "tool bare").attr("data-what", what).attr("data-by", by);
        button.attr("aria-label", &session.env.say(key, &[&name])).add(icon(picture))
    };
    let output = el("output").attr("id", &format!("set-{what}")).text(&shown(session, what));
    let control = el("span").class("ctl").add(button("-1", "smaller", Icon::Minus)).add(output);
    el("div").class("step").add(el("span").text(&name)).add(control.add(button("1", "larger", Icon::Plus)))
}

/// A stepped value as it is shown.
fn shown(session: &Session, what: &str) -> String {
    let settings = session.settings.borrow();
    match what {
        "size" => settings.size.to_string(),
        "measure" => session.env.say("measure_value", &[&settings.measure.to_string()]),
        _ => {
            let lead = settings.lead_for(&session.reading.lang);
            let hundredths = format!("{}.{:02}", lead / 100, lead % 100);
            hundredths.strip_suffix('0').unwrap_or(&hundredths).to_owned()
        }
    }
}

/// Shows the settings in the panel and on the tools, after a change from anywhere.
pub(crate) fn refresh(session: &Session) {
    for what in STEPS {
        if let Some(output) = by_id(&format!("set-{what}")) {
            output.set_text_content(Some(&shown(session, what)));
        }
    }
    let settings = session.settings.borrow();
    for input in every(".panel input").into_iter().filter_map(|node| node.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(is_checked(&settings, &input, session));
    }
    if let Some(tool) = first(".t-mark") {
        let _ = tool.set_attribute("aria-pressed", if settings.marks == "off" { "false" } else { "true" });
    }
}

fn is_checked(settings: &Settings, input: &HtmlInputElement, session: &Session) -> bool {
    let value = input.value();
    match input.name().as_str() {
        "theme" => settings.theme == value,
        "face" => settings.face == value,
        "marks" => settings.marks == value,
        "style" => settings.style == value || (settings.style.is_empty() && input.checked()),
        "images" => settings.images,
        "dateline" => settings.dateline,
        "still" => settings.still,
        "keys" => settings.keys,
        "cite_accessed" => settings.accessed,
        "cite_publisher" => settings.publisher_url,
        "cite_fragment" => settings.fragment,
        "cite_marks" => settings.head_marks,
        _ => {
            debug_assert!(session.settings.try_borrow().is_ok(), "an input without a setting: {}", input.name());
            input.checked()
        }
    }
}
