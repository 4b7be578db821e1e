//! What goes to the clipboard besides citations: the facts as a table, in plain text and in HTML with all text escaped.

use super::{Wording, folio, groups, snippet};
use crate::facts::{Fact, FactKind};
use crate::markup::escape_html;
use crate::reading::Reading;

/// A copy in both forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copy {
    /// As plain text.
    pub plain: String,
    /// As HTML.
    pub html: String,
}

/// Letters of context in a table.
const CONTEXT_LETTERS: usize = 60;

/// All facts as a table: kind, as written, value, unit, meaning, paragraph, sentence. Plain text is TSV.
pub fn facts(reading: &Reading, words: &dyn Wording) -> Copy {
    let texts = reading.article.texts();
    let folios = folio::folios(&reading.article);
    let head = ["kind", "written", "value", "unit", "meaning", "paragraph", "sentence"];
    let mut rows = vec![head.map(|column| words.say(&format!("column_{column}"), &[])).to_vec()];
    for fact in &reading.facts {
        let at = fact.paragraph as usize;
        let Some(text) = texts.get(at) else { continue };
        let [value, unit, meaning] = columns(reading, fact, text);
        let kind = words.say(&format!("fact_{}", groups::kind(fact)), &[]);
        let folio = folios.get(at).copied().unwrap_or_default().to_string();
        rows.push(vec![kind, fact.span.of(text).to_owned(), value, unit, meaning, folio, fact.sentence.of(text).to_owned()]);
    }
    Copy { plain: tsv(&rows), html: table(&rows) }
}

/// Value, unit and meaning of a fact.
fn columns(reading: &Reading, fact: &Fact, text: &str) -> [String; 3] {
    let context = || snippet::context(text, fact.sentence, fact.span, CONTEXT_LETTERS);
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    match &fact.kind {
        FactKind::Quantity(quantity) => {
            let measures = if quantity.measures.is_empty() { context() } else { quantity.measures.clone() };
            [number(quantity.value), quantity.unit.clone(), measures]
        }
        FactKind::Date(date) => [date.value.clone().unwrap_or_default(), String::new(), context()],
        FactKind::Person(person) => [person.name.clone(), String::new(), person_phrase(person)],
        FactKind::Organisation(body) => [body.name.clone(), String::new(), body.aliases.join(", ")],
        FactKind::Quote(quote) => [quote.speaker.clone(), String::new(), quote.verb.clone()],
        FactKind::Source(source) => [source.title.clone(), String::new(), source.issuer.clone()],
        FactKind::Location(place) => [place.name.clone(), String::new(), context()],
        FactKind::Event(event) => [event.name.clone(), String::new(), event.organiser.clone()],
        FactKind::Check(check) => {
            let piece = |piece: &super::sums::Piece| match piece {
                super::sums::Piece::Term { number, .. } => number.clone(),
                super::sums::Piece::Sign(sign) => (*sign).to_owned(),
                super::sums::Piece::Claim(claim) => claim.clone(),
            };
            let sum: Vec<_> = super::sums::written(reading, fact, check).iter().map(piece).collect();
            [number(Some(check.computed)), String::new(), sum.join(" ")]
        }
    }
}

/// Affiliation and titles of a person in one phrase.
pub fn person_phrase(person: &crate::facts::Person) -> String {
    let parts = std::iter::once(&person.affiliation).chain(&person.titles).filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Tab-separated rows. A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
fn tsv(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        let flat: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let runs = flat.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        if runs && flat.parse::<f64>().is_err() { format!("'{flat}") } else { flat }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n";
    rows.iter().map(line).collect()
}

fn table(rows: &[Vec<String>]) -> String {
    let cells = |row: &Vec<String>| row.iter().map(|cell| format!("<td>{}</td>", escape_html(cell))).collect::<String>();
    format!("<table>{}</table>", rows.iter().map(|row| format!("<tr>{}</tr>", cells(row))).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_neither_break_rows_nor_run() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [row(&["=1+1", "-5.2", "@a"]), row(&["a\tb", "c\nd", "＝x"])];
        assert_eq!(tsv(&rows), "'=1+1\t-5.2\t'@a\na b\tc d\t'＝x\n");
        assert_eq!(table(&[row(&["<b>", "\"&"])]), "<table><tr><td>&lt;b&gt;</td><td>&quot;&amp;</td></tr></table>");
    }
}
