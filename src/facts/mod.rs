//! Facts of an article: quantities, dates, people, organisations, quotations, sources, and sums that can be checked.
//! In: the texts of the body and the publication time. Out: facts, each with the span it stands in.

use crate::civil::DateTime;
use crate::lang::LangPack;
use crate::text::Span;
use serde::Serialize;

mod check;
mod mark;
mod measure;
mod number;
mod organisation;
mod passage;
mod person;
mod portion;
mod quantity;
mod quote;
mod source;
pub mod tagger;
mod timex;
mod unit;
mod word;

use passage::{Passage, Stretch};
use tagger::Tagger;
use tagger::label::Label;

/// A fact and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// Index of the text in [`crate::article::Article::texts`], from 0.
    pub paragraph: u32,
    /// Bytes of that text.
    pub span: Span,
    /// The sentence that holds the span, bytes of the same text.
    pub sentence: Span,
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
    /// Every mention of the name part, in order.
    pub mentions: Vec<Place>,
}

/// A named body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Organisation {
    /// Name as first written.
    pub name: String,
    /// Other names in the article ("LG", "HAI").
    pub aliases: Vec<String>,
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

/// What the reading of facts needs besides the texts.
#[derive(Debug, Clone, Default)]
pub struct Context<'a> {
    /// Publication time: the anchor of relative dates.
    pub published: Option<DateTime>,
    /// Content language as a primary subtag ("ko"), or empty.
    pub lang: &'a str,
    /// The headline.
    pub title: &'a str,
    /// Whether words are wanted that say when but no date ("오후", "주말"), which the reader does not show.
    pub vague: bool,
    /// The learned tagger of names (Korean); without it the rules alone work.
    pub tagger: Option<&'a Tagger>,
}

/// What the tagger calls a stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name {
    /// Index of the text.
    pub paragraph: u32,
    /// Bytes of that text.
    pub span: Span,
    /// Its kind.
    pub label: Label,
}

/// Finds the facts of a body given as its texts in order. Facts come sorted by paragraph and start.
pub fn find(texts: &[&str], context: &Context<'_>) -> Vec<Fact> {
    find_with_names(texts, context).0
}

/// Finds the facts, and gives what the tagger said beside them: for corpora that mark more than is shown.
pub fn find_with_names(texts: &[&str], context: &Context<'_>) -> (Vec<Fact>, Vec<Name>) {
    let Some(lang) = LangPack::of(context.lang).or_else(|| guess_lang(texts)) else { return Default::default() };
    let tagger = context.tagger.filter(|_| lang.code == "ko");
    let parts = portion::parts(texts);
    let mut memory = Memory::new(context, parts.len() == 1);
    let (mut all, mut all_names) = (Vec::new(), Vec::new());
    for portion in portion::portions(&parts) {
        let passages = portion::passages(portion);
        let mut facts = timed_and_measured(&passages, &mut memory, lang);
        let tags = tagger.map_or(Vec::new(), |tagger| tagged(&passages, &facts, tagger, lang));
        named(&passages, &tags, lang, &mut facts);
        all.append(&mut facts);
        all_names.extend(names(&passages, &tags));
    }
    all.sort_by_key(|fact| (fact.paragraph, fact.span));
    (all, all_names)
}

/// What earlier passages told that later ones build on.
struct Memory {
    anchor: timex::Anchor,
    cited: Vec<String>,
    told: measure::Told,
}

impl Memory {
    fn new(context: &Context<'_>, alone: bool) -> Self {
        Self { anchor: timex::Anchor::new(context, alone), cited: Vec::new(), told: measure::Told::new() }
    }
}

/// What each passage says by itself.
fn timed_and_measured(passages: &[Passage<'_>], memory: &mut Memory, lang: &'static LangPack) -> Vec<Fact> {
    let mut facts = Vec::new();
    let Memory { anchor, cited, told } = memory;
    for passage in passages {
        measured(passage, anchor, cited, told, lang, &mut facts);
    }
    facts
}

/// What the tagger says of each passage, having been shown what the rules alone find.
fn tagged(passages: &[Passage<'_>], facts: &[Fact], tagger: &Tagger, lang: &'static LangPack) -> Vec<Vec<tagger::Tagged>> {
    let mut facts = facts.to_vec();
    named(passages, &[], lang, &mut facts);
    passages.iter().map(|p| tagger.tag(p, &tagger::flags::of(p, &facts, lang))).collect()
}

fn names(passages: &[Passage<'_>], tags: &[Vec<tagger::Tagged>]) -> Vec<Name> {
    let name = |p: &Passage<'_>, t: &tagger::Tagged| Name { paragraph: p.paragraph, span: p.place(t.at).span, label: t.label };
    passages.iter().zip(tags).flat_map(|(p, tags)| tags.iter().map(move |t| name(p, t))).collect()
}

/// What the tagger would be shown of a Korean text: its sentences, each with its first character's index, its characters and
/// the rules' flags. For `examples/tag`, which learns the weights.
pub fn tagger_input(text: &str) -> Vec<(usize, Vec<char>, Vec<tagger::flags::Flag>)> {
    let Some(lang) = LangPack::of("ko") else { return Vec::new() };
    let passages = [Passage::new(0, text)];
    let mut facts = timed_and_measured(&passages, &mut Memory::new(&Context::default(), true), lang);
    named(&passages, &[], lang, &mut facts);
    let flags = tagger::flags::of(&passages[0], &facts, lang);
    let part = |s: &Stretch| (s.start, passages[0].chars[s.start..s.end].to_vec(), flags[s.start..s.end].to_vec());
    passages[0].sentences.iter().map(part).collect()
}

/// A number as corpora of named entities mark it, also where the reader shows none.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where it stands.
    pub place: Place,
    /// `QUANTITY`, `MONEY`, `PERCENT`, `AGE` or `ORDINAL`.
    pub kind: &'static str,
    /// Its value, if it has one.
    pub value: Option<f64>,
    /// The unit as written, or empty.
    pub unit: String,
}

/// The numbers of a body as corpora mark them, in order; `facts` are what [`find`] found in it. For measuring and for training:
/// the reader shows the facts.
pub fn marks(texts: &[&str], context: &Context<'_>, facts: &[Fact]) -> Vec<Mark> {
    let Some(lang) = LangPack::of(context.lang).or_else(|| guess_lang(texts)) else { return Vec::new() };
    let of_passage = |(index, text): (usize, &&str)| {
        let passage = Passage::new(index, text);
        let here = facts.iter().filter(|fact| fact.paragraph == passage.paragraph && matches!(fact.kind, FactKind::Date(_)));
        let dates: Vec<Stretch> = here.map(|fact| passage.stretch(fact.span)).collect();
        let found = mark::find(&passage, &dates, lang).into_iter();
        found.map(|m| Mark { place: passage.place(m.at), kind: m.kind, value: m.value, unit: m.unit }).collect::<Vec<_>>()
    };
    texts.iter().enumerate().flat_map(of_passage).collect()
}

/// The language by its script, when nobody says it.
fn guess_lang(texts: &[&str]) -> Option<&'static LangPack> {
    let letters = || texts.iter().flat_map(|text| text.chars()).take(LANG_SAMPLE);
    let kana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ');
    let han = |c: char| matches!(c, '一'..='鿿');
    let code = match () {
        () if letters().any(crate::text::is_hangul) => "ko",
        () if letters().any(kana) => "ja",
        () if letters().filter(|c| han(*c)).count() * 2 > letters().count() => "zh",
        () => "en",
    };
    LangPack::of(code)
}

/// What one passage says by itself: dates, quantities, checks, sources.
fn measured(
    passage: &Passage<'_>,
    anchor: &mut timex::Anchor,
    cited: &mut Vec<String>,
    told: &mut measure::Told,
    lang: &'static LangPack,
    facts: &mut Vec<Fact>,
) {
    let mut timed = timex::find(passage, anchor, lang);
    let all: Vec<Stretch> = timed.iter().filter(|t| !t.timex.vague).map(|t| t.at).collect();
    let sources = source::find(passage, &all, lang);
    timed.retain(|t| !sources.iter().any(|s| s.at.contains(t.at)));
    let vague: Vec<timex::Timed> = timed.extract_if(.., |t| t.timex.vague).collect();
    let quoted: Vec<Stretch> = sources.iter().map(|s| s.at).collect();
    let calendar: Vec<Stretch> = timed
        .iter()
        .filter(|t| t.timex.timex_type != "DURATION" || is_span_of_time(passage, t.at))
        .map(|t| t.at)
        .chain(quoted)
        .collect();
    let mut counted = quantity::find(passage, &calendar, lang);
    counted.extend(quantity::scores(passage, &all));
    counted.sort_by_key(|c| c.at);
    measure::name(passage, &mut counted, &all, told, lang);
    check::changes(passage, &mut counted, lang);
    for found in check::find(passage, &counted, lang) {
        facts.push(passage.fact(found.claimed, FactKind::Check(found.check)));
    }
    let shown = vague.into_iter().filter(|_| anchor.vague);
    facts.extend(timed.into_iter().chain(shown).map(|t| passage.fact(t.at, FactKind::Date(t.timex))));
    facts.extend(counted.into_iter().map(|c| passage.fact(c.at, FactKind::Quantity(c.quantity))));
    for found in sources {
        if !cited.contains(&found.source.title) {
            cited.push(found.source.title.clone());
            facts.push(passage.fact(found.at, FactKind::Source(found.source)));
        }
    }
}

/// "최근 1년간": a length that only says when.
fn is_span_of_time(passage: &Passage<'_>, at: Stretch) -> bool {
    passage.of(at).starts_with("최근")
}

/// What only the whole body tells: people, bodies, and who said what.
fn named(passages: &[Passage<'_>], tags: &[Vec<tagger::Tagged>], lang: &'static LangPack, facts: &mut Vec<Fact>) {
    let people = person::find(passages, tags, lang);
    let bodies = organisation::find(passages, &people, lang);
    let said = quote::find(passages, &people, &bodies, lang);
    let places = |mentions: &[(usize, Stretch)]| mentions.iter().map(|m| passages[m.0].place(m.1)).collect::<Vec<_>>();
    for known in people {
        let (passage, at) = known.mentions[0];
        let mentions = places(&known.mentions);
        facts.push(passages[passage].fact(at, FactKind::Person(Person { mentions, ..known.person })));
    }
    for body in bodies {
        let (passage, at) = body.mentions[0];
        let mentions = places(&body.mentions);
        facts.push(passages[passage].fact(at, FactKind::Organisation(Organisation { mentions, ..body.organisation })));
    }
    facts.extend(said.into_iter().map(|s| passages[s.passage].fact(s.at, FactKind::Quote(s.quote))));
}

/// Characters after which the script of a text is plain.
const LANG_SAMPLE: usize = 2000;
