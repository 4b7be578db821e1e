//! The operations of a check, over what printed numbers can stand for: "5.3" is anything from 5.25 to 5.35.

use crate::facts::quantity::Counted;

/// How far off a ratio in words may be, of itself: "두 배" is 1.7 to 2.3 times.
const TIMES_OFF: f64 = 0.15;

/// What a claim does with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    /// a / b
    Ratio,
    /// a - b - …
    Difference,
    /// The sum of all.
    Sum,
    /// (new - base) / base, in percent; operands base, new.
    PercentChange,
    /// part / whole, in percent; operands part, whole.
    Share,
    /// A change in percent by the change itself and the new level: change / (level - change), operands change, level.
    Gained,
    /// The same where it fell: change / (level + change).
    Lost,
}

/// Whether a claim speaks of growing or shrinking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Rise,
    Fall,
}

/// What a number can be, given how it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Interval {
    low: f64,
    pub(crate) middle: f64,
    high: f64,
}

impl Interval {
    fn new(low: f64, middle: f64, high: f64) -> Self {
        Self { low, middle, high }
    }

    /// An operand: half a unit of its last printed digit to each side; what is counted one by one is exact.
    pub(crate) fn printed(counted: &Counted) -> Self {
        let value = counted.quantity.value.unwrap_or(0.0);
        let exact = matches!(counted.quantity.class, "count" | "score") && counted.step == 1.0;
        let half = if exact { 0.0 } else { counted.step / 2.0 };
        Self::new(value - half, value, value + half)
    }

    /// An operand as a wrong sum must allow for it: zeros at the end of money may be rounded ("50조 2000억 원" is 50.15조 to 50.25조),
    /// and of ten people so many are a share in round words.
    pub(crate) fn rounded(counted: &Counted, of_ten: bool) -> Self {
        let value = counted.quantity.value.unwrap_or(0.0);
        let sum = counted.quantity.class == "money" && value >= ROUNDED_MONEY_MIN;
        let step = if sum { counted.step.max(told_step(value)) } else { 0.0 };
        let half = Self::printed(counted).width().max(if of_ten { 1.0 } else { step }) / 2.0;
        Self::new(value - half, value, value + half)
    }

    /// A claim: as an operand, wider when it says "about", open above when it says "at least"; what is divided is rounded.
    pub(crate) fn claimed(counted: &Counted, operation: Operation) -> Self {
        let quantity = &counted.quantity;
        let value = quantity.value.unwrap_or(0.0).abs();
        let half = if quantity.approx { counted.step } else { counted.step / 2.0 };
        let divided = operation == Operation::Ratio;
        let half = if matches!(quantity.class, "count" | "score") && counted.step == 1.0 && !quantity.approx && !divided {
            0.0
        } else {
            half
        };
        // Nobody calls 1.5 or 2.4 times "두 배", though both round to two.
        let half = if quantity.class == "ratio" { half.min(TIMES_OFF * value) } else { half };
        let half = if value < 1.0 && quantity.class == "ratio" { TIMES_OFF * value } else { half };
        // "네 배를 넘었다" is no less than four times.
        let edge = if quantity.class == "ratio" { 0.0 } else { half };
        let low = match (quantity.min, quantity.max) {
            (None, None) => value - half,
            (Some(_), _) => value - edge,
            (None, Some(_)) => 0.0,
        };
        let high = match (quantity.min, quantity.max) {
            (None, None) => value + half,
            (Some(_), _) => value * 1.2,
            (None, Some(_)) => value + edge,
        };
        Self::new(low, value, high)
    }

    pub(crate) fn width(self) -> f64 {
        (self.high - self.low).abs()
    }

    /// How far it lies from another, 0 where they meet.
    pub(crate) fn distance(self, other: Self) -> f64 {
        (other.low - self.high).max(self.low - other.high).max(0.0)
    }

    /// Whether it ends before another begins.
    pub(crate) fn is_below(self, other: Self) -> bool {
        self.high < other.low
    }

    /// Whether a number lies in it.
    pub(crate) fn holds(self, number: f64) -> bool {
        (self.low..=self.high).contains(&number)
    }

    /// Whether both can be the same number; a hair of floating point is allowed. Intervals that only meet at their ends do
    /// not agree: 3.5 times is not "4배".
    pub(crate) fn touches(self, other: Self) -> bool {
        let hair = 1e-9 * self.middle.abs().max(other.middle.abs());
        let equal = (self.middle - other.middle).abs() <= hair;
        equal || self.low + hair < other.high && other.low + hair < self.high
    }
}

impl Operation {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ratio => "ratio",
            Self::Difference => "difference",
            Self::Sum => "sum",
            Self::PercentChange | Self::Gained | Self::Lost => "percent_change",
            Self::Share => "share",
        }
    }

    /// Puts a pair into the order of the operation: the larger number is divided or lessened ("절반" divides the smaller), the
    /// earlier value is the base.
    pub(crate) fn order<T: Copy>(self, operands: &mut [T], value: impl Fn(T) -> f64, claim: f64, change: Option<Change>) {
        let ascending = match self {
            Self::Ratio => claim < 1.0,
            Self::Difference => false,
            Self::PercentChange => change != Some(Change::Fall),
            Self::Sum | Self::Share | Self::Gained | Self::Lost => return,
        };
        if let [first, second] = operands
            && (value(*first) < value(*second)) != ascending
            && value(*first) != value(*second)
        {
            std::mem::swap(first, second);
        }
    }

    /// The result, or `None` where it has no meaning (a base of zero).
    pub(crate) fn apply(self, operands: &[Interval]) -> Option<Interval> {
        if self == Self::Sum {
            let sum = |pick: fn(&Interval) -> f64| operands.iter().map(pick).sum();
            return Some(Interval::new(sum(|i| i.low), sum(|i| i.middle), sum(|i| i.high)));
        }
        if self == Self::Difference {
            let (a, rest) = operands.split_first()?;
            let less = |from: f64, pick: fn(&Interval) -> f64| rest.iter().fold(from, |value, i| value - pick(i));
            return Some(Interval::new(less(a.low, |i| i.high), less(a.middle, |i| i.middle), less(a.high, |i| i.low)));
        }
        let [a, b] = operands else { return None };
        if matches!(self, Self::Gained | Self::Lost) {
            let sign = if self == Self::Gained { -1.0 } else { 1.0 };
            // The larger the change and the smaller the level before it, the larger the share.
            let part = |change: f64, level: f64| change / (level + sign * change) * 100.0;
            let old = b.low + sign * a.high;
            let (low, high) = (part(a.low, b.high), part(a.high, b.low));
            return (old > 0.0).then(|| Interval::new(low, part(a.middle, b.middle), high));
        }
        let (dividend, divisor) = if self == Self::PercentChange { (b, a) } else { (a, b) };
        if divisor.low <= 0.0 || dividend.low < 0.0 {
            return None;
        }
        let quotient = Interval::new(dividend.low / divisor.high, dividend.middle / divisor.middle, dividend.high / divisor.low);
        Some(match self {
            Self::Ratio => quotient,
            Self::Share => quotient.map(|q| q * 100.0),
            _ if quotient.middle >= 1.0 => quotient.map(|q| (q - 1.0) * 100.0),
            _ => Interval::new((1.0 - quotient.high) * 100.0, (1.0 - quotient.middle) * 100.0, (1.0 - quotient.low) * 100.0),
        })
    }
}

impl Interval {
    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self::new(f(self.low), f(self.middle), f(self.high))
    }
}

/// Prices are told to the last won; sums from a hundred million on are rounded as it suits.
const ROUNDED_MONEY_MIN: f64 = 1e8;
/// Numbers below it are counted out; from it on zeros at the end may be rounded.
const ROUNDED_MIN: f64 = 1000.0;

/// The last digit that a value tells: 117000 may be rounded to thousands.
pub(super) fn told_step(value: f64) -> f64 {
    if value < ROUNDED_MIN || value.fract() != 0.0 {
        return 0.0;
    }
    let mut step = 1.0;
    // A remainder of such numbers is 2 kB of wasm.
    while (value / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    step
}
