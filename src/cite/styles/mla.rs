//! MLA 9, works cited: Author. “Title.” *Newspaper*, 1 Oct. 2024, URL.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, case, date, quotes, write, write::Pen};
use super::in_text::{Short, title_of};
use super::{periodical, shown_url};

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    pen.text(&authors(&names(&item.authors))).stop();
    if !item.title.is_empty() {
        let title = case::headline(&item.title, &item.lang);
        pen.gap(" ").text(&quotes::quoted(&title, '.'));
    }
    let mut separator = " ";
    if !item.publisher.is_empty() {
        pen.gap(separator);
        periodical(&mut pen, &item.publisher);
        separator = ", ";
    }
    if let Some(when) = item.published {
        pen.gap(separator).text(&date::day_first(when));
        separator = ", ";
    }
    if !item.page.is_empty() {
        pen.gap(separator).text(&format!("p. {}", item.page));
        separator = ", ";
    }
    if !item.url.is_empty() {
        pen.gap(separator).text(&shown_url(item)).text(".");
    }
    pen.stop();
    if let Some(day) = item.accessed.filter(|_| item.published.is_none()) {
        pen.text(&format!(" Accessed {}.", date::day_first(day.into())));
    }
    pen.finish()
}

/// `(Smith and O’Neill)`; without an author the title in quotation marks (6.4 to 6.10).
pub(in super::super) fn cite(item: &Item) -> Formatted {
    const MLA: Short = Short { and: " and ", listed: 2, et_al: " et al." };
    let named = MLA.names(item);
    let text = named.unwrap_or_else(|| format!("“{}”", quotes::inner(&case::headline(&title_of(item), &item.lang))));
    write::plain(format!("({text})"))
}

/// One inverted; two with "and"; from three on "et al." (5.8).
fn authors(names: &[Name]) -> String {
    match names {
        [] => String::new(),
        [one] => one.inverted(),
        [first, second] => format!("{}, and {}", first.inverted(), second.natural()),
        [first, ..] => format!("{}, et al.", first.inverted()),
    }
}
