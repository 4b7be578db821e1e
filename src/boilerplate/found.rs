//! Which blocks may be body at all: those inside the element that the site's rule names, or those that the block scorer
//! takes. Both say where the article stands and how sure that is.

use super::classify::Page;
use super::learned::model::MODEL;
use super::learned::settle::{Settled, settle, take_pictures};
use super::learned::{self, Ground};
use super::next;
use super::score::{self, ARTICLE_SCORE_MIN, is_prose};
use super::thread::{self, Post};
use super::zone::{self, Zone};
use crate::dom::{NodeId, Tag};
use crate::rules::Kind;
use crate::rules::pattern::Match;
use crate::rules::site::SiteRule;

/// What was found.
pub(super) struct Found {
    /// The element that holds the article.
    pub(super) root: Option<NodeId>,
    /// Whether the page is an article.
    pub(super) is_article: bool,
    /// Whether each block may be body.
    pub(super) inside: Vec<bool>,
    /// Whether the block scorer said so.
    pub(super) learned: bool,
    /// The F1 that the scorer expects.
    pub(super) expected: Option<f32>,
    /// The posts of a thread.
    pub(super) posts: Vec<Post>,
    /// The first block of an article that is appended below.
    pub(super) next: Option<usize>,
}

impl Found {
    /// Out of the zones; `plain` are those without a site's rule, where they have been read already.
    pub(super) fn of(page: &Page<'_>, zones: &[Zone], plain: Option<Vec<Zone>>, matches: &[Option<Match>]) -> Self {
        if let Some(root) = ruled(page) {
            return Self::inside(page, zones, root, true);
        }
        let mut densest = score::densest(page.document, page.blocks, zones);
        let holds_enough = |densest: Option<(NodeId, f32)>| densest.is_some_and(|(_, sum)| sum >= ARTICLE_SCORE_MIN);
        // A page that comes hidden. Fixture `hidden-en--shown-later`.
        if !holds_enough(densest) && zones.iter().any(zone::is_marked_hidden) {
            let shown: Vec<Zone> = zones.iter().map(|z| z.clone().filter(|_| !zone::is_marked_hidden(z))).collect();
            densest = score::densest(page.document, page.blocks, &shown);
        }
        let enough = holds_enough(densest);
        if let Some((root, _)) = densest.filter(|_| page.plain) {
            return Self::inside(page, zones, root, enough);
        }
        let is_article = enough && densest.is_some_and(|(n, _)| !score::is_listing(page.document, page.blocks, n));
        let zones_without_rule = plain.unwrap_or_else(|| zone::zones(page.document, page.blocks, page.names, None, &[]));
        let ground = Ground::with(page.document, page.names, zones_without_rule, matches.to_vec(), page.captions);
        Self::learned(page, zones, &ground, is_article)
    }

    /// Everything in the element that is no boilerplate by what it stands in.
    fn inside(page: &Page<'_>, zones: &[Zone], root: NodeId, is_article: bool) -> Self {
        let inside = page.blocks.iter().map(|b| page.document.contains(root, b.node) && zones[b.inner.index()].is_none());
        Self {
            root: Some(root),
            is_article,
            inside: inside.collect(),
            learned: false,
            expected: None,
            posts: Vec::new(),
            next: None,
        }
    }

    /// What the block scorer takes and the page shows.
    fn learned(page: &Page<'_>, zones: &[Zone], ground: &Ground, is_article: bool) -> Self {
        let evidence = ground.evidence(page.document, page.blocks, page.metadata, page.title, &MODEL.priors);
        let Settled { mut taken, expected, said } = settle(&evidence, &MODEL.said(&evidence));
        for (taken, block) in taken.iter_mut().zip(page.blocks) {
            *taken &= !is_taken_away(&zones[block.inner.index()]);
        }
        let mut posts = Vec::new();
        if learned::says(&evidence, "forum") > 0.0 || thread::is_board(page.address) {
            let thread = thread::Evidence { document: page.document, blocks: page.blocks, zones, said: &said };
            posts = thread::posts(&thread);
            thread::take(&thread, &posts, &mut taken);
        }
        let next = next::appended(page, &taken).filter(|_| posts.is_empty()).map(|node| {
            let start = page.document.element(node).tokens.start;
            page.blocks.partition_point(|b| b.tokens.start < start)
        });
        if let Some(next) = next {
            taken[next..].fill(false);
        }
        let root = around(page, &taken);
        if let Some(root) = root {
            take_pictures(page.document, page.blocks, root, &mut taken);
            for (taken, block) in taken.iter_mut().zip(page.blocks) {
                let zone = &zones[block.inner.index()];
                *taken &= zone.is_none() || block.image.is_none() && !is_taken_away(zone);
            }
        }
        Self { root, is_article, inside: taken, learned: true, expected: Some(expected), posts, next }
    }
}

/// Whether a zone is no matter of likelihood: the page hides it, or a site's rule names it.
pub(super) fn is_taken_away(zone: &Zone) -> bool {
    matches!(zone, Some((Kind::Hidden, super::Reason::Hidden) | (_, super::Reason::SiteRule(_))))
}

/// The element that the site's rule names, if it has running text.
fn ruled(page: &Page<'_>) -> Option<NodeId> {
    let prose_in = |node: &NodeId| page.blocks.iter().any(|b| page.document.contains(*node, b.node) && is_prose(b));
    page.site.and_then(|site| SiteRule::nodes(page.document, site.article).into_iter().find(prose_in))
}

/// The smallest element around all that is taken.
fn around(page: &Page<'_>, taken: &[bool]) -> Option<NodeId> {
    let mut all = page.blocks.iter().zip(taken).filter(|(_, t)| **t).map(|(b, _)| b);
    let first = all.next()?;
    let last = all.next_back().unwrap_or(first);
    let holds = |n: &NodeId| page.document.contains(*n, last.node) && page.document.element(*n).tag != Tag::HTML;
    page.document.ancestors(first.node).find(holds)
}
