//! When a page says it was published where its head does not: `time` elements, labelled lines, the address, lines near the
//! headline, elements named after dates, and a date that stands alone.

use super::head::Evidence;
use super::origin::Origin;
use super::signed_words::{Says, SignedTable, date_names};
use super::spelled;
use crate::civil::{Date, DateTime};
use crate::dom::block::Block;
use crate::dom::{NodeId, Tag};
use crate::lang::{LangPack, Sequence, Words};
use crate::text::order;
use crate::url;
use std::cmp::Reverse;

/// Lines below the headline among which the date is looked for: standfirst, reporter, tools.
const LINES_NEAR_TITLE: usize = 8;

/// Lines above it among which it is looked for after those: a date above the headline.
const LINES_ABOVE_TITLE: usize = 3;

/// Longest line, in bytes, that is a labelled date: two dates with labels take 120.
const DATE_LINE_BYTES_MAX: usize = 160;

/// Longest line, in letters, that is nothing but a date with a weekday, a time and a name of it: "Mittwoch, 19. Dezember 2025".
/// Fixture `dated--alone`.
const LONE_LETTERS_MAX: u32 = 24;

/// Elements named after dates that are looked at: more of them are a list of other texts. Fixture `dated--class-name`.
const NAMED_MAX: usize = 40;

/// An embedded post bears a date of its own.
const QUOTED: &[Tag] = &[Tag::BLOCKQUOTE];

/// Dates of publication and of the last change that a page shows.
pub(super) type Dates = (Option<DateTime>, Option<DateTime>);

impl Evidence<'_> {
    /// The first date that the page shows as that of its publication, in the order of trust.
    pub(super) fn shown_date(&self, title: &str) -> Option<(Origin, DateTime)> {
        let at = self.headline_block(title);
        let from = at.map_or(0, |at| self.blocks[at.saturating_sub(LINES_ABOVE_TITLE)].tokens.start);
        let by = |origin: Origin| move |date: DateTime| (origin, date);
        let near = || self.lines_near(at).into_iter().find_map(|line| self.read_date(line));
        (self.marked_time().or_else(|| self.time_elements(from)).map(by(Origin::TimeElement)))
            .or_else(|| self.labelled_lines().0.map(by(Origin::Labelled)))
            .or_else(|| near().map(by(Origin::NearTitle)))
            .or_else(|| self.named_date(from).map(by(Origin::Line)))
            .or_else(|| in_address(self.url).map(by(Origin::Address)))
            .or_else(|| self.metadata.linked.page_published.map(by(Origin::Linked("WebPage datePublished"))))
            .or_else(|| self.lone_date(from).map(by(Origin::Line)))
            .or_else(|| self.any_time().map(by(Origin::TimeElement)))
    }

    /// The date of a text, in the order of day and month of the page's region.
    pub(super) fn read_date(&self, text: &str) -> Option<DateTime> {
        spelled::read(text, spelled::is_month_first(&self.metadata.region))
    }

    /// The dates of labelled lines of the page: published and changed.
    pub(super) fn labelled_lines(&self) -> Dates {
        let lines = self.blocks.iter().enumerate().filter(|(_, b)| b.text.len() < DATE_LINE_BYTES_MAX);
        let lines = lines.filter(|(_, b)| !self.apart.holds(b.inner)).filter_map(|(at, b)| {
            let dated = b.text.contains(|c: char| c.is_ascii_digit());
            // A label by itself labels the next line. Fixture `dated--label-above`.
            let next = || self.blocks.get(at + 1).filter(|b| b.text.len() < DATE_LINE_BYTES_MAX).filter(|_| is_label(&b.text));
            if dated { Some(b.text.clone()) } else { next().map(|next| format!("{} {}", b.text, next.text)) }
        });
        self.labelled_dates(lines.collect::<Vec<_>>().iter().map(String::as_str))
    }

    /// Dates with a label before them: published and changed.
    pub(super) fn labelled_dates<'a>(&self, lines: impl Iterator<Item = &'a str>) -> Dates {
        let (mut published, mut modified) = (None, None);
        for line in lines {
            for (label, rest) in label_parts(line) {
                let slot = if label == Label::Published { &mut published } else { &mut modified };
                *slot = slot.or_else(|| self.read_date(rest));
            }
        }
        (published, modified)
    }

    /// The block of the headline: the same words, else the first `h1`.
    fn headline_block(&self, title: &str) -> Option<usize> {
        let is_title = |b: &Block| b.text == title && !title.is_empty();
        let is_first = |b: &Block| self.document.ancestors(b.inner).any(|n| self.document.element(n).tag == Tag::H1);
        self.blocks.iter().position(is_title).or_else(|| self.blocks.iter().position(is_first))
    }

    /// Short lines around the headline, where a date needs no label. What stands below is the article's more surely than
    /// what stands above.
    fn lines_near(&self, at: Option<usize>) -> Vec<&str> {
        let near = at.map_or(0..0, |at| at.saturating_sub(LINES_ABOVE_TITLE)..(at + 1 + LINES_NEAR_TITLE).min(self.blocks.len()));
        let (above, below) = self.blocks[near.clone()].split_at(at.map_or(0, |at| at - near.start));
        let below = below.iter().skip(1).chain(above);
        let inside = below.filter(|b| b.text.len() < DATE_LINE_BYTES_MAX && !self.is_in(b.inner, &[Tag::NAV, Tag::FOOTER]));
        inside.map(|b| b.text.as_str()).collect()
    }

    /// The first date that microdata or `pubdate` mark as that of publication, first among what is not apart.
    fn marked_time(&self) -> Option<DateTime> {
        let marked = |n: &NodeId| {
            let property = self.document.attribute(*n, "itemprop").unwrap_or_default();
            matches!(property, "datePublished" | "dateCreated") || self.document.attribute(*n, "pubdate").is_some()
        };
        let all = || self.document.nodes().filter(marked);
        let inside = all().filter(|n| !self.apart.holds(*n)).find_map(|n| self.time_of(n));
        inside.or_else(|| all().find_map(|n| self.time_of(n)))
    }

    /// The first `time` element from the headline on, else the first of the page; not one of a change.
    fn time_elements(&self, from: u32) -> Option<DateTime> {
        let changes = |n: &NodeId| {
            let named = || date_names().first_in(self.document.names(*n)) == Some(Says::Change);
            self.document.attribute(*n, "itemprop") == Some("dateModified") || named()
        };
        let times = || {
            let all = self.document.nodes().filter(|n| self.document.element(*n).tag == Tag::TIME);
            all.filter(|n| !self.apart.holds(*n) && !changes(n)).filter_map(|n| Some((n, self.time_of(n)?)))
        };
        let first = times().find(|(n, _)| self.document.element(*n).tokens.start >= from).or_else(|| times().next());
        first.map(|(_, time)| time)
    }

    /// The first `time` element that is not in a menu or a foot: a thread's first post among what looks like comments.
    fn any_time(&self) -> Option<DateTime> {
        let outside = [Tag::NAV, Tag::FOOTER, Tag::BLOCKQUOTE];
        let times = self.document.nodes().filter(|n| self.document.element(*n).tag == Tag::TIME && !self.is_in(*n, &outside));
        times.filter_map(|n| self.time_of(n)).next()
    }

    /// The date of an element: its attribute, else its text.
    fn time_of(&self, node: NodeId) -> Option<DateTime> {
        let said = ["datetime", "content", "title"].iter().find_map(|a| self.document.attribute(node, a)).map(str::to_owned);
        said.and_then(|text| self.read_date(&text)).or_else(|| self.read_date(&self.document.text_of(node)))
    }

    /// The first element named after a date from the headline on, else the last before it; none of them where they are many.
    fn named_date(&self, from: u32) -> Option<DateTime> {
        let mut reader = date_names().reader(self.document);
        let named = |n: &NodeId| {
            let dated = reader.first_of(*n) == Some(Says::Date);
            dated && !self.apart.holds(*n) && !self.is_in(*n, QUOTED)
        };
        let known: Vec<_> =
            self.document.nodes().filter(named).take(NAMED_MAX).filter_map(|n| Some((n, self.short_date(n)?))).collect();
        let after = known.iter().find(|(n, _)| self.document.element(*n).tokens.start >= from).or(known.last());
        after.filter(|_| known.len() < NAMED_MAX).map(|(_, date)| *date)
    }

    fn is_in(&self, node: NodeId, tags: &[Tag]) -> bool {
        self.document.ancestors(node).any(|n| tags.contains(&self.document.element(n).tag))
    }

    fn short_date(&self, node: NodeId) -> Option<DateTime> {
        let text = self.document.text_of(node);
        let title = || self.document.attribute(node, "title").unwrap_or_default();
        Some(text.trim())
            .filter(|t| t.len() < DATE_LINE_BYTES_MAX)
            .and_then(|t| self.read_date(t))
            .or_else(|| self.read_date(title()))
    }

    /// The date of the only line from the headline on that is nothing but a date.
    fn lone_date(&self, from: u32) -> Option<DateTime> {
        let lone = |b: &&Block| b.tokens.start >= from && b.letters <= LONE_LETTERS_MAX && b.text.len() < DATE_LINE_BYTES_MAX;
        let lines = self.blocks.iter().filter(lone).filter(|b| !self.apart.holds(b.inner) && !self.is_in(b.inner, QUOTED));
        let mut dates: Vec<DateTime> = lines.filter_map(|b| self.read_date(&b.text)).collect();
        dates.dedup_by_key(|time| time.date);
        if let [only] = dates[..] { Some(only) } else { None }
    }
}

/// The day in the path of an address: `/2024/10/01/`, `/2024-10-01-title`, `/20241001-title`. Fixture `dated--address`.
fn in_address(address: &str) -> Option<DateTime> {
    let path = url::split(address).path;
    let mut numbers: Vec<&str> = Vec::new();
    for piece in path.split(['/', '-', '_']) {
        numbers.push(if piece.bytes().all(|b| b.is_ascii_digit()) { piece } else { "" });
    }
    let day = |[year, month, day]: [&str; 3]| {
        let lengths = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            .filter(|date| lengths && spelled::YEARS.contains(&date.year))
    };
    let parted = numbers.windows(3).find_map(|window| day([window[0], window[1], window[2]]));
    let compact = || numbers.iter().filter(|n| n.len() == 8).find_map(|n| day([&n[..4], &n[4..6], &n[6..]]));
    parted.or_else(compact).map(|date| DateTime { date, minute_of_day: None, offset: None })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Modified,
}

/// Every word that stands before a date, in the languages of the packs and of `signed.toml`.
fn labels() -> impl Iterator<Item = (&'static str, Label)> {
    let both = |published, modified| {
        let label = |words: Words, label| words.iter().map(move |word| (word, label));
        label(published, Label::Published).chain(label(modified, Label::Modified))
    };
    let label = |words: Sequence, label| words.iter().map(move |word| (*word, label));
    let table = &SignedTable::get().date_labels;
    let packs = LangPack::all().iter().flat_map(move |p| both(p.date_words.published, p.date_words.modified));
    packs.chain(label(table.published, Label::Published)).chain(label(table.modified, Label::Modified))
}

/// Whether a line is a label by itself: "Published:".
fn is_label(line: &str) -> bool {
    let line = line.trim_end_matches([':', ' ', '\u{a0}', '：']);
    labels().any(|(word, _)| word.trim_end_matches([':', ' ']).eq_ignore_ascii_case(line))
}

/// The labels of a line with what follows each, up to the next.
fn label_parts(line: &str) -> Vec<(Label, &str)> {
    let mut found: Vec<_> = labels().filter_map(|(word, label)| Some((line.find(word)?, word.len(), label))).collect();
    order::by(&mut found, |(at, len, _)| (*at, Reverse(*len)));
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

    #[test]
    fn days_in_addresses() {
        for (address, expect) in [
            ("https://a.example/2014/05/18/title/", "2014-05-18"),
            ("https://a.example/news/2024-10-01-title.html", "2024-10-01"),
            ("https://a.example/a/20241001-title.html", "2024-10-01"),
            ("https://v.portal.example/v/20241001070509001", "-"),
            ("https://a.example/2014/05/title/", "-"),
            ("https://a.example/article/12345678", "-"),
            ("https://a.example/2014/45/18/", "-"),
        ] {
            assert_eq!(in_address(address).map_or("-".to_owned(), |d| d.date.to_string()), expect, "{address}");
        }
    }
}
