//! What finding facts costs: the time for 1,000 characters in articles, with the tagger of names and without, and for texts of
//! growing length, which must cost the same for each character.

use malgeun::facts::tagger::Tagger;
use malgeun::facts::{self, Context};
use serde_json::Value;
use std::hint::black_box;
use std::time::Duration;

static NAMES: [Tagger; 2] = [
    Tagger::built_in(include_bytes!("../../src/facts/tagger/learned/ko.bin")),
    Tagger::built_in(include_bytes!("../../src/facts/tagger/learned/en.bin")),
];

/// Runs of which the fastest counts.
const ROUNDS: usize = 7;
/// The article length that the aim is given for, in characters.
const ARTICLE: usize = 2500;

/// Prints milliseconds for 1,000 characters of each set of articles, then of one text repeated.
pub(crate) fn table<'s>(sets: impl Iterator<Item = (&'s str, &'s [Value])>) {
    println!();
    let articles = ["korean_news_facts", "seed_hani"];
    let texts: Vec<String> = sets
        .filter(|(name, _)| articles.contains(name))
        .flat_map(|(_, records)| records.iter().filter_map(|r| r["text"].as_str().map(str::to_owned)))
        .collect();
    let whole: Vec<&str> = texts.iter().map(String::as_str).collect();
    if whole.is_empty() {
        return;
    }
    let with = Context { lang: "ko", taggers: &NAMES, ..Context::default() };
    for (name, context) in [("rules and tagger", &with), ("rules alone", &Context { taggers: &[], ..with.clone() })] {
        let times: Vec<(f64, usize)> = whole.iter().map(|text| (time(text, context), text.chars().count())).collect();
        let (sum, chars) = times.iter().fold((0.0, 0), |(s, c), (t, n)| (s + t, c + n));
        let slowest = times.iter().map(|(t, n)| 1000.0 * t / *n as f64).fold(0.0, f64::max);
        let mean = 1000.0 * sum / chars as f64;
        println!(
            "{name}: {mean:.3} ms for 1,000 characters of {} articles (slowest {slowest:.3}); {ARTICLE} characters {:.2} ms",
            whole.len(),
            mean * ARTICLE as f64 / 1000.0
        );
    }
    let joined = whole.join("\n\n");
    let of_length = |length: usize| -> String { joined.chars().cycle().take(length).collect() };
    let lengths = [ARTICLE, 4 * ARTICLE, 16 * ARTICLE];
    let line = lengths.map(|length| format!("{length}: {:.3}", 1000.0 * time(&of_length(length), &with) / length as f64));
    println!("milliseconds for 1,000 characters of a text of so many: {}", line.join(", "));
}

/// Processor time that this program has used: other programs of the machine do not count.
#[cfg(unix)]
fn used() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    let micros = getrusage(UsageWho::RUSAGE_SELF).map_or(0, |usage| usage.user_time().num_microseconds());
    Duration::from_micros(u64::try_from(micros).unwrap_or(0))
}

/// Elapsed time, where the system does not say what a program used.
#[cfg(not(unix))]
fn used() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// The least milliseconds for one text.
fn time(text: &str, context: &Context<'_>) -> f64 {
    let lines: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
    let run = || {
        let start = used();
        black_box(facts::find(black_box(&lines), context));
        (used() - start).as_secs_f64() * 1000.0
    };
    (0..ROUNDS).map(|_| run()).fold(f64::MAX, f64::min)
}
