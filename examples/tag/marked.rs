//! Texts in which people, bodies and places are marked: `[[P 변하람]] 대표는`.

/// A name in characters of the text, and the letter of its kind: P, O or L.
pub(crate) type Name = (usize, usize, char);

/// A text without its marks, and the names that they hold.
pub(crate) fn unmarked(marked: &str) -> (String, Vec<Name>) {
    let (mut text, mut names, mut chars) = (String::new(), Vec::new(), 0);
    for (at, part) in marked.split("[[").enumerate() {
        let rest = match part.split_once("]]").filter(|_| at > 0) {
            Some((mark, rest)) => {
                // "[[[P 변하람]]/주민 : …": a bracket of the text before the mark.
                let own = mark.strip_prefix('[').unwrap_or(mark);
                chars += mark.len() - own.len();
                text.push_str(&mark[..mark.len() - own.len()]);
                let (kind, name) = own.split_once(' ').unwrap_or_else(|| panic!("a kind and a name: [[{mark}]]"));
                let end = chars + name.chars().count();
                names.push((chars, end, kind.chars().next().unwrap_or(' ')));
                chars = end;
                text.push_str(name);
                rest
            }
            None => part,
        };
        chars += rest.chars().count();
        text.push_str(rest);
    }
    (text, names)
}
