//! Runs an extractor of crates.io over pages: one path a line in, one JSON object `{"file", "text", "cpu_ms"}` a line out.
//! Arguments: `dom_smoothie` or `rs-trafilatura`; how often each page is read (the least CPU time counts).

use cpu_time::ProcessTime;
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let extract = match arguments.next().as_deref() {
        Some("dom_smoothie") => dom_smoothie,
        Some("rs-trafilatura") => rs_trafilatura,
        other => return Err(io::Error::other(format!("expected dom_smoothie or rs-trafilatura, found {other:?}"))),
    };
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(1);
    for file in io::stdin().lock().lines() {
        let file = file?;
        let html = String::from_utf8_lossy(&std::fs::read(&file)?).into_owned();
        let (text, cpu_ms) = timed(extract, &html, runs);
        writeln!(io::stdout().lock(), "{}", serde_json::json!({"file": file, "text": text, "cpu_ms": cpu_ms}))?;
    }
    Ok(())
}

/// The text and the least time of the runs in milliseconds.
fn timed(extract: fn(&str) -> String, html: &str, runs: u32) -> (String, f64) {
    let (mut text, mut least) = (String::new(), f64::INFINITY);
    for _ in 0..runs.max(1) {
        let began = ProcessTime::now();
        text = extract(html);
        least = least.min(began.elapsed().as_secs_f64() * 1000.0);
    }
    (text, least)
}

/// A peer that fails has found nothing.
fn dom_smoothie(html: &str) -> String {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let article = dom_smoothie::Readability::new(html, None, Some(config)).and_then(|mut readability| readability.parse());
    article.map(|article| article.text_content.to_string()).unwrap_or_default()
}

fn rs_trafilatura(html: &str) -> String {
    rs_trafilatura::extract(html).map(|result| result.content_text).unwrap_or_default()
}
