//! The text of a page that its scripts would draw, from the data that it carries for them: there is nobody here to run a
//! script. In the extension the browser has run them.
//!
//! Such data are JSON in script elements, alone (`<script type="application/json">`) or in a call or an assignment
//! (`window.state = {…}`). An article is in them as markup or as paragraphs, always under the same key (`contentHtml`,
//! `articleBody`; one string a paragraph: `content`): the key whose strings hold most text is the article's.

use crate::input;
use malgeun::dom::Document;
use serde_json::{Deserializer, Map, Value};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

/// Letters of a string from which it can be a paragraph and is no label, address or name.
const PARAGRAPH_LETTERS: usize = 40;

/// What an object has beside a teaser of a text that stands elsewhere.
const TEASER_FIELDS: &[&str] = &["title", "headline", "url", "link", "href"];

/// Letters from which the strings of a key are a text: a description of a page has up to 300.
const TEXT_LETTERS: usize = 400;

/// JSON in a string of JSON is looked into so often: data of a component in data of a page.
const NESTED_MAX: usize = 2;

/// Strings by the number of their script and their key.
type Told = BTreeMap<(usize, String), Strings>;

/// Strings in order, each once.
#[derive(Default)]
struct Strings {
    all: Vec<String>,
    seen: HashSet<String>,
    letters: usize,
}

impl Strings {
    fn add(&mut self, text: &str, letters: usize) {
        if self.seen.insert(text.to_owned()) {
            self.all.push(text.to_owned());
            self.letters += letters;
        }
    }
}

/// The page with that article at its end; `None` where there is none.
pub(crate) fn drawn(html: &str) -> Option<Document> {
    // What stands behind the end of a page is a part of its body.
    article(html).and_then(|article| input::page(&(html.to_owned() + &article)).ok())
}

/// The markup of the article that a page's data hold; `None` when no key has as much text as an article.
fn article(html: &str) -> Option<String> {
    let mut told = Told::new();
    for (number, script) in scripts(html).enumerate() {
        values(script).iter().for_each(|value| collect(value, (number, ""), NESTED_MAX, &mut told));
    }
    let most = told.into_values().reduce(|a, b| if b.letters > a.letters { b } else { a })?;
    (most.letters >= TEXT_LETTERS).then(|| markup(&most.all))
}

/// What stands in the script elements of a page; one that is not closed is none.
fn scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|part| Some(part.split_once('>')?.1.split_once("</script")?.0))
}

/// Every object and list of JSON in a script.
fn values(script: &str) -> Vec<Value> {
    let mut out = Vec::new();
    let mut rest = script;
    while let Some(at) = rest.find(['{', '[']) {
        rest = &rest[at..];
        let mut found = Deserializer::from_str(rest).into_iter::<Value>();
        let value = found.next().and_then(Result::ok);
        rest = &rest[if value.is_some() { found.byte_offset() } else { 1 }..];
        out.extend(value.filter(|v| v.is_object() || v.is_array()));
    }
    out
}

/// Strings that can be paragraphs go to those of the same key in the same script.
fn collect(value: &Value, of: (usize, &str), nested: usize, told: &mut Told) {
    match value {
        Value::Object(fields) => {
            let parts = fields.iter().filter(|(_, value)| !is_teaser(fields, value));
            parts.for_each(|(key, value)| collect(value, (of.0, key), nested, told));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, of, nested, told)),
        Value::String(text) if text.starts_with(['{', '[']) && nested > 0 => {
            values(text).iter().for_each(|value| collect(value, of, nested - 1, told));
        }
        Value::String(text) => {
            // A list of strings without a name is no text but a stream of parts of the page (React's server components).
            let letters = letters(text);
            if letters >= PARAGRAPH_LETTERS && text.contains(' ') && !of.1.is_empty() {
                told.entry((of.0, of.1.to_owned())).or_default().add(text, letters);
            }
        }
        _ => {}
    }
}

/// Whether a string of an object is a short text about something that has a title or an address of its own.
fn is_teaser(fields: &Map<String, Value>, value: &Value) -> bool {
    let is_short = value.as_str().is_some_and(|text| !text.starts_with(['{', '[']) && letters(text) < TEXT_LETTERS);
    is_short && TEASER_FIELDS.iter().any(|field| fields.contains_key(*field))
}

/// Letters outside of tags.
fn letters(text: &str) -> usize {
    let mut inside = false;
    let is_shown = |c: &char| {
        inside = *c == '<' || inside && *c != '>';
        !inside && c.is_alphabetic()
    };
    text.chars().filter(is_shown).count()
}

/// Strings as an article: markup as it is, other text in paragraphs by its lines.
fn markup(strings: &[String]) -> String {
    let mut out = String::from("<article>");
    for text in strings {
        if text.contains("</") || text.contains("<br") {
            out.push_str(text);
            continue;
        }
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            write!(out, "<p>{}</p>", line.replace('&', "&amp;").replace('<', "&lt;")).expect("a string takes all");
        }
    }
    out.push_str("</article>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "The mill by the weir grinds again, and the baker sells its flour.";

    fn page(script: &str) -> String {
        format!("<div id=app></div><script>{script}</script>")
    }

    #[test]
    fn the_key_with_most_text_is_the_article() {
        let body = format!("<p>{}</p>", LINE.repeat(9));
        let quoted = serde_json::to_string(&body).expect("a string").replace('<', "\\u003c");
        let menu = format!("\"menu\":[{}]", ["\"Home\""; 200].join(","));
        let check = |script: &str| assert_eq!(article(&page(script)), Some(format!("<article>{body}</article>")), "{script}");
        check(&format!("{{{menu},\"page\":{{\"title\":\"A mill\",\"contentHtml\":{quoted},\"lead\":\"{LINE}\"}}}}"));
        check(&format!("if (a) {{ b() }} window.state.push({{\"a\":[{{\"contentHtml\":{quoted}}}],\"lead\":\"{LINE}\"}});"));
        let inner = serde_json::to_string(&format!("{{\"cooked\":{quoted}}}")).expect("a string");
        check(&format!("[{{\"data\":{inner}}}]"));
    }

    #[test]
    fn paragraphs_may_stand_in_strings_of_their_own() {
        let lines: Vec<String> = (0..9).map(|n| format!("{n} & {LINE}")).collect();
        let list: Vec<String> = lines.iter().map(|l| format!("{{\"type\":\"text\",\"content\":\"{l}\"}}")).collect();
        let expect: String = lines.iter().map(|l| format!("<p>{}</p>", l.replace('&', "&amp;"))).collect();
        assert_eq!(article(&page(&format!("x = [{}]", list.join(",")))), Some(format!("<article>{expect}</article>")));
        let one = serde_json::to_string(&lines.join("\n\n")).expect("a string");
        assert_eq!(article(&page(&format!("{{\"articleBody\":{one}}}"))), Some(format!("<article>{expect}</article>")));
    }

    #[test]
    fn what_is_no_text_is_no_article() {
        let none = |html: &str| assert_eq!(article(html), None, "{html}");
        none(&page(&format!("{{\"description\":\"{LINE}\"}}")));
        none(&page(&format!("{{\"a\":\"{}\"}}", "x".repeat(900))));
        none(&page(&format!("{{\"same\":[{}]}}", vec![format!("\"{LINE}\""); 30].join(","))));
        let teaser = |n: usize| format!("{{\"title\":\"A mill\",\"text\":\"{n} {LINE}\"}}");
        none(&page(&format!("[{}]", (0..30).map(teaser).collect::<Vec<_>>().join(","))));
        none(&format!("<script>{{\"a\":\"{}\"", LINE.repeat(9)));
        none("");
    }

    /// Brackets that never close are looked at from each, as deep as the parser goes.
    #[test]
    fn broken_data_take_linear_time() {
        for part in ["[", "{\"a\":", "[1,", "{", "\"", "[{\"a\":\"b c\"},"] {
            assert_eq!(article(&page(&part.repeat(100_000))), None, "{part}");
        }
    }
}
