//! Pictures with their captions, and what stands in the place of a picture that its server refused.

use super::icons::{Icon, icon};
use super::rich;
use crate::article::{Image, RichText, SafeUrl};
use crate::browser::el::{El, el, fill_all};
use crate::browser::session::Session;
use web_sys::Element;

/// A figure: one picture, or several as a gallery.
pub(crate) fn figure(session: &Session, images: &[Image], caption: &RichText, credit: &RichText) -> El {
    let frames = images.iter().map(|image| picture(session, image));
    let is_gallery = images.len() > 1;
    let shown = if is_gallery { vec![el("div").class("gallery").all(frames)] } else { frames.collect() };
    el("figure").all(shown).all(words(caption, credit))
}

/// The picture that the page names as its own.
pub(crate) fn lead(session: &Session, image: &Image) -> El {
    el("figure").add(picture(session, image))
}

/// The line under a figure.
pub(crate) fn words(caption: &RichText, credit: &RichText) -> Option<El> {
    let has = |text: &RichText| !text.text.is_empty();
    let whose = has(credit).then(|| rich::plain(el("span").class("by-whom"), credit));
    let space = if has(caption) && has(credit) { " " } else { "" };
    (has(caption) || has(credit)).then(|| rich::plain(el("figcaption"), caption).text(space).all(whose))
}

/// A picture in its frame.
pub(crate) fn picture(session: &Session, image: &Image) -> El {
    let img = el("img").class("photo").attr("alt", &image.alt).attr("data-open", &session.say("image_open"));
    let img = match image.size {
        Some((width, height)) => img.attr("width", &width.to_string()).attr("height", &height.to_string()),
        None => img,
    };
    el("div").class("frame").add(img.picture(&image.url))
}

/// Puts words and a way to the picture in the place of one that did not load.
pub(crate) fn refuse(session: &Session, img: &Element) {
    let Some(frame) = img.parent_element() else { return };
    let alt = img.get_attribute("alt").unwrap_or_default();
    let open = img.get_attribute("src").and_then(|src| SafeUrl::image(&src)).filter(|url| url.as_str().starts_with("http"));
    let open = open.map(|url| el("a").link(&url).text(&session.say("image_open")));
    let words = el("span").text(&session.say("image_refused"));
    let meaning = (!alt.is_empty()).then(|| el("span").class("alt").text(&alt));
    fill_all(&frame, [el("p").class("refused").add(icon(Icon::Picture)).add(words).all(meaning).all(open)]);
}
