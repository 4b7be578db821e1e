//! What a fact is: its kinds and their fields, as the reader and the exports see them. The names of fields are an interface.

use crate::text::Span;
use serde::Serialize;

/// A fact and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// Index of the text in [`crate::article::Article::texts`], from 0.
    pub paragraph: u32,
    /// Bytes of that text.
    pub span: Span,
    /// The sentence that holds the span, bytes of the same text.
    pub sentence: Span,
    /// How sure it is, 0 to 1: the share of facts found in the same way that are right (see [`super::trust`]).
    pub confidence: f32,
    /// What it is.
    pub kind: FactKind,
}

/// A place in the body: text index and bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Index of the text.
    pub paragraph: u32,
    /// Bytes of that text.
    pub span: Span,
}

/// The kinds of fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FactKind {
    /// A number with a unit or the noun that it counts.
    Quantity(Quantity),
    /// A temporal expression (TIMEX3).
    Date(Timex),
    /// A person, at the first mention.
    Person(Person),
    /// A named body, at the first mention.
    Organisation(Organisation),
    /// A direct quotation.
    Quote(Quote),
    /// A report, survey, paper or law cited by name.
    Source(Source),
    /// A sum that can be done again with the article's own numbers.
    Check(Check),
    /// A named place, at the first mention.
    #[serde(rename = "place")]
    Location(Location),
    /// A named event, at the first mention.
    Event(Event),
}

impl FactKind {
    /// What a date or a quantity says, as a text that is the same when another says the same; `None` for other kinds, which
    /// hold all their mentions, and for what is not known well enough to be called the same.
    pub fn said(&self) -> Option<String> {
        match self {
            Self::Date(date) => date.value.as_ref().map(|value| format!("{} {value}", date.timex_type)),
            Self::Quantity(q) if !q.measures.is_empty() => {
                // Equal numbers have equal bits; to write them out would weigh 5 kB.
                let [value, min, max] = [q.value, q.min, q.max].map(|n| n.map(f64::to_bits));
                Some(format!("{} {value:?} {min:?} {max:?} {} {} {}", q.class, q.unit, q.measures, q.as_of))
            }
            _ => None,
        }
    }
}

/// A number with a unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Quantity {
    /// The value, in full units ("1조 2,500억 원" is 1.25e12).
    pub value: Option<f64>,
    /// Lower bound of a range or "at least".
    pub min: Option<f64>,
    /// Upper bound of a range or "at most".
    pub max: Option<f64>,
    /// The unit as written ("명", "%", "배").
    pub unit: String,
    /// The kind of measure: count, money, percent, percent_point, ratio, length, area, mass, duration, age, rank, score, other.
    pub class: &'static str,
    /// Whether it is said to be approximate ("약", "여").
    pub approx: bool,
    /// The phrase of the text that says what is measured, or empty.
    pub measures: String,
    /// The currency of money by its code (ISO 4217), or empty.
    pub currency: &'static str,
    /// What a percentage is of ("국민의 62.9%": 국민), or empty.
    pub basis: String,
    /// What the number says of growing or shrinking.
    pub change: Option<Change>,
    /// The time the number is said to hold for, as written beside it ("3년 전"), or empty.
    pub as_of: String,
}

/// A rise or fall. The quantity that tells it is its size ("4.7% 늘어"), or its new value ("4200대로 늘어": then `to` is that).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Change {
    /// `rise` or `fall`.
    pub direction: &'static str,
    /// The value before, where the sentence tells it, in full units.
    pub from: Option<f64>,
    /// The value after, likewise.
    pub to: Option<f64>,
    /// How many times the value before the value after is.
    pub factor: Option<f64>,
}

/// A temporal expression, resolved against the publication time where that is known.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Timex {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub timex_type: &'static str,
    /// ISO 8601 / TIMEX3 value, ranges as `2024-09-07/2024-09-08`; `None` when it can't be resolved.
    pub value: Option<String>,
    /// Whether resolving needed the publication time (then the reader says so).
    pub relative: bool,
    /// What was assumed to resolve it: `publication` (counted from it), `year` or `month` (taken from it), `told` (counted
    /// from a day that the text named), or nothing.
    pub assumed: &'static str,
    /// The value as corpora of temporal expressions write it, half-open and to the minute, where that says more.
    #[serde(skip)]
    pub interval: Option<String>,
    /// The pieces that corpora of named entities mark apart, in bytes of the text, with their types: the day and the time of
    /// day, the two ends of a range. Empty when the expression is one piece.
    #[serde(skip)]
    pub pieces: Vec<(Span, &'static str)>,
    /// Whether the words say when but no date worth a reader's attention ("오후", "주말").
    #[serde(skip)]
    pub vague: bool,
}

/// A person.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Person {
    /// Canonical name, the fullest form of the article.
    pub name: String,
    /// Titles and offices as written ("박사", "인공지능정책연구실장").
    pub titles: Vec<String>,
    /// The body the person belongs to, or empty.
    pub affiliation: String,
    /// Age in years where the article says it.
    pub age: Option<u16>,
    /// Other names in the article: the part that later mentions are ("하딩"), a stage name.
    pub aliases: Vec<String>,
    /// Every mention of the name part, in order.
    pub mentions: Vec<Place>,
}

impl Person {
    /// The name, or a family name that stands alone with its title ("윤 대통령").
    pub fn called(&self) -> String {
        let alone = self.name.chars().count() == 1 && !self.name.is_ascii();
        self.titles.first().filter(|_| alone).map_or_else(|| self.name.clone(), |title| format!("{} {title}", self.name))
    }
}

/// A named body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Organisation {
    /// Name as first written.
    pub name: String,
    /// Other names in the article ("LG", "HAI").
    pub aliases: Vec<String>,
    /// The body that it is a part of ("한빛부 산하"), or empty.
    pub parent: String,
    /// Every mention, in order.
    pub mentions: Vec<Place>,
}

/// A named place.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Location {
    /// Name as written.
    pub name: String,
    /// Every mention, in order.
    pub mentions: Vec<Place>,
}

/// A named event.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Event {
    /// Name without marks.
    pub name: String,
    /// Who holds it, as the sentence says, or empty.
    pub organiser: String,
    /// When: the value of the date in the same clause, if there is one.
    pub date: Option<String>,
    /// Where, as written, or empty.
    pub place: String,
    /// Every mention, in order.
    pub mentions: Vec<Place>,
}

/// A direct quotation; the fact's span is what stands inside the marks.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Quote {
    /// Canonical name, or the role phrase ("한 대기업 관계자"), or empty.
    pub speaker: String,
    /// `named`, `role`, `anonymous` or `organisation`.
    pub speaker_kind: &'static str,
    /// The reporting verb as written ("설명했다"), or empty.
    pub verb: String,
    /// How many pieces the quotation has.
    pub parts: u8,
}

/// A cited document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Source {
    /// Title without marks.
    pub title: String,
    /// Who issued it, or empty.
    pub issuer: String,
}

/// A sum done again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// `ratio`, `difference`, `sum`, `percent_change` or `share`.
    pub op: &'static str,
    /// Where the operands stand, in the order of the operation.
    pub operands: Vec<Place>,
    /// Their values, in the same order.
    pub values: Vec<f64>,
    /// The value the article claims (its place is the fact's span).
    pub claimed: f64,
    /// The value computed.
    pub computed: f64,
    /// Whether claim and computation agree within the rounding of the printed digits.
    pub holds: bool,
}
