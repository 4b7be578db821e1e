//! The panel of the site: what happens when an article of it is opened. Each choice is one click, because the browser asks
//! for the permission in it.

use super::button;
use super::icons::{Icon, icon};
use crate::browser::el::{El, by_id, el, every, fill_all, first};
use crate::browser::plain::Wording;
use crate::browser::session::Session;

/// The policies in the order of the panel.
const POLICIES: [&str; 4] = ["off", "clean", "reader", "never"];

/// The panel; empty until the site is known.
pub(crate) fn panel(session: &Session) -> El {
    super::panel(session, "site", &session.say("site")).add(el("div").class("scroll").attr("id", "site"))
}

/// Shows what the site is set to, on the tool and in the panel.
pub(crate) fn refresh(session: &Session) {
    let site = session.site.borrow();
    let Some(site) = site.as_ref() else { return };
    let is_on = site.granted && matches!(site.policy.as_str(), "clean" | "reader");
    if let Some(tool) = first("[data-act=\"site\"]") {
        let _ = tool.remove_attribute("hidden");
        let _ = tool.set_attribute("data-on", if is_on { "true" } else { "false" });
        let policy = session.say(&format!("site_{}", if is_on || site.policy == "never" { &site.policy } else { "off" }));
        let _ = tool.set_attribute("aria-label", &format!("{}: {policy}", session.say("site")));
    }
    let Some(panel) = by_id("site") else { return };
    if panel.child_element_count() == 0 {
        fill_all(&panel, content(session, &site.host));
    }
    let current = if is_on || site.policy == "never" { site.policy.as_str() } else { "off" };
    for choice in every("[data-policy]") {
        let is_chosen = choice.get_attribute("data-policy").is_some_and(|policy| policy == current);
        let _ = choice.set_attribute("aria-pressed", if is_chosen { "true" } else { "false" });
    }
}

fn content(session: &Session, host: &str) -> Vec<El> {
    let choice = |policy: &str| {
        let name = el("b").text(&session.say(&format!("site_{policy}"))).add(icon(Icon::Check));
        let note = el("span").text(&session.env.say(&format!("site_{policy}_note"), &[]));
        el("li").add(button("policy", "").attr("data-policy", policy).add(name).add(note))
    };
    let lead = el("p").class("lead").text(&session.env.say("site_lead", &[host]));
    let answer = el("p").class("note").attr("id", "site-answer");
    vec![lead, el("ul").class("ways policies").all(POLICIES.map(choice)), answer]
}

/// Says what came of a choice, for eyes and ears.
pub(crate) fn answer(session: &Session, key: &str) {
    let words = session.say(key);
    if let Some(node) = by_id("site-answer") {
        node.set_text_content(Some(&words));
    }
    session.announce(&words);
}
