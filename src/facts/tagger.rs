//! A small learned tagger of names. In: a sentence as characters with the flags of the rules (dates, numbers). Out: labelled
//! stretches. There is one for each language that has weights. It is linear: the score of a label at a character is the sum
//! of the weights of thirty to sixty hashed features; the best sequence of labels is found by [`viterbi`]. Values never come from here.

use super::passage::{Passage, Stretch};
use std::borrow::Cow;
use std::sync::OnceLock;

pub mod features;
pub mod flags;
pub mod huffman;
pub(super) mod input;
pub mod label;
pub mod lists;
pub mod viterbi;
pub mod weights;

use crate::text::{is_alphanumeric, is_capital, is_small};
use features::Templates;
use flags::Flag;
use label::Label;
use lists::{Listed, Lists};
use weights::Weights;

/// The tagger: the bytes of its weights, read when they are first needed.
#[derive(Debug)]
pub struct Tagger {
    bytes: Cow<'static, [u8]>,
    weights: OnceLock<Option<Weights>>,
}

/// A labelled stretch of a passage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tagged {
    pub(crate) at: Stretch,
    pub(crate) label: Label,
    /// How far its characters' labels stand above "no name" in the mean, in units of the weights, without
    /// [`weights::BOLDNESS`].
    pub(crate) margin: f32,
    /// What the lists say of it.
    pub(crate) standing: Standing,
    /// Whether a list holds it as a place.
    pub(crate) place: bool,
}

/// What the lists of names say of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is a common noun, a place or another proper noun, or one of its words is and is no person's name.
    Common,
    /// It is several words of which one is a common noun and a name too.
    Mixed,
    /// It is one word, a given name or a foreign name.
    Given,
    /// Nothing.
    Unknown,
}

impl Tagger {
    /// A tagger with these weights (see [`weights`] for the format). Bytes that are none give a tagger that finds nothing.
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { bytes: bytes.into(), weights: OnceLock::new() }
    }

    /// A tagger with weights that are part of the program.
    pub const fn built_in(bytes: &'static [u8]) -> Self {
        Self { bytes: Cow::Borrowed(bytes), weights: OnceLock::new() }
    }

    /// Whether the bytes are weights.
    pub fn is_ready(&self) -> bool {
        self.weights().is_some()
    }

    /// Whether its weights are of a language.
    pub fn speaks(&self, lang: &str) -> bool {
        self.bytes.strip_prefix(weights::MAGIC).is_some_and(|rest| rest.starts_with(lang.as_bytes()))
    }

    fn weights(&self) -> Option<&Weights> {
        self.weights.get_or_init(|| Weights::read(&self.bytes)).as_ref()
    }

    /// Whether the lists know a word as a noun or a name, and not as a person's.
    pub(crate) fn is_other(&self, text: &str) -> bool {
        self.weights().is_some_and(|weights| standing(text, &weights.lists) == Standing::Common)
    }

    /// Whether the lists know a word as a person's name or a part of one.
    pub(crate) fn is_person(&self, text: &str) -> bool {
        let names = Listed::Given.bit() | Listed::Foreign.bit();
        self.weights().is_some_and(|weights| weights.lists.of(features::word(text.chars())) & names != 0)
    }

    /// Whether the lists know a word, or what it ends with: two syllables or more.
    pub(crate) fn knows_end(&self, text: &str) -> bool {
        let Some(weights) = self.weights() else { return false };
        let starts = text.char_indices().map(|(at, _)| at);
        let known = |at: usize| weights.lists.of(features::word(text[at..].chars())) & !lists::OF_SYLLABLES != 0;
        starts.take(text.chars().count().saturating_sub(1)).any(known)
    }

    /// Whether the lists know a word as a common noun.
    pub(crate) fn is_noun(&self, text: &str) -> bool {
        self.weights().is_some_and(|weights| weights.lists.of(features::word(text.chars())) & Listed::Noun.bit() != 0)
    }

    /// Whether the lists know a word as a proper noun that is neither a place nor a person's name.
    pub(crate) fn is_proper(&self, text: &str) -> bool {
        self.weights().is_some_and(|weights| weights.lists.of(features::word(text.chars())) & Listed::Proper.bit() != 0)
    }

    /// The mean origin of the syllables of a word: 0 native, 3 foreign.
    pub(crate) fn origin(&self, text: &str) -> f32 {
        let Some(weights) = self.weights() else { return 0.0 };
        let sum: f32 = text.chars().map(|c| f32::from(weights.lists.origin(c))).sum();
        sum / text.chars().count().max(1) as f32
    }

    /// What the lists say of a text.
    pub(crate) fn standing(&self, text: &str) -> Standing {
        self.weights().map_or(Standing::Unknown, |weights| standing(text, &weights.lists))
    }

    /// The labelled stretches of a passage, sentence by sentence, in order.
    pub(crate) fn tag(&self, passage: &Passage<'_>, flags: &[Flag]) -> Vec<Tagged> {
        let Some(weights) = self.weights() else { return Vec::new() };
        let mut out = Vec::new();
        for sentence in &passage.sentences {
            let (from, to) = (sentence.start, sentence.end);
            let rows = features::rows(&passage.chars[from..to], &flags[from..to], (&weights.lists, weights.templates));
            let scores = weights.scores(&rows);
            let found = viterbi::best(&scores, &weights.steps);
            out.extend(label::stretches(&found).into_iter().map(|(start, end, label)| {
                let at = Stretch::new(from + start, from + end);
                let at = if weights.templates == Templates::Capitals { whole_words(passage, at) } else { at };
                let listed = weights.lists.of(features::word(passage.chars[at.start..at.end].iter().copied()));
                Tagged {
                    at,
                    label,
                    margin: viterbi::margin(&scores[start..end], &found[start..end]) - weights::BOLDNESS,
                    standing: standing(passage.of(at), &weights.lists),
                    place: listed & Listed::Place.bit() != 0,
                }
            }));
        }
        out
    }
}

/// An English stretch as whole words without the marks around them, and without small words behind a name of capitals.
fn whole_words(passage: &Passage<'_>, at: Stretch) -> Stretch {
    let letter = |i: usize| passage.char(i).is_some_and(is_alphanumeric);
    let Some(first) = (at.start..at.end).find(|&i| letter(i)) else { return at };
    let start = (0..first).rev().take_while(|&i| letter(i)).last().unwrap_or(first);
    let end_of = |last: usize| (last..passage.chars.len()).find(|&i| !letter(i)).unwrap_or(passage.chars.len());
    let mut end = (start..at.end).rev().find(|&i| letter(i)).map_or(at.end, end_of);
    while let Some((rest, last)) = passage.of(Stretch::new(start, end)).rsplit_once(' ')
        && rest.starts_with(is_capital)
        && last.starts_with(is_small)
    {
        end -= last.chars().count() + 1;
    }
    // "U.S." ends with its own full stop.
    let dotted = passage.of(Stretch::new(start, end)).rsplit(' ').next().is_some_and(|last| last.contains('.'));
    Stretch::new(start, end + usize::from(dotted && passage.char(end) == Some('.')))
}

/// The tags of all passages, each with its passage and the index of that.
pub(crate) fn each<'a, 'p>(
    passages: &'a [Passage<'p>],
    tags: &'a [Vec<Tagged>],
) -> impl Iterator<Item = (usize, (&'a Passage<'p>, &'a Tagged))> {
    let of = |(index, (passage, tags)): (usize, (&'a Passage<'p>, &'a Vec<Tagged>))| {
        tags.iter().map(move |tag| (index, (passage, tag)))
    };
    passages.iter().zip(tags).enumerate().flat_map(of)
}

fn standing(text: &str, lists: &Lists) -> Standing {
    let of = |word: &str| lists.of(features::word(word.chars()));
    let is = |lists: u16, list: Listed| lists & list.bit() != 0;
    let person = |lists: u16| is(lists, Listed::Given) || is(lists, Listed::Foreign);
    let other = |lists: u16| is(lists, Listed::Noun) || is(lists, Listed::Place) || is(lists, Listed::Proper);
    let noun = text.split(' ').any(|word| is(of(word), Listed::Noun));
    match () {
        () if text.split(' ').any(|word| other(of(word)) && !person(of(word))) => Standing::Common,
        () if noun && text.split(' ').all(|word| is(of(word), Listed::Noun)) => Standing::Common,
        () if noun && text.contains(' ') => Standing::Mixed,
        () if noun => Standing::Common,
        () if person(of(text)) => Standing::Given,
        () => Standing::Unknown,
    }
}
