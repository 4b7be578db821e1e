//! The parts of a written date, before they are resolved.

use crate::facts::passage::Stretch;
use crate::lang::{DayPart, Named};

/// Where a date points when its year or month is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Direction {
    /// "지난"
    Past,
    /// "오는"
    Coming,
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

/// The parts of a date that were written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    pub(crate) start: usize,
    pub(crate) end: usize,
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
    /// "H1", "FA", "01", or quarters as "Q1".
    pub(crate) year_part: Option<String>,
    pub(crate) quarter_to: Option<u8>,
    pub(crate) day_part: Option<&'static DayPart>,
    pub(crate) hour: Option<u16>,
    pub(crate) minute: Option<u16>,
    /// Last year of "1978~83년".
    pub(crate) year_to: Option<i32>,
    /// "1990년대".
    pub(crate) decade: bool,
    pub(crate) same_period: bool,
    pub(crate) season_year: bool,
}

impl Parts {
    pub(crate) fn stretch(&self) -> Stretch {
        Stretch::new(self.start, self.end)
    }
}
