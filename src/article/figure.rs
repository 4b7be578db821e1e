//! Pictures on the walk: which are shown, and what stands with them.

use super::build::Builder;
use super::frame::{self, Kind};
use super::{Block, Image, RichText, caption, embed, picture};
use crate::dom::block::Block as Line;
use crate::dom::{NodeId, Tag};

impl Builder<'_> {
    /// Takes a picture, unless it was shown already or is the double of the one just before it.
    pub(super) fn picture(&mut self, index: usize, node: NodeId) {
        let source = self.source;
        let from_noscript = source.document.element(node).tag == Tag::NOSCRIPT;
        let Some(image) = picture::image(source.document, node, source.base) else { return };
        let is_double = self.last_picture.is_some_and(|(at, other)| at + 1 == index && other != from_noscript);
        self.last_picture = Some((index, from_noscript));
        if is_double || self.seen.insert(picture::key(&image.url), index as u32).is_some() {
            if let Some(Kind::Figure { doubled, .. }) = self.stack.last_mut().map(|f| &mut f.kind) {
                *doubled = true;
            }
            return;
        }
        let (waiting_caption, waiting_credit) = self.waiting.take().unwrap_or_default();
        if let Some(Kind::Figure { images, .. }) = self.stack.last_mut().map(|f| &mut f.kind) {
            images.push(image);
        } else {
            self.push(Block::Figure { images: vec![image], caption: waiting_caption, credit: waiting_credit });
        }
    }

    /// A caption or credit goes to the open figure, to the picture or film just before it, or waits for one.
    pub(super) fn caption(&mut self, line: &Line, text: RichText) {
        let is_credit = caption::is_credit(self.source.document, line.inner, &text.text);
        if let Some(Kind::Figure { caption, credit, .. }) = self.stack.last_mut().map(|f| &mut f.kind) {
            return if is_credit { credit } else { caption }.append(" ", text);
        }
        match self.blocks().last_mut() {
            Some(Block::Figure { caption, credit, .. }) => if is_credit { credit } else { caption }.append(" ", text),
            Some(Block::Embed(embed)) => embed.caption.append(" ", text),
            _ if line.letters > caption::CAPTION_LETTERS_MAX => self.push(Block::Paragraph(text)),
            _ => {
                let (caption, credit) = self.waiting.get_or_insert_default();
                if is_credit { credit } else { caption }.append(" ", text);
            }
        }
    }

    pub(super) fn end_figure(&mut self, node: NodeId, at: usize, images: Vec<Image>, mut caption: RichText, credit: RichText) {
        if !images.is_empty() {
            return self.push(Block::Figure { images, caption, credit });
        }
        caption.append(" ", credit);
        // The words under a picture that can not be shown say nothing. Fixture `images-en--lost-picture`.
        if caption.text.is_empty() || embed::inside(self.source.document, node).any(|n| self.is_picture(n)) {
            return;
        }
        let inside = Some(self.blocks()).filter(|blocks| blocks.len() > at).and_then(|blocks| blocks.last_mut());
        if let Some(block) = frame::caption_without_picture(inside, caption) {
            self.push(block);
        }
    }

    fn is_picture(&self, node: NodeId) -> bool {
        matches!(self.source.document.element(node).tag, Tag::IMG | Tag::PICTURE)
    }
}
