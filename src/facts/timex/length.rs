//! Lengths of time ("약 20년", "1시간 30분", "사흘"), repetitions ("매년"), and lengths that make a date ("3년 전").

use super::{Anchor, Timed, iso_week};
use crate::civil::Date;
use crate::facts::Timex;
use crate::facts::number::{self, Form};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::unit;
use crate::lang::LangPack;

/// A run of amounts of calendar and clock units.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Amount {
    years: f64,
    months: f64,
    weeks: f64,
    days: f64,
    hours: f64,
    minutes: f64,
    seconds: f64,
}

/// Numbers of days of a month read as a date, not as a length.
const CALENDAR_DAYS: f64 = 31.0;

/// A length before "전" or "뒤": a date at that distance.
pub(super) fn ago(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &LangPack) -> Option<Timed> {
    let words = &lang.time_words;
    let (amount, end) = amount(passage, at, lang)?;
    let after = passage.skip_space(end);
    let ends = |e: &usize| unit::ends(passage, *e, lang);
    let ago = passage.read_any(after, words.ago).filter(ends);
    let later = passage.read_any(after, words.later).filter(ends).filter(|_| ago.is_none());
    let end = ago.or(later)?;
    let sign = if ago.is_some() { -1.0 } else { 1.0 };
    let spaced = passage.skip_space(end);
    let same = passage.read_any(spaced, words.same_period).filter(|_| ago.is_some());
    let value = anchor.published.and_then(|day| amount.from(day, sign));
    let period = anchor.period.as_ref().filter(|_| amount.is_years() && ago.is_some());
    let value = value.map(|v| period.map_or(v.clone(), |p| format!("{v}-{p}")));
    Some(Timed { at: Stretch::new(at, same.unwrap_or(end)), timex: Timex { timex_type: "DATE", value, relative: true } })
}

/// A length or a repetition.
pub(super) fn length(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Timed> {
    let words = &lang.time_words;
    let set = words.repetition.iter().filter_map(|w| passage.read(at, w.word).map(|end| (w, end))).max_by_key(|f| f.1);
    if let Some((word, end)) = set.filter(|f| unit::ends(passage, f.1, lang)) {
        let timex = Timex { timex_type: "SET", value: Some(word.value.into()), relative: false };
        return Some(Timed { at: Stretch::new(at, end), timex });
    }
    let recent = passage.read(at, "최근 ");
    let about = passage.read_any(recent.unwrap_or(at), lang.number_words.about).map(|end| passage.skip_space(end));
    let from = about.or(recent).unwrap_or(at);
    let (amount, end) = amount(passage, from, lang)?;
    let end = recent.and_then(|_| passage.read(end, "간")).unwrap_or(end);
    let timex = Timex { timex_type: "DURATION", value: Some(amount.to_string()), relative: false };
    unit::ends(passage, end, lang).then_some(Timed { at: Stretch::new(at, end), timex })
}

/// One word for a length, or numbers with units of time in descending order.
fn amount(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(Amount, usize)> {
    let word = lang.time_words.length.iter().find_map(|w| passage.read(at, w.word).map(|end| (w, end)));
    if let Some((word, end)) = word {
        return unit::ends(passage, end, lang).then(|| Amount::of(word.value)).flatten().map(|a| (a, end));
    }
    let mut amount = Amount::default();
    let (mut cursor, mut end) = (at, at);
    while let Some((next, after)) = part(passage, cursor, lang, &amount) {
        amount = next;
        end = after;
        cursor = passage.skip_space(after);
        if !passage.char(cursor).is_some_and(|c| c.is_ascii_digit()) {
            break;
        }
    }
    (end > at).then_some((amount, end))
}

fn part(passage: &Passage<'_>, at: usize, lang: &LangPack, so_far: &Amount) -> Option<(Amount, usize)> {
    let number = number::read(passage, at, &lang.number_words)
        .filter(|n| n.value >= 0.0 && n.form != Form::Several && n.form != Form::Sino)?;
    let from = passage.skip_space(passage.read(number.end, "여").filter(|_| number.value >= 10.0).unwrap_or(number.end));
    let (_, end) = unit::read(passage, from).filter(|(u, _)| u.class == "duration")?;
    let digit_follows = passage.char(end).is_some_and(|c| c.is_ascii_digit());
    if !digit_follows && !unit::ends(passage, end, lang) {
        return None;
    }
    let name = passage.of(Stretch::new(from, end));
    let calendar = name == "년" && number.form == Form::Digits && number.value >= 1000.0;
    let single = number.form == Form::Counting && from == number.end && !matches!(name, "달" | "해");
    if calendar || single {
        return None;
    }
    let mut next = *so_far;
    let field = match name {
        "년" | "해" => &mut next.years,
        "개월" | "달" => &mut next.months,
        "주" | "주일" | "주간" => &mut next.weeks,
        "일" => &mut next.days,
        "시간" => &mut next.hours,
        "분" => &mut next.minutes,
        "초" => &mut next.seconds,
        _ => return None,
    };
    let plain_day = name == "일" && number.value <= CALENDAR_DAYS && !is_length_of_days(passage, end);
    if *field != 0.0 || plain_day {
        return None;
    }
    *field = number.value;
    Some((next, end))
}

/// "3일간", "3일 동안", "3일 전": what tells a length from a date.
fn is_length_of_days(passage: &Passage<'_>, end: usize) -> bool {
    let after = passage.skip_space(end);
    passage
        .read_any(
            after,
            &[
                "간", "동안", "만에", "만의", "연속", "째", "이내", "내에", "이상", "이하", "안에", "내내", "가량", "정도",
                "넘게", "뒤", "후", "전", "치", "이나", "씩",
            ],
        )
        .is_some()
}

impl Amount {
    fn of(iso: &str) -> Option<Self> {
        let time = iso.contains('T');
        let digits: String = iso.chars().filter(char::is_ascii_digit).collect();
        let count = digits.parse().ok()?;
        let mut amount = Self::default();
        match iso.chars().last()? {
            'Y' => amount.years = count,
            'M' if !time => amount.months = count,
            'W' => amount.weeks = count,
            'D' => amount.days = count,
            'H' => amount.hours = count,
            _ => return None,
        }
        Some(amount)
    }

    fn is_years(&self) -> bool {
        *self == Self { years: self.years, ..Self::default() }
    }

    /// The date at this distance, as exact as the unit: years give a year, months a month.
    fn from(&self, day: Date, sign: f64) -> Option<String> {
        if self.hours + self.minutes + self.seconds > 0.0 {
            return None;
        }
        if self.days + self.weeks > 0.0 {
            let moved = day.plus_days((sign * (self.days + 7.0 * self.weeks)) as i64);
            return Some(if self.days == 0.0 { iso_week(moved) } else { moved.to_string() });
        }
        let months = (sign * (self.years * 12.0 + self.months)) as i64;
        let index = i64::from(day.year) * 12 + i64::from(day.month) - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        Some(if self.months == 0.0 { format!("{year:04}") } else { format!("{year:04}-{month:02}") })
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let write = |f: &mut std::fmt::Formatter<'_>, value: f64, letter: char| {
            if value == 0.0 { Ok(()) } else { write!(f, "{value}{letter}") }
        };
        f.write_str("P")?;
        for (value, letter) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            write(f, value, letter)?;
        }
        if self.hours + self.minutes + self.seconds > 0.0 {
            f.write_str("T")?;
        }
        for (value, letter) in [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')] {
            write(f, value, letter)?;
        }
        Ok(())
    }
}
