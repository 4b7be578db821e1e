//! The fields of the citation, folded: what each says, where the page says it, and an edit that lives in this reader only.

use super::icons::{Icon, icon};
use super::{button, citation, quiet};
use crate::article::origin::Origin;
use crate::browser::el::{El, by_id, el, every};
use crate::browser::plain::cited::{self, FIELDS, Field};
use crate::browser::plain::{Wording, dates};
use crate::browser::session::Session;
use crate::cite::Item;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

/// The fields under their line.
pub(crate) fn fold(session: &Session) -> El {
    let summary = el("summary").add(el("span").text(&session.say("fields"))).add(icon(Icon::Down));
    let given = citation::given(session);
    let rows = FIELDS.map(|(field, name)| row(session, &given, field, name));
    let all = quiet("unedit-all", Icon::Undo, &session.say("unedit_all")).attr("id", "unedit-all").attr_if(
        is_untouched(session),
        "hidden",
        "",
    );
    let note = el("p").class("note").text(&session.say("fields_note"));
    el("details").class("fields").add(summary).add(note).all(rows).all(fixed(session)).add(all)
}

fn row(session: &Session, given: &Item, field: Field, name: &str) -> El {
    let text = session.edits.borrow().of(field).map_or_else(|| cited::text(given, field), str::to_owned);
    let (id, from) = (format!("field-{name}"), format!("from-{name}"));
    let area = el("textarea").attr("id", &id).attr("rows", "1").attr("data-field", name).attr("aria-describedby", &from);
    let area = area.attr("spellcheck", "false").attr("dir", if field == Field::Url { "ltr" } else { "auto" });
    let area = area.attr_if(!session.reading.lang.is_empty(), "lang", &session.reading.lang).text(&text);
    let label = el("label").attr("for", &id).text(&session.say(&format!("field_{name}")));
    let source = el("p").class("from").attr("id", &from).text(&source(session, field));
    let undo = button("unedit", "tool bare").attr("data-field", name).attr("hidden", "").add(icon(Icon::Undo));
    let undo = undo.attr("aria-label", &session.env.say("unedit", &[&session.say(&format!("field_{name}"))]));
    el("div").class("field").add(label).add(area).add(undo).add(source)
}

/// What the page says and no citation prints: it is shown with its place, and cannot be edited.
fn fixed(session: &Session) -> Vec<El> {
    let reading = &session.reading;
    let modified = reading.modified.map(|time| dates::stamp(time, &session.env)).unwrap_or_default();
    let rows = [
        ("modified", modified, reading.sources.modified),
        ("section", reading.section.clone(), reading.sources.section),
        ("lang", reading.lang.clone(), reading.sources.lang),
        ("image", reading.image.clone(), reading.sources.image),
    ];
    let row = |(name, text, origin): (&str, String, Option<Origin>)| {
        let label = el("b").text(&session.say(&format!("field_{name}")));
        let value = citation::with_urls(session.of_page(el("span")).class("value"), &text);
        el("p").class("field").add(label).add(value).add(el("span").class("from").text(&said(session, origin)))
    };
    rows.into_iter().filter(|(_, text, _)| !text.is_empty()).map(row).collect()
}

/// The line below a field: where the page says it, or that it was edited, or that the edit makes no sense.
fn source(session: &Session, field: Field) -> String {
    match session.edits.borrow().of(field) {
        Some(text) if !cited::is_sound(field, text) => session.say("field_unsound"),
        Some(_) => session.say("field_edited"),
        None => said(session, field.origin(&session.reading, &session.settings.borrow())),
    }
}

fn said(session: &Session, origin: Option<Origin>) -> String {
    let Some((key, name)) = origin.map(Origin::key) else { return session.say("origin_none") };
    session.env.say(&format!("origin_{key}"), &[name])
}

fn is_untouched(session: &Session) -> bool {
    session.edits.borrow().is_empty()
}

/// Takes what is typed into a field.
pub(crate) fn take(session: &Session, field: Field, text: &str) {
    let given = cited::text(&citation::given(session), field);
    session.edits.borrow_mut().set(field, text, &given);
    citation::refresh(session);
    mark(session);
}

/// Puts one field back.
pub(crate) fn undo(session: &Session, field: Option<Field>) {
    let Some(field) = field else { return };
    session.edits.borrow_mut().undo(field);
    back(session);
    let name = FIELDS.iter().find(|(known, _)| *known == field).map_or("", |(_, name)| name);
    crate::browser::panels::focus(by_id(&format!("field-{name}")));
}

/// Puts every field back.
pub(crate) fn undo_all(session: &Session) {
    session.edits.borrow_mut().clear();
    back(session);
    crate::browser::panels::focus(by_id("field-title"));
}

fn back(session: &Session) {
    citation::refresh(session);
    refresh(session);
    session.announce(&session.say("unedited_status"));
}

/// Shows the fields again, after a setting or an undo.
pub(crate) fn refresh(session: &Session) {
    let given = citation::given(session);
    for (area, field) in areas() {
        let text = session.edits.borrow().of(field).map_or_else(|| cited::text(&given, field), str::to_owned);
        if area.value() != text {
            area.set_value(&text);
        }
    }
    mark(session);
}

/// Says of each field whether it is edited, and whether that makes sense.
fn mark(session: &Session) {
    for (area, field) in areas() {
        let Some(row) = area.parent_element() else { continue };
        let edited = session.edits.borrow().of(field).map(|text| cited::is_sound(field, text));
        let _ = row.set_attribute("data-edited", if edited.is_some() { "yes" } else { "no" });
        let _ = area.set_attribute("aria-invalid", if edited == Some(false) { "true" } else { "false" });
        set_hidden(row.query_selector("button").ok().flatten(), edited.is_none());
        if let Ok(Some(from)) = row.query_selector(".from") {
            from.set_text_content(Some(&source(session, field)));
        }
    }
    set_hidden(by_id("unedit-all"), is_untouched(session));
}

fn set_hidden(node: Option<web_sys::Element>, hidden: bool) {
    let Some(node) = node else { return };
    let _ = if hidden { node.set_attribute("hidden", "") } else { node.remove_attribute("hidden") };
}

fn areas() -> impl Iterator<Item = (HtmlTextAreaElement, Field)> {
    let areas = every("textarea[data-field]").into_iter().filter_map(|node| node.dyn_into::<HtmlTextAreaElement>().ok());
    areas.filter_map(|area| Field::named(&area.get_attribute("data-field")?).map(|field| (area, field)))
}
