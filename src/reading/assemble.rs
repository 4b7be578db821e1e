//! The whole path: snapshot in, reading out.

use super::fold;
use super::kind::{self, Finding};
use super::later::Later;
use super::writers::Writers;
use super::{Note, PageKind, Reading, Seen};
use crate::article::Apart;
use crate::article::build::{self, Source};
use crate::article::caption;
use crate::article::head::{Evidence, Head};
use crate::boilerplate::{self, Kind, Page, Removal, Verdict};
use crate::dom::block::{Block, blocks};
use crate::dom::metadata::Metadata;
use crate::dom::{Document, NodeId, scan};
use crate::rules::class_name;
use crate::rules::site::SiteRule;
use crate::{Error, Options, Snapshot, cite, facts, markup, url};
use std::borrow::Cow;

/// The page of a snapshot.
pub(crate) fn document(snapshot: &Snapshot) -> Result<Document, Error> {
    let page = if is_plain(snapshot) { lines_as_page(&snapshot.html) } else { Cow::Borrowed(snapshot.html.as_str()) };
    Ok(scan::scan(&page)?)
}

fn is_plain(snapshot: &Snapshot) -> bool {
    snapshot.content_type == "text/plain"
}

/// Reads a page.
pub(crate) fn read(document: &Document, snapshot: &Snapshot, options: &Options) -> Reading {
    let plain = is_plain(snapshot);
    let metadata = Metadata::of(document);
    let address = if snapshot.url.is_empty() { claimed_address(&metadata) } else { snapshot.url.clone() };
    let site = SiteRule::of(&url::host(&address).unwrap_or_default(), document);
    let (mut head_nodes, mut captions) = site.map(|s| s.parts(document)).unwrap_or_default();
    captions.extend(caption::captions(document));
    captions.sort_unstable();
    captions.dedup();
    let decks = decks(document, site);
    let mut apart = [head_nodes.as_slice(), &captions, &decks].concat();
    apart.sort_unstable();
    let blocks = blocks(document, &apart);
    let names = boilerplate::names(document);
    let apart = Apart::of(document, &names);
    let evidence = Evidence { document, blocks: &blocks, metadata: &metadata, site, apart: &apart, decks: &decks, url: &address };
    let mut head = Head::read(&evidence);
    head_nodes.extend(head.deck_node);
    head_nodes.sort_unstable();
    let hidden = fold::hidden(document, &blocks, &snapshot.hidden);
    let lines_of_pictures = caption::of_pictures(document, &blocks, &captions);
    let page = Page {
        document,
        blocks: &blocks,
        names: &names,
        site,
        captions: &lines_of_pictures,
        hidden: &hidden,
        metadata: &metadata,
        address: &address,
        plain,
        title: &head.title,
        head: &head_nodes,
        named_deck: head.deck_node.filter(|_| site.is_none_or(|s| s.deck.is_empty())),
    };
    let mut classified = boilerplate::classify(&page);
    caption::keep(document, &blocks, &captions, &mut classified.verdicts);
    let finding = kind::decide(&kind::Evidence {
        document,
        metadata: &metadata,
        blocks: &blocks,
        verdicts: &classified.verdicts,
        root: classified.root,
        is_article: classified.is_article,
        url: &address,
        title: &head.title,
        model: classified.expected,
    });
    let Finding { kind, seen, partial, confidence } = finding;
    let mut reading = Reading { kind, partial, confidence, ..Reading::default() };
    let mut positions = vec![0; blocks.len()];
    if let Some(root) = classified.root {
        let source = Source {
            document,
            blocks: &blocks,
            verdicts: &classified.verdicts,
            root,
            posts: &classified.posts,
            captions: &captions,
            base: &base(&metadata, &address),
            lang: &head.lang,
            lead: &head.image,
        };
        (reading.article, positions) = build::build(&source);
    }
    let ledger = boilerplate::removals(&page, &classified, |index| positions[index]);
    reading.removals = ledger.removals;
    reading.count(&blocks, &classified.verdicts);
    let poster = classified.posts.first().and_then(|post| post.author).map(|author| document.text_of(author));
    let writers = Writers {
        page: &page,
        apart: &apart,
        metadata: &metadata,
        removals: &reading.removals,
        verdicts: &classified.verdicts,
        head: &head,
        end: reading.article.blocks.len(),
        poster: poster.unwrap_or_default(),
    };
    (reading.byline, head.sources.authors) = writers.byline();
    // What stands above the article stays on the page: the reader shows it in its own head, nothing was taken away.
    reading.removals.retain(|r| r.kind != Kind::Head);
    reading.take_head(head);
    reading.deck_is_text = classified.deck_is_text;
    reading.take_notices();
    reading.note(snapshot, document, &blocks, seen);
    let counts_differ = reading.notes.iter().any(|n| matches!(n, Note::CountDiffers { .. }));
    if plain {
        reading.removals.iter_mut().for_each(|r| r.node = None);
    } else if reading.kind.is_readable() && !counts_differ {
        reading.hide = hide(document, &reading.removals, ledger.frames);
        reading.later = site.map(|site| Later::of(site, &blocks, &classified.verdicts, &head_nodes)).unwrap_or_default();
    }
    if !options.without_facts {
        reading.find_facts(options);
    }
    reading.citation = reading.citation_item(options);
    reading
}

/// Plain text as a page: every line a paragraph, the first one the headline.
fn lines_as_page(text: &str) -> Cow<'static, str> {
    let mut page = String::from("<html><head></head><body>");
    for (index, line) in text.lines().map(str::trim).filter(|l| !l.is_empty()).enumerate() {
        let tag = if index == 0 { "h1" } else { "p" };
        page.push_str(&format!("<{tag}>{}</{tag}>", markup::escape_html(line.trim_start_matches('\u{feff}'))));
    }
    page.push_str("</body></html>");
    page.into()
}

/// Elements that may hold the standfirst: by the site's rule, else by their names.
fn decks(document: &Document, site: Option<&'static SiteRule>) -> Vec<NodeId> {
    let ruled = site.map(|s| SiteRule::nodes(document, s.deck)).unwrap_or_default();
    if !ruled.is_empty() {
        return ruled;
    }
    let mut reader = class_name::decks().reader(document);
    let named = |n: &NodeId| reader.first_of(*n).is_some();
    document.nodes().filter(named).collect()
}

/// The address that a stored page claims, for the command line.
fn claimed_address(metadata: &Metadata) -> String {
    let claimed = [metadata.canonical.as_str(), metadata.meta(&["og:url"]).unwrap_or_default()];
    claimed.into_iter().find(|c| c.starts_with("http")).unwrap_or_default().to_owned()
}

fn base(metadata: &Metadata, address: &str) -> String {
    url::resolve(address, &metadata.base).filter(|_| !metadata.base.is_empty()).unwrap_or_else(|| address.to_owned())
}

/// The elements to hide on the live page, each named by its ordinal and tag.
fn hide(document: &Document, removals: &[Removal], frames: Vec<NodeId>) -> Vec<(NodeId, String)> {
    let mut nodes: Vec<NodeId> = frames;
    nodes.extend(removals.iter().filter(|r| r.kind != Kind::Hidden).filter_map(|r| r.node));
    nodes.sort_unstable();
    nodes.dedup();
    nodes.into_iter().map(|node| (node, document.name(node).to_owned())).collect()
}

impl Reading {
    fn count(&mut self, blocks: &[Block], verdicts: &[Verdict]) {
        let letters =
            |keep: fn(&Verdict) -> bool| blocks.iter().zip(verdicts).filter(|(_, v)| keep(v)).map(|(b, _)| b.letters).sum();
        self.page_letters = letters(|v| !matches!(v, Verdict::Remove(Kind::Hidden, _)));
        self.kept_letters = letters(|v| *v == Verdict::Keep);
    }

    fn take_head(&mut self, head: Head) {
        (self.title, self.deck, self.section, self.lang) = (head.title, head.deck, head.section, head.lang);
        (self.publisher, self.portal) = (head.publisher, head.portal);
        (self.published, self.modified, self.sources) = (head.published, head.modified, head.sources);
        (self.url, self.original_url, self.image) =
            (cite::url::clean(&head.url), cite::url::clean(&head.original_url), head.image);
    }

    fn note(&mut self, snapshot: &Snapshot, document: &Document, blocks: &[Block], seen: Seen) {
        let link_letters: u32 = blocks.iter().map(|b| b.link_letters).sum();
        if self.kind == PageKind::NotArticle {
            let link_share = link_letters as f32 / self.page_letters.max(1) as f32;
            let letters = self.page_letters.saturating_sub(link_letters);
            self.notes.push(Note::NoArticle { letters, link_share, seen });
        }
        if self.published.is_none() {
            self.notes.push(Note::NoDate);
        }
        let core = document.len() as u32;
        if let Some(counted) = snapshot.elements.filter(|n| *n != core && snapshot.content_type != "text/plain") {
            self.notes.push(Note::CountDiffers { page: counted, core });
        }
    }

    fn find_facts(&mut self, options: &Options) {
        let context = facts::Context {
            published: self.published,
            lang: &self.lang,
            title: &self.title,
            vague: false,
            taggers: options.names,
        };
        self.facts = facts::find(&self.article.prose(), &context);
    }

    fn citation_item(&self, options: &Options) -> cite::Item {
        let author = |w: &crate::article::byline::Writer| cite::Author {
            name: w.name.clone(),
            parts: None,
            organisation: w.organisation,
            role: w.role.clone(),
        };
        // A page that names no newspaper is cited as a page.
        let genre = if self.publisher.is_empty() { cite::Genre::Web } else { cite::Genre::News };
        cite::Item {
            genre,
            title: self.title.clone(),
            authors: self.byline.writers.iter().map(author).collect(),
            publisher: self.publisher.clone(),
            via: self.portal.clone(),
            published: self.published.map(Into::into),
            accessed: options.today,
            url: if self.original_url.is_empty() { self.url.clone() } else { self.original_url.clone() },
            lang: self.lang.clone(),
            ..cite::Item::default()
        }
    }
}
