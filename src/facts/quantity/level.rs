//! Levels of an index: numbers without a unit in a sentence that speaks of one ("소비자심리지수는 98.1로").

use super::Counted;
use crate::facts::Quantity;
use crate::facts::number;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::word::words;
use crate::lang::LangPack;

/// What follows a level.
const BEHIND: [&str; 14] = ["으로", "로", "을", "를", "에", "까지", "보다", "이었", "였", "이다", "이며", "이고", ")", " "];
/// Whole numbers below it are counts and ordinals more often than levels.
const WHOLE_MIN: f64 = 100.0;

/// The levels of a passage. `dates` and `counted` are what other numbers belong to.
pub(crate) fn levels(passage: &Passage<'_>, dates: &[Stretch], counted: &[Counted], lang: &LangPack) -> Vec<Counted> {
    let mut out = Vec::new();
    for sentence in &passage.sentences {
        let words = words(passage, *sentence, &lang.grammar);
        let index = words.iter().find(|w| !w.particle.is_empty() && lang.number_words.indices.ends(passage.of(w.stem)));
        let Some(index) = index else { continue };
        let mut at = index.whole.end;
        while at < sentence.end {
            if !begins(passage, at) {
                at += 1;
                continue;
            }
            let (value, step, end) = number::digits(passage, at).unwrap_or((0.0, 1.0, at + 1));
            let stretch = Stretch::new(at, end);
            let free = !dates.iter().any(|d| d.overlaps(stretch)) && !counted.iter().any(|c| c.at.overlaps(stretch));
            let decimal = passage.of(stretch).contains('.');
            if free && (decimal || value >= WHOLE_MIN) && passage.read_any(end, &BEHIND).is_some() {
                let quantity = Quantity { value: Some(value), class: "other", ..Quantity::default() };
                out.push(Counted { at: stretch, step, quantity });
            }
            at = end.max(at + 1);
        }
    }
    out
}

/// Whether a number begins here, behind a space or a bracket.
fn begins(passage: &Passage<'_>, at: usize) -> bool {
    passage.chars[at].is_ascii_digit() && passage.before(at).is_none_or(|c| matches!(c, ' ' | '('))
}
