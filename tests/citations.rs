//! Every style over every item of `fixtures/citations/items.txt`, held against `fixtures/citations/<style>.txt`
//! (the entry and, where the style has one, the reference in the text; written by `UPDATE=1 cargo test --test citations`,
//! read by a person before it is committed), and the eleven international styles against citeproc-js, the reference processor of citation styles, where its results are at hand.

use malgeun::cite::{self, Author, Face, Formatted, Genre, Group, Item, Style, format};
use malgeun::civil::Date;
use read_back::Record;
use std::{env, fs, path::PathBuf};

mod citeproc;
mod read_back;

#[test]
fn every_style_writes_every_item() {
    let items = items();
    for style in Style::all() {
        let mut written = String::new();
        for (id, item) in &items {
            let short = shown(&cite::in_text(item, style));
            let short = if short.is_empty() { short } else { format!("\n{short}") };
            written.push_str(&format!("[{id}]\n{}{short}\n\n", shown(&format(item, style))));
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
            let html = formatted.html().replace("<i>", "").replace("</i>", "").replace("<b>", "").replace("</b>", "");
            assert!(!html.contains(['<', '>']), "{id}, {}: {html}", style.id());
            let plain = formatted.plain();
            assert!(!plain.chars().any(|c| c.is_control() && c != '\n'), "{id}, {}", style.id());
            assert!(style.group() == Group::Data || !plain.contains('\n'), "{id}, {}", style.id());
        }
        if item == (Item { genre: Genre::Web, ..Item::default() }) {
            continue;
        }
        let csl = format(&item, Style::CslJson).plain();
        let parsed: serde_json::Value = serde_json::from_str(&csl).unwrap_or_else(|e| panic!("{id}: {e}\n{csl}"));
        assert_eq!(parsed[0]["title"].as_str().unwrap_or_default(), item.title);
        let bib = format(&item, Style::Biblatex).plain();
        assert_eq!(bib.matches('{').count(), bib.matches('}').count(), "{bib}");
    }
}

/// What a page may say in a field, and what stays of it in one line: a record that looks like its end, another record, a
/// line of its own, characters that turn or hide what follows.
const HOSTILE: [(&str, &str); 9] = [
    ("하늘이 }},\n}\n@article{evil, title = {거짓}}", "하늘이 }}, } @article{evil, title = {거짓}}"),
    ("하늘이\nER  - \nTY  - NEWS\nTI  - 거짓", "하늘이 ER - TY - NEWS TI - 거짓"),
    ("맑은 \u{202e}늘하\u{2069}\u{200b}", "맑은 늘하"),
    ("\"}], \"id\": \"evil\", \"a\": [{\"b\": \"\\", "\"}], \"id\": \"evil\", \"a\": [{\"b\": \"\\"),
    ("a {b} \\c\\ $d$ %e #f_g & h~i^j", "a {b} \\c\\ $d$ %e #f_g & h~i^j"),
    ("-- ''강조'' ``b`` ---", "-- ''강조'' ``b`` ---"),
    ("강과 and 바다, and, 하늘 = 산 \" # \"", "강과 and 바다, and, 하늘 = 산 \" # \""),
    ("{", "{"),
    ("\u{0}\r\n\t끝\\", "끝\\"),
];

/// Every format that programs read, read by another's reader: one record, the same fields, Hangul whole.
#[test]
fn other_programs_read_the_same_fields() {
    for (id, item) in items().into_iter().filter(|(id, _)| id != "nothing") {
        let expect = Record {
            title: item.title.clone(),
            authors: item.authors.iter().map(natural).collect(),
            publisher: item.publisher.clone(),
            date: item.published.map_or_else(String::new, |when| when.to_string()),
            url: malgeun::url::encoded(&item.url),
        };
        check_read_back(&id, &item, &expect);
    }
    let article = items().into_iter().find(|(id, _)| id == "english").expect("an item").1;
    for (raw, clean) in HOSTILE {
        // `biblatex` reads an equals sign as its extended names, braces or not.
        let name = |text: &str| text.replace(" =", "");
        let author = Author { name: name(raw), organisation: true, ..Author::default() };
        let item = Item { title: raw.into(), publisher: raw.into(), authors: vec![author], ..article.clone() };
        let (title, publisher) = (clean.to_owned(), clean.to_owned());
        let authors = vec![name(clean)];
        let (date, url) = ("2024-05-03".to_owned(), item.url.clone());
        check_read_back(raw, &item, &Record { title, authors, publisher, date, url });
    }
    for (name, expect) in [
        ("Ann Lee, PhD, MD", "PhD, MD Ann Lee"),
        ("Sand and Water", "Sand and Water"),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("남궁 별", "남궁별"),
        ("김 and 이", "김 and 이"),
    ] {
        let item = Item { authors: vec![Author { name: name.into(), ..Author::default() }], ..article.clone() };
        for style in [Style::Biblatex, Style::Bibtex] {
            assert_eq!(read_back::tex(&format(&item, style).plain()).expect("an entry").authors, [expect]);
        }
    }
}

/// A name as a reader puts its parts together again: the given name first, an East Asian name in one piece.
fn natural(author: &Author) -> String {
    match author.name.as_str() {
        "남궁 별" => "남궁별".to_owned(),
        "제갈 윤" => "제갈윤".to_owned(),
        "Kim Min-ji" => "Min-ji Kim".to_owned(),
        "川辺 みどり" => "川辺みどり".to_owned(),
        name => name.to_owned(),
    }
}

fn check_read_back(id: &str, item: &Item, expect: &Record) {
    let readers: [(Style, read_back::Read); 4] = [
        (Style::Biblatex, read_back::tex),
        (Style::Bibtex, read_back::tex),
        (Style::Ris, read_back::ris),
        (Style::CslJson, read_back::csl_json),
    ];
    for (style, read) in readers {
        let text = format(item, style).plain();
        let mut found = read(&text).unwrap_or_else(|error| panic!("{id}, {}: {error}\n{text}", style.id()));
        if style == Style::Ris && words(&found.authors) == words(&expect.authors) {
            found.authors.clone_from(&expect.authors);
        }
        assert_eq!(found, *expect, "{id}, {}\n{text}", style.id());
    }
}

/// The words of names: the reader of RIS guesses where a name without a comma has its parts, and at "and".
fn words(names: &[String]) -> Vec<String> {
    let names = names.join(" ").replace([',', ';', '&'], " ");
    let mut words: Vec<String> = names.split_whitespace().filter(|word| *word != "and").map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// Items on which we print something else than citeproc-js on purpose: style, item, reason and the manual's rule.
const EXCEPTIONS: &[(&str, &str, &str)] =
    &[("apa", "ja-org", "APA 7, 10.16: the site is left out when it is the author; citeproc-js prints it twice")];

/// Every entry and every reference in the text equals citeproc-js (with the locale en-US), or stands among the exceptions;
/// an exception that agrees is struck.
#[test]
fn agrees_with_citeproc_js() {
    let shared = env::var("MALGEUN_SHARED")
        .map_or_else(|_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let folder = shared.join("data/citations");
    let Some(pairs) = citeproc::pairs(&folder) else {
        println!("skipped: no citeproc-js results at {}", folder.display());
        return;
    };
    let mut wrong = Vec::new();
    for citeproc::Pair { style, id, ours, theirs } in &pairs {
        let excuse = EXCEPTIONS.iter().find(|row| row.0 == style.id() && row.1 == id);
        match (ours == theirs, excuse) {
            (true, Some(_)) => wrong.push(format!("{} {id}: agrees now, strike the exception", style.id())),
            (false, None) => wrong.push(format!("{} {id}:\n  ours   {ours:?}\n  theirs {theirs:?}", style.id())),
            _ => {}
        }
    }
    println!("{} citations in {} styles, {} exceptions", pairs.len(), citeproc::STYLES.len(), EXCEPTIONS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What others' items hold beside what pages hold: split names, a printed page, half a date, a company.
#[test]
fn items_of_reference_managers_are_read() {
    let json = r#"[{"id": 7, "type": "article-magazine", "title": "밤 기차", "container-title": "강변", "publisher": "강변사",
        "page": 12, "issued": {"date-parts": [["2024", 10]]}, "author": [{"family": "선", "given": "담은"}, {"literal": "편집부"}]}]"#;
    let items = cite::items(json).expect("CSL-JSON");
    let (id, item) = &items[0];
    assert_eq!(id, "7");
    assert_eq!(format(item, Style::Mla).plain(), "선담은, and 편집부. “밤 기차.” 강변, Oct. 2024, p. 12.");
    assert_eq!(cite::in_text(item, Style::Apa).plain(), "(선 & 편집부, 2024)");
    assert_eq!(cite::in_text(item, Style::ApaKo).plain(), "(선담은·편집부, 2024)");
    assert!(cite::items("{}").is_err_and(|error| error.starts_with("expected an array")));
}

fn fixtures() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/citations"))
}

/// The text with italics in `<i>`, bold in `<b>`, nothing escaped.
fn shown(formatted: &Formatted) -> String {
    let run = |run: &malgeun::cite::Run| match run.face {
        Face::Upright => run.text.clone(),
        Face::Italic => format!("<i>{}</i>", run.text),
        Face::Bold => format!("<b>{}</b>", run.text),
    };
    formatted.runs.iter().map(run).collect()
}

fn items() -> Vec<(String, Item)> {
    let text = fs::read_to_string(fixtures().join("items.txt")).expect("items.txt");
    let mut items: Vec<(String, Item)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(id) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            items.push((id.to_owned(), Item { genre: Genre::Web, ..Item::default() }));
            continue;
        }
        let (key, value) = line.split_once(": ").expect("key: value");
        let item = &mut items.last_mut().expect("an id before the fields").1;
        match key {
            "title" => item.title = value.to_owned(),
            "author" => item.authors.push(author(value)),
            "publisher" => (item.publisher, item.genre) = (value.to_owned(), Genre::News),
            "via" => item.via = value.to_owned(),
            "date" => item.published = date(value).map(Into::into),
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
