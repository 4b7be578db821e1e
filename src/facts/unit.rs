//! Units and counters, compiled from `units.toml`.

use super::passage::Passage;
use crate::lang::LangPack;
use crate::text::{is_hangul, order};
use std::sync::LazyLock;

/// The table of one file.
#[derive(Debug)]
pub(crate) struct UnitTable {
    unit: &'static [Unit],
    scale: &'static [Scale],
    currency: &'static [Currency],
}

/// A currency with its written names.
#[derive(Debug)]
pub(crate) struct Currency {
    code: &'static str,
    names: &'static [&'static str],
}

impl Currency {
    const NONE: Self = Self { code: "", names: &[] };
}

/// Names of one unit and how large it is beside others of its kind.
#[derive(Debug)]
pub(crate) struct Scale {
    names: &'static [&'static str],
    /// In metres or grams.
    size: f64,
}

impl Scale {
    const NONE: Self = Self { names: &[], size: 0.0 };
}

/// A unit with all its written names.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) names: &'static [&'static str],
    /// Names that stand before the number ("$").
    pub(crate) before: &'static [&'static str],
    /// Whether it is the hundredth part of another unit of its class.
    pub(crate) hundredth: bool,
    /// The kind of measure, as [`super::Quantity::class`]; `none` for words that only look like a unit.
    pub(crate) class: &'static str,
    /// Whether the name is the noun that is counted.
    pub(crate) noun: bool,
    /// Calendar months in one, 0 when it is no multiple of a month.
    pub(crate) months: u32,
    /// Seconds in one, 0 when it is no fixed length of time.
    pub(crate) seconds: u32,
}

impl UnitTable {
    const NONE: Self = Self { unit: &[], scale: &[], currency: &[] };
}

impl Unit {
    const NONE: Self = Self { names: &[], before: &[], hundredth: false, class: "other", noun: false, months: 0, seconds: 0 };
}

include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// Names with their units, in the order of the file, by their first characters.
type Index = Vec<(char, &'static Unit, &'static str)>;

fn index(names: fn(&Unit) -> &'static [&'static str]) -> Index {
    let mut index = Index::new();
    for unit in UNIT_TABLES.iter().flat_map(|table| table.unit) {
        for name in names(unit) {
            let first = name.chars().next().unwrap_or_default();
            index.push((first, unit, name));
            if name.len() >= WORD_MIN && first.is_ascii_lowercase() {
                index.push((first.to_ascii_uppercase(), unit, name));
            }
        }
    }
    order::by(&mut index, |(first, ..)| *first as usize);
    index
}

/// The units whose names begin with a character.
fn beginning(index: &Index, first: char) -> &[(char, &'static Unit, &'static str)] {
    let start = index.partition_point(|(other, ..)| *other < first);
    let count = index[start..].partition_point(|(other, ..)| *other == first);
    &index[start..start + count]
}

static NAMES: LazyLock<Index> = LazyLock::new(|| index(|unit| unit.names));
static BEFORE: LazyLock<Index> = LazyLock::new(|| index(|unit| unit.before));

/// The unit with the longest name that stands at `at`, and where the name ends. A Latin name must end its word.
pub(crate) fn read(passage: &Passage<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let named = beginning(&NAMES, passage.char(at)?).iter();
    let found = named.filter_map(|&(_, unit, name)| {
        let end = read_name(passage, at, name)?;
        let latin = name.ends_with(|c: char| c.is_ascii_alphabetic());
        let cut = latin && passage.char(end).is_some_and(|c| c.is_ascii_alphanumeric());
        // "3분의 준비": minutes, no part of a whole.
        let part = name == "분의"
            && !passage.char(passage.skip_space(end)).is_some_and(|c| c.is_ascii_digit() || "일이삼사오육칠팔구".contains(c));
        (!cut && !part).then_some((unit, end))
    });
    // The first of equals wins, so that the order of the file decides ("분" as people or as minutes is left to the caller).
    found.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// The end of a name at a position. Latin words of four letters and more may be written in capitals.
fn read_name(passage: &Passage<'_>, at: usize, name: &str) -> Option<usize> {
    if name.len() < WORD_MIN || !name.is_ascii() {
        return passage.read(at, name);
    }
    let same = |(i, c): (usize, char)| passage.char(at + i).is_some_and(|own| own.eq_ignore_ascii_case(&c));
    name.chars().enumerate().all(same).then_some(at + name.len())
}

/// Shorter Latin names are symbols, whose capitals say something ("mW", "MW").
const WORD_MIN: usize = 4;

/// The unit whose name before a number ends the longest at a position, and where it ends: "$", "EUR ".
pub(crate) fn before(passage: &Passage<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let named = beginning(&BEFORE, passage.char(at)?).iter();
    let found = named.filter_map(|&(_, unit, name)| Some((unit, passage.read(at, name)?)));
    found.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// The first unit of a class: for numbers whose unit is a sign before them or a noun outside the table.
pub(crate) fn of_class(class: &str) -> Option<&'static Unit> {
    UNIT_TABLES.iter().flat_map(|table| table.unit).find(|unit| unit.class == class)
}

/// How large the unit of a written name is, in metres or grams.
pub(crate) fn size(name: &str) -> Option<f64> {
    let scales = UNIT_TABLES.iter().flat_map(|table| table.scale);
    scales.into_iter().find(|scale| scale.names.contains(&name)).map(|scale| scale.size)
}

/// The code of the currency of a written name, or empty.
pub(crate) fn currency(name: &str) -> &'static str {
    let currencies = UNIT_TABLES.iter().flat_map(|table| table.currency);
    currencies.into_iter().find(|currency| currency.names.contains(&name)).map_or("", |currency| currency.code)
}

/// The unit of a written name.
pub(crate) fn named(name: &str) -> Option<&'static Unit> {
    UNIT_TABLES.iter().flat_map(|table| table.unit).find(|unit| unit.names.contains(&name))
}

/// "9초63", "1402원20전": the hundredths right behind the unit, in that unit, and where they end.
pub(crate) fn hundredths(passage: &Passage<'_>, end: usize) -> Option<(f64, usize)> {
    let digit = |i: usize| passage.char(i).and_then(|c| c.to_digit(10));
    if passage.before(end) == Some('원') {
        let first = digit(end)?;
        let (value, jeon) = digit(end + 1).map_or((first, end + 1), |second| (first * 10 + second, end + 2));
        return passage.read(jeon, "전").map(|after| (f64::from(value) / 100.0, after));
    }
    let value = digit(end)? * 10 + digit(end + 1)?;
    (passage.before(end) == Some('초') && digit(end + 2).is_none()).then_some((f64::from(value) / 100.0, end + 2))
}

/// Whether nothing but a particle or a tail follows the unit up to the end of the word.
pub(crate) fn ends(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let Some(next) = passage.char(end) else { return true };
    // "50대 1,197명", "50대 1만 명": no "50 to 1".
    let goes_on = next == '만' || matches!(next, ',' | '.') && passage.char(end + 1).is_some_and(|c| c.is_ascii_digit());
    if goes_on && passage.before(end).is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    if !is_hangul(next) {
        return !next.is_ascii_alphanumeric() || passage.before(end).is_some_and(is_hangul) && next.is_ascii_digit();
    }
    let tail: String = passage.chars[end..].iter().take_while(|c| is_hangul(**c)).collect();
    let known = |t: &str| lang.grammar.particles.contains(t) || lang.number_words.unit_tails.contains(t);
    if known(&tail) || lang.grammar.copulas.begins(&tail) {
        return true;
    }
    lang.number_words.unit_tails.iter().any(|first| tail.strip_prefix(first).is_some_and(known))
}
