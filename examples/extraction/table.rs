//! The figures of a set as a table: quality and time of each extractor, then how sure our lead over each peer is.

use crate::Laid;
use crate::peers::Outcome;
use crate::score::{self, PageScore, Snippets, Tokens, bootstrap};
use std::fmt::Write as _;

/// The table of a set; the first extractor is ours.
pub(crate) fn of_set(name: &str, laid: &[Laid], outcomes: &[(&str, Vec<Outcome>)]) -> String {
    let mut out = String::new();
    let texts = laid.iter().filter(|laid| laid.page.has_text()).count();
    let head = format!("{name}: {} pages, {texts} with their whole text", laid.len());
    let columns = "F1     mean      P      R  exact  empty |  CPU ms mean  median     p95 | snippets F1";
    let mut lines = vec![head, format!("{:22} {columns}", "")];
    let scores: Vec<Vec<PageScore>> = outcomes.iter().map(|(_, outcomes)| page_scores(name, laid, outcomes)).collect();
    for ((extractor, outcomes), scores) in outcomes.iter().zip(&scores) {
        lines.push(format!("{extractor:22} {} | {} | {}", quality(scores), times(outcomes), snippets(laid, outcomes)));
    }
    for ((peer, _), theirs) in outcomes.iter().zip(&scores).skip(1) {
        lines.extend(lead(&scores[0], theirs).map(|lead| format!("lead over {peer}: {lead}")));
    }
    lines.extend(by_page_type(name, laid, outcomes));
    for line in lines {
        writeln!(out, "{line}").expect("a string takes all");
    }
    out + "\n"
}

/// A score for each page whose whole text is known.
fn page_scores(name: &str, laid: &[Laid], outcomes: &[Outcome]) -> Vec<PageScore> {
    let known = laid.iter().zip(outcomes).filter(|(laid, _)| laid.page.has_text());
    let score = |(laid, outcome): (&Laid, &Outcome)| {
        score::page(laid.page.truth.text.as_deref().unwrap_or_default(), &outcome.text, Tokens::of_set(name))
    };
    known.map(score).collect()
}

fn quality(scores: &[PageScore]) -> String {
    let set = score::set(scores);
    let corpus = set.corpus;
    format!("{:.4} {:.4} {:.4} {:.4} {:6.3} {:6.3}", corpus.f1, set.mean, corpus.precision, corpus.recall, set.exact, set.empty)
}

/// Mean, median and 95th percentile.
fn times(outcomes: &[Outcome]) -> String {
    let mut times: Vec<f64> = outcomes.iter().map(|outcome| outcome.cpu_ms).collect();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or(0.0);
    let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
    format!("{mean:12.2} {:7.2} {:7.2}", at(50), at(95))
}

fn snippets(laid: &[Laid], outcomes: &[Outcome]) -> String {
    let of = |(laid, outcome): (&Laid, &Outcome)| Snippets::of(&laid.page.truth.with, &laid.page.truth.without, &outcome.text);
    let counts = laid.iter().zip(outcomes).map(of).fold(Snippets::default(), |sum, one| sum + one);
    if counts == Snippets::default() { "-".to_owned() } else { format!("{:.4}", counts.score().f1) }
}

/// How much higher our mean F1 of a page is.
fn lead(ours: &[PageScore], theirs: &[PageScore]) -> Option<String> {
    let pairs: Vec<(f64, f64)> = ours.iter().zip(theirs).map(|(ours, theirs)| (ours.score.f1, theirs.score.f1)).collect();
    let lead = bootstrap::paired(&pairs)?;
    let verdict = match lead {
        _ if lead.low > 0.0 => "ahead",
        _ if lead.high < 0.0 => "behind",
        _ => "not sure",
    };
    Some(format!("{:+.4} of mean F1, 95 % [{:+.4}, {:+.4}]: {verdict}", lead.mean, lead.low, lead.high))
}

/// Where the set has kinds of pages: the mean F1 of each.
fn by_page_type(name: &str, laid: &[Laid], outcomes: &[(&str, Vec<Outcome>)]) -> Vec<String> {
    let of = |laid: &Laid| laid.page.truth.page_type.clone().unwrap_or_default();
    let mut types: Vec<String> =
        laid.iter().filter(|laid| laid.page.has_text()).map(of).filter(|kind| !kind.is_empty()).collect();
    types.sort();
    types.dedup();
    let line = |kind: &String| {
        let means = outcomes.iter().map(|(extractor, outcomes)| {
            let scores = page_scores(name, laid, outcomes);
            let pages = laid.iter().filter(|laid| laid.page.has_text());
            let of_kind: Vec<PageScore> =
                pages.zip(scores).filter(|(laid, _)| of(laid) == *kind).map(|(_, score)| score).collect();
            format!("{extractor} {:.4}", score::set(&of_kind).mean)
        });
        format!("  {kind}: mean F1 {}", means.collect::<Vec<_>>().join(", "))
    };
    types.iter().map(line).collect()
}
