//! SIST 02 (2007, Japan): Rivera, Ana M. Title. 2024. URL, (accessed 2026-11-20).

use super::super::name::{Name, names};
use super::super::{Formatted, Genre, Item, quotes, write::Pen};
use super::shown_url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors: Vec<String> = names(&item.authors).iter().map(Name::inverted).collect();
    pen.text(&authors.join(", ")).stop();
    if item.genre == Genre::Web {
        // A page stands in quotation marks, with its site and without a year.
        if !item.title.is_empty() {
            pen.gap(" ").text(&quotes::quoted(&item.title, '.'));
        }
        if !item.publisher.is_empty() {
            pen.gap(" ").text(&item.publisher).stop();
        }
    } else {
        if !item.title.is_empty() {
            pen.gap(" ").text(&quotes::stopped(&quotes::curl(&item.title), '.'));
        }
        if let Some(when) = item.published {
            pen.gap(" ").text(&format!("{}.", when.year));
        }
    }
    if !item.url.is_empty() {
        pen.gap(" ").text(&shown_url(item));
        if let Some(day) = item.accessed {
            pen.text(&format!(", (accessed {day})"));
        }
        pen.text(".");
    }
    pen.finish()
}
