//! The numbers of all passages in one row: a claim and what it is made of may stand in different sentences and paragraphs.

use super::operation::{Change, Operation};
use super::scope::{Scope, usable};
use super::{Checked, Operand, made_of};
use crate::facts::{Place, Quantity, unit};
use crate::lang::{CheckWords, SumWords, Words};
use std::iter::Rev;
use std::ops::Range;

/// A number of the article.
struct Number<'a, 'p> {
    scope: &'a Scope<'a, 'p>,
    /// Its index in its passage.
    index: usize,
    /// Its sentence, counted through the article.
    sentence: usize,
    role: Role,
}

/// What the words around a number make of it.
#[derive(Clone, Copy)]
struct Role {
    /// How much something grew or shrank, or how far two are apart.
    change: bool,
    /// What something else is compared with ("전 분기(42조 원)보다", "340만 명의 세 배").
    compared: bool,
    /// What something came from ("3.25%에서 3.00%로").
    left: bool,
    /// A whole whose parts are told ("1250명 가운데").
    whole: bool,
    bracketed: bool,
    /// What one of several has ("회당 2만 명꼴").
    each: bool,
}

/// The article's numbers in order.
pub(super) struct Article<'a, 'p> {
    numbers: Vec<Number<'a, 'p>>,
    /// What the totals that sentences tell are made of.
    added: Vec<Place>,
}

impl<'a, 'p> Article<'a, 'p> {
    pub(super) fn new(scopes: &'a [Scope<'a, 'p>], told: &[Checked]) -> Self {
        let (mut numbers, mut before) = (Vec::new(), 0);
        for scope in scopes {
            let sentences = &scope.passage.sentences;
            numbers.extend((0..scope.counted.len()).map(|index| {
                let sentence = before + sentences.partition_point(|s| s.end <= scope.counted[index].at.start);
                Number { scope, index, sentence, role: Role::of(scope, index) }
            }));
            before += sentences.len();
        }
        let sums = told.iter().filter(|found| found.check.op == Operation::Sum.name());
        Self { numbers, added: sums.flat_map(|found| found.check.operands.iter().cloned()).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The passage of a number and its index there.
    pub(super) fn scope(&self, i: usize) -> (&'a Scope<'a, 'p>, usize) {
        (self.numbers[i].scope, self.numbers[i].index)
    }

    pub(super) fn words(&self, i: usize) -> &'a CheckWords {
        &self.numbers[i].scope.lang.check_words
    }

    pub(super) fn sum_words(&self, i: usize) -> &'a SumWords {
        &self.numbers[i].scope.lang.sum_words
    }

    pub(super) fn quantity(&self, i: usize) -> &'a Quantity {
        &self.operand(i).1.quantity
    }

    pub(super) fn value(&self, i: usize) -> f64 {
        self.quantity(i).value.unwrap_or(0.0)
    }

    pub(super) fn operand(&self, i: usize) -> Operand<'a, 'p> {
        let (scope, index) = self.scope(i);
        (scope.passage, &scope.counted[index])
    }

    pub(super) fn place(&self, i: usize) -> Place {
        let (passage, counted) = self.operand(i);
        passage.place(counted.at)
    }

    /// The sentence of a number, counted through the article.
    pub(super) fn sentence(&self, i: usize) -> usize {
        self.numbers[i].sentence
    }

    /// Whether the sentence of a number says this word.
    pub(super) fn says(&self, i: usize, word: &str) -> bool {
        let (scope, at) = self.scope(i);
        scope.passage.of(scope.sentence(at)).contains(word)
    }

    /// The numbers of a sentence before this one, the last first.
    pub(super) fn told_before(&self, i: usize) -> Rev<Range<usize>> {
        self.near_before(i, 0)
    }

    /// The numbers of so many sentences before this one and of its own, up to it, the last first.
    pub(super) fn near_before(&self, i: usize, sentences: usize) -> Rev<Range<usize>> {
        (self.first_of(self.sentence(i).saturating_sub(sentences)).max(i.saturating_sub(NEAR_MAX))..i).rev()
    }

    /// The numbers after this one in its sentence and so many behind.
    pub(super) fn near_behind(&self, i: usize, sentences: usize) -> Range<usize> {
        i + 1..self.first_of(self.sentence(i) + sentences + 1).min(i + 1 + NEAR_MAX)
    }

    /// The numbers of so many sentences to each side of this one and of its own, in order.
    pub(super) fn around(&self, i: usize, sentences: usize) -> Range<usize> {
        self.near_before(i, sentences).next_back().unwrap_or(i)..self.near_behind(i, sentences).end
    }

    /// Where the numbers of a sentence begin.
    fn first_of(&self, sentence: usize) -> usize {
        self.numbers.partition_point(|number| number.sentence < sentence)
    }

    /// The characters of its sentence right before a number, and all of them.
    pub(super) fn before(&self, i: usize, reach: usize) -> &'a str {
        let (scope, index) = self.scope(i);
        scope.before(index, reach)
    }

    pub(super) fn said(&self, i: usize) -> &'a str {
        self.before(i, usize::MAX)
    }

    pub(super) fn after(&self, i: usize, reach: usize) -> String {
        let (scope, index) = self.scope(i);
        scope.after(index, reach)
    }

    /// The text between two numbers of one passage without a bracket that begins it; nothing where they stand in two.
    pub(super) fn past(&self, a: usize, b: usize) -> &'a str {
        let ((scope, from), (other, to)) = (self.scope(a), self.scope(b));
        if std::ptr::eq(scope, other) { scope.past_bracket(from, to) } else { "" }
    }

    /// The same with a bracket.
    pub(super) fn past_all(&self, a: usize, b: usize) -> &'a str {
        let ((scope, from), (other, to)) = (self.scope(a), self.scope(b));
        if std::ptr::eq(scope, other) { scope.between(from, to) } else { "" }
    }

    /// The check of a claim with these operands.
    pub(super) fn made(&self, claim: usize, operation: Operation, operands: &[usize]) -> Option<Checked> {
        self.made_as(claim, (operation, self.direction(claim)), operands)
    }

    /// The same, said to be a rise or a fall.
    pub(super) fn made_as(
        &self,
        claim: usize,
        (operation, change): (Operation, Option<Change>),
        operands: &[usize],
    ) -> Option<Checked> {
        let operands: Vec<Operand<'a, 'p>> = operands.iter().map(|&i| self.operand(i)).collect();
        let (scope, index) = self.scope(claim);
        made_of(scope, index, operation, &operands, change)
    }

    /// Whether a number is a level that a claim with this operation is made of where the sentence says so: shares too are
    /// divided ("연체율은 2.19%에서 8.1%로 3.7배").
    pub(super) fn can_be(&self, i: usize, claim: usize, operation: Operation) -> bool {
        let divided = matches!(operation, Operation::Ratio | Operation::PercentChange) && i != claim && !self.is_change(i);
        self.fits(i, claim, operation) || divided && ["percent", "other"].iter().any(|class| usable(self.operand(i).1, class))
    }

    /// Whether a number is a level that a claim with this operation can be made of.
    pub(super) fn fits(&self, i: usize, claim: usize, operation: Operation) -> bool {
        let (counted, claimed) = (self.operand(i).1, self.quantity(claim));
        let unit = &counted.quantity.unit;
        match operation {
            // "5.18%, 3.21% 올라 격차는 1.97%포인트": changes are apart, too.
            Operation::Difference if i != claim && claimed.class == "percent_point" && self.is_gap(claim) => {
                usable(counted, "percent")
            }
            _ if i == claim || self.is_change(i) => false,
            Operation::Difference if claimed.class == "percent_point" => usable(counted, "percent"),
            Operation::Difference if index_points(unit, &claimed.unit) => usable(counted, "other"),
            Operation::Difference => usable(counted, claimed.class) && *unit == claimed.unit,
            _ if counted.quantity.class == "percent" => false,
            _ => usable(counted, "") || usable(counted, "other") && !unit.is_empty(),
        }
    }

    /// Whether a number is a difference of the claim's kind, which may itself be larger or smaller than another.
    pub(super) fn differs(&self, i: usize, claim: usize) -> bool {
        self.is_change(i) && usable(self.operand(i).1, self.quantity(claim).class) && self.alike(i, claim)
    }

    /// Whether two numbers count in one unit.
    pub(super) fn alike(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.quantity(a), self.quantity(b));
        let times = |unit: &str| TIMES.contains(&unit);
        let places = |unit: &str| PLACES.contains(&unit);
        let one = |of: &dyn Fn(&str) -> bool| of(&a.unit) && of(&b.unit);
        a.class == b.class && (a.unit == b.unit || one(&times) || one(&places))
    }

    pub(super) fn is_change(&self, i: usize) -> bool {
        self.numbers[i].role.change
    }

    pub(super) fn is_bracketed(&self, i: usize) -> bool {
        self.numbers[i].role.bracketed
    }

    pub(super) fn is_each(&self, i: usize) -> bool {
        self.numbers[i].role.each
    }

    /// What is said between the number before this one, or the beginning of its sentence, and this one.
    pub(super) fn clause(&self, i: usize) -> &'a str {
        let (scope, index) = self.scope(i);
        scope.clause(index)
    }

    pub(super) fn is_compared(&self, i: usize) -> bool {
        self.numbers[i].role.compared
    }

    pub(super) fn is_left(&self, i: usize) -> bool {
        self.numbers[i].role.left
    }

    /// Whether something came from a number ("3억 원에서 5% 줄었다"), whatever stands next.
    pub(super) fn is_origin(&self, i: usize) -> bool {
        self.is_left(i) || begins_from(&self.after(i, FROM_REACH), self.words(i))
    }

    pub(super) fn is_whole(&self, i: usize) -> bool {
        self.numbers[i].role.whole
    }

    /// Whether a number is one of those that make up a total.
    pub(super) fn is_added(&self, i: usize) -> bool {
        self.added.contains(&self.place(i))
    }

    pub(super) fn direction(&self, i: usize) -> Option<Change> {
        let (scope, index) = self.scope(i);
        scope.direction(index)
    }

    /// Whether a claim tells a change or how far a number is above or below another, and no level.
    pub(super) fn moves(&self, i: usize) -> bool {
        let (scope, index) = self.scope(i);
        scope.direction(index).is_some() && !scope.is_level(index)
    }

    /// Whether a claim tells how far two numbers are apart, or how far one is above or below another.
    pub(super) fn is_gap(&self, i: usize) -> bool {
        let (scope, index) = self.scope(i);
        scope.is_gap(index)
    }

    pub(super) fn compares(&self, i: usize) -> bool {
        let (scope, index) = self.scope(i);
        scope.compares(index)
    }

    /// "셋을 합치면 63.0%": whether the words before a number say that it joins others.
    pub(super) fn is_joined(&self, i: usize, reach: usize) -> bool {
        let before = self.before(i, reach);
        self.words(i).total.iter().any(|total| total.starts_with('합') && before.contains(total))
    }

    /// Whether a number stands at either end of an arrow, or before one in a bracket.
    pub(super) fn is_arrow(&self, i: usize) -> bool {
        let (scope, index) = self.scope(i);
        scope.beside_arrow(index) || scope.arrow_after(index).is_some()
    }

    /// Whether a number counts what this noun names: it stands before the number or ends what it measures.
    pub(super) fn names(&self, i: usize, noun: &str) -> bool {
        bare(self.before(i, NAME_REACH)).ends_with(noun) || self.quantity(i).measures.ends_with(noun)
    }

    /// Whether two numbers and a claim can be of one thing: two of them measure the same, as far as that is known.
    pub(super) fn measures_one(&self, [a, b]: [usize; 2], claim: usize) -> bool {
        let last = |text: &'a str| text.rsplit(' ').next().unwrap_or_default();
        let one = |i: usize, j: usize| {
            let (x, y) = (self.quantity(i).measures.as_str(), self.quantity(j).measures.as_str());
            x.contains(y) || y.contains(x) || last(x) == last(y)
        };
        one(a, b) || one(a, claim) || one(b, claim)
    }

    /// Whether two numbers are known to measure different things ("매출액", "순이익") of which the claim speaks of one.
    pub(super) fn measure_others(&self, [a, b]: [usize; 2], claim: usize) -> bool {
        let last = |i: usize| self.quantity(i).measures.rsplit(' ').next().filter(|noun| !noun.is_empty());
        let (x, y, own) = (last(a), last(b), last(claim));
        x.is_some() && y.is_some() && x != y && (own == x || own == y)
    }

    /// The checks of an operation among these that hold, each as its claim and its two operands.
    pub(super) fn pairs<'c>(&self, found: impl Iterator<Item = &'c Checked>, operation: Operation) -> Vec<(usize, [usize; 2])> {
        let at = |place: &Place| (0..self.len()).find(|&i| self.place(i) == *place);
        let of = found.filter(|found| found.check.holds && found.check.op == operation.name());
        let pair = |found: &Checked| match &found.check.operands[..] {
            [a, b] => Some((at(&found.claimed)?, [at(a)?, at(b)?])),
            _ => None,
        };
        of.filter_map(pair).collect()
    }
}

impl Role {
    fn of(scope: &Scope<'_, '_>, index: usize) -> Self {
        let (quantity, words) = (&scope.counted[index].quantity, &scope.lang.check_words);
        let behind = scope.after_brackets(index);
        // "2818명을 넘어섰다": what is exceeded is a level.
        let object = words.objects.begins(&behind);
        let grew = quantity.change.is_some_and(|change| change.to != quantity.value) || scope.compares(index) && !object;
        let next = scope.counted.get(index + 1).map(|next| (&next.quantity, scope.past_bracket(index, index + 1)));
        let times =
            |(next, past): (&Quantity, &str)| next.class == "ratio" && past.trim_start_matches([')', ' ']).starts_with('의');
        let from = |(next, past): (&Quantity, &str)| next.unit == quantity.unit && begins_from(past, words);
        Self {
            change: grew && !scope.is_level(index) || scope.is_gap(index),
            compared: begins_comparison(&behind, words.than) || next.is_some_and(times),
            left: next.is_some_and(from),
            whole: words.part.iter().take(2).any(|part| behind.trim_start().starts_with(part)),
            bracketed: scope.bracketed(index),
            each: words.each.iter().any(|each| behind.starts_with(each)) || names_each(scope.clause(index)),
        }
    }
}

/// A noun before a number without its particle.
pub(super) fn bare(before: &str) -> &str {
    before.trim_end().trim_end_matches(['이', '가', '은', '는'])
}

/// "건당 평균 피해액은", "(1㎏)당 저장할 수 있는 에너지가": whether a number is told of each of several.
fn names_each(clause: &str) -> bool {
    let each = |word: &str| {
        let unit = word.strip_suffix('당').map(|unit| unit.trim_start_matches(|c: char| c.is_ascii_digit()));
        unit.is_some_and(|unit| unit.is_empty() || unit == "인" || unit::named(unit).is_some())
    };
    clause.split(' ').any(each)
}

/// "보다", "명보다", " 때보다", "과 비교하면": whether the words behind a number compare something with it.
pub(super) fn begins_comparison(behind: &str, than: Words) -> bool {
    let behind = behind.trim_start_matches([')', ' ']);
    let word = behind.split(' ').next().unwrap_or_default();
    than.iter().any(|than| behind.starts_with(than) || word.chars().count() <= SHORT_WORD && word.ends_with(than))
}

/// "대에서", "이던": whether the words behind a number say that something came from it.
pub(super) fn begins_from(behind: &str, words: &CheckWords) -> bool {
    let behind = behind.trim_start_matches('대');
    words.from.iter().any(|word| behind.starts_with(word))
}

/// Numbers to each side of a claim that are looked at: what is further off is not told beside it, and a text of nothing but
/// numbers takes no more time than their count.
const NEAR_MAX: usize = 64;
/// Characters before a number in which the noun of what it counts stands.
const NAME_REACH: usize = 12;
/// Counters for the same: how often something was done.
const TIMES: [&str; 3] = ["번", "차례", "회"];
/// Characters behind a number that say that something came from it.
const FROM_REACH: usize = 4;
/// Counters for places ("228개 시군구 가운데 130곳").
const PLACES: [&str; 4] = ["곳", "개", "군데", "개소"];
/// Syllables of a word like "때보다" behind a number.
const SHORT_WORD: usize = 4;

/// Whether a level without unit is measured in points.
pub(super) fn index_points(level: &str, change: &str) -> bool {
    level.is_empty() && POINTS.contains(&change)
}

/// Units of a change of a level that has none.
const POINTS: [&str; 3] = ["포인트", "p", "P"];
