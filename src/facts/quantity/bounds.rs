//! Bounds and signs of a quantity: ranges, bands ("150엔대"), "at least", "about", minus, and lengths of time in two units.

use super::{Counted, Measured};
use crate::facts::Quantity;
use crate::facts::number::Form;
use crate::facts::passage::{Passage, Stretch};

use crate::lang::{LangPack, NumberWords, Words};
use crate::text::is_hangul;

/// Words for several below it mean that or one more.
const SEVERAL_TENS: f64 = 10.0;

/// The quantity of a measured number.
pub(super) fn counted(passage: &Passage<'_>, found: &Measured<'_>, lang: &LangPack) -> Counted {
    let words = &lang.number_words;
    let minus = minus(passage, found.at.start, words.minus);
    let value = if minus.is_some() { -found.number.value.abs() } else { found.number.value };
    let mut quantity = Quantity {
        value: Some(value),
        unit: found.name.to_owned(),
        class: found.unit.class,
        approx: passage.read_any(found.at.start, words.about).is_some()
            || passage.read(found.number.end, "여").is_some()
            || passage.before(found.at.end) == Some('여')
            || found.number.form == Form::Digits && passage.of(Stretch::new(found.at.start, found.number.end)).contains('여'),
        ..Quantity::default()
    };
    let mut at = Stretch::new(minus.unwrap_or(found.at.start), found.at.end);
    if let Some(low) = found.low {
        quantity = Quantity { value: None, min: Some(low.value), max: Some(value), ..quantity };
    } else if found.number.form == Form::Several {
        // "서너 명" is three or four.
        let max = (value < SEVERAL_TENS).then_some(value + 1.0);
        quantity = Quantity { value: None, min: Some(value), max, approx: max.is_none(), ..quantity };
    }
    if let Some(end) = band(passage, at.end).filter(|_| matches!(quantity.class, "money" | "percent" | "score")) {
        at.end = end;
        quantity.min = Some(value);
        quantity.max = Some(value + found.number.step.max(band_width(value)));
        quantity.approx = true;
        if quantity.class == "score" {
            quantity = Quantity { value: None, max: quantity.max.map(|max| max - 1.0), ..quantity };
        }
    }
    if quantity.class == "age" && found.name == "대" {
        quantity.min = quantity.min.or(Some(value));
        quantity.max = Some(value + DECADE - 1.0);
        quantity.value = quantity.value.filter(|_| found.low.is_none());
        quantity.approx = true;
    }
    // "500명대", "20~30명대": the counter stays the unit.
    if quantity.class == "count" && found.name != "대" && band(passage, at.end).is_some() {
        let low = quantity.min.unwrap_or(value);
        quantity = Quantity { value: None, min: Some(low), max: Some(value + band_width(value) - 1.0), ..quantity };
    }
    bounds(passage, at, &mut quantity, words);
    Counted { at, step: found.number.step, quantity }
}

/// "마이너스(-) 0.1%", "영하 3도": where the word before the number begins.
fn minus(passage: &Passage<'_>, start: usize, words: Words) -> Option<usize> {
    let before = passage.of(Stretch::new(0, start)).trim_end().trim_end_matches("(-)");
    let word = words.end_of(before)?;
    Some(before.chars().count() - word.chars().count())
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

/// Years of an age of a decade ("30대").
const DECADE: f64 = 10.0;

/// Letters before a number in which a word for its bounds may stand.
const BEFORE_MAX: usize = 24;

fn bounds(passage: &Passage<'_>, at: Stretch, quantity: &mut Quantity, words: &NumberWords) {
    let after = passage.skip_space(at.end);
    let follows = |list: Words| passage.read_any(after, list).is_some();
    let from = passage.sentence_of(at.start).start.min(at.start).max(at.start.saturating_sub(BEFORE_MAX));
    let before = passage.of(Stretch::new(from, at.start)).trim_end().to_ascii_lowercase();
    // The longest word counts: "no more than" is no "more than".
    let precedes = |list: Words| list.end_of(&before).map(str::len);
    quantity.approx |= follows(words.about_after);
    let value = quantity.value;
    if value.is_some() && quantity.min.is_none() {
        let reached = passage.read_any(after, words.least_after);
        let unreached = reached.is_some_and(|end| passage.read_any(end, words.unreached).is_some());
        let (least, most) = (precedes(words.least), precedes(words.most));
        if reached.is_some() && !unreached || least > most {
            quantity.min = value;
        } else if unreached || follows(words.most_after) || most.is_some() {
            quantity.max = value;
        }
    }
}
