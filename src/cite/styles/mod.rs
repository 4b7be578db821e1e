//! One file a style; each is `write(&Item) -> Formatted` over fields that are single lines already.

pub(super) mod apa;
pub(super) mod apa_ko;
pub(super) mod biblatex;
pub(super) mod bibtex;
pub(super) mod chicago;
pub(super) mod chicago_author_date;
pub(super) mod csl_json;
pub(super) mod footnote_ko;
pub(super) mod gbt7714;
pub(super) mod harvard;
pub(super) mod html;
pub(super) mod ieee;
mod in_text;
pub(super) mod iso690;
pub(super) mod markdown;
pub(super) mod mla;
pub(super) mod plain_ko;
pub(super) mod ris;
pub(super) mod sist02;
mod tex;
pub(super) mod vancouver;
pub(super) mod wiki;

use super::{Item, write::Pen};
use crate::{text, url};

/// Authors up to which Korean styles print all names; from one more on, the first and 외 ("and others").
const KOREAN_AUTHORS_MAX: usize = 3;

/// The publisher in italics, or upright when it is written in signs that have no italics.
fn periodical(pen: &mut Pen, publisher: &str) {
    if publisher.chars().any(text::is_cjk) {
        pen.text(publisher)
    } else {
        pen.italic(publisher)
    };
}

/// The publisher in italics, or bold when it is written in signs that have no italics, as Korean papers print APA
/// (guide of Sungkyunkwan University).
fn korean_periodical(pen: &mut Pen, publisher: &str) {
    if publisher.chars().any(text::is_cjk) {
        pen.bold(publisher)
    } else {
        pen.italic(publisher)
    };
}

/// Whether the item is of a language that Korean styles print in Western form.
fn is_western(item: &Item) -> bool {
    !matches!(item.lang.as_str(), "ko" | "ja" | "zh") && !item.title.chars().any(text::is_cjk)
}

/// The address as people read it: Hangul, Han and kana decoded.
fn shown_url(item: &Item) -> String {
    url::readable(&item.url)
}

/// Whether the printed address is the portal's, so that "via" is true of it.
fn is_portal_copy(item: &Item) -> bool {
    let host = url::host(&item.url).unwrap_or_default();
    !item.via.is_empty() && host.split('.').any(|label| label.eq_ignore_ascii_case(&item.via))
}
