//! APA 7 (Publication Manual 10.1, examples 16 and 112): Author. (Date). Title. *Newspaper*. URL
//! Peer: the CSL style `apa` under citeproc-js, see `tests/citations.rs`.

use super::super::name::{Name, names};
use super::super::{Formatted, Genre, Item, case, date, quotes, write::Pen};
use super::in_text::{Short, title_of};
use super::shown_url;

/// Names up to which APA prints all (9.8); beyond, the first 19, an ellipsis and the last.
const ALL_NAMES_MAX: usize = 20;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = authors(&names(&item.authors));
    let published = item.published.map_or_else(|| "n.d.".to_owned(), date::year_first);
    let published = format!("({published}).");
    if authors.is_empty() {
        title(&mut pen, item);
        pen.gap(" ").text(&published);
    } else {
        pen.text(&authors).stop().text(" ").text(&published);
        pen.text(if item.title.is_empty() { "" } else { " " });
        title(&mut pen, item);
    }
    if !item.publisher.is_empty() && item.publisher != authors {
        pen.text(" ");
        if item.genre == Genre::Web {
            pen.text(&item.publisher);
        } else {
            pen.italic(&item.publisher);
        }
        pen.text(&if item.page.is_empty() { ".".to_owned() } else { format!(", {}.", item.page) });
    }
    if !item.url.is_empty() {
        let retrieved = item.accessed.filter(|_| item.published.is_none());
        let retrieved = retrieved.map_or_else(String::new, |day| format!("Retrieved {}, from ", date::american(day.into())));
        pen.text(" ").text(&retrieved).text(&shown_url(item));
    }
    pen.finish()
}

/// The title is in italics when no periodical holds it (or the author is the site, so that the site is not printed).
fn title(pen: &mut Pen, item: &Item) {
    let stands_alone =
        item.genre == Genre::Web || item.publisher.is_empty() || item.authors.iter().any(|author| author.name == item.publisher);
    let title = quotes::curl(&item.title);
    if title.is_empty() {
    } else if stands_alone {
        pen.italic(&title).stop();
    } else {
        pen.text(&quotes::stopped(&title, '.'));
    }
}

/// `(Smith & O’Neill, 2023)` (8.10 to 8.17); without an author the title, in italics where the reference has it so.
pub(in super::super) fn cite(item: &Item) -> Formatted {
    const APA: Short = Short { and: " & ", listed: 2, et_al: " et al." };
    let year = item.published.map_or_else(|| "n.d.".to_owned(), |when| when.year.to_string());
    let mut pen = Pen::default();
    pen.text("(");
    if let Some(names) = APA.names(item) {
        pen.text(&names).text(", ");
    } else if item.genre == Genre::Web || item.publisher.is_empty() {
        pen.italic(&case::headline(&title_of(item), &item.lang)).text(", ");
    } else {
        pen.text(&quotes::quoted_comma(&case::headline(&item.title, &item.lang))).text(" ");
    }
    pen.text(&year).text(")").finish()
}

/// `Smith, J., & O’Neill, M.-J.`
pub(super) fn authors(names: &[Name]) -> String {
    let mut names: Vec<String> = names.iter().map(Name::initials).collect();
    let Some(last) = names.pop() else { return String::new() };
    if names.len() >= ALL_NAMES_MAX {
        names.truncate(ALL_NAMES_MAX - 1);
        return format!("{}, … {last}", names.join(", "));
    }
    if names.is_empty() { last } else { format!("{}, & {last}", names.join(", ")) }
}
