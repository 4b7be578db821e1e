//! Dates as pages print them below a headline: with the month's name ("February 8, 2022", "19 Dec 2025", "8. März 2024") or
//! with the year behind ("08.03.2024", "3/8/2024").

use super::signed_words::SignedTable;
use crate::civil::{Date, DateTime};

/// The first date of a line, in any of its forms. What the year stands behind is no date that begins with the year:
/// "03.02.2022, 10:15" and "May 3, 2022 10:15" are no 15th of October.
pub(super) fn read(line: &str, is_month_first: bool) -> Option<DateTime> {
    year_last(line, is_month_first).or_else(|| date(line)).or_else(|| DateTime::written(line))
}

/// Whether pages of a region write the month before the day where both are numbers (Unicode CLDR 45: `en`, `en-US`, `fil`).
pub(super) fn is_month_first(region: &str) -> bool {
    matches!(region, "" | "en" | "en-us" | "en-ph" | "fil")
}

/// "08.03.2024", "8. 3. 2024", "3/8/2024", "03-08-2024": dots part day and month; other signs whatever the region says,
/// unless one of the numbers is no month.
fn year_last(line: &str, is_month_first: bool) -> Option<DateTime> {
    let starts = line.char_indices().filter(|(at, c)| c.is_ascii_digit() && !line[..*at].ends_with(|c: char| c.is_ascii_digit()));
    let day = starts.filter_map(|(at, _)| three_numbers(&line[at..])).find_map(|(sign, [first, second, year])| {
        let month_first = if sign == '.' || first > MONTHS { false } else { second > MONTHS || is_month_first };
        let (month, day) = if month_first { (first, second) } else { (second, first) };
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        date.filter(|date| YEARS.contains(&date.year))
    })?;
    Some(DateTime { date: day, minute_of_day: None, offset: None })
}

/// Months of a year.
const MONTHS: i32 = 12;

/// Two short numbers and a year at the start of a text, parted by the same sign.
fn three_numbers(text: &str) -> Option<(char, [i32; 3])> {
    let (first, rest) = digits(text, 1..=2)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '.' | '/' | '-'))?;
    let (second, rest) = digits(rest[1..].trim_start_matches(' '), 1..=2)?;
    let (year, _) = digits(rest.strip_prefix(sign)?.trim_start_matches(' '), 4..=4)?;
    Some((sign, [first, second, year]))
}

fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<(i32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    lengths.contains(&length).then(|| text[..length].parse().ok())?.map(|number| (number, &text[length..]))
}

/// The first date of a line whose month is spelled; `None` when it has none.
pub(super) fn date(line: &str) -> Option<DateTime> {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let months = words.iter().enumerate().filter(|(_, word)| word.starts_with(char::is_alphabetic));
    let day = months.filter_map(|(at, word)| Some((at, month(word)?))).find_map(|(at, month)| around(&words, at, month))?;
    Some(DateTime { date: day, minute_of_day: None, offset: None })
}

/// Day and year beside the month: "8 February 2022", "February 8, 2022", "8 de marzo de 2022".
fn around(words: &[&str], at: usize, month: u8) -> Option<Date> {
    let skip = |word: &&&str| !matches!(**word, "de" | "of");
    let mut after = words[at + 1..].iter().filter(skip);
    let (first, second) = (after.next(), after.next());
    let before = words[..at].iter().rev().find(skip);
    let day_first = before.and_then(|day| number(day)).zip(first.and_then(|word| year(word)));
    let month_first = first.and_then(|day| number(day)).zip(second.and_then(|word| year(word)));
    let date = |(day, year): (i32, i32)| Date::new(year, month, u8::try_from(day).ok()?).filter(|_| YEARS.contains(&year));
    day_first.and_then(date).or_else(|| month_first.and_then(date))
}

/// Years that a page of the web can bear.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// "2022", and "2022Updated" where two pieces of a line stand without a space.
fn year(word: &str) -> Option<i32> {
    digits(word, 4..=4).map(|(year, _)| year)
}

/// "8", "8th", "1er".
fn number(word: &str) -> Option<i32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[digits..];
    let ordinal = matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er");
    word[..digits].parse().ok().filter(|_| ordinal)
}

/// Where the first name of a month stands in a text, in bytes, if a digit follows it or nothing does.
pub(super) fn month_at(text: &str) -> Option<usize> {
    let mut words = text.split_inclusive(|c: char| !c.is_alphanumeric());
    let mut at = 0;
    words.find_map(|word| {
        let start = at;
        at += word.len();
        let rest = text[at..].trim_start();
        let dated = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit());
        month(word.trim_end_matches(|c: char| !c.is_alphanumeric())).filter(|_| dated).map(|_| start)
    })
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let rows = SignedTable::get().months.iter();
    let place = |names: &&[&str]| names.iter().position(|forms| forms.split('|').any(|form| form == word));
    rows.map(|row| row.names).find_map(|names| place(&names)).and_then(|at| u8::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::{date, read};

    #[test]
    fn dates_with_the_name_of_the_month() {
        for (line, expect) in [
            ("February 8, 2022", "2022-02-08"),
            ("Last updated on: Dec 12, 2025", "2025-12-12"),
            ("Posted by David at December 16, 2025 11:15 AM", "2025-12-16"),
            ("16 December 2025", "2025-12-16"),
            ("Friday, 19 Dec, 2025", "2025-12-19"),
            ("Sept. 3rd, 2021", "2021-09-03"),
            ("8. März 2024, 10 Uhr", "2024-03-08"),
            ("le 1er août 2023", "2023-08-01"),
            ("8 de marzo de 2022", "2022-03-08"),
            ("4 of May 2020", "2020-05-04"),
            ("May we meet in 2024?", "-"),
            ("In March 2024 the mill", "-"),
            ("31 February 2024", "-"),
            ("12 March 24", "-"),
        ] {
            assert_eq!(date(line).map_or("-".to_owned(), |d| d.date.to_string()), expect, "{line}");
        }
    }

    #[test]
    fn dates_with_the_year_behind() {
        for (line, expect) in [
            ("03.02.2022, 10:15 Uhr", "2022-02-03"),
            ("Kiel, 3. 2. 2022", "2022-02-03"),
            ("11-29-2024, 09:03 AM", "2024-11-29"),
            ("2/24/2026", "2026-02-24"),
            ("15/12/2025 at 19:00", "2025-12-15"),
            ("2024. 10. 1. 07:05", "2024-10-01"),
            ("2/10/2020", "2020-02-10"),
            ("102.10.2020", "-"),
            ("1.2.3000", "-"),
            ("3.2.22", "-"),
        ] {
            assert_eq!(read(line, true).map_or("-".to_owned(), |d| d.date.to_string()), expect, "{line}");
        }
        assert_eq!(read("2/10/2020", false).map(|d| d.date.to_string()).as_deref(), Some("2020-10-02"));
    }
}
