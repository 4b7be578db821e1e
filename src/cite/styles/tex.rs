//! What BibLaTeX and BibTeX share: an entry's layout, names that no program splits, text that TeX prints as it stands.

use super::super::Item;
use super::super::name::{Name, Parts, names};

/// `@kind{key,` and a line a field; empty fields are left out. A value comes with its own braces, if it wants any.
pub(super) fn entry(kind: &str, key: &str, fields: &[(&str, String)]) -> String {
    let mut out = format!("@{kind}{{{key},\n");
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(&format!("  {name:<12} = {value},\n"));
    }
    out.push('}');
    out
}

/// A value in its braces; nothing for nothing.
pub(super) fn braced(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{{{value}}}") }
}

/// `{선담은} and Rivera, Ana M.`
pub(super) fn authors(item: &Item) -> String {
    names(&item.authors).iter().map(author).collect::<Vec<_>>().join(" and ")
}

/// `{선담은}`, `{World Health Organization}`, `van den Berg, Pieter`, `King, Jr., Martin Luther`.
fn author(name: &Name) -> String {
    let Parts { given, particle, family, suffix, .. } = match name {
        Name::Whole { name, .. } => return braced(&escape(name)),
        Name::Split(parts) => parts,
    };
    let family = if particle.is_empty() { part(family) } else { format!("{} {}", part(particle), part(family)) };
    let middle = if suffix.is_empty() { String::new() } else { format!("{}, ", part(suffix)) };
    format!("{family}, {middle}{}", part(given))
}

/// A part of a name; in braces when a comma or the word "and" in it would make another part or another author of it.
fn part(text: &str) -> String {
    let parts = text.contains(',') || text.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    if parts { braced(&escape(text)) } else { escape(text) }
}

/// Text that TeX prints as it stands. Braces become commands, for the parser counts braces even behind a backslash;
/// an empty group keeps TeX from drawing two hyphens or two quotation marks together into another sign.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '-' | '\'' | '`' if before == c => out.extend(['{', '}', c]),
            _ => out.push(c),
        }
        before = c;
    }
    out
}
