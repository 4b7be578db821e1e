//! Names: what is the family name, and how lists of names are joined.
//! A name in Hangul, Han or kana is one piece, family name first, without space or comma. An organisation is one piece.

use super::words::words;
use super::{Author, NameParts};
use crate::text::{is_cjk, is_hangul};

/// A name, split where the split is sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// One piece: East Asian, an organisation, a pen name. `family` is what a short reference prints of it: the family name
    /// where it is known, else the whole.
    Whole { name: String, family: String },
    /// A Western name, or a romanised Korean one.
    Split(Parts),
}

/// The parts of a Western name; all but the family name may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) given: String,
    pub(super) particle: String,
    pub(super) family: String,
    pub(super) suffix: String,
    /// Printed family name first ("Kim Min-ji").
    pub(super) family_first: bool,
}

impl Name {
    pub(super) fn of(author: &Author) -> Self {
        let name = author.name.as_str();
        if author.organisation {
            return Self::whole(name.to_owned());
        }
        if let Some(parts) = author.parts.as_ref().filter(|parts| !parts.family.is_empty()) {
            return Self::of_parts(parts);
        }
        if name.chars().any(is_cjk) {
            return Self::whole(east_asian(name));
        }
        western(name).map_or_else(|| Self::whole(name.to_owned()), Self::Split)
    }

    fn whole(name: String) -> Self {
        Self::Whole { family: name.clone(), name }
    }

    fn of_parts(parts: &NameParts) -> Self {
        let NameParts { given, particle, family, suffix } = parts.clone();
        if given.is_empty() && particle.is_empty() {
            return Self::whole(family);
        }
        if family.chars().any(is_cjk) {
            return Self::Whole { name: format!("{family}{given}"), family };
        }
        Self::Split(Parts { given, particle, family, suffix, family_first: false })
    }

    /// The family name as a reference in the text has it: `van den Berg`; `선담은` where nobody knows the family name.
    pub(super) fn family(&self) -> String {
        match self {
            Self::Whole { family, .. } => family.clone(),
            Self::Split(parts) => words_of(&[&parts.particle, &parts.family]),
        }
    }

    /// `Rivera, Ana M.`; `van den Berg, Pieter`; `선담은`.
    pub(super) fn inverted(&self) -> String {
        self.inverted_with(|parts| parts.given.clone())
    }

    /// `Rivera, A. M.`; `선담은`.
    pub(super) fn initials(&self) -> String {
        self.inverted_with(|parts| initials(&parts.given))
    }

    /// `Berg, Pieter van den`: the particle behind the given name (Chicago, for Dutch names in the Netherlands).
    pub(super) fn demoted(&self) -> String {
        match self {
            Self::Split(Parts { given, particle, family, suffix, .. }) if !particle.is_empty() => {
                let pieces = [family.clone(), words_of(&[given, particle]), suffix.clone()];
                pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(", ")
            }
            name => name.inverted(),
        }
    }

    /// `RIVERA, Ana M.`; `WORLD HEALTH ORGANIZATION` (ISO 690).
    pub(super) fn capitals(&self) -> String {
        match self {
            Self::Whole { name, .. } => name.to_uppercase(),
            Self::Split(parts) => {
                let family = parts.family.to_uppercase();
                Self::Split(Parts { family, particle: parts.particle.to_uppercase(), ..parts.clone() }).inverted()
            }
        }
    }

    /// `Rivera, A.M.` (Harvard)
    pub(super) fn tight_initials(&self) -> String {
        self.inverted_with(|parts| initials(&parts.given).replace(". ", "."))
    }

    /// `A. M. Rivera` (IEEE)
    pub(super) fn initials_first(&self) -> String {
        match self {
            Self::Whole { name, .. } => name.clone(),
            Self::Split(parts) => words_of(&[&initials(&parts.given), &parts.particle, &parts.family, &parts.suffix]),
        }
    }

    /// `Rivera AM`; with a space between the initials `Rivera A M` (Vancouver, GB/T 7714).
    pub(super) fn bare_initials(&self, between: &str) -> String {
        match self {
            Self::Whole { name, .. } => name.clone(),
            Self::Split(parts) => {
                let letters = initials(&parts.given);
                let letters: Vec<&str> = letters.split(['.', ' ', '-']).filter(|letter| !letter.is_empty()).collect();
                let suffix = parts.suffix.trim_end_matches('.');
                words_of(&[&parts.particle, &parts.family, &letters.join(between), suffix])
            }
        }
    }

    fn inverted_with(&self, given: impl Fn(&Parts) -> String) -> String {
        let parts = match self {
            Self::Whole { name, .. } => return name.clone(),
            Self::Split(parts) => parts,
        };
        let family = [parts.particle.as_str(), parts.family.as_str()];
        let pieces = [words_of(&family), given(parts), parts.suffix.clone()];
        pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The name in reading order: `Ana M. Rivera`, `Kim Min-ji`, `Martin Luther King Jr.`
    pub(super) fn natural(&self) -> String {
        match self {
            Self::Whole { name, .. } => name.clone(),
            Self::Split(parts) if parts.family_first => words_of(&[&parts.family, &parts.given]),
            // No comma before the suffix, as Chicago has it since its 16th edition (6.43).
            Self::Split(parts) => words_of(&[&parts.given, &parts.particle, &parts.family, &parts.suffix]),
        }
    }
}

/// The names of the authors, in order.
pub(super) fn names(authors: &[Author]) -> Vec<Name> {
    authors.iter().map(Name::of).collect()
}

/// `a`, `a and b`, `a, b, and c`; `comma_of_two` keeps the comma before "and" of two, as inverted names want it.
pub(super) fn series(names: &[String], and: &str, comma_of_two: bool) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] if !comma_of_two => format!("{one} {and} {two}"),
        [rest @ .., last] => format!("{}, {and} {last}", rest.join(", ")),
    }
}

fn words_of(words: &[&str]) -> String {
    words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Longest given name in signs of a name that pages print with a space ("선 담은", "山田 太郎").
const GIVEN_SIGNS_MAX: usize = 4;

/// Joins "선 담은" and "선, 담은"; leaves what is not plainly family and given name.
fn east_asian(name: &str) -> String {
    let pieces: Vec<&str> = name.split([',', ' ']).filter(|piece| !piece.is_empty()).collect();
    let [family, given] = pieces[..] else { return name.to_owned() };
    let signs = |piece: &str| piece.chars().count();
    let pure = name.chars().all(|c| is_cjk(c) || c == ' ' || c == ',');
    let is_family = if family.chars().all(is_hangul) {
        signs(family) == 1 || words().long_surnames.contains(&family)
    } else {
        signs(family) <= GIVEN_SIGNS_MAX
    };
    if pure && is_family && signs(given) <= GIVEN_SIGNS_MAX { format!("{family}{given}") } else { name.to_owned() }
}

fn western(name: &str) -> Option<Parts> {
    let (name, suffix) = without_suffix(name);
    if let Some((family, given)) = name.split_once(", ") {
        let (particle, family) = leading_particles(family.split(' ').collect());
        return Some(Parts { given: given.to_owned(), particle, family, suffix, family_first: false });
    }
    let pieces: Vec<&str> = name.split(' ').filter(|piece| !piece.is_empty()).collect();
    let (first, rest) = pieces.split_first().filter(|(_, rest)| !rest.is_empty())?;
    if rest.len() == 1 && !first.contains('-') && has_korean_hyphen(rest[0]) {
        return Some(Parts {
            given: rest[0].to_owned(),
            family: (*first).to_owned(),
            suffix,
            family_first: true,
            ..Parts::default()
        });
    }
    let is_particle = |piece: &&str| words().particles.contains(&piece.to_lowercase().as_str());
    let last = rest.len() - 1;
    let start = rest[..last].iter().position(&is_particle).unwrap_or(last);
    let start = if rest[start..last].iter().all(&is_particle) { start } else { last };
    let given = words_of(&pieces[..=start]);
    let (particle, family) = leading_particles(rest[start..].to_vec());
    Some(Parts { given, particle, family, suffix, family_first: false })
}

/// Lower-case particles stand apart from the family name; capital ones ("Van Dyke") belong to it.
fn leading_particles(pieces: Vec<&str>) -> (String, String) {
    let lower = |piece: &&str| piece.starts_with(char::is_lowercase) && words().particles.contains(piece);
    let count = pieces.iter().take(pieces.len() - 1).take_while(|piece| lower(piece)).count();
    (words_of(&pieces[..count]), words_of(&pieces[count..]))
}

fn without_suffix(name: &str) -> (&str, String) {
    for suffix in words().suffixes {
        if let Some(rest) = name.strip_suffix(suffix).filter(|rest| rest.ends_with([' ', ','])) {
            return (rest.trim_end_matches([' ', ',']), (*suffix).to_owned());
        }
    }
    (name, String::new())
}

/// "Min-ji": the second syllable of a romanised Korean given name is small; an English double name has two capitals.
fn has_korean_hyphen(name: &str) -> bool {
    name.split_once('-').is_some_and(|(first, second)| !first.is_empty() && second.starts_with(char::is_lowercase))
}

/// `Ana M.` to `A. M.`; `Mary-Jane` to `M.-J.`; `Min-ji` to `M.`, for a small second syllable has no initial of its own.
fn initials(given: &str) -> String {
    let spaced = given.replace('.', ". ");
    let initial = |piece: &str| piece.chars().next().filter(|c| c.is_alphabetic()).map(|c| format!("{c}."));
    let hyphened = |word: &str| {
        let capital = |piece: &&str| !piece.starts_with(char::is_lowercase);
        let (first, rest) = word.split_once('-').unwrap_or((word, ""));
        let rest = rest.split('-').filter(capital).filter_map(initial);
        initial(first).into_iter().chain(rest).collect::<Vec<_>>().join("-")
    };
    words_of(&spaced.split_whitespace().map(hyphened).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, natural: &str, inverted: &str, initials: &str) {
        let name = Name::of(&Author { name: name.into(), ..Author::default() });
        assert_eq!([name.natural(), name.inverted(), name.initials()], [natural, inverted, initials]);
    }

    #[test]
    fn names_split_where_the_split_is_sure() {
        check("선담은", "선담은", "선담은", "선담은");
        check("선 담은", "선담은", "선담은", "선담은");
        check("남궁 민", "남궁민", "남궁민", "남궁민");
        check("선, 담은", "선담은", "선담은", "선담은");
        check("편집국 기자", "편집국 기자", "편집국 기자", "편집국 기자");
        check("김 알렉산드라", "김 알렉산드라", "김 알렉산드라", "김 알렉산드라");
        check("山田 太郎", "山田太郎", "山田太郎", "山田太郎");
        check("Ana M. Rivera", "Ana M. Rivera", "Rivera, Ana M.", "Rivera, A. M.");
        check("Rivera, Ana M.", "Ana M. Rivera", "Rivera, Ana M.", "Rivera, A. M.");
        check("Mary-Jane O’Neill", "Mary-Jane O’Neill", "O’Neill, Mary-Jane", "O’Neill, M.-J.");
        check("J.R.R. Tolkien", "J.R.R. Tolkien", "Tolkien, J.R.R.", "Tolkien, J. R. R.");
        check("Pieter van den Berg", "Pieter van den Berg", "van den Berg, Pieter", "van den Berg, P.");
        check("Dick Van Dyke", "Dick Van Dyke", "Van Dyke, Dick", "Van Dyke, D.");
        check("Van Morrison", "Van Morrison", "Morrison, Van", "Morrison, V.");
        check("Martin Luther King, Jr.", "Martin Luther King Jr.", "King, Martin Luther, Jr.", "King, M. L., Jr.");
        check("Kim Min-ji", "Kim Min-ji", "Kim, Min-ji", "Kim, M.");
        check("Da-sol Kim", "Da-sol Kim", "Kim, Da-sol", "Kim, D.");
        check("Lee Smith-Jones", "Lee Smith-Jones", "Smith-Jones, Lee", "Smith-Jones, L.");
        check("sunnywriter", "sunnywriter", "sunnywriter", "sunnywriter");
    }

    #[test]
    fn every_form_of_a_name() {
        let parts = |given: &str, particle: &str, family: &str, suffix: &str| {
            let [given, particle, family, suffix] = [given, particle, family, suffix].map(str::to_owned);
            Name::of(&Author { parts: Some(NameParts { given, particle, family, suffix }), ..Author::default() })
        };
        let check = |name: Name, expect: [&str; 7]| {
            let (bare, spaced) = (name.bare_initials(""), name.bare_initials(" "));
            let forms =
                [name.family(), name.demoted(), name.capitals(), name.tight_initials(), name.initials_first(), bare, spaced];
            assert_eq!(forms, expect);
        };
        let berg = ["van den Berg", "Berg, Mary-Ann J. van den", "VAN DEN BERG, Mary-Ann J.", "van den Berg, M.-A.J."];
        let initials = ["M.-A. J. van den Berg", "van den Berg MAJ", "van den Berg M A J"];
        check(parts("Mary-Ann J.", "van den", "Berg", ""), [berg.as_slice(), &initials].concat().try_into().expect("seven"));
        let king = ["King", "King, Martin Luther, Jr.", "KING, Martin Luther, Jr.", "King, M.L., Jr."];
        let initials = ["M. L. King Jr.", "King ML Jr", "King M L Jr"];
        check(parts("Martin Luther", "", "King", "Jr."), [king.as_slice(), &initials].concat().try_into().expect("seven"));
        check(parts("담은", "", "선", ""), ["선", "선담은", "선담은", "선담은", "선담은", "선담은", "선담은"]);
        check(parts("", "", "선담은", ""), ["선담은"; 7]);
    }
}
