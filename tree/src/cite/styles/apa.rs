//! APA 7 (Publication Manual 10.1, examples 16 and 112): Author. (Date). Title. *Newspaper*. URL
//! Peer: the CSL style `apa` under citeproc-js, see `tests/citations.rs`.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, date, quotes, write::Pen};
use super::shown_url;

/// Names up to which APA prints all (9.8); beyond, the first 19, an ellipsis and the last.
const ALL_NAMES_MAX: usize = 20;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = authors(&names(&item.authors));
    let published = item.published.map_or_else(|| "n.d.".to_owned(), |when| date::year_first(when.date));
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
        pen.text(" ").italic(&item.publisher).text(".");
    }
    if !item.url.is_empty() {
        let retrieved = item.accessed.filter(|_| item.published.is_none());
        let retrieved = retrieved.map_or_else(String::new, |day| format!("Retrieved {}, from ", date::american(day)));
        pen.text(" ").text(&retrieved).text(&shown_url(item));
    }
    pen.finish()
}

/// The title is in italics when no periodical holds it (or the author is the site, so that the site is not printed).
fn title(pen: &mut Pen, item: &Item) {
    let stands_alone = item.publisher.is_empty() || item.authors.iter().any(|author| author.name == item.publisher);
    let title = quotes::curl(&item.title);
    if title.is_empty() {
    } else if stands_alone {
        pen.italic(&title).stop();
    } else {
        pen.text(&quotes::stopped(&title, '.'));
    }
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
