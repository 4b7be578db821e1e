//! Writers whom a dateline names.

use super::{Known, name};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::{Person, organisation, trust};
use crate::lang::LangPack;

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
