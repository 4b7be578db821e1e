//! Words of class names, ids and roles that say what a part of a page is. Whole words only: "header" must not be read
//! out of "subheader-text", nor "ad" out of "head".

use super::Kind;

/// The file `class_names.toml`.
#[derive(Debug)]
pub struct ClassNameTable {
    /// Words of boilerplate.
    pub boilerplate: &'static [Boilerplate],
    /// Whole class names of text for screen readers only, or not shown at all.
    pub hiding: &'static [&'static str],
    /// Words of a standfirst.
    pub deck: &'static [&'static str],
}

/// Words of one kind of boilerplate.
#[derive(Debug)]
pub struct Boilerplate {
    /// What it is.
    pub kind: Kind,
    /// Words, or two words joined by `-` that stand side by side.
    pub words: &'static [&'static str],
}

impl ClassNameTable {
    const NONE: Self = Self { boilerplate: &[], hiding: &[], deck: &[] };
}

impl Boilerplate {
    const NONE: Self = Self { kind: Kind::Other, words: &[] };
}

/// What the names of an element say: a kind and the word that said so. The first entry of the table that any name
/// holds wins: special kinds stand before general ones.
pub fn kind_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<(Kind, &'static str)> {
    let names: Vec<Vec<String>> = names.into_iter().map(words).collect();
    if names.is_empty() {
        return None;
    }
    let table = CLASS_NAME_TABLES.first()?;
    let mut entries = table.boilerplate.iter().flat_map(|entry| entry.words.iter().map(move |word| (entry.kind, *word)));
    entries.find(|(_, word)| names.iter().any(|words| holds(words, word)))
}

/// Whether a class name says that its element is not shown.
pub fn hides(class: &str) -> bool {
    CLASS_NAME_TABLES.iter().any(|table| table.hiding.contains(&class))
}

/// Whether one of the names is that of a standfirst.
pub fn is_deck<'a>(names: impl IntoIterator<Item = &'a str>) -> bool {
    let table = CLASS_NAME_TABLES.first().map_or(&[][..], |t| t.deck);
    names.into_iter().map(words).any(|words| table.iter().any(|word| holds(&words, word)))
}

fn holds(words: &[String], wanted: &str) -> bool {
    let parts: Vec<&str> = wanted.split('-').collect();
    words.windows(parts.len()).any(|w| w.iter().zip(&parts).all(|(a, b)| a == b))
}

/// The words of a name in lower case: cut at signs, digits and humps.
fn words(name: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut lower_before = false;
    for c in name.chars() {
        let hump = c.is_ascii_uppercase() && lower_before;
        if !c.is_alphabetic() || hump {
            out.push(String::new());
        }
        if c.is_alphabetic() {
            out.last_mut().expect("never empty").extend(c.to_lowercase());
        }
        lower_before = c.is_lowercase();
    }
    out.retain(|word| !word.is_empty());
    out
}

include!(concat!(env!("OUT_DIR"), "/class_names.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expect: Option<Kind>) {
        assert_eq!(kind_of([name]).map(|(kind, _)| kind), expect, "{name}");
    }

    #[test]
    fn names() {
        check("layer_summary", Some(Kind::AutoSummary));
        check("ArticleDetailView_copyright__x", Some(Kind::Copyright));
        check("u_cbox_comment", Some(Kind::Comment));
        check("MainNativeAd", Some(Kind::Ad));
        check("head_view", None);
        check("subheader-text", None);
        check("article-body", None);
        check("download", None);
        check("shared-history", None);
    }
}
