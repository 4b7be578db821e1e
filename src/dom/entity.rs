//! Character references. A browser's serialisation writes only `&amp; &lt; &gt; &quot; &nbsp;`
//! (HTML standard, "serializing HTML fragments"), so this short list and the numeric forms are enough. The letters and signs
//! after them stand in JSON-LD, which sites encode as if it were HTML. Fixture `titled--entities`.

const NAMED: &[(&str, char)] = &[("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("nbsp", '\u{a0}'), ("apos", '\'')];

/// Names of letters and signs of Western European headlines.
const LETTERS: &[(&str, char)] = &[
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("ccedil", 'ç'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("middot", '·'),
];

/// Longest reference that is looked at, in bytes without `&` and `;`: `#x10FFFF`.
const LONGEST: usize = 8;

/// Appends `text` to `out` with its character references replaced.
pub fn decode_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        match tail.bytes().take(LONGEST + 1).position(|b| b == b';').and_then(|end| Some((reference(&tail[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &tail[end + 1..];
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
}

fn reference(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().chain(LETTERS).find(|(n, _)| *n == name).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|c| *c != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let mut out = String::new();
        decode_into(&mut out, text);
        assert_eq!(out, expect);
    }

    #[test]
    fn references() {
        check("a &amp; b", "a & b");
        check("&lt;p&gt;&nbsp;&quot;", "<p>\u{a0}\"");
        check("&#44032;&#xAC01;", "가각");
        check("&amp;lt;", "&lt;");
        check("AT&T; &unknown; & &", "AT&T; &unknown; & &");
        check("&#0;&#x110000;", "&#0;&#x110000;");
    }
}
