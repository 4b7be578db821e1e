//! Direct quotations and who said them. In: passages, people, bodies. Out: every piece of speech in double marks with its
//! speaker; scare quotes, titles of works and emphasis are left alone.

use super::Quote;
use super::organisation::Body;
use super::passage::{Passage, Stretch};
use super::person::Known;
use crate::lang::LangPack;
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::{is_alphanumeric, is_hangul, is_space};

mod beside;
mod pronoun;
mod role;
mod speaker;

/// A quotation where it stands: the stretch is what stands inside the marks.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) passage: usize,
    pub(crate) at: Stretch,
    pub(crate) quote: Quote,
}

/// A piece of speech before its speaker is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) pair: Enclosure,
    /// Where the words after the quotative begin.
    pub(crate) after: usize,
    /// Whether the quotative says that the same speaker goes on ("며").
    pub(crate) linking: bool,
    /// Whether a quotative follows at all.
    pub(crate) marked: bool,
}

/// Letters that a name of something in marks seldom has: longer ones before "라는" are speech.
const LABEL_LETTERS_MAX: usize = 10;
/// A sentence without a quotative is speech from this length on.
const SENTENCE_LETTERS_MIN: usize = 8;

/// The quotations of the body in order.
pub(crate) fn find(passages: &[Passage<'_>], people: &[Known], bodies: &[Body], lang: &LangPack) -> Vec<Said> {
    let mut out: Vec<Said> = Vec::new();
    let mut memory = speaker::Memory::default();
    for (index, passage) in passages.iter().enumerate() {
        let pieces = pieces(passage, lang);
        for (at, piece) in pieces.iter().enumerate() {
            let scene = speaker::Scene { passages, passage: index, people, bodies, lang };
            let linked = at > 0
                && pieces[at - 1].linking
                && passage.sentence_of(pieces[at - 1].pair.open) == passage.sentence_of(piece.pair.open);
            let speaker = scene.speaker(piece, linked, &memory);
            memory.said(index, piece.pair.close, speaker.as_ref());
            let verb = verb(passage, &pieces[at..], lang);
            let (name, kind) = speaker.map_or((String::new(), "anonymous"), |s| s.named(people, bodies));
            let quote = Quote { speaker: name, speaker_kind: kind, verb, parts: parts(passage, &pieces, at) };
            out.push(Said { passage: index, at: Stretch::new(piece.pair.open + 1, piece.pair.close), quote });
        }
    }
    out
}

/// The pieces of speech of a passage.
fn pieces(passage: &Passage<'_>, lang: &LangPack) -> Vec<Piece> {
    let pairs: Vec<&Enclosure> = passage.outer_pairs(Marks::Double).collect();
    let found: Vec<Option<Piece>> = pairs.iter().map(|pair| piece(passage, pair, lang)).collect();
    let follows = |at: usize| {
        let next = pairs.get(at + 1)?;
        let gap = passage.of(Stretch::new(pairs[at].close + 1, next.open));
        (gap.trim() == ",").then(|| found[at + 1])?
    };
    (0..pairs.len())
        .filter_map(|at| {
            found[at].or_else(|| {
                follows(at).map(|_| Piece { pair: *pairs[at], after: pairs[at].close + 1, linking: false, marked: false })
            })
        })
        .collect()
}

/// A pair of double marks as a piece of speech, if it is one.
fn piece(passage: &Passage<'_>, pair: &Enclosure, lang: &LangPack) -> Option<Piece> {
    let words = &lang.quote_words;
    let content = passage.of(Stretch::new(pair.open + 1, pair.close)).trim();
    let after = pair.close + 1;
    let spaced = if passage.char(after).is_some_and(is_space) { passage.skip_space(after) } else { after };
    let tail: String = passage.chars[spaced.min(passage.chars.len())..].iter().take_while(|c| is_hangul(**c)).collect();
    let glued = spaced == after;
    let quotative = words.quotatives.contains(&tail) && (glued || tail.starts_with('라') || tail.starts_with("이라"));
    let strong = quotative
        && !matches!(
            &*tail,
            "는" | "란"
                | "이란"
                | "라는"
                | "이라는"
                | "로"
                | "에"
                | "까지"
                | "라"
                | "이라"
                | "이다"
                | "이었다"
                | "였다"
                | "이고"
                | "에는"
        );
    let letters = content.chars().count();
    let bare = content.trim_end_matches(['.', '!', '?', '…', ',']);
    let spoken = bare.chars().count() < content.chars().count() || words.spoken_ends.ends(bare);
    let sentence = spoken && letters >= SENTENCE_LETTERS_MIN && content.contains(' ');
    let is_speech =
        if lang.code == "ko" { strong || sentence || quotative && letters > LABEL_LETTERS_MAX } else { english_speech(content) };
    let end = if quotative { spaced + tail.chars().count() } else { after };
    is_speech.then(|| Piece { pair: *pair, after: end, linking: words.linking.contains(&tail), marked: quotative })
}

/// English speech ends with a mark before the closing quotation mark, or has the length of a clause.
fn english_speech(content: &str) -> bool {
    content.ends_with([',', '.', '!', '?']) && content.contains(' ') || content.split(' ').count() > 4
}

/// How many pieces the quotation has: pieces of one sentence that quotatives like "며" link.
fn parts(passage: &Passage<'_>, pieces: &[Piece], at: usize) -> u8 {
    let sentence = passage.sentence_of(pieces[at].pair.open);
    let joined = |a: &Piece, b: &Piece| {
        a.linking && passage.sentence_of(b.pair.open) == sentence && passage.sentence_of(a.pair.open) == sentence
    };
    let back = (1..=at).rev().take_while(|&i| joined(&pieces[i - 1], &pieces[i])).count();
    let ahead = (at..pieces.len() - 1).take_while(|&i| joined(&pieces[i], &pieces[i + 1])).count();
    (1 + back + ahead).min(usize::from(u8::MAX)) as u8
}

/// The reporting verb as written, after the piece or after the last piece linked to it.
fn verb(passage: &Passage<'_>, pieces: &[Piece], lang: &LangPack) -> String {
    let sentence = passage.sentence_of(pieces[0].pair.close);
    let last = pieces
        .iter()
        .take_while(|p| p.pair.open < sentence.end)
        .zip(pieces.iter().skip(1))
        .take_while(|(a, b)| a.linking && b.pair.open < sentence.end)
        .map(|(_, b)| b)
        .last();
    let piece = last.unwrap_or(&pieces[0]);
    let rest = passage.of(Stretch::new(piece.after.min(sentence.end), sentence.end.max(piece.after.min(sentence.end))));
    let words = rest.split(is_space).map(|w| w.trim_matches(|c: char| !is_alphanumeric(c)));
    words.filter(|w| !w.is_empty()).find(|w| lang.quote_words.verbs.begins(w)).unwrap_or_default().to_owned()
}
