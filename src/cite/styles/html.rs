//! A link in HTML, for blogs and notes: `<a href="URL">기사명</a>, 선담은, <cite>한겨레</cite>, 2024-10-01`.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, write};
use crate::markup::escape_html;
use crate::url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let address = url::encoded(&item.url);
    let shown = if item.title.is_empty() { url::readable(&item.url) } else { item.title.clone() };
    let title = if address.is_empty() {
        escape_html(&shown)
    } else {
        format!("<a href=\"{}\"{}>{}</a>", escape_html(&address), language(&item.lang), escape_html(&shown))
    };
    let names = names(&item.authors).iter().map(|name| escape_html(&Name::natural(name))).collect::<Vec<_>>().join(", ");
    let publisher =
        if item.publisher.is_empty() { String::new() } else { format!("<cite>{}</cite>", escape_html(&item.publisher)) };
    let date = item.published.map_or_else(String::new, |when| format!("<time datetime=\"{when}\">{when}</time>"));
    let pieces = [title, names, publisher, date];
    write::plain(pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(", "))
}

/// The language of what the link leads to.
fn language(tag: &str) -> String {
    if tag.is_empty() { String::new() } else { format!(" hreflang=\"{}\"", escape_html(tag)) }
}
