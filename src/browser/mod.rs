//! Browser floor.
