//! The ledger: what was removed and why, each thing with its way back. In: the reading's removals.

use super::head;
use super::icons::{Icon, icon};
use super::{button, quiet};
use crate::boilerplate::{Reason, Removal};
use crate::browser::el::{El, by_id, el, fill, svg};
use crate::browser::plain::ledger::{self, Group};
use crate::browser::plain::{Wording, numerals, snippet};
use crate::browser::session::Session;

/// Removals of a kind before "more".
const ROWS_SHOWN: usize = 5;
/// Letters of a removal's text that the ledger shows, and that are spoken to name its button.
const LETTERS_SHOWN: usize = 96;
const LETTERS_SPOKEN: usize = 30;

/// The foot of the article: source, terms, ledger.
pub(crate) fn foot(session: &Session) -> El {
    el("footer").add(head::source_line(session)).all(head::terms(session)).add(details(session))
}

fn details(session: &Session) -> El {
    let reading = &session.reading;
    let count = reading.removals.len();
    let name = el("h2").class("lt").text(&session.say("ledger"));
    let summary = el("summary").add(name).text(" ").add(el("b").text(&count.to_string())).add(icon(Icon::Down));
    let details = el("details").class("ledger").attr("id", "ledger").add(summary);
    if count == 0 {
        return details.add(el("p").class("lead").text(&session.say("ledger_empty")));
    }
    let groups = ledger::groups(&reading.removals);
    let list = el("ul").class("removed").all(groups.iter().map(|group| group_row(session, group)));
    let all = quiet("restore-all", Icon::Undo, &session.say("restore_all")).attr("id", "restore-all");
    let act = el("p").class("act").add(all).add(quiet("original", Icon::Out, &session.say("original_page")));
    details
        .add(lead(session, count))
        .add(el("p").class("lead").attr("id", "refused").attr("hidden", ""))
        .add(meter(session))
        .add(list)
        .add(act)
}

fn lead(session: &Session, count: usize) -> El {
    let grouped = |n: u32| numerals::grouped(f64::from(n), 0);
    let numbers = [grouped(session.reading.page_letters), grouped(session.reading.kept_letters), count.to_string()];
    el("p").class("lead").text(&session.env.say("ledger_lead", &[&numbers[0], &numbers[1], &numbers[2]]))
}

/// Share of the page's letters that the article kept, drawn by an attribute.
fn meter(session: &Session) -> El {
    let reading = &session.reading;
    let share = f64::from(reading.kept_letters) / f64::from(reading.page_letters.max(1));
    let percent = ledger::percent(share);
    let bar = |class: &str, width: &str| svg("rect").class(class).attr("width", width).attr("height", "1");
    let gauge = svg("svg").class("gauge").attr("viewBox", "0 0 100 1").attr("preserveAspectRatio", "none");
    let gauge = gauge.attr("aria-hidden", "true").add(bar("g0", "100")).add(bar("g1", &percent));
    el("p").class("meter").add(gauge).add(el("span").text(&session.env.say("ledger_kept", &[&percent])))
}

/// A kind with its reason, if all its removals have the same, and below it each removal with its own way back.
fn group_row(session: &Session, group: &Group) -> El {
    let name = session.say(&ledger::kind_key(group.kind));
    let removals: Vec<_> = group.removals.iter().filter_map(|i| Some((*i, session.reading.removals.get(*i)?))).collect();
    let shared =
        removals.first().map(|(_, removal)| &removal.reason).filter(|reason| removals.iter().all(|(_, r)| r.reason == **reason));
    let shared = shared.or_else(|| removals.first().map(|(_, r)| &r.reason).filter(|_| said_alike(session, &removals)));
    let number = el("span").class("num").text(&removals.len().to_string());
    let why = shared.map(|reason| why(session, reason));
    // One folded row would take the place of the line that folds it.
    let shown = if removals.len() > ROWS_SHOWN + 1 { ROWS_SHOWN } else { removals.len() };
    let list = |part: &[(usize, &Removal)]| {
        el("ul").all(part.iter().map(|(i, removal)| item(session, *i, removal, &name, shared.is_none())))
    };
    let rest = removals.get(shown..).filter(|rest| !rest.is_empty()).map(|rest| {
        let more = el("summary").text(&session.env.count("more_facts", rest.len()));
        el("details").class("rest").add(more).add(list(rest))
    });
    let row = el("li").class("lg").add(number).add(el("h3").text(&name)).all(why);
    row.add(el("div").class("items").add(list(&removals[..shown])).all(rest))
}

/// Whether the reasons differ in their rule only, not in the words that people read.
fn said_alike(session: &Session, removals: &[(usize, &Removal)]) -> bool {
    let mut words = removals.iter().map(|(_, removal)| ledger::reason(&removal.reason, &session.env));
    let first = words.next();
    words.all(|other| Some(other) == first)
}

fn why(session: &Session, reason: &Reason) -> El {
    let id = ledger::rule_id(reason);
    el("span").class("why").attr_if(!id.is_empty(), "title", id).text(&ledger::reason(reason, &session.env))
}

fn item(session: &Session, i: usize, removal: &Removal, name: &str, has_reason: bool) -> El {
    let joined = removal.lines.join(" · ");
    let shown = snippet::head(&joined, LETTERS_SHOWN);
    let lines = if joined.is_empty() {
        el("span").class("lines").text(&session.say("ledger_no_text"))
    } else {
        el("span").class("lines").add(session.of_page(el("s")).text(&shown))
    };
    let lines = if has_reason { lines.add(why(session, &removal.reason)) } else { lines };
    let label = session.env.say("restore_of", &[name, &snippet::head(&joined, LETTERS_SPOKEN)]);
    let restore = button("restore", "quiet").attr("data-removal", &i.to_string()).attr("aria-label", &label);
    let restore = restore.add(icon(Icon::Undo)).add(el("span").text(&session.say("restore")));
    el("li").class("lx").attr("id", &format!("r{i}")).add(lines).add(el("span").class("do").add(restore))
}

/// Shows in the ledger that a removal is back: in the text, or on the page only when it has no text.
pub(crate) fn say_restored(session: &Session, i: usize) {
    let Some(row) = by_id(&format!("r{i}")) else { return };
    let _ = row.class_list().add_1("restored");
    let Some(cell) = row.query_selector(".do").ok().flatten() else { return };
    let has_text = session.reading.removals.get(i).is_some_and(|removal| !removal.lines.is_empty());
    if has_text {
        let see = button("seek", "quiet").attr("data-removal", &i.to_string()).add(icon(Icon::Check));
        fill(&cell, see.add(el("span").text(&session.say("restored_see"))));
    } else {
        let done = el("span").class("back").attr("tabindex", "-1").add(icon(Icon::Check));
        fill(&cell, done.add(el("span").text(&session.say("restored_on_page"))));
    }
}

/// Says that the live page changed and was left as it is.
pub(crate) fn say_refused() {
    let Some(session) = Session::current() else { return };
    if let Some(node) = by_id("refused") {
        node.set_text_content(Some(&session.say("ledger_refused")));
        let _ = node.remove_attribute("hidden");
    }
}

/// The block of a restored removal in the text: plain paragraphs, marked as restored.
pub(crate) fn restored_block(session: &Session, i: usize, removal: &Removal) -> El {
    let kind = session.say(&ledger::kind_key(removal.kind));
    let note = el("p").class("note").text(&session.env.say("restored_note", &[&kind]));
    let block = el("div").class("restored").attr("data-restored", &i.to_string()).attr("tabindex", "-1");
    block.add(note).all(removal.lines.iter().map(|line| el("p").text(line)))
}
