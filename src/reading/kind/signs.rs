//! What a page shows of its kind: sums over its blocks and marks of its elements, gathered in one walk each.

use super::Evidence;
use super::PageKind;
use super::words::{KindWords, names};
use crate::boilerplate::{Reason, Verdict};
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag, Token};

/// Letters of a block that is a sentence, Hangul, Han and kana counted double.
const SENTENCE_WEIGHT: u32 = 40;

/// Share of link letters above which a block is a link.
const LINK_SHARE: f32 = 0.5;

/// Weight from which a link is a headline and no item of a menu: twelve letters of Hangul. Fixture `not-article--front-page`.
const HEADLINE_WEIGHT: u32 = 24;

/// Letters by what became of their blocks. What the page hides is in none of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    /// All letters shown.
    pub(crate) letters: u32,
    /// Of these, in links.
    pub(crate) links: u32,
    /// In blocks that are running text.
    pub(crate) prose: u32,
    /// Of the kept blocks.
    pub(crate) kept: u32,
    /// Of the kept blocks that are running text.
    pub(crate) kept_prose: u32,
    /// Link letters of the kept blocks.
    pub(crate) kept_links: u32,
    /// Weight of the kept text: letters, Hangul, Han and kana counted double.
    pub(crate) kept_weight: u32,
    /// Kept blocks.
    pub(crate) kept_blocks: u32,
    /// Headings that are links to somewhere else.
    pub(crate) linked_headings: u32,
    /// These, and links as long as a headline.
    pub(crate) headlines: u32,
    /// Pictures shown.
    pub(crate) images: u32,
}

impl Sums {
    pub(super) fn of(evidence: &Evidence<'_>) -> Self {
        let mut sums = Self::default();
        for (block, verdict) in evidence.blocks.iter().zip(evidence.verdicts) {
            if !matches!(verdict, Verdict::Remove(_, Reason::Hidden)) {
                sums.add(evidence.document, block, *verdict == Verdict::Keep);
            }
        }
        sums
    }

    fn add(&mut self, document: &Document, block: &Block, kept: bool) {
        let prose = if is_prose(block) { block.letters } else { 0 };
        self.letters += block.letters;
        self.links += block.link_letters;
        self.prose += prose;
        self.images += u32::from(block.image.is_some());
        let heading = in_heading(document, block);
        let linked = block.link_density() > LINK_SHARE;
        self.linked_headings += u32::from(linked && heading);
        self.headlines += u32::from(linked && (heading || weight(block) >= HEADLINE_WEIGHT));
        if kept {
            self.kept += block.letters;
            self.kept_prose += prose;
            self.kept_links += block.link_letters;
            self.kept_weight += weight(block);
            self.kept_blocks += 1;
        }
    }
}

/// How far around a block its heading may stand: `<h3><a><span>`.
const HEADING_DEPTH: usize = 3;

fn in_heading(document: &Document, block: &Block) -> bool {
    document.ancestors(block.inner).take(HEADING_DEPTH).any(|n| document.element(n).tag.heading_level().is_some())
}

/// Letters of a block, Hangul, Han and kana counted double.
pub(super) fn weight(block: &Block) -> u32 {
    block.letters + block.cjk_letters
}

/// Whether a block is a sentence or more.
pub(in crate::reading) fn is_prose(block: &Block) -> bool {
    let ends = block.text.trim_end_matches(['"', '\'', '”', '’', '」', '』', ')', '»']);
    let sentence = ends.ends_with(['.', '?', '!', '…', '。', '？', '！', '؟', ':', '։', '।']) || ends.len() < block.text.len();
    block.link_density() <= LINK_SHARE && sentence && weight(block) >= SENTENCE_WEIGHT
}

/// Marks of the page's elements.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Password fields.
    pub(super) passwords: u32,
    /// Videos and frames of players.
    pub(super) videos: u32,
    /// Scripts.
    pub(super) scripts: u32,
    /// `<time>` elements and the like inside the article's element.
    pub(super) times: u32,
    /// Program code, letters are not counted.
    pub(super) codes: u32,
    /// An element that a program fills stands empty, or the page carries a program's data.
    pub(super) shell: bool,
    /// Kind of the software that made the page.
    pub(super) software: Option<PageKind>,
    /// Values of `itemtype`, last segment.
    pub(super) item_types: Vec<String>,
}

impl Signs {
    pub(super) fn of(document: &Document, root: Option<NodeId>) -> Self {
        let mut signs = Self::default();
        for node in document.nodes() {
            signs.read(document, node, root);
        }
        let mut reader = names().software.reader(document);
        signs.software = signs.software.or_else(|| document.nodes().find_map(|node| reader.first_of(node)));
        signs
    }

    fn read(&mut self, document: &Document, node: NodeId, root: Option<NodeId>) {
        let attribute = |name| document.attribute(node, name).unwrap_or_default();
        match document.element(node).tag {
            Tag::INPUT => self.passwords += u32::from(attribute("type").eq_ignore_ascii_case("password")),
            Tag::VIDEO => self.videos += 1,
            Tag::IFRAME => self.videos += u32::from(is_player(attribute("src"))),
            Tag::SCRIPT => {
                self.scripts += 1;
                self.shell |= carries_data(document, node);
            }
            Tag::TIME => self.times += u32::from(root.is_some_and(|root| document.contains(root, node))),
            Tag::PRE => self.codes += 1,
            Tag::META if attribute("name").eq_ignore_ascii_case("generator") => self.take_generator(attribute("content")),
            Tag::DIV | Tag::MAIN | Tag::SECTION | Tag::Other => self.shell |= is_empty_root(document, node),
            _ => {}
        }
        if let Some(kind) = document.attribute(node, "itemtype").and_then(|t| t.trim_end_matches('/').rsplit('/').next()) {
            self.item_types.push(kind.to_owned());
        }
    }

    fn take_generator(&mut self, content: &str) {
        let content = content.to_ascii_lowercase();
        let made = KindWords::get().software.iter().find(|s| s.generators.iter().any(|g| content.starts_with(g)));
        self.software = self.software.or(made.map(|s| s.kind));
    }
}

/// Whether a frame plays a video: the word stands in the address of every player that counts.
fn is_player(src: &str) -> bool {
    let src = src.to_ascii_lowercase();
    ["player", "video", "embed/", "/tv/"].iter().any(|word| src.contains(word))
}

/// Whether a script brings the data that a program draws the page from.
fn carries_data(document: &Document, script: NodeId) -> bool {
    /// Bytes of a script in which its variable is looked for: it stands first.
    const HEAD_BYTES: usize = 200;
    let marks = KindWords::get().shell_words.scripts;
    let id = document.attribute(script, "id").unwrap_or_default().to_ascii_lowercase();
    let tokens = &document.element(script).tokens;
    let inside = &document.tokens()[tokens.start as usize..tokens.end as usize];
    let text = inside.iter().find_map(|t| if let Token::Text(span) = t { Some(document.text(*span)) } else { None });
    let text = text.unwrap_or_default();
    let end = (0..=HEAD_BYTES.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or_default();
    let head = text[..end].to_ascii_lowercase();
    marks.iter().any(|mark| id == *mark || head.contains(mark))
}

/// Whether an element that a program fills has not been filled.
fn is_empty_root(document: &Document, node: NodeId) -> bool {
    let named = |name: &str| KindWords::get().shell_words.roots.contains(&name.to_ascii_lowercase().as_str());
    (document.attribute(node, "id").is_some_and(named) || document.element(node).tag == Tag::Other && named(document.name(node)))
        && document.text_of(node).is_empty()
}
