//! English numbers in words: "twenty-three thousand", "a dozen", "half a million", "two and a half", "two thirds".

use super::{Form, Number};
use crate::facts::passage::Passage;
use crate::lang::{NumberWord, NumberWords};
use crate::text::is_alphanumeric;

/// Words of one number at most.
const WORDS_MAX: usize = 16;
const HUNDRED: f64 = 100.0;

/// Reads the number words that begin at `at`. "A" and "an" count only before a word for many ("a hundred").
pub(super) fn read(passage: &Passage<'_>, at: usize, words: &NumberWords) -> Option<Number> {
    if !begins(passage, at, words) {
        return None;
    }
    let mut sum = Sum::default();
    let mut next = at;
    for _ in 0..WORDS_MAX {
        let Some((word, end)) = word_at(passage, next) else { break };
        if !sum.takes(passage, &word, end, words) {
            break;
        }
        sum.end = end;
        let Some(after) = gap(passage, end, words) else { break };
        next = after;
    }
    (sum.end > at && sum.said).then_some(Number {
        value: sum.total + sum.group,
        step: sum.step,
        end: sum.end,
        form: Form::Counting,
    })
}

/// Letters of the longest word of a number ("seventeenths"), and one more.
const WORD_LETTERS: usize = 13;

/// Whether the word at a position can begin a number. Asked of every word of a text: nothing is allocated for it.
fn begins(passage: &Passage<'_>, at: usize, words: &NumberWords) -> bool {
    let mut letters = [0u8; WORD_LETTERS];
    let run = passage.chars[at..].iter().take_while(|c| c.is_ascii_alphabetic());
    let length = run.zip(&mut letters).map(|(c, letter)| *letter = c.to_ascii_lowercase() as u8).count();
    let word = std::str::from_utf8(&letters[..length]).unwrap_or_default();
    let known = |list| value(list, word).is_some();
    matches!(word, "a" | "an") || known(words.counting) || known(words.magnitude) || known(words.fraction)
}

/// A number in the making.
#[derive(Debug, Default)]
struct Sum {
    total: f64,
    group: f64,
    step: f64,
    /// A fraction that the rest is multiplied with ("half a million").
    times: Option<f64>,
    article: bool,
    said: bool,
    end: usize,
}

impl Sum {
    fn takes(&mut self, passage: &Passage<'_>, word: &str, end: usize, words: &NumberWords) -> bool {
        if matches!(word, "a" | "an") {
            let many = gap(passage, end, words).and_then(|next| word_at(passage, next));
            let counts = many.is_some_and(|(next, _)| {
                value(words.magnitude, &next).is_some() || self.said && value(words.fraction, &next).is_some()
            });
            self.article = true;
            return counts;
        }
        if let Some(ones) = value(words.counting, word) {
            let fits =
                if ones < 10.0 { self.group % 10.0 == 0.0 && self.group % HUNDRED != 10.0 } else { self.group % HUNDRED == 0.0 };
            if !fits || self.times.is_some() || self.said && self.group == 0.0 && self.total == 0.0 {
                return false;
            }
            self.group += ones;
            self.step = 1.0;
        } else if let Some(power) = value(words.magnitude, word) {
            let count = if self.group == 0.0 { 1.0 } else { self.group };
            let count = count * self.times.take().unwrap_or(1.0);
            if power <= HUNDRED {
                self.group = count * power;
            } else {
                self.total += count * power;
                self.group = 0.0;
            }
            self.step = power;
        } else if let Some(part) = value(words.fraction, word) {
            return self.takes_part(passage, word, part, end, words);
        } else {
            return false;
        }
        self.said = true;
        true
    }

    /// "half" before a number, "and a half" after one, "two thirds".
    fn takes_part(&mut self, passage: &Passage<'_>, word: &str, part: f64, end: usize, words: &NumberWords) -> bool {
        if !self.said {
            let next = gap(passage, end, words).and_then(|next| word_at(passage, next));
            let before_many =
                next.is_some_and(|(next, _)| matches!(next.as_str(), "a" | "an") || value(words.magnitude, &next).is_some());
            self.times = Some(part).filter(|_| before_many);
            self.total = if before_many { 0.0 } else { part };
            self.said = !before_many && word == "half";
            return before_many || self.said;
        }
        if self.article {
            self.total += part;
        } else if self.total == 0.0 && self.group < 20.0 {
            self.group *= part;
        } else {
            return false;
        }
        self.step = part;
        true
    }
}

/// The value of a word; a plural counts as its singular.
fn value(list: &[NumberWord], word: &str) -> Option<f64> {
    let single = word.strip_suffix('s');
    let is = |known: &&NumberWord| known.word == word || single == Some(known.word);
    list.iter().find(is).map(|known| known.value)
}

/// The word of Latin letters at a position, in small letters, and its end.
fn word_at(passage: &Passage<'_>, at: usize) -> Option<(String, usize)> {
    let length = passage.chars[at.min(passage.chars.len())..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let end = at + length;
    let free = passage.char(end).is_none_or(|c| !is_alphanumeric(c));
    (length > 0 && free).then(|| (passage.chars[at..end].iter().collect::<String>().to_ascii_lowercase(), end))
}

/// Where the next word of the same number may begin: past a space, a hyphen, "and", or a comma after a large group.
fn gap(passage: &Passage<'_>, end: usize, words: &NumberWords) -> Option<usize> {
    let at = match passage.char(end)? {
        ' ' | '-' | '—' => end + 1,
        ',' if passage.char(end + 1) == Some(' ') => end + 2,
        _ => return None,
    };
    let and = ["and ", "& ", "of "].iter().find_map(|word| passage.read(at, word));
    let comma = passage.char(end) == Some(',');
    let Some(after) = and else {
        return (!comma || word_at(passage, at).is_some_and(|(w, _)| value(words.counting, &w).is_some())).then_some(at);
    };
    let (word, _) = word_at(passage, after)?;
    let known = value(words.counting, &word).is_some() || value(words.fraction, &word).is_some() || word == "a";
    known.then_some(after)
}
