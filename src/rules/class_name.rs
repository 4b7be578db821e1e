//! Words of class names, ids and roles that say what a part of a page is. Whole words only: "header" must not be read
//! out of "subheader-text", nor "ad" out of "head".

use super::Kind;
use super::name_words::NameWords;
use std::sync::OnceLock;

/// The file `class_names.toml`.
#[derive(Debug)]
pub struct ClassNameTable {
    /// Words of boilerplate.
    pub boilerplate: &'static [Boilerplate],
    /// Whole class names of text for screen readers only, or not shown at all.
    pub hiding: &'static [&'static str],
    /// Words of a standfirst.
    pub deck: &'static [&'static str],
}

/// Words of one kind of boilerplate.
#[derive(Debug)]
pub struct Boilerplate {
    /// What it is.
    pub kind: Kind,
    /// Words, or two words joined by `-` that stand side by side.
    pub words: &'static [&'static str],
}

impl ClassNameTable {
    const NONE: Self = Self { boilerplate: &[], hiding: &[], deck: &[] };
}

impl Boilerplate {
    const NONE: Self = Self { kind: Kind::Other, words: &[] };
}

/// What the names of an element say: a kind and the word that said so. The first entry of the table that any name
/// holds wins: special kinds stand before general ones.
pub fn kind_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<(Kind, &'static str)> {
    boilerplate().first_in(names)
}

/// The words of boilerplate, each with its kind and itself.
pub fn boilerplate() -> &'static NameWords<(Kind, &'static str)> {
    static WORDS: OnceLock<NameWords<(Kind, &'static str)>> = OnceLock::new();
    let words_of = |entry: &'static Boilerplate| entry.words.iter().map(|word| (*word, (entry.kind, *word)));
    let all = || CLASS_NAME_TABLES.iter().flat_map(|table| table.boilerplate).flat_map(words_of);
    WORDS.get_or_init(|| NameWords::of_letters(all()))
}

/// Whether a class name says that its element is not shown.
pub fn hides(class: &str) -> bool {
    CLASS_NAME_TABLES.iter().any(|table| table.hiding.contains(&class))
}

/// The words of a standfirst.
pub fn decks() -> &'static NameWords<()> {
    static WORDS: OnceLock<NameWords<()>> = OnceLock::new();
    let deck = || CLASS_NAME_TABLES.iter().flat_map(|table| table.deck.iter().map(|word| (*word, ())));
    WORDS.get_or_init(|| NameWords::of_letters(deck()))
}

/// Whether a part of the page is comments, links to other texts, a menu or a foot.
pub fn is_elsewhere(kind: Kind) -> bool {
    matches!(kind, Kind::Comment | Kind::Related | Kind::Navigation | Kind::LegalFooter)
}

include!(concat!(env!("OUT_DIR"), "/class_names.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expect: Option<Kind>) {
        assert_eq!(kind_of([name]).map(|(kind, _)| kind), expect, "{name}");
    }

    #[test]
    fn names() {
        check("layer_summary", Some(Kind::AutoSummary));
        check("ArticleDetailView_copyright__x", Some(Kind::Copyright));
        check("u_cbox_comment", Some(Kind::Comment));
        check("MainNativeAd", Some(Kind::Ad));
        check("head_view", None);
        check("subheader-text", None);
        check("article-body", None);
        check("download", None);
        check("shared-history", None);
    }
}
