//! The margin: what was found, by kind or in the order of the text, with chips that leave one kind.

use super::icons::{Icon, icon};
use super::{button, rows};
use crate::browser::el::{El, by_id, el, every, fill_all};
use crate::browser::plain::Wording;
use crate::browser::plain::groups::{self, KINDS};
use crate::browser::session::Session;

/// Rows of a group before "more"; numbers are many and short.
const SHOWN: usize = 8;
const SHOWN_QUANTITIES: usize = 6;

/// The margin.
pub(crate) fn margin(session: &Session) -> El {
    let count = session.same.distinct().count();
    let name = session.say("facts");
    let margin = el("aside").class("margin").attr("id", "facts").attr("tabindex", "-1").attr("aria-label", &name);
    let scroll = el("div").class("scroll").attr("tabindex", "0").attr("role", "region");
    let scroll = scroll.attr("aria-label", &format!("{name} {count}"));
    let margin = margin.add(sheet_bar(session, &name, count));
    if count == 0 {
        let note = el("small").text(&session.say("facts_none_note"));
        return margin.add(scroll.add(el("p").class("empty").text(&session.say("facts_none")).add(note)));
    }
    let no_date = session.reading.notes.contains(&crate::reading::Note::NoDate);
    let note = no_date.then(|| el("p").class("note").text(&session.say("note_no_date")));
    let groups = el("div").class("groups").attr("id", "groups").all(content(session));
    margin.add(scroll.add(chips(session)).all(note).add(groups))
}

/// The line above the facts: name, tally, order, copying, and the steps of the sheet.
fn sheet_bar(session: &Session, name: &str, count: usize) -> El {
    let head = el("h2").text(&format!("{name} "));
    let head = if count > 0 { head.add(el("b").text(&count.to_string())) } else { head };
    let bar = el("div").class("sheetbar").add(el("span").class("grab").attr("aria-hidden", "true")).add(head);
    let step = |act: &str, class: &str, key: &str, picture: Icon| {
        button(act, &format!("tool bare {class}")).attr("aria-label", &session.say(key)).add(icon(picture))
    };
    let steps = el("span").class("steps").add(step("sheet-up", "s-up", "sheet_up", Icon::Up));
    let steps = steps.add(step("sheet-down", "s-down", "sheet_down", Icon::Down));
    if count == 0 {
        return bar.add(steps);
    }
    let tally = kinds(session).map(|(kind, n)| el("span").text(&format!("{} {n}", session.say(&format!("fact_{kind}")))));
    let tally = el("p").class("tally").attr("aria-hidden", "true").all(tally);
    let done = el("span").class("done").attr("aria-hidden", "true").add(icon(Icon::Check)).text(&session.say("copied"));
    let copy = step("copy-facts", "copyall", "copy_facts", Icon::Copy);
    bar.add(tally).add(order(session)).add(done).add(copy).add(steps)
}

fn order(session: &Session) -> El {
    let in_order = session.settings.borrow().in_order;
    let choice = |value: &str, key: &str, is_on: bool| {
        let choice = button("order", "").attr("data-order", value).attr("aria-pressed", if is_on { "true" } else { "false" });
        choice.text(&session.say(key))
    };
    let group = el("p").class("sort").attr("role", "group").attr("aria-label", &session.say("sort_label"));
    group.add(choice("kind", "sort_kind", !in_order)).add(choice("text", "sort_text", in_order))
}

/// The kinds that the article has, with their counts.
fn kinds(session: &Session) -> impl Iterator<Item = (&'static str, usize)> {
    let facts = &session.reading.facts;
    let count = |kind: &str| session.same.distinct().filter(|i| groups::kind(&facts[*i]) == kind).count();
    KINDS.into_iter().map(move |kind| (kind, count(kind))).filter(|(_, n)| *n > 0)
}

fn chips(session: &Session) -> El {
    let chip = |kind: &str, name: &str, n: usize, is_on: bool| {
        let chip = button("filter", "").attr("data-filter", kind).attr("aria-pressed", if is_on { "true" } else { "false" });
        chip.add(el("span").text(name)).text(" ").add(el("b").text(&n.to_string()))
    };
    let all = chip("", &session.say("chip_all"), session.same.distinct().count(), true);
    let each = kinds(session).map(|(kind, n)| chip(kind, &session.say(&format!("fact_{kind}")), n, false));
    let label = session.say("chips_label");
    el("div").class("chips").attr("role", "group").attr("aria-label", &label).add(all).all(each)
}

/// Builds the groups again, after a change of order or kind.
pub(crate) fn refresh(session: &Session) {
    if let Some(groups) = by_id("groups") {
        fill_all(&groups, content(session));
    }
    let filter = session.filter.get().unwrap_or_default();
    let order = if session.settings.borrow().in_order { "text" } else { "kind" };
    press("[data-filter]", "data-filter", filter);
    press("[data-order]", "data-order", order);
}

/// Marks the pressed one of some buttons.
fn press(selector: &str, attribute: &str, value: &str) {
    for button in every(selector) {
        let is_on = button.get_attribute(attribute).is_some_and(|own| own == value);
        let _ = button.set_attribute("aria-pressed", if is_on { "true" } else { "false" });
    }
}

fn content(session: &Session) -> Vec<El> {
    if session.settings.borrow().in_order { in_order(session) } else { by_kind(session) }
}

fn by_kind(session: &Session) -> Vec<El> {
    let shown = |kind: &&str| session.filter.get().is_none_or(|only| only == *kind);
    let group = |kind: &'static str| {
        let facts = groups::of_kind(&session.reading, &session.same, kind);
        (!facts.is_empty()).then(|| group(session, kind, &facts))
    };
    KINDS.into_iter().filter(|kind| shown(kind)).filter_map(group).collect()
}

fn group(session: &Session, kind: &str, facts: &[usize]) -> El {
    let name = session.say(&format!("fact_{kind}"));
    let head = el("h3").attr("data-kind", kind).add(el("span").text(&name)).text(" ").add(el("b").text(&facts.len().to_string()));
    let limit = if kind == "quantity" { SHOWN_QUANTITIES } else { SHOWN };
    // One hidden row would take the place of the line that hides it.
    let is_cut = session.filter.get().is_none() && facts.len() > limit + 1;
    let (shown, rest) = if is_cut { facts.split_at(limit) } else { (facts, &facts[..0]) };
    let group = el("section").class("group").attr("data-kind", kind).attr("aria-label", &name).add(head);
    let group = group.add(rows::list(session, kind, shown, facts));
    if rest.is_empty() {
        return group;
    }
    let more = el("summary").text(&session.env.count("more_facts", rest.len()));
    group.add(el("details").class("rest").add(more).add(rows::list(session, kind, rest, facts)))
}

/// The same rows, paragraph by paragraph.
fn in_order(session: &Session) -> Vec<El> {
    let mut groups: Vec<(u32, Vec<usize>)> = Vec::new();
    for (i, fact) in session.reading.facts.iter().enumerate() {
        if session.filter.get().is_some_and(|only| only != groups::kind(fact)) {
            continue;
        }
        let folio = session.folio(fact);
        match groups.last_mut().filter(|(number, _)| *number == folio) {
            Some((_, facts)) => facts.push(i),
            None => groups.push((folio, vec![i])),
        }
    }
    let section = |(folio, facts): (u32, Vec<usize>)| {
        let name = session.env.say("paragraph", &[&folio.to_string()]);
        let row = |i: usize| el("li").attr("data-kind", groups::kind(&session.reading.facts[i])).add(rows::row(session, i, true));
        let list = el("ul").all(facts.into_iter().map(row));
        el("section").class("group in-order").attr("aria-label", &name).add(el("h3").text(&name)).add(list)
    };
    groups.into_iter().map(section).collect()
}
