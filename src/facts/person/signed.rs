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
        let slash = (start..passage.chars.len()).find(|&i| !is_hangul(passage.chars[i]) && passage.chars[i] != ' ')?;
        let name = passage.of(Stretch::new(start, slash)).trim_end();
        (passage.char(slash) == Some('/')).then_some(())?;
        let from = passage.skip_space(slash + 1);
        let reach = passage.chars[from..].iter().take(ROLE_LETTERS_MAX).position(|c| matches!(c, ':' | ']' | '['))?;
        // "[라힘 보르카/주민 : …": who speaks, be the name of any kind.
        let speaks = passage.char(from + reach) == Some(':') && name.chars().count() <= SPEAKER_LETTERS_MAX && !name.is_empty();
        // "[교육부 관계자/음성변조 : …": a role.
        let last = name.rsplit(' ').next().unwrap_or_default();
        let speaks = speaks && lang.quote_words.roles.end_of(last).is_none() && !super::is_title(last, &lang.people_words);
        (speaks || name::is_korean(name, &lang.people_words)).then_some(())?;
        let role = passage.of(Stretch::new(from, from + reach)).trim();
        let (body, title) = role.rsplit_once(' ').unwrap_or(("", role));
        let titles = Some(title.to_owned()).filter(|title| !title.is_empty()).into_iter().collect();
        let person = Person { name: name.to_owned(), titles, affiliation: body.to_owned(), ..Person::default() };
        let short = name::surname(name, &lang.people_words).to_owned();
        Some(Known { person, mentions: Vec::new(), short, anonymous: false, confidence: trust::INTRODUCED })
    };
    (0..passage.chars.len()).filter(|&i| passage.chars[i] == '[').filter_map(person).collect()
}

/// Letters of the name of one who speaks on air, at most.
const SPEAKER_LETTERS_MAX: usize = 16;
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
