//! Raw HTML to what a browser's `documentElement.outerHTML` would be: in the extension the browser has done this.

use crate::depth::Limited;
use crate::serialise::outer_html;
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use markup5ever_rcdom::{Node, NodeData, RcDom};
use std::rc::Rc;

/// Times by which the text for browsers without scripts must exceed the page's own for the page to be undrawn: a page that
/// shows its text has at most four times as much there (an older copy of itself), an undrawn one twenty times.
const UNDRAWN_TIMES: usize = 8;

/// Letters from which that text is a text and not a request to turn scripts on.
const FALLBACK_LETTERS: usize = 400;

/// Parses with scripting enabled, as a browser has it (`noscript` is text then), and serialises the `html` element. A page
/// that a script would draw, and that carries its text for browsers without scripts (Discourse), is read as those show it:
/// there is nobody here to run the script.
pub(crate) fn normalise(html: &str) -> String {
    let document = parse(html, true);
    let (shown, fallback) = letters(&document);
    let is_undrawn = fallback >= FALLBACK_LETTERS && fallback > UNDRAWN_TIMES * shown;
    let document = if is_undrawn { parse(html, false) } else { document };
    let is_element = |node: &&Rc<Node>| matches!(node.data, NodeData::Element { .. });
    let out = document.children.borrow().iter().find(is_element).map(outer_html).unwrap_or_default();
    // What a browser without scripts shows is an element like any other; only its name would hide it.
    if is_undrawn { out.replace("<noscript", "<div").replace("</noscript>", "</div>") } else { out }
}

/// Letters that a page shows, and those that it keeps for browsers without scripts.
fn letters(document: &Rc<Node>) -> (usize, usize) {
    let (mut shown, mut fallback) = (0, 0);
    let mut nodes = vec![Rc::clone(document)];
    while let Some(node) = nodes.pop() {
        match &node.data {
            NodeData::Text { contents } => shown += count(&contents.borrow()),
            NodeData::Element { name, .. } if matches!(&*name.local, "script" | "style" | "head" | "svg") => {}
            NodeData::Element { name, .. } if &*name.local == "noscript" => {
                let text = |child: &Rc<Node>| match &child.data {
                    NodeData::Text { contents } => outside_tags(&contents.borrow()),
                    _ => 0,
                };
                fallback += node.children.borrow().iter().map(text).sum::<usize>();
            }
            _ => nodes.extend(node.children.borrow().iter().cloned()),
        }
    }
    (shown, fallback)
}

fn count(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Letters of markup that has not been parsed, without its tags.
fn outside_tags(markup: &str) -> usize {
    markup.split('<').map(|part| part.split_once('>').map_or(0, |(_, text)| count(text))).sum()
}

fn parse(html: &str, scripting_enabled: bool) -> Rc<Node> {
    let options = TreeBuilderOpts { scripting_enabled, ..Default::default() };
    let builder = Limited::new(TreeBuilder::new(RcDom::default(), options));
    let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // The tokenizer pauses at every script; there is nobody here to run it.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    Rc::clone(&tokenizer.sink.inner.sink.document)
}

#[cfg(test)]
mod tests {
    use super::normalise;

    fn check(body: &str, expect: &str) {
        assert_eq!(normalise(body), format!("<html><head></head><body>{expect}</body></html>"));
    }

    #[test]
    fn as_a_browser_writes_it() {
        check("<!doctype html><!-- a --><p>가<p>나", "<p>가</p><p>나</p>");
        check("<table><td>가", "<table><tbody><tr><td>가</td></tr></tbody></table>");
        check("<b>가<p>나</b>다", "<b>가</b><p><b>나</b>다</p>");
        check("R&D &lt;b&gt; &nbsp; \u{a0}", "R&amp;D &lt;b&gt; &nbsp; &nbsp;");
        check("<a href='x?a=1&b=\"<'>가</a>", "<a href=\"x?a=1&amp;b=&quot;&lt;\">가</a>");
        check("<br/><img src=a></br>", "<br><img src=\"a\"><br>");
        check("<p></p><template><tr><td>가</template>나", "<p></p><template><tr><td>가</td></tr></template>나");
        check("<p><noscript><img src=a></noscript></p>", "<p><noscript><img src=a></noscript></p>");
        check("<p></p><script>if (a < b && c) {}</script>", "<p></p><script>if (a < b && c) {}</script>");
        check("<p></p><style>a > b {}</style>", "<p></p><style>a > b {}</style>");
        check("<p></p><textarea>\n\na<b></textarea>", "<p></p><textarea>\na&lt;b&gt;</textarea>");
        check("<svg viewbox='0'><foreignobject><p>가</svg>", "<svg viewBox=\"0\"><foreignObject><p>가</p></foreignObject></svg>");
        check(
            "<svg><a xlink:href='#b'/><style>a&lt;b</style></svg>",
            "<svg><a xlink:href=\"#b\"></a><style>a&lt;b</style></svg>",
        );
        check("<!-- 말 --><iframe><p></iframe>", "<iframe><p></iframe>");
        check("<p>가<!-- 말 -->나</p>", "<p>가<!-- 말 -->나</p>");
        assert_eq!(normalise(""), "<html><head></head><body></body></html>");
        assert_eq!(
            normalise("<html lang=ko><title>a&b</title><noscript><p>x</noscript>"),
            "<html lang=\"ko\"><head><title>a&amp;b</title><noscript><p>x</noscript></head><body></body></html>"
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
            let html = normalise(&format!("{}가<h2>나</h2>", format!("<{tag}>").repeat(depth)));
            let text = html.split('<').map(|rest| rest.split_once('>').map_or(rest, |(_, text)| text)).collect::<String>();
            assert_eq!(text.trim(), "가나", "{tag}");
        }
    }

    #[test]
    fn what_closes_does_not_count_as_deep() {
        let row = "<div><p>가<span>나</span><br><img src=a><svg><path/></svg></div>";
        let html = normalise(&row.repeat(5_000));
        assert_eq!(html.matches("<div>").count(), 5_000);
        let deep = normalise(&format!("{}{}<section>가</section>", "<div>".repeat(5_000), "</div>".repeat(5_000)));
        assert!(deep.ends_with("</div><section>가</section></body></html>"), "the end tags of dropped tags close nothing");
    }
}
