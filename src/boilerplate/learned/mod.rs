//! The learned block scorer: how likely each block of text is part of the article.
//!
//! Features of a block, of its links and of what stands around and above it go through a small forest of decision trees (`forest`), its answers
//! and their neighbourhood through a second one (stacking, also called auto-context: Tu, "Auto-context and its
//! application", CVPR 2008), and `choice` takes the blocks with which the expected F1 of the page is highest. The trees are
//! grown by `examples/train` and stand in `model.txt`.

mod above;
pub mod choice;
pub mod context;
mod features;
pub mod forest;
mod ground;
mod links;
pub mod model;
mod names;
mod place;
pub mod settle;
mod shared;
mod sums;
mod together;
mod votes;
mod wording;
pub mod words;

pub(super) use votes::says;

pub use features::{Evidence, Matrix, WIDTH, feature_names, first};
pub use ground::Ground;
pub use shared::Shared;
