//! Reads a Korean date or time of day into its parts: "지난해 9~10월", "오는 11월4일 오후 2시", "2024. 9. 30.", "올 3분기", "이날 낮".

use super::clock::{day_list, with_time};
use super::parts::{Direction, Parts, Reference};
use crate::facts::passage::Passage;
use crate::lang::{LangPack, Named};
use crate::text::is_hangul;

/// What may follow a month or year and belongs to it ("8월 말").
const LATE: &[&str] =
    &["첫째 주", "첫 주", "둘째 주", "셋째 주", "넷째 주", "마지막 주", "말", "초", "중순", "하순", "상순", "초순"];
/// What follows a count of days that is a length, not a date ("3일 동안").
const LENGTH_AFTER: &[&str] = &[
    "간", "동안", "만에", "만의", "연속", "째", "이내", "내에", "이상", "이하", "안에", "내내", "가량", "정도", "넘게", "뒤",
    "후", "전", "치",
];

/// The date that begins exactly at `at`.
pub(crate) fn date(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<Parts> {
    if let Some(parts) = years(passage, at, lang) {
        return Some(parts);
    }
    if let Some(parts) = numeric(passage, at) {
        return Some(with_time(passage, parts, lang));
    }
    let mut parts = Parts { start: at, end: at, ..Parts::default() };
    let whole =
        lang.time_words.named.iter().any(|named| passage.read(at, named.word).is_some_and(|end| closes(passage, end, lang)));
    let mut cursor = if whole { at } else { direction(passage, at, &mut parts, lang) };
    for step in [year, year_part, month, days, weekday] {
        cursor = step(passage, cursor, &mut parts, lang);
    }
    let has_date = parts.end > at
        && (parts.year.is_some()
            || parts.month.is_some()
            || !parts.days.is_empty()
            || parts.day.is_some()
            || parts.week.is_some()
            || parts.quarter.is_some()
            || parts.year_part.is_some()
            || parts.season_year
            || parts.weekday.is_some() && parts.direction != Direction::Unsaid);
    let parts = with_time(passage, parts, lang);
    (has_date || parts.hour.is_some()).then_some(parts)
}

pub(super) fn number(passage: &Passage<'_>, at: usize) -> Option<(i32, usize)> {
    let digits: String = passage.chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).take(5).collect();
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    Some((digits.parse().ok()?, at + digits.len()))
}

/// "1978~83년", "2015∼2017년".
fn years(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<Parts> {
    let (first, end) = number(passage, at).filter(|&(year, end)| end - at == 4 && (1000..3000).contains(&year))?;
    let after = passage.char(end).filter(|c| matches!(c, '~' | '∼' | '～' | '-')).map(|_| end + 1)?;
    let (second, end) = number(passage, after)?;
    let to = if end - after == 2 { first - first % 100 + second } else { second };
    let end = passage.read(end, "년").filter(|&end| closes(passage, end, lang) && to > first && to < 3000)?;
    Some(Parts { start: at, end, year: Some(Reference::Absolute(first)), year_to: Some(to), ..Parts::default() })
}

/// "2024. 9. 30.", "2024-09-30", "2024/9/30", "2024.9.30".
fn numeric(passage: &Passage<'_>, at: usize) -> Option<Parts> {
    let (year, end) = number(passage, at).filter(|&(year, end)| end - at == 4 && (1000..3000).contains(&year))?;
    let mark = passage.char(end).filter(|c| matches!(c, '.' | '-' | '/'))?;
    let (month, end) = number(passage, passage.skip_space(end + 1)).filter(|&(m, _)| (1..=12).contains(&m))?;
    let mut parts = Parts {
        start: at,
        end,
        year: Some(Reference::Absolute(year)),
        month: Some(Reference::Absolute(month)),
        ..Parts::default()
    };
    let day = passage.char(end).filter(|c| *c == mark).and_then(|_| number(passage, passage.skip_space(end + 1)));
    let (day, end) = day.filter(|&(d, _)| (1..=31).contains(&d))?;
    parts.days.push(day as u8);
    parts.end =
        end + usize::from(mark == '.' && passage.char(end) == Some('.') && passage.char(end + 1).is_some_and(|c| c == ' '));
    (!passage.char(end).is_some_and(|c| c.is_alphanumeric() && !is_hangul(c))).then_some(parts)
}

fn direction(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    let words = &lang.time_words;
    for (list, direction) in [(words.past, Direction::Past), (words.coming, Direction::Coming)] {
        let end = passage.read_any(at, list).filter(|&end| {
            passage.char(end).is_some_and(|c| c == ' ' || c.is_ascii_digit()) || passage.read(end, "시즌").is_some()
        });
        if let Some(end) = end {
            parts.direction = direction;
            return passage.skip_space(end);
        }
    }
    let this = passage.read_any(at, words.this).filter(|&end| passage.char(end) == Some(' '));
    parts.season_year = false;
    this.map_or(at, |end| passage.skip_space(end))
}

/// The longest named word of one of these grains, if the word ends after it.
fn named(passage: &Passage<'_>, at: usize, grains: &[&str], lang: &'static LangPack) -> Option<(&'static Named, usize)> {
    let words = lang.time_words.named.iter().filter(|named| grains.contains(&named.grain));
    let found = words.filter_map(|named| passage.read(at, named.word).map(|end| (named, end))).max_by_key(|&(_, end)| end);
    found.filter(|(named, end)| closes(passage, *end, lang) && (!named.strict || compared(passage, *end, lang)))
}

/// Words that mean something else as well count only in a comparison ("전달 대비", "전주보다").
fn compared(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let after = passage.skip_space(end);
    passage.read_any(after, lang.check_words.than).is_some() || passage.char(end) == Some('(')
}

/// Whether the word ends here but for a particle.
pub(super) fn closes(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let tail: String = passage.chars[end..].iter().take_while(|c| is_hangul(**c)).collect();
    let copula = |t: &str| lang.grammar.copulas.iter().any(|c| t.starts_with(c));
    let stated = copula(&tail) || lang.grammar.particles.iter().any(|p| tail.strip_prefix(p).is_some_and(copula));
    tail.is_empty()
        || stated
        || lang.grammar.particles.contains(&&*tail)
        || LATE
            .iter()
            .any(|late| tail.strip_prefix(late).is_some_and(|rest| rest.is_empty() || lang.grammar.particles.contains(&rest)))
        || matches!(
            &*tail,
            "인" | "자"
                | "자로"
                | "께"
                | "쯤"
                | "경"
                | "부로"
                | "부"
                | "밤"
                | "새벽"
                | "오전"
                | "오후"
                | "낮"
                | "저녁"
                | "아침"
                | "현재"
                | "대비"
                | "기준"
                | "부터는"
                | "까지는"
                | "보다는"
                | "동안"
                | "중"
                | "들어"
                | "이후"
                | "이전"
                | "부턴"
                | "까진"
                | "이래"
        )
}

fn year(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    if let Some((found, end)) = named(passage, at, &["year"], lang) {
        parts.year = Some(Reference::Named(found));
        return after_year(passage, end, parts, lang);
    }
    let short = matches!(passage.char(at), Some('’' | '\''));
    let Some((year, end)) = number(passage, at + usize::from(short)) else { return at };
    let digits = end - at - usize::from(short);
    let Some(end) = passage.read(end, "년") else { return at };
    let full = match digits {
        4 if (1000..3000).contains(&year) => year,
        2 if short || number(passage, passage.skip_space(end)).is_some_and(|(_, m)| passage.char(m) == Some('월')) => {
            2000 + year
        }
        _ => return at,
    };
    if let Some(after) = passage.read(end, "대").filter(|&after| closes(passage, after, lang) && full % 10 == 0) {
        let spaced = passage.skip_space(after);
        let late = passage.read_any(spaced, &["초반", "중반", "후반", "말", "초"]).filter(|&l| closes(passage, l, lang));
        parts.decade = true;
        parts.year = Some(Reference::Absolute(full));
        parts.end = late.unwrap_or(after);
        return parts.end;
    }
    if passage.char(end).is_some_and(is_hangul)
        && !closes(passage, end, lang)
        && passage.read_any(end, &["도", "형", "판"]).is_none()
    {
        return at;
    }
    parts.year = Some(Reference::Absolute(full));
    after_year(passage, end, parts, lang)
}

fn after_year(passage: &Passage<'_>, end: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    parts.end = end;
    let spaced = passage.skip_space(end);
    if let Some(after) = passage.read_any(spaced, lang.time_words.same_period) {
        parts.same_period = true;
        parts.end = after;
        return after;
    }
    if let Some(late) = passage.read_any(spaced, &["말", "초"]).filter(|&l| closes(passage, l, lang)) {
        parts.year_part = Some(if passage.char(spaced) == Some('말') { "12" } else { "01" }.into());
        parts.end = late;
    }
    passage.skip_space(parts.end)
}

fn year_part(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    if parts.same_period {
        return at;
    }
    let found = lang.time_words.year_part.iter().find_map(|part| passage.read(at, part.word).map(|end| (part, end)));
    if let Some((part, end)) = found.filter(|f| closes(passage, f.1, lang)) {
        parts.year_part = Some(part.value.to_owned());
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some((found, end)) = named(passage, at, &["quarter"], lang) {
        parts.quarter = Some(found);
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some(end) = passage.read(at, "시즌").filter(|_| at > parts.start) {
        parts.season_year = true;
        parts.end = end;
        return end;
    }
    // "올해 들어 3분기까지": all quarters of the year so far.
    let since = passage.read(at, "들어 ").filter(|_| parts.year.is_some());
    let Some((first, mut end)) = number(passage, since.unwrap_or(at)).filter(|n| (1..=4).contains(&n.0)) else { return at };
    let to = passage.char(end).filter(|c| matches!(c, '~' | '∼' | '-' | '·')).and_then(|_| number(passage, end + 1));
    end = to.map_or(end, |t| t.1);
    let Some(end) = passage.read(end, "분기").filter(|&e| closes(passage, e, lang)) else { return at };
    parts.year_part = Some(format!("Q{}", if since.is_some() { 1 } else { first }));
    parts.quarter_to = to.map(|t| t.0 as u8).or(since.map(|_| first as u8));
    parts.end = end;
    passage.skip_space(end)
}

fn month(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    if let Some((found, end)) =
        named(passage, at, &["month"], lang).filter(|_| parts.year.is_none()).or_else(|| glued_month(passage, at, lang))
    {
        parts.month = Some(Reference::Named(found));
        return after_month(passage, end, parts, lang);
    }
    let Some((month, mut end)) = number(passage, at).filter(|n| (1..=12).contains(&n.0)) else { return at };
    let to = passage
        .char(end)
        .filter(|c| matches!(c, '~' | '∼' | '-'))
        .and_then(|_| number(passage, end + 1))
        .filter(|n| (1..=12).contains(&n.0));
    end = to.map_or(end, |t| t.1);
    let Some(end) = passage.read(end, "월") else { return at };
    let dated = passage.char(end).is_some_and(|c| c.is_ascii_digit());
    if !dated && !closes(passage, end, lang) {
        return at;
    }
    parts.month = Some(Reference::Absolute(month));
    parts.month_to = to.map(|t| t.0 as u8);
    after_month(passage, end, parts, lang)
}

/// "이달1일": a named month with its day glued to it.
fn glued_month(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(&'static Named, usize)> {
    let words = lang.time_words.named.iter().filter(|named| named.grain == "month");
    let found = words.filter_map(|named| passage.read(at, named.word).map(|end| (named, end))).max_by_key(|&(_, end)| end);
    found.filter(|&(_, end)| number(passage, passage.skip_space(end)).is_some_and(|(_, e)| passage.char(e) == Some('일')))
}

fn after_month(passage: &Passage<'_>, end: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    parts.end = end;
    let spaced = passage.skip_space(end);
    if let Some(late) = passage.read_any(spaced, LATE).filter(|&l| closes(passage, l, lang)) {
        parts.end = late;
        return late;
    }
    spaced
}

fn days(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let alone = parts.end == parts.start && parts.direction == Direction::Unsaid;
    if let Some((found, end)) = named(passage, at, &["day"], lang).filter(|_| alone) {
        parts.day = Some(found);
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some((found, end)) = named(passage, at, &["week"], lang).filter(|_| parts.month.is_none()) {
        parts.week = Some(found);
        parts.end = end;
        return passage.skip_space(end);
    }
    if parts.month.is_none() && (parts.year.is_some() || parts.year_part.is_some()) {
        return at;
    }
    let Some((days, is_range, end)) = day_list(passage, at) else { return at };
    let spaced = passage.skip_space(end);
    let is_length = passage.read_any(end, &["간", "째", "차", "치", "짜리", "만에", "씩"]).is_some()
        || passage
            .read_any(spaced, LENGTH_AFTER)
            .is_some_and(|e| closes(passage, e, lang) || passage.char(e).is_none_or(|c| !is_hangul(c)));
    if parts.month.is_none() && is_length || passage.char(end).is_some_and(is_hangul) && !closes(passage, end, lang) {
        return at;
    }
    parts.days = days;
    parts.days_are_range = is_range;
    parts.end = end;
    spaced
}

fn weekday(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let found = lang.time_words.weekdays.iter().enumerate().find_map(|(day, word)| passage.read(at, word).map(|end| (day, end)));
    let Some((day, end)) = found else { return at };
    if at == parts.start {
        return at;
    }
    parts.weekday = Some(day as u8);
    parts.end = end;
    passage.skip_space(end)
}
