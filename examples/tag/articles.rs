//! The project's own articles: those that were written for this, and those of `examples/measure`. People, bodies and places are
//! marked in them.

use crate::marked::unmarked;
use crate::records::Record;
use malgeun::facts::tagger::Tagger;
use malgeun::facts::tagger::label::Label;
use malgeun::facts::{Context, find_with_names};
use std::path::Path;

/// The articles in the order of their files.
pub(crate) fn own() -> Result<Vec<Record>, String> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut out = read(&examples.join("measure/articles"), "\n===\n")?;
    out.extend(read(&examples.join("tag/articles"), "\n## ")?);
    Ok(out)
}

/// The articles of a folder; `between` stands between two of one file.
fn read(folder: &Path, between: &str) -> Result<Vec<Record>, String> {
    let say = |e: std::io::Error| format!("{}: {e}", folder.display());
    let paths: Result<Vec<_>, _> = std::fs::read_dir(folder).map_err(say)?.map(|entry| entry.map(|e| e.path())).collect();
    let mut paths = paths.map_err(say)?;
    paths.sort_unstable();
    let mut out = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(say)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let articles = text.split(between).map(|part| part.split("\n---\n").next().unwrap_or_default());
        out.extend(articles.enumerate().map(|(at, article)| record(format!("{name}-{at}"), without_head(article))));
    }
    Ok(out)
}

/// An article without its number ("## 12").
fn without_head(article: &str) -> &str {
    let numbered = article.trim_start_matches("## ").trim_start_matches(|c: char| c.is_ascii_digit());
    numbered.strip_prefix('\n').unwrap_or(article).trim()
}

fn record(id: String, marked: &str) -> Record {
    let (text, names) = unmarked(marked);
    let label = |kind: char| match kind {
        'P' => Label::Person,
        'O' => Label::Organisation,
        _ => Label::Place,
    };
    let labels = names.into_iter().map(|(start, end, kind)| (start, end, label(kind))).collect();
    Record { id, text, coarse: Vec::new(), fine: Vec::new(), labels }
}

/// Adds the titles, works and events that a tagger finds, which nobody marked.
pub(crate) fn complete(record: &mut Record, tagger: &Tagger) {
    let texts: Vec<&str> = record.text.split('\n').collect();
    let context = Context { lang: "ko", taggers: std::slice::from_ref(tagger), ..Context::default() };
    let mut found = Vec::new();
    for name in find_with_names(&texts, &context).1 {
        let before: usize = texts[..name.paragraph as usize].iter().map(|t| t.chars().count() + 1).sum();
        let own = texts[name.paragraph as usize];
        let at = |byte: u32| before + own[..byte as usize].chars().count();
        let (start, end) = (at(name.span.start), at(name.span.end));
        let free = record.labels.iter().all(|l| l.1 <= start || end <= l.0);
        if free && matches!(name.label, Label::Title | Label::Work | Label::Event) {
            found.push((start, end, name.label));
        }
    }
    record.labels.extend(found);
    record.labels.sort_unstable();
}
