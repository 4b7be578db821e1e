//! The facts of the demo page, which anyone can check by reading it: numbers, dates against its day of publication, people,
//! quotations with their speakers, the report it cites, and the two sums that it lets a reader do again.

use malgeun::facts::{FactKind, Place};
use malgeun::reading::Reading;
use malgeun::{Options, Snapshot, read};

fn demo() -> Reading {
    let snapshot = Snapshot {
        html: include_str!("fixtures/demo/index.html").to_owned(),
        url: "http://127.0.0.1:8000/index.html".into(),
        content_type: "text/html".into(),
        ..Snapshot::default()
    };
    read(&snapshot, &Options::default()).expect("within the limits")
}

/// Facts with the text that each covers.
fn facts(reading: &Reading) -> Vec<(&str, &FactKind)> {
    let texts = reading.article.texts();
    reading.facts.iter().map(|fact| (fact.span.of(texts[fact.paragraph as usize]), &fact.kind)).collect()
}

/// Compares what was expected with what was found, item by item, and lists what is missing.
fn all_found(what: &str, expected: &[String], found: &[String]) {
    let missing: Vec<_> = expected.iter().filter(|item| !found.contains(item)).collect();
    assert!(missing.is_empty(), "{what}: missing {missing:#?} in {found:#?}");
}

#[test]
fn quantities() {
    let reading = demo();
    let found: Vec<_> = facts(&reading)
        .into_iter()
        .filter_map(|(_, kind)| match kind {
            FactKind::Quantity(q) => Some(format!("{} {}", q.value?, q.unit)),
            _ => None,
        })
        .collect();
    let expected = [
        "41 마리",
        "12 마리",
        "3.4 배",
        "5 곳",
        "1820 톤",
        "640 톤",
        "1180 톤",
        "34 곳",
        "612 점",
        "60 마리",
        "300 마리",
        "6 곳",
        "48000000 원",
        "120 명",
    ];
    all_found("quantities", &expected.map(str::to_owned), &found);
}

#[test]
fn dates_against_the_day_of_publication() {
    let reading = demo();
    let found: Vec<_> = facts(&reading)
        .into_iter()
        .filter_map(|(_, kind)| match kind {
            FactKind::Date(timex) => timex.value.clone().map(|value| value.split('T').next().unwrap_or_default().to_owned()),
            _ => None,
        })
        .collect();
    let expected = ["2026-09-12", "2026-10-20", "2026-03/2026-08", "2023", "2026-10-07", "2027-01", "2026-11-05", "2028"];
    all_found("dates", &expected.map(str::to_owned), &found);
}

#[test]
fn people_and_their_posts() {
    let reading = demo();
    let found: Vec<_> = facts(&reading)
        .into_iter()
        .filter_map(|(_, kind)| match kind {
            FactKind::Person(p) => Some(format!("{} {:?} {} {:?}", p.name, p.titles, p.affiliation, p.age)),
            _ => None,
        })
        .collect();
    let starts =
        |name: &str| found.iter().find(|person| person.starts_with(name)).unwrap_or_else(|| panic!("{name} in {found:#?}"));
    assert!(starts("윤태섭").ends_with("Some(61)"), "{found:#?}");
    assert!(starts("배금자").ends_with("Some(58)"), "{found:#?}");
    assert!(starts("오세린").contains("\"대표\"") && starts("오세린").ends_with("Some(47)"), "{found:#?}");
    let han = starts("한서윤");
    assert!(han.contains("수생동물연구실장") && han.contains(" 국립하천생태원 "), "{found:#?}");
}

#[test]
fn quotations_have_their_speakers() {
    let reading = demo();
    let facts = facts(&reading);
    for (opening, speaker) in [
        ("수달은 먹이보다", "한서윤"),
        ("예전 방식으로", "한서윤"),
        ("미워하는 건", "배금자"),
        ("내년 예산에는", "한 시청 관계자"),
        ("자료가 열려야", "오세린"),
        ("그 녀석이", "윤태섭"),
    ] {
        let found = facts.iter().find_map(|(text, kind)| match kind {
            FactKind::Quote(quote) if text.starts_with(opening) => Some(quote.speaker.as_str()),
            _ => None,
        });
        assert_eq!(found, Some(speaker), "“{opening}…”");
    }
}

#[test]
fn the_report_and_who_made_it() {
    let reading = demo();
    let facts = facts(&reading);
    let sources = facts.iter().filter(|(_, kind)| matches!(kind, FactKind::Source(s) if s.title == "2026 가온천 생태조사"));
    assert_eq!(sources.count(), 1, "{facts:#?}");
    let alias =
        |kind: &FactKind| matches!(kind, FactKind::Organisation(o) if o.name == "국립하천생태원" && o.aliases == ["NIRE"]);
    assert!(facts.iter().any(|(_, kind)| alias(kind)), "{facts:#?}");
}

#[test]
fn both_sums_hold() {
    let reading = demo();
    let texts = reading.article.texts();
    let at = |place: &Place| place.span.of(texts[place.paragraph as usize]).to_owned();
    let found: Vec<_> = reading
        .facts
        .iter()
        .filter_map(|fact| match &fact.kind {
            FactKind::Check(c) => {
                Some((c.op, c.values.clone(), c.claimed, c.holds, c.operands.iter().map(at).collect::<Vec<_>>()))
            }
            _ => None,
        })
        .collect();
    let sums: Vec<_> = found.iter().map(|(op, values, claimed, holds, _)| (*op, values.as_slice(), *claimed, *holds)).collect();
    assert_eq!(sums, [("ratio", [41.0, 12.0].as_slice(), 3.4, true), ("difference", [1820.0, 640.0].as_slice(), 1180.0, true)]);
    assert!(found.iter().all(|(.., operands)| operands.iter().all(|text| !text.is_empty())), "{found:#?}");
}

#[test]
fn the_page_asks_nobody_and_runs_nothing() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/demo");
    let page = include_str!("fixtures/demo/index.html");
    let style = include_str!("fixtures/demo/demo.css");
    let handler = |rest: &str| rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).starts_with('=');
    assert!(!page.contains("<script") && !page.split(" on").skip(1).any(handler), "the page runs nothing");
    assert!(!style.contains("url(") && !style.contains("@import"), "the style sheet asks nobody");
    let named = ["src=\"", "href=\""].into_iter().flat_map(|attribute| page.split(attribute).skip(1));
    for address in named.filter_map(|rest| rest.split('"').next()).filter(|address| !address.starts_with('#')) {
        assert!(folder.join(address).is_file(), "{address} is no file of the demo");
    }
}
