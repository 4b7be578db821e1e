//! Marks that come in pairs: quotation marks and brackets. In: characters of one text. Out: the pairs that close.
//! A mark without its partner is no pair, so one slip of the pen never swallows the rest of a paragraph.

use crate::text::order;

/// What kind of marks enclose the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// “ ” and " ".
    Double,
    /// ‘ ’ and ' '.
    Single,
    /// ( ) and their wide forms.
    Round,
    /// [ ] and 【 】.
    Square,
    /// 「 」 『 』 《 》 〈 〉: titles of works and laws.
    Title,
}

/// A pair of marks, as indices of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enclosure {
    /// Index of the opening mark.
    pub open: usize,
    /// Index of the closing mark.
    pub close: usize,
    /// Their kind.
    pub marks: Marks,
}

const PAIRS: &[(char, char, Marks)] = &[
    ('“', '”', Marks::Double),
    ('‘', '’', Marks::Single),
    ('(', ')', Marks::Round),
    ('（', '）', Marks::Round),
    ('[', ']', Marks::Square),
    ('【', '】', Marks::Square),
    ('「', '」', Marks::Title),
    ('『', '』', Marks::Title),
    ('《', '》', Marks::Title),
    ('〈', '〉', Marks::Title),
];

/// The pairs of a text in order of their opening mark.
pub fn enclosures(chars: &[char]) -> Vec<Enclosure> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut out = Vec::new();
    for (index, &c) in chars.iter().enumerate() {
        if is_apostrophe(chars, index) {
            continue;
        }
        if matches!(c, '"' | '\'') {
            straight(chars, index, &mut open, &mut out);
        } else if PAIRS.iter().any(|p| p.0 == c) {
            open.push((c, index));
        } else if let Some(&(opening, _, marks)) = PAIRS.iter().find(|p| p.1 == c) {
            close(opening, index, marks, &mut open, &mut out);
        }
    }
    order::by(&mut out, |e| e.open);
    out
}

/// `don't`, `’24`: a mark that looks like a single quotation mark and is none.
fn is_apostrophe(chars: &[char], index: usize) -> bool {
    if !matches!(chars[index], '\'' | '’') {
        return false;
    }
    let before = index.checked_sub(1).map(|i| chars[i]);
    let after = chars.get(index + 1).copied();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !super::is_cjk(c));
    let year = before.is_none_or(|c| !c.is_alphanumeric())
        && chars
            .get(index + 1..index + 4)
            .is_some_and(|next| next[0].is_ascii_digit() && next[1].is_ascii_digit() && next[2] == '년');
    (latin(before) && latin(after)) || year
}

/// A straight mark opens or closes by what is open and by the white space beside it.
fn straight(chars: &[char], index: usize, open: &mut Vec<(char, usize)>, out: &mut Vec<Enclosure>) {
    let c = chars[index];
    let marks = if c == '"' { Marks::Double } else { Marks::Single };
    let before_is_word = index > 0 && !super::is_space(chars[index - 1]);
    if open.iter().any(|o| o.0 == c) && before_is_word {
        close(c, index, marks, open, out);
    } else if chars.get(index + 1).is_some_and(|&next| !super::is_space(next)) {
        open.push((c, index));
    }
}

fn close(opening: char, index: usize, marks: Marks, open: &mut Vec<(char, usize)>, out: &mut Vec<Enclosure>) {
    if let Some(at) = open.iter().rposition(|o| o.0 == opening) {
        out.push(Enclosure { open: open[at].1, close: index, marks });
        open.truncate(at);
    }
}

#[cfg(test)]
mod tests {
    use super::enclosures;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let found: Vec<String> = enclosures(&chars).iter().map(|e| chars[e.open..=e.close].iter().collect()).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn pairs_close_and_slips_are_left_alone() {
        check("그는 “좋다(참)”고 했다", &["“좋다(참)”", "(참)"]);
        check("'달빛'의 \"새 노래\"다", &["'달빛'", "\"새 노래\""]);
        check("They don't say ‘it’s over’.", &["‘it’s over’"]);
        check("1) 첫째 2) 둘째 (끝", &[]);
        check("’23년 봄 ‘꽃’이", &["‘꽃’"]);
    }
}
