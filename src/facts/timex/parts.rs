//! The parts of a written date, before they are resolved.

use super::clock::Clock;
use crate::facts::passage::Stretch;
use crate::lang::{Holiday, Named};

/// Where a date points when its year or month is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Direction {
    /// "지난"
    Past,
    /// "오는"
    Coming,
    /// "이번"
    This,
    /// "다음"
    Next,
    /// Not said.
    #[default]
    Unsaid,
}

/// A year or month as written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Reference {
    Absolute(i32),
    Named(&'static Named),
}

/// Some days of a week, month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// "초": the first ten days of a month.
    Early,
    /// "중순"
    Middle,
    /// "말"
    Late,
    /// "말일": the last day.
    LastDay,
    /// "첫날": the first.
    FirstDay,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Friday.
    Workdays,
}

/// The parts of a date that were written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether the text may be nothing but a date.
    pub(crate) query: bool,
    pub(crate) direction: Direction,
    pub(crate) year: Option<Reference>,
    pub(crate) month: Option<Reference>,
    /// Second month of "9~10월".
    pub(crate) month_to: Option<u8>,
    /// Days of "7~8일" (a range) or "11·19·22일" (a list).
    pub(crate) days: Vec<u8>,
    pub(crate) days_are_range: bool,
    pub(crate) day: Option<&'static Named>,
    pub(crate) week: Option<&'static Named>,
    pub(crate) quarter: Option<&'static Named>,
    pub(crate) weekday: Option<u8>,
    /// The week of a month or year ("둘째 주"), -1 for the last.
    pub(crate) nth_week: Option<i64>,
    /// Which weekday of its month ("둘째 토요일"), -1 for the last.
    pub(crate) nth: Option<i64>,
    pub(crate) part: Option<Part>,
    /// Whether a particle or a mark follows a weekend or a part of the day: then it is no part of a name or of a compound
    /// ("주말 나들이", "낮 기온").
    pub(crate) bound: bool,
    pub(crate) holiday: Option<&'static Holiday>,
    /// Whether the days off around it are meant ("추석 연휴").
    pub(crate) days_off: bool,
    /// Days after what the rest says ("말일 전날": -1).
    pub(crate) shift: i64,
    /// "H1", "FA", "01", or quarters as "Q1".
    pub(crate) year_part: Option<String>,
    pub(crate) quarter_to: Option<u8>,
    /// Last year of "1978~83년".
    pub(crate) year_to: Option<i32>,
    /// "1990년대".
    pub(crate) decade: bool,
    /// "15세기".
    pub(crate) century: bool,
    pub(crate) same_period: bool,
    pub(crate) season_year: bool,
    /// Whether what follows says that it is to come ("29일 개봉한다").
    pub(crate) scheduled: bool,
    /// "전날 같은 시간": the time of day told last.
    pub(crate) same_time: bool,
    pub(crate) clock: Clock,
    /// Whether a verb of saying stands beside it ("28일 밝혔다", "said on Thursday"): then it is the day of the news.
    pub(crate) reported: bool,
    /// Where the day ends and the time of day begins, when both are said.
    pub(crate) day_end: Option<usize>,
}

impl Parts {
    pub(crate) fn stretch(&self) -> Stretch {
        Stretch::new(self.start, self.end)
    }

    /// Whether any part of a date was read.
    pub(crate) fn dated(&self) -> bool {
        self.year.is_some()
            || self.month.is_some()
            || !self.days.is_empty()
            || self.day.is_some()
            || self.week.is_some()
            || self.quarter.is_some()
            || self.year_part.is_some()
            || self.season_year
            || self.weekday.is_some()
            || self.nth_week.is_some()
            || self.holiday.is_some()
            || self.part.is_some()
    }

    /// Whether it names one day, so that a time of day may follow.
    pub(crate) fn names_day(&self) -> bool {
        !self.days.is_empty()
            || self.day.is_some()
            || self.weekday.is_some()
            || self.holiday.is_some()
            || matches!(self.part, Some(Part::LastDay | Part::FirstDay | Part::Weekend))
    }
}
