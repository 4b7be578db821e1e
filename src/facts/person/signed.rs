//! Writers whom a dateline names, and those who speak on air.

use super::{Known, name};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::{Person, organisation, trust};
use crate::lang::LangPack;
use crate::text::is_hangul;

/// "[한가람/달빛연구소 소장 : “…”]", "[한가람 / 주민]": who speaks in a broadcast.
pub(super) fn on_air(passage: &Passage<'_>, lang: &LangPack) -> Vec<Known> {
    let person = |open: usize| {
        let start = open + 1;
        let name_end = (start..passage.chars.len()).find(|&i| !is_hangul(passage.chars[i]))?;
        let slash = passage.skip_space(name_end);
        let name = passage.of(Stretch::new(start, name_end));
        (passage.char(slash) == Some('/') && name::is_korean(name, &lang.people_words)).then_some(())?;
        let from = passage.skip_space(slash + 1);
        let reach = passage.chars[from..].iter().take(ROLE_LETTERS_MAX).position(|c| matches!(c, ':' | ']' | '['))?;
        let role = passage.of(Stretch::new(from, from + reach)).trim();
        let (body, title) = role.rsplit_once(' ').unwrap_or(("", role));
        let titles = Some(title.to_owned()).filter(|title| !title.is_empty()).into_iter().collect();
        let person = Person { name: name.to_owned(), titles, affiliation: body.to_owned(), ..Person::default() };
        let short = name::surname(name, &lang.people_words).to_owned();
        Some(Known { person, mentions: Vec::new(), short, anonymous: false, confidence: trust::INTRODUCED })
    };
    (0..passage.chars.len()).filter(|&i| passage.chars[i] == '[').filter_map(person).collect()
}

/// Letters of what somebody on air is, at most.
const ROLE_LETTERS_MAX: usize = 40;

/// The writer of a dateline, who belongs to its paper: "[달빛뉴스=한가람 기자]".
pub(super) fn of_dateline(passage: &Passage<'_>, lang: &LangPack) -> Option<Known> {
    let outlet = organisation::dateline::outlet(passage, lang)?;
    let name = organisation::dateline::writer(passage, outlet, lang)?;
    let text = passage.of(name);
    let role = passage.read_any(passage.skip_space(name.end), lang.byline_words.roles)?;
    let titles = vec![passage.of(Stretch::new(passage.skip_space(name.end), role)).to_owned()];
    let affiliation = passage.of(outlet).to_owned();
    let person = Person { name: text.to_owned(), titles, affiliation, ..Person::default() };
    let short = name::surname(text, &lang.people_words).to_owned();
    Some(Known { person, mentions: Vec::new(), short, anonymous: false, confidence: trust::INTRODUCED })
}
