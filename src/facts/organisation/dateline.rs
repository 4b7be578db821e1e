//! The paper or agency of a dateline or a byline: "(서울=한빛통신)", "[달빛뉴스=한가람 기자]". It is a body, and the writer is
//! its own.

use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::{is_alphanumeric, is_hangul};

/// Letters of a dateline's bracket at most.
const LETTERS_MAX: usize = 30;
/// Syllables of a writer's name.
const WRITER_LETTERS: std::ops::RangeInclusive<usize> = 2..=4;
/// Letters of a paper's name.
const NAME_LETTERS: std::ops::RangeInclusive<usize> = 2..=12;

/// The paper that the bracket at the beginning of a passage names.
pub(crate) fn outlet(passage: &Passage<'_>, lang: &LangPack) -> Option<Stretch> {
    let opens = |pair: &&Enclosure| matches!(pair.marks, Marks::Round | Marks::Square) && pair.open == 0;
    let pair = passage.pairs.iter().find(opens).filter(|pair| pair.close <= LETTERS_MAX)?;
    let equals = (pair.open..pair.close).find(|&i| passage.chars[i] == '=')?;
    let (before, after) = (trimmed(passage, pair.open + 1, equals), trimmed(passage, equals + 1, pair.close));
    // "[달빛뉴스=한가람 기자]" has the writer behind the sign, "(서울=한빛통신)" the place before it.
    let signed = lang.byline_words.roles.ends(passage.of(after));
    // "[상암=스포츠월드 목진서 기자]": the paper stands before its writer.
    let spaces: Vec<usize> = (after.start..after.end).filter(|&i| passage.chars[i] == ' ').collect();
    let found = match spaces[..] {
        [.., space, _] if signed => Stretch::new(after.start, space),
        _ if signed => before,
        _ => after,
    };
    let text = passage.of(found);
    let plain = text.chars().all(|c| is_alphanumeric(c) || matches!(c, ' ' | '&' | '.'));
    (plain && NAME_LETTERS.contains(&text.chars().count()) && text.chars().any(|c| is_hangul(c) || c.is_ascii_alphabetic()))
        .then_some(found)
}

/// The writer whom a dateline's bracket names behind its paper: "[달빛뉴스=한가람 기자]".
pub(crate) fn writer(passage: &Passage<'_>, outlet: Stretch, lang: &LangPack) -> Option<Stretch> {
    let equals = passage.read(passage.skip_space(outlet.end), "=");
    let start = passage.skip_space(equals.unwrap_or(outlet.end));
    let end = (start..passage.chars.len()).find(|&i| !is_hangul(passage.chars[i]))?;
    let role = passage.read_any(passage.skip_space(end), lang.byline_words.roles)?;
    let closes = passage.char(role).is_some_and(|c| matches!(c, ')' | ']'));
    let name = Stretch::new(start, end);
    // Whoever signs there is a person, be the family name as rare as it may.
    (closes && WRITER_LETTERS.contains(&(end - start))).then_some(name)
}

fn trimmed(passage: &Passage<'_>, from: usize, to: usize) -> Stretch {
    let start = passage.skip_space(from).min(to);
    let spaces = passage.chars[start..to].iter().rev().take_while(|c| crate::text::is_space(**c)).count();
    Stretch::new(start, to - spaces)
}
