//! Members of groups: "그룹 물빛(나래, 라온)", "그룹 물빛의 나래가", "물빛 멤버 나래·라온", "물빛의 전 멤버 나래, 라온", and later
//! "물빛 라온에게".

use super::{Known, is_title};
use crate::facts::by_name::ByName;
use crate::facts::organisation;
use crate::facts::passage::Passage;
use crate::facts::tagger::label::Label;
use crate::facts::tagger::{Tagged, Tagger};
use crate::facts::word::{Word, words};
use crate::facts::{Person, trust};
use crate::lang::LangPack;
use crate::text::is_hangul;

/// Margin from which a common noun that the tagger calls a name elsewhere may be a member's name.
const NAME_MARGIN: f32 = 0.5;
/// Syllables of a member's name.
const LETTERS: std::ops::RangeInclusive<usize> = 1..=4;

/// The people whom the name of a group stands before.
pub(super) fn of_groups(passages: &[Passage<'_>], tags: &[Vec<Tagged>], tagger: Option<&Tagger>, lang: &LangPack) -> Vec<Known> {
    let Some(tagger) = tagger else { return Vec::new() };
    let sure = |tag: &&Tagged| matches!(tag.label, Label::Person | Label::Organisation) && tag.margin >= NAME_MARGIN;
    let own = passages.iter().zip(tags).flat_map(|(p, tags)| tags.iter().filter(sure).map(|tag| p.of(tag.at)));
    let mut names: ByName<&str, ()> = ByName::new();
    own.for_each(|name| *names.entry(name, || ()) = ());
    let people = &lang.people_words;
    let named = |band: &&str| passages.iter().any(|passage| passage.words_that_begin(band).next().is_some());
    let mut groups: Vec<String> = people.bands.iter().filter(named).map(str::to_owned).collect();
    let mut out: Vec<Known> = Vec::new();
    for passage in passages {
        for sentence in &passage.sentences {
            let words = words(passage, *sentence, &lang.grammar);
            for at in 0..words.len() {
                let name = name_of(passage, &words[at]);
                let kind = at.checked_sub(1).map(|i| passage.of(words[i].whole)).unwrap_or_default();
                if people.groups.contains(kind) && name.chars().count() >= 2 && !groups.iter().any(|g| g == name) {
                    groups.push(name.to_owned());
                }
                if people.fellows.contains(name) && words[at].particle.is_empty() && !words[at].stopped {
                    let host = at.checked_sub(1 + usize::from(people.former.contains(kind))).map(|i| name_of(passage, &words[i]));
                    let host = host.filter(|host| host.chars().count() >= 2 && at > 0).unwrap_or_default();
                    if !host.is_empty() && !groups.iter().any(|g| g == host) {
                        groups.push(host.to_owned());
                    }
                    let fellows = listed(passage, &words[at + 1..]);
                    let fellows = fellows.into_iter().filter(|m| is_member(m, true, tagger, lang) && !is_stage_name(passage, m));
                    out.extend(fellows.map(|member| member_of(host, member)));
                }
                let joins = !words[at].stopped && matches!(words[at].particle, "" | "의");
                let member = words.get(at + 1).filter(|_| joins && groups.iter().any(|g| g == name));
                let acts = |w: &&Word<'_>| {
                    matches!(w.particle, "은" | "는" | "이" | "가" | "의" | "와" | "과" | "에게" | "도" | "를" | "을")
                };
                let member = member.filter(acts);
                let personal = member.is_some_and(|w| w.particle == "에게");
                let Some(member) =
                    member.map(|w| passage.of(w.stem)).filter(|m| is_member(m, personal || names.get(m).is_some(), tagger, lang))
                else {
                    continue;
                };
                out.push(member_of(name, member));
            }
        }
    }
    out
}

fn member_of(group: &str, name: &str) -> Known {
    let person = Person { name: name.to_owned(), affiliation: group.to_owned(), ..Person::default() };
    Known { person, mentions: Vec::new(), short: name.to_owned(), anonymous: false, confidence: trust::BARE }
}

/// The names at the beginning of the words, one after another: "나래, 라온, 도담의", "나래·라온을", "나래와 라온이".
fn listed<'p>(passage: &Passage<'p>, words: &[Word<'p>]) -> Vec<&'p str> {
    let goes_on = |w: &Word<'_>| w.stopped || matches!(w.particle, "와" | "과");
    let last = words.iter().position(|w| !goes_on(w)).map_or(words.len(), |last| last + 1);
    // "새나, 라온": the end of a name is no particle.
    let text = |w: &Word<'p>| if w.stopped { passage.of(w.whole) } else { name_of(passage, w) };
    words[..last].iter().flat_map(|w| text(w).split(['·', 'ㆍ'])).collect()
}

/// The name without a bracket: "물빛(MB)의" is "물빛".
fn name_of<'p>(passage: &Passage<'p>, word: &Word<'p>) -> &'p str {
    let text = passage.of(word.stem);
    text.split('(').next().unwrap_or(text)
}

/// "나래(본명 한가람)": another name of somebody.
fn is_stage_name(passage: &Passage<'_>, name: &str) -> bool {
    passage.text.split_once(name).is_some_and(|(_, rest)| rest.starts_with("(본명"))
}

fn is_member(text: &str, named: bool, tagger: &Tagger, lang: &LangPack) -> bool {
    let people = &lang.people_words;
    LETTERS.contains(&text.chars().count())
        && text.chars().all(is_hangul)
        && (named || people.idols.contains(text) || !tagger.is_other(text))
        && !people.not_names.contains(text)
        && !people.not_parts.contains(text)
        && !is_title(text, people)
        && !organisation::is_named(text, lang)
        && !organisation::is_generic(text, lang)
        && !lang.grammar.light.contains(text)
}
