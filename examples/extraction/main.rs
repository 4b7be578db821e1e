//! `./build.sh bench extraction`: the command line and other extractors over labelled pages, side by side.
//!
//! ```text
//! cargo run --features cli --example extraction -- [--program target/release/malgeun] [--tools .tools/peers] [--peers a,b] [FOLDER]…
//! ```
//! A folder holds `<id>.html` or `<id>.html.gz` with `<id>.truth.json` or `<id>.json`, or folders of such. Without one the
//! project's own fixtures are read. The measures and what a truth may say are in `tests/score`.
//!
//! With `--by-page` (`./build.sh bench korean`) ours alone is run, and every page has a line: see `by_page`. `--stripped` takes
//! all classes, ids and `data-` names off the pages first.

mod by_page;
mod fixtures;
mod peers;
#[path = "../../tests/score/mod.rs"]
mod score;
mod table;

use peers::{Extractor, Outcome};
use score::pages::{self, Page, Set};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What was asked for.
struct Arguments {
    program: PathBuf,
    /// Where the peers are installed.
    tools: PathBuf,
    /// Names of the peers to run; all that are installed when empty.
    peers: Vec<String>,
    folders: Vec<PathBuf>,
    /// A line for each page, ours alone.
    by_page: bool,
    /// Whether the pages lose their names first; only with `by_page`.
    stripped: bool,
}

/// A page as a plain file, for the extractors know no compression.
pub(crate) struct Laid {
    pub(crate) page: Page,
    pub(crate) file: PathBuf,
}

fn main() -> Result<(), String> {
    let arguments = arguments(env::args().skip(1))?;
    if arguments.by_page {
        return by_page::print(&arguments.program, &arguments.folders, arguments.stripped);
    }
    let mut sets = Vec::new();
    for folder in &arguments.folders {
        sets.extend(pages::sets(folder)?);
    }
    if arguments.folders.is_empty() {
        sets.push(fixtures::set());
    }
    let extractors = extractors(&arguments)?;
    let place = env::temp_dir().join(format!("malgeun-extraction-{}", std::process::id()));
    let result = sets.into_iter().try_for_each(|set| run(&place, set, &extractors));
    // What was laid out is of no use any more; a folder that will not go is the system's to clear.
    fs::remove_dir_all(&place).ok();
    result
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut read = Arguments {
        program: "target/release/malgeun".into(),
        tools: ".tools/peers".into(),
        peers: Vec::new(),
        folders: Vec::new(),
        by_page: false,
        stripped: false,
    };
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument}: expected a value"));
        match argument.as_str() {
            "--program" => read.program = value()?.into(),
            "--tools" => read.tools = value()?.into(),
            "--peers" => read.peers = value()?.split(',').map(str::to_owned).collect(),
            "--by-page" => read.by_page = true,
            "--stripped" => read.stripped = true,
            name if name.starts_with("--") => {
                return Err(format!("{name}: expected --program, --tools, --peers, --by-page, --stripped or a folder"));
            }
            folder => read.folders.push(folder.into()),
        }
    }
    Ok(read)
}

/// Ours, then the peers that are asked for and installed; what is missing is said.
fn extractors(arguments: &Arguments) -> Result<Vec<Extractor>, String> {
    let program = &arguments.program;
    if !program.exists() {
        return Err(format!("{}: expected the command line, built", program.display()));
    }
    let known = peers::all(&arguments.tools);
    if let Some(unknown) = arguments.peers.iter().find(|name| known.iter().all(|peer| peer.name != name.as_str())) {
        let names = known.iter().map(|peer| peer.name).collect::<Vec<_>>().join(", ");
        return Err(format!("--peers: expected some of {names}, found {unknown}"));
    }
    let wanted = |peer: &Extractor| arguments.peers.is_empty() || arguments.peers.iter().any(|name| name == peer.name);
    let (there, missing): (Vec<_>, Vec<_>) = known.into_iter().filter(wanted).partition(Extractor::is_there);
    if !missing.is_empty() {
        let names = missing.iter().map(|peer| peer.name).collect::<Vec<_>>().join(", ");
        eprintln!("not installed and left out: {names} (./build.sh bench extraction --install-peers)");
    }
    Ok([vec![Extractor::ours(program)], there].concat())
}

fn run(place: &Path, set: Set, extractors: &[Extractor]) -> Result<(), String> {
    let Set { name, pages } = set;
    let labelled = pages.into_iter().filter(Page::is_labelled);
    let laid = lay_out(&place.join(&name), labelled).map_err(|error| format!("{name}: {error}"))?;
    let outcomes = extractors.iter().map(|extractor| {
        eprintln!("{name}: {} over {} pages", extractor.name, laid.len());
        extractor.run(&laid).map(|outcomes| (extractor.name, outcomes))
    });
    let outcomes = outcomes.collect::<Result<Vec<(&str, Vec<Outcome>)>, String>>()?;
    print!("{}", table::of_set(&name, &laid, &outcomes));
    Ok(())
}

/// Writes the pages without compression.
fn lay_out(place: &Path, pages: impl Iterator<Item = Page>) -> io::Result<Vec<Laid>> {
    fs::create_dir_all(place)?;
    let lay = |page: Page| {
        let file = place.join(format!("{}.html", page.id));
        fs::write(&file, page.html()?)?;
        Ok(Laid { page, file })
    };
    pages.map(lay).collect()
}
