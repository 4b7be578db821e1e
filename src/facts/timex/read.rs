//! Reads a Korean date or time of day into its parts: "지난해 9~10월", "오는 11월4일 오후 2시", "2024. 9. 30.", "올 3분기", "이날 낮".

use super::clock::{day_list, with_time};
use super::numeral::{self, digits as number};
use super::parts::{Direction, Part, Parts, Reference};
use super::year::{year, years};
use super::{nth, numeric, repetition};
use crate::facts::passage::Passage;
use crate::lang::{LangPack, Named};
use crate::text::{is_alphanumeric, is_hangul};

/// What makes the end of a month the day of a balance: "8월 말 기준", "6월 말 현재" (the guide of the annotated news).
const BALANCE: &[&str] = &["기준", "현재"];
/// What may follow a month or year and belongs to it ("8월 말").
const LATE: &[&str] = &["말", "초", "중순", "하순", "상순", "초순"];
/// The date that begins exactly at `at`; `query` when the text may be nothing but a date.
pub(crate) fn date(passage: &Passage<'_>, at: usize, query: bool, lang: &'static LangPack) -> Option<Parts> {
    if let Some(parts) = years(passage, at, lang) {
        return Some(parts);
    }
    if let Some(mut parts) = numeric::date(passage, at, query, false) {
        let spaced = passage.skip_space(parts.end);
        weekday(passage, spaced, &mut parts, lang);
        return Some(with_time(passage, parts, lang));
    }
    let mut parts = Parts { start: at, end: at, query, ..Parts::default() };
    let named = lang.time_words.named;
    let whole = named.may_begin(passage.char(at))
        && named.iter().any(|named| passage.read(at, named.word).is_some_and(|end| closes(passage, end, lang)));
    let mut cursor = if whole { at } else { direction(passage, at, &mut parts, lang) };
    for step in [year, year_part, nth::holiday, month, nth::nth, days, weekday, nth::shift] {
        cursor = step(passage, cursor, &mut parts, lang);
    }
    let dated = parts.end > at && parts.dated();
    let parts = with_time(
        passage,
        if dated { parts } else { Parts { start: at, end: at, query, direction: parts.direction, ..Parts::default() } },
        lang,
    );
    let alone = !dated && parts.clock.part.is_some() && parts.clock.hour.is_none();
    let bound = parts.bound || alone && passage.read_any(parts.end, &["까지", "부터", "에는", "에도", "엔", "에 "]).is_some();
    let parts = Parts { bound, ..parts };
    (dated || parts.clock.said()).then_some(parts)
}

fn direction(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    let words = &lang.time_words;
    let follows = |end: usize| {
        let from = passage.skip_space(end);
        let listed = [words.weekend, words.workdays].iter().any(|list| passage.read_any(from, *list).is_some());
        let day = listed || passage.read_any(from, words.weekdays).is_some();
        day || words.holiday.iter().any(|h| passage.read(from, h.word).is_some())
    };
    let season = |end: usize| words.year_part.iter().any(|part| part.value.len() == 2 && passage.read(end, part.word).is_some());
    for (list, direction) in [(words.past, Direction::Past), (words.coming, Direction::Coming)] {
        let end = passage.read_any(at, list).filter(|&end| {
            passage.char(end).is_some_and(|c| c == ' ' || c.is_ascii_digit())
                || passage.read(end, "시즌").is_some()
                || season(end)
                || follows(end)
        });
        if let Some(end) = end {
            parts.direction = direction;
            return passage.skip_space(end);
        }
    }
    if let Some(end) = passage.read_any(at, words.next).filter(|&end| follows(end)) {
        parts.direction = Direction::Next;
        return passage.skip_space(end);
    }
    if let Some(end) = passage.read(at, "이번").filter(|&end| follows(end)) {
        parts.direction = Direction::This;
        return passage.skip_space(end);
    }
    let this = passage.read_any(at, words.this).filter(|&end| passage.char(end) == Some(' ') || season(end));
    this.map_or(at, |end| passage.skip_space(end))
}

/// The longest named word of one of these grains, if the word ends after it.
pub(super) fn named(
    passage: &Passage<'_>,
    at: usize,
    grains: &[&str],
    lang: &'static LangPack,
) -> Option<(&'static Named, usize)> {
    if !lang.time_words.named.may_begin(passage.char(at)) {
        return None;
    }
    let words = lang.time_words.named.iter().filter(|named| grains.contains(&named.grain));
    let found = words.filter_map(|named| passage.read(at, named.word).map(|end| (named, end))).max_by_key(|&(_, end)| end);
    let fits = |named: &Named, end| !named.strict || compared(passage, end, lang);
    // "올해의 국제선수상": a name.
    let award = |end: usize| passage.read(end, "의 ").is_some_and(|from| is_award(passage, from, lang));
    // "차주 위험": who borrows.
    let dated = |named: &Named, end| {
        !named.dated || passage.read_any(end, &["에", "부터", "까지", "중", "초", "말", " 초", " 말"]).is_some()
    };
    let alone = passage.chars.len() <= super::LONGEST_QUERY;
    let glued = |end: usize| passage.read_any(end, lang.time_words.same_period).is_some_and(|end| closes(passage, end, lang));
    found.filter(|(named, end)| {
        (closes(passage, *end, lang) || named.grain == "year" && glued(*end))
            && fits(named, *end)
            && !award(*end)
            && (alone || dated(named, *end))
    })
}

/// Words of the name of an award at most, and letters of one that ends in "상".
const AWARD_WORDS: usize = 3;
const AWARD_LETTERS: usize = 3;

/// "국제선수상", "남자 유스 선수": what is chosen each year.
fn is_award(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    let text = passage.from(at);
    let clause = text.find(['.', ',', '\n']).map_or(text, |end| &text[..end]);
    let named = |word: &str| {
        let bare = word.trim_end_matches(|c: char| !is_hangul(c));
        let stem = lang.grammar.particles.iter().filter_map(|p| bare.strip_suffix(p)).min_by_key(|s| s.len()).unwrap_or(bare);
        [bare, stem].iter().any(|w| {
            lang.time_words.awards.iter().any(|a| w.ends_with(a) && (a.chars().count() > 1 || w.chars().count() >= AWARD_LETTERS))
        })
    };
    clause.split(' ').take(AWARD_WORDS).any(named)
}

/// Words that mean something else as well count only in a comparison ("전달 대비", "전주보다").
fn compared(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let after = passage.skip_space(end);
    passage.read_any(after, lang.check_words.than).is_some() || passage.char(end) == Some('(')
}

/// Whether the word ends here but for a particle.
pub(super) fn closes(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let about = passage.read_any(end, &["쯤", "경", "께", "무렵"]).filter(|&after| after < passage.chars.len());
    about.is_some_and(|after| ends_word(passage, after, lang)) || ends_word(passage, end, lang)
}

fn ends_word(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let tail: String = passage.chars[end..].iter().take_while(|c| is_hangul(**c)).collect();
    let copula = |t: &str| lang.grammar.copulas.begins(t);
    let stated = copula(&tail) || lang.grammar.particles.iter().any(|p| tail.strip_prefix(p).is_some_and(copula));
    tail.is_empty()
        || stated
        || lang.grammar.particles.contains(&tail)
        || LATE
            .iter()
            .any(|late| tail.strip_prefix(late).is_some_and(|rest| rest.is_empty() || lang.grammar.particles.contains(rest)))
        || matches!(
            &*tail,
            "인" | "자"
                | "자로"
                | "께"
                | "쯤"
                | "경"
                | "부로"
                | "부"
                | "에야"
                | "밤"
                | "새벽"
                | "오전"
                | "오후"
                | "낮"
                | "점심"
                | "저녁"
                | "아침"
                | "현재"
                | "대비"
                | "기준"
                | "부터는"
                | "까지는"
                | "보다는"
                | "동안"
                | "중"
                | "들어"
                | "이후"
                | "이전"
                | "부턴"
                | "까진"
                | "이래"
                | "정도"
                | "내내"
                | "마다"
                | "내"
        )
}

fn year_part(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    if parts.same_period {
        return at;
    }
    let found = lang.time_words.year_part.iter().find_map(|part| passage.read(at, part.word).map(|end| (part, end)));
    if let Some((part, end)) = found.filter(|f| closes(passage, f.1, lang)) {
        parts.year_part = Some(part.value.to_owned());
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some((found, end)) = named(passage, at, &["quarter"], lang) {
        parts.quarter = Some(found);
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some(end) = passage.read(at, "시즌").filter(|_| at > parts.start) {
        parts.season_year = true;
        parts.end = end;
        return end;
    }
    // "올해 들어 3분기까지": all quarters of the year so far.
    let since = passage.read(at, "들어 ").filter(|_| parts.year.is_some());
    let words = numeral::before(passage, at, "분기", lang).or_else(|| numeral::before(passage, at, "사분기", lang));
    let words = words.filter(|w| parts.year.is_some() || !nth::is_counted(passage, w.1));
    if let Some((quarter, end)) = words.filter(|&(q, e)| (1..=4).contains(&q) && closes(passage, e, lang) && since.is_none()) {
        parts.year_part = Some(format!("Q{quarter}"));
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some((quarter, end)) = super::year::of_four(passage, at).filter(|q| closes(passage, q.1, lang)) {
        (parts.year_part, parts.end) = (Some(format!("Q{quarter}")), end);
        return passage.skip_space(end);
    }
    let Some((first, mut end)) = number(passage, since.unwrap_or(at)).filter(|n| (1..=4).contains(&n.0)) else { return at };
    let to = passage.char(end).filter(|c| matches!(c, '~' | '∼' | '-' | '·')).and_then(|_| number(passage, end + 1));
    end = to.map_or(end, |t| t.1);
    let ends = |e: &usize| closes(passage, *e, lang) && (parts.year.is_some() || !nth::is_counted(passage, *e));
    let Some(end) = passage.read(end, "분기").filter(ends) else { return at };
    parts.year_part = Some(format!("Q{}", if since.is_some() { 1 } else { first }));
    parts.quarter_to = to.map(|t| t.0 as u8).or(since.map(|_| first as u8));
    parts.end = end;
    passage.skip_space(end)
}

fn month(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    if let Some((found, end)) =
        named(passage, at, &["month"], lang).filter(|_| parts.year.is_none()).or_else(|| glued_month(passage, at, lang))
    {
        parts.month = Some(Reference::Named(found));
        return after_month(passage, end, parts, lang);
    }
    let Some((month, to, end)) = months(passage, at, lang) else { return at };
    let spelled = passage.char(at).is_some_and(is_hangul);
    let day =
        || day_list(passage, passage.skip_space(end + usize::from(matches!(passage.char(end), Some('.' | '-' | '/')))), lang);
    let dated = passage.char(end).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/')) || spelled;
    if dated && day().is_none() && (!closes(passage, end, lang) || spelled && !parts.query && parts.year.is_none())
        || !dated && !closes(passage, end, lang)
    {
        return at;
    }
    parts.month = Some(Reference::Absolute(month));
    parts.month_to = to;
    let cursor = after_month(passage, end, parts, lang);
    // "1월/1일", "10월.2일"
    let mark = matches!(passage.char(cursor), Some('.' | '-' | '/')) && day_list(passage, cursor + 1, lang).is_some();
    cursor + usize::from(mark)
}

/// "9월", "9~10월", "구월", and where it ends.
fn months(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<(i32, Option<u8>, usize)> {
    let to =
        number(passage, at).filter(|&(_, end)| matches!(passage.char(end), Some('~' | '∼' | '-'))).and_then(|(first, end)| {
            let (second, end) = number(passage, end + 1).filter(|n| (1..=12).contains(&n.0))?;
            Some((first, Some(second as u8), passage.read(end, "월")?))
        });
    let one = || numeral::before(passage, at, "월", lang).map(|(month, end)| (month, None, end));
    let (month, to, end) = to.or_else(one).filter(|m| (1..=12).contains(&m.0))?;
    let month_of = passage.read_any(end, &["달", " 달"]).filter(|&e| closes(passage, e, lang));
    Some((month, to, month_of.unwrap_or(end)))
}

/// "이달1일": a named month with its day glued to it.
fn glued_month(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<(&'static Named, usize)> {
    let words = lang.time_words.named.iter().filter(|named| named.grain == "month");
    let found = words.filter_map(|named| passage.read(at, named.word).map(|end| (named, end))).max_by_key(|&(_, end)| end);
    found.filter(|&(_, end)| number(passage, passage.skip_space(end)).is_some_and(|(_, e)| passage.char(e) == Some('일')))
}

fn after_month(passage: &Passage<'_>, end: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    parts.end = end;
    let spaced = passage.skip_space(end);
    if let Some(late) = passage.read_any(spaced, LATE).filter(|&l| closes(passage, l, lang)) {
        let balance = passage.read_any(passage.skip_space(late), BALANCE).is_some();
        parts.part = Some(match passage.char(spaced) {
            Some('말') if balance && parts.month_to.is_none() => Part::LastDay,
            Some('초' | '상') => Part::Early,
            Some('중') => Part::Middle,
            _ => Part::Late,
        });
        parts.end = late;
        return late;
    }
    spaced
}

fn days(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let alone = parts.end == parts.start && parts.direction == Direction::Unsaid;
    // "오늘에 이르기까지": our time.
    let today = |end: usize| passage.read(end, "에 이르").is_none();
    if let Some((found, end)) = named(passage, at, &["day"], lang).filter(|&(_, end)| alone && today(end)) {
        parts.day = Some(found);
        parts.end = end;
        return passage.skip_space(end);
    }
    if let Some((found, end)) = named(passage, at, &["week"], lang).filter(|_| parts.month.is_none()) {
        parts.week = Some(found);
        parts.end = end;
        // "지난주말"
        if passage.char(end) == Some('말') {
            parts.part = Some(Part::Weekend);
            parts.end = end + 1;
            return parts.end;
        }
        return nth::week_part(passage, passage.skip_space(end), parts, lang);
    }
    if parts.month.is_none() && (parts.year.is_some() || parts.year_part.is_some()) || parts.dated() && parts.month.is_none() {
        return at;
    }
    if parts.part.is_some() || parts.nth_week.is_some() || parts.nth.is_some() {
        return at;
    }
    let Some((days, is_range, end)) = day_list(passage, at, lang) else { return at };
    let spelled = passage.char(at).is_some_and(is_hangul);
    // "이일" and "오일" are other words as well; "이십이일" is not.
    if spelled && parts.month.is_none() && !parts.query && end - at < 3 {
        return at;
    }
    let spaced = passage.skip_space(end);
    let is_length = passage.read_any(end, &["간", "째", "차", "치", "짜리", "만에", "씩"]).is_some()
        || passage
            .read_any(spaced, lang.time_words.after_days)
            .is_some_and(|e| closes(passage, e, lang) || passage.char(e).is_none_or(|c| !is_hangul(c)))
        || passage.read_any(spaced, &["연장", "유예", "내 ", "내로 ", "이 걸", "이나 걸"]).is_some()
        || days == [1] && repetition::is_each_day(passage, end, lang);
    // "4월14일회의": a month and its day are a date whatever follows.
    let sure = matches!(parts.month, Some(Reference::Absolute(_))) && !is_length && !spelled;
    if parts.month.is_none() && is_length || passage.char(end).is_some_and(is_hangul) && !closes(passage, end, lang) && !sure {
        return at;
    }
    parts.days = days;
    parts.days_are_range = is_range;
    parts.end = end;
    let written_year = parts.year.is_none() && matches!(parts.month, Some(Reference::Absolute(_)));
    if let Some(end) = written_year.then(|| year_after(passage, end, parts, lang)).flatten() {
        parts.end = end;
        return passage.skip_space(end);
    }
    spaced
}

/// "9월 21일, 1978": the year after the day.
fn year_after(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &LangPack) -> Option<usize> {
    let from = passage.skip_space(passage.read(at, ",").unwrap_or(at));
    let (year, end) = number(passage, from).filter(|&(y, end)| end - from == 4 && from > at && (1000..3000).contains(&y))?;
    let end = passage.read(end, "년").unwrap_or(end);
    let stops = passage.char(end).is_none_or(|c| !is_alphanumeric(c)) && passage.char(end) != Some(' ');
    if !stops && passage.read_any(end, &["에", "부터", "까지"]).filter(|&e| closes(passage, e, lang)).is_none() {
        return None;
    }
    parts.year = Some(Reference::Absolute(year));
    Some(end)
}

fn weekday(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    let bracket = passage.char(at) == Some('(');
    let from = at + usize::from(bracket);
    let found =
        lang.time_words.weekdays.iter().enumerate().find_map(|(day, word)| passage.read(from, word).map(|end| (day, end)));
    let short = || {
        let day = "월화수목금토일".chars().position(|c| passage.char(from) == Some(c))?;
        (bracket && passage.char(from + 1) == Some(')') || passage.read(from + 1, "욜").is_some())
            .then_some((day, from + 1 + usize::from(!bracket)))
    };
    let Some((day, end)) = found.or_else(short) else { return at };
    if bracket && passage.char(end) != Some(')') || passage.char(end).is_some_and(is_hangul) && !closes(passage, end, lang) {
        return at;
    }
    if bracket && !parts.dated() {
        return at;
    }
    parts.weekday = Some(day as u8);
    // "토요일인 19일", "금요일(10일)": the day that it is stands behind it.
    let alone = !bracket
        && parts.days.is_empty()
        && parts.month.is_none()
        && parts.week.is_none()
        && parts.direction == Direction::Unsaid;
    let behind = passage.read_any(end, &["인 ", "("]).filter(|_| alone).and_then(|from| day_list(passage, from, lang));
    if let Some((days, is_range, _)) = behind {
        (parts.days, parts.days_are_range) = (days, is_range);
    }
    // A bracket belongs to the expression only when a time of day follows it.
    if !bracket {
        parts.end = end;
    }
    passage.skip_space(end + usize::from(bracket))
}
