//! What a row of the margin says in small letters below the meaning: bounds, change, time and basis of a number, parent and
//! other names of a body, who holds an event, when and where.

use super::{Wording, dates, numerals};
use crate::facts::{Change, Event, Organisation, Person, Quantity};

/// What stands between two notes of one line.
const BETWEEN: &str = " · ";

/// Decimals of a number in a note.
const DECIMALS_MAX: usize = 2;

/// The note of a number, or empty.
pub fn of_quantity(quantity: &Quantity, words: &dyn Wording) -> String {
    let bound = match (quantity.value, quantity.min, quantity.max) {
        (Some(_), Some(_), None) => words.say("bound_min", &[]),
        (Some(_), None, Some(_)) => words.say("bound_max", &[]),
        _ => String::new(),
    };
    let change = quantity.change.as_ref().map(|change| of_change(change, words)).unwrap_or_default();
    // A date beside the number is in its sentence; the basis of a percentage often is not what it measures.
    let basis = with_word(words, "basis", &quantity.basis, &quantity.measures);
    joined([bound, change, quantity.as_of.clone(), basis])
}

/// "늘어남: 12 → 41": where the numbers before and after are told, they stand behind the direction.
fn of_change(change: &Change, words: &dyn Wording) -> String {
    let direction = words.say(if change.direction == "rise" { "change_rise" } else { "change_fall" }, &[]);
    let shown = |value: f64| {
        let decimals = (0..DECIMALS_MAX).find(|n| is_whole(value * 10f64.powi(*n as i32))).unwrap_or(DECIMALS_MAX);
        numerals::grouped(value, decimals)
    };
    match (change.from, change.to) {
        (Some(from), Some(to)) => format!("{direction} {} → {}", shown(from), shown(to)),
        _ => direction,
    }
}

fn is_whole(value: f64) -> bool {
    /// What is left of a decimal fraction in binary.
    const NOISE: f64 = 1e-6;
    (value - value.round()).abs() < NOISE
}

/// The other names of a person, or empty.
pub fn of_person(person: &Person, words: &dyn Wording) -> String {
    if person.aliases.is_empty() { String::new() } else { words.say("also_named", &[&person.aliases.join(", ")]) }
}

/// The parent and the other names of a body, or empty.
pub fn of_body(body: &Organisation, words: &dyn Wording) -> String {
    joined([with_word(words, "part_of", &body.parent, ""), body.aliases.join(", ")])
}

/// Organiser, day and place of an event, or empty.
pub fn of_event(event: &Event, year: Option<i32>, words: &dyn Wording) -> String {
    let day = event.date.as_deref().and_then(|value| dates::shown(value, year, words)).unwrap_or_default();
    joined([event.organiser.clone(), day, event.place.clone()])
}

/// A phrase of the text in the interface's words; nothing where the row says the same already.
fn with_word(words: &dyn Wording, key: &str, phrase: &str, said: &str) -> String {
    if phrase.is_empty() || said.contains(phrase) { String::new() } else { words.say(key, &[phrase]) }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::plain::messages;

    #[test]
    fn numbers() {
        let check = |quantity: Quantity, ko: &str, en: &str| {
            assert_eq!(of_quantity(&quantity, &messages::of("ko")), ko);
            assert_eq!(of_quantity(&quantity, &messages::of("en")), en);
        };
        check(Quantity::default(), "", "");
        let rise = Change { direction: "rise", from: Some(12.0), to: Some(41.5), factor: None };
        let quantity = Quantity { change: Some(rise), as_of: "3년 전".into(), ..Quantity::default() };
        check(quantity, "늘어남 12 → 41.5 · 3년 전", "up 12 → 41.5 · 3년 전");
        let quantity = Quantity { value: Some(5.0), min: Some(5.0), basis: "주민".into(), ..Quantity::default() };
        check(quantity, "이상 · 주민 가운데", "at least · of 주민");
        let range = Quantity {
            min: Some(5.0),
            max: Some(7.0),
            basis: "주민".into(),
            measures: "주민 참여".into(),
            ..Quantity::default()
        };
        check(range, "", "");
    }

    #[test]
    fn names() {
        let words = messages::of("ko");
        let body = Organisation { parent: "한빛부".into(), aliases: vec!["HB".into()], ..Organisation::default() };
        assert_eq!(of_body(&body, &words), "한빛부 산하 · HB");
        let person = Person { aliases: vec!["하딩".into()], ..Person::default() };
        assert_eq!((of_person(&person, &words).as_str(), of_person(&Person::default(), &words).as_str()), ("글에서는 하딩", ""));
        let event = Event { organiser: "솔내시".into(), date: Some("2026-10-21".into()), ..Event::default() };
        assert_eq!(of_event(&event, Some(2026), &words), "솔내시 · 10. 21.");
    }
}
