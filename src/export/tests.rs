//! One hand-built reading through every export, and inline marks line by line.

use super::*;
use crate::article::byline::{Byline, Writer};
use crate::article::{
    Article, Block, Cell, Definition, Direction, Embed, EmbedKind, Formula, Image, Mark, MarkKind, MathNode, Note, RichText,
    SafeUrl,
};
use crate::civil::{Date, DateTime};
use crate::text::Span;

/// Rich text from a notation of our own: `{kind:text}` with b, i, c, s (superscript), u (subscript) or a (link); no nesting inside a.
fn rich(notation: &str) -> RichText {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = notation.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '{' => {
                let kind = rest.next().expect("a kind");
                assert_eq!(rest.next(), Some(':'));
                open.push((kind, text.len()));
            }
            '}' => {
                let (kind, start) = open.pop().expect("an opening brace");
                marks.push(Mark { span: Span::new(start, text.len()), kind: mark(kind) });
            }
            c => text.push(c),
        }
    }
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    RichText { text, marks, direction: None }
}

fn mark(kind: char) -> MarkKind {
    match kind {
        'b' => MarkKind::Strong,
        'i' => MarkKind::Emphasis,
        'c' => MarkKind::Code,
        's' => MarkKind::Superscript,
        'u' => MarkKind::Subscript,
        _ => MarkKind::Link(SafeUrl::link("https://a.kr/?b=(1)&c=\"2").expect("a web address")),
    }
}

fn of(block: Block) -> Reading {
    Reading { article: Article { blocks: vec![block], ..Article::default() }, ..Reading::default() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(rich(text))
}

#[test]
fn inline_marks() {
    for (text, md, web) in [
        ("{b:굵게} 쓴다", "**굵게** 쓴다", "<strong>굵게</strong> 쓴다"),
        ("{b:“강조”}은", "“**강조**”은", "<strong>“강조”</strong>은"),
        ("{b:단어(영어)}는", "**단어(영어**)는", "<strong>단어(영어)</strong>는"),
        ("{b:?!} 끝", "?\\! 끝", "<strong>?!</strong> 끝"),
        ("{b:가{i:나}다}", "**가*나*다**", "<strong>가</strong><strong><em>나</em></strong><strong>다</strong>"),
        ("{i:{b:가}}", "***가***", "<strong><em>가</em></strong>"),
        (
            "{b:앞 {a:고리} 뒤}",
            "**앞** [**고리**](https://a.kr/?b=%281%29&c=%222) **뒤**",
            "<strong>앞 </strong><a href=\"https://a.kr/?b=(1)&amp;c=&quot;2\" rel=\"noreferrer\"><strong>고리</strong></a><strong> 뒤</strong>",
        ),
        (
            "{a:]( <x>}",
            "[\\]( \\<x\\>](https://a.kr/?b=%281%29&c=%222)",
            "<a href=\"https://a.kr/?b=(1)&amp;c=&quot;2\" rel=\"noreferrer\">]( &lt;x&gt;</a>",
        ),
        ("10{s:2}", "10^2", "10<sup>2</sup>"),
        ("H{u:2}O", "H2O", "H<sub>2</sub>O"),
        ("1{u:. 가}", "1\\. 가", "1<sub>. 가</sub>"),
        ("{c:a``b}", "```a``b```", "<code>a``b</code>"),
        ("{c:`}", "`` ` ``", "<code>`</code>"),
        ("첫 줄\n# 둘째 줄", "첫 줄\\\n\\# 둘째 줄", "첫 줄<br>\n# 둘째 줄"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ] {
        assert_eq!(markdown(&of(paragraph(text))), format!("{md}\n"));
        assert_eq!(html(&of(paragraph(text))), format!("<article>\n<p>{web}</p>\n</article>\n"));
    }
}

#[test]
fn blocks_in_markdown() {
    let list = |ordered, items: &[&str]| Block::List {
        ordered,
        start: 1,
        items: items.iter().map(|item| vec![paragraph(item)]).collect(),
    };
    let cells = |header, row: &[&str]| {
        row.iter().map(|cell| Cell { text: rich(cell), header, columns: 1, rows: 1, images: Vec::new() }).collect::<Vec<_>>()
    };
    let table = |header| Block::Table {
        caption: rich("표"),
        rows: vec![cells(header, &["가", "나|다"]), cells(false, &["라\n마"])],
    };
    let image = Image { url: SafeUrl::image("https://a.kr/1.png").expect("an address"), alt: "굴뚝] <b>".into(), size: None };
    for (block, expect) in [
        (Block::Heading { level: 2, text: rich("소제목 #") }, "## 소제목 #"),
        (Block::Heading { level: 9, text: rich("가\n나") }, "###### 가 나"),
        (list(false, &["가", "- 나"]), "- 가\n- \\- 나"),
        (list(true, &["가", "나"]), "1. 가\n2. 나"),
        (Block::List { ordered: true, start: 1, items: vec![vec![paragraph("가"), list(false, &["나"])]] }, "1. 가\n\n   - 나"),
        (Block::Quote(vec![paragraph("가"), paragraph("나\n다")]), "> 가\n>\n> 나\\\n> 다"),
        (Block::Code { language: "rust `x".into(), text: "```\nfn a() {}\n".into() }, "````rustx\n```\nfn a() {}\n````"),
        (table(true), "표\n\n| 가 | 나\\|다 |\n| --- | --- |\n| 라 마 |  |"),
        (table(false), "표\n\n|  |  |\n| --- | --- |\n| 가 | 나\\|다 |\n| 라 마 |  |"),
        (Block::Table { caption: rich("빈 표"), rows: vec![] }, "빈 표"),
        (
            Block::Figure { images: vec![image], caption: rich("설명"), credit: rich("사진=누리") },
            "![굴뚝\\] \\<b\\>](https://a.kr/1.png)\n\n설명\n\n사진=누리",
        ),
        (Block::Rule, "***"),
    ] {
        assert_eq!(markdown(&of(block)), format!("{expect}\n"));
    }
    let blocks = vec![list(false, &["가"]), list(false, &["나"]), paragraph("다"), list(false, &["라"])];
    let two = Article { blocks, ..Article::default() };
    assert_eq!(markdown(&Reading { article: two, ..Reading::default() }), "- 가\n\n* 나\n\n다\n\n- 라\n");
}

/// A text with one mark over some of its bytes.
fn marked(text: &str, marks: &[(usize, usize, MarkKind)]) -> RichText {
    let marks = marks.iter().map(|(start, end, kind)| Mark { span: Span::new(*start, *end), kind: kind.clone() }).collect();
    RichText { text: text.into(), marks, direction: None }
}

#[test]
fn structures() {
    let url = |address: &str| SafeUrl::link(address).expect("an address");
    let cell = |text: &str, columns, rows| Cell { text: rich(text), header: rows > 1, columns, rows, ..Cell::default() };
    let nodes = vec![MathNode::Element(
        "msup",
        vec![],
        vec![
            MathNode::Text("x<".into()),
            MathNode::Element("mn", vec![("lspace", "1em".into())], vec![MathNode::Text("2".into())]),
        ],
    )];
    let formula = MarkKind::Math(Formula { tex: true, display: false, nodes });
    let film = Embed {
        kind: EmbedKind::Video,
        provider: "YouTube",
        url: url("https://a.kr/v"),
        title: "<갈대>".into(),
        text: vec![],
        caption: rich("설명"),
    };
    let post = Embed { kind: EmbedKind::Post, provider: "X", title: String::new(), text: vec![paragraph("글")], ..film.clone() };
    for (block, md, web) in [
        (
            Block::Paragraph(marked("x^2 값", &[(0, 3, formula)])),
            "$x^2$ 값",
            "<p><math><msup>x&lt;<mn lspace=\"1em\">2</mn></msup></math> 값</p>",
        ),
        (
            Block::Paragraph(marked(
                "漢(かん)",
                &[
                    (0, 11, MarkKind::Ruby),
                    (3, 4, MarkKind::ReadingSign),
                    (4, 10, MarkKind::Reading),
                    (10, 11, MarkKind::ReadingSign),
                ],
            )),
            "漢(かん)",
            "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>",
        ),
        (
            Block::Paragraph(marked("말1", &[(3, 4, MarkKind::Superscript), (3, 4, MarkKind::Note(1))])),
            "말[^1]",
            "<p>말<sup><a href=\"#note-1\">1</a></sup></p>",
        ),
        (
            Block::Notes(vec![Note { number: 1, label: "1".into(), blocks: vec![paragraph("가"), paragraph("나")] }]),
            "[^1]: 가\n\n    나",
            "<ol>\n<li id=\"note-1\">\n<p>가</p>\n<p>나</p>\n</li>\n</ol>",
        ),
        (
            Block::Definitions(vec![Definition { terms: vec![rich("말")], details: vec![vec![paragraph("뜻")]] }]),
            "**말**\n\n- 뜻",
            "<dl>\n<dt>말</dt>\n<dd>뜻</dd>\n</dl>",
        ),
        (
            Block::Details { summary: rich("더"), blocks: vec![paragraph("속")] },
            "**더**\n\n속",
            "<details>\n<summary>더</summary>\n<p>속</p>\n</details>",
        ),
        (
            Block::Embed(film.clone()),
            "[YouTube: \\<갈대\\>](https://a.kr/v)\n\n설명",
            "<figure>\n<p><a href=\"https://a.kr/v\" rel=\"noreferrer\">YouTube: &lt;갈대&gt;</a></p>\n<figcaption>설명</figcaption>\n</figure>",
        ),
        (
            Block::Embed(Embed { caption: RichText::default(), ..post }),
            "> 글\n>\n> [X](https://a.kr/v)",
            "<blockquote>\n<p>글</p>\n<p><a href=\"https://a.kr/v\" rel=\"noreferrer\">X</a></p>\n</blockquote>",
        ),
        (
            Block::Table {
                caption: rich(""),
                rows: vec![vec![cell("가", 1, 2), cell("나", 2, 1)], vec![cell("다", 1, 1), cell("라", 1, 1)]],
            },
            "|  |  |  |\n| --- | --- | --- |\n| 가 | 나 |  |\n|  | 다 | 라 |",
            "<table>\n<tr><th rowspan=\"2\">가</th><td colspan=\"2\">나</td></tr>\n<tr><td>다</td><td>라</td></tr>\n</table>",
        ),
        (
            Block::List { ordered: true, start: 4, items: vec![vec![paragraph("가")]] },
            "4. 가",
            "<ol start=\"4\">\n<li>가</li>\n</ol>",
        ),
        (Block::Paragraph(RichText { direction: Some(Direction::Rtl), ..rich("שלום") }), "שלום", "<p dir=\"rtl\">שלום</p>"),
    ] {
        assert_eq!(markdown(&of(block.clone())), format!("{md}\n"));
        assert_eq!(html(&of(block)), format!("<article>\n{web}\n</article>\n"));
    }
    let lead = SafeUrl::image("https://a.kr/1.jpg").map(|url| Image { url, alt: String::new(), size: None });
    let article = Article { lead, direction: Direction::Rtl, ..Article::default() };
    let reading = Reading { article, ..Reading::default() };
    assert_eq!(markdown(&reading), "![](https://a.kr/1.jpg)\n");
    assert_eq!(
        html(&reading),
        "<article dir=\"rtl\">\n<figure>\n<img src=\"https://a.kr/1.jpg\" alt=\"\">\n</figure>\n</article>\n"
    );
}

fn reading() -> Reading {
    let date = Date::new(2024, 10, 1).expect("a day");
    Reading {
        title: "<맑은> 하늘".into(),
        deck: vec!["* 부제".into()],
        byline: Byline {
            text: "서은결 기자".into(),
            writers: vec![Writer { name: "서은결".into(), role: "기자".into(), ..Writer::default() }],
        },
        publisher: "맑은신문".into(),
        portal: "Daum".into(),
        published: Some(DateTime { date, minute_of_day: Some(425), offset: Some(540) }),
        url: "https://v.daum.net/v/1".into(),
        lang: "ko\"><script>".into(),
        article: Article {
            blocks: vec![paragraph("첫 문단."), paragraph("둘째 문단은 😀 3명이다.")], ..Article::default()
        },
        ..Reading::default()
    }
}

#[test]
fn a_whole_reading() {
    let head = "# \\<맑은\\> 하늘\n\n\\* 부제\n\n서은결 기자 · 맑은신문 · 2024-10-01\n\n<https://v.daum.net/v/1>\n\n";
    assert_eq!(markdown(&reading()), format!("{head}첫 문단.\n\n둘째 문단은 😀 3명이다.\n"));
    assert!(
        html(&reading())
            .starts_with("<article lang=\"ko\">\n<h1>&lt;맑은&gt; 하늘</h1>\n<p>* 부제</p>\n<p>서은결 기자 · 맑은신문")
    );
    assert_eq!(
        plain(&reading()),
        "<맑은> 하늘\n\n* 부제\n\n서은결 기자 · 맑은신문 · 2024-10-01\n\nhttps://v.daum.net/v/1\n\n첫 문단.\n\n둘째 문단은 😀 3명이다.\n"
    );
    let script = Reading { url: "javascript:alert(1)".into(), ..Reading::default() };
    assert_eq!([markdown(&script), plain(&script)], ["\n", "\n"]);
}

#[cfg(feature = "cli")]
#[test]
fn json_counts_code_points() {
    use crate::boilerplate::{Kind, Reason, Removal};
    use crate::facts::{Check, Fact, FactKind, Place, Quantity};
    let text = "둘째 문단은 😀 3명이다.";
    let at = text.find("3명").expect("the quantity");
    let place = Place { paragraph: 1, span: Span::new(at, at + "3명".len()) };
    let quantity = Quantity { value: Some(3.0), min: Some(2.5), unit: "명".into(), class: "count", ..Quantity::default() };
    let check = Check { op: "sum", operands: vec![place], values: vec![1.0, 2.0], claimed: 3.0, computed: 3.0, holds: true };
    let fact = |kind| Fact { paragraph: 1, span: place.span, sentence: Span::new(0, text.len()), confidence: 1.0, kind };
    let removal = Removal {
        node: None,
        kind: Kind::TipLine,
        reason: Reason::Pattern("tip"),
        lines: vec!["가".into(), "나".into()],
        position: 0,
    };
    let reading = Reading {
        facts: vec![fact(FactKind::Quantity(quantity)), fact(FactKind::Check(check))],
        removals: vec![removal],
        ..reading()
    };
    let json = json("a.html", &reading);
    let written = json["text"].as_str().expect("text").chars().collect::<Vec<_>>();
    let (start, end) =
        (json["facts"][0]["start"].as_u64().expect("start") as usize, json["facts"][0]["end"].as_u64().expect("end") as usize);
    assert_eq!(written[start..end].iter().collect::<String>(), "3명");
    let expect = serde_json::json!({"kind": "quantity", "start": 16, "end": 18, "text": "3명", "sentence": text,
        "prefix": "둘째 문단은 😀 ", "suffix": "이다.", "confidence": 1.0, "value": 3, "min": 2.5, "unit": "명", "approx": false, "measures": null, "class": "count"});
    assert_eq!(json["facts"][0], expect);
    let again = Quantity { measures: "개".into(), value: Some(3.0), unit: "명".into(), class: "count", ..Quantity::default() };
    let twice = vec![fact(FactKind::Quantity(again.clone())), fact(FactKind::Quantity(again))];
    let twice = Reading { facts: twice, ..reading };
    let facts = super::facts(&twice);
    assert_eq!((facts.len(), &facts[0]["mentions"]), (1, &serde_json::json!([[16, 18], [16, 18]])));
    assert_eq!(json["facts"][1]["operands"], serde_json::json!([[16, 18]]));
    assert_eq!(json["facts"][1]["claimed"], serde_json::json!([16, 18]));
    assert_eq!(json["removed"], serde_json::json!([{"kind": "tip-line", "reason": "pattern: tip", "text": "가\n나"}]));
    assert_eq!(json["published"], "2024-10-01T07:05:00+09:00");
    assert_eq!([&json["site"], &json["publisher"]], ["Daum", "맑은신문"]);
    assert!(json["modified"].is_null());
    let fields: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    for field in "file title byline authors publisher site published modified url image lang text facts removed notes".split(' ')
    {
        assert!(fields.contains(&field), "{field}");
    }
}
