//! How sure facts are. A fact's confidence is the share of facts found in the same way that are right, as measured on the
//! annotated articles; below [`SHOWN_MIN`] nothing is shown.

/// The least confidence of a fact that is shown: more right ones than wrong ones.
pub const SHOWN_MIN: f32 = 0.5;

/// Facts below this say of themselves that they are unsure: three of ten of their kind may be wrong.
pub const SURE_MIN: f32 = 0.7;

/// Dates that say themselves when they are (annotated articles: 250 of 250 are dates, 241 with the right value).
pub(crate) const DATE: f32 = 0.97;
/// Dates that were counted from another day or took their year or month from one.
pub(crate) const RELATIVE: f32 = 0.93;
/// Dates that words say and no value.
pub(crate) const UNRESOLVED: f32 = 0.8;
/// Quantities whose phrase says what they measure (357 of 363 are quantities; 296 of 357 phrases are right).
pub(crate) const QUANTITY: f32 = 0.97;
/// Quantities without such a phrase.
pub(crate) const UNMEASURED: f32 = 0.9;
/// Sums (every one of 32 was there).
pub(crate) const CHECK: f32 = 0.98;
/// Sources cited by a title (8 of 8).
pub(crate) const SOURCE: f32 = 0.95;
/// Quotations with a speaker (78 of 80 speakers are right), and those without one.
pub(crate) const QUOTE: f32 = 0.97;
pub(crate) const UNSPOKEN: f32 = 0.75;
/// People with a title, an age or a polite word beside them.
pub(crate) const INTRODUCED: f32 = 0.97;
/// People by a foreign name of several words with a title, or one with a body and a title.
pub(crate) const FOREIGN: f32 = 0.9;
/// People by a name that stands alone.
pub(crate) const BARE: f32 = 0.85;
/// Bodies by the end of their name or the list of names (88 of 91).
pub(crate) const BODY: f32 = 0.95;
/// Places of the list of names; places that the tagger names and a dictionary knows; those that only the tagger names.
pub(crate) const PLACE: f32 = 0.95;
pub(crate) const KNOWN_PLACE: f32 = 0.85;
pub(crate) const TAGGED_PLACE: f32 = 0.6;
/// Events by a name in marks, and by the end of an unmarked name.
pub(crate) const MARKED_EVENT: f32 = 0.9;
pub(crate) const EVENT: f32 = 0.8;

/// The confidence of a name that the tagger gave with a margin: that of a linear chain is the logistic function of it.
pub(crate) fn of_margin(margin: f32) -> f32 {
    1.0 / (1.0 + (-margin).exp())
}
