//! Phrases that name a speaker by role: "한 대기업 관계자", "국민의힘의 한 최고위원", "a company spokesman".

use crate::facts::organisation;
use crate::facts::passage::Passage;
use crate::facts::word::Word;
use crate::lang::LangPack;
use crate::text::is_alphanumeric;

/// Words of a role phrase at most.
pub(super) const ROLE_WORDS_MAX: usize = 5;

/// Where the noun phrase that ends in a subject begins.
pub(super) fn phrase_start(passage: &Passage<'_>, words: &[Word<'_>], at: usize, lang: &LangPack) -> usize {
    let mut start = at;
    while start > 0 && at - start + 1 < ROLE_WORDS_MAX {
        let word = &words[start - 1];
        let text = passage.of(word.whole);
        let one = text == "한" || text == "다른" || text == "또";
        let adverb = text.chars().count() >= 2 && text.ends_with(['면', '며', '고', '서', '게', '히'])
            || text == "또" && passage.of(words[start].whole) != "다른";
        let adnominal = adverb || !one && lang.grammar.adnominals.ends(text);
        let joins = word.particle.is_empty() || word.particle == "의";
        // "… 연 한 관계자": before "한" only whose the role is ("국민의힘의 한 최고위원") belongs to it.
        let whose = word.particle == "의" || word.particle.is_empty() && organisation::is_host(text, lang);
        let opened = passage.of(words[start].whole) == "한" && !whose && text != "또";
        if !joins
            || opened
            || word.stopped
            || adnominal
            || lang.grammar.fillers.contains(text) && text != "또"
            || text.contains(['“', '"', '‘'])
            || text.starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        start -= 1;
    }
    start
}

/// "a company spokesman": from the article or pronoun to the role.
pub(super) fn english_role(text: &str, lang: &LangPack) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().map(|w| w.trim_matches(|c: char| !is_alphanumeric(c))).collect();
    let at = words.iter().position(|w| lang.quote_words.roles.contains(w))?;
    let start = words[..at].iter().rposition(|w| matches!(*w, "a" | "an" | "the" | "A" | "An" | "The" | "one" | "another"))?;
    (at - start <= ROLE_WORDS_MAX).then(|| words[start..=at].join(" "))
}
