//! Repetitions: "매일 오전 9시 30분", "매년 5월", "매년 3·6·9·12월", "매달 10일", "매주 화·목요일 오후 2시". TIMEX3 values with an X
//! for what recurs: `XXXX-05`, `XXXX-XX-10`, `XXXX-WXX-2`.

use super::numeral;
use super::parts::{Parts, Reference};
use super::read::{closes, date};
use super::{Timed, clock};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::{number, unit};
use crate::lang::{LangPack, Repetition};

/// The repetition that begins exactly at `at`.
pub(super) fn repetition(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<Timed> {
    let words = lang.time_words.repetition.iter();
    let (word, end) = words.filter_map(|w| passage.read(at, w.word).map(|end| (w, end))).max_by_key(|f| f.1)?;
    if !unit::ends(passage, end, lang) {
        return None;
    }
    let from = passage.skip_space(end);
    let (value, end) = inside(passage, word, from, lang).unwrap_or((word.value.to_owned(), end));
    Some(Timed::new(Stretch::new(at, end), "SET", Some(value), false))
}

/// What stands behind the word and says when in each year, month, week or day: the value of both, and where it ends.
fn inside(passage: &Passage<'_>, word: &Repetition, from: usize, lang: &'static LangPack) -> Option<(String, usize)> {
    match word.value {
        "P1Y" => months(passage, from, lang).or_else(|| of_year(passage, from, lang)),
        "XXXX-XX" => of_month(passage, from, lang),
        "XXXX-WXX" => weekdays(passage, from, lang),
        "XXXX-XX-XX" => {
            let (time, end) = time(passage, from, lang)?;
            Some((format!("{}{time}", word.value), end))
        }
        _ => None,
    }
}

/// "3·6·9·12월"
fn months(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(String, usize)> {
    let (months, end) = numeral::list(passage, at, "월", 1..=12).filter(|list| closes(passage, list.1, lang))?;
    let listed: Vec<String> = months.iter().map(|month| format!("XXXX-{month:02}")).collect();
    Some((listed.join(","), end))
}

/// "5월", "5월 18일", "봄", "상반기".
fn of_year(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(String, usize)> {
    let parts = date(passage, at, false, lang).filter(|p| p.year.is_none() && p.year_to.is_none() && !p.clock.said())?;
    let value = match parts {
        Parts { month: Some(Reference::Absolute(month)), month_to: None, ref days, .. } => match days[..] {
            [] => format!("XXXX-{month:02}"),
            [day] => format!("XXXX-{month:02}-{day:02}"),
            _ => return None,
        },
        Parts { month: None, year_part: Some(ref part), .. } => format!("XXXX-{part}"),
        _ => return None,
    };
    Some((value, parts.end))
}

/// "10일", "마지막 주 화요일": no value says which week of a month.
fn of_month(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(String, usize)> {
    let plain = |parts: &Parts| parts.year.is_none() && parts.month.is_none() && !parts.clock.said();
    if let Some(parts) = date(passage, at, false, lang).filter(plain).filter(|p| !p.days.is_empty()) {
        let days: Vec<String> = parts.days.iter().map(|day| format!("XXXX-XX-{day:02}")).collect();
        return Some((days.join(if parts.days_are_range { "/" } else { "," }), parts.end));
    }
    let (_, after) =
        lang.time_words.nth.iter().filter_map(|nth| passage.read(at, nth.word).map(|end| (nth, end))).max_by_key(|f| f.1)?;
    let spaced = passage.skip_space(after);
    let week = passage.read(spaced, "주").map(|end| passage.skip_space(end)).unwrap_or(spaced);
    let end = lang.time_words.weekdays.iter().find_map(|day| passage.read(week, day))?;
    closes(passage, end, lang).then(|| ("XXXX-XX".to_owned(), end))
}

/// "토요일", "화·목요일", "월~금요일", "토요일 오후 2시".
fn weekdays(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(String, usize)> {
    let (mut days, mut cursor, mut is_range) = (Vec::new(), at, false);
    let end = loop {
        let short = |c: char| lang.time_words.weekdays.iter().position(|day| day.starts_with(c));
        let day = passage.char(cursor).and_then(short)?;
        days.push(day + 1);
        let end = cursor + 1;
        if let Some(end) = passage.read(end, "요일") {
            break end;
        }
        let listed = passage.read_any(end, &numeral::LIST_MARKS);
        is_range |= listed.is_none();
        cursor = passage.skip_space(listed.or_else(|| passage.read_any(end, &["~", "∼", "～"]))?);
    };
    let hour = time(passage, passage.skip_space(end), lang);
    if hour.is_none() && !closes(passage, end, lang) {
        return None;
    }
    let (time, end) = hour.unwrap_or((String::new(), end));
    let values: Vec<String> = days.iter().map(|day| format!("XXXX-WXX-{day}{time}")).collect();
    Some((values.join(if is_range { "/" } else { "," }), end))
}

/// "오전 9시 30분" as "T09:30", "새벽" as "TMO".
fn time(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(String, usize)> {
    let parts = clock::with_time(passage, Parts { start: at, end: at, ..Parts::default() }, lang);
    parts.clock.alone().map(|time| (time, parts.end))
}

/// "1일 평균 30명", "1일 3회": the day of a rate.
pub(super) fn is_each_day(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let after = passage.skip_space(end);
    let times = || number::read(passage, after, &lang.number_words).is_some_and(|n| passage.read(n.end, "회").is_some());
    after > end && (passage.read_any(after, lang.time_words.each_day).is_some() || times())
}
