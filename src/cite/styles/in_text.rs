//! What references in the running text share: family names and the year.

use super::super::Item;
use super::super::name::{Name, names};

/// How a style lists names in the text.
pub(super) struct Short {
    /// Between the last two names.
    pub(super) and: &'static str,
    /// Names up to which all are listed; beyond, the first alone.
    pub(super) listed: usize,
    /// What stands behind the first then.
    pub(super) et_al: &'static str,
}

impl Short {
    /// The family names, or `None` when there is no author.
    pub(super) fn names(&self, item: &Item) -> Option<String> {
        let names: Vec<String> = names(&item.authors).iter().map(Name::family).collect();
        match names.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            [first, ..] if names.len() > self.listed => Some(format!("{first}{}", self.et_al)),
            [rest @ .., last] => Some(format!("{}{}{last}", rest.join(", "), self.and)),
        }
    }
}

/// What an item without an author is called: its title, else its publisher, else its address.
pub(super) fn title_of(item: &Item) -> String {
    let texts = [&item.title, &item.publisher, &item.url];
    texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
}

/// The year, or what a style says where there is none.
pub(super) fn year(item: &Item, none: &str) -> String {
    item.published.map_or_else(|| none.to_owned(), |when| when.year.to_string())
}
