//! What a row of the margin says in small letters below the meaning: bounds, change, time and basis of a number, parent and
//! other names of a body, who holds an event, when and where.

use super::{Wording, dates, numerals};
use crate::facts::{Change, Event, Fact, Organisation, Person, Quantity, trust};

/// What stands between two notes of one line: where it wraps, the dot stays behind the first.
const BETWEEN: &str = "\u{a0}· ";

/// Decimals of a number in a note.
const DECIMALS_MAX: usize = 2;

/// What stands between the parts of one note.
const LIST: &str = ", ";

/// Smaller ratios are told as a difference, not as a number of times.
const FACTOR_MIN: f64 = 1.5;

/// The currency whose word ("원", "won") is that of one currency only.
const WON: &str = "KRW";

/// The note of a number, or empty.
pub fn of_quantity(quantity: &Quantity, words: &dyn Wording) -> String {
    let bound = match (quantity.value, quantity.min, quantity.max) {
        (Some(_), Some(_), None) => words.say("bound_min", &[]),
        (Some(_), None, Some(_)) => words.say("bound_max", &[]),
        _ => String::new(),
    };
    let change = quantity.change.as_ref().map(|change| of_change(change, quantity.class, words)).unwrap_or_default();
    // A date beside the number is in its sentence; the basis of a percentage often is not what it measures.
    let basis = with_word(words, "basis", &quantity.basis, &quantity.measures);
    joined([bound, currency(quantity), change, quantity.as_of.clone(), basis])
}

/// The currency's code, where the word for it is that of several ("달러", "$"): which one is meant is a reading.
fn currency(quantity: &Quantity) -> String {
    let plain = quantity.currency == WON || quantity.unit.contains(quantity.currency);
    if plain { String::new() } else { quantity.currency.to_owned() }
}

/// "늘어남 12 → 41, 3.4배": where the numbers before and after are told, they stand behind the direction with their ratio,
/// unless that is the number itself.
fn of_change(change: &Change, class: &str, words: &dyn Wording) -> String {
    let direction = words.say(if change.direction == "rise" { "change_rise" } else { "change_fall" }, &[]);
    let shown = |value: f64| {
        let decimals = (0..DECIMALS_MAX).find(|n| is_whole(value * 10f64.powi(*n as i32))).unwrap_or(DECIMALS_MAX);
        numerals::grouped(value, decimals)
    };
    let (Some(from), Some(to)) = (change.from, change.to) else { return direction };
    let factor = change.factor.filter(|factor| class != "ratio" && *factor >= FACTOR_MIN);
    let times = factor.map(|factor| words.say("change_times", &[&shown(rounded(factor))]));
    let times = times.map(|times| format!("{LIST}{times}")).unwrap_or_default();
    format!("{direction} {} → {}{times}", shown(from), shown(to))
}

/// A ratio to one decimal.
fn rounded(factor: f64) -> f64 {
    (factor * 10.0).round() / 10.0
}

/// Whether a fact says of itself that it is unsure: that, or empty.
pub fn of_trust(fact: &Fact, words: &dyn Wording) -> String {
    if fact.confidence < trust::SURE_MIN { words.say("unsure", &[]) } else { String::new() }
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
        check(quantity, "늘어남 12 → 41.5\u{a0}· 3년 전", "up 12 → 41.5\u{a0}· 3년 전");
        let rise = Change { direction: "rise", from: Some(12.0), to: Some(41.5), factor: Some(41.5 / 12.0) };
        let quantity = Quantity { change: Some(rise), ..Quantity::default() };
        check(quantity.clone(), "늘어남 12 → 41.5, 3.5배", "up 12 → 41.5, 3.5 times");
        check(Quantity { class: "ratio", ..quantity }, "늘어남 12 → 41.5", "up 12 → 41.5");
        let small = Change { direction: "rise", from: Some(10.0), to: Some(11.0), factor: Some(1.1) };
        check(Quantity { change: Some(small), ..Quantity::default() }, "늘어남 10 → 11", "up 10 → 11");
        check(Quantity { currency: "USD", unit: "달러".into(), ..Quantity::default() }, "USD", "USD");
        check(Quantity { currency: "USD", unit: "USD".into(), ..Quantity::default() }, "", "");
        check(Quantity { currency: "KRW", unit: "원".into(), ..Quantity::default() }, "", "");
        let quantity = Quantity { value: Some(5.0), min: Some(5.0), basis: "주민".into(), ..Quantity::default() };
        check(quantity, "이상\u{a0}· 주민 가운데", "at least\u{a0}· of 주민");
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
        assert_eq!(of_body(&body, &words), "한빛부 산하\u{a0}· HB");
        let person = Person { aliases: vec!["하딩".into()], ..Person::default() };
        assert_eq!((of_person(&person, &words).as_str(), of_person(&Person::default(), &words).as_str()), ("글에서는 하딩", ""));
        let event = Event { organiser: "솔내시".into(), date: Some("2026-10-21".into()), ..Event::default() };
        assert_eq!(of_event(&event, Some(2026), &words), "솔내시\u{a0}· 10. 21.");
    }
}
