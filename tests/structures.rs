//! Pages that try to break the structures of an article: nesting without end, cells over a hundred thousand columns,
//! everything empty. They give a reading, and the text that stands in them.

use malgeun::{Options, Snapshot, read};

/// How deep the pages nest: far more than any stack of calls would bear.
const DEPTH: usize = 20_000;

const PROSE: &str = "<p>The ferry left at nine, as it had done on every morning since the bridge was washed away in spring.</p>";

/// Reads a page whose article holds `inside` between sentences, and checks that what comes after it is still there.
#[track_caller]
fn check(inside: &str) -> String {
    let end = "<p>In the evening it came back with the post, two goats, and the schoolmaster, who had missed the first one.</p>";
    let html = format!(
        "<html lang=\"en\"><head></head><body><article><h1>Ferry</h1>{PROSE}{PROSE}{inside}{PROSE}{end}</article></body></html>"
    );
    let snapshot =
        Snapshot { html, url: "https://ferry.example/a".into(), content_type: "text/html".into(), ..Snapshot::default() };
    let reading = read(&snapshot, &Options::default()).expect("within the limits");
    let text = reading.article.plain_text();
    assert!(text.contains("two goats"), "{} bytes of text, {:?}", text.len(), text.chars().take(200).collect::<String>());
    let _ = (malgeun::export::markdown(&reading), malgeun::export::html(&reading));
    text
}

#[test]
fn nesting_without_end() {
    let elements =
        ["ul", "ol", "blockquote", "dl", "details", "figure", "table", "math", "ruby", "div dir=rtl", "x-y", "b", "pre"];
    for element in elements {
        let name = element.split(' ').next().unwrap_or_default();
        check(&format!("{}x{}", format!("<{element}>").repeat(DEPTH), format!("</{name}>").repeat(DEPTH)));
    }
    for pair in [("<ul><li>", "</li></ul>"), ("<dl><dd>", "</dd></dl>"), ("<table><tbody><tr><td>", "</td></tr></tbody></table>")]
    {
        let text = check(&format!("{}deepest words{}", pair.0.repeat(DEPTH), pair.1.repeat(DEPTH)));
        assert!(text.contains("deepest words"), "{}", pair.0);
    }
}

#[test]
fn cells_over_everything() {
    let row = "<tr><th colspan=\"100000\" rowspan=\"100000\">a b</th><td colspan=\"-3\" rowspan=\"x\">c d</td></tr>";
    let text = check(&format!("<table><tbody>{}</tbody></table>", row.repeat(50)));
    assert!(text.contains("a b") && text.contains("c d"));
}

#[test]
fn everything_empty() {
    let names = "table caption tr td ul li dl dt dd details summary figure figcaption blockquote pre code math ruby rt iframe video audio picture img noscript";
    for name in names.split(' ') {
        check(&format!("<{name}></{name}>"));
    }
    check("<ul><li></li></ul><dl><dt></dt><dd></dd></dl><table><tbody><tr><td></td></tr></tbody></table><ruby><rt></rt></ruby>");
    check("<p>a<sup><a href=\"#x\">1</a></sup></p><p id=\"x\"><a href=\"#\">1</a></p><p><a href=\"#x\">1</a></p>");
}

#[test]
fn many_of_everything() {
    let link = "<sup><a href=\"#n\">1</a></sup>".repeat(5000);
    let back = "<a href=\"#r\">a</a> ".repeat(5000);
    check(&format!("<p id=\"r\">word{link}</p><ol><li id=\"n\">{back}note</li></ol>"));
    check(&"<p>one<iframe src=\"https://www.youtube.com/embed/a\"></iframe></p>".repeat(2000));
    check(&"<div><noscript><img src=\"a.jpg\"></noscript><p class=caption>words</p></div>".repeat(2000));
    check(&"<pre><code>x</code></pre><p>word</p>".repeat(5000));
}
