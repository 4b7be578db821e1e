//! Raw HTML to what a browser's `documentElement.outerHTML` would be: in the extension the browser has done this.

use crate::serialise::outer_html;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Node, NodeData, RcDom};
use std::rc::Rc;

/// Parses with scripting enabled, as a browser has it (`noscript` is text then), and serialises the `html` element.
pub(crate) fn normalise(html: &str) -> String {
    let options =
        ParseOpts { tree_builder: TreeBuilderOpts { scripting_enabled: true, ..Default::default() }, ..Default::default() };
    let dom: RcDom = parse_document(RcDom::default(), options).one(html);
    let is_element = |node: &&Rc<Node>| matches!(node.data, NodeData::Element { .. });
    dom.document.children.borrow().iter().find(is_element).map(outer_html).unwrap_or_default()
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
        check("<svg><a xlink:href='#b'/><style>a&lt;b</style></svg>", "<svg><a xlink:href=\"#b\"></a><style>a&lt;b</style></svg>");
        check("<!-- 말 --><iframe><p></iframe>", "<iframe><p></iframe>");
        check("<p>가<!-- 말 -->나</p>", "<p>가<!-- 말 -->나</p>");
        assert_eq!(normalise(""), "<html><head></head><body></body></html>");
        assert_eq!(
            normalise("<html lang=ko><title>a&b</title><noscript><p>x</noscript>"),
            "<html lang=\"ko\"><head><title>a&amp;b</title><noscript><p>x</noscript></head><body></body></html>"
        );
    }

    /// Nothing here calls itself for a child: not the parser, the serialiser nor the tree's end.
    #[test]
    fn a_deep_page_does_not_exhaust_the_stack() {
        const DEPTH: usize = 100_000;
        let html = normalise(&format!("{}가", "<i>".repeat(DEPTH)));
        assert_eq!(html.matches("</i>").count(), DEPTH);
        let html = normalise(&format!("{}가", "<template>".repeat(DEPTH)));
        assert_eq!(html.matches("</template>").count(), DEPTH);
    }
}
