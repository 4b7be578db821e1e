//! A line as the choice sees it: what each word is, and the noun phrase that ends with it.

use super::View;
use super::phrase::Sort;
use crate::facts::organisation;
use crate::facts::passage::Stretch;
use crate::facts::word::Word;
use std::cell::OnceCell;
use std::rc::Rc;

/// Words of a relative clause before its verb at most.
const RELATIVE_MAX: usize = 4;

/// What a word is to a number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Time,
    Filler,
    /// A noun without particle.
    Bare,
    Subject,
    Object,
    Genitive,
    /// A noun with another particle.
    Other,
    Adnominal,
    Verb,
}

impl Kind {
    pub(super) fn is_noun(self) -> bool {
        matches!(self, Self::Bare | Self::Subject | Self::Object | Self::Genitive | Self::Other)
    }

    pub(super) fn is_verb(self) -> bool {
        matches!(self, Self::Adnominal | Self::Verb)
    }
}

/// The words of a sentence or a bracket.
#[derive(Debug)]
pub(super) struct Line<'p> {
    pub(super) words: Rc<[Word<'p>]>,
    pub(super) kinds: Vec<Kind>,
    /// The noun phrase that ends with each noun; empty for other words.
    pub(super) phrases: Vec<String>,
    /// Whether each noun names a body (1) or whoever acts (2).
    pub(super) actors: Vec<u8>,
    /// The phrases with the relative clause before it; empty where there is none.
    pub(super) relatives: Vec<String>,
    /// The phrases that begin with each noun, once they are asked for.
    afters: OnceCell<Vec<String>>,
}

/// A line as seen from a number.
#[derive(Debug)]
pub(super) struct Seat<'p> {
    pub(super) line: Rc<Line<'p>>,
    pub(super) which: Which,
    /// The number's first word and its last; both behind the end for the line before.
    pub(super) at: usize,
    pub(super) last: usize,
}

/// Which line it is to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Which {
    /// The bracket around it.
    Bracket,
    /// Its sentence.
    Own,
    /// The sentence before.
    Before,
}

impl<'p> View<'_, 'p> {
    /// The line of a stretch; each is looked at once.
    pub(super) fn line(&self, stretch: Stretch) -> Rc<Line<'p>> {
        self.lines.of(stretch, || Rc::new(self.look(stretch)))
    }

    fn look(&self, stretch: Stretch) -> Line<'p> {
        let words = self.words(stretch);
        let kinds: Vec<Kind> = words.iter().map(|word| self.kind(word)).collect();
        let phrase = |i: usize| if kinds[i].is_noun() { self.noun_phrase(&words[..i], words[i]) } else { String::new() };
        let phrases = (0..words.len()).map(phrase).collect();
        let actor = |(word, kind): (&Word<'_>, &Kind)| {
            let stem = self.passage.of(word.stem);
            let acts = || self.lang.grammar.actors.contains(stem);
            if kind.is_noun() { u8::from(organisation::is_named(stem, self.lang)) | u8::from(acts()) << 1 } else { 0 }
        };
        let actors = words.iter().zip(&kinds).map(actor).collect();
        let relatives = (0..words.len()).map(|i| self.relative_phrase(&words, &kinds, i)).collect();
        Line { words, kinds, phrases, actors, relatives, afters: OnceCell::new() }
    }

    /// The phrase that begins with each noun of a line.
    pub(super) fn afters<'l>(&self, line: &'l Line<'p>) -> &'l [String] {
        let after = |i: usize| if line.kinds[i].is_noun() { self.phrase_after(&line.words, i, "") } else { String::new() };
        line.afters.get_or_init(|| (0..line.words.len()).map(after).collect())
    }

    /// "감염돼 병원에 입원한 환자": a noun with the clause before it that says which.
    fn relative_phrase(&self, words: &[Word<'_>], kinds: &[Kind], noun: usize) -> String {
        let plain = |i: &usize| kinds[*i] == Kind::Bare && !words[*i].stopped;
        let first = (0..noun).rev().take_while(plain).last().unwrap_or(noun);
        let Some(verb) = first.checked_sub(1).filter(|&i| kinds[noun].is_noun() && kinds[i] == Kind::Adnominal) else {
            return String::new();
        };
        let says = |i: &usize| !words[*i].stopped && kinds[*i] != Kind::Verb && !matches!(words[*i].particle, "은" | "는" | "도");
        let start = (verb.saturating_sub(RELATIVE_MAX)..verb).rev().take_while(says).last().unwrap_or(verb);
        self.text(Stretch::new(words[start].whole.start, words[noun].stem.end))
    }

    fn kind(&self, word: &Word<'_>) -> Kind {
        match () {
            () if self.is_number(word) => Kind::Number,
            () if self.is_time(word) => Kind::Time,
            () if self.is_filler(word) || self.is_about(word) => Kind::Filler,
            () => match (self.sort(word), word.particle) {
                (Sort::Noun, "") => Kind::Bare,
                (Sort::Noun, "은" | "는" | "이" | "가" | "도") => Kind::Subject,
                (Sort::Noun, "을" | "를") => Kind::Object,
                (Sort::Noun, "의") => Kind::Genitive,
                (Sort::Noun, _) => Kind::Other,
                (Sort::Adnominal, _) => Kind::Adnominal,
                (Sort::Other, _) if self.is_adnominal(word) => Kind::Adnominal,
                _ => Kind::Verb,
            },
        }
    }

    /// The lines around a number, the nearest first.
    pub(super) fn seats(&self, at: Stretch, bracket: Option<Stretch>) -> Vec<Seat<'p>> {
        let sentence = self.passage.sentence_of(at.start);
        let before = self.passage.sentences.iter().rfind(|s| s.end <= sentence.start);
        let lines = bracket.map(|b| (Which::Bracket, b)).into_iter().chain([(Which::Own, sentence)]);
        let lines = lines.chain(before.map(|s| (Which::Before, *s)));
        let seat = |(which, stretch): (Which, Stretch)| {
            let line = self.line(stretch);
            let own = |w: &Word<'_>| w.whole.overlaps(at);
            let end = line.words.len();
            let (first, last) = match which {
                Which::Before => (end, end),
                _ => (line.words.iter().position(own).unwrap_or(0), line.words.iter().rposition(own).unwrap_or(0)),
            };
            Seat { line, which, at: first, last }
        };
        lines.map(seat).collect()
    }
}
