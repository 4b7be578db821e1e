//! Long bodies in portions: who is who is told by comparing all names and all quotations of a body, so its time grows as the
//! square of the body's length. Articles are far below both limits; a page of megabytes takes the time of many articles.

use super::Fact;
use super::passage::Passage;

/// Bytes of text that are read together: the longest bodies of the labelled pages have 112 000.
const PORTION_BYTES: usize = 128_000;

/// Bytes of one passage; a longer text is cut behind a sentence. Paragraphs have at most a few thousand.
const PASSAGE_BYTES: usize = 16_000;

/// Bytes before the limit in which the end of a sentence is looked for, and else a space.
const CUT_BYTES: usize = 4_000;

/// A piece of a text of the body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'t> {
    /// Index of the text.
    paragraph: usize,
    /// Where it begins there, in bytes.
    base: usize,
    text: &'t str,
}

/// The texts, long ones cut.
pub(super) fn parts<'t>(texts: &[&'t str]) -> Vec<Part<'t>> {
    texts.iter().enumerate().flat_map(|(paragraph, text)| cut(paragraph, text)).collect()
}

fn cut(paragraph: usize, text: &str) -> Vec<Part<'_>> {
    let (mut base, mut rest) = (0, text);
    let mut out = Vec::new();
    while rest.len() > PASSAGE_BYTES {
        let (head, tail) = rest.split_at(border(rest));
        out.push(Part { paragraph, base, text: head });
        (base, rest) = (base + head.len(), tail);
    }
    out.push(Part { paragraph, base, text: rest });
    out
}

/// Where a long text is cut: behind the last sentence before the limit, else behind the last space, else anywhere.
fn border(text: &str) -> usize {
    let limit = text.floor_char_boundary(PASSAGE_BYTES);
    let from = text.floor_char_boundary(limit.saturating_sub(CUT_BYTES));
    let window = &text[from..limit];
    let sentence = [". ", "? ", "! ", "。", "\n"].iter().filter_map(|end| window.rfind(end).map(|at| at + end.len())).max();
    sentence.or_else(|| window.rfind(' ').map(|at| at + 1)).map_or(limit, |at| from + at)
}

/// The parts in portions that are read together.
pub(super) fn portions<'p, 't>(parts: &'p [Part<'t>]) -> impl Iterator<Item = &'p [Part<'t>]> {
    let mut rest = parts;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |part: &&Part<'_>| {
            bytes += part.text.len();
            bytes <= PORTION_BYTES
        };
        let count = rest.iter().take_while(fits).count();
        let portion;
        (portion, rest) = rest.split_at(count);
        (!portion.is_empty()).then_some(portion)
    })
}

/// The parts as passages.
pub(super) fn passages<'t>(portion: &[Part<'t>]) -> Vec<Passage<'t>> {
    let passage = |(index, part): (usize, &Part<'t>)| Passage::part(index, part.paragraph, part.text, part.base);
    portion.iter().enumerate().map(passage).collect()
}

/// The passage that a fact stands in.
pub(super) fn holding(passages: &[Passage<'_>], fact: &Fact) -> Option<usize> {
    let begins_before = |p: &Passage<'_>| (p.paragraph, p.base) <= (fact.paragraph, fact.span.start);
    passages.partition_point(begins_before).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Context, FactKind, find};

    /// Every fact of a body of several portions lies at its own words, in paragraphs as in one long text.
    #[test]
    fn facts_of_a_large_body_stand_at_their_words() {
        let check = |sentence: &str, lang: &str, date: &str| {
            let (count, within) = (PORTION_BYTES / sentence.len() + 5, 2 * PASSAGE_BYTES / sentence.len());
            let long = sentence.repeat(within);
            let found = |texts: &[&str]| {
                let facts = find(texts, &Context { lang, ..Context::default() });
                let words = facts.iter().filter(|fact| matches!(fact.kind, FactKind::Date(_)));
                words.map(|fact| fact.span.of(texts[fact.paragraph as usize]).to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(found(&vec![sentence; count]), vec![date.to_owned(); count], "{lang}, paragraphs");
            assert_eq!(found(&[&long]), vec![date.to_owned(); within], "{lang}, one text");
        };
        check("The council of Harrow met on 5 May 2021 and paid 300 people, said Jane Holloway. ", "en", "5 May 2021");
        check(
            "솔재군은 2021년 5월 5일 “나룻배를 바꾸겠다”고 밝혔다. 김하늘(36) 대표는 300명이 왔다고 말했다. ",
            "ko",
            "2021년 5월 5일",
        );
    }

    #[test]
    fn long_texts_are_cut_behind_sentences_and_nothing_is_lost() {
        let long = "The weir was mended. ".repeat(2_000);
        let found = parts(&["A mill.", &long, "", "A weir."]);
        assert_eq!(found.iter().map(|part| part.text).collect::<String>(), format!("A mill.{long}A weir."));
        assert!(found.iter().all(|part| part.text.len() <= PASSAGE_BYTES && !part.text.starts_with(' ')));
        assert!(found.iter().filter(|part| part.paragraph == 1).all(|part| long[part.base..].starts_with(part.text)));
        assert_eq!(portions(&found).map(<[_]>::len).sum::<usize>(), found.len());
        let unbroken = "가".repeat(PASSAGE_BYTES);
        assert_eq!(parts(&[&unbroken]).iter().map(|part| part.text.len()).sum::<usize>(), unbroken.len());
    }

    #[test]
    fn a_large_body_is_read_in_portions() {
        let paragraph = "The weir was mended. ".repeat(200);
        let texts = vec![paragraph.as_str(); 100];
        let parts = parts(&texts);
        assert!(portions(&parts).all(|portion| portion.iter().map(|p| p.text.len()).sum::<usize>() <= PORTION_BYTES));
        assert_eq!(portions(&parts).map(<[_]>::len).sum::<usize>(), 100);
        assert_eq!(portions(&[]).count(), 0);
    }
}
