//! Facts by kind: the order of the margin, and the order inside each group.

use crate::facts::{Fact, FactKind};
use crate::reading::{Reading, Same};
use crate::text::order;

/// The kinds in the order of the margin. Sums stand after the quantities that they are made of.
pub const KINDS: [&str; 9] = ["quantity", "check", "timex", "person", "quote", "organisation", "place", "event", "source"];

/// The name of a fact's kind: one of [`KINDS`].
pub fn kind(fact: &Fact) -> &'static str {
    match &fact.kind {
        FactKind::Quantity(_) => KINDS[0],
        FactKind::Check(_) => KINDS[1],
        FactKind::Date(_) => KINDS[2],
        FactKind::Person(_) => KINDS[3],
        FactKind::Quote(_) => KINDS[4],
        FactKind::Organisation(_) => KINDS[5],
        FactKind::Location(_) => KINDS[6],
        FactKind::Event(_) => KINDS[7],
        FactKind::Source(_) => KINDS[8],
    }
}

/// The distinct facts of one kind as indices into [`Reading::facts`]: dates by time, quotations by speaker, the rest as in the
/// text.
pub fn of_kind(reading: &Reading, same: &Same, name: &str) -> Vec<usize> {
    let mut found: Vec<usize> = same.distinct().filter(|i| kind(&reading.facts[*i]) == name).collect();
    match name {
        "timex" => found.sort_by_key(|i| date_order(&reading.facts[*i])),
        "quote" => {
            let speakers = speakers(reading);
            order::by(&mut found, |i| speakers.iter().position(|name| *name == speaker(&reading.facts[*i])).unwrap_or_default());
        }
        _ => {}
    }
    found
}

/// The resolved value of a date with unresolved ones last.
fn date_order(fact: &Fact) -> (bool, String) {
    match &fact.kind {
        FactKind::Date(date) if date.timex_type != "DURATION" && date.timex_type != "SET" => {
            (date.value.is_none(), date.value.clone().unwrap_or_default())
        }
        _ => (true, String::new()),
    }
}

/// Who speaks in a quotation; empty for other facts and unknown speakers.
pub fn speaker(fact: &Fact) -> &str {
    match &fact.kind {
        FactKind::Quote(quote) => &quote.speaker,
        _ => "",
    }
}

fn speakers(reading: &Reading) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for fact in reading.facts.iter().filter(|fact| matches!(fact.kind, FactKind::Quote(_))) {
        if !names.contains(&speaker(fact)) {
            names.push(speaker(fact));
        }
    }
    names
}

/// How many quotations a person has.
pub fn quotes_of(reading: &Reading, name: &str) -> usize {
    reading.facts.iter().filter(|fact| speaker(fact) == name && !name.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Quote, Timex};
    use crate::text::Span;

    fn reading(kinds: Vec<FactKind>) -> Reading {
        let fact = |kind| Fact { paragraph: 0, span: Span::default(), sentence: Span::default(), confidence: 1.0, kind };
        Reading { facts: kinds.into_iter().map(fact).collect(), ..Reading::default() }
    }

    #[test]
    fn dates_are_sorted_and_speakers_kept_together() {
        let date = |value: &str, timex_type| {
            let value = (!value.is_empty()).then(|| value.to_owned());
            FactKind::Date(Timex { timex_type, value, ..Timex::default() })
        };
        let quote = |speaker: &str| FactKind::Quote(Quote { speaker: speaker.into(), ..Quote::default() });
        let facts = vec![
            date("2024-05", "DATE"),
            quote("가"),
            date("", "DATE"),
            quote("나"),
            date("P3D", "DURATION"),
            date("2023-09", "DATE"),
            quote("가"),
        ];
        let reading = reading(facts);
        let same = Same::of(&reading);
        assert_eq!(of_kind(&reading, &same, "timex"), [5, 0, 2, 4]);
        assert_eq!(of_kind(&reading, &same, "quote"), [1, 6, 3]);
        assert_eq!((quotes_of(&reading, "가"), quotes_of(&reading, "")), (2, 0));
    }
}
