//! The ledger in words: what was removed, grouped by kind, and the reason of each.

use super::Wording;
use crate::boilerplate::{Kind, Reason, Removal};
use crate::text::order;
use std::cmp::Reverse;

/// Removals of one kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub kind: Kind,
    /// Indices into the removals, in order of the page.
    pub removals: Vec<usize>,
}

/// Groups removals by kind, the largest group first; among equals the one that the page has first.
pub fn groups(removals: &[Removal]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for (i, removal) in removals.iter().enumerate() {
        match out.iter_mut().find(|group| group.kind == removal.kind) {
            Some(group) => group.removals.push(i),
            None => out.push(Group { kind: removal.kind, removals: vec![i] }),
        }
    }
    order::by(&mut out, |group| Reverse(group.removals.len()));
    out
}

/// The message key of a kind: `kind_tip_line` for `Kind::TipLine`.
pub fn kind_key(kind: Kind) -> String {
    let mut key = String::from("kind");
    for letter in format!("{kind:?}").chars() {
        if letter.is_ascii_uppercase() {
            key.push('_');
        }
        key.push(letter.to_ascii_lowercase());
    }
    key
}

/// The reason as a person reads it.
pub fn reason(reason: &Reason, words: &dyn Wording) -> String {
    match reason {
        Reason::SiteRule(_) => words.say("reason_site_rule", &[]),
        Reason::Pattern(_) => words.say("reason_pattern", &[]),
        Reason::LinkDensity(share) => words.say("reason_link_density", &[&percent(f64::from(*share))]),
        Reason::ClassName(word) => words.say("reason_class_name", &[word]),
        Reason::Element(name) => words.say("reason_element", &[name]),
        Reason::RepeatsBody => words.say("reason_repeats_body", &[]),
        Reason::Hidden => words.say("reason_hidden", &[]),
        Reason::OutsideArticle => words.say("reason_outside_article", &[]),
        Reason::AfterEnd => words.say("reason_after_end", &[]),
        Reason::ShownInHead => words.say("reason_shown_in_head", &[]),
        Reason::TooShort => words.say("reason_too_short", &[]),
    }
}

/// What names the rule behind a reason for those who ask: the id of a site rule or pattern, or empty.
pub fn rule_id(reason: &Reason) -> &str {
    match reason {
        Reason::SiteRule(id) => id,
        Reason::Pattern(id) => id,
        _ => "",
    }
}

/// A share 0..=1 as a whole number of percent.
pub fn percent(share: f64) -> String {
    format!("{:.0}", share.clamp(0.0, 1.0) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::plain::messages;
    use Kind::*;

    const KINDS: [Kind; 27] = [
        Copyright,
        Byline,
        TipLine,
        Subscription,
        Donation,
        Promotion,
        AutoSummary,
        FontSize,
        TextToSpeech,
        Translation,
        Share,
        Reaction,
        Survey,
        Related,
        Series,
        AiExplainer,
        Comment,
        Login,
        Ad,
        SectionNote,
        PhotoCredit,
        LegalFooter,
        Navigation,
        Head,
        ProfileCard,
        Hidden,
        Other,
    ];

    #[test]
    fn every_kind_and_reason_has_words_in_both_languages() {
        let reasons = [
            Reason::SiteRule("a/b".into()),
            Reason::Pattern("p"),
            Reason::LinkDensity(0.961),
            Reason::ClassName("share".into()),
            Reason::Element("nav".into()),
            Reason::RepeatsBody,
            Reason::Hidden,
            Reason::OutsideArticle,
            Reason::AfterEnd,
            Reason::ShownInHead,
            Reason::TooShort,
        ];
        for code in ["ko", "en"] {
            let words = messages::of(code);
            let missing: Vec<_> = KINDS.iter().map(|kind| kind_key(*kind)).filter(|key| words.0.get(key).is_none()).collect();
            assert_eq!(missing, Vec::<String>::new(), "{code}");
            for reason in &reasons {
                let written = super::reason(reason, &words);
                assert!(!written.starts_with("reason_") && !written.contains('$'), "{code} {reason:?}: {written}");
            }
        }
        assert!(super::reason(&reasons[2], &messages::of("ko")).contains("96%"));
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let keys = |code| messages::of(code).0.as_object().map(|all| all.keys().cloned().collect::<Vec<_>>());
        assert_eq!(keys("ko"), keys("en"));
    }

    #[test]
    fn groups_are_sorted_by_size() {
        let removal = |kind| Removal { node: None, kind, reason: Reason::Hidden, lines: Vec::new(), position: 0 };
        let removals = [removal(Share), removal(Ad), removal(Related), removal(Ad)];
        let order: Vec<_> = groups(&removals).into_iter().map(|group| (group.kind, group.removals)).collect();
        assert_eq!(order, [(Ad, vec![1, 3]), (Share, vec![0]), (Related, vec![2])]);
    }
}
