//! A check written out as a person would: terms, signs, the result, and the value that the article claims.

use super::{numerals, snippet};
use crate::facts::{Check, Fact, FactKind, Place};
use crate::reading::Reading;

/// Longest caption under a term, in letters: it shares the width of one number.
const CAPTION_LETTERS: usize = 8;

/// A piece of a written sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A number with what it measures below.
    Term {
        /// As written, without a unit that the sum does not need.
        number: String,
        /// A few words, or empty.
        caption: String,
    },
    /// A sign between numbers.
    Sign(&'static str),
    /// The number that the article claims, as written.
    Claim(String),
}

/// Writes a check as its pieces, for example `13,629 ÷ 4,130 = 3.30 ≈ 3.3배`.
pub fn written(reading: &Reading, fact: &Fact, check: &Check) -> Vec<Piece> {
    let texts = reading.article.texts();
    let text = |place: Place| texts.get(place.paragraph as usize).map_or("", |text| place.span.of(text));
    let mut out = Vec::new();
    let quantities: Vec<_> = check.operands.iter().map(|place| quantity_at(reading, *place)).collect();
    let measures: Vec<_> = quantities.iter().map(|q| q.map_or("", |q| q.measures.as_str())).collect();
    let mut captions = captions(&measures);
    if captions.iter().all(|caption| Some(caption) == captions.first()) {
        let dates = check.operands.iter().map(|place| date_before(reading, *place).map(text));
        captions.iter_mut().zip(dates).for_each(|(caption, date)| *caption = date.map_or(caption.clone(), str::to_owned));
    }
    for ((place, quantity), caption) in check.operands.iter().zip(&quantities).zip(captions) {
        if !out.is_empty() {
            out.push(Piece::Sign(sign(check.op)));
        }
        let number = bare(text(*place), quantity.map_or("", |q| q.unit.as_str()));
        out.push(Piece::Term { number, caption });
    }
    let claim = text(Place { paragraph: fact.paragraph, span: fact.span });
    if check.op == "percent_change" {
        out = changed(out, check);
    }
    if !is_same(check.computed, check.claimed) {
        let suffix = if matches!(check.op, "percent_change" | "share") { "%" } else { "" };
        // "절반", "3분의 1" have no digits that could say.
        let part = check.op == "ratio" && check.claimed < 1.0;
        let decimals = if check.computed.fract() == 0.0 { 0 } else { numerals::decimals(claim) + if part { 2 } else { 1 } };
        let number = format!("{}{suffix}", numerals::scaled(check.computed, claim, decimals));
        out.extend([Piece::Sign("="), Piece::Term { number, caption: String::new() }]);
        out.push(Piece::Sign(if check.holds { "≈" } else { "≠" }));
    } else {
        out.push(Piece::Sign(if check.holds { "=" } else { "≠" }));
    }
    out.push(Piece::Claim(separated(claim)));
    out
}

/// The date right before a number ("3년 전(1609명)"): it tells terms of the same measure apart.
fn date_before(reading: &Reading, place: Place) -> Option<Place> {
    /// Bytes between the two: a particle, a bracket, a space.
    const NEAR: u32 = 8;
    let is_near = |fact: &&Fact| {
        let ends_before = fact.paragraph == place.paragraph && fact.span.end <= place.span.start;
        // "하루 1820톤": a rate by the day tells no terms apart.
        let dated = matches!(&fact.kind, FactKind::Date(date) if !matches!(date.timex_type, "DURATION" | "SET"));
        dated && ends_before && place.span.start - fact.span.end <= NEAR
    };
    reading.facts.iter().rfind(is_near).map(|fact| Place { paragraph: fact.paragraph, span: fact.span })
}

/// What tells the terms apart: their measures without the last words that all of them share.
fn captions(measures: &[&str]) -> Vec<String> {
    let words: Vec<Vec<&str>> = measures.iter().map(|measure| measure.split_whitespace().collect()).collect();
    let first = words.first().map(Vec::as_slice).unwrap_or_default();
    let is_shared =
        |n: &usize| words.iter().all(|words| words.len() > *n && words.iter().rev().nth(*n) == first.iter().rev().nth(*n));
    let shared = (0..first.len()).take_while(is_shared).count();
    let own = |words: &Vec<&str>| {
        let own = &words[..words.len() - shared];
        snippet::tail(&if own.is_empty() { words.join(" ") } else { own.join(" ") }, CAPTION_LETTERS)
    };
    words.iter().map(own).collect()
}

fn sign(op: &str) -> &'static str {
    match op {
        "ratio" | "share" => "÷",
        "sum" => "+",
        _ => "−",
    }
}

/// `(new − old) ÷ old`: the divisor is the operand that gives the computed value.
fn changed(mut terms: Vec<Piece>, check: &Check) -> Vec<Piece> {
    let [a, b] = check.values[..] else { return terms };
    // `change ÷ (level − change)`: the old level is not written.
    for (sign, old) in [("−", b - a), ("+", b + a)] {
        if is_same(a / old * 100.0, check.computed)
            && let Some(Piece::Term { number, .. }) = terms.first().cloned()
        {
            terms.splice(1..2, [Piece::Sign("÷"), Piece::Sign("(")]);
            terms.extend([Piece::Sign(sign), Piece::Term { number, caption: String::new() }, Piece::Sign(")")]);
            return terms;
        }
    }
    let change = |new: f64, old: f64| ((new - old) / old * 100.0).abs();
    let second_is_old = is_same(change(a, b), check.computed.abs());
    if !second_is_old {
        terms.swap(0, 2);
    }
    let Some(Piece::Term { number, .. }) = terms.last().cloned() else { return terms };
    terms.insert(0, Piece::Sign("("));
    terms.extend([Piece::Sign(")"), Piece::Sign("÷"), Piece::Term { number, caption: String::new() }]);
    terms
}

fn is_same(a: f64, b: f64) -> bool {
    /// Relative difference that is only the noise of floating point.
    const NOISE: f64 = 1e-9;
    (a - b).abs() <= NOISE * a.abs().max(b.abs())
}

/// A written number without its unit and without words before the first digit.
fn bare(text: &str, unit: &str) -> String {
    let text = text.trim().strip_suffix(unit).unwrap_or(text).trim_end();
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    separated(&text[start..])
}

/// A number of more than three bare digits with its separators: all terms of a sum are written alike.
fn separated(number: &str) -> String {
    let start = number.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let digits = number[start..].find(|c: char| !c.is_ascii_digit()).map_or(number.len(), |at| start + at);
    let is_bare = digits - start > 3 && !number[digits..].starts_with(['.', ',']);
    match number[start..digits].parse::<f64>() {
        Ok(value) if is_bare => format!("{}{}{}", &number[..start], numerals::grouped(value, 0), &number[digits..]),
        _ => number.to_owned(),
    }
}

/// The quantity that stands at a place.
fn quantity_at(reading: &Reading, place: Place) -> Option<&crate::facts::Quantity> {
    at(reading, place, "quantity").and_then(|i| match &reading.facts[i].kind {
        FactKind::Quantity(quantity) => Some(quantity),
        _ => None,
    })
}

/// The fact of a kind whose span meets a place.
pub fn at(reading: &Reading, place: Place, kind: &str) -> Option<usize> {
    let meets = |fact: &Fact| fact.paragraph == place.paragraph && fact.span.overlaps(place.span);
    reading.facts.iter().position(|fact| super::groups::kind(fact) == kind && meets(fact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, RichText};
    use crate::facts::Quantity;
    use crate::text::Span;

    /// Text, operands and claim as they stand in it, op, computed, claimed, holds; each number's unit is its last letter.
    fn check(text: &str, operands: &[&str], claim: &str, check: (&'static str, f64, f64, bool), expect: &str) {
        let span = |part: &str| {
            let start = text.find(part).expect("the part stands in the text");
            Span::new(start, start + part.len())
        };
        let place = |part: &str| Place { paragraph: 0, span: span(part) };
        let value = |part: &&str| part.chars().filter(|c| c.is_ascii_digit()).collect::<String>().parse().unwrap_or(0.0);
        let (op, computed, claimed, holds) = check;
        let check = Check {
            op,
            operands: operands.iter().map(|part| place(part)).collect(),
            values: operands.iter().map(value).collect(),
            claimed,
            computed,
            holds,
        };
        let quantity = |part: &str| Fact {
            paragraph: 0,
            span: span(part),
            sentence: span(text),
            confidence: 1.0,
            kind: FactKind::Quantity(Quantity {
                unit: part.chars().last().map(String::from).unwrap_or_default(),
                ..Quantity::default()
            }),
        };
        let fact =
            Fact { paragraph: 0, span: span(claim), sentence: span(text), confidence: 1.0, kind: FactKind::Check(check.clone()) };
        let block = Block::Paragraph(RichText::plain(text));
        let facts = operands.iter().map(|part| quantity(part)).collect();
        let reading = Reading { article: Article { blocks: vec![block], ..Article::default() }, facts, ..Reading::default() };
        let write = |piece: &Piece| match piece {
            Piece::Term { number, .. } => number.clone(),
            Piece::Sign(sign) => (*sign).to_owned(),
            Piece::Claim(claim) => claim.clone(),
        };
        let written: Vec<_> = written(&reading, &fact, &check).iter().map(write).collect();
        assert_eq!(written.join(" "), expect);
    }

    #[test]
    fn captions_say_what_differs() {
        let check = |measures: &[&str], expect: &[&str]| assert_eq!(captions(measures), expect);
        check(&["바꾸기 전 한 해 전기요금", "바꾼 뒤 한 해 전기요금"], &["바꾸기 전", "바꾼 뒤"]);
        check(&["부문 부족 인력", "3년 전"], &["부문 부족 인력", "3년 전"]);
        check(&["방문객", "방문객"], &["방문객", "방문객"]);
        check(&["2023년 방문객", "방문객"], &["2023년", "방문객"]);
        check(&["", "첫 설명회에 모인 사람"], &["", "모인 사람"]);
    }

    #[test]
    fn a_rate_by_the_day_tells_no_terms_apart() {
        let check = |text: &str, timex_type: &'static str, expect: bool| {
            let span = Span::new(0, text.find(' ').expect("a space"));
            let kind = FactKind::Date(crate::facts::Timex { timex_type, ..Default::default() });
            let date = Fact { paragraph: 0, span, sentence: Span::new(0, text.len()), confidence: 1.0, kind };
            let reading = Reading { facts: vec![date], ..Reading::default() };
            let number = Place { paragraph: 0, span: Span::new(span.end as usize + 1, text.len()) };
            assert_eq!(date_before(&reading, number).is_some(), expect, "{text}");
        };
        check("하루 1820톤", "DURATION", false);
        check("지난해 1820톤", "DATE", true);
    }

    #[test]
    fn sums_are_written_out() {
        let text = "부족 인력은 8579명으로 3년 전 1609명의 5.3배다.";
        check(text, &["8579명", "1609명"], "5.3배", ("ratio", 5.3319, 5.3, true), "8,579 ÷ 1,609 = 5.33 ≈ 5.3배");
        let text = "책 3500권의 절반인 1890권이 팔렸다.";
        check(text, &["1890권", "3500권"], "절반", ("ratio", 0.54, 0.5, true), "1,890 ÷ 3,500 = 0.54 ≈ 절반");
        let text = "62명 가운데 48명이 떠나 16명이 남았다.";
        check(text, &["62명", "48명"], "16명", ("difference", 14.0, 16.0, false), "62 − 48 = 14 ≠ 16명");
        let text = "1820톤에서 640톤으로 1180톤 줄었다.";
        check(text, &["1820톤", "640톤"], "1180톤", ("difference", 1180.0, 1180.0, true), "1,820 − 640 = 1,180톤");
        let text = "12명과 30명, 모두 42명이다.";
        check(text, &["12명", "30명"], "42명", ("sum", 42.0, 42.0, true), "12 + 30 = 42명");
        let text = "120억원, 90억원, 65억원, 모두 265억원이다.";
        let operands = ["120억원", "90억원", "65억원"];
        check(text, &operands, "265억원", ("sum", 275e8, 265e8, false), "120억 + 90억 + 65억 = 275억 ≠ 265억원");
        let text = "40명에서 51명으로 28% 늘었다.";
        let change = ("percent_change", 27.5, 28.0, true);
        check(text, &["51명", "40명"], "28%", change, "( 51 − 40 ) ÷ 40 = 27.5% ≈ 28%");
        check(text, &["40명", "51명"], "28%", change, "( 51 − 40 ) ÷ 40 = 27.5% ≈ 28%");
        let text = "값은 14.66원(0.71%) 오른 2082.83원이다.";
        let risen = ("percent_change", 14.66 / 2068.17 * 100.0, 0.71, true);
        check(text, &["14.66원", "2082.83원"], "0.71%", risen, "14.66 ÷ ( 2082.83 − 14.66 ) = 0.709% ≈ 0.71%");
    }
}
