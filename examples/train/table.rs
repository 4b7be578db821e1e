//! The table of weights as text: words with what they say, then a tree a line.

use crate::cross::Grown;
use crate::pages::Page;
use malgeun::boilerplate::learned::forest::Forest;
use std::fmt::Write as _;

pub(crate) fn write(grown: &Grown, pages: &[Page], note: &str) -> String {
    let mut out = String::from("# Weights of the block scorer, written by `examples/train`; not edited by hand.\n");
    writeln!(out, "# {note}").expect("a string takes all");
    writeln!(
        out,
        "# Grown from {} pages, {} blocks. Cross-validated by domain:",
        pages.len(),
        pages.iter().map(|p| p.blocks.len()).sum::<usize>()
    )
    .expect("a string takes all");
    grown.report.lines().for_each(|line| writeln!(out, "# {line}").expect("a string takes all"));
    words(&mut out, "names", &grown.priors.names);
    words(&mut out, "lines", &grown.priors.lines);
    forest(&mut out, "first", &grown.first);
    forest(&mut out, "second", &grown.second);
    out
}

fn words(out: &mut String, name: &str, table: &[(u32, i8)]) {
    writeln!(out, "[{name}]").expect("a string takes all");
    for row in table.chunks(16) {
        let row: Vec<String> = row.iter().map(|(hash, steps)| format!("{hash:08x}:{steps}")).collect();
        writeln!(out, "{}", row.join(" ")).expect("a string takes all");
    }
}

fn forest(out: &mut String, name: &str, forest: &Forest) {
    writeln!(out, "[{name}]\nstart {}", forest.start).expect("a string takes all");
    for tree in forest.trees.iter() {
        let splits: Vec<String> = tree.splits.iter().map(|(f, t)| format!("{f}>{t}")).collect();
        let leaves: Vec<String> = tree.leaves.iter().map(i16::to_string).collect();
        writeln!(out, "{} | {}", splits.join(" "), leaves.join(" ")).expect("a string takes all");
    }
}
