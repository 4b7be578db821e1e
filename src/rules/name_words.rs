//! Words looked for in class names, ids and file names: whole words only, found by their first part. A page has
//! thousands of names, many of them the same, a table hundreds of words.

use crate::dom::{Document, NodeId};

/// Words with what each of them says, prepared once for many names.
#[derive(Debug)]
pub struct NameWords<T> {
    /// Sorted by the first part, then by the place in the table.
    entries: Vec<Entry<T>>,
    /// Lengths in bytes (as bits, up to [`LONGEST`]) of the first parts that begin with each byte.
    lengths: [u64; 256],
    /// Whether digits belong to words ("1x1") or part them ("ad300").
    with_digits: bool,
}

/// Longest first part that is told by its length, in bytes; longer ones share its bit.
const LONGEST: usize = 63;

/// A word of the table.
#[derive(Debug)]
struct Entry<T> {
    parts: Vec<&'static str>,
    /// Place in the table.
    rank: usize,
    says: T,
}

impl<T: Copy> NameWords<T> {
    /// Words in lower case, or several joined by `-` that stand side by side. Names are cut at signs, humps and digits.
    pub fn of_letters(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::of(words, false)
    }

    /// Words as in [`Self::of_letters`], in which digits count as letters.
    pub fn of_letters_and_digits(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::of(words, true)
    }

    fn of(words: impl IntoIterator<Item = (&'static str, T)>, with_digits: bool) -> Self {
        let entry = |(rank, (word, says)): (usize, (&'static str, T))| Entry { parts: word.split('-').collect(), rank, says };
        let mut entries: Vec<Entry<T>> = words.into_iter().enumerate().map(entry).collect();
        entries.sort_by_key(|entry| (entry.parts[0], entry.rank));
        let mut lengths = [0; 256];
        for part in entries.iter().map(|entry| entry.parts[0].as_bytes()).filter(|part| !part.is_empty()) {
            lengths[usize::from(part[0])] |= 1 << part.len().min(LONGEST);
        }
        Self { entries, lengths, with_digits }
    }

    /// What the first word of the table says that any of the names holds.
    pub fn first_in<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Option<T> {
        let mut cut = Cut::default();
        let found = names.into_iter().filter_map(|name| self.first_held(cut.take(name, self.with_digits)));
        found.min_by_key(|entry| entry.rank).map(|entry| entry.says)
    }

    /// A reader of the names of a page's elements, which looks at every name once.
    pub fn reader<'a>(&'a self, document: &'a Document) -> NameReader<'a, T> {
        NameReader { words: self, document, cut: Cut::default(), known: vec![None; document.distinct_names()] }
    }

    /// Whether any of the names holds a word of the table.
    pub fn any_in<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> bool {
        self.first_in(names).is_some()
    }

    /// The entry of lowest rank whose parts stand side by side in the name.
    fn first_held(&self, name: &Cut) -> Option<&Entry<T>> {
        (0..name.ends.len()).filter_map(|at| self.held_at(name, at)).min_by_key(|entry| entry.rank)
    }

    /// The entry of lowest rank that begins with the word at `at`.
    fn held_at(&self, name: &Cut, at: usize) -> Option<&Entry<T>> {
        let first = name.get(at)?;
        let bytes = first.as_bytes();
        if self.lengths[usize::from(bytes[0])] & (1 << bytes.len().min(LONGEST)) == 0 {
            return None;
        }
        let start = self.entries.partition_point(|entry| entry.parts[0] < first);
        let mut same = self.entries[start..].iter().take_while(|entry| entry.parts[0] == first);
        same.find(|entry| (1..entry.parts.len()).all(|i| name.get(at + i) == Some(entry.parts[i])))
    }
}

/// What is known of the names of a page.
pub struct NameReader<'a, T> {
    words: &'a NameWords<T>,
    document: &'a Document,
    cut: Cut,
    /// What each name says, once it has been asked for.
    known: Vec<Option<Option<(usize, T)>>>,
}

impl<T: Copy> NameReader<'_, T> {
    /// What the first word of the table says that any of the element's names holds.
    pub fn first_of(&mut self, node: NodeId) -> Option<T> {
        let Self { words, document, cut, known } = self;
        let mut held = |number: u32| {
            let name = document.distinct_name(number);
            words.first_held(cut.take(name, words.with_digits)).map(|entry| (entry.rank, entry.says))
        };
        let numbers = document.name_numbers(node).iter();
        let found = numbers.filter_map(|number| *known[*number as usize].get_or_insert_with(|| held(*number)));
        found.min_by_key(|(rank, _)| *rank).map(|(_, says)| says)
    }
}

/// The words of a name in lower case. The room is used again for the next name.
#[derive(Default)]
struct Cut {
    /// All words without a space.
    text: String,
    /// Where each ends in the text, in bytes.
    ends: Vec<usize>,
}

impl Cut {
    fn take(&mut self, name: &str, with_digits: bool) -> &Self {
        self.text.clear();
        self.ends.clear();
        if name.is_ascii() {
            return self.take_ascii(name, with_digits);
        }
        let mut lower_before = false;
        for c in name.chars() {
            let belongs = c.is_alphabetic() || with_digits && c.is_ascii_digit();
            if !belongs || c.is_ascii_uppercase() && lower_before {
                self.end_word();
            }
            match c {
                _ if c.is_ascii() && belongs => self.text.push(c.to_ascii_lowercase()),
                _ if belongs => self.text.extend(c.to_lowercase()),
                _ => {}
            }
            lower_before = c.is_lowercase();
        }
        self.end_word();
        self
    }

    /// As [`Self::take`], byte by byte: nearly every name.
    fn take_ascii(&mut self, name: &str, with_digits: bool) -> &Self {
        let mut lower_before = false;
        for c in name.bytes() {
            let belongs = c.is_ascii_alphabetic() || with_digits && c.is_ascii_digit();
            if !belongs || c.is_ascii_uppercase() && lower_before {
                self.end_word();
            }
            if belongs {
                self.text.push(char::from(c.to_ascii_lowercase()));
            }
            lower_before = c.is_ascii_lowercase();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, word: &'static str, expect: bool) {
        let words = NameWords::of_letters_and_digits([(word, ())]);
        assert_eq!(words.any_in([name]), expect, "{name} / {word}");
    }

    #[test]
    fn names() {
        check("wp-caption-text", "caption", true);
        check("img_desc", "img-desc", true);
        check("photoCredit", "credit", true);
        check("accredited", "credit", false);
        check("iconic", "icon", false);
        check("", "icon", false);
        check("article-paywall__box", "paywall", true);
        check("js-content_gate", "content-gate", true);
        check("contentGate", "content-gate", true);
        check("gateContent", "content-gate", false);
        check("paywalled", "paywall", false);
        check("pixel-1x1.gif", "1x1", true);
    }

    #[test]
    fn digits_part_words_of_letters() {
        let words = NameWords::of_letters([("ad", 1), ("banner", 2)]);
        assert_eq!(words.first_in(["ad300x250"]), Some(1));
        assert_eq!(words.first_in(["top_banner", "ad2"]), Some(1), "the table's first word wins");
    }
}
