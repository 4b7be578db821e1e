//! The toolbar: reading tools above the text, margin tools above the margin. One tab stop; arrows move inside.

use super::button;
use super::icons::{Icon, icon};
use crate::browser::el::{El, el};
use crate::browser::session::Session;

/// The bar.
pub(crate) fn bar(session: &Session) -> El {
    let has_article = session.reading.kind.is_readable() && !session.reading.article.blocks.is_empty();
    let close = tool(session, "close", Icon::Close, "close", "t-close").attr("tabindex", "0").attr("aria-keyshortcuts", "Escape");
    let brand = el("span").class("brand").text(&session.say("brand"));
    let first = el("div").class("cell c1").add(close).add(brand);
    let cells = [first, reading_tools(session, has_article), margin_tools(session, has_article)];
    let bar = el("div").class("bar").attr("id", "tools").attr("role", "toolbar").attr("aria-label", &session.say("tools"));
    bar.add(el("div").class("grid").all(cells))
}

fn reading_tools(session: &Session, has_article: bool) -> El {
    let cell = el("div").class("cell c2");
    if !has_article {
        return cell;
    }
    let outline = opener(session, "outline", Icon::Outline, "outline", "t-outline");
    let outline = (!super::outline::headings(session).is_empty()).then_some(outline);
    let marks = tool(session, "marks", Icon::Mark, "marks", "t-mark").attr("aria-keyshortcuts", "m");
    let marks = marks.attr("aria-pressed", if session.settings.borrow().marks == "off" { "false" } else { "true" });
    let marks = (!session.reading.facts.is_empty()).then_some(marks);
    cell.all(outline).add(opener(session, "type", Icon::Type, "settings", "t-type")).all(marks)
}

fn margin_tools(session: &Session, has_article: bool) -> El {
    let cell = el("div").class("cell c3");
    let site = button("site", "tool site").attr("tabindex", "-1").attr("hidden", "").attr("data-opens", "site");
    let site = site.attr("aria-expanded", "false").attr("data-on", "false").add(icon(Icon::Site));
    let site = site.add(el("span").text(&session.say("site"))).add(el("i").attr("aria-hidden", "true"));
    if !has_article {
        return cell.add(site);
    }
    let count = session.same.distinct().count();
    let facts = button("facts", "tool t-facts").attr("tabindex", "-1").attr("data-opens", "none").attr("aria-expanded", "true");
    let name = el("span").text(&format!("{} ", session.say("facts")));
    let name = if count > 0 { name.add(el("b").text(&count.to_string())) } else { name };
    let facts = facts.attr("aria-keyshortcuts", "f").add(icon(Icon::Facts)).add(name);
    cell.add(facts).add(opener(session, "cite", Icon::Cite, "cite", "t-cite").attr("aria-keyshortcuts", "c")).add(site)
}

/// A tool that opens a panel.
fn opener(session: &Session, act: &str, picture: Icon, panel: &str, class: &str) -> El {
    tool(session, act, picture, act, class).attr("data-opens", panel).attr("aria-expanded", "false")
}

fn tool(session: &Session, act: &str, picture: Icon, key: &str, class: &str) -> El {
    let tool = button(act, &format!("tool {class}")).attr("tabindex", "-1");
    tool.add(icon(picture)).add(el("span").text(&session.say(key)))
}
