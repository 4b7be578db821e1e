//! Posts, videos and sounds from elsewhere: an address that a person can open, never a frame.

use super::rich::Page;
use super::{Embed, EmbedKind as Kind, RichText, SafeUrl};
use crate::dom::{Document, NodeId, Tag, Token};
use crate::text;
use crate::url;

/// The file `embeds.toml`.
#[derive(Debug)]
pub struct EmbedTable {
    /// Titles that name nothing.
    pub generic: Generic,
    /// Who shows posts, videos and sounds.
    pub provider: &'static [Provider],
}

/// Titles that name nothing.
#[derive(Debug)]
pub struct Generic {
    /// In lower case.
    pub titles: &'static [&'static str],
}

/// Who shows posts, videos or sounds; the fields are explained in the file.
#[derive(Debug)]
#[allow(missing_docs, reason = "the file explains them")]
pub struct Provider {
    pub name: &'static str,
    pub kind: Kind,
    pub from: &'static [&'static str],
    pub to: &'static str,
    pub parameter: &'static str,
    pub elements: &'static [&'static str],
    pub classes: &'static [&'static str],
    pub attributes: &'static [&'static str],
    pub hosts: &'static [&'static str],
}

impl EmbedTable {
    const NONE: Self = Self { generic: Generic::NONE, provider: &[] };
}

impl Generic {
    const NONE: Self = Self { titles: &[] };
}

impl Provider {
    const NONE: Self = Self {
        name: "",
        kind: Kind::Post,
        from: &[],
        to: "",
        parameter: "",
        elements: &[],
        classes: &[],
        attributes: &[],
        hosts: &[],
    };
}

/// What an element shows, if it is a frame, player or custom element of a known kind.
pub(super) fn of(page: &Page<'_>, node: NodeId) -> Option<Embed> {
    let document = page.document;
    let (provider, url) = match document.element(node).tag {
        Tag::IFRAME => framed(page, node)?,
        Tag::VIDEO | Tag::AUDIO => (player(document, node), file(page, node)?),
        Tag::Other => match document.name(node) {
            "amp-iframe" => framed(page, node)?,
            "amp-video" | "amp-audio" => (player(document, node), file(page, node)?),
            name => custom(document, node, name)?,
        },
        _ => return None,
    };
    Some(embed(provider, url, title(document, node)))
}

/// What a quotation stands for that a script turns into a post, without its words.
pub(super) fn of_quote(page: &Page<'_>, node: NodeId) -> Option<Embed> {
    let document = page.document;
    let classes: Vec<&str> = document.classes(node).collect();
    let provider = providers().find(|p| p.classes.iter().any(|class| classes.contains(class))).filter(|_| !classes.is_empty())?;
    let named = provider.attributes.iter().filter_map(|name| document.attribute(node, name));
    let url = named.filter_map(SafeUrl::link).next().or_else(|| own_link(page, node, provider))?;
    let url = SafeUrl::link(url.as_str().split('?').next().unwrap_or_default())?;
    Some(embed(provider, url, String::new()))
}

fn embed(provider: &'static Provider, url: SafeUrl, title: String) -> Embed {
    Embed { kind: provider.kind, provider: provider.name, url, title, text: Vec::new(), caption: RichText::default() }
}

fn providers() -> impl Iterator<Item = &'static Provider> {
    EMBED_TABLES.iter().flat_map(|table| table.provider)
}

/// The last link to the post's own host.
fn own_link(page: &Page<'_>, node: NodeId, provider: &Provider) -> Option<SafeUrl> {
    let is_own = |url: &String| url::host(url).is_some_and(|host| provider.hosts.iter().any(|own| url::is_under(&host, own)));
    let links = inside(page.document, node).filter(|n| page.document.element(*n).tag == Tag::A);
    let addresses = links.filter_map(|n| url::resolve(page.base, page.document.attribute(n, "href")?));
    addresses.filter(is_own).last().and_then(|url| SafeUrl::link(&url))
}

fn framed(page: &Page<'_>, node: NodeId) -> Option<(&'static Provider, SafeUrl)> {
    const SOURCES: &[&str] = &["src", "data-src", "data-lazy-src", "data-original"];
    let sources = SOURCES.iter().filter_map(|name| page.document.attribute(node, name));
    sources.filter_map(|source| url::resolve(page.base, source)).find_map(|source| {
        let bare = bare(&source);
        let begins = |p: &&Provider| {
            p.from
                .iter()
                .any(|from| bare.len() >= from.len() && bare.as_bytes()[..from.len()].eq_ignore_ascii_case(from.as_bytes()))
        };
        let provider = providers().find(begins)?;
        Some((provider, opened(provider, &source, bare)?))
    })
}

/// An address without scheme and "www.".
fn bare(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").or_else(|| rest.strip_prefix("m.")).unwrap_or(rest)
}

/// The address to open in the place of a frame's.
fn opened(provider: &Provider, source: &str, bare: &str) -> Option<SafeUrl> {
    if !provider.parameter.is_empty() {
        let query = url::split(source).query?;
        let value = query.split('&').find_map(|pair| pair.strip_prefix(provider.parameter)?.strip_prefix('='))?;
        let value = decoded(value);
        return if provider.to.is_empty() { SafeUrl::link(&value) } else { behind(provider.to, &value) };
    }
    if provider.to.is_empty() {
        return SafeUrl::link(source);
    }
    let from = provider.from.iter().find(|from| bare.get(..from.len()).is_some_and(|b| b.eq_ignore_ascii_case(from)))?;
    behind(provider.to, bare[from.len()..].split(['/', '?', '&', '#']).next()?)
}

/// An id put behind an address; nothing but letters, digits, `-`, `_` and `.` is an id.
fn behind(to: &str, id: &str) -> Option<SafeUrl> {
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    SafeUrl::link(&format!("{to}{id}")).filter(|_| is_id)
}

/// Percent codes of ASCII decoded, as a query needs it.
fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(u8::is_ascii_graphic);
        out.push(code.map_or('%', char::from));
        rest = &rest[at + if code.is_some() { 3 } else { 1 }..];
    }
    out + rest
}

fn custom(document: &Document, node: NodeId, name: &str) -> Option<(&'static Provider, SafeUrl)> {
    providers().find_map(|provider| {
        let attribute = provider.elements.iter().find_map(|e| e.strip_prefix(name)?.strip_prefix('@'))?;
        let value = document.attribute(node, attribute)?;
        let url = if value.starts_with("http") { SafeUrl::link(value) } else { behind(provider.to, value) };
        Some((provider, url?))
    })
}

/// The page's own player has no provider.
fn player(document: &Document, node: NodeId) -> &'static Provider {
    static VIDEO: Provider = Provider { kind: Kind::Video, ..Provider::NONE };
    static AUDIO: Provider = Provider { kind: Kind::Audio, ..Provider::NONE };
    if document.name(node).ends_with("audio") { &AUDIO } else { &VIDEO }
}

/// The file that a player plays; a film that is put together by a script has none.
fn file(page: &Page<'_>, node: NodeId) -> Option<SafeUrl> {
    let document = page.document;
    let sources = inside(document, node).filter(|n| document.element(*n).tag == Tag::SOURCE);
    let addresses = std::iter::once(node)
        .chain(sources)
        .filter_map(|n| document.attribute(n, "src").or_else(|| document.attribute(n, "data-src")));
    let web = |url: &SafeUrl| url.as_str().starts_with("http");
    addresses.filter(|a| !a.is_empty()).filter_map(|a| SafeUrl::link(&url::resolve(page.base, a)?)).find(web)
}

/// The name that the page gives the thing; a name that every such frame has is none.
fn title(document: &Document, node: NodeId) -> String {
    const NAMES: &[&str] = &["title", "aria-label", "playlabel", "data-title", "data-param-title"];
    let named = NAMES.iter().filter_map(|name| document.attribute(node, name)).map(text::collapse);
    let is_generic = |name: &String| {
        let name = name.to_lowercase();
        EMBED_TABLES.iter().any(|table| table.generic.titles.contains(&name.as_str()))
    };
    named
        .filter(|name| !name.is_empty() && !is_generic(name))
        .map(|name| name.strip_prefix("Play: ").map(str::to_owned).unwrap_or(name))
        .next()
        .unwrap_or_default()
}

/// The elements inside an element, in document order.
pub(super) fn inside(document: &Document, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    let tokens = &document.element(node).tokens;
    let open = |t: &Token| if let Token::Open(n) = t { Some(*n) } else { None };
    document.tokens()[tokens.start as usize + 1..tokens.end as usize].iter().filter_map(open)
}

include!(concat!(env!("OUT_DIR"), "/embeds.rs"));

#[cfg(test)]
mod tests {
    use super::super::note::Notes;
    use super::*;
    use crate::dom::scan::scan;

    #[test]
    fn addresses_to_open() {
        let check = |html: &str, expect: &str| {
            let document = scan(html).expect("small");
            let page = Page { document: &document, base: "https://a.example/b/", notes: &Notes::default() };
            let found = of(&page, NodeId(0)).or_else(|| of_quote(&page, NodeId(0)));
            let found = found.map(|e| format!("{} {} {}", e.provider, e.url.as_str(), e.title)).unwrap_or_default();
            assert_eq!(found.trim(), expect, "{html}");
        };
        let frame = |src: &str, expect: &str| check(&format!("<iframe src=\"{src}\"></iframe>"), expect);
        frame("https://www.youtube.com/embed/aB-1_x?rel=0", "YouTube https://www.youtube.com/watch?v=aB-1_x");
        frame("//www.youtube-nocookie.com/embed/abc", "YouTube https://www.youtube.com/watch?v=abc");
        frame("https://www.youtube.com/embed/videoseries?list=PL1", "YouTube https://www.youtube.com/playlist?list=PL1");
        frame("https://www.youtube.com/embed/&quot;onload=", "");
        frame("https://player.vimeo.com/video/12?h=3", "Vimeo https://vimeo.com/12");
        frame("https://tv.naver.com/embed/77", "Naver TV https://tv.naver.com/v/77");
        frame(
            "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2F1&w=5",
            "Facebook https://www.facebook.com/a/1",
        );
        frame("https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1)", "");
        frame("https://platform.twitter.com/embed/Tweet.html?dnt=1&id=99", "X https://x.com/i/status/99");
        frame("https://ads.example/embed/1", "");
        check(
            "<iframe data-src=\"https://www.youtube.com/embed/q\" title=\"YouTube video player\"></iframe>",
            "YouTube https://www.youtube.com/watch?v=q",
        );
        check(
            "<lite-youtube videoid=q playlabel=\"Play: Reeds\"></lite-youtube>",
            "YouTube https://www.youtube.com/watch?v=q Reeds",
        );
        check("<amp-vimeo data-videoid=8></amp-vimeo>", "Vimeo https://vimeo.com/8");
        check("<video title=Reeds><source src=\"m.mp4\"></video>", "https://a.example/b/m.mp4 Reeds");
        check("<video src=\"blob:https://a.example/1\"></video>", "");
        check(
            "<blockquote class=twitter-tweet><a href=\"https://twitter.com/tag\">#</a> <a href=\"https://twitter.com/a/status/1?ref=2\">May</a></blockquote>",
            "X https://twitter.com/a/status/1",
        );
        check(
            "<blockquote class=instagram-media data-instgrm-permalink=\"https://www.instagram.com/p/x/?utm=1\"></blockquote>",
            "Instagram https://www.instagram.com/p/x/",
        );
    }
}
