//! Pages without an article: what was seen, as measurements on the axis, and the ways on that truly work.

use super::icons::Icon;
use super::{button, quiet};
use crate::Error;
use crate::browser::el::{El, el};
use crate::browser::plain::Wording;
use crate::browser::plain::{ledger, numerals};
use crate::browser::session::Session;
use crate::dom::TooLarge;
use crate::reading::Note;

/// No article was found.
pub(crate) fn none(session: &Session) -> El {
    let why = session.reading.notes.iter().find_map(|note| match note {
        Note::NoArticle { letters, link_share, .. } => Some((*letters, *link_share)),
        _ => None,
    });
    let rows = why.map(|(letters, link_share)| {
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
    });
    let lead = rows.is_some().then(|| session.say("none_lead"));
    let clean = (!session.reading.hide.is_empty()).then(|| way(session, "close", "way_clean"));
    let ways = clean.map(|clean| el("ul").class("ways").add(el("li").add(clean)));
    section(&session.say("none_title"), lead.as_deref()).all(rows).all(ways).add(back(session))
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
