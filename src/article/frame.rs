//! Open structures of the walk, and what becomes of each when it ends.

use super::note::Notes;
use super::{Block, Definition, Embed, Image, Note, RichText};
use crate::dom::NodeId;
use crate::text::Span;

/// An open structure with the element that opened it.
pub(super) struct Frame {
    pub(super) node: NodeId,
    pub(super) kind: Kind,
}

/// The kinds of structure with what they hold so far.
pub(super) enum Kind {
    List {
        ordered: bool,
        start: u32,
        items: Vec<(u32, Vec<Block>)>,
    },
    Item(Vec<Block>),
    Quote(Vec<Block>),
    Post(Embed),
    /// `at` is how many blocks stood before it; `doubled` says that it holds a picture which was shown before.
    Figure {
        at: usize,
        doubled: bool,
        images: Vec<Image>,
        caption: RichText,
        credit: RichText,
    },
    Details {
        summary: RichText,
        blocks: Vec<Block>,
    },
    Definitions(Vec<Definition>),
    Term(RichText),
    Meaning(Vec<Block>),
    Note(u32, Vec<Block>),
}

/// Meanings of one term from which a definition list only places a heading and its text.
const LAYOUT_BLOCKS: usize = 4;

impl Kind {
    /// The blocks that it takes, if it takes any.
    pub(super) fn blocks(&mut self) -> Option<&mut Vec<Block>> {
        match self {
            Self::Item(blocks) | Self::Quote(blocks) | Self::Meaning(blocks) | Self::Note(_, blocks) => Some(blocks),
            Self::Details { blocks, .. } => Some(blocks),
            Self::Post(embed) => Some(&mut embed.text),
            Self::List { items, .. } => {
                if items.is_empty() {
                    items.push((0, Vec::new()));
                }
                items.last_mut().map(|(_, blocks)| blocks)
            }
            Self::Definitions(list) => {
                if list.is_empty() {
                    list.push(Definition::default());
                }
                let details = &mut list.last_mut()?.details;
                if details.is_empty() {
                    details.push(Vec::new());
                }
                details.last_mut()
            }
            Self::Figure { .. } | Self::Term(_) => None,
        }
    }
}

/// The blocks that an ended list leaves: a list, its notes, or its pictures alone.
pub(super) fn list(ordered: bool, start: u32, mut items: Vec<(u32, Vec<Block>)>, notes: &Notes) -> Vec<Block> {
    items.retain(|(_, blocks)| !blocks.is_empty());
    if items.iter().any(|(number, _)| *number > 0) {
        return vec![Block::Notes(items.into_iter().map(|(number, blocks)| note(number, blocks, notes)).collect())];
    }
    let mut items: Vec<Vec<Block>> = items.into_iter().map(|(_, blocks)| blocks).collect();
    let is_picture = |block: &Block| matches!(block, Block::Figure { .. } | Block::Embed(_));
    if items.iter().flatten().all(is_picture) {
        return items.drain(..).flatten().collect();
    }
    vec![Block::List { ordered, start, items }]
}

/// A note without the sign and the arrow that lead back to the text.
pub(super) fn note(number: u32, mut blocks: Vec<Block>, notes: &Notes) -> Note {
    let label = notes.sign(number);
    if let Some(Block::Paragraph(text)) = blocks.first_mut() {
        let rest = text.text.trim_start_matches(['^', '↑', '↩', ' ', ',']);
        text.cut(Span::new(0, text.text.len() - rest.len()));
        let after = text.text.trim_start_matches(['[', '(']).strip_prefix(label.as_str()).filter(|_| !label.is_empty());
        let after = after
            .filter(|rest| rest.starts_with([']', ')', '.', ' ', ':']))
            .map(|rest| rest.trim_start_matches([']', ')', '.', ' ', ':']));
        if let Some(rest) = after {
            text.cut(Span::new(0, text.text.len() - rest.len()));
        }
    }
    blocks.retain(|block| !matches!(block, Block::Paragraph(text) if text.text.is_empty()));
    Note { number, label, blocks }
}

/// The blocks that an ended definition list leaves: one with terms and meanings, or its parts in order.
pub(super) fn definitions(mut list: Vec<Definition>) -> Vec<Block> {
    for definition in &mut list {
        definition.terms.retain(|term| !term.text.is_empty());
        definition.details.retain(|blocks| !blocks.is_empty());
    }
    list.retain(|definition| !definition.terms.is_empty() || !definition.details.is_empty());
    let has = |part: fn(&Definition) -> bool| list.iter().any(part);
    let is_layout = list.len() == 1 && list[0].details.iter().map(Vec::len).sum::<usize>() >= LAYOUT_BLOCKS;
    if has(|d| !d.terms.is_empty()) && has(|d| !d.details.is_empty()) && !is_layout {
        return vec![Block::Definitions(list)];
    }
    let parts = |d: Definition| d.terms.into_iter().map(Block::Paragraph).chain(d.details.into_iter().flatten());
    list.into_iter().flat_map(parts).collect()
}

/// What a figure leaves that held no picture: its caption goes to the table, embed or quotation in it, else it is text.
pub(super) fn caption_without_picture(inside: Option<&mut Block>, text: RichText) -> Option<Block> {
    match inside {
        Some(Block::Table { caption, .. }) | Some(Block::Embed(Embed { caption, .. })) if caption.text.is_empty() => {
            *caption = text
        }
        Some(Block::Figure { caption, .. }) => caption.append("\n", text),
        Some(Block::Quote(blocks)) => blocks.push(Block::Paragraph(text)),
        _ => return Some(Block::Paragraph(text)),
    }
    None
}

/// Marks that lead to a note which is not in the article go.
pub(super) fn drop_lost_notes(blocks: &mut [Block]) {
    let mut found = Vec::new();
    blocks.iter().for_each(|block| collect_notes(block, &mut found));
    let is_lost = |mark: &super::Mark| matches!(mark.kind, super::MarkKind::Note(n) if found.get(n as usize) != Some(&true));
    blocks.iter_mut().for_each(|block| each_text(block, &mut |text| text.marks.retain(|mark| !is_lost(mark))));
}

/// Sets the places of the notes' numbers.
fn collect_notes(block: &Block, found: &mut Vec<bool>) {
    if let Block::Notes(notes) = block {
        for number in notes.iter().map(|note| note.number as usize) {
            found.resize(found.len().max(number + 1), false);
            found[number] = true;
        }
    }
    block.inside().into_iter().for_each(|inner| collect_notes(inner, found));
}

fn each_text(block: &mut Block, change: &mut dyn FnMut(&mut RichText)) {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => change(text),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(|b| each_text(b, change)),
        Block::Quote(blocks) => blocks.iter_mut().for_each(|b| each_text(b, change)),
        Block::Details { summary, blocks } => {
            change(summary);
            blocks.iter_mut().for_each(|b| each_text(b, change));
        }
        Block::Embed(embed) => {
            change(&mut embed.caption);
            embed.text.iter_mut().for_each(|b| each_text(b, change));
        }
        Block::Definitions(list) => {
            for definition in list {
                definition.terms.iter_mut().for_each(&mut *change);
                definition.details.iter_mut().flatten().for_each(|b| each_text(b, change));
            }
        }
        Block::Notes(notes) => notes.iter_mut().flat_map(|n| &mut n.blocks).for_each(|b| each_text(b, change)),
        Block::Table { caption, rows } => {
            change(caption);
            rows.iter_mut().flatten().for_each(|cell| change(&mut cell.text));
        }
        Block::Figure { caption, credit, .. } => [caption, credit].into_iter().for_each(change),
        Block::Code { .. } | Block::Rule => {}
    }
}
