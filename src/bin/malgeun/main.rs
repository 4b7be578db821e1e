//! The command line: files in, readings out. Here alone are clock, files and a parser for raw HTML; the reading itself
//! is the library's. Exit code 0 also for poor pages (with notes), 1 when an input could not be read, 2 for wrong usage.

mod arguments;
mod cite_items;
mod depth;
mod encoding;
mod facts_text;
mod input;
mod output;
mod page;
mod parse;
mod raw;
mod tree;
mod undrawn;

use arguments::{Arguments, Mode, Parsed};
use input::Input;
use malgeun::civil::Date;
use malgeun::dom::Document;
use malgeun::facts::tagger::Tagger;
use malgeun::reading::{Note, Reading, Seen};
use malgeun::{Options, Snapshot};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// The parser for raw HTML takes and gives back memory for every element: a sixth of a page's instructions with the
/// system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The weights of the taggers of names, which the extension loads as files.
static NAMES: [Tagger; 2] = [
    Tagger::built_in(include_bytes!("../../facts/tagger/learned/ko.bin")),
    Tagger::built_in(include_bytes!("../../facts/tagger/learned/en.bin")),
];

/// An input could not be read.
const UNREADABLE: u8 = 1;
/// The arguments make no sense.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let result = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Parsed::Help) => out.write_all(arguments::HELP.as_bytes()).map(|()| ExitCode::SUCCESS),
        Ok(Parsed::Version) => writeln!(out, "malgeun {}", env!("CARGO_PKG_VERSION")).map(|()| ExitCode::SUCCESS),
        Ok(Parsed::Run(arguments)) if arguments.mode == Mode::FactsText => facts_text::run(&arguments, &mut out),
        Ok(Parsed::Run(arguments)) if arguments.mode == Mode::CiteItems => cite_items::run(&arguments, &mut out),
        Ok(Parsed::Run(arguments)) => run(&arguments, &mut out),
        Err(wrong) => {
            eprintln!("malgeun: {wrong}; `malgeun --help` says what is possible");
            return ExitCode::from(WRONG_USAGE);
        }
    };
    match result.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        // Who reads us has had enough (`| head`): that is no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("malgeun: can not write: {error}");
            ExitCode::from(UNREADABLE)
        }
    }
}

/// Reads every file; one that can't be read is named and the rest goes on. Fails only when writing does.
fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<ExitCode> {
    let options = Options {
        today: Some(arguments.today.unwrap_or_else(today)),
        names: &NAMES,
        without_facts: !arguments.mode.shows_facts(),
    };
    let mut code = ExitCode::SUCCESS;
    for (at, file) in arguments.files.iter().enumerate() {
        let name = file.to_string_lossy();
        let page = input::read(file, arguments.plain).and_then(|input| reading(&name, input, &arguments.url, &options));
        match page {
            Ok(reading) => output::write(out, arguments, at, &name, &reading)?,
            Err(message) => {
                out.flush()?;
                eprintln!("malgeun: {name}: {message}");
                code = ExitCode::from(UNREADABLE);
            }
        }
    }
    Ok(code)
}

fn reading(name: &str, input: Input, url: &str, options: &Options) -> Result<Reading, String> {
    let of_type =
        |content_type: &str| Snapshot { url: url.to_owned(), content_type: content_type.to_owned(), ..Snapshot::default() };
    match input {
        Input::Page(document, html) => {
            let read = |document: &Document| malgeun::read_document(document, &of_type("text/html"), options);
            let reading = read(&document);
            let drawn = if is_undrawn(&reading) { undrawn::drawn(&html).map(|document| read(&document)) } else { None };
            let Some(drawn) = drawn.filter(|drawn| drawn.kind.is_readable()) else { return Ok(reading) };
            eprintln!("malgeun: {name}: the page shows no text; it was taken from the data for its scripts");
            Ok(drawn)
        }
        Input::Plain(html) => malgeun::read(&Snapshot { html, ..of_type("text/plain") }, options).map_err(|e| e.to_string()),
    }
}

/// Whether the page is a program that has not drawn its text.
fn is_undrawn(reading: &Reading) -> bool {
    reading.notes.iter().any(|note| matches!(note, Note::NoArticle { seen: Seen::EmptyShell, .. }))
}

/// Today by the system clock, in UTC; `--today` says another day.
fn today() -> Date {
    const SECONDS_OF_DAY: u64 = 86_400;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_days((seconds / SECONDS_OF_DAY) as i64)
}
