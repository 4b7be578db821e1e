//! The core inside wasm, in node: the module that the extension carries reads a page there as it does on the host.
//! What the reading should hold in detail is tested on the host; here it is that nothing of it needs an operating system.
#![cfg(target_arch = "wasm32")]

use malgeun::reading::Reading;
use malgeun::{Options, Snapshot, civil::Date, read};
use wasm_bindgen_test::wasm_bindgen_test;

/// A small page in the shape in which a browser serialises it.
const PAGE: &str = "<html lang=\"ko\"><head><title>강가의 도서관 : 새벽일보</title></head><body><nav><a href=\"/\">홈</a> <a href=\"/s\">사회</a></nav>\
    <article><h1>강가의 도서관</h1><p>새벽시는 올해 강가에 도서관 3곳을 짓는다고 4일 밝혔다. 예산은 12억 원이며 내년 3월에 문을 연다.</p>\
    <p>시는 주민 1,200명에게 물어 자리를 정했다. 가장 많은 사람이 옛 나루터를 골랐고, 그 다음이 둑길이었다.</p></article></body></html>";

/// The same text as a `.txt` page.
const TEXT: &str = "강가의 도서관\n\n새벽시는 올해 강가에 도서관 3곳을 짓는다고 4일 밝혔다. 예산은 12억 원이며 내년 3월에 문을 연다.\n\n\
    시는 주민 1,200명에게 물어 자리를 정했다. 가장 많은 사람이 옛 나루터를 골랐고, 그 다음이 둑길이었다.\n";

fn reading(html: &str, content_type: &str) -> Reading {
    let snapshot = Snapshot {
        html: html.to_owned(),
        url: "https://news.example/a/1".to_owned(),
        content_type: content_type.to_owned(),
        ..Snapshot::default()
    };
    let options = Options { today: Date::new(2024, 9, 30), names: &[], without_facts: false };
    read(&snapshot, &options).expect("a small page is within the limits")
}

fn check(html: &str, content_type: &str) {
    let found = reading(html, content_type);
    let text = found.article.plain_text();
    assert_eq!(found.title, "강가의 도서관", "{content_type}");
    assert!(text.contains("예산은 12억 원이며"), "{content_type}: the first paragraph is in the body: {text}");
    assert!(text.contains("옛 나루터를 골랐고"), "{content_type}: the second paragraph is in the body: {text}");
    assert!(!found.facts.is_empty(), "{content_type}: facts are found");
}

#[wasm_bindgen_test]
fn reads_a_page() {
    check(PAGE, "text/html");
}

#[wasm_bindgen_test]
fn reads_plain_text() {
    check(TEXT, "text/plain");
}

#[wasm_bindgen_test]
fn gives_the_same_reading_twice() {
    assert_eq!(format!("{:?}", reading(PAGE, "text/html")), format!("{:?}", reading(PAGE, "text/html")));
}

#[wasm_bindgen_test]
fn survives_poor_pages() {
    for html in ["", "<html><head></head><body></body></html>", "<p>", "</div></div>", "\u{0}<b"] {
        assert!(reading(html, "text/html").article.plain_text().len() <= html.len(), "{html:?}");
    }
}
