//! Cross-validation by domain, and the forests grown from all pages.

use crate::Arguments;
use crate::grow::{self, Rows};
use crate::pages::Page;
use crate::priors::Counts;
use crate::score::{self, PageScore};
use malgeun::boilerplate::learned::context::second;
use malgeun::boilerplate::learned::forest::Forest;
use malgeun::boilerplate::learned::settle::settle;
use malgeun::boilerplate::learned::words::{Hash, Priors};
use malgeun::boilerplate::learned::{Matrix, Shared};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Parts of the pages; each is read once by forests that never saw its domains.
const FOLDS: u32 = 5;

/// What came out.
pub(crate) struct Grown {
    pub(crate) priors: Priors,
    pub(crate) first: Forest,
    pub(crate) second: Forest,
    /// The cross-validated figures.
    pub(crate) report: String,
}

fn fold(page: &Page) -> u32 {
    Hash::of(&page.domain) % FOLDS
}

pub(crate) fn grow(pages: &[Page], arguments: &Arguments) -> Grown {
    if let Some(said) = arguments.said.as_ref().and_then(|f| std::fs::read(f).ok()) {
        let mut at = said.chunks(4).map(|c| f32::from_le_bytes(c.try_into().expect("four bytes")));
        let said: Vec<Vec<f32>> = pages.iter().map(|p| at.by_ref().take(p.blocks.len()).collect()).collect();
        if let Some(folder) = &arguments.dump {
            dump(pages, &said, folder);
        }
        return Grown {
            priors: Priors::default(),
            first: Forest::default(),
            second: Forest::default(),
            report: report(pages, &said),
        };
    }
    let counts = Counts::of(pages.iter());
    // A page's features never hear the voice of its own domain.
    let features: Vec<Matrix> = pages.iter().map(|p| p.first(&counts.without(Some(&p.domain)))).collect();
    eprintln!("features read, {} a block", features.first().map_or(0, |f| f.width));
    let said = apart(pages, &features, arguments.trees);
    let report_first = report(pages, &said);
    eprintln!("first forest, cross-validated:\n{report_first}");
    let priors = counts.without(None);
    let wider: Vec<Matrix> = pages
        .iter()
        .zip(&features)
        .zip(&said)
        .map(|((p, f), s)| {
            let evidence = p.evidence(&priors);
            second(&evidence, &Shared::of(&evidence), f, s)
        })
        .collect();
    let final_said = apart(pages, &wider, arguments.second);
    let report = report(pages, &final_said);
    if let Some(file) = &arguments.dump {
        dump(pages, &final_said, file);
    }
    if let Some(file) = &arguments.said {
        let bytes: Vec<u8> = final_said.iter().flatten().flat_map(|p| p.to_le_bytes()).collect();
        std::fs::write(file, bytes).expect("the file can be written");
    }
    let (first, second) = if arguments.out.is_some() {
        let all = |features: &[Matrix], trees| grow::forest(&rows(pages, features, |_| true), trees);
        (all(&features, arguments.trees), all(&wider, arguments.second))
    } else {
        (Forest::default(), Forest::default())
    };
    Grown { priors, first, second, report }
}

/// What forests say that never saw a page's domain.
fn apart(pages: &[Page], features: &[Matrix], trees: usize) -> Vec<Vec<f32>> {
    let mut said = vec![Vec::new(); pages.len()];
    for part in 0..FOLDS {
        let forest = grow::forest(&rows(pages, features, |p| fold(p) != part), trees);
        for (index, page) in pages.iter().enumerate().filter(|(_, p)| fold(p) == part) {
            said[index] = forest.said(&features[index]);
            debug_assert_eq!(said[index].len(), page.blocks.len());
        }
        eprintln!("fold {part} done");
    }
    said
}

/// Text outside the truth counts at most so much more than the truth: a page of links must not outweigh ten articles.
const OUTSIDE_MAX: f32 = 4.0;

fn rows(pages: &[Page], features: &[Matrix], takes: impl Fn(&Page) -> bool) -> Rows {
    let mut rows = Rows { width: features.first().map_or(0, |f| f.width), ..Rows::default() };
    for (page, matrix) in pages.iter().zip(features).filter(|(p, _)| takes(p)) {
        let sum = |inside: bool| page.labels.iter().filter(|l| l.inside == inside).map(|l| l.weight).sum::<f32>();
        let outside = (OUTSIDE_MAX * sum(true) / sum(false).max(f32::MIN_POSITIVE)).min(1.0);
        let outside = if page.truth.is_some() { outside } else { 1.0 };
        for (index, label) in page.labels.iter().enumerate().filter(|(_, l)| l.weight > 0.0) {
            rows.values.extend_from_slice(matrix.row(index));
            rows.inside.push(label.inside);
            rows.weights.push(if label.inside { label.weight } else { label.weight * outside });
        }
    }
    rows
}

/// The text that the answers choose.
fn text(page: &Page, said: &[f32]) -> String {
    let settled = settle(&page.evidence(&Priors::default()), said);
    let chosen = page.blocks.iter().zip(settled.taken).filter(|(_, taken)| *taken);
    chosen.map(|(b, _)| b.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn perfect(page: &Page) -> String {
    let chosen = page.blocks.iter().zip(&page.labels).filter(|(_, l)| l.inside);
    chosen.map(|(b, _)| b.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// A table of sets and page types: F1, mean per page, and the same for a perfect choice of blocks.
fn report(pages: &[Page], said: &[Vec<f32>]) -> String {
    let mut groups: BTreeMap<String, Vec<(PageScore, PageScore)>> = BTreeMap::new();
    for (page, said) in pages.iter().zip(said) {
        let Some(truth) = &page.truth else { continue };
        let score = |text: &str| score::page(truth, text, page.rule);
        let pair = (score(&text(page, said)), score(&perfect(page)));
        groups.entry(page.set.clone()).or_default().push(pair);
        if !page.kind.is_empty() {
            groups.entry(format!("{} {}", page.set, page.kind)).or_default().push(pair);
        }
    }
    let mut out = String::from("set                       pages  P     R     F1    mean  exact | perfect choice: F1 mean\n");
    for (name, scores) in groups {
        let (ours, best): (Vec<_>, Vec<_>) = scores.into_iter().unzip();
        let (ours, best) = (score::set(&ours), score::set(&best));
        writeln!(
            out,
            "{name:25} {:5}  {:.3} {:.3} {:.4} {:.4} {:.2} | {:.4} {:.4}",
            ours.pages,
            ours.corpus.precision,
            ours.corpus.recall,
            ours.corpus.f1,
            ours.mean,
            ours.exact,
            best.corpus.f1,
            best.mean
        )
        .expect("a string takes all");
    }
    out
}

/// Every block with its label and answer, for a person to read.
fn dump(pages: &[Page], said: &[Vec<f32>], folder: &std::path::Path) {
    for (page, said) in pages.iter().zip(said) {
        let mut out = String::new();
        let score = page.truth.as_ref().map_or(0.0, |t| score::page(t, &text(page, said), page.rule).score.f1);
        for ((block, label), p) in page.blocks.iter().zip(&page.labels).zip(said) {
            let mark = if label.weight == 0.0 {
                '?'
            } else if label.inside {
                '+'
            } else {
                '-'
            };
            let names: Vec<_> = page
                .document
                .ancestors(block.inner)
                .take(3)
                .map(|n| {
                    format!(
                        "{}.{}",
                        page.document.name(n),
                        page.document.attribute(n, "class").unwrap_or_default().replace(' ', ".")
                    )
                })
                .collect();
            writeln!(out, "{mark} {p:.2} {} <{}>", block.text.chars().take(110).collect::<String>(), names.join(" < "))
                .expect("a string");
        }
        let name = format!("{:.3}_{}_{}.txt", score, page.set, page.id);
        if let Err(error) = std::fs::write(folder.join(name), out) {
            eprintln!("{error}");
        }
    }
}
