//! Levels of an index: numbers without a unit in a sentence that speaks of one ("소비자심리지수는 98.1로").

use super::Counted;
use crate::facts::Quantity;
use crate::facts::number;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::word::words;
use crate::lang::LangPack;
use crate::text::is_alphanumeric;

/// What follows a level.
const BEHIND: [&str; 16] =
    ["선", "이던", "으로", "로", "을", "를", "에", "까지", "보다", "이었", "였", "이다", "이며", "이고", ")", " "];
/// Whole numbers below it are counts and ordinals more often than levels.
const WHOLE_MIN: f64 = 100.0;

/// Characters before a number in which a word like "승점" stands.
const RATED_REACH: usize = 7;

/// The levels of a passage. `dates` and `counted` are what other numbers belong to.
pub(crate) fn levels(passage: &Passage<'_>, dates: &[Stretch], counted: &[Counted], lang: &LangPack) -> Vec<Counted> {
    let words_of_numbers = &lang.number_words;
    let mut out = Vec::new();
    for sentence in &passage.sentences {
        let mut index: Option<Option<usize>> = None;
        for at in sentence.start..sentence.end {
            if !begins(passage, at) {
                continue;
            }
            let Some((value, step, end)) = number::digits(passage, at) else { continue };
            let stretch = Stretch::new(at, end);
            let free = !dates.iter().any(|d| d.overlaps(stretch)) && !counted.iter().any(|c| c.at.overlaps(stretch));
            let before = passage.of(Stretch::new(at.saturating_sub(RATED_REACH), at));
            let rated = || {
                let noun = before.trim_end();
                // "평균자책점은 6.06이었다", "비율은 1.10이다"
                let topic = noun.strip_suffix(['은', '는', '이', '가', '도']).filter(|_| passage.of(stretch).contains('.'));
                let topic = topic.is_some_and(|noun| words_of_numbers.rated.ends(noun) || words_of_numbers.rates.ends(noun));
                before.ends_with(' ') && (words_of_numbers.rated.ends(noun) || topic) && closes(passage, end)
            };
            let mut level = || {
                let index = *index.get_or_insert_with(|| index_of(passage, *sentence, lang));
                let decimal = passage.of(stretch).contains('.');
                let behind = passage.read_any(end, &BEHIND).is_some();
                behind && (decimal || value >= WHOLE_MIN) && index.is_some_and(|index| index < at)
            };
            if free && (rated() || level()) {
                let quantity = Quantity { value: Some(value), class: "other", ..Quantity::default() };
                out.push(Counted { at: stretch, step, quantity });
            }
        }
    }
    out
}

/// Where the word for an index ends in a sentence that has one.
fn index_of(passage: &Passage<'_>, sentence: Stretch, lang: &LangPack) -> Option<usize> {
    let words = words(passage, sentence, &lang.grammar);
    words.iter().find(|w| lang.number_words.indices.ends(passage.of(w.stem))).map(|w| w.whole.end)
}

/// Whether no unit follows the number.
fn closes(passage: &Passage<'_>, end: usize) -> bool {
    passage.char(end).is_none_or(|c| !is_alphanumeric(c) && !matches!(c, '%' | '~' | '-' | '('))
        || passage.read_any(end, &BEHIND).is_some()
}

/// Whether a number begins here, behind a space or a bracket.
fn begins(passage: &Passage<'_>, at: usize) -> bool {
    passage.chars[at].is_ascii_digit() && passage.before(at).is_none_or(|c| matches!(c, ' ' | '('))
}
