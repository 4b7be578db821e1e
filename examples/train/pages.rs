//! Labelled pages as the core sees them.

use crate::labels::{self, Label};
use crate::parse::{self, Changes};
use crate::score::Tokens;
use crate::{encoding, score, threads};
use malgeun::article::head::{Evidence, Head};
use malgeun::article::{Apart, caption};
use malgeun::boilerplate::learned::words::{Hash, Priors};
use malgeun::boilerplate::learned::{self, Ground, Matrix};
use malgeun::dom::Document;
use malgeun::dom::block::{Block, blocks};
use malgeun::dom::metadata::Metadata;
use std::path::PathBuf;

/// A page ready for learning.
pub(crate) struct Page {
    pub(crate) set: String,
    pub(crate) id: String,
    /// The page's type as the set names it.
    pub(crate) kind: String,
    /// What cross-validation must not part: the site.
    pub(crate) domain: String,
    pub(crate) rule: Tokens,
    pub(crate) truth: Option<String>,
    pub(crate) document: Document,
    pub(crate) metadata: Metadata,
    pub(crate) blocks: Vec<Block>,
    pub(crate) title: String,
    ground: Ground,
    pub(crate) labels: Vec<Label>,
}

impl Page {
    /// The features of every block.
    pub(crate) fn first(&self, priors: &Priors) -> Matrix {
        let evidence = self.evidence(priors);
        learned::first(&evidence, &learned::Shared::of(&evidence))
    }

    /// What the features are read from.
    pub(crate) fn evidence<'a>(&'a self, priors: &'a Priors) -> learned::Evidence<'a> {
        self.ground.evidence(&self.document, &self.blocks, &self.metadata, &self.title, priors)
    }
}

/// Reads the pages of all folders.
pub(crate) fn load(folders: &[PathBuf]) -> Result<Vec<Page>, String> {
    let sets = folders.iter().map(|f| score::pages::sets(f)).collect::<Result<Vec<_>, String>>()?;
    let mut wanted = Vec::new();
    for set in sets.iter().flatten() {
        for page in set.pages.iter().filter(|p| p.is_labelled()) {
            wanted.push((&set.name, page, false));
            // Sites name their classes as they like: some pages are learned without any name too.
            if Hash::of(&page.id).is_multiple_of(BARE) || set.name == "dev" || set.name == "splice" {
                wanted.push((&set.name, page, true));
            }
        }
    }
    let read = threads::map(&wanted, |(set, page, bare)| prepare(set, page, *bare));
    Ok(read.into_iter().collect::<Result<Vec<_>, String>>()?.into_iter().flatten().collect())
}

/// One page of so many is learned without class names too.
const BARE: u32 = 4;

fn prepare(set: &str, page: &score::pages::Page, bare: bool) -> Result<Option<Page>, String> {
    let bytes = page.html().map_err(|e| format!("{}: {e}", page.file.display()))?;
    let changes = Changes { without_names: bare, ..Changes::default() };
    let Ok(document) = parse::parse(&encoding::decode(bytes, false), changes) else { return Ok(None) };
    let metadata = Metadata::of(&document);
    let captions = caption::captions(&document);
    let blocks = blocks(&document, &captions);
    let url = page.truth.url.clone().unwrap_or_default();
    let apart = Apart::of(&document, &malgeun::boilerplate::names(&document));
    let evidence =
        Evidence { document: &document, blocks: &blocks, metadata: &metadata, site: None, apart: &apart, decks: &[], url: &url };
    let title = Head::read(&evidence).title;
    let captions = caption::of_pictures(&document, &blocks, &captions);
    let ground = Ground::of(&document, &blocks, &captions);
    let rule = Tokens::of_set(set);
    let mut labels = labels::of(set, &blocks, &page.truth, rule);
    // Shown with their pictures, and no part of the text.
    labels.iter_mut().zip(&captions).filter(|(_, caption)| **caption).for_each(|(label, _)| *label = Label::default());
    // Without an address: pages of one outlet share the start of their names.
    let outlet = || page.id.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default().trim_matches(['-', '_']).to_owned();
    let host = malgeun::url::host(&url).unwrap_or_else(outlet);
    Ok(Some(Page {
        set: if bare { format!("{set} (bare)") } else { set.to_owned() },
        id: page.id.clone(),
        kind: page.truth.page_type.clone().unwrap_or_default(),
        domain: domain(&host),
        rule,
        truth: page.truth.text.clone().filter(|t| !t.is_empty()),
        document,
        metadata,
        blocks,
        title,
        ground,
        labels,
    }))
}

/// The site of a host: its last two names, three where the last but one is short (`co.kr`).
fn domain(host: &str) -> String {
    let names: Vec<&str> = host.split('.').collect();
    let keep = if names.len() >= 3 && names[names.len() - 2].len() <= 3 { 3 } else { 2 };
    names[names.len().saturating_sub(keep)..].join(".")
}
