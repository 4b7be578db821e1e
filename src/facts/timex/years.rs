//! Years in digits alone: of a season ("2022-23시즌", "올 시즌"), and of a life in a bracket ("(1924~2001)").

use super::Timed;
use super::anchor::Anchor;
use super::numeral;
use super::parts::{Direction, Parts, Reference};
use crate::facts::passage::{Passage, Stretch};
use crate::text::enclosure::Marks;

/// The years that begin at a digit.
pub(super) fn find(passage: &Passage<'_>, at: usize) -> Option<Timed> {
    let (first, width, end) = digits(passage, at)?;
    if let Some(listed) = listed(passage, at) {
        return Some(listed);
    }
    if let Some(end) = passage.read(passage.skip_space(end), "시즌").filter(|_| width == 4 && (FIRST..=LAST).contains(&first)) {
        return Some(Timed::new(Stretch::new(at, end), "DATE", Some(format!("{first:04}")), false));
    }
    if width == 4 && is_of_work(passage, at, end) && (FIRST..=LAST).contains(&first) {
        return Some(Timed::new(Stretch::new(at, end), "DATE", Some(format!("{first:04}")), false));
    }
    let mark = passage.char(end).filter(|c| width == 4 && matches!(c, '-' | '~' | '∼' | '–'))?;
    let (last, last_width, end) = digits(passage, end + 1)?;
    let last = if last_width == 2 { first / 100 * 100 + last } else { last };
    if !(FIRST..=LAST).contains(&first) || !(first..=LAST).contains(&last) {
        return None;
    }
    let value = Some(format!("{first:04}/{last:04}"));
    let season = passage.read(passage.skip_space(end), "시즌").filter(|_| last == first + 1 && matches!(last_width, 2 | 4));
    if let Some(end) = season {
        return Some(Timed::new(Stretch::new(at, end), "DATE", value, false));
    }
    let bracket = at.checked_sub(1).and_then(|open| passage.pair_at(open, Marks::Round));
    let life = last_width == 4 && mark != '-' && bracket.is_some_and(|pair| pair.close == end);
    life.then(|| Timed::new(Stretch::new(at, end), "DATE", value, false))
}

/// "‘달빛 아래’(1992)": the year of a work, alone in the bracket behind its title in marks.
fn is_of_work(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let open = at.checked_sub(1).filter(|&open| passage.pair_at(open, Marks::Round).is_some_and(|pair| pair.close == end));
    open.and_then(|open| passage.before(open))
        .is_some_and(|c| matches!(c, '’' | '\'' | '”' | '"' | '>' | '》' | '〉' | '」' | '』'))
}

/// "2017, 2018년", "1995·2008·2021년": years with one word for year.
fn listed(passage: &Passage<'_>, at: usize) -> Option<Timed> {
    let (years, end) = numeral::list(passage, at, "년", FIRST..=LAST)?;
    let month = digits(passage, passage.skip_space(end)).is_some();
    let written: Vec<String> = years.iter().map(|year| format!("{year:04}")).collect();
    (!month).then(|| Timed::new(Stretch::new(at, end), "DATE", Some(written.join(",")), false))
}

/// Years that are written without a word for year.
const FIRST: i32 = 1000;
const LAST: i32 = 2100;

/// The number in digits that begins at a character: its value, its digits, its end.
fn digits(passage: &Passage<'_>, at: usize) -> Option<(i32, usize, usize)> {
    let width = passage.chars[at.min(passage.chars.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    let end = at + width;
    let value = passage.of(Stretch::new(at.min(end), end)).parse().ok().filter(|_| width <= 4)?;
    Some((value, width, end))
}

/// Months in which the season of Korean sports is that of baseball and football, which lies in one year.
const SUMMER: std::ops::RangeInclusive<u8> = 4..=9;

/// A season of sport that runs over the turn of the year: from July on it is this year's.
pub(super) fn season(parts: &Parts, anchor: &Anchor) -> Option<String> {
    let published = anchor.published?;
    // "내년 시즌"
    if let Some(Reference::Named(named)) = parts.year {
        return Some((published.year + named.shift as i32).to_string());
    }
    let summer = anchor.in_summer || SUMMER.contains(&published.month);
    if parts.direction != Direction::Past && summer {
        return Some(published.year.to_string());
    }
    let first = published.year - i32::from(published.month < 7) - i32::from(parts.direction == Direction::Past);
    Some(format!("{first}/{}", first + 1))
}
