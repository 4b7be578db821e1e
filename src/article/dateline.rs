//! The dateline at the start of the first paragraph: "(서울=한별통신) 홍길동 기자 =", "[하늬경제=홍길동 기자]". It stays in
//! the text as printed; what it says goes to the byline.

use super::byline::{Byline, writers};
use super::name;

/// What a dateline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline<'a> {
    /// The whole of it, with its brackets.
    pub text: &'a str,
    /// Where the report was written, or empty.
    pub place: &'a str,
    /// The agency or paper, or empty.
    pub agency: &'a str,
}

/// Brackets around a dateline.
const BRACKETS: &[(char, char)] = &[('(', ')'), ('[', ']'), ('【', '】'), ('〈', '〉'), ('<', '>')];

/// Longest bracket of a dateline, in characters: two places, an agency, two reporters.
const BRACKET_LETTERS: usize = 50;

/// Longest name of reporters between the bracket and `=`, in characters.
const TAIL_LETTERS: usize = 40;

impl<'a> Dateline<'a> {
    /// The dateline that a paragraph begins with, if it does.
    pub fn of(paragraph: &'a str) -> Option<Self> {
        let first = paragraph.chars().next()?;
        let (_, close) = BRACKETS.iter().find(|(open, _)| *open == first)?;
        let inside = first.len_utf8();
        let end = closing(&paragraph[inside..], first, *close)? + inside;
        let bracket = &paragraph[inside..end];
        let after = &paragraph[end + close.len_utf8()..];
        let tail = after.char_indices().take(TAIL_LETTERS).find(|(_, c)| *c == '=').map(|(at, _)| &after[..at]);
        let tail = tail.filter(|t| t.trim().is_empty() || !writers(t).is_empty());
        let (left, right) = bracket.split_once('=').map_or(("", bracket), |(l, r)| (l.trim(), r.trim()));
        let named = !writers(bracket).is_empty();
        if tail.is_none() && !named {
            return None;
        }
        let text = &paragraph[..end + close.len_utf8() + tail.map_or(0, |t| t.len() + 1)];
        // "서울=한별통신" has place and agency, "하늬경제=홍길동 기자" the paper and its reporter.
        let (place, agency) = match () {
            () if left.is_empty() && named => ("", outlet(right)),
            () if left.is_empty() => ("", right),
            () if named && (name::is_outlet(left) || left.is_ascii()) => ("", left),
            () if named => (left, outlet(right)),
            () => (left, right),
        };
        Some(Self { text, place, agency })
    }

    /// The reporters that it names.
    pub fn byline(&self) -> Byline {
        Byline::read([self.text])
    }
}

/// Where the bracket closes; brackets of the same sort inside are counted ("[피닉스(미국)=…]" has others).
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices().take(BRACKET_LETTERS) {
        match c {
            _ if c == open => depth += 1,
            _ if c == close && depth == 0 => return Some(at),
            _ if c == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The paper that is named before its reporter ("이데일리 스타in 김보영 기자").
fn outlet(bracket: &str) -> &str {
    let word = bracket.split_whitespace().next().unwrap_or_default();
    if name::is_outlet(word) { word } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paragraph: &str, expect: &str) {
        let found = Dateline::of(paragraph).map(|d| {
            let names = d.byline().writers.into_iter().map(|w| w.name).collect::<Vec<_>>().join(",");
            [d.text, d.place, d.agency, &names].join("|")
        });
        assert_eq!(found.unwrap_or_default(), expect, "{paragraph}");
    }

    #[test]
    fn datelines() {
        check("(서울=한별통신) 홍길동 기자 = 하늬군은", "(서울=한별통신) 홍길동 기자 =|서울|한별통신|홍길동");
        check(
            "(솔재=한별통신) 이윤솔 이수하 기자 = 하늬군은",
            "(솔재=한별통신) 이윤솔 이수하 기자 =|솔재|한별통신|이윤솔,이수하",
        );
        check("[서울=뉴시스] 홍길동 기자 = 하늬군은", "[서울=뉴시스] 홍길동 기자 =|서울|뉴시스|홍길동");
        check("【서울=뉴시스】홍길동 기자 = 하늬군은", "【서울=뉴시스】홍길동 기자 =|서울|뉴시스|홍길동");
        check("[OSEN=홍길동 기자] 하늬군은", "[OSEN=홍길동 기자]||OSEN|홍길동");
        check("[하늬경제=홍길동·고은솔 기자] 하늬군은", "[하늬경제=홍길동·고은솔 기자]||하늬경제|홍길동,고은솔");
        check("[이데일리 스타in 홍길동 기자] 하늬군은", "[이데일리 스타in 홍길동 기자]||이데일리|홍길동");
        check("[하늬뉴스] 홍길동 기자= 하늬군은", "[하늬뉴스] 홍길동 기자=||하늬뉴스|홍길동");
        check("【도쿄=홍길동 특파원】하늬군은", "【도쿄=홍길동 특파원】|도쿄||홍길동");
        check("(연천=한별통신) 하늬군은 20일 밝혔다. 값은 x = 1이다.", "");
        check("[단독] 하늬군, 등 바꿨다", "");
        check("하늬군은 x = 1이라고", "");
        check("(사진) 왼쪽부터 a = b", "");
    }
}
