//! The extractors: ours as the command line, each peer behind a small program of `benches/peers` that reads paths from its
//! standard input and answers with a line of JSON a page.

use crate::Laid;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use serde::Deserialize;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How often a page is read; the least CPU time counts, for whatever disturbs only adds.
const RUNS: u32 = 3;

/// What came out of one page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) text: String,
    /// CPU time (user and system) in milliseconds. Ours is that of the whole process, start included; a peer's is that of the
    /// call, for the start of Node or Python would say nothing about it.
    pub(crate) cpu_ms: f64,
}

#[derive(Debug, Clone)]
pub(crate) struct Extractor {
    pub(crate) name: &'static str,
    program: OsString,
    arguments: Vec<OsString>,
    /// The file that says that it is installed.
    sign: PathBuf,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Ours,
    Peer,
}

/// A peer's answer.
#[derive(Deserialize)]
struct Answer {
    file: String,
    text: String,
    cpu_ms: f64,
}

/// The part of our own answer that is scored.
#[derive(Deserialize)]
struct Ours {
    text: String,
}

/// The peers, installed in a folder by `tools/build/bench.sh`.
pub(crate) fn all(tools: &Path) -> Vec<Extractor> {
    let node = tools.join("node/run.mjs");
    let (python, rust) = (tools.join("venv/bin/python"), tools.join("bin/malgeun-peers"));
    let peer = |name, program: &Path, arguments: &[&Path], sign: &Path| Extractor {
        name,
        program: program.into(),
        arguments: arguments.iter().map(OsString::from).chain([RUNS.to_string().into()]).collect(),
        sign: sign.to_owned(),
        kind: Kind::Peer,
    };
    let on_node = |name: &'static str| peer(name, Path::new("node"), &[&node, Path::new(name)], &tools.join("node/node_modules"));
    let in_rust = |name: &'static str| peer(name, &rust, &[Path::new(name)], &rust);
    vec![
        peer("trafilatura", &python, &[&tools.join("run.py")], &python),
        in_rust("rs-trafilatura"),
        in_rust("dom_smoothie"),
        on_node("readability-linkedom"),
        on_node("readability-jsdom"),
        on_node("defuddle"),
    ]
}

impl Extractor {
    /// The command line of this project.
    pub(crate) fn ours(program: &Path) -> Self {
        Self {
            name: "malgeun",
            program: program.into(),
            arguments: vec!["--jsonl".into()],
            sign: program.to_owned(),
            kind: Kind::Ours,
        }
    }

    pub(crate) fn is_there(&self) -> bool {
        self.sign.exists()
    }

    /// An outcome for each page, in order.
    pub(crate) fn run(&self, laid: &[Laid]) -> Result<Vec<Outcome>, String> {
        let outcomes = match self.kind {
            Kind::Ours => laid.iter().map(|laid| self.one(&laid.file)).collect(),
            Kind::Peer => self.many(laid),
        };
        outcomes.map_err(|error| format!("{}: {error}", self.name))
    }

    /// A process a page.
    fn one(&self, file: &Path) -> Result<Outcome, String> {
        let mut outcome = Outcome { text: String::new(), cpu_ms: f64::INFINITY };
        for _ in 0..RUNS {
            let before = children_cpu_ms()?;
            let output = Command::new(&self.program).args(&self.arguments).arg(file).stderr(Stdio::null()).output();
            let output = output.map_err(|error| error.to_string())?;
            outcome.cpu_ms = outcome.cpu_ms.min(children_cpu_ms()? - before);
            // A page that is refused has no line: nothing was found.
            outcome.text = serde_json::from_slice::<Ours>(&output.stdout).map(|ours| ours.text).unwrap_or_default();
        }
        Ok(outcome)
    }

    /// One process for all pages.
    fn many(&self, laid: &[Laid]) -> Result<Vec<Outcome>, String> {
        let mut command = Command::new(&self.program);
        let command = command.args(&self.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let mut input = child.stdin.take().ok_or("expected a standard input")?;
        let paths: String = laid.iter().map(|laid| format!("{}\n", laid.file.display())).collect();
        // A peer that dies closes its input; what it answered until then is kept.
        let writer = std::thread::spawn(move || input.write_all(paths.as_bytes()).ok());
        let output = child.wait_with_output().map_err(|error| error.to_string())?;
        writer.join().ok();
        let answers = String::from_utf8_lossy(&output.stdout);
        let read = answers.lines().filter_map(|line| serde_json::from_str::<Answer>(line).ok());
        let mut found: HashMap<PathBuf, Outcome> =
            read.map(|answer| (answer.file.into(), Outcome { text: answer.text, cpu_ms: answer.cpu_ms })).collect();
        if found.len() < laid.len() {
            eprintln!("{}: no answer for {} pages ({})", self.name, laid.len() - found.len(), output.status);
        }
        Ok(laid.iter().map(|laid| found.remove(&laid.file).unwrap_or_default()).collect())
    }
}

/// CPU time of the processes that ended, in milliseconds.
fn children_cpu_ms() -> Result<f64, String> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(|error| error.to_string())?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(micros as f64 / 1000.0)
}
