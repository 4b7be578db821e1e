//! The contents: beside the text where there is room, else in a panel of its own.

use crate::article::Block;
use crate::browser::el::{El, by_id, el, every, first};
use crate::browser::plain::Wording;
use crate::browser::plain::minutes;
use crate::browser::session::Session;
use web_sys::Element;

/// Headings as the id of their node and their text.
pub(crate) fn headings(session: &Session) -> Vec<(String, &str)> {
    let mut index = 0;
    let mut out = Vec::new();
    for block in &session.reading.article.blocks {
        if let Block::Heading { text, .. } = block {
            out.push((format!("h-{index}"), text.text.as_str()));
        }
        index += block.texts().len();
    }
    out
}

/// The column; a text without headings has only the minutes that are left.
pub(crate) fn column(session: &Session) -> El {
    let nav = el("nav").class("outline").attr("aria-label", &session.say("outline"));
    let list = (!headings(session).is_empty()).then(|| list(session));
    nav.all(list).add(el("p").attr("id", "left"))
}

/// The panel for narrower windows.
pub(crate) fn panel(session: &Session) -> El {
    let scroll = el("div").class("scroll").add(el("nav").attr("aria-label", &session.say("outline")).add(list(session)));
    super::panel(session, "outline", &session.say("outline")).add(scroll)
}

fn list(session: &Session) -> El {
    let link = |id: &str, text: &str| el("a").anchor(id).attr("data-act", "goto").text(text);
    let start = el("li").add(link("title", &session.say("outline_start")));
    let heading = |(id, text): &(String, &str)| el("li").add(session.of_page(link(id, text)));
    el("ol").add(start).all(headings(session).iter().map(heading))
}

/// Marks the heading that is being read and says how many minutes are left.
pub(crate) fn follow(session: &Session) {
    let Some(height) = gloo_utils::window().inner_height().ok().and_then(|height| height.as_f64()) else { return };
    /// Share of the window above which a heading counts as reached.
    const REACHED: f64 = 0.35;
    let is_reached = |id: &str| by_id(id).is_some_and(|node| node.get_bounding_client_rect().top() < height * REACHED);
    let headings = headings(session);
    let current = headings.iter().rev().map(|(id, _)| id.as_str()).find(|id| is_reached(id)).unwrap_or("title");
    let current = format!("#{current}");
    for link in every("[data-act=\"goto\"]") {
        let is_current = link.get_attribute("href").is_some_and(|href| href == current);
        let _ = if is_current { link.set_attribute("aria-current", "location") } else { link.remove_attribute("aria-current") };
    }
    if let Some(node) = by_id("left") {
        let unread = first(".body").map_or(0.0, |body| unread(&body, height));
        let left = || minutes::left(minutes::of(session.texts.iter().map(String::as_str)), unread).to_string();
        let words = if unread > 0.0 { session.env.say("minutes_left", &[&left()]) } else { String::new() };
        node.set_text_content(Some(&words));
    }
}

/// The share 0..=1 of the body that is below the window.
fn unread(body: &Element, height: f64) -> f64 {
    let place = body.get_bounding_client_rect();
    ((place.bottom() - height) / place.height().max(1.0)).clamp(0.0, 1.0)
}
