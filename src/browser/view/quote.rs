//! What is selected, as a quotation: the small button beside the selection, and the entry of the citation panel.

use super::button;
use super::icons::{Icon, icon};
use crate::browser::el::{El, by_id, el, fill_all};
use crate::browser::plain::snippet;
use crate::browser::session::Session;
use crate::browser::{look, quote};
use crate::cite::Quotation;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Range};

/// Letters of the selected words that the panel repeats.
const SAMPLE_LETTERS: usize = 90;
/// Between the selection and the button, in CSS pixels.
const GAP: f64 = 6.0;

/// The button beside the selection; hidden while nothing is selected.
pub(crate) fn beside(session: &Session) -> El {
    let words = el("span").class("idle").text(&session.say("quote_copy"));
    let done = el("span").class("told").attr("aria-hidden", "true").add(icon(Icon::Check)).text(&session.say("copied"));
    let button = button("quote", "beside").attr("id", "beside").attr("hidden", "").attr("aria-keyshortcuts", "q");
    button.add(icon(Icon::Cite)).add(words).add(done)
}

/// Shows the button below the end of the selection.
pub(crate) fn show(range: &Range) {
    let Some(node) = by_id("beside").and_then(|node| node.dyn_into::<HtmlElement>().ok()) else { return };
    let Some(column) = node.parent_element().map(|column| column.get_bounding_client_rect()) else { return };
    let _ = node.remove_attribute("hidden");
    let rects = range.get_client_rects();
    let last = rects.and_then(|rects| rects.get(rects.length().saturating_sub(1)));
    let end = last.unwrap_or_else(|| range.get_bounding_client_rect());
    let (width, room) = (f64::from(node.offset_width()), column.width());
    let x = (end.right() - column.left() - width / 2.0).min(room - width).max(0.0);
    look::place(&node, x, end.bottom() - column.top() + GAP);
}

/// Takes the button away.
pub(crate) fn hide() {
    if let Some(node) = by_id("beside") {
        let _ = node.set_attribute("hidden", "");
    }
}

/// The entry of the panel.
pub(crate) fn entry(session: &Session) -> El {
    el("section")
        .class("quoted")
        .attr("id", "quoted")
        .attr("aria-label", &session.say("quote"))
        .attr("tabindex", "-1")
        .all(parts(session))
}

/// Shows the entry again, after the selection or the citation changed.
pub(crate) fn refresh(session: &Session) {
    if let Some(entry) = by_id("quoted") {
        fill_all(&entry, parts(session));
    }
}

fn parts(session: &Session) -> Vec<El> {
    let quoted = session.quoted.borrow();
    let Some(quoted) = quoted.as_ref() else {
        return vec![el("p").class("note").text(&session.say("quote_none"))];
    };
    // As it will be pasted in the chosen style, the words cut short.
    let words = snippet::head(&quoted.pieces.join(" "), SAMPLE_LETTERS);
    let written = quote::written(session, &Quotation { pieces: vec![words], ..quoted.clone() }).plain;
    let lines = written.lines().filter(|line| line.contains(char::is_alphanumeric)).enumerate();
    let line = |(i, line): (usize, &str)| {
        let class = if i == 0 { "sample" } else { "source" };
        super::citation::with_urls(session.of_page(el("p")).class(class), line)
    };
    let head = std::iter::once(el("h3").text(&session.say("quote")));
    let button = button("quote", "main").attr("aria-keyshortcuts", "q").add(icon(Icon::Cite));
    let done = el("span").class("done").attr("aria-hidden", "true").add(icon(Icon::Check)).text(&session.say("copied"));
    let act = el("div").class("act").add(button.add(el("span").text(&session.say("quote_copy")))).add(done);
    head.chain(lines.map(line)).chain([act]).collect()
}
