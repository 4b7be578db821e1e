//! The numbers of TIMEX3 lengths as text: "P1.5Y".

use std::fmt;

/// A number that is not negative, to thousandths: writing any float as the standard library does weighs 5 kB.
pub(super) struct Decimal(pub(super) f64);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousandths = (self.0 * 1000.0).round() as u64;
        write!(f, "{}", thousandths / 1000)?;
        let part = format!("{:03}", thousandths % 1000);
        let part = part.trim_end_matches('0');
        if part.is_empty() { Ok(()) } else { write!(f, ".{part}") }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn decimals_end_with_their_last_digit() {
        let written: Vec<String> = [0.0, 2.0, 1.5, 0.05, 10.25, 1.0 / 3.0].iter().map(|n| Decimal(*n).to_string()).collect();
        assert_eq!(written, ["0", "2", "1.5", "0.05", "10.25", "0.333"]);
    }
}
