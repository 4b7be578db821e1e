//! RIS: `NEWS` for what a publisher printed, `ELEC` for other pages. A name without comma is one piece.

use super::super::name::{Name, names};
use super::super::{Formatted, Issued, Item, write};
use crate::url;

pub(in super::super) fn write(item: &Item) -> Formatted {
    // What is not known stays empty between the slashes: `2024/10//`.
    let slashed = |date: Issued| {
        let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("{part:02}"));
        format!("{:04}/{}/{}/", date.year, part(date.month), part(date.day))
    };
    let mut lines = vec![("TY", if item.publisher.is_empty() { "ELEC" } else { "NEWS" }.to_owned())];
    lines.extend(names(&item.authors).iter().map(|name| ("AU", author(name))));
    let published = item.published;
    lines.extend([
        ("TI", item.title.clone()),
        ("T2", item.publisher.clone()),
        ("PY", published.map_or_else(String::new, |day| day.year.to_string())),
        ("DA", published.map_or_else(String::new, slashed)),
        ("Y2", item.accessed.map_or_else(String::new, |day| slashed(day.into()))),
        ("LA", item.lang.clone()),
        ("UR", url::encoded(&item.url)),
    ]);
    let lines = lines.iter().filter(|(_, value)| !value.is_empty());
    let text: String = lines.map(|(tag, value)| format!("{tag}  - {value}\n")).collect();
    write::plain(text + "ER  - ")
}

/// The suffix is the third piece in RIS: `King, Martin Luther, Jr.`
fn author(name: &Name) -> String {
    match name {
        Name::Whole { name, .. } => name.replace(',', ""),
        Name::Split(_) => name.inverted(),
    }
}
