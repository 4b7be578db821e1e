//! How much a reading is to be trusted: an estimate of its F1 from what can be seen without knowing the truth.

use super::signs::Sums;
use super::{Evidence, PageKind};
use crate::boilerplate::Verdict;
use crate::text::similar::{bare, mixed};

/// What speaks for and against a reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Agreement {
    /// Share of the page's running text that was kept, 0..=1.
    pub(crate) prose_share: f32,
    /// Share of link letters among the kept ones, 0..=1.
    pub(crate) link_share: f32,
    /// How well the text that JSON-LD claims and the kept one agree (F1 of four-letter runs), where one is claimed.
    pub(crate) claimed: Option<f32>,
    /// Weight of the kept text: letters, Hangul, Han and kana counted double.
    pub(crate) weight: u32,
    /// What the block scorer expects, 0..=1, where it says so.
    pub(crate) model: Option<f32>,
}

/// Letters of a run that is compared: long enough to be rare, short enough to survive a typographic difference.
const RUN: usize = 4;

/// Share of a claimed body that must be on the page for it to be the page's text: some claim an abstract only.
const CLAIMED_MIN: f32 = 0.5;

impl Agreement {
    pub(super) fn of(evidence: &Evidence<'_>, sums: &Sums) -> Self {
        let share = |part: u32, of: u32| part as f32 / of.max(1) as f32;
        let kept: Vec<&str> = (evidence.blocks.iter().zip(evidence.verdicts))
            .filter(|(_, v)| **v == Verdict::Keep)
            .map(|(b, _)| b.text.as_str())
            .collect();
        let body = &evidence.metadata.page.body;
        let claimed = (!body.is_empty()).then(|| agreement(body, &kept.join(" "))).filter(|(_, found)| *found >= CLAIMED_MIN);
        Self {
            prose_share: share(sums.kept_prose, sums.prose),
            link_share: share(sums.kept_links, sums.kept),
            claimed: claimed.map(|(f1, _)| f1),
            weight: sums.kept_weight,
            model: evidence.model,
        }
    }

    /// The estimate; 0 where nothing is shown.
    pub(super) fn confidence(&self, kind: PageKind) -> f32 {
        if kind == PageKind::NotArticle || self.weight == 0 {
            return 0.0;
        }
        let length = (self.weight as f32 / FULL_WEIGHT).min(1.0);
        let other = if kind == PageKind::Article { 0.0 } else { OTHER_KIND };
        let seen = BASE + PROSE_SHARE * self.prose_share + LENGTH * length + LINKS * self.link_share + other;
        let claimed = self.claimed.map_or(seen, |claimed| seen + CLAIMED * (claimed - seen));
        let both = self.model.map_or(claimed, |model| (claimed + model) / 2.0);
        both.clamp(0.0, 1.0)
    }
}

// Least squares of the F1 of 590 pages of the development part (scrapinghub, wcxb, fundus; mean .864) on what is seen of
// each: correlation .71; eight groups by estimate from .49 to .99 have the F1 .46, .81, .92, .94, .93, .95, .93, .96.

/// What nothing else explains.
const BASE: f32 = 0.24;
/// For the share of the page's running text that was kept: pages with a quarter of it have F1 .47, with all of it .93.
const PROSE_SHARE: f32 = 0.45;
/// For a text of full length.
const LENGTH: f32 = 0.30;
/// Weight of a text of full length: about two hundred words.
const FULL_WEIGHT: f32 = 1500.0;
/// For links among what was kept.
const LINKS: f32 = -0.18;
/// For threads, products and lists, which are harder.
const OTHER_KIND: f32 = -0.11;
/// How far a claimed body draws the estimate to its own agreement: it stands on one page in ten, often as an abstract.
const CLAIMED: f32 = 0.2;

/// Letters and digits in lower case, cut into runs, each once, in order.
fn runs(text: &str) -> Vec<u32> {
    let letters = bare(text);
    let mut runs: Vec<u32> = letters.windows(RUN).map(mixed).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// F1 of the runs of two texts, and the share of the first one's that the second has.
fn agreement(claimed: &str, kept: &str) -> (f32, f32) {
    let (claimed, kept) = (runs(claimed), runs(kept));
    let shared = claimed.iter().filter(|run| kept.binary_search(run).is_ok()).count() as f32;
    let found = shared / claimed.len().max(1) as f32;
    (2.0 * shared / (claimed.len() + kept.len()).max(1) as f32, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates() {
        let check = |prose_share: f32, weight: u32, claimed: Option<f32>, model: Option<f32>, expect: f32| {
            let seen = Agreement { prose_share, link_share: 0.0, claimed, weight, model };
            let found = seen.confidence(PageKind::Article);
            assert!((found - expect).abs() < 0.005, "{seen:?}: expected {expect}, found {found}");
        };
        check(1.0, 3000, None, None, 0.99);
        check(0.2, 3000, None, None, 0.63);
        check(1.0, 300, None, None, 0.75);
        check(1.0, 3000, Some(0.5), None, 0.892);
        check(1.0, 3000, None, Some(0.6), 0.795);
        check(1.0, 0, None, None, 0.0);
    }

    #[test]
    fn agreements() {
        let check = |a: &str, b: &str, expect: (f32, f32)| assert_eq!(agreement(a, b), expect, "{a} / {b}");
        check("하늬 다리가 열렸다", "하늬 다리가 열렸다.", (1.0, 1.0));
        check("The bridge is open", "the BRIDGE, is open", (1.0, 1.0));
        check("가나다라", "마바사아", (0.0, 0.0));
        check("", "", (0.0, 0.0));
    }
}
