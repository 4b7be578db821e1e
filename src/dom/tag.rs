//! Element names that the core knows, and what they mean for the flow of text.

/// An element's name. Names outside the list are [`Tag::Other`]; the document keeps their text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A name that the list does not have (custom elements, SVG, MathML).
    Other,
    /// A known HTML element, by its place in [`NAMES`].
    Known(u8),
}

macro_rules! tags {
    ($($constant:ident $name:literal),* $(,)?) => {
        /// Known names, in the order of the constants.
        pub const NAMES: &[&str] = &[$($name),*];
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "the index list mirrors the names")]
        #[derive(Clone, Copy)]
        enum Index { $($constant),* }
        #[allow(missing_docs, reason = "the constant is the element's name")]
        impl Tag { $(pub const $constant: Self = Self::Known(Index::$constant as u8);)* }
    };
}

tags! {
    A "a", ABBR "abbr", ADDRESS "address", ARTICLE "article", ASIDE "aside", AUDIO "audio", B "b", BDI "bdi", BDO "bdo",
    BIG "big", BLOCKQUOTE "blockquote", BODY "body", BR "br", BUTTON "button", CANVAS "canvas", CAPTION "caption",
    CENTER "center", CITE "cite", CODE "code", DD "dd", DEL "del", DETAILS "details", DFN "dfn", DIALOG "dialog",
    DIV "div", DL "dl", DT "dt", EM "em", FIELDSET "fieldset", FIGCAPTION "figcaption", FIGURE "figure", FONT "font",
    FOOTER "footer", FORM "form", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", HEAD "head", HEADER "header",
    HR "hr", HTML "html", I "i", IFRAME "iframe", IMG "img", INPUT "input", INS "ins", KBD "kbd", LABEL "label",
    LEGEND "legend", LI "li", LINK "link", MAIN "main", MARK "mark", MATH "math", MENU "menu", META "meta", NAV "nav",
    NOSCRIPT "noscript", OBJECT "object", OL "ol", OPTION "option", P "p", PICTURE "picture", PRE "pre", Q "q", RP "rp",
    RT "rt", RUBY "ruby", S "s", SAMP "samp", SCRIPT "script", SECTION "section", SELECT "select", SMALL "small",
    SOURCE "source", SPAN "span", STRIKE "strike", STRONG "strong", STYLE "style", SUB "sub", SUMMARY "summary",
    SUP "sup", SVG "svg", TABLE "table", TBODY "tbody", TD "td", TEMPLATE "template", TEXTAREA "textarea", TFOOT "tfoot",
    TH "th", THEAD "thead", TIME "time", TITLE "title", TR "tr", TT "tt", U "u", UL "ul", VAR "var", VIDEO "video", WBR "wbr",
}

impl Tag {
    /// The tag of a lower-case element name.
    pub fn of(name: &str) -> Self {
        NAMES.binary_search(&name).map_or(Self::Other, |index| Self::Known(index as u8))
    }

    /// The element's name; empty for [`Tag::Other`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Known(index) => NAMES[usize::from(index)],
            Self::Other => "",
        }
    }

    /// Whether the element flows with the text around it instead of starting a block. Unknown elements do (as CSS has it).
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Other
                | Self::A
                | Self::ABBR
                | Self::B
                | Self::BDI
                | Self::BDO
                | Self::BIG
                | Self::CITE
                | Self::CODE
                | Self::DEL
                | Self::DFN
                | Self::EM
                | Self::FONT
                | Self::I
                | Self::IMG
                | Self::INPUT
                | Self::INS
                | Self::KBD
                | Self::LABEL
                | Self::MARK
                | Self::MATH
                | Self::PICTURE
                | Self::Q
                | Self::RP
                | Self::RT
                | Self::RUBY
                | Self::S
                | Self::SAMP
                | Self::SMALL
                | Self::SPAN
                | Self::STRIKE
                | Self::STRONG
                | Self::SUB
                | Self::SUP
                | Self::TIME
                | Self::TT
                | Self::U
                | Self::VAR
                | Self::WBR
        )
    }

    /// Whether text inside is never text of the page (code of the page, form values, drawings).
    pub fn hides_text(self) -> bool {
        matches!(
            self,
            Self::SCRIPT
                | Self::STYLE
                | Self::NOSCRIPT
                | Self::TEMPLATE
                | Self::TITLE
                | Self::TEXTAREA
                | Self::SELECT
                | Self::SVG
                | Self::IFRAME
                | Self::OBJECT
                | Self::AUDIO
                | Self::VIDEO
                | Self::CANVAS
                | Self::HEAD
        )
    }

    /// The level of a heading element, 1..=6.
    pub fn heading_level(self) -> Option<u8> {
        [Self::H1, Self::H2, Self::H3, Self::H4, Self::H5, Self::H6].iter().position(|&h| h == self).map(|index| index as u8 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_the_search_finds_them() {
        assert!(NAMES.is_sorted(), "binary search needs sorted names");
        for name in NAMES {
            assert_eq!(Tag::of(name).name(), *name);
        }
        assert_eq!(Tag::of("my-element"), Tag::Other);
    }
}
