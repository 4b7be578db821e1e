//! Rows of the margin: what was found before the axis, what it means after it, the paragraph at the end.

use super::{sum, timeline, unseen};
use crate::browser::el::{El, el};
use crate::browser::plain::{Wording, clip, groups, notes, numerals, snippet};
use crate::browser::session::Session;
use crate::browser::view::rich;
use crate::facts::{Event, Fact, FactKind, Location, Organisation, Person, Quantity, Quote, Source};

/// Letters of context beside a fact that has no phrase of its own.
const CONTEXT_LETTERS: usize = 26;
/// Letters of a quotation in the margin; the whole stands in the text.
const QUOTE_LETTERS: usize = 140;

/// The rows of a kind. `group` is the whole group, of which `facts` may be a part.
pub(crate) fn list(session: &Session, kind: &str, facts: &[usize], group: &[usize]) -> El {
    let list = match kind {
        "timex" => el("ol").class("timeline"),
        "check" => el("ul").class("sums"),
        "quote" => el("ul").class("quotes"),
        _ => el("ul"),
    };
    let names = |i: usize| kind != "quote" || names_speaker(session, group, i);
    list.all(facts.iter().map(|i| timeline::item(session, *i).add(row(session, *i, names(*i)))))
}

/// Whether a quotation is the first of its speaker in the group: the name stands once, as in a play.
fn names_speaker(session: &Session, group: &[usize], i: usize) -> bool {
    let speaker = |i: usize| groups::speaker(&session.reading.facts[i]);
    let before = group.iter().position(|fact| *fact == i).and_then(|at| at.checked_sub(1)).map(|at| group[at]);
    before.is_none_or(|before| speaker(before) != speaker(i))
}

/// The row of one fact.
pub(crate) fn row(session: &Session, i: usize, names_speaker: bool) -> El {
    let fact = &session.reading.facts[i];
    match &fact.kind {
        FactKind::Check(check) => sum::row(session, i, fact, check),
        FactKind::Quantity(quantity) => frame(session, i, "fact", quantity_parts(session, fact, quantity)),
        FactKind::Date(date) => frame(session, i, "fact", timeline::parts(session, fact, date)),
        FactKind::Person(person) => frame(session, i, "fact name", person_parts(session, person)),
        FactKind::Organisation(body) => frame(session, i, "fact name small", organisation_parts(session, body)),
        FactKind::Quote(quote) => frame(session, i, "fact say", quote_parts(session, fact, quote, names_speaker)),
        FactKind::Source(source) => frame(session, i, "fact name small", source_parts(session, source)),
        FactKind::Location(place) => frame(session, i, "fact name small", place_parts(session, fact, place)),
        FactKind::Event(event) => frame(session, i, "fact name small", event_parts(session, fact, event)),
    }
}

/// The link around the parts of a row, with the number of the paragraph that it leads to.
pub(crate) fn frame(session: &Session, i: usize, class: &str, parts: Vec<El>) -> El {
    let fact = &session.reading.facts[i];
    let link = el("a").class(class).anchor(&format!("f{}", rich::target(session, i))).attr("data-fact", &i.to_string());
    let number = session.folio(fact).to_string();
    let words = unseen(&session.env.say("to_paragraph", &[&number]));
    let number = el("span").attr("aria-hidden", "true").text(&paragraphs(session, i, number));
    let doubt = notes::of_trust(fact, &session.env);
    let doubt = (!doubt.is_empty()).then(|| session.own(el("small")).class("doubt").text(&doubt));
    link.all(parts).add(el("span").class("ref").add(words).add(number)).all(doubt)
}

/// Paragraph numbers that stand at the end of a row.
const PARAGRAPHS_SHOWN: usize = 3;

/// The paragraph of a fact, and those that say the same again: "3, 7".
fn paragraphs(session: &Session, i: usize, own: String) -> String {
    let mut all: Vec<u32> = session.same.mentions(i).iter().map(|i| session.folio(&session.reading.facts[*i])).collect();
    all.dedup();
    if all.len() < 2 {
        return own;
    }
    let shown: Vec<String> = all.iter().take(PARAGRAPHS_SHOWN).map(u32::to_string).collect();
    let more = if all.len() > PARAGRAPHS_SHOWN { "…" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// A number with its figures large and its words small.
pub(crate) fn number(parent: El, written: &str) -> El {
    numerals::runs(written)
        .into_iter()
        .fold(parent, |parent, run| if run.large { parent.text(run.text) } else { parent.add(el("small").text(run.text)) })
}

/// The words of a fact's sentence that follow it.
pub(crate) fn context(session: &Session, fact: &Fact) -> String {
    let context = snippet::context(session.text_of(fact), fact.sentence, fact.span, CONTEXT_LETTERS);
    // A cell of a table has no words around its number.
    if context.is_empty() { session.env.say("paragraph", &[&session.folio(fact).to_string()]) } else { context }
}

/// What was found: words of the page before the axis.
pub(crate) fn value(session: &Session, name: &'static str) -> El {
    session.of_page(el(name)).class("val")
}

/// What it means: words of the page after the axis.
pub(crate) fn what(session: &Session) -> El {
    session.of_page(el("span")).class("what")
}

fn quantity_parts(session: &Session, fact: &Fact, quantity: &Quantity) -> Vec<El> {
    let written = fact.span.of(session.text_of(fact));
    let class = if numerals::is_wide(written) { "val wide" } else { "val" };
    // "240 homes" says itself what it counts.
    let told = quantity.measures.is_empty() || written.ends_with(&format!(" {}", quantity.measures));
    let meaning = if told { context(session, fact) } else { quantity.measures.clone() };
    let note = small(notes::of_quantity(quantity, &session.env));
    vec![number(value(session, "b").class(class), written), what(session).text(&meaning).all(note)]
}

fn person_parts(session: &Session, person: &Person) -> Vec<El> {
    let age = person.age.map(|age| session.env.say("age", &[&age.to_string()])).unwrap_or_default();
    let phrase = [clip::person_phrase(person), age].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let quotes = groups::quotes_of(&session.reading, &person.name);
    let note = (quotes > 0).then(|| session.own(el("small")).text(&session.env.count("quote_count", quotes)));
    let phrase =
        if phrase.is_empty() && quotes == 0 { session.env.count("mention_count", person.mentions.len().max(1)) } else { phrase };
    let names = small(notes::of_person(person, &session.env));
    vec![value(session, "b").text(&person.name), what(session).text(&phrase).all(names).all(note)]
}

fn organisation_parts(session: &Session, body: &Organisation) -> Vec<El> {
    let count = session.env.count("mention_count", body.mentions.len().max(1));
    let note = small(notes::of_body(body, &session.env));
    vec![value(session, "b").text(&body.name), what(session).add(session.own(el("span")).text(&count)).all(note)]
}

fn place_parts(session: &Session, fact: &Fact, place: &Location) -> Vec<El> {
    let count = place.mentions.len();
    let often = (count > 1).then(|| session.own(el("small")).text(&session.env.count("mention_count", count)));
    vec![value(session, "b").text(&place.name), what(session).text(&context(session, fact)).all(often)]
}

fn event_parts(session: &Session, fact: &Fact, event: &Event) -> Vec<El> {
    let year = session.reading.published.map(|time| time.date.year);
    let note = notes::of_event(event, year, &session.env);
    let said = if note.is_empty() { context(session, fact) } else { note };
    vec![value(session, "b").text(&event.name), what(session).text(&said)]
}

/// A line in small letters, if there is anything to say.
fn small(text: String) -> Option<El> {
    (!text.is_empty()).then(|| el("small").text(&text))
}

fn quote_parts(session: &Session, fact: &Fact, quote: &Quote, names_speaker: bool) -> Vec<El> {
    let unknown = session.say("speaker_unknown");
    let name = if quote.speaker.is_empty() { &unknown } else { &quote.speaker };
    let speaker = el("b").class(if names_speaker { "" } else { "vh" }).text(name);
    let verb = (!quote.verb.is_empty()).then(|| el("small").text(&quote.verb));
    let said = snippet::head(fact.span.of(session.text_of(fact)), QUOTE_LETTERS);
    vec![value(session, "span").add(speaker).all(verb), session.of_page(el("q")).class("what").text(&said)]
}

fn source_parts(session: &Session, source: &Source) -> Vec<El> {
    let unnamed = session.say("source_unnamed");
    let issuer = if source.issuer.is_empty() { &unnamed } else { &source.issuer };
    let title = session.of_page(el("cite")).text(&source.title);
    vec![value(session, "b").text(issuer), what(session).add(title)]
}
