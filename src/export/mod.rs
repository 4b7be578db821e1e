//! Exports of a [`Reading`]: Markdown, an HTML fragment, plain text, JSON. They stand above the reading and write what
//! the reader shows, no more: page text is escaped, links and pictures are those the article type allows.

#[cfg(feature = "cli")]
mod fact;
#[cfg(feature = "cli")]
mod fact_spans;
mod html;
mod inline;
#[cfg(feature = "cli")]
mod json;
mod markdown;
mod markdown_table;

#[cfg(feature = "cli")]
pub use fact::facts;
#[cfg(feature = "cli")]
pub use fact_spans::facts_of_text;
pub use html::html;
#[cfg(feature = "cli")]
pub use json::{json, removal};
pub use markdown::markdown;

use crate::article::Embed;
use crate::reading::Reading;

/// The reading as plain text: headline, standfirst, byline, source and body, a blank line between them. Marks, links,
/// pictures and captions are left out.
pub fn plain(reading: &Reading) -> String {
    let mut parts: Vec<String> = vec![reading.title.clone()];
    parts.extend(reading.deck.iter().cloned());
    parts.push(origin(reading).join(" · "));
    parts.push(address(reading).to_owned());
    parts.push(reading.article.plain_text());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// Who, where and when, each if known: `선담은`, `한겨레`, `2024-10-01`.
fn origin(reading: &Reading) -> Vec<String> {
    let writers = reading.byline.writers.iter().map(|writer| match writer.role.as_str() {
        "" => writer.name.clone(),
        role => format!("{} {role}", writer.name),
    });
    let date = reading.published.map(|when| when.date.to_string());
    let parts = [writers.collect::<Vec<_>>().join(", "), reading.publisher.clone(), date.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// The words of the link to an embed: who shows it and its name, else its address.
fn embed_name(embed: &Embed) -> String {
    let parts: Vec<&str> = [embed.provider, &embed.title].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { embed.url.as_str().to_owned() } else { parts.join(": ") }
}

/// The address to give as the source: the publisher's where the page names one; only `http` and `https`.
fn address(reading: &Reading) -> &str {
    let web = |url: &&str| url.starts_with("http://") || url.starts_with("https://");
    [reading.original_url.as_str(), &reading.url].into_iter().find(web).unwrap_or_default()
}

#[cfg(test)]
mod tests;
