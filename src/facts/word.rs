//! Words of a clause: separated by white space outside brackets and quotations, each with its Korean particle cut off.
//! There is no dictionary: a particle is what the longest ending of the list says, save for nouns listed as ending so.

use super::passage::{Passage, Stretch};
use crate::lang::Grammar;
use crate::text::enclosure::Marks;
use crate::text::{is_hangul, is_space};
use std::rc::Rc;

/// A word of a clause.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'a> {
    /// The word without marks of punctuation at its ends.
    pub(crate) whole: Stretch,
    /// The word without its particle (a bracket that follows the stem is left out too).
    pub(crate) stem: Stretch,
    /// The particle, or empty.
    pub(crate) particle: &'a str,
    /// Whether a comma or another mark ends the word.
    pub(crate) stopped: bool,
}

/// The words of a stretch, in order. Every extractor reads the same clauses: they are cut once.
pub(crate) fn words<'a>(passage: &Passage<'a>, clause: Stretch, grammar: &Grammar) -> Rc<[Word<'a>]> {
    passage.words.of(clause, || cut(passage, clause, grammar).into())
}

fn cut<'a>(passage: &Passage<'a>, clause: Stretch, grammar: &Grammar) -> Vec<Word<'a>> {
    let mut out = Vec::new();
    let mut at = clause.start;
    while at < clause.end {
        if is_space(passage.chars[at]) {
            at += 1;
            continue;
        }
        let end = word_end(passage, at, clause.end);
        out.extend(word(passage, Stretch::new(at, end), grammar));
        at = end;
    }
    out
}

fn word_end(passage: &Passage<'_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit && !is_space(passage.chars[at]) {
        let pair = passage.pairs.binary_search_by_key(&at, |p| p.open).ok().map(|i| passage.pairs[i]);
        at = pair.filter(|p| p.close < limit).map_or(at + 1, |p| p.close + 1);
    }
    at.min(limit)
}

fn word<'a>(passage: &Passage<'a>, run: Stretch, grammar: &Grammar) -> Option<Word<'a>> {
    let is_mark = |c: char| {
        matches!(c, ',' | '.' | '!' | '?' | ':' | ';' | '…' | '，' | '△' | '▲' | '-' | '"' | '\'' | '“' | '”' | '‘' | '’')
    };
    let mut whole = run;
    while whole.start < whole.end && is_mark(passage.chars[whole.start]) {
        whole.start += 1;
    }
    while whole.end > whole.start && is_mark(passage.chars[whole.end - 1]) {
        whole.end -= 1;
    }
    if whole.start == whole.end {
        return None;
    }
    let stopped = whole.end < run.end && passage.chars[run.end - 1] == ',';
    let inside = passage.pairs_in(whole.start + 1, whole.end);
    let bracket = inside.iter().find(|p| p.close < whole.end && p.marks == Marks::Round);
    let tail = passage.last_close(whole.end).filter(|close| *close > whole.start).map(|close| close + 1);
    let from = tail.unwrap_or(whole.start);
    let (cut, particle) = split(passage, Stretch::new(from, whole.end), tail.is_some(), grammar);
    let mut stem = Stretch::new(whole.start, cut);
    if let Some(bracket) = bracket.filter(|b| b.close + 1 == cut) {
        stem.end = bracket.open;
    }
    while stem.start < stem.end && is_mark(passage.chars[stem.end - 1]) {
        stem.end -= 1;
    }
    (stem.start < stem.end).then_some(Word { whole, stem, particle, stopped })
}

/// Cuts the particle off: where the stem ends, and the particle.
fn split<'a>(passage: &Passage<'a>, run: Stretch, stem_before: bool, grammar: &Grammar) -> (usize, &'a str) {
    let text = passage.of(run);
    // A word is no particle alone.
    let inner = if stem_before { text } else { text.split_at(text.chars().next().map_or(0, char::len_utf8)).1 };
    let Some(longest) = grammar.particles.end_of(inner) else { return (run.end, "") };
    if grammar.particle_like.ends(text) || grammar.particle_like_words.contains(text) {
        return (run.end, "");
    }
    let cut = run.end - longest.chars().count();
    // "아들이": no plural.
    let sons = longest.strip_prefix('들').filter(|_| passage.chars[cut - 1] == '아');
    let cut = cut + usize::from(sons.is_some());
    if !stem_before && !follows(passage.chars[cut - 1], longest) {
        return (run.end, "");
    }
    (cut, passage.of(Stretch::new(cut, run.end)))
}

/// Whether a particle may stand behind a letter: some go behind a final consonant only ("문학과"), others behind a vowel
/// only. "감염내과" has none.
fn follows(last: char, particle: &str) -> bool {
    let Some(closed) = ends_closed(last) else { return true };
    match particle.chars().next() {
        Some('과' | '은' | '을') => closed,
        Some('와' | '는' | '를') => !closed,
        _ if particle == "이" => closed,
        _ if particle == "가" => !closed,
        _ => true,
    }
}

/// Whether a Hangul syllable ends in a consonant; `None` of other letters. Unicode, 3.12: each vowel has 28 syllables.
pub(crate) fn ends_closed(c: char) -> Option<bool> {
    is_hangul(c).then(|| !(c as u32).wrapping_sub('가' as u32).is_multiple_of(28))
}

/// Whether a Hangul syllable has the final consonant ㅆ (Unicode 3.12: index 20 of 28).
pub(crate) fn ends_in_double_s(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}') && (c as u32 - 0xac00) % 28 == 20
}

/// Whether a Hangul syllable has the final consonant ㄴ (index 4).
pub(crate) fn ends_in_n(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}') && (c as u32 - 0xac00) % 28 == 4
}

impl Word<'_> {
    /// Whether the word is marked as what the clause speaks about (`은 는 이 가 도 께서`).
    pub(crate) fn is_subject(&self, grammar: &Grammar) -> bool {
        grammar.subject_particles.contains(self.particle)
    }
}
