//! Between tokenizer and tree builder: what stands in scripts and styles goes to the tree builder in one piece. The tokenizer
//! would look at each of its characters, and half of a page of today is scripts.

use html5ever::tendril::SliceExt;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, Token, TokenSink, TokenSinkResult};

/// A token sink that takes the text of raw elements out of the tokenizer's input.
pub(crate) struct Whole<'i, S> {
    pub(crate) inner: S,
    input: &'i BufferQueue,
}

impl<'i, S: TokenSink> Whole<'i, S> {
    /// `input` is what the tokenizer is fed with.
    pub(crate) fn new(inner: S, input: &'i BufferQueue) -> Self {
        Self { inner, input }
    }

    /// Hands on the text between a start tag, which the tokenizer has just read, and its end tag.
    fn hand_on(&self, name: &str, line: u64) {
        let Some(mut rest) = self.input.pop_front() else { return };
        let raw = text_of(name, &rest).filter(|raw| !raw.is_empty());
        if let Some(raw) = raw {
            let length = raw.len();
            // A browser sees no carriage return.
            let text = if raw.contains('\r') {
                raw.replace("\r\n", "\n").replace('\r', "\n").to_tendril()
            } else {
                rest.subtendril(0, length as u32)
            };
            // A text asks the tokenizer for nothing.
            let _ = self.inner.process_token(Token::CharacterTokens(text), line);
            rest.pop_front(length as u32);
        }
        self.input.push_front(rest);
    }
}

impl<S: TokenSink> TokenSink for Whole<'_, S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        let name = match &token {
            Token::TagToken(Tag { name, .. }) => Some(name.clone()),
            _ => None,
        };
        let result = self.inner.process_token(token, line);
        if let (TokenSinkResult::RawData(RawKind::ScriptData | RawKind::Rawtext), Some(name)) = (&result, name) {
            self.hand_on(&name, line);
        }
        result
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The text before the end tag of this name, where nothing in it means more than itself: a comment in a script may hold an end
/// tag that ends nothing, and a null character is replaced.
///
/// Source: HTML standard, 13.2.5.3 to 13.2.5.31.
fn text_of<'t>(name: &str, rest: &'t str) -> Option<&'t str> {
    let mut from = 0;
    loop {
        let tag = from + rest[from..].find('<')?;
        let behind = &rest.as_bytes()[tag + 1..];
        if behind.starts_with(b"!--") {
            return None;
        }
        let is_end = behind.first() == Some(&b'/')
            && behind.get(1..=name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && behind.get(1 + name.len()).is_some_and(|c| matches!(c, b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r' | b'\x0c'));
        if is_end {
            return Some(&rest[..tag]).filter(|text| !text.contains('\0'));
        }
        from = tag + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn ends_at_its_own_tag() {
        assert_eq!(text_of("script", "a < b; '</p>' </scripted></ScRiPt\n>x"), Some("a < b; '</p>' </scripted>"));
        assert_eq!(text_of("style", "a > b {}</style>"), Some("a > b {}"));
        assert_eq!(text_of("script", "</script>"), Some(""));
    }

    #[test]
    fn is_left_to_the_tokenizer_where_it_means_more() {
        assert_eq!(text_of("script", "<!-- <script> </script> --></script>"), None);
        assert_eq!(text_of("script", "a\0b</script>"), None);
        assert_eq!(text_of("script", "open"), None);
        assert_eq!(text_of("script", "open</script"), None);
    }
}
