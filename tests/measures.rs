//! The measures of `tests/score` against values worked out by hand.

mod score;

use score::{PageScore, Score, Snippets, Tokens, page, set, tokens};

fn check_tokens(text: &str, rule: Tokens, expect: &[&str]) {
    assert_eq!(tokens(text, rule), expect, "{text:?} as {rule:?}");
}

#[test]
fn tokens_are_words_and_single_han_characters() {
    check_tokens("It's snake_case, 3.5 %", Tokens::Runs, &["It", "s", "snake_case", "3", "5"]);
    check_tokens("東京 2020年", Tokens::Runs, &["東京", "2020年"]);
    check_tokens("東京 2020年", Tokens::CjkSingle, &["東", "京", "2020", "年"]);
    check_tokens("abc東d", Tokens::CjkSingle, &["abc", "東", "d"]);
    check_tokens("맑은 하늘이다.", Tokens::CjkSingle, &["맑은", "하늘이다"]);
    // Kana with its middle dot and long mark: each its own token, for the rule names the whole block.
    check_tokens("カ・ー", Tokens::CjkSingle, &["カ", "・", "ー"]);
    // Decomposed letters are composed, except where the rule of the benchmark takes the text as it is.
    check_tokens("cafe\u{301}s", Tokens::CjkSingle, &["cafés"]);
    check_tokens("cafe\u{301}s", Tokens::Runs, &["cafe", "s"]);
    // A vowel sign is a mark and no word character; a number sign of any script is one, a circled letter is not.
    check_tokens("कि ½ ② Ⅳ Ⓐ ª", Tokens::Runs, &["क", "½", "②", "Ⅳ", "ª"]);
    check_tokens(" — … ", Tokens::CjkSingle, &[]);
}

fn check_page(truth: &str, found: &str, precision: f64, recall: f64) -> PageScore {
    let scored = page(truth, found, Tokens::CjkSingle);
    let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    assert!(near(scored.score.precision, precision) && near(scored.score.recall, recall), "{truth:?}, {found:?}: {scored:?}");
    scored
}

#[test]
fn a_page_is_scored_by_shingles_of_four() {
    // Two shingles each, one in common.
    assert_eq!(check_page("a b c d e", "x b c d e", 0.5, 0.5).score.f1, 0.5);
    // Three of six found are right; all three wanted are found.
    let scored = check_page("a b c d e f", "a b c d e f x y z", 0.5, 1.0);
    assert!((scored.score.f1 - 2.0 / 3.0).abs() < 1e-12 && !scored.exact);
    // A multiset: five shingles of the one word against two.
    check_page("a a a a a", "a a a a a a a a", 0.4, 1.0);
    // Short texts are one short shingle.
    assert!(check_page("a b", "a, b!", 1.0, 1.0).exact);
    check_page("a b", "a b c", 0.0, 0.0);
    check_page("", "", 1.0, 1.0);
    assert!(!check_page("a b c d", "", 0.0, 0.0).has_found);
    assert!(!check_page("", "a b c d", 0.0, 0.0).has_truth);
    // Case counts.
    check_page("A b c d", "a b c d", 0.0, 0.0);
}

#[test]
fn a_set_averages_precision_over_outputs_and_recall_over_truths() {
    let pages = [("a b c d e", "x b c d e"), ("a b c d e f", "a b c d e f"), ("a b c d", "")];
    let scored = set(&pages.map(|(truth, found)| page(truth, found, Tokens::Runs)));
    // Precision (.5 + 1) / 2 over the two outputs, recall (.5 + 1 + 0) / 3, F1 of the two means .6, pages .5, 1 and 0.
    assert!((scored.corpus.precision - 0.75).abs() < 1e-12 && (scored.corpus.recall - 0.5).abs() < 1e-12, "{scored:?}");
    assert!((scored.corpus.f1 - 0.6).abs() < 1e-12 && (scored.mean - 0.5).abs() < 1e-12, "{scored:?}");
    assert!((scored.exact - 1.0 / 3.0).abs() < 1e-12 && (scored.empty - 1.0 / 3.0).abs() < 1e-12, "{scored:?}");
    assert_eq!(set(&[]).corpus, Score::default());
}

#[test]
fn snippets_must_or_must_not_occur() {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    let one = Snippets::of(
        &texts(&["the  river", "rose\nfast", "never"]),
        &texts(&["Share", "Sign in"]),
        "The river; the river rose fast. Share",
    );
    let expect = Snippets { wanted_found: 2, wanted_missing: 1, unwanted_found: 1, unwanted_missing: 1 };
    assert_eq!(one, expect);
    let score = (one + one).score();
    assert!((score.precision - 2.0 / 3.0).abs() < 1e-12 && (score.recall - 2.0 / 3.0).abs() < 1e-12, "{score:?}");
    assert!((one.accuracy() - 0.6).abs() < 1e-12);
}
