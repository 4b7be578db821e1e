//! How much of one sentence stands in another: the share of its runs of three letters. Quotation marks, spaces, a cut end
//! and a changed ending of the verb leave most of them.

use super::{Span, sentences};
use std::ops::Range;

/// Letters of a run.
const RUN_LETTERS: usize = 3;

/// Shortest sentence, in letters, that can be said to repeat another: shorter ones repeat by chance.
pub const SENTENCE_LETTERS: usize = 15;

/// Share of its runs from which a sentence repeats another. Of 886 sentences of Korean news, those that say something
/// else share at most 0.59 with any other of their article; cut and reworded copies have 0.75 and more (the cases below).
const SAME_SHARE: f32 = 0.7;

/// Letters and digits only, lower case.
pub fn bare(text: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars().filter(|c| super::is_alphanumeric(*c)) {
        // Most letters are ASCII or have no case; the tables of the others are slow.
        if c.is_ascii() { out.push(c.to_ascii_lowercase()) } else { out.extend(c.to_lowercase()) }
    }
    out
}

/// The sentences of a text that are long enough to compare.
pub fn comparable(text: &str) -> Vec<&str> {
    let is_long =
        |text: &str| text.chars().filter(|c| super::is_alphanumeric(*c)).take(SENTENCE_LETTERS).count() == SENTENCE_LETTERS;
    if !is_long(text) {
        return Vec::new();
    }
    let long = |span: &Span| is_long(span.of(text));
    sentences(text).into_iter().filter(long).map(|span| span.of(text)).collect()
}

/// Sentences to compare others with, known by their numbers in the order given.
#[derive(Debug, Default)]
pub struct Sentences {
    /// Each run in the high half and the sentence that it stands in in the low half, sorted.
    runs: Vec<u64>,
    /// Where the runs with each beginning begin: runs are spread evenly, so few are left to look at.
    begins: Vec<u32>,
    /// The numbers in each sentence.
    numbers: Vec<Vec<u64>>,
}

/// Bits of a sentence's number.
const NUMBER_BITS: u32 = u32::BITS;

/// How many beginnings of runs are told apart, and the bits behind them: of the 20,000 runs of a long article five share one.
const BEGINNINGS: usize = 1 << 12;
const BEGINNING_SHIFT: u32 = u64::BITS - 12;

impl Sentences {
    /// Takes the sentences.
    pub fn of<'a>(sentences: impl Iterator<Item = &'a Sentence>) -> Self {
        let mut all = Self::default();
        for sentence in sentences {
            let number = all.numbers.len() as u64;
            all.runs.extend(sentence.runs.iter().map(|run| u64::from(*run) << NUMBER_BITS | number));
            all.numbers.push(sentence.numbers.clone());
        }
        all.runs.sort_unstable();
        all.begins = Vec::with_capacity(BEGINNINGS + 1);
        let mut at = 0;
        for beginning in 0..=BEGINNINGS as u64 {
            at += all.runs[at..].iter().take_while(|run| **run >> BEGINNING_SHIFT < beginning).count();
            all.begins.push(at as u32);
        }
        all
    }

    /// The places of a run: its number in the low half.
    fn places(&self, run: u32) -> impl Iterator<Item = u64> + '_ {
        let beginning = (run >> (BEGINNING_SHIFT - NUMBER_BITS)) as usize;
        let near = self.begins.get(beginning).zip(self.begins.get(beginning + 1));
        let near = near.map_or(&[][..], |(first, end)| &self.runs[*first as usize..*end as usize]);
        let head = move |place: &u64| (place >> NUMBER_BITS) as u32;
        let places = near.iter().copied().skip_while(move |place| head(place) < run);
        places.take_while(move |place| head(place) == run)
    }

    /// Which sentences save those of `except` hold this one, reworded or cut or not. Forecasts and results say the same of every
    /// place, with another name first and other figures: none of them holds another. Fixture `keeps--formulaic-forecast`.
    pub fn holding(&self, sentence: &Sentence, except: &Range<usize>) -> Vec<u32> {
        let own = &sentence.runs;
        let enough = SAME_SHARE * own.len() as f32;
        let (mut shared, mut most) = (vec![0u32; self.numbers.len()], 0);
        for (at, run) in own.iter().enumerate() {
            // What is left can no longer make any sentence hold it: so for nearly all.
            if ((most as usize + own.len() - at) as f32) < enough {
                return Vec::new();
            }
            for other in self.places(*run) {
                let number = other as u32 as usize;
                if !except.contains(&number) {
                    shared[number] += 1;
                    most = most.max(shared[number]);
                }
            }
        }
        let has_all = |other: &usize| {
            sentence.begins.is_some_and(|run| self.places(run).any(|place| place as u32 as usize == *other))
                && sentence.numbers.iter().all(|figure| self.numbers[*other].contains(figure))
        };
        let alike = |other: &usize| shared[*other] as f32 >= enough && shared[*other] > 0;
        (0..shared.len()).filter(|other| alike(other) && has_all(other)).map(|other| other as u32).collect()
    }
}

/// What is compared of a sentence.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Its runs, each once, in order.
    runs: Vec<u32>,
    /// The first of them as written.
    begins: Option<u32>,
    /// The numbers in it.
    numbers: Vec<u64>,
}

impl Sentence {
    /// Reads a sentence.
    pub fn of(text: &str) -> Self {
        let letters = bare(text);
        let mut runs: Vec<u32> = letters.windows(RUN_LETTERS).map(mixed).collect();
        runs.sort_unstable();
        runs.dedup();
        Self { runs, begins: letters.get(..RUN_LETTERS).map(mixed), numbers: numbers(text) }
    }
}

/// The numbers in a text as their digits: "1,200" is 1200. One that ends the text ("… 1,2…") may have been cut.
fn numbers(text: &str) -> Vec<u64> {
    let text = text.trim_end_matches(|c: char| !super::is_alphabetic(c));
    let digits =
        |part: &str| part.bytes().filter(u8::is_ascii_digit).fold(0u64, |n, d| n.wrapping_mul(10).wrapping_add(d.into()));
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != ',').filter(|part| part.bytes().any(|b| b.is_ascii_digit()));
    parts.map(digits).collect()
}

/// A run as 32 bits of its letters.
pub fn mixed(run: &[char]) -> u32 {
    run.iter().fold(0, |sum, c| (sum ^ *c as u32).wrapping_mul(MIXER).rotate_left(MIXER_TURN))
}

/// An odd number with its bits spread (2^32 over the golden ratio), and a turn that brings high bits down: different runs of an
/// article do not meet.
const MIXER: u32 = 0x9E37_79B9;
const MIXER_TURN: u32 = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_repeats_another_or_does_not() {
        let check = |sentence: &str, other: &str, expect: bool| {
            let found =
                !Sentences::of(std::iter::once(&Sentence::of(other))).holding(&Sentence::of(sentence), &(0..0)).is_empty();
            assert_eq!(found, expect, "{sentence:?} in {other:?}");
        };
        let ferry = "솔재군은 20일 “섬마을 나룻배를 내년 봄까지 전기 배로 모두 바꾸겠다”고 밝혔다.";
        check("솔재군은 20일 \"섬마을 나룻배를 내년 봄까지 전기 배로 모두 바꾸겠다\"고 밝혔다.", ferry, true);
        check("솔재군은 20일 '섬마을 나룻배를 내년 봄까지…", ferry, true);
        check("솔재군은 섬마을 나룻배를 내년 봄까지 전기 배로 모두 바꾸겠다고 밝힘", ferry, true);
        check("솔재군은 20일 섬마을 나룻배를 내년 봄까지 전기 배로 모두 바꾸겠다고 했습니다.", ferry, true);
        check("솔재군은 21일 섬마을 도서관을 다음 달까지 새로 짓겠다고 밝혔다.", ferry, false);
        check("나룻배를 타는 주민은 “내년 봄이 기다려진다”고 말했다.", ferry, false);
        let mill = "The town of Harrow will reopen its old water mill in June, the council said on Monday.";
        check("The town of Harrow will reopen its old water mill in June…", mill, true);
        check("Harrow will reopen its old water mill in June, council says", mill, true);
        check("The council said on Monday that the town's schools will close in June.", mill, false);
        let rain = "Saltmarsh: Saturday will be cloudy with light rain in the morning and a high of 11 degrees.";
        check("Tern Bay: Saturday will be cloudy with light rain in the morning and a high of 9 degrees.", rain, false);
        check("Saltmarsh: Saturday will be cloudy with light rain in the morning and a high of 1…", rain, true);
        check("Tern Bay: Saturday will be cloudy with light rain in the morning.", rain, false);
        let tram = "町は来年の春までに古い路面電車をすべて新しい車両に入れ替えると発表した。";
        check("町は来年の春までに古い路面電車をすべて新しい車両に入れ替えると発表", tram, true);
        check("町は古い図書館を来年の秋に閉じると発表した。住民は残念がる。", tram, false);
    }
}
