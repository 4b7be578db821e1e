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
        assert_eq!([decimals("5.3배"), decimals("1,609명"), decimals("2.50%")], [1, 0, 2]);
    }
}
