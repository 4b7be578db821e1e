//! Text positions and white space: the ground floor.
//!
//! Positions inside the core are bytes of UTF-8; the browser floor converts to UTF-16, exports to code points.

use serde::Serialize;

pub mod enclosure;
pub mod order;
pub mod sentence;
pub mod similar;

pub use sentence::sentences;

/// A half-open range of UTF-8 bytes in some text, `start <= end`, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The text that the span covers, or an empty string when it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range in Unicode code points of a text, as exports count.
    pub fn code_points(self, text: &CodePoints<'_>) -> (usize, usize) {
        (text.before(self.start as usize), text.before(self.end as usize))
    }
}

/// Counts the code points before any byte of a text without reading all of it each time.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before every [`COUNTED_BYTES`]th byte.
    marks: Vec<usize>,
}

/// Bytes between counts that are kept.
const COUNTED_BYTES: usize = 512;

impl<'a> CodePoints<'a> {
    /// Of a text.
    pub fn of(text: &'a str) -> Self {
        let begins = |bytes: &[u8]| bytes.iter().filter(|b| **b & 0xc0 != 0x80).count();
        let count = |sum: &mut usize, chunk: &[u8]| {
            let before = *sum;
            *sum += begins(chunk);
            Some(before)
        };
        Self { text, marks: text.as_bytes().chunks(COUNTED_BYTES).scan(0, count).collect() }
    }

    /// Code points that begin before a byte.
    fn before(&self, byte: usize) -> usize {
        let at = (byte / COUNTED_BYTES).min(self.marks.len().saturating_sub(1));
        let rest = &self.text.as_bytes()[(at * COUNTED_BYTES).min(byte)..byte.min(self.text.len())];
        self.marks.get(at).copied().unwrap_or_default() + rest.iter().filter(|b| **b & 0xc0 != 0x80).count()
    }
}

/// White space as HTML collapses it, and the space characters that publishers put between words. The ideographic
/// space U+3000 is text: Japanese and Chinese headlines are set with it.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() && c != IDEOGRAPHIC_SPACE || matches!(c, '\u{a0}' | '\u{200b}' | '\u{feff}' | '\u{3164}')
}

/// U+3000, as wide as a Han character; paragraphs are indented with it, which is layout and falls away at the ends.
pub const IDEOGRAPHIC_SPACE: char = '\u{3000}';

/// Runs of white space become one space; none at the ends.
///
/// ```
/// assert_eq!(malgeun::text::collapse(" 맑은\u{a0}\n  하늘 "), "맑은 하늘");
/// ```
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.trim_matches(IDEOGRAPHIC_SPACE).to_owned()
}

/// [`char::is_alphanumeric`], which looks long for Hangul.
pub fn is_letter_or_digit(c: char) -> bool {
    is_hangul(c) || c.is_alphanumeric()
}

/// Whether the character is a Hangul syllable or letter.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}')
}

/// As `char::is_alphanumeric`, quick for the letters and signs of most pages, which the standard library searches in a table.
pub fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_known_letter(c).unwrap_or_else(|| c.is_alphanumeric()) }
}

/// As `char::is_alphabetic`, likewise.
pub fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { is_known_letter(c).unwrap_or_else(|| c.is_alphabetic()) }
}

/// Whether a letter is a capital of Latin, Greek or Cyrillic. The tables for all scripts weigh 2 kB in the facts part.
pub fn is_capital(c: char) -> bool {
    let even = (c as u32).is_multiple_of(2);
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ÿ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'Ѐ'..='Я' => true,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => even,
        'Ĺ'..='ň' | 'Ź'..='ž' => !even,
        _ => false,
    }
}

/// Whether a letter of the same scripts is a small one.
pub fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ' => true,
        'Ā'..='ž' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => !is_capital(c),
        _ => false,
    }
}

/// Whether a character is a letter, for those that are common beyond ASCII: Hangul, Han, kana, Latin with marks, Cyrillic,
/// Hebrew, Arabic; dashes, quotation marks and CJK punctuation are none.
fn is_known_letter(c: char) -> Option<bool> {
    match c {
        '가'..='힣' | '一'..='鿿' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' => Some(true),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ſ' | 'Ѐ'..='ҁ' | 'א'..='ת' | 'ؠ'..='ي' => Some(true),
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' => Some(false),
        _ => None,
    }
}

/// Whether the character is of a script that is written without spaces or in square signs (Hangul, Han, kana).
pub fn is_cjk(c: char) -> bool {
    is_hangul(c)
        || matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(super::is_alphabetic(c), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn capitals_are_those_of_unicode() {
        let scripts = ['\0'..='ž', 'Α'..='ώ', 'Ѐ'..='џ', 'Ḁ'..='ẕ', 'Ạ'..='ỿ'];
        for c in scripts.into_iter().flatten() {
            assert_eq!(super::is_capital(c), c.is_uppercase(), "{c:?}");
            assert!(!super::is_small(c) || c.is_lowercase(), "{c:?}");
            assert!(super::is_small(c) || !c.is_lowercase() || matches!(c, 'ª' | 'µ' | 'º' | 'ĸ' | 'ŉ'), "{c:?}");
        }
    }
}
