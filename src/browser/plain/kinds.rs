//! The message keys of what a page is: its kind, what is seen instead of an article, why only a part is there.

use crate::reading::{PageKind, PartialWhy, Seen};

/// The key of what is seen; the next step stands under the same key with `_next`.
pub fn seen_key(seen: Seen) -> String {
    format!("seen_{}", snake(&format!("{seen:?}")))
}

/// The key of the sentence about a part.
pub fn partial_key(why: PartialWhy) -> String {
    format!("partial_{}", snake(&format!("{why:?}")))
}

/// The key of a kind's name; an article needs none.
pub fn page_key(kind: PageKind) -> Option<String> {
    let named = !matches!(kind, PageKind::Article | PageKind::NotArticle);
    named.then(|| format!("page_{}", snake(&format!("{kind:?}"))))
}

/// Whether the shares of text and links explain what was seen.
pub fn is_measured(seen: Seen) -> bool {
    matches!(seen, Seen::FrontPage | Seen::SectionList | Seen::SearchResults | Seen::Unknown)
}

/// Whether the page may hold a text a moment later, so that reading it again is worth a button.
pub fn may_change(seen: Seen) -> bool {
    matches!(seen, Seen::EmptyShell | Seen::Login | Seen::Wall | Seen::Unknown)
}

fn snake(name: &str) -> String {
    let letter = |(i, c): (usize, char)| match c {
        c if c.is_ascii_uppercase() && i > 0 => format!("_{}", c.to_ascii_lowercase()),
        c => c.to_ascii_lowercase().to_string(),
    };
    name.char_indices().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::plain::messages;

    #[test]
    fn all_have_words_in_both_languages() {
        let seen = [
            Seen::FrontPage,
            Seen::SectionList,
            Seen::SearchResults,
            Seen::Login,
            Seen::Video,
            Seen::Gallery,
            Seen::EmptyShell,
            Seen::ErrorPage,
            Seen::Wall,
            Seen::Product,
            Seen::Unknown,
        ];
        let parts = [PartialWhy::Paid, PartialWhy::Login, PartialWhy::Elsewhere, PartialWhy::Pages];
        let kinds = [PageKind::Forum, PageKind::LiveBlog, PageKind::Product, PageKind::Documentation, PageKind::Listing];
        let keys = seen.iter().flat_map(|seen| [seen_key(*seen), format!("{}_next", seen_key(*seen))]);
        let keys = keys.chain(parts.map(partial_key)).chain(kinds.into_iter().filter_map(page_key));
        for key in keys {
            for code in ["ko", "en"] {
                assert!(messages::of(code).0.get(&key).is_some(), "no message `{key}` in {code}");
            }
        }
    }
}
