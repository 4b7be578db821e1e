//! Whether the page holds only a part of its text: a wall after the beginning, or the first of several pages. The part
//! is shown all the same; the reader says at its end what is missing and why.

use super::Evidence;
use super::signs::{is_prose, weight};
use super::words::{KindWords, holds_any, names};
use crate::boilerplate::{Reason, Verdict};
use crate::dom::block::Block;
use crate::dom::{NodeId, Tag};
use crate::rules::site::SiteRule;
use crate::url;
use serde::Serialize;

/// The page holds a part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Partial {
    /// Why.
    pub why: PartialWhy,
    /// Address of what follows, absolute, or empty.
    pub next: String,
}

/// Why a page holds a part of the text only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartialWhy {
    /// The rest is for subscribers.
    Paid,
    /// The rest is for readers who log in.
    Login,
    /// The rest stands on a page of its own ("continue reading").
    Elsewhere,
    /// The text has several pages.
    Pages,
}

impl Partial {
    /// Whether the rest is kept back, not only elsewhere.
    pub(super) fn is_wall(&self) -> bool {
        matches!(self.why, PartialWhy::Paid | PartialWhy::Login)
    }
}

/// Blocks after the last kept one, and kept ones at the end, among which a wall is looked for.
const BLOCKS_AFTER: usize = 14;
const BLOCKS_BEFORE: usize = 2;

/// Weight of a line above which it is no notice of a wall.
const LINE_WEIGHT: u32 = 240;

/// Weight of a text above which a wall must be declared by the page: a long text with an offer below it is whole.
/// Fixture `keeps--subscription-offer`.
const TEASER_WEIGHT: u32 = 1500;

/// How much longer the claimed text must be than the kept one.
const LONGER: u32 = 2;

/// Most parts that a pager is believed to count; more are ids or years.
const PARTS_MAX: u32 = 40;

/// Why the page holds only a part, if it does.
pub(super) fn partial(evidence: &Evidence<'_>) -> Option<Partial> {
    walled(evidence).map(|why| Partial { why, next: String::new() }).or_else(|| elsewhere(evidence)).or_else(|| pages(evidence))
}

/// The blocks at the end of the kept text and after it that the page shows, in order.
fn around_end<'a>(evidence: &'a Evidence<'_>) -> Vec<&'a Block> {
    let kept = |i: &usize| evidence.verdicts[*i] == Verdict::Keep;
    let last = (0..evidence.blocks.len()).rev().find(|i| kept(i) && is_prose(&evidence.blocks[*i]));
    let start = last.map_or(0, |last| (last + 1).saturating_sub(BLOCKS_BEFORE));
    let shown = (start..evidence.blocks.len()).filter(|i| !matches!(evidence.verdicts[*i], Verdict::Remove(_, Reason::Hidden)));
    shown.take(BLOCKS_BEFORE + BLOCKS_AFTER).map(|i| &evidence.blocks[i]).collect()
}

fn walled(evidence: &Evidence<'_>) -> Option<PartialWhy> {
    let words = &KindWords::get().wall_words;
    let line = |phrases: &[&str]| {
        around_end(evidence).iter().any(|block| weight(block) <= LINE_WEIGHT && holds_any(&block.text, phrases))
    };
    let why = || if !line(words.pay) && line(words.login) { PartialWhy::Login } else { PartialWhy::Paid };
    // Looked for only where the answer hangs on it: most pages are whole and free.
    let told = || line(words.pay) || line(words.login);
    let named = || around_end(evidence).iter().any(|block| stands_in_wall(evidence, block));
    let kept = kept_weight(evidence);
    let linked = &evidence.metadata.page;
    let longer = claimed_weight(evidence) > kept * LONGER;
    let short = kept < TEASER_WEIGHT;
    let declared = linked.free == Some(false)
        && match paid_prose(evidence) {
            Some(0) => true,
            _ if told() => true,
            Some(_) => false,
            None => short && (longer || !linked.paid_parts.is_empty() || named()),
        };
    (declared || short && kept > 0 && linked.free != Some(true) && told()).then(why)
}

/// How many kept paragraphs stand in the parts of the page that JSON-LD calls not free; `None` when it has no such part.
fn paid_prose(evidence: &Evidence<'_>) -> Option<usize> {
    let parts: Vec<NodeId> = (evidence.metadata.page.paid_parts.iter())
        .flat_map(|selector| SiteRule::nodes(evidence.document, &[selector.as_str()]))
        .collect();
    let kept = evidence.blocks.iter().zip(evidence.verdicts).filter(|(b, v)| **v == Verdict::Keep && is_prose(b));
    let inside = kept.filter(|(block, _)| parts.iter().any(|part| evidence.document.contains(*part, block.node))).count();
    (!parts.is_empty()).then_some(inside)
}

fn stands_in_wall(evidence: &Evidence<'_>, block: &Block) -> bool {
    let root = |node: NodeId| evidence.root.is_some_and(|root| evidence.document.contains(node, root));
    let around = evidence.document.ancestors(block.node).take_while(|node| !root(*node));
    names().walls.any_in(around.flat_map(|n| evidence.document.names(n)))
}

fn kept_weight(evidence: &Evidence<'_>) -> u32 {
    evidence.blocks.iter().zip(evidence.verdicts).filter(|(_, v)| **v == Verdict::Keep).map(|(b, _)| weight(b)).sum()
}

/// Weight of the text that JSON-LD claims: its body, or its words at five letters each.
fn claimed_weight(evidence: &Evidence<'_>) -> u32 {
    const WORD_LETTERS: u32 = 5;
    let linked = &evidence.metadata.page;
    linked.words.saturating_mul(WORD_LETTERS).max(u32::try_from(linked.body.chars().count()).unwrap_or(u32::MAX))
}

/// A link behind a short text that leads to the whole of it.
fn elsewhere(evidence: &Evidence<'_>) -> Option<Partial> {
    let (words, kept) = (&KindWords::get().wall_words, kept_weight(evidence));
    if !(1..TEASER_WEIGHT).contains(&kept) {
        return None;
    }
    let after = around_end(evidence);
    // Of several such links each belongs to a teaser of its own: a list.
    let mut links = after.iter().filter(|block| weight(block) <= LINE_WEIGHT && holds_any(&block.text, words.more));
    let only = links.next().filter(|_| links.next().is_none())?;
    let link = evidence.document.ancestors(only.inner).find(|n| evidence.document.element(*n).tag == Tag::A)?;
    let next = url::resolve(evidence.url, evidence.document.attribute(link, "href")?)?;
    let leads_on = next.starts_with("http") && bare(&next) != bare(evidence.url);
    leads_on.then_some(Partial { why: PartialWhy::Elsewhere, next })
}

/// An address without its fragment.
fn bare(url: &str) -> &str {
    url.split('#').next().unwrap_or_default()
}

/// A link to the next part of the same text.
fn pages(evidence: &Evidence<'_>) -> Option<Partial> {
    let (here, part) = part_of(bare(evidence.url));
    let leads_on = |node: NodeId| {
        let next = url::resolve(evidence.url, evidence.document.attribute(node, "href")?)?;
        let (there, number) = part_of(bare(&next));
        let comments = next.split('#').nth(1).is_some_and(|fragment| fragment.contains("comment"));
        (there == here && number == part + 1 && !comments && next.starts_with("http")).then_some(next)
    };
    let next = evidence.document.nodes().filter(|node| is_next(evidence, *node, part)).find_map(leads_on)?;
    Some(Partial { why: PartialWhy::Pages, next })
}

fn is_next(evidence: &Evidence<'_>, node: NodeId, part: u32) -> bool {
    let document = evidence.document;
    let relation = document.attribute(node, "rel").unwrap_or_default();
    match document.element(node).tag {
        Tag::LINK | Tag::A if relation.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("next")) => true,
        Tag::A => {
            let text = document.text_of(node).to_lowercase();
            text == (part + 1).to_string()
                || KindWords::get().part_words.next.contains(&text.trim_end_matches([' ', '›', '»', '>', '→']))
        }
        _ => false,
    }
}

/// An address without the number of its part, and that number; 1 when it has none: `/story/12?page=3`, `/story-12/page/3`,
/// `/story/3`.
fn part_of(url: &str) -> (String, u32) {
    let words = &KindWords::get().part_words;
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let number = |text: &str| text.parse::<u32>().ok().filter(|n| (1..=PARTS_MAX).contains(n));
    let pairs = || query.split('&').filter(|pair| !pair.is_empty());
    let of = |pair: &str| pair.split_once('=').filter(|(key, _)| words.keys.contains(key)).and_then(|(_, value)| number(value));
    if let Some(part) = pairs().find_map(of) {
        let rest: Vec<&str> = pairs().filter(|pair| of(pair).is_none()).collect();
        return (format!("{}?{}", path.trim_end_matches('/'), rest.join("&")), part);
    }
    let trimmed = path.trim_end_matches('/');
    let (before, last) = trimmed.rsplit_once('/').unwrap_or((trimmed, ""));
    let Some(part) = number(last) else { return (format!("{trimmed}?{query}"), 1) };
    let before = words.segments.iter().find_map(|s| before.strip_suffix(&format!("/{s}"))).unwrap_or(before);
    (format!("{before}?{query}"), part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let check = |url: &str, expect: (&str, u32)| assert_eq!(part_of(url), (expect.0.to_owned(), expect.1), "{url}");
        check("https://a.example/story", ("https://a.example/story?", 1));
        check("https://a.example/story/2", ("https://a.example/story?", 2));
        check("https://a.example/story/page/3/", ("https://a.example/story?", 3));
        check("https://a.example/story?id=7&page=2", ("https://a.example/story?id=7", 2));
        check("https://a.example/view?p=122", ("https://a.example/view?p=122", 1));
        check("https://a.example/2024", ("https://a.example/2024?", 1));
    }
}
