//! A page without the names that rules and class words know it by: what is left is the text and its order.

/// Takes every class, id and `data-` name off the elements.
pub(crate) fn strip(html: &[u8]) -> Vec<u8> {
    use lol_html::{HtmlRewriter, Settings, element};
    let is_name = |name: &str| matches!(name, "class" | "id") || name.starts_with("data-") || name.starts_with("dmcf-");
    let mut out = Vec::new();
    let bare = element!("*", |element| {
        let names: Vec<String> = element.attributes().iter().map(|a| a.name()).filter(|name| is_name(name)).collect();
        names.iter().for_each(|name| element.remove_attribute(name));
        Ok(())
    });
    let settings = Settings::new().append_element_content_handler(bare);
    let mut rewriter = HtmlRewriter::new(settings, |chunk: &[u8]| out.extend_from_slice(chunk));
    rewriter.write(html).expect("a page that a tokenizer takes");
    rewriter.end().expect("the page ends");
    out
}
