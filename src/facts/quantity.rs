//! Quantities: numbers with a unit or with the noun that they count. In: passages and where their dates stand.
//! Out: [`Counted`] quantities with value, bounds and class; what they measure is said by [`super::measure`].

use super::number::{self, Form, Number};
use super::passage::{Passage, Stretch, covered};
use super::unit::{self, Unit};
use super::{Quantity, word};
use crate::lang::{LangPack, NumberWords};
use crate::text::enclosure::Marks;
use crate::text::{is_alphanumeric, is_hangul, is_space};

mod bounds;
mod doubt;
mod join;
mod level;
mod score;

pub(crate) use level::levels;
pub(crate) use score::scores;

/// A quantity where it stands, with what sums need to know of its print.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) at: Stretch,
    /// Value of one unit of the last printed digit.
    pub(crate) step: f64,
    pub(crate) quantity: Quantity,
}

/// A number with its unit, before bounds are known.
struct Measured<'p> {
    at: Stretch,
    number: Number,
    /// The lower number of a range ("5~10%").
    low: Option<Number>,
    unit: &'static Unit,
    /// The unit as written, without "대" and the like.
    name: &'p str,
}

/// The quantities of a passage in order. `dates` are the stretches of calendar dates and times, whose numbers are no quantities.
pub(crate) fn find(passage: &Passage<'_>, dates: &[Stretch], lang: &LangPack) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    let dated = covered(passage.chars.len(), dates);
    let mut at = 0;
    while at < passage.chars.len() {
        if dated[at] > 0 {
            at = dated[at];
            continue;
        }
        let is_free = |m: &Measured<'_>| dated[m.at.start..m.at.end].iter().all(|end| *end == 0);
        match measured(passage, at, lang).filter(is_free) {
            Some(found) => {
                at = found.at.end;
                let next = bounds::counted(passage, &found, lang);
                if !join::join(passage, out.last_mut(), &next, found.unit, lang) {
                    out.push(next);
                }
            }
            None => at = after_number(passage, at),
        }
    }
    out
}

/// A score ("3-2"), a currency sign with its number, or a number with a unit, that begins exactly at `at`.
fn measured<'p>(passage: &Passage<'p>, at: usize, lang: &LangPack) -> Option<Measured<'p>> {
    if !begins(passage, at, &lang.number_words) {
        return None;
    }
    let words = &lang.number_words;
    if let Some(found) = one_word(passage, at, lang).or_else(|| half(passage, at, lang)) {
        return Some(found);
    }
    let about = passage.read_any(at, words.about).map(|end| passage.skip_space(end));
    let mut start = about.unwrap_or(at);
    if let Some(share) = number::han::percent(passage, start, words) {
        let unit = unit::of_class("percent")?;
        return Some(Measured { at: Stretch::new(at, share.end), number: share, low: None, unit, name: "%" });
    }
    let sign = currency(passage, start);
    let name_at = Stretch::new(start, sign.map_or(start, |(_, end)| end));
    start = sign.map_or(start, |(_, end)| passage.skip_space(end));
    let first = number::read(passage, start, words)?;
    let (low, number) = range(passage, start, first, lang);
    if let Some((unit, _)) = sign {
        let number = large(passage, number);
        return Some(Measured { at: Stretch::new(at, number.end), number, low, unit, name: passage.of(name_at) });
    }
    let (unit, unit_at) = unit_of(passage, start, &number, lang)?;
    let (more, end) = rest(passage, unit.class, unit_at.end, lang);
    let step = match more {
        0.0 => number.step,
        // "두 배 반"
        _ if unit.class == "ratio" => more,
        _ => HUNDREDTH,
    };
    let number = Number { value: number.value + more, step, ..number };
    Some(Measured { at: Stretch::new(at, end), number, low, unit, name: passage.of(unit_at) })
}

/// What a length is told to that has more behind its unit ("9초63").
const HUNDREDTH: f64 = 0.01;

/// "2시간 반", "6개월여", "두 배 반", "1402원20전": what a number has behind its unit: how much more, and the end.
fn rest(passage: &Passage<'_>, class: &str, end: usize, lang: &LangPack) -> (f64, usize) {
    let whole = |after: &usize| unit::ends(passage, *after, lang);
    let half = || passage.read(passage.skip_space(end), "반").filter(whole).map(|after| (0.5, after));
    let odd = || passage.read(end, "여").filter(whole).map(|after| (0.0, after));
    let more = match class {
        "duration" => unit::hundredths(passage, end).or_else(half).or_else(odd),
        "money" => unit::hundredths(passage, end),
        "ratio" => half(),
        _ => None,
    };
    more.unwrap_or((0.0, end))
}

/// "절반": half of what is told.
fn half<'p>(passage: &Passage<'p>, at: usize, lang: &LangPack) -> Option<Measured<'p>> {
    let whole = |end: &usize| unit::ends(passage, *end, lang);
    let half = passage.read_any(at, lang.number_words.halves).filter(whole).map(|end| (0.5, end));
    let (value, end) =
        half.or_else(|| third(passage, at, lang).filter(|(_, end)| whole(end) || passage.char(*end) == Some('만')))?;
    let number = Number { value, step: 0.1, end, form: Form::Counting };
    Some(Measured { at: Stretch::new(at, end), number, low: None, unit: unit::named(HALF_UNIT)?, name: HALF_UNIT })
}

/// "3분의 1": a part of the whole.
fn third(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(f64, usize)> {
    if lang.code != "ko" {
        return None;
    }
    let whole = number::read(passage, at, &lang.number_words).filter(|n| n.value >= 2.0)?;
    let part = number::part(passage, &whole, &lang.number_words)?;
    Some((part.value / whole.value, part.end))
}

/// What a half is counted in: halves of the whole.
const HALF_UNIT: &str = "배";

/// "사흘", "일주일": a length of more than a day in one word.
fn one_word<'p>(passage: &Passage<'p>, at: usize, lang: &LangPack) -> Option<Measured<'p>> {
    let found = lang.time_words.length.iter().find_map(|word| passage.read(at, word.word).map(|end| (word, end)));
    let found = found.filter(|(word, _)| word.hours == 0);
    let (word, end) = found.filter(|f| unit::ends(passage, f.1, lang))?;
    let count: u32 = word.value.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let name = match word.value.chars().last()? {
        'D' if count > 1 => "일",
        'W' => "주",
        _ => return None,
    };
    let number = Number { value: f64::from(count), step: 1.0, end, form: Form::Counting };
    Some(Measured { at: Stretch::new(at, end), number, low: None, unit: unit::named(name)?, name })
}

/// "▲56시간 6.2% ▲60시간 6.8%": marks of a list, not of numbers below zero ("매출(▲3.2%)").
fn is_bullet(passage: &Passage<'_>, at: usize) -> bool {
    let more = passage.chars.iter().filter(|c| **c == passage.chars[at]).nth(1).is_some();
    let number = passage.chars[at + 1..].iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count();
    let unit = passage.char(passage.skip_space(at + 1 + number));
    let signed = unit.is_some_and(|c| matches!(c, '%' | '％' | '억' | '조' | '원' | 'p' | '포'));
    more && !signed && passage.inside(at, &[Marks::Round]).is_none()
}

/// A number begins where no letter or digit stands before it; words for numbers begin a word.
fn begins(passage: &Passage<'_>, at: usize, words: &NumberWords) -> bool {
    let before = passage.before(at);
    let c = passage.chars[at];
    if matches!(c, '△' | '▲') && is_bullet(passage, at) {
        return false;
    }
    if matches!(c, '-' | '−' | '△' | '▲') {
        return before.is_none_or(|b| is_space(b) || matches!(b, '(' | '→' | '~' | '·'));
    }
    if number::han::begins(c, words) {
        return before
            .is_none_or(|b| !number::han::begins(b, words) && !b.is_ascii_alphanumeric() && !matches!(b, '第' | '.' | ','));
    }
    if c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '¥' | '￥' | '₩' | '₹') {
        let ordinal = before == Some('제') && passage.before(at.saturating_sub(1)).is_none_or(|b| !is_hangul(b));
        let inside = before.is_some_and(|b| {
            b.is_ascii_alphanumeric()
                || (matches!(b, '.' | ',' | ':' | '/' | '-') && at >= 2 && passage.chars[at - 2].is_ascii_alphanumeric())
        });
        return !inside && !ordinal;
    }
    if is_hangul(c) || c.is_ascii_alphabetic() {
        return before.is_none_or(|b| !is_alphanumeric(b));
    }
    !c.is_ascii() && words.about.iter().chain(words.percent_before).any(|word| word.starts_with(c))
}

/// A name of money before digits: "$", "EUR ".
fn currency(passage: &Passage<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let (unit, end) = unit::before(passage, at)?;
    let from = passage.skip_space(end);
    let from = from + usize::from(passage.char(from) == Some('-'));
    let digit = passage.char(from).is_some_and(|c| c.is_ascii_digit());
    digit.then_some((unit, end))
}

/// "$2.1T", "£3m": one letter for a power of ten, after a sum with a sign.
fn large(passage: &Passage<'_>, number: Number) -> Number {
    let power = match passage.char(number.end) {
        Some('k' | 'K') => 1e3,
        Some('m' | 'M') => 1e6,
        Some('b' | 'B') => 1e9,
        Some('t' | 'T') => 1e12,
        _ => return number,
    };
    let letters = if passage.char(number.end + 1) == Some('n') { 2 } else { 1 };
    let end = number.end + letters;
    if passage.char(end).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return number;
    }
    Number { value: number.value * power, step: number.step * power, end, ..number }
}

/// The second number of "5~10%" or "9만~10만원"; a magnitude said once counts for both ("9~10만원").
fn range(passage: &Passage<'_>, start: usize, first: Number, lang: &LangPack) -> (Option<Number>, Number) {
    let words = &lang.number_words;
    let mark = passage.char(first.end).filter(|c| matches!(c, '~' | '∼' | '～' | '〜' | '–' | '—'));
    let to = mark.map(|_| first.end + 1).or_else(|| between(passage, first.end, lang));
    let second = to.and_then(|to| number::read(passage, to, words)).filter(|n| n.form == Form::Digits || lang.code == "en");
    let rises = |second: &Number| mark.is_some() || lang.code == "en" || second.value > first.value;
    let Some(second) = second.filter(rises) else { return (None, first) };
    let plain = passage.of(Stretch::new(start, first.end)).chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    let digits = number::digits(passage, to.unwrap_or(first.end)).map(|found| found.0);
    let factor = digits.filter(|d| plain && *d != 0.0).map_or(1.0, |d| second.value / d);
    (Some(Number { value: first.value * factor, ..first }), second)
}

/// "8- to 16-", "50 to 80", "44-50", "50에서 120㎜": where the second number of a range in words begins.
fn between(passage: &Passage<'_>, end: usize, lang: &LangPack) -> Option<usize> {
    if lang.code != "en" {
        return passage.read(end, "에서 ").filter(|&after| passage.char(after).is_some_and(|c| c.is_ascii_digit()));
    }
    let to = [" to ", "- to ", " - ", "-", " and "].iter().find_map(|word| passage.read(end, word).map(|after| (*word, after)));
    let (word, after) = to?;
    let said =
        word != " and " || passage.of(Stretch::new(0, end)).rsplit(' ').nth(1).is_some_and(|w| w.eq_ignore_ascii_case("between"));
    (said && passage.char(after).is_some_and(|c| c.is_ascii_digit())).then_some(after)
}

/// The unit after a number, or the noun that a counting word counts ("세 나라").
fn unit_of(passage: &Passage<'_>, start: usize, number: &Number, lang: &LangPack) -> Option<(&'static Unit, Stretch)> {
    let odd = passage.read(number.end, "여").filter(|_| number.form != Form::Counting && number.value >= 10.0);
    // "5-metre", "two-year"
    let hyphen = usize::from(lang.code == "en" && passage.char(number.end) == Some('-'));
    let from = passage.skip_space(odd.unwrap_or(number.end)) + hyphen;
    let spaced = from > number.end;
    if lang.code == "ko"
        && number.form == Form::Counting
        && !spaced
        && number.value < 10.0
        && !passage.of(Stretch::new(number.end - 1, number.end)).ends_with(['한', '두', '세', '네', '석', '넉'])
    {
        return None;
    }
    let (unit, end) = unit::read(passage, from)
        .filter(|(u, end)| u.class != "none" && unit::ends(passage, *end, lang))
        .or_else(|| noun(passage, number, from, lang))?;
    let unit_at = Stretch::new(from, end);
    let name = passage.of(unit_at);
    let decade = name == "대" && lang.code == "ko" && doubt::is_decade(passage, number, lang);
    let class = if decade { Some("age") } else { doubt::is_weight(passage, unit_at).then_some("mass") };
    let unit = class.and_then(unit::of_class).unwrap_or(unit);
    let doubtful = doubt::by_chance(passage, number, name, spaced, lang)
        || doubt::is_rate(passage, number, unit_at)
        || doubt::is_ordinal(passage, number, name, lang)
        || doubt::is_idiom(passage, start, number, unit)
        || doubt::is_preposition(passage, unit_at, lang);
    (!doubtful && doubt::may_touch(passage, start, unit.class, lang)).then_some((unit, unit_at))
}

/// The noun that a native counting word counts, if it is no word of time or place that follows by chance.
fn noun(passage: &Passage<'_>, number: &Number, from: usize, lang: &LangPack) -> Option<(&'static Unit, usize)> {
    let spaced = from > number.end;
    if number.form != Form::Counting || !spaced || number.value < 2.0 || number.value >= 10.0 {
        return None;
    }
    let clause = Stretch::new(from, passage.clause_of(number.end - 1).end.max(from));
    let word = *word::words(passage, clause, &lang.grammar).first()?;
    let text = passage.of(word.stem);
    let is_noun = word.stem.start == from
        && text.chars().all(is_hangul)
        && text.chars().count() >= 2
        && !text.starts_with("번째")
        && !matches!(passage.chars[number.end - 1], '네' | '세')
        && !lang.number_words.uncounted.contains(text);
    let adnominal = word.particle.is_empty() && lang.grammar.adnominals.ends(text);
    if is_noun && !adnominal { unit::of_class("count").map(|unit| (unit, word.stem.end)) } else { None }
}

/// Past a number without a unit, or one character on.
fn after_number(passage: &Passage<'_>, at: usize) -> usize {
    if !passage.chars[at].is_ascii_digit() {
        return at + 1;
    }
    let is_part = |c: &&char| c.is_ascii_digit() || matches!(c, '.' | ',');
    at + passage.chars[at..].iter().take_while(is_part).count()
}
