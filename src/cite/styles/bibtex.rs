//! BibTeX, for the styles of before BibLaTeX: `@article` with `journal` and `year`, `@misc` without a publisher or a date.
//! The title stands in a second pair of braces, for these styles lower its letters ("AI" would become "ai").

use super::super::{Formatted, Item, key, write};
use super::tex;
use crate::url;

/// The month macros that every style defines (btxdoc, 1988, section 3.2), January first.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(in super::super) fn write(item: &Item) -> Formatted {
    let article = !item.publisher.is_empty() && item.published.is_some();
    let accessed = item.accessed.filter(|_| !item.url.is_empty());
    let month = item.published.and_then(|when| when.month).and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let number = |number: Option<i32>| number.map_or_else(String::new, |number| format!("{{{number}}}"));
    let fields = [
        ("author", tex::braced(&tex::authors(item))),
        ("title", tex::braced(&tex::braced(&tex::escape(&item.title)))),
        (if article { "journal" } else { "howpublished" }, tex::braced(&tex::escape(&item.publisher))),
        ("year", number(item.published.map(|when| when.year))),
        ("month", month.map_or_else(String::new, |month| (*month).to_owned())),
        ("day", number(item.published.and_then(|when| when.day).map(i32::from))),
        ("url", tex::braced(&url::encoded(&item.url))),
        ("urldate", accessed.map_or_else(String::new, |day| tex::braced(&day.to_string()))),
        ("language", tex::braced(key::language_name(&item.lang))),
    ];
    write::plain(tex::entry(if article { "article" } else { "misc" }, &key::key(item), &fields))
}
