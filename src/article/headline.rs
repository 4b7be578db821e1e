//! The headline as printed: the site's rule, the heading that a claim of the page begins with, or the claim without the
//! publisher's name behind it.

use super::head::{Evidence, Sourced};
use super::origin::Origin;
use super::rich::PERMALINK_SIGNS;
use super::signed_words::SignedTable;
use crate::dom::Tag;
use crate::rules::publisher::Publisher;
use crate::rules::site::SiteRule;
use crate::url;
use std::collections::HashSet;

impl Evidence<'_> {
    /// The headline, without the names of publisher and portal.
    pub(super) fn title(&self, publisher: &str) -> Sourced<String> {
        if let Some(title) = self.ruled(|s| s.title).into_iter().next() {
            return (title, Some(Origin::SiteRule));
        }
        let mut headings = self.headings(&[Tag::H1]);
        let firsts = headings.len();
        headings.extend(self.headings(&[Tag::H2]));
        let (name, meta) = self.metadata.named_meta(&["og:title", "twitter:title", "dc.title"]).unwrap_or_default();
        let document_title = Some(self.metadata.document_title.as_str()).filter(|title| !is_placeholder(title));
        let claimed = [
            (Origin::Linked("headline"), self.metadata.linked.headline.as_str()),
            (Origin::Meta(name), meta),
            (Origin::TitleElement, document_title.unwrap_or_default()),
        ];
        let site_name = self.metadata.meta(&["og:site_name"]).unwrap_or_default();
        for (origin, claim) in claimed.into_iter().filter(|(_, c)| !c.is_empty()) {
            // A heading of the page that the claim begins with is the headline as printed.
            if let Some(heading) =
                headings.iter().find(|h| claim.starts_with(h.as_str()) && h.chars().count() >= HEADLINE_LETTERS_MIN)
            {
                return (heading.clone(), Some(Origin::Heading));
            }
            let is_shared = matches!(origin, Origin::Meta(_));
            if let Some(heading) = headings[..firsts].iter().find(|h| is_shared && is_reworded(h, claim)) {
                return (heading.clone(), Some(Origin::Heading));
            }
            let host = url::host(self.url).unwrap_or_default();
            let bare = without_prefix(without_suffix(claim, &[publisher, site_name], &host), &host);
            if !bare.is_empty() {
                return (bare.to_owned(), Some(origin));
            }
        }
        let heading = headings.into_iter().chain(self.small_headings()).next();
        (heading.clone().unwrap_or_default(), heading.map(|_| Origin::Heading))
    }

    /// Smaller headings, for a page that names itself nowhere. Fixture `text-ko--copied-article`.
    fn small_headings(&self) -> Vec<String> {
        let long = |text: &String| text.chars().count() >= HEADLINE_LETTERS_MIN;
        self.headings(&[Tag::H3, Tag::H4]).into_iter().filter(long).collect()
    }

    /// Texts of headings outside links: all of the first tag, then all of the next.
    fn headings(&self, tags: &[Tag]) -> Vec<String> {
        let of = |tag: &Tag| {
            let tag = *tag;
            self.blocks.iter().filter(move |b| self.document.element(b.node).tag == tag && b.link_density() < 1.0)
        };
        tags.iter().flat_map(of).map(|b| b.text.trim_end_matches(PERMALINK_SIGNS).to_owned()).collect()
    }
}

/// Whether a title is what an editor of pages writes into a new one.
fn is_placeholder(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    SignedTable::get().placeholder_titles.words.contains(&title.as_str())
}

/// Words that a heading must share with what a page calls itself elsewhere, of the shorter of the two. Of .3 to .8, the share that
/// loses no page of fundus and gains most of wcxb (.754 to .806) and trafilatura (.769 to .799).
const SHARED_WORDS: f32 = 0.7;

/// Fewest different words of a heading that is compared so: fewer are a label.
const REWORDED_WORDS_MIN: usize = 3;

/// Whether a claim is the heading in other words, as pages reword their headline for those who share it. What the page
/// prints is cited. Fixture `titled--reworded`.
fn is_reworded(heading: &str, claim: &str) -> bool {
    let words = |text: &str| -> HashSet<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (printed, claimed) = (words(heading), words(claim));
    let shared = printed.intersection(&claimed).count() as f32;
    printed.len() >= REWORDED_WORDS_MIN && shared >= SHARED_WORDS * printed.len().min(claimed.len()) as f32
}

/// Headings shorter than this are labels ("News"), not headlines.
const HEADLINE_LETTERS_MIN: usize = 6;

/// Signs that stand between a headline and the publisher's name.
const SUFFIX_SIGNS: &[&str] = &[" : ", " - ", " | ", " – ", " — ", " :: ", " < ", " « ", "::", "｜", " · "];

/// The headline without names of the publisher or portal behind it.
fn without_suffix<'a>(title: &'a str, names: &[&str], host: &str) -> &'a str {
    let mut bare = title.trim();
    while let Some((at, sign)) = SUFFIX_SIGNS.iter().filter_map(|sign| Some((bare.rfind(sign)?, sign))).max_by_key(|(at, _)| *at)
    {
        let tail = bare[at + sign.len()..].trim();
        let known = names.iter().any(|n| !n.is_empty() && n.eq_ignore_ascii_case(tail))
            || Publisher::named(tail).is_some()
            || SiteRule::is_portal_name(tail)
            || names_host(tail, host);
        if !known {
            break;
        }
        bare = bare[..at].trim();
    }
    bare
}

/// The headline without the name of the site before it: "Leadfeeder | State of …". Fixture `titled--host`.
fn without_prefix<'a>(title: &'a str, host: &str) -> &'a str {
    let split = SUFFIX_SIGNS.iter().filter_map(|sign| Some((title.find(sign)?, sign))).min_by_key(|(at, _)| *at);
    let named = split.filter(|(at, _)| names_host(&title[..*at], host));
    named.map_or(title, |(at, sign)| title[at + sign.len()..].trim())
}

/// Whether a name is that of the site by its host: "The Weir Post" of `theweirpost.example`, "Weir.example".
fn names_host(name: &str, host: &str) -> bool {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let labels = || host.split('.').rev().skip(1).map(|label| label.replace('-', ""));
    letters.chars().count() >= HOST_LETTERS_MIN
        && (labels().any(|label| label == letters) || host.replace(['.', '-'], "") == letters)
}

/// Shortest label of a host that is taken for a name: "go", "en" and "m" are none.
const HOST_LETTERS_MIN: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rewordings() {
        assert!(is_reworded("The ropewalk by the harbour turns again", "Why the harbour ropewalk turns again"));
        assert!(!is_reworded("The ropewalk by the harbour turns again", "Four women learn a trade by the harbour"));
        assert!(!is_reworded("Harbour news", "Harbour news of the day"));
    }

    #[test]
    fn suffixes() {
        let check = |title: &str, expect: &str| {
            assert_eq!(without_suffix(title, &["하늬일보", "Hanui Daily"], "news.the-weir.example"), expect)
        };
        check("등을 낮추자 별이 왔다 : 하늬일보", "등을 낮추자 별이 왔다");
        check("등을 낮추자 별이 왔다 - 환경 - 하늬일보", "등을 낮추자 별이 왔다 - 환경");
        check("등: 낮추자 별이 왔다", "등: 낮추자 별이 왔다");
        check("Lamps | Hanui Daily", "Lamps");
        check("하늬군 - 별의 고장", "하늬군 - 별의 고장");
        check("Lamps | The Weir", "Lamps");
        check("Lamps - The Weir.example", "Lamps - The Weir.example");
        check("Lamps - The rivers", "Lamps - The rivers");
        check("별이 왔다 | 한겨레 :: 네이버 뉴스", "별이 왔다");
    }
}
