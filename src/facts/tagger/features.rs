//! What the tagger sees of each character, as hashed keys: characters around, parts of the word, shapes, words before and
//! after, flags of the rules, and lists of names. Digits are alike, because values are not its business.

use super::flags::Flag;
use super::weights::Lists;

/// Bits of a key: enough that few of the features in use share one.
pub const KEY_BITS: u32 = 24;

/// Keys of the characters of a sentence.
#[derive(Debug, Default)]
pub struct Rows {
    keys: Vec<u32>,
    ends: Vec<u32>,
}

impl Rows {
    /// Keys of each character, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.keys[start as usize..*end as usize])
    }
}

/// Mixes a value into a hash (the multiplier of FxHash).
pub fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The key of a hash.
pub fn key(hash: u64) -> u32 {
    ((hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - KEY_BITS)) as u32
}

/// The hash of a word.
pub fn word(chars: impl IntoIterator<Item = char>) -> u64 {
    chars.into_iter().fold(0, |hash, c| mix(hash, c as u64))
}

/// A character class: Hangul, digit, capital, small letter, Han, space, else the mark itself.
fn class(c: char) -> char {
    match c {
        '가'..='힣' => 'H',
        '0'..='9' => '0',
        'A'..='Z' => 'A',
        'a'..='z' => 'a',
        '\u{4e00}'..='\u{9fff}' => 'C',
        _ if c.is_whitespace() => ' ',
        _ if crate::text::is_alphabetic(c) => 'L',
        _ => c,
    }
}

/// A sentence prepared for reading features off it.
struct Frame<'a> {
    chars: Vec<char>,
    classes: Vec<char>,
    flags: &'a [Flag],
    /// Where each character's word (no white space in it) begins and ends.
    words: Vec<(usize, usize)>,
    /// Hash of the word from its beginning through each character.
    heads: Vec<u64>,
    /// Hash of the word from each character to its end.
    tails: Vec<u64>,
    /// What lists say of each character.
    listed: Vec<u16>,
    /// What lists say of the syllables of names: 1 family name, 2 given name, 4 family name of two syllables.
    syllables: Vec<u16>,
    /// The mark that opened the quotation or bracket around a character, and where.
    opened: Vec<(char, usize)>,
}

/// The keys of the characters of a sentence with the flags of the rules.
pub fn rows(chars: &[char], flags: &[Flag], lists: &Lists) -> Rows {
    let frame = Frame::new(chars, flags, lists);
    let mut rows = Rows::default();
    for at in 0..chars.len() {
        frame.push(at, &mut rows.keys);
        rows.ends.push(rows.keys.len() as u32);
    }
    rows
}

impl<'a> Frame<'a> {
    fn new(raw: &[char], flags: &'a [Flag], lists: &Lists) -> Self {
        let chars: Vec<char> = raw.iter().map(|c| if c.is_ascii_digit() { '0' } else { *c }).collect();
        let classes: Vec<char> = chars.iter().map(|c| class(*c)).collect();
        let words = words(&classes);
        let (mut heads, mut tails) = (vec![0; chars.len()], vec![0; chars.len()]);
        for at in 0..chars.len() {
            let before = if at > words[at].0 { heads[at - 1] } else { 0 };
            heads[at] = mix(before, chars[at] as u64);
        }
        for at in (0..chars.len()).rev() {
            let after = if at + 1 < words[at].1 { tails[at + 1] } else { 1 };
            tails[at] = mix(after, chars[at] as u64);
        }
        let (listed, syllables) = lists.look_up(&chars, &words);
        let opened = opened(&chars);
        Self { chars, classes, flags, words, heads, tails, listed, syllables, opened }
    }

    fn char(&self, at: usize, by: isize) -> u64 {
        at.checked_add_signed(by).and_then(|i| self.chars.get(i)).map_or(1, |c| *c as u64)
    }

    fn class(&self, at: usize, by: isize) -> u64 {
        at.checked_add_signed(by).and_then(|i| self.classes.get(i)).map_or(1, |c| *c as u64)
    }

    fn flag(&self, at: usize, by: isize) -> u64 {
        at.checked_add_signed(by).and_then(|i| self.flags.get(i)).map_or(99, |f| u64::from(*f))
    }

    fn listed(&self, at: usize, by: isize) -> u64 {
        at.checked_add_signed(by).and_then(|i| self.listed.get(i)).map_or(0, |m| u64::from(*m))
    }

    fn word_before(&self, at: usize) -> Option<(usize, usize)> {
        self.words[at].0.checked_sub(2).map(|i| self.words[i])
    }

    fn word_after(&self, at: usize) -> Option<(usize, usize)> {
        self.words.get(self.words[at].1 + 1).copied()
    }

    fn tail_of(&self, word: Option<(usize, usize)>, letters: usize) -> u64 {
        word.filter(|w| w.0 < w.1).map_or(3, |(start, end)| self.tails[end.saturating_sub(letters).max(start)])
    }

    fn head_of(&self, word: Option<(usize, usize)>, letters: usize) -> u64 {
        word.filter(|w| w.0 < w.1).map_or(3, |(start, end)| self.heads[(start + letters).min(end) - 1])
    }

    /// Pushes the keys of one character.
    fn push(&self, at: usize, keys: &mut Vec<u32>) {
        let mut template = 0u64;
        let mut add = |parts: &[u64]| {
            template += 1;
            keys.push(key(parts.iter().fold(template, |hash, part| mix(hash, *part))));
        };
        let run = |from: isize, to: isize| (from..=to).fold(7, |hash, by| mix(hash, self.char(at, by)));
        for (from, to) in RUNS {
            add(&[run(from, to)]);
        }
        add(&[self.char(at, -1), self.char(at, 1)]);
        let (start, end) = self.words[at];
        let (offset, rest) = ((at - start) as u64, (end.max(at + 1) - at) as u64);
        let (near, left) = (offset.min(5), rest.min(5));
        let before = if at > start { self.heads[at - 1] } else { 0 };
        let after = if at + 1 < end { self.tails[at + 1] } else { 1 };
        let whole = if end > start { self.heads[end - 1] } else { 0 };
        add(&[self.heads[at]]);
        add(&[before, 5]);
        add(&[self.tails[at]]);
        add(&[after, near.min(3)]);
        add(&[whole, near]);
        add(&[near, left]);
        add(&[near, self.char(at, 0)]);
        add(&[after, self.char(at, 0)]);
        let (previous, next) = (self.word_before(at), self.word_after(at));
        add(&[self.head_of(previous, 99), near.min(3)]);
        add(&[self.tail_of(previous, 2), near.min(3)]);
        add(&[self.tail_of(previous, 1), self.heads[at]]);
        add(&[self.head_of(next, 99), left.min(3)]);
        add(&[self.head_of(next, 2), left.min(3)]);
        add(&[self.head_of(next, 1), self.tails[at]]);
        add(&[self.head_of(next, 2), after]);
        let second = previous.and_then(|w| w.0.checked_sub(2)).map(|i| self.words[i]);
        add(&[self.tail_of(second, 2), near.min(2)]);
        let later = next.and_then(|w| self.words.get(w.1 + 1).copied());
        add(&[self.head_of(later, 2), left.min(2)]);
        self.push_shapes(at, &mut add);
        self.push_lists(at, (near, left, after), &mut add);
    }

    fn push_shapes(&self, at: usize, add: &mut impl FnMut(&[u64])) {
        let shape = |from: isize, to: isize| (from..=to).fold(7, |hash, by| mix(hash, self.class(at, by)));
        add(&[shape(-1, 1)]);
        add(&[shape(-2, 2)]);
        add(&[shape(-3, 3)]);
        add(&[shape(0, 3), self.char(at, 0)]);
        let (open, place) = self.opened[at];
        add(&[open as u64, (at - place).min(3) as u64]);
        add(&[open as u64, self.class(at, -1), self.class(at, 1)]);
        let flags = |from: isize, to: isize| (from..=to).fold(7, |hash, by| mix(hash, self.flag(at, by)));
        add(&[flags(0, 0)]);
        add(&[flags(-1, 1)]);
        add(&[flags(-2, 2)]);
        add(&[flags(0, 0), self.char(at, 0)]);
        add(&[flags(0, 1), self.char(at, 0), self.char(at, 1)]);
        add(&[flags(0, 0), self.char(at, 1), self.char(at, -1)]);
    }

    fn push_lists(&self, at: usize, (near, left, after): (u64, u64, u64), add: &mut impl FnMut(&[u64])) {
        let listed = |from: isize, to: isize| (from..=to).fold(7, |hash, by| mix(hash, self.listed(at, by)));
        add(&[listed(0, 0)]);
        add(&[listed(-1, 1)]);
        add(&[listed(0, 0), after]);
        add(&[listed(0, 0), self.listed(self.words[at].1, 1), left.min(3)]);
        let start = self.words[at].0;
        let syllable =
            |i: usize| u64::from(self.syllables.get(start + i).copied().filter(|_| start + i < self.words[at].1).unwrap_or(0));
        let name = syllable(0) & 5 | (syllable(1) & 6) << 3 | (syllable(2) & 2) << 5 | (syllable(3) & 2) << 6;
        add(&[name, near]);
        add(&[name, near, left]);
        let suffix = (self.words[at].0 + 3).min(self.words[at].1);
        add(&[name, near, if suffix < self.words[at].1 { self.tails[suffix] } else { 1 }]);
        let here = |by: isize| at.checked_add_signed(by).and_then(|i| self.syllables.get(i)).map_or(0, |s| u64::from(*s));
        add(&[here(-1), here(0), here(1), here(2)]);
        add(&[here(-2), here(-1), here(0), here(1)]);
    }
}

/// Runs of characters around the one that is read, from and to.
const RUNS: [(isize, isize); 25] = [
    (-3, -3),
    (-2, -2),
    (-1, -1),
    (0, 0),
    (1, 1),
    (2, 2),
    (3, 3),
    (-3, -2),
    (-2, -1),
    (-1, 0),
    (0, 1),
    (1, 2),
    (2, 3),
    (-3, -1),
    (-2, 0),
    (-1, 1),
    (0, 2),
    (1, 3),
    (-3, 0),
    (-2, 1),
    (-1, 2),
    (0, 3),
    (-2, 2),
    (0, 4),
    (-4, 0),
];

/// Where each character's word begins and ends; white space is an empty word behind the one before.
fn words(classes: &[char]) -> Vec<(usize, usize)> {
    let mut out = Vec::with_capacity(classes.len());
    while out.len() < classes.len() {
        let start = out.len();
        let end = (start..classes.len()).find(|i| classes[*i] == ' ').unwrap_or(classes.len());
        out.extend(std::iter::repeat_n((start, end), end - start));
        if end < classes.len() {
            out.push((end, end));
        }
    }
    out
}

/// The innermost open mark before each character, and its place.
fn opened(chars: &[char]) -> Vec<(char, usize)> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut out = Vec::with_capacity(chars.len());
    for (at, c) in chars.iter().enumerate() {
        let straight = matches!(c, '"' | '\'');
        let closes =
            matches!(c, '”' | '’' | ')' | '>' | '》' | '〉' | '」' | '』' | ']') || straight && open.iter().any(|(o, _)| o == c);
        if closes {
            open.pop();
        }
        out.push(open.last().copied().unwrap_or(('.', at)));
        if !closes && (straight || matches!(c, '“' | '‘' | '(' | '<' | '《' | '〈' | '「' | '『' | '[')) {
            open.push((*c, at));
        }
    }
    out
}
