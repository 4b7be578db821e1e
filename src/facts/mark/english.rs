//! English marks: ordinals, plain numbers, "a gallon", lengths of time.

use super::Marked;
use crate::facts::number::{self, Form};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::quantity;
use crate::facts::unit;
use crate::lang::LangPack;
use crate::text::is_alphanumeric;

/// A number that is no quantity of the reader's.
pub(super) fn other(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    if passage.before(at).is_some_and(|c| is_alphanumeric(c) || matches!(c, '.' | '\'' | '’')) {
        return None;
    }
    ordinal(passage, at, lang)
        .or_else(|| article(passage, at))
        .or_else(|| length(passage, at, lang))
        .or_else(|| plain(passage, at, lang))
}

/// Whether a temporal expression is a number with a unit of time.
pub(super) fn is_length(passage: &Passage<'_>, date: Stretch) -> bool {
    let text = passage.of(date);
    let number = text.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase());
    let last = text.rsplit([' ', '-']).next().unwrap_or_default();
    number && unit::named(last).is_some_and(|unit| unit.class == "duration")
}

/// Where numbers with units of length, mass and the like stand, whatever else they may be.
pub(super) fn measures(passage: &Passage<'_>, lang: &LangPack) -> Vec<Stretch> {
    let all = quantity::find(passage, &[], lang).into_iter();
    all.filter(|c| matches!(c.quantity.class, "length" | "mass" | "area" | "other")).map(|c| c.at).collect()
}

/// Whether a temporal expression is an ordinal alone ("the 25th" leaves open of what).
pub(super) fn is_ordinal(passage: &Passage<'_>, date: Stretch, lang: &LangPack) -> bool {
    date.start < date.end && ordinal(passage, date.start, lang).is_some_and(|mark| mark.at.end >= date.end)
}

/// "2nd", "fourth", "twenty-fifth".
fn ordinal(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    let mark = |end, value| Some(Marked { at: Stretch::new(at, end), kind: "ORDINAL", value: Some(value), unit: String::new() });
    let ends = |end: usize| passage.char(end).is_none_or(|c| !is_alphanumeric(c));
    if passage.chars[at].is_ascii_digit() {
        let number = number::read(passage, at, &lang.number_words)?;
        let end = passage.read_any(number.end, &["st", "nd", "rd", "th"]).filter(|&end| ends(end))?;
        return mark(end, number.value);
    }
    let tens = lang.number_words.counting.iter().filter(|w| w.value >= 20.0);
    let tens = tens.filter_map(|w| Some((w.value, read_word(passage, at, w.word)?))).next();
    let gap = |end: usize| end + usize::from(matches!(passage.char(end), Some('-' | ' ' | '—')));
    let from = tens.map_or(at, |(_, end)| gap(end));
    let ones = lang.number_words.ordinal.iter().filter_map(|w| Some((w.value, read_word(passage, from, w.word)?)));
    let (value, end) = ones.filter(|&(_, end)| ends(end)).max_by_key(|found| found.1)?;
    let tens = tens.map_or(0.0, |found| found.0);
    (tens == 0.0 || value < 10.0).then(|| mark(end, tens + value)).flatten()
}

/// The end of a word in small or in capital letters.
fn read_word(passage: &Passage<'_>, at: usize, word: &str) -> Option<usize> {
    let same = |(i, c): (usize, char)| passage.char(at + i).is_some_and(|own| own.eq_ignore_ascii_case(&c));
    word.chars().enumerate().all(same).then_some(at + word.len())
}

/// "a gallon", "half a liter": one of a measure.
fn article(passage: &Passage<'_>, at: usize) -> Option<Marked> {
    let words =
        [("half an ", 0.5), ("half a ", 0.5), ("half ", 0.5), ("half-", 0.5), ("quarter-", 0.25), ("an ", 1.0), ("a ", 1.0)];
    let (value, from) = words.iter().find_map(|(word, value)| read_word(passage, at, word).map(|end| (*value, end)))?;
    let (unit, end) = unit::read(passage, from)?;
    let measure = matches!(unit.class, "length" | "area" | "mass" | "other" | "money");
    let name = passage.of(Stretch::new(from, end));
    let kind = if unit.class == "money" && !name.eq_ignore_ascii_case("pound") { "MONEY" } else { "QUANTITY" };
    (measure && end > from + 1).then(|| Marked { at: Stretch::new(at, end), kind, value: Some(value), unit: name.to_owned() })
}

/// "3 years", "two-year": lengths of time are quantities where corpora count them so.
fn length(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    let number = number::read(passage, at, &lang.number_words)?;
    let from = passage.skip_space(number.end) + usize::from(passage.char(number.end) == Some('-'));
    let (_, end) = unit::read(passage, from).filter(|(unit, _)| unit.class == "duration")?;
    let name = passage.of(Stretch::new(from, end)).to_owned();
    Some(Marked { at: Stretch::new(at, end), kind: "QUANTITY", value: Some(number.value), unit: name })
}

/// A number alone.
fn plain(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    let signed = matches!(passage.chars[at], '-' | '−');
    let number = number::read(passage, at, &lang.number_words)?;
    let one = number.form == Form::Counting && number.value == 1.0;
    let glued = passage.char(number.end).is_some_and(|c| c.is_ascii_alphanumeric());
    let written = passage.chars[at + usize::from(signed)].is_ascii_digit() || number.form == Form::Counting;
    let part =
        matches!(passage.char(number.end), Some('/' | ':')) || passage.before(at).is_some_and(|c| matches!(c, '/' | ':' | '-'));
    (written && !one && !glued && !part).then(|| Marked {
        at: Stretch::new(at, number.end),
        kind: "QUANTITY",
        value: Some(number.value),
        unit: String::new(),
    })
}
