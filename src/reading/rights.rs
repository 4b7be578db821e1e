//! What a copyright line says: who holds the rights, and whether it sets terms. The words are in the language packs.

use crate::lang::{CopyrightWords, LangPack};

/// Signs that stand before the holder in a copyright line.
const HOLDER_SIGNS: &[&str] = &["©", "ⓒ", "(c)", "(C)", "（c）", "（C）"];

/// Signs that end the holder's name; the words that end it are in the language packs.
const HOLDER_END_SIGNS: &[&str] = &[",", ".", "(", "<", ">", "]", "〉", "/", "。", "，", "、", "|", "│"];

/// What years before a holder's name are written with ("2019-2026").
const YEAR_SIGNS: &[char] = &['-', '–', '~', ',', '年', '년'];

/// Brackets around a line that names a source.
const SOURCE_BRACKETS: &[char] = &['[', ']', '(', ')', '<', '>', '【', '】'];

fn words() -> impl Iterator<Item = &'static CopyrightWords> {
    LangPack::all().iter().map(|pack| &pack.copyright_words)
}

/// The holder that a copyright line names: "Copyright © 한겨레신문사 All Rights Reserved. …" is "한겨레신문사".
pub(super) fn holder(line: &str) -> Option<String> {
    let sign = HOLDER_SIGNS.iter().filter_map(|sign| Some((line.find(sign)?, sign))).min();
    let (rest, is_owned) = match sign {
        Some((at, sign)) => (&line[at + sign.len()..], false),
        None => (words().flat_map(|w| w.owner_before).find_map(|before| Some(line.split_once(before)?.1))?, true),
    };
    let rest = without_year(rest);
    let rest = words().flat_map(|w| w.company).find_map(|c| rest.strip_prefix(c)).unwrap_or(rest).trim_start();
    let owned = words().flat_map(|w| w.owner_after).filter(|_| is_owned);
    let ends = HOLDER_END_SIGNS.iter().copied().chain(words().flat_map(|w| w.terms)).chain(owned);
    let end = ends.filter_map(|e| rest.find(e)).min().unwrap_or(rest.len());
    let name = rest[..end].trim().trim_matches(['\'', '"', '‘', '’', '-', '–']).trim();
    let name = last_year(name);
    (!name.is_empty()).then(|| name.to_owned())
}

/// The text without the years that it begins with.
fn without_year(text: &str) -> &str {
    let is_year = |c: char| c.is_ascii_digit() || YEAR_SIGNS.contains(&c) || c.is_whitespace();
    let rest = text.trim_start_matches(is_year);
    let digits = text[..text.len() - rest.len()].chars().filter(char::is_ascii_digit).count();
    if digits >= YEAR_DIGITS { rest } else { text.trim_start() }
}

/// Digits of a year: fewer belong to a name ("© 21세기신문").
const YEAR_DIGITS: usize = 4;

/// The name without a year after it ("© Harbour Courier 2026").
fn last_year(name: &str) -> &str {
    let before = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if name.len() - before.len() == YEAR_DIGITS { before.trim_end() } else { name }
}

/// Whether a line says what may not be done with the text.
pub(super) fn has_terms(line: &str) -> bool {
    words().any(|w| w.terms.is_in(line))
}

/// The paper that a line of its own names as the source: "[Source : 한겨레]".
pub(super) fn source(line: &str) -> Option<&str> {
    let line = line.trim_matches(SOURCE_BRACKETS).trim();
    let rest =
        words().flat_map(|w| w.source).find_map(|label| line.strip_prefix(label)?.trim_start().strip_prefix([':', '：', '=']));
    rest.map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holders() {
        let check = |line: &str, expect: &str| assert_eq!(holder(line).unwrap_or_default(), expect, "{line}");
        check("Copyright © 하늬신문사 All Rights Reserved. 무단 전재 금지", "하늬신문사");
        check("<저작권자 ⓒ 솔재일보(www.soljae.example) 무단전재 금지>", "솔재일보");
        check("저작권자(c)한별통신. 무단전재-재배포금지", "한별통신");
        check("Copyright © 2023 새물결 all rights reserved", "새물결");
        check("ⓒ 21세기신문 무단 전재 금지", "21세기신문");
        check("기사의 저작권은 하늬일보에 있습니다.", "하늬일보");
        check("© みなと新聞 無断転載を禁じます", "みなと新聞");
        check("© 2026 株式会社みなと新聞社 無断複写・転載を禁じます。", "みなと新聞社");
        check("Copyright（C）みなと新聞", "みなと新聞");
        check("著作権は株式会社みなと新聞社に帰属します", "みなと新聞社");
        check("© 2019-2026 海风日报 版权所有 未经授权不得转载", "海风日报");
        check("版权归海风日报所有，未经许可不得转载", "海风日报");
        check("© 海風日報 版權所有，不得轉載", "海風日報");
        check("© 2026 Harbour Courier. All rights reserved.", "Harbour Courier");
        check("Copyright 2019–2026 by Harbour Courier, Inc. No part may be reproduced.", "Harbour Courier");
        check("Copyright Harbour Courier 2026", "Harbour Courier");
        check("無断転載を禁じます。", "");
        check("无", "");
        check("版权所有，未经授权不得转载", "");
        check("무단 전재 금지", "");
        check("© 2026", "");
    }

    #[test]
    fn terms() {
        let check = |line: &str, expect: bool| assert_eq!(has_terms(line), expect, "{line}");
        check("ⓒ 하늬일보, 무단 전재 및 재배포, AI 학습 및 활용 금지", true);
        check("無断転載・複製を禁じます。", true);
        check("版权所有", true);
        check("All rights reserved.", true);
        check("ⓒ 하늬일보", false);
    }

    #[test]
    fn sources() {
        let check = |line: &str, expect: &str| assert_eq!(source(line).unwrap_or_default(), expect, "{line}");
        check("[Source : 하늬일보]", "하늬일보");
        check("출처: 하늬일보", "하늬일보");
        check("(来源：海风日报)", "海风日报");
        check("출처를 밝혀 주세요", "");
    }
}
