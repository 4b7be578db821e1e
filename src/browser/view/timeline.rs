//! Dates on a thin line: the resolved value before it, what happened and the article's own words after it. Past, the day of
//! the article and the future differ by shape, not by colour.

use super::rows;
use crate::browser::el::{El, el};
use crate::browser::plain::Wording;
use crate::browser::plain::dates::{self, When};
use crate::browser::session::Session;
use crate::facts::{Fact, FactKind, Timex};

/// Letters of a date that fit before the axis.
const AXIS_LETTERS: usize = 15;

/// The list item of a fact: dates say where they stand in time, checks whether they hold.
pub(crate) fn item(session: &Session, i: usize) -> El {
    let class = match &session.reading.facts[i].kind {
        FactKind::Date(date) => match resolved(session, date) {
            None => "loose",
            Some(_) => match when(session, date) {
                When::Past => "past",
                When::Now => "now",
                When::Next => "next",
            },
        },
        FactKind::Check(check) if !check.holds => "differs",
        _ => "",
    };
    if class.is_empty() { el("li") } else { el("li").class(class) }
}

/// The parts of a date's row.
pub(crate) fn parts(session: &Session, fact: &Fact, date: &Timex) -> Vec<El> {
    let written = fact.span.of(session.text_of(fact));
    let context = rows::context(session, fact);
    let Some(shown) = resolved(session, date) else {
        return vec![rows::value(session, "b").text(written), rows::what(session).text(&context)];
    };
    let machine = date.value.as_deref().and_then(dates::machine);
    let class = if shown.chars().count() > AXIS_LETTERS { "val wide" } else { "val" };
    let value = el("time").class(class).text(&shown);
    let value = machine.map_or(value.clone(), |machine| value.attr("datetime", machine));
    let this = (when(session, date) == When::Now).then(|| session.own(el("em")).text(&session.say("this_article")));
    let note = date.relative.then(|| session.own(el("small")).text(&session.env.say("as_written", &[written])));
    vec![value, rows::what(session).text(&context).text(" ").all(this).all(note)]
}

fn when(session: &Session, date: &Timex) -> When {
    dates::when(date.value.as_deref().unwrap_or_default(), session.reading.published.map(|time| time.date))
}

/// The value in the words of the interface, if it is a date of the calendar.
fn resolved(session: &Session, date: &Timex) -> Option<String> {
    let value = date.value.as_deref().filter(|_| date.timex_type != "DURATION" && date.timex_type != "SET")?;
    dates::shown(value, session.reading.published.map(|time| time.date.year), &session.env)
}
