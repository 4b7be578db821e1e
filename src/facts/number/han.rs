//! Numbers of Chinese and Japanese print: "3億5000万", "二十三", "百分之二十", "三割五分", "１２３".

use super::{Form, Number, digits};
use crate::facts::passage::Passage;
use crate::lang::{NumberWord, NumberWords};

/// From here on a magnitude closes a section.
const SECTION: f64 = 1e4;

/// Reads the number that begins at `at`: digits and Chinese numerals with magnitudes.
pub(super) fn read(passage: &Passage<'_>, start: usize, words: &NumberWords) -> Option<Number> {
    let (mut total, mut section, mut group, mut step, mut at) = (0.0, 0.0, None, 1.0, start);
    while let Some(c) = passage.char(at) {
        if let Some((value, exact, end)) = digits(passage, at).filter(|_| group.is_none()) {
            (group, step, at) = (Some(value), exact, end);
        } else if let Some(digit) = numeral(c, words) {
            // "二〇二四" is written digit by digit.
            group = Some(group.map_or(digit, |before: f64| before * 10.0 + digit));
            step = 1.0;
            at += 1;
        } else if let Some(power) = magnitude(c, words) {
            let count = group.take();
            if power < SECTION {
                section += count.unwrap_or(1.0) * power;
            } else {
                let whole = section + count.unwrap_or(0.0);
                total += if whole == 0.0 { power } else { whole * power };
                section = 0.0;
            }
            step *= power;
            at += 1;
        } else if matches!(c, '点' | '點') && group.is_some() && passage.char(at + 1).and_then(|c| numeral(c, words)).is_some()
        {
            let run: Vec<f64> = passage.chars[at + 1..].iter().map_while(|c| numeral(*c, words)).collect();
            step = 10f64.powi(-(run.len() as i32));
            let part = run.iter().fold(0.0, |value, digit| value * 10.0 + digit) * step;
            group = group.map(|value| value + part);
            at += 1 + run.len();
        } else {
            break;
        }
    }
    let form = if passage.char(start).is_some_and(|c| c.is_ascii_digit() || is_wide(c)) { Form::Digits } else { Form::Sino };
    (at > start).then(|| Number { value: total + section + group.unwrap_or(0.0), step, end: at, form })
}

/// "百分之二十": the number of a percentage that is written before it, and "三割五分".
pub(crate) fn percent(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    if !super::is_han(words) {
        return None;
    }
    if let Some(after) = passage.read_any(at, words.percent_before) {
        return read(passage, after, words);
    }
    let tenths = read(passage, at, words)?;
    let end = passage.read_any(tenths.end, words.tenths).filter(|_| tenths.value < 10.0)?;
    let hundredths = read(passage, end, words).filter(|n| passage.char(n.end) == Some('分'));
    let (rest, end) = hundredths.map_or((0.0, end), |n| (n.value, n.end + 1));
    Some(Number { value: tenths.value * 10.0 + rest, step: if rest > 0.0 { 1.0 } else { 10.0 }, end, form: tenths.form })
}

/// Whether a character is a digit of full width.
pub(crate) fn is_wide(c: char) -> bool {
    ('０'..='９').contains(&c)
}

/// Whether a number of these words can begin with the character.
pub(crate) fn begins(c: char, words: &NumberWords) -> bool {
    super::is_han(words) && (is_wide(c) || c.is_ascii_digit() || numeral(c, words).is_some() || magnitude(c, words).is_some())
}

fn numeral(c: char, words: &NumberWords) -> Option<f64> {
    let same = |word: &&str| word.chars().any(|known| known == c);
    words.sino.iter().position(same).map(|value| value as f64)
}

fn magnitude(c: char, words: &NumberWords) -> Option<f64> {
    let is = |word: &&NumberWord| word.word.chars().eq([c]);
    words.magnitude.iter().find(is).map(|word| word.value)
}
