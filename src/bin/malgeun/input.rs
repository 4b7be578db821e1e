//! From a file name to a page as a browser would have it: bytes, characters, a parsed page.

use crate::{encoding, parse};
use malgeun::dom::{Document, MAX_BYTES};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// What a file holds.
pub(crate) enum Input {
    /// A page as a browser would have it, and its markup.
    Page(Document, String),
    /// Plain text as it is.
    Plain(String),
}

/// Bytes read of a file: markup shrinks and grows a little in a browser, but a page beyond this is too large
/// for the reader either way.
const FILE_MAX: u64 = 2 * MAX_BYTES as u64;

/// Reads a page or a text; the error is a sentence for people.
pub(crate) fn read(file: &OsStr, plain: bool) -> Result<Input, String> {
    let plain = plain || Path::new(file).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
    let text = characters(file, plain)?;
    if plain {
        return Ok(Input::Plain(text));
    }
    let document = page(&text)?;
    Ok(Input::Page(document, text))
}

/// A page from its markup.
pub(crate) fn page(html: &str) -> Result<Document, String> {
    parse::parse(html, parse::Changes::default()).map_err(|error| error.to_string())
}

/// The characters of a file, whatever its encoding; the error is a sentence for people.
pub(crate) fn characters(file: &OsStr, plain: bool) -> Result<String, String> {
    let bytes = bytes(file)?;
    match encoding::binary(&bytes) {
        Some(what) => Err(format!("expected a page or a text, found {what}")),
        None => Ok(encoding::decode(bytes, plain)),
    }
}

fn bytes(file: &OsStr) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = |source: &mut dyn Read, bytes: &mut Vec<u8>| source.take(FILE_MAX + 1).read_to_end(bytes);
    let about = fs::metadata(file);
    let result = if file == "-" {
        read(&mut io::stdin().lock(), &mut bytes)
    } else if about.as_ref().is_ok_and(Metadata::is_dir) {
        return Err("expected a file, found a folder".to_owned());
    } else {
        // One byte more than the file has: its end is seen without growing.
        bytes.reserve(about.map_or(0, |about| about.len().min(FILE_MAX)) as usize + 1);
        File::open(file).and_then(|mut opened| read(&mut opened, &mut bytes))
    };
    result.map_err(|error| match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::PermissionDenied => "no right to read it".to_owned(),
        _ => error.to_string(),
    })?;
    if bytes.len() as u64 > FILE_MAX { Err(format!("expected at most {FILE_MAX} bytes, found more")) } else { Ok(bytes) }
}
