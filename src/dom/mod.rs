//! The page as the core sees it: an arena of elements and text in document order.

use serde::Serialize;

/// An element, named by its ordinal: the n-th element of the page in document order, from 0, template contents not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NodeId(pub u32);
