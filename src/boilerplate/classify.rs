//! One verdict for every block of the page.

use super::attribution;
use super::found::Found;
use super::notice::{self, Body};
use super::repeat::{self, Standing};
use super::score::{self, LINK_DENSITY_MAX};
use super::thread::Post;
use super::zone::{Names, Zone, named, zones};
use super::{Kind, Reason, Verdict};
use crate::civil::DateTime;
use crate::dom::block::Block;
use crate::dom::metadata::Metadata;
use crate::dom::{Document, NodeId, Tag};
use crate::rules::pattern::Match;
use crate::rules::site::SiteRule;

/// What is classified, and what is known of it.
pub struct Page<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// What the names of its elements speak of.
    pub names: &'a Names,
    /// The rule of its site.
    pub site: Option<&'static SiteRule>,
    /// Which blocks are lines of a picture.
    pub captions: &'a [bool],
    /// Roots of what the page hides, in document order.
    pub hidden: &'a [NodeId],
    /// What the page says about itself.
    pub metadata: &'a Metadata,
    /// Its address, or empty.
    pub address: &'a str,
    /// Whether the page is plain text, a line a block.
    pub plain: bool,
    /// Headline.
    pub title: &'a str,
    /// Elements that the reader's head shows (title, publisher, dates, reporter), sorted.
    pub head: &'a [NodeId],
    /// Of these the standfirst, where only its name says that it is one.
    pub named_deck: Option<NodeId>,
}

/// The verdicts of a page.
#[derive(Debug)]
pub struct Classified {
    /// One for each block.
    pub verdicts: Vec<Verdict>,
    /// The element that holds the article, if there is one.
    pub root: Option<NodeId>,
    /// Whether the page is an article at all.
    pub is_article: bool,
    /// The F1 that the block scorer expects of its choice, 0..=1; `None` where a site's rule said where the article is.
    pub expected: Option<f32>,
    /// Whether the standfirst is a part of the text.
    pub deck_is_text: bool,
    /// The posts of a thread in order.
    pub posts: Vec<Post>,
    /// The zone of every element; the ledger names removed parts without text by it.
    pub(super) zones: Vec<Zone>,
}

/// Gives every block its verdict.
pub fn classify(page: &Page<'_>) -> Classified {
    let mut zones = zones(page.document, page.blocks, page.names, page.site, page.hidden);
    // What a page of an unknown site shows to the scorer.
    let plain = (page.site.is_none() && page.hidden.is_empty()).then(|| zones.clone());
    attribution::free(page.document, &mut zones);
    let matches = notice::matches(page.blocks);
    let found = Found::of(page, &zones, plain, &matches);
    let named = named(page.document, page.names);
    let states = Verdicts {
        page,
        named: &named,
        zones: &zones,
        matches: &matches,
        lists: lists(page),
        inside: found.inside,
        next: found.next.unwrap_or(page.blocks.len()),
        learned: found.learned,
    };
    let (mut verdicts, deck_is_text) = (states.all(), states.takes_deck());
    show_authors(page, &found.posts, &mut verdicts);
    Classified {
        verdicts,
        root: found.root,
        is_article: found.is_article,
        expected: found.expected,
        deck_is_text,
        posts: found.posts,
        zones,
    }
}

/// The lines that name a post's author and time stay on the page: the reader has them above the post.
fn show_authors(page: &Page<'_>, posts: &[Post], verdicts: &mut [Verdict]) {
    for node in posts.iter().flat_map(|post| post.author.into_iter().chain(post.time)) {
        let tokens = &page.document.element(node).tokens;
        let first = page.blocks.partition_point(|b| b.tokens.end <= tokens.start);
        let touched = page.blocks[first..].iter().take_while(|b| b.tokens.start < tokens.end).count();
        verdicts[first..first + touched].fill(Verdict::Head);
    }
}

/// Whether a zone is something to press.
pub(super) fn is_control(reason: &Reason) -> bool {
    matches!(reason, Reason::Element(name) if matches!(&**name, "button" | "label" | "role=button" | "role=toolbar"))
}

/// Longest line, in bytes, that is a reporter and two dates with their labels.
const DATE_LINE_BYTES_MAX: usize = 160;

/// How far above a line the element may stand that a site's rule names as part of the head.
const HEAD_DEPTH: usize = 6;

struct Verdicts<'a> {
    page: &'a Page<'a>,
    zones: &'a [Zone],
    matches: &'a [Option<Match>],
    /// What the names around each element speak of.
    named: &'a [Option<Kind>],
    /// Whether each block may be body: by the site's rule inside its element and in no boilerplate zone, else by the scorer.
    inside: Vec<bool>,
    /// Where an article begins that is appended below.
    next: usize,
    /// Whether the scorer said so.
    learned: bool,
    /// For every element, the link letters and letters of the blocks whose elements stand directly in it.
    lists: Vec<(u32, u32)>,
}

/// Link letters and letters of each element's children's own blocks.
fn lists(page: &Page<'_>) -> Vec<(u32, u32)> {
    let mut lists = vec![(0, 0); page.document.len()];
    for block in page.blocks {
        if let Some(parent) = page.document.element(block.node).parent {
            let (links, letters) = &mut lists[parent.index()];
            *links += block.link_letters;
            *letters += block.letters;
        }
    }
    lists
}

impl Verdicts<'_> {
    fn all(&self) -> Vec<Verdict> {
        let blocks = self.page.blocks;
        let end = notice::end(blocks, self.matches, |i| self.inside[i]).unwrap_or(blocks.len());
        let open =
            |i: usize| self.inside[i] && i < end && !notice::is_notice(self.matches[i]) && !self.is_title(i) && !self.is_shown(i);
        let summary = repeat::summary(self.page.document, blocks, &self.standing(open));
        let body = notice::body(blocks, self.matches, |i| open(i) && !summary.contains(&i));
        let mut removed: Vec<Option<(Kind, Reason)>> = (0..blocks.len()).map(|i| self.removed(i, body)).collect();
        for index in summary {
            if !matches!(removed[index], Some((_, Reason::SiteRule(_)))) {
                removed[index] = Some((Kind::AutoSummary, Reason::RepeatsBody));
            }
        }
        for index in (0..blocks.len()).filter(|i| *i > end && self.inside[*i]) {
            removed[index].get_or_insert((Kind::Related, Reason::AfterEnd));
        }
        self.drop_trailing_headings(&mut removed);
        let head: Vec<bool> = (0..blocks.len()).map(|i| self.is_head(i, body)).collect();
        removed
            .into_iter()
            .zip(head)
            .map(|(r, head)| if head { Verdict::Head } else { r.map_or(Verdict::Keep, |(k, why)| Verdict::Remove(k, why)) })
            .collect()
    }

    /// How each block stands to the search for a machine summary.
    fn standing(&self, open: impl Fn(usize) -> bool) -> Vec<Standing> {
        let apart = |i: usize| {
            let inner = self.page.blocks[i].inner.index();
            let is_comment = self.named[inner] == Some(Kind::Comment) && !self.inside[i];
            is_comment || notice::is_notice(self.matches[i]) || self.is_title(i) || self.is_shown(i)
        };
        let of = |i: usize| match () {
            () if open(i) => Standing::Open,
            () if apart(i) => Standing::Apart,
            () => Standing::Away,
        };
        (0..self.page.blocks.len()).map(of).collect()
    }

    /// Why the block is not body, if it is not.
    fn removed(&self, index: usize, body: Option<Body>) -> Option<(Kind, Reason)> {
        let block = &self.page.blocks[index];
        let zone = self.zones[block.inner.index()].clone();
        let by_pattern = notice::verdict(self.matches[index], !self.inside[index] || body.is_none_or(|b| b.is_edge(index)));
        if self.learned && self.inside[index] {
            return by_pattern.or_else(|| self.shown_date(index, body));
        }
        // The reporter and date of another article are not this one's; a copyright line below is the page's.
        let kind = by_pattern.as_ref().or(zone.as_ref()).map(|(kind, _)| *kind);
        if index >= self.next && matches!(kind, None | Some(Kind::Byline | Kind::Head | Kind::Other | Kind::ProfileCard)) {
            return Some((Kind::Related, Reason::AfterEnd));
        }
        match zone {
            Some(zone @ (_, Reason::SiteRule(_))) => return Some(zone),
            // Links beside the article lead to other articles; what is pressed (a button, a label) does not.
            Some((Kind::Other, ref why))
                if by_pattern.is_none() && block.link_density() > LINK_DENSITY_MAX && !is_control(why) =>
            {
                return Some((Kind::Related, Reason::LinkDensity(block.link_density())));
            }
            Some(zone) => return by_pattern.or(Some(zone)),
            None if by_pattern.is_some() => return by_pattern,
            None => {}
        }
        if let Some(shown) = self.shown_date(index, body) {
            return Some(shown);
        }
        if !self.inside[index] {
            let linked = block.link_density() > LINK_DENSITY_MAX;
            let named = self.named[block.inner.index()].unwrap_or(Kind::Other);
            let kind = if linked { Kind::Related } else { named };
            let reason = if linked { Reason::LinkDensity(block.link_density()) } else { Reason::OutsideArticle };
            return Some((kind, reason));
        }
        let heading = self.page.document.element(block.node).tag.heading_level().is_some();
        if block.link_density() > LINK_DENSITY_MAX && !heading && !self.in_linked_prose_list(index) {
            return Some((Kind::Related, Reason::LinkDensity(block.link_density())));
        }
        (block.letters == 0 && block.image.is_none()).then_some((Kind::Other, Reason::TooShort))
    }

    /// A line with the article's own date above the body: the reader's head shows it.
    fn shown_date(&self, index: usize, body: Option<Body>) -> Option<(Kind, Reason)> {
        let above = body.is_some_and(|b| b.starts_after(index)) && self.is_date_line(index);
        above.then_some((Kind::Head, Reason::ShownInHead))
    }

    /// A short linked item of a list whose other items are text (a list of things with their links) stays.
    fn in_linked_prose_list(&self, index: usize) -> bool {
        let element = self.page.document.element(self.page.blocks[index].node);
        let Some(list) = element.parent.filter(|_| matches!(element.tag, Tag::LI | Tag::TD | Tag::TH)) else { return false };
        let (links, letters) = self.lists[list.index()];
        links as f32 <= LINK_DENSITY_MAX * letters as f32
    }

    /// A heading after which nothing of the body follows has lost its section.
    fn drop_trailing_headings(&self, removed: &mut [Option<(Kind, Reason)>]) {
        for index in (0..removed.len()).rev().filter(|i| self.inside[*i]) {
            let tag = self.page.document.element(self.page.blocks[index].node).tag;
            match (&removed[index], tag.heading_level()) {
                (Some(_), _) => {}
                (None, Some(_)) if self.page.blocks[index].image.is_none() => {
                    removed[index] = Some((Kind::Related, Reason::AfterEnd))
                }
                (None, _) => break,
            }
        }
    }

    fn is_title(&self, index: usize) -> bool {
        !self.page.title.is_empty() && self.page.blocks[index].text == self.page.title
    }

    /// Whether the block is a short line with a date: above the body that is the article's own.
    fn is_date_line(&self, index: usize) -> bool {
        let block = &self.page.blocks[index];
        // "2031년 8월 17일 오전 6시, 첫 버스가 떠났다." opens a text.
        !score::is_prose(block) && block.text.len() <= DATE_LINE_BYTES_MAX && DateTime::written(&block.text).is_some()
    }

    /// Whether the block stands in an element that the reader's head shows.
    fn is_shown(&self, index: usize) -> bool {
        let node = self.page.blocks[index].inner;
        self.page.document.ancestors(node).take(HEAD_DEPTH).any(|n| self.page.head.binary_search(&n).is_ok())
    }

    /// Whether the reader's head shows the block already: the headline, and what the site's rule took for the head.
    fn is_head(&self, index: usize, body: Option<Body>) -> bool {
        let before = body.is_none_or(|b| b.is_edge(index));
        before && (self.is_title(index) || self.is_shown(index)) || !self.inside[index] && self.is_shown(index)
    }

    /// Whether the scorer takes the standfirst for text of the article. Fixture `generic-en--news`.
    fn takes_deck(&self) -> bool {
        let Some(deck) = self.page.named_deck.filter(|_| self.learned) else { return false };
        let mut taken = self.page.blocks.iter().zip(&self.inside).filter(|(_, inside)| **inside);
        taken.any(|(block, _)| self.page.document.contains(deck, block.inner))
    }
}
