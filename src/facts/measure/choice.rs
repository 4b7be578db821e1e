//! Chooses among the candidates what a number measures: a log-linear model (Berger, Della Pietra, Della Pietra, "A maximum
//! entropy approach to natural language processing", CL 1996) over hashed features of each candidate. The rules propose and
//! vote; what is chosen was learned from annotated articles by `examples/measure`.

use super::View;
use super::candidate::Candidate;
use super::features::Number;
use super::propose::Proposed;
use super::weights::Weights;
use crate::facts::passage::Stretch;
use crate::facts::quantity::Counted;
use crate::text::enclosure::Marks;

/// A number whose measure is to be learned.
#[derive(Debug)]
pub struct Asked {
    /// Index of its text in the body.
    pub paragraph: u32,
    /// Where it stands in that text, in bytes.
    pub span: crate::text::Span,
    /// What the rules alone say.
    pub pick: String,
    /// Its candidates, each with the keys of its features.
    pub candidates: Vec<(String, Vec<u32>)>,
}

impl View<'_, '_> {
    /// What each quantity measures; where that is to be learned, also what is asked of the choice.
    pub(super) fn choose(
        &self,
        counted: &[Counted],
        said: &[Proposed],
        earlier: &[(String, String)],
        mut asked: Option<&mut Vec<Asked>>,
    ) -> Vec<String> {
        let choice = |index| self.choice(counted, said, earlier, index, asked.as_deref_mut());
        (0..counted.len()).map(choice).map(Option::unwrap_or_default).collect()
    }

    /// The best candidate of a number.
    fn choice(
        &self,
        counted: &[Counted],
        said: &[Proposed],
        earlier: &[(String, String)],
        index: usize,
        asked: Option<&mut Vec<Asked>>,
    ) -> Option<String> {
        let own = &counted[index];
        let bracket = self.passage.inside(own.at.start, &[Marks::Round]).map(|b| Stretch::new(b.open + 1, b.close));
        let seats = self.seats(own.at, bracket);
        let candidates = self.candidates(own.at, &seats, &said[index], (&counted[..index], earlier));
        let number = Number::new(self, (counted, index), said, (&seats, earlier));
        if let Some(asked) = asked {
            let place = self.passage.place(own.at);
            let keys = |candidate: &Candidate| {
                let mut keys = Vec::new();
                number.keys(candidate, &mut |key| keys.push(key));
                keys
            };
            asked.push(Asked {
                paragraph: place.paragraph,
                span: place.span,
                pick: said[index].pick.clone(),
                candidates: candidates.iter().map(|c| (c.phrase.clone(), keys(c))).collect(),
            });
        }
        let Some(weights) = Weights::built_in() else { return Some(said[index].pick.clone()) };
        let score = |candidate: &Candidate| {
            let mut sum = 0;
            number.keys(candidate, &mut |key| sum += weights.of(key));
            sum
        };
        let scores: Vec<i32> = candidates.iter().map(score).collect();
        // The first of equals: what a rule says stands before what only stands near.
        let best = (0..scores.len()).reduce(|best, next| if scores[next] > scores[best] { next } else { best })?;
        candidates.into_iter().nth(best).map(|candidate| candidate.phrase)
    }
}
