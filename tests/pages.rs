//! Reads every page of `tests/fixtures/pages` and compares the whole reading with `expected.md`: front matter (what the
//! head says, what must be removed and as what) and the body in a Markdown-like form. `UPDATE=1` rewrites the bodies.

mod page_js;
mod written;

use malgeun::reading::{Dateline, Note, PageKind, Reading, Seen};
use malgeun::text::collapse;
use malgeun::{Options, Snapshot, read};
use page_js::Page;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Front matter of an `expected.md`; an absent key is not compared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    /// The page's file, `page.html` when absent.
    page: Option<PathBuf>,
    url: String,
    content_type: Option<String>,
    /// What `document.getElementsByTagName("*").length` gave in a real browser.
    elements: Option<usize>,
    /// Class names and `#ids` of what the page does not show.
    #[serde(default)]
    hidden: Vec<String>,
    kind: String,
    /// What a page without an article is.
    seen: Option<String>,
    /// Why the page holds only a part of the text; absent where it holds all of it.
    partial: Option<String>,
    /// Address of what follows a part.
    next: Option<String>,
    title: Option<String>,
    deck: Option<Vec<String>>,
    /// Whether the standfirst is a part of the text.
    deck_is_text: Option<bool>,
    /// The portal's own summary.
    summary: Option<Vec<String>>,
    writers: Option<Vec<String>>,
    /// Place and agency of the dateline, and the whole of it as printed.
    dateline: Option<[String; 3]>,
    publisher: Option<String>,
    /// Holder of the copyright and the notice.
    copyright: Option<[String; 2]>,
    portal: Option<String>,
    section: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    lang: Option<String>,
    original_url: Option<String>,
    /// The address that is cited, where it is another than `url`.
    address: Option<String>,
    /// Addresses of the body's pictures in order.
    pictures: Option<Vec<String>>,
    /// Address of the picture before the body, empty for none.
    lead: Option<String>,
    /// Kinds (`a|b` when either is right) and lines.
    #[serde(default)]
    removed: Vec<(String, String)>,
}

struct Fixture {
    name: String,
    folder: PathBuf,
    head: Head,
    front: String,
    body: String,
    page: Option<Page>,
    snapshot: Snapshot,
}

fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let mut folders: Vec<_> =
        fs::read_dir(root).expect("the fixtures are there").map(|entry| entry.expect("readable").path()).collect();
    folders.sort();
    folders.into_iter().map(load).collect()
}

fn load(folder: PathBuf) -> Fixture {
    let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
    let expected = fs::read_to_string(folder.join("expected.md")).unwrap_or_else(|e| panic!("{name}/expected.md: {e}"));
    let (front, body) = expected
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("+++\n"))
        .unwrap_or_else(|| panic!("{name}: no front matter"));
    let head: Head = toml::from_str(front).unwrap_or_else(|e| panic!("{name}/expected.md: {e}"));
    let file = folder.join(head.page.as_deref().unwrap_or(Path::new("page.html")));
    let source = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let page = (head.content_type.as_deref() != Some("text/plain")).then(|| Page::new(&source));
    let snapshot = match &page {
        Some(page) => page.snapshot(&head.url, page.named(&head.hidden)),
        None => Snapshot { html: source, url: head.url.clone(), content_type: "text/plain".into(), ..Snapshot::default() },
    };
    Fixture { name, front: front.to_owned(), body: body.trim().to_owned(), folder, head, page, snapshot }
}

impl Fixture {
    fn read(&self) -> Reading {
        read(&self.snapshot, &Options::default()).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }

    /// Compares a reading with what is expected; one line (or diff) a difference.
    fn differences(&self, reading: &Reading) -> Vec<String> {
        let (head, mut out) = (&self.head, Vec::new());
        let mut compare = |what: &str, expected: Option<String>, found: String| {
            if let Some(expected) = expected.filter(|e| *e != found) {
                out.push(format!("{what}: expected {expected:?}, found {found:?}"));
            }
        };
        let writers = reading.byline.writers.iter().map(|w| w.name.clone()).collect::<Vec<_>>();
        compare("title", head.title.clone(), reading.title.clone());
        compare("deck_is_text", head.deck_is_text.map(|is| is.to_string()), reading.deck_is_text.to_string());
        compare("deck", head.deck.as_ref().map(|d| d.join(" / ")), reading.deck.join(" / "));
        compare("summary", head.summary.as_ref().map(|s| s.join(" / ")), reading.summary.join(" / "));
        compare("writers", head.writers.as_ref().map(|w| w.join(", ")), writers.join(", "));
        let texts = reading.article.texts();
        let printed = |d: &Dateline| [d.place.as_str(), &d.agency, d.span.of(texts[d.text as usize])].join(" | ");
        let dateline = reading.dateline.as_ref().map(printed).unwrap_or_default();
        compare("dateline", head.dateline.as_ref().map(|d| d.join(" | ")), dateline);
        let copyright = [reading.copyright_holder.as_str(), &reading.copyright].join(" | ");
        compare("copyright", head.copyright.as_ref().map(|c| c.join(" | ")), copyright);
        compare("publisher", head.publisher.clone(), reading.publisher.clone());
        compare("portal", head.portal.clone(), reading.portal.clone());
        compare("section", head.section.clone(), reading.section.clone());
        compare("lang", head.lang.clone(), reading.lang.clone());
        compare("address", head.address.clone(), reading.url.clone());
        compare("original_url", head.original_url.clone(), reading.original_url.clone());
        compare("published", head.published.clone(), time(&reading.published, &head.published));
        compare("modified", head.modified.clone(), time(&reading.modified, &head.modified));
        let lead = reading.article.lead.as_ref().map(|lead| lead.url.as_str().to_owned());
        compare("lead", head.lead.clone(), lead.unwrap_or_default());
        compare("pictures", head.pictures.as_ref().map(|p| p.join(" ")), written::pictures(&reading.article.blocks).join(" "));
        compare("kind", Some(head.kind.clone()), key(&reading.kind));
        compare("seen", head.seen.clone(), seen(reading).map(|seen| key(&seen)).unwrap_or_default());
        let why = reading.partial.as_ref().map(|partial| key(&partial.why)).unwrap_or_default();
        compare("partial", Some(head.partial.clone().unwrap_or_default()), why);
        compare("next", head.next.clone(), reading.partial.as_ref().map(|partial| partial.next.clone()).unwrap_or_default());
        if head.kind != "not-article" {
            let found = written::article(&reading.article);
            out.extend(written::difference(&self.body, &found));
            out.extend(head.removed.iter().filter_map(|(kinds, line)| not_removed(reading, kinds, line)));
        }
        out
    }

    /// Writes the body as it was read, for review.
    fn update(&self, reading: &Reading) {
        let text = format!("+++\n{}+++\n{}\n", self.front, written::article(&reading.article));
        fs::write(self.folder.join("expected.md"), text).expect("the fixture can be written");
    }
}

/// The time as written; without seconds and offset when the expectation has none.
fn time(found: &Option<malgeun::civil::DateTime>, expected: &Option<String>) -> String {
    let written = found.map(|t| t.to_string()).unwrap_or_default();
    match expected.as_ref().map(String::len) {
        Some(length) if written.is_char_boundary(length) && length <= written.len() => written[..length].to_owned(),
        _ => written,
    }
}

fn seen(reading: &Reading) -> Option<Seen> {
    reading.notes.iter().find_map(|note| if let Note::NoArticle { seen, .. } = note { Some(*seen) } else { None })
}

fn key(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What is wrong about a line that must be in the ledger; `kinds` are `a|b`. A reporter line may be in the byline instead.
fn not_removed(reading: &Reading, kinds: &str, line: &str) -> Option<String> {
    let line = collapse(line);
    if kinds.split('|').any(|k| k == "byline") && collapse(&reading.byline.text) == line {
        return None;
    }
    // A line of the page's head is not in the body (compared above) and not taken away: the reader's head says it.
    if kinds.split('|').any(|k| k == "head") && reading.removals.iter().all(|r| !collapse(&r.lines.join(" ")).contains(&line)) {
        return None;
    }
    let holding: Vec<_> = reading.removals.iter().filter(|r| collapse(&r.lines.join(" ")).contains(&line)).collect();
    let found = holding.iter().map(|r| key(&r.kind)).collect::<Vec<_>>();
    match found.as_slice() {
        [] => Some(format!("not in the ledger ({kinds}): {line:?}")),
        found if found.iter().any(|kind| kinds.split('|').any(|k| k == kind)) => None,
        _ => Some(format!("in the ledger as {}, expected {kinds}: {line:?}", found.join(", "))),
    }
}

#[test]
fn every_page_is_read_as_it_should_be() {
    let (mut report, mut failed) = (String::new(), 0);
    let fixtures = fixtures();
    for fixture in &fixtures {
        let reading = fixture.read();
        if env::var_os("UPDATE").is_some() {
            fixture.update(&reading);
        }
        let differences = fixture.differences(&reading);
        if !differences.is_empty() {
            failed += 1;
            writeln!(report, "\n{} ({})\n  {}", fixture.name, differences.len(), differences.join("\n  "))
                .expect("a string takes all");
        }
    }
    assert!(report.is_empty(), "{failed} of {} pages are read differently:\n{report}", fixtures.len());
}

#[test]
fn fixtures_are_a_browsers_serialisation() {
    for fixture in fixtures() {
        let Some(page) = &fixture.page else { continue };
        assert!(page.faults.is_empty(), "{}: {:?}", fixture.name, page.faults);
        assert_eq!(Some(page.elements.len()), fixture.head.elements, "{}: `elements` as a browser counts them", fixture.name);
        for tag in ["html", "head", "body"] {
            assert_eq!(page.elements.iter().filter(|e| e.tag == tag).count(), 1, "{}: one <{tag}>", fixture.name);
        }
    }
}

#[test]
fn reading_twice_gives_the_same() {
    for fixture in fixtures() {
        assert_eq!(fixture.read(), fixture.read(), "{}", fixture.name);
    }
}

#[test]
fn every_fact_stands_where_it_says() {
    for fixture in fixtures() {
        let reading = fixture.read();
        let texts = reading.article.texts();
        for fact in &reading.facts {
            let text =
                texts.get(fact.paragraph as usize).unwrap_or_else(|| panic!("{}: no text {}", fixture.name, fact.paragraph));
            assert!(!fact.span.of(text).is_empty(), "{}: {fact:?} slices nothing", fixture.name);
            assert!(
                !fact.sentence.of(text).is_empty() && fact.sentence.contains(fact.span),
                "{}: {fact:?} is outside its sentence",
                fixture.name
            );
        }
        let places: Vec<_> = reading.facts.iter().map(|f| (f.paragraph, f.span.start)).collect();
        assert!(places.is_sorted(), "{}: facts are not in order of place", fixture.name);
    }
}

#[test]
fn every_removal_says_why_and_where() {
    use malgeun::boilerplate::Reason::{ClassName, Element, LinkDensity, Pattern, SiteRule};
    for fixture in fixtures() {
        let reading = fixture.read();
        for removal in &reading.removals {
            let named = match &removal.reason {
                SiteRule(name) | ClassName(name) | Element(name) => !name.is_empty(),
                Pattern(id) => !id.is_empty(),
                LinkDensity(share) => (0.0..=1.0).contains(share),
                _ => true,
            };
            assert!(named, "{}: {removal:?} has no reason", fixture.name);
            assert!(removal.node.is_some() || !removal.lines.is_empty(), "{}: {removal:?} is nothing", fixture.name);
            assert!(removal.position as usize <= reading.article.blocks.len(), "{}: {removal:?} stands nowhere", fixture.name);
        }
    }
}

#[test]
fn what_is_hidden_exists_and_holds_nothing_kept() {
    for fixture in fixtures() {
        let reading = fixture.read();
        let faults = match &fixture.page {
            Some(page) => page.hiding_faults(&reading, &fixture.snapshot.hidden),
            None => reading.hide.iter().map(|hidden| format!("a text page has no {hidden:?}")).collect(),
        };
        assert!(faults.is_empty(), "{}: {faults:#?}", fixture.name);
    }
}

#[test]
fn a_page_that_counts_differently_is_left_alone() {
    for fixture in fixtures() {
        let Some(count) = fixture.snapshot.elements else { continue };
        let snapshot = Snapshot { elements: Some(count + 1), ..fixture.snapshot.clone() };
        let reading = read(&snapshot, &Options::default()).expect("within the limits");
        assert!(reading.hide.is_empty(), "{}: hides {:?}", fixture.name, reading.hide);
        assert!(
            reading.notes.iter().any(|n| matches!(n, Note::CountDiffers { page, core } if *page == count + 1 && *core == count)),
            "{}: {:?}",
            fixture.name,
            reading.notes
        );
    }
}

#[test]
fn a_page_without_an_article_says_what_it_saw() {
    for fixture in fixtures().iter().filter(|f| f.head.kind == "not-article") {
        let reading = fixture.read();
        assert_eq!(reading.kind, PageKind::NotArticle, "{}", fixture.name);
        assert!(seen(&reading).is_some(), "{}: {:?}", fixture.name, reading.notes);
        assert!(reading.hide.is_empty() && reading.confidence == 0.0, "{}: the page stays as it was", fixture.name);
    }
}

#[test]
fn confidence_is_a_share_and_a_text_has_some() {
    for fixture in fixtures() {
        let reading = fixture.read();
        assert!((0.0..=1.0).contains(&reading.confidence), "{}: {}", fixture.name, reading.confidence);
        assert_eq!(reading.confidence > 0.0, reading.kind.is_readable(), "{}: {}", fixture.name, reading.confidence);
    }
}

/// Sizes of chunks, in bytes, rounded up to whole characters.
const CHUNKS: [usize; 3] = [1, 7, 1024];

#[test]
fn a_page_that_comes_in_chunks_is_the_same_page() {
    use malgeun::dom::scan::{scan, scan_chunks};
    for fixture in fixtures().iter().filter(|f| f.page.is_some()) {
        let html = fixture.snapshot.html.as_str();
        let whole = format!("{:?}", scan(html).expect("within the limits"));
        for size in CHUNKS {
            let cut = |from: usize| (from + size..html.len()).find(|at| html.is_char_boundary(*at)).unwrap_or(html.len());
            let starts = std::iter::successors(Some(0), |from| Some(cut(*from)).filter(|to| *to < html.len()));
            let parts = scan_chunks(starts.map(|from| &html[from..cut(from)])).expect("within the limits");
            assert!(format!("{parts:?}") == whole, "{}: read otherwise in chunks of {size} bytes", fixture.name);
        }
    }
}
