//! Vancouver (NLM, Citing Medicine, chapters 23 and 25): Rivera AM. Title. Newspaper [Internet]. 2024 Oct 1 [cited 2026 Nov 20].
//! Available from: URL

use super::super::name::{Name, names};
use super::super::{Formatted, Genre, Item, date, quotes, write::Pen};
use super::shown_url;

/// Names up to which all are printed; beyond, the first six and "et al."
const ALL_NAMES_MAX: usize = 6;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    pen.text(&authors(&names(&item.authors))).stop();
    let title = quotes::stopped(&quotes::curl(&item.title), '.');
    let medium = if item.url.is_empty() { "" } else { " [Internet]" };
    // A page without a site is a work of its own: its title takes the site's place.
    let is_alone = item.publisher.is_empty();
    let is_page = item.genre == Genre::Web && !is_alone;
    if is_alone && !item.title.is_empty() {
        pen.gap(" ").text(&quotes::curl(&item.title)).text(medium).stop();
    } else if !is_page && !item.title.is_empty() {
        pen.gap(" ").text(&title);
    }
    if !is_alone {
        pen.gap(" ").text(&item.publisher).text(medium).stop();
    }
    let when = match item.published {
        // A site is a whole that goes on: its pages have the year alone.
        Some(when) if is_page => when.year.to_string(),
        Some(when) => date::big_endian(when),
        None => String::new(),
    };
    pen.text(if when.is_empty() { "" } else { " " }).text(&when);
    if item.url.is_empty() {
        let page = if item.page.is_empty() { String::new() } else { format!(":{}", item.page) };
        return pen.text(&page).stop().finish();
    }
    if let Some(day) = item.accessed {
        pen.text(&format!(" [cited {}]", date::big_endian(day.into())));
    }
    pen.stop();
    if is_page && !item.title.is_empty() {
        pen.text(" ").text(&title);
    }
    pen.text(" Available from: ").text(&shown_url(item)).finish()
}

fn authors(names: &[Name]) -> String {
    let mut printed: Vec<String> = names.iter().map(|name| name.bare_initials("")).collect();
    if printed.len() > ALL_NAMES_MAX {
        printed.truncate(ALL_NAMES_MAX);
        printed.push("et al.".to_owned());
    }
    printed.join(", ")
}
