//! Bringing back what was removed: into the text at its place, and on the live page.

use super::el::{by_id, first};
use super::panels;
use super::session::Session;
use super::view::ledger;
use web_sys::{Element, ScrollLogicalPosition};

/// Restores one removal.
pub(crate) fn one(session: &Session, removal: Option<usize>) {
    let Some(i) = removal else { return };
    put_back(session, i);
    session.show(session.reading.removals.get(i).and_then(|removal| removal.node).into_iter().collect());
    session.announce(&session.say("restored_status"));
    panels::focus(first(&format!("#r{i} .do > *")));
}

/// Restores everything.
pub(crate) fn all(session: &Session) {
    let count = session.reading.removals.len();
    let waiting: Vec<_> = (0..count).filter(|i| !session.restored.borrow().contains(i)).collect();
    waiting.iter().for_each(|i| put_back(session, *i));
    session.show(waiting.iter().filter_map(|i| session.reading.removals.get(*i)).filter_map(|removal| removal.node).collect());
    session.announce(&session.say("restored_all_status"));
}

fn put_back(session: &Session, i: usize) {
    let Some(removal) = session.reading.removals.get(i).filter(|_| session.restored.borrow_mut().insert(i)) else { return };
    ledger::say_restored(session, i);
    if removal.lines.is_empty() {
        return;
    }
    let (Some(body), Some(block)) = (first(".body"), ledger::restored_block(session, i, removal).done()) else { return };
    let _ = body.insert_before(&block, place(session, i, removal.position).as_deref());
}

/// What a restored block stands before: the next one restored at the same place, or the block of the article there.
fn place(session: &Session, i: usize, position: u32) -> Option<Element> {
    let is_after = |other: &&usize| **other > i && session.reading.removals.get(**other).is_some_and(|r| r.position == position);
    let restored = session.restored.borrow();
    let next = restored.iter().filter(is_after).find_map(|other| first(&format!("[data-restored=\"{other}\"]")));
    next.or_else(|| first(&format!(".body > [data-b=\"{position}\"]")))
}

/// Goes to a restored block in the text.
pub(crate) fn seek(removal: Option<usize>) {
    let Some(block) = removal.and_then(|i| first(&format!("[data-restored=\"{i}\"]"))) else { return };
    panels::scroll(&block, ScrollLogicalPosition::Center);
    panels::focus(Some(block));
}

/// Restores everything, from a key; opens the ledger so that it is seen.
pub(crate) fn open_ledger(session: &Session) {
    if by_id("ledger").is_some() {
        panels::move_to(session, "ledger");
    }
}
