//! Temporal expressions (TIMEX3): dates, times of day, lengths, repetitions. In: passages and the publication time.
//! Out: [`Timed`] expressions with values; relative ones stay without a value when the publication time is unknown.

use super::Timex;
use super::passage::{Passage, Stretch};
use super::word::{ends_in_n, words};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::{is_alphanumeric, order};
use std::sync::LazyLock;

mod amount;
mod anchor;
mod basis;
mod cjk;
mod clock;
mod decimal;
mod english;
mod holiday;
mod inside;
mod interval;
mod length;
mod moment;
mod month;
mod nth;
mod numeral;
mod numeric;
mod parts;
mod query;
mod range;
mod read;
mod repetition;
mod resolve;
mod year;
mod years;

pub(crate) use anchor::Anchor;
use clock::Clock;

/// A temporal expression where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Timed {
    pub(crate) at: Stretch,
    pub(crate) timex: Timex,
    /// The time of day as written, for what a range makes of it.
    clock: Clock,
    /// Where the day ends and the time of day begins, when both are said.
    day_end: Option<usize>,
}

impl Timed {
    fn new(at: Stretch, timex_type: &'static str, value: Option<String>, relative: bool) -> Self {
        let assumed = if relative && value.is_some() { "publication" } else { "" };
        let timex = Timex { timex_type, value, relative, assumed, ..Timex::default() };
        Self { at, timex, clock: Clock::default(), day_end: None }
    }
}

/// Characters that a text has at most which is nothing but a date.
const LONGEST_QUERY: usize = 48;

/// The expressions of a passage in order; `anchor` carries what earlier passages said.
pub(crate) fn find(passage: &Passage<'_>, anchor: &mut Anchor, lang: &'static LangPack) -> Vec<Timed> {
    anchor.holidays = lang.time_words.moving;
    anchor.upcoming = lang.code == "en";
    anchor.in_summer |= lang.time_words.summer_sports.is_in(passage.text);
    if anchor.alone && passage.chars.len() <= LONGEST_QUERY {
        let mut alone = Anchor { query: true, ..anchor.clone() };
        let mut found = read_all(passage, &mut alone, lang);
        if covers(passage, &found, lang) {
            *anchor = alone;
            query::open(passage, &mut found, anchor);
            return found;
        }
    }
    read_all(passage, anchor, lang)
}

fn read_all(passage: &Passage<'_>, anchor: &mut Anchor, lang: &'static LangPack) -> Vec<Timed> {
    let mut out: Vec<Timed> = Vec::new();
    let mut at = 0;
    let mut sentence = Stretch::new(0, 0);
    while at < passage.chars.len() {
        if at >= sentence.end {
            sentence = passage.sentence_of(at);
            anchor.new_sentence();
            let text = passage.of(sentence);
            anchor.to_come = lang.time_words.to_come.is_in(text);
        }
        let joined = out.last().is_some_and(|last| range::joins(passage, last, at, lang));
        anchor.since = out.last().filter(|_| joined).and_then(range::first_day);
        let from = out.last().map_or(sentence.start, |last| last.at.end).max(sentence.start).max(at.saturating_sub(TOPIC_REACH));
        let this_day = from < at && passage.read_any(at, &["이날", "이 날"]).is_some();
        anchor.new_topic = this_day && topic_between(passage, from, at, lang);
        match expression(passage, at, anchor, lang) {
            Some(found) => {
                at = found.at.end.max(at + 1);
                if !(joined && range::merge(passage, out.last_mut(), &found)) {
                    out.push(found);
                }
                anchor.saw_range(out.last().map(|last| &last.timex));
            }
            None => at = next_start(passage, at),
        }
    }
    basis::recount(passage, &mut out, anchor, lang);
    basis::of_every_year(passage, &mut out, lang);
    out.iter_mut().for_each(|timed| {
        if timed.timex.interval.is_none() {
            timed.timex.interval = timed.timex.value.as_deref().and_then(interval::interval);
        }
        if lang.code != "ko" {
            timed.timex.pieces.clear();
        } else if let Some(cut) = timed.day_end.filter(|_| timed.timex.pieces.is_empty()) {
            timed.timex.pieces = pieces(passage, timed.at, cut, "TIME");
        }
    });
    out
}

/// Characters before "이날" in which a topic is looked for.
const TOPIC_REACH: usize = 200;

/// Whether a word before `to` is what the clause speaks about.
fn topic_between(passage: &Passage<'_>, from: usize, to: usize, lang: &LangPack) -> bool {
    words(passage, Stretch::new(from, to), &lang.grammar).iter().any(|word| matches!(word.particle, "은" | "는"))
}

/// An expression cut in two at `cut`; spaces and brackets between belong to neither.
fn pieces(passage: &Passage<'_>, at: Stretch, cut: usize, second: &'static str) -> Vec<(crate::text::Span, &'static str)> {
    let mut start = cut;
    while start < at.end && (passage.chars[start] == '(' || crate::text::is_space(passage.chars[start])) {
        start = if passage.chars[start] == '(' {
            passage.chars[start..at.end].iter().position(|c| *c == ')').map_or(start, |p| start + p)
        } else {
            start
        } + 1;
    }
    let place = |from: usize, to: usize| passage.place(Stretch::new(from, to)).span;
    if start >= at.end { Vec::new() } else { vec![(place(at.start, cut), "DATE"), (place(start, at.end), second)] }
}

/// Whether the expressions and the particles around them are all that the text says.
fn covers(passage: &Passage<'_>, found: &[Timed], lang: &LangPack) -> bool {
    let words = &lang.time_words;
    let around: Vec<&str> = words.around.iter().chain(words.ahead).chain(words.past).collect();
    let mut at = 0;
    while at < passage.chars.len() {
        let inside = found.iter().find(|f| f.at.start <= at && at < f.at.end);
        at = match inside {
            Some(found) => found.at.end,
            None if crate::text::is_space(passage.chars[at]) => at + 1,
            None => match around_word(passage, at, &around) {
                Some(end) => end,
                None => return false,
            },
        };
    }
    !found.is_empty()
}

/// The end of the longest of these words at `at`, in whatever case.
fn around_word(passage: &Passage<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let same = |i: usize, c: char| passage.char(at + i).is_some_and(|p| p == c || p.to_ascii_lowercase() == c);
    let fits = |word: &&&str| word.chars().enumerate().all(|(i, c)| same(i, c));
    words.iter().filter(fits).map(|word| at + word.chars().count()).max()
}

/// An expression that begins exactly at `at`.
fn expression(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &'static LangPack) -> Option<Timed> {
    if matches!(lang.code, "ja" | "zh") {
        return cjk::expression(passage, at, anchor, lang);
    }
    let c = passage.chars[at];
    let before = passage.before(at);
    let begins = if c.is_ascii_digit() {
        before.is_none_or(|b| !is_alphanumeric(b) || (!b.is_ascii_alphanumeric() && c.is_ascii_digit() && b == '월'))
            && (!matches!(before, Some('.' | ',')) || glued_sentence(passage, at))
    } else {
        before.is_none_or(|b| !is_alphanumeric(b))
    };
    let after_word = || lang.code == "ko" && anchor.since.is_some();
    if !(begins || after_word()) || crate::text::is_space(c) {
        return None;
    }
    if lang.code != "ko" {
        return english::expression(passage, at, anchor, lang);
    }
    if !c.is_ascii() && KOREAN_STARTS.binary_search(&c).is_err() {
        return None;
    }
    // "같은 기간 매출은": the quarter that was told; in a comparison it is that of another year.
    if let Some(end) = passage.read_any(at, &["같은 기간", "이 기간"]).filter(|&end| passage.char(end) == Some(' ')) {
        let compared = passage.read_any(end + 1, lang.check_words.than).is_some();
        let told = anchor.told_period.clone().filter(|_| !compared);
        return told.map(|value| Timed::new(Stretch::new(at, end), "DATE", Some(value), true));
    }
    if let Some(end) = passage.read_any(at, lang.time_words.same_time).filter(|&end| passage.char(end) == Some(' ')) {
        let told = anchor.told_moment.clone();
        return told.map(|value| Timed::new(Stretch::new(at, end), "TIME", Some(value), true));
    }
    if let Some(years) = years::find(passage, at) {
        return Some(years);
    }
    // "D-100일": how many are left.
    if passage.of(Stretch::new(at.saturating_sub(2), at)) == "D-" {
        return None;
    }
    // "징역 13년6월": no June.
    let term = c.is_ascii_digit()
        && passage.before(at) == Some(' ')
        && (length::is_term(passage, at, lang)
            || length::counts_days(passage, at, lang)
            || length::has_hours(passage, at)
            || length::lasts_years(passage, at));
    if let Some(term) = term.then(|| length::length(passage, at, anchor, lang)).flatten() {
        return Some(term);
    }
    if let Some(ago) = length::ago(passage, at, anchor, lang) {
        return Some(ago);
    }
    let dated = read::date(passage, at, anchor.query, lang).and_then(|mut parts| {
        parts.reported = passage.char(parts.end).is_some_and(crate::text::is_space)
            && passage.read_any(parts.end + 1, lang.quote_words.verbs).is_some()
            // "167일 만인 30일"
            || passage.of(Stretch::new(at.saturating_sub(3), at)) == "만인 ";
        let bare = parts.month.is_none() && !parts.days.is_empty();
        parts.scheduled = bare && is_scheduled(passage, parts.end, lang);
        // "성탄절인 전날": what only says which day another is.
        let apposed = passage.read(parts.end, "인 ").is_some();
        anchor.quoted = parts.day.is_some() && passage.inside(at, &[Marks::Double]).is_some();
        let before = apposed.then(|| anchor.clone());
        let resolved = resolve::resolve(&parts, anchor, lang);
        before.into_iter().for_each(|before| *anchor = before);
        resolved
    });
    dated.or_else(|| length::length(passage, at, anchor, lang))
}

/// Words between a day and the end of a sentence that says what is planned for it.
const PLAN_WORDS_MAX: usize = 3;

/// "29일 개봉 예정이다", "29일 개봉한다": the sentence ends soon with a plan or a verb of the present.
fn is_scheduled(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let sentence = passage.sentence_of(end.saturating_sub(1));
    let rest = passage.of(Stretch::new(end, sentence.end.max(end))).trim_end_matches(['.', ' ', '”', '"']);
    let short = rest.split(' ').count() <= PLAN_WORDS_MAX + 1 && !rest.contains([',', '“', '"', '‘', '\'']);
    let present = rest.strip_suffix('다').and_then(|verb| verb.chars().next_back()).is_some_and(ends_in_n);
    short && (present || rest.ends_with("예정이다") || lang.time_words.to_come.ends(rest))
}

/// "…했다.7일 국회": a sentence that begins without a space.
fn glued_sentence(passage: &Passage<'_>, at: usize) -> bool {
    at >= 2 && passage.chars[at - 1] == '.' && crate::text::is_hangul(passage.chars[at - 2])
}

/// The letters that Korean expressions begin with: most words of a text begin otherwise and need no look.
static KOREAN_STARTS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let Some(lang) = LangPack::of("ko") else { return Vec::new() };
    let (words, numbers) = (&lang.time_words, &lang.number_words);
    let lists = [words.past, words.coming, words.this, words.next, words.ahead, words.now, words.weekend, words.workdays];
    let more = [words.early, words.late, numbers.about];
    let placed = words.weekdays.iter().chain(numbers.sino).copied();
    let coded = ["월", "말", "첫", "몇", "최근", "수", "전반", "후반", "연장", "’", "유월", "시월"];
    let listed = lists.iter().chain(&more).flat_map(|list| list.iter()).chain(coded).chain(placed);
    let valued = [words.length, words.repetition, words.day_part, words.year_part];
    let named = words.named.iter().map(|n| n.word).chain(valued.into_iter().flatten().map(|v| v.word));
    let counted = numbers.counting.iter().chain(numbers.magnitude).map(|n| n.word);
    let others = words.nth.iter().map(|n| n.word).chain(words.holiday.iter().map(|h| h.word));
    let mut starts: Vec<char> = listed.chain(named).chain(counted).chain(others).filter_map(|word| word.chars().next()).collect();
    order::by(&mut starts, |c| *c as usize);
    starts.dedup();
    starts
});

/// The next place where an expression may begin.
fn next_start(passage: &Passage<'_>, at: usize) -> usize {
    let digit = |i: usize| passage.char(i).is_some_and(|c| c.is_ascii_digit());
    let mut next = at + 1;
    while digit(at) && digit(next) {
        next += 1;
    }
    next
}
