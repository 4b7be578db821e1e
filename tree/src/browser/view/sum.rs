//! A check as a written sum with a caption under each term, and whether it holds: by sign, shape and word, never by colour alone.

use super::icons::{Icon, icon};
use super::{rows, unseen};
use crate::browser::el::{El, el};
use crate::browser::plain::sums::{Piece, written};
use crate::browser::session::Session;
use crate::facts::{Check, Fact};

/// The row of a check.
pub(crate) fn row(session: &Session, i: usize, fact: &Fact, check: &Check) -> El {
    let mut equation = el("span").class("eq");
    let mut pair: Option<El> = None;
    for piece in written(&session.reading, fact, check) {
        match piece {
            // A sign stays with the term after it, so that a line never ends with a bare sign.
            Piece::Sign(sign) => {
                let before = pair.take();
                pair = Some(before.unwrap_or_else(|| el("span").class("pair")).add(el("span").class("op").text(sign)));
            }
            Piece::Term { number, caption } => equation = equation.add(close(&mut pair, term(&number, &caption))),
            Piece::Claim(number) => {
                let caption = session.say("claimed");
                equation = equation.add(close(&mut pair, term(&number, &caption)));
            }
        }
    }
    let verdict = el("span").class("verdict");
    let verdict = if check.holds {
        verdict.add(icon(Icon::Check)).add(unseen(&session.say("holds")))
    } else {
        verdict.add(icon(Icon::Close)).text(&session.say("differs"))
    };
    rows::frame(session, i, "sum", vec![equation.all(pair).add(verdict)])
}

fn close(pair: &mut Option<El>, term: El) -> El {
    match pair.take() {
        Some(pair) => pair.add(term),
        None => term,
    }
}

fn term(number: &str, caption: &str) -> El {
    let caption = (!caption.is_empty()).then(|| el("small").text(caption));
    el("span").class("term").add(rows::number(el("span").class("n"), number)).all(caption)
}
