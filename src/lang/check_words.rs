//! Words of sums that an article tells: what grows, what is compared with what, shares, totals and their parts.

use super::{Sequence, WordList, Words};

/// Words of sums.
#[derive(Debug)]
pub struct CheckWords {
    /// Verbs of growing.
    pub rise: Words,
    /// Verbs of shrinking.
    pub fall: Words,
    /// "Higher", "dearer than".
    pub above: Words,
    /// "Lower", "short of".
    pub below: Words,
    /// "Most": what follows is a rank and no change.
    pub most: Words,
    /// Verbs of growing that say of people where they go ("결승에 올랐다").
    pub goes: Words,
    /// Verbs of shrinking that say of lengths how far off something is ("12㎞ 떨어진").
    pub away: Words,
    /// Words for a difference.
    pub gap: Words,
    /// What follows a number that others are a share of ("1000명에게 물은").
    pub asked: Words,
    /// What is said of how many are wanted ("모집").
    pub wanted: Words,
    /// What says that a number is a share ("차지").
    pub share: Words,
    /// "Is made up of": the parts that are told are all.
    pub composed: Words,
    /// What two parts are called that make up a whole, joined by "·".
    pub halves: Words,
    /// Words for a total.
    pub total: Words,
    /// Words for a part of a whole.
    pub part: Sequence,
    /// What follows a number that is how far something rose or fell ("까지").
    pub levels: Words,
    /// Beginnings of a sentence that tells the parts of what was told before ("이 중").
    pub among: Words,
    /// Beginnings of a sentence about what the one before ended with ("이는").
    pub pointing: Words,
    /// What a difference of income and spending is called ("적자").
    pub balance: Words,
    /// What is earned and spent, joined by "·".
    pub sides: Words,
    /// "Left", "the rest".
    pub left: Words,
    /// Times before: a sentence with one of them tells what was compared with ("평년 기온은 29.8도다").
    pub past: Words,
    /// Times long before: of two numbers the one told of such a time is what the other is compared with.
    pub earlier: Words,
    /// "More than that", "so it is": a sentence with one of them goes on about what was told before it.
    pub refers: Words,
    /// "So it is that": what a sentence ends with that reckons with what was told before it.
    pub amounts: Words,
    /// "Together": what several did ("65점을 합작").
    pub joined: Words,
    /// How many of something are added up, from two on ("두 지역을 합치면").
    pub joint: Sequence,
    /// What stands between a change and the same in percent ("1374명, 12.3% 적다").
    pub again: Words,
    /// Ends of words that say that parts are told kind by kind ("나이별로").
    pub kinds: Words,
    /// Of whom a number is told that each has ("한 사람당").
    pub each_person: Words,
    /// What follows what each of several has ("2만 명꼴").
    pub each: Words,
    /// "Added up", anywhere before a total.
    pub joins: Words,
    /// "Added up": before a total.
    pub added_up: Words,
    /// What a change in percent is called ("증가율").
    pub growth: Words,
    /// Endings of what a share is called ("성공률").
    pub rate_nouns: Words,
    /// "Share": what a part of a whole weighs ("여자 선수의 비중").
    pub weights: Words,
    /// "Of all": before a share whose whole was told alone.
    pub of_all: Words,
    /// What stands between a part and its share ("202명으로 18.1%").
    pub parted: Words,
    /// What stands between a share and its part ("18.1%인 202명").
    pub linked: Words,
    /// Parts of a company: a rate behind one is not the whole company's ("공조 부문 영업이익률").
    pub divisions: Words,
    /// What stands between a whole and the share of it that a rate is ("모집인원 대비 지원자 비율").
    pub per: Words,
    /// Endings of verbs that close a clause before another ("살아나면서").
    pub closes: Words,
    /// Particles of what something is above or below ("340만 명을 웃돌았다").
    pub objects: Words,
    /// Rates with the nouns of their part and their whole, joined by "·".
    pub rates: Words,
    /// "The rest", "others": the last of the parts.
    pub rest: Words,
    /// "And others": a list that is not complete.
    pub others: Words,
    /// "From" and "to" between two values.
    pub from: Words,
    /// "Compared with".
    pub than: Words,
}

impl CheckWords {
    pub(super) const NONE: Self = Self {
        rise: WordList::NONE,
        fall: WordList::NONE,
        above: WordList::NONE,
        below: WordList::NONE,
        most: WordList::NONE,
        goes: WordList::NONE,
        away: WordList::NONE,
        gap: WordList::NONE,
        asked: WordList::NONE,
        wanted: WordList::NONE,
        share: WordList::NONE,
        composed: WordList::NONE,
        halves: WordList::NONE,
        total: WordList::NONE,
        part: &[],
        levels: WordList::NONE,
        among: WordList::NONE,
        balance: WordList::NONE,
        pointing: WordList::NONE,
        sides: WordList::NONE,
        left: WordList::NONE,
        past: WordList::NONE,
        earlier: WordList::NONE,
        refers: WordList::NONE,
        rates: WordList::NONE,
        rest: WordList::NONE,
        amounts: WordList::NONE,
        joined: WordList::NONE,
        joint: &[],
        again: WordList::NONE,
        kinds: WordList::NONE,
        each_person: WordList::NONE,
        each: WordList::NONE,
        joins: WordList::NONE,
        added_up: WordList::NONE,
        growth: WordList::NONE,
        rate_nouns: WordList::NONE,
        weights: WordList::NONE,
        of_all: WordList::NONE,
        parted: WordList::NONE,
        linked: WordList::NONE,
        divisions: WordList::NONE,
        per: WordList::NONE,
        closes: WordList::NONE,
        objects: WordList::NONE,
        others: WordList::NONE,
        from: WordList::NONE,
        than: WordList::NONE,
    };
}
