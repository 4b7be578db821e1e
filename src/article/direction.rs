//! In which direction the article is written, and what inside it runs the other way.

use super::Direction;
use crate::dom::{Document, NodeId};

/// Languages that are written from right to left (CLDR, `characterOrder`).
const RTL_LANGUAGES: &[&str] = &["ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"];

/// The direction of the article: as the nearest element around it says, else as its language is written.
pub(super) fn of(document: &Document, root: NodeId, lang: &str) -> Direction {
    let said = document.ancestors(root).filter_map(|n| document.attribute(n, "dir")).find_map(named);
    said.unwrap_or(if RTL_LANGUAGES.contains(&lang) { Direction::Rtl } else { Direction::Ltr })
}

/// The direction that a `dir` attribute names.
pub(super) fn named(name: &str) -> Option<Direction> {
    match name.to_ascii_lowercase().as_str() {
        "rtl" => Some(Direction::Rtl),
        "ltr" => Some(Direction::Ltr),
        _ => None,
    }
}

/// The direction of the first letter (`dir=auto`).
pub(super) fn written(text: &str) -> Option<Direction> {
    let letter = text.chars().find(|c| c.is_alphabetic())?;
    let rtl = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    Some(if rtl { Direction::Rtl } else { Direction::Ltr })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_says_the_direction() {
        for (text, expect) in [("1. שלום", Some(Direction::Rtl)), ("«abc» سلام", Some(Direction::Ltr)), ("… 12", None)]
        {
            assert_eq!(written(text), expect, "{text}");
        }
    }
}
