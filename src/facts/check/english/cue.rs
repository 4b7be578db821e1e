//! What the words around a number say of it.

use crate::facts::check::article::Article;
use crate::facts::check::operation::Change;
use crate::lang::{SumWords, Words};

/// Words before a number, and behind it, that speak of it.
const WORDS_BEFORE: usize = 5;
const WORDS_BEHIND: usize = 3;
/// Words before a claim of a sentence that is about what was told before.
const BACK_WORDS: usize = 7;
/// Characters between a part and its share at most.
const BESIDE_REACH: usize = 5;
/// Words of a sentence that begins with a share ("Turnout of 44.8%").
const LEAD_WORDS: usize = 2;
/// Words between "lost" and a sum of money, itself with them.
const EARNS_WORDS: usize = 2;
/// Words of a date that leads a sentence.
const YEAR_WORDS: usize = 3;
/// Words between "ahead" and its number, "of" and "the" with it.
const BESIDE_WORDS: usize = 3;
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
    /// "Of the total", "of them": it is a share of all that was told.
    pub(super) of_all: bool,
    /// Its sentence begins with it.
    pub(super) leads: bool,
    /// It is called a share ("her share of the vote was 43.6%").
    pub(super) parted: bool,
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
    /// Words behind it that say its change, and so not that of the number behind them: "a 16.4 percent gain on the $15.1 billion".
    taken: usize,
}

impl Cues {
    pub(super) fn new(article: &Article<'_, '_>) -> Self {
        let mut numbers: Vec<Cue> = Vec::with_capacity(article.len());
        for i in 0..article.len() {
            let taken = numbers.last().map_or(0, |cue| cue.taken);
            numbers.push(Cue::of(article, i, taken));
        }
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

    /// Whether the words around a number, and not its tense alone, say that others are compared with it.
    pub(super) fn is_told_base(&self, i: usize) -> bool {
        self.numbers[i].base && !self.numbers[i].weak
    }

    /// Whether all levels near have a time before ("last week", "a year ago") and this one is told before the other.
    pub(super) fn is_first(&self, i: usize, base: usize, near: &[usize]) -> bool {
        i < base && near.iter().all(|&i| self.numbers[i].base)
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
    fn of(article: &Article<'_, '_>, i: usize, taken: usize) -> Self {
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
        let whole = since.starts_with(close) && since.len() < said.len();
        let led = split(close);
        let kept = if whole { led.len().saturating_sub(taken) } else { WORDS_BEFORE };
        let before: Vec<&str> = led.iter().rev().take(WORDS_BEFORE.min(kept)).copied().collect();
        let first = behind.split(['.', ',', ';', ':', '(', ')', '—']).next().unwrap_or_default();
        let follows = split(first);
        let word = |at: usize| follows.get(at).copied().unwrap_or_default();
        let next_word = word(0);
        let ends = follows.iter().take(WORDS_BEHIND).position(|word| words.ends.contains(word));
        let after = &follows[..ends.unwrap_or(follows.len().min(WORDS_BEHIND))];
        let sentence = said.trim_start_matches(|c: char| !c.is_alphanumeric());
        let bracketed = article.is_bracketed(i);
        let class = article.quantity(i).class;
        let verb = class == "ratio" && article.operand(i).0.of(article.operand(i).1.at).ends_with("ed");
        let all = split(&since);
        let said_words = split(sentence).len();
        let leads = |list: Words| has(list, &before[..before.len().min(1)]);
        let is_first = |word: &str| before.first() == Some(&word);
        // "More than 1,100" is a bound, where no number stands before it.
        let bound = is_first("than") && (since.len() == said.len() || before.len() > 2);
        let compared = !bound && has(words.base, &all[all.len().saturating_sub(BASE_WORDS)..]);
        // "Ahead of the $4.98 billion expected".
        let beside = !is_first("by") && has(words.beside, &before[..before.len().min(BESIDE_WORDS)]);
        let dated = bracketed && since.trim_end().ends_with(':');
        let begins = since.len() == said.len();
        let past =
            is_year_told(&since) && begins || words.past.is_in(first) || words.past.is_in(if begins { &since } else { close });
        // "Raised £950,000 in 2025": what it was, if another is told without a year.
        let before_past = since.contains(" had ") || is_year_told(first);
        let (mut change, taken) = change(words, &before, after, class);
        // "The decline, which works out to 9.8%".
        let back = said_words <= BACK_WORDS && (sentence.trim().is_empty() || words.back.begins(sentence))
            || sentence.starts_with("in percentage");
        if back && change.is_none() && class == "percent" && before.get(1).is_some_and(|word| words.amounts.contains(word)) {
            change = all.iter().find_map(|word| noun(words, word));
        }
        // "Raising the number of dead by 17 to 143".
        if change.is_none() && is_first("by") && next_word == "to" {
            change = all.iter().find_map(|word| moved(words, word));
        }
        // "Lost 41.3 million euros": how much money it is.
        if class == "money" && !is_first("by") && has(words.earns, &before[..before.len().min(EARNS_WORDS)]) {
            change = None;
        }
        let gap = has(words.gap, &before) && !leads(words.base);
        let rest =
            behind.strip_prefix(", the ").is_some_and(|next| split(next).first().is_some_and(|word| words.rest.contains(word)));
        Self {
            change,
            gap,
            base: change.is_none() && !gap && (compared || beside || dated || past || before_past),
            weak: !(compared || beside || dated || past),
            reached: is_first("to"),
            // "Bringing the number of deaths in both to 96".
            total: is_first("to") && words.brings.is_in(&since) || is_total(words, &before, close, sentence, first),
            // "$4.25 million, the balance of it".
            rest: rest || has(words.rest, &before),
            whole: is_whole(words, &since),
            among: words.among.begins(behind.trim_start()) || words.among.begins(sentence),
            share: class == "ratio" || before.is_empty() || leads(words.share),
            parted: has(words.parted, &all),
            taken,
            back,
            of_all: words.of_all.begins(behind.trim_start()),
            leads: said_words <= LEAD_WORDS,
            verb,
            of: behind.starts_with(" of ") || behind.contains(" among "),
            compares: match class {
                "ratio" if verb => true,
                // "Three times as fast as planned" is no multiple of a number.
                "ratio" if next_word == "as" => words.as_many.contains(word(1)),
                "ratio" => words.times.contains(next_word),
                // "240,000 trips more than".
                _ => noun(words, next_word).is_some() || word(2) == "than" && noun(words, word(1)).is_some(),
            },
            is: is_first("is") || is_first("or"),
        }
    }
}

/// The words of a stretch of text.
fn split(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split([' ', '-', '\u{a0}']) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

/// Whether one of the words is in a list.
fn has(list: Words, words: &[&str]) -> bool {
    words.iter().any(|word| list.contains(word))
}

/// Whether the words around a number call it a total: "all" only right before it.
fn is_total(words: &SumWords, before: &[&str], close: &str, sentence: &str, first: &str) -> bool {
    for total in words.total.iter().filter(|total| *total != "all") {
        let around = close.trim_end().ends_with(total) || sentence.starts_with(total);
        if around || total.contains(' ') && first.contains(total) {
            return true;
        }
    }
    before.iter().enumerate().any(|(at, word)| words.total.contains(word) && (*word != "all" || at == 0))
}

/// "In July 2025 it stood at": whether a year leads to a number.
fn is_year_told(since: &str) -> bool {
    let year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit());
    since.trim_start().starts_with("in ") && split(since).into_iter().take(YEAR_WORDS).any(year)
}

/// "Of the 1,430", but not "a total of 1,141" or "a rise of 12".
fn is_whole(words: &SumWords, since: &str) -> bool {
    let since = since.trim_end();
    let led = ["of the", "of its", "of"].iter().find_map(|of| since.strip_suffix(of));
    let noun = led.and_then(|led| split(led).pop());
    let told =
        |noun: &str| [words.more, words.less, words.gap].iter().any(|list| list.contains(noun)) || words.total.contains(noun);
    led.is_some() && !noun.is_some_and(told)
}

/// The words of the clause that lead to a number; "the increase, £84" is one.
fn clause_end(since: &str) -> &str {
    let text = since.trim_end_matches([' ', ',', '$', '£', '€']);
    text.rsplit([',', ';', ':', '(', '—']).next().unwrap_or(text)
}

/// The change that a noun tells.
fn noun(words: &SumWords, word: &str) -> Option<Change> {
    match () {
        () if words.more.contains(word) => Some(Change::Rise),
        () if words.less.contains(word) => Some(Change::Fall),
        () => None,
    }
}

/// The change that a verb or a noun tells.
fn moved(words: &SumWords, word: &str) -> Option<Change> {
    match () {
        () if words.rise.contains(word) => Some(Change::Rise),
        () if words.fall.contains(word) => Some(Change::Fall),
        () => noun(words, word),
    }
}

/// Whether the words that lead to a number, or follow it, say that it is how much something moved; how many words behind it say so.
fn change(words: &SumWords, before: &[&str], after: &[&str], class: &str) -> (Option<Change>, usize) {
    let noun = |word: &&str| noun(words, word);
    let verb = |word: &&str| moved(words, word);
    // "More than last term's 7,371": what stands before the word of comparison is said of another number.
    let own = before.iter().take_while(|word| !words.base.contains(word));
    // "Picked up the phone 3,140 times": "up" and "down" speak of the number right behind them, "took up 600 beds" of none.
    let is_phrasal = |at: usize| {
        let verb = before.get(at + 1).copied().unwrap_or_default();
        words.phrasal.contains(verb) || class != "percent" && (verb.ends_with("ed") || verb.ends_with("ing"))
    };
    let near = |(at, word): &(usize, &&str)| {
        let right = *at <= usize::from(before.first() == Some(&"by")) && !is_phrasal(*at);
        let beside = words.beside.contains(word) && before.first() != Some(&"by");
        (right || !matches!(**word, "up" | "down")) && !beside
    };
    let led_by: Vec<&str> = own.enumerate().filter(near).map(|(_, word)| *word).collect();
    // "The decline works out to 9.1 per cent".
    let again = before.get(1).is_some_and(|word| words.amounts.contains(word)) && class == "percent";
    let free = again || !led_by.first().is_some_and(|word| words.level.contains(word));
    let said = |at: usize| after.get(at).and_then(noun).map(|change| (Some(change), at + 1));
    let led = || led_by.iter().find_map(verb).filter(|_| free).map(|change| (Some(change), 0));
    let later = || (1..after.len()).filter(|&at| !matches!(after[at], "up" | "down"));
    let named = || later().find_map(said).filter(|_| free);
    said(0).or_else(led).or_else(named).unwrap_or_default()
}
