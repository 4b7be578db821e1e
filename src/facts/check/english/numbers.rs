//! The numbers of a passage that sums are made of: those with a unit, bare ones, and words that are a number of times.

use crate::facts::Quantity;
use crate::facts::number;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::quantity::Counted;
use crate::lang::LangPack;
use crate::text::{is_alphanumeric, is_capital, order};

/// Whole numbers without a comma in this range are years.
const YEARS: std::ops::Range<f64> = 1900.0..2100.0;
/// Bare numbers below it are ages, house numbers and the like as often as counts.
const BARE_MIN: f64 = 3.0;
/// Letters of a plural at least.
const THINGS_LETTERS: usize = 5;
/// "Raman, 24,": an age.
const AGE_MAX: f64 = 110.0;

/// The quantities of a passage, counts as plain numbers, and the bare numbers between them. `dates` are what other numbers belong to.
pub(crate) fn with_bare(passage: &Passage<'_>, counted: &[Counted], dates: &[Stretch], lang: &LangPack) -> Vec<Counted> {
    let mut out: Vec<Counted> = counted.to_vec();
    for counted in &mut out {
        // "9,420 calls" and "3,140 times" may be of one thing: what is counted is not asked.
        if counted.quantity.class == "count" || counted.quantity.class == "ratio" && counted.quantity.value > Some(TIMES_MAX) {
            counted.quantity = Quantity { unit: String::new(), class: "count", ..counted.quantity.clone() };
        }
    }
    let free = |at: Stretch| !dates.iter().any(|d| d.overlaps(at)) && !counted.iter().any(|c| c.at.overlaps(at));
    // The numbers with a unit that end before this place, and where the last number ends.
    let (mut passed, mut last) = (0, None);
    let mut at = 0;
    while at < passage.chars.len() {
        let begins =
            passage.before(at).is_none_or(|c| !is_alphanumeric(c) && !matches!(c, '.' | ',' | '-' | '/' | '$' | '£' | '€' | '₹'));
        while let Some(counted) = counted.get(passed).filter(|counted| counted.at.end <= at) {
            (passed, last) = (passed + 1, last.max(Some(counted.at.end)));
        }
        let found = begins.then(|| bare(passage, at, last, lang).or_else(|| multiple(passage, at, lang))).flatten();
        match found {
            Some(found) if free(found.at) => {
                (at, last) = (found.at.end, Some(found.at.end));
                out.push(found);
            }
            _ => at += 1,
        }
    }
    order::by(&mut out, |c| c.at);
    out
}

/// More times than this are a count of them.
const TIMES_MAX: f64 = 100.0;

/// A number to which no unit, no name and no other digits belong: in digits, before things that are counted, or behind "the other".
/// `last` is where the number before it ends.
fn bare(passage: &Passage<'_>, at: usize, last: Option<usize>, lang: &LangPack) -> Option<Counted> {
    let number::Number { value, step, end, form } = number::read(passage, at, &lang.number_words)?;
    let sentence = passage.sentence_of(at);
    let said = passage.of(Stretch::new(sentence.start.min(at), at));
    let listed = last.filter(|end| *end > sentence.start);
    let before = said.trim_end();
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    // "Seven pedestrians".
    let next = next_word(passage, end);
    let things = next.len() >= THINGS_LETTERS && next.ends_with('s') && next.starts_with(|c: char| c.is_ascii_lowercase());
    let written = form == number::Form::Digits || lang.sum_words.rest.contains(word) || things && listed.is_some();
    let closes = passage.char(end).is_none_or(|c| !is_alphanumeric(c) && !matches!(c, '%' | '-' | '/' | ':' | '°' | '\''));
    let year = YEARS.contains(&value) && end - at == 4;
    // "Route 89": part of a name; the first word of a sentence is none, and no name has "17,906".
    let capital = word.starts_with(is_capital) && before.contains(' ') && said.ends_with(' ');
    let grouped = passage.chars[at..end].contains(&',');
    // "The BJP had won 48, the Congress 36 and the JSP 11": a list goes on.
    let goes_on = || {
        let between = listed.map(|end| passage.of(Stretch::new(end, at)));
        between.is_some_and(|between| between.contains(", ") || between.contains(" and "))
    };
    let named = capital && !grouped && !goes_on() && !["'s", "’s", ","].iter().any(|end| word.ends_with(end));
    let age = value < AGE_MAX && word.ends_with(',') && capital && passage.char(end) == Some(',');
    let quantity = Quantity { value: Some(value), class: "count", ..Quantity::default() };
    let counts = written && closes && !year && !named && !age && value >= BARE_MIN;
    counts.then_some(Counted { at: Stretch::new(at, end), step, quantity })
}

/// Where a word ends, hyphens with it.
fn word_end(passage: &Passage<'_>, at: usize) -> usize {
    let rest = passage.chars.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|c| c.is_ascii_alphabetic() || **c == '-').count()
}

/// The word behind a space; nothing where none stands.
fn next_word<'a>(passage: &'a Passage<'_>, end: usize) -> &'a str {
    let begins = passage.char(end) == Some(' ') && passage.char(end + 1).is_some();
    if begins { passage.of(Stretch::new(end + 1, word_end(passage, end + 1))) } else { "" }
}

/// The first byte of "·".
const SEPARATOR: u8 = 0xc2;

/// "Twice", "doubled", "two-thirds", "a quarter".
fn multiple(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Counted> {
    if !passage.chars[at].is_alphabetic() {
        return None;
    }
    let of = |value: f64, end: usize| Counted {
        at: Stretch::new(at, end),
        step: value.min(1.0),
        quantity: Quantity { value: Some(value), class: "ratio", ..Quantity::default() },
    };
    let mut end = word_end(passage, at);
    let mut word = passage.of(Stretch::new(at, end)).to_ascii_lowercase();
    if word == "a" && passage.char(end) == Some(' ') {
        end = word_end(passage, end + 1);
        word = passage.of(Stretch::new(at, end)).to_ascii_lowercase();
        // "A third person", "a quarter mile".
        let next = next_word(passage, end);
        if next.starts_with(char::is_alphabetic) && !lang.sum_words.behind_part.contains(next) {
            return None;
        }
    }
    let value = lang.sum_words.multiples.iter().find_map(|entry| {
        let mut digits = entry.strip_prefix(word.as_str())?.chars().filter_map(|c| c.to_digit(10));
        let whole = entry.as_bytes().get(word.len()) == Some(&SEPARATOR);
        digits.next().zip(digits.next()).filter(|_| whole)
    });
    if let Some((dividend, divisor)) = value {
        return Some(of(f64::from(dividend) / f64::from(divisor), end));
    }
    let number = number::read(passage, at, &lang.number_words)?;
    (number.value < 1.0 && number.form == number::Form::Counting).then(|| of(number.value, number.end))
}
