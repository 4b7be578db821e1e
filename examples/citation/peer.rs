//! How many citations equal citeproc-js, and how long one takes.

use malgeun::cite::{self, Author, Group, Item, Locale, Style};
use serde_json::Value;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The styles with their names in the peer's files.
const STYLES: [&str; 11] = [
    "apa",
    "modern-language-association",
    "chicago-notes-bibliography",
    "chicago-author-date",
    "harvard-cite-them-right",
    "ieee",
    "nlm-citation-sequence",
    "iso690-author-date-en",
    "iso690-numeric-en",
    "china-national-standard-gb-t-7714-2015-numeric",
    "sist02",
];

/// Prints how many entries and references in the text equal citeproc-js (locale en-US).
pub(crate) fn agreement(folder: &Path) {
    let Some(items) = super::text(&folder.join("items.json")).and_then(|text| cite::items(&text).ok()) else {
        println!("skipped: no citeproc-js results at {}", folder.display());
        return;
    };
    let (mut same, mut all) = ([0, 0], 0);
    for (name, style) in STYLES.iter().filter_map(|name| Some((name, Style::from_name(name)?))) {
        let text = super::text(&folder.join(format!("expected-{name}.json"))).unwrap_or_default();
        let Ok(peer) = serde_json::from_str::<Value>(&text) else { continue };
        for (id, item) in &items {
            let ours =
                [style.number(1) + &cite::format_in(item, style, Locale::American).plain(), cite::in_text(item, style).plain()];
            let theirs = ["bib", "cite"].map(|key| peer[id]["en-US"][key].as_str().unwrap_or_default().trim().to_owned());
            all += 1;
            (0..ours.len()).for_each(|at| same[at] += u32::from(ours[at] == theirs[at]));
        }
    }
    println!("citeproc-js: {} of {all} entries and {} of {all} references in the text are equal", same[0], same[1]);
}

/// Citations of each style that are timed.
const ROUNDS: usize = 2000;

/// Prints the time of one citation: the median style and the slowest.
pub(crate) fn cost() {
    let author = |name: &str| Author { name: name.to_owned(), role: "기자".to_owned(), ..Author::default() };
    let item = Item {
        title: "“바람 길 낸다” 굴뚝 앞에 선 사람들".to_owned(),
        authors: vec![author("서은결"), author("Pieter van den Berg")],
        publisher: "맑은신문".to_owned(),
        published: malgeun::civil::Date::new(2024, 10, 1).map(Into::into),
        accessed: malgeun::civil::Date::new(2026, 11, 20),
        url: "https://www.malgeun.example/기사/1160552.html".to_owned(),
        lang: "ko".to_owned(),
        ..Item::default()
    };
    let mut times: Vec<(Duration, Style)> = Style::all().map(|style| (time(&item, style), style)).collect();
    times.sort_by_key(|(time, _)| *time);
    let (median, (slowest, style)) = (times[times.len() / 2].0, times[times.len() - 1]);
    let data = Style::all().filter(|style| style.group() == Group::Data).count();
    let micro = |time: Duration| time.as_secs_f64() * 1e6;
    println!(
        "{} styles ({data} data formats), one citation: median {:.1} µs, slowest {:.1} µs ({})",
        times.len(),
        micro(median),
        micro(slowest),
        style.id()
    );
}

fn time(item: &Item, style: Style) -> Duration {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(cite::format(black_box(item), style));
    }
    start.elapsed() / ROUNDS as u32
}
