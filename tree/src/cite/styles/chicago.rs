//! Chicago, notes and bibliography, the bibliography entry: Author. “Title.” *Newspaper*, October 1, 2024. URL.

use super::super::name::{Name, names, series};
use super::super::{Formatted, Item, case, date, quotes, write::Pen};
use super::{periodical, shown_url};

/// Names up to which a bibliography prints all (18th edition, 13.78); beyond, the first three and "et al."
const ALL_NAMES_MAX: usize = 6;
const NAMES_BEFORE_ET_AL: usize = 3;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = authors(&names(&item.authors));
    let lead = if authors.is_empty() { item.publisher.as_str() } else { &authors };
    pen.text(lead).stop();
    if !item.title.is_empty() {
        let title = case::headline(&item.title, &item.lang);
        pen.gap(" ").text(&quotes::quoted(&title, '.'));
    }
    let published = item.published.map_or_else(|| "n.d.".to_owned(), |when| date::american(when.date));
    pen.gap(" ");
    if !authors.is_empty() && !item.publisher.is_empty() {
        periodical(&mut pen, &item.publisher);
        pen.text(", ");
    }
    pen.text(&published).stop();
    if let Some(day) = item.accessed.filter(|_| item.published.is_none()) {
        pen.text(&format!(" Accessed {}.", date::american(day)));
    }
    if !item.url.is_empty() {
        pen.text(" ").text(&shown_url(item)).text(".");
    }
    pen.finish()
}

fn authors(names: &[Name]) -> String {
    let print = |(at, name): (usize, &Name)| if at == 0 { name.inverted() } else { name.natural() };
    let printed: Vec<String> = names.iter().enumerate().map(print).collect();
    if printed.len() > ALL_NAMES_MAX {
        return format!("{}, et al.", printed[..NAMES_BEFORE_ET_AL].join(", "));
    }
    series(&printed, "and", true)
}
