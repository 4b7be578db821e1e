//! The words of numbers: of the table `[number_words]` of `lang/<code>.toml`.

use super::{List, Sequence, WordList, Words};

/// A word with the number it means.
#[derive(Debug)]
pub struct NumberWord {
    /// The word.
    pub word: &'static str,
    /// Its value.
    pub value: f64,
}

/// A power of ten or ten thousand in words.
pub type Magnitude = NumberWord;
/// A native counting word ("스물").
pub type Counting = NumberWord;
/// An ordinal in words ("first").
pub type Ordinal = NumberWord;
/// A part of one in words ("half").
pub type Fraction = NumberWord;
/// A word that means several ("수십"): the least it can mean.
pub type Several = NumberWord;

/// Number words and the words around a number.
#[derive(Debug)]
pub struct NumberWords {
    /// What follows a length and no place: "5 in tall" (elsewhere "in" is a preposition).
    pub dimensions: Words,
    /// Verbs and words of a change, after which "$5 to $80" is a change and the new level, and no range.
    pub moves: Words,
    /// Words of the digits 0 to 9 in order (Sino-Korean).
    pub sino: Sequence,
    /// Powers of ten and ten thousand, ascending.
    pub magnitude: &'static List<Magnitude>,
    /// Counting words.
    pub counting: &'static List<Counting>,
    /// Words for several tens, hundreds.
    pub several: &'static List<Several>,
    /// Ordinals.
    pub ordinal: &'static List<Ordinal>,
    /// Parts of one.
    pub fraction: &'static List<Fraction>,
    /// "Percent", before the number ("百分之").
    pub percent_before: Words,
    /// Tenths, after the number ("割").
    pub tenths: Words,
    /// "About", before the number.
    pub about: Words,
    /// "About", after the number.
    pub about_after: Words,
    /// "At least", before the number.
    pub least: Words,
    /// "At least", after the number.
    pub least_after: Words,
    /// What follows a word of `least_after` and turns it round: "넘" and "지 못한다".
    pub unreached: Words,
    /// Words between a number and the noun it belongs to ("이상의", "규모의").
    pub bounding: Words,
    /// Words between a noun and its number that part nothing ("모두", "최대").
    pub only: Words,
    /// What follows a part that is counted with others ("포함해").
    pub including: Words,
    /// Forms of verbs between a number and what reaches it ("달하는").
    pub reaching: Words,
    /// Words for a half ("절반").
    pub halves: Words,
    /// Words for a level that stands without a unit ("지수").
    pub indices: Words,
    /// What says that two numbers are a result ("승리").
    pub results: Words,
    /// Words that make a number negative ("영하").
    pub minus: Words,
    /// "At most", before the number.
    pub most: Words,
    /// "At most", after the number.
    pub most_after: Words,
    /// What may follow a unit without a space and leaves it a unit ("씩", "당").
    pub unit_tails: Words,
    /// Ends of words that are counted with "대" as machines are ("버스 50대").
    pub machines: Words,
    /// Ends of words that are counted with "기" ("미사일 3기"): else it is a term or a course.
    pub standing: Words,
    /// Ends of words that are counted with "부" ("신문 3부"): else it is a part of an event.
    pub copied: Words,
    /// Words of baseball, where "3회" is an inning.
    pub innings: Words,
    /// What the first of a ranking are ("30대 그룹").
    pub ranked: Words,
    /// Who is counted in office ("21대 국회"): a number before one of them is an ordinal.
    pub numbered: Words,
    /// What stands behind a set of a match that is told by its number ("2세트 초반").
    pub of_set: Words,
    /// Words right before a level without a unit ("승점").
    pub rated: Words,
    /// What is done with a number of things ("순매도").
    pub done: Words,
    /// Verbs that say no more than that something came about ("발생").
    pub happening: Words,
    /// Nouns of verbs that say nothing of what is done ("기록한").
    pub light_deeds: Words,
    /// Ends of topics that are what is measured, whosoever it is ("지지율은 한빛당이").
    pub rates: Words,
    /// Verbs of a share that somebody holds ("차지하다").
    pub holding: Words,
    /// Punishments: they are measured, not whose they are.
    pub terms_alone: Words,
    /// Heads that say how much, not of what ("수준").
    pub empty_heads: Words,
    /// What is done with a sum of money ("투자").
    pub spending: Words,
    /// Words that a bare "one" counts nothing with ("한 관계자").
    pub uncounted: Words,
}

impl NumberWord {
    pub(in crate::lang) const NONE: Self = Self { word: "", value: 0.0 };
}
impl NumberWords {
    pub(in crate::lang) const NONE: Self = Self {
        dimensions: WordList::NONE,
        moves: WordList::NONE,
        sino: &[],
        magnitude: List::NONE,
        counting: List::NONE,
        several: List::NONE,
        halves: WordList::NONE,
        done: WordList::NONE,
        happening: WordList::NONE,
        light_deeds: WordList::NONE,
        rates: WordList::NONE,
        holding: WordList::NONE,
        terms_alone: WordList::NONE,
        empty_heads: WordList::NONE,
        ranked: WordList::NONE,
        numbered: WordList::NONE,
        of_set: WordList::NONE,
        standing: WordList::NONE,
        copied: WordList::NONE,
        innings: WordList::NONE,
        rated: WordList::NONE,
        indices: WordList::NONE,
        results: WordList::NONE,
        about: WordList::NONE,
        about_after: WordList::NONE,
        least: WordList::NONE,
        least_after: WordList::NONE,
        unreached: WordList::NONE,
        bounding: WordList::NONE,
        only: WordList::NONE,
        including: WordList::NONE,
        reaching: WordList::NONE,
        minus: WordList::NONE,
        most: WordList::NONE,
        most_after: WordList::NONE,
        unit_tails: WordList::NONE,
        ordinal: List::NONE,
        fraction: List::NONE,
        percent_before: WordList::NONE,
        tenths: WordList::NONE,
        machines: WordList::NONE,
        spending: WordList::NONE,
        uncounted: WordList::NONE,
    };
}
