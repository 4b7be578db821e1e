//! What class names and file names say of small parts of an article: the table `markup.toml`.

use crate::rules::name_words::NameWords;
use std::sync::OnceLock;

/// The file `markup.toml`.
#[derive(Debug)]
pub struct MarkupTable {
    /// Words of captions.
    pub captions: &'static [&'static str],
    /// Words of credits.
    pub credits: &'static [&'static str],
    /// Beginnings of captions.
    pub caption_signs: &'static [&'static str],
    /// Ends of captions, behind their sentence.
    pub caption_ends: &'static [&'static str],
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
        caption_ends: &[],
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

/// The words of names, prepared once.
pub(super) struct Names {
    pub(super) captions: NameWords<()>,
    pub(super) credits: NameWords<()>,
    pub(super) decorative: NameWords<()>,
    pub(super) logos: NameWords<()>,
    pub(super) gutters: NameWords<()>,
}

/// The words of class names, ids and file names.
pub(super) fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    let of = |words: &'static [&'static str]| NameWords::of_letters_and_digits(words.iter().map(|word| (*word, ())));
    NAMES.get_or_init(|| Names {
        captions: of(table().captions),
        credits: of(table().credits),
        decorative: of(table().decorative),
        logos: of(table().logos),
        gutters: of(table().gutters),
    })
}

include!(concat!(env!("OUT_DIR"), "/markup.rs"));
