//! What dates are resolved against: the publication time, and the days that the text named before.

use super::moment::Moment;
use crate::civil::Date;
use crate::facts::{Context, Timex};
use crate::lang::Named;

/// What dates are resolved against.
#[derive(Debug, Clone, Default)]
pub(crate) struct Anchor {
    pub(crate) published: Option<Date>,
    /// The publication time, where it is known to the minute.
    pub(crate) now: Option<Moment>,
    /// Whether the text is nothing but a date, as somebody types it into a search: then a bare day lies ahead.
    pub(crate) query: bool,
    /// Whether the body is this one passage.
    pub(crate) alone: bool,
    /// Whether vague words are wanted.
    pub(crate) vague: bool,
    /// Feasts of the moon in the language of the text.
    pub(crate) holidays: &'static [crate::lang::Moving],
    /// Whether "this Monday" and "next Monday" both mean the one that comes (English), and the last week of a month is whole.
    pub(crate) upcoming: bool,
    /// Whether a passage so far spoke of a sport whose season lies in one year ("언더파", "자책점").
    pub(crate) in_summer: bool,
    /// Whether the sentence speaks of what is to come.
    pub(crate) to_come: bool,
    /// The day that a range began with, while its end is read.
    pub(crate) since: Option<Date>,
    /// The last day named in this sentence.
    pub(crate) sentence_day: Option<Date>,
    /// The day that "전날" was told from in this sentence.
    pub(crate) told_from: Option<Date>,
    /// The last month named with its year in this sentence.
    pub(crate) sentence_month: Option<(i32, u8)>,
    /// The last quarter named in this sentence, with its year.
    pub(crate) sentence_quarter: Option<(i32, i32)>,
    /// A day of the last week named in this sentence.
    pub(crate) sentence_week: Option<Date>,
    /// The last year named in this sentence.
    pub(crate) sentence_year: Option<i32>,
    /// The last year of this sentence that is written in figures.
    pub(crate) written_year: Option<i32>,
    /// The last year of this sentence that is named by its distance ("지난해").
    pub(crate) named_year: Option<i32>,
    /// The last year named at all.
    pub(crate) last_year: Option<i32>,
    /// The last day named at all.
    pub(crate) last_day: Option<Date>,
    /// The last day named that is not long before the publication: the day of the news.
    pub(crate) dateline: Option<Date>,
    /// Whether the expression says that it is past ("지난 19일"): no day of news.
    pub(crate) past: bool,
    /// Whether it stands in a quotation: "내일" is the day after it was said.
    pub(crate) quoted: bool,
    /// Whether a topic stands between the last expression of the sentence and this one: "29일 첫 패배를 당한 팀은 이날".
    pub(crate) new_topic: bool,
    /// The last part of a year with its year that is no comparison, or the last range: what "같은 기간" points to.
    pub(crate) told_period: Option<String>,
    /// The last time of day told, on its day.
    pub(crate) told_moment: Option<String>,
    /// The day that the last stretch of days begins with.
    pub(crate) first_day: Option<Date>,
    /// The last part of a year named: "Q3", "H1".
    pub(crate) period: Option<String>,
    /// The months that the sentence names last: one, or the first and the last of a range.
    pub(crate) months: Option<(u8, Option<u8>)>,
    /// The last month named by number or distance.
    pub(crate) last_month: Option<u8>,
    /// The last month named alone that is just past: what statistics are about.
    pub(crate) topic_month: Option<(i32, u8)>,
}

/// Seconds of a day until which a paper's articles of the evening before go online (most at 3 o'clock); midnight is an hour unknown.
const DAWN: u32 = 5 * 3600;

/// Statistics of a month come out so many months later at most.
const TOPIC_MONTHS: i32 = 3;

/// Days before the publication in which a day named alone is what "이날" points to.
const RECENT_DAYS: i64 = 10;

/// Days before the publication from which news is told.
const NEWS_DAYS: i64 = 1;

impl Anchor {
    pub(crate) fn new(context: &Context<'_>, alone: bool) -> Self {
        let published = context.published.map(|p| p.date);
        let minute = context.published.and_then(|p| p.minute_of_day);
        let now = published.zip(minute).map(|(day, minute)| Moment::at(day, i64::from(minute) * 60));
        Self { published, now, alone, vague: context.vague, ..Self::default() }
    }

    pub(crate) fn new_sentence(&mut self) {
        (self.sentence_day, self.sentence_month, self.sentence_year) = (None, None, None);
        (self.months, self.named_year) = (None, None);
        (self.sentence_quarter, self.sentence_week, self.written_year, self.told_from) = (None, None, None, None);
    }

    /// "1일부터 9일까지": what "이 기간" points to.
    pub(crate) fn saw_range(&mut self, timex: Option<&Timex>) {
        let range = timex.filter(|t| t.timex_type == "DATE").and_then(|t| t.value.as_ref()).filter(|v| v.contains('/'));
        self.told_period = range.cloned().or(self.told_period.take());
    }

    /// A month without a day.
    pub(crate) fn saw_month(&mut self, year: i32, month: u8) {
        let index = |year: i32, month: u8| year * 12 + i32::from(month);
        let past = self.published.map(|p| index(p.year, p.month) - index(year, month));
        if past.is_some_and(|past| (0..=TOPIC_MONTHS).contains(&past)) {
            self.topic_month = Some((year, month));
        }
    }

    pub(crate) fn saw_day(&mut self, day: Date) {
        self.sentence_day = Some(day);
        self.sentence_month = Some((day.year, day.month));
        self.last_day = Some(day);
        self.first_day = self.since.or(Some(day));
        let news = self.published.is_some_and(|p| day <= p && p.plus_days(-NEWS_DAYS) <= day);
        if news && !self.past && self.dateline.is_none_or(|before| before <= day) {
            self.dateline = Some(day);
        }
    }

    /// A day told from another ("전날"): the news is still that of the other.
    pub(crate) fn saw_from(&mut self, named: &Named, day: Date) {
        let dateline = self.dateline.filter(|_| named.context);
        self.saw_day(day);
        self.dateline = dateline.or(self.dateline);
        self.told_from = (named.context && named.shift < 0).then(|| day.plus_days(-named.shift));
    }

    /// The day that a word like "이날" or "전날" counts from.
    pub(crate) fn base(&self, named: &Named) -> Option<Date> {
        if !named.context {
            return self.sentence_day.filter(|_| self.quoted).or(self.published);
        }
        // "9월 18일부터 전날까지": the end of a range is told from the day of the news.
        if self.since.is_some() {
            return self.dateline.or(self.published);
        }
        if named.word.starts_with('첫') {
            return self.first_day;
        }
        if named.told {
            return self.sentence_day.or(self.last_day);
        }
        // "전날 오후 9시, 이날 오전 3시": the day after the one told last.
        if let Some(day) = self.told_from.filter(|_| named.shift == 0 && named.word.starts_with('이')) {
            return Some(day);
        }
        let pointing = named.shift > 0 || named.word.starts_with("같은");
        let last = if pointing { self.last_day } else { self.dateline };
        if named.shift == 0 && self.new_topic && last.is_some() {
            return last;
        }
        // "지난 19일 문을 열었다. 이날까지 …": no day of news is told, and the last day is just past.
        let recent =
            |day: &Date| named.shift == 0 && self.published.is_some_and(|p| *day <= p && p.plus_days(-RECENT_DAYS) <= *day);
        self.sentence_day.or(last).or(self.last_day.filter(recent)).or_else(|| self.news())
    }

    /// The day of the news where no day is told: what goes online before dawn was printed the evening before.
    fn news(&self) -> Option<Date> {
        let early = self.now.is_some_and(|now| (1..DAWN).contains(&now.second));
        self.published.map(|day| day.plus_days(-i64::from(early)))
    }
}
