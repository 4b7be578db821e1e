//! Reads Korean years: "2024년", "’98년도", "1978~83년", "1990년대", "15세기", "지난해 같은 기간".

use super::numeral::{self, digits as number};
use super::parts::{Parts, Reference};
use super::read::{closes, named};
use crate::facts::passage::Passage;
use crate::lang::LangPack;
use crate::text::is_hangul;

/// "1978~83년", "2015∼2017년".
pub(super) fn years(passage: &Passage<'_>, at: usize, lang: &'static LangPack) -> Option<Parts> {
    let (first, end) = number(passage, at).filter(|&(year, end)| end - at == 4 && (1000..3000).contains(&year))?;
    let after = passage.char(end).filter(|c| matches!(c, '~' | '∼' | '～' | '-')).map(|_| end + 1)?;
    let (second, end) = number(passage, after)?;
    let to = if end - after == 2 { first - first % 100 + second } else { second };
    let end = passage.read(end, "년").filter(|&end| closes(passage, end, lang) && to > first && to < 3000)?;
    Some(Parts { start: at, end, year: Some(Reference::Absolute(first)), year_to: Some(to), ..Parts::default() })
}

pub(super) fn year(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &'static LangPack) -> usize {
    if let Some((found, end)) = named(passage, at, &["year"], lang) {
        parts.year = Some(Reference::Named(found));
        return after_year(passage, end, parts, lang);
    }
    // "'30년 이상형'": a mark of quotation.
    let opens = passage.pairs.iter().any(|pair| pair.open == at);
    let short = matches!(passage.char(at), Some('’' | '\'')) && !opens;
    let Some((year, end)) = numeral::before(passage, at + usize::from(short), "년", lang) else {
        return century(passage, at, parts, lang);
    };
    let in_digits = passage.char(at + usize::from(short)).is_some_and(|c| c.is_ascii_digit());
    let month_follows = || numeral::before(passage, passage.skip_space(end), "월", lang).is_some();
    let digits = end - 1 - at - usize::from(short);
    let after = passage.read(end, "대").filter(|&after| closes(passage, after, lang) && year % 10 == 0);
    let full = match digits {
        _ if !in_digits => year,
        4 => year,
        2 if after.is_some()
            || passage.read_any(end, &["도", "작", "산"]).is_some_and(|e| year > 30 && closes(passage, e, lang)) =>
        {
            full_year(year)
        }
        2 if short || month_follows() => full_year(year),
        _ => return at,
    };
    if !(1000..3000).contains(&full) {
        return at;
    }
    if let Some(after) = after {
        let spaced = passage.skip_space(after);
        let late = passage.read_any(spaced, &["초반", "중반", "후반", "말", "초"]).filter(|&l| closes(passage, l, lang));
        parts.decade = true;
        parts.year = Some(Reference::Absolute(full));
        parts.end = late.unwrap_or(after);
        return parts.end;
    }
    if passage.char(end).is_some_and(is_hangul)
        && !closes(passage, end, lang)
        && passage.read_any(end, &["도", "형", "판", "작"]).is_none()
        && numeral::before(passage, end, "월", lang).is_none()
    {
        return at;
    }
    parts.year = Some(Reference::Absolute(full));
    after_year(passage, passage.read(end, "도").filter(|&e| closes(passage, e, lang)).unwrap_or(end), parts, lang)
}

/// "3·4분기", "1/4분기": the third of four quarters, and where it ends.
pub(super) fn of_four(passage: &Passage<'_>, at: usize) -> Option<(i32, usize)> {
    let (quarter, end) = number(passage, at).filter(|q| (1..=4).contains(&q.0))?;
    let after = passage.read_any(end, &["·4분기", "/4분기", "ㆍ4분기"])?;
    Some((quarter, after))
}

/// "98년": years of two digits are those nearest to the papers of our time.
pub(super) fn full_year(year: i32) -> i32 {
    /// The last year read as one of this century.
    const LAST_OF_CENTURY: i32 = 49;
    year + if year > LAST_OF_CENTURY { 1900 } else { 2000 }
}

/// "15세기", "21세기".
fn century(passage: &Passage<'_>, at: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    let found =
        numeral::before(passage, at, "세기", lang).filter(|&(n, end)| (1..=30).contains(&n) && closes(passage, end, lang));
    let Some((number, end)) = found else { return at };
    parts.century = true;
    parts.year = Some(Reference::Absolute(100 * (number - 1)));
    parts.end = end;
    end
}

fn after_year(passage: &Passage<'_>, end: usize, parts: &mut Parts, lang: &LangPack) -> usize {
    parts.end = end;
    let spaced = passage.skip_space(end);
    if let Some(after) = passage.read_any(spaced, lang.time_words.same_period) {
        parts.same_period = true;
        parts.end = after;
        return after;
    }
    if let Some(late) = passage.read_any(spaced, &["말", "초"]).filter(|&l| closes(passage, l, lang)) {
        // The beginning of a year is written as the year (guide of the annotated news), its end as its last month.
        parts.year_part = Some("12".to_owned()).filter(|_| passage.char(spaced) == Some('말'));
        parts.end = late;
    }
    passage.skip_space(parts.end)
}
