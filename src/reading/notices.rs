//! What the reading keeps of removed notices: the copyright line with its holder, and the portal's own summary.

use super::{Reading, rights};
use crate::article::dateline::Dateline;
use crate::boilerplate::Kind;
use crate::rules::publisher::Publisher;
use crate::text::Span;
use crate::text::similar::{Sentence, Sentences, comparable};
use crate::{cite, url};

impl Reading {
    /// Copyright line and holder, and the portal's summary, out of what was removed.
    pub(super) fn take_notices(&mut self) {
        let lines = |kind: Kind| self.removals.iter().filter(move |r| r.kind == kind).flat_map(|r| &r.lines);
        let holder_of = |line: &String| rights::holder(line).map(|h| (line.clone(), h));
        let notices: Vec<(String, String)> = lines(Kind::Copyright).filter_map(holder_of).collect();
        let publishers = |(_, h): &&(String, String)| {
            self.publisher.is_empty() || *h == self.publisher || Publisher::named(h).is_some_and(|p| p.name == self.publisher)
        };
        if let Some((line, holder)) = notices.iter().find(publishers).or(notices.first()) {
            (self.copyright, self.copyright_holder) = (line.clone(), holder.clone());
        }
        // Terms that are printed apart from the holder ("無断転載を禁じます。") are part of the notice.
        let apart = lines(Kind::Copyright).find(|line| rights::has_terms(line) && rights::holder(line).is_none());
        if let Some(terms) = apart.filter(|_| !rights::has_terms(&self.copyright)) {
            self.copyright = [self.copyright.as_str(), terms].join(" ").trim().to_owned();
        }
        let original = lines(Kind::SectionNote).find_map(|line| original_address(line));
        if let Some(address) = original.filter(|a| self.original_url.is_empty() && url::host(a) != url::host(&self.url)) {
            self.original_url = cite::url::clean(address);
        }
        let texts = self.article.texts();
        let dateline = |(text, paragraph): (u32, &&str)| {
            let Dateline { text: printed, place, agency } = Dateline::of(paragraph)?;
            let span = Span::new(0, printed.len());
            Some(super::Dateline { text, span, place: place.to_owned(), agency: agency.to_owned() })
        };
        self.dateline = (0..).zip(&texts).take(DATELINE_TEXTS).find_map(dateline);
        let said: Vec<String> = lines(Kind::AutoSummary).cloned().collect();
        self.summary = repeated(said, &texts);
        self.name_publisher(&notices);
    }
}

/// The lines that say what the texts say.
fn repeated(mut lines: Vec<String>, texts: &[&str]) -> Vec<String> {
    if !lines.is_empty() {
        let sentences: Vec<Sentence> = texts.iter().flat_map(|text| comparable(text)).map(Sentence::of).collect();
        let body = Sentences::of(sentences.iter());
        lines.retain(|line| comparable(line).into_iter().any(|s| !body.holding(&Sentence::of(s), &(0..0)).is_empty()));
    }
    lines
}

impl Reading {
    /// Names the publisher of a page that does not: a known one whose dateline, byline, source line, copyright line or
    /// e-mail address it carries (a portal's page holds the portal's own line too), else the holder of the first line.
    fn name_publisher(&mut self, notices: &[(String, String)]) {
        if !self.publisher.is_empty() {
            return;
        }
        let agency = self.dateline.iter().map(|d| d.agency.as_str());
        let signed = self.removals.iter().filter(|r| r.kind == Kind::Byline).flat_map(|r| &r.lines).map(String::as_str);
        let words = signed.flat_map(|line| line.split(|c: char| c.is_whitespace() || SIGNED_BRACKETS.contains(&c)));
        let others = self.removals.iter().filter(|r| r.kind != Kind::PhotoCredit).flat_map(|r| &r.lines);
        let sources = others.filter_map(|line| rights::source(line));
        let holders = notices.iter().map(|(_, holder)| holder.as_str());
        let mail = self.byline.writers.iter().filter_map(|w| w.email.split_once('@')).find_map(|(_, host)| Publisher::at(host));
        let named = agency.chain(words).chain(sources).chain(holders).find_map(Publisher::named).or(mail);
        self.publisher = named.map_or_else(|| self.copyright_holder.clone(), |p| p.name.to_owned());
    }
}

/// The address in a line that leads to the article at its publisher ("기사 원문 - https://…").
fn original_address(line: &str) -> Option<&str> {
    let address = line.split_whitespace().last()?;
    url::host(address).filter(|_| address.starts_with("http")).map(|_| address)
}

/// Signs around a paper's name in a byline.
const SIGNED_BRACKETS: &[char] = &['[', ']', '(', ')', '=', '|', '/'];

/// Paragraphs among which the one with the dateline is looked for.
const DATELINE_TEXTS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_original() {
        let check = |line: &str, expect: &str| assert_eq!(original_address(line).unwrap_or_default(), expect, "{line}");
        check("기사 원문 - https://hanui.example/news/1.html", "https://hanui.example/news/1.html");
        check("기사원문", "");
    }
}
