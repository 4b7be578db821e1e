//! Text fragments: the end of an address that leads a browser to the quoted words (WICG scroll-to-text-fragment,
//! `#:~:text=prefix-,start,end,-suffix`). In: the page's texts and the place of the words; out: the directive, percent-encoded.
//!
//! A browser takes the first match of the page, whole words only, and `start` must lie within one block. So the words are widened to
//! whole ones, long quotations are named by their first and last words, and words are added until they stand once.

/// A place in the texts: index and byte.
pub type Place = (usize, usize);

/// Letters up to which a quotation within one line is named whole: shorter than two ends of it, and surer.
const WHOLE_LETTERS_MAX: usize = 30;
/// Words by which a longer one is named at each end to begin with.
const WORDS_MIN: usize = 3;
/// Words at each end, or around it, after which no more are added.
const WORDS_MAX: usize = 12;

/// The directive (`:~:text=…`) for what stands from `from` to `to`; `elsewhere` are other texts of the page, in which the words must not
/// stand too. `None` when the place holds no words, or they cannot be told from the same words elsewhere.
///
/// ```
/// use malgeun::cite::fragment::directive;
/// let texts = ["Lamps were lowered.", "The stars came back."];
/// assert_eq!(directive(&texts, &[], (1, 4), (1, 9)).as_deref(), Some(":~:text=stars"));
/// ```
pub fn directive(texts: &[&str], elsewhere: &[&str], from: Place, to: Place) -> Option<String> {
    let lines = lines(texts);
    let (mut from, mut to) = (line_at(&lines, from)?, line_at(&lines, to)?);
    // A selection by a triple click ends at the start of the next paragraph.
    while to.0 > from.0 && lines[to.0].2[..to.1].trim().is_empty() {
        to = (to.0 - 1, lines[to.0 - 1].2.len());
    }
    while from.0 < to.0 && lines[from.0].2[from.1..].trim().is_empty() {
        from = (from.0 + 1, 0);
    }
    let lines: Vec<&str> = lines.into_iter().map(|(_, _, line)| line).collect();
    let page = Page { lines: &lines, elsewhere };
    let (start, end) = page.widened(from, to)?;
    let whole = if start.0 == end.0 { &lines[start.0][start.1..end.1] } else { "" };
    let is_short = !whole.is_empty() && whole.chars().count() <= WHOLE_LETTERS_MAX;
    if is_short { page.whole(start, end) } else { page.ends(start, end).or_else(|| page.whole(start, end)) }
}

/// The lines of the texts with the index of the text and the byte in it: a line break ends a block as a paragraph does.
fn lines<'a>(texts: &[&'a str]) -> Vec<(usize, usize, &'a str)> {
    let mut out = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        let mut at = 0;
        for line in text.split('\n') {
            out.push((i, at, line));
            at += line.len() + 1;
        }
    }
    out
}

/// The line of a place, and the byte in it.
fn line_at(lines: &[(usize, usize, &str)], (text, at): Place) -> Option<Place> {
    let line = lines.iter().rposition(|(i, start, _)| *i == text && *start <= at)?;
    let (_, start, content) = lines[line];
    let byte = (at - start).min(content.len());
    content.is_char_boundary(byte).then_some((line, byte))
}

struct Page<'a> {
    lines: &'a [&'a str],
    elsewhere: &'a [&'a str],
}

impl Page<'_> {
    /// The place without white space at its ends, in whole words.
    fn widened(&self, from: Place, to: Place) -> Option<(Place, Place)> {
        let (first, last) = (self.lines[from.0], self.lines[to.0]);
        let mut start = from.1 + (first[from.1..].len() - first[from.1..].trim_start().len());
        let mut end = last[..to.1].trim_end().len();
        if from.0 == to.0 && start >= end {
            return None;
        }
        while !is_bound(first, start) {
            start = before(first, start);
        }
        while !is_bound(last, end) {
            end += last[end..].chars().next().map_or(1, char::len_utf8);
        }
        Some(((from.0, start), (to.0, end)))
    }

    /// The words as one piece, with as many around them as tell them from the same words elsewhere.
    fn whole(&self, start: Place, end: Place) -> Option<String> {
        let line = self.lines[start.0];
        let text = line.get(start.1..end.1).filter(|_| start.0 == end.0)?;
        if self.stands_once(text) {
            return Some(format!(":~:text={}", encoded(text)));
        }
        for n in 1..=WORDS_MAX {
            let (prefix, suffix) = (last_words(&line[..start.1], n), first_words(&line[end.1..], n));
            let from = start.1 - line[..start.1].len() + line[..start.1].rfind(prefix).unwrap_or(start.1);
            let to = end.1 + line[end.1..].find(suffix).unwrap_or_default() + suffix.len();
            // A sign alone is no surrounding that browsers agree on.
            let says = |words: &str| words.is_empty() || words.contains(char::is_alphanumeric);
            if says(prefix) && says(suffix) && self.stands_once(line[from..to].trim()) {
                return Some(around(prefix, &encoded(text), suffix));
            }
        }
        // A line that stands twice on the page: what stands before it tells it from the other.
        let previous = self.lines[..start.0].iter().rev().find(|line| !line.trim().is_empty())?;
        let is_line = start.1 == 0 && end.1 == line.len();
        is_line.then(|| around(last_words(previous, WORDS_MIN), &encoded(text), ""))
    }

    /// The first and the last words.
    fn ends(&self, start: Place, end: Place) -> Option<String> {
        let first = &self.lines[start.0][start.1..if start.0 == end.0 { end.1 } else { self.lines[start.0].len() }];
        let last = &self.lines[end.0][if start.0 == end.0 { start.1 } else { 0 }..end.1];
        let opening = (WORDS_MIN..=WORDS_MAX).map(|n| first_words(first, n)).find(|words| self.stands_once(words));
        let (prefix, opening) = match opening {
            Some(opening) => ("", opening),
            None => (WORDS_MIN..=WORDS_MAX)
                .map(|n| self.introduced(start, first, n))
                .find(|(_, joined)| self.stands_once(joined))
                .map(|(prefix, _)| (prefix, first_words(first, WORDS_MIN)))?,
        };
        let rest = (start.0, start.1 + first_words_end(first, opening));
        let closing = (WORDS_MIN..=WORDS_MAX).map(|n| last_words(last, n)).find(|words| self.is_next(words, rest, end))?;
        Some(around(prefix, &format!("{},{}", encoded(opening), encoded(closing)), ""))
    }

    /// `n` words before the place, and these with the first words of the quotation.
    fn introduced(&self, start: Place, first: &str, n: usize) -> (&str, &str) {
        let line = self.lines[start.0];
        let prefix = last_words(&line[..start.1], n);
        let from = line[..start.1].rfind(prefix).unwrap_or(start.1);
        (prefix, line[from..start.1 + first_words_end(first, first_words(first, WORDS_MIN))].trim())
    }

    /// Whether the words stand once in all texts of the page.
    fn stands_once(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let count = |line: &&str| line.to_lowercase().matches(&words).count();
        self.lines.iter().chain(self.elsewhere).map(count).sum::<usize>() == 1
    }

    /// Whether the words that end at `end` are the first such ones behind `rest`.
    fn is_next(&self, words: &str, rest: Place, end: Place) -> bool {
        let start = end.1 - words.len();
        if (end.0, start) < rest {
            return false;
        }
        let words = words.to_lowercase();
        (rest.0..=end.0).all(|line| {
            let from = if line == rest.0 { rest.1 } else { 0 };
            // The last byte is left out of the last line, so that the words themselves are not found.
            let to = if line == end.0 { before(self.lines[line], end.1) } else { self.lines[line].len() };
            !self.lines[line].get(from..to).unwrap_or_default().to_lowercase().contains(&words)
        })
    }
}

/// The directive with what stands before and behind.
fn around(prefix: &str, text: &str, suffix: &str) -> String {
    let prefix = if prefix.is_empty() { String::new() } else { format!("{}-,", encoded(prefix)) };
    let suffix = if suffix.is_empty() { String::new() } else { format!(",-{}", encoded(suffix)) };
    format!(":~:text={prefix}{text}{suffix}")
}

/// The first `n` words, or more where the language writes without spaces.
fn first_words(text: &str, n: usize) -> &str {
    let text = text.trim();
    text.match_indices(' ').nth(n - 1).map_or(text, |(at, _)| &text[..at])
}

/// Where those words end in the text that they were taken from.
fn first_words_end(text: &str, words: &str) -> usize {
    text.len() - text.trim_start().len() + words.len()
}

/// The last `n` words.
fn last_words(text: &str, n: usize) -> &str {
    let text = text.trim();
    text.rmatch_indices(' ').nth(n - 1).map_or(text, |(at, _)| &text[at + 1..])
}

fn before(text: &str, at: usize) -> usize {
    at - text[..at].chars().next_back().map_or(0, char::len_utf8)
}

/// Whether a word may begin or end here: a browser matches whole words (UAX 29), Korean ones with their particles.
fn is_bound(line: &str, at: usize) -> bool {
    let behind = |from: usize| line[..from].chars().next_back();
    let ahead = |from: usize| line[from..].chars().next();
    let (Some(left), Some(right)) = (behind(at), ahead(at)) else { return true };
    // Signs that hold a word together when letters stand on both sides: 3.5, don't, 16·17.
    let joins = |c: char| matches!(c, '.' | ',' | ':' | ';' | '\'' | '’' | '·' | '_');
    let next = ahead(at + right.len_utf8());
    match (left.is_alphanumeric(), right.is_alphanumeric()) {
        (true, true) => false,
        (true, false) => !joins(right) || !next.is_some_and(char::is_alphanumeric),
        (false, true) => !joins(left) || !behind(before(line, at)).is_some_and(char::is_alphanumeric),
        (false, false) => true,
    }
}

/// Percent codes for everything that is no ASCII letter or digit: `-`, `,` and `&` mean something in a directive, and a stop or a
/// bracket at the end would be cut off by programs that make links of addresses.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 5] = [
        "새벽시는 올해 강가에 도서관 3곳을 짓는다고 30일 밝혔다. 예산은 12억 원이며 내년 3월에 문을 연다.",
        "윤슬 문화과장은 “강을 보며 읽는 자리를 가장 많이 두겠다”고 말했다. 새벽시는 올해 나무도 심는다.",
        "첫 줄은 짧다\n둘째 줄은 조금 더 길고 끝에 점이 있다.",
        "도서관은 밤 10시까지 연다. 도서관은 밤 10시까지 연다고 한다.",
        "橋は三月に開通する。市が発表した。",
    ];

    /// The directive of the words, decoded for the eye.
    fn of(from: (usize, &str), to: (usize, &str)) -> Option<String> {
        let start = (from.0, TEXTS[from.0].find(from.1)?);
        let end = (to.0, TEXTS[to.0].find(to.1)? + to.1.len());
        let directive = directive(&TEXTS, &["강가에 도서관 3곳을"], start, end)?;
        assert!(directive.is_ascii(), "{directive}");
        assert!(!directive[":~:text=".len()..].contains(['&', '.', ' ', '“']), "{directive}");
        let mut bytes = Vec::new();
        let mut rest = directive.as_bytes();
        while let [first, tail @ ..] = rest {
            let is_code = *first == b'%';
            bytes.push(if is_code { u8::from_str_radix(std::str::from_utf8(&tail[..2]).ok()?, 16).ok()? } else { *first });
            rest = if is_code { &tail[2..] } else { tail };
        }
        String::from_utf8(bytes).ok()?.strip_prefix(":~:text=").map(str::to_owned)
    }

    #[test]
    fn the_words_stand_once_and_whole() {
        let check = |from: (usize, &str), to: (usize, &str), expect: Option<&str>| {
            assert_eq!(of(from, to).as_deref(), expect, "{from:?} {to:?}");
        };
        // A part of a word becomes the word; what stands once needs nothing around it.
        check((0, "예산"), (0, "12억"), Some("예산은 12억"));
        check((1, "강을 보며"), (1, "두겠다"), Some("강을 보며 읽는 자리를 가장 많이 두겠다"));
        // The same words elsewhere: what stands around tells them apart.
        check((0, "도서관"), (0, "3곳"), Some("강가에-,도서관 3곳을,-짓는다고"));
        check((3, "밤 10"), (3, "연다"), Some("도서관은-,밤 10시까지 연다,-. 도서관은"));
        // A long one by its ends, over a break of lines too.
        check((0, "새벽시는"), (0, "연다."), Some("새벽시는 올해 강가에,3월에 문을 연다."));
        check((0, "예산은"), (1, "두겠다"), Some("예산은 12억 원이며,가장 많이 두겠다"));
        check((2, "첫 줄"), (2, "길고"), Some("첫 줄은 짧다,조금 더 길고"));
        // Without spaces between words the sign of a sentence is the only sure bound.
        check((4, "三月"), (4, "開通"), Some("橋は三月に開通する"));
    }

    #[test]
    fn a_selection_that_ends_in_the_next_paragraph_is_the_first() {
        let made = directive(&TEXTS, &[], (3, 0), (4, 0));
        assert_eq!(made, directive(&TEXTS, &[], (3, 0), (3, TEXTS[3].len())));
        assert!(made.is_some());
        assert_eq!(directive(&TEXTS, &[], (0, 4), (0, 4)), None);
        assert_eq!(directive(&TEXTS, &[], (9, 0), (9, 1)), None);
    }
}
