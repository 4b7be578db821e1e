//! Every style over every item of `fixtures/citations/items.txt`, held against `fixtures/citations/<style>.txt`
//! (written by `UPDATE=1 cargo test --test citations`, read by a person before it is committed), and APA, MLA and
//! Chicago against citeproc-js, the reference processor of citation styles, where its results are at hand.

use malgeun::cite::{Author, Formatted, Group, Item, Style, format};
use malgeun::civil::{Date, DateTime};
use std::{env, fs, path::PathBuf};

#[test]
fn every_style_writes_every_item() {
    let items = items();
    for style in Style::all() {
        let mut written = String::new();
        for (id, item) in &items {
            written.push_str(&format!("[{id}]\n{}\n\n", shown(&format(item, style))));
        }
        let path = fixtures().join(format!("{}.txt", style.id()));
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, &written).expect("fixtures can be written");
        }
        let expect = fs::read_to_string(&path).unwrap_or_default();
        for (line, (written, expect)) in written.lines().zip(expect.lines()).enumerate() {
            assert_eq!(written, expect, "{}, line {}", path.display(), line + 1);
        }
        assert_eq!(written, expect, "{}", path.display());
    }
}

/// What a hostile page may put into a field must not become another line, field, tag or control.
#[test]
fn page_text_is_never_markup() {
    for (id, item) in items() {
        for style in Style::all() {
            let formatted = format(&item, style);
            let html = formatted.html().replace("<i>", "").replace("</i>", "");
            assert!(!html.contains(['<', '>']), "{id}, {}: {html}", style.id());
            let plain = formatted.plain();
            assert!(!plain.chars().any(|c| c.is_control() && c != '\n'), "{id}, {}", style.id());
            assert!(style.group() == Group::Data || !plain.contains('\n'), "{id}, {}", style.id());
        }
        if item == Item::default() {
            continue;
        }
        let csl = format(&item, Style::CslJson).plain();
        let parsed: serde_json::Value = serde_json::from_str(&csl).unwrap_or_else(|e| panic!("{id}: {e}\n{csl}"));
        assert_eq!(parsed[0]["title"].as_str().unwrap_or_default(), item.title);
        let bib = format(&item, Style::Biblatex).plain();
        assert_eq!(bib.matches('{').count(), bib.matches('}').count(), "{bib}");
    }
}

/// Items on which we print something else than citeproc-js on purpose, with the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("apa", "ko-pages", "a page on the web has no printed page number; the item has no field for one"),
    ("apa", "ja-org", "APA 7, 10.16: the site is left out when it is the author; citeproc-js prints it twice"),
    ("apa", "en-org-differs", "the item's date is a day; a month without a day has no place in it"),
    ("mla", "ko-pages", "as in APA"),
    ("mla", "en-org-differs", "as in APA"),
    ("chicago", "en-org-differs", "as in APA"),
    (
        "chicago",
        "en-particle",
        "Chicago lets the bearer's own use decide, which nobody can know here: the particle stays with the name, as in APA and MLA",
    ),
];

#[test]
fn agrees_with_citeproc_js() {
    let shared = env::var("MALGEUN_SHARED")
        .map_or_else(|_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let folder = shared.join("data/citations");
    let read = |name: &str| {
        fs::read_to_string(folder.join(name)).ok().map(|text| serde_json::from_str::<serde_json::Value>(&text).expect("JSON"))
    };
    let Some(peers) = read("items.json") else {
        println!("skipped: no citeproc-js results at {}", folder.display());
        return;
    };
    let files = [
        (Style::Apa, "expected-apa.json"),
        (Style::Mla, "expected-modern-language-association.json"),
        (Style::Chicago, "expected-chicago-notes-bibliography.json"),
    ];
    let mut wrong = Vec::new();
    for (style, file) in files {
        let Some(expected) = read(file) else { continue };
        let (mut agree, mut excused) = (0, 0);
        let all = peers.as_array().expect("an array of items");
        for peer in all {
            let id = peer["id"].as_str().expect("an id");
            let excuse = EXCEPTIONS.iter().find(|row| row.0 == style.id() && row.1 == id);
            let (ours, theirs) = compared(peer, &expected[id]["en-US"], style);
            match (ours == theirs, excuse) {
                (true, None) => agree += 1,
                (false, Some(_)) => excused += 1,
                (true, Some(_)) => wrong.push(format!("{} {id}: agrees now, strike the exception", style.id())),
                (false, None) => wrong.push(format!("{} {id}:\n  ours   {ours}\n  theirs {theirs}", style.id())),
            }
        }
        println!("{}: {agree} of {} agree with citeproc-js, {excused} excepted", style.id(), all.len());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Both bibliography entries: with italics for newspapers and magazines in APA, else as plain text
/// (the item does not tell a newspaper from a web page, and CSL sets their italics differently).
fn compared(peer: &serde_json::Value, expected: &serde_json::Value, style: Style) -> (String, String) {
    let ours = format(&csl_item(peer), style);
    let kind = peer["type"].as_str().unwrap_or_default();
    if style == Style::Apa && kind.starts_with("article") {
        let html = expected["bib_html"].as_str().expect("HTML").trim();
        let html = html.trim_start_matches("<div class=\"csl-entry\">").trim_end_matches("</div>");
        let text = html.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">");
        return (shown(&ours), text);
    }
    (ours.plain(), expected["bib"].as_str().expect("text").trim().to_owned())
}

fn csl_item(peer: &serde_json::Value) -> Item {
    let text = |key: &str| peer[key].as_str().unwrap_or_default().to_owned();
    let date = |key: &str| {
        let parts = &peer[key]["date-parts"][0];
        let part = |at: usize| parts[at].as_i64();
        Date::new(part(0)? as i32, part(1).unwrap_or(1) as u8, part(2).unwrap_or(1) as u8)
    };
    let name = |author: &serde_json::Value| {
        let piece = |key: &str| author[key].as_str().unwrap_or_default();
        let family = format!("{} {}", piece("non-dropping-particle"), piece("family"));
        let western = piece("given").is_ascii();
        let name = if western {
            format!("{} {}", piece("given"), family.trim())
        } else {
            format!("{}{}", piece("family"), piece("given"))
        };
        let suffix = if piece("suffix").is_empty() { String::new() } else { format!(", {}", piece("suffix")) };
        let literal = author["literal"].as_str();
        Author { name: literal.map_or(name + &suffix, str::to_owned), organisation: literal.is_some(), ..Author::default() }
    };
    Item {
        title: text("title"),
        authors: peer["author"].as_array().into_iter().flatten().map(name).collect(),
        publisher: text("container-title"),
        published: date("issued").map(|date| DateTime { date, minute_of_day: None, offset: None }),
        accessed: date("accessed"),
        url: text("URL"),
        lang: text("language"),
        ..Item::default()
    }
}

fn fixtures() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/citations"))
}

/// The text with its italics in `<i>`, nothing escaped.
fn shown(formatted: &Formatted) -> String {
    let run = |run: &malgeun::cite::Run| if run.italic { format!("<i>{}</i>", run.text) } else { run.text.clone() };
    formatted.runs.iter().map(run).collect()
}

fn items() -> Vec<(String, Item)> {
    let text = fs::read_to_string(fixtures().join("items.txt")).expect("items.txt");
    let mut items: Vec<(String, Item)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(id) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            items.push((id.to_owned(), Item::default()));
            continue;
        }
        let (key, value) = line.split_once(": ").expect("key: value");
        let item = &mut items.last_mut().expect("an id before the fields").1;
        match key {
            "title" => item.title = value.to_owned(),
            "author" => item.authors.push(author(value)),
            "publisher" => item.publisher = value.to_owned(),
            "via" => item.via = value.to_owned(),
            "date" => item.published = date(value).map(|date| DateTime { date, minute_of_day: None, offset: None }),
            "accessed" => item.accessed = date(value),
            "url" => item.url = value.to_owned(),
            "lang" => item.lang = value.to_owned(),
            _ => panic!("items.txt: expected a field of Item, found {key:?}"),
        }
    }
    items
}

fn author(value: &str) -> Author {
    if let Some(name) = value.strip_suffix(" (desk)") {
        return Author { name: name.to_owned(), organisation: true, ..Author::default() };
    }
    let (name, role) = value.split_once(" (role: ").map_or((value, ""), |(name, role)| (name, role.trim_end_matches(')')));
    Author { name: name.to_owned(), role: role.to_owned(), ..Author::default() }
}

fn date(value: &str) -> Option<Date> {
    let mut parts = value.split('-').map(|part| part.parse::<i32>().expect("a number"));
    Date::new(parts.next()?, parts.next()? as u8, parts.next()? as u8)
}

#[test]
fn addresses_are_cleaned() {
    let text = fs::read_to_string(fixtures().join("urls.txt")).expect("urls.txt");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let (url, expect) = line.split_once(" => ").expect("address => expected");
        let expect = if expect == "=" { url } else { expect };
        assert_eq!(malgeun::cite::url::clean(url), expect, "{url}");
        assert_eq!(malgeun::cite::url::clean(expect), expect, "cleaning twice, {url}");
    }
}
