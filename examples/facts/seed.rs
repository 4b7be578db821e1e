//! The article that the project began with: which of its annotated spans are found, and with their values.

use crate::value;
use serde_json::Value;

/// What the truth calls a span, and where the answer keeps it: its list, or the flat one.
fn list_of(kind: &str) -> &'static str {
    if kind == "QUOTE" { "quotes" } else { "spans" }
}

fn meets(truth: &Value, said: &Value) -> bool {
    let place = |v: &Value| (v["start"].as_i64().unwrap_or(-1), v["end"].as_i64().unwrap_or(-1));
    let ((a, b), (c, d)) = (place(truth), place(said));
    let kind = |v: &Value| match v["type"].as_str() {
        Some("MONEY" | "PERCENT" | "ORDINAL") => "QUANTITY".to_owned(),
        kind => kind.unwrap_or("QUOTE").to_owned(),
    };
    let alike = |kind: String| if matches!(kind.as_str(), "DATETIME" | "TIME") { "DATE".to_owned() } else { kind };
    a < d && c < b && alike(kind(truth)) == alike(kind(said))
}

fn fits(truth: &Value, said: &Value) -> bool {
    (truth["value"].is_null() || value::equal(&truth["value"], &said["value"]))
        && (truth["speaker"].is_null() || truth["speaker"] == said["speaker"])
}

/// Prints the share of the spans that are found with their values, and those that are not.
pub(crate) fn table(truth: &[Value], said: &[Value], aim: f64) {
    for record in truth {
        let Some(answer) = said.iter().find(|answer| answer["id"] == record["id"]) else { continue };
        let text: Vec<char> = record["text"].as_str().unwrap_or_default().chars().collect();
        let spans = record["spans"].as_array().map_or(&[][..], Vec::as_slice);
        let found = |span: &Value| {
            let answers = answer[list_of(span["type"].as_str().unwrap_or_default())].as_array();
            let mut own = answers.into_iter().flatten().filter(|said| meets(span, said));
            own.any(|said| fits(span, said))
        };
        let missed: Vec<&Value> = spans.iter().filter(|span| !found(span)).collect();
        let share = 100.0 * (spans.len() - missed.len()) as f64 / spans.len().max(1) as f64;
        let (name, all, here) = (record["id"].as_str().unwrap_or_default(), spans.len(), spans.len() - missed.len());
        println!("\n{name}: {here} of {all} spans with their values, {share:.1} % (aim {aim:.0} %)");
        let sums = |v: &Value| v["checks"].as_array().map_or(0, Vec::len);
        println!("{name}: sums {} of {}", sums(answer), sums(record));
        for span in missed {
            let place = |key: &str| usize::try_from(span[key].as_i64().unwrap_or(0)).unwrap_or(0).min(text.len());
            let words: String = text[place("start")..place("end")].iter().take(30).collect();
            println!("  missed {}: {words}", span["type"].as_str().unwrap_or_default());
        }
    }
}
