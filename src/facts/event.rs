//! Events: names that end like one ("포럼"), in marks, or unmarked with a place, a number or another name before them. In: a
//! passage with its dates, places and bodies. Out: each event with who holds it, when and where, as its clause says.

use super::organisation::Body;
use super::passage::{Passage, Stretch};
use super::place::Spot;
use super::trust;
use super::word::{Word, words};
use crate::lang::LangPack;
use crate::text::enclosure::{Enclosure, Marks};
use crate::text::is_hangul;
use crate::text::order;

/// Letters that an unmarked name has before its end: "국제박람회" is one, "새 박람회" none.
const OWN_LETTERS_MIN: usize = 2;
/// Letters of a name in marks at most: longer ones are sentences.
const NAME_LETTERS_MAX: usize = 40;

/// An event where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) passage: usize,
    pub(crate) at: Stretch,
    pub(crate) confidence: f32,
    pub(crate) name: String,
    pub(crate) organiser: String,
    pub(crate) date: Option<String>,
    pub(crate) place: String,
}

/// What events are told with.
pub(crate) struct Scene<'a, 'p> {
    pub(crate) passages: &'a [Passage<'p>],
    pub(crate) bodies: &'a [Body],
    pub(crate) places: &'a [Spot],
    /// Passage, place and value of each date.
    pub(crate) dates: &'a [(usize, Stretch, Option<String>)],
    pub(crate) lang: &'a LangPack,
}

impl Scene<'_, '_> {
    /// The events of the body in order, each mention by itself.
    pub(crate) fn find(&self) -> Vec<Held> {
        let mut out = Vec::new();
        for (index, passage) in self.passages.iter().enumerate() {
            let marked: Vec<Stretch> = passage.pairs.iter().filter_map(|pair| self.marked(passage, pair)).collect();
            let mut all: Vec<(Stretch, f32)> = marked.iter().map(|at| (*at, trust::MARKED_EVENT)).collect();
            for sentence in &passage.sentences {
                let words = words(passage, *sentence, &self.lang.grammar);
                let plain = (0..words.len()).filter_map(|at| self.plain(index, &words, at));
                all.extend(plain.filter(|at| !marked.iter().any(|m| m.overlaps(*at))).map(|at| (at, trust::EVENT)));
            }
            order::by(&mut all, |(at, _)| *at);
            out.extend(all.into_iter().map(|(at, confidence)| self.held(index, at, confidence)));
        }
        out
    }

    fn is_event(&self, name: &str) -> Option<usize> {
        self.lang.event_words.ends.end_of(name).map(|end| end.chars().count())
    }

    /// "‘북방 테크 콘퍼런스’를", "‘별빛 주간’ 행사": a name in marks that ends like an event, or that the word behind calls one.
    fn marked(&self, passage: &Passage<'_>, pair: &Enclosure) -> Option<Stretch> {
        let at = Stretch::new(pair.open + 1, pair.close);
        let name = passage.of(at);
        let title = matches!(pair.marks, Marks::Single | Marks::Double | Marks::Title);
        let sentence = name.contains(['.', '?', '!', ',']) || name.chars().count() > NAME_LETTERS_MAX;
        if !title || sentence {
            return None;
        }
        let behind = passage.skip_space(pair.close + 1);
        let called = behind > pair.close + 1 && passage.read_any(behind, self.lang.event_words.follows).is_some();
        let own = self.is_event(name).is_some() && !self.lang.event_words.not_names.contains(name);
        (called || own).then_some(at)
    }

    /// "제3회 별빛총회", "한빛국제영화제", "파리 올림픽": unmarked, with something of its own before the end.
    fn plain(&self, index: usize, words: &[Word<'_>], at: usize) -> Option<Stretch> {
        let passage = &self.passages[index];
        let word = words[at];
        let name = passage.of(word.stem);
        let letters = name.chars().count();
        let end = self.is_event(name).filter(|_| name.chars().all(|c| is_hangul(c) || c.is_ascii_alphanumeric()))?;
        let generic = self.lang.event_words.not_names.ends(name);
        let mut start = at;
        while let Some(before) = start.checked_sub(1).map(|i| words[i]).filter(|w| w.particle.is_empty() && !w.stopped) {
            let text = passage.of(before.whole);
            let place = self.places.iter().any(|spot| spot.name == text);
            let number = text.starts_with('제') && text.ends_with(['회', '차']) || text.len() == 4 && text.parse::<u16>().is_ok();
            let body =
                self.bodies.iter().any(|b| b.organisation.name == text || b.organisation.aliases.iter().any(|a| a == text));
            if !(place || number || body && !generic) {
                break;
            }
            start -= 1;
        }
        let own = letters >= end + OWN_LETTERS_MIN && !generic;
        (own || start < at).then(|| Stretch::new(words[start].whole.start, word.stem.end))
    }

    fn held(&self, index: usize, at: Stretch, confidence: f32) -> Held {
        let passage = &self.passages[index];
        let sentence = passage.sentence_of(at.start);
        let here = |p: usize, other: Stretch| p == index && sentence.contains(other) && !other.overlaps(at);
        let before = |p: usize, other: Stretch| here(p, other) && other.end <= at.start;
        let last = |mentions: &[(usize, Stretch)]| mentions.iter().filter(|m| before(m.0, m.1)).map(|m| m.1).max();
        let subject = |at: Stretch| {
            let next: String = passage.chars[at.end..].iter().take_while(|c| is_hangul(**c)).collect();
            self.lang.grammar.subject_particles.contains(&next)
        };
        let organisers = self.bodies.iter().filter_map(|b| Some((last(&b.mentions)?, &b.organisation.name)));
        let organiser = organisers.filter(|(at, _)| subject(*at)).max_by_key(|o| o.0).map(|o| o.1.clone());
        let held_in = |at: Stretch| passage.read_any(at.end, &["에서", "서 "]).is_some();
        let place = self.places.iter().filter_map(|spot| Some((last(&spot.mentions)?, &spot.name)));
        let place = place.filter(|(at, _)| held_in(*at)).max_by_key(|p| p.0).map(|p| p.1.clone());
        let dates = self.dates.iter().filter(|(p, other, _)| before(*p, *other));
        let date = dates.max_by_key(|d| d.1).and_then(|d| d.2.clone());
        let (organiser, place) = (organiser.unwrap_or_default(), place.unwrap_or_default());
        Held { passage: index, at, confidence, name: passage.of(at).to_owned(), organiser, date, place }
    }
}
