//! What looks like a quantity and is none: words with a number in them by chance, rates, ordinals, idioms.

use crate::facts::number::{Form, Number};
use crate::facts::passage::{Passage, Stretch};
use crate::facts::unit::{self, Unit};
use crate::facts::word;
use crate::lang::{LangPack, Words};
use crate::text::is_hangul;

/// Counters that are written onto a native number without a space.
const GLUED: &[&str] =
    &["명", "번", "달", "차례", "곳", "건", "마리", "살", "개", "가지", "시간", "장", "권", "채", "팀", "주", "배"];
/// Ages of decades ("20대") end below this number.
const DECADES_END: f64 = 100.0;
/// Numbers before "대" that are mostly ordinals ("21대 국회") end below this one, unless a machine is counted.
const ORDINALS_END: f64 = 50.0;
/// What stands behind "대" where machines are counted ("23대가 부딪혔다"); ordinals stand before a noun ("23대 회장"), ages of decades
/// end in a zero.
const COUNTED_MACHINES: &[&str] = &["대가 ", "대를 ", "대와 ", "대로 ", "대뿐", "대씩", "대에 그"];
/// Sino-Korean words below this value are mostly other words ("일", "이", "십").
const SINO_MIN: f64 = 20.0;
/// A number of this size in words alone is another word ("구조").
const TRILLION: f64 = 1e12;
/// Parts of an event ("1부") end below this number; more are copies.
const PARTS_END: f64 = 10.0;
/// Terms of office and courses ("2기") end below this number.
const TERMS_END: f64 = 100.0;
/// Sets of a match of volleyball or tennis at most.
const SETS_OF_MATCH: f64 = 5.0;
/// Innings end below this number.
const INNINGS_END: f64 = 16.0;
/// No rank is larger: "338조 등" is an article of law.
const RANKS_END: f64 = 1e6;
/// Smaller numbers of "세대" are generations ("4세대"), larger ones households.
const HOUSEHOLDS_MIN: f64 = 100.0;
/// Hangul that may stand glued before a number ("총5명", "만 10세").
const GLUED_BEFORE: &[&str] = &[
    "약",
    "총",
    "단",
    "연",
    "만",
    "각",
    "또",
    "매",
    "월",
    "하루",
    "최대",
    "최소",
    "일",
    "모두",
    "등",
    "현",
    "전체",
    "평균",
    "무려",
    "올해",
    "지난해",
    // "4승1패", "1남2녀".
    "승",
    "무",
    "남",
];

/// Whether pounds are those of a scale: the sentence speaks of weight.
pub(super) fn is_weight(passage: &Passage<'_>, unit_at: Stretch) -> bool {
    let pounds = matches!(passage.of(unit_at), "파운드" | "pounds" | "Pounds");
    let sentence = passage.of(passage.sentence_of(unit_at.start));
    let words = ["무게", "체중", "중량", "감량", "kg", "㎏", "킬로그램", "미터톤", "를 빼", "weigh", "pounds of"];
    pounds && words.iter().any(|word| sentence.contains(word))
}

/// "5,120 in April": a preposition and no inches, as a word follows that tells no dimension.
pub(super) fn is_preposition(passage: &Passage<'_>, unit_at: Stretch, lang: &LangPack) -> bool {
    let next = passage.skip_space(unit_at.end);
    let word = next > unit_at.end && passage.char(next).is_some_and(char::is_alphanumeric);
    passage.of(unit_at) == "in" && word && !lang.number_words.dimensions.begins(passage.from(next))
}

/// Syllables that look like a number and a unit and are another word ("열기", "조사원").
pub(super) fn by_chance(passage: &Passage<'_>, number: &Number, name: &str, spaced: bool, lang: &LangPack) -> bool {
    match number.form {
        // Chinese and Japanese: "一" alone is many other words.
        Form::Sino if lang.code != "ko" => number.value < 2.0,
        Form::Counting if lang.code != "ko" => false,
        // "백원", "십달러", but not "이유로", "이불", "조사원".
        Form::Sino if money_word(name) && !written_short(passage, number) => name.chars().count() == 1 && number.value < SINO_MIN,
        Form::Sino if money_word(name) => match name {
            "원" => !matches!(number.value, 100.0 | 1000.0),
            "불" | "유로" | "엔" => number.value < 10.0,
            _ => false,
        },
        Form::Sino => {
            number.value < SINO_MIN
                // "구조 개선"
                || spaced && number.value >= TRILLION
                || name == "일"
                || name.chars().count() == 1 && !SINO_UNITS.contains(&name)
                || written_short(passage, number)
        }
        Form::Digits if name == "무" => !is_draw(passage, number),
        // "아이폰17 프로": the number belongs to the name before it.
        Form::Digits if name == "프로" && spaced => {
            passage.chars[..number.end].iter().rfind(|c| !c.is_ascii_digit()).is_some_and(|c| c.is_alphabetic())
        }
        Form::Digits => spaced && lang.code == "ko" && name.len() < 2 && name.starts_with(|c: char| c.is_ascii_alphabetic()),
        // Native numbers have words of their own for days ("하루"): "한 일" is a thing done; "한 원인" is no money.
        Form::Counting => !spaced && !GLUED.contains(&name) || matches!(name, "일" | "무" | "원"),
        Form::Several => false,
    }
}

/// "2승 1무 1패": games drawn stand between games won and lost.
fn is_draw(passage: &Passage<'_>, number: &Number) -> bool {
    let before = passage.of(Stretch::new(0, number.end)).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let after = passage.from((number.end + 1).min(passage.chars.len())).trim_start();
    before.ends_with('승') || after.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('패')
}

/// Names that nothing but a number stands before ("십달러", "백 퍼센트").
fn money_word(name: &str) -> bool {
    let always = name.contains("달러") || matches!(name, "불" | "센트" | "유로" | "위안" | "엔" | "퍼센트" | "원" | "파운드");
    always && name.chars().all(is_hangul)
}

/// Units of one syllable that may follow a Sino-Korean number in words.
const SINO_UNITS: &[&str] = &["명", "원", "개", "년", "분", "살", "세", "배", "%", "장", "권", "엔", "불"];

/// "다시 한 번", "한 남성은": one of something is mostly no count.
pub(super) fn is_idiom(passage: &Passage<'_>, start: usize, number: &Number, unit: &Unit) -> bool {
    let one = number.form == Form::Counting && number.value == 1.0;
    let before = passage.of(Stretch::new(0, start)).trim_end();
    let again = one && ["다시", "또", "더"].iter().any(|word| before.ends_with(word));
    let name = passage.from(number.end).trim_start();
    let adverb = one && (name.starts_with("걸음") || name.starts_with("번에 ") || passage.from(number.end).starts_with('번'));
    // "하기로 한 곳", "한 초선 의원": no count.
    let other = one && (before.ends_with("기로") || name.starts_with("초선"));
    again || adverb || other || one && unit.noun && !name.starts_with('팀') && !name.starts_with('홀')
}

/// Digits glued to Hangul are part of a name ("형사1부"), but for a few words and for percents and sums.
pub(super) fn may_touch(passage: &Passage<'_>, start: usize, class: &str, lang: &LangPack) -> bool {
    // "세슘-137", "FA-50": a part of a name.
    let joined = passage.before(start) == Some('-') && start.checked_sub(2).is_some_and(|i| passage.chars[i].is_alphabetic());
    if joined && lang.code == "ko" {
        return false;
    }
    let glued = passage.chars[..start].iter().rev().take_while(|c| is_hangul(**c)).count();
    let word = passage.of(Stretch::new(start - glued, start));
    // "구로3동": no money of Vietnam.
    let quarter = passage.chars[start..].iter().find(|c| !c.is_ascii_digit()) == Some(&'동');
    let money = matches!(class, "percent" | "percent_point" | "money") && !quarter;
    // "13년6개월"
    let length = || {
        let digit = start.checked_sub(glued + 1).is_some_and(|i| passage.chars[i].is_ascii_digit());
        digit && class == "duration" && unit::named(word).is_some_and(|unit| unit.class == "duration")
    };
    glued == 0
        || money
        || length()
        || lang.code != "ko"
        || GLUED_BEFORE.contains(&word)
        || lang.number_words.about.contains(word)
        || !passage.chars[start].is_ascii_digit()
}

/// "1달러당", "100g 당", "1년에 한 번", "한 해 300톤": the base of a rate, not a quantity.
pub(super) fn is_rate(passage: &Passage<'_>, number: &Number, unit_at: Stretch) -> bool {
    let after = passage.from(unit_at.end);
    let name = passage.of(unit_at);
    let round = number.value.log10().fract() == 0.0;
    after.trim_start().starts_with("당 ")
        || round && after.starts_with('당')
        || after.starts_with('=')
        || name == "년" && after.starts_with("에 한")
        || name == "해" && !after.trim_start().starts_with("동안")
}

/// "20대" (an age), "21대 국회" (an ordinal), "1인 시위", "4세대 통신", "24인치 화면" (a model).
pub(super) fn is_ordinal(passage: &Passage<'_>, number: &Number, name: &str, lang: &LangPack) -> bool {
    match name {
        // "한 대": a native number counts.
        "대" => {
            number.form != Form::Counting
                && (number.value < DECADES_END && number.value % 10.0 == 0.0 || number.value < ORDINALS_END)
                && !machine(passage, number, lang)
                && !is_decade(passage, number, lang)
                && !is_some_of(passage, number)
                && !(number.value % 10.0 != 0.0 && passage.read_any(number.end, COUNTED_MACHINES).is_some())
                && !is_foremost(passage, number, lang)
        }
        "인" => number.value == 1.0,
        // "전반 41분": when in a match.
        "분" => is_in_match(passage, number),
        // "2세트 초반": which of a match.
        "세트" => {
            let after = passage.from(number.end).strip_prefix("세트").unwrap_or_default();
            number.form == Form::Digits && number.value <= SETS_OF_MATCH && lang.number_words.of_set.begins(after)
        }
        // "2단계": which of several, but "4단계에 걸쳐".
        "단계" => {
            let after = passage.from(number.end).trim_start();
            !["단계에 걸쳐", "단계에 걸친", "단계로 나", "단계를 거"].iter().any(|counted| after.starts_with(counted))
        }
        "기" => number.value < TERMS_END && !precedes(passage, number, lang, lang.number_words.standing),
        "부" => number.value < PARTS_END && !precedes(passage, number, lang, lang.number_words.copied),
        "회" => number.value < INNINGS_END && lang.number_words.innings.is_in(passage.text),
        "등" | "위" => number.value > RANKS_END,
        "세대" => number.value < HOUSEHOLDS_MIN,
        // "17세 이하(U-17)": a class of a competition.
        "세" => passage.from(number.end).starts_with("세 이하(U-"),
        "인치" => passage.from(number.end + 2).strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_hangul)),
        _ => false,
    }
}

/// "후반 8분": the half of a match stands before the minute.
fn is_in_match(passage: &Passage<'_>, number: &Number) -> bool {
    let before = passage.of(Stretch::new(0, number.end)).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    number.form == Form::Digits && (before.ends_with("전반") || before.ends_with("후반"))
}

/// "3대 국책은행", "15대 주요 품목": the foremost of a kind, but not "21대 국회".
fn is_foremost(passage: &Passage<'_>, number: &Number, lang: &LangPack) -> bool {
    let next = passage.read(number.end, "대 ").map_or("", |end| passage.from(end));
    let plain = number.value % TEN != 0.0 || lang.number_words.ranked.begins(next);
    plain && next.starts_with(is_hangul) && !lang.number_words.numbered.begins(next)
}

/// "48대 중 나머지 36대": what some are taken out of, and the rest, are counted.
fn is_some_of(passage: &Passage<'_>, number: &Number) -> bool {
    let before = passage.of(Stretch::new(0, number.end)).trim_end_matches(|c: char| c.is_ascii_digit());
    passage.read_any(number.end, &["대 중 ", "대 가운데 "]).is_some() || before.ends_with("나머지 ")
}

/// Sino-Korean numbers of one syllable are other words ("천", "경").
fn written_short(passage: &Passage<'_>, number: &Number) -> bool {
    let start = (0..number.end).rev().find(|&i| !is_hangul(passage.chars[i])).map_or(0, |i| i + 1);
    let word = passage.of(Stretch::new(start, number.end));
    number.end - start < 2 || word.starts_with(['조', '경', '억'])
}

/// "버스 50대": the word before the number names a machine.
fn machine(passage: &Passage<'_>, number: &Number, lang: &LangPack) -> bool {
    precedes(passage, number, lang, lang.number_words.machines)
}

/// "30대 남성": an age, save where the next word is what the first thirty are ("30대 그룹").
pub(super) fn is_decade(passage: &Passage<'_>, number: &Number, lang: &LangPack) -> bool {
    let decade = number.form == Form::Digits && (TEN..DECADES_END).contains(&number.value) && number.value % TEN == 0.0;
    let after = passage.read(number.end, "대").map(|end| passage.from(end));
    decade && after.is_some_and(|after| !lang.number_words.ranked.begins(after.trim_start()) && !machine(passage, number, lang))
}

const TEN: f64 = 10.0;

/// Whether one of the nouns before a number ends like one of the list.
fn precedes(passage: &Passage<'_>, number: &Number, lang: &LangPack, list: Words) -> bool {
    let clause = passage.clause_of(number.end - 1);
    let words = word::words(passage, clause, &lang.grammar);
    let before = words.iter().take_while(|w| w.whole.end < number.end);
    let nouns: Vec<&str> = before.map(|w| passage.of(w.stem)).collect();
    nouns.iter().rev().take(4).any(|noun| list.ends(noun))
}
