//! Where a mark begins and ends. Corpora draw sums, shares and ages with their "about" and "at least", counts without.

use super::{Marked, words};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::quantity::Counted;
use crate::lang::LangPack;

/// The mark of a quantity that the reader shows.
pub(super) fn of_quantity(passage: &Passage<'_>, counted: &Counted, lang: &LangPack) -> Marked {
    let quantity = &counted.quantity;
    let ordinal = passage.read_any(counted.at.end, &["째"]).is_some();
    let kind = match quantity.class {
        "money" => "MONEY",
        "percent" | "percent_point" => "PERCENT",
        "age" => "AGE",
        "rank" => "ORDINAL",
        _ if quantity.unit == "번" && orders(passage, counted) => "ORDINAL",
        _ if ordinal && matches!(quantity.unit.as_str(), "번" | "회" | "경기") => "ORDINAL",
        _ if ORDERED.contains(&quantity.unit.as_str()) && quantity.value.is_some_and(|v| v < ORDERED_END) => "ORDINAL",
        _ => "QUANTITY",
    };
    let mut at = counted.at;
    let wide = matches!(kind, "MONEY" | "PERCENT" | "AGE");
    if !wide && lang.code == "ko" {
        let about = passage.read_any(at.start, lang.number_words.about).map(|end| passage.skip_space(end));
        at.start = about.filter(|&start| start < at.end).unwrap_or(at.start);
        if passage.before(at.end) == Some('대') && quantity.min.is_some() && quantity.class == "score" {
            at.end -= 1;
        }
        if ordinal {
            at.end += 1;
        }
    }
    if wide && lang.code == "ko" {
        let after = passage.read_any(passage.skip_space(at.end), words().bounds_after);
        at.end = after.unwrap_or(at.end);
    }
    if kind == "AGE" {
        at.start = passage.read_back(at.start, &["만 ", "만"]);
    }
    at.start = passage.read_back(at.start, &["시속 ", "초속 ", "분속 ", "시속", "초속"]);
    // A range stands for what lies in its middle.
    let middle = quantity.min.zip(quantity.max).map(|(low, high)| (low + high) / 2.0);
    let value = quantity.value.or(middle).or(quantity.min).or(quantity.max);
    Marked { at, kind, value, unit: quantity.unit.clone() }
}

/// "기호 2번", "1번 타자": a number that names one of several.
fn orders(passage: &Passage<'_>, counted: &Counted) -> bool {
    let before = passage.read_back(counted.at.start, &["기호 ", "국도 ", "등번호 ", "채널 "]) < counted.at.start;
    before || passage.read_any(passage.skip_space(counted.at.end), &["타자", "홀", "출구", "버스", "시드", "지명"]).is_some()
}

/// Units of books and broadcasts that mostly say which one, below this number.
const ORDERED: &[&str] = &["편", "부", "기", "단계"];
const ORDERED_END: f64 = 30.0;

/// "40대 중반": the part of the decade belongs to the age.
pub(super) fn of_age(passage: &Passage<'_>, end: usize, kind: &str) -> usize {
    if kind != "AGE" {
        return end;
    }
    passage.read_any(passage.skip_space(end), words().ages).unwrap_or(end)
}

/// Adds a mark, joined with the last one where both are one record ("3승 2패") or one range ("20대∼50대").
pub(super) fn push(passage: &Passage<'_>, out: &mut Vec<Marked>, next: Marked) {
    if let Some(last) = out.last_mut().filter(|last| last.kind == next.kind && last.at.end <= next.at.start) {
        let gap = passage.of(Stretch::new(last.at.end, next.at.start));
        let record = |mark: &Marked| words().record.contains(mark.unit.as_str());
        let joined = record(last) && record(&next) && gap.trim().is_empty() || matches!(gap, "~" | "∼" | "～" | "〜");
        if joined {
            last.at.end = next.at.end;
            return;
        }
    }
    out.push(next);
}
