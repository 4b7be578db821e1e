//! English words, numbers and marks from one place on, in small letters, as the readers of dates look at them.

use crate::facts::passage::Passage;
use crate::lang::Words;
use crate::text::{is_alphabetic, is_capital, is_space};

/// Words that the longest expression has ("the first monday of last month at half past three").
const MOST: usize = 14;

/// A word, a run of digits or a mark.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Option<i32>,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

/// The first words of the text from `at`.
pub(super) fn tokens(passage: &Passage<'_>, at: usize) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(MOST);
    let mut start = at;
    while out.len() < MOST && start < passage.chars.len() {
        let c = passage.chars[start];
        if c == '\n' {
            break;
        }
        if is_space(c) {
            start += 1;
            continue;
        }
        let end = end(passage, start);
        let (length, text) = (end - start, small(passage, start, end));
        let number = (c.is_ascii_digit() && length <= 4).then(|| text.parse().ok()).flatten();
        let spaced = start > 0 && is_space(passage.chars[start - 1]);
        out.push(Token { text, start, end, number, spaced, capital: is_capital(c) });
        start = end;
    }
    out
}

/// The end of the word, number or mark that begins at `start`.
fn end(passage: &Passage<'_>, start: usize) -> usize {
    let c = passage.chars[start];
    let same: fn(char) -> bool = match c {
        _ if c.is_ascii_digit() => |c| c.is_ascii_digit(),
        _ if is_alphabetic(c) => |c| is_alphabetic(c) || matches!(c, '\'' | '’'),
        _ => |_| false,
    };
    start + passage.chars[start..].iter().take_while(|c| same(**c)).count().max(1)
}

/// What stands there, in small letters.
fn small(passage: &Passage<'_>, start: usize, end: usize) -> String {
    let mut text = String::with_capacity(end - start);
    for c in &passage.chars[start..end] {
        match c {
            '’' => text.push('\''),
            // The words that are looked for have ASCII letters alone.
            c => text.push(c.to_ascii_lowercase()),
        }
    }
    text
}

/// The word, number or mark that begins at `at`, in small letters; none where white space stands.
pub(super) fn first(passage: &Passage<'_>, at: usize) -> Option<String> {
    let begins = passage.char(at).is_some_and(|c| !is_space(c));
    begins.then(|| small(passage, at, end(passage, at)))
}

/// All words with which a number begins.
pub(super) fn number_words() -> impl Iterator<Item = &'static str> {
    ONES.into_iter().chain(TENS).chain(ORDINALS).chain(["twentieth", "thirtieth"])
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 6] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy"];
const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// What follows the word at the beginning of a phrase. Nearly all differ in the first byte.
fn after<'p>(phrase: &'p str, word: &str) -> Option<&'p str> {
    let same = phrase.as_bytes().first() == word.as_bytes().first();
    if same { phrase.strip_prefix(word) } else { None }
}

/// Reads tokens by their number.
#[derive(Debug)]
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
}

impl Tokens {
    pub(super) fn text(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |t| &t.text)
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        !self.text(i).is_empty() && words.contains(&self.text(i))
    }

    pub(super) fn end(&self, i: usize) -> usize {
        i.checked_sub(1).and_then(|i| self.list.get(i)).map_or(0, |t| t.end)
    }

    /// Past these words, when all of them stand at `i`.
    pub(super) fn run(&self, i: usize, words: &str) -> Option<usize> {
        let (mut at, mut rest) = (i, words);
        loop {
            rest = after(rest, self.text(at))?;
            at += 1;
            if rest.is_empty() {
                return Some(at);
            }
            rest = rest.strip_prefix(' ')?;
        }
    }

    /// Past the longest of these phrases.
    pub(super) fn any(&self, i: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.run(i, phrase)).max()
    }

    /// Past the longest phrase of a list.
    pub(super) fn any_of(&self, i: usize, phrases: Words) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.run(i, phrase)).max()
    }

    /// A whole number in digits or words.
    pub(super) fn count(&self, i: usize) -> Option<(i32, usize)> {
        let token = self.list.get(i)?;
        if let Some(number) = token.number {
            return Some((number, i + 1));
        }
        if let Some(ones) = ONES.iter().position(|w| *w == token.text) {
            return Some((ones as i32, i + 1));
        }
        let tens = TENS.iter().position(|w| *w == token.text)? as i32 * 10 + 20;
        let next = if self.text(i + 1) == "-" { i + 2 } else { i + 1 };
        let ones = ONES[1..10].iter().position(|w| *w == self.text(next));
        Some(ones.map_or((tens, i + 1), |ones| (tens + ones as i32 + 1, next + 1)))
    }

    /// "3rd", "third", "twenty-fourth".
    pub(super) fn ordinal(&self, i: usize) -> Option<(i32, usize)> {
        let token = self.list.get(i)?;
        if let Some(number) = token.number {
            let tail = self.list.get(i + 1).filter(|t| !t.spaced && matches!(&*t.text, "st" | "nd" | "rd" | "th"));
            return tail.map(|_| (number, i + 2));
        }
        if let Some(n) = ORDINALS.iter().position(|w| *w == token.text) {
            return Some((n as i32, i + 1));
        }
        match &*token.text {
            "twentieth" => return Some((20, i + 1)),
            "thirtieth" => return Some((30, i + 1)),
            _ => {}
        }
        let tens = TENS.iter().position(|w| *w == token.text)? as i32 * 10 + 20;
        let next = if self.text(i + 1) == "-" { i + 2 } else { i + 1 };
        let ones = ORDINALS[1..10].iter().position(|w| *w == self.text(next))?;
        Some((tens + ones as i32 + 1, next + 1))
    }
}
