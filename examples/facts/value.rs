//! Whether a value is the true one: dates as half-open intervals, quantities by their numbers, names by their letters.

use malgeun::civil::Date;
use regex_lite::Regex;
use serde_json::Value;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Relative difference of numbers that are called equal.
const CLOSE: f64 = 1e-6;

/// A value that can be compared.
#[derive(Debug, PartialEq)]
enum Plain {
    Number(f64),
    Text(String),
}

macro_rules! pattern {
    ($name:ident, $text:literal) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($text).expect("a pattern"));
    };
}
pattern!(MIDNIGHT, r"T00:00(:00)?($|/)");
pattern!(SECONDS, r"(T\d\d:\d\d):00($|/)");
pattern!(HOUR, r"^(\d{4}-\d\d-\d\dT\d\d)$");
pattern!(CLOCK, r"^\d\d:\d\d");

/// Whether a found value is the true one; the truth may be a list of which any will do.
pub(crate) fn equal(truth: &Value, said: &Value) -> bool {
    if let Some(any) = truth.as_array() {
        return any.iter().any(|truth| equal(truth, said));
    }
    match (plain(truth), plain(said)) {
        (Some(Plain::Number(a)), Some(Plain::Number(b))) => close(a, b),
        (Some(Plain::Text(a)), Some(Plain::Text(b))) => a == b || CLOCK.is_match(&a) && same_clock(&a, &b),
        _ => false,
    }
}

/// Whether two numbers are the same but for the last digits of their storage.
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= (CLOSE * a.abs().max(b.abs())).max(1e-9)
}

fn same_clock(truth: &str, said: &str) -> bool {
    let clocks = |text: &str| -> Vec<String> {
        text.split('/').map(|part| part.rsplit('T').next().unwrap_or(part).chars().take(5).collect()).collect()
    };
    let (truth, said) = (clocks(truth), clocks(said));
    truth == said || truth.len() == 1 && truth[0] == said[0]
}

fn plain(value: &Value) -> Option<Plain> {
    match value {
        Value::Object(fields) => fields.get("n").and_then(Value::as_f64).map(Plain::Number),
        Value::Number(number) => number.as_f64().map(Plain::Number),
        Value::String(text) => {
            let text = interval(&text.trim().replace(' ', "T"));
            let text = MIDNIGHT.replace_all(&text, "$2").into_owned();
            Some(Plain::Text(SECONDS.replace_all(&text, "$1$2").into_owned()))
        }
        _ => None,
    }
}

/// Years, months and days as half-open intervals: "2016-11" is "2016-11-01/2016-12-01".
fn interval(text: &str) -> String {
    let text = HOUR.replace(text, "$1:00").into_owned();
    let full = |part: &str| part.strip_suffix("T00:00:00").or(part.strip_suffix("T00:00")).unwrap_or(part).to_owned();
    if text.matches('/').count() != 1 {
        return bounds(&full(&text)).map_or(text, |(start, end)| format!("{start}/{end}"));
    }
    let (first, last) = text.split_once('/').unwrap_or_default();
    let (first, last) = (full(first), full(last));
    if last.starts_with('P') {
        let Some(date) = day(&first) else { return text };
        return match last.as_str() {
            "P1W" => format!("{first}/{}", written(date.plus_days(7))),
            "P3M" => {
                let (year, month) = if date.month < 10 { (date.year, date.month + 3) } else { (date.year + 1, date.month - 9) };
                format!("{first}/{year:04}-{month:02}-01")
            }
            _ => text,
        };
    }
    let start = bounds(&first).map_or(first, |b| b.0);
    let end = bounds(&last).map_or(last, |b| b.0);
    format!("{start}/{end}")
}

fn bounds(text: &str) -> Option<(String, String)> {
    let numbers: Vec<u32> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let shaped = text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    match numbers[..] {
        _ if !shaped => None,
        [year] if text.len() == 4 => Some((format!("{text}-01-01"), format!("{:04}-01-01", year + 1))),
        [year, month] if text.len() == 7 => {
            let (next, after) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            Some((format!("{text}-01"), format!("{next:04}-{after:02}-01")))
        }
        [..] if text.len() == 10 => {
            let next = day(text).map_or(text.to_owned(), |date| written(date.plus_days(1)));
            Some((text.to_owned(), next))
        }
        _ => None,
    }
}

fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let date = Date::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
    (parts.next().is_none() && text.len() == 10).then_some(date)
}

fn written(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// The letters and digits of a text, small ones.
pub(crate) fn letters(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// A name without a polite word.
pub(crate) fn name(text: &str) -> String {
    let text = text.trim();
    letters(text.strip_suffix('씨').or(text.strip_suffix('님')).unwrap_or(text))
}
