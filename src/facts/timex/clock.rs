//! Days of a month and times of day: "7~8일", "11·19·22일", "오후 1시 30분", "낮".

use super::parts::Parts;
use super::read::{closes, number};
use crate::facts::passage::Passage;
use crate::lang::LangPack;
use crate::text::is_hangul;

/// Hours of the night that belong to the morning.
const NIGHT_HOURS_END: i32 = 5;

/// "7~8일", "11·19·22·29일", "30일".
pub(super) fn day_list(passage: &Passage<'_>, at: usize) -> Option<(Vec<u8>, bool, usize)> {
    let mut days = Vec::new();
    let (mut cursor, mut is_range) = (at, false);
    loop {
        let (day, end) = number(passage, cursor).filter(|n| (1..=31).contains(&n.0))?;
        days.push(day as u8);
        let mark = passage.char(end)?;
        match mark {
            '일' => return Some((days, is_range, end + 1)),
            '~' | '∼' | '～' | '-' => is_range = true,
            '·' | 'ㆍ' | '∙' | ',' => {}
            _ => return None,
        }
        cursor = passage.skip_space(end + 1);
    }
}

/// "오후 1시 30분", "낮" after a date, or a clock time alone.
pub(super) fn with_time(passage: &Passage<'_>, mut parts: Parts, lang: &'static LangPack) -> Parts {
    let dated = parts.end > parts.start;
    let day_known = !parts.days.is_empty() || parts.day.is_some() || parts.weekday.is_some();
    if dated && !day_known {
        return parts;
    }
    let bracket = passage.char(parts.end) == Some('(') && passage.chars[parts.end..].iter().take(8).any(|&c| c == ')');
    let after = if bracket && dated {
        parts.end + passage.chars[parts.end..].iter().position(|&c| c == ')').map_or(0, |p| p + 1)
    } else {
        parts.end
    };
    let mut at = passage.skip_space(after);
    let found = lang.time_words.day_part.iter().find_map(|part| passage.read(at, part.word).map(|end| (part, end)));
    let mut end = None;
    if let Some((part, part_end)) = found.filter(|f| closes(passage, f.1, lang) || number(passage, f.1).is_some()) {
        parts.day_part = Some(part);
        end = dated.then_some(part_end);
        at = passage.skip_space(part_end);
    }
    if let Some((hour, after)) =
        number(passage, at).filter(|n| n.0 <= 24).and_then(|(h, e)| passage.read(e, "시").map(|e| (h, e))).filter(|&(_, e)| {
            passage.char(e).is_none_or(|c| !is_hangul(c))
                || closes(passage, e, lang)
                || number(passage, e).is_some()
                || passage.char(e) == Some('반')
        })
    {
        // "밤 1시" is past midnight, "밤 9시" is not.
        let after_midnight = hour < NIGHT_HOURS_END && parts.day_part.is_some_and(|p| p.value == "TNI");
        let noon = parts.day_part.map_or(0, |p| p.hours);
        parts.hour = Some(hour as u16 + if hour < 12 && !after_midnight { noon } else { 0 });
        end = Some(after);
        let minute = number(passage, passage.skip_space(after))
            .filter(|n| n.0 < 60)
            .and_then(|(m, e)| passage.read(e, "분").map(|e| (m, e)));
        if let Some((minute, after)) = minute {
            parts.minute = Some(minute as u16);
            end = Some(after);
        }
    }
    if let Some(end) = end {
        parts.end = end;
    } else {
        parts.day_part = None;
    }
    parts
}
