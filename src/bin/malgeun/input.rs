//! From a file name to a page as a browser would have it: bytes, characters, normalised HTML.

use crate::{encoding, normalise};
use malgeun::dom::MAX_BYTES;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// A page as characters.
pub(crate) struct Page {
    /// A browser's serialisation, or the text as it is.
    pub(crate) html: String,
    /// Whether it is plain text.
    pub(crate) plain: bool,
}

/// Bytes read of a file: markup shrinks and grows a little when it is normalised, but a page beyond this is too large
/// for the reader either way.
const FILE_MAX: u64 = 2 * MAX_BYTES as u64;

/// Reads a page; the error is a sentence for people.
pub(crate) fn read(file: &OsStr, plain: bool) -> Result<Page, String> {
    let plain = plain || Path::new(file).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
    let bytes = bytes(file)?;
    if let Some(what) = encoding::binary(&bytes) {
        return Err(format!("expected a page or a text, found {what}"));
    }
    let text = encoding::decode(&bytes, plain);
    Ok(Page { html: if plain { text } else { normalise::normalise(&text) }, plain })
}

fn bytes(file: &OsStr) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = |source: &mut dyn Read, bytes: &mut Vec<u8>| source.take(FILE_MAX + 1).read_to_end(bytes);
    let result = if file == "-" {
        read(&mut io::stdin().lock(), &mut bytes)
    } else if fs::metadata(file).is_ok_and(|about| about.is_dir()) {
        return Err("expected a file, found a folder".to_owned());
    } else {
        File::open(file).and_then(|mut opened| read(&mut opened, &mut bytes))
    };
    result.map_err(|error| match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::PermissionDenied => "no right to read it".to_owned(),
        _ => error.to_string(),
    })?;
    if bytes.len() as u64 > FILE_MAX { Err(format!("expected at most {FILE_MAX} bytes, found more")) } else { Ok(bytes) }
}
