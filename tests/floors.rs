//! The quality of the command line on labelled pages may not fall: `floors.toml` says what each set must reach. The pages are
//! third parties' and no part of the project: they lie in `$MALGEUN_SHARED` or beside the project, and where they are absent
//! this test says so and proves nothing. The measures are those of `score`.

mod score;

use score::pages::{self, Page};
use score::strip::strip;
use score::{PageScore, Snippets, Tokens};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

/// How far above its floor a set may be before the test asks to raise the floor.
const WORTH_RAISING: f64 = 0.01;

/// How a note begins that says why a floor was lowered.
const LOWERED: &str = "lowered: ";

/// The file `floors.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Floors {
    set: Vec<Set>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    /// Under `data` of the shared folder.
    folder: PathBuf,
    measure: Measure,
    /// Whether the pages lose every class, id and `data-` name first: what is left is the text and its order.
    #[serde(default)]
    stripped: bool,
    /// Every how many-th page in order of id is read; this test runs without optimisation.
    every: usize,
    /// Oldest first; the last is in force.
    floors: Vec<Floor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    /// As 2026-11-23.
    date: String,
    /// 0..=1.
    value: f64,
    note: String,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Measure {
    /// F1 of the mean precision and the mean recall.
    F1,
    /// Mean of the F1 of the pages.
    Mean,
    /// F1 of the snippets.
    Snippets,
}

fn floors() -> Vec<Set> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/floors.toml")).expect("the floors are there");
    toml::from_str::<Floors>(&text).expect("floors.toml has the fields above").set
}

fn shared() -> Option<PathBuf> {
    let shared =
        env::var_os("MALGEUN_SHARED").map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").into(), PathBuf::from);
    let found = Some(shared.join("data")).filter(|data| data.join("extraction/dev").is_dir());
    if found.is_none() {
        println!("skipped: the labelled pages are not here; set MALGEUN_SHARED to their folder");
    }
    found
}

impl Set {
    fn name(&self) -> String {
        self.folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn in_force(&self) -> f64 {
        self.floors.last().map_or(1.0, |floor| floor.value)
    }

    /// What the command line reaches now, 0..=1.
    fn reached(&self, data: &Path) -> f64 {
        let all = pages::of_folder(&data.join(&self.folder)).expect("a folder of labelled pages");
        let pages: Vec<Page> = all.into_iter().filter(Page::is_labelled).step_by(self.every).collect();
        assert!(!pages.is_empty(), "{}: no labelled pages", self.folder.display());
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(if self.stripped { "stripped" } else { "floors" });
        let texts = read(&place.join(&self.folder), &pages, self.stripped);
        let text = |page: &Page| texts.get(&page.id).map_or("", String::as_str);
        let rule = Tokens::of_set(&self.name());
        let score = |page: &Page| score::page(page.truth.text.as_deref().unwrap_or_default(), text(page), rule);
        let scores = || pages.iter().filter(|page| page.has_text()).map(score).collect::<Vec<PageScore>>();
        let snippets = |page: &Page| Snippets::of(&page.truth.with, &page.truth.without, text(page));
        match self.measure {
            Measure::F1 => score::set(&scores()).corpus.f1,
            Measure::Mean => score::set(&scores()).mean,
            Measure::Snippets => pages.iter().map(snippets).fold(Snippets::default(), |sum, one| sum + one).score().f1,
        }
    }
}

/// The text of each page by id, as the command line reads it.
fn read(place: &Path, pages: &[Page], stripped: bool) -> HashMap<String, String> {
    fs::create_dir_all(place).expect("a folder to write in");
    let lay = |page: &Page| {
        let file = place.join(format!("{}.html", page.id));
        let html = page.html().expect("a page");
        fs::write(&file, if stripped { strip(&html) } else { html }).expect("a file to write");
        file
    };
    let files: Vec<PathBuf> = pages.iter().map(lay).collect();
    let mut program = Command::new(env!("CARGO_BIN_EXE_malgeun"));
    let output = program.arg("--jsonl").args(&files).stderr(Stdio::null()).output().expect("the program runs");
    let line = |line: &str| {
        let object: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let id = Path::new(object["file"].as_str()?).file_name()?.to_string_lossy().strip_suffix(".html")?.to_owned();
        Some((id, object["text"].as_str()?.to_owned()))
    };
    String::from_utf8_lossy(&output.stdout).lines().filter_map(line).collect()
}

#[test]
fn no_set_falls_below_its_floor() {
    let Some(data) = shared() else { return };
    let sets = floors();
    let reached: Vec<f64> = thread::scope(|scope| {
        let running: Vec<_> = sets.iter().map(|set| scope.spawn(|| set.reached(&data))).collect();
        running.into_iter().map(|one| one.join().expect("the set is read")).collect()
    });
    let mut faults = Vec::new();
    for (set, reached) in sets.iter().zip(reached) {
        let stripped = if set.stripped { " without names" } else { "" };
        let line = format!("{}{stripped}: {reached:.4}, floor {:.4}", set.folder.display(), set.in_force());
        println!("{line}{}", if reached > set.in_force() + WORTH_RAISING { " (worth raising)" } else { "" });
        if reached < set.in_force() {
            faults.push(line);
        }
    }
    assert!(faults.is_empty(), "below the floor:\n{}", faults.join("\n"));
}

/// A floor is lowered by a line of its own that says why; what stood before stays to be read.
#[test]
fn floors_are_raised_or_say_why_not() {
    let mut faults = Vec::new();
    for set in floors() {
        let name = set.folder.display();
        if set.floors.is_empty() || set.every == 0 {
            faults.push(format!("{name}: expected a floor, and every 1 or more"));
        }
        for floor in &set.floors {
            let is_date = floor.date.len() == "2026-11-23".len() && floor.date.starts_with("20");
            if !is_date || !(0.0..=1.0).contains(&floor.value) || floor.note.trim().len() < LOWERED.len() {
                faults.push(format!("{name}: expected a date, a value of 0 to 1 and a note, found {}", floor.value));
            }
        }
        for pair in set.floors.windows(2) {
            let falls = pair[1].value < pair[0].value;
            if pair[1].date < pair[0].date || falls != pair[1].note.starts_with(LOWERED) {
                faults.push(format!("{name}: from {} to {} without `{LOWERED}` and why", pair[0].value, pair[1].value));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
