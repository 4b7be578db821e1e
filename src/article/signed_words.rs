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
    pub(super) card_labels: CardLabels,
    pub(super) author_ends: AuthorEnds,
    pub(super) author_offices: AuthorOffices,
    pub(super) date_names: DateNames,
    pub(super) date_labels: DateLabels,
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

/// Labels of a card.
#[derive(Debug)]
pub(super) struct CardLabels {
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

/// Words of class names of dates.
#[derive(Debug)]
pub(super) struct DateNames {
    pub(super) marks: &'static [&'static str],
    pub(super) changes: &'static [&'static str],
    pub(super) other: &'static [&'static str],
}

/// Words before a date, of languages without a pack.
#[derive(Debug)]
pub(super) struct DateLabels {
    pub(super) published: &'static [&'static str],
    pub(super) modified: &'static [&'static str],
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
        card_labels: CardLabels { words: &[] },
        author_ends: AuthorEnds { words: &[] },
        author_offices: AuthorOffices { words: &[] },
        date_names: DateNames { marks: &[], changes: &[], other: &[] },
        date_labels: DateLabels { published: &[], modified: &[] },
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

impl CardLabels {
    const NONE: Self = Self { words: &[] };
}

impl AuthorEnds {
    const NONE: Self = Self { words: &[] };
}

impl AuthorOffices {
    const NONE: Self = Self { words: &[] };
}

impl DateNames {
    const NONE: Self = Self { marks: &[], changes: &[], other: &[] };
}

impl DateLabels {
    const NONE: Self = Self { published: &[], modified: &[] };
}

impl Months {
    const NONE: Self = Self { lang: "", names: &[] };
}

/// Whether names of an element speak of an author, by what stands in them.
pub(super) fn author_names() -> &'static NameWords<bool> {
    static WORDS: OnceLock<NameWords<bool>> = OnceLock::new();
    let table = &SignedTable::get().author_names;
    let rows = || table.other.iter().map(|word| (*word, false)).chain(table.marks.iter().map(|word| (*word, true)));
    WORDS.get_or_init(|| NameWords::of_letters(rows()))
}

/// Whether a label of a page's card says that its value is the writer.
pub fn labels_writer(label: &str) -> bool {
    SignedTable::get().card_labels.words.iter().any(|word| word.eq_ignore_ascii_case(label.trim()))
}

/// What names of an element say of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It is that of publication.
    Date,
    /// It is that of a change and not of publication too.
    Change,
    /// It is another thing's.
    Other,
}

/// What names of elements say of dates.
pub(super) fn date_names() -> &'static NameWords<Says> {
    static WORDS: OnceLock<NameWords<Says>> = OnceLock::new();
    let table = &SignedTable::get().date_names;
    let row = |words: &'static [&'static str], says| words.iter().map(move |word| (*word, says));
    let rows = || row(table.other, Says::Other).chain(row(table.changes, Says::Change)).chain(row(table.marks, Says::Date));
    WORDS.get_or_init(|| NameWords::of_letters(rows()))
}

include!(concat!(env!("OUT_DIR"), "/signed.rs"));
