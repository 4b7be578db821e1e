//! Cross-validation by domain, and the forests grown from all pages.

use crate::Arguments;
use crate::dump;
use crate::grow::{self, Binned, Rows};
use crate::pages::Page;
use crate::priors::Counts;
use crate::score::{self, PageScore};
use crate::threads;
use malgeun::boilerplate::learned::context::{self, second};
use malgeun::boilerplate::learned::forest::Forest;
use malgeun::boilerplate::learned::model::MODEL;
use malgeun::boilerplate::learned::settle::settle;
use malgeun::boilerplate::learned::words::{Hash, Priors};
use malgeun::boilerplate::learned::{Matrix, Shared, WIDTH, feature_names};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Parts of the pages; each is read once by forests that never saw its domains.
const FOLDS: u32 = 5;

/// What came out.
#[derive(Default)]
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
    if arguments.built_in {
        let said: Vec<Vec<f32>> = pages.iter().map(|p| MODEL.said(&p.evidence(&MODEL.priors))).collect();
        if let Some(file) = &arguments.dump {
            dump::write(pages, &said, file);
        }
        return Grown { report: report(pages, &said), ..Grown::default() };
    }
    if let Some(said) = arguments.said.as_ref().and_then(|f| std::fs::read(f).ok()) {
        let mut at = said.chunks(4).map(|c| f32::from_le_bytes(c.try_into().expect("four bytes")));
        let said: Vec<Vec<f32>> = pages.iter().map(|p| at.by_ref().take(p.blocks.len()).collect()).collect();
        if let Some(file) = &arguments.dump {
            dump::write(pages, &said, file);
        }
        return Grown { report: report(pages, &said), ..Grown::default() };
    }
    let counts = Counts::of(pages.iter());
    // A page's features never hear the voice of its own domain.
    let features: Vec<Matrix> = threads::map(pages, |p| p.first(&counts.without(Some(&p.domain))));
    eprintln!("features read, {} a block", features.first().map_or(0, |f| f.width));
    let (said, first) = apart(pages, &features, arguments, arguments.trees);
    eprintln!("first forest, cross-validated:\n{}", report(pages, &said));
    let priors = counts.without(None);
    let both: Vec<(&Page, &Matrix, &Vec<f32>)> = pages.iter().zip(&features).zip(&said).map(|((p, f), s)| (p, f, s)).collect();
    let wider: Vec<Matrix> = threads::map(&both, |(page, features, said)| {
        let evidence = page.evidence(&priors);
        second(&evidence, &Shared::of(&evidence), features, said)
    });
    drop(both);
    drop(features);
    let (final_said, second) = apart(pages, &wider, arguments, arguments.second);
    let report = report(pages, &final_said);
    if let Some(file) = &arguments.dump {
        dump::write(pages, &final_said, file);
    }
    if let Some(file) = &arguments.said {
        let bytes: Vec<u8> = final_said.iter().flatten().flat_map(|p| p.to_le_bytes()).collect();
        std::fs::write(file, bytes).expect("the file can be written");
    }
    Grown { priors, first, second, report }
}

/// What forests say that never saw a page's domain; and, if the table is to be written, the forest that saw them all.
fn apart(pages: &[Page], features: &[Matrix], arguments: &Arguments, trees: usize) -> (Vec<Vec<f32>>, Forest) {
    let (rows, folds) = rows(pages, features);
    let names = if rows.width == WIDTH { feature_names() } else { context::feature_names() };
    let is_muted = |name: &String| {
        arguments.without.iter().any(|w| name == w || name.strip_prefix(w.as_str()).is_some_and(|rest| rest.starts_with('.')))
    };
    let binned = Binned::of(&rows, &names.iter().map(is_muted).collect::<Vec<_>>());
    drop(rows);
    // The whole first: it takes longest.
    let whole = arguments.out.is_some().then_some(FOLDS);
    let parts: Vec<u32> = whole.into_iter().chain(0..FOLDS).collect();
    let mut forests = threads::map(&parts, |part| {
        let rows: Vec<u32> = (0..folds.len() as u32).filter(|r| folds[*r as usize] != *part).collect();
        grow::forest(&binned.part(&rows), trees, arguments.seed)
    });
    let whole = if whole.is_some() { forests.remove(0) } else { Forest::default() };
    let both: Vec<(&Page, &Matrix)> = pages.iter().zip(features).collect();
    (threads::map(&both, |(page, features)| forests[fold(page) as usize].said(features)), whole)
}

/// Text outside the truth counts at most so much more than the truth: a page of links must not outweigh ten articles.
const OUTSIDE_MAX: f32 = 4.0;

/// The rows of all blocks that teach, with the fold of each.
fn rows(pages: &[Page], features: &[Matrix]) -> (Rows, Vec<u32>) {
    let mut rows = Rows { width: features.first().map_or(0, |f| f.width), ..Rows::default() };
    let mut folds = Vec::new();
    for (page, matrix) in pages.iter().zip(features) {
        let sum = |inside: bool| page.labels.iter().filter(|l| l.inside == inside).map(|l| l.weight).sum::<f32>();
        let outside = (OUTSIDE_MAX * sum(true) / sum(false).max(f32::MIN_POSITIVE)).min(1.0);
        let outside = if page.truth.is_some() { outside } else { 1.0 };
        for (index, label) in page.labels.iter().enumerate().filter(|(_, l)| l.weight > 0.0) {
            rows.values.extend_from_slice(matrix.row(index));
            rows.inside.push(label.inside);
            rows.weights.push(if label.inside { label.weight } else { label.weight * outside });
            folds.push(fold(page));
        }
    }
    (rows, folds)
}

/// The text that the answers choose.
fn text(page: &Page, said: &[f32]) -> String {
    let chosen = page.blocks.iter().zip(taken(page, said)).filter(|(_, taken)| *taken);
    chosen.map(|(b, _)| b.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Whether each block is taken.
pub(crate) fn taken(page: &Page, said: &[f32]) -> Vec<bool> {
    settle(&page.evidence(&Priors::default()), said).taken
}

fn perfect(page: &Page) -> String {
    let chosen = page.blocks.iter().zip(&page.labels).filter(|(_, l)| l.inside);
    chosen.map(|(b, _)| b.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Precision, recall and F1 of a page.
pub(crate) fn score(page: &Page, said: &[f32]) -> [f64; 3] {
    let score = page.truth.as_ref().map(|t| score::page(t, &text(page, said), page.rule).score).unwrap_or_default();
    [score.precision, score.recall, score.f1]
}

/// Share of Han and kana in a truth from which a page counts as Japanese or Chinese.
const CJK: f32 = 0.3;

fn share_of_cjk(text: &str) -> f32 {
    let is = |c: &char| malgeun::text::is_cjk(*c) && !malgeun::text::is_hangul(*c);
    let all = text.chars().filter(|c| c.is_alphanumeric());
    text.chars().filter(is).count() as f32 / all.count().max(1) as f32
}

/// A table of sets and page types: F1, mean per page, and the same for a perfect choice of blocks.
fn report(pages: &[Page], said: &[Vec<f32>]) -> String {
    let mut groups: BTreeMap<String, Vec<(PageScore, PageScore)>> = BTreeMap::new();
    let both: Vec<(&Page, &Vec<f32>)> = pages.iter().zip(said).collect();
    let scored = threads::map(&both, |(page, said)| {
        let truth = page.truth.as_ref()?;
        let score = |text: &str| score::page(truth, text, page.rule);
        Some(((score(&text(page, said)), score(&perfect(page))), share_of_cjk(truth) >= CJK))
    });
    for (page, scored) in pages.iter().zip(scored) {
        let Some((pair, is_cjk)) = scored else { continue };
        groups.entry(page.set.clone()).or_default().push(pair);
        if is_cjk && !page.set.ends_with(')') {
            groups.entry("all: Han and kana".to_owned()).or_default().push(pair);
        }
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
