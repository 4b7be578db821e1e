//! How many citations equal citeproc-js, and how long one takes.

use crate::citeproc;
use malgeun::cite::{self, Author, Group, Item, Style};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// Prints how many entries and references in the text equal citeproc-js (locale en-US).
pub(crate) fn agreement(folder: &Path) {
    let Some(pairs) = citeproc::pairs(folder) else {
        println!("skipped: no citeproc-js results at {}", folder.display());
        return;
    };
    let same = |at: usize| pairs.iter().filter(|pair| pair.ours[at] == pair.theirs[at]).count();
    println!("citeproc-js, {} styles, {} items each:", citeproc::STYLES.len(), pairs.len() / citeproc::STYLES.len());
    println!("  {} of {} entries and {} references in the text are equal", same(0), pairs.len(), same(1));
    for pair in pairs.iter().filter(|pair| pair.ours != pair.theirs) {
        println!("  other: {} {}", pair.style.id(), pair.id);
    }
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
