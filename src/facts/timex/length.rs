//! Lengths of time ("약 20년", "1시간 30분", "사흘"), and lengths that make a date ("3년 전").

use super::amount::Amount;
use super::{Anchor, Timed, repetition};
use crate::civil::Date;
use crate::facts::number::{self, Form};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::unit;
use crate::lang::{LangPack, Words};
use crate::text::is_alphanumeric;

/// Days of "보름".
const HALF_MONTH: f64 = 15.0;
/// What "몇" is counted as.
const SEVERAL: f64 = 3.0;
/// Smaller numbers in Sino-Korean words are mostly other words ("이 분", "사주"); "삼십분" is not.
const LEAST_SPELLED: f64 = 10.0;
/// Larger ones are no lengths ("경주").
const MOST_SPELLED: f64 = 1000.0;
/// More weeks are no length of time: ten years have 520.
const WEEKS_MAX: f64 = 520.0;
/// Numbers that name a year; larger ones are lengths ("7812년에 달한다").
const CALENDAR_YEARS: std::ops::Range<f64> = 1000.0..3000.0;
/// Numbers of days of a month read as a date, not as a length.
const CALENDAR_DAYS: f64 = 31.0;

/// A length before "전", "뒤" or "안에": a date or a moment at that distance.
pub(super) fn ago(passage: &Passage<'_>, at: usize, anchor: &mut Anchor, lang: &'static LangPack) -> Option<Timed> {
    let words = &lang.time_words;
    // "오늘로부터 한 달 후", "지금부터 3분 뒤"
    let from_now = ["오늘로부터 ", "오늘부터 ", "지금으로부터 ", "지금부터 "].iter().find_map(|word| passage.read(at, word));
    let about = passage.read_any(from_now.unwrap_or(at), lang.number_words.about).map(|end| passage.skip_space(end));
    let (amount, end) = amount(passage, about.or(from_now).unwrap_or(at), anchor.query, lang)?;
    let after = passage.skip_space(end);
    let ends = |e: &usize| unit::ends(passage, *e, lang) || passage.read_any(*e, &["쯤", "께"]).is_some();
    // "128억 년 전": no calendar goes so far.
    if amount.years >= CALENDAR_YEARS.end {
        return None;
    }
    let ago = passage.read_any(after, words.ago).filter(ends);
    let later = passage.read_any(after, words.later).filter(ends).filter(|_| ago.is_none());
    if ago.or(later).is_none() {
        return within(passage, at, &amount, after, anchor, lang);
    }
    let end = ago.or(later)?;
    // "4쿼터 종료 3분 40초 전": a length before what is named, not before now.
    if amount.is_clock() && words.counted_from.ends(passage.of(Stretch::new(0, at)).trim_end()) {
        return None;
    }
    let sign = if ago.is_some() { -1.0 } else { 1.0 };
    let spaced = passage.skip_space(end);
    let same = passage.read_any(spaced, words.same_period).filter(|_| ago.is_some());
    // "5월 취업자는 … 1년 전보다": the same month of that year.
    let compared = passage.read_any(passage.skip_space(end), lang.check_words.than).is_some();
    let months = (amount.years + amount.months) as i64 > 0 && amount.days + amount.weeks == 0.0;
    let topic = anchor.topic_month.filter(|_| compared && months && ago.is_some() && anchor.period.is_none());
    let topic = topic.and_then(|(year, month)| Date::new(year, month, 1));
    // "지난달 3일 입사해 이틀 뒤 퇴사했다"
    let told = anchor.sentence_day.filter(|d| {
        later.is_some() && amount.days + amount.weeks > 0.0 && !anchor.to_come && !anchor.query && Some(*d) < anchor.published
    });
    let day = told.or(anchor.published);
    let value = if let Some(day) = told.filter(|_| from_now.is_none()) {
        Some(amount.days_from(day, sign).to_string())
    } else if let Some(topic) = topic.filter(|_| !amount.is_clock()) {
        let then = amount.days_from(topic, sign);
        Some(format!("{:04}-{:02}", then.year, then.month))
    } else if amount.is_clock() {
        anchor.now.map(|now| amount.moved(now, sign).to_string())
    } else {
        day.and_then(|day| amount.from(day, sign))
    };
    // "3년 전의 387분의 1": the quarter that was told is that of a comparison alone.
    let beside = compared || same.is_some() || amount.years <= 1.0;
    let period = anchor.period.as_ref().filter(|_| amount.is_years() && ago.is_some() && beside);
    let value = value.map(|v| period.map_or(v.clone(), |p| format!("{v}-{p}")));
    let called = called(passage, end, &amount, anchor, lang);
    // "참사 50분 뒤": the clock of a text is not that of its reader.
    if amount.is_clock() && called.is_none() && from_now.is_none() && !anchor.query {
        return None;
    }
    let value = called.clone().or(value);
    let timex_type = if amount.is_clock() { "TIME" } else { "DATE" };
    let mut timed = Timed::new(Stretch::new(at, same.unwrap_or(end)), timex_type, value, true);
    amount.open(&mut timed.timex, anchor);
    if amount.several && amount.is_clock() && anchor.query {
        timed.timex.interval =
            timed.timex.value.as_ref().map(|v| if ago.is_some() { format!("../{v}") } else { format!("{v}/..") });
        return Some(timed);
    }
    timed.timex.interval =
        day.filter(|_| !amount.is_clock() && called.is_none() && same.is_none() && topic.is_none()).map(|day| {
            let moved = amount.days_from(day, sign);
            if anchor.query && amount.is_years() { format!("{:04}-{:02}", moved.year, moved.month) } else { moved.to_string() }
        });
    Some(timed)
}

/// "2년 후인 2020년 3월", "6개월 전인 8월 17일", "3시간 전인 오후 6시": which one it is stands behind.
fn called(passage: &Passage<'_>, end: usize, amount: &Amount, anchor: &Anchor, lang: &'static LangPack) -> Option<String> {
    let from = passage.read(end, "인 ")?;
    let parts = super::read::date(passage, from, anchor.query, lang)?;
    let timex = super::resolve::resolve(&parts, &mut anchor.clone(), lang)?.timex;
    let value = timex.value?;
    match () {
        () if amount.is_years() => value.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned),
        () if amount.is_clock() => Some(value).filter(|_| timex.timex_type == "TIME"),
        () => super::interval::date(&value).map(|day| day.to_string()),
    }
}

/// "2시간 안에": the moment when it ends; "2주 이내에": all of it. In a text that says more both are lengths.
fn within(passage: &Passage<'_>, at: usize, amount: &Amount, after: usize, anchor: &Anchor, lang: &LangPack) -> Option<Timed> {
    let words = &lang.time_words;
    let during = passage.read_any(after, words.during);
    let end = during.or_else(|| passage.read_any(after, words.within))?;
    let now = anchor.now.filter(|_| anchor.query || amount.is_clock() && anchor.to_come)?;
    if !unit::ends(passage, end, lang) {
        return None;
    }
    let mut last = amount.moved(now, 1.0);
    if during.is_some() && !amount.is_clock() {
        last.second = 0;
    }
    let value = if during.is_some() { format!("{now}/{last}") } else { last.to_string() };
    Some(Timed::new(Stretch::new(at, end), "TIME", Some(value), true))
}

/// A repetition or a length.
pub(super) fn length(passage: &Passage<'_>, at: usize, anchor: &Anchor, lang: &'static LangPack) -> Option<Timed> {
    let words = &lang.time_words;
    let now = passage.read_any(at, words.now).filter(|&end| unit::ends(passage, end, lang) && (anchor.query || anchor.to_come));
    if let Some(end) = now {
        let mut now = Timed::new(Stretch::new(at, end), "DATE", anchor.now.map(|now| now.to_string()), true);
        now.timex.vague = !anchor.query;
        return Some(now);
    }
    if let Some(vague) = half_time(passage, at, lang).or_else(|| lone_year(passage, at)) {
        return Some(vague);
    }
    if let Some(set) = super::repetition::repetition(passage, at, lang) {
        return Some(set);
    }
    let recent = passage.read(at, "최근 ");
    let about = passage.read_any(recent.unwrap_or(at), lang.number_words.about).map(|end| passage.skip_space(end));
    let from = about.or(recent).unwrap_or(at);
    let (amount, end) = amount(passage, from, anchor.query, lang)?;
    let end = recent.and_then(|_| passage.read(end, "간")).unwrap_or(end);
    // "주 52시간 근무제": the name of a rule.
    if passage.read_any(end, &["제 ", "제,", "제를", "제가", "제는", "제의", "제도", " 근무제", " 노동제"]).is_some()
    {
        return None;
    }
    let mut timed = Timed::new(Stretch::new(at, end), "DURATION", Some(amount.to_string()), false);
    amount.open(&mut timed.timex, anchor);
    timed.timex.interval = window(passage, at, &amount, anchor, lang);
    if let Some(low) = amount.low {
        timed.timex.value = Some(format!("{}/{amount}", amount.of_one(low)));
    }
    ends(passage, end, lang).then_some(timed)
}

/// "후반 27분": a minute of a match.
fn half_time(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<Timed> {
    let half = passage.read_any(at, &["전반 ", "후반 ", "연장 전반 ", "연장 후반 "])?;
    let (_, end) = super::numeral::before(passage, half, "분", lang).filter(|f| ends(passage, f.1, lang))?;
    let mut timed = Timed::new(Stretch::new(at, end), "TIME", None, false);
    timed.timex.vague = true;
    Some(timed)
}

/// "2014 동계 대회": a year without its unit, most likely.
fn lone_year(passage: &Passage<'_>, at: usize) -> Option<Timed> {
    let (year, end) = super::numeral::digits(passage, at).filter(|&(y, end)| end - at == 4 && LONE_YEARS.contains(&y))?;
    let free = passage.char(end).is_none_or(|c| !is_alphanumeric(c) && !matches!(c, '%' | '℃' | '~' | '-' | '/' | '만' | ':'))
        && !(matches!(passage.char(end), Some('.' | ',')) && passage.char(end + 1).is_some_and(|c| c.is_ascii_digit()));
    let counted = unit::read(passage, passage.skip_space(end)).is_some();
    if !free || counted {
        return None;
    }
    let mut timed = Timed::new(Stretch::new(at, end), "DATE", Some(year.to_string()), false);
    timed.timex.vague = true;
    Some(timed)
}

/// Years that stand without their unit; numbers outside are numbers.
const LONE_YEARS: std::ops::RangeInclusive<i32> = 1950..=2049;

/// Whether a length ends here: its word ends, or a word glued to lengths alone follows.
fn ends(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let tails = ["동안", "내내", "안에", "만에", "짜리", "째", "치", "가량", "정도", "간의", "넘게", "마다", "인생"];
    unit::ends(passage, end, lang) || passage.read_any(end, &tails).is_some()
}

/// "앞으로 사흘", "지난 5분": the days or the time that a length takes from now on, or took until now.
fn window(passage: &Passage<'_>, at: usize, amount: &Amount, anchor: &Anchor, lang: &LangPack) -> Option<String> {
    let words = &lang.time_words;
    let before = passage.of(Stretch::new(0, at)).trim_end();
    let said = |list: Words| list.ends(before);
    let day = anchor.published?;
    if said(words.past) {
        return Some(match anchor.now.filter(|_| amount.is_clock()) {
            Some(now) => format!("{}/{now}", amount.moved(now, -1.0)),
            None => format!("{}/{day}", amount.days_from(day, -1.0)),
        });
    }
    if !said(words.ahead) {
        return None;
    }
    let whole = anchor.query && said(words.next);
    match anchor.now.filter(|_| amount.is_clock()) {
        Some(now) => {
            let grain = if amount.hours > 0.0 { 3600 } else { 60 };
            let from = if whole { now.plus_seconds(grain - i64::from(now.second) % grain) } else { now };
            Some(format!("{from}/{}", amount.moved(from, 1.0)))
        }
        None if whole && amount.is_years() => Some(format!("{}/{}", day.year + 1, day.year + 1 + amount.years as i32)),
        None => {
            let from = day.plus_days(1);
            Some(format!("{from}/{}", amount.days_from(from, 1.0)))
        }
    }
}

/// One word for a length, or numbers with units of time in descending order.
fn amount(passage: &Passage<'_>, at: usize, query: bool, lang: &LangPack) -> Option<(Amount, usize)> {
    let word = lang.time_words.length.iter().find_map(|w| passage.read(at, w.word).map(|end| (w, end)));
    if let Some((word, end)) = word {
        let ends = ends(passage, end, lang) || passage.read_any(end, lang.time_words.within).is_some();
        return ends.then(|| Amount::of(word)).flatten().map(|a| (a, end));
    }
    let mut amount = Amount::default();
    let (mut cursor, mut end) = (at, at);
    while let Some((next, after)) = part(passage, cursor, query, lang, &amount) {
        amount = next;
        end = after;
        cursor = passage.skip_space(after);
        // "1개월 하고 21일", "3년 반"
        cursor = passage.read(cursor, "하고").map_or(cursor, |e| passage.skip_space(e));
        let half_month = passage.read(cursor, "보름").filter(|_| amount.months > 0.0 && amount.days == 0.0);
        if let Some(after) = half_month.filter(|&after| ends(passage, after, lang)) {
            (amount.days, end) = (HALF_MONTH, after);
            break;
        }
        if passage.char(cursor) == Some('반') && amount.add_half(passage, cursor, lang) {
            end = cursor + 1;
            break;
        }
    }
    (end > at).then_some((amount, end))
}

fn part(passage: &Passage<'_>, at: usize, query: bool, lang: &LangPack, so_far: &Amount) -> Option<(Amount, usize)> {
    let several = passage.read_any(at, &["몇 ", "몇"]).or_else(|| some(passage, at));
    let number = number::read(passage, at, &lang.number_words)
        .filter(|n| n.value >= 0.0 && (n.form != Form::Sino || query || n.value >= LEAST_SPELLED));
    let guessed = several.map(|end| number::Number { value: SEVERAL, step: 1.0, end, form: Form::Several });
    let number = number.or(guessed)?;
    let upper = passage
        .char(number.end)
        .filter(|c| matches!(c, '~' | '∼' | '～'))
        .and_then(|_| number::read(passage, number.end + 1, &lang.number_words));
    let upper = upper.filter(|n| n.form == Form::Digits && *so_far == Amount::default());
    let (number, low) = upper.map_or((number, None), |upper| (upper, Some(number.value)));
    if number.form == Form::Sino && number.value >= MOST_SPELLED {
        return None;
    }
    // "징역 2년6월", "징역 13년6월"
    let years = passage.before(at) == Some('년') && number.value < 12.0;
    let term = years && so_far.years > 0.0 && (so_far.years < 10.0 || is_term_of(passage, at, so_far, lang));
    // "징역 6월"
    let term = term || *so_far == Amount::default() && is_term(passage, at, lang);
    if let Some(end) = passage.read(number.end, "월").filter(|&end| term && unit::ends(passage, end, lang)) {
        return Some((Amount { months: number.value, ..*so_far }, end));
    }
    if let Some(end) = quarters(passage, number.end, lang).filter(|_| *so_far == Amount::default() && number.form == Form::Digits)
    {
        return Some((Amount { months: number.value * 3.0, ..*so_far }, end));
    }
    let from = passage.skip_space(passage.read(number.end, "여").filter(|_| number.value >= 10.0).unwrap_or(number.end));
    let (_, end) = unit::read(passage, from).filter(|(u, _)| u.class == "duration")?;
    let goes_on = passage.char(end).is_some_and(|c| c.is_ascii_digit()) || passage.char(end) == Some('반');
    let words = &lang.time_words;
    let within = || {
        passage.read_any(end, words.within).is_some()
            || passage.read_any(end, words.later).is_some()
            || passage.read_any(end, words.ago).is_some()
    };
    let more = || query && number::read(passage, end, &lang.number_words).is_some();
    if !goes_on && !ends(passage, end, lang) && !within() && !more() {
        return None;
    }
    let name = passage.of(Stretch::new(from, end));
    let lasts = passage.read(passage.skip_space(end), LASTING).is_some();
    // "십분 살리다": fully.
    if number.form == Form::Sino && number.value == LEAST_SPELLED && name == "분" && !query && !within() && !lasts {
        return None;
    }
    let calendar = !lasts && name == "년" && number.form == Form::Digits && CALENDAR_YEARS.contains(&number.value);
    // "한 일" is a thing done, "한 분" a person: minutes are counted in Sino-Korean words.
    if number.form == Form::Counting && matches!(name, "일" | "분" | "초") {
        return None;
    }
    let spelled = number.form == Form::Counting && from == number.end && !matches!(name, "달" | "시간" | "주일" | "개월");
    let single = spelled && !query && !within();
    // "211만주": shares, not weeks.
    let shares = name == "주" && number.value > WEEKS_MAX;
    if calendar || single || shares {
        return None;
    }
    let mut next = *so_far;
    let field = match name {
        "년" | "해" => &mut next.years,
        "개월" | "달" => &mut next.months,
        "주" | "주일" | "주간" => &mut next.weeks,
        "일" | "거래일" | "영업일" => &mut next.days,
        "시간" => &mut next.hours,
        "분" => &mut next.minutes,
        "초" => &mut next.seconds,
        _ => return None,
    };
    let hours_follow = number::read(passage, passage.skip_space(end), &lang.number_words)
        .is_some_and(|n| passage.read(passage.skip_space(n.end), "시간").is_some());
    let told = number.value.fract() != 0.0 || counts_days(passage, at, lang);
    let plain_day = name == "일"
        && number.value <= CALENDAR_DAYS
        && !told
        && !years
        && !is_length_of_days(passage, end, lang)
        && (number.value != 1.0 || !repetition::is_each_day(passage, end, lang))
        && !hours_follow;
    if *field != 0.0 || plain_day {
        return None;
    }
    let (more, end) = unit::hundredths(passage, end).unwrap_or((0.0, end));
    *field = number.value + more;
    next.low = low;
    next.several |= number.form == Form::Several;
    Some((next, end))
}

/// "5개 분기", "3분기 연속": quarters that are counted.
fn quarters(passage: &Passage<'_>, at: usize, lang: &LangPack) -> Option<usize> {
    let counted = passage.read_any(at, &["개 분기", "개분기"]).filter(|&end| ends(passage, end, lang));
    let running = |end: &usize| super::nth::is_counted(passage, *end);
    counted.or_else(|| passage.read(at, "분기").filter(running))
}

/// "수년", "수개월": a few of a unit, where nothing else is written so ("수주" are orders, "수분" is moisture).
fn some(passage: &Passage<'_>, at: usize) -> Option<usize> {
    passage.read_any(at, &["수 ", "수"]).filter(|&end| passage.read_any(end, &["년", "개월", "일 ", "시간"]).is_some())
}

/// Whether a sentence of a court stands before a length.
pub(super) fn is_term(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    lang.time_words.terms.ends(passage.of(Stretch::new(at.saturating_sub(TERM_REACH), at)).trim_end())
}

/// Characters before a length in which a word for a sentence is looked for.
const TERM_REACH: usize = 6;

/// The same, where the months are read: the years and their unit stand between.
fn is_term_of(passage: &Passage<'_>, months: usize, so_far: &Amount, lang: &LangPack) -> bool {
    let digits = (so_far.years.max(1.0) as u32).ilog10() as usize + 1;
    months.checked_sub(digits + 1).is_some_and(|at| is_term(passage, at, lang))
}

/// What tells a length from a date: "3일간", "3일 동안", "3일 전".
fn is_length_of_days(passage: &Passage<'_>, end: usize, lang: &LangPack) -> bool {
    let (words, after) = (&lang.time_words, passage.skip_space(end));
    [words.after_days, words.after_counted_days].iter().any(|list| passage.read_any(after, *list).is_some())
}

/// "근무일수 24일", "파업기간이 12일까지", "평년보다 2~3일 늦은": what stands before tells a length.
pub(super) fn counts_days(passage: &Passage<'_>, at: usize, lang: &LangPack) -> bool {
    let before = passage.of(Stretch::new(at.saturating_sub(DAYS_REACH), at)).trim_end();
    passage.before(at).is_none_or(crate::text::is_space) && lang.time_words.before_days.ends(before)
}

/// "2600년 동안": no year of the calendar.
pub(super) fn lasts_years(passage: &Passage<'_>, at: usize) -> bool {
    let years = super::numeral::digits(passage, at).and_then(|(_, end)| passage.read(end, "년"));
    years.is_some_and(|end| passage.read(passage.skip_space(end), LASTING).is_some())
}

/// What stands behind a length.
const LASTING: &str = "동안";

/// "2일 14시간"
pub(super) fn has_hours(passage: &Passage<'_>, at: usize) -> bool {
    let days = super::numeral::digits(passage, at).and_then(|(_, end)| passage.read(end, "일 "));
    days.and_then(|end| super::numeral::digits(passage, end)).is_some_and(|(_, end)| passage.read(end, "시간").is_some())
}

/// Characters before a number of days in which a word for a length is looked for.
const DAYS_REACH: usize = 10;
