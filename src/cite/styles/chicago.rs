//! Chicago, notes and bibliography, the bibliography entry: Author. “Title.” *Newspaper*, October 1, 2024. URL.

use super::super::name::{Name, names, series};
use super::super::{Formatted, Genre, Item, case, date, quotes, write::Pen};
use super::{periodical, shown_url};

/// Names up to which a bibliography prints all (18th edition, 13.78); beyond, the first three and "et al."
const ALL_NAMES_MAX: usize = 6;
const NAMES_BEFORE_ET_AL: usize = 3;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = bibliography_names(&names(&item.authors));
    let lead = if authors.is_empty() { item.publisher.as_str() } else { &authors };
    pen.text(lead).stop();
    if !item.title.is_empty() {
        let title = case::headline(&item.title, &item.lang);
        pen.gap(" ").text(&quotes::quoted(&title, '.'));
    }
    let published = item.published.map_or_else(|| "n.d.".to_owned(), date::american);
    pen.gap(" ");
    if !authors.is_empty() && !item.publisher.is_empty() {
        container(&mut pen, item);
        pen.text(", ");
    }
    pen.text(&published).stop();
    if let Some(day) = item.accessed.filter(|_| item.published.is_none()) {
        pen.text(&format!(" Accessed {}.", date::american(day.into())));
    }
    if !item.url.is_empty() {
        pen.text(" ").text(&shown_url(item)).text(".");
    }
    pen.finish()
}

/// The note: `John Smith and Mary-Jane O’Neill, “Why Bridges Fail,” *The Guardian*, January 15, 2023, URL.`
pub(in super::super) fn note(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let names: Vec<String> = names(&item.authors).iter().map(Name::natural).collect();
    pen.text(&match names.as_slice() {
        [first, _, _, ..] => format!("{first} et al."),
        all => series(all, "and", false),
    });
    let mut separator = ", ";
    if !item.title.is_empty() {
        pen.gap(separator).text(&quotes::quoted_comma(&case::headline(&item.title, &item.lang)));
        separator = " ";
    }
    if !item.publisher.is_empty() {
        pen.gap(separator);
        container(&mut pen, item);
        separator = ", ";
    }
    pen.gap(separator).text(&item.published.map_or_else(|| "n.d.".to_owned(), date::american));
    if let Some(day) = item.accessed.filter(|_| item.published.is_none()) {
        pen.text(&format!(", accessed {}", date::american(day.into())));
    }
    if !item.url.is_empty() {
        pen.text(", ").text(&shown_url(item));
        return pen.text(".").finish();
    }
    pen.stop().finish()
}

/// A newspaper stands in italics, a site does not (18th edition, 14.104).
pub(super) fn container(pen: &mut Pen, item: &Item) {
    if item.genre == Genre::Web {
        pen.text(&item.publisher);
    } else {
        periodical(pen, &item.publisher);
    }
}

pub(super) fn bibliography_names(names: &[Name]) -> String {
    let print = |(at, name): (usize, &Name)| if at == 0 { name.demoted() } else { name.natural() };
    let printed: Vec<String> = names.iter().enumerate().map(print).collect();
    if printed.len() > ALL_NAMES_MAX {
        return format!("{}, et al.", printed[..NAMES_BEFORE_ET_AL].join(", "));
    }
    series(&printed, "and", true)
}
