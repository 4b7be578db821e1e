//! What the words around a number say of it.

use crate::facts::check::article::Article;
use crate::facts::check::operation::Change;
use crate::lang::{SumWords, Words};

/// Words before a number, and behind it, that speak of it.
const WORDS_BEFORE: usize = 5;
const WORDS_BEHIND: usize = 3;
/// Words before a claim of a sentence that is about what was told before.
const BACK_WORDS: usize = 5;
/// Characters between a part and its share at most.
const BESIDE_REACH: usize = 5;
/// Words between "compared with" and its number.
const BASE_WORDS: usize = 8;
/// Characters behind a number, and from the beginning of its sentence, in which a time before stands.
const PAST_REACH: usize = 40;

/// What is said of each number of an article.
pub(super) struct Cues {
    numbers: Vec<Cue>,
}

/// What the words around a number say of it.
#[derive(Debug, Default)]
pub(super) struct Cue {
    /// It is how much something grew or shrank, or is more or less than another.
    pub(super) change: Option<Change>,
    /// It is how far two numbers are apart.
    pub(super) gap: bool,
    /// Others are compared with it.
    pub(super) base: bool,
    /// It is a base only by its tense ("they had taken 156").
    weak: bool,
    /// "To 52,056": what something came to.
    pub(super) reached: bool,
    /// It is called a total.
    pub(super) total: bool,
    /// It is the last of the parts.
    pub(super) rest: bool,
    /// "Of the 1,430".
    pub(super) whole: bool,
    /// "187 of them", "of these, 187".
    pub(super) among: bool,
    /// It may be a share of what was told right before.
    pub(super) share: bool,
    /// Its sentence is about what was told before it ("The 19% decline").
    pub(super) back: bool,
    /// What follows begins with "of", or speaks of those among whom it is.
    pub(super) of: bool,
    /// A comparison follows: "3,118 ahead of", "twice the".
    pub(super) compares: bool,
    /// "Which is 45%", "or 45%".
    pub(super) is: bool,
    /// A number told as a verb: "doubled".
    pub(super) verb: bool,
}

impl Cues {
    pub(super) fn new(article: &Article<'_, '_>) -> Self {
        let mut numbers: Vec<Cue> = (0..article.len()).map(|i| Cue::of(article, i)).collect();
        // "The reduction of 1,310, or 5.5%": the same change told twice.
        for i in 1..numbers.len() {
            let again = matches!(article.past(i - 1, i), ", or " | " or " | ", " | " (" | ", or about ");
            if again && numbers[i].change.is_none() && article.quantity(i).class == "percent" {
                numbers[i].change = numbers[i - 1].change;
            }
        }
        Self { numbers }
    }

    /// What is said of a number.
    pub(super) fn of(&self, i: usize) -> &Cue {
        &self.numbers[i]
    }

    /// Whether a number can be the level that is compared with a base.
    pub(super) fn is_topic(&self, i: usize, base: usize) -> bool {
        !self.numbers[i].base || self.numbers[i].weak && !self.numbers[base].weak
    }

    /// Whether few characters stand between a part and its share.
    pub(super) fn is_beside(&self, article: &Article<'_, '_>, part: usize, share: usize) -> bool {
        let between = article.past_all(part.min(share), part.max(share));
        part.abs_diff(share) == 1 && !between.is_empty() && between.chars().count() <= BESIDE_REACH
    }

    /// "187 of the 846".
    pub(super) fn is_of(&self, part: usize, whole: usize) -> bool {
        self.numbers[part].of && part + 1 == whole
    }
}

impl Cue {
    fn of(article: &Article<'_, '_>, i: usize) -> Self {
        let words = article.sum_words(i);
        let said = article.said(i).to_ascii_lowercase();
        // The words since the number before it.
        let since = match i.checked_sub(1).map(|before| article.past(before, i).to_ascii_lowercase()) {
            Some(past) if !past.is_empty() && past.len() < said.len() => past,
            _ => said.clone(),
        };
        let next = if i + 1 < article.len() { article.past_all(i, i + 1) } else { "" };
        let mut behind = article.after(i, PAST_REACH).to_ascii_lowercase();
        if !next.is_empty() && next.len() < behind.len() {
            behind.truncate(next.len());
        }
        let close = clause_end(&since);
        let before: Vec<&str> = split(close).rev().take(WORDS_BEFORE).collect();
        let first = behind.split(['.', ',', ';', ':', '(', ')', '—']).next().unwrap_or_default();
        let after: Vec<&str> = split(first).take(WORDS_BEHIND).collect();
        let sentence = said.trim_start_matches(|c: char| !c.is_alphanumeric());
        let bracketed = article.is_bracketed(i);
        let class = article.quantity(i).class;
        let verb = class == "ratio" && article.operand(i).0.of(article.operand(i).1.at).ends_with("ed");
        let is = |list: Words, word: &&str| list.contains(word);
        let leads = |list: Words| before.first().is_some_and(|word| list.contains(word));
        // "More than 1,100" is a bound, where no number stands before it.
        let bound = before.first() == Some(&"than") && since.len() == said.len();
        let bound = bound || before.first() == Some(&"than") && before.len() > 2;
        let compared = !bound && split(&since).rev().take(BASE_WORDS).any(|word| words.base.contains(word));
        let dated = bracketed && since.trim_end().ends_with(':');
        let begins = since.len() == said.len();
        let past = words.past.is_in(first) || words.past.is_in(if begins { &since } else { close });
        let before_past = since.contains(" had ");
        let change = change(words, &before, &after);
        let gap = before.iter().any(|word| is(words.gap, word)) && !leads(words.base);
        Self {
            change,
            gap,
            base: change.is_none() && !gap && (compared || dated || past || before_past),
            weak: !(compared || dated || past),
            reached: before.first() == Some(&"to"),
            total: words
                .total
                .iter()
                .filter(|total| *total != "all")
                .any(|total| close.trim_end().ends_with(total) || sentence.starts_with(total))
                || before.iter().any(|word| words.total.contains(word) && (*word != "all" || before.first() == Some(word))),
            rest: before.iter().any(|word| is(words.rest, word)),
            whole: since.trim_end().ends_with("of the")
                || since.trim_end().ends_with("of its")
                || since.trim_end().ends_with("of"),
            among: words.among.begins(behind.trim_start()) || words.among.begins(sentence),
            share: class == "ratio" || before.is_empty() || leads(words.share),
            back: split(sentence).count() <= BACK_WORDS && (sentence.trim().is_empty() || words.back.begins(sentence))
                || sentence.starts_with("in percentage"),
            verb,
            of: behind.starts_with(" of ") || behind.contains(" among "),
            compares: match class {
                "ratio" if verb => true,
                "ratio" => after.first().is_some_and(|word| words.times.contains(word)),
                _ => after.first().is_some_and(|word| words.more.contains(word) || words.less.contains(word)),
            },
            is: before.first() == Some(&"is") || before.first() == Some(&"or"),
        }
    }
}

/// The words of a stretch of text.
fn split(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split([' ', '-', '\u{a0}']).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
}

/// The words of the clause that lead to a number; "the increase, £84" is one.
fn clause_end(since: &str) -> &str {
    let text = since.trim_end_matches([' ', ',', '$', '£', '€']);
    text.rsplit([',', ';', ':', '(', '—']).next().unwrap_or(text)
}

/// Whether the words that lead to a number, or follow it, say that it is how much something moved.
fn change(words: &SumWords, before: &[&str], after: &[&str]) -> Option<Change> {
    let noun = |word: &&str| match () {
        () if words.more.contains(word) => Some(Change::Rise),
        () if words.less.contains(word) => Some(Change::Fall),
        () => None,
    };
    let verb = |word: &&str| match () {
        () if words.rise.contains(word) => Some(Change::Rise),
        () if words.fall.contains(word) => Some(Change::Fall),
        () => noun(word),
    };
    // "More than last term's 7,371": what stands before the word of comparison is said of another number.
    let own = before.iter().take_while(|word| !words.base.contains(word));
    // "Picked up the phone 3,140 times": "up" and "down" speak of the number right behind them.
    let near =
        |(at, word): &(usize, &&str)| *at <= usize::from(before.first() == Some(&"by")) || !matches!(**word, "up" | "down");
    let before: Vec<&str> = own.enumerate().filter(near).map(|(_, word)| *word).collect();
    let free = !before.first().is_some_and(|word| words.level.contains(word));
    let led = || before.iter().find_map(verb).filter(|_| free);
    let named = || after.iter().skip(1).find_map(noun).filter(|_| free);
    after.first().and_then(noun).or_else(led).or_else(named)
}
