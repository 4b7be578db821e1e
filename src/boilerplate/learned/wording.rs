//! Features of a block's own words.

use super::features::{Evidence, features, log, share};
use super::words::{runs, text_words};
use crate::boilerplate::{notice, score};
use crate::civil::DateTime;
use crate::dom::block::Block;
use crate::dom::{Tag, Token};
use std::collections::HashMap;

features! {
    /// The words of a block.
    Wording {
        /// ln letters, CJK double.
        weight,
        /// ln words.
        words,
        link_density,
        /// Links in it.
        links,
        /// Ends as a sentence does.
        sentence,
        /// Sentence ends in it.
        sentences,
        commas,
        /// Share of digits among letters and digits.
        digits,
        /// Share of capitals.
        capitals,
        /// Begins with a small letter.
        small,
        /// Quotation marks.
        quotes,
        /// Has a date and is short.
        dated,
        /// Has an e-mail address or a web address.
        address,
        /// Signs that part labels: | » › · • ▶.
        bars,
        colon,
        ellipsis,
        /// Lowest, mean and summed log odds of its words, if it is short.
        line_min,
        line_mean,
        line_sum,
        line_first,
        /// Share of its words that the headline has, and of the headline's that it has.
        in_title,
        of_title,
        /// The same of the description that the page gives of itself; and the share of its runs of words that it has.
        in_description,
        of_description,
        told_in_description,
        /// Share of its runs of words that JSON-LD's articleBody has; -1 without one.
        in_body,
        /// What patterns say: 0 nothing, 1 at the edge, 2 anywhere.
        pattern,
        /// All of it is bold, emphasised or small.
        strong,
        emphasised,
        small_print,
        /// The same text on the page.
        copies,
        cjk,
        image,
        time,
    }
}

/// Longest line, in bytes, of which single words are looked up and dates read.
const SHORT_BYTES: usize = 240;

/// Lowest, mean, summed and first log odds of the words of a line.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Line {
    pub(super) min: f32,
    pub(super) mean: f32,
    pub(super) sum: f32,
    pub(super) first: f32,
}

impl Line {
    fn of(words: &[u32], evidence: &Evidence<'_>) -> Self {
        let mut line = Self::default();
        for (index, word) in words.iter().enumerate() {
            let Some(odds) = evidence.priors.line(*word) else { continue };
            line.sum += odds;
            line.min = line.min.min(odds);
            if index == 0 {
                line.first = odds;
            }
        }
        line.mean = line.sum / words.len().max(1) as f32;
        line
    }
}

pub(super) struct Reader<'a> {
    evidence: &'a Evidence<'a>,
    words: Vec<Vec<u32>>,
    /// What the words of each block say, if it is short.
    pub(super) lines: Vec<Line>,
    title: Vec<u32>,
    description: Vec<u32>,
    told: Vec<u64>,
    body: Vec<u64>,
    copies: HashMap<&'a str, u32>,
}

/// Values in order, each once: looked up faster than in a table of hashes.
fn sorted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut out: Vec<T> = values.collect();
    out.sort_unstable();
    out.dedup();
    out
}

impl<'a> Reader<'a> {
    pub(super) fn new(evidence: &'a Evidence<'a>) -> Self {
        let words_of = |text: &str| {
            let mut out = Vec::new();
            text_words(text, |word| out.push(word));
            out
        };
        let mut copies = HashMap::new();
        evidence.blocks.iter().for_each(|b| *copies.entry(b.text.as_str()).or_default() += 1);
        let description = evidence.metadata.meta(&["og:description", "description", "twitter:description"]).unwrap_or_default();
        let words: Vec<Vec<u32>> = evidence.blocks.iter().map(|b| words_of(&b.text)).collect();
        let line = |(block, words): (&Block, &Vec<u32>)| {
            if block.text.len() <= SHORT_BYTES { Line::of(words, evidence) } else { Line::default() }
        };
        let description = words_of(description);
        Self {
            evidence,
            lines: evidence.blocks.iter().zip(&words).map(line).collect(),
            words,
            title: sorted(words_of(evidence.title).into_iter()),
            told: sorted(runs(&description)),
            description: sorted(description.into_iter()),
            body: sorted(runs(&words_of(&evidence.metadata.page.body))),
            copies,
        }
    }

    pub(super) fn read(&self, index: usize) -> Wording {
        let block = &self.evidence.blocks[index];
        let (text, words) = (block.text.as_str(), &self.words[index]);
        let signs = Signs::of(text);
        let short = text.len() <= SHORT_BYTES;
        let mut out = Wording {
            weight: log(score::weight(block)),
            words: log(words.len() as u32),
            link_density: block.link_density(),
            sentence: f32::from(score::ends_sentence(text)),
            sentences: signs.sentences as f32,
            commas: signs.commas as f32,
            digits: share(signs.digits, block.letters),
            capitals: share(signs.capitals, block.letters),
            small: f32::from(text.chars().next().is_some_and(char::is_lowercase)),
            quotes: signs.quotes as f32,
            dated: f32::from(short && block.letters > 0 && DateTime::written(text).is_some()),
            address: f32::from(text.contains('@') || text.contains("http") || text.contains("www.")),
            bars: signs.bars as f32,
            colon: f32::from(text.ends_with([':', '：'])),
            ellipsis: f32::from(text.ends_with('…') || text.ends_with("...")),
            in_title: covered(words, &self.title),
            in_description: covered(words, &self.description),
            told_in_description: if self.description.is_empty() { -1.0 } else { held(words, &self.told) },
            in_body: if self.body.is_empty() { -1.0 } else { held(words, &self.body) },
            pattern: self.evidence.matches[index].map_or(0.0, |m| if notice::is_notice(Some(m)) { 2.0 } else { 1.0 }),
            copies: self.copies.get(text).copied().unwrap_or_default() as f32,
            cjk: share(block.cjk_letters, block.letters),
            image: f32::from(block.image.is_some()),
            ..Wording::default()
        };
        out.of_title = holds(words, &self.title);
        out.of_description = holds(words, &self.description);
        let line = self.lines[index];
        (out.line_min, out.line_mean, out.line_sum, out.line_first) = (line.min, line.mean, line.sum, line.first);
        self.read_marks(index, &mut out);
        out
    }

    /// Links, and marks that cover all of the text.
    fn read_marks(&self, index: usize, out: &mut Wording) {
        let (document, block) = (self.evidence.document, &self.evidence.blocks[index]);
        let tokens = &document.tokens()[block.tokens.start as usize..block.tokens.end as usize];
        for tag in tokens.iter().filter_map(|t| if let Token::Open(n) = t { Some(document.element(*n).tag) } else { None }) {
            out.links += f32::from(tag == Tag::A);
            out.time += f32::from(tag == Tag::TIME);
        }
        if block.inner != block.node {
            let around = document.ancestors(block.inner).take_while(|n| *n != block.node);
            for tag in around.map(|n| document.element(n).tag) {
                out.strong += f32::from(matches!(tag, Tag::STRONG | Tag::B));
                out.emphasised += f32::from(matches!(tag, Tag::EM | Tag::I));
                out.small_print += f32::from(matches!(tag, Tag::SMALL | Tag::SUB | Tag::SUP));
            }
        }
    }
}

/// Signs of a text by what they do, counted.
#[derive(Debug, Default)]
struct Signs {
    sentences: u32,
    commas: u32,
    digits: u32,
    capitals: u32,
    quotes: u32,
    bars: u32,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        for c in text.chars() {
            // Nearly all of a text: none of the signs.
            if c == ' ' || c.is_ascii_lowercase() || crate::text::is_hangul(c) {
                continue;
            }
            match c {
                '.' | '!' | '?' | '。' | '！' | '？' => signs.sentences += 1,
                ',' | '、' | '，' | '،' => signs.commas += 1,
                '"' | '“' | '”' | '«' | '„' | '「' | '」' | '‘' | '’' => signs.quotes += 1,
                '|' | '›' | '·' | '•' | '▶' | '→' | '>' | '↑' | '▲' | '©' | '☞' => signs.bars += 1,
                '»' => (signs.quotes, signs.bars) = (signs.quotes + 1, signs.bars + 1),
                _ if c.is_numeric() => signs.digits += 1,
                _ if c.is_uppercase() => signs.capitals += 1,
                _ => {}
            }
        }
        signs
    }
}

/// Share of the words that the set has.
fn covered(words: &[u32], set: &[u32]) -> f32 {
    share(words.iter().filter(|w| set.binary_search(w).is_ok()).count() as u32, words.len() as u32)
}

/// Share of the set that the words have.
fn holds(words: &[u32], set: &[u32]) -> f32 {
    if words.is_empty() { 0.0 } else { share(set.iter().filter(|w| words.contains(w)).count() as u32, set.len() as u32) }
}

/// Share of the runs of words that the set has.
fn held(words: &[u32], set: &[u64]) -> f32 {
    let (mut all, mut inside) = (0, 0);
    for run in runs(words) {
        all += 1;
        inside += u32::from(set.binary_search(&run).is_ok());
    }
    share(inside, all)
}
