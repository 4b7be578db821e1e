//! The class names and ids of a page, each different one numbered once: a page has thousands of elements and some hundred
//! names, and several tables are asked about them.

use super::{Document, NodeId};
use crate::text::Span;
use std::collections::HashMap;

/// The names of all elements by number.
#[derive(Debug, Default)]
pub(super) struct NameTable {
    /// Where each different name stands.
    distinct: Vec<Span>,
    /// The names of all elements, one after the other.
    numbers: Vec<u32>,
    /// Where those of each element end.
    ends: Vec<u32>,
}

impl NameTable {
    fn of(document: &Document) -> Self {
        let mut table = Self::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        for node in document.nodes() {
            for name in document.names(node) {
                let number = *known.entry(name).or_insert_with(|| {
                    let start = name.as_ptr() as usize - document.heap.as_ptr() as usize;
                    table.distinct.push(Span::new(start, start + name.len()));
                    table.distinct.len() as u32 - 1
                });
                table.numbers.push(number);
            }
            table.ends.push(table.numbers.len() as u32);
        }
        table
    }
}

impl Document {
    fn name_table(&self) -> &NameTable {
        self.names.get_or_init(|| NameTable::of(self))
    }

    /// The numbers of an element's class names and its id, as [`Document::names`] gives them.
    pub fn name_numbers(&self, node: NodeId) -> &[u32] {
        let table = self.name_table();
        let start = node.index().checked_sub(1).map_or(0, |before| table.ends[before]);
        &table.numbers[start as usize..table.ends[node.index()] as usize]
    }

    /// How many different names the page has.
    pub fn distinct_names(&self) -> usize {
        self.name_table().distinct.len()
    }

    /// The name of a number.
    pub fn distinct_name(&self, number: u32) -> &str {
        self.name_table().distinct[number as usize].of(&self.heap)
    }
}
