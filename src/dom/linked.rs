//! What JSON-LD says of the page as a whole, its article left to [`super::metadata`]: types, access, the claimed body.

use serde_json::Value;

/// The page by its JSON-LD.
#[derive(Debug, Default)]
pub struct LinkedPage {
    /// Every `@type` of the things that the page is about, without an address before it ("NewsArticle").
    pub types: Vec<String>,
    /// `isAccessibleForFree` of the article.
    pub free: Option<bool>,
    /// `hasPart` → `cssSelector` of the parts that are not free.
    pub paid_parts: Vec<String>,
    /// The longest `articleBody` (or `text` of a question), as written: often partial, sometimes with markup.
    pub body: String,
    /// `wordCount`, 0 when absent.
    pub words: u32,
}

impl LinkedPage {
    /// Whether one of the types ends in one of these words.
    pub fn is_any(&self, endings: &[&str]) -> bool {
        self.types.iter().any(|t| endings.iter().any(|end| t.ends_with(end)))
    }

    /// Takes what a JSON-LD value says, arrays, `@graph` and `mainEntity` included.
    pub(super) fn read(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            Value::Object(object) => {
                self.take(value);
                ["@graph", "mainEntity"].iter().filter_map(|key| object.get(*key)).for_each(|inner| self.read(inner));
            }
            _ => {}
        }
    }

    fn take(&mut self, value: &Value) {
        let bare = |name: &str| name.rsplit(['/', ':']).next().unwrap_or_default().to_owned();
        self.types.extend(list(&value["@type"]).filter_map(Value::as_str).map(bare).filter(|t| !t.is_empty()));
        self.free = self.free.or_else(|| truth(&value["isAccessibleForFree"]));
        let paid = list(&value["hasPart"]).filter(|part| truth(&part["isAccessibleForFree"]) == Some(false));
        self.paid_parts.extend(paid.flat_map(|part| list(&part["cssSelector"])).filter_map(Value::as_str).map(str::to_owned));
        let bodies = ["articleBody", "text"].iter().filter_map(|key| value[*key].as_str());
        if let Some(body) = bodies.max_by_key(|body| body.len()).filter(|body| body.len() > self.body.len()) {
            self.body = body.to_owned();
        }
        let words = value["wordCount"].as_u64().or_else(|| value["wordCount"].as_str()?.parse().ok());
        self.words = words.and_then(|n| u32::try_from(n).ok()).unwrap_or(self.words);
    }
}

/// Pages write `false`, `"False"` and `"https://schema.org/False"`.
fn truth(value: &Value) -> Option<bool> {
    let text = value.as_str().map(|t| t.rsplit('/').next().unwrap_or_default().to_ascii_lowercase());
    match text.as_deref() {
        Some("true") => Some(true),
        Some("false") => Some(false),
        _ => value.as_bool(),
    }
}

/// The items of an array, or the value itself.
pub(super) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().chain((!value.is_array() && !value.is_null()).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        let check = |json: &str, expect: (&str, Option<bool>, &str, u32)| {
            let mut page = LinkedPage::default();
            page.read(&serde_json::from_str(json).expect("JSON"));
            let found = (page.types.join(" "), page.free, page.paid_parts.join(" "), page.words);
            assert_eq!(found, (expect.0.to_owned(), expect.1, expect.2.to_owned(), expect.3), "{json}");
        };
        check(r#"{"@type":"QAPage","mainEntity":{"@type":"Question","text":"?"}}"#, ("QAPage Question", None, "", 0));
        check(
            r#"[{"@graph":[{"@type":["NewsArticle"],"isAccessibleForFree":"False","wordCount":"900",
                "hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}}]}]"#,
            ("NewsArticle", Some(false), ".paid", 900),
        );
        check(r#"{"@type":"http://schema.org/Product","isAccessibleForFree":true}"#, ("Product", Some(true), "", 0));
        check(r#"["x", 3, {"a": null}]"#, ("", None, "", 0));
    }
}
