//! Program code: its text with line breaks and without line numbers, and its language.

use super::markup::{names, table};
use crate::dom::{Document, NodeId, Tag, Token};

/// How far above the code its wrapper names the language.
const WRAPPERS: usize = 3;

/// Longest name of a programming language.
const LANGUAGE_BYTES_MAX: usize = 20;

/// The text of an element that holds code with its line breaks, and the language that a class or attribute names.
pub(super) fn read(document: &Document, node: NodeId) -> (String, String) {
    let tokens = document.element(node).tokens.clone();
    let (mut text, mut language, mut at) = (String::new(), String::new(), tokens.start as usize);
    while at < tokens.end as usize {
        match document.tokens()[at] {
            Token::Text(span) => text.push_str(document.text(span)),
            Token::Open(inner) if inner != node && is_left_out(document, inner) => {
                at = document.element(inner).tokens.end as usize;
                continue;
            }
            Token::Open(inner) => {
                if language.is_empty() && matches!(document.element(inner).tag, Tag::PRE | Tag::CODE | Tag::TABLE) {
                    language = language_of(document, inner);
                }
                match document.element(inner).tag {
                    Tag::BR => text.push('\n'),
                    tag if is_line(tag) => end_line(&mut text),
                    _ => {}
                }
            }
            Token::Close(inner) if inner != node && is_line(document.element(inner).tag) => end_line(&mut text),
            Token::Close(_) => {}
        }
        at += 1;
    }
    if language.is_empty() {
        language = document
            .ancestors(node)
            .skip(1)
            .take(WRAPPERS)
            .map(|n| wrapper_language(document, n))
            .find(|l| !l.is_empty())
            .unwrap_or_default();
    }
    (language, text.replace('\u{a0}', " ").trim_matches('\n').trim_end().to_owned())
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Whether an element inside code is a line of it.
fn is_line(tag: Tag) -> bool {
    matches!(tag, Tag::DIV | Tag::P | Tag::LI | Tag::TR)
}

/// Line numbers and buttons.
fn is_left_out(document: &Document, node: NodeId) -> bool {
    let tag = document.element(node).tag;
    tag == Tag::BUTTON || tag.hides_text() || is_gutter(document, node)
}

/// Whether an element holds line numbers.
fn is_gutter(document: &Document, node: NodeId) -> bool {
    let is_small =
        matches!(document.element(node).tag, Tag::TD | Tag::TH | Tag::SPAN | Tag::DIV | Tag::A | Tag::PRE | Tag::I | Tag::Other);
    // A highlighter that draws the numbers itself names the whole code after them; then they are no elements.
    is_small && holds_numbers(document, node) && (names().gutters.any_in(document.names(node)) || is_not_selected(document, node))
}

/// Whether the element's own style keeps its text out of what is copied: line numbers of a highlighter without class names.
fn is_not_selected(document: &Document, node: NodeId) -> bool {
    let mut style = document.attribute(node, "style").unwrap_or_default().split(';').filter_map(|one| one.split_once(':'));
    style.any(|(name, value)| name.trim().ends_with("user-select") && value.trim() == "none")
}

/// Whether an element holds no text but numbers.
fn holds_numbers(document: &Document, node: NodeId) -> bool {
    let tokens = &document.element(node).tokens;
    let mut inside = document.tokens()[tokens.start as usize..tokens.end as usize].iter();
    inside.all(|token| if let Token::Text(span) = token { is_numbers(document.text(*span)) } else { true })
}

/// Whether a text is nothing but numbers.
fn is_numbers(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ':' | '|'))
}

/// Whether preformatted text is the column of line numbers: consecutive numbers, one a line.
pub(super) fn is_numbering(text: &str) -> bool {
    let mut numbers = text.split_whitespace().map(str::parse::<u32>);
    let Some(Ok(first)) = numbers.next() else { return false };
    let mut expect = first;
    let mut count = 1;
    for number in numbers {
        expect = expect.wrapping_add(1);
        if number != Ok(expect) {
            return false;
        }
        count += 1;
    }
    count > 1 || first == 1
}

/// Whether a table only sets code beside its line numbers: every row has code behind a number.
pub(super) fn is_code_table(document: &Document, table: NodeId) -> bool {
    let (mut rows, mut numbered) = (0, 0);
    for node in super::embed::inside(document, table) {
        match document.element(node).tag {
            Tag::TABLE => return false,
            Tag::TR => rows += 1,
            Tag::TD | Tag::TH if is_gutter(document, node) || document.attribute(node, "data-line-number").is_some() => {
                numbered += 1;
            }
            _ => {}
        }
    }
    rows > 0 && numbered >= rows
}

fn language_of(document: &Document, node: NodeId) -> String {
    let attribute = ["data-lang", "data-language"].iter().find_map(|name| document.attribute(node, name));
    let named = || {
        document.classes(node).find_map(|class| {
            table().languages.iter().find_map(|p| class.to_ascii_lowercase().strip_prefix(p).map(str::to_owned))
        })
    };
    let classes: Vec<&str> = document.classes(node).collect();
    let beside = || match classes.as_slice() {
        ["hljs", other] | [other, "hljs"] | ["brush:", other] => Some((*other).to_owned()),
        _ => None,
    };
    clean(attribute.map(str::to_owned).or_else(named).or_else(beside))
}

/// A wrapper may be named after the language of its words (`lang-en`): only the longer sign counts.
fn wrapper_language(document: &Document, node: NodeId) -> String {
    let signs = ["language-", "highlight-source-"];
    let named = document.classes(node).find_map(|class| signs.iter().find_map(|p| class.strip_prefix(p).map(str::to_owned)));
    clean(document.attribute(node, "data-lang").map(str::to_owned).or(named))
}

fn clean(language: Option<String>) -> String {
    let is_name = |name: &String| {
        name.len() <= LANGUAGE_BYTES_MAX
            && !matches!(name.as_str(), "none" | "text" | "plain" | "plaintext")
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "+-#.".contains(c))
    };
    language.map(|name| name.to_ascii_lowercase().trim_end_matches(';').to_owned()).filter(is_name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::scan::scan;

    #[test]
    fn code_without_its_line_numbers() {
        let check = |html: &str, expect: (&str, &str)| {
            let document = scan(html).expect("small");
            let pre = document.first(Tag::PRE).or_else(|| document.first(Tag::TABLE)).expect("code");
            let (language, text) = read(&document, pre);
            assert_eq!((language.as_str(), text.as_str()), expect, "{html}");
        };
        check("<pre class=language-rust><code>fn a() {\n}\n</code></pre>", ("rust", "fn a() {\n}"));
        check("<div class=\"highlight highlight-source-python\"><pre>a = 1</pre></div>", ("python", "a = 1"));
        check("<pre><span class=line>a</span><br><span class=line>b</span></pre>", ("", "a\nb"));
        check(
            "<pre><code><div class=line><span class=lineno>1</span>a</div><div class=line><span class=lineno>2</span>b</div></code></pre>",
            ("", "a\nb"),
        );
        check("<pre class=line-numbers><code class=\"hljs sql\">1 + 1</code></pre>", ("sql", "1 + 1"));
        check(
            "<table><tr><td class=blob-num>1</td><td>a</td></tr><tr><td class=blob-num>2</td><td>b</td></tr></table>",
            ("", "a\nb"),
        );
    }

    #[test]
    fn columns_of_numbers() {
        for (text, expect) in
            [("1\n2\n3", true), ("7\n8", true), ("1", true), ("5", false), ("1\n3", false), ("a\n2", false), ("", false)]
        {
            assert_eq!(is_numbering(text), expect, "{text:?}");
        }
    }
}
