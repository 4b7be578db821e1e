//! What is compared with a count of a year that the text named as its basis counts back from that year: "지난해 기준 …
//! 9명이다. 3년 전(4명)과 견줘". A month that is the basis of a record is that of every year: "5월 기준 역대 최고".

use super::{Anchor, Timed};
use crate::facts::passage::{Passage, Stretch};
use crate::lang::LangPack;
use crate::text::is_space;

/// Characters behind a month in which a word for a record is looked for.
const RECORD_REACH: usize = 16;

/// Makes the months of records those of every year.
pub(super) fn of_every_year(passage: &Passage<'_>, found: &mut [Timed], lang: &LangPack) {
    let words = &lang.time_words;
    for timed in found {
        let text = passage.of(timed.at);
        let plain = timed.timex.assumed == "year" && text.ends_with('월') && text.starts_with(|c: char| c.is_ascii_digit());
        let Some(month) = timed.timex.value.as_deref().filter(|v| plain && v.len() == 7).map(|v| v[4..].to_owned()) else {
            continue;
        };
        let record = |text: &str| words.records.is_in(text);
        let rest = passage.from(timed.at.end).trim_start_matches(is_space);
        let near = rest.char_indices().nth(RECORD_REACH).map_or(rest, |(end, _)| &rest[..end]);
        let before = passage.of(Stretch::new(0, timed.at.start)).trim_end();
        let of_all = words.records.ends(before) && rest.starts_with("중 ");
        if words.basis.begins(rest) && record(near) || of_all {
            timed.timex.value = Some(format!("XXXX{month}"));
            (timed.timex.interval, timed.timex.relative, timed.timex.assumed) = (None, false, "");
        }
    }
}

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
