//! Selectors against the page.

use super::selector::{Combinator, Compound, Selector, Test};
use crate::dom::{Document, NodeId};

/// All elements that a selector names, in document order.
pub fn select(document: &Document, selector: &Selector) -> Vec<NodeId> {
    document.nodes().filter(|&node| matches(document, node, &selector.steps)).collect()
}

/// Whether the element stands where the compounds (innermost first) say.
fn matches(document: &Document, node: NodeId, steps: &[(Compound, Combinator)]) -> bool {
    let Some(((compound, combinator), outer)) = steps.split_first() else { return true };
    if !compound_matches(document, node, compound) {
        return false;
    }
    if outer.is_empty() {
        return true;
    }
    let mut around = document.ancestors(node).skip(1);
    match combinator {
        Combinator::Child => around.next().is_some_and(|parent| matches(document, parent, outer)),
        Combinator::Descendant => around.any(|ancestor| matches(document, ancestor, outer)),
    }
}

fn compound_matches(document: &Document, node: NodeId, compound: &Compound) -> bool {
    (compound.tag.is_empty() || document.name(node) == compound.tag)
        && compound.tests.iter().all(|test| holds(document, node, test))
}

fn holds(document: &Document, node: NodeId, test: &Test) -> bool {
    let attribute = |name: &str| document.attribute(node, name);
    match test {
        Test::Id(id) => attribute("id") == Some(id),
        Test::Class(class) => document.classes(node).any(|c| c == class),
        Test::ClassPrefix(prefix) => document.classes(node).any(|c| c.starts_with(prefix.as_str())),
        Test::Has(name) => attribute(name).is_some(),
        Test::Equals(name, value) => attribute(name) == Some(value),
        Test::Begins(name, value) => attribute(name).is_some_and(|v| v.starts_with(value.as_str())),
        Test::Holds(name, value) => attribute(name).is_some_and(|v| v.contains(value.as_str())),
    }
}

/// The text or attribute that a selector takes from an element, white space collapsed; empty when there is none.
pub fn take(document: &Document, node: NodeId, selector: &Selector) -> String {
    if selector.attribute.is_empty() {
        document.text_of(node)
    } else {
        crate::text::collapse(document.attribute(node, &selector.attribute).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::scan::scan;

    const PAGE: &str = r##"<html><body><div id="a" class="x y_1"><p class="t">one</p><section><p data-k="ab">two</p></section></div><p>three</p></body></html>"##;

    #[track_caller]
    fn check(selector: &str, expect: &[&str]) {
        let document = scan(PAGE).expect("small");
        let selector = Selector::parse(selector).expect("a selector");
        let found: Vec<_> = select(&document, &selector).into_iter().map(|n| take(&document, n, &selector)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn selectors() {
        check("p", &["one", "two", "three"]);
        check("#a p", &["one", "two"]);
        check("#a > p", &["one"]);
        check("body>p", &["three"]);
        check("div.x.y_* p.t", &["one"]);
        check("[data-k]", &["two"]);
        check("p[data-k=ab]@data-k", &["ab"]);
        check("p[data-k^='a']", &["two"]);
        check("p[data-k*=\"b\"]", &["two"]);
        check("div section > .t", &[]);
    }

    #[test]
    fn what_is_no_selector() {
        for wrong in ["", "div >", "> p", "p[", "p[=x]", "p..a", "p:first-child", "a > > b"] {
            assert!(Selector::parse(wrong).is_err(), "{wrong:?} was taken");
        }
    }
}
