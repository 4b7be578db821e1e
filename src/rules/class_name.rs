//! Words of class names, ids and roles that say what a part of a page is. Whole words only: "header" must not be read
//! out of "subheader-text", nor "ad" out of "head".

use super::Kind;
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
    static INDEX: OnceLock<Index> = OnceLock::new();
    let table = CLASS_NAME_TABLES.first()?;
    let words_of = |entry: &'static Boilerplate| entry.words.iter().map(|word| (entry.kind, *word));
    let index = INDEX.get_or_init(|| Index::of(table.boilerplate.iter().flat_map(words_of)));
    let mut name_words = NameWords::default();
    let found = names.into_iter().filter_map(|name| index.first_held(name_words.cut(name)));
    found.min_by_key(|entry| entry.rank).map(|entry| (entry.kind, entry.word))
}

/// Whether a class name says that its element is not shown.
pub fn hides(class: &str) -> bool {
    CLASS_NAME_TABLES.iter().any(|table| table.hiding.contains(&class))
}

/// Whether one of the names is that of a standfirst.
pub fn is_deck<'a>(names: impl IntoIterator<Item = &'a str>) -> bool {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let table = CLASS_NAME_TABLES.first().map_or(&[][..], |t| t.deck);
    let index = INDEX.get_or_init(|| Index::of(table.iter().map(|word| (Kind::Other, *word))));
    let mut name_words = NameWords::default();
    names.into_iter().any(|name| index.first_held(name_words.cut(name)).is_some())
}

/// Words of the table, found by their first part: a page has thousands of names, the table hundreds of words.
struct Index {
    /// Sorted by the first part.
    entries: Vec<Entry>,
    /// Lengths in bytes (as bits, up to [`LONGEST`]) of the first parts that begin with each byte.
    lengths: [u64; 256],
}

/// Longest first part that is told by its length, in bytes; longer ones share its bit.
const LONGEST: usize = 63;

/// A word of the table.
struct Entry {
    parts: Vec<&'static str>,
    /// Place in the table.
    rank: usize,
    kind: Kind,
    word: &'static str,
}

impl Index {
    fn of(words: impl Iterator<Item = (Kind, &'static str)>) -> Self {
        let entry = |(rank, (kind, word)): (usize, (Kind, &'static str))| {
            let parts: Vec<&str> = word.split('-').collect();
            Entry { parts, rank, kind, word }
        };
        let mut entries: Vec<Entry> = words.enumerate().map(entry).collect();
        entries.sort_by_key(|entry| (entry.parts[0], entry.rank));
        let mut lengths = [0; 256];
        for part in entries.iter().map(|entry| entry.parts[0].as_bytes()).filter(|part| !part.is_empty()) {
            lengths[usize::from(part[0])] |= 1 << part.len().min(LONGEST);
        }
        Self { entries, lengths }
    }

    /// The entry of lowest rank whose parts stand side by side in the words.
    fn first_held(&self, words: &NameWords) -> Option<&Entry> {
        (0..words.ends.len()).filter_map(|at| self.held_at(words, at)).min_by_key(|entry| entry.rank)
    }

    /// The entry of lowest rank that begins with the word at `at`.
    fn held_at(&self, words: &NameWords, at: usize) -> Option<&Entry> {
        let first = words.get(at)?;
        let bytes = first.as_bytes();
        if self.lengths[usize::from(bytes[0])] & (1 << bytes.len().min(LONGEST)) == 0 {
            return None;
        }
        let start = self.entries.partition_point(|entry| entry.parts[0] < first);
        let same = self.entries[start..].iter().take_while(|entry| entry.parts[0] == first);
        let mut same = same.filter(|entry| (1..entry.parts.len()).all(|i| words.get(at + i) == Some(entry.parts[i])));
        same.next()
    }
}

/// The words of a name in lower case: cut at signs, digits and humps. The room is used again for the next name.
#[derive(Default)]
struct NameWords {
    /// All words without a space.
    text: String,
    /// Where each ends in the text, in bytes.
    ends: Vec<usize>,
}

impl NameWords {
    fn cut(&mut self, name: &str) -> &Self {
        self.text.clear();
        self.ends.clear();
        let mut lower_before = false;
        for c in name.chars() {
            let hump = c.is_ascii_uppercase() && lower_before;
            if !c.is_alphabetic() || hump {
                self.end_word();
            }
            match c {
                _ if c.is_ascii_alphabetic() => self.text.push(c.to_ascii_lowercase()),
                _ if c.is_alphabetic() => self.text.extend(c.to_lowercase()),
                _ => {}
            }
            lower_before = c.is_lowercase();
        }
        self.end_word();
        self
    }

    fn end_word(&mut self) {
        if self.ends.last().copied().unwrap_or(0) < self.text.len() {
            self.ends.push(self.text.len());
        }
    }

    fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        Some(&self.text[at.checked_sub(1).map_or(0, |before| self.ends[before])..end])
    }
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
