//! The headline as printed: the site's rule, the heading that a claim of the page begins with, or the claim without the
//! publisher's name behind it.

use super::head::Evidence;
use super::signed_words::SignedTable;
use crate::dom::Tag;
use crate::dom::block::Block;
use crate::rules::publisher::Publisher;
use crate::rules::site::SiteRule;

impl Evidence<'_> {
    /// The headline, without the names of publisher and portal.
    pub(super) fn title(&self, publisher: &str) -> String {
        if let Some(title) = self.ruled(|s| s.title).into_iter().next() {
            return title;
        }
        let headings = self.headings();
        let claimed = [
            self.metadata.linked.headline.as_str(),
            self.metadata.meta(&["og:title", "twitter:title", "dc.title"]).unwrap_or_default(),
            Some(self.metadata.document_title.as_str()).filter(|title| !is_placeholder(title)).unwrap_or_default(),
        ];
        let site_name = self.metadata.meta(&["og:site_name"]).unwrap_or_default();
        for claim in claimed.into_iter().filter(|c| !c.is_empty()) {
            // A heading of the page that the claim begins with is the headline as printed.
            if let Some(heading) =
                headings.iter().find(|h| claim.starts_with(h.as_str()) && h.chars().count() >= HEADLINE_LETTERS_MIN)
            {
                return heading.clone();
            }
            let bare = without_suffix(claim, &[publisher, site_name]);
            if !bare.is_empty() {
                return bare.to_owned();
            }
        }
        headings.into_iter().chain(self.small_headings()).next().unwrap_or_default()
    }

    /// Smaller headings, for a page that names itself nowhere. Fixture `text-ko--copied-article`.
    fn small_headings(&self) -> Vec<String> {
        let of = |tag| self.blocks.iter().filter(move |b| self.document.element(b.node).tag == tag && b.link_density() < 1.0);
        let long = |b: &&Block| b.text.chars().count() >= HEADLINE_LETTERS_MIN;
        of(Tag::H3).chain(of(Tag::H4)).filter(long).map(|b| b.text.clone()).collect()
    }

    /// Texts of `h1`, then `h2` elements, outside links.
    fn headings(&self) -> Vec<String> {
        let of = |tag| self.blocks.iter().filter(move |b| self.document.element(b.node).tag == tag && b.link_density() < 1.0);
        of(Tag::H1).chain(of(Tag::H2)).map(|b| b.text.clone()).collect()
    }
}

/// Whether a title is what an editor of pages writes into a new one.
fn is_placeholder(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    SignedTable::get().placeholder_titles.words.contains(&title.as_str())
}

/// Headings shorter than this are labels ("News"), not headlines.
const HEADLINE_LETTERS_MIN: usize = 6;

/// Signs that stand between a headline and the publisher's name.
const SUFFIX_SIGNS: &[&str] = &[" : ", " - ", " | ", " – ", " — ", " :: ", " < ", " « ", "::", "｜", " · "];

/// The headline without names of the publisher or portal behind it.
fn without_suffix<'a>(title: &'a str, names: &[&str]) -> &'a str {
    let mut bare = title.trim();
    while let Some((at, sign)) = SUFFIX_SIGNS.iter().filter_map(|sign| Some((bare.rfind(sign)?, sign))).max_by_key(|(at, _)| *at)
    {
        let tail = bare[at + sign.len()..].trim();
        let known = names.iter().any(|n| !n.is_empty() && n.eq_ignore_ascii_case(tail))
            || Publisher::named(tail).is_some()
            || SiteRule::is_portal_name(tail);
        if !known {
            break;
        }
        bare = bare[..at].trim();
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes() {
        let check = |title: &str, expect: &str| assert_eq!(without_suffix(title, &["하늬일보", "Hanui Daily"]), expect);
        check("등을 낮추자 별이 왔다 : 하늬일보", "등을 낮추자 별이 왔다");
        check("등을 낮추자 별이 왔다 - 환경 - 하늬일보", "등을 낮추자 별이 왔다 - 환경");
        check("등: 낮추자 별이 왔다", "등: 낮추자 별이 왔다");
        check("Lamps | Hanui Daily", "Lamps");
        check("하늬군 - 별의 고장", "하늬군 - 별의 고장");
        check("별이 왔다 | 한겨레 :: 네이버 뉴스", "별이 왔다");
    }
}
