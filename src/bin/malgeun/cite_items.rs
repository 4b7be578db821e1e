//! `--cite-items`: CSL-JSON items in, citations out, one JSON object a line.

use crate::arguments::Arguments;
use crate::{UNREADABLE, input};
use malgeun::cite::{self, Item};
use serde_json::json;
use std::io::{self, Write};
use std::process::ExitCode;

/// Writes the citations of every file's items; a file that can't be read is named and the rest goes on. Fails only when
/// writing does.
pub(crate) fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for file in &arguments.files {
        match input::characters(file, true).and_then(|text| cite::items(&text)) {
            Ok(items) => items.iter().try_for_each(|(id, item)| writeln!(out, "{}", line(arguments, id, item)))?,
            Err(message) => {
                out.flush()?;
                eprintln!("malgeun: {}: {message}", file.to_string_lossy());
                code = ExitCode::from(UNREADABLE);
            }
        }
    }
    Ok(code)
}

/// Each item alone in its list: a numbered style gives it the number 1.
fn line(arguments: &Arguments, id: &str, item: &Item) -> serde_json::Value {
    let entry = cite::format_in(item, arguments.style, arguments.locale);
    let number = arguments.style.number(1);
    json!({
        "id": id,
        "cite": cite::in_text(item, arguments.style).plain(),
        "bib": number.clone() + &entry.plain(),
        "bib_html": number + &entry.html(),
    })
}
