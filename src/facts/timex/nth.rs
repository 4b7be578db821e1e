//! Reads what counts inside a month, year or week: "둘째 주 금요일", "마지막 월요일", "말일", "주말", and days with names.

use super::numeral;
use super::parts::{Part, Parts, Reference};
use super::read::closes;
use crate::facts::passage::Passage;
use crate::lang::{Holiday, LangPack};
use crate::text::is_space;

/// Weeks of a year.
const WEEKS: i32 = 53;
/// Weeks that a month touches at most.
const WEEKS_OF_MONTH: i32 = 6;

/// "둘째 주", "마지막 월요일", "말일", "첫날", "월말".
pub(super) fn nth(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let words = &lang.time_words;
    let dated = parts.month.is_some() || parts.year.is_some();
    let from = if dated { passage.read(parts.end, "의").map_or(at, |end| passage.skip_space(end)) } else { at };
    if let Some(end) = edge(passage, from, parts, dated, lang) {
        return end;
    }
    // "31주": a week of the year.
    let week = numeral::digits(passage, from)
        .filter(|n| (1..=WEEKS).contains(&n.0) && parts.month.is_none() && parts.query | parts.year.is_some());
    if let Some((week, end)) = week
        .and_then(|(n, end)| passage.read(end, "주").map(|end| (n, end)))
        .filter(|w| parts.year.is_some() && closes(passage, w.1, lang) && !is_counted(passage, w.1))
    {
        (parts.nth_week, parts.end) = (Some(i64::from(week)), end);
        return passage.skip_space(end);
    }
    // "11월 3주차"
    let counted = numeral::digits(passage, from).filter(|n| (1..=WEEKS_OF_MONTH).contains(&n.0) && parts.month.is_some());
    let counted =
        counted.and_then(|(n, end)| passage.read_any(passage.skip_space(end), &["주차", "째 주", "째주"]).map(|end| (n, end)));
    if let Some((week, end)) = counted.filter(|w| closes(passage, w.1, lang)) {
        (parts.nth_week, parts.end) = (Some(i64::from(week)), end);
        return passage.skip_space(end);
    }
    let found = words.nth.iter().filter_map(|nth| passage.read(from, nth.word).map(|end| (nth.value, end))).max_by_key(|f| f.1);
    let Some((nth, after)) = found else { return week_part(passage, at, parts, lang) };
    let spaced = passage.skip_space(after);
    if let Some(end) =
        passage.read_any(spaced, &["주 ", "주"]).filter(|&e| passage.before(e) == Some(' ') || closes(passage, e, lang))
    {
        let end = if passage.before(end) == Some(' ') { end - 1 } else { end };
        if !dated && !parts.query {
            return at;
        }
        (parts.nth_week, parts.end) = (Some(nth), end);
        return week_part(passage, passage.skip_space(end), parts, lang);
    }
    let weekday = words.weekdays.iter().position(|word| passage.read(spaced, word).is_some_and(|end| closes(passage, end, lang)));
    let Some(weekday) = weekday.filter(|_| dated || parts.query || nth > 0) else { return at };
    (parts.nth, parts.weekday) = (Some(nth), Some(weekday as u8));
    parts.end = passage.read(spaced, words.weekdays[weekday]).unwrap_or(spaced);
    passage.skip_space(parts.end)
}

/// "말일", "마지막 날", "첫날", "월말", "월초".
fn edge(passage: &Passage<'_>, at: usize, parts: &mut Parts, dated: bool, lang: &LangPack) -> Option<usize> {
    let last = passage.read_any(at, &["말일", "마지막 날", "마지막날"]).map(|end| (Part::LastDay, end));
    let first = || passage.read_any(at, &["첫날", "첫 날"]).map(|end| (Part::FirstDay, end)).filter(|_| dated);
    let of_month = || {
        let found = [("월말", Part::Late), ("월초", Part::Early)].into_iter();
        found.filter_map(|(word, part)| passage.read(at, word).map(|end| (part, end))).next().filter(|_| !dated)
    };
    let (part, end) = last.filter(|_| dated || parts.query).or_else(first).or_else(of_month)?;
    if !closes(passage, end, lang) || parts.part.is_some() {
        return None;
    }
    (parts.part, parts.end) = (Some(part), end);
    Some(passage.skip_space(end))
}

/// "주말", "주중", after a week or alone.
pub(super) fn week_part(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let words = &lang.time_words;
    let weekend = passage.read_any(at, words.weekend).map(|end| (Part::Weekend, end));
    let found = weekend.or_else(|| passage.read_any(at, words.workdays).map(|end| (Part::Workdays, end)));
    let Some((part, end)) =
        found.filter(|f| closes(passage, f.1, lang) && (parts.week.is_some() || parts.nth_week.is_some() || !parts.dated()))
    else {
        return at;
    };
    (parts.part, parts.end) = (Some(part), end);
    let after = passage.char(passage.skip_space(end));
    parts.bound = passage.char(end).is_some_and(|c| !is_space(c)) || after.is_some_and(|c| c.is_ascii_digit());
    passage.skip_space(end)
}

/// "추석", "2027년 설날", "지난 크리스마스".
pub(super) fn holiday(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    // "설 자리": where to stand.
    let stands = |end: usize| passage.read(at, "설") == Some(end) && passage.read(end, " 자리").is_some();
    let named = named_day(passage, at, lang).filter(|f| closes(passage, f.1, lang) && !stands(f.1));
    let Some((found, end)) = named else { return at };
    (parts.holiday, parts.end) = (Some(found), end);
    let spaced = passage.skip_space(end);
    let Some(end) = passage.read(spaced, "연휴").filter(|&end| closes(passage, end, lang)) else { return spaced };
    (parts.days_off, parts.end) = (true, end);
    passage.skip_space(end)
}

/// "3분기 연속", "2주 연속": a length.
pub(super) fn is_counted(passage: &Passage<'_>, end: usize) -> bool {
    passage.read_any(passage.skip_space(end), &["연속", "째", "만에", "동안"]).is_some()
}

/// The longest name of a day that stands at `at`.
fn named_day(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(&'static Holiday, usize)> {
    let first = passage.char(at)?;
    let begins = lang.time_words.holiday.iter().filter(|h| h.word.starts_with(first));
    begins.filter_map(|h| passage.read(at, h.word).map(|end| (h, end))).max_by_key(|f| f.1)
}

/// "말일 전날", "크리스마스 다음 날".
pub(super) fn shift(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let named = parts.holiday.is_some()
        || matches!(parts.part, Some(Part::LastDay | Part::FirstDay))
        || matches!(parts.month, Some(Reference::Absolute(_))) && !parts.days.is_empty();
    if !named {
        return at;
    }
    let words = [("전날", -1), ("다음 날", 1), ("다음날", 1), ("이튿날", 1)];
    let found = words.iter().find_map(|(word, days)| passage.read(at, word).map(|end| (*days, end)));
    let Some((days, end)) = found.filter(|f| closes(passage, f.1, lang)) else { return at };
    (parts.shift, parts.end) = (days, end);
    passage.skip_space(end)
}
