//! Wikipedia: `{{뉴스 인용}}` (Korean) and `{{cite news}}` (English), both with the parameter names of Citation Style 1,
//! which the Korean template takes too. Dates are ISO, which both templates accept in every article.

use super::super::name::{Name, names};
use super::super::{Formatted, Item, write};
use super::is_portal_copy;
use crate::{text, url};

pub(in super::super) fn write_ko(item: &Item) -> Formatted {
    template("뉴스 인용", "ko", item)
}

pub(in super::super) fn write_en(item: &Item) -> Formatted {
    template("cite news", "en", item)
}

fn template(name: &str, wiki_lang: &str, item: &Item) -> Formatted {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            fields.push((name.to_owned(), value));
        }
    };
    put("url", address(&item.url));
    let script = wiki_lang == "en" && matches!(item.lang.as_str(), "ko" | "ja" | "zh") && item.title.chars().any(text::is_cjk);
    if script {
        put("script-title", format!("{}:{}", item.lang, escape(&item.title)))
    } else {
        put("title", escape(&item.title))
    }
    authors(&names(&item.authors), &mut put);
    put("date", item.published.map_or_else(String::new, |when| when.to_string()));
    put("work", escape(&item.publisher));
    put("via", if is_portal_copy(item) { escape(&item.via) } else { String::new() });
    put("language", if item.lang == wiki_lang { String::new() } else { item.lang.clone() });
    put("access-date", item.accessed.filter(|_| !item.url.is_empty()).map_or_else(String::new, |day| day.to_string()));
    let fields: String = fields.iter().map(|(name, value)| format!(" |{name}={value}")).collect();
    write::plain(format!("{{{{{name}{fields}}}}}"))
}

/// `last=Rivera |first=Ana M.`; `author2=선담은`: a name of one piece is never split.
fn authors(names: &[Name], put: &mut impl FnMut(&str, String)) {
    for (at, name) in names.iter().enumerate() {
        let number = if names.len() == 1 { String::new() } else { (at + 1).to_string() };
        match name {
            Name::Whole { name, .. } => put(&format!("author{number}"), escape(name)),
            Name::Split(parts) => {
                let family = [parts.particle.as_str(), &parts.family].join(" ");
                let given = [parts.given.as_str(), &parts.suffix].join(" ");
                put(&format!("last{number}"), escape(family.trim()));
                put(&format!("first{number}"), escape(given.trim()));
            }
        }
    }
}

/// Text that no wiki reads as template, link, tag, signature, emphasis or magic word.
pub(in super::super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for (at, c) in text.char_indices() {
        match c {
            '|' => out.push_str("{{!}}"),
            '[' | ']' | '{' | '}' | '<' | '>' => out.push_str(&format!("&#{};", c as u32)),
            '\'' | '~' | '_' if before == c => out.push_str(&format!("&#{};", c as u32)),
            '&' if text[at..].contains(';') => out.push_str("&amp;"),
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// An address that ends neither the parameter nor the link.
fn address(url: &str) -> String {
    url::encoded(url)
        .chars()
        .map(|c| if "|[]{}<>'\"".contains(c) { format!("%{:02X}", c as u32) } else { c.to_string() })
        .collect()
}
