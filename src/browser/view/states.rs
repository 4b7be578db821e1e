//! Pages without an article: what was seen, as measurements on the axis, and the ways on that truly work.

use super::icons::{Icon, icon};
use super::{button, quiet};
use crate::Error;
use crate::article::SafeUrl;
use crate::browser::el::{El, el};
use crate::browser::plain::Wording;
use crate::browser::plain::{kinds, ledger, numerals};
use crate::browser::session::Session;
use crate::dom::TooLarge;
use crate::reading::{Note, Seen};

/// No article was found: what the page is instead, what can be done, and what it was judged by.
pub(crate) fn none(session: &Session) -> El {
    let (letters, link_share, seen) = seen(session);
    let key = kinds::seen_key(seen);
    let next = session.say(&format!("{key}_next"));
    let measured = kinds::is_measured(seen).then(|| measures(session, letters, link_share));
    let lead = measured.is_some().then(|| el("p").class("judged").text(&session.say("none_lead")));
    let again = kinds::may_change(seen).then(|| el("ul").class("ways").add(el("li").add(way(session, "again", "way_again"))));
    section(&session.say(&key), Some(&next)).all(lead).all(measured).all(again).add(back(session))
}

/// What the page is called while no article is shown.
pub(crate) fn none_title(session: &Session) -> String {
    session.say(&kinds::seen_key(seen(session).2))
}

/// Letters that could be a text, share of links, and what was seen.
fn seen(session: &Session) -> (u32, f32, Seen) {
    let note = |note: &Note| match note {
        Note::NoArticle { letters, link_share, seen } => Some((*letters, *link_share, *seen)),
        _ => None,
    };
    session.reading.notes.iter().find_map(note).unwrap_or_default()
}

fn measures(session: &Session, letters: u32, link_share: f32) -> El {
    let letters = numerals::grouped(f64::from(letters), 0);
    let share = ledger::percent(f64::from(link_share));
    let unit = session.say("letters_unit");
    el("ul").class("why").add(row(session, &letters, &unit, "none_letters", Some("none_letters_note"))).add(row(
        session,
        &share,
        "%",
        "none_links",
        Some("none_links_note"),
    ))
}

/// The line at the end of a text of which the page holds only a part: why, and the way to the rest where there is one.
pub(crate) fn partial(session: &Session) -> Option<El> {
    let partial = session.reading.partial.as_ref()?;
    let line = el("p").text(&session.say(&kinds::partial_key(partial.why)));
    let words = || el("span").text(&session.say("partial_open"));
    let open = SafeUrl::link(&partial.next).map(|url| el("p").add(el("a").link(&url).add(words()).add(icon(Icon::Out))));
    Some(session.own(el("aside").class("partial").attr("id", "partial").attr("dir", "auto")).add(line).all(open))
}

/// The page could not be read.
pub(crate) fn fault(session: &Session, error: Option<&Error>) -> El {
    let Some(Error::TooLarge(TooLarge { what, found, limit })) = error else {
        return section(&session.say("fault_title"), Some(&session.say("fault_lead"))).add(back(session));
    };
    let unit = session.say(&format!("large_{what}"));
    let count = |n: u64| numerals::grouped(n as f64, 0);
    let rows = el("ul").class("why large").add(row(session, &count(*found), &unit, "large_found", None)).add(row(
        session,
        &count(*limit),
        &unit,
        "large_limit",
        None,
    ));
    section(&session.say("large_title"), Some(&session.say("large_lead"))).add(rows).add(back(session))
}

fn section(title: &str, lead: Option<&str>) -> El {
    let section = el("section").class("none").attr("aria-labelledby", "title");
    section.add(el("h1").attr("id", "title").attr("tabindex", "-1").text(title)).all(lead.map(|lead| el("p").text(lead)))
}

fn row(session: &Session, number: &str, unit: &str, key: &str, note: Option<&str>) -> El {
    let unit = if unit.is_ascii() && unit.len() > 1 { format!(" {unit}") } else { unit.to_owned() };
    let value = el("b").class("val").text(number).add(el("small").text(&unit));
    let note = note.map(|note| el("small").text(&session.say(note)));
    el("li").add(value).add(el("span").class("what").text(&session.say(key)).all(note))
}

fn way(session: &Session, act: &str, key: &str) -> El {
    let note = session.env.say(&format!("{key}_note"), &[]);
    button(act, "").add(el("b").text(&session.say(key))).add(el("span").text(&note))
}

fn back(session: &Session) -> El {
    quiet("original", Icon::Undo, &session.say("way_original"))
}
