//! What crosses the border to JavaScript: the snapshot and messages in, messages out, and the functions of the environment.

use super::plain::Wording;
use super::plain::settings::Settings;
use crate::Snapshot;
use crate::civil::Date;
use crate::dom::NodeId;
use crate::facts::tagger::Tagger;
use crate::reading::Later;
use js_sys::{Function, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is to be done with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Mode {
    /// Clean the live page and show the reader.
    Reader,
    /// Clean the live page only.
    Clean,
}

/// The first message: a page as `page.js` took it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Opening {
    html: String,
    url: String,
    content_type: String,
    elements: u32,
    #[serde(default)]
    hidden: Vec<u32>,
    /// Whether a site's policy opened it, not a click.
    #[serde(default)]
    pub(crate) auto: bool,
    pub(crate) mode: Mode,
}

impl Opening {
    /// The snapshot for the core.
    pub(crate) fn into_snapshot(self) -> Snapshot {
        let Self { html, url, content_type, elements, hidden, .. } = self;
        Snapshot { html, url, content_type, elements: Some(elements), hidden: hidden.into_iter().map(NodeId).collect() }
    }
}

/// A message from the page after the first.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum FromPage {
    /// The toolbar button was pressed again.
    Toggled,
    /// What was asked is hidden.
    Applied {},
    /// Nothing was hidden: the page is not the one of the snapshot any more.
    Refused {},
}

/// What is left behind when the reader closes.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Leave {
    /// The page with its boilerplate hidden.
    Clean,
    /// The page as it came.
    Original,
}

/// A message to the page.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum ToPage<'a> {
    /// Hide these elements, if the page still counts as many and their tags agree.
    Hide { nodes: &'a [(NodeId, String)], elements: u32, things: usize, later: &'a Later },
    /// Show these again; `things` of the ledger stay hidden.
    Show { nodes: Vec<NodeId>, things: usize },
    /// Close the reader and read the page as it is now.
    Again {},
    /// Close the reader.
    Close { leave: Leave },
}

/// What the site of the page is set to.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Site {
    pub(crate) host: String,
    pub(crate) policy: String,
    #[serde(default)]
    pub(crate) granted: bool,
}

/// The answer to a change of the site's policy.
#[derive(Debug, Deserialize)]
pub(crate) struct SiteChange {
    pub(crate) ok: bool,
    pub(crate) policy: String,
}

/// The world outside, as `reader.js` hands it over. A missing function does nothing.
#[derive(Debug, Clone)]
pub(crate) struct Env(JsValue);

impl Env {
    pub(crate) fn new(env: JsValue) -> Self {
        Self(env)
    }

    /// Today, for the access date.
    pub(crate) fn today(&self) -> Option<Date> {
        let text = self.get("today").as_string()?;
        let mut parts = text.splitn(3, '-').map(str::parse::<i32>);
        let mut next = || parts.next().and_then(Result::ok);
        let (year, month, day) = (next()?, next()?, next()?);
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The taggers of names whose weights could be read. They live as long as the frame, which opens one reader.
    pub(crate) fn names(&self) -> &'static [Tagger] {
        let files = self.get("names").dyn_into::<js_sys::Array>().unwrap_or_default();
        let bytes = files.iter().filter_map(|file| file.dyn_into::<js_sys::Uint8Array>().ok());
        bytes.map(|bytes| Tagger::new(bytes.to_vec())).collect::<Vec<_>>().leak()
    }

    /// The stored settings, checked.
    pub(crate) fn settings(&self) -> Settings {
        serde_wasm_bindgen::from_value::<Settings>(self.get("settings")).unwrap_or_default().checked()
    }

    /// Stores the settings.
    pub(crate) fn save(&self, settings: &Settings) {
        self.call("save", &[wire(settings)]);
    }

    /// Tells the page something.
    pub(crate) fn send(&self, message: &ToPage<'_>) {
        self.call("send", &[wire(message)]);
    }

    /// What the page's site is set to; `None` when the page has no site.
    pub(crate) async fn site(&self) -> Option<Site> {
        let answer = settled(self.call("site", &[])?).await?;
        serde_wasm_bindgen::from_value::<Site>(answer).ok().filter(|site| !site.host.is_empty())
    }

    /// Asks for a policy of the site. To be called from a click itself: the browser asks the user for the permission.
    pub(crate) fn set_site(&self, policy: &str) -> impl Future<Output = Option<SiteChange>> + use<> {
        let asked = self.call("setSite", &[policy.into()]);
        async move { serde_wasm_bindgen::from_value(settled(asked?).await?).ok() }
    }

    /// Puts a text on the clipboard; called from a click or key.
    pub(crate) fn copy(&self, plain: &str, html: &str) -> impl Future<Output = bool> + use<> {
        let asked = self.call("copy", &[plain.into(), html.into()]);
        async move {
            let Some(asked) = asked else { return false };
            settled(asked).await.is_some_and(|done| done.is_truthy())
        }
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED)
    }

    fn call(&self, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
        let function = self.get(name).dyn_into::<Function>().ok()?;
        function.apply(&self.0, &arguments.iter().collect()).ok()
    }
}

impl Wording for Env {
    fn say(&self, key: &str, with: &[&str]) -> String {
        let with: js_sys::Array = with.iter().map(|text| JsValue::from_str(text)).collect();
        let message = self.call("t", &[key.into(), with.into()]).and_then(|message| message.as_string());
        message.filter(|message| !message.is_empty()).unwrap_or_else(|| key.to_owned())
    }
}

/// A value as plain JSON-like JavaScript.
fn wire(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// What a promise, or a plain value, comes to; `None` when it is refused.
async fn settled(value: JsValue) -> Option<JsValue> {
    JsFuture::from(Promise::resolve(&value)).await.ok()
}
