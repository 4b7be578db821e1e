//! How long a click takes: reading each fixture page, finding its facts, writing its citation, cleaning an address.
//! The pages are as a browser serialises them, so this is the work of the wasm, without the browser's own.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use malgeun::cite::{Style, format, url::clean};
use malgeun::facts::{Context, find};
use malgeun::reading::Reading;
use malgeun::{Options, Snapshot};
use std::fs;
use std::hint::black_box;
use std::path::Path;

/// Name and page of every fixture, in order of name.
fn pages() -> Vec<(String, Snapshot)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let entries = fs::read_dir(folder).expect("the fixture pages").flatten().map(|entry| entry.path());
    let page = |path: std::path::PathBuf| {
        let html = fs::read_to_string(path.join("page.html")).ok()?;
        let snapshot = Snapshot { html, content_type: "text/html".to_owned(), ..Snapshot::default() };
        Some((path.file_name()?.to_string_lossy().into_owned(), snapshot))
    };
    let mut pages: Vec<_> = entries.filter_map(page).collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(!pages.is_empty(), "expected pages in tests/fixtures/pages");
    pages
}

fn reading(snapshot: &Snapshot) -> Reading {
    malgeun::read(black_box(snapshot), &Options::default()).expect("a fixture is within the limits")
}

fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    for (name, snapshot) in pages() {
        group.throughput(Throughput::Bytes(snapshot.html.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &snapshot, |bencher, snapshot| {
            bencher.iter(|| reading(snapshot))
        });
    }
    group.finish();
}

/// Of the page with the longest body.
fn facts_and_citation(criterion: &mut Criterion) {
    let readings = pages().into_iter().map(|(_, snapshot)| reading(&snapshot));
    let longest = readings.max_by_key(|reading| reading.article.plain_text().len()).expect("a page");
    let texts = longest.article.texts();
    let context = Context { published: longest.published, lang: &longest.lang, title: &longest.title, ..Context::default() };
    criterion.bench_function("facts", |bencher| bencher.iter(|| find(black_box(&texts), &context)));
    for style in [Style::FootnoteKo, Style::Apa, Style::Biblatex] {
        let name = format!("cite/{}", style.id());
        criterion.bench_function(&name, |bencher| bencher.iter(|| format(black_box(&longest.citation), style)));
    }
    let url = "https://news.naver.com/main/read.naver?mode=LSD&mid=shm&sid1=101&oid=028&aid=0002709999&utm_source=x";
    criterion.bench_function("cite/url", |bencher| bencher.iter(|| clean(black_box(url))));
}

criterion_group!(benches, read, facts_and_citation);
criterion_main!(benches);
