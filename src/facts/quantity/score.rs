//! Scores of games: "3-2".

use super::Counted;
use crate::facts::Quantity;
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::{is_alphanumeric, is_space};

/// Scores of games ("3-2", "3대 2") of a passage: two numbers with a hyphen, or with a word where the sentence tells a result.
pub(crate) fn scores(passage: &Passage<'_>, dates: &[Stretch], lang: &LangPack) -> Vec<Counted> {
    let digit = |i: usize| passage.char(i).is_some_and(|c| c.is_ascii_digit());
    let mut out = Vec::new();
    let mut at = 0;
    while at < passage.chars.len() {
        let first = (at..).take_while(|&i| digit(i)).count();
        let second = (at + first + 1..).take_while(|&i| digit(i)).count();
        let end = at + first + 1 + second;
        let short = (1..=3).contains(&first) && (1..=3).contains(&second) && passage.char(at + first) == Some('-');
        let free = free_before(passage, at)
            && passage.char(end).is_none_or(|c| {
                !is_alphanumeric(c) || matches!(c, '으' | '로' | '이' | '인' | '의' | '에' | '까' | '을' | '를' | '만')
            })
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
        if let Some(end) = against(passage, at, first, lang).filter(|_| free_before(passage, at)) {
            let quantity = Quantity { class: "score", ..Quantity::default() };
            out.push(Counted { at: Stretch::new(at, end), step: 1.0, quantity });
        }
        at += first.max(1);
    }
    out
}

fn free_before(passage: &Passage<'_>, at: usize) -> bool {
    passage.before(at).is_none_or(|c| is_space(c) || c == '(')
}

/// "1대2로", "3 대 0 승리": where the second of two numbers ends.
fn against(passage: &Passage<'_>, at: usize, first: usize, lang: &LangPack) -> Option<usize> {
    let middle = passage.read(passage.skip_space(at + first), "대").filter(|_| (1..=3).contains(&first))?;
    let second = passage.skip_space(middle);
    let digits = (second..).take_while(|&i| passage.char(i).is_some_and(|c| c.is_ascii_digit())).count();
    let end = second + digits;
    let closes = passage.char(end).is_none_or(|c| is_space(c) || matches!(c, ')' | ','))
        || passage.read_any(end, &["로", "으로"]).is_some();
    let told = || {
        let sentence = passage.of(passage.sentence_of(at));
        lang.number_words.results.is_in(sentence)
    };
    ((1..=3).contains(&digits) && closes && told()).then_some(end)
}
