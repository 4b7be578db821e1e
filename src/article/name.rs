//! Whether a word of a byline can be the name of a person, or is the name of a paper.

use crate::lang::LangPack;
use crate::rules::publisher::Publisher;
use crate::text;

/// A Korean name has 2 to 4 syllables (a two-syllable family name with a two-syllable given name has four).
const NAME_SYLLABLES: std::ops::RangeInclusive<usize> = 2..=4;

/// A Japanese name in Han characters and kana has 3 to 7 of them.
const NAME_CHARACTERS: std::ops::RangeInclusive<usize> = 3..=7;

/// Whether a word can be a name that is written without a space: all Hangul, or all Han characters and kana.
pub(super) fn is_closed(word: &str) -> bool {
    let count = word.chars().count();
    let hangul = || word.chars().all(text::is_hangul);
    let han = || word.chars().all(|c| text::is_cjk(c) && !text::is_hangul(c));
    NAME_SYLLABLES.contains(&count) && hangul() || NAME_CHARACTERS.contains(&count) && han()
}

/// Whether the word begins with a Korean family name, as long as a name with it is.
pub(super) fn is_surnamed(word: &str) -> bool {
    let count = word.chars().count();
    let people = || LangPack::all().iter().map(|p| &p.people_words);
    let short = || people().any(|p| word.chars().next().is_some_and(|c| p.surnames.contains(c)));
    let long = || people().flat_map(|p| p.long_surnames).any(|s| word.starts_with(s));
    matches!(count, 2 | 3) && short() || matches!(count, 3 | 4) && long()
}

/// Whether the word is a Korean name with its family name, and no paper's.
pub(super) fn is_full(word: &str) -> bool {
    word.chars().all(text::is_hangul) && is_surnamed(word) && !is_outlet(word)
}

/// Whether the word is or ends like the name of a paper or station ("하늬신문", "MK스포츠").
pub(super) fn is_outlet(word: &str) -> bool {
    let ends = || LangPack::all().iter().flat_map(|p| p.byline_words.outlets);
    Publisher::named(word).is_some() || ends().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_papers() {
        for (word, full, outlet) in [
            ("강대솔", true, false),
            ("남궁하늬", true, false),
            ("하늬신문", false, true),
            ("한겨레", false, true),
            ("뉴스엔", false, true),
            ("MK스포츠", false, true),
            ("연합뉴스", false, true),
            ("산업부", false, false),
        ] {
            assert_eq!((is_full(word), is_outlet(word)), (full, outlet), "{word}");
        }
    }
}
