//! Lists of words as `build.rs` compiles them. Most words that are looked up stand in no list, and the lists are long: what a
//! list's words begin and end with says so at once.

use super::letters::Letters;
use std::ops::Deref;

/// Words, or what has a word, in the order of the file.
#[derive(Debug)]
pub struct List<T: 'static> {
    /// All of them.
    pub items: &'static [T],
    /// First characters of their words.
    pub firsts: Letters,
    /// Last characters of their words.
    pub lasts: Letters,
}

/// A list of words.
pub type Words = &'static List<&'static str>;

impl<T> List<T> {
    /// No words.
    pub const NONE: &'static Self = &Self { items: &[], firsts: Letters::NONE, lasts: Letters::NONE };

    /// Whether a word of the list may begin with a character.
    #[inline]
    pub fn may_begin(&self, first: Option<char>) -> bool {
        first.is_some_and(|c| self.firsts.may_hold(c))
    }

    /// Whether a text may end with a word of the list.
    #[inline]
    pub fn may_end(&self, text: &str) -> bool {
        text.chars().next_back().is_some_and(|c| self.lasts.may_hold(c))
    }
}

impl List<&'static str> {
    /// Whether the list holds a text.
    pub fn contains(&self, text: &str) -> bool {
        if !self.may_end(text) || !self.may_begin(text.chars().next()) {
            return false;
        }
        let (length, end) = (text.len(), Self::end(text));
        self.items.iter().any(|word| word.len() == length && Self::end(word) == end && *word == text)
    }

    /// Whether a text ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        if !self.may_end(text) {
            return false;
        }
        let end = Self::end(text);
        self.items.iter().any(|word| Self::end(word) == end && text.ends_with(word))
    }

    /// The last byte, in which most words of a list differ.
    fn end(word: &str) -> Option<&u8> {
        word.as_bytes().last()
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
