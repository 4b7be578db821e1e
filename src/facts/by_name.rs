//! What is known of names: a sorted list. A tree of the standard library is written out anew for each kind of value (2 to 3 kB of
//! wasm each); a part of a body that is read at once has a few hundred names at most.

/// Values by name, in the order of the names.
#[derive(Debug)]
pub(crate) struct ByName<K, V>(Vec<(K, V)>);

impl<K: AsRef<str>, V> ByName<K, V> {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a name; what `none` makes if it has none.
    pub(crate) fn entry(&mut self, name: K, none: impl FnOnce() -> V) -> &mut V {
        let at = self.place(name.as_ref());
        if self.0.get(at).is_none_or(|found| found.0.as_ref() != name.as_ref()) {
            self.0.insert(at, (name, none()));
        }
        &mut self.0[at].1
    }

    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.0.get(self.place(name)).filter(|found| found.0.as_ref() == name).map(|found| &found.1)
    }

    /// All of them.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    fn place(&self, name: &str) -> usize {
        self.0.partition_point(|(other, _)| other.as_ref() < name)
    }
}

impl<K, V> IntoIterator for ByName<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::ByName;

    #[test]
    fn names_have_one_value_each_and_stand_in_order() {
        let mut names = ByName::new();
        for name in ["나래", "가람", "나래", "다온"] {
            *names.entry(name, || 0) += 1;
        }
        assert_eq!((names.get("나래"), names.get("라온")), (Some(&2), None));
        assert!(names.into_iter().eq([("가람", 1), ("나래", 2), ("다온", 1)]));
    }
}
