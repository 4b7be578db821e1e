//! What rules found before the tagger reads: dates and numbers, as one flag for each character.

use crate::facts::passage::{Passage, Stretch};
use crate::facts::{Fact, FactKind, Place, mark};
use crate::lang::LangPack;

/// Of a character: 0, or twice the code of what covers it, and one more at its first character.
pub type Flag = u8;

/// The flags of a passage, one for each character; `facts` are those of the rules for the whole body.
pub(crate) fn of(passage: &Passage<'_>, facts: &[Fact], lang: &LangPack) -> Vec<Flag> {
    let mut out = vec![0; passage.chars.len()];
    let mut flag = |at: Stretch, code: u8| {
        let flags = &mut out[at.start..at.end];
        flags.fill(2 * code);
        if let Some(first) = flags.first_mut() {
            *first += 1;
        }
    };
    for fact in facts {
        let (mentions, code) = match &fact.kind {
            FactKind::Person(p) => (&p.mentions, 4),
            FactKind::Organisation(o) => (&o.mentions, 5),
            _ => continue,
        };
        mentions.iter().filter(|m| passage.holds(m)).for_each(|m| flag(passage.stretch(m.span), code));
    }
    let here = facts.iter().filter(|fact| passage.holds(&Place { paragraph: fact.paragraph, span: fact.span }));
    let mut dates = Vec::new();
    for fact in here {
        let FactKind::Date(date) = &fact.kind else { continue };
        if !date.vague {
            let at = passage.stretch(fact.span);
            dates.push(at);
            flag(at, 1);
        }
    }
    for marked in mark::find(passage, &dates, lang) {
        flag(marked.at, if matches!(marked.kind, "AGE" | "ORDINAL") { 3 } else { 2 });
    }
    out
}
