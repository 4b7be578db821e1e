//! Content language packs: the words of a language, compiled from `lang/<code>.toml` by `build.rs`.
//! Lists of words stand there once; code holds shapes only. (Interface words are in `extension/_locales`.)

mod check_words;
mod fact_words;
mod letters;
mod list;
mod number_words;
mod sum_words;
mod syllables;
mod time_words;

pub use check_words::CheckWords;
pub use fact_words::*;
pub use letters::Letters;
pub use list::{List, Sequence, WordList, Words};
pub use number_words::*;
pub use sum_words::SumWords;
pub use syllables::Syllables;
pub use time_words::*;

/// The words of one content language.
#[derive(Debug)]
pub struct LangPack {
    /// Primary subtag ("ko").
    pub code: &'static str,
    /// Words around a reporter's name.
    pub byline_words: BylineWords,
    /// Words around the dates of a page.
    pub date_words: DateWords,
    /// Words of copyright lines.
    pub copyright_words: CopyrightWords,
    /// Minutes east of UTC where the language is at home in one time zone; -1 where it is not.
    pub utc_offset: i16,
    /// Particles and small words of the grammar.
    pub grammar: Grammar,
    /// Number words and the words around a number.
    pub number_words: NumberWords,
    /// Words of calendar and clock.
    pub time_words: TimeWords,
    /// Words of reported speech.
    pub quote_words: QuoteWords,
    /// Words around names of people.
    pub people_words: PeopleWords,
    /// Words around names of bodies.
    pub organisation_words: OrganisationWords,
    /// Words around names of places.
    pub place_words: PlaceWords,
    /// Words around names of events.
    pub event_words: EventWords,
    /// Words around cited documents.
    pub source_words: SourceWords,
    /// Words of sums.
    pub check_words: CheckWords,
    /// Words of sums where they stand before the number.
    pub sum_words: SumWords,
}

/// Words around the dates of a page.
#[derive(Debug)]
pub struct DateWords {
    /// "Published", "입력".
    pub published: Words,
    /// "Updated", "수정".
    pub modified: Words,
}

/// Words around a reporter's name.
#[derive(Debug)]
pub struct BylineWords {
    /// Roles that follow (Korean) or precede a name: "기자", "특파원", "By".
    pub roles: Words,
    /// Desks and agencies that sign like people: "온라인뉴스팀".
    pub desks: Words,
    /// Ends of the names of papers and stations: "신문", "TV".
    pub outlets: Words,
    /// Labels of a picture's credit: "사진".
    pub pictures: Words,
    /// What a headline says of a contributed text: "기고".
    pub contributed: Words,
}

impl LangPack {
    const NONE: Self = Self {
        code: "",
        byline_words: BylineWords::NONE,
        date_words: DateWords::NONE,
        copyright_words: CopyrightWords::NONE,
        utc_offset: -1,
        grammar: Grammar::NONE,
        number_words: NumberWords::NONE,
        time_words: TimeWords::NONE,
        quote_words: QuoteWords::NONE,
        people_words: PeopleWords::NONE,
        organisation_words: OrganisationWords::NONE,
        place_words: PlaceWords::NONE,
        event_words: EventWords::NONE,
        source_words: SourceWords::NONE,
        check_words: CheckWords::NONE,
        sum_words: SumWords::NONE,
    };

    /// All packs.
    pub fn all() -> &'static [Self] {
        PACKS
    }

    /// The pack of a language, if there is one.
    pub fn of(code: &str) -> Option<&'static Self> {
        PACKS.iter().find(|pack| pack.code == code)
    }
}

/// Words of copyright lines.
#[derive(Debug)]
pub struct CopyrightWords {
    /// Forms of a company before its name: "(주)".
    pub company: Words,
    /// What the terms after the holder's name begin with: "All rights", "무단".
    pub terms: Words,
    /// What stands before the holder in a line without a sign: "版权归", "著作権は".
    pub owner_before: Words,
    /// What follows the holder there: "所有", "に帰属".
    pub owner_after: Words,
    /// Labels before the paper that a text was taken from: "출처 : 한겨레".
    pub source: Words,
}

impl CopyrightWords {
    const NONE: Self = Self {
        company: WordList::NONE,
        terms: WordList::NONE,
        owner_before: WordList::NONE,
        owner_after: WordList::NONE,
        source: WordList::NONE,
    };
}

impl DateWords {
    const NONE: Self = Self { published: WordList::NONE, modified: WordList::NONE };
}

impl BylineWords {
    const NONE: Self = Self {
        roles: WordList::NONE,
        desks: WordList::NONE,
        outlets: WordList::NONE,
        pictures: WordList::NONE,
        contributed: WordList::NONE,
    };
}

include!(concat!(env!("OUT_DIR"), "/lang.rs"));
