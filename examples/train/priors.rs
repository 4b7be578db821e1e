//! What single words say, from labelled pages: for each word how much likelier text beside it is article text, one voice
//! a domain.

use crate::pages::Page;
use malgeun::boilerplate::learned::words::{PRIOR_UNIT, Priors, element_words, text_words};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Domains in which a word must occur.
const DOMAINS_MIN: usize = 10;
/// Voices that hold a word back from saying much: half for, half against.
const SMOOTH: f32 = 4.0;
/// Longest block, in bytes, whose words are counted.
const LINE_BYTES: usize = 120;
/// Steps from which a word says enough to be in the table.
const STEPS_MIN: f32 = 8.0;

/// Shares of article text beside a word, by domain.
type Voices = HashMap<u32, BTreeMap<u32, (f32, f32)>>;

/// The voices of all pages.
pub(crate) struct Counts {
    names: Voices,
    lines: Voices,
    domains: HashMap<String, u32>,
}

impl Counts {
    pub(crate) fn of<'a>(pages: impl Iterator<Item = &'a Page>) -> Self {
        let mut counts = Self { names: Voices::new(), lines: Voices::new(), domains: HashMap::new() };
        for page in pages {
            let number = counts.domains.len() as u32;
            let domain = *counts.domains.entry(page.domain.clone()).or_insert(number);
            counts.count(page, domain);
        }
        counts
    }

    fn count(&mut self, page: &Page, domain: u32) {
        let document = &page.document;
        let mut inside = vec![(0.0f32, 0.0f32); document.len()];
        for (block, label) in page.blocks.iter().zip(&page.labels).filter(|(_, l)| l.weight > 0.0) {
            let taken = if label.inside { label.weight } else { 0.0 };
            let sum = &mut inside[block.inner.index()];
            (sum.0, sum.1) = (sum.0 + taken, sum.1 + label.weight);
            if block.text.len() <= LINE_BYTES {
                let mut words = HashSet::new();
                text_words(&block.text, |w| {
                    words.insert(w);
                });
                for word in words {
                    let voice = self.lines.entry(word).or_default().entry(domain).or_default();
                    (voice.0, voice.1) = (voice.0 + f32::from(label.inside), voice.1 + 1.0);
                }
            }
        }
        for node in document.nodes().collect::<Vec<_>>().into_iter().rev() {
            let own = inside[node.index()];
            if let Some(parent) = document.element(node).parent {
                let sum = &mut inside[parent.index()];
                (sum.0, sum.1) = (sum.0 + own.0, sum.1 + own.1);
            }
            if own.1 <= 0.0 {
                continue;
            }
            let mut words = HashSet::new();
            element_words(document, node, |w| {
                words.insert(w);
            });
            for word in words {
                let voice = self.names.entry(word).or_default().entry(domain).or_default();
                (voice.0, voice.1) = (voice.0 + own.0, voice.1 + own.1);
            }
        }
    }

    /// The table without the voice of one domain (a page must not hear itself), or of all.
    pub(crate) fn without(&self, domain: Option<&str>) -> Priors {
        let own = domain.and_then(|d| self.domains.get(d)).copied();
        Priors { names: table(&self.names, own).into(), lines: table(&self.lines, own).into() }
    }
}

fn table(voices: &Voices, without: Option<u32>) -> Vec<(u32, i8)> {
    let mut out: Vec<(u32, i8)> = voices
        .iter()
        .filter_map(|(word, by)| {
            let (mut yes, mut all) = (0.0, 0.0);
            for (_, (taken, mass)) in by.iter().filter(|(d, _)| Some(**d) != without) {
                (yes, all) = (yes + taken / mass, all + 1.0);
            }
            let odds = (yes + SMOOTH / 2.0) / (all - yes + SMOOTH / 2.0);
            let steps = (odds.ln() / PRIOR_UNIT).round().clamp(-127.0, 127.0);
            (all >= DOMAINS_MIN as f32 && steps.abs() >= STEPS_MIN).then_some((*word, steps as i8))
        })
        .collect();
    out.sort_unstable();
    out
}
