//! BibLaTeX: `@article` with `entrysubtype = {newspaper}` for what a dated publisher printed, `@online` for the rest.
//! UTF-8 stays; names that are one piece stand in braces, so that biber does not split them.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, key, write};
use crate::url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let newspaper = !item.publisher.is_empty() && item.published.is_some();
    let field = |text: &str| escape(text);
    let accessed = item.accessed.filter(|_| !item.url.is_empty());
    let fields = [
        ("author", names(&item.authors).iter().map(author).collect::<Vec<_>>().join(" and ")),
        ("title", field(&item.title)),
        (if newspaper { "journaltitle" } else { "organization" }, field(&item.publisher)),
        ("entrysubtype", if newspaper { "newspaper".to_owned() } else { String::new() }),
        ("date", item.published.map_or_else(String::new, |when| when.to_string())),
        ("url", url::encoded(&item.url)),
        ("urldate", accessed.map_or_else(String::new, |day| day.to_string())),
        ("langid", key::language_name(&item.lang).to_owned()),
    ];
    let mut out = format!("@{}{{{},\n", if newspaper { "article" } else { "online" }, key::key(item));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(&format!("  {name:<12} = {{{value}}},\n"));
    }
    out.push('}');
    write::plain(out)
}

/// `{선담은}`, `{World Health Organization}`, `van den Berg, Pieter`, `King, Jr., Martin Luther`.
fn author(name: &Name) -> String {
    let parts = match name {
        Name::Whole { name, .. } => return format!("{{{}}}", escape(name)),
        Name::Split(parts) => parts,
    };
    let family = if parts.particle.is_empty() {
        escape(&parts.family)
    } else {
        format!("{} {}", escape(&parts.particle), escape(&parts.family))
    };
    let middle = if parts.suffix.is_empty() { String::new() } else { format!("{}, ", escape(&parts.suffix)) };
    format!("{family}, {middle}{}", escape(&parts.given))
}

/// Braces become commands, for the parser counts braces even behind a backslash.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
