//! The citation panel: the chosen style as it will print, copying, the styles, and what a citation may say besides.

use super::icons::{Icon, icon};
use super::{button, fields, head, quote, radio, switch};
use crate::browser::el::{El, by_id, el, fill_all};
use crate::browser::plain::cited;
use crate::browser::session::Session;
use crate::cite::{self, Face, Formatted, Group, Item, Style, format, without_marks};

/// The panel.
pub(crate) fn panel(session: &Session) -> El {
    let bib = el("div").attr("id", "bib").attr("aria-live", "polite").all(preview(session));
    let copy = button("copy", "main").attr("aria-keyshortcuts", "Shift+C").add(icon(Icon::Copy));
    let copy = copy.add(el("span").text(&session.say("cite_copy")));
    let plain = button("copy-plain", "quiet").text(&session.say("cite_plain"));
    let done = el("span").class("done").attr("aria-hidden", "true").add(icon(Icon::Check)).text(&session.say("copied"));
    let act = el("div").class("act").add(copy).add(plain).add(done);
    let keys = el("p").class("note keys").text(&session.say("cite_keys"));
    let rows = el("div").class("rows").add(el("h3").text(&session.say("cite_add"))).all(switches(session));
    let scroll = el("div").class("scroll").add(bib).add(act).add(quote::entry(session)).add(styles(session)).add(rows);
    super::panel(session, "cite", &session.say("cite")).add(scroll.add(fields::fold(session)).add(keys).all(head::terms(session)))
}

/// What a citation may say besides; what makes no difference to this article is not asked.
fn switches(session: &Session) -> Vec<El> {
    let settings = session.settings.borrow();
    let has_two = cited::has_two_addresses(&session.reading);
    let title = &session.reading.citation.title;
    let rows = [
        (true, "cite_accessed", settings.accessed, None),
        (true, "cite_fragment", settings.fragment, Some("cite_fragment_note")),
        (has_two, "cite_publisher", settings.publisher_url, Some("cite_publisher_note")),
        (without_marks(title) != title, "cite_marks", settings.head_marks, Some("cite_marks_note")),
    ];
    rows.into_iter().filter(|row| row.0).map(|(_, key, is_on, note)| switch(&session.env, key, is_on, note)).collect()
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

/// The item before it is edited.
pub(crate) fn given(session: &Session) -> Item {
    cited::given(&session.reading, &session.settings.borrow(), session.env.today())
}

fn item(session: &Session) -> Item {
    cited::edited(given(session), &session.edits.borrow())
}

/// The citation in the style in use.
pub(crate) fn written(session: &Session) -> Formatted {
    format(&item(session), chosen(session))
}

/// How the text points to the item in the style in use.
pub(crate) fn in_text(session: &Session) -> Formatted {
    cite::in_text(&item(session), chosen(session))
}

/// Shows the citation again, after a change of style, settings or fields.
pub(crate) fn refresh(session: &Session) {
    if let Some(bib) = by_id("bib") {
        fill_all(&bib, preview(session));
    }
    quote::refresh(session);
}

fn preview(session: &Session) -> Vec<El> {
    let formatted = written(session);
    if chosen(session).group() == Group::Data {
        return vec![el("pre").class("bib data").attr("tabindex", "0").attr("dir", "ltr").text(&formatted.plain())];
    }
    let set = |parent: El, formatted: &Formatted| {
        formatted.runs.iter().fold(parent, |parent, run| match run.face {
            Face::Upright => with_urls(parent, &run.text),
            Face::Italic => parent.add(with_urls(el("cite"), &run.text)),
            Face::Bold => parent.add(with_urls(el("b"), &run.text)),
        })
    };
    let in_text = in_text(session);
    let key = if chosen(session) == Style::Chicago { "cite_note" } else { "cite_in_text" };
    let line = || {
        let name = el("b").text(&session.say(key));
        let copy = button("copy-cite", "tool bare").attr("aria-label", &session.say("cite_in_text_copy")).add(icon(Icon::Copy));
        el("div").class("in-text").add(name).add(set(session.of_page(el("span")), &in_text)).add(copy)
    };
    let line = (in_text != formatted && !in_text.runs.is_empty()).then(line);
    std::iter::once(set(session.of_page(el("p")).class("bib"), &formatted)).chain(line).collect()
}

/// Appends text with its addresses set so that they may break after a slash.
pub(crate) fn with_urls(parent: El, text: &str) -> El {
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
