//! Numbers as corpora of named entities mark them: every one that counts, measures or orders something, also where the
//! reader shows none (ordinals, ages in brackets, plain numbers). In: a passage, its dates, the reader's quantities.
//! Out: [`Marked`] stretches with a type. The reader never sees them.

use super::number::{self, Form};
use super::passage::{Passage, Stretch, covered};
use super::quantity::{self, Counted};
use super::unit;
use crate::lang::{LangPack, Letters, List, Sequence, WordList, Words};
use crate::text::order;
use crate::text::{is_alphanumeric, is_hangul};

mod edge;
mod english;
mod plain;
mod word;

/// The words of `mark.toml`.
#[derive(Debug)]
pub(crate) struct MarkTable {
    mark_words: MarkWords,
}

/// Words after and before a number.
#[derive(Debug)]
pub(crate) struct MarkWords {
    /// After a number that says which of several.
    ordinal: Words,
    /// After a number that counts.
    counted: Words,
    /// After a number of tenths, hundredths, thousandths.
    percent: Words,
    /// Before a number, and part of it ("제", "시즌").
    before: Words,
    /// Schools before a year of school ("중2").
    schools: Words,
    /// Before a number of speed, and part of it.
    speed: Words,
    /// Before a number without a unit.
    rated: Words,
    /// Numbers that stand for what they count.
    whole: Sequence,
    /// One or two, two or three.
    few: Words,
    half: Words,
    /// Tens in words, which alone are ages.
    decades: Words,
    /// After a decade of age.
    ages: Words,
    /// Ordinals in one word.
    first: Words,
    /// What a record of games is written of ("3승 2패").
    record: Words,
    /// Counters and nouns that stand glued to a native number ("두사람").
    glued: Words,
    /// What makes a name or a time of a number ("22사단").
    names: Words,
    /// What a day written as a decimal is the name of ("4.3 사건").
    events: Words,
    /// What stands before the number of a chamber ("형사1부").
    courts: Words,
    /// Ages with a name.
    jubilee: &'static List<Jubilee>,
    /// Bounds that stand right after a sum, a share or an age.
    bounds_after: Words,
}

/// An age with a name ("팔순").
#[derive(Debug)]
pub(crate) struct Jubilee {
    word: &'static str,
    /// In years.
    age: f64,
}

impl Jubilee {
    const NONE: Self = Self { word: "", age: 0.0 };
}

impl MarkTable {
    const NONE: Self = Self { mark_words: MarkWords::NONE };
}

impl MarkWords {
    const NONE: Self = Self {
        ordinal: WordList::NONE,
        counted: WordList::NONE,
        percent: WordList::NONE,
        before: WordList::NONE,
        schools: WordList::NONE,
        speed: WordList::NONE,
        rated: WordList::NONE,
        whole: &[],
        few: WordList::NONE,
        half: WordList::NONE,
        decades: WordList::NONE,
        ages: WordList::NONE,
        first: WordList::NONE,
        record: WordList::NONE,
        bounds_after: WordList::NONE,
        glued: WordList::NONE,
        names: WordList::NONE,
        events: WordList::NONE,
        courts: WordList::NONE,
        jubilee: List::NONE,
    };
}

include!(concat!(env!("OUT_DIR"), "/mark.rs"));

/// A number that a corpus marks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Marked {
    pub(crate) at: Stretch,
    /// `QUANTITY`, `MONEY`, `PERCENT`, `AGE` or `ORDINAL`.
    pub(crate) kind: &'static str,
    pub(crate) value: Option<f64>,
    pub(crate) unit: String,
}

fn words() -> &'static MarkWords {
    MARK_TABLES.first().map_or(&MarkWords::NONE, |table| &table.mark_words)
}

/// All marks of a passage, in order; `dates` are its temporal expressions.
pub(crate) fn find(passage: &Passage<'_>, dates: &[Stretch], lang: &LangPack) -> Vec<Marked> {
    let english = lang.code == "en";
    // A number with its measure is no time of day ("3 to 4 L"), an English ordinal alone is both.
    let measures = if english { english::measures(passage, lang) } else { Vec::new() };
    let is_time = |date: &Stretch| !measures.iter().any(|m| m.contains(*date) && (*m != *date));
    let dates: Vec<Stretch> = dates.iter().copied().filter(is_time).collect();
    let mut counted: Vec<Counted> = quantity::find(passage, &dates, lang);
    counted.extend(quantity::scores(passage, &dates, lang));
    // Corpora mark half as a percentage, and "20대" with what it tells of an age: rules of their own do.
    let otherwise = |c: &Counted| match c.quantity.class {
        "ratio" => !passage.of(c.at).ends_with(c.quantity.unit.as_str()),
        "age" => c.quantity.unit == "대",
        _ => false,
    };
    counted.retain(|c| lang.code != "ko" || !otherwise(c));
    order::by(&mut counted, |c| c.at);
    // Korean corpora mark a length of time once, as the time that it is; English ones count it too.
    let double = |date: &Stretch| english && (english::is_length(passage, *date) || english::is_ordinal(passage, *date, lang));
    let dates: Vec<Stretch> = dates.into_iter().filter(|date| !double(date)).collect();
    let dated = covered(passage.chars.len(), &dates);
    let free = |at: Stretch| dated[at.start..at.end].iter().all(|end| *end == 0);
    let mut out: Vec<Marked> = Vec::new();
    let mut quantities = counted.iter().filter(|c| c.quantity.class != "duration" && free(c.at)).peekable();
    let mut at = 0;
    while at < passage.chars.len() {
        if dated[at] > 0 {
            at = dated[at];
            continue;
        }
        while quantities.next_if(|c| c.at.start < at).is_some() {}
        let found = match quantities.peek().filter(|c| c.at.start == at) {
            Some(counted) => Some(edge::of_quantity(passage, counted, lang)),
            None if lang.code == "ko" => other(passage, at, lang).filter(|m| free(m.at)),
            None if lang.code == "en" => english::other(passage, at, lang).filter(|m| free(m.at)),
            None => None,
        };
        match found {
            Some(mark) => {
                at = mark.at.end.max(at + 1);
                edge::push(passage, &mut out, mark);
            }
            None => at = past(passage, at),
        }
    }
    out
}

/// A number that is no quantity of the reader's, beginning exactly at `at`.
fn other(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    if passage.chars[at].is_ascii_digit() || matches!(passage.chars[at], '+' | '-' | '−') {
        return digits(passage, at, lang);
    }
    let word_begins = passage.before(at).is_none_or(|c| !is_alphanumeric(c));
    word::prefixed(passage, at, lang).or_else(|| if word_begins { word::in_words(passage, at, lang) } else { None })
}

/// Digits with whatever unit follows, or none.
fn digits(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Marked> {
    let before = passage.before(at);
    let inside = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '_' | '/'))
        && passage.before(at.saturating_sub(1)).is_none_or(|c| !is_hangul(c));
    let court = passage.read_back(at, words().courts) < at;
    if inside || court {
        return None;
    }
    if let Some(score) = plain::score(passage, at) {
        return Some(score);
    }
    let signed = !passage.chars[at].is_ascii_digit();
    if signed && (before.is_some_and(is_alphanumeric) || !passage.char(at + 1).is_some_and(|c| c.is_ascii_digit())) {
        return None;
    }
    let start = at + usize::from(signed);
    let first = number::read(passage, start, &lang.number_words)?;
    if let Some(fraction) = word::fraction(passage, at, &first, lang) {
        return Some(fraction);
    }
    let last = plain::listed(passage, first.end, lang).unwrap_or(first);
    let value = Some(first.value);
    if let Some((kind, end)) = follows(passage, &last, lang) {
        let unit = passage.of(Stretch::new(last.end, end)).trim().to_owned();
        let end = edge::of_age(passage, end, kind);
        return Some(Marked { at: Stretch::new(at, end), kind, value, unit });
    }
    let last = if plain::is_list(passage, first.end) && last.end > first.end { first } else { last };
    plain::bare(passage, Stretch::new(at, last.end), &last)
}

/// The type and end of what follows a number as its unit.
fn follows(passage: &Passage<'_>, number: &number::Number, lang: &LangPack) -> Option<(&'static str, usize)> {
    let odd = passage.read(number.end, "여").unwrap_or(number.end);
    let from = passage.skip_space(odd);
    let spaced = from > odd;
    let words = words();
    let listed = |list: Words| passage.read_any(from, list).filter(|&end| !spaced || unit::ends(passage, end, lang));
    let named = passage.read_any(from, words.names).unwrap_or(from);
    let known = unit::read(passage, from)
        .filter(|(u, _)| !matches!(u.class, "none" | "duration"))
        .filter(|&(_, end)| !spaced || unit::ends(passage, end, lang));
    let known = known.map(|(unit, end)| (of_class(unit.class), end));
    let ordinal = listed(words.ordinal).map(|end| (of_ordinal(passage, from, end, number), end));
    let counts = listed(words.counted).map(|end| ("QUANTITY", end));
    let percent = listed(words.percent).map(|end| ("PERCENT", end));
    let word = passage.chars.get(from).is_some_and(|c| is_hangul(*c) || c.is_ascii_alphabetic() || !c.is_ascii());
    if !word || number.form == Form::Sino && spaced {
        return None;
    }
    // The longest name wins; of equals an ordinal, then a unit: "2편" is mostly which one, "3명" is how many.
    let all = [ordinal, known, counts, percent].into_iter().flatten();
    all.reduce(|best, next| if next.1 > best.1 { next } else { best }).filter(|&(_, end)| end > named)
}

/// "20대" is an age, "14대" says which.
fn of_ordinal(passage: &Passage<'_>, from: usize, end: usize, number: &number::Number) -> &'static str {
    let decade = number.value >= 10.0 && number.value < 100.0 && number.value % 10.0 == 0.0;
    let small = number.value < 10.0;
    match passage.of(Stretch::new(from, end)) {
        "대" if decade => "AGE",
        "대" | "장" | "판" | "번" if small => "QUANTITY",
        _ => "ORDINAL",
    }
}

fn of_class(class: &str) -> &'static str {
    match class {
        "money" => "MONEY",
        "percent" | "percent_point" => "PERCENT",
        "age" => "AGE",
        "rank" => "ORDINAL",
        _ => "QUANTITY",
    }
}

/// Past a number without a mark, or one character on.
fn past(passage: &Passage<'_>, at: usize) -> usize {
    if !passage.chars[at].is_ascii_digit() {
        return at + 1;
    }
    at + passage.chars[at..].iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count()
}
