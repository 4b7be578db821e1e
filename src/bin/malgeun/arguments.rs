//! What the user asked for.

use malgeun::cite::{Locale, Style};
use malgeun::civil::{Date, DateTime};
use std::ffi::OsString;

pub(crate) const HELP: &str = "\
malgeun turns news pages into clean readings

usage: malgeun [OPTIONS] FILE…        a saved page (.html), a text (.txt), or - for standard input

what to print (the default is --markdown):
  --markdown        the article as Markdown
  --text            the article as plain text
  --json            everything as one JSON object a file
  --jsonl           the same, one object a line, for many files
  --facts           quantities, dates, people, organisations, quotations, sources and checked sums
  --facts-text      the facts of plain texts as JSON, a line each; of a .jsonl file, those of each line's
                    `text` (with `id`, and `published` or `ref_date`, `lang`, `title` where it has them)
  --cite STYLE      a citation: footnote-ko, footnote-ko-angle, apa-ko, plain-ko, apa, mla, chicago,
                    chicago-author-date, harvard, ieee, vancouver, iso-690, iso-690-numeric, gb-t-7714,
                    sist02, biblatex, bibtex, ris, csl-json, markdown, html, wiki-ko, wiki
  --cite-items      the files hold CSL-JSON items: `id`, `cite`, `bib` and `bib_html` of each as JSON, a line an item
  --why             what was removed, and why

  --url URL         the address of the page, when the file does not say it
  --plain           the files are plain text, whatever their names
  --published DATE  with --facts-text: when the text was published, as 2026-11-20 or 2026-11-20T07:05
  --style STYLE     with --cite-items: a style as above, or its name at citationstyles.org (default: apa)
  --locale LOCALE   with --cite-items: en-US for the American form of a British style
  --today DATE      day of access for citations, as 2026-11-20 (default: today, UTC)
  --help, --version

exit code: 0 read (poor pages with a note), 1 a file could not be read, 2 wrong usage
";

/// What to print of each reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Markdown,
    Text,
    Json,
    JsonLines,
    Facts,
    FactsText,
    Cite(Style),
    CiteItems,
    Why,
}

impl Mode {
    /// Whether what is printed holds facts.
    pub(crate) fn shows_facts(self) -> bool {
        matches!(self, Self::Json | Self::JsonLines | Self::Facts)
    }
}

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) mode: Mode,
    /// Address of the page, or empty.
    pub(crate) url: String,
    pub(crate) plain: bool,
    pub(crate) today: Option<Date>,
    /// The style of [`Mode::CiteItems`] and its English.
    pub(crate) style: Style,
    pub(crate) locale: Locale,
    /// When a plain text was published.
    pub(crate) published: Option<DateTime>,
    /// At least one; `-` is standard input.
    pub(crate) files: Vec<OsString>,
}

impl Arguments {
    fn new() -> Self {
        Self {
            mode: Mode::Markdown,
            url: String::new(),
            plain: false,
            today: None,
            style: Style::Apa,
            locale: Locale::Own,
            published: None,
            files: Vec::new(),
        }
    }
}

#[derive(Debug)]
pub(crate) enum Parsed {
    Run(Arguments),
    Help,
    Version,
}

/// Reads the arguments without the program's name; an error says what was expected.
pub(crate) fn parse(given: impl Iterator<Item = OsString>) -> Result<Parsed, String> {
    let mut given = given;
    let mut mode = None;
    let mut parsed = Arguments::new();
    while let Some(argument) = given.next() {
        let text = argument.to_str().unwrap_or_default();
        let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value.to_owned())));
        let mut value = |what: &str| {
            let next = value.clone().map(OsString::from).or_else(|| given.next()).and_then(|value| value.into_string().ok());
            next.ok_or_else(|| format!("{name}: expected {what}"))
        };
        match name {
            "--help" | "-h" => return Ok(Parsed::Help),
            "--version" | "-V" => return Ok(Parsed::Version),
            "--plain" => parsed.plain = true,
            "--url" => parsed.url = value("an address")?,
            "--today" => parsed.today = Some(date(&value("a day as 2026-11-20")?)?),
            "--style" => parsed.style = style("--style", &value("a style")?)?,
            "--locale" => parsed.locale = locale(&value("en-US or en-GB")?)?,
            "--published" => parsed.published = Some(moment(&value("a day as 2026-11-20")?)?),
            "--" => parsed.files.extend(given.by_ref()),
            "--cite" => set(&mut mode, Mode::Cite(style("--cite", &value("a style")?)?))?,
            _ if plain_mode(name).is_some() => set(&mut mode, plain_mode(name).unwrap_or(Mode::Markdown))?,
            _ if name.starts_with('-') && name != "-" => return Err(format!("{name}: no such option")),
            _ => parsed.files.push(argument),
        }
    }
    parsed.mode = mode.unwrap_or(parsed.mode);
    match parsed.files.len() {
        0 => Err("expected a file, or - for standard input".to_owned()),
        2.. if !parsed.url.is_empty() => Err("--url: expected one file, for an address is of one page".to_owned()),
        _ => Ok(Parsed::Run(parsed)),
    }
}

fn plain_mode(name: &str) -> Option<Mode> {
    Some(match name {
        "--markdown" => Mode::Markdown,
        "--text" => Mode::Text,
        "--json" => Mode::Json,
        "--jsonl" => Mode::JsonLines,
        "--facts" => Mode::Facts,
        "--facts-text" => Mode::FactsText,
        "--cite-items" => Mode::CiteItems,
        "--why" => Mode::Why,
        _ => return None,
    })
}

fn set(mode: &mut Option<Mode>, new: Mode) -> Result<(), String> {
    match mode.replace(new) {
        Some(old) if old != new => {
            Err("expected only one of --markdown, --text, --json, --jsonl, --facts, --facts-text, --cite, --cite-items, --why"
                .to_owned())
        }
        _ => Ok(()),
    }
}

fn style(option: &str, name: &str) -> Result<Style, String> {
    let known = || Style::all().map(Style::id).collect::<Vec<_>>().join(", ");
    Style::from_name(name).ok_or_else(|| format!("{option}: expected one of {}, found {name:?}", known()))
}

fn locale(name: &str) -> Result<Locale, String> {
    match name {
        "en-US" => Ok(Locale::American),
        "en-GB" => Ok(Locale::Own),
        _ => Err(format!("--locale: expected en-US or en-GB, found {name:?}")),
    }
}

fn moment(text: &str) -> Result<DateTime, String> {
    DateTime::written(text).ok_or_else(|| format!("--published: expected a day as 2026-11-20, found {text:?}"))
}

fn date(text: &str) -> Result<Date, String> {
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let date = match parts[..] {
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => year
            .parse()
            .ok()
            .zip(month.parse().ok())
            .zip(day.parse().ok())
            .and_then(|((year, month), day)| Date::new(year, month, day)),
        _ => None,
    };
    date.ok_or_else(|| format!("--today: expected a day as 2026-11-20, found {text:?}"))
}
