//! The table `words.toml` and how its words are looked for: phrases in lines, words in class names, segments of a path.

use super::PageKind as Kind;
use crate::rules::name_words::NameWords;
use crate::text::is_cjk;
use std::sync::OnceLock;

/// The file `words.toml`.
#[derive(Debug)]
pub(super) struct KindWords {
    pub(super) shell_words: ShellWords,
    pub(super) title_words: TitleWords,
    pub(super) path_words: PathWords,
    pub(super) software: &'static [Software],
    pub(super) schema: &'static [Schema],
    pub(super) wall_words: WallWords,
    pub(super) part_words: PartWords,
    pub(super) fold_words: FoldWords,
}

/// Elements that a program fills, and the scripts that feed it.
#[derive(Debug)]
pub(super) struct ShellWords {
    pub(super) roots: &'static [&'static str],
    pub(super) scripts: &'static [&'static str],
}

/// Phrases of titles.
#[derive(Debug)]
pub(super) struct TitleWords {
    pub(super) error: &'static [&'static str],
    pub(super) search: &'static [&'static str],
    pub(super) login: &'static [&'static str],
}

/// Segments of addresses.
#[derive(Debug)]
pub(super) struct PathWords {
    pub(super) search: &'static [&'static str],
    pub(super) query: &'static [&'static str],
    pub(super) forum: &'static [&'static str],
    pub(super) forum_hosts: &'static [&'static str],
    pub(super) documentation: &'static [&'static str],
    pub(super) documentation_hosts: &'static [&'static str],
    pub(super) product: &'static [&'static str],
    pub(super) listing: &'static [&'static str],
    pub(super) live: &'static [&'static str],
}

/// Software that makes pages of one kind.
#[derive(Debug)]
pub(super) struct Software {
    pub(super) kind: Kind,
    pub(super) generators: &'static [&'static str],
    pub(super) names: &'static [&'static str],
}

/// Schema.org types of one kind.
#[derive(Debug)]
pub(super) struct Schema {
    pub(super) kind: Kind,
    pub(super) types: &'static [&'static str],
}

/// Lines and class names of a wall before the rest of a text.
#[derive(Debug)]
pub(super) struct WallWords {
    pub(super) pay: &'static [&'static str],
    pub(super) login: &'static [&'static str],
    pub(super) more: &'static [&'static str],
    pub(super) names: &'static [&'static str],
}

/// Pagers of one text.
#[derive(Debug)]
pub(super) struct PartWords {
    pub(super) keys: &'static [&'static str],
    pub(super) segments: &'static [&'static str],
    pub(super) next: &'static [&'static str],
}

/// Folds of one text.
#[derive(Debug)]
pub(in crate::reading) struct FoldWords {
    pub(in crate::reading) lines: &'static [&'static str],
    pub(in crate::reading) names: &'static [&'static str],
}

impl FoldWords {
    const NONE: Self = Self { lines: &[], names: &[] };
}

/// Words of folds.
pub(in crate::reading) fn fold_words() -> &'static FoldWords {
    &KindWords::get().fold_words
}

impl KindWords {
    const NONE: Self = Self {
        shell_words: ShellWords::NONE,
        title_words: TitleWords::NONE,
        path_words: PathWords::NONE,
        software: &[],
        schema: &[],
        wall_words: WallWords::NONE,
        part_words: PartWords::NONE,
        fold_words: FoldWords::NONE,
    };

    /// The table.
    pub(super) fn get() -> &'static Self {
        const EMPTY: &KindWords = &KindWords::NONE;
        KIND_WORDS.first().unwrap_or(EMPTY)
    }
}

impl ShellWords {
    const NONE: Self = Self { roots: &[], scripts: &[] };
}

impl TitleWords {
    const NONE: Self = Self { error: &[], search: &[], login: &[] };
}

impl PathWords {
    const NONE: Self = Self {
        search: &[],
        query: &[],
        forum: &[],
        forum_hosts: &[],
        documentation: &[],
        documentation_hosts: &[],
        product: &[],
        listing: &[],
        live: &[],
    };
}

impl Software {
    const NONE: Self = Self { kind: Kind::NotArticle, generators: &[], names: &[] };
}

impl Schema {
    const NONE: Self = Self { kind: Kind::NotArticle, types: &[] };
}

impl WallWords {
    const NONE: Self = Self { pay: &[], login: &[], more: &[], names: &[] };
}

impl PartWords {
    const NONE: Self = Self { keys: &[], segments: &[], next: &[] };
}

/// Whether a line holds one of the phrases (lower case): at word borders, but anywhere in scripts without spaces or with
/// particles behind a word.
pub(in crate::reading) fn holds_any(line: &str, phrases: &[&str]) -> bool {
    let line = line.to_lowercase();
    phrases.iter().any(|phrase| holds(&line, phrase))
}

fn holds(line: &str, phrase: &str) -> bool {
    let border = |side: Option<char>, own: Option<char>| {
        own.is_none_or(|c| is_cjk(c) || !c.is_alphanumeric()) || side.is_none_or(|c| !c.is_alphanumeric())
    };
    line.match_indices(phrase).any(|(at, _)| {
        border(line[..at].chars().next_back(), phrase.chars().next())
            && border(line[at + phrase.len()..].chars().next(), phrase.chars().next_back())
    })
}

/// The words of class names and ids.
pub(in crate::reading) struct Names {
    /// Marks of software that makes pages of one kind.
    pub(super) software: NameWords<Kind>,
    /// Walls before the rest of a text.
    pub(super) walls: NameWords<()>,
    /// Folds of one text.
    pub(in crate::reading) folds: NameWords<()>,
}

/// The words of class names and ids, prepared once.
pub(in crate::reading) fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    let table = KindWords::get();
    let plain = |words: &'static [&'static str]| NameWords::of_letters_and_digits(words.iter().map(|word| (*word, ())));
    let software = || table.software.iter().flat_map(|s| s.names.iter().map(|name| (*name, s.kind)));
    NAMES.get_or_init(|| Names {
        software: NameWords::of_letters_and_digits(software()),
        walls: plain(table.wall_words.names),
        folds: plain(table.fold_words.names),
    })
}

include!(concat!(env!("OUT_DIR"), "/kind_words.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases() {
        let check = |line: &str, phrase: &str, expect: bool| assert_eq!(holds_any(line, &[phrase]), expect, "{line} / {phrase}");
        check("Error 404: nothing here", "404", true);
        check("Airbus A4040", "404", false);
        check("Please log in to read.", "log in to read", true);
        check("The catalog in town", "log in", false);
        check("구독하면 이어서 읽을 수 있습니다", "구독하면 이어서", true);
        check("続きを読むには登録が必要です", "続きを読むには", true);
    }
}
