//! Harvard as in Cite Them Right (12th edition): Author (2024) ‘Title’, *Newspaper*, 1 October. Available at: URL (Accessed: …).

use super::super::name::{Name, names};
use super::super::{Formatted, Genre, Item, Locale, date, quotes, write::Pen};
use super::in_text::{Short, title_of, year};
use super::{periodical, shown_url};

/// Names up to which all are printed; beyond, the first and "et al."
const ALL_NAMES_MAX: usize = 3;

pub(in super::super) fn write(item: &Item, locale: Locale) -> Formatted {
    let mut pen = Pen::default();
    let is_page = item.genre == Genre::Web || item.publisher.is_empty();
    let without_author = item.authors.is_empty();
    if without_author && is_page {
        pen.italic(&quotes::curl(&title_of(item)));
    } else if without_author {
        pen.text(&item.publisher);
    }
    authors(&mut pen, &names(&item.authors));
    pen.text(&format!(" ({})", year(item, "no date")));
    if without_author && is_page {
        pen.text(if item.publisher.is_empty() { "" } else { " " });
        periodical(&mut pen, &item.publisher);
    } else {
        work(&mut pen, item, locale, is_page);
    }
    if !item.url.is_empty() {
        pen.stop().text(" Available at: ").text(&shown_url(item));
        if let Some(day) = item.accessed {
            let day = if locale == Locale::American { date::american(day.into()) } else { date::british(day.into()) };
            pen.text(&format!(" (Accessed: {day})"));
        }
        return pen.text(".").finish();
    }
    pen.stop().finish()
}

/// Title, newspaper, day and page. A page of a site has its title in italics and no day.
fn work(pen: &mut Pen, item: &Item, locale: Locale, is_page: bool) {
    let mut separator = " ";
    if is_page && !item.title.is_empty() {
        pen.text(separator).italic(&quotes::curl(&item.title));
        separator = ", ";
    } else if !item.title.is_empty() && locale == Locale::American {
        pen.text(separator).text(&quotes::quoted_comma(&item.title));
    } else if !item.title.is_empty() {
        pen.text(separator).text(&quotes::quoted_british(&item.title));
        separator = ", ";
    }
    if !item.publisher.is_empty() && !item.authors.is_empty() {
        pen.text(separator);
        periodical(pen, &item.publisher);
        separator = ", ";
    }
    let day = item.published.filter(|_| !is_page).map(date::day_month).unwrap_or_default();
    let page = if item.page.is_empty() { String::new() } else { format!("p. {}", item.page) };
    for piece in [day, page].iter().filter(|piece| !piece.is_empty()) {
        pen.text(separator).text(piece);
        separator = ", ";
    }
}

/// `Smith, J. and O’Neill, M.-J.`; `Ason, A. *et al.*`
fn authors(pen: &mut Pen, names: &[Name]) {
    let printed: Vec<String> = names.iter().map(Name::tight_initials).collect();
    match printed.as_slice() {
        [] => {}
        [one] => drop(pen.text(one)),
        [first, ..] if printed.len() > ALL_NAMES_MAX => drop(pen.text(first).text(" ").italic("et al.")),
        [rest @ .., last] => drop(pen.text(&format!("{} and {last}", rest.join(", ")))),
    }
}

/// `(Lee, Brown and Cruz, 2022)`, `(Ason *et al.*, 2023)`
pub(in super::super) fn cite(item: &Item) -> Formatted {
    const HARVARD: Short = Short { and: " and ", listed: ALL_NAMES_MAX, et_al: "" };
    let mut pen = Pen::default();
    pen.text("(");
    match HARVARD.names(item) {
        Some(names) if item.authors.len() > ALL_NAMES_MAX => drop(pen.text(&names).text(" ").italic("et al.")),
        Some(names) => drop(pen.text(&names)),
        None if item.genre == Genre::Web || item.publisher.is_empty() => drop(pen.italic(&quotes::curl(&title_of(item)))),
        None => drop(pen.text(&item.publisher)),
    }
    pen.text(&format!(", {})", year(item, "no date"))).finish()
}
