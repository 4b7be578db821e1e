//! Facts of an article: quantities, dates, people, organisations, quotations, sources, and sums that can be checked.
//! In: the texts of the body and the publication time. Out: facts, each with the span it stands in.

use crate::civil::DateTime;
use crate::lang::LangPack;
use crate::text::Span;
use crate::text::order;

mod by_name;
mod check;
mod event;
mod kind;
mod mark;
pub mod measure;
mod number;
mod once;
mod organisation;
mod parent;
mod passage;
mod person;
mod place;
mod portion;
mod quantity;
mod quote;
mod source;
pub mod tagger;
mod timex;
pub mod trust;
mod unit;
mod word;

pub use kind::{Change, Check, Event, Fact, FactKind, Location, Organisation, Person, Place, Quantity, Quote, Source, Timex};

use passage::{Passage, Stretch};
use tagger::Tagger;
use tagger::label::Label;

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
    /// The learned taggers of names, one for each language; where there is none, the rules alone work.
    pub taggers: &'a [Tagger],
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
    /// How sure the tagger is, 0 to 1.
    pub confidence: f32,
}

/// Finds the facts of a body given as its texts in order. Facts come sorted by paragraph and start.
pub fn find(texts: &[&str], context: &Context<'_>) -> Vec<Fact> {
    find_with_names(texts, context).0
}

/// Finds the facts, and gives what the tagger said beside them: for corpora that mark more than is shown.
pub fn find_with_names(texts: &[&str], context: &Context<'_>) -> (Vec<Fact>, Vec<Name>) {
    let Some(lang) = LangPack::of(context.lang).or_else(|| guess_lang(texts)) else { return Default::default() };
    let tagger = context.taggers.iter().find(|tagger| tagger.speaks(lang.code));
    let parts = portion::parts(texts);
    let mut memory = Memory::new(context, parts.len() == 1);
    let (mut all, mut all_names) = (Vec::new(), Vec::new());
    for portion in portion::portions(&parts) {
        let passages = portion::passages(portion);
        let mut facts = timed_and_measured(&passages, &mut memory, tagger, lang);
        let people = person::ruled(&passages, lang);
        let tags = tagger.map_or(Vec::new(), |tagger| tagged(&passages, people.clone(), &facts, tagger, lang));
        named(&passages, people, (&tags, tagger), lang, &mut facts);
        all.extend(facts.into_iter().filter(|fact| fact.confidence >= trust::SHOWN_MIN));
        all_names.extend(names(&passages, &tags));
    }
    order::by(&mut all, |fact| (fact.paragraph, (fact.span.start, fact.span.end)));
    (all, all_names)
}

/// What earlier passages told that later ones build on.
struct Memory {
    anchor: timex::Anchor,
    cited: Vec<String>,
    told: measure::Told,
    /// What was asked of the choice of what a number measures, where that is to be learned.
    asked: Option<Vec<measure::Asked>>,
}

impl Memory {
    fn new(context: &Context<'_>, alone: bool) -> Self {
        Self { anchor: timex::Anchor::new(context, alone), cited: Vec::new(), told: measure::Told::new(), asked: None }
    }
}

/// What each passage says by itself.
fn timed_and_measured(
    passages: &[Passage<'_>],
    memory: &mut Memory,
    tagger: Option<&Tagger>,
    lang: &'static LangPack,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    let counted: Vec<_> = passages.iter().map(|p| measured(p, memory, (lang, tagger), &mut facts)).collect();
    let sums = check::find(passages, &counted, |passage| dates_in(passage, &facts), lang);
    for found in sums {
        let passage = passages.iter().find(|passage| passage.holds(&found.claimed));
        facts.extend(passage.map(|p| p.fact(p.stretch(found.claimed.span), trust::CHECK, FactKind::Check(found.check))));
    }
    let quantity = |passage: &Passage<'_>, c: quantity::Counted| {
        let sure = if c.quantity.measures.is_empty() { trust::UNMEASURED } else { trust::QUANTITY };
        let currency = if c.quantity.class == "money" { unit::currency(&c.quantity.unit) } else { "" };
        passage.fact(c.at, sure, FactKind::Quantity(Quantity { currency, ..c.quantity }))
    };
    let of_passage = |(passage, counted)| Vec::into_iter(counted).map(move |c| quantity(passage, c));
    facts.extend(passages.iter().zip(counted).flat_map(of_passage));
    facts
}

/// Where the dates of a passage stand.
fn dates_in(passage: &Passage<'_>, facts: &[Fact]) -> Vec<Stretch> {
    let here = facts.iter().filter(|fact| fact.paragraph == passage.paragraph && matches!(fact.kind, FactKind::Date(_)));
    here.map(|fact| passage.stretch(fact.span)).collect()
}

/// What the tagger says of each passage, having been shown what the rules alone find.
fn tagged(
    passages: &[Passage<'_>],
    people: Vec<person::Known>,
    facts: &[Fact],
    tagger: &Tagger,
    lang: &'static LangPack,
) -> Vec<Vec<tagger::Tagged>> {
    let mut facts: Vec<Fact> = facts.iter().filter(|fact| matches!(fact.kind, FactKind::Date(_))).cloned().collect();
    known_names(passages, people, lang, &mut facts);
    passages.iter().map(|p| tagger.tag(p, &tagger::flags::of(p, &facts, lang))).collect()
}

fn names(passages: &[Passage<'_>], tags: &[Vec<tagger::Tagged>]) -> Vec<Name> {
    let sure = |t: &tagger::Tagged| trust::of_margin(t.margin);
    let name = |p: &Passage<'_>, t: &tagger::Tagged| Name {
        paragraph: p.paragraph,
        span: p.place(t.at).span,
        label: t.label,
        confidence: sure(t),
    };
    passages.iter().zip(tags).flat_map(|(p, tags)| tags.iter().map(move |t| name(p, t))).collect()
}

/// What the tagger would be shown of a text of a language, a paragraph a line: its sentences, each with its first character's index, its
/// characters and the rules' flags. For `examples/tag`, which learns the weights.
pub fn tagger_input(text: &str, lang: &str) -> Vec<(usize, Vec<char>, Vec<tagger::flags::Flag>)> {
    let Some(lang) = LangPack::of(lang) else { return Vec::new() };
    let mut starts = vec![0];
    starts.extend(text.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(at, _)| at + 1));
    let passages: Vec<Passage<'_>> = text.split('\n').enumerate().map(|(at, text)| Passage::new(at, text)).collect();
    let mut facts = timed_and_measured(&passages, &mut Memory::new(&Context::default(), true), None, lang);
    known_names(&passages, person::ruled(&passages, lang), lang, &mut facts);
    let of_passage = |(passage, start): (&Passage<'_>, usize)| {
        let flags = tagger::flags::of(passage, &facts, lang);
        let part = |s: &Stretch| (start + s.start, passage.chars[s.start..s.end].to_vec(), flags[s.start..s.end].to_vec());
        passage.sentences.iter().map(part).collect::<Vec<_>>()
    };
    passages.iter().zip(starts).flat_map(of_passage).collect()
}

/// What is asked of the choice of what each number measures: for `examples/measure`, which learns it. Korean only.
pub fn measure_input(texts: &[&str], context: &Context<'_>) -> Vec<measure::Asked> {
    let Some(lang) = LangPack::of(context.lang) else { return Vec::new() };
    let tagger = context.taggers.iter().find(|tagger| tagger.speaks(lang.code));
    let parts = portion::parts(texts);
    let mut memory = Memory { asked: Some(Vec::new()), ..Memory::new(context, parts.len() == 1) };
    for portion in portion::portions(&parts) {
        timed_and_measured(&portion::passages(portion), &mut memory, tagger, lang);
    }
    memory.asked.unwrap_or_default()
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
        let dates = dates_in(&passage, facts);
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
    Memory { anchor, cited, told, asked }: &mut Memory,
    (lang, tagger): (&'static LangPack, Option<&Tagger>),
    facts: &mut Vec<Fact>,
) -> Vec<quantity::Counted> {
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
    let scores = quantity::scores(passage, &all, lang);
    counted.retain(|c| !scores.iter().any(|score| score.at.overlaps(c.at)));
    counted.extend(scores);
    counted.extend(quantity::levels(passage, &all, &counted, lang));
    order::by(&mut counted, |c| c.at);
    measure::name(passage, &mut counted, &all, told, (lang, tagger), asked.as_mut());
    check::changes(passage, &mut counted, lang);
    let shown = vague.into_iter().filter(|_| anchor.vague);
    facts.extend(timed.into_iter().chain(shown).map(|t| passage.fact(t.at, sure_of_date(&t.timex), FactKind::Date(t.timex))));
    for found in sources {
        if !cited.contains(&found.source.title) {
            cited.push(found.source.title.clone());
            facts.push(passage.fact(found.at, trust::SOURCE, FactKind::Source(found.source)));
        }
    }
    counted
}

fn sure_of_date(timex: &Timex) -> f32 {
    match timex {
        Timex { value: None, .. } => trust::UNRESOLVED,
        Timex { assumed: "", .. } => trust::DATE,
        _ => trust::RELATIVE,
    }
}

/// "최근 1년간": a length that only says when.
fn is_span_of_time(passage: &Passage<'_>, at: Stretch) -> bool {
    passage.of(at).starts_with("최근")
}

/// The people and bodies that the rules find without the tagger: it is shown them.
fn known_names(passages: &[Passage<'_>], people: Vec<person::Known>, lang: &'static LangPack, facts: &mut Vec<Fact>) {
    let people = person::find(passages, people, &[], None, lang);
    let bodies = organisation::find(passages, (&[], None), &people, lang);
    push_names(passages, people, bodies, facts);
}

fn push_names(passages: &[Passage<'_>], people: Vec<person::Known>, bodies: Vec<organisation::Body>, facts: &mut Vec<Fact>) {
    let places = |mentions: &[(usize, Stretch)]| mentions.iter().map(|m| passages[m.0].place(m.1)).collect::<Vec<_>>();
    for known in people {
        let (passage, at) = known.mentions[0];
        let person = Person { mentions: places(&known.mentions), ..known.person };
        facts.push(passages[passage].fact(at, known.confidence, FactKind::Person(person)));
    }
    for body in bodies {
        let (passage, at) = body.mentions[0];
        let organisation = Organisation { mentions: places(&body.mentions), ..body.organisation };
        facts.push(passages[passage].fact(at, trust::BODY, FactKind::Organisation(organisation)));
    }
}

/// What only the whole body tells: people, bodies, and who said what; given the tagger's names also places and events.
fn named(
    passages: &[Passage<'_>],
    people: Vec<person::Known>,
    (tags, tagger): (&[Vec<tagger::Tagged>], Option<&Tagger>),
    lang: &'static LangPack,
    facts: &mut Vec<Fact>,
) {
    let mut people = person::find(passages, people, tags, tagger, lang);
    let mut bodies = organisation::find(passages, (tags, tagger), &people, lang);
    parent::find(passages, &mut bodies, lang);
    // "ITF 회장": the body by its whole name.
    for person in people.iter_mut().map(|known| &mut known.person) {
        let whole = bodies.iter().find(|body| body.organisation.aliases.contains(&person.affiliation));
        // "미국 한빛대" says no more than "한빛대".
        let whole = whole.filter(|body| !body.organisation.name.ends_with(&person.affiliation));
        whole.into_iter().for_each(|body| person.affiliation.clone_from(&body.organisation.name));
    }
    let said = quote::find(passages, &people, &bodies, lang);
    if !tags.is_empty() || lang.code != "ko" {
        spotted(passages, tags, (&people, &bodies), lang, facts);
    }
    push_names(passages, people, bodies, facts);
    facts.extend(said.into_iter().map(|s| {
        let sure = if s.quote.speaker.is_empty() { trust::UNSPOKEN } else { trust::QUOTE };
        passages[s.passage].fact(s.at, sure, FactKind::Quote(s.quote))
    }));
}

/// Places, and events with who holds them, when and where.
fn spotted(
    passages: &[Passage<'_>],
    tags: &[Vec<tagger::Tagged>],
    (people, bodies): (&[person::Known], &[organisation::Body]),
    lang: &'static LangPack,
    facts: &mut Vec<Fact>,
) {
    let of_people = people.iter().flat_map(|known| known.mentions.iter().copied());
    let taken: Vec<(usize, Stretch)> = of_people.chain(bodies.iter().flat_map(|body| body.mentions.iter().copied())).collect();
    let spots = place::find(passages, tags, &taken, lang);
    let date = |fact: &Fact| match &fact.kind {
        FactKind::Date(date) if !date.vague && date.timex_type == "DATE" => {
            let passage = portion::holding(passages, fact)?;
            Some((passage, passages[passage].stretch(fact.span), date.value.clone()))
        }
        _ => None,
    };
    let dates: Vec<_> = facts.iter().filter_map(date).collect();
    let held = event::Scene { passages, bodies, places: &spots, dates: &dates, lang }.find();
    let mut events: Vec<Fact> = Vec::new();
    for held in held {
        let mention = passages[held.passage].place(held.at);
        let same = |fact: &&mut Fact| matches!(&fact.kind, FactKind::Event(event) if event.name == held.name);
        if let Some(Fact { kind: FactKind::Event(event), .. }) = events.iter_mut().find(same) {
            event.mentions.push(mention);
            continue;
        }
        let (name, organiser) = (held.name, held.organiser);
        let event = Event { name, organiser, date: held.date, place: held.place, mentions: vec![mention] };
        events.push(passages[held.passage].fact(held.at, held.confidence, FactKind::Event(event)));
    }
    facts.extend(events);
    for spot in spots {
        let (passage, at) = spot.mentions[0];
        let mentions = spot.mentions.iter().map(|m| passages[m.0].place(m.1)).collect();
        let location = Location { name: spot.name, mentions };
        facts.push(passages[passage].fact(at, spot.confidence, FactKind::Location(location)));
    }
}

/// Characters after which the script of a text is plain.
const LANG_SAMPLE: usize = 2000;
