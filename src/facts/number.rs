//! Numbers as they are written: `1,250`, `3.5`, `5만1425`, `1조 2,500억`, `2천322`, `스물일곱`, `수십`, `1.5 million`.
//! In: a passage and a position. Out: the value, where it ends, and how exactly it is printed.

use super::passage::Passage;
use super::unit;
use std::cell::RefCell;

use crate::lang::NumberWords;
use korean::{composed, counting, several};

mod english;
pub(crate) mod han;
mod korean;

/// A number that stands in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// Value of one unit of the last printed digit: 0.1 for `5.3`, 1e4 for `4000만`.
    pub(crate) step: f64,
    /// One past its last character.
    pub(crate) end: usize,
    pub(crate) form: Form,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It begins with a digit.
    Digits,
    /// Sino-Korean words ("이십").
    Sino,
    /// Native words ("스물").
    Counting,
    /// Several tens ("수십"): the value is the least it can mean.
    Several,
}

/// From here on a magnitude closes a section ("만", "억") and the next may stand after a space.
const SECTION: f64 = 1e4;

/// Reads the number that begins exactly at `at`.
pub(crate) fn read(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    passage.numbers.of(at, passage.chars.len(), || read_anew(passage, at, words))
}

/// Numbers by the place where they begin. Dates, quantities and marks each ask at every word: it is read once.
#[derive(Debug, Default)]
pub(crate) struct KnownNumbers {
    /// Of each character, one more than the place of its answer.
    places: RefCell<Vec<u32>>,
    answers: RefCell<Vec<Option<Number>>>,
}

impl KnownNumbers {
    fn of(&self, at: usize, characters: usize, read: impl FnOnce() -> Option<Number>) -> Option<Number> {
        if at >= characters {
            return None;
        }
        let known = self.places.borrow().get(at).and_then(|place| place.checked_sub(1));
        if let Some(place) = known {
            return self.answers.borrow()[place as usize];
        }
        let number = read();
        let (mut places, mut answers) = (self.places.borrow_mut(), self.answers.borrow_mut());
        places.resize(characters, 0);
        answers.push(number);
        places[at] = answers.len() as u32;
        number
    }
}

/// "3분의 1": the part, behind what it is a part of. "4분의 1만 남았다": the particle is no ten thousand.
pub(crate) fn part(passage: &Passage<'_>, whole: &Number, words: &NumberWords) -> Option<Number> {
    let part = read(passage, passage.skip_space(passage.read(whole.end, "분의")?), words)?;
    let only = part.value >= SECTION && part.value > whole.value && passage.before(part.end) == Some('만');
    Some(if only { Number { value: part.value / SECTION, end: part.end - 1, ..part } } else { part })
}

fn read_anew(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    let sign = passage.char(at).filter(|c| matches!(c, '-' | '−' | '–' | '△' | '▲')).is_some();
    let start = at + usize::from(sign);
    if is_han(words) {
        let number = han::read(passage, start, words)?;
        return Some(Number { value: if sign { -number.value } else { number.value }, ..number });
    }
    if passage.char(start).is_some_and(|c| c.is_ascii_digit()) {
        let mut number = fraction(passage, start, words).or_else(|| composed(passage, start, words))?;
        number.value *= if sign { -1.0 } else { 1.0 };
        return Some(number);
    }
    if sign {
        return None;
    }
    if passage.char(at).is_some_and(|c| c.is_ascii_alphabetic()) {
        return english::read(passage, at, words);
    }
    several(passage, at, words).or_else(|| counting(passage, at, words)).or_else(|| composed(passage, at, words))
}

/// "1/4 inch": a fraction, where English words count it and a unit follows.
fn fraction(passage: &Passage<'_>, start: usize, words: &NumberWords) -> Option<Number> {
    let (above, _, bar) = digits(passage, start).filter(|_| !words.fraction.is_empty())?;
    let (below, _, end) = digits(passage, passage.read(bar, "/")?).filter(|part| part.0 > 0.0)?;
    let measured = unit::read(passage, passage.skip_space(end))
        .is_some_and(|(u, _)| matches!(u.class, "length" | "mass" | "area" | "other"));
    measured.then_some(Number { value: above / below, step: 1.0 / below, end, form: Form::Digits })
}

/// Whether the words are those of Chinese or Japanese.
fn is_han(words: &NumberWords) -> bool {
    words.sino.first().is_some_and(|zero| zero.starts_with(['〇', '零']))
}

/// Signs of a part of one.
const PARTS: &[(char, f64)] = &[('½', 0.5), ('¼', 0.25), ('¾', 0.75), ('⅓', 1.0 / 3.0), ('⅔', 2.0 / 3.0)];

/// A run of digits with thousands commas and decimals: value, value of its last digit, end.
pub(super) fn digits(passage: &Passage<'_>, start: usize) -> Option<(f64, f64, usize)> {
    let wide = |c: char| han::is_wide(c).then(|| u32::from(c) - u32::from('０'));
    let digit = |i: usize| passage.char(i).and_then(|c| c.to_digit(10).or_else(|| wide(c)));
    let part = |i: usize| passage.char(i).and_then(|c| PARTS.iter().find(|(sign, _)| *sign == c)).map(|found| found.1);
    let (mut value, mut at) = (0.0, start);
    while let Some(d) = digit(at) {
        value = value * 10.0 + f64::from(d);
        at += 1;
        let group = passage.char(at) == Some(',') && (1..=3).all(|k| digit(at + k).is_some()) && digit(at + 4).is_none();
        at += usize::from(group);
    }
    if at == start {
        return None;
    }
    let mut step = 1.0;
    if let Some(part) = part(at) {
        return Some((value + part, part, at + 1));
    }
    if passage.char(at) == Some('.') && digit(at + 1).is_some() {
        at += 1;
        let mut decimals = 0;
        while let Some(d) = digit(at) {
            value = value * 10.0 + f64::from(d);
            decimals += 1;
            at += 1;
        }
        let scale = 10f64.powi(decimals);
        value /= scale;
        step = 1.0 / scale;
    }
    Some((value, step, at))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::facts::passage::Passage;
    use crate::lang::LangPack;

    #[track_caller]
    fn check(text: &str, value: f64, step: f64, written: &str) {
        let passage = Passage::new(0, text);
        let lang = if text.is_ascii() { "en" } else { "ko" };
        let number = read(&passage, 0, &LangPack::of(lang).expect("the pack is compiled in").number_words).expect(text);
        let end = text.char_indices().nth(number.end).map_or(text.len(), |(byte, _)| byte);
        assert_eq!((number.value, &text[..end]), (value, written), "{text}");
        assert!((number.step / step - 1.0).abs() < 1e-9, "{text}: step {}", number.step);
    }

    #[test]
    fn numbers_are_read_as_written() {
        check("1,250원", 1250.0, 1.0, "1,250");
        check("3.5%다", 3.5, 0.1, "3.5");
        check("5만1425명", 51425.0, 1.0, "5만1425");
        check("1조 2,500억 원", 1.25e12, 1e8, "1조 2,500억");
        check("2천322㎡", 2322.0, 1.0, "2천322");
        check("4천600만 명", 4.6e7, 1e4, "4천600만");
        check("75억4000만위안", 7.54e9, 1e4, "75억4000만");
        check("1.5조원", 1.5e12, 1e11, "1.5조");
        check("-2.0%", -2.0, 0.1, "-2.0");
        check("5만 8200원", 58200.0, 1.0, "5만 8200");
        check("4천 820만 달러", 4.82e7, 1e4, "4천 820만");
        check("1천 1백 70만 달러", 1.17e7, 1e4, "1천 1백 70만");
        check("2천 345 달러", 2345.0, 1.0, "2천 345");
        check("50 만 배럴", 5e5, 1e4, "50 만");
        check("일점이삼달러", 1.23, 0.01, "일점이삼");
        check("백스물다섯 번째", 125.0, 1.0, "백스물다섯");
        check("3억 2명", 3e8, 1e8, "3억");
        check("스물일곱 명", 27.0, 1.0, "스물일곱");
        check("이백오십 명", 250.0, 10.0, "이백오십");
        check("수십만 명", 2e5, 2e5, "수십만");
        check("2023,2024", 2023.0, 1.0, "2023");
        check("1.5 million people", 1.5e6, 1e5, "1.5 million");
        check("twenty-three thousand men", 23000.0, 1000.0, "twenty-three thousand");
        check("one hundred and two", 102.0, 1.0, "one hundred and two");
        check("three million, two hundred & forty", 3_000_240.0, 1.0, "three million, two hundred & forty");
        check("a dozen eggs", 12.0, 12.0, "a dozen");
        check("half a million people", 5e5, 1e6, "half a million");
        check("two and a half miles", 2.5, 0.5, "two and a half");
        check("Two thirds of us", 2.0 / 3.0, 1.0 / 3.0, "Two thirds");
    }
}
