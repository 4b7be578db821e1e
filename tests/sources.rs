//! Where each field of the head was found: the first place that speaks, in the order of trust.

use malgeun::article::origin::Origin;
use malgeun::{Options, Snapshot, read};

const BODY: &str = "<p>하늬군은 가로등 1,240개에 갓을 씌웠다고 14일 밝혔다. 예산은 12억 원이며 주민이 자리를 정했다.</p>\
    <p>별을 보러 온 사람은 3년 새 세 배로 늘었다. 군은 내년에 나머지 마을의 등도 바꾸겠다고 말했다.</p>\
    <p>주민 김가람 씨는 “밤이 다시 밤 같아졌다”고 말했다. 군은 봄까지 남은 등 300개를 바꾼다.</p>";

fn sources(head: &str, above: &str) -> malgeun::article::origin::Sources {
    let html = format!(
        "<html lang=\"ko\"><head>{head}</head><body><main><article><h1>가로등을 낮추자 은하수가 돌아왔다</h1>{above}{BODY}</article></main></body></html>"
    );
    let snapshot = Snapshot { html, url: "https://hanui.example/a/7".to_owned(), ..Snapshot::default() };
    read(&snapshot, &Options::default()).expect("a small page").sources
}

#[test]
fn every_field_says_where_it_was_found() {
    let meta = "<meta property=\"og:site_name\" content=\"하늬일보\"><meta name=\"author\" content=\"오지윤\">\
        <meta property=\"article:section\" content=\"환경\"><meta property=\"article:published_time\" content=\"2026-10-14T06:00:00+09:00\">";
    let linked = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"가로등을 낮추자 은하수가 돌아왔다\",\
        \"author\":{\"@type\":\"Person\",\"name\":\"오지윤\"},\"publisher\":{\"name\":\"하늬일보\"},\
        \"datePublished\":\"2026-10-14T06:00:00+09:00\",\"dateModified\":\"2026-10-14T09:12:00+09:00\"}</script>";
    let canonical = "<link rel=\"canonical\" href=\"https://hanui.example/a/7\">";

    let none = sources("", "");
    assert_eq!((none.title, none.authors, none.published), (Some(Origin::Heading), None, None));
    assert_eq!((none.url, none.lang, none.portal), (Some(Origin::Address), Some(Origin::Letters), None));

    let claimed = sources(meta, "");
    assert_eq!(claimed.published, Some(Origin::Meta("article:published_time")));
    assert_eq!((claimed.authors, claimed.section), (Some(Origin::Meta("author")), Some(Origin::Meta("article:section"))));
    assert_eq!(claimed.publisher, Some(Origin::Meta("og:site_name")));

    let both = sources(&format!("{meta}{linked}{canonical}"), "");
    assert_eq!(both.published, Some(Origin::Linked("datePublished")));
    assert_eq!((both.authors, both.modified), (Some(Origin::Linked("author")), Some(Origin::Linked("dateModified"))));
    assert_eq!((both.publisher, both.url), (Some(Origin::Linked("publisher")), Some(Origin::Canonical)));

    let lines = sources("", "<p class=\"byline\">오지윤 기자 oh@hanui.example</p><p>입력 2026.10.14 06:00</p>");
    assert_eq!((lines.authors, lines.published), (Some(Origin::Byline), Some(Origin::Labelled)));
}
