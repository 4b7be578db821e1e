//! Times of day: "오후 1시 30분", "저녁다섯시", "네 시 십오 분 전", "15:30", "3pm", "낮", "자정". Days of a month: "7~8일".

use super::numeral;
use super::parts::Parts;
use super::read::closes;
use crate::facts::passage::Passage;
use crate::lang::{DayPart, LangPack};
use crate::text::{is_alphanumeric, is_hangul};

/// Hours of the night that belong to the morning.
const NIGHT_HOURS_END: u16 = 5;
/// "세 시 십오 분 전" is a quarter to three; "세 시 사십 분 전" is before twenty to four.
const MOST_MINUTES_BEFORE: i32 = 20;
const NOON: u16 = 12;

/// A time of day as written.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clock {
    pub(crate) part: Option<&'static DayPart>,
    /// "이른" is -1, "늦은" 1.
    pub(crate) edge: i8,
    pub(crate) hour: Option<u16>,
    pub(crate) minute: u16,
    pub(crate) second: u16,
    /// Minutes that it is before the hour ("십오 분 전"); negative after it.
    pub(crate) before: i32,
    /// Whether the hour can mean only one hour of the day ("15:30", "오후 3시").
    pub(crate) certain: bool,
    /// Whether minutes are written, be they none ("2:00").
    pub(crate) exact: bool,
}

impl Clock {
    pub(crate) fn said(&self) -> bool {
        self.hour.is_some() || self.part.is_some()
    }

    /// Seconds after midnight, beyond a day for "밤 12시"; `None` when only a part of the day is said.
    pub(crate) fn seconds(&self) -> Option<i64> {
        let hour = self.hour?;
        let adds = self.part.map_or(0, |p| p.hours);
        let night = self.part.is_some_and(|p| p.value == "TNI");
        let hour = match hour {
            NOON if night && adds > 0 => 24,
            NOON if self.part.is_some_and(|p| adds == 0 && matches!(p.value, "TMO" | "TNI") && p.from != p.to) => 0,
            _ if adds == 0 || hour >= NOON => hour,
            _ if night && hour <= NIGHT_HOURS_END => hour,
            _ if self.part.is_some_and(|p| p.value == "TMI") && hour >= 10 => hour,
            _ => hour + adds,
        };
        Some((i64::from(hour) * 60 + i64::from(self.minute) - i64::from(self.before)) * 60 + i64::from(self.second))
    }

    /// The time of day without any day: "T08:40", or its part ("TMO").
    pub(crate) fn alone(&self) -> Option<String> {
        self.seconds().map(super::moment::time).or_else(|| self.part.map(|part| part.value.to_owned()))
    }

    /// The hours that a part of the day takes.
    pub(crate) fn hours(&self) -> Option<(i64, i64)> {
        let part = self.part?;
        let (from, to) = (i64::from(part.from), i64::from(part.to));
        let half = (to - from) / 2;
        // "Early morning" goes on until people are at work.
        let early = if to - from >= 12 { half + half / 2 } else { half };
        Some(match self.edge {
            -1 => (from, from + early),
            1 => (from + half, to),
            _ => (from, to),
        })
    }

    /// "밤 1시": past midnight, so the day after when no day is named.
    pub(crate) fn is_past_midnight(&self) -> bool {
        self.hour.is_some_and(|h| h <= NIGHT_HOURS_END) && self.part.is_some_and(|p| p.value == "TNI" && p.hours > 0)
    }
}

/// "7~8일", "11·19·22·29일", "30일", "이십이일".
pub(super) fn day_list(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(Vec<u8>, bool, usize)> {
    let mut days = Vec::new();
    let (mut cursor, mut is_range) = (at, false);
    loop {
        let Some((day, end)) = numeral::digits(passage, cursor).filter(|n| (1..=31).contains(&n.0)) else {
            let (day, end) =
                numeral::before(passage, cursor, "일", lang).filter(|n| days.is_empty() && (1..=31).contains(&n.0))?;
            return Some((vec![day as u8], false, end));
        };
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
    if let Some(end) = passage.read_any(passage.skip_space(parts.end), lang.time_words.same_time).filter(|_| parts.day.is_some())
    {
        (parts.same_time, parts.end) = (true, end);
        return parts;
    }
    if dated && !parts.names_day() {
        let hour =
            clock(passage, passage.skip_space(parts.end), true, lang).filter(|(c, _)| c.hour.is_some() && c.part.is_some());
        if let Some((clock, end)) = hour.filter(|_| parts.month.is_some() && parts.month_to.is_none() && parts.part.is_none()) {
            parts.day_end = Some(parts.end);
            (parts.clock, parts.end) = (clock, end);
        }
        return parts;
    }
    let bracket = passage.char(parts.end) == Some('(') && passage.chars[parts.end..].iter().take(8).any(|&c| c == ')');
    let after = if bracket && dated {
        parts.end + passage.chars[parts.end..].iter().position(|&c| c == ')').map_or(0, |p| p + 1)
    } else {
        parts.end
    };
    let spaced = passage.skip_space(after);
    let comma = passage.char(spaced) == Some(',') && dated;
    if let Some((clock, end)) = clock(passage, passage.skip_space(spaced + usize::from(comma)), dated, lang)
        && (!comma || clock.hour.is_some())
    {
        parts.day_end = dated.then_some(parts.end);
        (parts.clock, parts.end) = (clock, end);
    }
    parts
}

/// A time of day that begins at `at`, and where it ends.
fn clock(passage: &Passage<'_>, at: usize, dated: bool, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let mut clock = Clock::default();
    let mut end = None;
    for _ in 0..2 {
        let from = passage.skip_space(end.unwrap_or(at));
        let Some((part, edge, after)) = part(passage, from, lang) else { break };
        (clock.part, end) = (Some(part), Some(after));
        clock.edge = if edge != 0 { edge } else { clock.edge };
    }
    let from = passage.skip_space(end.unwrap_or(at));
    let context = dated || clock.part.is_some();
    if let Some((read, after)) = digital(passage, from, context, lang).or_else(|| written(passage, from, context, lang)) {
        let part = read.part.or(clock.part);
        let certain = read.certain || part.is_some();
        return Some((Clock { part, edge: clock.edge, certain, ..read }, after));
    }
    if let Some(part) = clock.part.filter(|p| p.from == p.to) {
        clock.hour = Some(part.from);
        clock.certain = true;
        if let Some((before, after)) = before(passage, passage.skip_space(end?), lang) {
            (clock.before, end) = (before, Some(after));
        }
    }
    Some((clock, end?))
}

/// A part of the day with "이른" or "늦은" before it; it must end its word, or its hour must follow.
fn part(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(&'static DayPart, i8, usize)> {
    let words = &lang.time_words;
    let early = passage.read_any(at, words.early).map(|end| (-1, end));
    let (edge, from) = early.or_else(|| passage.read_any(at, words.late).map(|end| (1, end))).unwrap_or((0, at));
    let from = passage.skip_space(from);
    let found = words.day_part.iter().filter_map(|part| passage.read(from, part.word).map(|end| (part, end))).max_by_key(|f| f.1);
    let (part, end) = found.filter(|f| !f.0.value.is_empty())?;
    let spaced = passage.skip_space(end);
    let hour = || numeral::hour(passage, spaced, lang).is_some() || passage.char(spaced).is_some_and(|c| c.is_ascii_digit());
    let other = || words.day_part.iter().any(|next| passage.read(end, next.word).is_some());
    (closes(passage, end, lang) || hour() || other()).then_some((part, edge, end))
}

/// "15:30", "3:18am", "3pm", "PM 3:30".
fn digital(passage: &Passage<'_>, at: usize, context: bool, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let lead = meridiem(passage, at, false);
    let (hour, end) =
        numeral::digits(passage, lead.map_or(at, |l| passage.skip_space(l.1))).filter(|&(h, e)| h <= 24 && e - at < 8)?;
    let two = |at: usize| numeral::digits(passage, at).filter(|&(n, e)| e - at == 2 && n < 60);
    let minute = passage.read(end, ":").and_then(two);
    let second = minute.and_then(|m| passage.read(m.1, ":")).and_then(two);
    let end = second.or(minute).map_or(end, |m| m.1);
    let tail =
        meridiem(passage, end, true).or_else(|| meridiem(passage, passage.skip_space(end), false)).filter(|_| lead.is_none());
    let half = tail.or(lead);
    if minute.is_none() && half.is_none() {
        return None;
    }
    let end = tail.map_or(end, |t| t.1);
    let free = passage.char(end).is_none_or(|c| !is_alphanumeric(c) && c != ':' || is_hangul(c));
    let plain = half.is_none() && !context;
    let said = passage.read_any(end, &["에", "부터", "까지", "께", "쯤", "경", "분"]).is_some() || end == passage.chars.len();
    if !free || plain && !said {
        return None;
    }
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    let certain = half.is_some() || hour > 12 || hour == 0;
    let _ = lang;
    let number = |n: Option<(i32, usize)>| n.map_or(0, |n| n.0 as u16);
    Some((
        Clock {
            hour: Some(hour as u16),
            minute: number(minute),
            second: number(second),
            certain,
            exact: minute.is_some(),
            ..Clock::default()
        },
        end,
    ))
}

/// "am", "p.m.", and glued to a digit "a": whether it is after noon, and where it ends.
pub(super) fn meridiem(passage: &Passage<'_>, at: usize, glued: bool) -> Option<(bool, usize)> {
    let words: [(&str, bool); 4] = [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)];
    let lower = |i: usize| passage.char(i).map(|c| c.to_ascii_lowercase());
    let reads = |word: &str| word.chars().enumerate().all(|(i, c)| lower(at + i) == Some(c)).then_some(at + word.len());
    let whole = words.iter().find_map(|(word, noon)| reads(word).map(|end| (*noon, end)));
    let short = || glued.then(|| reads("a").map(|e| (false, e)).or_else(|| reads("p").map(|e| (true, e)))).flatten();
    whole.or_else(short).filter(|&(_, end)| passage.char(end).is_none_or(|c| !c.is_ascii_alphanumeric()))
}

/// "3시 30분", "세시이십분", "열한 시 반", "17시 5분 전".
fn written(passage: &Passage<'_>, at: usize, context: bool, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let (hour, mut end) = numeral::hour(passage, at, lang).filter(|n| n.0 <= 24)?;
    let in_digits = passage.char(at).is_some_and(|c| c.is_ascii_digit());
    let goes_on = |e: usize| {
        numeral::digits(passage, e).is_some() || passage.char(e) == Some('반') || numeral::word_begins(passage, e, lang)
    };
    let spaced = passage.skip_space(end);
    let minute = numeral::before(passage, spaced, "분", lang).filter(|n| n.0 < 60);
    if minute.is_none() && !(passage.char(end).is_none_or(|c| !is_hangul(c)) || closes(passage, end, lang) || goes_on(end)) {
        return None;
    }
    let said =
        || passage.read_any(end, &["에", "부터", "까지", "께", "쯤", "경", "정각"]).is_some() || end == passage.chars.len();
    if !in_digits && !context && minute.is_none() && !said() && passage.char(spaced) != Some('반') {
        return None;
    }
    let mut clock = Clock { hour: Some(hour as u16), certain: hour > 12 || hour == 0, ..Clock::default() };
    if let Some((minute, after)) = minute {
        (clock.minute, end) = (minute as u16, after);
        let late = passage.skip_space(after);
        if passage.char(late) == Some('전') && minute <= MOST_MINUTES_BEFORE && closes(passage, late + 1, lang) {
            (clock.minute, clock.before, end) = (0, minute, late + 1);
        }
    } else if passage.char(spaced) == Some('반') && closes(passage, spaced + 1, lang) {
        (clock.minute, end) = (30, spaced + 1);
    }
    let spaced = passage.skip_space(end);
    if let Some((second, after)) = numeral::before(passage, spaced, "초", lang).filter(|n| n.0 < 60) {
        (clock.second, end) = (second as u16, after);
    }
    let spaced = passage.skip_space(end);
    let exact = passage.read(spaced, "정각").filter(|&e| closes(passage, e, lang));
    Some((clock, exact.unwrap_or(end)))
}

/// "자정 10분 전": minutes before, negative after.
fn before(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(i32, usize)> {
    let (minutes, end) = numeral::before(passage, at, "분", lang).filter(|n| n.0 < 60)?;
    let spaced = passage.skip_space(end);
    let after = passage.read_any(spaced, &["후", "뒤"]).map(|end| (-minutes, end));
    passage.read(spaced, "전").map(|end| (minutes, end)).or(after).filter(|f| closes(passage, f.1, lang))
}
