//! IEEE: A. M. Rivera, “Title,” *Newspaper*, Oct. 01, 2024. Accessed: Nov. 20, 2026. [Online]. Available: URL

use super::super::name::{Name, names, series};
use super::super::{Formatted, Genre, Item, date, quotes, write::Pen};
use super::{periodical, shown_url};

/// Names up to which all are printed; beyond, the first and "et al."
const ALL_NAMES_MAX: usize = 6;

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    authors(&mut pen, &names(&item.authors));
    let is_page = matches!(item.genre, Genre::Web | Genre::Blog);
    let of_article = |text: String| if is_page { String::new() } else { text };
    let page = if item.page.is_empty() { String::new() } else { format!("p. {}", item.page) };
    let day = item.published.map(date::two_digit_day).unwrap_or_default();
    let rest = [item.company.clone(), page, day].map(of_article);
    let rest: Vec<&String> = rest.iter().filter(|piece| !piece.is_empty()).collect();
    let ends = item.publisher.is_empty() && rest.is_empty();
    if !item.title.is_empty() {
        let title = if ends { quotes::quoted(&item.title, '.') } else { quotes::quoted_comma(&item.title) };
        pen.gap(", ").text(&title);
    }
    let mut separator = if item.title.is_empty() { ", " } else { " " };
    if !item.publisher.is_empty() {
        pen.gap(separator);
        if is_page {
            pen.text(&item.publisher);
        } else {
            periodical(&mut pen, &item.publisher);
        }
        separator = ", ";
    }
    for piece in rest {
        pen.gap(separator).text(piece);
        separator = ", ";
    }
    online(&mut pen, item);
    pen.finish()
}

fn online(pen: &mut Pen, item: &Item) {
    pen.stop();
    if item.url.is_empty() {
        return;
    }
    if let Some(day) = item.accessed {
        pen.text(&format!(" Accessed: {}.", date::two_digit_day(day.into())));
    }
    pen.text(" [Online]. Available: ").text(&shown_url(item));
}

/// `A. Lee, B. Brown, and C. Cruz`; `A. Ason *et al.*`
fn authors(pen: &mut Pen, names: &[Name]) {
    let printed: Vec<String> = names.iter().map(Name::initials_first).collect();
    match printed.as_slice() {
        [first, ..] if printed.len() > ALL_NAMES_MAX => drop(pen.text(first).text(" ").italic("et al.")),
        all => drop(pen.text(&series(all, "and", false))),
    }
}
