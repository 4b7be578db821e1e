//! What is selected in the reader as a quotation: its words cleaned, its paragraphs, and the fragment that leads to them.
//! In: places in the article's texts; out: [`Quotation`]. The browser floor turns the selection into places.

use crate::article::{Mark, MarkKind};
use crate::cite::Quotation;
use crate::cite::fragment::{self, Place};
use crate::reading::Reading;

/// Signs of a place in a text: letters that are no white space before it. The screen may break lines where the text does not.
pub fn place(text: &str, letters: usize, is_end: bool) -> usize {
    let mut inked = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    if !is_end {
        return inked.nth(letters).map_or(text.len(), |(at, _)| at);
    }
    let last = letters.checked_sub(1).and_then(|last| inked.nth(last));
    last.map_or(if letters == 0 { 0 } else { text.len() }, |(at, c)| at + c.len_utf8())
}

/// Letters that are no white space.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The quotation from one place to another; `None` when nothing is said there. `folios` are the numbers of the paragraphs.
pub fn quotation(reading: &Reading, folios: &[u32], from: Place, to: Place, dateline: bool) -> Option<Quotation> {
    let texts = reading.article.marked_texts();
    let from = after_dateline(reading, from, dateline);
    let mut parts = Vec::new();
    for (i, (text, marks)) in texts.iter().enumerate().take(to.0 + 1).skip(from.0) {
        let start = if i == from.0 { from.1 } else { 0 };
        let end = if i == to.0 { to.1 } else { text.len() };
        let words = without_notes(text, marks, start, end.max(start))?;
        if words.contains(char::is_alphanumeric) {
            parts.push((i, words.trim().to_owned()));
        }
    }
    let ((first, _), (last, _)) = (parts.first()?, parts.last()?);
    let number = |i: &usize| folios.get(*i).copied();
    Some(Quotation {
        paragraphs: number(first).zip(number(last)),
        pieces: parts.iter().flat_map(|(_, words)| words.split('\n').map(str::to_owned)).collect(),
        fragment: directive(reading, &texts, from, to),
    })
}

/// The beginning behind the dateline that the reader does not show.
fn after_dateline(reading: &Reading, from: Place, is_shown: bool) -> Place {
    let hidden = reading.dateline.as_ref().filter(|dateline| !is_shown && dateline.text as usize == from.0);
    (from.0, hidden.map_or(from.1, |dateline| from.1.max(dateline.span.end as usize)))
}

/// A part of a text without the signs of notes: they point to nothing where it is pasted.
fn without_notes(text: &str, marks: &[Mark], start: usize, end: usize) -> Option<String> {
    let mut out = text.get(start..end)?.to_owned();
    let notes = marks.iter().rev().filter(|mark| matches!(mark.kind, MarkKind::Note(_)));
    for note in notes {
        let (from, to) = ((note.span.start as usize).max(start), (note.span.end as usize).min(end));
        if from < to && text.is_char_boundary(from) && text.is_char_boundary(to) {
            out.replace_range(from - start..to - start, "");
        }
    }
    Some(out)
}

/// The fragment, told from the same words in the head and in what was removed.
fn directive(reading: &Reading, texts: &[(&str, &[Mark])], from: Place, to: Place) -> String {
    let texts: Vec<&str> = texts.iter().map(|(text, _)| *text).collect();
    let head = std::iter::once(&reading.title).chain(&reading.deck).chain(&reading.summary);
    let elsewhere: Vec<&str> =
        head.chain(reading.removals.iter().flat_map(|removal| &removal.lines)).map(String::as_str).collect();
    fragment::directive(&texts, &elsewhere, from, to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, RichText};
    use crate::text::Span;

    #[test]
    fn places_are_counted_in_letters() {
        for (text, letters, is_end, expect) in [
            ("가 나 다", 1, false, 4),
            ("가 나 다", 1, true, 3),
            ("가 나 다", 0, true, 0),
            ("ab", 9, true, 2),
            ("ab", 9, false, 2),
        ] {
            assert_eq!(place(text, letters, is_end), expect, "{text} {letters} {is_end}");
        }
        assert_eq!(letters("가\n나 다"), 3);
    }

    #[test]
    fn notes_and_empty_ends_stay_away() {
        let noted = |text: &str, at: Option<(usize, usize)>| {
            let mark = |(start, end)| Mark { span: Span::new(start, end), kind: MarkKind::Note(1) };
            Block::Paragraph(RichText { marks: at.map(mark).into_iter().collect(), ..RichText::plain(text) })
        };
        let blocks = vec![noted("Lamps were lowered[1] here.", Some((18, 21))), noted("The stars came back.", None)];
        let reading = Reading { article: Article { blocks, ..Article::default() }, ..Reading::default() };
        let check = |from, to, pieces: &[&str], paragraphs| {
            let made = quotation(&reading, &[1, 2], from, to, true).expect("words");
            assert_eq!(
                (made.pieces.iter().map(String::as_str).collect::<Vec<_>>(), made.paragraphs),
                (pieces.to_vec(), paragraphs)
            );
            assert!(made.fragment.starts_with(":~:text="), "{}", made.fragment);
        };
        check((0, 6), (0, 27), &["were lowered here."], Some((1, 1)));
        check((0, 0), (1, 0), &["Lamps were lowered here."], Some((1, 1)));
        check((0, 22), (1, 9), &["here.", "The stars"], Some((1, 2)));
        assert_eq!(quotation(&reading, &[1, 2], (1, 4), (1, 4), true), None);
    }
}
