//! The icons: drawn for this reader on a grid of 24, stroke 1.5, round ends.

use crate::browser::el::{El, svg};

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Close,
    Outline,
    Type,
    Mark,
    Facts,
    Cite,
    Hidden,
    Clock,
    Out,
    Copy,
    Check,
    Up,
    Down,
    Undo,
    Plus,
    Minus,
    Picture,
    Site,
    Play,
}

/// The icon as a node; it says nothing to those who listen.
pub(crate) fn icon(icon: Icon) -> El {
    let drawing = svg("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
    drawing.add(svg("path").attr("d", path(icon)))
}

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Close => "M6 6l12 12M18 6L6 18",
        Icon::Outline => "M4 6h13M8 12h12M8 18h9M4 12h.01M4 18h.01",
        Icon::Type => "M4 18.5L9 5.5l5 13M5.6 14.5h6.8M20 18.5v-6.2M20 15.4a2.9 3.1 0 1 1-5.8 0a2.9 3.1 0 0 1 5.8 0z",
        Icon::Mark => "M4 20h16M8.2 15.8l-.7-3.3L15.3 4.7l4 4-7.8 7.8zM13 7l4 4",
        Icon::Facts => "M4 5h8M4 9.7h8M4 14.3h8M4 19h5M16 5v14M19 7.3h1.5M19 12h1.5M19 16.7h1.5",
        Icon::Cite => "M9.5 7.5c-3 .6-4.5 2.6-4.5 6V17h4.6v-4.4H7M19 7.5c-3 .6-4.5 2.6-4.5 6V17h4.6v-4.4h-2.6",
        Icon::Hidden => "M3.5 12c2.2-3.7 5-5.5 8.5-5.5s6.3 1.8 8.5 5.5c-2.2 3.7-5 5.5-8.5 5.5S5.7 15.7 3.5 12zM5 19L19 5",
        Icon::Clock => "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM12 8v4.3l2.8 1.7",
        Icon::Out => "M9 5H5v14h14v-4M13 5h6v6M19 5l-8.5 8.5",
        Icon::Copy => "M9 9h10v10H9zM15 9V5H5v10h4",
        Icon::Check => "M5 12.8l4.3 4.2L19 7",
        Icon::Up => "M6 14.5l6-6 6 6",
        Icon::Down => "M6 9.5l6 6 6-6",
        Icon::Undo => "M8.5 5L4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10H9",
        Icon::Plus => "M12 6v12M6 12h12",
        Icon::Minus => "M6 12h12",
        Icon::Picture => "M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.500-2.500 5 5M15.500 9h.01",
        Icon::Play => "M8 5.5v13l10.5-6.500z",
        Icon::Site => {
            "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM4 12h16M12 4c2.300 2.300 3.300 5 3.300 8s-1 5.700-3.300 8c-2.300-2.300-3.300-5-3.300-8s1-5.700 3.300-8z"
        }
    }
}
