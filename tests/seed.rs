//! The article that the project began with: a reading of its page on a portal, on another portal and at its publisher, and
//! of its plain text, must give the same body to the letter. The pages are a third party's text and not part of the
//! project: they lie in `$MALGEUN_SHARED` or beside the project, and where they are absent these tests say so (`cargo test -- --nocapture`)
//! and prove nothing; `./build.sh test` then counts them as skipped.

mod page_js;

use malgeun::boilerplate::Kind;
use malgeun::facts::{FactKind, Quantity};
use malgeun::reading::Reading;
use malgeun::text::collapse;
use malgeun::{Options, Snapshot, read};
use page_js::Page;
use serde::Deserialize;
use std::path::PathBuf;
use std::{env, fs};

/// What the page's `expected.json` says.
#[derive(Deserialize)]
struct Expected {
    title: String,
    paragraphs: Vec<String>,
    byline: String,
    reporter: String,
    email: String,
    publisher: String,
    published_in_page: String,
    modified_in_page: String,
    portal: Option<String>,
    url: String,
    copyright: String,
    removed: Vec<Removed>,
    #[serde(default)]
    seed_order_lines: Vec<String>,
}

#[derive(Deserialize)]
struct Removed {
    kind: String,
    text: String,
}

/// Kinds under which the ledger may list what `expected.json` names so.
const KINDS: [(&str, &[Kind]); 18] = [
    ("auto-summary", &[Kind::AutoSummary]),
    ("font-size-layer", &[Kind::FontSize]),
    ("sample-text", &[Kind::FontSize]),
    ("byline", &[Kind::Byline, Kind::Head, Kind::ProfileCard]),
    ("copyright", &[Kind::Copyright]),
    ("related", &[Kind::Related]),
    ("recommended", &[Kind::Related]),
    ("reactions", &[Kind::Reaction, Kind::Survey]),
    ("comment-policy", &[Kind::Comment]),
    ("comments", &[Kind::Comment, Kind::Login]),
    ("tts", &[Kind::TextToSpeech, Kind::Share]),
    ("translate", &[Kind::Translation]),
    ("portal-", &[Kind::LegalFooter, Kind::Copyright]),
    ("newsletter", &[Kind::Subscription]),
    ("donation", &[Kind::Donation]),
    ("ad-label", &[Kind::Ad]),
    ("section-notice", &[Kind::SectionNote]),
    ("subscribe", &[Kind::Subscription, Kind::Promotion]),
];

fn folder() -> Option<PathBuf> {
    let shared =
        env::var_os("MALGEUN_SHARED").map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").into(), PathBuf::from);
    let found = Some(shared).filter(|path| path.join("data/korean/reconstructed").is_dir());
    if found.is_none() {
        println!("skipped: the seed pages are not here; set MALGEUN_SHARED to their folder");
    }
    found
}

fn file(path: &str) -> Option<String> {
    let path = folder()?.join(path);
    Some(fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
}

fn expected(site: &str) -> Option<Expected> {
    let json = file(&format!("data/korean/reconstructed/{site}-seed.expected.json"))?;
    Some(serde_json::from_str(&json).expect("expected.json has the fields above"))
}

/// The page as its browser shows it: `hidden` names the classes that its style sheet hides.
fn page(site: &str, hidden: &[&str]) -> Option<(Expected, Reading)> {
    let expected = expected(site)?;
    let page = Page::new(&file(&format!("data/korean/reconstructed/{site}-seed.html"))?);
    let hidden = page.named(&hidden.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
    let reading = read(&page.snapshot(&expected.url, hidden.clone()), &Options::default()).expect("within the limits");
    let faults = [page.faults.clone(), page.hiding_faults(&reading, &hidden)].concat();
    assert!(faults.is_empty(), "{site}: {faults:#?}");
    Some((expected, reading))
}

fn text() -> Option<(Expected, Reading)> {
    let snapshot = Snapshot {
        html: file("seed/daum-article.txt")?,
        url: "file:///article.txt".into(),
        content_type: "text/plain".into(),
        ..Snapshot::default()
    };
    Some((expected("daum")?, read(&snapshot, &Options::default()).expect("within the limits")))
}

fn kinds(expected: &str) -> &'static [Kind] {
    let found = KINDS.iter().find(|(name, _)| expected.starts_with(name));
    found.map(|(_, kinds)| *kinds).unwrap_or_else(|| panic!("no kind of the ledger for {expected:?}"))
}

/// What is wrong about a thing that must be in the ledger.
fn missing(reading: &Reading, removed: &Removed) -> Option<String> {
    let (line, kinds) = (collapse(removed.text.trim_start_matches("- ")), kinds(&removed.kind));
    if kinds.contains(&Kind::Byline) && collapse(&reading.byline.text) == line {
        return None;
    }
    let holds = |lines: &[String]| collapse(&lines.join(" ")).contains(&line);
    let found = reading.removals.iter().filter(|r| holds(&r.lines)).map(|r| r.kind).collect::<Vec<_>>();
    let right = found.iter().any(|kind| kinds.contains(kind));
    (!right).then(|| format!("{} {line:?}: expected one of {kinds:?} in the ledger, found {found:?}", removed.kind))
}

fn check_body_and_ledger(name: &str, reading: &Reading, paragraphs: &[String], removed: &[Removed]) {
    assert_eq!(reading.article.texts(), paragraphs, "{name}: the body");
    let missing: Vec<_> = removed.iter().filter_map(|removed| missing(reading, removed)).collect();
    assert!(missing.is_empty(), "{name}: {} of {} removals:\n  {}", missing.len(), removed.len(), missing.join("\n  "));
}

fn check_page(site: &str, hidden: &[&str]) {
    let Some((expected, reading)) = page(site, hidden) else { return };
    let published = reading.published.map(|t| t.to_string());
    let modified = reading.modified.map(|t| t.to_string());
    assert_eq!(reading.title, expected.title, "{site}");
    check_writer(site, &expected, &reading);
    assert_eq!(reading.publisher, expected.publisher, "{site}: publisher");
    assert_eq!(reading.portal, expected.portal.unwrap_or_default(), "{site}: portal");
    assert_eq!(published.as_deref(), Some(expected.published_in_page.as_str()), "{site}: published");
    assert_eq!(modified.as_deref(), Some(expected.modified_in_page.as_str()), "{site}: modified");
    assert_eq!(collapse(&reading.copyright), expected.copyright, "{site}: copyright");
    check_body_and_ledger(site, &reading, &expected.paragraphs, &expected.removed);
}

fn check_writer(name: &str, expected: &Expected, reading: &Reading) {
    let [writer] = reading.byline.writers.as_slice() else { panic!("{name}: one writer, found {:?}", reading.byline) };
    assert_eq!(writer.name, expected.reporter, "{name}");
    assert!(!writer.organisation, "{name}: {writer:?} is a person");
    assert!(writer.email.is_empty() || writer.email == expected.email, "{name}: {writer:?}");
}

#[test]
fn daum_page() {
    check_page("daum", &[]);
    check_page("daum", &["layer_tts", "layer_translate", "status_view", "screen_out", "relate_series"]);
}

#[test]
fn naver_page() {
    check_page("naver", &[]);
    check_page("naver", &["is_hidden", "media_end_head_top_channel_layer", "blind"]);
}

#[test]
fn hankyoreh_page() {
    check_page("hani", &[]);
}

#[test]
fn plain_text() {
    let Some((expected, reading)) = text() else { return };
    assert_eq!(reading.title, expected.title);
    check_writer("text", &expected, &reading);
    let lines = expected.seed_order_lines.iter().filter(|line| **line != expected.title && !expected.paragraphs.contains(*line));
    let removed: Vec<_> = lines.map(|line| Removed { kind: kind_of(&expected, line), text: line.clone() }).collect();
    check_body_and_ledger("text", &reading, &expected.paragraphs, &removed);
}

/// The kind that the portal's page gives to a line of the plain text.
fn kind_of(expected: &Expected, line: &str) -> String {
    let plain = line.trim_start_matches("- ");
    let found = expected.removed.iter().find(|removed| removed.text == plain).map(|removed| removed.kind.clone());
    found.unwrap_or_else(|| panic!("no kind for {line:?} ({})", expected.byline))
}

/// A fact with the text that its span covers.
fn facts(reading: &Reading) -> Vec<(&str, &FactKind)> {
    let texts = reading.article.texts();
    reading.facts.iter().map(|fact| (fact.span.of(texts[fact.paragraph as usize]), &fact.kind)).collect()
}

#[test]
fn quantities() {
    let Some((_, reading)) = page("daum", &[]) else { return };
    let facts = facts(&reading);
    let found = |value: f64, unit: &str| -> Option<&Quantity> {
        facts.iter().find_map(|(_, kind)| match kind {
            FactKind::Quantity(quantity) if quantity.value == Some(value) && quantity.unit == unit => Some(quantity),
            _ => None,
        })
    };
    let check = |value: f64, unit: &str, measures: &[&str]| {
        let quantity = found(value, unit).unwrap_or_else(|| panic!("{value} {unit} in {facts:#?}"));
        let named = measures.is_empty() || measures.iter().any(|m| quantity.measures.contains(m));
        assert!(named, "{value} {unit} measures {:?}, expected one of {measures:?}", quantity.measures);
    };
    check(51_425.0, "명", &["인공지능 부문 인력"]);
    check(8_579.0, "명", &["부족 인력"]);
    check(1_609.0, "명", &["3년 전", "부족 인력"]);
    check(5.3, "배", &[]);
    check(31.0, "개국", &[]);
    let twenty_years = facts.iter().any(|(text, kind)| match kind {
        FactKind::Quantity(q) => text.contains("20년") && q.value == Some(20.0) && q.approx,
        FactKind::Date(t) => text.contains("20년") && t.value.as_deref() == Some("P20Y"),
        _ => false,
    });
    assert!(twenty_years, "약 20년 in {facts:#?}");
}

#[test]
fn dates_against_the_day_of_publication() {
    let Some((_, reading)) = page("daum", &[]) else { return };
    let facts = facts(&reading);
    for (text, value) in [
        ("올해 3월", "2024-03"),
        ("지난해 9월", "2023-09"),
        ("지난 4월", "2024-04"),
        ("지난 7~8일", "2024-09-07/2024-09-08"),
        ("5월", "2024-05"),
        ("7월", "2024-07"),
    ] {
        let found: Vec<_> = facts
            .iter()
            .filter_map(|(at, kind)| match kind {
                FactKind::Date(timex) if *at == text => timex.value.as_deref(),
                _ => None,
            })
            .collect();
        assert_eq!(found, [value], "{text}");
    }
}

#[test]
fn people() {
    let Some((_, reading)) = page("daum", &[]) else { return };
    let person = |name: &str| {
        let found = reading.facts.iter().find_map(|fact| match &fact.kind {
            FactKind::Person(person) if person.name == name => Some(person),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("{name} in {:#?}", reading.facts))
    };
    let park = person("박대훈");
    assert_eq!((park.age, park.titles.iter().any(|t| t == "박사")), (Some(40), true), "{park:?}");
    let ahn = person("안성원");
    assert_eq!(ahn.affiliation, "소프트웨어정책연구소", "{ahn:?}");
    assert!(ahn.titles.iter().any(|t| t == "인공지능정책연구실장"), "{ahn:?}");
}

#[test]
fn quotations_with_speakers() {
    let Some((_, reading)) = page("daum", &[]) else { return };
    let quotes: Vec<_> = facts(&reading)
        .into_iter()
        .filter_map(|(text, kind)| match kind {
            FactKind::Quote(quote) => Some((text, quote.speaker.as_str(), quote.parts)),
            _ => None,
        })
        .collect();
    let speaker = |opening: &str| quotes.iter().find(|(text, ..)| text.starts_with(opening)).map(|(_, speaker, _)| *speaker);
    assert_eq!(speaker("엘지유플러스에 굉장히"), Some("박대훈"), "{quotes:#?}");
    assert_eq!(speaker("과거엔 특정 사업에"), Some("한 대기업 관계자"), "{quotes:#?}");
    assert_eq!(speaker("정부가 인력 양성"), Some("안성원"), "{quotes:#?}");
    let second_part = quotes.iter().any(|(text, _, parts)| text.starts_with("정부가 인력 양성") && *parts == 2);
    assert!(second_part || speaker("다만, 기존 인력을") == Some("안성원"), "{quotes:#?}");
    assert!(quotes.iter().filter(|(_, speaker, _)| !speaker.is_empty()).count() >= 4, "{quotes:#?}");
}

#[test]
fn sources_and_the_one_sum() {
    let Some((_, reading)) = page("daum", &[]) else { return };
    let sources: Vec<_> = reading
        .facts
        .iter()
        .filter_map(|fact| match &fact.kind {
            FactKind::Source(source) => Some(source.title.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(sources, ["2023 인공지능 산업 실태조사", "인공지능 지수 보고서 2024"]);
    let checks: Vec<_> = reading
        .facts
        .iter()
        .filter_map(|fact| match &fact.kind {
            FactKind::Check(check) => Some(check),
            _ => None,
        })
        .collect();
    let [check] = checks.as_slice() else { panic!("one sum, found {checks:#?}") };
    assert_eq!(
        (check.op, check.values.as_slice(), check.claimed, check.holds),
        ("ratio", [8579.0, 1609.0].as_slice(), 5.3, true)
    );
    assert!((check.computed - 8579.0 / 1609.0).abs() < 1e-9, "{check:?}");
}
