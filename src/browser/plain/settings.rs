//! How the reader looks, as the user chose it. Stored by the browser floor; anything unknown falls back to the defaults.

use serde::{Deserialize, Serialize};

/// Type sizes in CSS pixels at the browser's default font size.
pub const SIZES: [u16; 15] = [14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 26, 28, 32, 36, 40];
/// Line heights in hundredths.
pub const LEADS: [u16; 9] = [140, 150, 160, 175, 190, 200, 210, 225, 240];
/// Line lengths in letters (em).
pub const MEASURES: [u16; 10] = [26, 28, 30, 32, 34, 36, 38, 42, 46, 52];
/// Papers in the order of the theme key.
pub const THEMES: [&str; 6] = ["auto", "light", "sepia", "gray", "dark", "black"];
/// Faces.
pub const FACES: [&str; 2] = ["sans", "serif"];
/// Strengths of the fact marks.
pub const MARKS: [&str; 3] = ["off", "quiet", "strong"];

const SIZE: u16 = 18;
const LEAD_HANGUL: u16 = 175;
const LEAD_LATIN: u16 = 160;
const MEASURE: u16 = 36;

/// The reader's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Settings {
    /// One of [`THEMES`].
    pub theme: String,
    /// One of [`SIZES`].
    pub size: u16,
    /// One of [`LEADS`], or 0 for what suits the script.
    pub lead: u16,
    /// One of [`MEASURES`].
    pub measure: u16,
    /// One of [`FACES`].
    pub face: String,
    /// One of [`MARKS`].
    pub marks: String,
    /// Whether pictures are shown.
    pub images: bool,
    /// Whether the dateline that a text begins with is shown.
    pub dateline: bool,
    /// Whether transitions are left out even when the system allows them.
    pub still: bool,
    /// Whether single letters are keys.
    pub keys: bool,
    /// Id of the citation style last copied, or empty.
    pub style: String,
    /// Whether a citation says when the page was opened.
    pub accessed: bool,
    /// Whether a citation leads to the publisher's page where a portal's page names it.
    pub publisher_url: bool,
    /// Whether the address of a quotation leads to its words.
    pub fragment: bool,
    /// Whether a headline keeps the marks of its desk: `[단독]`.
    pub head_marks: bool,
    /// Whether facts stand in the order of the text.
    pub in_order: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: THEMES[0].into(),
            size: SIZE,
            lead: 0,
            measure: MEASURE,
            face: FACES[0].into(),
            marks: MARKS[1].into(),
            images: true,
            dateline: true,
            still: false,
            keys: true,
            style: String::new(),
            accessed: true,
            publisher_url: true,
            fragment: true,
            head_marks: true,
            in_order: false,
        }
    }
}

impl Settings {
    /// The settings with every value outside its list put back to the default.
    pub fn checked(mut self) -> Self {
        let default = Self::default();
        let pick = |value: &mut String, list: &[&str], default: String| {
            if !list.contains(&value.as_str()) {
                *value = default;
            }
        };
        pick(&mut self.theme, &THEMES, default.theme);
        pick(&mut self.face, &FACES, default.face);
        pick(&mut self.marks, &MARKS, default.marks);
        self.size = if SIZES.contains(&self.size) { self.size } else { SIZE };
        self.lead = if LEADS.contains(&self.lead) { self.lead } else { 0 };
        self.measure = if MEASURES.contains(&self.measure) { self.measure } else { MEASURE };
        self
    }

    /// The line height in use for a content language.
    pub fn lead_for(&self, lang: &str) -> u16 {
        match (self.lead, lang) {
            (0, "" | "ko" | "ja" | "zh") => LEAD_HANGUL,
            (0, _) => LEAD_LATIN,
            (lead, _) => lead,
        }
    }

    /// Moves one of the stepped values ("size", "lead", "measure") by `by` steps within its list.
    pub fn step(&mut self, what: &str, by: isize, lang: &str) {
        let lead = self.lead_for(lang);
        match what {
            "size" => self.size = moved(&SIZES, self.size, by),
            "lead" => self.lead = moved(&LEADS, lead, by),
            "measure" => self.measure = moved(&MEASURES, self.measure, by),
            _ => {}
        }
    }

    /// The look put back; what is no look (citations, order of the facts) stays.
    pub fn with_first_look(&self) -> Self {
        let Self { style, accessed, publisher_url, fragment, head_marks, in_order, .. } = self.clone();
        Self { style, accessed, publisher_url, fragment, head_marks, in_order, ..Self::default() }
    }

    /// The paper after this one.
    pub fn next_theme(&self) -> &'static str {
        let at = THEMES.iter().position(|theme| *theme == self.theme).unwrap_or_default();
        THEMES[(at + 1) % THEMES.len()]
    }
}

fn moved(list: &[u16], value: u16, by: isize) -> u16 {
    let at = list.iter().position(|step| *step >= value).unwrap_or(list.len() - 1);
    list[at.saturating_add_signed(by).min(list.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_settings_are_checked() {
        let check = |json: &str, expect: Settings| {
            let read: Settings = serde_json::from_str(json).unwrap_or_default();
            assert_eq!(read.checked(), expect, "{json}");
        };
        let default = Settings::default;
        check("{}", default());
        check(r#"{"theme":"dark","size":20}"#, Settings { theme: "dark".into(), size: 20, ..default() });
        check(r#"{"theme":"javascript:","size":13,"lead":1,"measure":999,"face":"x","marks":""}"#, default());
        check(r#"{"theme":7}"#, default());
        check(r#"{"unknown":1,"images":false}"#, Settings { images: false, ..default() });
        check(r#"{"dateline":false}"#, Settings { dateline: false, ..default() });
        check(r#"{"publisherUrl":false,"headMarks":false}"#, Settings { publisher_url: false, head_marks: false, ..default() });
        let cites = Settings { fragment: false, style: "mla".into(), ..default() };
        assert_eq!(Settings { size: 20, theme: "dark".into(), ..cites.clone() }.with_first_look(), cites);
    }

    #[test]
    fn steps_stay_within_their_lists() {
        let mut settings = Settings::default();
        settings.step("size", -100, "ko");
        settings.step("measure", 100, "ko");
        settings.step("lead", 1, "en");
        assert_eq!((settings.size, settings.measure, settings.lead), (14, 52, 175));
        assert_eq!((Settings::default().lead_for("ko"), Settings::default().lead_for("en")), (175, 160));
        let around = (0..THEMES.len()).fold(Settings::default(), |s, _| Settings { theme: s.next_theme().into(), ..s });
        assert_eq!(around.theme, "auto");
    }
}
