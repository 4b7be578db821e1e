//! The table `signed.toml`: how pages mark who wrote a text and when.

use crate::rules::name_words::NameWords;
use std::sync::OnceLock;

/// The file `signed.toml`.
#[derive(Debug)]
pub(super) struct SignedTable {
    pub(super) placeholder_titles: PlaceholderTitles,
    pub(super) author_names: AuthorNames,
    pub(super) author_paths: AuthorPaths,
    pub(super) author_leads: AuthorLeads,
    pub(super) author_ends: AuthorEnds,
    pub(super) author_offices: AuthorOffices,
    pub(super) months: &'static [Months],
}

/// Titles of pages that nobody has named.
#[derive(Debug)]
pub(super) struct PlaceholderTitles {
    pub(super) words: &'static [&'static str],
}

/// Words of class names.
#[derive(Debug)]
pub(super) struct AuthorNames {
    pub(super) marks: &'static [&'static str],
    pub(super) other: &'static [&'static str],
}

/// Segments of addresses of writers' pages.
#[derive(Debug)]
pub(super) struct AuthorPaths {
    pub(super) segments: &'static [&'static str],
}

/// Words before a name.
#[derive(Debug)]
pub(super) struct AuthorLeads {
    pub(super) words: &'static [&'static str],
}

/// What ends a name.
#[derive(Debug)]
pub(super) struct AuthorEnds {
    pub(super) words: &'static [&'static str],
}

/// Words of offices, degrees and labels, in lower case.
#[derive(Debug)]
pub(super) struct AuthorOffices {
    pub(super) words: &'static [&'static str],
}

/// Names of months of one language, January first, forms parted by bars, in lower case.
#[derive(Debug)]
pub(super) struct Months {
    #[allow(dead_code, reason = "says to people which row it is")]
    pub(super) lang: &'static str,
    pub(super) names: &'static [&'static str],
}

impl SignedTable {
    const NONE: Self = Self {
        placeholder_titles: PlaceholderTitles { words: &[] },
        author_names: AuthorNames { marks: &[], other: &[] },
        author_paths: AuthorPaths { segments: &[] },
        author_leads: AuthorLeads { words: &[] },
        author_ends: AuthorEnds { words: &[] },
        author_offices: AuthorOffices { words: &[] },
        months: &[],
    };

    /// The table.
    pub(super) fn get() -> &'static Self {
        const EMPTY: &SignedTable = &SignedTable::NONE;
        SIGNED_TABLES.first().unwrap_or(EMPTY)
    }
}

impl PlaceholderTitles {
    const NONE: Self = Self { words: &[] };
}

impl AuthorNames {
    const NONE: Self = Self { marks: &[], other: &[] };
}

impl AuthorPaths {
    const NONE: Self = Self { segments: &[] };
}

impl AuthorLeads {
    const NONE: Self = Self { words: &[] };
}

impl AuthorEnds {
    const NONE: Self = Self { words: &[] };
}

impl AuthorOffices {
    const NONE: Self = Self { words: &[] };
}

impl Months {
    const NONE: Self = Self { lang: "", names: &[] };
}

/// Whether names of an element speak of an author, by what stands in them.
pub(super) fn names_author<'a>(names: impl IntoIterator<Item = &'a str>) -> bool {
    static WORDS: OnceLock<NameWords<bool>> = OnceLock::new();
    let table = &SignedTable::get().author_names;
    let rows = || table.other.iter().map(|word| (*word, false)).chain(table.marks.iter().map(|word| (*word, true)));
    WORDS.get_or_init(|| NameWords::of_letters(rows())).first_in(names) == Some(true)
}

include!(concat!(env!("OUT_DIR"), "/signed.rs"));
