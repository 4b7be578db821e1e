//! What is compared with a count of a year that the text named as its basis counts back from that year: "지난해 기준 …
//! 9명이다. 3년 전(4명)과 견줘".

use super::{Anchor, Timed};
use crate::facts::passage::Passage;
use crate::lang::LangPack;
use crate::text::is_space;

/// Counts such distances from the year of the basis named before them in the passage.
pub(super) fn recount(passage: &Passage<'_>, found: &mut [Timed], anchor: &Anchor, lang: &LangPack) {
    let Some(published) = anchor.published else { return };
    let words = &lang.time_words;
    let mut basis = None;
    for timed in found {
        let Some(year) = timed.timex.value.as_deref().filter(|v| v.len() == 4).and_then(|v| v.parse::<i32>().ok()) else {
            continue;
        };
        let rest = passage.from(timed.at.end).trim_start_matches(is_space);
        if words.basis.begins(rest) {
            basis = Some(year);
            continue;
        }
        let bracket = passage.pairs.iter().find(|p| p.open == timed.at.end).map_or(timed.at.end, |p| p.close + 1);
        let behind = passage.from(bracket);
        let compared = lang.check_words.than.begins(behind);
        let ago = words.past_ends.ends(passage.of(timed.at));
        if let Some(basis) = basis.filter(|_| compared && ago && timed.timex.relative) {
            timed.timex.value = Some(format!("{:04}", basis - (published.year - year)));
            timed.timex.interval = None;
            timed.timex.assumed = "told";
        }
    }
}
