//! The words of `words.toml`, compiled by `build.rs`.

/// Words that the styles print or look for.
#[derive(Debug)]
pub(crate) struct CiteWords {
    pub(super) months_full: &'static [&'static str],
    pub(super) months_mla: &'static [&'static str],
    pub(super) months_three: &'static [&'static str],
    pub(super) small_words: &'static [&'static str],
    pub(super) particles: &'static [&'static str],
    pub(super) suffixes: &'static [&'static str],
    pub(super) long_surnames: &'static [&'static str],
    pub(super) languages: &'static [&'static str],
    pub(super) head_marks: &'static [&'static str],
}

impl CiteWords {
    const NONE: Self = Self {
        months_full: &[],
        months_mla: &[],
        months_three: &[],
        small_words: &[],
        particles: &[],
        suffixes: &[],
        long_surnames: &[],
        languages: &[],
        head_marks: &[],
    };
}

/// The one table.
pub(super) fn words() -> &'static CiteWords {
    WORD_TABLES.first().unwrap_or(&CiteWords::NONE)
}

include!(concat!(env!("OUT_DIR"), "/cite_words.rs"));
