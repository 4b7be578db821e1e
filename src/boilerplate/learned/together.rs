//! What belongs together is taken or left together: items of a list, cells of a table, lines of an embedded post. Each rule
//! was kept because cross-validated F1 on labelled pages fell without it.

use super::features::Evidence;
use super::votes;
use crate::boilerplate::zone::Zone;
use crate::boilerplate::{Reason, attribution, score};
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag, Token};
use crate::rules::Kind;
use std::ops::Range;

/// Mean letters of a cell up to which a table is one of figures, taken or left as a whole; from 25 on tables that lay out
/// whole pages are among them. Fixture `portal--demo`.
const CELL_LETTERS: f32 = 12.0;

/// Mean letters of an item up to which a list is taken or left as a whole: longer ones are articles of their own.
const ITEM_LETTERS: f32 = 400.0;

/// Letters that a block counts besides its own.
const MORE: u32 = 4;

/// What is at least believed of an embedded post, and of a table between paragraphs of the article.
const BELIEVED: f32 = 0.7;

/// The blocks of an element.
fn blocks_of(evidence: &Evidence<'_>, node: NodeId) -> Range<usize> {
    let tokens = &evidence.document.element(node).tokens;
    let at = |token: u32| evidence.blocks.partition_point(|b| b.tokens.start < token);
    at(tokens.start)..at(tokens.end)
}

/// Lists of text and tables of figures are taken or left as a whole.
pub(super) fn join_lists(evidence: &Evidence<'_>, said: &mut [f32]) {
    for node in evidence.document.nodes() {
        let longest = match evidence.document.element(node).tag {
            Tag::UL => ITEM_LETTERS,
            Tag::TABLE => CELL_LETTERS,
            _ => continue,
        };
        let range = blocks_of(evidence, node);
        let mass = |i: usize| (evidence.blocks[i].letters + MORE) as f32;
        let all: f32 = range.clone().map(mass).sum();
        if range.is_empty() || all / range.len() as f32 > longest + MORE as f32 {
            continue;
        }
        let mean = range.clone().map(|i| said[i] * mass(i)).sum::<f32>() / all;
        said[range].fill(mean);
    }
}

/// Elements between a line of an embedded post and the post.
const POST_DEPTH: usize = 4;

/// Class names that scripts of the platforms look for: their documented embed markup.
const POSTS: &[&str] = &["twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed", "tiktok-embed"];

/// Lines of an embedded post read like those of a comment, and are part of the article.
pub(super) fn keep_posts(evidence: &Evidence<'_>, said: &mut [f32]) {
    let document = evidence.document;
    let is_post = |n: NodeId| document.classes(n).any(|class| POSTS.contains(&class));
    for (said, block) in said.iter_mut().zip(evidence.blocks) {
        let mut around = document.ancestors(block.inner).take(POST_DEPTH);
        if around.any(|n| document.element(n).tag == Tag::BLOCKQUOTE && is_post(n)) {
            *said = said.max(BELIEVED);
        }
    }
}

/// Paragraphs before the comments from which a page that claims to be no forum has an article of its own, however long the
/// comments are. Fixture `comments--longer-ko`.
const ARTICLE_PARAGRAPHS: usize = 2;

/// Where more is taken outside comments than in them, or an article stands before them, the comments are not the article.
pub(super) fn leave_comments(evidence: &Evidence<'_>, said: &mut [f32]) {
    let comment = |i: usize| evidence.named[evidence.blocks[i].inner.index()] == Some(Kind::Comment);
    let (mut free, mut comments) = (0.0, 0.0);
    for (index, p) in said.iter().enumerate() {
        let sum = if comment(index) { &mut comments } else { &mut free };
        *sum += p * evidence.blocks[index].letters as f32;
    }
    let first = (0..said.len()).find(|i| comment(*i)).unwrap_or(said.len());
    let paragraph = |i: &usize| said[*i] >= LIKELY && score::is_prose(&evidence.blocks[*i]);
    let paragraphs: Vec<usize> = (0..first).filter(paragraph).collect();
    let closed = paragraphs.iter().any(|i| ends_before(evidence, *i, first));
    // An address says less than an element: "/2031/04/open-thread" is a post of a blog. Fixture `comments--open-thread`.
    let several = paragraphs.len() >= ARTICLE_PARAGRAPHS && votes::says(evidence, "forum") == 0.0;
    let has_article = several || closed && !votes::claims(evidence, "forum");
    if free > comments || has_article {
        (0..said.len()).filter(|i| comment(*i)).for_each(|i| said[i] = 0.0);
    }
}

/// Whether a block stands in an `article` that is closed where another block, further down, begins.
fn ends_before(evidence: &Evidence<'_>, index: usize, other: usize) -> bool {
    let document = evidence.document;
    let article = document.ancestors(evidence.blocks[index].node).find(|n| document.element(*n).tag == Tag::ARTICLE);
    let begins = evidence.blocks.get(other).map(|b| b.tokens.start);
    article.zip(begins).is_some_and(|(article, begins)| document.element(article).tokens.end <= begins)
}

/// Link density from which a line of its own leads elsewhere, and its least weight: letters, Hangul, Han and kana counted double.
/// Fixtures `generic-en--news` and `generic-zh--tail-junk`.
const LEADS_AWAY: f32 = 0.8;
const LINE_WEIGHT: u32 = 13;

/// Links from which a cell that holds nothing else is a menu. Fixture `tables-en--layout`.
const MENU_LINKS: usize = 2;

fn links(document: &Document, block: &Block) -> usize {
    let tokens = &document.tokens()[block.tokens.start as usize..block.tokens.end as usize];
    tokens.iter().filter(|t| matches!(t, Token::Open(n) if document.element(*n).tag == Tag::A)).count()
}

/// A line that is a link is a "read also", whatever stands around it; items of lists, cells and headings are not such lines.
pub(super) fn leave_links(evidence: &Evidence<'_>, said: &mut [f32]) {
    for (said, block) in said.iter_mut().zip(evidence.blocks) {
        let tag = evidence.document.element(block.node).tag;
        let menu = tag == Tag::TD && links(evidence.document, block) >= MENU_LINKS;
        let of_list = matches!(tag, Tag::LI | Tag::TD | Tag::TH | Tag::DD | Tag::DT) || tag.heading_level().is_some();
        let of_list = of_list && !menu;
        if !of_list && block.link_density() >= LEADS_AWAY && score::weight(block) >= LINE_WEIGHT {
            *said = 0.0;
        }
    }
}

/// Cells from which a table is more than a layout, and mean letters of a cell up to which it is one of figures.
const TABLE_CELLS: usize = 4;
const TABLE_LETTERS: f32 = 30.0;

/// From what on a neighbour is article text.
const LIKELY: f32 = 0.5;

/// A table of figures or program text between paragraphs of the article is part of it. Fixtures `generic-en--blog` and
/// `code-en--highlighters`.
pub(super) fn fill_tables(evidence: &Evidence<'_>, said: &mut [f32]) {
    for node in evidence.document.nodes().filter(|n| matches!(evidence.document.element(*n).tag, Tag::TABLE | Tag::PRE)) {
        let range = blocks_of(evidence, node);
        let code = evidence.document.element(node).tag == Tag::PRE;
        let sum = |of: fn(&Block) -> u32| evidence.blocks[range.clone()].iter().map(of).sum::<u32>();
        let (letters, links) = (sum(|b| b.letters), sum(|b| b.link_letters));
        let no_figures = range.len() < TABLE_CELLS || letters as f32 > TABLE_LETTERS * range.len() as f32 || links * 2 > letters;
        if no_figures && !code {
            continue;
        }
        let likely = |i: Option<usize>| i.and_then(|i| said.get(i)).is_some_and(|p| *p >= LIKELY);
        let heading = |b: &Block| evidence.document.element(b.node).tag.heading_level().is_some();
        let text = |b: &Block| !heading(b) && evidence.zones[b.inner.index()].is_none();
        let before = (0..range.start).rev().find(|i| text(&evidence.blocks[*i]));
        let parent = |n: NodeId| evidence.document.element(n).parent;
        let sibling = before.is_some_and(|i| parent(evidence.blocks[i].node) == parent(node));
        if likely(before) && (sibling || likely(Some(range.end))) {
            said[range].iter_mut().for_each(|p| *p = p.max(BELIEVED));
        }
    }
}

/// From what on both neighbours of a line carry it.
const CARRIES: f32 = 0.6;

/// A line among paragraphs of the article, of which nothing else is known, is one of them: better a line too many than a
/// hidden sentence.
pub(super) fn fill_gaps(evidence: &Evidence<'_>, said: &mut [f32]) {
    let given = said.to_vec();
    let parent = |i: usize| evidence.document.element(evidence.blocks[i].node).parent;
    for index in 1..said.len().saturating_sub(1) {
        let block = &evidence.blocks[index];
        let siblings = parent(index - 1) == parent(index) || parent(index + 1) == parent(index);
        let unknown = evidence.zones[block.inner.index()].is_none() && evidence.matches[index].is_none();
        let between = given[index - 1] >= CARRIES && given[index + 1] >= CARRIES;
        if siblings && unknown && between && block.link_density() < LIKELY {
            said[index] = said[index].max(LIKELY);
        }
    }
}

/// Dialogs lie over the article; where the page's text is outside of them they are none of it. Fixture `overlay--consent-de`.
pub(super) fn leave_dialogs(evidence: &Evidence<'_>, said: &mut [f32]) {
    let is_dialog = |zone: &Zone| matches!(zone, Some((_, Reason::Element(e))) if matches!(&**e, "dialog" | "role=dialog" | "role=alertdialog"));
    let inside: Vec<bool> = evidence.blocks.iter().map(|b| is_dialog(&evidence.zones[b.inner.index()])).collect();
    let paragraph = |i: usize| said[i] >= LIKELY && !inside[i] && score::is_prose(&evidence.blocks[i]);
    if (0..said.len()).any(paragraph) {
        said.iter_mut().zip(&inside).filter(|(_, inside)| **inside).for_each(|(p, _)| *p = 0.0);
    }
}

/// How many times more text outside boilerplate zones than inside is taken where those inside are no article.
const FREE_TIMES: f32 = 4.0;

/// From what on a block is counted as taken there.
const COUNTS: f32 = 0.4;

/// Parts that their element or their names call boilerplate are left before the first and after the last free paragraph.
/// Fixture `junk--donate-he`.
pub(super) fn leave_zones_at_ends(evidence: &Evidence<'_>, said: &mut [f32]) {
    let zoned = |i: usize| evidence.zones[evidence.blocks[i].inner.index()].is_some();
    let (mut free, mut bound) = (0.0, 0.0);
    for (index, p) in said.iter().enumerate().filter(|(_, p)| **p > COUNTS) {
        let sum = if zoned(index) { &mut bound } else { &mut free };
        *sum += p * evidence.blocks[index].letters as f32;
    }
    let paragraph = |i: &usize| said[*i] >= LIKELY && !zoned(*i) && score::is_prose(&evidence.blocks[*i]);
    let first = (0..said.len()).find(paragraph);
    let last = (0..said.len()).rfind(paragraph);
    if let (Some(first), Some(last), true) = (first, last, free > FREE_TIMES * bound) {
        for index in (0..first).chain(last + 1..said.len()).filter(|i| zoned(*i)) {
            let standfirst = index < first && said[index] >= SURE_ZONED && score::is_prose(&evidence.blocks[index]);
            if !standfirst {
                said[index] = 0.0;
            }
        }
    }
}

/// From what on a paragraph above the first is taken though names speak against it: a standfirst that is called a teaser.
const SURE_ZONED: f32 = 0.7;

/// Weight of sure paragraphs (about 150 words) from which the element that holds them is the article's, the share of them it
/// holds, and the share of all that is taken that they must be.
const CORE_WEIGHT: f32 = 750.0;
const CORE_HOLDS: f32 = 0.95;
const CORE_SHARE: f32 = 0.3;

/// From what on a paragraph is sure, and up to what a block is in doubt.
const SURE: f32 = 0.8;
const DOUBTFUL: f32 = 0.7;

/// What stands below the element with nearly all sure paragraphs and is in doubt is left: terms, other articles, forms. Fixture
/// `junk--below-core`, and below answers given by hand: a forest that has learned more may be in doubt no more.
pub(super) fn leave_doubts_below(evidence: &Evidence<'_>, said: &mut [f32]) {
    let document = evidence.document;
    let mut inside = vec![0.0f32; document.len()];
    let mut taken = 0.0;
    for (block, p) in evidence.blocks.iter().zip(said.iter()).filter(|(b, p)| **p >= LIKELY && b.image.is_none()) {
        taken += score::weight(block) as f32;
        if *p >= SURE && score::is_prose(block) {
            inside[block.node.index()] += score::weight(block) as f32;
        }
    }
    document.sum_up(&mut inside, |sum, own| *sum += own);
    let all = inside.first().copied().unwrap_or_default();
    // The front page of a firm has parts that are the same to it.
    if votes::says_article(evidence) == 0.0 || all < CORE_WEIGHT.max(CORE_SHARE * taken) {
        return;
    }
    // Inner elements have the higher ordinals, and no two beside each other hold more than half.
    let Some(core) = (0..inside.len()).rfind(|n| inside[*n] >= CORE_HOLDS * all) else { return };
    let end = document.element(NodeId(core as u32)).tokens.end;
    let below = evidence.blocks.iter().zip(said).filter(|(block, p)| block.tokens.start >= end && **p < DOUBTFUL);
    below.for_each(|(_, p)| *p = 0.0);
}

/// Up to what a heading is in doubt that is a link.
const LINKED_DOUBTFUL: f32 = 0.6;

/// Weight of likely paragraphs (about 100 words) from which a page has a text of its own.
const OWN_WEIGHT: u32 = 500;

/// A heading that is a link leads to another text; where the page has one of its own, it is left when in doubt. Fixture
/// `junk--linked-headings`.
pub(super) fn leave_linked_headings(evidence: &Evidence<'_>, said: &mut [f32]) {
    let is_paragraph = |(b, p): &(&Block, &mut f32)| **p >= LIKELY && score::is_prose(b);
    let own: u32 = evidence.blocks.iter().zip(said.iter_mut()).filter(is_paragraph).map(|(b, _)| score::weight(b)).sum();
    if own < OWN_WEIGHT || votes::says(evidence, "list") > 0.0 {
        return;
    }
    let document = evidence.document;
    for (said, block) in said.iter_mut().zip(evidence.blocks).filter(|(p, _)| **p < LINKED_DOUBTFUL) {
        let mut around = document.ancestors(block.inner).take(HEADING_DEPTH);
        if block.link_density() >= LEADS_AWAY && around.any(|n| document.element(n).tag.heading_level().is_some()) {
            *said = 0.0;
        }
    }
}

/// Elements between a linked line and its heading.
const HEADING_DEPTH: usize = 3;

/// Who is quoted is taken with the words. Fixture `quotes-en--attribution`.
pub(super) fn join_attributions(evidence: &Evidence<'_>, said: &mut [f32]) {
    for index in 0..said.len() {
        let Some(quote) = attribution::quotation(evidence.document, &evidence.blocks[index]) else { continue };
        let words = blocks_of(evidence, quote).filter(|i| *i != index).map(|i| said[i]);
        said[index] = words.fold(said[index], f32::max);
    }
}

/// Lines before the first and after the last paragraph are taken only when they are likely by themselves. Fixture
/// `generic-ko--breaks`.
pub(super) fn trim(evidence: &Evidence<'_>, said: &[f32], taken: &mut [bool]) {
    let paragraph = |i: &usize| taken[*i] && score::is_prose(&evidence.blocks[*i]);
    let Some(first) = (0..taken.len()).find(paragraph) else { return };
    let last = (0..taken.len()).rfind(paragraph).unwrap_or(first);
    for index in (0..first).chain(last + 1..taken.len()) {
        taken[index] &= said[index] >= LIKELY;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boilerplate::learned::Ground;
    use crate::boilerplate::learned::words::Priors;
    use crate::dom::block::blocks;
    use crate::dom::metadata::Metadata;
    use crate::dom::scan::scan;

    /// What a rule leaves of answers; one answer a block.
    #[track_caller]
    fn check(html: &str, rule: fn(&Evidence<'_>, &mut [f32]), said: &[f32], expect: &[f32]) {
        let document = scan(html).expect("small");
        let (blocks, metadata, priors) = (blocks(&document, &[]), Metadata::of(&document), Priors::default());
        let ground = Ground::of(&document, &blocks, &vec![false; blocks.len()]);
        let mut said = said.to_vec();
        assert_eq!(blocks.len(), said.len(), "{:?}", blocks.iter().map(|b| &b.text).collect::<Vec<_>>());
        rule(&ground.evidence(&document, &blocks, &metadata, "", &priors), &mut said);
        assert_eq!(said, expect);
    }

    const ARTICLE: &str = "<meta property=og:type content=article>";

    fn paragraph() -> String {
        format!("<p>{}.</p>", "The lamps on the quay were counted again today ".repeat(10))
    }

    #[test]
    fn what_names_speak_against_at_an_end() {
        let text = paragraph();
        let page = format!(
            "<html><body><p class=teaser>{}.</p><article>{text}{text}</article><p class=teaser>More</p></body></html>",
            "The quay was lit again after nine years of dark winters ".repeat(2)
        );
        check(&page, leave_zones_at_ends, &[0.8, 0.95, 0.95, 0.8], &[0.8, 0.95, 0.95, 0.0]);
        check(&page, leave_zones_at_ends, &[0.6, 0.95, 0.95, 0.8], &[0.0, 0.95, 0.95, 0.0]);
    }

    #[test]
    fn doubts_below_the_article() {
        let page = |head: &str| {
            let text = paragraph();
            format!(
                "<html><head>{head}</head><body><article>{text}{text}<p>Ends here</p></article><p>Terms</p><p>Sure</p></body></html>"
            )
        };
        let said = [0.9, 0.9, 0.6, 0.6, 0.75];
        check(&page(ARTICLE), leave_doubts_below, &said, &[0.9, 0.9, 0.6, 0.0, 0.75]);
        // A page that claims to be nothing may have parts beside each other.
        check(&page(""), leave_doubts_below, &said, &said);
        // Paragraphs in doubt have no element of their own.
        check(&page(ARTICLE), leave_doubts_below, &[0.7, 0.7, 0.6, 0.6, 0.6], &[0.7, 0.7, 0.6, 0.6, 0.6]);
    }

    #[test]
    fn linked_headings_in_doubt() {
        let page = |text: &str| {
            format!(
                "<html><body>{text}<h3><a href=/1>Two swans on the ice</a></h3><h3><a href=/2>A sure one</a></h3><h3>Lamps</h3></body></html>"
            )
        };
        let text = paragraph() + &paragraph();
        check(&page(&text), leave_linked_headings, &[0.9, 0.9, 0.5, 0.7, 0.5], &[0.9, 0.9, 0.0, 0.7, 0.5]);
        // A page without a text of its own is a list.
        check(&page("<p>News</p>"), leave_linked_headings, &[0.9, 0.5, 0.7, 0.5], &[0.9, 0.5, 0.7, 0.5]);
    }
}
