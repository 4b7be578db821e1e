//! Blocks with parts of their own: tables, embeds, definitions, what unfolds, notes.

use super::body::Walk;
use super::figure;
use super::icons::{Icon, icon};
use crate::article::{Block, Cell, Definition, Embed, EmbedKind, Note, RichText};
use crate::browser::el::{El, el};

impl Walk<'_> {
    pub(super) fn table(&self, caption: &RichText, rows: &[Vec<Cell>]) -> El {
        // A column is known by its place only where no cell covers several.
        let is_plain = rows.iter().flatten().all(|cell| cell.columns == 1 && cell.rows == 1);
        let row = |cells: &Vec<Cell>| {
            let scope = if cells.iter().all(|cell| cell.header) { "col" } else { "row" };
            let cell = |(column, cell): (usize, &Cell)| {
                let node = if cell.header { el("th").attr("scope", scope) } else { el("td") };
                let node = node.attr_if(cell.columns > 1, "colspan", &cell.columns.to_string());
                let node = node.attr_if(cell.rows > 1, "rowspan", &cell.rows.to_string());
                let node = node.attr_if(is_plain && is_numeric(rows, column), "class", "num");
                self.text(node.all(cell.images.iter().map(|image| super::figure::picture(self.session, image))), &cell.text)
            };
            el("tr").all(cells.iter().enumerate().map(cell))
        };
        let name = (!caption.text.is_empty()).then(|| super::rich::plain(el("caption"), caption));
        let table = el("table").attr_if(!is_plain, "class", "spans").all(name).add(el("tbody").all(rows.iter().map(row)));
        let label = if caption.text.is_empty() { self.session.say("table_label") } else { caption.text.clone() };
        el("div").class("wide").attr("tabindex", "0").attr("role", "region").attr("aria-label", &label).add(table)
    }

    /// A card with the words of a post and a link out; nothing of another site is loaded.
    pub(super) fn embed(&self, embed: &Embed) -> El {
        let session = self.session;
        let host = || crate::url::host(embed.url.as_str()).unwrap_or_default();
        let source = if embed.provider.is_empty() { host() } else { embed.provider.to_owned() };
        let (what, sign) = match embed.kind {
            EmbedKind::Video => (session.say("embed_video"), Icon::Play),
            EmbedKind::Audio => (session.say("embed_audio"), Icon::Play),
            EmbedKind::Post => (session.say("embed_post"), Icon::Out),
            EmbedKind::Map => (session.say("embed_map"), Icon::Out),
        };
        let title = (!embed.title.is_empty()).then(|| el("span").class("name").text(&embed.title));
        let about = session.own(el("span").class("about")).text(&format!("{source} · {what}"));
        let link = el("a").class("out").link(&embed.url).add(icon(sign)).add(el("span").all(title).add(about));
        let post =
            (!embed.text.is_empty()).then(|| el("div").class("post").all(embed.text.iter().map(|block| self.block(block))));
        el("figure").class("embed").all(post).add(link).all(figure::words(&embed.caption, &RichText::default()))
    }

    pub(super) fn definitions(&self, list: &[Definition]) -> El {
        list.iter().fold(el("dl"), |node, definition| {
            let node = definition.terms.iter().fold(node, |node, term| node.add(self.text(el("dt"), term)));
            let meaning = |blocks: &Vec<Block>| el("dd").all(blocks.iter().map(|block| self.inner(block)));
            definition.details.iter().fold(node, |node, blocks| node.add(meaning(blocks)))
        })
    }

    /// What the page unfolds is open in the reader: facts point into it.
    pub(super) fn details(&self, summary: &RichText, blocks: &[Block]) -> El {
        let summary = self.text(el("summary"), summary);
        el("details").class("unfold").attr("open", "").add(summary).all(blocks.iter().map(|block| self.block(block)))
    }

    pub(super) fn notes(&self, notes: &[Note]) -> El {
        let back = self.session.say("note_back");
        let item = |note: &Note| {
            let label = if note.label.is_empty() { note.number.to_string() } else { note.label.clone() };
            let sign = match note.number {
                0 => el("span").class("sign").text("·"),
                number => el("a").class("sign").anchor(&format!("noteref-{number}")).attr("title", &back).text(&label),
            };
            let words = el("div").all(note.blocks.iter().map(|block| self.block(block)));
            el("li").attr_if(note.number > 0, "id", &format!("note-{}", note.number)).add(sign).add(words)
        };
        el("ol").class("notes").all(notes.iter().map(item))
    }
}

/// Whether the cells of a column, its head not counted, hold numbers: then they are set at the end.
fn is_numeric(rows: &[Vec<Cell>], column: usize) -> bool {
    /// Rows that are looked at: a long table shows in its first rows what a column holds.
    const ROWS_SEEN: usize = 12;
    let cells = rows.iter().skip(1).take(ROWS_SEEN).filter_map(|row| row.get(column));
    let mut cells = cells.map(|cell| cell.text.text.as_str()).filter(|text| !text.is_empty());
    let first = cells.next();
    first.is_some_and(is_number) && cells.all(is_number)
}

/// Whether a cell holds a number and little else.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0 && digits * 2 >= text.chars().filter(|c| !c.is_whitespace()).count()
}
