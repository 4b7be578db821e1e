//! What is read of a stretch of a passage, once. A sorted list: a tree of the standard library is written out anew for each kind of
//! value (see [`by_name`](super::by_name)), and stretches come nearly in order.

use super::passage::Stretch;
use std::cell::RefCell;
use std::rc::Rc;

/// What has been read, by the stretch.
#[derive(Debug)]
pub(crate) struct Once<V: ?Sized>(RefCell<Vec<(Stretch, Rc<V>)>>);

impl<V: ?Sized> Once<V> {
    /// What was read of a stretch, read now if it was not. Reading may read other stretches.
    pub(crate) fn of(&self, stretch: Stretch, read: impl FnOnce() -> Rc<V>) -> Rc<V> {
        let place = || self.0.borrow().binary_search_by_key(&stretch, |known| known.0);
        if let Ok(at) = place() {
            return Rc::clone(&self.0.borrow()[at].1);
        }
        let value = read();
        if let Err(at) = place() {
            self.0.borrow_mut().insert(at, (stretch, Rc::clone(&value)));
        }
        value
    }
}

impl<V: ?Sized> Default for Once<V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stretch_is_read_once() {
        let known: Once<str> = Once::default();
        let read = |start, text: &'static str| known.of(Stretch::new(start, 9), || text.into());
        assert_eq!([&*read(5, "a"), &*read(2, "b"), &*read(5, "c"), &*read(2, "d")], ["a", "b", "a", "b"]);
    }
}
