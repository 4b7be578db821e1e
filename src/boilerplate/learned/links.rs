//! Features of the links in a block and near it: where they lead, how much like a headline they read, and whether others on
//! the page lead to the same place, as the picture and the headline of a teaser do.

use super::features::{Evidence, features, log, share};
use super::words::Hash;
use crate::dom::{Document, NodeId, Tag, Token};
use crate::url;
use std::collections::HashMap;

features! {
    /// The links of a block.
    Links {
        /// Shares of its links that stay on the site, leave it, and stay on the page.
        same_site,
        elsewhere,
        same_page,
        /// Deepest path that one of them leads to.
        depth,
        /// Shares of its links whose address looks like that of an article, and whose text like a headline.
        articles,
        titles,
        /// ln of the longest link text.
        longest,
        /// Links of the page that lead to the same place as one of them, at most.
        twice,
        /// A picture near by leads to the same place.
        pictured,
        /// All of the block lies in one link.
        enclosed,
        /// ln of the links in the blocks before and after.
        near_before,
        near_after,
        /// Share of these blocks that are a headline and a link.
        teasers_before,
        teasers_after,
    }
}

/// Blocks before and after whose links are counted.
const NEAR: usize = 5;

/// Blocks between a headline and the picture of its teaser.
const PICTURED: usize = 3;

/// Bytes of a link's text, without white space, from which it can be a headline: about five Latin words or eight of Hangul, Han
/// and kana characters.
const TITLE_BYTES: u32 = 24;

/// Hyphens of the last part of an address, or digits in a row, that name an article.
const SLUG_HYPHENS: usize = 3;
const SLUG_DIGITS: usize = 5;

/// A path is not counted deeper.
const DEPTH_MAX: usize = 8;

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum To {
    Page,
    Site,
    Elsewhere,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    to: To,
    /// Hash of the address.
    target: u32,
    depth: usize,
    is_article: bool,
    /// Bytes of its text without white space.
    text: u32,
}

impl Link {
    fn of(document: &Document, node: NodeId, own: &str) -> Option<Self> {
        let address = document.attribute(node, "href")?.trim();
        let parts = url::split(address);
        let to = match parts.authority {
            _ if address.is_empty() || address.starts_with('#') => To::Page,
            Some(authority) if !own.is_empty() && site(authority) != own => To::Elsewhere,
            _ => To::Site,
        };
        let segments = || parts.path.split('/').filter(|s| !s.is_empty());
        let last = segments().next_back().unwrap_or_default();
        let query = parts.query.unwrap_or_default();
        let text = document.element(node).tokens.clone().map(|at| match document.tokens()[at as usize] {
            Token::Text(span) => document.text(span).bytes().filter(|b| !b.is_ascii_whitespace()).count() as u32,
            _ => 0,
        });
        Some(Self {
            to,
            target: Hash::of(address),
            depth: segments().count().min(DEPTH_MAX),
            is_article: last.matches(['-', '_']).count() >= SLUG_HYPHENS || has_number(parts.path) || has_number(query),
            text: text.sum(),
        })
    }

    fn is_title(&self) -> bool {
        self.text >= TITLE_BYTES
    }
}

/// The last two names of a host.
fn site(authority: &str) -> &str {
    let start = authority.rmatch_indices('.').nth(1).map_or(0, |(at, _)| at + 1);
    &authority[start..]
}

fn has_number(text: &str) -> bool {
    let mut row = 0;
    text.bytes().any(|b| {
        row = if b.is_ascii_digit() { row + 1 } else { 0 };
        row >= SLUG_DIGITS
    })
}

pub(super) struct Reader<'a> {
    evidence: &'a Evidence<'a>,
    links: Vec<Link>,
    /// For each element, the number of the link around it, from one on; 0 for none.
    around: Vec<u32>,
    targets: HashMap<u32, u32>,
    /// Links, and teasers, of all blocks before each block.
    before: Vec<(u32, u32)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(evidence: &'a Evidence<'a>) -> Self {
        let document = evidence.document;
        let own = url::split(&evidence.metadata.address).authority.map_or("", site);
        let (mut links, mut around, mut targets) = (Vec::new(), Vec::with_capacity(document.len()), HashMap::new());
        for node in document.nodes() {
            let element = document.element(node);
            let outer = element.parent.map_or(0, |p| around[p.index()]);
            let link = (element.tag == Tag::A).then(|| Link::of(document, node, own)).flatten();
            around.push(link.map_or(outer, |link| {
                links.push(link);
                if link.to != To::Page {
                    *targets.entry(link.target).or_default() += 1;
                }
                links.len() as u32
            }));
        }
        let mut reader = Self { evidence, links, around, targets, before: vec![(0, 0)] };
        for (index, block) in evidence.blocks.iter().enumerate() {
            let (mut count, mut teaser) = (0, false);
            for link in reader.of(index) {
                (count, teaser) = (count + 1, teaser || link.is_article && link.is_title());
            }
            let (links, teasers) = reader.before[index];
            reader.before.push((links + count, teasers + u32::from(teaser && block.link_density() > TEASER_DENSITY)));
        }
        reader
    }

    /// The links in a block, or the one around it.
    fn of(&self, index: usize) -> impl Iterator<Item = &Link> {
        let block = &self.evidence.blocks[index];
        let around = self.around[block.inner.index()];
        let tokens = &self.evidence.document.tokens()[block.tokens.start as usize..block.tokens.end as usize];
        // The innermost element of a block may be the link.
        let inside = tokens.iter().filter_map(move |t| match t {
            Token::Open(n) => Some(self.around[n.index()]).filter(|at| *at > 0 && *at != around && self.is_link(*n)),
            _ => None,
        });
        let around = Some(around).filter(|at| *at > 0);
        around.into_iter().chain(inside).map(|at| &self.links[at as usize - 1])
    }

    fn is_link(&self, node: NodeId) -> bool {
        self.evidence.document.element(node).tag == Tag::A
    }

    pub(super) fn read(&self, index: usize) -> Links {
        let block = &self.evidence.blocks[index];
        let mut out = Links { enclosed: f32::from(self.around[block.inner.index()] > 0), ..Links::default() };
        let mut count = 0.0f32;
        for link in self.of(index) {
            count += 1.0;
            *match link.to {
                To::Page => &mut out.same_page,
                To::Site => &mut out.same_site,
                To::Elsewhere => &mut out.elsewhere,
            } += 1.0;
            out.depth = out.depth.max(link.depth as f32);
            out.articles += f32::from(link.is_article);
            out.titles += f32::from(link.is_title());
            out.longest = out.longest.max(log(link.text));
            out.twice = out.twice.max(self.targets.get(&link.target).copied().unwrap_or_default() as f32);
        }
        if count > 0.0 {
            for sum in [&mut out.same_page, &mut out.same_site, &mut out.elsewhere, &mut out.articles, &mut out.titles] {
                *sum /= count;
            }
            out.pictured = f32::from(self.is_pictured(index));
        }
        let blocks = self.evidence.blocks.len();
        (out.near_before, out.teasers_before) = self.between(index.saturating_sub(NEAR), index);
        (out.near_after, out.teasers_after) = self.between(index + 1, (index + 1 + NEAR).min(blocks));
        out
    }

    fn between(&self, from: usize, to: usize) -> (f32, f32) {
        let ((links, teasers), (more_links, more_teasers)) = (self.before[from], self.before[to]);
        (log(more_links - links), share(more_teasers - teasers, (to - from) as u32))
    }

    fn is_pictured(&self, index: usize) -> bool {
        let blocks = self.evidence.blocks;
        let near = index.saturating_sub(PICTURED)..(index + PICTURED + 1).min(blocks.len());
        let mut pictures = near.filter(|i| blocks[*i].image.is_some() && *i != index);
        pictures.any(|i| self.of(i).any(|picture| self.of(index).any(|link| link.target == picture.target)))
    }
}

/// Link density from which a headline with a link is a teaser.
const TEASER_DENSITY: f32 = 0.5;
