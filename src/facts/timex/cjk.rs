//! Japanese and Chinese dates: "2024年9月7日", "令和六年", "午後3時半", "下午3点", "先月", "上周三", "3日前". Words are written
//! without spaces, so a reader may begin after any character that is no part of a number.

use super::clock::Clock;
use super::parts::{Direction, Parts, Reference};
use super::{Anchor, Timed, numeric, resolve};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::timex::moment::{month_after, plus_months};
use crate::lang::{LangPack, Named};

/// Years of an era begin after this year of the common era.
const ERAS: [(&str, i32); 7] =
    [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867), ("民国", 1911), ("民國", 1911)];
const YEARS: std::ops::Range<i32> = 1000..3000;

/// An expression that begins exactly at `at`.
pub(super) fn expression(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &'static LangPack) -> Option<Timed> {
    let before = at.checked_sub(1).and_then(|i| digit(passage, i));
    if before.is_some() && digit(passage, at).is_some() {
        return None;
    }
    if let Some(found) = length(passage, at, anchor, lang) {
        return Some(found);
    }
    let parts = date(passage, at, anchor.query, lang)?;
    resolve::resolve(&parts, anchor, lang)
}

fn date(passage: &Passage<'_>, at: usize, query: bool, lang: &'static LangPack) -> Option<Parts> {
    let mut parts = Parts { start: at, end: at, query, ..Parts::default() };
    if let Some(read) = numeric::date(passage, at, query, true).filter(|_| passage.chars[at].is_ascii_digit()) {
        parts = read;
    } else {
        for step in [named, year, year_part, month, day] {
            step(passage, &mut parts, lang);
        }
    }
    weekday(passage, &mut parts, lang);
    let dated = parts.dated();
    if !dated || parts.names_day() {
        let from = passage.read(parts.end, "の").filter(|_| dated).unwrap_or(parts.end);
        if let Some((clock, end)) = clock(passage, passage.skip_space(from), dated, lang) {
            parts.day_end = dated.then_some(parts.end);
            (parts.clock, parts.end) = (clock, end);
        }
    }
    (dated || parts.clock.hour.is_some() || parts.clock.said() && query).then_some(parts)
}

/// The value of a digit, ASCII, full-width or Chinese.
fn digit(passage: &Passage<'_>, at: usize) -> Option<i32> {
    let c = passage.char(at)?;
    let wide = u32::from(c).checked_sub(u32::from('０')).filter(|d| *d < 10).map(|d| d as i32);
    let han = || "〇一二三四五六七八九".chars().position(|h| h == c).map(|d| d as i32);
    let special = || match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '両' | '两' | '兩' => Some(2),
        _ => None,
    };
    c.to_digit(10).map(|d| d as i32).or(wide).or_else(han).or_else(special)
}

/// A number that begins at `at`: "2024", "２０２４", "二〇二四", "二十七".
fn number(passage: &Passage<'_>, at: usize) -> Option<(i32, usize)> {
    let (mut total, mut run, mut end, mut places) = (0, None, at, 0);
    while let Some(d) = digit(passage, end) {
        let power = matches!(passage.chars[end], '十' | '百' | '千');
        if power {
            total += run.take().unwrap_or(1) * d;
        } else {
            run = Some(run.unwrap_or(0) * 10 + d);
        }
        end += 1;
        places += 1;
        if places > 6 {
            return None;
        }
    }
    (end > at).then(|| (total + run.unwrap_or(0), end))
}

fn before(passage: &Passage<'_>, at: usize, units: &[&str]) -> Option<(i32, usize)> {
    let (value, end) = number(passage, at)?;
    passage.read_any(passage.skip_space(end), units).map(|end| (value, end))
}

fn named(passage: &Passage<'_>, parts: &mut Parts, lang: &'static LangPack) {
    let first = passage.char(parts.start);
    let words = lang.time_words.named.iter().filter(|n| n.word.chars().next() == first);
    let found = words.filter_map(|n| passage.read(parts.start, n.word).map(|end| (n, end))).max_by_key(|f| f.1);
    let Some((named, end)) = found else { return };
    set(parts, named);
    parts.end = end;
}

fn set(parts: &mut Parts, named: &'static Named) {
    match named.grain {
        "day" => parts.day = Some(named),
        "week" => parts.week = Some(named),
        "month" => parts.month = Some(Reference::Named(named)),
        "quarter" => parts.quarter = Some(named),
        _ => parts.year = Some(Reference::Named(named)),
    }
}

/// "2024年", "令和元年", "90年代", "21世紀".
fn year(passage: &Passage<'_>, parts: &mut Parts, _: &'static LangPack) {
    if parts.end > parts.start {
        return;
    }
    let era = ERAS.iter().find_map(|(era, base)| passage.read(parts.start, era).map(|end| (*base, end)));
    let from = era.map_or(parts.start, |e| e.1);
    let first = passage.read(from, "元年").filter(|_| era.is_some()).map(|end| (1, end));
    let Some((value, end)) = first.or_else(|| before(passage, from, &["年"])) else {
        if let Some((century, end)) = before(passage, from, &["世紀", "世纪"]).filter(|c| (1..=30).contains(&c.0)) {
            (parts.year, parts.century, parts.end) = (Some(Reference::Absolute(100 * (century - 1))), true, end);
        }
        return;
    };
    let full = era.map_or(value, |e| e.0 + value);
    if let Some(end) = passage.read(end, "代").filter(|_| full % 10 == 0 && era.is_none()) {
        let full = if full < 100 { super::year::full_year(full) } else { full };
        (parts.year, parts.decade, parts.end) = (Some(Reference::Absolute(full)), true, end);
        return;
    }
    if !YEARS.contains(&full) || passage.read_any(end, &["間", "间"]).is_some() {
        return;
    }
    (parts.year, parts.end) = (Some(Reference::Absolute(full)), passage.read(end, "度").unwrap_or(end));
}

/// "第3四半期", "第三季度", "上半年".
fn year_part(passage: &Passage<'_>, parts: &mut Parts, lang: &'static LangPack) {
    let from = passage.read(parts.end, "の").unwrap_or(parts.end);
    let quarter = passage.read(from, "第").and_then(|n| before(passage, n, &["四半期", "季度"]));
    if let Some((quarter, end)) = quarter.filter(|q| (1..=4).contains(&q.0)) {
        (parts.year_part, parts.end) = (Some(format!("Q{quarter}")), end);
        return;
    }
    let found = lang.time_words.year_part.iter().find_map(|p| passage.read(from, p.word).map(|end| (p, end)));
    if let Some((part, end)) = found.filter(|f| parts.year.is_some() || f.0.value.starts_with('H')) {
        (parts.year_part, parts.end) = (Some(part.value.to_owned()), end);
    }
}

fn month(passage: &Passage<'_>, parts: &mut Parts, _: &'static LangPack) {
    if parts.month.is_some() || parts.day.is_some() || parts.week.is_some() || parts.year_part.is_some() {
        return;
    }
    if let Some((month, end)) = before(passage, passage.skip_space(parts.end), &["月"]).filter(|m| (1..=12).contains(&m.0)) {
        (parts.month, parts.end) = (Some(Reference::Absolute(month)), end);
    }
}

fn day(passage: &Passage<'_>, parts: &mut Parts, _: &'static LangPack) {
    let alone = parts.end == parts.start;
    if parts.month.is_none() && !alone {
        return;
    }
    let from = passage.skip_space(parts.end);
    let to = number(passage, from).filter(|n| matches!(passage.char(n.1), Some('~' | '～' | '〜' | '-' | '－' | '・' | '至')));
    let range =
        to.and_then(|(first, end)| before(passage, end + 1, &["日", "号", "號"]).map(|(last, end)| (vec![first, last], end)));
    let one = || before(passage, from, &["日", "号", "號"]).map(|(day, end)| (vec![day], end));
    let Some((days, end)) = range.or_else(one).filter(|d| d.0.iter().all(|day| (1..=31).contains(day))) else { return };
    // "3日間", "2号线", "日本": lengths, lines and countries.
    let other = passage
        .read_any(end, &["間", "间", "目", "本", "线", "線", "楼", "樓", "前", "後", "后", "連続", "以内", "内"])
        .is_some();
    if other || passage.read(end - 1, "日本").is_some() {
        return;
    }
    parts.days_are_range = days.len() > 1;
    (parts.days, parts.end) = (days.into_iter().map(|d| d as u8).collect(), end);
}

/// "（水）", "の木曜日", "星期三", and "周三" after a week.
fn weekday(passage: &Passage<'_>, parts: &mut Parts, lang: &'static LangPack) {
    let linked = passage.read(parts.end, "の").unwrap_or(parts.end);
    let bracket = matches!(passage.char(parts.end), Some('(' | '（'));
    let from = if bracket { parts.end + 1 } else { linked };
    let direction = if parts.end == parts.start { direction(passage, from, lang) } else { None };
    let from = direction.map_or(from, |d| d.1);
    let names = lang.time_words.weekdays.iter().enumerate();
    let whole = names.flat_map(|(day, names)| names.split('|').map(move |name| (day, name)));
    let short = bracket || parts.week.is_some();
    let found = whole.filter(|(_, name)| short || name.chars().count() > 1);
    let found = found.filter_map(|(day, name)| passage.read(from, name).map(|end| (day as u8, end))).max_by_key(|f| f.1);
    let Some((day, end)) = found else { return };
    if bracket && !matches!(passage.char(end), Some(')' | '）')) {
        return;
    }
    (parts.weekday, parts.end) = (Some(day), end + usize::from(bracket));
    parts.direction = direction.map_or(parts.direction, |d| d.0);
}

fn direction(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(Direction, usize)> {
    let words = &lang.time_words;
    let lists = [(words.past, Direction::Past), (words.next, Direction::Next), (words.this, Direction::This)];
    lists.iter().find_map(|(list, direction)| passage.read_any(at, *list).map(|end| (*direction, end)))
}

/// "午前6時13分", "下午3点半", "16:00", "11時PM".
fn clock(passage: &Passage<'_>, at: usize, dated: bool, lang: &'static LangPack) -> Option<(Clock, usize)> {
    let words = &lang.time_words;
    let part = words.day_part.iter().filter_map(|p| passage.read(at, p.word).map(|end| (p, end))).max_by_key(|f| f.1);
    let from = passage.skip_space(part.map_or(at, |p| p.1));
    let mut clock = Clock { part: part.map(|p| p.0), certain: part.is_some(), ..Clock::default() };
    let hours = before(passage, from, &["時", "时", "点", "點"])
        .filter(|h| (0..=24).contains(&h.0) && passage.read_any(h.1, &["間", "间"]).is_none());
    let Some((hour, mut end)) = hours else {
        let (hour, colon) = number(passage, from).filter(|n| n.0 <= 24)?;
        let minute = passage
            .read_any(colon, &[":", "："])
            .and_then(|n| number(passage, n))
            .filter(|m| m.0 < 60 && (dated || part.is_some()));
        let Some((minute, end)) = minute else { return part.map(|p| (clock, p.1)) };
        let half = super::clock::meridiem(passage, end, false);
        (clock.hour, clock.minute, clock.exact) =
            (Some(hour as u16 + if half.is_some_and(|h| h.0) && hour < 12 { 12 } else { 0 }), minute as u16, true);
        return Some((clock, half.map_or(end, |h| h.1)));
    };
    clock.hour = Some(hour as u16);
    clock.certain |= hour > 12;
    if let Some((minute, after)) = before(passage, end, &["分"]).filter(|m| m.0 < 60) {
        (clock.minute, end) = (minute as u16, after);
    } else if let Some(after) = passage.read(end, "半") {
        (clock.minute, end) = (30, after);
    }
    if let Some((second, after)) = before(passage, end, &["秒"]).filter(|s| s.0 < 60) {
        (clock.second, end) = (second as u16, after);
    }
    if let Some((noon, after)) = super::clock::meridiem(passage, end, false) {
        (clock.hour, clock.certain, end) = (Some(hour as u16 + if noon && hour < 12 { 12 } else { 0 }), true, after);
    }
    Some((clock, end))
}

/// Units of a length with their letter (small for parts of a day).
const UNITS: [(&[&str], char); 7] = [
    (&["年間", "年间", "年"], 'Y'),
    (&["か月間", "カ月間", "ヶ月間", "か月", "カ月", "ヶ月", "ヵ月", "个月", "個月"], 'M'),
    (&["週間", "周间", "周", "星期", "个星期", "週"], 'W'),
    (&["日間", "日", "天"], 'D'),
    (&["時間", "小时", "小時", "个小时"], 'h'),
    (&["分間", "分钟", "分鐘", "分"], 'm'),
    (&["秒間", "秒钟", "秒"], 's'),
];

/// "3日前", "两年后", "5年間", "三个月".
fn length(passage: &Passage<'_>, at: usize, anchor: &Anchor, lang: &'static LangPack) -> Option<Timed> {
    let (count, end) = number(passage, at).filter(|n| n.0 > 0)?;
    let found =
        UNITS.iter().filter_map(|(names, letter)| passage.read_any(end, *names).map(|end| (*letter, end))).max_by_key(|f| f.1);
    let (letter, end) = found?;
    let words = &lang.time_words;
    let ago = passage.read_any(end, words.ago);
    let later = passage.read_any(end, words.later).filter(|_| ago.is_none());
    let count = i64::from(count);
    let Some(after) = ago.or(later) else {
        let said = passage.before(end).is_some_and(|c| matches!(c, '間' | '间' | '月' | '天' | '钟' | '鐘' | '时' | '時'))
            && letter != 'Y'
            || passage.before(end) == Some('間');
        let iso = if letter.is_ascii_lowercase() {
            format!("PT{count}{}", letter.to_ascii_uppercase())
        } else {
            format!("P{count}{letter}")
        };
        return said.then(|| Timed::new(Stretch::new(at, end), "DURATION", Some(iso), false));
    };
    if letter == 'Y' && count >= i64::from(YEARS.start) || letter == 'D' && passage.before(at) == Some('月') {
        return None;
    }
    let sign = if ago.is_some() { -count } else { count };
    let value = match letter {
        'h' | 'm' | 's' => {
            let seconds = if letter == 'h' {
                3600
            } else if letter == 'm' {
                60
            } else {
                1
            };
            anchor.now.map(|now| now.plus_seconds(sign * seconds).to_string())
        }
        'D' => anchor.published.map(|day| day.plus_days(sign).to_string()),
        'W' => anchor.published.map(|day| day.plus_days(7 * sign).to_string()),
        'M' => anchor.published.map(|day| {
            let (year, month) = month_after(day, sign);
            format!("{year:04}-{month:02}")
        }),
        _ => anchor.published.map(|day| format!("{:04}", plus_months(day, 12 * sign).year)),
    };
    let timex_type = if letter.is_ascii_lowercase() { "TIME" } else { "DATE" };
    Some(Timed::new(Stretch::new(at, after), timex_type, value, true))
}
