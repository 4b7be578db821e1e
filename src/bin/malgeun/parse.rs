//! Raw HTML to the page that a browser makes of it: in the extension the browser has done this.

use crate::depth::Limited;
use crate::page;
pub(crate) use crate::page::Changes;
use crate::raw::Whole;
use crate::tree::{Kind, Place, Sink, Tree};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{TokenizerResult, local_name};
use malgeun::dom::{Document, MAX_BYTES, TooLarge};

/// Times by which the text for browsers without scripts must exceed the page's own for the page to be undrawn: a page that
/// shows its text has at most four times as much there (an older copy of itself), an undrawn one twenty times.
const UNDRAWN_TIMES: usize = 8;

/// Letters from which that text is a text and not a request to turn scripts on.
const FALLBACK_LETTERS: usize = 400;

/// Parses with scripting enabled, as a browser has it (`noscript` is text then). A page that a script would draw, and that
/// carries its text for browsers without scripts (Discourse), is read as those show it: there is nobody here to run the
/// script.
///
/// # Errors
/// [`TooLarge`] as for a page in a browser.
pub(crate) fn parse(html: &str, changes: Changes) -> Result<Document, TooLarge> {
    if html.len() > MAX_BYTES {
        return Err(TooLarge { what: "bytes", found: html.len() as u64, limit: MAX_BYTES as u64 });
    }
    let tree = tree_of(html, true);
    let fallback = letters(&tree, fallback_letters);
    let is_undrawn = fallback >= FALLBACK_LETTERS && fallback > UNDRAWN_TIMES * letters(&tree, shown_letters);
    let tree = if is_undrawn { tree_of(html, false) } else { tree };
    let root = tree.children(Tree::DOCUMENT).find(|node| matches!(tree.kind(*node), Kind::Element(_)));
    let changes = Changes { noscript_is_div: is_undrawn, ..changes };
    root.map_or_else(|| Ok(Document::default()), |root| page::document(&tree, root, changes))
}

/// Letters of a tree: what `own` counts of each node, and of those in it where it counts nothing but says to go on.
fn letters(tree: &Tree, own: fn(&Tree, Place) -> Option<usize>) -> usize {
    let mut sum = 0;
    let mut at = Some(Tree::DOCUMENT);
    while let Some(node) = at {
        let counted = own(tree, node);
        sum += counted.unwrap_or_default();
        let inside = if counted.is_none() { tree.first(node) } else { None };
        at = inside.or_else(|| page::next(tree, node, Tree::DOCUMENT, || {}));
    }
    sum
}

/// Letters that a page shows.
fn shown_letters(tree: &Tree, node: Place) -> Option<usize> {
    match tree.kind(node) {
        Kind::Text(text) => Some(count(text)),
        Kind::Element(element) => match element.name.local {
            local_name!("script") | local_name!("style") | local_name!("head") | local_name!("svg") | local_name!("noscript") => {
                Some(0)
            }
            _ => None,
        },
        Kind::Other => None,
    }
}

/// Letters that it keeps for browsers without scripts.
fn fallback_letters(tree: &Tree, node: Place) -> Option<usize> {
    match tree.kind(node) {
        Kind::Text(_) => Some(0),
        Kind::Element(element) => match element.name.local {
            local_name!("noscript") => {
                let text = |child: Place| if let Kind::Text(text) = tree.kind(child) { outside_tags(text) } else { 0 };
                Some(tree.children(node).map(text).sum())
            }
            local_name!("head") | local_name!("svg") => Some(0),
            _ => None,
        },
        Kind::Other => None,
    }
}

fn count(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Letters of markup that has not been parsed, without its tags.
fn outside_tags(markup: &str) -> usize {
    markup.split('<').map(|part| part.split_once('>').map_or(0, |(_, text)| count(text))).sum()
}

fn tree_of(html: &str, scripting_enabled: bool) -> Tree {
    let options = TreeBuilderOpts { scripting_enabled, ..Default::default() };
    let input = BufferQueue::default();
    let builder = Limited::new(TreeBuilder::new(Sink::default(), options));
    let tokenizer = Tokenizer::new(Whole::new(builder, &input), TokenizerOpts::default());
    input.push_back(StrTendril::from_slice(html));
    // The tokenizer pauses at every script; there is nobody here to run it.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.inner.inner.sink.0.take()
}

#[cfg(test)]
mod tests {
    use super::*;
    use malgeun::dom::{Token, scan};

    /// The page as lines: elements with their attributes, ends, texts.
    fn outline(document: &Document) -> String {
        let line = |token: &Token| match *token {
            Token::Open(node) => format!("<{}{:?}\n", document.name(node), document.attributes(node).collect::<Vec<_>>()),
            Token::Close(_) => ">\n".to_owned(),
            Token::Text(span) => format!("{:?}\n", document.text(span)),
        };
        document.tokens().iter().map(line).collect()
    }

    fn read(html: &str) -> Document {
        parse(html, Changes::default()).expect("within the limits")
    }

    /// The page that the parser's tree gives is the one that its serialisation by a browser gives.
    #[track_caller]
    fn check(body: &str, expect: &str) {
        check_page(body, &format!("<html><head></head><body>{expect}</body></html>"));
    }

    #[track_caller]
    fn check_page(html: &str, expect: &str) {
        assert_eq!(outline(&read(html)), outline(&scan::scan(expect).expect("within the limits")), "{html}");
    }

    #[test]
    fn as_a_browser_writes_it() {
        check("<!doctype html><!-- a --><p>가<p>나", "<p>가</p><p>나</p>");
        check("<table><td>가", "<table><tbody><tr><td>가</td></tr></tbody></table>");
        check("<b>가<p>나</b>다", "<b>가</b><p><b>나</b>다</p>");
        check("<table><b>가</b><tr><td>나</table>", "<b>가</b><table><tbody><tr><td>나</td></tr></tbody></table>");
        check("가<table>나<b>다", "가나<b>다</b><table></table>");
        check("R&D &lt;b&gt; &nbsp; \u{a0}", "R&amp;D &lt;b&gt; &nbsp; &nbsp;");
        check("<a href='x?a=1&b=\"<'>가</a>", "<a href=\"x?a=1&amp;b=&quot;&lt;\">가</a>");
        check("<br/><img src=a></br>", "<br><img src=\"a\"><br>");
        check("<p></p><template><tr><td>가</template>나", "<p></p><template><tr><td>가</td></tr></template>나");
        check("<p><noscript><img src=a></noscript></p>", "<p><noscript><img src=a></noscript></p>");
        check("<p></p><script>if (a < b && c) {}</script>", "<p></p><script>if (a < b && c) {}</script>");
        check("<p></p><style>a > b {}</style>", "<p></p><style>a > b {}</style>");
        check("<p></p><script>a\r\nb\rc</script >가", "<p></p><script>a\nb\nc</script>가");
        check("<p>나<script></script>가", "<p>나<script></script>가</p>");
        let held = "<p></p><script><!-- <script>a</script> --></script>";
        check(held, held);
        check("<p></p><textarea>\n\na<b></textarea>", "<p></p><textarea>\na&lt;b&gt;</textarea>");
        check("<svg viewbox='0'><foreignobject><p>가</svg>", "<svg viewBox=\"0\"><foreignObject><p>가</p></foreignObject></svg>");
        check(
            "<svg><a xlink:href='#b'/><style>a&lt;b</style></svg>",
            "<svg><a xlink:href=\"#b\"></a><style>a&lt;b</style></svg>",
        );
        check("<!-- 말 --><iframe><p></iframe>", "<iframe><p></iframe>");
        check("<p>가<!-- 말 -->나</p>", "<p>가<!-- 말 -->나</p>");
        check("", "");
        check_page(
            "<html lang=ko><title>a&b</title><noscript><p>x</noscript>",
            "<html lang=\"ko\"><head><title>a&amp;b</title><noscript><p>x</noscript></head><body></body></html>",
        );
    }

    #[test]
    fn a_page_that_nobody_drew_is_read_as_without_scripts() {
        let text = "The mill by the weir grinds again. ".repeat(20);
        let undrawn = format!("<div id=app></div><noscript><p>{text}</p></noscript>");
        check(&undrawn, &format!("<div id=\"app\"></div><div><p>{text}</p></div>"));
        let drawn = format!("<p>{text}</p><noscript><p>{text}</p></noscript>");
        check(&drawn, &drawn);
        let short = "<div id=\"app\"></div><noscript><p>Please turn scripts on.</p></noscript>";
        check(short, short);
    }

    /// Nothing here calls itself for a child, and no tag looks at all open ones: a page is read in linear time.
    #[test]
    fn a_deep_page_is_flattened() {
        let cases = [("i", 100_000), ("div", 100_000), ("template", 100_000)].into_iter();
        for (tag, depth) in cases.chain(["ul><li", "blockquote><p", "table><td", "svg><g", "x-y"].map(|tag| (tag, 10_000))) {
            let document = read(&format!("{}가<h2>나</h2>", format!("<{tag}>").repeat(depth)));
            let text = |token: &Token| if let Token::Text(span) = token { document.text(*span) } else { "" };
            let text: String = document.tokens().iter().map(text).collect();
            // What stands in a template is none of the page.
            assert_eq!(text, if tag == "template" { "" } else { "가나" }, "{tag}");
        }
    }

    #[test]
    fn what_closes_does_not_count_as_deep() {
        let row = "<div><p>가<span>나</span><br><img src=a><svg><path/></svg></div>";
        let tags = |html: &str, name: &str| {
            let document = read(html);
            document.nodes().filter(|node| document.name(*node) == name).count()
        };
        assert_eq!(tags(&row.repeat(5_000), "div"), 5_000);
        let deep = format!("{}{}<section>가</section>", "<div>".repeat(5_000), "</div>".repeat(5_000));
        let document = read(&deep);
        let section = document.nodes().find(|node| document.name(*node) == "section").expect("a section");
        let around = document.element(section).parent.map(|node| document.name(node));
        assert_eq!(around, Some("body"), "the end tags of dropped tags close nothing");
    }

    #[test]
    fn names_can_be_left_out() {
        let document = parse("<p class=a id=b title=c>가", Changes { without_names: true, ..Changes::default() }).expect("small");
        let all: Vec<_> = document.nodes().flat_map(|node| document.attributes(node).collect::<Vec<_>>()).collect();
        assert_eq!(all, [("title", "c")]);
    }
}
