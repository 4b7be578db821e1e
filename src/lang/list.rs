//! Lists of words as `build.rs` compiles them. Most words that are looked up stand in no list, and the lists are long: what a
//! list's words begin and end with says so at once.

use super::letters::Letters;
use std::ops::Deref;

/// What has a word, in the order of the file.
#[derive(Debug)]
pub struct List<T: 'static> {
    /// All of them.
    pub items: &'static [T],
    /// First characters of their words.
    pub firsts: Letters,
}

impl<T> List<T> {
    /// Nothing.
    pub const NONE: &'static Self = &Self { items: &[], firsts: Letters::NONE };

    /// Whether a word of the list may begin with a character.
    #[inline]
    pub fn may_begin(&self, first: Option<char>) -> bool {
        first.is_some_and(|c| self.firsts.may_hold(c))
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.items
    }
}

impl<T> IntoIterator for &'static List<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// Words whose place in the file says what they mean: months, digits.
pub type Sequence = &'static [&'static str];

/// A list of words.
pub type Words = &'static WordList;

/// Words in the order of their length and, of one length, of their bytes: a word is found by halving, and an address of
/// each, which would weigh as much as the word, is not needed.
#[derive(Debug)]
pub struct WordList {
    /// The words, joined.
    pub text: &'static str,
    /// Their lengths in bytes, rising, with the count of the words of each.
    pub lengths: &'static [(u8, u16)],
    /// First characters of the words.
    pub firsts: Letters,
    /// Last characters of the words.
    pub lasts: Letters,
}

impl WordList {
    /// No words.
    pub const NONE: Words = &Self { text: "", lengths: &[], firsts: Letters::NONE, lasts: Letters::NONE };

    /// All words, shorter ones first.
    pub fn iter(&self) -> Iter {
        Iter { text: self.text, lengths: self.lengths, told: 0 }
    }

    /// Whether the list holds a text.
    pub fn contains(&self, text: &str) -> bool {
        let may = || self.may_end(text) && self.may_begin(text.chars().next());
        may() && self.groups().any(|group| group.length == text.len() && group.find(text.as_bytes()).is_some())
    }

    /// The longest word that a text begins with.
    pub fn begin_of(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let found = || self.groups().filter_map(|group| group.find(bytes.get(..group.length)?)).last();
        if self.may_begin(text.chars().next()) { found() } else { None }
    }

    /// Whether a text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        self.begin_of(text).is_some()
    }

    /// The longest word that a text ends with.
    pub fn end_of(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let tail = |length: usize| bytes.len().checked_sub(length).map(|from| &bytes[from..]);
        let found = || self.groups().filter_map(|group| group.find(tail(group.length)?)).last();
        if self.may_end(text) { found() } else { None }
    }

    /// Whether a text ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        self.end_of(text).is_some()
    }

    /// Where in a text the first of the words stands.
    pub fn find_in(&self, text: &str) -> Option<usize> {
        let may = |(_, c): &(usize, char)| self.firsts.may_hold(*c);
        text.char_indices().filter(may).map(|(at, _)| at).find(|at| self.begins(&text[*at..]))
    }

    /// Whether one of the words stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.find_in(text).is_some()
    }

    /// Whether a word of the list may begin with a character.
    #[inline]
    pub fn may_begin(&self, first: Option<char>) -> bool {
        first.is_some_and(|c| self.firsts.may_hold(c))
    }

    /// Whether a text may end with a word of the list.
    #[inline]
    fn may_end(&self, text: &str) -> bool {
        text.chars().next_back().is_some_and(|c| self.lasts.may_hold(c))
    }

    fn groups(&self) -> impl Iterator<Item = Group> + Clone {
        self.lengths.iter().scan(0, |from, &(length, count)| {
            let (length, count) = (usize::from(length), usize::from(count));
            let text = &self.text[*from..*from + length * count];
            *from += text.len();
            Some(Group { text, length, count })
        })
    }
}

/// The words of one length.
#[derive(Debug, Clone, Copy)]
struct Group {
    text: &'static str,
    length: usize,
    count: usize,
}

impl Group {
    fn word(&self, at: usize) -> &'static str {
        &self.text[at * self.length..(at + 1) * self.length]
    }

    /// The word of these bytes, which are as many as it has.
    fn find(&self, bytes: &[u8]) -> Option<&'static str> {
        let own = |at: usize| &self.text.as_bytes()[at * self.length..(at + 1) * self.length];
        let (mut from, mut to) = (0, self.count);
        while from < to {
            let middle = usize::midpoint(from, to);
            match own(middle).cmp(bytes) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => return Some(self.word(middle)),
            }
        }
        None
    }
}

/// The words of a [`WordList`], shorter ones first.
#[derive(Debug, Clone)]
pub struct Iter {
    text: &'static str,
    lengths: &'static [(u8, u16)],
    /// How many words of the first length are told.
    told: u16,
}

impl Iterator for Iter {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        while let Some((&(length, count), rest)) = self.lengths.split_first() {
            if self.told < count {
                let (word, text) = self.text.split_at(usize::from(length));
                (self.text, self.told) = (text, self.told + 1);
                return Some(word);
            }
            (self.lengths, self.told) = (rest, 0);
        }
        None
    }
}

impl IntoIterator for Words {
    type Item = &'static str;
    type IntoIter = Iter;

    fn into_iter(self) -> Iter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: Words = &WordList {
        text: "가나군시시장특별시",
        lengths: &[(3, 4), (6, 1), (9, 1)],
        firsts: Letters([u64::MAX; 4]),
        lasts: Letters([u64::MAX; 4]),
    };

    #[test]
    fn words_are_found_whole_at_the_beginning_and_at_the_end() {
        assert!(LIST.iter().eq(["가", "나", "군", "시", "시장", "특별시"]));
        for (text, whole, begin, end) in [
            ("가", true, Some("가"), Some("가")),
            ("시장", true, Some("시장"), Some("시장")),
            ("시장실", false, Some("시장"), None),
            ("서울특별시", false, None, Some("특별시")),
            ("", false, None, None),
        ] {
            assert_eq!((LIST.contains(text), LIST.begin_of(text), LIST.end_of(text)), (whole, begin, end), "{text}");
        }
        assert_eq!(["새벽시장", "가", "새벽", ""].map(|text| LIST.find_in(text)), [Some(6), Some(0), None, None]);
    }
}
