//! Boilerplate lines, known by their wording. Patterns take whole lines, never parts of running text; each stands in
//! `boilerplate/<kind>.toml` with lines that it `removes` and lines that it `keeps`, which `build.rs` checks.

use super::Kind;
use super::publisher::Publisher;
use regex_lite::Regex;
use std::sync::OnceLock;

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
    /// Whether it holds only next to another line that a pattern takes: "추천" is a button among buttons, and a heading.
    pub beside: bool,
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
    const NONE: Self = Self { id: "", line: "", words: &[], place: "", weak: false, beside: false, sentence: false };
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

/// The patterns, each compiled when a line first asks for it. They hold no page, so every reading shares them.
#[derive(Debug, Default)]
pub struct Patterns {
    /// For each pattern, whether one of its words is in the line at hand.
    hinted: Vec<bool>,
}

impl Patterns {
    /// The pattern that takes the line, if one does. `line` has its white space collapsed.
    pub fn find(&mut self, line: &str) -> Option<Match> {
        if line.is_empty() || line.len() > LONGEST_LINE * 3 || line.chars().count() > LONGEST_LINE {
            return None;
        }
        static TABLE: OnceLock<Table> = OnceLock::new();
        let table = TABLE.get_or_init(Table::of_files);
        table.hint(line, &mut self.hinted);
        // A pattern that holds anywhere says most, a weak one least; of equals the first.
        let mut best: Option<Match> = None;
        for (rule, _) in table.rules.iter().zip(&self.hinted).filter(|(_, hinted)| **hinted) {
            let more = best.is_none_or(|b| rank(rule.found.pattern) > rank(b.pattern));
            if more && rule.regex().is_match(line) {
                best = Some(rule.found);
            }
        }
        best.or_else(|| Publisher::named(line.trim_matches(BRACKETS)).map(|_| Match { kind: Kind::Byline, pattern: &AGENCY }))
    }
}

/// First characters of words that are told apart at once: more than all words have, and a power of two.
const FIRSTS: usize = 1024;

/// All patterns and their words, prepared once.
struct Table {
    /// In the order of the files.
    rules: Vec<Rule>,
    /// Every word with its first character and the place of its pattern, sorted.
    words: Vec<(char, &'static str, usize)>,
    /// Whether any word may begin with a character, by its last bits: few do.
    firsts: [bool; FIRSTS],
}

struct Rule {
    found: Match,
    /// Where it has no words: what its lines begin with, if the expression says so.
    begins: Option<Vec<char>>,
    compiled: OnceLock<Regex>,
}

impl Rule {
    fn regex(&self) -> &Regex {
        let line = self.found.pattern.line;
        self.compiled.get_or_init(|| Regex::new(&format!("^(?:{line})$")).expect("build.rs compiled every pattern"))
    }
}

impl Table {
    fn of_files() -> Self {
        let found = PATTERN_FILES.iter().flat_map(|file| file.pattern.iter().map(|pattern| Match { kind: file.kind, pattern }));
        let begins = |found: &Match| beginnings(found.pattern.line).filter(|_| found.pattern.words.is_empty());
        let rules: Vec<Rule> = found.map(|found| Rule { begins: begins(&found), found, compiled: OnceLock::new() }).collect();
        let words_of = |(at, rule): (usize, &Rule)| {
            let words = rule.found.pattern.words.iter();
            words.filter_map(move |word| word.chars().next().map(|first| (first, *word, at)))
        };
        let mut words: Vec<(char, &str, usize)> = rules.iter().enumerate().flat_map(words_of).collect();
        words.sort_unstable();
        let mut firsts = [false; FIRSTS];
        words.iter().for_each(|(first, ..)| firsts[*first as usize % FIRSTS] = true);
        Self { rules, words, firsts }
    }

    /// Marks the patterns that may take the line: those without words, and those of which a word is in it.
    fn hint(&self, line: &str, hinted: &mut Vec<bool>) {
        hinted.clear();
        let first = line.chars().next().map(|c| c.to_ascii_lowercase());
        let may_begin = |rule: &Rule| match &rule.begins {
            Some(begins) => first.is_some_and(|first| begins.contains(&first)),
            None => rule.found.pattern.words.is_empty(),
        };
        hinted.extend(self.rules.iter().map(may_begin));
        for (at, c) in line.char_indices() {
            if !self.firsts[c as usize % FIRSTS] {
                continue;
            }
            let start = self.words.partition_point(|(first, ..)| *first < c);
            let same = self.words[start..].iter().take_while(|(first, ..)| *first == c);
            same.filter(|(_, word, _)| line[at..].starts_with(word)).for_each(|&(.., pattern)| hinted[pattern] = true);
        }
    }
}

/// The first characters, in small letters, of the lines that an expression of the form `(?i)\\[?(one|two|…)…` takes; `None`
/// for any other expression.
fn beginnings(line: &str) -> Option<Vec<char>> {
    let rest = line.strip_prefix("(?i)")?;
    let mut begins = Vec::new();
    let rest = rest.strip_prefix("\\[?").inspect(|_| begins.push('[')).unwrap_or(rest);
    let group = rest.strip_prefix('(').filter(|rest| !rest.starts_with('?')).map(|_| rest)?;
    let may_lack = |c: Option<&char>| matches!(c, Some('?' | '*' | '{'));
    let (mut depth, mut at_start) = (0usize, false);
    let mut chars = group.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '(' if at_start => return None,
            '(' => (depth, at_start) = (depth + 1, depth == 0),
            ')' if depth == 1 => return Some(begins).filter(|_| !may_lack(chars.peek())),
            ')' => depth -= 1,
            '|' if depth == 1 => at_start = true,
            _ if at_start && c.is_alphabetic() && !may_lack(chars.peek()) => {
                begins.push(c.to_ascii_lowercase());
                at_start = false;
            }
            _ if at_start => return None,
            _ => {}
        }
    }
    None
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

include!(concat!(env!("OUT_DIR"), "/boilerplate.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_begin_with() {
        let check = |line: &str, expect: Option<&str>| {
            assert_eq!(beginnings(line).map(String::from_iter).as_deref(), expect, "{line}");
        };
        check("(?i)\\[?(광고|AD|sponsored( content)?)\\]?", Some("[광as"));
        check("(?i)(share( this)?( (a|b))?( on .{2,12})?|tweet)", Some("st"));
        check("(?i)(log ?in|.{1,3})", None);
        check("(?i)(log|s?ign)", None);
        check("(?i)(log|in)?out", None);
        check("(광고|AD)", None);
        check("(?i)광고|AD", None);
        check("(?i)(?:광고|AD)", None);
    }

    /// A pattern without words is tried only on lines that begin as it says.
    #[test]
    fn patterns_without_words_say_how_their_lines_begin() {
        for pattern in PATTERN_FILES.iter().flat_map(|file| file.pattern).filter(|pattern| pattern.words.is_empty()) {
            assert!(
                beginnings(pattern.line).is_some(),
                "{}: give it words, or an expression of the form (?i)(one|two)",
                pattern.id
            );
        }
    }
}
