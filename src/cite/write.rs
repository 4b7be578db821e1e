//! Builds a [`Formatted`] piece by piece and keeps its punctuation: no doubled full stops, no empty pieces.

use super::{Face, Formatted, Run};

/// The pen: appends text, merging neighbours of the same face.
#[derive(Debug, Default)]
pub(super) struct Pen {
    runs: Vec<Run>,
}

impl Pen {
    /// Appends upright text.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.push(text, Face::Upright)
    }

    /// Appends text in italics.
    pub(super) fn italic(&mut self, text: &str) -> &mut Self {
        self.push(text, Face::Italic)
    }

    /// Appends bold text.
    pub(super) fn bold(&mut self, text: &str) -> &mut Self {
        self.push(text, Face::Bold)
    }

    /// Ends a sentence: a full stop, unless the text ends with one or with `?`, `!`, `…`.
    pub(super) fn stop(&mut self) -> &mut Self {
        let ended = self.runs.last().is_none_or(|run| ends_sentence(&run.text));
        if ended { self } else { self.push(".", Face::Upright) }
    }

    /// A separator before the next piece; nothing at the start.
    pub(super) fn gap(&mut self, separator: &str) -> &mut Self {
        if self.runs.is_empty() { self } else { self.push(separator, Face::Upright) }
    }

    /// The citation.
    pub(super) fn finish(&mut self) -> Formatted {
        Formatted { runs: std::mem::take(&mut self.runs) }
    }

    fn push(&mut self, text: &str, face: Face) -> &mut Self {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(run) if run.face == face => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), face }),
        }
        self
    }
}

/// Whether a text ends a sentence by itself, closing quotation marks aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'']).ends_with(['.', '?', '!', '…', '。', '？', '！'])
}

/// A citation that is one upright text.
pub(super) fn plain(text: String) -> Formatted {
    Formatted { runs: vec![Run { text, face: Face::Upright }] }
}
