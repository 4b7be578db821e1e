//! The words of calendar and clock: `[time_words]` of `lang/<code>.toml`.

use super::{List, Sequence, WordList, Words};

/// A word that names a time by its distance from another.
#[derive(Debug)]
pub struct Named {
    /// The word ("지난해").
    pub word: &'static str,
    /// `day`, `week`, `month`, `quarter`, `year` or `same-period`.
    pub grain: &'static str,
    /// How many grains after the anchor (negative: before).
    pub shift: i64,
    /// Whether the anchor is the day the text spoke of last, not the day of publication.
    pub context: bool,
    /// Whether the anchor is only a day told before, never the day of publication ("그날").
    pub told: bool,
    /// Whether the word means something else as well and counts only in a comparison ("전주보다").
    pub strict: bool,
    /// Whether it is a day of trade: no Saturday or Sunday.
    pub trading: bool,
    /// Whether the word means something else as well and counts only with a particle of time ("차주에").
    pub dated: bool,
    /// Whether it counts from the year, month or week that its sentence named, if it did ("전월").
    pub beside: bool,
}

/// A word or part of a day with its TIMEX3 value.
#[derive(Debug)]
pub struct Valued {
    /// The word.
    pub word: &'static str,
    /// Its value ("P1D", "TMO").
    pub value: &'static str,
    /// Hours to add to a clock time that follows (12 after noon).
    pub hours: u16,
    /// Hours that a part of the day takes, from and to (3 and 6 for "새벽"); the same hour twice for a moment ("정오").
    pub from: u16,
    /// See `from`.
    pub to: u16,
}

/// A day that has a name ("추석").
#[derive(Debug)]
pub struct Holiday {
    /// The name, in small letters where the script has them.
    pub word: &'static str,
    /// `12-25`, a day of the month; `11/4/3`, the fourth Thursday of November (Monday 0, -1 for the last); the name of a
    /// [`Moving`] feast; or `easter`, days from it in `shift`.
    pub on: &'static str,
    /// Days after that.
    pub shift: i64,
}

/// A feast that the moon moves, by its days in years one after another.
#[derive(Debug)]
pub struct Moving {
    /// Its name in [`Holiday::on`].
    pub word: &'static str,
    /// The year of the first day.
    pub first: i32,
    /// Month and day as one number: 127 is 27 January.
    pub days: &'static [u16],
}

/// Which one of several weeks, weekdays or days ("둘째" is 2, "마지막" is -1).
#[derive(Debug)]
pub struct Nth {
    /// The word.
    pub word: &'static str,
    /// Its number.
    pub value: i64,
}

/// A length of time in one word ("하루").
pub type Length = Valued;
/// A repetition in one word ("매년").
pub type Repetition = Valued;
/// A part of the day ("오전").
pub type DayPart = Valued;
/// A season or part of the year ("상반기": `H1`).
pub type YearPart = Valued;

/// Words of calendar and clock.
#[derive(Debug)]
pub struct TimeWords {
    /// Words for a time by its distance.
    pub named: &'static List<Named>,
    /// Lengths in one word.
    pub length: &'static List<Length>,
    /// Repetitions in one word.
    pub repetition: &'static List<Repetition>,
    /// Parts of the day.
    pub day_part: &'static List<DayPart>,
    /// Seasons and halves.
    pub year_part: &'static List<YearPart>,
    /// Month names January to December, with their short forms after a bar ("January|Jan").
    pub months: Sequence,
    /// Weekdays, Monday first.
    pub weekdays: Sequence,
    /// "Last" before a date ("지난").
    pub past: Words,
    /// "Next" before a date ("오는").
    pub coming: Words,
    /// "This" before a part of the year ("올").
    pub this: Words,
    /// "Ago" after a length ("전").
    pub ago: Words,
    /// "Later" after a length ("뒤").
    pub later: Words,
    /// "The same period" after a year ("동기").
    pub same_period: Words,
    /// "Next" before a weekday ("다음").
    pub next: Words,
    /// What makes a date the basis of the numbers behind it ("기준").
    pub basis: Words,
    /// What makes it one of all years, with a word that compares them ("5월 기준 역대 최고").
    pub records: Words,
    /// Ends of what is chosen each year: a name and no date ("올해의 선수").
    pub awards: Words,
    /// Words of sports whose season lies in one year.
    pub summer_sports: Words,
    /// The time of day told last ("같은 시각").
    pub same_time: Words,
    /// Ends of a distance that lies behind ("전").
    pub past_ends: Words,
    /// What follows days that are a length and no date ("동안").
    pub after_days: Words,
    /// What does so too, of days that were not read as a date before ("이나").
    pub after_counted_days: Words,
    /// What follows "1일" where it is a day of each, no date ("1일 평균").
    pub each_day: Words,
    /// What a time of the clock is counted from, before it ("종료 3분 전").
    pub counted_from: Words,
    /// "In the coming" before a length ("앞으로").
    pub ahead: Words,
    /// "Within" after a length: the moment it ends ("안에").
    pub within: Words,
    /// "Within" after a length: all of it ("이내").
    pub during: Words,
    /// Words before a number of days that is a length ("일수").
    pub before_days: Words,
    /// Sentences of a court, before their length ("징역").
    pub terms: Words,
    /// Words for now ("지금").
    pub now: Words,
    /// Saturday and Sunday.
    pub weekend: Words,
    /// Monday to Friday.
    pub workdays: Words,
    /// "First", "last" before a week, a weekday or a day.
    pub nth: &'static List<Nth>,
    /// Days with names.
    pub holiday: &'static List<Holiday>,
    /// Feasts that the moon moves.
    pub moving: &'static List<Moving>,
    /// "Early" before a part of the day.
    pub early: Words,
    /// "Late" before a part of the day.
    pub late: Words,
    /// Signs in a sentence that what it tells is still to come ("예정").
    pub to_come: Words,
    /// Words that tell what was ("was", "won", "the first"): a length behind them is no time to come.
    pub was: Words,
    /// Words behind a bare hour that leave it one ("at 8 on Monday"): behind others it counts something.
    pub behind_hour: Words,
    /// What may follow an expression that is the whole text ("부터", "에").
    pub around: Words,
}
impl Named {
    pub(super) const NONE: Self = Self {
        word: "",
        grain: "day",
        shift: 0,
        context: false,
        told: false,
        strict: false,
        trading: false,
        dated: false,
        beside: false,
    };
}
impl Valued {
    pub(super) const NONE: Self = Self { word: "", value: "", hours: 0, from: 0, to: 0 };
}
impl TimeWords {
    pub(super) const NONE: Self = Self {
        named: List::NONE,
        length: List::NONE,
        repetition: List::NONE,
        day_part: List::NONE,
        year_part: List::NONE,
        months: &[],
        weekdays: &[],
        past: WordList::NONE,
        coming: WordList::NONE,
        this: WordList::NONE,
        ago: WordList::NONE,
        later: WordList::NONE,
        same_period: WordList::NONE,
        next: WordList::NONE,
        basis: WordList::NONE,
        records: WordList::NONE,
        awards: WordList::NONE,
        same_time: WordList::NONE,
        summer_sports: WordList::NONE,
        past_ends: WordList::NONE,
        after_days: WordList::NONE,
        after_counted_days: WordList::NONE,
        each_day: WordList::NONE,
        counted_from: WordList::NONE,
        ahead: WordList::NONE,
        within: WordList::NONE,
        terms: WordList::NONE,
        before_days: WordList::NONE,
        during: WordList::NONE,
        now: WordList::NONE,
        weekend: WordList::NONE,
        workdays: WordList::NONE,
        nth: List::NONE,
        holiday: List::NONE,
        moving: List::NONE,
        early: WordList::NONE,
        late: WordList::NONE,
        to_come: WordList::NONE,
        was: WordList::NONE,
        behind_hour: WordList::NONE,
        around: WordList::NONE,
    };
}
impl Holiday {
    pub(super) const NONE: Self = Self { word: "", on: "", shift: 0 };
}
impl Moving {
    pub(super) const NONE: Self = Self { word: "", first: 0, days: &[] };
}
impl Nth {
    pub(super) const NONE: Self = Self { word: "", value: 0 };
}
