//! APA 7 in Korean papers: `선담은 (2024. 10. 1.). 기사명. **한겨레**. URL`. Full names joined by commas, no "&";
//! without an author the newspaper stands first. Western items keep APA's own names and italics.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, date, write, write::Pen};
use super::{apa, is_western, korean_periodical, shown_url};

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = authors(item);
    let published = item.published.map_or_else(|| "n.d.".to_owned(), date::dotted);
    let lead = if authors.is_empty() { item.publisher.as_str() } else { &authors };
    if lead.is_empty() {
        pen.text(&item.title).gap(" ").text(&format!("({published})."));
    } else {
        pen.text(lead).text(&format!(" ({published})."));
        pen.text(if item.title.is_empty() { "" } else { " " }).text(&item.title).stop();
    }
    if !item.publisher.is_empty() && item.publisher != lead {
        pen.text(" ");
        korean_periodical(&mut pen, &item.publisher);
        pen.text(".");
    }
    if !item.url.is_empty() {
        pen.text(" ").text(&shown_url(item));
    }
    if let Some(day) = item.accessed.filter(|_| item.published.is_none()) {
        pen.text(&format!(" (검색일: {})", date::dotted(day.into())));
    }
    pen.finish()
}

/// `(선담은, 2024)`, `(김하나 외, 2023)`: full names, for Korean family names are few.
pub(in super::super) fn cite(item: &Item) -> Formatted {
    let names: Vec<String> = names(&item.authors).iter().map(Name::natural).collect();
    let who = match names.as_slice() {
        [] => [&item.publisher, &item.title].into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default(),
        [first, _, _, ..] => format!("{first} {}", if is_western(item) { "et al." } else { "외" }),
        all => all.join(if is_western(item) { " & " } else { "·" }),
    };
    write::plain(format!("({who}, {})", item.published.map_or_else(|| "n.d.".to_owned(), |when| when.year.to_string())))
}

fn authors(item: &Item) -> String {
    let names = names(&item.authors);
    if is_western(item) {
        return apa::authors(&names);
    }
    names.iter().map(Name::initials).collect::<Vec<_>>().join(", ")
}
