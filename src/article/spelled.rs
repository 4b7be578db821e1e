//! Dates with the month's name, as pages print them below a headline: "February 8, 2022", "19 Dec 2025", "8. März 2024".

use super::signed_words::SignedTable;
use crate::civil::{Date, DateTime};

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
    let day_first = before.and_then(|day| number(day)).zip(first.and_then(|year| number(year)));
    let month_first = first.and_then(|day| number(day)).zip(second.and_then(|year| number(year)));
    let date = |(day, year): (i32, i32)| Date::new(year, month, u8::try_from(day).ok()?).filter(|_| YEARS.contains(&year));
    day_first.and_then(date).or_else(|| month_first.and_then(date))
}

/// Years that a page of the web can bear.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

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
    use super::date;

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
}
