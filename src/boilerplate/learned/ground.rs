//! What the features need beside the page itself: zones and patterns.

use super::features::Evidence;
use super::words::Priors;
use crate::boilerplate::notice;
use crate::boilerplate::zone::{Names, Zone, named, names, zones};
use crate::dom::Document;
use crate::dom::block::Block;
use crate::dom::metadata::Metadata;
use crate::rules::Kind;
use crate::rules::pattern::Match;

/// Zones and patterns of a page, read without a site's rule: the scorer must know pages of any site.
pub struct Ground {
    zones: Vec<Zone>,
    named: Vec<Option<Kind>>,
    matches: Vec<Option<Match>>,
    captions: Vec<bool>,
}

impl Ground {
    /// Of a page, of whose blocks it is known which are lines of a picture.
    pub fn of(document: &Document, blocks: &[Block], captions: &[bool]) -> Self {
        let names = names(document);
        Self::with(document, &names, zones(document, blocks, &names, None, &[]), notice::matches(blocks), captions)
    }

    /// Of a page whose names, zones and patterns have been read.
    pub(in crate::boilerplate) fn with(
        document: &Document,
        names: &Names,
        zones: Vec<Zone>,
        matches: Vec<Option<Match>>,
        captions: &[bool],
    ) -> Self {
        Self { named: named(document, names), zones, matches, captions: captions.to_vec() }
    }

    /// The evidence for the features.
    pub fn evidence<'a>(
        &'a self,
        document: &'a Document,
        blocks: &'a [Block],
        metadata: &'a Metadata,
        title: &'a str,
        priors: &'a Priors,
    ) -> Evidence<'a> {
        Evidence {
            document,
            blocks,
            metadata,
            zones: &self.zones,
            named: &self.named,
            matches: &self.matches,
            captions: &self.captions,
            title,
            priors,
        }
    }
}
