//! Who wrote the article: names without titles and e-mail, as a citation needs them.

use super::{name, signed};
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

    /// Adds the writers of another byline; where the two contradict each other, this one stands alone.
    pub fn join(&mut self, other: Self) {
        let agrees = self.writers.is_empty() || other.writers.iter().any(|o| self.writers.iter().any(|w| w.name == o.name));
        if agrees {
            if self.text.is_empty() {
                self.text = other.text;
            }
            other.writers.into_iter().for_each(|w| self.add(w));
        }
    }

    /// Gives the only writer the only e-mail address that stands in a line by itself.
    pub fn sign<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        let mut lone: Vec<&str> = lines.into_iter().filter_map(lone_address).collect();
        lone.dedup();
        if let ([writer], [address]) = (self.writers.as_mut_slice(), lone.as_slice())
            && writer.email.is_empty()
        {
            writer.email = (*address).to_owned();
        }
    }

    /// The contributor whom a standfirst names ("김하나 하늬군 문화국장"), where the headline says that the text is contributed.
    pub fn contributor(title: &str, deck: &[String]) -> Self {
        let contributed = LangPack::all().iter().any(|p| p.byline_words.contributed.is_in(title));
        let line = deck.iter().find(|line| line.chars().count() <= CONTRIBUTOR_LETTERS_MAX && !line.ends_with(['.', '다', '?']));
        let named = line.filter(|_| contributed).and_then(|line| {
            let (name, role) = line.split_once(' ')?;
            name::is_full(name).then(|| Writer { name: name.to_owned(), role: role.trim().to_owned(), ..Writer::default() })
        });
        named.map_or_else(Self::default, |w| Self { text: line.cloned().unwrap_or_default(), writers: vec![w] })
    }

    /// Adds writers by their names alone, as metadata gives them.
    pub fn add_names<'a>(&mut self, names: impl IntoIterator<Item = (&'a str, bool)>) {
        for (claim, organisation) in names {
            let parsed = writers(claim);
            if parsed.is_empty() {
                let parts = claim.split([',', '·', '&', '/']).flat_map(|p| p.split(" and ")).flat_map(|p| p.split(" und "));
                let parts = parts.map(|part| signed::without_office(part.trim_matches([' ', '\'', '"'])));
                let is_named = |(at, part): &(usize, &str)| is_full_name(part) && !signed::is_office(part, *at == 0);
                let named = parts.enumerate().filter(is_named).map(|(_, part)| part);
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

/// Longest line that is a contributor with office.
const CONTRIBUTOR_LETTERS_MAX: usize = 40;

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
    LangPack::all().iter().any(|p| p.byline_words.desks.contains(name))
}

/// The writers that a line names: "선담은 기자 sun@…", "[MK스포츠 강대호 기자]", "글·사진 김하나·이두리 기자", "By Jane Doe".
pub(super) fn writers(line: &str) -> Vec<Writer> {
    let line = line.trim();
    if line.starts_with("By ") || line.starts_with("by ") {
        let names = signed::clean(line).into_iter();
        return names.map(|name| Writer { name, ..Writer::default() }).collect();
    }
    let mut reader = Reader::default();
    for part in line.split_inclusive(BREAKS) {
        let photo = is_photo_label(part);
        part.split(|c: char| c.is_whitespace() || BREAKS.contains(&c) || matches!(c, '(' | ')')).for_each(|w| reader.take(w));
        // What stands before such a sign is an agency or a place; "사진 = 박하나 기자" names no writer.
        reader.before.clear();
        if photo {
            break;
        }
    }
    reader.writers
}

/// Signs that part an agency, a place or a label from the name after it.
const BREAKS: &[char] = &['[', ']', '<', '>', '【', '】', '=', '|', '/', '☞', ':'];

/// Whether a part of the line ends with the label of a picture's credit.
fn is_photo_label(part: &str) -> bool {
    let label = part.trim_end_matches(BREAKS).trim();
    part.ends_with(['=', ':']) && LangPack::all().iter().any(|p| p.byline_words.pictures.contains(label))
}

/// Reads words in order: names wait in `before` until a role or an address says what they are.
#[derive(Default)]
struct Reader<'a> {
    writers: Vec<Writer>,
    before: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, word: &'a str) {
        if word.contains('@') {
            self.sign(word);
        } else if let Some((name, role)) = split_role(word) {
            let names: Vec<&str> = if name.is_empty() { self.named() } else { vec![name] };
            self.before.clear();
            if names.is_empty() {
                // "김재연(jy@…) 기자": the role follows the address.
                self.writers.last_mut().filter(|w| w.role.is_empty()).into_iter().for_each(|w| w.role = role.to_owned());
            }
            let names = names.into_iter().flat_map(|n| n.split(['·', ',', 'ㆍ'])).filter(|n| name::is_closed(n));
            self.writers.extend(names.map(|n| Writer { name: n.to_owned(), role: role.to_owned(), ..Writer::default() }));
        } else if is_desk(word) {
            self.writers.push(Writer { name: word.to_owned(), organisation: true, ..Writer::default() });
        } else if !word.is_empty() {
            self.before.push(word.trim_matches([',', '.']));
        }
    }

    /// The names that a role means: all full names just before it ("이윤구 이수용 기자"), one before the paper's name
    /// ("강대호 MK스포츠 기자"), else the word before it ("예진 기자").
    fn named(&self) -> Vec<&'a str> {
        let full = |w: &&&str| w.split(['·', ',', 'ㆍ']).all(name::is_full);
        let mut last: Vec<&str> = self.before.iter().rev().take_while(full).copied().collect();
        last.reverse();
        if !last.is_empty() {
            // Two syllables before a name are a place or a label more often than a person.
            last.retain(|n| n.chars().count() > 2 || Some(n) == self.before.last());
            return last;
        }
        let farther = self.before.iter().rev().skip(1).take(WORDS_OF_A_PAPER).find(full).copied();
        let word = self.before.last().copied().filter(|w| !name::is_outlet(w) && w.split(['·', ',', 'ㆍ']).all(name::is_closed));
        farther.or(word).into_iter().collect()
    }

    /// An e-mail address belongs to the last writer, or makes the name before it one ("김대근 (kim@…)").
    fn sign(&mut self, word: &str) {
        if let Some(name) = self.before.pop().filter(|n| self.writers.is_empty() && name::is_full(n)) {
            self.writers.push(Writer { name: name.to_owned(), ..Writer::default() });
        }
        let address = address(word);
        if let Some(writer) = self.writers.last_mut().filter(|w| w.email.is_empty() && !address.is_empty()) {
            writer.email = address.to_owned();
        }
    }
}

/// Words that a paper's name or a desk can have between a name and its role.
const WORDS_OF_A_PAPER: usize = 2;

/// The e-mail address in a word, or nothing when it is cut ("jm@").
fn address(word: &str) -> &str {
    let bare = word.trim_matches(['.', ',', ';', '·']);
    if bare.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.')) { bare } else { "" }
}

/// The e-mail address of a line that is nothing else ("☞하늬통신 oh@…", "/oh@…").
pub(super) fn lone_address(line: &str) -> Option<&str> {
    let words = line.split(|c: char| c.is_whitespace() || BREAKS.contains(&c) || matches!(c, '(' | ')'));
    words.map(address).find(|a| !a.is_empty()).filter(|_| writers(line).is_empty())
}

/// A role at the end of a word, with the name that is written together with it ("예진기자").
fn split_role(word: &str) -> Option<(&str, &'static str)> {
    let word = word.trim_end_matches([',', '.']);
    let roles = LangPack::all().iter().flat_map(|p| p.byline_words.roles).filter(|r| r.chars().any(|c| !c.is_ascii_lowercase()));
    let role = roles.filter(|r| word.ends_with(r)).max_by_key(|r| r.len())?;
    let name = &word[..word.len() - role.len()];
    let named = |n: &str| name::is_closed(n) && (!n.chars().all(text::is_hangul) || name::is_surnamed(n));
    if name.is_empty() || name.split(['·', ',']).all(named) {
        return Some((name, role));
    }
    // "바둑칼럼니스트", "게임전문기자": a field, not a name.
    name.chars().all(text::is_hangul).then_some((&name[..0], role)).filter(|_| name.chars().count() <= FIELD_SYLLABLES)
}

/// Syllables of a field before a role.
const FIELD_SYLLABLES: usize = 4;

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
        check("[피닉스(미국) =김재솔 하늬스포츠 특파원]", "김재솔|특파원|");
        check("[강대솔 하늬스포츠 기자]", "강대솔|기자|");
        check("[문태오 하늬신문 기자 / oh@hanui.example]", "문태오|기자|oh@hanui.example");
        check("(서울=한별통신) 이윤솔 이수하 기자", "이윤솔|기자| 이수하|기자|");
        check("[하늬경제TV 홍성하 외신캐스터]", "홍성하|외신캐스터|");
        check("홍성하외신캐스터", "홍성하|외신캐스터|");
        check("박치하 바둑칼럼니스트", "박치하|칼럼니스트|");
        check("하늬엔 김재하 jm@", "김재하||");
        check("HBS 하늬방송 김재하(jh@hanui.example) 기자", "김재하|기자|jh@hanui.example");
        check("☞공감언론 하늬뉴스 jh@hanui.example", "");
        check("이혜하 기자 lee@hanui.example / 사진 = 박상하 기자", "이혜하|기자|lee@hanui.example");
        check("솔재, 하늬 구현하 기자 gu@hanui.example", "구현하|기자|gu@hanui.example");
        check("김은하 미국 통신원 (sisa@hanui.example)", "김은하|통신원|sisa@hanui.example");
        check("2026年7月8日 5時00分　岸本遥記者", "岸本遥|記者|");
        check("온라인뉴스팀", "온라인뉴스팀||");
        check("By Jane Doe and John Roe", "Jane Doe|| John Roe||");
        check("입력 2024. 9. 30. 07:05", "");
        check("경찰은 기자를 불렀다", "");
        check("기자가 물었다", "");
    }

    #[test]
    fn bylines_that_agree_are_joined() {
        let joined = |own: &str, other: &str| {
            let mut byline = Byline::read([own]);
            byline.join(Byline::read([other]));
            byline.writers.into_iter().map(|w| w.name).collect::<Vec<_>>().join(",")
        };
        assert_eq!(joined("문태오 기자", "문태오·서지안 기자"), "문태오,서지안");
        assert_eq!(joined("문태오 기자", "서지안 기자"), "문태오", "who signs the text is believed");
        assert_eq!(joined("", "서지안 기자"), "서지안");
    }

    #[test]
    fn a_lone_address_is_the_only_writers() {
        let signed = |writers: &str, lines: &[&str]| {
            let mut byline = Byline::read([writers]);
            byline.sign(lines.iter().copied());
            byline.writers.into_iter().map(|w| w.email).collect::<Vec<_>>().join(",")
        };
        assert_eq!(signed("문태오 기자", &["/oh@hanui.example"]), "oh@hanui.example");
        assert_eq!(signed("문태오·서지안 기자", &["oh@hanui.example"]), ",");
        assert_eq!(signed("문태오 기자", &["oh@hanui.example", "seo@hanui.example"]), "");
    }

    #[test]
    fn contributors() {
        let check = |title: &str, deck: &str, expect: &str| {
            let byline = Byline::contributor(title, &[deck.to_owned()]);
            assert_eq!(byline.writers.first().map_or("", |w| w.name.as_str()), expect, "{title} / {deck}");
        };
        check("물이 지키는 것 [기고]", "김하솔 하늬소방서장", "김하솔");
        check("물이 지키는 것", "김하솔 하늬소방서장", "");
        check("물이 지키는 것 [기고]", "김하솔 서장은 물을 아낀다.", "");
    }
}
