//! The state of one open reader, and everything that must end with it: listeners and timers are handles that stop when the
//! session is dropped.

use super::el::{self, El};
use super::plain::cited::Edits;
use super::plain::settings::Settings;
use super::plain::{Wording, folio};
use super::protocol::{Env, Leave, Site, ToPage};
use crate::article::Direction;
use crate::cite::Quotation;
use crate::dom::NodeId;
use crate::facts::Fact;
use crate::reading::{Reading, Same};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

/// How long "copied" stays, in milliseconds.
const NOTICE_MS: u32 = 4000;

thread_local! {
    static CURRENT: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

/// What stands in the margin, or over the page where there is no margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Panel {
    /// Nothing: the facts.
    #[default]
    None,
    Cite,
    Settings,
    Site,
    Outline,
}

impl Panel {
    /// The name in `data-panel` and in the panel's id.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Cite => "cite",
            Self::Settings => "settings",
            Self::Site => "site",
            Self::Outline => "outline",
        }
    }
}

/// How far the sheet of facts is pulled up where it lies under the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Sheet {
    #[default]
    Peek,
    Half,
    Full,
}

/// Where the reader was before a jump to a fact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Jump {
    pub(crate) scroll_y: f64,
    pub(crate) fact: usize,
}

/// One open reader.
pub(crate) struct Session {
    pub(crate) env: Env,
    pub(crate) reading: Reading,
    /// The texts of the article by their index, as facts name them.
    pub(crate) texts: Vec<String>,
    /// The paragraph number of each text.
    pub(crate) folios: Vec<u32>,
    /// Which facts say the same.
    pub(crate) same: Same,
    pub(crate) settings: RefCell<Settings>,
    pub(crate) panel: Cell<Panel>,
    pub(crate) sheet: Cell<Sheet>,
    pub(crate) jump: Cell<Option<Jump>>,
    /// The fact that is lit, as an index into the reading's facts.
    pub(crate) lit: Cell<Option<usize>>,
    /// The only kind that the margin shows.
    pub(crate) filter: Cell<Option<&'static str>>,
    /// Removals that were restored.
    pub(crate) restored: RefCell<BTreeSet<usize>>,
    pub(crate) site: RefCell<Option<Site>>,
    /// What was edited in the citation.
    pub(crate) edits: RefCell<Edits>,
    /// What was selected last in the text.
    pub(crate) quoted: RefCell<Option<Quotation>>,
    listeners: RefCell<Vec<EventListener>>,
    notice: RefCell<Option<Timeout>>,
    pub(crate) scrolled: RefCell<Option<Timeout>>,
    pub(crate) selecting: RefCell<Option<Timeout>>,
}

impl Session {
    pub(crate) fn new(env: Env, reading: Reading) -> Rc<Self> {
        let settings = RefCell::new(env.settings());
        Rc::new(Self {
            env,
            texts: reading.article.texts().into_iter().map(str::to_owned).collect(),
            folios: folio::folios(&reading.article),
            same: Same::of(&reading),
            reading,
            settings,
            panel: Cell::default(),
            sheet: Cell::default(),
            jump: Cell::default(),
            lit: Cell::default(),
            filter: Cell::default(),
            restored: RefCell::default(),
            site: RefCell::default(),
            edits: RefCell::default(),
            quoted: RefCell::default(),
            listeners: RefCell::default(),
            notice: RefCell::default(),
            scrolled: RefCell::default(),
            selecting: RefCell::default(),
        })
    }

    /// Makes this the open session; an earlier one ends with its listeners.
    pub(crate) fn begin(self: &Rc<Self>) {
        let earlier = CURRENT.with(|current| current.replace(Some(Rc::clone(self))));
        drop(earlier);
    }

    /// The open session.
    pub(crate) fn current() -> Option<Rc<Self>> {
        CURRENT.with(|current| current.borrow().clone())
    }

    /// Keeps a listener until the session ends.
    pub(crate) fn keep(&self, listener: EventListener) {
        self.listeners.borrow_mut().push(listener);
    }

    /// Says that an element holds words of the page, in its language, within an interface that may speak another.
    pub(crate) fn of_page(&self, node: El) -> El {
        let is_rtl = self.reading.article.direction == Direction::Rtl;
        let node = node.direction(is_rtl.then_some(Direction::Rtl));
        node.attr_if(!self.reading.lang.is_empty(), "lang", &self.reading.lang)
    }

    /// Says that an element inside words of the page holds words of the interface.
    pub(crate) fn own(&self, node: El) -> El {
        node.attr("lang", &self.say("interface_lang"))
    }

    /// The number of the paragraph that a fact stands in.
    pub(crate) fn folio(&self, fact: &Fact) -> u32 {
        self.folios.get(fact.paragraph as usize).copied().unwrap_or_default()
    }

    /// The text that a fact stands in.
    pub(crate) fn text_of(&self, fact: &Fact) -> &str {
        self.texts.get(fact.paragraph as usize).map_or("", String::as_str)
    }

    /// A word of the interface.
    pub(crate) fn say(&self, key: &str) -> String {
        self.env.say(key, &[])
    }

    /// Changes the settings, shows and stores them.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings.borrow_mut());
        self.env.save(&self.settings.borrow());
        super::look::apply(self);
    }

    /// Hides on the live page what the reading removed.
    pub(crate) fn hide(&self, elements: u32) {
        let Reading { hide, later, removals, .. } = &self.reading;
        self.env.send(&ToPage::Hide { nodes: hide, elements, things: removals.len(), later });
    }

    /// Shows restored things on the live page again.
    pub(crate) fn show(&self, nodes: Vec<NodeId>) {
        if !nodes.is_empty() {
            let things = self.reading.removals.len() - self.restored.borrow().len();
            self.env.send(&ToPage::Show { nodes, things });
        }
    }

    /// Closes the reader.
    pub(crate) fn close(&self, leave: Leave) {
        self.env.send(&ToPage::Close { leave });
    }

    /// Says something once to those who listen; those who look see it where they acted.
    pub(crate) fn announce(&self, words: &str) {
        if let Some(status) = el::by_id("status") {
            status.set_text_content(Some(words));
        }
    }

    /// Says that something was copied: aloud, and beside the button while `data-copied` stands.
    pub(crate) fn notice_copied(&self, what: &'static str, words: &str) {
        self.announce(words);
        super::look::mark("copied", Some(what));
        let clear = Timeout::new(NOTICE_MS, || super::look::mark("copied", None));
        drop(self.notice.borrow_mut().replace(clear));
    }
}
