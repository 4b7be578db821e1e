//! What the reader shows, worked out without a browser: nesting of marks, numerals, dates, sums, tables for the clipboard,
//! settings. In: a [`crate::reading::Reading`] and [`Wording`]; out: plain values that the view turns into nodes.
//! No DOM here, so that it is tested on the host.

pub mod cited;
pub mod clip;
pub mod dates;
pub mod excerpt;
pub mod folio;
pub mod groups;
pub mod kinds;
pub mod layers;
pub mod ledger;
pub mod minutes;
pub mod notes;
pub mod numerals;
pub mod settings;
pub mod snippet;
pub mod sums;

/// Interface words by key, with `$1`, `$2` filled in (`extension/_locales`).
pub trait Wording {
    /// The message of a key.
    fn say(&self, key: &str, with: &[&str]) -> String;

    /// The message of a key with a count as `$1`: the key with `_one` for exactly one.
    fn count(&self, key: &str, n: usize) -> String {
        let number = numerals::grouped(n as f64, 0);
        if n == 1 { self.say(&format!("{key}_one"), &[&number]) } else { self.say(key, &[&number]) }
    }
}

#[cfg(test)]
pub(crate) mod messages {
    //! The real messages of both interface languages, for tests.

    use super::Wording;
    use serde_json::Value;

    pub(crate) struct Messages(pub(crate) Value);

    pub(crate) fn of(code: &str) -> Messages {
        let text = match code {
            "ko" => include_str!("../../../extension/_locales/ko/messages.json"),
            _ => include_str!("../../../extension/_locales/en/messages.json"),
        };
        Messages(serde_json::from_str(text).expect("messages.json is JSON"))
    }

    impl Wording for Messages {
        fn say(&self, key: &str, with: &[&str]) -> String {
            let message = self.0[key]["message"].as_str().unwrap_or(key).to_owned();
            with.iter().enumerate().fold(message, |text, (i, value)| text.replace(&format!("${}", i + 1), value))
        }
    }
}
