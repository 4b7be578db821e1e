//! Rules are hints: on the day a site renames its classes, the general extractor must still give the article. Every fixture
//! page that a site's rule reads is read again with all names changed that the rule relies on.

use malgeun::{Options, Snapshot, read};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Share of letters that may be in the body of a page with changed names beside the body itself: a standfirst, captions, a pull
/// quote and a machine summary that no rule names any more read like paragraphs, and the fixtures are short.
const EXTRA_LETTERS: f32 = 0.45;

/// The names of one rule: classes, beginnings of classes, ids and attributes.
#[derive(Default)]
struct Names {
    classes: BTreeSet<String>,
    prefixes: BTreeSet<String>,
    ids: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

struct Rule {
    id: String,
    hosts: Vec<String>,
    names: Names,
}

fn rules() -> Vec<Rule> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/sites");
    let files = fs::read_dir(folder).expect("the rules are there").map(|entry| entry.expect("readable").path());
    files.map(|file| rule(&fs::read_to_string(file).expect("readable").parse().expect("a table"))).collect()
}

fn rule(table: &Table) -> Rule {
    let texts = |value: &Value| value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect();
    let hosts: Vec<String> = table.get("hosts").map(texts).unwrap_or_default();
    let hides = table.get("hide").and_then(Value::as_array).into_iter().flatten().filter_map(|hide| hide.get("select"));
    let fields = table.iter().filter(|(key, _)| !matches!(key.as_str(), "hosts" | "names" | "hide")).map(|(_, value)| value);
    let mut names = Names::default();
    let selectors: Vec<String> = fields.chain(hides).flat_map(|value| -> Vec<String> { texts(value) }).collect();
    selectors.iter().filter(|s| !s.starts_with("meta")).for_each(|selector| names.read(selector));
    Rule { id: table["id"].as_str().expect("an id").to_owned(), hosts, names }
}

impl Names {
    /// Takes the names out of a selector: what follows `.`, `#` and `[`.
    fn read(&mut self, selector: &str) {
        for (at, sign) in selector.match_indices(['.', '#', '[']) {
            let rest = &selector[at + 1..];
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
            let set = match sign {
                "#" => &mut self.ids,
                "[" if matches!(name.as_str(), "class" | "id" | "href") => continue,
                "[" => &mut self.attributes,
                _ if rest[name.len()..].starts_with('*') => &mut self.prefixes,
                _ => &mut self.classes,
            };
            set.insert(name);
        }
    }

    /// The page with every name changed that the rule relies on.
    fn broken(&self, page: &str) -> String {
        let mut out = String::new();
        for (index, part) in page.split('"').enumerate() {
            let before = out.len();
            let inside = index % 2 == 1;
            let renamed = if inside && out.ends_with("class=\"") {
                part.split(' ').map(|class| if self.is_class(class) { "zq" } else { class }).collect::<Vec<_>>().join(" ")
            } else if inside && out.ends_with("id=\"") && self.ids.contains(part) {
                format!("zq{before}")
            } else if inside {
                part.to_owned()
            } else {
                let rename = |text: String, name: &String| text.replace(&format!(" {name}="), " data-zq=");
                self.attributes.iter().fold(part.to_owned(), rename)
            };
            out.push_str(&renamed);
            out.push('"');
        }
        out.pop();
        out
    }

    fn is_class(&self, class: &str) -> bool {
        self.classes.contains(class) || self.prefixes.iter().any(|prefix| class.starts_with(prefix.as_str()))
    }
}

struct Fixture {
    name: String,
    url: String,
    html: String,
}

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let load = |path: std::path::PathBuf| {
        let expected = fs::read_to_string(path.join("expected.md")).ok()?;
        let head: Table = expected.strip_prefix("+++\n")?.split_once("+++\n")?.0.parse().ok()?;
        let html = fs::read_to_string(path.join("page.html")).ok()?;
        let url = head["url"].as_str()?.to_owned();
        Some(Fixture { name: path.file_name()?.to_string_lossy().into_owned(), url, html })
    };
    let folders = fs::read_dir(folder).expect("the fixtures are there").map(|entry| entry.expect("readable").path());
    let mut out: Vec<Fixture> = folders.filter_map(load).collect();
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

/// The texts of a page's body.
fn body(html: &str, url: &str) -> Vec<String> {
    let html = html.find("<html").map_or(html, |start| &html[start..]).trim_end().to_owned();
    let reading = read(&Snapshot { html, url: url.to_owned(), ..Snapshot::default() }, &Options::default()).expect("small");
    reading.article.texts().into_iter().map(str::to_owned).collect()
}

fn letters<'a>(texts: impl IntoIterator<Item = &'a String>) -> usize {
    texts.into_iter().map(|t| t.chars().filter(|c| c.is_alphanumeric()).count()).sum()
}

/// What is wrong with the body of a page whose rule is broken.
fn difference(fixture: &Fixture, rule: &Rule) -> Option<String> {
    let whole = body(&fixture.html, &fixture.url);
    let broken = body(&rule.names.broken(&fixture.html), &fixture.url);
    let joined = broken.concat();
    let lost: Vec<&String> = whole.iter().filter(|t| !joined.contains(t.as_str())).collect();
    let extra: Vec<&String> = broken.iter().filter(|t| !whole.contains(t)).collect();
    let share = (letters(&broken) as f32 - letters(&whole) as f32) / letters(&whole).max(1) as f32;
    let wrong = !lost.is_empty() || share > EXTRA_LETTERS;
    wrong.then(|| format!("{} ({}): lost {lost:#?}, {share:.2} more: {extra:#?}", fixture.name, rule.id))
}

#[test]
fn a_page_whose_names_have_changed_is_still_read() {
    let (rules, mut read, mut wrong) = (rules(), BTreeSet::new(), Vec::new());
    for fixture in fixtures() {
        let host = fixture.url.split('/').nth(2).unwrap_or_default().to_owned();
        let fits = |pattern: &String| match pattern.strip_prefix("*.") {
            Some(domain) => host == domain || host.ends_with(&format!(".{domain}")),
            None => *pattern == host,
        };
        let by_markup = |r: &&Rule| r.hosts.is_empty() && fixture.name.starts_with(&r.id);
        let Some(rule) = rules.iter().find(|r| r.hosts.iter().any(fits)).or(rules.iter().find(by_markup)) else { continue };
        read.insert(rule.id.clone());
        wrong.extend(difference(&fixture, rule));
    }
    let unread: Vec<&String> = rules.iter().map(|r| &r.id).filter(|id| !read.contains(*id)).collect();
    assert!(unread.is_empty(), "rules without a fixture page: {unread:?}");
    assert!(wrong.is_empty(), "{} pages:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_are_changed() {
    let mut names = Names::default();
    ["#body .text", ".a_*", "p[data-no]", "h1.title@alt"].iter().for_each(|s| names.read(s));
    let page = r#"<div id="body" class="text big"><p data-no="1" class="a_x title">text</p></div>"#;
    assert_eq!(names.broken(page), r#"<div id="zq9" class="zq big"><p data-zq="1" class="zq zq">text</p></div>"#);
}
