//! Quantities: numbers with a unit or with the noun that they count. In: passages and where their dates stand.
//! Out: [`Counted`] quantities with value, bounds and class; what they measure is said by [`super::measure`].

use super::number::{self, Form, Number};
use super::passage::{Passage, Stretch};
use super::unit::{self, Unit};
use super::{Quantity, word};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::{is_hangul, is_space};

/// A quantity where it stands, with what sums need to know of its print.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) at: Stretch,
    /// Value of one unit of the last printed digit.
    pub(crate) step: f64,
    pub(crate) quantity: Quantity,
}

/// A number with its unit, before bounds are known.
struct Measured {
    at: Stretch,
    number: Number,
    /// The lower number of a range ("5~10%").
    low: Option<Number>,
    unit: &'static Unit,
    /// The unit as written, without "대" and the like.
    unit_at: Stretch,
}

/// Counters that are written onto a native number without a space.
const GLUED: &[&str] = &["명", "번", "달", "차례", "곳", "건", "마리", "살", "개", "가지", "시간", "장", "권", "채", "팀", "주"];
/// Ages of decades ("20대") end below this number.
const DECADES_END: f64 = 100.0;
/// Numbers before "대" that are mostly ordinals ("21대 국회") end below this one, unless a machine is counted.
const ORDINALS_END: f64 = 50.0;
/// Sino-Korean words below this value are mostly other words ("일", "이", "십").
const SINO_MIN: f64 = 20.0;

/// The quantities of a passage in order. `dates` are the stretches of calendar dates and times, whose numbers are no quantities.
pub(crate) fn find(passage: &Passage<'_>, dates: &[Stretch], lang: &LangPack) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    let mut at = 0;
    while at < passage.chars.len() {
        if let Some(date) = dates.iter().find(|d| d.start <= at && at < d.end) {
            at = date.end;
            continue;
        }
        match measured(passage, at, lang).filter(|m| !dates.iter().any(|d| d.overlaps(m.at))) {
            Some(found) => {
                at = found.at.end;
                let next = counted(passage, &found, lang);
                if !join(passage, out.last_mut(), &next, found.unit) {
                    out.push(next);
                }
            }
            None => at = after_number(passage, at),
        }
    }
    out
}

/// A score ("3-2"), a currency sign with its number, or a number with a unit, that begins exactly at `at`.
fn measured(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Measured> {
    if !begins(passage, at) {
        return None;
    }
    let words = &lang.number_words;
    let about = passage.read_any(at, words.about).map(|end| passage.skip_space(end));
    let mut start = about.unwrap_or(at);
    let sign = currency(passage, start);
    start += usize::from(sign.is_some());
    let first = number::read(passage, start, words)?;
    let (low, number) = range(passage, start, first, words);
    if let Some(unit) = sign {
        let unit_at = Stretch::new(start - 1, start);
        return Some(Measured { at: Stretch::new(at, number.end), number, low, unit, unit_at });
    }
    let (unit, unit_at) = unit_of(passage, &number, lang)?;
    Some(Measured { at: Stretch::new(at, unit_at.end), number, low, unit, unit_at })
}

/// A number begins where no letter or digit stands before it; words for numbers begin a word.
fn begins(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.before(at);
    let c = passage.chars[at];
    if matches!(c, '-' | '−' | '△' | '▲') {
        return before.is_none_or(|b| is_space(b) || matches!(b, '(' | '→' | '~'));
    }
    if c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '¥' | '₩') {
        let ordinal = before == Some('제') && passage.before(at.saturating_sub(1)).is_none_or(|b| !is_hangul(b));
        let inside = before.is_some_and(|b| {
            b.is_ascii_alphanumeric()
                || (matches!(b, '.' | ',' | ':' | '/' | '-') && at >= 2 && passage.chars[at - 2].is_ascii_alphanumeric())
        });
        return !inside && !ordinal;
    }
    is_hangul(c) && before.is_none_or(|b| !b.is_alphanumeric())
        || c.is_ascii_alphabetic() && before.is_none_or(|b| !b.is_alphanumeric())
}

fn currency(passage: &Passage<'_>, at: usize) -> Option<&'static Unit> {
    let sign = passage.char(at).is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥' | '₩'));
    if sign { unit::of_class("money") } else { None }
}

/// The second number of "5~10%" or "9만~10만원"; a magnitude said once counts for both ("9~10만원").
fn range(passage: &Passage<'_>, start: usize, first: Number, words: &crate::lang::NumberWords) -> (Option<Number>, Number) {
    let mark = passage.char(first.end).filter(|c| matches!(c, '~' | '∼' | '～' | '–' | '—'));
    let second = mark.and_then(|_| number::read(passage, first.end + 1, words)).filter(|n| n.form == Form::Digits);
    let Some(second) = second else { return (None, first) };
    let plain = passage.of(Stretch::new(start, first.end)).chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    let digits: String = passage.from(first.end + 1).chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.')).collect();
    let factor = digits.parse::<f64>().ok().filter(|d| plain && *d != 0.0).map_or(1.0, |d| second.value / d);
    (Some(Number { value: first.value * factor, ..first }), second)
}

/// The unit after a number, or the noun that a counting word counts ("세 나라").
fn unit_of(passage: &Passage<'_>, number: &Number, lang: &LangPack) -> Option<(&'static Unit, Stretch)> {
    let odd = passage.read(number.end, "여").filter(|_| number.form != Form::Counting && number.value >= 10.0);
    let from = passage.skip_space(odd.unwrap_or(number.end));
    let spaced = from > number.end;
    if number.form == Form::Counting
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
    let doubtful = by_chance(passage, number, name, spaced, lang)
        || is_rate(passage, number, unit_at)
        || is_ordinal(passage, number, name, lang);
    (!doubtful).then_some((unit, unit_at))
}

/// Syllables that look like a number and a unit and are another word ("열기", "일 년내").
fn by_chance(passage: &Passage<'_>, number: &Number, name: &str, spaced: bool, lang: &LangPack) -> bool {
    match number.form {
        Form::Sino => number.value < SINO_MIN || name == "일" || written_short(passage, number),
        Form::Digits => spaced && lang.code == "ko" && name.len() < 2 && name.starts_with(|c: char| c.is_ascii_alphabetic()),
        Form::Counting => !spaced && !GLUED.contains(&name),
        Form::Several => false,
    }
}

/// "1달러당", "100g 당", "1년에 한 번", "한 해 300톤": the base of a rate, not a quantity.
fn is_rate(passage: &Passage<'_>, number: &Number, unit_at: Stretch) -> bool {
    let after = passage.from(unit_at.end);
    let name = passage.of(unit_at);
    let round = number.value.log10().fract() == 0.0;
    after.trim_start().starts_with("당 ")
        || round && after.starts_with('당')
        || after.starts_with('=')
        || name == "년" && after.starts_with("에 한")
        || name == "해" && !after.trim_start().starts_with("동안")
}

/// "20대" (an age), "21대 국회" (an ordinal), "1인 시위", "24인치 화면" (a model).
fn is_ordinal(passage: &Passage<'_>, number: &Number, name: &str, lang: &LangPack) -> bool {
    match name {
        "대" => {
            (number.value < DECADES_END && number.value % 10.0 == 0.0 || number.value < ORDINALS_END)
                && !machine(passage, number, lang)
        }
        "인" => number.value == 1.0,
        "인치" => passage.from(number.end + 2).strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_hangul)),
        _ => false,
    }
}

/// Sino-Korean numbers of one syllable are other words ("천", "경").
fn written_short(passage: &Passage<'_>, number: &Number) -> bool {
    let start = (0..number.end).rev().find(|&i| !is_hangul(passage.chars[i])).map_or(0, |i| i + 1);
    number.end - start < 2
}

/// "버스 50대": the word before the number names a machine.
fn machine(passage: &Passage<'_>, number: &Number, lang: &LangPack) -> bool {
    let clause = passage.clause_of(number.end - 1);
    let before = word::words(passage, clause, &lang.grammar).into_iter().take_while(|w| w.whole.end < number.end);
    let nouns: Vec<&str> = before.map(|w| passage.of(w.stem)).collect();
    nouns.iter().rev().take(4).any(|noun| lang.number_words.machines.iter().any(|m| noun.ends_with(m)))
}

/// The noun that a native counting word counts, if it is no word of time or place that follows by chance.
fn noun(passage: &Passage<'_>, number: &Number, from: usize, lang: &LangPack) -> Option<(&'static Unit, usize)> {
    let spaced = from > number.end;
    if number.form != Form::Counting || !spaced || number.value < 2.0 || number.value >= 10.0 {
        return None;
    }
    let word = word::words(passage, Stretch::new(from, passage.clause_of(number.end - 1).end.max(from)), &lang.grammar)
        .into_iter()
        .next()?;
    let text = passage.of(word.stem);
    let is_noun = word.stem.start == from
        && text.chars().all(is_hangul)
        && text.chars().count() >= 2
        && !text.starts_with("번째")
        && !lang.number_words.uncounted.contains(&text);
    let adnominal = word.particle.is_empty() && lang.grammar.adnominals.iter().any(|a| text.ends_with(a));
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

fn counted(passage: &Passage<'_>, found: &Measured, lang: &LangPack) -> Counted {
    let words = &lang.number_words;
    let minus = minus(passage, found.at.start);
    let value = if minus.is_some() { -found.number.value.abs() } else { found.number.value };
    let mut quantity = Quantity {
        value: Some(value),
        unit: passage.of(found.unit_at).to_owned(),
        class: found.unit.class,
        approx: passage.read_any(found.at.start, words.about).is_some() || passage.read(found.number.end, "여").is_some(),
        ..Quantity::default()
    };
    let mut at = Stretch::new(minus.unwrap_or(found.at.start), found.at.end);
    if let Some(low) = found.low {
        quantity = Quantity { value: None, min: Some(low.value), max: Some(value), ..quantity };
    } else if found.number.form == Form::Several {
        quantity = Quantity { value: None, min: Some(value), approx: true, ..quantity };
    }
    if let Some(end) = band(passage, at.end).filter(|_| matches!(quantity.class, "money" | "percent" | "score")) {
        at.end = end;
        quantity.min = Some(value);
        quantity.max = Some(value + found.number.step.max(band_width(value)));
        quantity.approx = true;
    }
    bounds(passage, at, &mut quantity, words);
    Counted { at, step: found.number.step, quantity }
}

/// "마이너스(-) 0.1%": where the word before the number begins.
fn minus(passage: &Passage<'_>, start: usize) -> Option<usize> {
    let from = start.saturating_sub(9);
    let before = passage.of(Stretch::new(from, start));
    let word = before.trim_end().trim_end_matches("(-)");
    word.ends_with("마이너스").then(|| from + word.chars().count() - 4)
}

/// "150엔대", "150엔 대": the number begins a band.
fn band(passage: &Passage<'_>, end: usize) -> Option<usize> {
    let at = if passage.char(end) == Some(' ') { end + 1 } else { end };
    let after = passage.read(at, "대")?;
    let ends = passage.char(after).is_none_or(|c| !is_hangul(c))
        || passage.read_any(after, &["로", "에", "까지", "를", "가", "의", "는", "다", "였", "초", "중", "후"]).is_some();
    ends.then_some(after)
}

/// A band is as wide as the last digit that is not zero: 30점대 is 30 to 39, 151엔대 is 151 to 152.
fn band_width(value: f64) -> f64 {
    let mut width = 1.0;
    while value >= width * 10.0 && value % (width * 10.0) == 0.0 && width < 1e15 {
        width *= 10.0;
    }
    width
}

fn bounds(passage: &Passage<'_>, at: Stretch, quantity: &mut Quantity, words: &crate::lang::NumberWords) {
    let after = passage.skip_space(at.end);
    let follows = |list: &[&str]| passage.read_any(after, list).is_some();
    let before = passage.of(Stretch::new(passage.sentence_of(at.start).start.min(at.start), at.start)).trim_end();
    let precedes = |list: &[&str]| list.iter().any(|word| before.ends_with(word));
    quantity.approx |= follows(words.about_after);
    let value = quantity.value;
    if value.is_some() && quantity.min.is_none() {
        if follows(words.least_after) || precedes(words.least) {
            quantity.min = value;
        } else if follows(words.most_after) || precedes(words.most) {
            quantity.max = value;
        }
    }
}

/// A length of time in two units is one quantity in the smaller unit: "1시간 30분" is 90 분.
fn join(passage: &Passage<'_>, last: Option<&mut Counted>, next: &Counted, unit: &Unit) -> bool {
    let Some(last) = last.filter(|l| l.quantity.class == "duration" && next.quantity.class == "duration") else { return false };
    let gap = passage.of(Stretch::new(last.at.end, next.at.start.max(last.at.end)));
    let Some(larger) = unit::named(&last.quantity.unit) else { return false };
    let (Some(a), Some(b)) = (last.quantity.value, next.quantity.value) else { return false };
    let factor = if unit.months > 0 {
        f64::from(larger.months) / f64::from(unit.months)
    } else if unit.seconds > 0 {
        f64::from(larger.seconds) / f64::from(unit.seconds)
    } else {
        0.0
    };
    if !gap.trim().is_empty() || factor <= 1.0 {
        return false;
    }
    last.quantity.value = Some(a * factor + b);
    last.quantity.unit.clone_from(&next.quantity.unit);
    last.at.end = next.at.end;
    true
}

/// Scores of games ("3-2") of a passage: two numbers with a hyphen, where the sentence or bracket speaks of a result.
pub(crate) fn scores(passage: &Passage<'_>, dates: &[Stretch]) -> Vec<Counted> {
    let digit = |i: usize| passage.char(i).is_some_and(|c| c.is_ascii_digit());
    let mut out = Vec::new();
    let mut at = 0;
    while at < passage.chars.len() {
        let first = (at..).take_while(|&i| digit(i)).count();
        let second = (at + first + 1..).take_while(|&i| digit(i)).count();
        let end = at + first + 1 + second;
        let short = (1..=3).contains(&first) && (1..=3).contains(&second) && passage.char(at + first) == Some('-');
        let free = passage.before(at).is_none_or(|c| is_space(c) || c == '(')
            && passage.char(end).is_none_or(|c| !c.is_alphanumeric() || c == '으' || c == '로')
            && passage.char(end) != Some('-');
        let stretch = Stretch::new(at, if short { end } else { at });
        if short
            && free
            && passage.inside(at, &[Marks::Double, Marks::Single]).is_none()
            && !dates.iter().any(|d| d.overlaps(stretch))
        {
            let quantity = Quantity { class: "score", ..Quantity::default() };
            out.push(Counted { at: stretch, step: 1.0, quantity });
        }
        at += first.max(1);
    }
    out
}
