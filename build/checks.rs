// What a table must hold before it is compiled; each message names the key, what was expected and what came.
#[path = "../src/rules/selector.rs"]
mod selector;
use toml::{Table, Value};

pub fn any(_: &Table) -> Result<(), String> {
    Ok(())
}

pub fn lang(table: &Table) -> Result<(), String> {
    text(table, "code").map(drop)
}

pub fn site(table: &Table) -> Result<(), String> {
    text(table, "id")?;
    let length = |key: &str| table.get(key).and_then(Value::as_array).map_or(0, Vec::len);
    if length("hosts") + length("recognise") == 0 {
        return Err("`hosts`: expected at least one host name, or markup under `recognise`".into());
    }
    let hides = table.get("hide").and_then(Value::as_array).into_iter().flatten().filter_map(|hide| hide.get("select"));
    let fields = table.iter().filter(|(key, _)| !matches!(key.as_str(), "hosts" | "names" | "evidence" | "hide")).map(|(_, value)| value);
    for selector in fields.chain(hides).filter_map(Value::as_array).flatten().filter_map(Value::as_str) {
        selector::Selector::parse(selector)?;
    }
    Ok(())
}

pub fn patterns(table: &Table) -> Result<(), String> {
    for (index, pattern) in table.get("pattern").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let Some(pattern) = pattern.as_table() else { return Err(format!("`pattern[{index}]`: expected a table")) };
        let id = text(pattern, "id")?;
        let line = text(pattern, "line")?;
        let regex = regex_lite::Regex::new(&format!("^(?:{line})$")).map_err(|e| format!("`{id}.line`: expected a pattern, found {line:?}: {e}"))?;
        let examples = |key: &str| pattern.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        if examples("removes").next().is_none() || examples("keeps").next().is_none() {
            return Err(format!("`{id}`: expected at least one example under `removes` and one under `keeps`"));
        }
        if let Some(missed) = examples("removes").find(|e| !regex.is_match(e)) {
            return Err(format!("`{id}.removes`: the pattern does not match {missed:?}"));
        }
        if let Some(wrong) = examples("keeps").find(|e| regex.is_match(e)) {
            return Err(format!("`{id}.keeps`: the pattern matches {wrong:?}"));
        }
    }
    Ok(())
}

fn text<'a>(table: &'a Table, key: &str) -> Result<&'a str, String> {
    table.get(key).and_then(Value::as_str).filter(|t| !t.is_empty()).ok_or_else(|| format!("`{key}`: expected text, found {:?}", table.get(key)))
}

/// Names that point at an article somewhere; no rule for all sites may drop them.
const IDS: &[&str] = &["id", "idx", "idxno", "no", "num", "seq", "aid", "oid", "sid", "cid", "gid", "nid", "uid", "articleid", "article_id", "newsid", "news_id", "mag_id", "arcid", "key", "page", "p", "q", "v", "code", "date"];

pub fn tracking(table: &Table) -> Result<(), String> {
    let generic = |key: &str| table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>();
    for name in generic("names") {
        if IDS.contains(&name) || name != name.to_lowercase() {
            return Err(format!("`names`: expected a lower-case name that is no article's id, found {name:?}"));
        }
    }
    if let Some(prefix) = generic("prefixes").iter().find(|prefix| prefix.len() < 3 || IDS.iter().any(|id| id.starts_with(**prefix))) {
        return Err(format!("`prefixes`: expected three letters or more that start no article's id, found {prefix:?}"));
    }
    for (index, site) in table.get("site").and_then(Value::as_array).into_iter().flatten().enumerate() {
        if site.get("hosts").and_then(Value::as_array).is_none_or(Vec::is_empty) {
            return Err(format!("`site[{index}].hosts`: expected at least one host name"));
        }
    }
    Ok(())
}
