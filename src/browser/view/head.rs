//! The head of the article: publisher and portal, title, standfirst, writers, times, and what can be done with all of it.

use super::button;
use super::icons::{Icon, icon};
use crate::article::SafeUrl;
use crate::browser::el::{El, el};
use crate::browser::plain::{Wording, dates, kinds, minutes};
use crate::browser::session::Session;
use crate::civil::DateTime;
use crate::reading::Reading;

/// The head.
pub(crate) fn head(session: &Session) -> El {
    let reading = &session.reading;
    let title = el("h1").attr("id", "title").attr("tabindex", "-1").text(&reading.title);
    let deck = reading.deck.iter().map(|line| el("p").class("deck").text(line));
    el("header").all(kicker(session)).add(title).all(deck).all(by(session)).add(meta(session))
}

fn kicker(session: &Session) -> Option<El> {
    let Reading { publisher, portal, section, .. } = &session.reading;
    let via = (!portal.is_empty() && portal != publisher).then(|| session.env.say("via", &[portal]));
    let kind = kinds::page_key(session.reading.kind).map(|key| session.say(&key));
    let rest: Vec<_> = [section.clone(), kind.unwrap_or_default(), via.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let press = (!publisher.is_empty()).then(|| el("b").text(publisher));
    (press.is_some() || !rest.is_empty()).then(|| el("p").class("kicker").all(press).text(&rest.join(" · ")))
}

fn by(session: &Session) -> Option<El> {
    let reading = &session.reading;
    let name = |writer: &crate::article::byline::Writer| {
        if writer.role.is_empty() { writer.name.clone() } else { format!("{} {}", writer.name, writer.role) }
    };
    let names = reading.byline.writers.iter().map(name).collect::<Vec<_>>().join(", ");
    let who = (!names.is_empty()).then(|| el("span").class("who").text(&names));
    let published = reading.published.map(|time| when(session, "published", time, &dates::stamp(time, &session.env)));
    let modified = reading.modified.filter(|time| Some(*time) != reading.published).map(|time| {
        let same_day = reading.published.is_some_and(|published| published.date == time.date);
        let clock = dates::clock(time).filter(|_| same_day);
        when(session, "modified", time, &clock.unwrap_or_else(|| dates::stamp(time, &session.env)))
    });
    let parts: Vec<_> = who.into_iter().chain(filed(session)).chain(published).chain(modified).collect();
    (!parts.is_empty()).then(|| el("p").class("by").all(parts))
}

/// Where the report was written and which agency sent it, as its dateline says; the publisher's own name says nothing more.
fn filed(session: &Session) -> Option<El> {
    let dateline = session.reading.dateline.as_ref()?;
    let agency = Some(&dateline.agency).filter(|agency| **agency != session.reading.publisher);
    let place = (!dateline.place.is_empty()).then(|| session.env.say("filed_from", &[&dateline.place]));
    let parts: Vec<String> = place.into_iter().chain(agency.filter(|a| !a.is_empty()).cloned()).collect();
    (!parts.is_empty()).then(|| el("span").class("filed").text(&parts.join(" · ")))
}

/// A time with its word before or after it, as the message has it.
fn when(session: &Session, key: &str, time: DateTime, written: &str) -> El {
    let around = session.env.say(key, &["\u{0}"]);
    let (before, after) = around.split_once('\u{0}').unwrap_or((&around, ""));
    let stamp = el("time").attr("datetime", &time.to_string()).text(written);
    el("span").class("when").text(before).add(stamp).text(after)
}

fn meta(session: &Session) -> El {
    let reading = &session.reading;
    let range = minutes::range(minutes::of(reading.article.texts()));
    let time = el("span").add(icon(Icon::Clock)).text(&session.env.say("minutes", &[&range]));
    let hidden = reading.removals.len();
    let chip = el("a").class("chip").anchor("ledger").attr("data-act", "ledger").add(icon(Icon::Hidden));
    let chip = (hidden > 0).then(|| chip.add(el("span").text(&session.env.count("hidden_count", hidden))));
    let part = reading.partial.as_ref().map(|_| el("a").anchor("partial").text(&session.say("partial_short")));
    let original = Some(&reading.original_url).filter(|url| !url.is_empty() && **url != reading.url);
    let out = |url: SafeUrl| el("a").link(&url).add(icon(Icon::Out)).add(el("span").text(&session.say("original_link")));
    let out = original.and_then(|url| SafeUrl::link(url)).map(out);
    let back = button("original", "back").add(icon(Icon::Undo)).add(el("span").text(&session.say("original_page")));
    let back = back.attr("title", &session.say("original_page_hint"));
    el("p").class("meta").add(time).all(part).all(chip).all(out).add(back)
}

/// The portal's own summary, folded: it is not the article's.
pub(crate) fn summary(session: &Session) -> Option<El> {
    let lines = &session.reading.summary;
    let items = || lines.iter().map(|line| el("li").text(line));
    let name = || el("summary").add(el("span").text(&session.say("summary_title"))).add(icon(Icon::Down));
    let note = || el("p").text(&session.say("summary_note"));
    (!lines.is_empty()).then(|| el("details").class("digest").add(name()).add(el("ul").all(items())).add(note()))
}

/// The line that says where the article stands and whose it is.
pub(crate) fn source_line(session: &Session) -> El {
    let Reading { publisher, url, original_url, .. } = &session.reading;
    let address = if original_url.is_empty() { url } else { original_url };
    let shown = address.trim_start_matches("https://").trim_start_matches("http://");
    let press = (!publisher.is_empty()).then(|| el("b").text(publisher));
    el("p").class("end").all(press).add(super::citation::url(shown))
}

/// Whose the text is and on what terms, as the page prints it.
pub(crate) fn terms(session: &Session) -> Option<El> {
    let Reading { copyright, copyright_holder, .. } = &session.reading;
    let holder = (!copyright_holder.is_empty()).then(|| session.env.say("copyright_holder", &[copyright_holder]));
    let line = (!copyright.is_empty()).then(|| session.of_page(el("span")).text(copyright));
    (holder.is_some() || line.is_some()).then(|| el("p").class("terms").all(holder.map(|words| el("b").text(&words))).all(line))
}
