//! Who wrote the article: names without titles and e-mail, as a citation needs them.

use serde::Serialize;

/// The byline of an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Byline {
    /// The line as the page prints it, or empty.
    pub text: String,
    /// The writers in order.
    pub writers: Vec<Writer>,
}

/// One writer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Writer {
    /// Name without role and e-mail ("선담은").
    pub name: String,
    /// Role as printed ("기자", "특파원"), or empty.
    pub role: String,
    /// E-mail address, or empty.
    pub email: String,
    /// Whether this is a desk or an agency, not a person.
    pub organisation: bool,
}
