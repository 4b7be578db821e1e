//! Marks that a desk puts before or behind a headline: `[단독]`, `(종합)`, `EXCLUSIVE:`. They are kept; a reader may leave them out.

use super::words::words;

/// Brackets around a mark.
const BRACKETS: [(char, char); 7] = [('[', ']'), ('(', ')'), ('<', '>'), ('〈', '〉'), ('【', '】'), ('［', '］'), ('〔', '〕')];

/// The headline without the marks of the desk; a headline that is nothing else stays.
///
/// ```
/// use malgeun::cite::without_marks;
/// assert_eq!(without_marks("[단독] 강가의 도서관(종합2보)"), "강가의 도서관");
/// assert_eq!(without_marks("[기고] 강가의 도서관"), "[기고] 강가의 도서관");
/// ```
pub fn without_marks(title: &str) -> &str {
    let mut bare = title.trim();
    while let Some(rest) = after_mark(bare).or_else(|| before_mark(bare)).filter(|rest| !rest.is_empty()) {
        bare = rest;
    }
    bare
}

fn after_mark(title: &str) -> Option<&str> {
    let bracketed = BRACKETS.iter().find_map(|(open, close)| title.strip_prefix(*open)?.split_once(*close));
    let (mark, rest) = bracketed.or_else(|| title.split_once(": "))?;
    is_mark(mark).then(|| rest.trim_start())
}

fn before_mark(title: &str) -> Option<&str> {
    let (rest, mark) = BRACKETS.iter().find_map(|(open, close)| title.strip_suffix(*close)?.rsplit_once(*open))?;
    is_mark(mark).then(|| rest.trim_end())
}

/// Whether this is a mark; "종합2보" counts as "종합보".
fn is_mark(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().to_lowercase();
    words().head_marks.contains(&text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (title, expect) in [
            ("[속보][단독] 새 다리 열린다", "새 다리 열린다"),
            ("새 다리 열린다(2보)", "새 다리 열린다"),
            ("속보: 새 다리 열린다", "새 다리 열린다"),
            ("EXCLUSIVE: The bridge opens", "The bridge opens"),
            ("【速報】橋が開通", "橋が開通"),
            ("[단독]", "[단독]"),
            ("단독 주택이 늘었다", "단독 주택이 늘었다"),
            ("새 다리(길이 30m) 열린다", "새 다리(길이 30m) 열린다"),
            ("Bridges: a history", "Bridges: a history"),
        ] {
            assert_eq!(without_marks(title), expect, "{title}");
        }
    }
}
