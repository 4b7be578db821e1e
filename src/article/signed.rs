//! Who wrote a text, by the page's markup: microdata, `rel=author`, class names, a line "By …", a link to the writer's
//! page. For pages whose head and text say nothing.

use super::Apart;
use super::name;
pub use super::signed_words::labels_writer;
use super::signed_words::{SignedTable, author_names};
use super::spelled;
use crate::civil::DateTime;
use crate::dom::block::Block;
use crate::dom::{Document, NodeId, Tag};

/// Longest name, in characters and words; what is longer is a sentence.
const NAME_LETTERS_MAX: usize = 40;
const NAME_WORDS_MAX: usize = 5;

/// Blocks after the headline among which a line "By …" or a link to a writer counts. Fixtures `signed--…`.
const BLOCKS_NEAR: usize = 14;
/// Blocks before the headline among which the same holds: a kicker with the writer's name stands there on some sites.
const BLOCKS_BEFORE: usize = 4;

/// Elements of an author's name that are looked at: an article has one or a few, a list of articles a hundred.
const CANDIDATES_MAX: usize = 60;

/// Where names may stand.
pub struct Signed<'a> {
    /// The page.
    pub document: &'a Document,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// What of it stands apart.
    pub apart: &'a Apart,
    /// The headline.
    pub title: &'a str,
}

impl Signed<'_> {
    /// The names, in order; empty where nothing marks any.
    pub fn names(&self) -> Vec<String> {
        let ways: [fn(&Self) -> Vec<String>; 7] =
            [Self::microdata, Self::related, Self::named, Self::led, Self::linked, Self::told, Self::dated];
        ways.iter().map(|way| way(self)).find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// `itemprop=author`: the first, and those that stand beside it.
    fn microdata(&self) -> Vec<String> {
        let marked = |n: &NodeId| self.document.attribute(*n, "itemprop").is_some_and(|p| p.split(' ').any(|p| p == "author"));
        let mut all = self.document.nodes().filter(marked).filter(|n| !self.apart.holds(*n));
        let Some(first) = all.next() else { return Vec::new() };
        let parent = self.document.element(first).parent;
        let beside = all.filter(|n| self.document.element(*n).parent == parent);
        [first].into_iter().chain(beside).flat_map(|n| self.microdata_name(n)).collect()
    }

    fn microdata_name(&self, author: NodeId) -> Vec<String> {
        let inside = || self.document.nodes().skip(author.index() + 1).take_while(|n| self.document.contains(author, *n));
        let name = inside().find(|n| self.document.attribute(*n, "itemprop") == Some("name")).unwrap_or(author);
        let content = self.document.attribute(name, "content").map(str::to_owned);
        clean(&content.unwrap_or_else(|| self.document.text_of(name)))
    }

    /// `rel=author`.
    fn related(&self) -> Vec<String> {
        let marked = |n: &NodeId| {
            let rel = self.document.attribute(*n, "rel");
            self.document.element(*n).tag != Tag::LINK
                && rel.is_some_and(|r| r.split(' ').any(|r| r.eq_ignore_ascii_case("author")))
        };
        self.first_of(self.document.nodes().filter(marked))
    }

    /// Class names that speak of an author, the inner element first: `<div class="post-author"><span class="name">`.
    fn named(&self) -> Vec<String> {
        let mut reader = author_names().reader(self.document);
        self.first_of(self.document.nodes().filter(|n| reader.first_of(*n) == Some(true)))
    }

    /// The names of the first of these elements after the headline that hold any, else of the first at all.
    fn first_of(&self, nodes: impl Iterator<Item = NodeId>) -> Vec<String> {
        let start = self.headline().map_or(0, |i| self.blocks[i].tokens.start);
        let known: Vec<(bool, Vec<String>)> = nodes
            .filter(|n| !self.apart.holds(*n))
            .take(CANDIDATES_MAX)
            .map(|n| (self.document.element(n).tokens.start < start, self.names_in(n)))
            .filter(|(_, names)| !names.is_empty())
            .collect();
        let after = known.iter().find(|(before, _)| !before).or(known.last());
        after.map(|(_, names)| names.clone()).unwrap_or_default()
    }

    /// The names of the first line of an element that holds any; where it is a part of a line, of that part.
    fn names_in(&self, node: NodeId) -> Vec<String> {
        let lines: Vec<&Block> = self.blocks.iter().filter(|block| self.document.contains(node, block.inner)).collect();
        match lines.as_slice() {
            [_, _, ..] => lines.iter().map(|block| clean(&block.text)).find(|names| !names.is_empty()).unwrap_or_default(),
            _ => clean(&self.document.text_of(node)),
        }
    }

    /// "By Jane Doe", near the headline or behind the text.
    fn led(&self) -> Vec<String> {
        let led = |block: &&Block| lead_of(&block.text).is_some();
        self.near().filter(led).map(|block| clean(&block.text)).find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// "Written by Jane Doe" anywhere, or as a label with the name in the next line. Fixture `signed--written-by`.
    fn told(&self) -> Vec<String> {
        let inside = |block: &&Block| !self.apart.holds(block.inner);
        let lines: Vec<&str> = self.blocks.iter().filter(inside).map(|block| block.text.as_str()).collect();
        let told = lines.iter().enumerate().filter_map(|(at, line)| {
            let lead = lead_of(&format!("{line} ")).filter(|lead| lead.len() >= TOUCHING_LEAD_BYTES)?;
            let alone = line.trim_end_matches([':', ' ']).len() <= lead.len();
            let names = clean(if alone { lines.get(at + 1)? } else { line });
            Some(names).filter(|names| !names.is_empty())
        });
        told.into_iter().next().unwrap_or_default()
    }

    /// A link to a writer's page near the headline.
    fn linked(&self) -> Vec<String> {
        let segments = SignedTable::get().author_paths.segments;
        let of_writer = |href: &str| {
            let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
            let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            parts.len() >= 2 && parts[..parts.len() - 1].iter().any(|part| segments.contains(part))
        };
        let link = |block: &Block| {
            let link = self.document.ancestors(block.inner).find(|n| self.document.element(*n).tag == Tag::A)?;
            of_writer(self.document.attribute(link, "href")?).then(|| self.document.text_of(link))
        };
        self.near().filter_map(link).map(|text| clean(&text)).find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// A Korean name before a date near the headline: "서지안  2031. 11. 1. 08:42". Fixture `text-ko--copied-article`.
    fn dated(&self) -> Vec<String> {
        let dated = |block: &&Block| DateTime::written(&block.text).is_some();
        let names = |block: &Block| clean(&block.text).into_iter().filter(|part| name::is_full(part)).collect::<Vec<_>>();
        self.near().filter(dated).map(names).find(|names| !names.is_empty()).unwrap_or_default()
    }

    fn near(&self) -> impl Iterator<Item = &Block> {
        let at = self.headline();
        let range = at.map_or(0..BLOCKS_NEAR.min(self.blocks.len()), |i| {
            i.saturating_sub(BLOCKS_BEFORE)..(i + 1 + BLOCKS_NEAR).min(self.blocks.len())
        });
        self.blocks[range].iter().filter(|block| !self.apart.holds(block.inner))
    }

    /// The block of the headline: the same words, else the first `h1`.
    fn headline(&self) -> Option<usize> {
        let same = self.blocks.iter().position(|block| !self.title.is_empty() && block.text == self.title);
        let first = |block: &Block| self.document.ancestors(block.inner).any(|n| self.document.element(n).tag == Tag::H1);
        same.or_else(|| self.blocks.iter().position(first))
    }
}

/// The word or words that stand before a name, if the line begins with such, in any case; a long one may touch the name, where
/// a page has put two elements side by side ("Written byJane Doe").
fn lead_of(line: &str) -> Option<&'static str> {
    let leads = SignedTable::get().author_leads.words.iter();
    leads.copied().find(|lead| {
        let head = line.get(..lead.len()).filter(|head| head.eq_ignore_ascii_case(lead));
        head.is_some_and(|_| {
            let rest = &line[lead.len()..];
            let touches = lead.len() >= TOUCHING_LEAD_BYTES && rest.starts_with(char::is_uppercase);
            touches || rest.starts_with([' ', ':', '\u{a0}'])
        })
    })
}

/// Shortest lead, in bytes, that may touch the name behind it: "Author", "Written by"; "By" begins names ("Byron").
const TOUCHING_LEAD_BYTES: usize = 6;

/// The names of a text that is meant to hold nothing else: "By Jane Doe and John Roe | Dec 19, 2025".
pub(super) fn clean(text: &str) -> Vec<String> {
    let mut rest = text.trim();
    while let Some(lead) = lead_of(rest) {
        let behind = rest[lead.len()..].trim_start_matches([' ', ':', '\u{a0}']);
        // "Von den Bergen her": a short lead begins sentences, too; a name behind it has a capital.
        if lead.len() < TOUCHING_LEAD_BYTES && behind.starts_with(char::is_lowercase) {
            return Vec::new();
        }
        rest = behind;
    }
    let ends = SignedTable::get().author_ends.words.iter().filter_map(|end| rest.find(end));
    let end = ends.chain(rest.find(|c: char| c.is_ascii_digit())).chain(spelled::month_at(rest)).min();
    let rest = rest[..end.unwrap_or(rest.len())].trim_matches(EDGES);
    let parts =
        rest.split([',', '&', '|', '/', ';', '、']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" und "));
    let parts = parts.map(|part| part.trim_matches(EDGES)).map(|part| part.strip_prefix("and ").unwrap_or(part));
    let parts = parts.map(without_office);
    parts.enumerate().filter(|(at, part)| is_name(part) && !is_office(part, *at == 0)).map(|(_, part)| part.to_owned()).collect()
}

/// "Jane Doe Staff Writer" without the office behind the name; two words stay that are none themselves. Fixture `signed--office-behind`.
pub(super) fn without_office(name: &str) -> &str {
    let is_word = |word: &str| SignedTable::get().author_offices.words.contains(&word.to_lowercase().as_str());
    let mut bare = name;
    while let Some((rest, last)) = bare.rsplit_once(' ')
        && is_word(last)
        && rest.trim().contains(' ')
    {
        bare = rest.trim();
    }
    let is_person = bare.split(' ').count() == NAME_WORDS_MIN && !bare.split(' ').any(is_word);
    if is_person { bare } else { name }
}

/// Words of a name before which an office is taken off: more may be the name of a company ("Top Growth Marketing").
const NAME_WORDS_MIN: usize = 2;

/// What stands around a name and is no part of it.
const EDGES: &[char] = &[' ', ',', '|', '•', '·', '–', '—', '-', ':', '~', '@', '\'', '"', '“', '”', '\u{a0}'];

/// Whether a part of a list of names is an office, a degree or a label: "Senior Editor", "PhD", "Author". The first part may
/// hold such a word beside a name.
pub(super) fn is_office(text: &str, is_first: bool) -> bool {
    let text = text.to_lowercase();
    let is_word = |word: &str| SignedTable::get().author_offices.words.contains(&word);
    if is_first { text.split_whitespace().all(is_word) } else { text.split_whitespace().any(is_word) }
}

/// Whether a text can be a name: few words, capitals first or none at all (a user's name).
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && text.chars().count() <= NAME_LETTERS_MAX
        && words.len() <= NAME_WORDS_MAX
        && (words.len() == 1 || !words.last().is_some_and(small))
        && lead_of(&format!("{text} ")).is_none()
        && !text.contains(['@', '{', '<', '?', '!', '…', '"', ':', '©', '['])
        && !text.contains("://")
        && (words.len() == 1 || !words.first().is_some_and(small) && words.iter().filter(|w| small(w)).count() <= words.len() / 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::block::blocks;
    use crate::dom::scan::scan;

    #[test]
    fn names_are_cleaned() {
        for (text, expect) in [
            ("By Jane Doe and John Roe", "Jane Doe|John Roe"),
            ("Written by: Jane Doe on January 21", "Jane Doe"),
            ("Jane Doe · Dec 20", "Jane Doe"),
            ("Kyle Reed 15 min read", "Kyle Reed"),
            ("Posted by David at December 16, 2025", "David"),
            ("Von Erika Muster", "Erika Muster"),
            ("seo_rin", "seo_rin"),
            ("Author", ""),
            ("By", ""),
            ("The mill by the weir grinds again for all", ""),
            ("staff writer covering islands", ""),
            ("jane@n.example", ""),
            ("Luke Kim December 17, 2025", "Luke Kim"),
            ("Jane Doe, Senior Editor, PhD", "Jane Doe"),
            ("Autor: Kathrin Muster", "Kathrin Muster"),
            ("Photo credit: The Mill", ""),
            ("Jane Reporter", "Jane Reporter"),
            ("Von den Bergen", ""),
            ("Posted by seo_rin", "seo_rin"),
            ("By Jane Doe @janedoe Dec 10, 2016, 10:20am", "Jane Doe"),
        ] {
            assert_eq!(clean(text).join("|"), expect, "{text}");
        }
    }

    #[test]
    fn pages_that_mark_their_writer() {
        let check = |html: &str, expect: &str| {
            let page = format!("<html><body><nav><a rel=author href=/a>No One</a></nav><h1>The mill</h1>{html}</body></html>");
            let document = scan(&page).expect("small");
            let blocks = blocks(&document, &[]);
            let apart = Apart::of(&document, &crate::boilerplate::names(&document));
            let signed = Signed { document: &document, blocks: &blocks, apart: &apart, title: "The mill" };
            assert_eq!(signed.names().join("|"), expect, "{html}");
        };
        check("<p itemprop=\"author\"><b itemprop=\"name\">Jane Doe</b> editor</p>", "Jane Doe");
        check("<p><i itemprop=\"author\">Jane Doe</i> <i itemprop=\"author\">John Roe</i></p>", "Jane Doe|John Roe");
        check("<a rel=\"author\" href=\"/u\">Jane Doe</a>", "Jane Doe");
        check("<div class=\"post__author\">Jane Doe</div>", "Jane Doe");
        check("<div class=\"author-bio\">Likes rivers</div><div class=\"authorName\">Jane Doe</div>", "Jane Doe");
        check("<p>By Jane Doe</p><p>The mill grinds.</p>", "Jane Doe");
        check("<p><a href=\"/authors/jane-doe\">Jane Doe</a></p>", "Jane Doe");
        check("<div class=\"comments\"><p class=\"author\">Troll</p></div>", "");
        check("<p>The mill by the weir grinds again.</p><a href=\"/authors\">Authors</a>", "");
    }
}
