//! Scores of games: "3-2".

use super::Counted;
use crate::facts::Quantity;
use crate::facts::passage::{Passage, Stretch};
use crate::text::enclosure::Marks;
use crate::text::{is_alphanumeric, is_space};

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
            && passage.char(end).is_none_or(|c| !is_alphanumeric(c) || c == '으' || c == '로')
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
