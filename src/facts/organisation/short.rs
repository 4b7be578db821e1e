//! Short names of bodies: in a bracket after the name ("(HAI)", "(이하 콘진원)"), or the end of a longer name.

use super::{Organisation, PROPER_LETTERS_MIN, Passage, Stretch};
use crate::lang::LangPack;
use crate::text::enclosure::Marks;
use crate::text::is_alphanumeric;

/// "한국달빛진흥원(KMA)이": a known name with a short one in the bracket right after it, wherever the body says so.
pub(super) fn abbreviated(passages: &[Passage<'_>], body: &mut Organisation, lang: &LangPack) {
    if !body.aliases.is_empty() {
        return;
    }
    let pairs = passages.iter().flat_map(|p| p.pairs.iter().filter(|pair| pair.marks == Marks::Round).map(move |pair| (p, pair)));
    let inside = pairs.filter(|(passage, pair)| {
        let start = pair.open.checked_sub(body.name.chars().count());
        start.is_some_and(|start| {
            passage.read(start, &body.name).is_some() && passage.before(start).is_none_or(|c| !is_alphanumeric(c))
        })
    });
    // "(ICOMOS, 이하 이코모스)": each part may be one.
    let noted = inside.map(|(passage, pair)| passage.of(Stretch::new(pair.open + 1, pair.close)));
    let short = |note: &'_ str| -> Vec<String> {
        let parts = note.split(',').filter_map(|part| short_name(part.trim(), lang)).filter(|short| *short != body.name);
        parts.map(str::to_owned).collect()
    };
    let found = noted.map(short).find(|short| !short.is_empty());
    body.aliases.extend(found.unwrap_or_default());
}

/// "민주당" beside "더불어민주당" is a short name of it.
pub(super) fn merge_short(found: &mut Vec<Organisation>) {
    let names: Vec<String> = found.iter().map(|body| body.name.clone()).collect();
    for short in &names {
        let longer: Vec<&String> = names
            .iter()
            .filter(|long| {
                long.len() > short.len() && long.ends_with(short.as_str()) && short.chars().count() >= PROPER_LETTERS_MIN
            })
            .collect();
        if let [long] = longer[..] {
            found.retain(|body| body.name != *short);
            found.iter_mut().filter(|body| body.name == *long).for_each(|body| body.aliases.push(short.clone()));
        }
    }
}

/// The short name in a bracket: "HAI", "이하 콘진원", "중수본".
pub(super) fn short_name<'t>(inside: &'t str, lang: &LangPack) -> Option<&'t str> {
    let hereafter = lang.organisation_words.hereafter.iter().find_map(|word| inside.strip_prefix(word)).map(str::trim);
    let latin = inside.chars().all(|c| c.is_ascii_alphanumeric() || c == '&' || c == '-')
        && inside.starts_with(|c: char| c.is_ascii_uppercase());
    let length = inside.chars().count();
    // "한국철도공사(코레일)": a name of the list that does not say what it is.
    let words = &lang.organisation_words;
    let known = words.names.contains(inside) && !words.ends.ends(inside);
    hereafter.or((latin && (2..=12).contains(&length) || known).then_some(inside)).filter(|s| !s.is_empty() && !s.contains(' '))
}
