//! What names the author and the time of a post, by the table `thread.toml`.

use super::NAME_TOKENS_MAX;
use crate::dom::{Document, NodeId, Tag};
use crate::rules::name_words::NameWords;
use crate::url;
use std::sync::OnceLock;

/// The file `thread.toml`.
#[derive(Debug)]
pub(in crate::boilerplate) struct ThreadTable {
    post_words: PostWords,
}

/// Words of authors and times; the file explains them.
#[derive(Debug)]
struct PostWords {
    authors: &'static [&'static str],
    times: &'static [&'static str],
    asides: &'static [&'static str],
    boards: &'static [&'static str],
    profiles: &'static [&'static str],
}

impl ThreadTable {
    const NONE: Self = Self { post_words: PostWords::NONE };
}

impl PostWords {
    const NONE: Self = Self { authors: &[], times: &[], asides: &[], boards: &[], profiles: &[] };
}

/// The words of class names, prepared once.
pub(super) struct Words {
    authors: NameWords<()>,
    times: NameWords<()>,
    pub(super) asides: NameWords<()>,
}

fn table() -> &'static PostWords {
    THREAD_TABLES.first().map_or(&PostWords::NONE, |table| &table.post_words)
}

pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let of = |words: &'static [&'static str]| NameWords::of_letters(words.iter().map(|word| (*word, ())));
    WORDS.get_or_init(|| Words { authors: of(table().authors), times: of(table().times), asides: of(table().asides) })
}

/// Whether an address is that of a board.
pub(in crate::boilerplate) fn is_board(address: &str) -> bool {
    url::split(address).path.split('/').any(|segment| table().boards.contains(&segment.to_ascii_lowercase().as_str()))
}

/// Whether an element names an author: by microdata, its class names, or because it leads to a member.
pub(super) fn is_author(document: &Document, node: NodeId) -> bool {
    let says = |name: &str, value: &str| {
        document.attribute(node, name).is_some_and(|v| v.split_ascii_whitespace().any(|word| word == value))
    };
    let link = document.element(node).tag == Tag::A;
    let leads = || {
        let path = document.attribute(node, "href").unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        path.split('/').any(|segment| table().profiles.contains(&segment))
    };
    says("itemprop", "author") || link && (says("rel", "author") || leads()) || words().authors.any_in(document.classes(node))
}

/// Whether an element says when: a `time`, or a line that its class names call so and that has numbers ("Joined 2012" has
/// one).
pub(super) fn is_time(document: &Document, node: NodeId) -> bool {
    let numbers = |text: String| text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    let named = || words().times.any_in(document.classes(node)) && document.element(node).tokens.len() <= NAME_TOKENS_MAX;
    document.element(node).tag == Tag::TIME || named() && numbers(document.text_of(node)) > 1
}

include!(concat!(env!("OUT_DIR"), "/thread.rs"));
