//! The citation panel: the chosen style as it will print, copying, the styles, and what a citation may say besides.

use super::head;
use super::icons::{Icon, icon};
use super::{button, radio, switch};
use crate::browser::el::{El, by_id, el, fill_all};
use crate::browser::session::Session;
use crate::cite::{Formatted, Group, Item, Style, format};

/// The panel.
pub(crate) fn panel(session: &Session) -> El {
    let bib = el("div").attr("id", "bib").attr("aria-live", "polite").all(preview(session));
    let copy = button("copy", "main").add(icon(Icon::Copy)).add(el("span").text(&session.say("cite_copy")));
    let plain = button("copy-plain", "quiet").text(&session.say("cite_plain"));
    let done = el("span").class("done").attr("aria-hidden", "true").add(icon(Icon::Check)).text(&session.say("copied"));
    let act = el("div").class("act").add(copy).add(plain).add(done);
    let accessed = switch(&session.env, "cite_accessed", session.settings.borrow().accessed, None);
    let rows = el("div").class("rows").add(el("h3").text(&session.say("cite_add"))).add(accessed);
    let scroll = el("div").class("scroll").add(bib).add(act).add(styles(session)).add(rows).all(head::terms(session));
    super::panel(session, "cite", &session.say("cite")).add(scroll)
}

fn styles(session: &Session) -> El {
    let chosen = chosen(session);
    let group = |group: Group| {
        let style = |style: Style| {
            let name = session.say(&format!("style_{}", style.id().replace('-', "_")));
            style_choice(style, style == chosen, &name)
        };
        let styles = el("div").all(Style::all().filter(|style| style.group() == group).map(style));
        el("fieldset").add(el("legend").text(&session.say(group_key(group)))).add(styles)
    };
    let groups = [Group::Korean, Group::International, Group::Data].map(group);
    el("div").class("styles").attr("role", "group").attr("aria-label", &session.say("cite_styles")).all(groups)
}

fn style_choice(style: Style, is_chosen: bool, name: &str) -> El {
    radio("style", style.id(), is_chosen, name).attr("data-style", style.id())
}

fn group_key(group: Group) -> &'static str {
    match group {
        Group::Korean => "style_group_korean",
        Group::International => "style_group_international",
        Group::Data => "style_group_data",
    }
}

/// The style in use: the one last chosen, else what suits the article's language.
pub(crate) fn chosen(session: &Session) -> Style {
    let fallback = if session.reading.lang == "ko" { Style::FootnoteKo } else { Style::Apa };
    Style::from_id(&session.settings.borrow().style).unwrap_or(fallback)
}

/// The citation in the style in use.
pub(crate) fn written(session: &Session) -> Formatted {
    let accessed = session.reading.citation.accessed.or_else(|| session.env.today());
    let accessed = accessed.filter(|_| session.settings.borrow().accessed);
    format(&Item { accessed, ..session.reading.citation.clone() }, chosen(session))
}

/// Shows the citation again, after a change of style.
pub(crate) fn refresh(session: &Session) {
    if let Some(bib) = by_id("bib") {
        fill_all(&bib, preview(session));
    }
}

fn preview(session: &Session) -> Vec<El> {
    let formatted = written(session);
    if chosen(session).group() == Group::Data {
        return vec![el("pre").class("bib data").attr("tabindex", "0").attr("dir", "ltr").text(&formatted.plain())];
    }
    let paragraph = el("p").class("bib").attr("lang", &session.reading.lang);
    vec![formatted.runs.iter().fold(paragraph, |paragraph, run| {
        if run.italic { paragraph.add(with_urls(el("cite"), &run.text)) } else { with_urls(paragraph, &run.text) }
    })]
}

/// Appends text with its addresses set so that they may break after a slash.
fn with_urls(parent: El, text: &str) -> El {
    let Some(start) = text.find("http") else { return parent.text(text) };
    let end = text[start..].find([' ', ',', ')']).map_or(text.len(), |at| start + at);
    with_urls(parent.text(&text[..start]).add(url(&text[start..end])), &text[end..])
}

/// An address that may break after a slash of its path.
pub(crate) fn url(address: &str) -> El {
    let path = address.find("://").map_or(0, |at| at + "://".len());
    let start = el("span").class("url").text(&address[..path]);
    address[path..].split_inclusive('/').fold(start, |url, piece| {
        let url = url.text(piece);
        if piece.ends_with('/') { url.add(el("wbr")) } else { url }
    })
}
