//! The selectors of rule files: compounds of tag, `#id`, `.class`, `.prefix*`, `[attr]`, `[attr=v]`, `[attr^=v]`,
//! `[attr*=v]`, joined by a space (inside) or `>` (directly inside). A trailing `@attr` takes an attribute's value
//! instead of the text. This file names nothing of the crate, so that `build.rs` checks rule files with it.

/// A parsed selector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    /// Compounds from the innermost outwards, with the combinator to the next outer one.
    pub steps: Vec<(Compound, Combinator)>,
    /// Attribute whose value is meant, or empty for the text.
    pub attribute: String,
}

/// How a compound stands to the next outer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combinator {
    /// Anywhere inside.
    Descendant,
    /// Directly inside.
    Child,
}

/// Tests on one element, all of which must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compound {
    /// Element name, or empty for any.
    pub tag: String,
    /// The tests.
    pub tests: Vec<Test>,
}

/// A test on one element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `#id`.
    Id(String),
    /// `.class`.
    Class(String),
    /// `.prefix*`: a class that begins so (hashed class names of build tools).
    ClassPrefix(String),
    /// `[attr]`.
    Has(String),
    /// `[attr=value]`.
    Equals(String, String),
    /// `[attr^=value]`.
    Begins(String, String),
    /// `[attr*=value]`.
    Holds(String, String),
}

impl Selector {
    /// Parses a selector.
    ///
    /// # Errors
    /// A message that says what was expected and what was found.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (path, attribute) = match text.rsplit_once('@') {
            Some((path, attribute)) if !attribute.is_empty() && attribute.chars().all(is_name) => (path, attribute),
            _ => (text, ""),
        };
        let mut steps = Vec::new();
        let mut combinator = Combinator::Descendant;
        for word in words(path)? {
            if word == ">" {
                if steps.is_empty() || combinator == Combinator::Child {
                    return Err(format!("expected a selector, found {text:?}"));
                }
                combinator = Combinator::Child;
                continue;
            }
            // The combinator stands with the inner compound and says how the outer one before it is related.
            steps.push((compound(&word)?, combinator));
            combinator = Combinator::Descendant;
        }
        if steps.is_empty() || combinator == Combinator::Child {
            return Err(format!("expected a selector, found {text:?}"));
        }
        steps.reverse();
        Ok(Self { steps, attribute: attribute.to_owned() })
    }
}

impl Selector {
    /// The same elements as a selector of CSS (Selectors Level 4); a trailing `@attr` is left out.
    pub fn css(&self) -> String {
        let mut out = String::new();
        for (index, (compound, combinator)) in self.steps.iter().enumerate().rev() {
            out += &compound.css();
            out += match (index, combinator) {
                (0, _) => "",
                _ if self.steps[index - 1].1 == Combinator::Child => " > ",
                _ => " ",
            };
        }
        out
    }
}

impl Compound {
    fn css(&self) -> String {
        let mut out = if self.tag.is_empty() { "*".to_owned() } else { self.tag.clone() };
        self.tests.iter().for_each(|test| out += &test.css());
        out
    }
}

impl Test {
    /// As tests of attributes throughout: names of any letters need no escapes there.
    fn css(&self) -> String {
        let quoted = |value: &str| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
        let name = |attribute: &str| attribute.replace(':', "\\:");
        match self {
            Self::Id(id) => format!("[id={}]", quoted(id)),
            Self::Class(class) => format!("[class~={}]", quoted(class)),
            Self::ClassPrefix(class) => format!(":is([class^={}],[class*={}])", quoted(class), quoted(&format!(" {class}"))),
            Self::Has(attribute) => format!("[{}]", name(attribute)),
            Self::Equals(attribute, value) => format!("[{}={}]", name(attribute), quoted(value)),
            Self::Begins(attribute, value) => format!("[{}^={}]", name(attribute), quoted(value)),
            Self::Holds(attribute, value) => format!("[{}*={}]", name(attribute), quoted(value)),
        }
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// Splits at white space and `>`, but not inside brackets.
fn words(path: &str) -> Result<Vec<String>, String> {
    let mut out = vec![String::new()];
    let mut inside = false;
    for c in path.chars() {
        match c {
            '[' | ']' if inside == (c == '[') => return Err(format!("expected balanced brackets, found {path:?}")),
            '>' if !inside => out.extend([">".to_owned(), String::new()]),
            c if c.is_whitespace() && !inside => out.push(String::new()),
            c => {
                inside = if c == '[' {
                    true
                } else if c == ']' {
                    false
                } else {
                    inside
                };
                out.last_mut().expect("never empty").push(c);
            }
        }
    }
    out.retain(|word| !word.is_empty());
    if inside { Err(format!("expected balanced brackets, found {path:?}")) } else { Ok(out) }
}

fn compound(word: &str) -> Result<Compound, String> {
    let name_end = |s: &str| s.find(|c: char| !is_name(c)).unwrap_or(s.len());
    let mut out = Compound::default();
    let end = name_end(word);
    out.tag = word[..end].to_owned();
    let mut rest = &word[end..];
    while let Some(mark) = rest.chars().next() {
        let body = &rest[1..];
        if mark == '[' {
            let end = body.find(']').ok_or_else(|| format!("expected `]` in {word:?}"))?;
            out.tests.push(
                attribute_test(&body[..end]).ok_or_else(|| format!("expected an attribute test, found [{}]", &body[..end]))?,
            );
            rest = &body[end + 1..];
            continue;
        }
        let end = name_end(body);
        let name = body[..end].to_owned();
        rest = &body[end..];
        let test = match mark {
            '#' if !name.is_empty() => Test::Id(name),
            '.' if !name.is_empty() => match rest.strip_prefix('*') {
                Some(after) => {
                    rest = after;
                    Test::ClassPrefix(name)
                }
                None => Test::Class(name),
            },
            _ => return Err(format!("expected `#id`, `.class` or `[attr]`, found {word:?}")),
        };
        out.tests.push(test);
    }
    Ok(out)
}

fn attribute_test(body: &str) -> Option<Test> {
    let end = body.find(|c: char| !(is_name(c) || c == ':')).unwrap_or(body.len());
    let (name, rest) = (body[..end].to_owned(), &body[end..]);
    let value = |from: &str| Some(from.trim_matches(['"', '\'']).to_owned()).filter(|v| !v.is_empty());
    if name.is_empty() {
        None
    } else if rest.is_empty() {
        Some(Test::Has(name))
    } else if let Some(v) = rest.strip_prefix('=') {
        Some(Test::Equals(name, value(v)?))
    } else if let Some(v) = rest.strip_prefix("^=") {
        Some(Test::Begins(name, value(v)?))
    } else {
        Some(Test::Holds(name, value(rest.strip_prefix("*=")?)?))
    }
}
