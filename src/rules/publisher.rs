//! Names of publishers: the newspaper's name for a company's name or a host.

/// The file `publishers.toml`.
#[derive(Debug)]
pub struct PublisherTable {
    /// The publishers.
    pub publisher: &'static [Publisher],
}

/// A publisher.
#[derive(Debug)]
pub struct Publisher {
    /// Name that a citation prints ("한겨레").
    pub name: &'static str,
    /// Other names in copyright lines and metadata ("한겨레신문사").
    pub aliases: &'static [&'static str],
    /// Its host names, subdomains included.
    pub hosts: &'static [&'static str],
}

impl PublisherTable {
    const NONE: Self = Self { publisher: &[] };
}

impl Publisher {
    const NONE: Self = Self { name: "", aliases: &[], hosts: &[] };

    /// The publisher with this name or alias.
    pub fn named(name: &str) -> Option<&'static Self> {
        all().find(|p| p.name == name || p.aliases.contains(&name))
    }

    /// The publisher of a host; the longest of its names that fits says most (a sports paper under its mother's domain).
    pub fn at(host: &str) -> Option<&'static Self> {
        let under = |h: &&&str| host.strip_suffix(**h).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
        let fits = |p: &&'static Self| p.hosts.iter().filter(under).map(|h| h.len()).max();
        all().filter_map(|p| Some((fits(&p)?, p))).max_by_key(|(length, _)| *length).map(|(_, p)| p)
    }
}

fn all() -> impl Iterator<Item = &'static Publisher> {
    PUBLISHER_TABLES.iter().flat_map(|table| table.publisher)
}

include!(concat!(env!("OUT_DIR"), "/publishers.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_host_says_most() {
        let at = |host: &str| Publisher::at(host).map_or("", |p| p.name);
        assert_eq!(at("www.chosun.com"), "조선일보");
        assert_eq!(at("sports.chosun.com"), "스포츠조선");
        assert_eq!(at("notchosun.com"), "");
    }
}
