//! Fields before they are printed: one line each, no invisible characters, only web addresses.

use super::{Author, Item, NameParts};
use crate::{text, url};

/// The item with every field fit for one line of any style.
pub(super) fn single_lines(item: &Item) -> Item {
    let author = |author: &Author| Author {
        name: single_line(&author.name),
        parts: author.parts.as_ref().map(|parts| NameParts {
            given: single_line(&parts.given),
            particle: single_line(&parts.particle),
            family: single_line(&parts.family),
            suffix: single_line(&parts.suffix),
        }),
        organisation: author.organisation,
        role: single_line(&author.role),
    };
    Item {
        genre: item.genre,
        company: single_line(&item.company),
        page: single_line(&item.page),
        title: single_line(&item.title),
        authors: item.authors.iter().map(author).filter(|author| !author.name.is_empty()).collect(),
        publisher: single_line(&item.publisher),
        via: single_line(&item.via),
        published: item.published,
        accessed: item.accessed,
        url: web_address(&item.url),
        lang: language(item),
    }
}

/// White space collapsed; controls, zero-width and direction characters gone.
/// A joiner stays between two letters of a script that spells with it (Arabic to Khmer).
pub(super) fn single_line(field: &str) -> String {
    let spaced: String =
        field.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    let mut out = String::with_capacity(spaced.len());
    let mut rest = spaced.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '\u{200c}' | '\u{200d}')
            && out.chars().last().is_some_and(is_joined)
            && rest.peek().is_some_and(|c| is_joined(*c));
        if joins || !is_invisible(c) {
            out.push(c);
        }
    }
    text::collapse(&out)
}

fn is_joined(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{17ff}') && c != '\u{61c}'
}

/// Format characters of Unicode (category Cf) and fillers that look like nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The address if it is `http` or `https`, with nothing inside that could break a line or hide.
fn web_address(address: &str) -> String {
    let address = address.trim();
    let scheme = url::split(address).scheme.unwrap_or_default();
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let shown = |c: &char| !c.is_control() && !c.is_whitespace() && !is_invisible(*c);
    if web { address.chars().filter(shown).collect() } else { String::new() }
}

/// The primary subtag; a title in Hangul says `ko` where the page says nothing.
fn language(item: &Item) -> String {
    let tag: String = item.lang.trim().chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    if tag.is_empty() && item.title.chars().any(text::is_hangul) { "ko".to_owned() } else { tag }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_single_visible_lines() {
        for (field, expect) in [
            (" 맑은\n 하늘\u{a0} ", "맑은 하늘"),
            ("a\u{202e}b\u{200b}c\u{feff}", "abc"),
            ("a\u{0}b\u{2028}c", "a b c"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("a\u{200d}b", "ab"),
            ("\u{3164}", ""),
        ] {
            assert_eq!(single_line(field), expect);
        }
    }

    #[test]
    fn only_web_addresses_are_printed() {
        for (address, expect) in [
            ("javascript:alert(1)", ""),
            (" https://a.kr/\u{202e}b c ", "https://a.kr/bc"),
            ("a.kr", ""),
            ("HTTP://a.kr", "HTTP://a.kr"),
        ] {
            assert_eq!(web_address(address), expect);
        }
    }
}
