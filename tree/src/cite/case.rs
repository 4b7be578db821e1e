//! English headline case, as MLA and Chicago print titles. Other languages keep their case.

use super::words::words;

/// Capitals for the first letter of every word but the small ones; the first, the last and those after `:`, `?`, `!`
/// are capital always. Words with a capital or digit inside ("iPhone", "ProPublica") and titles all in capitals stay.
pub(super) fn headline(title: &str, lang: &str) -> String {
    let shouted = !title.chars().any(char::is_lowercase);
    if lang != "en" || shouted {
        return title.to_owned();
    }
    let pieces: Vec<&str> = title.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let starts = at == 0 || pieces[at - 1].ends_with([':', '?', '!', '.', '—', '–']);
        out.push(if starts || at + 1 == pieces.len() { capital(piece) } else { cased(piece) });
    }
    out.join(" ")
}

fn cased(piece: &str) -> String {
    let bare = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    if words().small_words.contains(&bare.to_lowercase().as_str()) && piece.starts_with(char::is_alphabetic) {
        return piece.to_lowercase();
    }
    let cased = |(at, part): (usize, &str)| {
        let small = at > 0 && words().small_words.contains(&part);
        if small { part.to_owned() } else { capital(part) }
    };
    piece.split('-').enumerate().map(cased).collect::<Vec<_>>().join("-")
}

fn capital(piece: &str) -> String {
    let Some(at) = piece.find(char::is_alphanumeric) else { return piece.to_owned() };
    let (before, rest) = piece.split_at(at);
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return piece.to_owned() };
    if letters.clone().any(|c| c.is_uppercase() || c.is_ascii_digit()) {
        return piece.to_owned();
    }
    before.chars().chain(first.to_uppercase()).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::headline;

    #[test]
    fn headlines() {
        for (title, expect) in [
            ("A new approach to city planning gains ground", "A New Approach to City Planning Gains Ground"),
            ("Markets fall as rates rise: what it means", "Markets Fall as Rates Rise: What It Means"),
            ("“We can’t wait”: teachers say “enough” to cuts", "“We Can’t Wait”: Teachers Say “Enough” to Cuts"),
            ("what the iPhone is for", "What the iPhone Is For"),
            ("A long-term plan for out-of-work men", "A Long-Term Plan for Out-of-Work Men"),
            ("NATO AND THE WEST", "NATO AND THE WEST"),
        ] {
            assert_eq!(headline(title, "en"), expect);
        }
        assert_eq!(headline("der neue weg", "de"), "der neue weg");
    }
}
