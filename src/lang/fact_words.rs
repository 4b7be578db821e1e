//! The words by which facts are found: people, bodies, quotations, sources, events.
//! One struct a table of `lang/<code>.toml`; a language without a table finds no facts of that kind.

use super::{Sequence, Syllables, WordList, Words};

/// Particles and small words of the grammar.
#[derive(Debug)]
pub struct Grammar {
    /// Particles that stand at the end of a word (Korean).
    pub particles: Words,
    /// Those of them that mark what the clause speaks about.
    pub subject_particles: Words,
    /// Beginnings of the copula, with which a sentence may end on a noun ("4730마리다").
    pub copulas: Words,
    /// Nouns that end like a particle and lose nothing.
    pub particle_like: Words,
    /// Nouns that end like a particle and do so in no longer word: "회의", but "국회의" has a particle.
    pub particle_like_words: Words,
    /// Ends of verbs before a noun ("기록한 …").
    pub adnominals: Words,
    /// Last syllables of such forms: what no list of nouns knows is one.
    pub adnominal_lasts: &'static str,
    /// "Among", after the noun that a number is a part of.
    pub among: Words,
    /// Subjects that act and are not measured ("회사").
    pub actors: Words,
    /// Subjects that only point or fill a place ("이", "것").
    pub light: Words,
    /// Nouns of one syllable that can be measured.
    pub short_nouns: Words,
    /// Nouns that end like a verb that goes on ("광고").
    pub go_nouns: Words,
    /// Ends of verbs and adverbs that no noun phrase goes on after.
    pub verbal_ends: Words,
    /// Last syllables of verbs that go on: what no list of nouns knows is one.
    pub verbal_lasts: &'static str,
    /// Words between a noun and its number that are neither ("모두", "총").
    pub fillers: Words,
}

/// Words of reported speech.
#[derive(Debug)]
pub struct QuoteWords {
    /// What follows a closing mark when the text was said or written ("라고").
    pub quotatives: Words,
    /// Those after which the same speaker goes on in the same sentence ("며").
    pub linking: Words,
    /// Reporting verbs as written or their stems ("말했").
    pub verbs: Words,
    /// Words for the person spoken of ("그").
    pub pronouns: Words,
    /// Ends of a phrase that names a speaker by role ("관계자").
    pub roles: Words,
    /// What somebody else speaks of after a quotation ("… 말한 것을 두고").
    pub of_what: Words,
    /// Papers and stations that are named again without a pointer ("신문은").
    pub papers: Words,
    /// Bodies that a pointer before them names again ("이 회사").
    pub pointed: Words,
    /// Those who speak for somebody named before ("측").
    pub sides: Words,
    /// Beginnings that point back at a role ("이", "해당").
    pub pointers: Words,
    /// Ends of a sentence that was said ("다", "요").
    pub spoken_ends: Words,
    /// Ends of what a quotation answers ("묻자").
    pub asked: Words,
    /// Words that introduce a quotation of the same speaker ("이어").
    pub continuing: Words,
}

/// Words around names of people.
#[derive(Debug)]
pub struct PeopleWords {
    /// Family names of one syllable, written together.
    pub surnames: Syllables,
    /// Family names of two syllables.
    pub long_surnames: Words,
    /// What somebody is to others: "wife", "eldest son", "leader".
    pub kin: Words,
    /// Syllables that given names are made of, written together.
    pub given: Syllables,
    /// First syllables that stand for a country ("미 대통령"), written together.
    pub country_letters: &'static str,
    /// Foreign given names of one syllable ("조 바이든").
    pub given_foreign: &'static str,
    /// Family names that may stand alone before a title: no words for "this", "former" or "one" are among them.
    pub family_alone: &'static str,
    /// Whole names that need no evidence.
    pub well_known: Words,
    /// Foreign given names that make the word behind them a family name, whatever stands beside them.
    pub first_names: Words,
    /// Given names that make a name of capitalised words (English).
    pub given_names: Words,
    /// Family names in Latin letters that stand before a given name with a hyphen ("Kim Min-jae").
    pub romanised: Words,
    /// Titles and offices, or their last part ("장", "교수").
    pub titles: Words,
    /// Titles that begin one of two words ("수석 과학자").
    pub leading: Words,
    /// Words that end like a title and are none.
    pub not_titles: Words,
    /// Titles that stand before a name ("배우").
    pub before: Words,
    /// "Former" ("전").
    pub former: Words,
    /// What follows an anonymised family name ("모").
    pub anonymous: Words,
    /// Polite words after a name that are no title ("씨").
    pub polite: Words,
    /// Those of them that no noun ends with.
    pub addressed: Words,
    /// Countries that stand in a bracket after a name.
    pub countries: Words,
    /// Words between a name and a title that name no body ("전임").
    pub terms: Words,
    /// Words that end an enumeration ("등").
    pub listing: Words,
    /// Kinds of group whose members are called by the group's name ("그룹").
    pub groups: Words,
    /// Groups that are called by their name alone.
    pub bands: Words,
    /// How a batter is put out ("삼진").
    pub outs: Words,
    /// What each of a group is called before the name ("멤버").
    pub fellows: Words,
    /// Members of groups whose names are nouns, too: believed right behind the name of a group.
    pub idols: Words,
    /// What follows the name of one who made something ("작곡").
    pub works: Words,
    /// Ends of titles of a committee's members ("위원장").
    pub members: Words,
    /// What the committee's name ends with instead ("위원회").
    pub committee: &'static str,
    /// Praise before a name that is evidence and no title ("주포").
    pub epithets: Words,
    /// Parts of the copula and other words glued to a name ("이다").
    pub behind: Words,
    /// What a bracket after the name of a pictured person says ("왼쪽").
    pub pictured: Words,
    /// What players score ("점"), after a number in a bracket.
    pub scores: Words,
    /// Offices of Japan, before which a name is two words of any kind.
    pub offices_ja: Words,
    /// Ends of an office and of the body that it governs, joined by "·" ("시장·시").
    pub governors: Sequence,
    /// Offices that only parties have ("원내대표").
    pub party_offices: Words,
    /// Ends of the names of schools, before those who teach there.
    pub school_ends: Words,
    /// Those who teach at a school.
    pub teachers: Words,
    /// What follows an actor's name in a bracket after a character's ("분").
    pub played: Words,
    /// What follows a character's name ("역을").
    pub roles: Words,
    /// Beginnings of verbs of acting after a character's name ("연기한").
    pub acting: Words,
    /// What stands before a noun and is no part of a name ("새").
    pub not_parts: Words,
    /// Words that look like a name and are none.
    pub not_names: Words,
}

/// Words around names of bodies.
#[derive(Debug)]
pub struct OrganisationWords {
    /// Ends of names ("연구소").
    pub ends: Words,
    /// Whole names that need no evidence.
    pub names: Words,
    /// Words with such an end that name no body.
    pub not_names: Words,
    /// Ends of what acts like a body and has no name of its own ("정부").
    pub no_bodies: Words,
    /// Kinds of body that stand before a name ("업체").
    pub kinds: Words,
    /// "Hereafter" in a bracket that gives a short name ("이하").
    pub hereafter: Words,
    /// What papers do ("보도").
    pub telling: Words,
    /// What a university's name stands before ("연구팀").
    pub campus: Words,
    /// Words that end like a university's short name and are none ("시대").
    pub not_campus: Words,
    /// Words of a text that a town speaks in ("군수").
    pub governing: Words,
    /// What stands between a body and one that is a part of it ("산하").
    pub under: Words,
}

/// Words around names of places.
#[derive(Debug)]
pub struct PlaceWords {
    /// Names of places that need no evidence; countries stand in [`PeopleWords::countries`].
    pub names: Words,
}

/// Words around names of events.
#[derive(Debug)]
pub struct EventWords {
    /// Ends of names of events ("포럼").
    pub ends: Words,
    /// Words with such an end that name no event ("운동회장").
    pub not_names: Words,
    /// What follows the name of an event in marks ("행사").
    pub follows: Words,
}

/// Words around cited documents.
#[derive(Debug)]
pub struct SourceWords {
    /// Ends of titles ("실태조사").
    pub ends: Words,
    /// Ends of names of laws.
    pub laws: Words,
    /// What follows a cited title ("에 따르면").
    pub citing: Words,
    /// What stands between a title and the verb of making it known ("결과").
    pub results: Words,
    /// Verbs of making known after a title ("발표").
    pub announcing: Words,
    /// Verbs of publishing before a title ("펴낸").
    pub issuing: Words,
}

impl Grammar {
    pub(super) const NONE: Self = Self {
        particles: WordList::NONE,
        copulas: WordList::NONE,
        subject_particles: WordList::NONE,
        particle_like: WordList::NONE,
        particle_like_words: WordList::NONE,
        adnominals: WordList::NONE,
        adnominal_lasts: "",
        among: WordList::NONE,
        actors: WordList::NONE,
        light: WordList::NONE,
        short_nouns: WordList::NONE,
        go_nouns: WordList::NONE,
        verbal_ends: WordList::NONE,
        verbal_lasts: "",
        fillers: WordList::NONE,
    };
}
impl QuoteWords {
    pub(super) const NONE: Self = Self {
        quotatives: WordList::NONE,
        linking: WordList::NONE,
        verbs: WordList::NONE,
        pronouns: WordList::NONE,
        roles: WordList::NONE,
        pointers: WordList::NONE,
        spoken_ends: WordList::NONE,
        asked: WordList::NONE,
        of_what: WordList::NONE,
        pointed: WordList::NONE,
        papers: WordList::NONE,
        sides: WordList::NONE,
        continuing: WordList::NONE,
    };
}
impl PeopleWords {
    pub(super) const NONE: Self = Self {
        surnames: Syllables::NONE,
        long_surnames: WordList::NONE,
        kin: WordList::NONE,
        given: Syllables::NONE,
        country_letters: "",
        given_foreign: "",
        family_alone: "",
        well_known: WordList::NONE,
        first_names: WordList::NONE,
        given_names: WordList::NONE,
        romanised: WordList::NONE,
        titles: WordList::NONE,
        leading: WordList::NONE,
        not_titles: WordList::NONE,
        before: WordList::NONE,
        former: WordList::NONE,
        anonymous: WordList::NONE,
        polite: WordList::NONE,
        addressed: WordList::NONE,
        countries: WordList::NONE,
        terms: WordList::NONE,
        listing: WordList::NONE,
        groups: WordList::NONE,
        bands: WordList::NONE,
        fellows: WordList::NONE,
        idols: WordList::NONE,
        outs: WordList::NONE,
        works: WordList::NONE,
        members: WordList::NONE,
        committee: "",
        epithets: WordList::NONE,
        behind: WordList::NONE,
        pictured: WordList::NONE,
        scores: WordList::NONE,
        offices_ja: WordList::NONE,
        governors: &[],
        party_offices: WordList::NONE,
        school_ends: WordList::NONE,
        teachers: WordList::NONE,
        played: WordList::NONE,
        roles: WordList::NONE,
        acting: WordList::NONE,
        not_parts: WordList::NONE,
        not_names: WordList::NONE,
    };
}
impl OrganisationWords {
    pub(super) const NONE: Self = Self {
        ends: WordList::NONE,
        names: WordList::NONE,
        not_names: WordList::NONE,
        no_bodies: WordList::NONE,
        kinds: WordList::NONE,
        hereafter: WordList::NONE,
        telling: WordList::NONE,
        campus: WordList::NONE,
        not_campus: WordList::NONE,
        governing: WordList::NONE,
        under: WordList::NONE,
    };
}
impl PlaceWords {
    pub(super) const NONE: Self = Self { names: WordList::NONE };
}
impl EventWords {
    pub(super) const NONE: Self = Self { ends: WordList::NONE, not_names: WordList::NONE, follows: WordList::NONE };
}
impl SourceWords {
    pub(super) const NONE: Self = Self {
        ends: WordList::NONE,
        laws: WordList::NONE,
        citing: WordList::NONE,
        results: WordList::NONE,
        announcing: WordList::NONE,
        issuing: WordList::NONE,
    };
}
