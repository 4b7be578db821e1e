//! Quotation marks and brackets around titles that hold some themselves: never one kind inside the same kind.

use super::write::ends_sentence;

/// Typographic marks for straight ones, as English styles print them: `"a" 'b' it's` to `“a” ‘b’ it’s`.
pub(super) fn curl(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let opens = out.chars().last().is_none_or(|before| before.is_whitespace() || "([{“‘「『〈《—-".contains(before));
        let decade = rest.peek().is_some_and(char::is_ascii_digit);
        out.push(match c {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens && !decade => '‘',
            '\'' => '’',
            _ => c,
        });
    }
    out
}

/// The text as it stands inside double marks: its own marks alternate, double ones become single.
pub(super) fn inner(text: &str) -> String {
    let text = curl(text);
    if !text.contains(['“', '”']) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        let closes = match c {
            '”' => open.last() == Some(&'“'),
            '’' => open.last() == Some(&'‘') && !is_apostrophe(&text, at),
            _ => false,
        };
        let level = open.len() - usize::from(closes);
        out.push(match c {
            '“' | '‘' => mark(level, '‘', '“'),
            '”' => mark(level, '’', '”'),
            '’' if closes => mark(level, '’', '”'),
            _ => c,
        });
        match c {
            '“' | '‘' => open.push(c),
            _ if closes => drop(open.pop()),
            _ => {}
        }
    }
    out
}

fn mark(level: usize, even: char, odd: char) -> char {
    if level.is_multiple_of(2) { even } else { odd }
}

fn is_apostrophe(text: &str, at: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    letter(text[..at].chars().next_back()) && letter(text[at..].chars().nth(1))
}

/// A title in English double marks with the stop inside, as MLA and Chicago print it: `“Title.”`
pub(super) fn quoted(title: &str, stop: char) -> String {
    format!("“{}”", stopped(&inner(title), stop))
}

/// A title in double marks with a comma inside, whatever it ends with: `“Is it?,”`
pub(super) fn quoted_comma(title: &str) -> String {
    let inner = inner(title);
    let body = inner.trim_end_matches(['”', '’']);
    format!("“{body},{}”", &inner[body.len()..])
}

/// A title in single marks, its own marks in double ones, as British styles print it: `‘“AI” 기업들’`
pub(super) fn quoted_british(title: &str) -> String {
    let swapped = |c: char| match c {
        '“' => '‘',
        '”' => '’',
        '‘' => '“',
        _ => c,
    };
    let inner = inner(title);
    // Single marks that are no apostrophes become double: the pairs that `inner` wrote.
    let mut out = String::new();
    let mut open: Vec<char> = Vec::new();
    for (at, c) in inner.char_indices() {
        match c {
            '“' | '‘' => {
                open.push(c);
                out.push(swapped(c));
            }
            '’' if open.last() == Some(&'‘') && !is_apostrophe(&inner, at) => {
                open.pop();
                out.push('”');
            }
            '”' => {
                open.pop();
                out.push('’');
            }
            _ => out.push(c),
        }
    }
    format!("‘{out}’")
}

/// The text with `stop` before its closing marks, unless a `?`, `!` or stop is there.
pub(super) fn stopped(text: &str, stop: char) -> String {
    if ends_sentence(text) {
        return text.to_owned();
    }
    let body = text.trim_end_matches(['”', '’']);
    format!("{body}{stop}{}", &text[body.len()..])
}

/// Pairs of brackets for a title and the work that holds it, in the order of [`Brackets`].
const KOREAN_PAIRS: [[(char, char); 2]; 2] = [[('「', '」'), ('『', '』')], [('〈', '〉'), ('《', '》')]];

/// The brackets that a Korean style prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Brackets {
    /// `「」『』`
    Corner,
    /// `〈〉《》`
    Angle,
}

/// Title and publisher in Korean brackets: the preferred ones, or the others when the texts hold those already.
/// When they hold both, the brackets inside the title become single quotation marks.
pub(super) fn bracketed(title: &str, publisher: &str, brackets: Brackets) -> (String, String) {
    let holds = |text: &str, (open, close): (char, char)| text.contains([open, close]);
    let free = |pairs: &&[(char, char); 2]| pairs.iter().all(|pair| !holds(title, *pair) && !holds(publisher, *pair));
    let preferred = &KOREAN_PAIRS[brackets as usize];
    let pairs = [preferred].into_iter().chain(&KOREAN_PAIRS).find(free).unwrap_or(preferred);
    let wrap = |text: &str, (open, close): (char, char)| {
        if text.is_empty() {
            return String::new();
        }
        let text: String = text
            .chars()
            .map(|c| {
                if is_pair_opening(c, pairs) {
                    '‘'
                } else if is_pair_closing(c, pairs) {
                    '’'
                } else {
                    c
                }
            })
            .collect();
        format!("{open}{text}{close}")
    };
    (wrap(title, pairs[0]), wrap(publisher, pairs[1]))
}

fn is_pair_opening(c: char, pairs: &[(char, char); 2]) -> bool {
    pairs.iter().any(|pair| pair.0 == c)
}

fn is_pair_closing(c: char, pairs: &[(char, char); 2]) -> bool {
    pairs.iter().any(|pair| pair.1 == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_alternate() {
        for (text, expect) in [
            ("“AI 인재 모셔온다” 기업들", "‘AI 인재 모셔온다’ 기업들"),
            ("‘AI 인재’ 기업들", "‘AI 인재’ 기업들"),
            ("“그는 ‘안 한다’고 했다”", "‘그는 “안 한다”고 했다’"),
            ("“We can’t wait”: ‘enough’", "‘We can’t wait’: ‘enough’"),
            ("“The workers’ day”", "‘The workers’ day’"),
            ("\"연구실이 비었다\"", "‘연구실이 비었다’"),
            ("닫지 않은 “말", "닫지 않은 ‘말"),
        ] {
            assert_eq!(inner(text), expect);
        }
        assert_eq!(curl("it's '90s \"so\" ('a')"), "it’s ’90s “so” (‘a’)");
    }

    #[test]
    fn stops_stand_inside() {
        assert_eq!(quoted("연구실이 “비었다”", '.'), "“연구실이 ‘비었다.’”");
        assert_eq!(quoted("Is it?", '.'), "“Is it?”");
        assert_eq!(quoted("“Is it?”", '.'), "“‘Is it?’”");
        assert_eq!(quoted("하늘이 맑다", ','), "“하늘이 맑다,”");
    }

    #[test]
    fn commas_and_british_marks() {
        assert_eq!(quoted_comma("Is it?"), "“Is it?,”");
        assert_eq!(quoted_comma("연구실이 “비었다”"), "“연구실이 ‘비었다,’”");
        assert_eq!(quoted_british("“We can’t wait”: teachers"), "‘“We can’t wait”: teachers’");
        assert_eq!(quoted_british("“그는 ‘안 한다’고 했다”"), "‘“그는 ‘안 한다’고 했다”’");
        assert_eq!(quoted_british("하늘이 맑다"), "‘하늘이 맑다’");
    }

    #[test]
    fn brackets_never_nest_in_their_own_kind() {
        for (title, publisher, expect) in [
            ("하늘", "한겨레", "「하늘」『한겨레』"),
            ("「날개」를 읽다", "한겨레", "〈「날개」를 읽다〉《한겨레》"),
            ("『날개』를 읽다", "한겨레", "〈『날개』를 읽다〉《한겨레》"),
            ("〈기생충〉 흥행", "한겨레", "「〈기생충〉 흥행」『한겨레』"),
            ("「날개」와 〈기생충〉", "한겨레", "「‘날개’와 〈기생충〉」『한겨레』"),
            ("하늘", "", "「하늘」"),
        ] {
            let (title, publisher) = bracketed(title, publisher, Brackets::Corner);
            assert_eq!(title + &publisher, expect);
        }
    }
}
