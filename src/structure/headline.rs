//! The line that names a page: as its marks show it, or as the page itself repeats it (`told`).
pub(crate) mod told;

use super::{
    cues::{self, Cue, Reading},
    dates,
    lines::Line,
    vocabulary as words,
};
use crate::{markup::Layout, text::Span};

/// How much of the title of a window is compared, and with how many headings of a level.
const LONGEST: usize = 1000;
const MOST: usize = 64;

/// The line that names the page: its heading above the byte `first`, best the one that the title of the window repeats.
pub(crate) fn find(text: &str, lines: &[Line], layout: &Layout, first: usize) -> Option<usize> {
    let window = layout.title.as_deref().unwrap_or("");
    let window = window.get(..window.floor_char_boundary(LONGEST)).unwrap_or(window);
    let heading = |level: &'static str| {
        let tag = layout.known(level);
        let above = layout.elements.iter().filter(move |e| Some(e.tag) == tag && !e.span.is_empty() && e.span.start <= first);
        above.take(MOST)
    };
    let named = |span: Span| window.contains(first_line(text, span).of(text));
    let found = heading("h1").find(|e| named(e.span)).or_else(|| heading("h2").find(|e| named(e.span)));
    if let Some(found) = found.or_else(|| heading("h1").next()) {
        return Some(lines.partition_point(|line| line.span.end <= found.span.start));
    }
    // Without one, the line that the title of the window begins with.
    let till = lines.partition_point(|line| line.span.start < first);
    (0..till).rev().find(|i| {
        let said = lines.get(*i).map_or("", |l| l.of(text));
        said.split_whitespace().count() >= 2 && window.starts_with(said)
    })
}

/// The first line of what an element shows.
pub(crate) fn first_line(text: &str, span: Span) -> Span {
    let said = span.of(text);
    let end = said.find(['\n', '\t']).map_or(said.len(), |at| said.get(..at).unwrap_or("").trim_end().len());
    Span::new(span.start, span.start + end)
}

/// How far above what people say its headline may stand.
const REACH: usize = 12;

/// The line that names what begins at the line `first`, where no marks tell it: of the lines above that are several words and no way to
/// another page the one above a date or a name that signs it, else the highest of the few that there are.
pub(crate) fn above(text: &str, lines: &[Line], readings: &[Reading], first: usize) -> Option<usize> {
    let said = |i: usize| lines.get(i).map_or("", |line| line.of(text));
    let cue = |i: usize| readings.get(i).map_or(Cue::Navigation, |reading| reading.cue);
    let possible = |i: &usize| {
        let line = said(*i);
        cue(*i) == Cue::Words
            && lines.get(*i).is_some_and(|line| (4..=160).contains(&line.width))
            && !line.ends_with(['.', ',', ';'])
            && !told::is_trail(line)
            && !words::TIME_TO_READ.iter().any(|lead| cues::fold(line).starts_with(lead))
            && dates::find(line).is_none_or(|date| date.len() * 2 < line.len())
    };
    // A sentence may lead from the headline to who signs it.
    let signed = |i: &usize| (i + 1..first.min(i + 4)).any(|below| matches!(cue(below), Cue::Date | Cue::Deed(_)));
    let near = || (first.saturating_sub(REACH)..first).filter(possible);
    near().filter(|i| said(*i).split(' ').count() > 2).find(signed).or_else(|| near().find(|_| first <= 4))
}
