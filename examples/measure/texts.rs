//! Annotated texts, and what the choice is asked of their numbers.

use crate::fit::measures_fit;
use crate::learn::{Choice, Example};
use crate::marked::unmarked;
use crate::places::places;
use malgeun::civil::DateTime;
use malgeun::facts::tagger::Tagger;
use malgeun::facts::tagger::features::word;
use malgeun::facts::{Context, measure_input};
use serde_json::{Value, json};
use std::path::Path;

/// The articles that were written for this: paragraphs, `---`, and a line for each number with what it measures; `===` between.
const ARTICLES: [&str; 8] = [
    include_str!("articles/accidents.txt"),
    include_str!("articles/companies.txt"),
    include_str!("articles/politics.txt"),
    include_str!("articles/science.txt"),
    include_str!("articles/society.txt"),
    include_str!("articles/sports.txt"),
    include_str!("articles/statistics.txt"),
    include_str!("articles/towns.txt"),
];
/// The cases of the tests: what they expect is learned too.
const CASES: &str = include_str!("../../tests/fixtures/facts/quantity.txt");

static NAMES: [Tagger; 1] = [Tagger::built_in(include_bytes!("../../src/facts/tagger/learned/ko.bin"))];

/// A number in bytes of its text, and what it measures.
type Measured = (usize, usize, String);

/// A text with the questions of its numbers.
pub(crate) struct Text {
    id: u64,
    pub(crate) examples: Vec<Example>,
}

impl Text {
    fn new(id: &str, text: &str, (published, title): (Option<&str>, &str), taggers: &[Tagger], measured: &[Measured]) -> Self {
        let parts: Vec<(usize, &str)> =
            text.split('\n').map(|part| (part.as_ptr() as usize - text.as_ptr() as usize, part)).collect();
        let filled: Vec<(usize, &str)> = parts.into_iter().filter(|(_, part)| !part.trim().is_empty()).collect();
        let texts: Vec<&str> = filled.iter().map(|(_, part)| *part).collect();
        let published = published.and_then(DateTime::written);
        let asked = measure_input(&texts, &Context { published, lang: "ko", title, vague: true, taggers });
        let example = |(start, end, phrase): &Measured| {
            let own = asked.iter().find(|asked| {
                let base = filled[asked.paragraph as usize].0;
                base + (asked.span.start as usize) < *end && *start < base + asked.span.end as usize
            });
            let fits = |said: &str| measures_fit(&json!(phrase), &json!(said));
            let Some(own) = own else { return Example::default() };
            let exact = own.candidates.iter().any(|(said, _)| said == phrase);
            let choice = |(said, keys): &(String, Vec<u32>)| {
                let fits = fits(said);
                Choice { fits, is_wanted: if exact { said == phrase } else { fits }, keys: keys.clone() }
            };
            Example { by_rules: fits(&own.pick), candidates: own.candidates.iter().map(choice).collect() }
        };
        Self { id: word(id.chars()), examples: measured.iter().map(example).collect() }
    }

    /// The part of the texts that this one is in.
    pub(crate) fn fold(&self, folds: u64) -> u64 {
        (self.id >> 33) % folds
    }
}

/// The project's own articles.
pub(crate) fn own() -> Vec<Text> {
    let articles = ARTICLES.iter().flat_map(|file| file.split("\n===\n"));
    articles
        .map(|article| {
            let (marked, lines) = article.split_once("\n---\n").expect("an article has its numbers");
            let (text, _) = unmarked(marked);
            let text = text.as_str();
            let mut from = 0;
            let number = |line: &str| {
                let (number, phrase) = line.split_once('\t').expect("a number, a tab and a phrase");
                let at = from + text[from..].find(number).unwrap_or_else(|| panic!("{number} is not in order"));
                from = at + number.len();
                assert!(phrase.is_empty() || text.contains(phrase), "{phrase} is not in the text");
                (at, from, phrase.to_owned())
            };
            let measured: Vec<Measured> = lines.lines().map(number).collect();
            Text::new(text, text, (None, ""), &NAMES, &measured)
        })
        .collect()
}

/// The project's own cases of quantities.
pub(crate) fn cases() -> Vec<Text> {
    let case = |case: &str| {
        let (said, texts): (Vec<&str>, Vec<&str>) = case.lines().partition(|line| line.starts_with("= "));
        let published = texts.first().and_then(|line| line.strip_prefix("@ "));
        let text = texts.iter().filter(|line| !line.starts_with("@ ")).copied().collect::<Vec<_>>().join("\n");
        let mut from = 0;
        let number = |line: &&str| {
            let (number, rest) = line.strip_prefix("= ")?.split_once(" => ")?;
            let at = from + text.get(from..)?.find(number)?;
            from = at + number.len();
            let phrase = rest.split_once(" | ").map_or("", |(_, phrase)| phrase.split(" @ ").next().unwrap_or_default());
            Some((at, from, phrase.trim().to_owned()))
        };
        let measured: Vec<Measured> = said.iter().filter_map(number).collect();
        // The tests ask with the lists of the tagger and without.
        [&NAMES[..], &[]].map(|taggers| Text::new(&text, &text, (published, ""), taggers, &measured))
    };
    CASES.split("\n\n").flat_map(case).collect()
}

fn records(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))).collect()
}

/// The byte of a character.
fn byte(text: &str, at: &Value) -> usize {
    let at = at.as_u64().unwrap_or_default() as usize;
    text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte)
}

/// The sentences of KLUE that have [`places`].
pub(crate) fn sentences(folder: &Path) -> Result<Vec<Text>, String> {
    let sentence = |record: &Value| {
        let (id, text) = (record["id"].as_str()?, record["text"].as_str()?);
        let own = places().filter(|(of, _)| *of == id);
        let number = |at: [i64; 4]| {
            let [start, end, from, to] = at.map(|at| byte(text, &json!(at)));
            (start, end, text[from..to].to_owned())
        };
        let measured: Vec<Measured> = own.map(|(_, at)| number(at)).collect();
        (!measured.is_empty()).then(|| Text::new(id, text, (None, ""), &NAMES, &measured))
    };
    Ok(records(&folder.join("klue_ner.jsonl"))?.iter().filter_map(sentence).collect())
}

/// The articles of a file in the layout of `korean_news_facts.jsonl`.
pub(crate) fn news(path: &Path) -> Result<Vec<Text>, String> {
    let article = |record: &Value| {
        let text = record["text"].as_str().unwrap_or_default();
        let of = |number: &Value| {
            (byte(text, &number["start"]), byte(text, &number["end"]), number["measures"].as_str().unwrap_or_default().to_owned())
        };
        let measured: Vec<Measured> = record["quantities"].as_array().into_iter().flatten().map(of).collect();
        let title = record["title"].as_str().unwrap_or_default();
        Text::new(record["id"].as_str().unwrap_or_default(), text, (record["published"].as_str(), title), &NAMES, &measured)
    };
    Ok(records(path)?.iter().map(article).collect())
}
