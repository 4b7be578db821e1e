//! Features of English names: where a word stands in a run of capitalised words, the ends of that run, and what is around it.

use super::{Frame, Keys, mix, word};
use crate::text::{is_alphanumeric, is_capital};

/// A word without the marks around it, as the characters in it see it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    /// Where a character stands: before the letters, first, inner, last or only letter, behind them, or a space before the word.
    place: u64,
    own: u64,
    /// The word in small letters, and its last three letters.
    small: u64,
    suffix: u64,
    shape: u64,
    /// Capitalised words of the run before it and after it, see [`side`].
    before: u64,
    after: u64,
    /// The first and the last word of the run.
    first: u64,
    last: u64,
    /// The words around the run.
    left: u64,
    right: u64,
    /// The words around the word.
    previous: u64,
    next: u64,
    /// Whether the run begins the sentence.
    begins: u64,
}

/// Words of a run that are counted on either side.
const COUNT_MAX: usize = 3;
/// Letters of an abbreviation with a full stop that does not end a run ("St.", "Gen.").
const ABBREVIATION_MAX: usize = 3;
/// Small words that stand inside names ("Bank of England"): where they stand between capitals is told to the words beside them.
const JOINS: [&str; 8] = ["of", "the", "and", "&", "for", "de", "van", "von"];

/// A word between white space.
struct Token {
    /// Its letters without the marks around them.
    core: (usize, usize),
    whole: (usize, usize),
    capital: bool,
    /// Whether a run can't go on behind it.
    stops: bool,
    own: u64,
}

/// What each character of a sentence sees of the runs of capitals.
pub(super) fn runs(frame: &Frame) -> Vec<Run> {
    let chars = frame.letters();
    let tokens = tokens(&chars, &frame.words);
    let mut out = vec![Run::default(); chars.len()];
    let mut from = 0;
    for at in 0..tokens.len() {
        let run = Run::of(&tokens, at, &chars);
        let Token { core, whole, .. } = tokens[at];
        for (i, slot) in out.iter_mut().enumerate().take(whole.1).skip(from) {
            let place = match i {
                _ if i < whole.0 => 6,
                _ if i < core.0 => 0,
                _ if i >= core.1 => 5,
                _ if core.1 - core.0 == 1 => 4,
                _ if i == core.0 => 1,
                _ if i + 1 == core.1 => 3,
                _ => 2,
            };
            *slot = Run { place, ..run };
        }
        from = whole.1;
    }
    out
}

fn tokens(chars: &[char], words: &[(usize, usize)]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for &(start, end) in words.iter().filter(|(start, end)| start < end) {
        if out.last().is_some_and(|last| last.whole.0 == start) {
            continue;
        }
        let letter = |i: &usize| is_alphanumeric(chars[*i]) || chars[*i] == '&';
        let first = (start..end).find(letter).unwrap_or(start);
        let mut last = (start..end).rfind(letter).map_or(end, |i| i + 1);
        if last > first + 2 && chars[last - 1] == 's' && matches!(chars[last - 2], '\'' | '’') {
            last -= 2;
        }
        let letters = &chars[first..last];
        let initial = letters.len() <= ABBREVIATION_MAX && chars.get(last) == Some(&'.') && end == last + 1;
        let capital = letters.first().is_some_and(|c| is_capital(*c));
        out.push(Token {
            core: (first, last),
            whole: (start, end),
            capital,
            stops: last < end && !(initial && capital),
            own: word(letters.iter().copied()),
        });
    }
    out
}

impl Run {
    fn of(tokens: &[Token], at: usize, chars: &[char]) -> Self {
        let token = &tokens[at];
        let letters = &chars[token.core.0..token.core.1];
        let goes_on = |i: usize| {
            tokens[i].capital && tokens[i + 1].capital && !tokens[i].stops && tokens[i + 1].core.0 == tokens[i + 1].whole.0
        };
        let first = (0..at).rev().take_while(|&i| goes_on(i)).last().unwrap_or(at);
        let last = (at..tokens.len() - 1).take_while(|&i| goes_on(i)).last().map_or(at, |i| i + 1);
        let own = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or(1, |t| t.own);
        Self {
            place: 0,
            own: token.own,
            small: word(letters.iter().map(char::to_ascii_lowercase)),
            suffix: word(letters[letters.len().saturating_sub(3)..].iter().copied()),
            shape: shape(letters),
            before: side(tokens, at - first, first.checked_sub(1).zip(first.checked_sub(2)), chars),
            after: side(tokens, last - at, Some((last + 1, last + 2)), chars),
            first: tokens[first].own,
            last: tokens[last].own,
            left: own(first.checked_sub(1)),
            right: own(Some(last + 1)),
            previous: own(at.checked_sub(1)),
            next: own(Some(at + 1)),
            begins: u64::from(first == 0),
        }
    }
}

/// Words of a run on one side, and whether a joining word and another capital stand behind them.
fn side(tokens: &[Token], count: usize, behind: Option<(usize, usize)>, chars: &[char]) -> u64 {
    let joined = behind.and_then(|(join, other)| tokens.get(join).zip(tokens.get(other))).is_some_and(|(join, other)| {
        let text: String = chars[join.core.0..join.core.1].iter().collect();
        JOINS.contains(&text.as_str()) && other.capital
    });
    count.min(COUNT_MAX) as u64 * 2 + u64::from(joined)
}

/// The classes of the letters, each once where alike ones follow each other: "McDonald" is `AaAa`.
fn shape(letters: &[char]) -> u64 {
    let mut hash = 0;
    let mut last = ' ';
    for class in letters.iter().map(|c| super::class(*c)) {
        if class != last {
            hash = mix(hash, class as u64);
        }
        last = class;
    }
    hash
}

/// The keys of a character.
pub(super) fn add(at: usize, runs: &[Run], keys: &mut Keys) {
    let run = runs[at];
    let (place, sides) = (run.place, run.before * 8 + run.after);
    keys.add([place, sides]);
    keys.add([place, sides, run.shape]);
    keys.add([place, sides, run.begins]);
    keys.add([place, run.own]);
    keys.add([place, run.small]);
    keys.add([place, run.suffix, run.shape]);
    keys.add([place, run.first, run.before.min(4)]);
    keys.add([place, run.last, run.after.min(4)]);
    keys.add([place, run.first, run.last]);
    keys.add([place, sides, run.left]);
    keys.add([place, sides, run.right]);
    keys.add([place, run.previous, run.own]);
    keys.add([place, run.own, run.next]);
    keys.add([place, sides, run.previous]);
    keys.add([place, sides, run.next]);
    keys.add([place, run.shape, run.begins, run.after]);
}
