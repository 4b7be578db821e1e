//! The command line as people and scripts call it: the built program, its output and exit codes.

use serde_json::Value;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

const PAGE: &str = "<!doctype html><html lang=ko><head><meta charset=CHARSET><title>강변 도서관, 밤에도 연다 - 맑은신문</title>\
<meta property=og:title content='강변 도서관, 밤에도 연다'><meta property=og:site_name content=맑은신문>\
<link rel=canonical href='https://www.malgeun.example/arti/7?utm_source=x'>\
<meta property=article:published_time content=2024-10-01T07:05:00+09:00></head><body><h1>강변 도서관, 밤에도 연다</h1><article>\
<p>강변 도서관이 다음 달부터 밤 열 시까지 문을 연다. 이용자는 지난해 5만1425명으로 3년 전보다 늘었다고 도서관은 설명했다.\
<p>도서관은 열람실 두 곳을 새로 꾸미고 책 8579권을 더 들였다. 강을 보며 책을 읽을 수 있는 자리도 스무 개 마련했다.\
<p>서은결 관장은 “퇴근한 뒤에도 책을 읽을 곳이 필요했다”며 “불을 켜 두는 도서관이 되겠다”고 말했다.</article>\
<footer>Copyright © 맑은신문 All rights reserved. 무단 전재 및 재배포 금지</footer></body></html>";

/// A folder of this test's own under the build's.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder to write in");
    folder
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file to write");
    path.to_string_lossy().into_owned()
}

fn page(charset: &str) -> String {
    PAGE.replace("CHARSET", charset)
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_malgeun"));
    let program = program.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_owned();
    // A program that stops early closes its input: that is its right.
    let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap_or_default());
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn check(arguments: &[&str], input: &[u8], code: i32, says: &str) -> String {
    let output = run(arguments, input);
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {err}");
    assert!((says.is_empty() && !err.contains("panicked")) || err.contains(says), "{arguments:?}: {err:?} lacks {says:?}");
    out
}

/// There is nobody here to run the scripts of a page that draws itself.
#[test]
fn a_page_that_its_scripts_would_draw_is_read_from_their_data() {
    let line = "강변 도서관이 다음 달부터 밤 열 시까지 문을 연다고 도서관은 월요일에 설명했다.";
    let state =
        |text: &str| format!("<title>강변 도서관</title><div id=app></div><script>window.state={{\"html\":\"{text}\"}}</script>");
    let out = check(&["-"], state(&format!("<p>{line}<\\/p>").repeat(20)).as_bytes(), 0, "data for its scripts");
    assert!(out.contains(line), "{out}");
    check(&["-"], state(line).as_bytes(), 0, "no article found");
}

#[test]
fn usage() {
    for (arguments, says) in [
        (&[][..], "expected a file"),
        (&["--jsn", "a"], "--jsn: no such option"),
        (&["--json", "--text", "a"], "expected only one of --markdown"),
        (&["--cite", "turabian", "a"], "found \"turabian\""),
        (&["--cite"], "--cite: expected a style"),
        (&["--today", "2026-02-30", "a"], "found \"2026-02-30\""),
        (&["--today=1.2.2026", "a"], "--today: expected a day as 2026-11-20"),
        (&["--url", "https://a.kr", "a", "b"], "--url: expected one file"),
    ] {
        assert_eq!(check(arguments, b"", 2, says), "", "{arguments:?}");
    }
    assert!(check(&["--help"], b"", 0, "").contains("usage: malgeun"));
    assert_eq!(check(&["--version"], b"", 0, ""), format!("malgeun {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_can_not_be_read_is_named_and_the_rest_goes_on() {
    let folder = folder("unreadable");
    let good = file(&folder, "good.html", page("utf-8").as_bytes());
    let binary = file(&folder, "photo.html", b"\x89PNG\r\n\x1a\n\0\0");
    let missing = folder.join("missing.html").to_string_lossy().into_owned();
    let (within, arguments) =
        (folder.to_string_lossy().into_owned(), |bad: &str| ["--jsonl".to_owned(), bad.to_owned(), good.clone()]);
    for (bad, says) in
        [(&missing, "missing.html: no such file"), (&within, "expected a file, found a folder"), (&binary, "found a picture")]
    {
        let arguments = arguments(bad);
        let out = check(&arguments.each_ref().map(String::as_str), b"", 1, says);
        assert_eq!(out.lines().count(), 1, "the good page is read");
    }
}

#[test]
fn poor_pages_are_read_with_a_note() {
    for poor in ["", "<p>", "<html><body><a href=/>홈</a>", "\u{feff}"] {
        check(&["-"], poor.as_bytes(), 0, "malgeun: -: ");
        let json: Value = serde_json::from_str(&check(&["--jsonl", "-"], poor.as_bytes(), 0, "")).expect("JSON");
        assert!(json["notes"].as_array().is_some_and(|notes| !notes.is_empty()), "{json}");
    }
}

#[test]
fn every_encoding_gives_the_same_reading() {
    let utf_8 = page("utf-8");
    let expect = check(&["--text", "-"], utf_8.as_bytes(), 0, "");
    assert!(expect.contains("5만1425명"), "{expect}");
    for (label, said) in [("euc-kr", "euc-kr"), ("euc-kr", "ks_c_5601-1987"), ("utf-16le", "utf-8"), ("utf-8", "euc-kr")] {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
        let page = page(said);
        let bytes = match label {
            "utf-16le" => [0xff, 0xfe].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
            _ => encoding.encode(&page).0.into_owned(),
        };
        assert_eq!(check(&["--text", "-"], &bytes, 0, ""), expect, "{label} that says {said}");
    }
}

#[test]
fn json_lines_hold_every_field() {
    let folder = folder("json");
    let files = [
        file(&folder, "a.html", page("utf-8").as_bytes()),
        file(&folder, "b.txt", "제목\n\n<b>둘째</b> 줄은 3명이다.".as_bytes()),
    ];
    let out = check(&["--jsonl", &files[0], &files[1]], b"", 0, "");
    let readings: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect();
    assert_eq!(readings.len(), 2);
    for (reading, file) in readings.iter().zip(&files) {
        assert_eq!(reading["file"], Value::from(file.as_str()));
        for field in "title byline authors publisher site published modified url image lang text facts removed notes".split(' ') {
            assert!(reading.get(field).is_some(), "{field}");
        }
        let text: Vec<char> = reading["text"].as_str().expect("text").chars().collect();
        for fact in reading["facts"].as_array().expect("facts") {
            let place = |name: &str| fact[name].as_u64().expect("a place") as usize;
            let words: String = text[place("start")..place("end")].iter().collect();
            assert_eq!(Some(words.as_str()), fact["text"].as_str(), "{fact}");
        }
    }
    assert_eq!(readings[0]["url"], "https://www.malgeun.example/arti/7");
    assert_eq!(readings[0]["published"], "2024-10-01T07:05:00+09:00");
}

#[test]
fn facts_of_plain_texts() {
    let folder = folder("facts-text");
    let lines = r#"{"id": 7, "text": "강변 도서관\n\n지난달 30일 5만1425명이 왔다.", "published": "2024-10-01"}
{"id": "b", "text": "내일 연다.", "ref_date": "2013-02-12T04:30:00", "lang": "ko"}"#;
    let path = file(&folder, "many.jsonl", lines.as_bytes());
    let out = check(&["--facts-text", &path], b"", 0, "");
    let objects: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect();
    assert_eq!([&objects[0]["id"], &objects[1]["id"]], [&Value::from(7), &Value::from("b")]);
    let quantity = &objects[0]["quantities"][0];
    assert_eq!((&quantity["text"], &quantity["value"], &quantity["kind"]), (&"5만1425명".into(), &51425.into(), &"count".into()));
    assert_eq!([&quantity["start"], &quantity["end"]], [&Value::from(16), &Value::from(23)]);
    assert_eq!(objects[0]["dates"][0]["value"], "2024-09-30");
    assert_eq!(objects[1]["spans"][0], serde_json::json!({"start": 0, "end": 2, "type": "DATE", "value": "2013-02-13"}));
    for list in "quotes quantities dates people organisations sources checks spans".split(' ') {
        assert!(objects[1][list].is_array(), "{list}");
    }
    let plain = check(&["--facts-text", "--published", "2024-10-01", "-"], "지난달 30일 연다.".as_bytes(), 0, "");
    assert!(plain.contains("2024-09-30"), "{plain}");
    check(&["--facts-text", &file(&folder, "bad.jsonl", b"{}\nx")], b"", 1, "line 1: ");
    check(&["--facts-text", "--published", "soon", "-"], b"", 2, "--published");
}

#[test]
fn citations_of_others_items() {
    let items = br#"[{"id": "a", "type": "webpage", "title": "Why <bridges> fail", "URL": "https://n.example/1",
        "author": [{"family": "Rivera", "given": "Ana M."}], "issued": {"date-parts": [[2024]]}}]"#;
    let out = check(&["--cite-items", "--style", "harvard-cite-them-right", "-"], items, 0, "");
    let line: Value = serde_json::from_str(out.trim()).expect("one object");
    let bib_html = "Rivera, A.M. (2024) <i>Why &lt;bridges&gt; fail</i>. Available at: https://n.example/1.";
    assert_eq!([&line["id"], &line["cite"], &line["bib_html"]], ["a", "(Rivera, 2024)", bib_html]);
    let out = check(&["--cite-items", "--style=ieee", "--locale=en-US", "-"], items, 0, "");
    assert!(out.contains("[1] A. M. Rivera"), "{out}");
    check(&["--cite-items", "-"], b"{}", 1, "expected an array of CSL-JSON items");
    check(&["--cite-items", "--style", "turabian", "-"], b"[]", 2, "--style: expected one of");
    check(&["--cite-items", "--locale", "ko", "-"], b"[]", 2, "--locale");
}

#[test]
fn citations_take_the_day_they_are_told() {
    let out = check(&["--cite", "footnote-ko", "--today", "2026-11-20", "-"], page("utf-8").as_bytes(), 0, "");
    assert!(
        out.contains("「강변 도서관, 밤에도 연다」, 『맑은신문』, 2024. 10. 1., https://www.malgeun.example/arti/7"),
        "{out}"
    );
    assert!(out.ends_with("(검색일: 2026. 11. 20.).\n"), "{out}");
    let url = check(&["--cite=apa", "--url=https://n.example/1?fbclid=2", "-"], page("utf-8").as_bytes(), 0, "");
    assert!(url.ends_with(" https://n.example/1\n"), "{url}");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let folder = folder("head");
    let path = file(&folder, "a.html", page("utf-8").as_bytes());
    let many: Vec<&str> = std::iter::once("--json").chain(std::iter::repeat_n(path.as_str(), 400)).collect();
    let mut program = Command::new(env!("CARGO_BIN_EXE_malgeun"));
    let mut child = program.args(many).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut first = [0; 16];
    child.stdout.take().expect("its output").read_exact(&mut first).expect("some output");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

/// A page a hundred thousand elements deep is read or refused in a sentence, and does not take the program down.
#[test]
fn a_deep_page_is_survived() {
    const DEPTH: usize = 100_000;
    for tag in ["<div>", "<b>", "<blockquote>", "<template>"] {
        let page = format!("{}{}", PAGE.replace("</article>", ""), tag.repeat(DEPTH));
        let output = run(&["--jsonl", "-"], page.as_bytes());
        assert!(matches!(output.status.code(), Some(0 | 1)), "{tag}: {:?}", output.status);
    }
}
