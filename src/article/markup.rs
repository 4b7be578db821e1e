//! What class names and file names say of small parts of an article: the table `markup.toml`.

use crate::dom::{Document, NodeId};

/// The file `markup.toml`.
#[derive(Debug)]
pub struct MarkupTable {
    /// Words of captions.
    pub captions: &'static [&'static str],
    /// Words of credits.
    pub credits: &'static [&'static str],
    /// Beginnings of captions.
    pub caption_signs: &'static [&'static str],
    /// Beginnings of credits.
    pub credit_signs: &'static [&'static str],
    /// Words of pictures that are not of the article.
    pub decorative: &'static [&'static str],
    /// File names that keep a picture's place.
    pub placeholders: &'static [&'static str],
    /// File names of the site's own pictures.
    pub logos: &'static [&'static str],
    /// Words of line numbers.
    pub gutters: &'static [&'static str],
    /// What stands before a programming language.
    pub languages: &'static [&'static str],
}

impl MarkupTable {
    const NONE: Self = Self {
        captions: &[],
        credits: &[],
        caption_signs: &[],
        credit_signs: &[],
        decorative: &[],
        placeholders: &[],
        logos: &[],
        gutters: &[],
        languages: &[],
    };
}

/// The table.
pub(super) fn table() -> &'static MarkupTable {
    MARKUP_TABLES.first().unwrap_or(&MarkupTable::NONE)
}

/// Whether a class name or the id of the element holds one of the words.
pub(super) fn is_named(document: &Document, node: NodeId, words: &[&str]) -> bool {
    document.classes(node).chain(document.attribute(node, "id")).any(|name| holds(name, words))
}

/// Whether a name holds one of the words, or words side by side.
pub(super) fn holds(name: &str, words: &[&str]) -> bool {
    if name.is_empty() {
        return false;
    }
    let name = format!("-{}-", dashed(name));
    words
        .iter()
        .any(|word| name.match_indices(word).any(|(at, _)| name[..at].ends_with('-') && name[at + word.len()..].starts_with('-')))
}

/// A name in lower case, its words parted by `-`.
fn dashed(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let mut lower_before = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && lower_before {
            out.push('-');
        }
        lower_before = c.is_lowercase();
        out.extend(if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }.to_lowercase());
    }
    out
}

include!(concat!(env!("OUT_DIR"), "/markup.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, word, expect) in [
            ("wp-caption-text", "caption", true),
            ("img_desc", "img-desc", true),
            ("photoCredit", "credit", true),
            ("accredited", "credit", false),
            ("iconic", "icon", false),
            ("", "icon", false),
        ] {
            assert_eq!(holds(name, &[word]), expect, "{name}");
        }
    }
}
