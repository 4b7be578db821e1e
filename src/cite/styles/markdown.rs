//! A line of Markdown for notes: `[기사명](URL), 선담은, *한겨레*, 2024-10-01`.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, write};
use crate::markup::{escape_markdown, escape_markdown_url};

pub(in super::super) fn write(item: &Item) -> Formatted {
    let title = escape_markdown(&item.title);
    let title = match (title.is_empty(), item.url.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("<{}>", escape_markdown_url(&item.url)),
        (false, true) => title,
        (false, false) => format!("[{title}]({})", escape_markdown_url(&item.url)),
    };
    let names = names(&item.authors).iter().map(|name| escape_markdown(&Name::natural(name))).collect::<Vec<_>>().join(", ");
    let publisher = if item.publisher.is_empty() { String::new() } else { format!("*{}*", escape_markdown(&item.publisher)) };
    let date = item.published.map_or_else(String::new, |when| when.to_string());
    let pieces = [title, names, publisher, date];
    write::plain(pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(", "))
}
