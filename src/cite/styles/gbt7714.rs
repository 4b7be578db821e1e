//! GB/T 7714-2015, numeric: RIVERA A M. Title[N/OL]. Newspaper, 2024-10-01[2026-11-20]. URL.

use super::super::name::{Name, names};
use super::super::{Formatted, Genre, Item, quotes, write::Pen};
use super::shown_url;

/// Names up to which all are printed; beyond, the first three and "et al." (8.1.2).
const ALL_NAMES_MAX: usize = 3;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    pen.text(&authors(item)).stop();
    let carrier = if item.url.is_empty() { "" } else { "/OL" };
    let (kind, is_page) = match item.genre {
        Genre::News => ("N", false),
        Genre::Magazine => ("J", false),
        Genre::Web | Genre::Blog => ("EB", true),
    };
    pen.gap(" ").text(&quotes::curl(&item.title)).text(&format!("[{kind}{carrier}]."));
    let when = match item.published {
        // An issue of a magazine is known by its year, a newspaper's by its day.
        Some(when) if item.genre == Genre::Magazine => when.year.to_string(),
        Some(when) => when.to_string(),
        None => String::new(),
    };
    if is_page && !when.is_empty() {
        pen.text(&format!(" ({when})"));
    } else if is_page {
        pen.text(if item.accessed.is_some() && !item.url.is_empty() { " " } else { "" });
    } else {
        let pieces: Vec<&str> = [item.publisher.as_str(), &when].into_iter().filter(|piece| !piece.is_empty()).collect();
        pen.text(if pieces.is_empty() { "" } else { " " }).text(&pieces.join(", "));
        pen.text(&if item.page.is_empty() { String::new() } else { format!("({})", item.page) });
    }
    if let Some(day) = item.accessed.filter(|_| !item.url.is_empty()) {
        pen.text(&format!("[{day}]"));
    }
    pen.stop();
    if !item.url.is_empty() {
        pen.text(" ").text(&shown_url(item)).text(".");
    }
    pen.finish()
}

/// `SMITH J, O’NEILL M J`; `王小明, 李红, 张伟, 等` where the item is Chinese.
fn authors(item: &Item) -> String {
    let capitals = |name: &Name| match name {
        Name::Whole { name, .. } => name.to_uppercase(),
        Name::Split(parts) => {
            let (family, particle) = (parts.family.to_uppercase(), parts.particle.to_uppercase());
            Name::Split(super::super::name::Parts { family, particle, ..parts.clone() }).bare_initials(" ")
        }
    };
    let mut printed: Vec<String> = names(&item.authors).iter().map(capitals).collect();
    if printed.len() > ALL_NAMES_MAX {
        printed.truncate(ALL_NAMES_MAX);
        printed.push(if item.lang == "zh" { "等" } else { "et al" }.to_owned());
    }
    printed.join(", ")
}
