//! Browser floor: the reader inside the extension's frame. In: a snapshot of the page and the environment of `reader.js`.
//! Out: nodes in `reader.html` and messages to the page. Everything that can be worked out without a browser is in [`plain`].
//!
//! ```text
//! reader.js ─► open ─► protocol ─► malgeun::read ─► Session ─► view/… (el.rs builds) ─► nodes
//!                                                      ▲
//!                           clicks, keys ─► acts, keys, walk, panels, restore
//! ```

#[cfg(target_arch = "wasm32")]
mod acts;
#[cfg(target_arch = "wasm32")]
mod el;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod look;
#[cfg(target_arch = "wasm32")]
mod panels;
#[cfg(target_arch = "wasm32")]
mod protocol;
#[cfg(target_arch = "wasm32")]
mod quote;
#[cfg(target_arch = "wasm32")]
mod restore;
#[cfg(target_arch = "wasm32")]
mod session;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
mod walk;

pub mod plain;
