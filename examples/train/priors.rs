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

/// The words of enough domains, by hash: the share of each domain, and their sum.
struct Table(Vec<(u32, f32, BTreeMap<u32, f32>)>);

/// The voices of all pages.
pub(crate) struct Counts {
    names: Table,
    lines: Table,
    domains: HashMap<String, u32>,
}

/// The voices while pages are being read.
#[derive(Default)]
struct Heard {
    names: Voices,
    lines: Voices,
}

impl Counts {
    pub(crate) fn of<'a>(pages: impl Iterator<Item = &'a Page>) -> Self {
        let (mut heard, mut domains) = (Heard::default(), HashMap::new());
        for page in pages {
            let number = domains.len() as u32;
            let domain = *domains.entry(page.domain.clone()).or_insert(number);
            heard.count(page, domain);
        }
        Self { names: Table::of(heard.names), lines: Table::of(heard.lines), domains }
    }

    /// The table without the voice of one domain (a page must not hear itself), or of all.
    pub(crate) fn without(&self, domain: Option<&str>) -> Priors {
        let own = domain.and_then(|d| self.domains.get(d)).copied();
        Priors { names: self.names.without(own).into(), lines: self.lines.without(own).into() }
    }
}

impl Heard {
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
}

impl Table {
    fn of(voices: Voices) -> Self {
        let enough = voices.into_iter().filter(|(_, by)| by.len() >= DOMAINS_MIN);
        let mut words: Vec<_> = enough
            .map(|(word, by)| {
                let shares: BTreeMap<u32, f32> = by.into_iter().map(|(domain, (taken, mass))| (domain, taken / mass)).collect();
                (word, shares.values().sum::<f32>(), shares)
            })
            .collect();
        words.sort_unstable_by_key(|(word, ..)| *word);
        Self(words)
    }

    fn without(&self, domain: Option<u32>) -> Vec<(u32, i8)> {
        let steps = |(word, sum, shares): &(u32, f32, BTreeMap<u32, f32>)| {
            let own = domain.and_then(|d| shares.get(&d));
            let all = shares.len() - usize::from(own.is_some());
            let yes = sum - own.copied().unwrap_or_default();
            let odds = (yes + SMOOTH / 2.0) / (all as f32 - yes + SMOOTH / 2.0);
            let steps = (odds.ln() / PRIOR_UNIT).round().clamp(-127.0, 127.0);
            (all >= DOMAINS_MIN && steps.abs() >= STEPS_MIN).then_some((*word, steps as i8))
        };
        self.0.iter().filter_map(steps).collect()
    }
}
