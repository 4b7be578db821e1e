//! The words by which facts are found: numbers, times, people, bodies, quotations, sources, sums.
//! One struct a table of `lang/<code>.toml`; a language without a table finds no facts of that kind.

/// A list of words.
pub type Words = &'static [&'static str];

/// Particles and small words of the grammar.
#[derive(Debug)]
pub struct Grammar {
    /// Particles that stand at the end of a word (Korean).
    pub particles: Words,
    /// Those of them that mark what the clause speaks about.
    pub subject_particles: Words,
    /// Beginnings of the copula, with which a sentence may end on a noun ("4730마리다").
    pub copulas: Words,
    /// Nouns that end like a particle and lose nothing.
    pub particle_like: Words,
    /// Ends of verbs before a noun ("기록한 …").
    pub adnominals: Words,
    /// "Among", after the noun that a number is a part of.
    pub among: Words,
    /// Subjects that act and are not measured ("회사").
    pub actors: Words,
    /// Subjects that only point or fill a place ("이", "것").
    pub light: Words,
    /// Nouns of one syllable that can be measured.
    pub short_nouns: Words,
    /// Nouns that end like a verb that goes on ("광고").
    pub go_nouns: Words,
    /// Ends of verbs and adverbs that no noun phrase goes on after.
    pub verbal_ends: Words,
    /// Words between a noun and its number that are neither ("모두", "총").
    pub fillers: Words,
}

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
    pub named: &'static [Named],
    /// Lengths in one word.
    pub length: &'static [Length],
    /// Repetitions in one word.
    pub repetition: &'static [Repetition],
    /// Parts of the day.
    pub day_part: &'static [DayPart],
    /// Seasons and halves.
    pub year_part: &'static [YearPart],
    /// Month names January to December, with their short forms after a bar ("January|Jan").
    pub months: Words,
    /// Weekdays, Monday first.
    pub weekdays: Words,
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
    /// "In the coming" before a length ("앞으로").
    pub ahead: Words,
    /// "Within" after a length: the moment it ends ("안에").
    pub within: Words,
    /// "Within" after a length: all of it ("이내").
    pub during: Words,
    /// Words for now ("지금").
    pub now: Words,
    /// Saturday and Sunday.
    pub weekend: Words,
    /// Monday to Friday.
    pub workdays: Words,
    /// "First", "last" before a week, a weekday or a day.
    pub nth: &'static [Nth],
    /// Days with names.
    pub holiday: &'static [Holiday],
    /// Feasts that the moon moves.
    pub moving: &'static [Moving],
    /// "Early" before a part of the day.
    pub early: Words,
    /// "Late" before a part of the day.
    pub late: Words,
    /// Signs in a sentence that what it tells is still to come ("예정").
    pub to_come: Words,
    /// What may follow an expression that is the whole text ("부터", "에").
    pub around: Words,
}

/// Words of reported speech.
#[derive(Debug)]
pub struct QuoteWords {
    /// What follows a closing mark when the text was said or written ("라고").
    pub quotatives: Words,
    /// Those after which the same speaker goes on in the same sentence ("며").
    pub linking: Words,
    /// Reporting verbs as written or their stems ("말했").
    pub verbs: Words,
    /// Words for the person spoken of ("그").
    pub pronouns: Words,
    /// Ends of a phrase that names a speaker by role ("관계자").
    pub roles: Words,
    /// Beginnings that point back at a role ("이", "해당").
    pub pointers: Words,
    /// Ends of a sentence that was said ("다", "요").
    pub spoken_ends: Words,
    /// Words that introduce a quotation of the same speaker ("이어").
    pub continuing: Words,
}

/// Words around names of people.
#[derive(Debug)]
pub struct PeopleWords {
    /// Family names of one syllable, written together.
    pub surnames: &'static str,
    /// Family names of two syllables.
    pub long_surnames: Words,
    /// Syllables that given names are made of, written together.
    pub given: &'static str,
    /// Titles and offices, or their last part ("장", "교수").
    pub titles: Words,
    /// Words that end like a title and are none.
    pub not_titles: Words,
    /// Titles that stand before a name ("배우").
    pub before: Words,
    /// "Former" ("전").
    pub former: Words,
    /// What follows an anonymised family name ("모").
    pub anonymous: Words,
    /// Polite words after a name that are no title ("씨").
    pub polite: Words,
    /// Countries that stand in a bracket after a name.
    pub countries: Words,
    /// What follows the name of one who made something ("작곡").
    pub works: Words,
    /// Words that look like a name and are none.
    pub not_names: Words,
}

/// Words around names of bodies.
#[derive(Debug)]
pub struct OrganisationWords {
    /// Ends of names ("연구소").
    pub ends: Words,
    /// Whole names that need no evidence.
    pub names: Words,
    /// Words with such an end that name no body.
    pub not_names: Words,
    /// Kinds of body that stand before a name ("업체").
    pub kinds: Words,
    /// "Hereafter" in a bracket that gives a short name ("이하").
    pub hereafter: Words,
}

/// Words around cited documents.
#[derive(Debug)]
pub struct SourceWords {
    /// Ends of titles ("실태조사").
    pub ends: Words,
    /// Ends of names of laws.
    pub laws: Words,
    /// What follows a cited title ("에 따르면").
    pub citing: Words,
    /// What stands between a title and the verb of making it known ("결과").
    pub results: Words,
    /// Verbs of making known after a title ("발표").
    pub announcing: Words,
    /// Verbs of publishing before a title ("펴낸").
    pub issuing: Words,
}

/// Words of sums.
#[derive(Debug)]
pub struct CheckWords {
    /// Verbs of growing.
    pub rise: Words,
    /// Verbs of shrinking.
    pub fall: Words,
    /// Words for a difference.
    pub gap: Words,
    /// Words for a total.
    pub total: Words,
    /// Words for a part of a whole.
    pub part: Words,
    /// "Left", "the rest".
    pub left: Words,
    /// "And others": a list that is not complete.
    pub others: Words,
    /// "From" and "to" between two values.
    pub from: Words,
    /// "Compared with".
    pub than: Words,
}

impl Grammar {
    pub(super) const NONE: Self = Self {
        particles: &[],
        copulas: &[],
        subject_particles: &[],
        particle_like: &[],
        adnominals: &[],
        among: &[],
        actors: &[],
        light: &[],
        short_nouns: &[],
        go_nouns: &[],
        verbal_ends: &[],
        fillers: &[],
    };
}
impl Named {
    pub(super) const NONE: Self = Self { word: "", grain: "day", shift: 0, context: false, told: false, strict: false };
}
impl Valued {
    pub(super) const NONE: Self = Self { word: "", value: "", hours: 0, from: 0, to: 0 };
}
impl TimeWords {
    pub(super) const NONE: Self = Self {
        named: &[],
        length: &[],
        repetition: &[],
        day_part: &[],
        year_part: &[],
        months: &[],
        weekdays: &[],
        past: &[],
        coming: &[],
        this: &[],
        ago: &[],
        later: &[],
        same_period: &[],
        next: &[],
        ahead: &[],
        within: &[],
        during: &[],
        now: &[],
        weekend: &[],
        workdays: &[],
        nth: &[],
        holiday: &[],
        moving: &[],
        early: &[],
        late: &[],
        to_come: &[],
        around: &[],
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
impl QuoteWords {
    pub(super) const NONE: Self = Self {
        quotatives: &[],
        linking: &[],
        verbs: &[],
        pronouns: &[],
        roles: &[],
        pointers: &[],
        spoken_ends: &[],
        continuing: &[],
    };
}
impl PeopleWords {
    pub(super) const NONE: Self = Self {
        surnames: "",
        long_surnames: &[],
        given: "",
        titles: &[],
        not_titles: &[],
        before: &[],
        former: &[],
        anonymous: &[],
        polite: &[],
        countries: &[],
        works: &[],
        not_names: &[],
    };
}
impl OrganisationWords {
    pub(super) const NONE: Self = Self { ends: &[], names: &[], not_names: &[], kinds: &[], hereafter: &[] };
}
impl SourceWords {
    pub(super) const NONE: Self = Self { ends: &[], laws: &[], citing: &[], results: &[], announcing: &[], issuing: &[] };
}
impl CheckWords {
    pub(super) const NONE: Self =
        Self { rise: &[], fall: &[], gap: &[], total: &[], part: &[], left: &[], others: &[], from: &[], than: &[] };
}
