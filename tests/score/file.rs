//! The bytes of a stored page, compressed or not.

use flate2::read::GzDecoder;
use std::io::{self, Read};
use std::{fs, path::Path};

/// The bytes of a file, those inside where its name ends in `.gz`.
pub(crate) fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let bytes = fs::read(file)?;
    if file.extension().is_none_or(|extension| extension != "gz") {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    GzDecoder::new(&bytes[..]).read_to_end(&mut plain)?;
    Ok(plain)
}
