//! Who wrote the article: names without titles and e-mail, as a citation needs them.

use crate::lang::LangPack;
use crate::text;
use serde::Serialize;

/// The byline of an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Byline {
    /// The line as the page prints it, or empty.
    pub text: String,
    /// The writers in order.
    pub writers: Vec<Writer>,
}

/// One writer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Writer {
    /// Name without role and e-mail ("선담은").
    pub name: String,
    /// Role as printed ("기자", "특파원"), or empty.
    pub role: String,
    /// E-mail address, or empty.
    pub email: String,
    /// Whether this is a desk or an agency, not a person.
    pub organisation: bool,
}

impl Byline {
    /// Reads the writers from lines that name them; lines that name nobody are passed over.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let mut byline = Self::default();
        for line in lines {
            let writers = writers(line);
            if !writers.is_empty() && byline.text.is_empty() {
                byline.text = line.trim().to_owned();
            }
            writers.into_iter().for_each(|w| byline.add(w));
        }
        byline
    }

    /// Adds a writer; what is new about one already known is taken over.
    pub fn add(&mut self, writer: Writer) {
        match self.writers.iter_mut().find(|w| w.name == writer.name) {
            None => self.writers.push(writer),
            Some(known) => {
                if known.email.is_empty() {
                    known.email = writer.email;
                }
                if known.role.is_empty() {
                    known.role = writer.role;
                }
            }
        }
    }

    /// Adds writers by their names alone, as metadata gives them.
    pub fn add_names<'a>(&mut self, names: impl IntoIterator<Item = (&'a str, bool)>) {
        for (claim, organisation) in names {
            let parsed = writers(claim);
            if parsed.is_empty() {
                let parts = claim.split([',', '·', '&', '/']).flat_map(|p| p.split(" and ")).map(str::trim);
                let named = parts.filter(|p| is_full_name(p));
                named.for_each(|name| {
                    self.add(Writer { name: name.to_owned(), organisation: organisation || is_desk(name), ..Writer::default() })
                });
            }
            parsed.into_iter().for_each(|w| self.add(w));
        }
        if self.text.is_empty() {
            self.text = self.writers.iter().map(|w| w.name.as_str()).collect::<Vec<_>>().join(", ");
        }
    }
}

/// A Korean name has 2 to 4 syllables (a two-syllable family name with a two-syllable given name has four).
const NAME_SYLLABLES: std::ops::RangeInclusive<usize> = 2..=4;

/// A Japanese name in Han characters and kana has 3 to 7 of them.
const NAME_CHARACTERS: std::ops::RangeInclusive<usize> = 3..=7;

/// Whether a word can be a name that is written without a space: all Hangul, or all Han characters and kana.
fn is_closed_name(word: &str) -> bool {
    let count = word.chars().count();
    let hangul = || word.chars().all(text::is_hangul);
    let han = || word.chars().all(|c| text::is_cjk(c) && !text::is_hangul(c));
    NAME_SYLLABLES.contains(&count) && hangul() || NAME_CHARACTERS.contains(&count) && han()
}

/// Longest claimed name, in characters and words; longer ones are sentences ("Staff writer covering the islands").
const NAME_LETTERS_MAX: usize = 40;
const NAME_WORDS_MAX: usize = 5;

/// Whether a claimed name can be one: no address, no sentence.
fn is_full_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && name.chars().count() <= NAME_LETTERS_MAX
        && !name.contains(['@', '/', '{', '<'])
        && !name.starts_with("http")
        && name.split_whitespace().count() <= NAME_WORDS_MAX
}

fn is_desk(name: &str) -> bool {
    LangPack::all().iter().any(|p| p.byline_words.desks.contains(&name))
}

/// The writers that a line names: "선담은 기자 sun@…", "[MK스포츠 강대호 기자]", "글·사진 김하나·이두리 기자", "By Jane Doe".
fn writers(line: &str) -> Vec<Writer> {
    let line = line.trim();
    if let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")) {
        let names = names.split([',', '&', '|']).flat_map(|n| n.split(" and ")).map(str::trim).filter(|n| is_full_name(n));
        return names.map(|n| Writer { name: n.to_owned(), role: String::new(), ..Writer::default() }).collect();
    }
    let mut out: Vec<Writer> = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for word in line.split(|c: char| {
        c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '<' | '>' | '【' | '】' | '=' | '|' | '/' | '☞' | ':')
    }) {
        if word.contains('@') {
            sign(&mut out, &mut before, word);
        } else if let Some((name, role)) = split_role(word) {
            let names: Vec<&str> = if name.is_empty() { before.pop().into_iter().collect() } else { vec![name] };
            let names = names.into_iter().flat_map(|n| n.split(['·', ',', 'ㆍ'])).filter(|n| is_closed_name(n));
            out.extend(names.map(|n| Writer { name: n.to_owned(), role: role.to_owned(), ..Writer::default() }));
            before.clear();
        } else if is_desk(word) {
            out.push(Writer { name: word.to_owned(), organisation: true, ..Writer::default() });
        } else if !word.is_empty() {
            before.push(word);
        }
    }
    out
}

/// An e-mail address belongs to the last writer, or makes the name before it one ("김대근 (kim@…)").
fn sign(out: &mut Vec<Writer>, before: &mut Vec<&str>, word: &str) {
    if let Some(name) = before.pop().filter(|n| out.is_empty() && is_closed_name(n)) {
        out.push(Writer { name: name.to_owned(), ..Writer::default() });
    }
    if let Some(writer) = out.last_mut().filter(|w| w.email.is_empty()) {
        writer.email = word.trim_matches(['.', ',']).to_owned();
    }
}

/// A role at the end of a word, with the name that is written together with it ("예진기자").
fn split_role(word: &str) -> Option<(&str, &'static str)> {
    let word = word.trim_end_matches([',', '.']);
    let roles = LangPack::all().iter().flat_map(|p| p.byline_words.roles).filter(|r| r.chars().any(|c| !c.is_ascii_lowercase()));
    let role = roles.filter(|r| word.ends_with(**r)).max_by_key(|r| r.len())?;
    let name = &word[..word.len() - role.len()];
    (name.is_empty() || name.split(['·', ',']).all(is_closed_name)).then_some((name, role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: &str) {
        let found: Vec<String> = writers(line).into_iter().map(|w| [w.name, w.role, w.email].join("|")).collect();
        assert_eq!(found.join(" "), expect, "{line}");
    }

    #[test]
    fn lines_that_name_writers() {
        check("오지윤 기자 ojy@hanui.example", "오지윤|기자|ojy@hanui.example");
        check("서지안·문태오 기자", "서지안|기자| 문태오|기자|");
        check("[하늬스포츠 강대솔 기자]", "강대솔|기자|");
        check("[하늬스포츠 | 강예솔기자]", "강예솔|기자|");
        check("솔재=하늬신문 서지안 기자 seo@hanui.example", "서지안|기자|seo@hanui.example");
        check("하늬방송 김대솔 (kds@hanui.example)", "김대솔||kds@hanui.example");
        check("글·사진=윤민솔 기자 ym@hanui.example", "윤민솔|기자|ym@hanui.example");
        check("[피닉스(미국) =김재솔 하늬스포츠 특파원]", "");
        check("2026年7月8日 5時00分　岸本遥記者", "岸本遥|記者|");
        check("온라인뉴스팀", "온라인뉴스팀||");
        check("By Jane Doe and John Roe", "Jane Doe|| John Roe||");
        check("입력 2024. 9. 30. 07:05", "");
        check("기자가 물었다", "");
    }
}
