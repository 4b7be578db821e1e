//! Scores of whole articles that people annotated: quotations with speakers, quantities with what they measure, dates, people,
//! bodies, sources and sums. Spans are paired one to one, the largest share of common characters first.

use crate::fit::{Same, measures_fit, names_of, pairs, quantity_fits, speaker_fits};
use crate::value;
use serde_json::Value;
use std::collections::BTreeMap;

/// Truths, answers and those of both that fit; for shares `said` is not counted.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) fit: usize,
    pub(crate) truth: usize,
    pub(crate) said: usize,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        if self.said == 0 { f64::from(u8::from(self.truth == 0)) } else { self.fit as f64 / self.said as f64 }
    }

    pub(crate) fn recall(self) -> f64 {
        if self.truth == 0 { f64::from(u8::from(self.said == 0)) } else { self.fit as f64 / self.truth as f64 }
    }

    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

/// All tallies by name.
#[derive(Debug, Default)]
pub(crate) struct News {
    pub(crate) tallies: BTreeMap<&'static str, Tally>,
}

impl News {
    fn add(&mut self, name: &'static str, fit: usize, truth: usize, said: usize) {
        let tally = self.tallies.entry(name).or_default();
        tally.fit += fit;
        tally.truth += truth;
        tally.said += said;
    }

    fn share(&mut self, name: &'static str, right: bool) {
        self.add(name, usize::from(right), 1, 1);
    }

    /// Counts one article. Kinds that the truth does not have are not counted.
    pub(crate) fn count(&mut self, truth: &Value, said: &Value) {
        for kind in ["quotes", "quantities", "dates"] {
            if let Some(list) = truth[kind].as_array() {
                self.spans(kind, truth, list, items(said, kind));
            }
        }
        if let Some(list) = truth["people"].as_array() {
            self.people(truth, list, items(said, "people"));
        }
        if let Some(list) = truth["organisations"].as_array() {
            let answers = items(said, "organisations");
            let found = pairs(list.len(), answers.len(), |a, b| body_fit(&list[a], &answers[b]));
            self.add("organisations", found.len(), list.len(), answers.len());
        }
        if let Some(list) = truth["sources"].as_array() {
            let answers = items(said, "sources");
            let title = |v: &Value| value::letters(v["title"].as_str().unwrap_or_default());
            let fit = |a: usize, b: usize| {
                let shared = Same::of(&list[a]).share(Same::of(&answers[b]));
                if shared > 0.0 { shared } else { 0.5 * f64::from(u8::from(title(&list[a]) == title(&answers[b]))) }
            };
            self.add("sources", pairs(list.len(), answers.len(), fit).len(), list.len(), answers.len());
        }
        if let Some(list) = truth["checks"].as_array() {
            self.checks(list, items(said, "checks"));
        }
    }

    fn spans(&mut self, kind: &'static str, record: &Value, truth: &[Value], said: &[Value]) {
        let found = pairs(truth.len(), said.len(), |a, b| Same::of(&truth[a]).share(Same::of(&said[b])));
        self.add(kind, found.len(), truth.len(), said.len());
        for (at, entry) in truth.iter().enumerate() {
            let answer = found.iter().find(|pair| pair.0 == at).map(|pair| &said[pair.1]);
            match kind {
                "quotes" => {
                    if let Some(answer) = answer {
                        self.share("speakers", speaker_fits(record, entry, answer));
                    }
                }
                "quantities" => {
                    self.share("quantity values", answer.is_some_and(|a| quantity_fits(entry, a)));
                    self.share("measures", answer.is_some_and(|a| measures_fit(&entry["measures"], &a["measures"])));
                }
                _ => {
                    let same = |a: &Value| date(&entry["value"]) == date(&a["value"]);
                    self.share("date values", answer.is_some_and(same));
                }
            }
        }
    }

    fn people(&mut self, record: &Value, truth: &[Value], said: &[Value]) {
        let name = |v: &Value| value::name(v["name"].as_str().unwrap_or_default());
        let found = pairs(truth.len(), said.len(), |a, b| f64::from(u8::from(name(&truth[a]) == name(&said[b]))));
        self.add("people", found.len(), truth.len(), said.len());
        for (a, b) in found {
            let (a, b) = (&truth[a], &said[b]);
            let (titles, own) = (items(a, "titles"), items(b, "titles"));
            if !titles.is_empty() || !own.is_empty() {
                let known = |title: &Value| own.iter().any(|o| contains(title, o));
                self.share("titles", !titles.is_empty() && titles.iter().all(known));
            }
            let (body, given) = (a["affiliation"].as_str().unwrap_or_default(), b["affiliation"].as_str().unwrap_or_default());
            if !body.is_empty() || !given.is_empty() {
                let same = names_of(record, body).iter().any(|n| names_of(record, given).contains(n));
                self.share("affiliations", contains(&a["affiliation"], &b["affiliation"]) || !given.is_empty() && same);
            }
            if !a["age"].is_null() || !b["age"].is_null() {
                self.share("ages", a["age"] == b["age"]);
            }
            let (places, own) = (Same::list(a, "mentions"), Same::list(b, "mentions"));
            let mentions = pairs(places.len(), own.len(), |a, b| places[a].share(own[b]));
            self.add("mentions", mentions.len(), places.len(), own.len());
        }
    }

    fn checks(&mut self, truth: &[Value], said: &[Value]) {
        let found = pairs(truth.len(), said.len(), |a, b| f64::from(u8::from(sum_fits(&truth[a], &said[b]))));
        let right = found.iter().filter(|(a, b)| truth[*a]["holds"] == said[*b]["holds"]).count();
        self.add("checks", right, truth.len(), said.len());
        if truth.is_empty() {
            self.add("alarms in silence", said.len(), 0, said.len());
        }
    }
}

fn items<'v>(record: &'v Value, name: &str) -> &'v [Value] {
    record[name].as_array().map_or(&[], Vec::as_slice)
}

/// The same sum: its operation, an overlapping claim, and operands that correspond one to one in any order.
fn sum_fits(truth: &Value, said: &Value) -> bool {
    let (operands, own) = (Same::list(truth, "operands"), Same::list(said, "operands"));
    truth["op"] == said["op"]
        && Same::pair(&truth["claimed"]).shared(Same::pair(&said["claimed"])) > 0
        && operands.len() == own.len()
        && pairs(operands.len(), own.len(), |a, b| operands[a].share(own[b])).len() == operands.len()
}

/// Common mentions, and much more when the names are the same or one is an alias of the other.
fn body_fit(truth: &Value, said: &Value) -> f64 {
    let (places, own) = (Same::list(truth, "mentions"), Same::list(said, "mentions"));
    let shared = places.iter().map(|a| own.iter().filter(|b| a.shared(**b) > 0).count()).sum::<usize>();
    let name = |v: &Value| value::name(v.as_str().unwrap_or_default());
    let names = |v: &Value| items(v, "aliases").iter().map(name).chain([name(&v["name"])]).collect::<Vec<_>>();
    let known = names(said);
    let called = match () {
        () if name(&truth["name"]) == name(&said["name"]) => 100,
        () if names(truth).iter().any(|n| known.contains(n)) => 50,
        () => 0,
    };
    (called + shared) as f64
}

fn contains(a: &Value, b: &Value) -> bool {
    let letters = |v: &Value| value::letters(v.as_str().unwrap_or_default());
    let (a, b) = (letters(a), letters(b));
    !a.is_empty() && !b.is_empty() && (a.contains(&b) || b.contains(&a))
}

/// A date's value without its offset; lengths in weeks and years where they come out even.
fn date(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    let clock = text.find('T').filter(|_| !text.starts_with('P'));
    let offset = clock.and_then(|at| text[at..].find(['+', '-', 'Z']).map(|i| at + i));
    let mut text = offset.map_or(text, |at| &text[..at]).to_owned();
    if let Some(at) = clock {
        match text.len() - at {
            3 => text.push_str(":00"),
            9 if text.ends_with(":00") => text.truncate(at + 6),
            _ => {}
        }
    }
    let even = |unit: char, by: u32, name: char| {
        let count: u32 = text.strip_prefix('P')?.strip_suffix(unit)?.parse().ok()?;
        (count > 0 && count.is_multiple_of(by)).then(|| format!("P{}{name}", count / by))
    };
    Some(even('D', 7, 'W').or_else(|| even('M', 12, 'Y')).unwrap_or(text))
}
