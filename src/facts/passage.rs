//! One text of the body, prepared once for all extractors: characters, pairs of marks, sentences, words.
//! Inside `facts` positions are characters ([`Stretch`]); they become bytes only when a fact is made.

use super::number::KnownNumbers;
use super::once::Once;
use super::word::Word;
use super::{Fact, FactKind, Place};
use crate::lang::WordList;
use crate::text::Span;
use crate::text::enclosure::{Enclosure, Marks, enclosures};
use crate::text::order::{self, Rank};
use crate::text::sentence::sentences_in;
use crate::text::{is_letter_or_digit, is_space};
use std::cmp::Reverse;

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

impl Rank for Stretch {
    const BITS: u32 = <(usize, usize)>::BITS;

    fn rank(&self) -> u128 {
        (self.start, self.end).rank()
    }
}

/// For each pair the innermost one that holds it: pairs never cross.
fn around(pairs: &[Enclosure]) -> Vec<Option<u32>> {
    let mut open: Vec<u32> = Vec::new();
    let outer = |(index, pair): (usize, &Enclosure)| {
        while open.last().is_some_and(|last| pairs[*last as usize].close < pair.open) {
            open.pop();
        }
        open.push(index as u32);
        open.len().checked_sub(2).map(|before| open[before])
    };
    pairs.iter().enumerate().map(outer).collect()
}

/// The places that lie in no other of them, in order.
pub(crate) fn outermost(mut places: Vec<(usize, Stretch)>) -> Vec<(usize, Stretch)> {
    order::by(&mut places, |(index, at)| (*index, (at.start, Reverse(at.end))));
    places.dedup();
    // What begins earlier, or ends later at the same beginning, stands before what it holds.
    let mut furthest = (0, 0);
    places.retain(|(index, at)| {
        let is_outer = furthest.0 != *index || furthest.1 < at.end;
        if is_outer {
            furthest = (*index, at.end);
        }
        is_outer
    });
    places
}

/// For every character, the end of the first stretch in the list that covers it; 0 for none.
pub(crate) fn covered(length: usize, stretches: &[Stretch]) -> Vec<usize> {
    let mut ends = vec![0; length];
    stretches.iter().rev().for_each(|at| ends[at.start..at.end.min(length)].fill(at.end));
    ends
}

/// A text of the body with what every extractor asks of it.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    /// Its place among the passages that are read together.
    pub(crate) index: u32,
    /// Index of its text in the body.
    pub(crate) paragraph: u32,
    /// Where it begins in that text, in bytes.
    pub(super) base: u32,
    pub(crate) text: &'a str,
    pub(crate) chars: Vec<char>,
    pub(crate) pairs: Vec<Enclosure>,
    /// Where pairs close, sorted.
    closes: Vec<usize>,
    /// For each pair, the one around it.
    outer: Vec<Option<u32>>,
    pub(crate) sentences: Vec<Stretch>,
    pub(super) words: Once<[Word<'a>]>,
    pub(super) numbers: KnownNumbers,
    bytes: Vec<u32>,
}

impl<'a> Passage<'a> {
    /// A whole text of the body.
    pub(crate) fn new(index: usize, text: &'a str) -> Self {
        Self::part(index, index, text, 0)
    }

    /// The part of a text that begins at a byte of it.
    pub(crate) fn part(index: usize, paragraph: usize, text: &'a str, base: usize) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut bytes: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).collect();
        bytes.push(text.len() as u32);
        let pairs = enclosures(&chars);
        let mut closes: Vec<usize> = pairs.iter().map(|pair| pair.close).collect();
        order::by(&mut closes, |at| *at);
        let outer = around(&pairs);
        let sentences = sentences_in(&chars, &pairs).into_iter().map(|(start, end)| Stretch::new(start, end)).collect();
        Self {
            index: index as u32,
            paragraph: paragraph as u32,
            base: base as u32,
            text,
            chars,
            closes,
            outer,
            pairs,
            sentences,
            words: Once::default(),
            numbers: KnownNumbers::default(),
            bytes,
        }
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
        let span = Span { start: self.base + self.bytes[stretch.start], end: self.base + self.bytes[stretch.end] };
        Place { paragraph: self.paragraph, span }
    }

    /// The characters of a span of the text.
    pub(crate) fn stretch(&self, span: Span) -> Stretch {
        let at = |byte: u32| self.bytes.partition_point(|b| self.base + *b < byte).min(self.chars.len());
        Stretch::new(at(span.start), at(span.end.max(span.start)))
    }

    /// Whether a place of the body lies in this passage.
    pub(crate) fn holds(&self, place: &Place) -> bool {
        let end = self.base + self.text.len() as u32;
        place.paragraph == self.paragraph && self.base <= place.span.start && place.span.start < end
    }

    pub(crate) fn fact(&self, stretch: Stretch, confidence: f32, kind: FactKind) -> Fact {
        // A day and its time may stand on both sides of what ends a sentence ("8 Feb. 18:22").
        let (first, last) = (self.sentence_of(stretch.start), self.sentence_of(stretch.end.saturating_sub(1)));
        let sentence = self.place(Stretch::new(first.start, last.end.max(first.end))).span;
        Fact { paragraph: self.paragraph, span: self.place(stretch).span, sentence, confidence, kind }
    }

    /// The sentence that holds a character.
    pub(crate) fn sentence_of(&self, at: usize) -> Stretch {
        let found = self.sentences.get(self.sentences.partition_point(|s| s.end <= at));
        found.copied().unwrap_or(Stretch::new(0, self.chars.len()))
    }

    /// Where a text stands at the beginning of a word.
    pub(crate) fn words_that_begin(&self, text: &str) -> impl Iterator<Item = Stretch> {
        let first = text.chars().next();
        let starts = (0..self.chars.len())
            .filter(move |&i| Some(self.chars[i]) == first && self.before(i).is_none_or(|c| !is_letter_or_digit(c)));
        starts.filter_map(move |i| self.read(i, text).map(|end| Stretch::new(i, end)))
    }

    /// Whether a text stands in it as whole words.
    pub(crate) fn holds_words(&self, text: &str) -> bool {
        self.words_that_begin(text).any(|at| self.char(at.end).is_none_or(|c| !is_letter_or_digit(c)))
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
    pub(crate) fn read_any(&self, at: usize, words: &(impl Wordlist + ?Sized)) -> Option<usize> {
        let text = &self.text[*self.bytes.get(at)? as usize..];
        words.begin_of(text).map(|word| at + word.chars().count())
    }

    /// Where the longest of `words` that ends right before `at` begins, or `at`.
    pub(crate) fn read_back(&self, at: usize, words: &(impl Wordlist + ?Sized)) -> usize {
        let text = &self.text[..self.bytes[at] as usize];
        words.end_of(text).map_or(at, |word| at - word.chars().count())
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
        let last = self.pairs.partition_point(|p| p.open < at).checked_sub(1);
        let mut around = std::iter::successors(last, |i| self.outer[*i].map(|outer| outer as usize)).map(|i| self.pairs[i]);
        around.find(|p| at <= p.close && marks.contains(&p.marks))
    }

    /// The pairs that open between two characters, in order.
    pub(crate) fn pairs_in(&self, from: usize, to: usize) -> &[Enclosure] {
        let first = self.pairs.partition_point(|p| p.open < from);
        let count = self.pairs[first..].partition_point(|p| p.open < to);
        &self.pairs[first..first + count]
    }

    /// The pair of these marks that opens at a character.
    pub(crate) fn pair_at(&self, open: usize, marks: Marks) -> Option<Enclosure> {
        self.pairs_in(open, open + 1).first().copied().filter(|pair| pair.marks == marks)
    }

    /// The pairs of these marks that stand in no other of them.
    pub(crate) fn outer_pairs(&self, marks: Marks) -> impl Iterator<Item = &Enclosure> {
        let around = |i: usize| std::iter::successors(self.outer[i], |i| self.outer[*i as usize]);
        let is_outer = move |i: &usize| around(*i).all(|outer| self.pairs[outer as usize].marks != marks);
        (0..self.pairs.len()).filter(move |i| self.pairs[*i].marks == marks && is_outer(i)).map(|i| &self.pairs[i])
    }

    /// The last character before `to` at which a pair closes.
    pub(crate) fn last_close(&self, to: usize) -> Option<usize> {
        self.closes.partition_point(|close| *close < to).checked_sub(1).map(|i| self.closes[i])
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

/// Words of which one is looked for at a place.
pub(crate) trait Wordlist {
    /// The longest of them that a text begins with.
    fn begin_of(&self, text: &str) -> Option<&str>;
    /// The longest of them that a text ends with.
    fn end_of(&self, text: &str) -> Option<&str>;
}

impl Wordlist for [&str] {
    fn begin_of(&self, text: &str) -> Option<&str> {
        self.iter().copied().filter(|word| text.starts_with(word)).max_by_key(|word| word.len())
    }

    fn end_of(&self, text: &str) -> Option<&str> {
        self.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
    }
}

impl<const N: usize> Wordlist for [&str; N] {
    fn begin_of(&self, text: &str) -> Option<&str> {
        self.as_slice().begin_of(text)
    }

    fn end_of(&self, text: &str) -> Option<&str> {
        self.as_slice().end_of(text)
    }
}

impl Wordlist for WordList {
    fn begin_of(&self, text: &str) -> Option<&str> {
        self.begin_of(text)
    }

    fn end_of(&self, text: &str) -> Option<&str> {
        self.end_of(text)
    }
}
