//! Numbers in words and numbers that begin with a word: "두 번째", "하나", "서른", "제20회", "시즌3", "중2".

use super::{Marked, follows, words};
use crate::facts::number::{self, Form};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::unit;
use crate::lang::LangPack;
use crate::text::{is_alphanumeric, is_hangul};

/// Years of a school at most.
const SCHOOL_YEARS: f64 = 6.0;

/// "제20회", "시즌3", "톱10", "중2", "초속 7m": the word and its number.
pub(super) fn prefixed(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    let before = passage.before(at);
    let free = before.is_none_or(|c| !is_alphanumeric(c));
    let number = |end: usize| {
        let digit = passage.char(end).is_some_and(|c| c.is_ascii_digit());
        if digit { number::read(passage, end, &lang.number_words) } else { None }
    };
    let mark = |end, kind, value| Some(Marked { at: Stretch::new(at, end), kind, value: Some(value), unit: String::new() });
    if let Some((end, number)) = passage.read_any(at, words().schools).filter(|_| free).and_then(|end| Some((end, number(end)?)))
    {
        let after = passage
            .char(number.end)
            .is_none_or(|c| !is_alphanumeric(c) || matches!(c, '때' | '이' | '인' | '부' | '까' | '가' | '는'));
        if number.value <= SCHOOL_YEARS && number.end == end + 1 && after {
            return mark(number.end, "ORDINAL", number.value);
        }
    }
    if let Some(number) = passage.read_any(at, words().speed).filter(|_| free).and_then(|end| number(passage.skip_space(end))) {
        let (_, end) = follows(passage, &number, lang).unwrap_or(("", number.end));
        return mark(end, "QUANTITY", number.value);
    }
    let number = passage.read_any(at, words().before).filter(|_| free).and_then(number)?;
    let unit = follows(passage, &number, lang).map(|(_, end)| end);
    let end = unit.filter(|&end| unit::ends(passage, end, lang)).unwrap_or(number.end);
    mark(end, "ORDINAL", number.value)
}

/// "하나", "두세 번", "두 번째", "세 학자", "서른", "절반".
pub(super) fn in_words(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    let words = words();
    let mark = |end, kind, value| Some(Marked { at: Stretch::new(at, end), kind, value, unit: String::new() });
    if let Some(end) = passage.read_any(at, words.first).filter(|&end| unit::ends(passage, end, lang)) {
        return mark(end, "ORDINAL", Some(1.0));
    }
    let whole = words.whole.iter().position(|word| passage.read(at, word).is_some_and(|end| unit::ends(passage, end, lang)));
    if let Some(index) = whole {
        return mark(passage.read(at, words.whole[index])?, "QUANTITY", Some(index as f64 + 1.0));
    }
    let jubilee = words.jubilee.iter().find_map(|j| passage.read(at, j.word).map(|end| (j.age, end)));
    if let Some((age, end)) = jubilee.filter(|&(_, end)| unit::ends(passage, end, lang)) {
        return mark(end, "AGE", Some(age));
    }
    if let Some(end) = passage.read_any(at, words.half).filter(|&end| unit::ends(passage, end, lang)) {
        return mark(end, "PERCENT", Some(50.0));
    }
    if let Some(end) = passage.read_any(at, words.few) {
        let end = unit::read(passage, passage.skip_space(end)).filter(|u| u.0.class != "duration").map(|u| u.1)?;
        return mark(end, "QUANTITY", None);
    }
    let number = number::read(passage, at, &lang.number_words).filter(|n| matches!(n.form, Form::Counting | Form::Sino))?;
    if let Some(fraction) = fraction(passage, at, &number, lang) {
        return Some(fraction);
    }
    if let Some(end) = passage.read_any(passage.skip_space(number.end), &["번째"]) {
        return mark(end, "ORDINAL", Some(number.value));
    }
    if let Some(end) = passage.read(number.end, "등").filter(|&end| number.form == Form::Sino && unit::ends(passage, end, lang))
    {
        return mark(end, "ORDINAL", Some(number.value));
    }
    let alone = words.decades.iter().any(|decade| passage.read(at, decade).is_some()) && unit::ends(passage, number.end, lang);
    if alone {
        return mark(number.end, "AGE", Some(number.value));
    }
    counted(passage, at, &number, lang)
}

/// "삼분의 일", "3분의 2": a part of a whole, in percent.
pub(super) fn fraction(passage: &Passage<'_>, at: usize, whole: &number::Number, lang: &LangPack) -> Option<Marked> {
    let part = number::part(passage, whole, &lang.number_words).filter(|_| whole.value > 0.0)?;
    let value = Some(part.value / whole.value * 100.0);
    Some(Marked { at: Stretch::new(at, part.end), kind: "PERCENT", value, unit: String::new() })
}

/// A counting word with its counter or the noun that it counts.
fn counted(passage: &Passage<'_>, at: usize, number: &number::Number, lang: &LangPack) -> Option<Marked> {
    let from = passage.skip_space(number.end);
    let mark = |end, kind| Some(Marked { at: Stretch::new(at, end), kind, value: Some(number.value), unit: String::new() });
    if let Some(end) = passage.read_any(from, &["번째", "째"]) {
        return mark(end, "ORDINAL");
    }
    let spaced = from > number.end;
    let ends = |&(_, end): &(&unit::Unit, usize)| unit::ends(passage, end, lang);
    let usable = |u: &unit::Unit| !matches!(u.class, "none" | "duration");
    let age = passage.read(from, "살").filter(|_| number.form == Form::Counting);
    if let Some(end) = age {
        return mark(end, "AGE");
    }
    let other_word = matches!(passage.chars[number.end - 1], '석' | '서' | '넉' | '열');
    if number.form != Form::Counting || !spaced && other_word {
        return None;
    }
    if !spaced && number.value < 10.0 {
        let end = passage.read_any(from, words().glued).filter(|&end| unit::ends(passage, end, lang) || end > from + 1)?;
        return mark(end, "QUANTITY");
    }
    let many = number.value >= 2.0;
    if let Some((unit, end)) = unit::read(passage, from).filter(|u| usable(u.0)).filter(ends) {
        return mark(end, super::of_class(unit.class));
    }
    let noun = (from..).take_while(|&i| passage.char(i).is_some_and(is_hangul)).count();
    let two = matches!(passage.chars[number.end - 1], '두' | '세');
    if spaced && many && two && number.end == at + 1 && noun >= 2 {
        let word = crate::facts::word::words(passage, Stretch::new(from, from + noun), &lang.grammar).first().copied()?;
        return mark(word.stem.end, "QUANTITY");
    }
    None
}
