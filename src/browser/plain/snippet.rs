//! Short pieces of a sentence: what stands beside a fact when the core has no better phrase for it.

use crate::text::Span;

/// Cuts `text` to at most `limit` letters at a word boundary, with an ellipsis when something is left out.
pub fn head(text: &str, limit: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(limit).map_or(text.len(), |(at, _)| at);
    let whole_words = text[..cut].rfind(' ').filter(|at| *at > cut / 2).unwrap_or(cut);
    format!("{}…", text[..whole_words].trim_end_matches([' ', ',', '·', '(', '‘', '“']))
}

/// The last words of `text` within `limit` letters: in Korean the noun that counts stands last.
pub fn tail(text: &str, limit: usize) -> String {
    let text = text.trim();
    let mut start = text.len();
    for (at, _) in text.rmatch_indices(' ').chain([(0, "")]) {
        let from = if at == 0 { 0 } else { at + 1 };
        if text[from..].chars().count() > limit {
            break;
        }
        start = from;
    }
    if start < text.len() { text[start..].to_owned() } else { head(text, limit) }
}

/// What follows `span` in its sentence, without the particle that hangs on it; what precedes it when little follows.
pub fn context(text: &str, sentence: Span, span: Span, limit: usize) -> String {
    let after = Span { start: span.end, end: sentence.end.max(span.end) }.of(text);
    let after = without_bracket(unhung(after));
    let after = unhung(after).trim_start_matches([' ', ',', '.', '·', '(', ')', '…']).trim_end_matches(['.', ' ']);
    /// Fewer letters than this say nothing.
    const ENOUGH: usize = 6;
    if after.chars().count() >= ENOUGH {
        return head(after, limit);
    }
    let before = Span { start: sentence.start.min(span.start), end: span.start }.of(text).trim();
    if before.chars().count() >= ENOUGH { ending(before, limit) } else { after.to_owned() }
}

/// A text without the particle, or the closing mark, that hangs on the word before it.
fn unhung(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '’' | '”' | ')' | '」' | '』' | '\''))
}

/// A text without the bracket that it opens with: "(1609명)과 견줘" begins with "과".
fn without_bracket(text: &str) -> &str {
    text.strip_prefix('(').and_then(|inside| inside.split_once(')')).map_or(text, |(_, after)| after)
}

/// The end of a text, with an ellipsis before it when it is cut.
fn ending(text: &str, limit: usize) -> String {
    let tail = tail(text, limit);
    if tail.len() < text.len() { format!("…{tail}") } else { tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_end_at_words() {
        assert_eq!(head("짧은 글", 10), "짧은 글");
        assert_eq!(head("국내 인공지능 부문 인력이 부족하다", 12), "국내 인공지능 부문…");
        assert_eq!(head("띄어쓰기없는아주긴낱말하나", 5), "띄어쓰기없…");
    }

    #[test]
    fn tails_keep_the_noun() {
        assert_eq!(tail("국내 인공지능 부문 부족 인력", 8), "부문 부족 인력");
        assert_eq!(tail("인력", 8), "인력");
        assert_eq!(tail("아주아주긴낱말하나뿐", 5), "아주아주긴…");
    }

    #[test]
    fn contexts_drop_the_particle() {
        let check = |text: &str, fact: &str, expect: &str| {
            let start = text.find(fact).expect("the fact stands in the text");
            let whole = Span::new(0, text.len());
            assert_eq!(context(text, whole, Span::new(start, start + fact.len()), 20), expect);
        };
        check("지난 4월에는 새 보고서를 냈다.", "지난 4월", "새 보고서를 냈다");
        check("3년 전(1609명)과 견줘 인력이 늘었다.", "3년 전", "견줘 인력이 늘었다");
        check("하늬군은 이렇게 밝혔다 14일.", "14일", "하늬군은 이렇게 밝혔다");
        check("In August, the county issued a survey.", "In August", "the county issued a…");
    }
}
