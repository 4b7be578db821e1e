//! Bytes to characters as browsers do it: byte order mark, then the page's own declaration, then a guess.
//! Old Korean pages are EUC-KR (windows-949) and often say nothing.

use encoding_rs::{EUC_KR, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// Bytes in which a declaration is looked for. The standard looks at 1024; browsers start again when it comes later.
const DECLARATION_MAX: usize = 16_384;

/// Bytes beyond ASCII from which valid UTF-8 is UTF-8, whatever the page declares: ten Hangul syllables.
const STORED_AS_UTF_8: usize = 30;

/// First bytes of files that are no pages.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
];

/// Bytes in which a zero byte says that a file is no text.
const SNIFFED: usize = 1024;

/// What a file is that is neither page nor text, or `None`.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    let signed = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, what)| *what);
    let wide = Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding == UTF_16LE || encoding == UTF_16BE);
    let zero = !wide && bytes[..bytes.len().min(SNIFFED)].contains(&0);
    signed.or(zero.then_some("binary data"))
}

/// The characters; what does not decode becomes U+FFFD. UTF-8, as nearly all pages are, is not copied.
pub(crate) fn decode(bytes: Vec<u8>, plain: bool) -> String {
    let encoding = encoding_of(&bytes, plain);
    if encoding == UTF_8 && Encoding::for_bom(&bytes).is_none() {
        return String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    }
    // `decode` lets a byte order mark win, as the standard says.
    encoding.decode(&bytes).0.into_owned()
}

fn encoding_of(bytes: &[u8], plain: bool) -> &'static Encoding {
    let declared = if plain { None } else { declared(&bytes[..bytes.len().min(DECLARATION_MAX)]) };
    // A saved page is often stored as UTF-8 with its old declaration inside. Long text in another encoding is never valid
    // UTF-8 by chance.
    let is_written = bytes.chunks(STRETCH).map(beyond_ascii).sum::<usize>() >= STORED_AS_UTF_8;
    let stored = is_written && std::str::from_utf8(bytes).is_ok();
    if stored { UTF_8 } else { declared.unwrap_or_else(|| guessed(bytes)) }
}

/// Bytes that are counted in one byte.
const STRETCH: usize = u8::MAX as usize;

/// Bytes beyond ASCII in a stretch: many are counted at a time this way.
fn beyond_ascii(stretch: &[u8]) -> usize {
    stretch.iter().map(|b| b >> 7).sum::<u8>().into()
}

/// The encoding that a `meta` element declares.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = without_comments(&String::from_utf8_lossy(head).to_ascii_lowercase());
    let metas = head.split("<meta").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    let label = metas.filter_map(charset).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A page that can be read as ASCII is no UTF-16, whatever it says (HTML, 13.2.3.2).
    Some(match encoding {
        _ if encoding == UTF_16LE || encoding == UTF_16BE => UTF_8,
        _ if encoding == X_USER_DEFINED => WINDOWS_1252,
        _ => encoding,
    })
}

fn without_comments(head: &str) -> String {
    let mut pieces = head.split("<!--");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once("-->").map_or("", |(_, rest)| rest))
}

/// The label after `charset=`, in quotes or not.
fn charset(meta: &str) -> Option<&str> {
    let (_, rest) = meta.split_once("charset")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let label = rest.trim_start_matches(['"', '\'']);
    let label = label.split(['"', '\'', ';', ' ', '/', '\n', '\t']).next()?;
    Some(label).filter(|label| !label.is_empty())
}

/// UTF-8 if it is; EUC-KR if that leaves no gap; else what browsers fall back to.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let fits = |encoding: &'static Encoding| !encoding.decode_without_bom_handling(bytes).1;
    if std::str::from_utf8(bytes).is_ok() || Encoding::for_bom(bytes).is_some() {
        UTF_8
    } else if fits(EUC_KR) {
        EUC_KR
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_say_their_encoding_in_many_ways() {
        let korean = EUC_KR.encode("맑은 하늘").0.into_owned();
        for before in [
            "<meta charset=euc-kr>",
            "<META CHARSET=\"EUC-KR\">",
            "<meta http-equiv='Content-Type' content='text/html; charset=ks_c_5601-1987'>",
            "<!-- <meta charset=utf-8> --><meta charset = 'euc-kr'/>",
            "<meta name=viewport content=x><meta charset=euc-kr>",
            "",
        ] {
            let page = [before.as_bytes(), &korean].concat();
            assert_eq!(decode(page, false), format!("{before}맑은 하늘"));
        }
        assert_eq!(decode("<meta charset=utf-16>맑".into(), false), "<meta charset=utf-16>맑");
        assert_eq!(decode("\u{feff}<meta charset=euc-kr>맑".into(), false), "<meta charset=euc-kr>맑");
        assert_eq!(decode(b"caf\xe9 <b>".into(), false), "café <b>");
        assert_eq!(decode(korean, true), "맑은 하늘");
        assert_eq!(decode(b"\xff\xfe\xd1\xb9".into(), true), "맑");
    }

    #[test]
    fn binaries_are_named() {
        assert_eq!(binary(b"%PDF-1.7"), Some("a PDF"));
        assert_eq!(binary(b"a\0b"), Some("binary data"));
        assert_eq!(binary(b"\xff\xfea\0"), None);
        assert_eq!(binary("맑은".as_bytes()), None);
        assert_eq!(binary(b""), None);
    }
}
