//! Boilerplate lines, known by their wording. Patterns take whole lines, never parts of running text; each stands in
//! `boilerplate/<kind>.toml` with lines that it `removes` and lines that it `keeps`, which `build.rs` checks.

use super::Kind;
use super::publisher::Publisher;
use regex_lite::Regex;

/// One file of patterns.
#[derive(Debug)]
pub struct PatternFile {
    /// What its lines are.
    pub kind: Kind,
    /// The patterns.
    pub pattern: &'static [Pattern],
}

/// One pattern.
#[derive(Debug)]
pub struct Pattern {
    /// Name, unique, shown in reasons.
    pub id: &'static str,
    /// Regular expression for the whole line.
    pub line: &'static str,
    /// Words of which one must be in the line: a cheap test before the expression. Empty: always tried.
    pub words: &'static [&'static str],
    /// Where the line may stand; outside of that it is text.
    pub place: &'static str,
    /// Whether any other pattern that takes the line says more about it.
    pub weak: bool,
    /// Whether the line may read like running text ("…를 구독해주세요!") and yet closes or opens the text at its edge.
    pub sentence: bool,
}

/// Brackets around a paper's name.
const BRACKETS: [char; 4] = ['[', ']', '(', ')'];

/// A line that is the name of a paper and nothing else, with or without brackets: who signs.
static AGENCY: Pattern = Pattern { id: "agency", place: EDGE, ..Pattern::NONE };

/// A line with the sign of a caption above a credit, both paragraphs of their own ("▲ …", "ⓒ …").
pub static CAPTION: Pattern = Pattern { id: "caption", ..Pattern::NONE };

/// Whether the pattern takes the credit of a picture that begins with the sign of copyright.
pub fn is_credit_sign(pattern: &Pattern) -> bool {
    pattern.id == "credit-sign"
}

/// The place of patterns that hold only before the first and after the last running text.
pub const EDGE: &str = "edge";

impl PatternFile {
    const NONE: Self = Self { kind: Kind::Other, pattern: &[] };
}

impl Pattern {
    const NONE: Self = Self { id: "", line: "", words: &[], place: "", weak: false, sentence: false };
}

/// A pattern that took a line.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    /// What the line is.
    pub kind: Kind,
    /// The pattern.
    pub pattern: &'static Pattern,
}

/// Longest line that is boilerplate, in characters: publishers' legal footers reach 250; paragraphs beyond are text.
const LONGEST_LINE: usize = 320;

/// The patterns, compiled as they are needed. One per reading: it holds no page.
#[derive(Debug, Default)]
pub struct Patterns {
    compiled: Vec<Option<Regex>>,
}

impl Patterns {
    /// The pattern that takes the line, if one does. `line` has its white space collapsed.
    pub fn find(&mut self, line: &str) -> Option<Match> {
        if line.is_empty() || line.len() > LONGEST_LINE * 3 || line.chars().count() > LONGEST_LINE {
            return None;
        }
        let all =
            PATTERN_FILES.iter().flat_map(|file| file.pattern.iter().map(move |pattern| Match { kind: file.kind, pattern }));
        // A pattern that holds anywhere says most, a weak one least; of equals the first.
        let mut best: Option<Match> = None;
        for (index, m) in all.enumerate() {
            let more = best.is_none_or(|b| rank(m.pattern) > rank(b.pattern));
            if more && hinted(m.pattern, line) && self.regex(index, m.pattern).is_match(line) {
                best = Some(m);
            }
        }
        best.or_else(|| Publisher::named(line.trim_matches(BRACKETS)).map(|_| Match { kind: Kind::Byline, pattern: &AGENCY }))
    }

    fn regex(&mut self, index: usize, pattern: &Pattern) -> &Regex {
        if self.compiled.len() <= index {
            self.compiled.resize(index + 1, None);
        }
        self.compiled[index]
            .get_or_insert_with(|| Regex::new(&format!("^(?:{})$", pattern.line)).expect("build.rs compiled every pattern"))
    }
}

/// How much a pattern that takes a line says of it.
fn rank(pattern: &Pattern) -> u8 {
    match (pattern.weak, pattern.place == EDGE, pattern.sentence) {
        (true, ..) => 0,
        (_, true, false) => 1,
        (_, true, true) => 2,
        (_, false, _) => 3,
    }
}

fn hinted(pattern: &Pattern, line: &str) -> bool {
    pattern.words.is_empty() || pattern.words.iter().any(|word| line.contains(word))
}

include!(concat!(env!("OUT_DIR"), "/boilerplate.rs"));
