//! Features of a block against candidates for the element that holds the article: each extractor of the field has its
//! own way to find that element, and each is one vote here.

use super::features::{Evidence, features, log, share};
use super::names;
use super::sums::Sums;
use super::words::{runs, text_words};
use crate::boilerplate::score;
use crate::dom::{NodeId, Tag};
use crate::rules::Kind;
use std::collections::HashSet;

features! {
    /// What the candidates say of a block, and what kind of page it stands on.
    Votes {
        /// In the element with the densest text.
        densest,
        /// How many elements lie between.
        densest_depth,
        /// In the element that paragraphs and their parents vote for (as Readability has it), and its parent's share of the votes.
        voted,
        voted_share,
        /// In the element that the page marks as the article.
        marked,
        /// In the smallest element with most of JSON-LD's articleBody.
        linked,
        page_letters,
        page_links,
        page_prose,
        page_blocks,
        /// Share of the page's running text that the densest element holds.
        densest_share,
        /// The page says that it is an article: og:type or JSON-LD.
        says_article,
        cjk,
        lists,
        headings,
        articles,
        /// Share of the page's running text in zones of the block's kind, in no zone, in zones of comments.
        zone_share,
        free_share,
        comment_share,
        /// What address, JSON-LD, microdata or generator say that the page is.
        says_forum,
        says_product,
        says_list,
        says_documents,
    }
}

pub(super) struct Reader<'a> {
    evidence: &'a Evidence<'a>,
    sums: &'a Sums,
    densest: Option<NodeId>,
    voted: Option<NodeId>,
    votes: Vec<f32>,
    marked: Option<NodeId>,
    linked: Option<NodeId>,
    page: Votes,
    /// Letters of running text by kind of zone, 0 for none.
    prose: Vec<u32>,
}

/// Share of a page's running text or of its articleBody that an element must hold to be a candidate.
const MOST: f32 = 0.6;

impl<'a> Reader<'a> {
    pub(super) fn new(evidence: &'a Evidence<'a>, sums: &'a Sums) -> Self {
        let densest = score::densest(evidence.document, evidence.blocks, evidence.zones).map(|(n, _)| n);
        let votes = votes(evidence);
        let voted = evidence.document.nodes().max_by(|a, b| votes[a.index()].total_cmp(&votes[b.index()]));
        let prose = prose(evidence);
        let page = Votes {
            free_share: share(prose[0], sums.page().prose),
            comment_share: share(prose[Kind::Comment as usize + 1], sums.page().prose),
            ..page(evidence, sums, densest)
        };
        Self { prose, evidence, sums, densest, voted, votes, marked: marked(evidence, sums), linked: linked(evidence), page }
    }

    pub(super) fn read(&self, index: usize) -> Votes {
        let document = self.evidence.document;
        let node = self.evidence.blocks[index].node;
        let inside = |root: Option<NodeId>| root.map_or(-1.0, |r| f32::from(document.contains(r, node)));
        let best = self.voted.map_or(0.0, |v| self.votes[v.index()]).max(f32::MIN_POSITIVE);
        let parent = self.sums.wider[node.index()].map_or(0.0, |p| self.votes[p.index()]);
        let depth = self.densest.map_or(0, |r| document.ancestors(node).take(DEPTH_MAX).take_while(|n| *n != r).count());
        Votes {
            densest: inside(self.densest),
            densest_depth: depth as f32,
            voted: inside(self.voted),
            voted_share: parent / best,
            marked: inside(self.marked),
            linked: inside(self.linked),
            zone_share: share(self.prose[names::kind(self.evidence, &self.evidence.blocks[index])], self.sums.page().prose),
            ..self.page.clone()
        }
    }
}

/// Elements counted between a block and the densest one at most.
const DEPTH_MAX: usize = 12;

/// A paragraph's points go to the element around it, half of them to the one around that (Readability's rule).
const GRANDPARENT: f32 = 0.5;

fn votes(evidence: &Evidence<'_>) -> Vec<f32> {
    let document = evidence.document;
    let mut votes = vec![0.0; document.len()];
    for block in evidence.blocks.iter().filter(|b| score::is_prose(b)) {
        let points = score::weight(block).min(300) as f32 / 100.0 + 1.0;
        let mut around = document.ancestors(block.node).skip(1);
        if let Some(parent) = around.next() {
            votes[parent.index()] += points;
        }
        if let Some(grandparent) = around.next() {
            votes[grandparent.index()] += points * GRANDPARENT;
        }
    }
    votes
}

/// The smallest element marked as the article that holds most of the page's running text.
fn marked(evidence: &Evidence<'_>, sums: &Sums) -> Option<NodeId> {
    let document = evidence.document;
    let claims = |n: &NodeId| {
        matches!(document.element(*n).tag, Tag::ARTICLE | Tag::MAIN)
            || document.attribute(*n, "itemprop").is_some_and(|v| v.eq_ignore_ascii_case("articleBody"))
            || document.attribute(*n, "role").is_some_and(|v| matches!(v, "main" | "article"))
    };
    let holds = |n: &NodeId| share(sums.at(*n).prose, sums.page().prose) >= MOST;
    document.nodes().filter(|n| claims(n) && holds(n)).min_by_key(|n| sums.at(*n).letters)
}

/// The smallest element that holds most of JSON-LD's articleBody.
fn linked(evidence: &Evidence<'_>) -> Option<NodeId> {
    let mut words = Vec::new();
    text_words(&evidence.metadata.page.body, |w| words.push(w));
    if words.is_empty() {
        return None;
    }
    let wanted: HashSet<u64> = runs(&words).collect();
    let document = evidence.document;
    let mut found = vec![0u32; document.len()];
    for block in evidence.blocks {
        let mut words = Vec::new();
        text_words(&block.text, |w| words.push(w));
        found[block.node.index()] += runs(&words).filter(|r| wanted.contains(r)).count() as u32;
    }
    document.sum_up(&mut found, |sum, own| *sum += own);
    let enough = MOST * found.first().copied().unwrap_or_default() as f32;
    let all = document.nodes().filter(|n| found[n.index()] > 0 && found[n.index()] as f32 >= enough);
    all.min_by_key(|n| document.element(*n).tokens.len())
}

fn page(evidence: &Evidence<'_>, sums: &Sums, densest: Option<NodeId>) -> Votes {
    let page = sums.page();
    let tags = |test: fn(Tag) -> bool| {
        let count = evidence.blocks.iter().filter(|b| test(evidence.document.element(b.node).tag)).count();
        share(count as u32, evidence.blocks.len() as u32)
    };
    let kind = evidence.metadata.meta(&["og:type"]).unwrap_or_default();
    let articles = evidence.document.nodes().filter(|n| evidence.document.element(*n).tag == Tag::ARTICLE).count();
    let says = |name: &str| says(evidence, name);
    let cjk: u32 = evidence.blocks.iter().map(|b| b.cjk_letters).sum();
    Votes {
        page_letters: log(page.letters),
        page_links: share(page.links, page.letters),
        page_prose: share(page.prose, page.letters),
        page_blocks: log(page.blocks),
        densest_share: densest.map_or(0.0, |d| share(sums.at(d).prose, page.prose)),
        says_article: f32::from(kind.contains("article")) + f32::from(!evidence.metadata.linked.headline.is_empty()),
        cjk: share(cjk, page.letters),
        lists: tags(|t| t == Tag::LI),
        headings: tags(|t| t.heading_level().is_some()),
        articles: articles as f32,
        says_forum: says("forum"),
        says_product: says("product"),
        says_list: says("list"),
        says_documents: says("documents"),
        ..Votes::default()
    }
}

/// What a page's claims (1) and its address (2) say of a type of page, summed.
pub(in crate::boilerplate) fn says(evidence: &Evidence<'_>, name: &str) -> f32 {
    let path = evidence.metadata.address.to_lowercase();
    let addressed = page_type(name).is_some_and(|t| t.paths.iter().any(|p| path.contains(p)));
    f32::from(claims(evidence, name)) + 2.0 * f32::from(addressed)
}

/// Whether a page claims to be of a type.
pub(super) fn claims(evidence: &Evidence<'_>, name: &str) -> bool {
    let claims = evidence.metadata.kinds.iter().map(String::as_str).collect::<Vec<_>>().join(" ").to_lowercase();
    page_type(name).is_some_and(|t| t.claims.iter().any(|k| claims.contains(k)))
}

fn page_type(name: &str) -> Option<&'static PageType> {
    PAGE_TYPE_TABLES.iter().flat_map(|table| table.page_type).find(|t| t.name == name)
}

/// The file `page_types.toml`.
pub(super) struct PageTypeTable {
    page_type: &'static [PageType],
}

/// Words that say what a page is.
pub(super) struct PageType {
    /// The name of its feature.
    name: &'static str,
    /// Parts of claimed types.
    claims: &'static [&'static str],
    /// Parts of addresses.
    paths: &'static [&'static str],
}

impl PageTypeTable {
    const NONE: Self = Self { page_type: &[] };
}

impl PageType {
    const NONE: Self = Self { name: "", claims: &[], paths: &[] };
}

include!(concat!(env!("OUT_DIR"), "/page_types.rs"));

/// Letters of running text by kind of zone.
fn prose(evidence: &Evidence<'_>) -> Vec<u32> {
    let mut out = vec![0; names::KINDS];
    for block in evidence.blocks.iter().filter(|b| score::is_prose(b)) {
        out[names::kind(evidence, block)] += block.letters - block.link_letters;
    }
    out
}
