//! How good an extracted text is: truth and found text in, precision and recall out. The measures are those of the article
//! extraction benchmark of Scrapinghub (now Zyte; 4-token shingles as multisets, mean precision over pages with an output,
//! mean recall over pages with a truth) and of the evaluation of trafilatura (snippets that must and must not occur).
//! Used by tests and by `examples/`; it knows neither the product nor files (`pages` reads those).
#![allow(dead_code, reason = "each program that includes these measures uses some of them")]

pub(crate) mod bootstrap;
pub(crate) mod file;
pub(crate) mod pages;
pub(crate) mod strip;

use std::collections::HashMap;
use std::hash::Hash;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Tokens of a shingle, as the benchmark of Scrapinghub has it.
const SHINGLE: usize = 4;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tokens {
    /// A run of word characters: the rule of the set `scrapinghub`, whose published figures are counted so.
    Runs,
    /// The same after NFC, and each Han or kana character by itself, for such text has no spaces.
    CjkSingle,
}

impl Tokens {
    /// The rule for a set of this name.
    pub(crate) fn of_set(name: &str) -> Self {
        if name == "scrapinghub" { Self::Runs } else { Self::CjkSingle }
    }
}

/// Python's `\w`: letters and numbers of Unicode, and `_`; no combining marks, no enclosed letters.
fn is_word(c: char) -> bool {
    // Rust's `is_alphanumeric` also holds what is alphabetic without being a letter: vowel signs, circled letters.
    let enclosed = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    c == '_' || (c.is_alphanumeric() && !enclosed && !is_combining_mark(c))
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}')
}

/// The tokens of a text in order.
pub(crate) fn tokens(text: &str, rule: Tokens) -> Vec<String> {
    match rule {
        Tokens::Runs => split(text.chars(), |_| false),
        Tokens::CjkSingle => split(text.nfc(), is_cjk),
    }
}

fn split(chars: impl Iterator<Item = char>, is_single: impl Fn(char) -> bool) -> Vec<String> {
    let (mut out, mut run) = (Vec::new(), String::new());
    for c in chars {
        let single = is_single(c);
        if !single && is_word(c) {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            out.push(std::mem::take(&mut run));
        }
        if single {
            out.push(c.to_string());
        }
    }
    out.extend(Some(run).filter(|run| !run.is_empty()));
    out
}

/// How often each thing occurs.
fn multiset<T: Hash + Eq>(things: impl Iterator<Item = T>) -> HashMap<T, usize> {
    things.fold(HashMap::new(), |mut counts, thing| {
        *counts.entry(thing).or_default() += 1;
        counts
    })
}

/// Runs of four tokens; a shorter text is one short shingle, an empty one has none.
fn shingles(tokens: &[String]) -> HashMap<&[String], usize> {
    let short = Some(tokens).filter(|tokens| !tokens.is_empty() && tokens.len() < SHINGLE);
    multiset(short.into_iter().chain(tokens.windows(SHINGLE)))
}

/// Precision, recall and their harmonic mean, each 0..=1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Score {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
}

impl Score {
    /// Of shares, each 0..=1.
    fn of_shares(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        Self { precision, recall, f1: if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 } }
    }

    /// Of counts: right, wrong, missed. Nothing wrong and nothing missed is perfect, also when there is nothing.
    fn of_counts(right: usize, wrong: usize, missed: usize) -> Self {
        match (right, wrong, missed) {
            (_, 0, 0) => Self { precision: 1.0, recall: 1.0, f1: 1.0 },
            _ => Self::of_shares(share(right, right + wrong), share(right, right + missed)),
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}

/// One page: what was found against what is right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageScore {
    pub(crate) score: Score,
    /// Whether the tokens are the same in the same order.
    pub(crate) exact: bool,
    /// Whether anything was found.
    pub(crate) has_found: bool,
    /// Whether there is anything to find.
    pub(crate) has_truth: bool,
}

/// Scores one page.
pub(crate) fn page(truth: &str, found: &str, rule: Tokens) -> PageScore {
    let (truth, found) = (tokens(truth, rule), tokens(found, rule));
    let (wanted, given) = (shingles(&truth), shingles(&found));
    let right = wanted.iter().map(|(shingle, count)| given.get(shingle).map_or(0, |other| *count.min(other))).sum();
    let score = Score::of_counts(right, given.values().sum::<usize>() - right, wanted.values().sum::<usize>() - right);
    PageScore { score, exact: truth == found, has_found: !found.is_empty(), has_truth: !truth.is_empty() }
}

/// A set of pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SetScore {
    pub(crate) pages: usize,
    /// Mean precision over pages with an output, mean recall over pages with a truth, F1 of these two means.
    pub(crate) corpus: Score,
    /// Mean of the F1 of each page.
    pub(crate) mean: f64,
    /// Share of pages that are right to the token.
    pub(crate) exact: f64,
    /// Share of pages without an output.
    pub(crate) empty: f64,
}

/// Scores a set.
pub(crate) fn set(pages: &[PageScore]) -> SetScore {
    let precision = mean(pages.iter().filter(|page| page.has_found).map(|page| page.score.precision));
    let recall = mean(pages.iter().filter(|page| page.has_truth).map(|page| page.score.recall));
    let of = |is: fn(&PageScore) -> bool| share(pages.iter().filter(|page| is(page)).count(), pages.len());
    SetScore {
        pages: pages.len(),
        corpus: Score::of_shares(precision, recall),
        mean: mean(pages.iter().map(|page| page.score.f1)),
        exact: of(|page| page.exact),
        empty: of(|page| !page.has_found),
    }
}

/// Counts of snippets that must occur in the text and of such that must not; add up pages with `+`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Snippets {
    pub(crate) wanted_found: usize,
    pub(crate) wanted_missing: usize,
    pub(crate) unwanted_found: usize,
    pub(crate) unwanted_missing: usize,
}

impl std::ops::Add for Snippets {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            wanted_found: self.wanted_found + other.wanted_found,
            wanted_missing: self.wanted_missing + other.wanted_missing,
            unwanted_found: self.unwanted_found + other.unwanted_found,
            unwanted_missing: self.unwanted_missing + other.unwanted_missing,
        }
    }
}

impl Snippets {
    /// The snippets of one page; white space counts as one space.
    pub(crate) fn of(wanted: &[String], unwanted: &[String], found: &str) -> Self {
        let found = collapse(found);
        let count = |snippets: &[String]| snippets.iter().filter(|snippet| found.contains(&collapse(snippet))).count();
        let (wanted_found, unwanted_found) = (count(wanted), count(unwanted));
        Self {
            wanted_found,
            wanted_missing: wanted.len() - wanted_found,
            unwanted_found,
            unwanted_missing: unwanted.len() - unwanted_found,
        }
    }

    /// Precision and recall of the wanted against the unwanted.
    pub(crate) fn score(&self) -> Score {
        let precision = share(self.wanted_found, self.wanted_found + self.unwanted_found);
        Score::of_shares(precision, share(self.wanted_found, self.wanted_found + self.wanted_missing))
    }

    /// Share of all snippets that are where they should be.
    pub(crate) fn accuracy(&self) -> f64 {
        let right = self.wanted_found + self.unwanted_missing;
        share(right, right + self.wanted_missing + self.unwanted_found)
    }
}

/// White space as Python's `\s` has it (also U+001C to U+001F), runs as one space, none at the ends.
fn collapse(text: &str) -> String {
    let is_space = |c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c);
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
