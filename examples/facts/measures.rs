//! What numbers in single sentences measure: `measures.tsv` beside this file, over the sentences of `klue_ner`.

use crate::fit::{Same, measures_fit};
use crate::places::places;
use serde_json::{Value, json};

/// Prints how many of the numbers measure what the places say.
pub(crate) fn table(truth: &[Value], said: &[Value]) {
    let (mut right, mut all) = (0, 0);
    for (id, [start, end, from, to]) in places() {
        let Some(sentence) = truth.iter().find(|record| record["id"] == id) else { continue };
        let phrase: String =
            sentence["text"].as_str().unwrap_or_default().chars().skip(from as usize).take((to - from) as usize).collect();
        let number = Same::of(&json!({ "start": start, "end": end }));
        let answer = said.iter().find(|record| record["id"] == id).and_then(|record| record["quantities"].as_array());
        let found = answer.into_iter().flatten().find(|quantity| Same::of(quantity).shared(number) > 0);
        all += 1;
        right += usize::from(found.is_some_and(|quantity| measures_fit(&json!(phrase), &quantity["measures"])));
    }
    if all > 0 {
        println!("klue_ner: {right} of {all} numbers with what they measure, {:.3}", right as f64 / all as f64);
    }
}
