//! Korean prose for press releases and blogs: `“기사명”, 한겨레, 2024년 10월 1일, 선담은 기자, URL`.

use super::super::name::Name;
use super::super::{Author, Formatted, Item, date, quotes, write, write::Pen};
use super::{KOREAN_AUTHORS_MAX, shown_url};

pub(in super::super) fn write(item: &Item) -> Formatted {
    let mut pen = Pen::default();
    let title = if item.title.is_empty() { String::new() } else { format!("“{}”", quotes::inner(&item.title)) };
    let published = item.published.map_or_else(String::new, date::korean);
    let pieces = [title, item.publisher.clone(), published, authors(&item.authors), shown_url(item)];
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        pen.gap(", ").text(piece);
    }
    pen.finish()
}

/// `(한겨레, 2024. 10. 1.)`
pub(in super::super) fn cite(item: &Item) -> Formatted {
    let who = [&item.publisher, &item.title, &item.url].into_iter().find(|text| !text.is_empty());
    let when = item.published.map(date::dotted);
    let pieces: Vec<&str> = who.map(String::as_str).into_iter().chain(when.as_deref()).collect();
    write::plain(format!("({})", pieces.join(", ")))
}

/// `선담은 기자`; `김하나·이두리 기자`; `김하나 기자 외`. The role is the one printed with the name, once if all share it.
fn authors(authors: &[Author]) -> String {
    let with_role =
        |author: &Author| if author.role.is_empty() { natural(author) } else { format!("{} {}", natural(author), author.role) };
    match authors {
        [] => String::new(),
        [first, ..] if authors.len() > KOREAN_AUTHORS_MAX => format!("{} 외", with_role(first)),
        [first, rest @ ..] if rest.iter().all(|author| author.role == first.role) => {
            let names = authors.iter().map(natural).collect::<Vec<_>>().join("·");
            if first.role.is_empty() { names } else { format!("{names} {}", first.role) }
        }
        all => all.iter().map(with_role).collect::<Vec<_>>().join("·"),
    }
}

fn natural(author: &Author) -> String {
    Name::of(author).natural()
}
