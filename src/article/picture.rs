//! Pictures of the article: the best address of each, and those that are none of it.

use super::markup::{names, table};
use super::{Image, SafeUrl};
use crate::dom::block::{LAZY_SOURCES, SOURCE_SETS};
use crate::dom::{Document, NodeId, Tag, glyph};
use crate::url;

/// The picture of an `img`, an `amp-img` or a `noscript`, if it has a safe address and is the article's.
pub(super) fn image(document: &Document, node: NodeId, base: &str) -> Option<Image> {
    if document.element(node).tag == Tag::NOSCRIPT {
        let (inner, image) = glyph::fallback(document, node)?;
        return self::image(&inner, image, base);
    }
    if is_decorative(document, node) {
        return None;
    }
    let attribute = |name: &str| document.attribute(node, name).unwrap_or_default();
    let lazy = LAZY_SOURCES.iter().map(|name| attribute(name));
    let sets = SOURCE_SETS.iter().map(|name| best(attribute(name)));
    let sources = sources(document, node);
    let candidates = lazy.chain(sets).chain([attribute("src")]).chain(sources.into_iter().map(best));
    let found = candidates.filter(|source| is_address(source)).find_map(|source| address(source, base))?;
    let pixels = |name| attribute(name).trim_end_matches("px").parse().ok().filter(|n| *n > 0);
    Some(Image { url: found, alt: crate::text::collapse(attribute("alt")), size: pixels("width").zip(pixels("height")) })
}

/// The picture that the page's head names, if it shows the article and not the site.
pub fn lead(address: &str) -> Option<Image> {
    let is_logo = names().logos.any_in([file_name(address)]);
    let url = SafeUrl::image(address).filter(|_| !is_logo && !is_placeholder(address))?;
    Some(Image { url, alt: String::new(), size: None })
}

/// What two addresses of one picture share: no scheme, no size, and no query behind a file's name.
pub(super) fn key(url: &SafeUrl) -> String {
    let url = url.as_str();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let is_file = file_name(path).contains('.') && !file_name(path).ends_with(".php");
    let path = without_size(path);
    if is_file { path } else { format!("{path}?{query}") }
}

/// `photo-300x200.jpg` and `photo-1024x683.jpg` are one picture.
fn without_size(path: &str) -> String {
    let Some((stem, end)) = path.rsplit_once('.').filter(|(_, end)| !end.contains('/')) else { return path.to_owned() };
    let is_size = |size: &str| size.split_once('x').is_some_and(|(w, h)| is_number(w) && is_number(h));
    match stem.rsplit_once('-') {
        Some((name, size)) if is_size(size) => format!("{name}.{end}"),
        _ => path.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The `source`s before an `img` in a `picture`.
fn sources(document: &Document, image: NodeId) -> Vec<&str> {
    let picture = document.element(image).parent.filter(|p| document.element(*p).tag == Tag::PICTURE);
    let inside = picture.into_iter().flat_map(|p| super::embed::inside(document, p)).take(SOURCES_SEEN);
    let sources = inside.filter(|n| document.element(*n).tag == Tag::SOURCE);
    sources.filter_map(|n| document.attribute(n, "srcset").or_else(|| document.attribute(n, "data-srcset"))).collect()
}

/// Elements of a `picture` that are looked at.
const SOURCES_SEEN: usize = 12;

fn address(source: &str, base: &str) -> Option<SafeUrl> {
    SafeUrl::image(source).or_else(|| SafeUrl::image(&url::resolve(base, source)?))
}

/// Whether a value can be the address of a picture.
fn is_address(source: &str) -> bool {
    !source.is_empty() && source.contains(['.', '/']) && !is_placeholder(source)
}

/// `data:` pictures shorter than this are one-pixel placeholders (a 1×1 GIF takes 78 bytes).
const PLACEHOLDER_BYTES: usize = 512;

/// A picture that only keeps the place of one loaded late.
fn is_placeholder(source: &str) -> bool {
    if source.starts_with("data:") {
        return source.len() < PLACEHOLDER_BYTES;
    }
    let name = file_name(source);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // "loading-dock.jpg" is a picture: the whole name must say it.
    let plain = stem.to_ascii_lowercase().replace('_', "-");
    table().placeholders.iter().any(|word| {
        plain == *word || plain.strip_suffix(word).is_some_and(|rest| matches!(rest, "img-" | "image-" | "bg-" | "lazy-"))
    })
}

fn file_name(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

/// Whether the picture is of a person beside the text, a sign, a button.
fn is_decorative(document: &Document, image: NodeId) -> bool {
    let named = |n: NodeId| names().decorative.any_in(document.names(n));
    let is_figure = |n: NodeId| matches!(document.element(n).tag, Tag::FIGURE | Tag::ARTICLE | Tag::BODY | Tag::MAIN);
    let parent = document.element(image).parent.filter(|p| !is_figure(*p));
    // A wrapper says what the picture is only when it holds little else.
    let wrapper = parent.filter(|p| document.element(*p).tokens.len() <= WRAPPER_TOKENS);
    named(image)
        || wrapper.is_some_and(named)
        || document.attribute(image, "role") == Some("presentation") && document.attribute(image, "alt") == Some("")
        || document.attribute(image, "src").is_some_and(|src| src.contains("gravatar.com/"))
}

/// Most tokens of a picture's wrapper: the picture, a link around it, a line of text.
const WRAPPER_TOKENS: usize = 10;

/// Width in pixels from which a picture is large enough for the reader's column on a fine screen.
const WIDTH_ENOUGH: f32 = 1200.0;

/// Width in pixels that a candidate stands for which only says how fine it is ("2x").
const WIDTH_OF_ONE: f32 = 700.0;

/// The address of a `srcset` to take: the smallest that is wide enough, else the widest.
fn best(srcset: &str) -> &str {
    let mut best: Option<(&str, f32)> = None;
    for (url, width) in candidates(srcset) {
        let is_better = best
            .is_none_or(|(_, known)| if known >= WIDTH_ENOUGH { (WIDTH_ENOUGH..known).contains(&width) } else { width > known });
        if is_better {
            best = Some((url, width));
        }
    }
    best.map_or("", |(url, _)| url)
}

/// The candidates of a `srcset` (HTML, 4.8.4.2.1): addresses hold commas, but end with none.
fn candidates(srcset: &str) -> Vec<(&str, f32)> {
    let mut out = Vec::new();
    let mut words = srcset.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        let url = word.trim_matches(',');
        let mut width = WIDTH_OF_ONE;
        let is_descriptor = |next: &&str| !word.ends_with(',') && next.starts_with(|c: char| c.is_ascii_digit());
        if let Some(descriptor) = words.next_if(is_descriptor) {
            let descriptor = descriptor.split(',').next().unwrap_or_default();
            let number = |unit: char| descriptor.strip_suffix(unit).and_then(|n| n.parse::<f32>().ok());
            width = number('w').or_else(|| number('x').map(|x| x * WIDTH_OF_ONE)).unwrap_or(width);
        }
        if !url.is_empty() {
            out.push((url, width));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::scan::scan;

    #[test]
    fn the_best_address() {
        let check = |html: &str, expect: &str| {
            let document = scan(html).expect("small");
            let node = document.first(Tag::IMG).or_else(|| document.first(Tag::NOSCRIPT)).expect("a picture");
            let found = image(&document, node, "https://a.example/b/c");
            assert_eq!(found.map(|i| i.url.as_str().to_owned()).unwrap_or_default(), expect, "{html}");
        };
        check("<img src=x.jpg>", "https://a.example/b/x.jpg");
        check("<img src=s.jpg srcset=\"s.jpg 300w, m.jpg 1280w, l.jpg 4000w\">", "https://a.example/b/m.jpg");
        check("<img src=s.jpg srcset=\"s.jpg, l.jpg 2x\">", "https://a.example/b/l.jpg");
        check("<img src=s.jpg srcset=\"a,b.jpg 300w,\nc.jpg 900w\">", "https://a.example/b/c.jpg");
        check("<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-src=r.jpg>", "https://a.example/b/r.jpg");
        check("<img src=/i/blank.gif data-lazy-srcset=\"q.jpg 800w\">", "https://a.example/b/q.jpg");
        check("<img src=/i/loading-dock.jpg>", "https://a.example/i/loading-dock.jpg");
        check(
            "<picture><source srcset=\"w.webp 900w\"><img src=\"data:image/gif;base64,R0lGODlh\"></picture>",
            "https://a.example/b/w.webp",
        );
        check("<noscript><img src=\"n.jpg?a=1&amp;b=2\"></noscript>", "https://a.example/b/n.jpg?a=1&b=2");
        check("<img src=/i/spacer.gif>", "");
        check("<span class=author-photo><img src=f.jpg></span>", "");
        check("<img class=avatar src=f.jpg>", "");
        check("<img src=javascript:alert(1)>", "");
        check("<img srcset=\", , \">", "");
    }

    #[test]
    fn one_picture_twice() {
        let key = |url: &str| super::key(&SafeUrl::image(url).expect("an address"));
        assert_eq!(key("https://a.kr/p-300x200.jpg?w=1"), key("http://a.kr/p-1024x683.jpg"));
        assert_ne!(key("https://a.kr/i?id=1"), key("https://a.kr/i?id=2"));
        assert!(lead("https://a.kr/img/share_logo.png").is_none() && lead("https://a.kr/2024/reed.jpg").is_some());
    }
}
