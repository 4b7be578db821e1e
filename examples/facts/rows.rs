//! What is measured: for each corpus the types that count, the measure, the aim, and what others reach on the held-back half of
//! the same corpus (their figures are of the versions named, read with the same measures).

use crate::spans::{Count, Types};

/// How a corpus is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// F1 of same start, same end, same type.
    Strict,
    /// F1 of common characters and same type.
    Overlap,
    /// Precision of the strict spans.
    Precision,
    /// True values found, of all.
    Value,
}

impl Measure {
    pub(crate) fn of(self, count: Count) -> f64 {
        match self {
            Self::Strict => count.f1(count.strict),
            Self::Overlap => count.f1(count.overlap),
            Self::Precision => count.precision(),
            Self::Value => count.value(),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict F1",
            Self::Overlap => "overlap F1",
            Self::Precision => "precision",
            Self::Value => "values",
        }
    }
}

/// A line of the table of spans.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) kind: &'static str,
    pub(crate) set: &'static str,
    pub(crate) types: Types,
    pub(crate) measure: Measure,
    /// What must be reached, in percent; 0 for no aim.
    pub(crate) aim: f64,
    pub(crate) others: &'static str,
}

const PLAIN: &[(&str, &str)] = &[];
const TIMES: &[(&str, &str)] = &[("DATE", "DATETIME"), ("TIME", "DATETIME")];
const WHEN: &[(&str, &str)] = &[("DATE", "DATETIME"), ("TIME", "DATETIME"), ("DURATION", "DATETIME"), ("SET", "DATETIME")];
const KLUE: &[(&str, &str)] =
    &[("MONEY", "QUANTITY"), ("PERCENT", "QUANTITY"), ("AGE", "QUANTITY"), ("ORDINAL", "QUANTITY"), ("DURATION", "DATE")];
const AMOUNTS: &[(&str, &str)] = &[("MONEY", "QUANTITY"), ("PERCENT", "QUANTITY"), ("AGE", "QUANTITY")];

const fn row(
    kind: &'static str,
    set: &'static str,
    merged: &'static [(&'static str, &'static str)],
    kept: &'static [&'static str],
    measure: Measure,
    aim: f64,
    others: &'static str,
) -> Row {
    Row { kind, set, types: Types { merged, kept }, measure, aim, others }
}

use Measure::{Overlap, Precision, Strict, Value};

/// The lines in the order of the table.
pub(crate) const ROWS: &[Row] = &[
    row("dates", "duckling_ko", TIMES, &["DATETIME"], Value, 80.0, "duckling 53.5, korean-datetime 52.8, dateparser 11.8"),
    row("dates", "recognizers_ko", TIMES, &["DATETIME"], Value, 70.0, "korean-datetime 58.1, duckling 20.3, dateparser 19.1"),
    row(
        "dates",
        "korean_datetime",
        TIMES,
        &["DATETIME"],
        Value,
        80.0,
        "duckling 25.2, dateparser 12.4; korean-datetime 98.1 (its own)",
    ),
    row("dates", "klue_ner", KLUE, &["DATE"], Strict, 0.0, "korean-datetime 54.2"),
    row("dates, numbers", "klue_ner", KLUE, &["DATE", "TIME", "QUANTITY"], Strict, 84.0, "rules of 60 lines 69.0"),
    row("dates, numbers", "klue_ner", KLUE, &["DATE", "TIME", "QUANTITY"], Overlap, 93.0, "rules of 60 lines 85.7"),
    row("money", "konec", PLAIN, &["MONEY"], Strict, 85.0, "rules of 60 lines 78.0"),
    row("percent", "konec", PLAIN, &["PERCENT"], Strict, 85.0, "rules of 60 lines 77.8"),
    row("age", "konec", PLAIN, &["AGE"], Strict, 85.0, "rules of 60 lines 70.8"),
    row("people", "kmou", PLAIN, &["PERSON"], Strict, 70.0, ""),
    row("people", "kmou", PLAIN, &["PERSON"], Precision, 0.0, ""),
    row("bodies", "kmou", PLAIN, &["ORG"], Strict, 60.0, ""),
    row("bodies", "kmou", PLAIN, &["ORG"], Precision, 0.0, ""),
    row("places", "kmou", PLAIN, &["LOC"], Strict, 0.0, ""),
    row("dates, en", "duckling_en", TIMES, &["DATETIME"], Strict, 66.8, "compromise-dates 66.8, Recognizers 48.4, chrono 39.4"),
    row("dates, en", "duckling_en", TIMES, &["DATETIME"], Overlap, 0.0, "Recognizers 90.4, compromise-dates 85.2, chrono 70.9"),
    row("dates, en", "duckling_en", TIMES, &["DATETIME"], Value, 21.5, "compromise-dates 21.5"),
    row(
        "dates, en",
        "chrono_en",
        TIMES,
        &["DATETIME"],
        Strict,
        64.5,
        "chrono 96.4 (its own), Recognizers 64.5, compromise-dates 60.3",
    ),
    row("dates, en", "chrono_en", TIMES, &["DATETIME"], Value, 0.0, "compromise-dates 48.3"),
    row("numbers, en", "quantulum3_en", AMOUNTS, &["QUANTITY"], Value, 78.2, "quantulum3 78.2 (its own)"),
    row("numbers, en", "quantulum3_en", AMOUNTS, &["QUANTITY"], Overlap, 0.0, "quantulum3 86.1 (its own), Recognizers 55.1"),
    row("dates, ja", "chrono_ja", WHEN, &["DATETIME"], Overlap, 0.0, "chrono's own"),
    row("names, en", "wikigold_en", PLAIN, &["PERSON", "ORG", "LOC"], Strict, 39.5, "compromise 39.5"),
    row("names, en", "wnut17_en", PLAIN, &["PERSON", "ORG", "LOC"], Strict, 26.1, "compromise 26.1"),
];

/// How a line of the table of articles is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    F1,
    Precision,
    Recall,
    Share,
}

/// Lines of the table of articles: set, tally, figure, aim.
pub(crate) const NEWS: &[(&str, &str, Figure, f64)] = &[
    ("korean_news_facts", "quotes", Figure::F1, 0.95),
    ("korean_news_facts", "speakers", Figure::Share, 0.85),
    ("korean_news_facts", "quantities", Figure::F1, 0.0),
    ("korean_news_facts", "quantity values", Figure::Share, 0.92),
    ("korean_news_facts", "measures", Figure::Share, 0.75),
    ("korean_news_facts", "dates", Figure::F1, 0.0),
    ("korean_news_facts", "date values", Figure::Share, 0.90),
    ("korean_news_facts", "people", Figure::F1, 0.90),
    ("korean_news_facts", "people", Figure::Precision, 0.0),
    ("korean_news_facts", "people", Figure::Recall, 0.0),
    ("korean_news_facts", "titles", Figure::Share, 0.0),
    ("korean_news_facts", "affiliations", Figure::Share, 0.0),
    ("korean_news_facts", "ages", Figure::Share, 0.0),
    ("korean_news_facts", "mentions", Figure::F1, 0.0),
    ("korean_news_facts", "organisations", Figure::F1, 0.0),
    ("korean_news_facts", "organisations", Figure::Precision, 0.0),
    ("korean_news_facts", "organisations", Figure::Recall, 0.0),
    ("korean_news_facts", "sources", Figure::F1, 0.0),
    ("korean_news_facts", "checks", Figure::Precision, 0.95),
    ("korean_news_facts", "checks", Figure::Recall, 0.0),
    ("checks", "checks", Figure::Precision, 0.95),
    ("checks", "checks", Figure::Recall, 0.7),
    ("checks", "quantity values", Figure::Share, 0.92),
    ("checks", "measures", Figure::Share, 0.75),
];

/// The set of one article whose spans must nearly all be found with their values.
pub(crate) const SEED: (&str, f64) = ("seed_hani", 95.0);
