//! Web addresses as text: splitting, hosts, and relative references. The ground floor; no tables, no network.
//! Everything here is RFC 3986 with the three habits browsers share: trimmed ends, no tabs or line breaks, `\` read as `/`.

use crate::text::is_cjk;

/// An address split at its delimiters (RFC 3986, appendix B). The parts are as written, nothing is decoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// `https`, without the colon.
    pub scheme: Option<&'a str>,
    /// `user@host:port`, without the slashes.
    pub authority: Option<&'a str>,
    /// The path; may be empty.
    pub path: &'a str,
    /// What follows `?`.
    pub query: Option<&'a str>,
    /// What follows `#`.
    pub fragment: Option<&'a str>,
}

/// Splits an address. Every string has parts; whether they make sense is the caller's question.
pub fn split(url: &str) -> Parts<'_> {
    let (rest, fragment) = cut(url, '#');
    let (rest, query) = cut(rest, '?');
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, rest),
    };
    let Some(after) = rest.strip_prefix("//") else { return Parts { scheme, authority: None, path: rest, query, fragment } };
    let end = after.find('/').unwrap_or(after.len());
    Parts { scheme, authority: Some(&after[..end]), path: &after[end..], query, fragment }
}

/// Joins the parts again (RFC 3986, 5.3).
pub fn join(parts: Parts<'_>) -> String {
    let mut out = String::new();
    let mut push = |before: &str, part: Option<&str>, after: &str| {
        if let Some(part) = part {
            [before, part, after].iter().for_each(|piece| out.push_str(piece));
        }
    };
    push("", parts.scheme, ":");
    push("//", parts.authority, "");
    push("", Some(parts.path), "");
    push("?", parts.query, "");
    push("#", parts.fragment, "");
    out
}

/// The host in lower case, without user and port; `None` when the address has none.
///
/// ```
/// assert_eq!(malgeun::url::host("https://V.Daum.net:443/v/1").as_deref(), Some("v.daum.net"));
/// ```
pub fn host(url: &str) -> Option<String> {
    let authority = split(url.trim()).authority?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let port = host.rfind(':').filter(|at| !host[*at..].contains(']'));
    let host = host[..port.unwrap_or(host.len())].trim_end_matches('.').to_ascii_lowercase();
    (!host.is_empty()).then_some(host)
}

/// Scheme, host and port (`https://v.daum.net`), lower case, without user; `None` when the address has no host.
pub fn origin(url: &str) -> Option<String> {
    let parts = split(url.trim());
    let authority = parts.authority?.rsplit('@').next().filter(|host| !host.is_empty())?;
    Some(format!("{}://{}", parts.scheme?, authority).to_ascii_lowercase())
}

/// Whether `host` is `domain` or a name below it.
pub fn is_under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The absolute address of `relative` as written in a page at `base` (RFC 3986, 5.2); `None` when the result would
/// still be relative, or when `base` is an opaque address (`mailto:`) that nothing can be relative to.
///
/// ```
/// assert_eq!(malgeun::url::resolve("https://a.kr/b/c?d", "../e").as_deref(), Some("https://a.kr/e"));
/// ```
pub fn resolve(base: &str, relative: &str) -> Option<String> {
    let (base, relative) = (tidy(base), tidy(relative));
    let (base, reference) = (split(&base), split(&relative));
    let path;
    let mut target = reference;
    if reference.scheme.is_some() || reference.authority.is_some() {
        path = if reference.authority.is_some() { remove_dot_segments(reference.path) } else { reference.path.to_owned() };
    } else {
        if base.authority.is_none() && !base.path.starts_with('/') && !relative.starts_with('#') {
            return None;
        }
        target.authority = base.authority;
        if reference.path.is_empty() {
            path = base.path.to_owned();
            target.query = reference.query.or(base.query);
        } else {
            path = remove_dot_segments(&merge(base, reference.path));
        }
    }
    target.scheme = Some(reference.scheme.or(base.scheme)?);
    target.path = &path;
    Some(join(target))
}

/// The address with percent codes of Hangul, Han and kana decoded, for people to read; all other codes stay, so that
/// nothing that means something in an address, and nothing invisible, can appear.
///
/// ```
/// assert_eq!(malgeun::url::readable("https://a.kr/%EB%A7%91%EC%9D%8C%20?q"), "https://a.kr/맑음%20?q");
/// ```
pub fn readable(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut rest = url;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let bytes = percent_run(rest);
        match std::str::from_utf8(&bytes) {
            Ok(decoded) => decoded
                .chars()
                .zip(char_codes(rest, decoded))
                .for_each(|(c, code)| if is_shown(c) { out.push(c) } else { out.push_str(code) }),
            Err(_) => out.push_str(&rest[..bytes.len() * CODE_LEN]),
        }
        let taken = if bytes.is_empty() { 1 } else { bytes.len() * CODE_LEN };
        if bytes.is_empty() {
            out.push('%');
        }
        rest = &rest[taken..];
    }
    out + rest
}

/// The address in ASCII: everything else percent-encoded as UTF-8, also the braces and backslash that TeX would read.
pub fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_ascii_graphic() && !"{}\\^`\"<>".contains(c) {
            out.push(c);
        } else {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// Hangul, Han and kana, but not the Hangul fillers, which look like nothing.
fn is_shown(c: char) -> bool {
    is_cjk(c) && !matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}')
}

/// Bytes of a percent code: `%EB`.
const CODE_LEN: usize = 3;

/// The bytes of the percent codes at the start of the text.
fn percent_run(text: &str) -> Vec<u8> {
    let code = |chunk: &[u8]| match chunk {
        [b'%', high, low] => Some((char::from(*high).to_digit(16)? * 16 + char::from(*low).to_digit(16)?) as u8),
        _ => None,
    };
    text.as_bytes().chunks(CODE_LEN).map_while(code).collect()
}

/// The percent codes of each character of `decoded`, which `codes` starts with.
fn char_codes<'a>(codes: &'a str, decoded: &str) -> impl Iterator<Item = &'a str> {
    let mut start = 0;
    decoded.chars().map(char::len_utf8).collect::<Vec<_>>().into_iter().map(move |len| {
        let code = &codes[start..start + len * CODE_LEN];
        start += len * CODE_LEN;
        code
    })
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// What browsers do before they read an address: trim, drop tabs and line breaks, encode what would end it in text.
fn tidy(url: &str) -> String {
    let url = url.trim_matches(|c: char| c.is_ascii_control() || c.is_whitespace());
    let opaque = split(url).scheme.is_some_and(|scheme| !scheme.to_ascii_lowercase().starts_with("http"));
    let path_end = url.find(['?', '#']).unwrap_or(url.len());
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '\t' | '\n' | '\r' => {}
            '\\' if at < path_end && !opaque => out.push('/'),
            ' ' | '"' | '<' | '>' => out.push_str(&format!("%{:02X}", c as u32)),
            _ => out.push(c),
        }
    }
    out
}

fn merge(base: Parts<'_>, path: &str) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').map_or("", |at| &base.path[..=at]);
    format!("{folder}{path}")
}

/// RFC 3986, 5.2.4, on the segments of an absolute path.
fn remove_dot_segments(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let absolute = path.starts_with('/');
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            _ => kept.push(segment),
        }
    }
    format!("{}{}", if absolute { "/" } else { "" }, kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, relative: &str, expect: &str) {
        assert_eq!(resolve(base, relative).as_deref().unwrap_or("-"), expect, "{relative:?} at {base:?}");
    }

    /// RFC 3986, 5.4.1 and 5.4.2.
    #[test]
    fn the_examples_of_the_standard() {
        let base = "http://a/b/c/d;p?q";
        for line in "g:h g:h|g http://a/b/c/g|./g http://a/b/c/g|g/ http://a/b/c/g/|/g http://a/g|//g http://g|?y http://a/b/c/d;p?y|g?y http://a/b/c/g?y|#s http://a/b/c/d;p?q#s|g#s http://a/b/c/g#s|g?y#s http://a/b/c/g?y#s|;x http://a/b/c/;x|g;x http://a/b/c/g;x|g;x?y#s http://a/b/c/g;x?y#s|. http://a/b/c/|./ http://a/b/c/|.. http://a/b/|../ http://a/b/|../g http://a/b/g|../.. http://a/|../../ http://a/|../../g http://a/g|../../../g http://a/g|../../../../g http://a/g|/./g http://a/g|/../g http://a/g|g. http://a/b/c/g.|.g http://a/b/c/.g|g.. http://a/b/c/g..|..g http://a/b/c/..g|./../g http://a/b/g|./g/. http://a/b/c/g/|g/./h http://a/b/c/g/h|g/../h http://a/b/c/h|g;x=1/./y http://a/b/c/g;x=1/y|g;x=1/../y http://a/b/c/y|g?y/./x http://a/b/c/g?y/./x|g?y/../x http://a/b/c/g?y/../x|g#s/./x http://a/b/c/g#s/./x|g#s/../x http://a/b/c/g#s/../x|http:g http:g".split('|') {
            let (relative, expect) = line.split_once(' ').expect("a relative reference and its result");
            check(base, relative, expect);
        }
        check(base, "", base);
    }

    #[test]
    fn what_pages_write() {
        check("https://v.daum.net", "v/1", "https://v.daum.net/v/1");
        check("https://v.daum.net/v/1", " /사진 1.jpg\n", "https://v.daum.net/사진%201.jpg");
        check("https://v.daum.net/v/1", "\\\\cdn.kr\\a.png", "https://cdn.kr/a.png");
        check("https://v.daum.net/v/1", "//cdn.kr/../a.png", "https://cdn.kr/a.png");
        check("https://v.daum.net/v/1", "java\nscript:alert(1)", "javascript:alert(1)");
        check("https://v.daum.net/v/1", "mailto:sun@hani.co.kr", "mailto:sun@hani.co.kr");
        check("mailto:a@b.kr", "c", "-");
        check("", "c", "-");
        check("", "https://a.kr/b", "https://a.kr/b");
    }

    #[test]
    fn hosts() {
        for (url, expect) in [
            ("https://User:pw@V.Daum.net:8080/v/1", "v.daum.net"),
            ("http://[::1]:80/", "[::1]"),
            ("//cdn.kr", "cdn.kr"),
            ("https://a.kr.?q", "a.kr"),
            ("mailto:a@b.kr", "-"),
            ("v.daum.net/v/1", "-"),
            ("file:///tmp/a.html", "-"),
        ] {
            assert_eq!(host(url).as_deref().unwrap_or("-"), expect, "{url}");
        }
        assert_eq!(origin("HTTPS://u@V.Daum.net:444/v/1").as_deref(), Some("https://v.daum.net:444"));
        assert!(
            is_under("n.news.naver.com", "naver.com")
                && is_under("naver.com", "naver.com")
                && !is_under("xnaver.com", "naver.com")
        );
    }

    #[test]
    fn reading_and_encoding() {
        for (url, shown) in [
            ("https://a.kr/%EB%A7%91%EC%9D%8C?q=%26%EB%A7%91", "https://a.kr/맑음?q=%26맑"),
            ("https://a.kr/%E2%80%AE%00%2F", "https://a.kr/%E2%80%AE%00%2F"),
            ("https://a.kr/%C7%D1%B1%DB 100% %", "https://a.kr/%C7%D1%B1%DB 100% %"),
            ("https://a.kr/%E3%85%A4", "https://a.kr/%E3%85%A4"),
            ("https://a.kr/%e맑%eb%a7", "https://a.kr/%e맑%eb%a7"),
        ] {
            assert_eq!(readable(url), shown);
        }
        assert_eq!(encoded("https://a.kr/맑음?q={b}%20\\"), "https://a.kr/%EB%A7%91%EC%9D%8C?q=%7Bb%7D%20%5C");
    }

    #[test]
    fn splitting_and_joining_is_the_identity() {
        for url in ["https://a.kr/b?c=d&e#f", "//a", "", "?", "#", "a:b", "http://a?b/c", "1:2", "/a//b/./c"] {
            assert_eq!(join(split(url)), url);
        }
    }
}
