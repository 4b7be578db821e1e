//! The footnote of Korean humanities: `필자, 「기사명」, 『신문명』, 2024. 10. 1., URL (검색일: 2026. 11. 20.).`
//! Some societies write 〈기사명〉, 《신문명》 instead. Western items take “ ” and italics, as the societies' rules for foreign works say.

use super::super::name::{Name, names, series};
use super::super::{Formatted, Item, date, quotes, quotes::Brackets, write::Pen};
use super::{KOREAN_AUTHORS_MAX, is_western, periodical, shown_url};

pub(in super::super) fn write(item: &Item, brackets: Brackets) -> Formatted {
    let mut pen = Pen::default();
    pen.text(&authors(item));
    let mut separator = if is_western(item) { western_work(&mut pen, item) } else { korean_work(&mut pen, item, brackets) };
    if let Some(when) = item.published {
        pen.gap(separator).text(&date::dotted(when));
        separator = ", ";
    }
    if !item.url.is_empty() {
        pen.gap(separator).text(&shown_url(item));
        if let Some(day) = item.accessed {
            pen.text(&format!(" (검색일: {})", date::dotted(day.into())));
        }
        pen.text(".");
    }
    pen.stop().finish()
}

/// Writes title and newspaper; returns what separates them from the next piece.
fn korean_work(pen: &mut Pen, item: &Item, brackets: Brackets) -> &'static str {
    let (title, publisher) = quotes::bracketed(&item.title, &item.publisher, brackets);
    for work in [title, publisher].iter().filter(|work| !work.is_empty()) {
        pen.gap(", ").text(work);
    }
    ", "
}

/// The same in Western form, whose comma stands inside the marks: `“Title,” *Newspaper*`.
fn western_work(pen: &mut Pen, item: &Item) -> &'static str {
    let stop = if item.publisher.is_empty() && item.published.is_none() && item.url.is_empty() { '.' } else { ',' };
    if !item.title.is_empty() {
        pen.gap(", ").text(&quotes::quoted(&item.title, stop));
    }
    if item.publisher.is_empty() {
        return if item.title.is_empty() { ", " } else { " " };
    }
    pen.gap(if item.title.is_empty() { ", " } else { " " });
    periodical(pen, &item.publisher);
    ", "
}

/// `김하나·이두리·박세찬`; `김하나 외`; `John Smith and Mary-Jane O’Neill`; `Ann Lee et al.`
fn authors(item: &Item) -> String {
    let names: Vec<String> = names(&item.authors).iter().map(Name::natural).collect();
    let western = is_western(item);
    match names.as_slice() {
        [first, ..] if names.len() > KOREAN_AUTHORS_MAX => format!("{first} {}", if western { "et al." } else { "외" }),
        all if western => series(all, "and", false),
        all => all.join("·"),
    }
}
