//! An amount of time in calendar and clock units: what a length says, and what lies at its distance.

use super::anchor::Anchor;
use super::decimal::Decimal;
use super::moment::{Moment, iso_week, month_after, plus_months};
use crate::civil::Date;
use crate::facts::Timex;
use crate::facts::passage::Passage;
use crate::facts::unit;
use crate::lang::LangPack;

/// A run of amounts of calendar and clock units.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    pub(super) years: f64,
    pub(super) months: f64,
    pub(super) weeks: f64,
    pub(super) days: f64,
    pub(super) hours: f64,
    pub(super) minutes: f64,
    pub(super) seconds: f64,
    /// "몇 시간": the count is a guess.
    pub(super) several: bool,
    /// "2~3개월": the lower end, where the count is the upper one.
    pub(super) low: Option<f64>,
}

impl Amount {
    pub(super) fn of(word: &crate::lang::Length) -> Option<Self> {
        let iso = word.value;
        let time = iso.contains('T');
        let digits: String = iso.chars().filter(char::is_ascii_digit).collect();
        let count = f64::from(digits.parse::<u32>().ok()?);
        let mut amount = Self { several: word.hours > 0, ..Self::default() };
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

    /// The same unit with another count.
    pub(super) fn of_one(&self, count: f64) -> Self {
        let set = |value: f64| if value == 0.0 { 0.0 } else { count };
        Self {
            years: set(self.years),
            months: set(self.months),
            weeks: set(self.weeks),
            days: set(self.days),
            hours: set(self.hours),
            minutes: set(self.minutes),
            seconds: set(self.seconds),
            ..Self::default()
        }
    }

    /// "몇 달", "수십 년": nobody knows how many. A text that is nothing but a date means a few.
    pub(super) fn open(&self, timex: &mut Timex, anchor: &Anchor) {
        if self.several && !anchor.query {
            (timex.value, timex.assumed) = (None, "");
        }
        timex.vague = self.several && anchor.query;
    }

    pub(super) fn is_years(&self) -> bool {
        *self == Self { years: self.years, ..Self::default() }
    }

    /// Whether it is counted in hours, minutes or seconds.
    pub(super) fn is_clock(&self) -> bool {
        self.hours + self.minutes + self.seconds > 0.0
    }

    /// "3년 반": adds half of the last unit, when "반" ends the word.
    pub(super) fn add_half(&mut self, passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
        let ends = unit::ends(passage, at + 1, lang) || passage.char(at + 1) == Some(' ');
        if !ends || self.minutes + self.seconds + self.days > 0.0 {
            return false;
        }
        match () {
            () if self.hours > 0.0 => self.minutes = 30.0,
            () if self.months > 0.0 => self.days = 15.0,
            () if self.years > 0.0 => self.months = 6.0,
            () => return false,
        }
        true
    }

    /// The date at this distance, as exact as the unit: years give a year, months a month.
    pub(super) fn from(&self, day: Date, sign: f64) -> Option<String> {
        if self.is_clock() {
            return None;
        }
        if self.days + self.weeks > 0.0 {
            let moved = self.days_from(day, sign);
            return Some(if self.days == 0.0 { iso_week(moved) } else { moved.to_string() });
        }
        let months = (sign * (self.years * 12.0 + self.months)) as i64;
        let (year, month) = month_after(day, months);
        Some(if self.months == 0.0 { format!("{year:04}") } else { format!("{year:04}-{month:02}") })
    }

    /// The day at this distance, hours left out.
    pub(super) fn days_from(&self, day: Date, sign: f64) -> Date {
        let moved = plus_months(day, (sign * (self.years * 12.0 + self.months)) as i64);
        moved.plus_days((sign * (self.days + 7.0 * self.weeks)) as i64)
    }

    /// The moment at this distance; days and more are counted to the hour.
    pub(super) fn moved(&self, now: Moment, sign: f64) -> Moment {
        let exact = self.is_clock();
        let second = if exact { now.second } else { now.second - now.second % 3600 };
        let seconds = sign * (self.hours * 3600.0 + self.minutes * 60.0 + self.seconds);
        Moment { day: self.days_from(now.day, sign), second }.plus_seconds(seconds as i64)
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let write = |f: &mut std::fmt::Formatter<'_>, value: f64, letter: char| {
            if value == 0.0 { Ok(()) } else { write!(f, "{}{letter}", Decimal(value)) }
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
