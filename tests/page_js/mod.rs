//! Stands in for the content script: counts the elements of a serialised page in document order, knows which are hidden,
//! and gives the text of an element. Written apart from `src/dom`, so that ordinals are checked against a second opinion.

use malgeun::Snapshot;
use malgeun::dom::NodeId;
use malgeun::reading::{Note, Reading};

/// An element of the page; its index in the list is its ordinal.
pub(crate) struct Element {
    /// Tag name in lower case.
    pub(crate) tag: String,
    /// Attributes as text, `name="value"` pairs.
    attributes: String,
    /// Bytes of the page from the start tag to the end of the end tag.
    range: std::ops::Range<usize>,
}

/// Elements that have no end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Letters from which a paragraph is long enough to be looked for inside hidden elements; shorter ones may be links too.
const TELLING_LETTERS: usize = 24;
/// Elements whose content is text and no markup.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "iframe", "noembed", "noscript", "xmp"];

/// A page as the browser hands it over.
pub(crate) struct Page {
    /// `documentElement.outerHTML`.
    pub(crate) html: String,
    /// The elements in document order, template contents not counted.
    pub(crate) elements: Vec<Element>,
    /// End tags that closed nothing and elements that nobody closed; empty in a browser's serialisation.
    pub(crate) faults: Vec<String>,
}

impl Page {
    /// Reads a file's text: what stands before `<html` is not part of `outerHTML`.
    pub(crate) fn new(file: &str) -> Self {
        let html = file.find("<html").map_or(file, |start| &file[start..]).trim_end().to_owned();
        let mut page = Self { html, elements: Vec::new(), faults: Vec::new() };
        page.walk();
        page
    }

    fn walk(&mut self) {
        let html = self.html.clone();
        let (mut at, mut open) = (0, Vec::new());
        while let Some(start) = html[at..].find('<').map(|i| at + i) {
            let rest = &html[start..];
            if rest.starts_with("<!--") {
                at = start + rest.find("-->").map_or(rest.len(), |i| i + 3);
                continue;
            }
            let end = start + tag_length(rest);
            at = end;
            let name = tag_name(rest);
            if rest.starts_with("</") {
                self.close(&name, end, &mut open);
            } else if !name.is_empty() {
                at = self.open(&name, &html, start..end, &mut open);
            }
        }
        let left: Vec<_> = open.iter().map(|&i: &usize| format!("<{}> is never closed", self.elements[i].tag)).collect();
        self.faults.extend(left);
    }

    fn open(&mut self, name: &str, html: &str, tag: std::ops::Range<usize>, open: &mut Vec<usize>) -> usize {
        let attributes = html[tag.start + 1 + name.len()..tag.end - 1].to_owned();
        self.elements.push(Element { tag: name.to_owned(), attributes, range: tag.clone() });
        if VOID.contains(&name) {
            return tag.end;
        }
        open.push(self.elements.len() - 1);
        if name != "template" && !RAW.contains(&name) {
            return tag.end;
        }
        tag.end + html[tag.end..].find(&format!("</{name}")).unwrap_or_default()
    }

    fn close(&mut self, name: &str, end: usize, open: &mut Vec<usize>) {
        match open.last() {
            Some(&top) if self.elements[top].tag == name => {
                self.elements[top].range.end = end;
                open.pop();
            }
            _ => self.faults.push(format!("</{name}> closes nothing")),
        }
    }

    /// Whether an element has the class `name`, or the id for `#name`.
    fn is_named(&self, element: &Element, name: &str) -> bool {
        let attribute = |key: &str| {
            let start = element.attributes.find(&format!("{key}=\""))? + key.len() + 2;
            element.attributes[start..].split('"').next()
        };
        match name.strip_prefix('#') {
            Some(id) => attribute(" id") == Some(id),
            None => attribute(" class").is_some_and(|classes| classes.split_whitespace().any(|class| class == name)),
        }
    }

    /// Elements with one of these class names or `#ids`.
    pub(crate) fn named(&self, names: &[String]) -> Vec<NodeId> {
        let wanted = |element: &Element| names.iter().any(|name| self.is_named(element, name));
        (0u32..).zip(&self.elements).filter(|(_, element)| wanted(element)).map(|(i, _)| NodeId(i)).collect()
    }

    /// Whether `inner` is `outer` or stands inside it.
    fn holds(&self, outer: NodeId, inner: NodeId) -> bool {
        let range = |node: NodeId| &self.elements[node.0 as usize].range;
        range(outer).start <= range(inner).start && range(inner).end <= range(outer).end
    }

    /// What is wrong with the elements that a reading hides on the live page: each exists under its tag, and none holds a
    /// kept paragraph (but what the page hides itself may repeat the body).
    pub(crate) fn hiding_faults(&self, reading: &Reading, hidden: &[NodeId]) -> Vec<String> {
        let mut faults = Vec::new();
        if reading.notes.iter().any(|note| matches!(note, Note::CountDiffers { .. })) {
            faults.push(format!("{:?}", reading.notes));
        }
        for (node, tag) in &reading.hide {
            match self.elements.get(node.0 as usize) {
                Some(element) if element.tag == *tag => {}
                Some(element) => faults.push(format!("element {} is <{}>, not <{tag}>", node.0, element.tag)),
                None => faults.push(format!("element {} <{tag}> is beyond the page's last", node.0)),
            }
            if !hidden.iter().any(|&root| self.holds(root, *node)) && self.holds_kept(reading, *node) {
                faults.push(format!("<{tag}> {} is hidden and holds a kept paragraph", node.0));
            }
        }
        faults
    }

    fn holds_kept(&self, reading: &Reading, node: NodeId) -> bool {
        let Some(element) = self.elements.get(node.0 as usize) else { return false };
        let text = letters(&strip_tags(&self.html[element.range.clone()]));
        let telling = |paragraph: &str| paragraph.chars().count() >= TELLING_LETTERS;
        reading.article.texts().iter().any(|paragraph| telling(paragraph) && text.contains(&letters(paragraph)))
    }

    /// The snapshot that the content script would send.
    pub(crate) fn snapshot(&self, url: &str, hidden: Vec<NodeId>) -> Snapshot {
        Snapshot {
            html: self.html.clone(),
            url: url.to_owned(),
            content_type: "text/html".to_owned(),
            elements: Some(self.elements.len() as u32),
            hidden,
        }
    }
}

/// A text without white space.
fn letters(text: &str) -> String {
    text.chars().filter(|&c| !malgeun::text::is_space(c)).collect()
}

/// Length of the tag at the start of `rest`, `>` inside quotes not counted as its end.
fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    for (i, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return i + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    rest.len()
}

fn tag_name(rest: &str) -> String {
    let name = rest.trim_start_matches('<').trim_start_matches('/');
    name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>().to_ascii_lowercase()
}

fn strip_tags(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<').skip(1) {
        out.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
}
