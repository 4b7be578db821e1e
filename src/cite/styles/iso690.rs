//! ISO 690 (2021), author-date and numeric: RIVERA, Ana M., 2024. Title. *Newspaper*. Online. 1 October 2024. Available from: URL
//! [Accessed 20 November 2026].

use super::super::name::{Name, names};
use super::super::{Formatted, Item, date, quotes, write, write::Pen};
use super::in_text::{Short, title_of, year};
use super::{periodical, shown_url};

pub(in super::super) fn author_date(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let authors = authors(&names(&item.authors));
    let is_signed = !authors.is_empty();
    let lead = if is_signed { authors } else { quotes::curl(&title_of(item)) };
    pen.text(&lead).text(&format!(", {}.", year(item, "[no date]")));
    if is_signed {
        title(&mut pen, item);
    }
    container(&mut pen, item, is_signed);
    if !item.url.is_empty() {
        pen.text(" Available from: ").text(&shown_url(item));
        if let Some(day) = item.accessed {
            pen.text(&format!(" [Accessed {}]", date::british(day.into())));
        }
        pen.text(".");
    }
    pen.finish()
}

pub(in super::super) fn numeric(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    pen.text(&authors(&names(&item.authors))).stop();
    title(&mut pen, item);
    container(&mut pen, item, true);
    if !item.url.is_empty() {
        if let Some(day) = item.accessed {
            pen.text(&format!(" [Accessed {}].", date::british(day.into())));
        }
        pen.text(" Available from: ").text(&shown_url(item));
    }
    pen.finish()
}

fn title(pen: &mut Pen, item: &Item) {
    if !item.title.is_empty() {
        pen.gap(" ").text(&quotes::stopped(&quotes::curl(&item.title), '.'));
    }
}

/// Newspaper, medium, company and day, page.
fn container(pen: &mut Pen, item: &Item, with_day: bool) {
    if !item.publisher.is_empty() {
        pen.gap(" ");
        periodical(pen, &item.publisher);
        pen.text(".");
    }
    if !item.url.is_empty() {
        pen.gap(" ").text("Online.");
    }
    let day = item.published.filter(|_| with_day).map(date::british).unwrap_or_default();
    let company = if with_day { item.company.as_str() } else { "" };
    let pieces: Vec<&str> = [company, &day].into_iter().filter(|piece| !piece.is_empty()).collect();
    if !pieces.is_empty() {
        pen.gap(" ").text(&pieces.join(", ")).text(".");
    }
    if !item.page.is_empty() {
        pen.text(&format!(" p. {}.", item.page));
    }
}

/// `LEE, Ann, BROWN, Bob and CRUZ, Carla`
fn authors(names: &[Name]) -> String {
    let printed: Vec<String> = names.iter().map(Name::capitals).collect();
    match printed.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        all => all.concat(),
    }
}

/// `(Smith, O’Neill 2023)`
pub(in super::super) fn cite(item: &Item) -> Formatted {
    const ISO: Short = Short { and: ", ", listed: usize::MAX, et_al: "" };
    let who = ISO.names(item).unwrap_or_else(|| quotes::curl(&title_of(item)));
    write::plain(format!("({who} {})", year(item, "[no date]")))
}
