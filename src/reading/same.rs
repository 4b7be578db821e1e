//! Facts that say the same: a date or a number that the text tells again is one fact with several mentions.

use super::Reading;
use std::collections::HashMap;

/// Which facts say the same, by their index into [`Reading::facts`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Same {
    /// For each fact the first that says it.
    first: Vec<usize>,
    /// For each first fact all that say it, itself included; empty for the others.
    all: Vec<Vec<usize>>,
}

impl Same {
    /// Looks through the facts of a reading.
    pub fn of(reading: &Reading) -> Self {
        let mut known: HashMap<String, usize> = HashMap::new();
        let said = |(i, fact): (usize, &crate::facts::Fact)| fact.kind.said().map_or(i, |said| *known.entry(said).or_insert(i));
        let first: Vec<usize> = reading.facts.iter().enumerate().map(said).collect();
        let mut all = vec![Vec::new(); first.len()];
        first.iter().enumerate().for_each(|(i, first)| all[*first].push(i));
        Self { first, all }
    }

    /// The fact that says first what this one says.
    pub fn first(&self, i: usize) -> usize {
        self.first.get(i).copied().unwrap_or(i)
    }

    /// All facts that say what the first of them says; none for one that is not the first.
    pub fn mentions(&self, i: usize) -> &[usize] {
        self.all.get(i).map_or(&[], Vec::as_slice)
    }

    /// The first facts, in order.
    pub fn distinct(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.all.len()).filter(|i| !self.all[*i].is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Fact, FactKind, Quantity, Timex};
    use crate::text::Span;

    #[test]
    fn what_is_said_again() {
        let date = |value: &str| FactKind::Date(Timex { timex_type: "DATE", value: Some(value.into()), ..Timex::default() });
        let number =
            |measures: &str| FactKind::Quantity(Quantity { value: Some(3.0), measures: measures.into(), ..Quantity::default() });
        let kinds = [date("2024"), number("수달"), date("2023"), date("2024"), number(""), number("수달"), number("")];
        let fact = |kind| Fact { paragraph: 0, span: Span::default(), sentence: Span::default(), confidence: 1.0, kind };
        let same = Same::of(&Reading { facts: kinds.into_iter().map(fact).collect(), ..Reading::default() });
        assert_eq!(same.distinct().collect::<Vec<_>>(), [0, 1, 2, 4, 6]);
        assert_eq!((same.mentions(0), same.mentions(3), same.first(3)), (&[0, 3][..], &[][..], 0));
        assert_eq!((same.first(6), same.first(99)), (6, 99));
    }
}
