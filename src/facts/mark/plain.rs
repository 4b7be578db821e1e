//! Numbers without a unit: scores, ages in brackets, ratings, lists.

use super::{Marked, words};
use crate::facts::number::{self, Number};
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::{is_alphanumeric, is_hangul};

/// Nobody is older.
const AGE_END: f64 = 121.0;
/// Digits that a score has at most on a side.
const SCORE_DIGITS: usize = 3;

/// "3-2", "53대 46", "3:0".
pub(super) fn score(passage: &Passage<'_>, at: usize) -> Option<Marked> {
    let run = |from: usize| (from..).take_while(|&i| passage.char(i).is_some_and(|c| c.is_ascii_digit())).count();
    let first = run(at);
    let mark = at + first;
    let second = match passage.char(mark)? {
        '-' | '–' | ':' => mark + 1,
        '대' => passage.skip_space(mark + 1),
        _ => return None,
    };
    let digits = run(second);
    let short = (1..=SCORE_DIGITS).contains(&first) && (1..=SCORE_DIGITS).contains(&digits);
    let end = second + digits;
    let closed = passage.char(end).is_none_or(|c| {
        !is_alphanumeric(c) && !matches!(c, '-' | '–' | ':' | '.') || matches!(c, '로' | '으' | '의' | '승' | '완' | '역')
    });
    let kind = if passage.char(mark) == Some('대') { "PERCENT" } else { "QUANTITY" };
    (short && closed).then(|| Marked { at: Stretch::new(at, end), kind, value: None, unit: String::new() })
}

/// Whether a comma or a dot lists another number.
pub(super) fn is_list(passage: &Passage<'_>, end: usize) -> bool {
    matches!(passage.char(end), Some(',' | '·' | '、'))
}

/// The last of the numbers that share a unit: "3~4학년", "1, 2화", "1·2기".
pub(super) fn listed(passage: &Passage<'_>, end: usize, lang: &LangPack) -> Option<Number> {
    let mark = passage.char(end)?;
    let from = match mark {
        '~' | '∼' | '～' | '-' | '–' => end + 1,
        ',' | '·' => passage.skip_space(end + 1),
        _ => return None,
    };
    let digit = passage.char(from)?.is_ascii_digit();
    let next = if digit { number::read(passage, from, &lang.number_words)? } else { return None };
    Some(listed(passage, next.end, lang).filter(|_| is_list(passage, next.end)).unwrap_or(next))
}

/// A number alone: an age in a bracket after a name, a rating, or a number that stands free in the sentence.
pub(super) fn bare(passage: &Passage<'_>, at: Stretch, number: &Number) -> Option<Marked> {
    let mark = |kind| Some(Marked { at, kind, value: Some(number.value), unit: String::new() });
    if is_age(passage, at, number) {
        return mark("AGE");
    }
    let text = passage.of(Stretch::new(passage.sentence_of(at.start).start.min(at.start), at.start));
    let rated =
        words().rated.iter().any(|word| text.trim_end_matches([' ', '은', '는', '이', '가', '(', '을', '를']).ends_with(word));
    let event = passage.read_any(passage.skip_space(at.end), words().events).is_some();
    let decimal = number.step < 1.0 && !event;
    let before = passage.before(at.start);
    let quoted = passage.inside(at.start, &[Marks::Single, Marks::Title, Marks::Double]).is_some();
    let after = passage.char(at.end);
    let glued = before.is_some_and(is_alphanumeric) || after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '/');
    if rated || decimal && !quoted && !glued {
        let share = text.trim_end_matches([' ', '은', '는', '이', '가', '(', '을', '를']).ends_with('율');
        return mark(if share { "PERCENT" } else { "QUANTITY" });
    }
    None
}

/// "최모(32)씨", "하늘(19·가명)": a small number that a bracket after a name begins or ends with.
fn is_age(passage: &Passage<'_>, at: Stretch, number: &Number) -> bool {
    let Some(bracket) = passage.inside(at.start, &[Marks::Round]) else { return false };
    let whole = number.step == 1.0 && (1.0..AGE_END).contains(&number.value);
    let first = bracket.open + 1 == at.start && matches!(passage.char(at.end), Some(')' | '·' | ',' | '・'));
    let last = bracket.close == at.end && passage.before(at.start).is_some_and(|c| matches!(c, '·' | ' ' | ','));
    let host =
        passage.before(bracket.open).is_some_and(|c| is_hangul(c) || c.is_ascii_uppercase() || c == '\'' || c == ' ' || c == '’');
    whole && host && (first || last)
}
