//! Chicago, author-date, the reference list: Author. 2024. “Title.” *Newspaper*, October 1. URL.

use super::super::name::names;
use super::super::{Formatted, Item, case, date, quotes, write, write::Pen};
use super::chicago::{bibliography_names, container};
use super::in_text::{Short, title_of, year};
use super::shown_url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = bibliography_names(&names(&item.authors));
    let lead = if authors.is_empty() { item.publisher.as_str() } else { &authors };
    let title = quotes::quoted(&case::headline(&item.title, &item.lang), '.');
    let title = if item.title.is_empty() { String::new() } else { title };
    let (first, then) = if lead.is_empty() { (title.as_str(), "") } else { (lead, title.as_str()) };
    pen.text(first).stop().gap(" ").text(&year(item, "n.d")).text(".");
    pen.text(if then.is_empty() { "" } else { " " }).text(then);
    let day = item.published.map(date::month_day).unwrap_or_default();
    let is_named = !authors.is_empty() && !item.publisher.is_empty();
    if is_named {
        pen.text(" ");
        container(&mut pen, item);
    }
    if !day.is_empty() {
        pen.text(if is_named { ", " } else { " " }).text(&day);
    }
    pen.stop();
    if let Some(day) = item.accessed.filter(|_| item.published.is_none()) {
        pen.text(&format!(" Accessed {}.", date::american(day.into())));
    }
    if !item.url.is_empty() {
        pen.text(" ").text(&shown_url(item)).text(".");
    }
    pen.finish()
}

/// `(Smith and O’Neill 2023)`, `(김, n.d.)` (18th edition, 13.102 to 13.128).
pub(in super::super) fn cite(item: &Item) -> Formatted {
    const CHICAGO: Short = Short { and: " and ", listed: 2, et_al: " et al." };
    let publisher = || Some(item.publisher.clone()).filter(|publisher| !publisher.is_empty());
    let who = CHICAGO.names(item).or_else(publisher).unwrap_or_else(|| title_of(item));
    let when = item.published.map_or_else(|| ", n.d.".to_owned(), |when| format!(" {}", when.year));
    write::plain(format!("({who}{when})"))
}
