//! Content language packs: the words of a language, compiled from `lang/<code>.toml` by `build.rs`.
//! Lists of words stand there once; code holds shapes only. (Interface words are in `extension/_locales`.)

/// The words of one content language.
#[derive(Debug)]
pub struct LangPack {
    /// Primary subtag ("ko").
    pub code: &'static str,
    /// Words around a reporter's name.
    pub byline_words: BylineWords,
}

/// Words around a reporter's name.
#[derive(Debug)]
pub struct BylineWords {
    /// Roles that follow (Korean) or precede a name: "기자", "특파원", "By".
    pub roles: &'static [&'static str],
    /// Desks and agencies that sign like people: "온라인뉴스팀".
    pub desks: &'static [&'static str],
}

impl LangPack {
    const NONE: Self = Self { code: "", byline_words: BylineWords::NONE };

    /// The pack of a language, if there is one.
    pub fn of(code: &str) -> Option<&'static Self> {
        PACKS.iter().find(|pack| pack.code == code)
    }
}

impl BylineWords {
    const NONE: Self = Self { roles: &[], desks: &[] };
}

include!(concat!(env!("OUT_DIR"), "/lang.rs"));
