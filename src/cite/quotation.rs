//! A quotation with its source, ready to paste: the words in marks or set off, how the text points to the item, and the reference.

use super::Face;
use super::styles::wiki;
use super::{Formatted, Group, Item, Style, field, format, in_text, quotes, write::Pen};
use crate::markup::{escape_html, escape_markdown};
use crate::url;

/// What is quoted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotation {
    /// The words, a piece for each paragraph.
    pub pieces: Vec<String>,
    /// The first and last paragraph, counted from 1.
    pub paragraphs: Option<(u32, u32)>,
    /// The directive that leads a browser to the words ([`super::fragment`]), or empty.
    pub fragment: String,
}

/// A copy in both forms. The HTML is escaped text in `p`, `blockquote`, `i`, and `a` with a web address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    /// As plain text.
    pub plain: String,
    /// As HTML.
    pub html: String,
}

/// Letters above which a quotation is set off as a block: about three printed lines (Korean custom), 40 English words (APA 8.27).
const INLINE_LETTERS_MAX: usize = 200;

/// The quotation with the citation of an item in a style. Formats for programs that hold no prose take what suits the item's language.
///
/// ```
/// use malgeun::cite::{Author, Item, Quotation, Style, quotation};
/// let author = Author { name: "오지윤".into(), ..Author::default() };
/// let item = Item { title: "은하수".into(), authors: vec![author], publisher: "하늬일보".into(), lang: "ko".into(), ..Item::default() };
/// let quoted = Quotation { pieces: vec!["별이 “돌아왔다”".into()], paragraphs: Some((4, 4)), ..Quotation::default() };
/// let copied = quotation(&item, Style::ApaKo, &quoted);
/// assert_eq!(copied.plain, "“별이 ‘돌아왔다’” (오지윤, n.d., 4문단)\n\n오지윤 (n.d.). 은하수. 하늬일보.");
/// ```
pub fn quotation(item: &Item, style: Style, quoted: &Quotation) -> Copied {
    let mut item = item.clone();
    if !quoted.fragment.is_empty() && !item.url.is_empty() {
        let sign = if item.url.contains('#') { "" } else { "#" };
        item.url = format!("{}{sign}{}", item.url, quoted.fragment);
    }
    let pieces: Vec<String> = quoted.pieces.iter().map(|piece| field::single_line(piece)).filter(|p| !p.is_empty()).collect();
    match style {
        Style::Markdown => in_markdown(&item, &pieces),
        Style::WikiKo | Style::Wiki => in_wiki(&item, style, &pieces),
        _ if style.group() == Group::Data => prose(&item, prose_style(&item), &pieces, quoted),
        _ => prose(&item, style, &pieces, quoted),
    }
}

/// The style of a quotation for those who chose a format for programs.
fn prose_style(item: &Item) -> Style {
    if item.lang == "ko" { Style::FootnoteKo } else { Style::Apa }
}

fn prose(item: &Item, style: Style, pieces: &[String], quoted: &Quotation) -> Copied {
    let is_block = pieces.len() > 1 || pieces.iter().any(|piece| piece.chars().count() > INLINE_LETTERS_MAX);
    let is_note = matches!(style, Style::FootnoteKo | Style::Chicago);
    let cite = if is_note { Formatted::default() } else { pinned(in_text(item, style), item, style, quoted.paragraphs) };
    let words = match (pieces, is_block) {
        ([one], false) if style == Style::Harvard => quotes::quoted_british(one),
        ([one], false) => format!("“{}”", quotes::inner(one)),
        _ => pieces.join("\n\n"),
    };
    let mut references = Vec::from_iter(is_note.then(|| in_text(item, style)));
    let entry = format(item, style);
    if !references.contains(&entry) {
        references.push(numbered(entry, style));
    }
    references.retain(|entry| !entry.runs.is_empty());
    let gap = if cite.runs.is_empty() { "" } else { " " };
    let plain = [vec![format!("{words}{gap}{}", cite.plain())], references.iter().map(Formatted::plain).collect()].concat();
    let paragraph = |html: String| format!("<p>{html}</p>");
    let words: String = words.split("\n\n").map(escape_html).collect::<Vec<_>>().join("</p><p>");
    let words = paragraph(format!("{words}{gap}{}", cite.html()));
    let words = if is_block { format!("<blockquote>{words}</blockquote>") } else { words };
    let references: String = references.iter().map(|entry| paragraph(linked(&entry.html(), item))).collect();
    Copied { plain: plain.join("\n\n"), html: words + &references }
}

/// The entry with the number that the text points to it by.
fn numbered(entry: Formatted, style: Style) -> Formatted {
    let number = style.number(1);
    let mut pen = Pen::default();
    pen.text(if entry.runs.is_empty() { "" } else { &number });
    for run in &entry.runs {
        match run.face {
            Face::Italic => pen.italic(&run.text),
            Face::Bold => pen.bold(&run.text),
            Face::Upright => pen.text(&run.text),
        };
    }
    pen.finish()
}

/// `(Smith, 2023, para. 4)`: APA 7 counts paragraphs where there are no pages (8.28), and so does Cite Them Right; MLA 9 (6.20) and
/// Chicago count none that the page does not number.
fn pinned(mut cite: Formatted, item: &Item, style: Style, paragraphs: Option<(u32, u32)>) -> Formatted {
    let Some((first, last)) = paragraphs.filter(|_| matches!(style, Style::Apa | Style::ApaKo | Style::Harvard)) else {
        return cite;
    };
    let numbers = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let words = match style {
        Style::ApaKo if item.lang == "ko" => format!(", {numbers}문단"),
        _ if first == last => format!(", para. {numbers}"),
        _ => format!(", paras. {numbers}"),
    };
    if let Some(run) = cite.runs.last_mut().filter(|run| run.text.ends_with(')')) {
        run.text.insert_str(run.text.len() - 1, &words);
    }
    cite
}

/// The HTML with the address as a link.
fn linked(html: &str, item: &Item) -> String {
    let shown = escape_html(&url::readable(&item.url));
    if shown.is_empty() {
        return html.to_owned();
    }
    html.replacen(&shown, &format!("<a href=\"{}\">{shown}</a>", escape_html(&url::encoded(&item.url))), 1)
}

fn in_markdown(item: &Item, pieces: &[String]) -> Copied {
    let words: String = pieces.iter().map(|piece| format!("> {}\n>\n", escape_markdown(piece))).collect();
    data(format!("{words}> — {}", format(item, Style::Markdown).plain()))
}

fn in_wiki(item: &Item, style: Style, pieces: &[String]) -> Copied {
    let words: Vec<String> = pieces.iter().map(|piece| wiki::escape(piece)).collect();
    data(format!("<blockquote>{}<ref>{}</ref></blockquote>", words.join("<br>"), format(item, style).plain()))
}

/// Code of a format: the same in HTML, line by line.
fn data(plain: String) -> Copied {
    Copied { html: escape_html(&plain).replace('\n', "<br>"), plain }
}

#[cfg(test)]
mod tests {
    use super::super::{Author, Issued};
    use super::*;

    fn item(lang: &str) -> Item {
        let (name, title) = if lang == "ko" { ("오지윤", "은하수가 왔다") } else { ("Ana Rivera", "Why lamps dim") };
        Item {
            title: title.into(),
            authors: vec![Author { name: name.into(), ..Author::default() }],
            publisher: "Hanui".into(),
            published: Some(Issued { year: 2026, month: Some(10), day: Some(14) }),
            url: "https://hanui.example/a".into(),
            lang: lang.into(),
            ..Item::default()
        }
    }

    #[test]
    fn quotations_in_every_kind_of_style() {
        let quoted = Quotation { pieces: vec!["a “b” c".into()], paragraphs: Some((2, 3)), fragment: ":~:text=b".into() };
        let check = |lang: &str, style: Style, expect: &str| {
            assert_eq!(quotation(&item(lang), style, &quoted).plain, expect, "{lang} {style:?}");
        };
        let url = "https://hanui.example/a#:~:text=b";
        check(
            "en",
            Style::Apa,
            &format!("“a ‘b’ c” (Rivera, 2026, paras. 2–3)\n\nRivera, A. (2026, October 14). Why lamps dim. Hanui. {url}"),
        );
        check("en", Style::Mla, &format!("“a ‘b’ c” (Rivera)\n\nRivera, Ana. “Why Lamps Dim.” Hanui, 14 Oct. 2026, {url}."));
        check("ko", Style::FootnoteKo, &format!("“a ‘b’ c”\n\n오지윤, 「은하수가 왔다」, 『Hanui』, 2026. 10. 14., {url}."));
        check("ko", Style::Ris, &format!("“a ‘b’ c”\n\n오지윤, 「은하수가 왔다」, 『Hanui』, 2026. 10. 14., {url}."));
        check("en", Style::Markdown, &format!("> a “b” c\n>\n> — [Why lamps dim]({url}), Ana Rivera, *Hanui*, 2026-10-14"));
        check(
            "en",
            Style::Ieee,
            &format!("“a ‘b’ c” [1]\n\n[1] A. Rivera, “Why lamps dim,” Hanui, Oct. 14, 2026. [Online]. Available: {url}"),
        );
    }

    #[test]
    fn nothing_of_the_page_is_markup() {
        let quoted = Quotation {
            pieces: vec!["<b>x</b>\u{202e}".into(), "second".into()],
            paragraphs: None,
            fragment: ":~:text=x%3Cb".into(),
        };
        let html = quotation(&item("en"), Style::Apa, &quoted).html;
        let expect = "<blockquote><p>&lt;b&gt;x&lt;/b&gt;</p><p>second (Rivera, 2026)</p></blockquote><p>Rivera, A. (2026, October 14). \
            Why lamps dim. <i>Hanui</i>. <a href=\"https://hanui.example/a#:~:text=x%3Cb\">https://hanui.example/a#:~:text=x%3Cb</a></p>";
        assert_eq!(html, expect);
        assert_eq!(
            quotation(&Item::default(), Style::Apa, &quoted).html,
            "<blockquote><p>&lt;b&gt;x&lt;/b&gt;</p><p>second</p></blockquote>"
        );
    }
}
