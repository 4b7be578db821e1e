//! BibLaTeX: `@article` with `entrysubtype = {newspaper}` for what a dated publisher printed, `@online` for the rest.
//! UTF-8 stays; names that are one piece stand in braces, so that biber does not split them.

use super::super::{Formatted, Item, key, write};
use super::tex;
use crate::url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let newspaper = !item.publisher.is_empty() && item.published.is_some();
    let accessed = item.accessed.filter(|_| !item.url.is_empty());
    let fields = [
        ("author", tex::authors(item)),
        ("title", tex::escape(&item.title)),
        (if newspaper { "journaltitle" } else { "organization" }, tex::escape(&item.publisher)),
        ("entrysubtype", if newspaper { "newspaper".to_owned() } else { String::new() }),
        ("date", item.published.map_or_else(String::new, |when| when.to_string())),
        ("url", url::encoded(&item.url)),
        ("urldate", accessed.map_or_else(String::new, |day| day.to_string())),
        ("langid", key::language_name(&item.lang).to_owned()),
    ];
    let fields = fields.map(|(name, value)| (name, tex::braced(&value)));
    write::plain(tex::entry(if newspaper { "article" } else { "online" }, &key::key(item), &fields))
}
