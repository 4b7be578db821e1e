//! Addresses for citations: what says where the reader came from goes, what names the article stays.
//! The rules are data (`tracking.toml`); what no rule names is kept, in its order and spelling.

use crate::url::{Parts, host, is_under, join, split};

/// The rules of `tracking.toml`.
#[derive(Debug)]
pub(crate) struct TrackingTable {
    /// Parameters dropped on every site, lower case.
    names: &'static [&'static str],
    /// Starts of parameters dropped on every site, lower case.
    prefixes: &'static [&'static str],
    site: &'static [Site],
}

/// The rule of some hosts.
#[derive(Debug)]
pub(crate) struct Site {
    /// Hosts; a rule holds for the names below them too.
    hosts: &'static [&'static str],
    /// Start of the path, or empty for every path.
    path: &'static str,
    /// Whether nothing but `keep` stays.
    only: bool,
    keep: &'static [&'static str],
    drop: &'static [&'static str],
    /// Parameters whose values make the path, if all are there.
    rewrite: &'static [&'static str],
}

impl TrackingTable {
    const NONE: Self = Self { names: &[], prefixes: &[], site: &[] };
}

impl Site {
    const NONE: Self = Self { hosts: &[], path: "", only: false, keep: &[], drop: &[], rewrite: &[] };
}

include!(concat!(env!("OUT_DIR"), "/tracking.rs"));

/// The address without tracking parameters and without its fragment (a text fragment or a route stays).
/// An address that is not `http` or `https` comes back as it is.
///
/// ```
/// use malgeun::cite::url::clean;
/// assert_eq!(clean("https://v.daum.net/v/20241001?f=p#reply"), "https://v.daum.net/v/20241001");
/// assert_eq!(clean("https://a.kr/view.html?idxno=7&utm_source=x"), "https://a.kr/view.html?idxno=7");
/// ```
pub fn clean(url: &str) -> String {
    let url = url.trim();
    let unwrapped = amp_origin(url);
    let url = unwrapped.as_deref().unwrap_or(url);
    let mut parts = split(url);
    let scheme = parts.scheme.unwrap_or_default().to_ascii_lowercase();
    let Some(host) = host(url).filter(|_| scheme == "http" || scheme == "https") else { return url.to_owned() };
    let sites: Vec<&Site> = table().site.iter().filter(|site| site.holds(&host, parts.path)).collect();
    parts.fragment = parts.fragment.filter(|fragment| fragment.starts_with(":~:") || fragment.starts_with(['!', '/']));
    if let Some(path) = sites.iter().find_map(|site| site.rewritten(parts.query?)) {
        return join(Parts { path: &path, query: None, ..parts });
    }
    let kept: Vec<&str> =
        parts.query.into_iter().flat_map(|query| query.split('&')).filter(|pair| is_kept(pair, &sites)).collect();
    let query = kept.join("&");
    join(Parts { query: Some(query.as_str()).filter(|query| !query.is_empty()), ..parts })
}

fn table() -> &'static TrackingTable {
    TRACKING_TABLES.first().unwrap_or(&TrackingTable::NONE)
}

impl Site {
    fn holds(&self, host: &str, path: &str) -> bool {
        path.starts_with(self.path) && self.hosts.iter().any(|domain| is_under(host, domain))
    }

    /// The path that the values of `rewrite` make: `/blogId/logNo`.
    fn rewritten(&self, query: &str) -> Option<String> {
        let value = |name: &&str| {
            query.split('&').find_map(|pair| pair.split_once('=').filter(|(key, _)| key == name)).map(|(_, value)| value)
        };
        let plain =
            |value: &&str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let values: Vec<&str> = self.rewrite.iter().map_while(value).filter(plain).collect();
        let complete = !values.is_empty() && values.len() == self.rewrite.len();
        complete.then(|| format!("/{}", values.join("/")))
    }
}

fn is_kept(pair: &str, sites: &[&Site]) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let table = table();
    let tracks = table.names.contains(&name.as_str()) || table.prefixes.iter().any(|prefix| name.starts_with(prefix));
    let dropped = |site: &&Site| if site.only { !site.keep.contains(&name.as_str()) } else { site.drop.contains(&name.as_str()) };
    !(pair.is_empty() || tracks || sites.iter().any(dropped))
}

/// The publisher's address inside an AMP cache: `a-kr.cdn.ampproject.org/c/s/a.kr/1` is `https://a.kr/1`.
fn amp_origin(url: &str) -> Option<String> {
    let host = host(url)?;
    let path = split(url).path;
    let cached = if is_under(&host, "cdn.ampproject.org") {
        ["/c/", "/v/", "/a/"].iter().find_map(|folder| path.strip_prefix(folder))?
    } else {
        Some(path.strip_prefix("/amp/")?).filter(|_| host.starts_with("www.google."))?
    };
    let (scheme, rest) = cached.strip_prefix("s/").map_or(("http", cached), |rest| ("https", rest));
    let origin = format!("{scheme}://{rest}{}", split(url).query.map_or_else(String::new, |query| format!("?{query}")));
    crate::url::host(&origin).filter(|host| host.contains('.')).map(|_| origin)
}
