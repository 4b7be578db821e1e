//! Every block with its label and answer, a page a line of JSON: for sums over kinds of mistakes.

use crate::cross;
use crate::pages::Page;
use malgeun::boilerplate::learned::words::Priors;
use serde_json::{Value, json};
use std::path::Path;

/// Elements around a block that are named.
const AROUND: usize = 6;

/// Letters of a block that are kept.
const LETTERS: usize = 400;

pub(crate) fn write(pages: &[Page], said: &[Vec<f32>], file: &Path) {
    let lines: Vec<String> = pages.iter().zip(said).filter(|(p, _)| p.truth.is_some()).map(|(p, s)| line(p, s)).collect();
    std::fs::write(file, lines.join("\n")).expect("the file can be written");
}

fn line(page: &Page, said: &[f32]) -> String {
    let priors = Priors::default();
    let evidence = page.evidence(&priors);
    let taken = cross::taken(page, said);
    let name = |n| {
        let class = page.document.attribute(n, "class").unwrap_or_default().replace(' ', ".");
        format!("{}.{class}", page.document.name(n))
    };
    let block = |index: usize| -> Value {
        let (block, label) = (&page.blocks[index], &page.labels[index]);
        let around: Vec<String> = page.document.ancestors(block.inner).take(AROUND).map(name).collect();
        let nodes: Vec<u32> = page.document.ancestors(block.inner).map(|n| n.0).collect();
        json!({ "nodes": nodes,
            "inside": label.inside, "known": label.weight > 0.0, "said": said[index], "taken": taken[index],
            "image": block.image.is_some(), "text": block.text.chars().take(LETTERS).collect::<String>(),
            "tokens": crate::score::tokens(&block.text, page.rule).len(), "links": block.link_density(),
            "around": around.join(" < "), "zone": evidence.zones[block.inner.index()].as_ref().map(|(k, _)| format!("{k:?}")),
            "named": evidence.named[block.inner.index()].map(|k| format!("{k:?}")),
            "title": block.text == page.title,
        })
    };
    let blocks: Vec<Value> = (0..page.blocks.len()).map(block).collect();
    let score = cross::score(page, said);
    json!({"set": page.set, "id": page.id, "kind": page.kind, "domain": page.domain, "score": score, "blocks": blocks})
        .to_string()
}
