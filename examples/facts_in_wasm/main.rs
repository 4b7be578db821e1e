//! The facts part by itself as wasm, for `./build.sh bench facts`: `time.mjs` runs it in the engine that Chromium has and weighs
//! the file, which holds the rules, their tables and the learned weights, and nothing of the extraction or the interface.
#![cfg(target_arch = "wasm32")]

use malgeun::facts::tagger::Tagger;
use malgeun::facts::{self, Context};
use wasm_bindgen::prelude::wasm_bindgen;

static NAMES: [Tagger; 2] = [
    Tagger::built_in(include_bytes!("../../src/facts/tagger/learned/ko.bin")),
    Tagger::built_in(include_bytes!("../../src/facts/tagger/learned/en.bin")),
];

/// The number of facts of a text, a paragraph a line.
#[wasm_bindgen]
pub fn facts(text: &str, lang: &str, with_tagger: bool) -> usize {
    let lines: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
    let taggers: &[Tagger] = if with_tagger { &NAMES } else { &[] };
    facts::find(&lines, &Context { lang, taggers, ..Context::default() }).len()
}
