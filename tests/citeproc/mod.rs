//! Our citations beside those of citeproc-js, the reference processor of citation styles, where its results are at hand
//! (`items.json`, `expected-<style>.json`).

use malgeun::cite::{self, Locale, Style};
use serde_json::Value;
use std::{fs, path::Path};

/// The styles with their names in the peer's files.
pub(crate) const STYLES: [&str; 11] = [
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

/// An item in a style: the entry and the reference in the text, ours and theirs (locale en-US).
pub(crate) struct Pair {
    pub(crate) style: Style,
    pub(crate) id: String,
    pub(crate) ours: [String; 2],
    pub(crate) theirs: [String; 2],
}

/// Every item in every style; nothing where the folder holds no items. Panics where a result of the peer is missing.
pub(crate) fn pairs(folder: &Path) -> Option<Vec<Pair>> {
    let items = fs::read_to_string(folder.join("items.json")).ok()?;
    let items = cite::items(&items).expect("CSL-JSON");
    let mut out = Vec::new();
    for name in STYLES {
        let style = Style::from_name(name).expect("a style");
        let file = fs::read_to_string(folder.join(format!("expected-{name}.json"))).expect("the peer's results");
        let peer: Value = serde_json::from_str(&file).expect("JSON");
        out.extend(items.iter().map(|(id, item)| {
            let bib = cite::format_in(item, style, Locale::American).plain();
            let ours = [style.number(1) + &bib, cite::in_text(item, style).plain()];
            let theirs = ["bib", "cite"].map(|key| peer[id]["en-US"][key].as_str().expect("text").trim().to_owned());
            Pair { style, id: id.clone(), ours, theirs }
        }));
    }
    Some(out)
}
