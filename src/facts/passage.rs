//! One text of the body, prepared once for all extractors: characters, pairs of marks, sentences, words.
//! Inside `facts` positions are characters ([`Stretch`]); they become bytes only when a fact is made.

use super::word::Word;
use super::{Fact, FactKind, Place};
use crate::text::Span;
use crate::text::enclosure::{Enclosure, Marks, enclosures};
use crate::text::is_space;
use crate::text::sentence::sentences_in;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A half-open range of characters of one passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stretch {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Stretch {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub(crate) fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A text of the body with what every extractor asks of it.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    pub(crate) index: u32,
    pub(crate) text: &'a str,
    pub(crate) chars: Vec<char>,
    pub(crate) pairs: Vec<Enclosure>,
    pub(crate) sentences: Vec<Stretch>,
    bytes: Vec<u32>,
    /// Words of clauses that were asked for: most extractors read the same clauses.
    words: RefCell<BTreeMap<Stretch, Rc<[Word<'a>]>>>,
}

impl<'a> Passage<'a> {
    pub(crate) fn new(index: usize, text: &'a str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut bytes: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).collect();
        bytes.push(text.len() as u32);
        let pairs = enclosures(&chars);
        let sentences = sentences_in(&chars, &pairs).into_iter().map(|(start, end)| Stretch::new(start, end)).collect();
        Self { index: index as u32, text, chars, pairs, sentences, bytes, words: RefCell::default() }
    }

    /// The words of a clause, read by `read` the first time.
    pub(crate) fn words(&self, clause: Stretch, read: impl FnOnce() -> Vec<Word<'a>>) -> Rc<[Word<'a>]> {
        let known = self.words.borrow().get(&clause).cloned();
        known.unwrap_or_else(|| {
            let words: Rc<[Word<'a>]> = read().into();
            self.words.borrow_mut().insert(clause, Rc::clone(&words));
            words
        })
    }

    /// The text of a stretch.
    pub(crate) fn of(&self, stretch: Stretch) -> &'a str {
        &self.text[self.bytes[stretch.start] as usize..self.bytes[stretch.end] as usize]
    }

    /// The text from a character on.
    pub(crate) fn from(&self, start: usize) -> &'a str {
        &self.text[self.bytes[start] as usize..]
    }

    pub(crate) fn place(&self, stretch: Stretch) -> Place {
        let span = Span { start: self.bytes[stretch.start], end: self.bytes[stretch.end] };
        Place { paragraph: self.index, span }
    }

    /// The characters of a span of the text.
    pub(crate) fn stretch(&self, span: Span) -> Stretch {
        let at = |byte: u32| self.bytes.partition_point(|b| *b < byte).min(self.chars.len());
        Stretch::new(at(span.start), at(span.end.max(span.start)))
    }

    pub(crate) fn fact(&self, stretch: Stretch, confidence: f32, kind: FactKind) -> Fact {
        // A day and its time may stand on both sides of what ends a sentence ("8 Feb. 18:22").
        let (first, last) = (self.sentence_of(stretch.start), self.sentence_of(stretch.end.saturating_sub(1)));
        let sentence = self.place(Stretch::new(first.start, last.end.max(first.end))).span;
        Fact { paragraph: self.index, span: self.place(stretch).span, sentence, confidence, kind }
    }

    /// The sentence that holds a character.
    pub(crate) fn sentence_of(&self, at: usize) -> Stretch {
        let found = self.sentences.iter().find(|s| at < s.end);
        found.copied().unwrap_or(Stretch::new(0, self.chars.len()))
    }

    pub(crate) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    pub(crate) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|i| self.char(i))
    }

    /// The end of `word` if it stands at `at`.
    pub(crate) fn read(&self, at: usize, word: &str) -> Option<usize> {
        let mut end = at;
        for c in word.chars() {
            if self.char(end) != Some(c) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The end of the longest of `words` that stands at `at`.
    pub(crate) fn read_any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter_map(|word| self.read(at, word)).max()
    }

    /// Where the longest of `words` that ends right before `at` begins, or `at`.
    pub(crate) fn read_back(&self, at: usize, words: &[&str]) -> usize {
        let starts =
            words.iter().filter_map(|word| at.checked_sub(word.chars().count()).filter(|&s| self.read(s, word).is_some()));
        starts.min().unwrap_or(at)
    }

    /// The first character at or after `at` that is no white space on the same line.
    pub(crate) fn skip_space(&self, mut at: usize) -> usize {
        while self.char(at).is_some_and(|c| is_space(c) && c != '\n') {
            at += 1;
        }
        at
    }

    /// The innermost pair of these marks around a character.
    pub(crate) fn inside(&self, at: usize, marks: &[Marks]) -> Option<Enclosure> {
        let around = self.pairs.iter().filter(|p| p.open < at && at < p.close + 1 && marks.contains(&p.marks));
        around.min_by_key(|p| p.close - p.open).copied()
    }

    /// Where the words that belong together with `at` stand: the part of its sentence inside the same quotation or bracket.
    pub(crate) fn clause_of(&self, at: usize) -> Stretch {
        let Some(pair) = self.inside(at, &[Marks::Double, Marks::Single, Marks::Title]) else { return self.sentence_of(at) };
        let stop = |i: usize| matches!(self.chars[i], '.' | '?' | '!') && self.char(i + 1).is_some_and(is_space);
        let start = (pair.open + 1..at).rev().find(|&i| stop(i)).map_or(pair.open + 1, |i| i + 1);
        let end = (at..pair.close).find(|&i| stop(i)).unwrap_or(pair.close);
        Stretch::new(start, end)
    }
}
