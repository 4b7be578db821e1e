//! When the article was published and changed: the site's rule, labelled lines, JSON-LD, meta elements, `time` elements,
//! and a date just below the headline, in this order.

use super::head::Evidence;
use super::spelled;
use crate::civil::DateTime;
use crate::dom::block::Block;
use crate::dom::{NodeId, Tag};
use crate::lang::LangPack;

impl Evidence<'_> {
    /// Publication and last change; a time without an offset gets the one of the site or the language.
    pub(super) fn dates(&self, lang: &str, title: &str) -> (Option<DateTime>, Option<DateTime>) {
        let (labelled, changed) = self.labelled_dates(self.ruled(|s| s.dates).iter().map(String::as_str));
        let first = |values: Vec<String>| values.iter().find_map(|v| DateTime::written(v));
        let metadata = self.metadata;
        let near = self.lines_near(title);
        let published = first(self.ruled(|s| s.published))
            .or(labelled)
            .or(metadata.linked.published)
            .or_else(|| metadata.meta_date(PUBLISHED))
            .or_else(|| self.time_elements().next())
            .or_else(|| self.labelled_dates(self.date_lines()).0)
            .or_else(|| near.iter().find_map(|line| DateTime::written(line).or_else(|| spelled::date(line))))
            .or(metadata.linked.page_published);
        let modified =
            first(self.ruled(|s| s.modified)).or(changed).or(metadata.linked.modified).or_else(|| metadata.meta_date(MODIFIED));
        let modified = modified.or_else(|| self.labelled_dates(self.date_lines()).1);
        let home = self
            .site
            .map(|s| s.offset)
            .filter(|o| *o != 0)
            .or_else(|| LangPack::of(lang).map(|p| p.utc_offset).filter(|o| *o >= 0));
        let at_home = |d: DateTime| DateTime { offset: d.offset.or(home.filter(|_| d.minute_of_day.is_some())), ..d };
        (published.map(at_home), modified.map(at_home))
    }

    /// Dates with a label before them: published and changed.
    fn labelled_dates<'a>(&self, lines: impl Iterator<Item = &'a str>) -> (Option<DateTime>, Option<DateTime>) {
        let (mut published, mut modified) = (None, None);
        for line in lines {
            let parts = label_parts(line);
            for (label, rest) in parts {
                let slot = if label == Label::Published { &mut published } else { &mut modified };
                *slot = slot.or_else(|| DateTime::written(rest));
            }
        }
        (published, modified)
    }

    /// Short lines just below the headline, where a date needs no label.
    fn lines_near(&self, title: &str) -> Vec<&str> {
        let is_title = |b: &Block| b.text == title && !title.is_empty();
        let is_first = |b: &Block| self.document.ancestors(b.inner).any(|n| self.document.element(n).tag == Tag::H1);
        let at = self.blocks.iter().position(is_title).or_else(|| self.blocks.iter().position(is_first));
        let near = at.map_or(0..0, |at| at.saturating_sub(LINES_ABOVE_TITLE)..(at + 1 + LINES_NEAR_TITLE).min(self.blocks.len()));
        // What stands below is the article's more surely than what stands above.
        let (above, below) = self.blocks[near.clone()].split_at(at.map_or(0, |at| at - near.start));
        let below = below.iter().skip(1).chain(above);
        below.map(|b| b.text.as_str()).filter(|t| t.len() < DATE_LINE_BYTES_MAX).collect()
    }

    /// Short lines of the page: a label with a date is one.
    fn date_lines(&self) -> impl Iterator<Item = &str> {
        self.blocks
            .iter()
            .map(|b| b.text.as_str())
            .filter(|t| t.len() < DATE_LINE_BYTES_MAX && t.contains(|c: char| c.is_ascii_digit()))
    }

    fn time_elements(&self) -> impl Iterator<Item = DateTime> {
        let published = |n: &NodeId| self.document.attribute(*n, "itemprop") == Some("datePublished");
        let in_page = self.document.nodes().filter(|n| self.document.element(*n).tag == Tag::TIME);
        let marked = self.document.nodes().filter(published);
        let value =
            |n: NodeId| ["datetime", "content"].iter().find_map(|a| self.document.attribute(n, a)).and_then(DateTime::written);
        marked.chain(in_page).filter_map(value)
    }
}

/// Lines below the headline among which the date is looked for: standfirst, reporter, tools.
const LINES_NEAR_TITLE: usize = 8;

/// Lines above it among which it is looked for after those: a date above the headline.
const LINES_ABOVE_TITLE: usize = 3;

/// Longest line, in bytes, that is a labelled date: two dates with labels take 120.
const DATE_LINE_BYTES_MAX: usize = 160;

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:regdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "article.published",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Modified,
}

/// The labels of a line with what follows each, up to the next.
fn label_parts(line: &str) -> Vec<(Label, &str)> {
    let find = |words: &'static [&'static str], label| words.iter().filter_map(move |w| Some((line.find(w)?, w.len(), label)));
    let mut found: Vec<_> = LangPack::all()
        .iter()
        .flat_map(|p| find(p.date_words.published, Label::Published).chain(find(p.date_words.modified, Label::Modified)))
        .collect();
    found.sort_by_key(|(at, len, _)| (*at, std::cmp::Reverse(*len)));
    let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([line.len()]).collect::<Vec<_>>();
    found
        .into_iter()
        .zip(ends)
        .filter_map(|((at, len, label), end)| Some((label, line.get(at + len..end.max(at + len))?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labelled_dates() {
        let parts = label_parts("입력 2024. 9. 30. 07:05 수정 2024. 9. 30. 07:10");
        assert_eq!(parts.len(), 2);
        assert!(parts[0].0 == Label::Published && parts[0].1.contains("07:05") && !parts[0].1.contains("07:10"));
        assert!(parts[1].0 == Label::Modified && parts[1].1.contains("07:10"));
    }
}
