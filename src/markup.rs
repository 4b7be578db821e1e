//! Plain text made safe inside HTML and Markdown: the ground floor of every export.

/// Text for an HTML text node or a quoted attribute value.
///
/// ```
/// assert_eq!(malgeun::markup::escape_html("R&D <\"삭감\">"), "R&amp;D &lt;&quot;삭감&quot;&gt;");
/// ```
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// Text that Markdown (CommonMark and GitHub's tables) renders as itself: no emphasis, link, list, heading, code or HTML
/// can start in it. Line breaks become hard breaks. Every escape is a backslash before ASCII punctuation.
///
/// ```
/// assert_eq!(malgeun::markup::escape_markdown("1. *a* <b>"), r"1\. \*a\* \<b\>");
/// ```
pub fn escape_markdown(text: &str) -> String {
    text.split('\n').map(|line| escape_line(line.trim())).collect::<Vec<_>>().join("\\\n")
}

fn escape_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        if is_active(c) || starts_block(line, at, c) || starts_autolink(line, at, c) || starts_image(line, at, c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn is_active(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '$')
}

/// Whether this character would make its line a heading, list, underline or table rule.
fn starts_block(line: &str, at: usize, c: char) -> bool {
    match c {
        '#' | '+' | '-' | '=' | ':' => at == 0,
        '.' | ')' => line[..at].bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// Whether this character would let GitHub's Markdown make a link of bare text.
fn starts_autolink(line: &str, at: usize, c: char) -> bool {
    match c {
        '@' => true,
        ':' => ["//", "/"].iter().any(|slash| line[at + 1..].starts_with(slash)),
        '.' => line[..at].get(at.saturating_sub(3)..).is_some_and(|w| w.eq_ignore_ascii_case("www")),
        _ => false,
    }
}

/// Whether a link that follows the text would become a picture.
fn starts_image(line: &str, at: usize, c: char) -> bool {
    c == '!' && at + 1 == line.len()
}

/// An address for the round brackets of a Markdown link: nothing in it can close them or be read as an entity.
pub fn escape_markdown_url(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '(' | ')' | '<' | '>' | '\\' | '"' | '`' | '|' | '*' | '[' | ']' => out.push_str(&format!("%{:02X}", c as u32)),
            c if c.is_whitespace() || c.is_control() => {}
            '&' if url[at..].contains(';') => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown() {
        for (text, expect) in [
            ("선담은 기자", "선담은 기자"),
            ("# 제목", r"\# 제목"),
            ("C# 언어", "C# 언어"),
            ("- 목록", r"\- 목록"),
            ("5-3", "5-3"),
            ("2024. 10. 1.", r"2024\. 10. 1."),
            ("==", r"\=="),
            ("<img src=x onerror=a()>", r"\<img src=x onerror=a()\>"),
            ("[a](javascript:b)", r"\[a\](javascript:b)"),
            ("![a](b)", r"!\[a\](b)"),
            ("&lt;b&gt;", r"\&lt;b\&gt;"),
            ("https://a.kr www.a.kr a@b.kr", r"https\://a.kr www\.a.kr a\@b.kr"),
            ("a\nb\n# c", "a\\\nb\\\n\\# c"),
            ("a | b", r"a \| b"),
            ("뭐! 진짜!", r"뭐! 진짜\!"),
        ] {
            assert_eq!(escape_markdown(text), expect);
        }
    }

    #[test]
    fn markdown_addresses() {
        for (url, expect) in [
            ("https://a.kr/?b=1&c=2", "https://a.kr/?b=1&c=2"),
            ("https://a.kr/(b)", "https://a.kr/%28b%29"),
            ("https://a.kr/?a&lt;b", "https://a.kr/?a&amp;lt;b"),
            ("https://a.kr/ \"x", "https://a.kr/%22x"),
        ] {
            assert_eq!(escape_markdown_url(url), expect);
        }
    }
}
