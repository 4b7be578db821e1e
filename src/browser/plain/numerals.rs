//! Numbers as they are set in the margin: the figure large, the words around it (조, 억, 만, units) small.

/// A run of a number as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run<'a> {
    /// The text, spaces included.
    pub text: &'a str,
    /// Whether it belongs to the figure.
    pub large: bool,
}

/// Widest text that fits before the axis at the size of numerals, in ems of that size: 136 px at 24 px.
const AXIS_EMS: f32 = 5.6;
/// Widths in ems of the numeral's size: a numeral, a small Hangul syllable, another small letter, a point or space.
const DIGIT_EMS: f32 = 0.56;
const SYLLABLE_EMS: f32 = 0.58;
const LETTER_EMS: f32 = 0.34;
const POINT_EMS: f32 = 0.26;

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '~' | '∼' | '–' | '-' | '−' | '+' | '/' | ':' | '₩' | '$' | '€' | '£' | '¥')
}

/// Splits a written number into its large and small runs. Text without a digit is one large run ("두 배").
pub fn runs(text: &str) -> Vec<Run<'_>> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return vec![Run { text, large: true }];
    }
    let mut out: Vec<Run<'_>> = Vec::new();
    let mut start = 0;
    let mut large = text.chars().next().is_some_and(is_figure);
    for (at, c) in text.char_indices() {
        if c != ' ' && is_figure(c) != large {
            out.push(Run { text: &text[start..at], large });
            (start, large) = (at, !large);
        }
    }
    out.push(Run { text: &text[start..], large });
    out
}

/// Whether the number is set at the size of names: wider than the axis allows, or in words ("두 배"), which would shout.
pub fn is_wide(text: &str) -> bool {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let width = |c: char| match c {
        ' ' | '.' | ',' | ':' => POINT_EMS,
        c if is_figure(c) => DIGIT_EMS,
        c if crate::text::is_cjk(c) => SYLLABLE_EMS,
        _ => LETTER_EMS,
    };
    text.chars().map(width).sum::<f32>() > AXIS_EMS
}

/// A number with thousands separators and a fixed count of decimals ("13,629", "5.33").
pub fn grouped(value: f64, decimals: usize) -> String {
    let fixed = format!("{:.decimals$}", value.abs());
    let (whole, rest) = fixed.split_once('.').map_or((fixed.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::from(if value < 0.0 { "−" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    rest.into_iter().for_each(|rest| out.extend(['.'].into_iter().chain(rest.chars())));
    out
}

/// Words that multiply the figure before them, largest first.
const SCALES: [(&str, f64); 7] =
    [("조", 1e12), ("억", 1e8), ("만", 1e4), (" trillion", 1e12), (" billion", 1e9), (" million", 1e6), (" thousand", 1e3)];

/// A number as another is written: with the 조, 억 and 만 that stand in `like`, from its largest to its smallest; without such
/// words, grouped with so many decimals.
pub fn scaled(value: f64, like: &str, decimals: usize) -> String {
    let behind = |word: &str| like.split_once(word).filter(|(figure, _)| figure.ends_with(|c: char| c.is_ascii_digit()));
    let scales: Vec<_> = SCALES.into_iter().filter_map(|(word, scale)| Some((word, scale, behind(word)?.1))).collect();
    let Some((last, smallest, rest)) = scales.last().copied().filter(|(_, smallest, _)| value >= *smallest) else {
        return grouped(value, decimals);
    };
    // "5만1425명" is told to the last digit.
    let (last, smallest) = if rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) { ("", 1.0) } else { (last, smallest) };
    let mut left = value;
    let mut out = String::new();
    for (word, scale, _) in scales.into_iter().filter(|(_, scale, _)| *scale > smallest) {
        let whole = (left / scale).floor();
        left -= whole * scale;
        if whole > 0.0 {
            out += &format!("{}{word} ", grouped(whole, 0));
        }
    }
    let figure = grouped(left / smallest, self::decimals(like) + 1);
    out + figure.trim_end_matches('0').trim_end_matches('.') + last
}

/// Digits after the point in a written number, 0 when there is none.
pub fn decimals(text: &str) -> usize {
    let after = text.split_once('.').map_or("", |(_, after)| after);
    after.chars().take_while(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let write = |run: &Run<'_>| if run.large { format!("[{}]", run.text) } else { run.text.to_owned() };
        assert_eq!(runs(text).iter().map(write).collect::<String>(), expect);
    }

    #[test]
    fn figures_are_large_and_words_small() {
        check("1,240개", "[1,240]개");
        check("5만1425명", "[5]만[1425]명");
        check("3억 1,200만 원", "[3]억 [1,200]만 원");
        check("약 20년", "약 [20]년");
        check("7~8일", "[7~8]일");
        check("₩312 million", "[₩312 ]million");
        check("38%", "[38]%");
        check("두 배", "[두 배]");
    }

    #[test]
    fn wide_numbers_are_known() {
        let wide = ["1조 2,500억 3,000만 원", "2조 3천억 달러어치 규모", "두 배"];
        let fits = ["3억 1,200만 원", "5만1425명", "31개국", "1,609명"];
        wide.iter().for_each(|text| assert!(is_wide(text), "{text}"));
        fits.iter().for_each(|text| assert!(!is_wide(text), "{text}"));
    }

    #[test]
    fn numbers_are_grouped() {
        let grouped = |value, decimals| super::grouped(value, decimals);
        assert_eq!([grouped(13629.0, 0), grouped(5.3319, 2), grouped(-1234567.5, 1)], ["13,629", "5.33", "−1,234,567.5"]);
        assert_eq!([grouped(0.0, 0), grouped(100.0, 0), grouped(1000.0, 0)], ["0", "100", "1,000"]);
        let scaled = |value, like| super::scaled(value, like, 1);
        assert_eq!([scaled(275e8, "265억원"), scaled(275.34e8, "265억원")], ["275억", "275.3억"]);
        assert_eq!([scaled(1.27e12, "1조 2,500억 원"), scaled(51530.0, "5만1425명")], ["1조 2,700억", "5만 1,530"]);
        assert_eq!([scaled(3.45e9, "$3.2 billion"), scaled(280000.0, "27만")], ["3.45 billion", "28만"]);
        assert_eq!([scaled(9.9e7, "1억 명"), scaled(5.0, "만 5곳")], ["99,000,000.0", "5.0"]);
        assert_eq!([decimals("5.3배"), decimals("1,609명"), decimals("2.50%")], [1, 0, 2]);
    }
}
