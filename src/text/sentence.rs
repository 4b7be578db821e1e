//! Sentences of a text: after a full stop, question or exclamation mark, or a line break; never inside quotation marks or
//! brackets, a number ("3.5%"), an address ("sun@example.com"), a date ("2024. 9. 30.") or an abbreviation ("Dr. Han").

use super::enclosure::{Enclosure, Marks, enclosures};
use super::{Span, is_hangul, is_space};

/// Latin abbreviations with a vowel; the ones without ("Dr", "Mrs") are known by that.
const ABBREVIATIONS: &[&str] = &[
    "Gov", "Sen", "Rep", "Gen", "Rev", "Col", "Prof", "No", "Inc", "Co", "Corp", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
];

/// How Korean goes on after a closed quotation: these never begin a sentence.
const QUOTATIVES: &[&str] = &["라고", "라며", "라는", "라면서", "고 ", "며 ", "면서", "이라고", "이라며", "이라는"];

/// The sentences of a text, in bytes, without the white space around them.
///
/// ```
/// let text = "올해 3.5% 늘었다. 그는 “비다. 눈이다.”라고 했다.";
/// let found: Vec<_> = malgeun::text::sentences(text).iter().map(|s| s.of(text)).collect();
/// assert_eq!(found, ["올해 3.5% 늘었다.", "그는 “비다. 눈이다.”라고 했다."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    let found = sentences_in(&chars, &enclosures(&chars));
    found.into_iter().map(|(start, end)| Span::new(bytes[start], bytes[end])).collect()
}

/// The sentences as half-open ranges of characters.
pub(crate) fn sentences_in(chars: &[char], pairs: &[Enclosure]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut index = 0;
    let mut next_pair = 0;
    while index < chars.len() {
        while pairs.get(next_pair).is_some_and(|p| p.open < index) {
            next_pair += 1;
        }
        let pair = pairs.get(next_pair).filter(|p| p.open == index);
        let end = match pair {
            Some(pair) => quotation_end(chars, pair, start),
            None => stop_end(chars, index),
        };
        if let Some(end) = end {
            push(chars, start, end, &mut out);
            start = end;
        }
        index = pair.map_or(index + 1, |p| p.close + 1).max(end.unwrap_or(0));
    }
    push(chars, start, chars.len(), &mut out);
    out
}

fn push(chars: &[char], mut start: usize, mut end: usize, out: &mut Vec<(usize, usize)>) {
    while start < end && is_space(chars[start]) {
        start += 1;
    }
    while end > start && is_space(chars[end - 1]) {
        end -= 1;
    }
    if start < end {
        out.push((start, end));
    }
}

/// Where the sentence ends if a border stands at `index` outside all pairs.
fn stop_end(chars: &[char], index: usize) -> Option<usize> {
    let next = chars.get(index + 1).copied();
    match chars[index] {
        '\n' => Some(index + 1),
        '。' => Some(index + 1),
        '!' | '?' | '…' if next.is_none_or(is_space) => Some(index + 1),
        '.' if next.is_none_or(is_space) => (!is_inner_stop(chars, index)).then_some(index + 1),
        '.' if next.is_some_and(is_hangul) && index > 0 && matches!(chars[index - 1], '다' | '요') => Some(index + 1),
        _ => None,
    }
}

/// A stop of a date ("9. 30."), an initial ("U.S.") or a short title ("Dr.").
fn is_inner_stop(chars: &[char], stop: usize) -> bool {
    let word = chars[..stop].iter().rposition(|&c| is_space(c)).map_or(0, |at| at + 1);
    let token = &chars[word..stop];
    let next = chars[stop..].iter().skip(1).find(|&&c| !is_space(c));
    let Some(&next) = next else { return false };
    if !token.is_empty() && token.iter().all(|c| c.is_ascii_digit() || *c == '.') {
        let before = chars[..word].iter().rev().find(|&&c| !is_space(c));
        return next.is_ascii_digit() || before == Some(&'.') || token.contains(&'.');
    }
    let word: String = token.iter().collect();
    let latin = token.iter().all(|c| c.is_ascii_alphabetic() || *c == '.') && word.starts_with(|c: char| c.is_ascii_uppercase());
    let vowel = word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    latin && (word.contains('.') || !vowel || ABBREVIATIONS.contains(&word.as_str()))
}

/// A quotation that is a sentence of its own ends it: “…다.” 그날 …
fn quotation_end(chars: &[char], pair: &Enclosure, start: usize) -> Option<usize> {
    let after = pair.close + 1;
    let whole = chars[start..pair.open].iter().all(|&c| is_space(c));
    let stopped = matches!(chars[pair.close - 1], '.' | '!' | '?' | '…');
    let rest: String = chars[after..].iter().skip_while(|&&c| is_space(c)).take(4).collect();
    let goes_on = chars.get(after).is_some_and(|&c| !is_space(c))
        || rest.starts_with(super::is_small)
        || QUOTATIVES.iter().any(|q| rest.starts_with(q));
    (pair.marks == Marks::Double && whole && stopped && !goes_on).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = sentences(text).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        check("비가 왔다. 강물이 불었다.", &["비가 왔다.", "강물이 불었다."]);
        check("금리는 3.5%다. 물가는 2.1%다.", &["금리는 3.5%다.", "물가는 2.1%다."]);
        check("문의 moon@example.com 으로. 끝.", &["문의 moon@example.com 으로.", "끝."]);
        check("2024. 9. 30. 오전에 열렸다. 모두 왔다.", &["2024. 9. 30. 오전에 열렸다.", "모두 왔다."]);
        check("그는 “좋다. 참 좋다.”라고 했다. 끝났다.", &["그는 “좋다. 참 좋다.”라고 했다.", "끝났다."]);
        check("“너무 비싸요.” 시장에서 만난 시민의 말이다.", &["“너무 비싸요.”", "시장에서 만난 시민의 말이다."]);
        check("“비싸다.” 라고 그는 말했다.", &["“비싸다.” 라고 그는 말했다."]);
        check("시작했다(그때. 그곳). 끝났다", &["시작했다(그때. 그곳).", "끝났다"]);
        check("첫 줄\n둘째 줄", &["첫 줄", "둘째 줄"]);
        check("비가 왔다.그래도 갔다.", &["비가 왔다.", "그래도 갔다."]);
        check("Dr. Han left the U.S. in May. “Why?” he asked.", &["Dr. Han left the U.S. in May.", "“Why?” he asked."]);
        check("", &[]);
    }
}
