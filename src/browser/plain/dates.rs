//! Dates of the text and of the head in the words of the interface language. In: TIMEX3 values and publication times.

use super::Wording;
use crate::civil::{Date, DateTime};

/// Where a date stands to the day of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Before it.
    Past,
    /// The day itself.
    Now,
    /// After it.
    Next,
}

/// A calendar expression of year, month, day and time, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Point<'a> {
    year: &'a str,
    month: Option<usize>,
    day: Option<&'a str>,
    time: Option<&'a str>,
    /// Quarter or half ("Q3", "H1").
    part: Option<&'a str>,
}

/// A day that the text does not tell (TIMEX3).
const UNKNOWN_DAY: &str = "XX";

fn point(value: &str) -> Option<Point<'_>> {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, time.get(..5)));
    let mut pieces = date.split('-');
    let year = pieces.next().filter(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()))?;
    let time = time.filter(|t| t.as_bytes().first().is_some_and(u8::is_ascii_digit));
    let Some(second) = pieces.next() else { return Some(Point { year, time, ..Point::default() }) };
    if second.starts_with(['Q', 'H']) {
        return Some(Point { year, part: Some(second), ..Point::default() });
    }
    let month = second.parse().ok().filter(|m| (1..=12).contains(m))?;
    let month = Some(month);
    match (pieces.next(), pieces.next()) {
        (None, _) => Some(Point { year, month, time, ..Point::default() }),
        // "2023-09-XXT10:00": some day of the month.
        (Some(UNKNOWN_DAY), None) => Some(Point { year, month, ..Point::default() }),
        (Some(day), None) if day.len() == 2 && day.bytes().all(|b| b.is_ascii_digit()) => {
            Some(Point { year, month, day: Some(day.trim_start_matches('0')), time, part: None })
        }
        // "2023-11-20,2023-11-21": the written days say it better.
        _ => None,
    }
}

/// A resolved value ("2024-09-07/2024-09-08") as the margin writes it; the year of the article is left out of its days.
/// `None` when the value is no calendar date.
pub fn shown(value: &str, article_year: Option<i32>, words: &dyn Wording) -> Option<String> {
    let Some((from, to)) = value.split_once('/') else { return Some(write(point(value)?, article_year, words)) };
    let (first, last) = (point(from)?, point(to)?);
    let one_month = (first.year, first.month) == (last.year, last.month);
    if let (Some(from), Some(to), None, None, true) = (first.month, last.month, first.day, last.day, first.year == last.year) {
        let name = |month| month_name(month, "months", words);
        return Some(words.say("date_ym_range", &[first.year, &name(from), &name(to)]));
    }
    match (one_month, first.month, first.day, last.day) {
        (true, Some(month), Some(from), Some(to)) => {
            let key = if is_year(first.year, article_year) { "date_md_range" } else { "date_ymd_range" };
            Some(words.say(key, &[first.year, &month.to_string(), &month_name(month, "months", words), from, to]))
        }
        _ => {
            let both = [write(first, article_year, words), write(last, article_year, words)];
            Some(words.say("date_range", &[&both[0], &both[1]]))
        }
    }
}

fn write(point: Point<'_>, article_year: Option<i32>, words: &dyn Wording) -> String {
    if let Some(part) = point.part {
        return words.say(&format!("date_{}", part.to_ascii_lowercase()), &[point.year]);
    }
    let Some(month) = point.month else { return words.say("date_y", &[point.year]) };
    let name = month_name(month, "months", words);
    let key = match point.day {
        None => "date_ym",
        Some(_) if is_year(point.year, article_year) => "date_md",
        Some(_) => "date_ymd",
    };
    let date = words.say(key, &[point.year, &month.to_string(), &name, point.day.unwrap_or_default()]);
    point.time.map_or(date.clone(), |time| words.say("date_time", &[&date, time]))
}

fn is_year(year: &str, article_year: Option<i32>) -> bool {
    article_year.is_some_and(|article| article.to_string() == year)
}

fn month_name(month: usize, list: &str, words: &dyn Wording) -> String {
    words.say(list, &[]).split(' ').nth(month - 1).unwrap_or_default().to_owned()
}

/// A day in full ("2026. 10. 14.", "14 October 2026").
pub fn day(date: Date, words: &dyn Wording) -> String {
    let month = usize::from(date.month.clamp(1, 12));
    let name = month_name(month, "months_long", words);
    words.say("date_ymd", &[&date.year.to_string(), &month.to_string(), &name, &date.day.to_string()])
}

/// A publication time: day and, where known, time of day.
pub fn stamp(time: DateTime, words: &dyn Wording) -> String {
    let date = day(time.date, words);
    clock(time).map_or(date.clone(), |clock| words.say("date_time", &[&date, &clock]))
}

/// Time of day as `06:00`.
pub fn clock(time: DateTime) -> Option<String> {
    time.minute_of_day.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60))
}

/// Where a resolved value stands to the day of the article. A month or year that holds the day counts as past.
pub fn when(value: &str, article: Option<Date>) -> When {
    let Some(article) = article.map(|date| date.to_string()) else { return When::Past };
    let start: String = value.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    let start = start.trim_end_matches('-');
    let known = article.get(..start.len().min(article.len())).unwrap_or_default();
    match start.cmp(known) {
        std::cmp::Ordering::Less => When::Past,
        std::cmp::Ordering::Equal if start.len() == article.len() => When::Now,
        std::cmp::Ordering::Equal => When::Past,
        std::cmp::Ordering::Greater => When::Next,
    }
}

/// The value as the `datetime` of a `time` element takes it: the start of a range, without what HTML does not know.
pub fn machine(value: &str) -> Option<&str> {
    let start = value.split('/').next()?;
    point(start).filter(|point| point.part.is_none() && !start.contains('X')).map(|_| start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::plain::messages;

    #[test]
    fn values_are_written_in_both_languages() {
        let check = |value: &str, ko: Option<&str>, en: Option<&str>| {
            assert_eq!(shown(value, Some(2024), &messages::of("ko")).as_deref(), ko, "{value}");
            assert_eq!(shown(value, Some(2024), &messages::of("en")).as_deref(), en, "{value}");
        };
        check("2024-03", Some("2024. 3."), Some("Mar 2024"));
        check("2023-09-05", Some("2023. 9. 5."), Some("5 Sep 2023"));
        check("2024-09-30", Some("9. 30."), Some("30 Sep"));
        check("2024-09-30T21:00", Some("9. 30. 21:00"), Some("30 Sep, 21:00"));
        check("2024-09-XXT10:00", Some("2024. 9."), Some("Sep 2024"));
        check("2024-09-20,2024-09-21", None, None);
        check("2017,2018", None, None);
        check("XXXX-05", None, None);
        check("2024-09-07/2024-09-08", Some("9. 7.–8."), Some("7–8 Sep"));
        check("2023-09-07/2023-09-08", Some("2023. 9. 7.–8."), Some("7–8 Sep 2023"));
        check("2024-03/2024-08", Some("2024. 3.–8."), Some("Mar–Aug 2024"));
        check("2023-11/2024-02", Some("2023. 11.–2024. 2."), Some("Nov 2023–Feb 2024"));
        check("2019", Some("2019년"), Some("2019"));
        check("2024-Q3", Some("2024년 3분기"), Some("Q3 2024"));
        check("2024-H1", Some("2024년 상반기"), Some("first half of 2024"));
        check("P20Y", None, None);
        check("PRESENT_REF", None, None);
        check("2024-W37", None, None);
    }

    #[test]
    fn dates_stand_before_on_or_after_the_article() {
        let article = Date::new(2024, 9, 30);
        let check = |value: &str, expect: When| assert_eq!(when(value, article), expect, "{value}");
        check("2024-09-07/2024-09-08", When::Past);
        check("2024-09-30", When::Now);
        check("2024-09-30T07:05", When::Now);
        check("2024-10-01", When::Next);
        check("2024-09", When::Past);
        check("2024-10", When::Next);
        check("2027", When::Next);
        assert_eq!(when("2027", None), When::Past);
    }
}
