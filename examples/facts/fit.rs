//! When an answer fits a truth: spans by their common characters, numbers in any unit of the same measure, phrases by common
//! words, speakers by any of their names.

use crate::value::{letters, name};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// A half-open range of characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Same {
    start: i64,
    end: i64,
}

impl Same {
    /// Of an entry with `start` and `end`.
    pub(crate) fn of(entry: &Value) -> Self {
        Self { start: entry["start"].as_i64().unwrap_or(0), end: entry["end"].as_i64().unwrap_or(0) }
    }

    /// Of `[start, end]`.
    pub(crate) fn pair(pair: &Value) -> Self {
        Self { start: pair[0].as_i64().unwrap_or(0), end: pair[1].as_i64().unwrap_or(0) }
    }

    /// Of a list of pairs.
    pub(crate) fn list(entry: &Value, name: &str) -> Vec<Self> {
        entry[name].as_array().map_or(Vec::new(), |list| list.iter().map(Self::pair).collect())
    }

    /// Common characters.
    pub(crate) fn shared(self, other: Self) -> i64 {
        (self.end.min(other.end) - self.start.max(other.start)).max(0)
    }

    /// Common characters in those of both.
    pub(crate) fn share(self, other: Self) -> f64 {
        let shared = self.shared(other);
        if shared == 0 { 0.0 } else { shared as f64 / (self.end.max(other.end) - self.start.min(other.start)) as f64 }
    }
}

/// Pairs one to one, the best fit first and then the earlier; what does not fit stays alone.
pub(crate) fn pairs(truth: usize, said: usize, fit: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let all = (0..truth).flat_map(|a| (0..said).map(move |b| (a, b)));
    let mut all: Vec<(f64, usize, usize)> = all.map(|(a, b)| (fit(a, b), a, b)).filter(|each| each.0 > 0.0).collect();
    all.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (_, a, b) in all {
        if !out.iter().any(|pair| pair.0 == a || pair.1 == b) {
            out.push((a, b));
        }
    }
    out
}

/// Units of a measure, by how many of its smallest.
const UNITS: [(&[&str], f64, &str); 17] = [
    (&["초"], 1.0, "s"),
    (&["분"], 60.0, "s"),
    (&["시간"], 3600.0, "s"),
    (&["일"], 86400.0, "s"),
    (&["주", "주일", "주간"], 604_800.0, "s"),
    (&["달", "개월"], 2_629_800.0, "s"),
    (&["년", "해"], 31_557_600.0, "s"),
    (&["mm"], 0.001, "si"),
    (&["cm"], 0.01, "si"),
    (&["m", "미터"], 1.0, "si"),
    (&["km", "킬로미터"], 1000.0, "si"),
    (&["g"], 0.001, "si"),
    (&["kg"], 1.0, "si"),
    (&["t", "톤"], 1000.0, "si"),
    (&["m2", "제곱미터"], 1.0, "si"),
    (&["km2", "제곱킬로미터"], 1e6, "si"),
    (&["ha", "헥타르"], 1e4, "si"),
];
const POWERS: [(char, f64); 6] = [('십', 10.0), ('백', 100.0), ('천', 1e3), ('만', 1e4), ('억', 1e8), ('조', 1e12)];

fn factor(unit: &Value) -> (f64, String) {
    let text: String = unit.as_str().unwrap_or_default().nfkc().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect();
    if let Some((_, factor, measure)) = UNITS.iter().find(|(names, ..)| names.contains(&text.as_str())) {
        return (*factor, (*measure).to_owned());
    }
    let (mut rest, mut factor) = (text.as_str(), 1.0);
    while let Some((power, tail)) = rest.chars().next().and_then(|c| {
        let power = POWERS.iter().find(|p| p.0 == c)?.1;
        Some((power, &rest[c.len_utf8()..])).filter(|(_, tail)| !tail.is_empty())
    }) {
        (factor, rest) = (factor * power, tail);
    }
    (factor, rest.to_owned())
}

fn number_fits(truth: &Value, said: &Value, by: (f64, f64)) -> bool {
    if truth.is_null() || said.is_null() {
        return truth.is_null() && said.is_null();
    }
    let (Some(a), Some(b)) = (truth.as_f64(), said.as_f64()) else {
        let digits = |v: &Value| {
            let text = v.as_str().map_or(v.to_string(), str::to_owned);
            let one = |c: char| if matches!(c, ':' | '~' | '∼' | '–' | '—') { '-' } else { c };
            text.chars().map(one).filter(|c| c.is_ascii_digit() || *c == '-').collect::<String>()
        };
        return digits(truth) == digits(said);
    };
    let (x, y) = (a * by.0, b * by.1);
    let most = x.abs().max(y.abs());
    if a != 0.0 && a.abs() < 1.0 { (x - y).abs() <= 2e-3 * most } else { (x - y).abs() <= 1e-6 * most.max(1e-12) }
}

/// Whether a quantity has the true value, or the true bounds.
pub(crate) fn quantity_fits(truth: &Value, said: &Value) -> bool {
    let ((a, measure), (b, other)) = (factor(&truth["unit"]), factor(&said["unit"]));
    let mut units = [(a, b), (1.0, 1.0)].into_iter().skip(usize::from(measure != other));
    let fits = |by: (f64, f64)| {
        if !truth["value"].is_null() {
            return number_fits(&truth["value"], &said["value"], by);
        }
        let bounded = said["value"].is_null() || !said["min"].is_null() || !said["max"].is_null();
        number_fits(&truth["min"], &said["min"], by) && number_fits(&truth["max"], &said["max"], by) && bounded
    };
    units.any(fits)
}

const PARTICLES: [&str; 23] = [
    "으로부터",
    "로부터",
    "에게서",
    "으로는",
    "에서는",
    "에서",
    "에게",
    "까지",
    "부터",
    "으로",
    "이나",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
    "로",
];

fn words(phrase: &Value) -> Vec<String> {
    let text: String = phrase.as_str().unwrap_or_default().nfkc().collect();
    let stem = |word: &str| {
        let word = letters(word);
        if word.chars().count() <= 2 {
            return word;
        }
        let cut = PARTICLES.iter().find_map(|p| word.strip_suffix(p)).filter(|cut| !cut.is_empty());
        cut.map_or(word.clone(), str::to_owned)
    };
    let mut out: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '·' | ',' | '(' | ')' | '/'))
        .map(stem)
        .filter(|word| !word.is_empty())
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether two phrases share at least half of their words.
pub(crate) fn measures_fit(truth: &Value, said: &Value) -> bool {
    let (a, b) = (words(truth), words(said));
    if a.is_empty() || b.is_empty() {
        return a == b;
    }
    4 * a.iter().filter(|word| b.contains(word)).count() >= a.len() + b.len()
}

/// All names of the body that a record knows by this one.
pub(crate) fn names_of(record: &Value, given: &str) -> Vec<String> {
    let mut out = vec![name(given)];
    for body in record["organisations"].as_array().into_iter().flatten() {
        let aliases = body["aliases"].as_array().into_iter().flatten().chain([&body["name"]]);
        let names: Vec<String> = aliases.filter_map(Value::as_str).map(name).collect();
        if names.contains(&out[0]) {
            out.extend(names);
        }
    }
    out
}

/// Whether the speaker of a quotation is the true one.
pub(crate) fn speaker_fits(record: &Value, truth: &Value, said: &Value) -> bool {
    let text = |v: &Value| v["speaker"].as_str().unwrap_or_default().to_owned();
    let (a, b) = (text(truth), text(said));
    if a.is_empty() || b.is_empty() {
        return a.is_empty() && b.is_empty();
    }
    let (own, other) = (name(&a), name(&b));
    if own == other {
        return true;
    }
    match truth["speaker_kind"].as_str() {
        Some("role" | "anonymous") => {
            let long = own.chars().count().min(other.chars().count()) >= 2;
            long && (own.contains(&other) || other.contains(&own))
        }
        Some("organisation") => names_of(record, &a).contains(&other),
        _ => speakers(&a) == speakers(&b),
    }
}

fn speakers(text: &str) -> Vec<String> {
    let mut out: Vec<String> = text.replace(" 및 ", "·").split(['·', ',', '/']).map(name).filter(|n| !n.is_empty()).collect();
    out.sort_unstable();
    out.dedup();
    out
}
