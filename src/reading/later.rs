//! What to hide on the live page when its scripts add it after the reading: rankings, comments, banners.
//!
//! The core is gone by then (a cleaned tab keeps no frame), so the page gets the known junk of its site as one selector,
//! and the elements that nothing may hide.

use crate::boilerplate::Verdict;
use crate::dom::NodeId;
use crate::dom::block::Block;
use crate::rules::site::SiteRule;
use serde::Serialize;

/// What to hide later. Empty on pages of sites without a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Later {
    /// A selector of CSS for all known junk of the site, or empty.
    pub select: String,
    /// Elements of the article and of its head, sorted: what holds one of them stays.
    pub keep: Vec<NodeId>,
}

impl Later {
    /// For a page of a known site.
    pub(super) fn of(site: &SiteRule, blocks: &[Block], verdicts: &[Verdict], head: &[NodeId]) -> Self {
        let kept = blocks.iter().zip(verdicts).filter(|(_, verdict)| **verdict == Verdict::Keep).map(|(block, _)| block.node);
        let mut keep: Vec<NodeId> = kept.chain(head.iter().copied()).collect();
        keep.sort_unstable();
        keep.dedup();
        Self { select: site.junk_css(), keep }
    }
}
