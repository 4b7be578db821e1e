//! What the tagger sees of each character, as hashed keys: characters around, parts of the word, shapes, words before and
//! after, flags of the rules, and lists of names. Digits are alike, because values are not its business. Korean names are told
//! by their syllables and what stands beside them, English ones by runs of capitalised words.

use super::flags::Flag;
use super::lists::Lists;

mod capitals;

/// Bits of a key: enough that few of the features in use share one.
pub const KEY_BITS: u32 = 23;

/// Keys of a character at most.
pub(super) const KEYS: usize = 64;

/// Which templates of features the taggers of a language use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Templates {
    /// Runs of characters, and syllables of names.
    Syllables,
    /// Runs of capitalised words.
    Capitals,
}

impl Templates {
    /// The templates of a language, by its code.
    pub fn of(lang: [u8; 2]) -> Self {
        if &lang == b"ko" { Self::Syllables } else { Self::Capitals }
    }
}

/// Keys of the characters of a sentence: one of each template, in their order.
#[derive(Debug, Default)]
pub struct Rows {
    keys: Vec<u32>,
    /// Keys of each character.
    width: usize,
}

impl Rows {
    /// Keys of each character, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.keys.chunks_exact(self.width.max(1))
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
struct Frame {
    chars: Around,
    classes: Around,
    flags: Around,
    /// Where each character's word (no white space in it) begins and ends.
    words: Vec<(usize, usize)>,
    /// Hash of the word from its beginning through each character.
    heads: Vec<u64>,
    /// Hash of the word from each character to its end.
    tails: Vec<u64>,
    /// What lists say of each character.
    listed: Around,
    /// What lists say of the syllables of names: 1 family name, 2 given name, 4 family name of two syllables.
    syllables: Around,
    /// The mark that opened the quotation or bracket around a character, and where.
    opened: Vec<(char, usize)>,
}

/// The keys of the characters of a sentence with the flags of the rules.
pub fn rows(chars: &[char], flags: &[Flag], (lists, templates): (&Lists, Templates)) -> Rows {
    let frame = Frame::new(chars, flags, lists);
    let mut out = Rows { keys: Vec::with_capacity(chars.len() * KEYS), width: 0 };
    let runs = if templates == Templates::Capitals { capitals::runs(&frame) } else { Vec::new() };
    for at in 0..chars.len() {
        let mut keys = Keys { row: [0; KEYS], made: 0 };
        let near = Near::new(&frame, at);
        match templates {
            Templates::Syllables => frame.add_korean(at, &near, &mut keys),
            Templates::Capitals => frame.add_english(at, &near, &runs, &mut keys),
        }
        out.keys.extend(&keys.row[..keys.made]);
        out.width = keys.made;
    }
    out
}

/// A value for each character, and what is said of places outside of the sentence.
struct Around(Vec<u64>);

/// Characters on either side that a feature looks at.
const REACH: usize = 4;
/// Those, and the character itself.
const WINDOW: usize = 2 * REACH + 1;

impl Around {
    fn new<T: Copy + Into<u64>>(values: &[T], outside: u64) -> Self {
        // One more behind the end, where the word after the last would be.
        let ends = |count| std::iter::repeat_n(outside, count);
        Self(ends(REACH).chain(values.iter().map(|value| (*value).into())).chain(ends(REACH + 1)).collect())
    }

    /// The values around a character, which stands at [`REACH`].
    fn at(&self, at: usize) -> &[u64; WINDOW] {
        self.0[at..].first_chunk().expect("both ends are padded")
    }
}

/// Keys as they are made, template after template.
struct Keys {
    row: [u32; KEYS],
    made: usize,
}

impl Keys {
    #[inline]
    fn add<const N: usize>(&mut self, parts: [u64; N]) {
        let template = self.made as u64 + 1;
        self.row[self.made] = key(parts.iter().fold(template, |hash, part| mix(hash, *part)));
        self.made += 1;
    }
}

/// The hash of the values `from` to `to` of a window, counted from its middle.
fn run(window: &[u64; WINDOW], from: isize, to: isize) -> u64 {
    let place = |by: isize| REACH.saturating_add_signed(by);
    window[place(from)..=place(to)].iter().fold(RUN, |hash, value| mix(hash, *value))
}

/// What the hash of a run begins with.
const RUN: u64 = 7;

impl Frame {
    fn new(raw: &[char], flags: &[Flag], lists: &Lists) -> Self {
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
        Self {
            chars: Around::new(&chars, 1),
            classes: Around::new(&classes, 1),
            flags: Around::new(flags, 99),
            words,
            heads,
            tails,
            listed: Around::new(&listed, 0),
            syllables: Around::new(&syllables, 0),
            opened,
        }
    }

    /// The characters of the sentence.
    fn letters(&self) -> Vec<char> {
        let chars = self.chars.0[REACH..].iter().take(self.words.len());
        chars.filter_map(|c| char::from_u32(*c as u32)).collect()
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

    fn add_korean(&self, at: usize, near: &Near, keys: &mut Keys) {
        runs(self.chars.at(at), keys);
        self.add_words(at, near, keys);
        self.add_shapes(at, keys);
        self.add_lists(at, near, keys);
        self.add_syllables(at, near, keys);
        debug_assert_eq!(keys.made, KEYS);
    }

    fn add_english(&self, at: usize, near: &Near, runs: &[capitals::Run], keys: &mut Keys) {
        self.add_shapes(at, keys);
        self.add_lists(at, near, keys);
        capitals::add(at, runs, keys);
    }

    fn add_words(&self, at: usize, near: &Near, keys: &mut Keys) {
        let c = self.chars.at(at)[REACH];
        let (start, end) = self.words[at];
        let before = if at > start { self.heads[at - 1] } else { 0 };
        let whole = if end > start { self.heads[end - 1] } else { 0 };
        let Near { offset, left, after } = *near;
        keys.add([self.heads[at]]);
        keys.add([before, 5]);
        keys.add([self.tails[at]]);
        keys.add([after, offset.min(3)]);
        keys.add([whole, offset]);
        keys.add([offset, left]);
        keys.add([offset, c]);
        keys.add([after, c]);
        let (previous, next) = (self.word_before(at), self.word_after(at));
        keys.add([self.head_of(previous, 99), offset.min(3)]);
        keys.add([self.tail_of(previous, 2), offset.min(3)]);
        keys.add([self.tail_of(previous, 1), self.heads[at]]);
        keys.add([self.head_of(next, 99), left.min(3)]);
        keys.add([self.head_of(next, 2), left.min(3)]);
        keys.add([self.head_of(next, 1), self.tails[at]]);
        keys.add([self.head_of(next, 2), after]);
        let second = previous.and_then(|w| w.0.checked_sub(2)).map(|i| self.words[i]);
        keys.add([self.tail_of(second, 2), offset.min(2)]);
        let later = next.and_then(|w| self.words.get(w.1 + 1).copied());
        keys.add([self.head_of(later, 2), left.min(2)]);
    }

    fn add_shapes(&self, at: usize, keys: &mut Keys) {
        let (chars, classes, flags) = (self.chars.at(at), self.classes.at(at), self.flags.at(at));
        let [.., before, c, after, _, _, _] = *chars;
        keys.add([run(classes, -1, 1)]);
        keys.add([run(classes, -2, 2)]);
        keys.add([run(classes, -3, 3)]);
        keys.add([run(classes, 0, 3), c]);
        let (open, place) = self.opened[at];
        keys.add([open as u64, (at - place).min(3) as u64]);
        keys.add([open as u64, classes[REACH - 1], classes[REACH + 1]]);
        let flag = run(flags, 0, 0);
        keys.add([flag]);
        keys.add([run(flags, -1, 1)]);
        keys.add([run(flags, -2, 2)]);
        keys.add([flag, c]);
        keys.add([run(flags, 0, 1), c, after]);
        keys.add([flag, after, before]);
    }

    fn add_lists(&self, at: usize, near: &Near, keys: &mut Keys) {
        let listed = self.listed.at(at);
        let (_, end) = self.words[at];
        let Near { left, after, .. } = *near;
        let here = run(listed, 0, 0);
        keys.add([here]);
        keys.add([run(listed, -1, 1)]);
        keys.add([here, after]);
        keys.add([here, self.listed.at(end)[REACH + 1], left.min(3)]);
    }

    fn add_syllables(&self, at: usize, near: &Near, keys: &mut Keys) {
        let (start, end) = self.words[at];
        let Near { offset, left, .. } = *near;
        let syllables = self.syllables.at(start);
        let syllable = |i: usize| if start + i < end { syllables[REACH + i] } else { 0 };
        let name = syllable(0) & 5 | (syllable(1) & 6) << 3 | (syllable(2) & 2) << 5 | (syllable(3) & 2) << 6;
        keys.add([name, offset]);
        keys.add([name, offset, left]);
        let suffix = (start + 3).min(end);
        keys.add([name, offset, if suffix < end { self.tails[suffix] } else { 1 }]);
        let [_, _, second, first, c, next, later, ..] = *self.syllables.at(at);
        keys.add([first, c, next, later]);
        keys.add([second, first, c, next]);
    }
}

/// Where a character stands in its word.
struct Near {
    /// Characters before it, at most 5.
    offset: u64,
    /// Characters from it to the end, at most 5.
    left: u64,
    /// Hash of what follows it.
    after: u64,
}

impl Near {
    fn new(frame: &Frame, at: usize) -> Self {
        let (start, end) = frame.words[at];
        let after = if at + 1 < end { frame.tails[at + 1] } else { 1 };
        Self { offset: (at - start).min(5) as u64, left: (end.max(at + 1) - at).min(5) as u64, after }
    }
}

/// The keys of the runs of characters: those that begin together are hashed together.
fn runs(chars: &[u64; WINDOW], keys: &mut Keys) {
    let mut hashes = [[0; REACH + 1]; WINDOW];
    for (from, hashes) in hashes.iter_mut().enumerate() {
        let mut hash = RUN;
        for (c, slot) in chars[from..].iter().zip(hashes) {
            hash = mix(hash, *c);
            *slot = hash;
        }
    }
    for (from, to) in RUNS {
        keys.add([hashes[REACH.saturating_add_signed(from)][from.abs_diff(to)]]);
    }
    keys.add([chars[REACH - 1], chars[REACH + 1]]);
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
