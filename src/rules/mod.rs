//! Rules as data: site rules, boilerplate patterns, class names, publishers. The TOML beside this file is compiled by
//! `build.rs`; portal knowledge stands there and nowhere else.

pub mod class_name;
mod kind;
pub mod matching;
pub mod name_words;
pub mod pattern;
pub mod publisher;
pub mod selector;
pub mod site;

pub use kind::Kind;
