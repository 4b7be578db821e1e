//! Bodies that are part of others: "한빛부 산하 별빛연구소".

use super::organisation::Body;
use super::passage::Passage;
use super::word::words;
use crate::lang::LangPack;

/// Sets the parent of each body that a mention names with one.
pub(crate) fn find(passages: &[Passage<'_>], bodies: &mut [Body], lang: &LangPack) {
    for (index, passage) in passages.iter().enumerate() {
        for sentence in &passage.sentences {
            let words = words(passage, *sentence, &lang.grammar);
            for three in words.windows(3).filter(|w| lang.organisation_words.under.contains(passage.of(w[1].whole))) {
                let parent = passage.of(three[0].stem);
                let part = |body: &&mut Body| {
                    body.organisation.parent.is_empty()
                        && body.organisation.name != parent
                        && body.mentions.iter().any(|m| m.0 == index && m.1.start == three[2].whole.start)
                };
                let known =
                    bodies.iter().any(|body| body.mentions.iter().any(|m| m.0 == index && m.1.start == three[0].stem.start));
                let known = known || lang.people_words.countries.contains(parent);
                if let Some(body) = bodies.iter_mut().find(part).filter(|_| known) {
                    body.organisation.parent = parent.to_owned();
                }
            }
        }
    }
}
