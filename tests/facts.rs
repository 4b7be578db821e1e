//! Facts over own sentences: `fixtures/facts/<kind>.txt` holds cases parted by blank lines. A case is `@ publication time`
//! (optional), the paragraphs, and one `= …` line for every fact of the kind that must be found, and no other.
//! `UPDATE=1 cargo test --test facts` writes what is found; read the difference before you keep it.

use malgeun::civil::DateTime;
use malgeun::facts::tagger::Tagger;
use malgeun::facts::{self, Context, Fact, FactKind, Place};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn quantities() {
    check("quantity", |k| matches!(k, FactKind::Quantity(_)));
}

#[test]
fn numbers_of_every_writing() {
    check("number", |k| matches!(k, FactKind::Quantity(_)));
}

/// Rises and falls, and what percentages are of.
#[test]
fn changes() {
    compare("change", |case| {
        let (kept, texts, context) = read_case(case);
        let told = facts::find(&texts, &context).into_iter().filter_map(|fact| match fact.kind {
            FactKind::Quantity(q) => {
                let text = fact.span.of(texts[fact.paragraph as usize]);
                let number = |n: Option<f64>| n.map_or("?".to_owned(), |n| n.to_string());
                let factor = |c: facts::Change| c.factor.map(|f| format!(" times {f:.2}")).unwrap_or_default();
                let change = q.change.map(|c| format!(" {} {} to {}{}", c.direction, number(c.from), number(c.to), factor(c)));
                let basis = Some(q.basis).filter(|basis| !basis.is_empty()).map(|basis| format!(" of {basis}"));
                let said = [change, basis].into_iter().flatten().collect::<String>();
                (!said.is_empty()).then(|| format!("= {text} =>{said}"))
            }
            _ => None,
        });
        kept.iter().map(|line| (*line).to_owned()).chain(told).collect::<Vec<_>>().join("\n")
    });
}

#[test]
fn dates() {
    check("date", |k| matches!(k, FactKind::Date(_)));
}

#[test]
fn people() {
    check("person", |k| matches!(k, FactKind::Person(_)));
}

#[test]
fn organisations() {
    check("organisation", |k| matches!(k, FactKind::Organisation(_)));
}

#[test]
fn places() {
    check("place", |k| matches!(k, FactKind::Location(_)));
}

#[test]
fn events() {
    check("event", |k| matches!(k, FactKind::Event(_)));
}

/// The codes of currencies, and what is not known by one.
#[test]
fn money_has_a_currency() {
    let texts = ["값은 3만 원에서 25달러로, 다시 1200엔과 7위안, 40유로로 바뀌었고 사과 5개는 그대로다."];
    let context = Context { lang: "ko", ..Context::default() };
    let found = facts::find(&texts, &context).into_iter().filter_map(|fact| match fact.kind {
        FactKind::Quantity(q) => Some(q.currency),
        _ => None,
    });
    assert_eq!(found.collect::<Vec<_>>(), ["KRW", "USD", "JPY", "CNY", "EUR", ""]);
}

/// Nothing below the least confidence comes out, and names that stand alone are less sure than those with a title.
#[test]
fn facts_say_how_sure_they_are() {
    let texts = ["한서윤은 무대에 올랐다. 윤서진 박사는 지난해 30명을 만났다."];
    let context = Context { lang: "ko", taggers: &NAMES, ..Context::default() };
    let facts = facts::find(&texts, &context);
    assert!(facts.iter().all(|fact| (facts::trust::SHOWN_MIN..=1.0).contains(&fact.confidence)));
    let sure = |name: &str| {
        let person = facts.iter().find(|f| matches!(&f.kind, FactKind::Person(p) if p.name == name));
        person.map(|fact| fact.confidence).expect("the person is found")
    };
    assert!(sure("한서윤") < sure("윤서진"));
}

#[test]
fn quotations() {
    check("quote", |k| matches!(k, FactKind::Quote(_)));
}

#[test]
fn sources() {
    check("source", |k| matches!(k, FactKind::Source(_)));
}

#[test]
fn checks() {
    check("check", |k| matches!(k, FactKind::Check(_)));
}

#[test]
fn english_articles() {
    check("english", |_| true);
}

/// Numbers as corpora mark them, with the same fixtures' form: text, type and value.
#[test]
fn marks() {
    compare("mark", |case| {
        let (kept, texts, context) = read_case(case);
        let marks = facts::marks(&texts, &context, &facts::find(&texts, &context));
        let line = |m: &facts::Mark| {
            let value = m.value.map(|n| format!(" {n}")).unwrap_or_default();
            format!("= {} => {}{value}", m.place.span.of(texts[m.place.paragraph as usize]), m.kind)
        };
        kept.into_iter().map(str::to_owned).chain(marks.iter().map(line)).collect::<Vec<_>>().join("\n")
    });
}

/// Runs every case of a fixture file.
#[track_caller]
fn check(kind: &str, wanted: fn(&FactKind) -> bool) {
    compare(kind, |case| found(case, wanted));
}

/// Compares what is found with the fixture file, or writes it.
#[track_caller]
fn compare(kind: &str, found: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/facts").join(format!("{kind}.txt"));
    let expected = fs::read_to_string(&path).expect("the fixture file is in the tree");
    let cases: Vec<String> = expected.trim_end().split("\n\n").map(&found).collect();
    let actual = cases.join("\n\n") + "\n";
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &actual).expect("the fixture file can be written");
    }
    for (wrong, right) in actual.split("\n\n").zip(expected.split("\n\n")) {
        assert_eq!(wrong.trim_end(), right.trim_end(), "{kind}: found (left), expected (right)");
    }
}

/// The weights that the command line holds.
static NAMES: [Tagger; 2] = [
    Tagger::built_in(include_bytes!("../src/facts/tagger/learned/ko.bin")),
    Tagger::built_in(include_bytes!("../src/facts/tagger/learned/en.bin")),
];

#[test]
fn tagged() {
    check("tagged", |kind| matches!(kind, FactKind::Person(_) | FactKind::Organisation(_)));
}

#[test]
fn english_names() {
    check("english_tagged", |k| matches!(k, FactKind::Person(_) | FactKind::Organisation(_) | FactKind::Location(_)));
}

#[test]
fn broken_weights_name_nobody() {
    let whole = include_bytes!("../src/facts/tagger/learned/ko.bin");
    for bytes in [&b""[..], b"MALGEUN", &whole[..whole.len() / 2], &whole[1..]] {
        let taggers = [Tagger::new(bytes.to_vec())];
        assert!(!taggers[0].is_ready());
        let context = Context { lang: "ko", taggers: &taggers, ..Context::default() };
        assert!(facts::find(&["무대에는 한서윤이 올랐다."], &context).is_empty());
    }
}

/// The lines of a case without what must be found, its paragraphs, and its publication time.
fn read_case(case: &str) -> (Vec<&str>, Vec<&str>, Context<'_>) {
    let kept: Vec<&str> = case.lines().filter(|line| !line.starts_with("= ")).collect();
    let published = kept.iter().find_map(|line| line.strip_prefix("@ ")).map(read_date);
    let texts: Vec<&str> = kept.iter().copied().filter(|line| !line.starts_with(['@', '#'])).collect();
    let vague = kept.iter().any(|line| line.starts_with("# vague"));
    let taggers: &[Tagger] = if kept.iter().any(|line| line.starts_with("# tagger")) { &NAMES } else { &[] };
    (kept, texts, Context { published, vague, taggers, ..Context::default() })
}

/// The case with the facts that are found in place of the expected ones.
fn found(case: &str, wanted: fn(&FactKind) -> bool) -> String {
    let (kept, texts, context) = read_case(case);
    let facts = facts::find(&texts, &context);
    let lines = facts.iter().filter(|fact| wanted(&fact.kind)).map(|fact| line(&texts, fact));
    kept.iter().map(|line| (*line).to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

fn read_date(text: &str) -> DateTime {
    DateTime::written(text).expect("a time like 2024-09-30 or 2026-09-28T14:30")
}

/// A fact as one line.
fn line(texts: &[&str], fact: &Fact) -> String {
    let of = |place: &Place| place.span.of(texts[place.paragraph as usize]);
    let text = of(&Place { paragraph: fact.paragraph, span: fact.span });
    let all = |places: &[Place]| places.iter().map(of).collect::<Vec<_>>().join(", ");
    let said = match &fact.kind {
        FactKind::Quantity(q) => {
            let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
            let bounds =
                if q.min.is_some() || q.max.is_some() { format!(" {}..{}", number(q.min), number(q.max)) } else { String::new() };
            let about = if q.approx { " about" } else { "" };
            let as_of = if q.as_of.is_empty() { String::new() } else { format!(" @ {}", q.as_of) };
            format!("quantity {}{bounds} {} {}{about} | {}{as_of}", number(q.value), q.unit, q.class, q.measures)
        }
        FactKind::Date(d) => {
            let relative = if d.relative { " relative" } else { "" };
            let closer = d.interval.as_ref().filter(|i| Some(*i) != d.value.as_ref()).map(|i| format!(" = {i}"));
            let assumed = if d.assumed.is_empty() { String::new() } else { format!(" by {}", d.assumed) };
            let vague = if d.vague { " vague" } else { "" };
            let (value, closer) = (d.value.as_deref().unwrap_or("?"), closer.unwrap_or_default());
            format!("{} {value}{closer}{relative}{assumed}{vague}", d.timex_type)
        }
        FactKind::Person(p) => {
            let age = p.age.map(|age| age.to_string()).unwrap_or_default();
            let aliases = if p.aliases.is_empty() { String::new() } else { format!(" | also {}", p.aliases.join(", ")) };
            format!("person {} | {} | {} | {age} | {}{aliases}", p.name, p.titles.join(", "), p.affiliation, all(&p.mentions))
        }
        FactKind::Organisation(o) => {
            let parent = if o.parent.is_empty() { String::new() } else { format!(" | under {}", o.parent) };
            format!("organisation {} | {} | {}{parent}", o.name, o.aliases.join(", "), all(&o.mentions))
        }
        FactKind::Location(p) => format!("place {} | {}", p.name, all(&p.mentions)),
        FactKind::Event(e) => {
            let date = e.date.as_deref().unwrap_or_default();
            format!("event {} | by {} | on {date} | in {} | {}", e.name, e.organiser, e.place, all(&e.mentions))
        }
        FactKind::Quote(q) => format!("quote by {} ({}) {} {}", q.speaker, q.speaker_kind, q.verb, q.parts),
        FactKind::Source(s) => format!("source {} by {}", s.title, s.issuer),
        FactKind::Check(c) => format!(
            "check {} of {} = {:.2}: {}",
            c.op,
            all(&c.operands),
            c.computed,
            if c.holds { "holds" } else { "does not hold" }
        ),
    };
    format!("= {text} => {said}").trim_end().to_owned()
}

/// Every span slices its text, every sentence holds its fact, and facts are in order, whatever the text.
#[test]
fn spans_fit_any_text() {
    let odd = [
        "",
        "“",
        "3",
        "제3",
        "약 ",
        "5만",
        "~10%",
        "(36)",
        "“가”고",
        "년 월 일",
        "🙂 3명이 “그래🙂”라고 했다",
        "a\u{0}b",
        "１２３명",
        "1조억원",
        "'",
        "2024.9.",
        "최근 ",
        "지난",
        "マ3名",
    ];
    for text in odd {
        for other in odd {
            let texts = [text, other, &format!("{text}{other} {text}")];
            let context = Context { lang: "ko", ..Context::default() };
            let facts = facts::find(&texts, &context);
            for mark in facts::marks(&texts, &context, &facts) {
                let paragraph = texts[mark.place.paragraph as usize];
                assert!(
                    paragraph.get(mark.place.span.start as usize..mark.place.span.end as usize).is_some(),
                    "{texts:?}: {mark:?}"
                );
            }
            for fact in &facts {
                let paragraph = texts[fact.paragraph as usize];
                assert!(paragraph.get(fact.span.start as usize..fact.span.end as usize).is_some(), "{texts:?}: {fact:?}");
                assert!(fact.sentence.contains(fact.span), "{texts:?}: {fact:?}");
            }
            assert!(facts.is_sorted_by_key(|f| (f.paragraph, f.span)));
        }
    }
}

/// The article that the project began with, where the shared data lie beside the repository (or at `MALGEUN_SHARED`).
#[test]
fn first_article() {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let shared = env::var_os("MALGEUN_SHARED").map_or(beside, PathBuf::from);
    let Ok(page) = fs::read_to_string(shared.join("data/korean/reconstructed/daum-seed.expected.json")) else {
        println!("skipped: no shared data");
        return;
    };
    let page: serde_json::Value = serde_json::from_str(&page).expect("JSON");
    let texts: Vec<&str> = page["paragraphs"].as_array().expect("paragraphs").iter().filter_map(|p| p.as_str()).collect();
    let facts = facts::find(&texts, &Context { published: Some(read_date("2024-09-30")), lang: "ko", ..Context::default() });
    let lines: Vec<String> = facts.iter().map(|fact| line(&texts, fact)).collect();
    let count = |what: &str| lines.iter().filter(|line| line.contains(what)).count();
    for expected in [
        "= 5만1425명 => quantity 51425 명 count | 국내 인공지능 부문 인력",
        "= 8579명 => quantity 8579 명 count | 부족 인력",
        "= 1609명 => quantity 1609 명 count | 부족 인력 @ 3년 전",
        "= 5.3배 => quantity 5.3 배 ratio | 부족 인력",
        "= 31개국 => quantity 31 개국 count | 조사 대상",
        "= 세 나라 => quantity 3 나라 count",
        "= 올해 3월 => DATE 2024-03",
        "= 지난해 9월 => DATE 2023-09",
        "= 지난 4월 => DATE 2024-04",
        "= 지난 7~8일 => DATE 2024-09-07/2024-09-08",
        "= 5월 => DATE 2024-05",
        "= 7월 => DATE 2024-07",
        "= 약 20년 => DURATION P20Y",
        "person 박대훈 | 박사 |  | 40 | 박대훈, 박, 박",
        "person 안성원 | 인공지능정책연구실장 | 소프트웨어정책연구소 |",
        "source 2023 인공지능 산업 실태조사 by 소프트웨어정책연구소",
        "source 인공지능 지수 보고서 2024 by 스탠포드대 인간중심AI연구소",
        "= 5.3배 => check ratio of 8579명, 1609명 = 5.33: holds",
    ] {
        assert_eq!(count(expected), 1, "{expected}\n{}", lines.join("\n"));
    }
    assert_eq!(count("=> check "), 1);
    let speakers = [
        ("quote by 박대훈 (named)", 2),
        ("quote by 한 대기업 관계자 (role)", 1),
        ("quote by 안성원 (named) 했다 2", 2),
        ("quote by", 5),
    ];
    speakers.iter().for_each(|(speaker, times)| assert_eq!(count(speaker), *times, "{speaker}\n{}", lines.join("\n")));
    assert_eq!(count("=> DATE 2023 "), 2, "지난해 twice; no year is read out of the title of the survey");
}
