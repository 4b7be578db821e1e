// TOML to Rust literals. A table becomes a struct literal whose type is named after its key (`[byline_words]` is
// `BylineWords`, each `[[pattern]]` a `Pattern`); missing keys take the type's `NONE`; the key `kind` holds an enum. In
// tables of `LISTS` an array of words becomes a `WordList`, one of tables with a `word` a `List`, with the letters of the words.
#[path = "../src/lang/letters.rs"]
mod letters;
#[path = "../src/lang/syllables.rs"]
mod syllables;
use letters::Letters;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// One generated file: every TOML file of `source` (a folder or one file) becomes one `type_name` in a slice `name`.
pub struct Source {
    pub source: &'static str,
    pub target: &'static str,
    pub name: &'static str,
    pub type_name: &'static str,
    pub check: fn(&Table) -> Result<(), String>,
}

pub const ALL: &[Source] = &[
    Source { source: "src/lang", target: "lang.rs", name: "PACKS", type_name: "LangPack", check: super::checks::lang },
    Source { source: "src/facts/mark.toml", target: "mark.rs", name: "MARK_TABLES", type_name: "MarkTable", check: super::checks::any },
    Source { source: "src/facts/units.toml", target: "units.rs", name: "UNIT_TABLES", type_name: "UnitTable", check: super::checks::any },
    Source { source: "src/rules/sites", target: "sites.rs", name: "SITES", type_name: "SiteRule", check: super::checks::site },
    Source { source: "src/rules/boilerplate", target: "boilerplate.rs", name: "PATTERN_FILES", type_name: "PatternFile", check: super::checks::patterns },
    Source { source: "src/rules/publishers.toml", target: "publishers.rs", name: "PUBLISHER_TABLES", type_name: "PublisherTable", check: super::checks::any },
    Source { source: "src/rules/class_names.toml", target: "class_names.rs", name: "CLASS_NAME_TABLES", type_name: "ClassNameTable", check: super::checks::any },
    Source { source: "src/boilerplate/learned/page_types.toml", target: "page_types.rs", name: "PAGE_TYPE_TABLES", type_name: "PageTypeTable", check: super::checks::any },
    Source { source: "src/boilerplate/thread.toml", target: "thread.rs", name: "THREAD_TABLES", type_name: "ThreadTable", check: super::checks::any },
    Source { source: "src/article/markup.toml", target: "markup.rs", name: "MARKUP_TABLES", type_name: "MarkupTable", check: super::checks::any },
    Source { source: "src/article/embeds.toml", target: "embeds.rs", name: "EMBED_TABLES", type_name: "EmbedTable", check: super::checks::any },
    Source { source: "src/article/signed.toml", target: "signed.rs", name: "SIGNED_TABLES", type_name: "SignedTable", check: super::checks::any },
    Source { source: "src/reading/kind/words.toml", target: "kind_words.rs", name: "KIND_WORDS", type_name: "KindWords", check: super::checks::any },
    Source { source: "src/cite/words.toml", target: "cite_words.rs", name: "WORD_TABLES", type_name: "CiteWords", check: super::checks::any },
    Source { source: "src/cite/tracking.toml", target: "tracking.rs", name: "TRACKING_TABLES", type_name: "TrackingTable", check: super::checks::tracking },
];

/// Tables whose words are looked up in running text.
const LISTS: &[&str] = &["LangPack", "MarkTable"];

/// Keys of those tables whose words stay as they stand: their places say what they mean.
const SEQUENCES: &[&str] = &["governors", "joint", "months", "part", "sino", "weekdays", "whole"];

/// Keys whose text is a set of Hangul syllables.
const SYLLABLES: &[&str] = &["surnames", "given"];

pub fn compile(table: &Source) -> Result<String, String> {
    // A table that names every field needs nothing of its `NONE`.
    let mut code = format!("#[allow(clippy::needless_update)]\npub(crate) static {}: &[{}] = &[\n", table.name, table.type_name);
    for path in files(Path::new(table.source)) {
        println!("cargo:rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut value: Table = text.parse().map_err(|e| format!("{}: {e}", path.display()))?;
        (table.check)(&value).map_err(|e| format!("{}: {e}", path.display()))?;
        whole_names(&mut value);
        let lists = LISTS.contains(&table.type_name);
        structure(&mut code, table.type_name, &value, lists).map_err(|e| format!("{}: {e}", path.display()))?;
        code.push_str(",\n");
    }
    code.push_str("];\n");
    Ok(code)
}

/// Names of countries, places and bodies that end like a particle ("우크라이나") are words that it is not cut off.
fn whole_names(table: &mut Table) {
    let list = |table: &Table, section: &str, key: &str| -> Vec<String> {
        let words = table.get(section).and_then(|s| s.get(key)).and_then(Value::as_array);
        words.into_iter().flatten().filter_map(|w| w.as_str().map(str::to_owned)).collect()
    };
    let particles = list(table, "grammar", "particles");
    let names = [("people_words", "countries"), ("place_words", "names"), ("organisation_words", "names")];
    let names: Vec<String> = names.iter().flat_map(|(section, key)| list(table, section, key)).collect();
    let ends = |name: &&String| particles.iter().any(|p| name.len() > p.len() && name.ends_with(p.as_str()));
    let whole = table.get_mut("grammar").and_then(|g| g.get_mut("particle_like_words")).and_then(Value::as_array_mut);
    if let Some(whole) = whole {
        for name in names.iter().filter(ends) {
            if !whole.iter().any(|w| w.as_str() == Some(name)) {
                whole.push(Value::String(name.clone()));
            }
        }
    }
}

fn files(source: &Path) -> Vec<PathBuf> {
    if source.is_file() {
        return vec![source.to_owned()];
    }
    let entries = fs::read_dir(source).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    paths.sort();
    paths
}

fn structure(code: &mut String, type_name: &str, table: &Table, lists: bool) -> Result<(), String> {
    write!(code, "{type_name} {{ ").expect("a string takes all");
    for (key, value) in table.iter().filter(|(_, v)| !is_example(v)) {
        if matches!(key.as_str(), "removes" | "keeps" | "evidence") {
            continue; // examples and evidence are for tests and readers, not for the wasm
        }
        write!(code, "{key}: ").expect("a string takes all");
        literal(code, key, value, lists)?;
        code.push_str(", ");
    }
    write!(code, "..{type_name}::NONE }}").expect("a string takes all");
    Ok(())
}

fn is_example(value: &Value) -> bool {
    matches!(value, Value::Datetime(_))
}

fn literal(code: &mut String, key: &str, value: &Value, lists: bool) -> Result<(), String> {
    match value {
        Value::String(text) if key == "kind" => write!(code, "Kind::{}", camel(text)),
        Value::String(text) if SYLLABLES.contains(&key) => write!(code, "Syllables(&{:?})", syllable_bits(text)?),
        Value::String(text) => write!(code, "{text:?}"),
        Value::Integer(number) => write!(code, "{number}"),
        Value::Float(number) => write!(code, "{number:?}"),
        Value::Boolean(truth) => write!(code, "{truth}"),
        Value::Table(table) => return structure(code, &camel(key), table, lists),
        Value::Array(items) => {
            match words(items).filter(|_| lists && !SEQUENCES.contains(&key)) {
                Some(words) if items.iter().all(Value::is_str) => word_list(code, &words),
                Some(words) => {
                    code.push_str("&List { items: ");
                    array(code, key, items, lists)?;
                    write!(code, ", firsts: {:?} }}", letters(&words, |w| w.chars().next())).expect("a string takes all");
                }
                None => array(code, key, items, lists)?,
            }
            return Ok(());
        }
        Value::Datetime(_) => return Err(format!("`{key}`: dates are not used in tables")),
    }
    .map_err(|e| e.to_string())
}

fn camel(key: &str) -> String {
    key.split(['_', '-']).map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

fn array(code: &mut String, key: &str, items: &[Value], lists: bool) -> Result<(), String> {
    code.push_str("&[");
    for item in items {
        literal(code, key, item, lists)?;
        code.push_str(", ");
    }
    code.push(']');
    Ok(())
}

/// A `WordList`: shorter words first, those of one length in order.
fn word_list(code: &mut String, words: &[&str]) {
    let sorted: BTreeSet<(usize, &str)> = words.iter().map(|word| (word.len(), *word)).collect();
    let text: String = sorted.iter().map(|(_, word)| *word).collect();
    let mut lengths = BTreeMap::new();
    sorted.iter().for_each(|(length, _)| *lengths.entry(*length).or_insert(0) += 1);
    let lengths: Vec<(usize, usize)> = lengths.into_iter().collect();
    let (firsts, lasts) = (letters(words, |w| w.chars().next()), letters(words, |w| w.chars().next_back()));
    write!(code, "&WordList {{ text: {text:?}, lengths: &{lengths:?}, firsts: {firsts:?}, lasts: {lasts:?} }}").expect("a string takes all");
}

fn syllable_bits(text: &str) -> Result<Vec<u64>, String> {
    let mut bits = Vec::new();
    for c in text.chars() {
        let (word, bit) = syllables::place(c).filter(|_| c <= '힣').ok_or(format!("{c:?} is no Hangul syllable"))?;
        bits.resize(bits.len().max(word + 1), 0);
        bits[word] |= 1 << bit;
    }
    Ok(bits)
}

fn letters(words: &[&str], letter: fn(&str) -> Option<char>) -> Letters {
    let mut letters = Letters::NONE;
    words.iter().filter_map(|word| letter(word)).for_each(|c| letters.insert(c));
    letters
}

/// The words of an array of words, or of tables with a word each.
fn words(items: &[Value]) -> Option<Vec<&str>> {
    items.iter().map(|item| match item {
        Value::String(word) => Some(word.as_str()),
        Value::Table(table) => table.get("word").and_then(Value::as_str),
        _ => None,
    }).collect()
}
