//! Quantities that are one though written as two: lengths in two units, sums with their hundredth part, ranges whose unit is
//! said twice.

use super::Counted;
use crate::facts::passage::{Passage, Stretch};
use crate::facts::unit::{self, Unit};
use crate::lang::LangPack;

/// A length of time in two units is one quantity in the smaller unit: "1시간 30분" is 90 분.
pub(super) fn join(passage: &Passage<'_>, last: Option<&mut Counted>, next: &Counted, unit: &Unit, lang: &LangPack) -> bool {
    let Some(last) = last else { return false };
    if unit.hundredth {
        return join_hundredth(passage, last, next);
    }
    if join_range(passage, last, next, lang) || join_scaled(passage, last, next) {
        return true;
    }
    let Some(last) = Some(last).filter(|l| l.quantity.class == "duration" && next.quantity.class == "duration") else {
        return false;
    };
    let gap = passage.of(Stretch::new(last.at.end, next.at.start.max(last.at.end)));
    let Some(larger) = unit::named(&last.quantity.unit) else { return false };
    let (Some(a), Some(b)) = (last.quantity.value, next.quantity.value) else { return false };
    let factor = if unit.months > 0 {
        f64::from(larger.months) / f64::from(unit.months)
    } else if unit.seconds > 0 {
        f64::from(larger.seconds) / f64::from(unit.seconds)
    } else {
        0.0
    };
    if !gap.trim().is_empty() || factor <= 1.0 {
        return false;
    }
    let value = a * factor + b;
    last.quantity.value = Some(value);
    last.quantity.min = last.quantity.min.or(next.quantity.min).map(|_| value);
    last.quantity.max = last.quantity.max.or(next.quantity.max).map(|_| value);
    last.quantity.unit.clone_from(&next.quantity.unit);
    last.step = next.step;
    last.at.end = next.at.end;
    true
}

/// "3달러 50센트" is 3.5 달러.
fn join_hundredth(passage: &Passage<'_>, last: &mut Counted, next: &Counted) -> bool {
    let gap = passage.of(Stretch::new(last.at.end, next.at.start.max(last.at.end)));
    let larger = last.quantity.class == "money" && unit::named(&last.quantity.unit).is_none_or(|unit| !unit.hundredth);
    let (Some(whole), Some(part)) = (last.quantity.value, next.quantity.value) else { return false };
    if !larger || !matches!(gap, "" | " " | " and ") || part >= HUNDREDTHS || whole.fract() != 0.0 {
        return false;
    }
    last.quantity.value = Some(whole + part / HUNDREDTHS);
    last.step = next.step / HUNDREDTHS;
    last.at.end = next.at.end;
    true
}

const HUNDREDTHS: f64 = 100.0;

/// "5피트 10인치", "2 yards, 7 feet and 10 inches": one measure in the smaller unit.
fn join_scaled(passage: &Passage<'_>, last: &mut Counted, next: &Counted) -> bool {
    let gap = passage.of(Stretch::new(last.at.end, next.at.start.max(last.at.end)));
    let same = last.quantity.class == next.quantity.class && matches!(last.quantity.class, "length" | "mass");
    let sizes = unit::size(&last.quantity.unit).zip(unit::size(&next.quantity.unit)).filter(|(larger, smaller)| larger > smaller);
    let Some((larger, smaller)) = sizes.filter(|_| same && matches!(gap, "" | " " | ", " | " and " | ", and ")) else {
        return false;
    };
    let (Some(a), Some(b)) = (last.quantity.value, next.quantity.value) else { return false };
    // The rest is less than one of the larger, or nearly so; whole numbers only.
    if a.fract() != 0.0 || gap.starts_with(',') && next.at.start > last.at.end + 6 {
        return false;
    }
    // Ratios like 3 feet to the yard are whole; what floating point adds to them is cut off.
    last.quantity.value = Some(a * ((larger / smaller * ROUND).round() / ROUND) + b);
    last.quantity.unit.clone_from(&next.quantity.unit);
    last.step = next.step;
    last.at.end = next.at.end;
    true
}

const ROUND: f64 = 1e6;

/// Characters before a range in which "between" or a verb of change stands.
const BETWEEN: usize = 12;

/// Characters before a range in which something is said to move "from" one number to the other.
const RAISED: usize = 40;

/// "32평~62평", "44 mg to 50 mg", "between $3 and $5".
fn join_range(passage: &Passage<'_>, last: &mut Counted, next: &Counted, lang: &LangPack) -> bool {
    let gap = passage.of(Stretch::new(last.at.end, next.at.start.max(last.at.end)));
    let before = passage.of(Stretch::new(last.at.start.saturating_sub(BETWEEN), last.at.start)).trim_end();
    let between = before.ends_with("between") || before.ends_with("Between");
    // "rose $12,500 to $418,000": a change and the new level.
    let moved = gap == " to " && before.rsplit(' ').next().is_some_and(|word| lang.number_words.moves.contains(word));
    // "raise it from £48,200 to £52,056": where it came from and went to.
    let raised = || {
        let said = passage.of(Stretch::new(last.at.start.saturating_sub(RAISED), last.at.start));
        let words = &lang.sum_words;
        let moves = |word: &str| [words.rise, words.fall, words.more, words.less].iter().any(|list| list.contains(word));
        before.ends_with("from") && said.split(' ').any(moves)
    };
    let moved = moved || gap == " to " && raised();
    let ranged = !moved && matches!(gap, "~" | "∼" | "～" | "〜" | " ~ " | " to ") || gap == " and " && between;
    let (Some(low), Some(high)) = (last.quantity.value, next.quantity.value) else { return false };
    if !ranged
        || last.quantity.unit != next.quantity.unit
        || last.quantity.min.is_some()
        || next.quantity.min.is_some_and(|min| min != high)
    {
        return false;
    }
    last.quantity.value = None;
    last.quantity.min = Some(low.min(high));
    last.quantity.max = Some(low.max(high));
    last.at.end = next.at.end;
    true
}
