//! Words of sums in languages that put them before the number: "rose 4% to $52m from $50m".

use super::{WordList, Words};

/// Words of sums that stand before the number, in small letters.
#[derive(Debug)]
pub struct SumWords {
    /// Verbs of growing.
    pub rise: Words,
    /// Verbs of shrinking.
    pub fall: Words,
    /// Nouns of growing and words of being more, which may follow the number, too.
    pub more: Words,
    /// The same of shrinking and being less.
    pub less: Words,
    /// What stands before a number that another is more or less than: "ahead of".
    pub beside: Words,
    /// What stands before a new level: "to".
    pub level: Words,
    /// What stands before the number that another is compared with: "from", "against".
    pub base: Words,
    /// Times before: what stands with them is what others are compared with ("a year earlier").
    pub past: Words,
    /// Words for a difference of two numbers: "majority".
    pub gap: Words,
    /// What stands before a total: "in all".
    pub total: Words,
    /// What stands before the last of the parts: "the remaining".
    pub rest: Words,
    /// Words that are a number of times, with their value as a fraction of digits: "two-thirds·2·3".
    pub multiples: Words,
    /// What follows a number of times that something is another ("as many as", "the 421").
    pub times: Words,
    /// What follows "times as" where it is a multiple of a number ("many").
    pub as_many: Words,
    /// What stands behind a share of all that was told ("of them").
    pub of_all: Words,
    /// What begins the clause of a total ("bringing the number to").
    pub brings: Words,
    /// What a share is called ("share", "turnout").
    pub parted: Words,
    /// Between a part and the share that it is (", or ").
    pub or: Words,
    /// Verbs of growing and shrinking that tell a sum of money ("lost").
    pub earns: Words,
    /// What a sentence about what was told before begins with.
    pub back: Words,
    /// What begins a clause about something else.
    pub clauses: Words,
    /// What stands before a share of numbers that were just told: "or", "turnout of".
    pub share: Words,
    /// What the parts of a whole told before begin with: "of these".
    pub among: Words,
    /// What follows a part that is told in words ("a third of"); before another word it is an adjective.
    pub behind_part: Words,
    /// Verbs to which "up" and "down" belong, so that the number behind is no change: "took up 600 beds".
    pub phrasal: Words,
    /// What ends the words behind a number that speak of it: "61 with lead above the limit".
    pub ends: Words,
    /// What stands before "to" where a change is told again: "the decline works out to".
    pub amounts: Words,
}

impl SumWords {
    pub(super) const NONE: Self = Self {
        rise: WordList::NONE,
        fall: WordList::NONE,
        more: WordList::NONE,
        less: WordList::NONE,
        beside: WordList::NONE,
        level: WordList::NONE,
        base: WordList::NONE,
        past: WordList::NONE,
        gap: WordList::NONE,
        total: WordList::NONE,
        rest: WordList::NONE,
        multiples: WordList::NONE,
        share: WordList::NONE,
        times: WordList::NONE,
        as_many: WordList::NONE,
        of_all: WordList::NONE,
        brings: WordList::NONE,
        parted: WordList::NONE,
        or: WordList::NONE,
        earns: WordList::NONE,
        back: WordList::NONE,
        clauses: WordList::NONE,
        among: WordList::NONE,
        behind_part: WordList::NONE,
        phrasal: WordList::NONE,
        ends: WordList::NONE,
        amounts: WordList::NONE,
    };
}
